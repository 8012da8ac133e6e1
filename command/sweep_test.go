package command

import (
	"os"
	"path/filepath"
	"testing"
)

// Only who is about to write takes away what earlier runs left.
func TestOnlyAStartThatWritesSweeps(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	other := filepath.Join(filepath.Dir(path), ".stappenplan-1.new")
	for _, write := range [][]string{{"undo"}, {"import", "--yes", written(t, "another.json", anotherPlan)}, {"--plain"}} {
		if err := os.Link(path, other); err != nil {
			t.Fatal(err)
		}
		for _, read := range []string{"status", "export", "history", "check"} {
			c.calls(t, statusDone, "", "--file", path, read)
		}
		if _, err := os.Lstat(other); err != nil {
			t.Fatal("a command that only reads took it away")
		}
		c.calls(t, statusDone, "stop\n", append([]string{"--file", path}, write...)...)
		if _, err := os.Lstat(other); err == nil {
			t.Errorf("after %v the plan has another name", write)
		}
		c.calls(t, statusDone, "", "--file", path, "check")
	}
}
