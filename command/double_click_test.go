package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAWindowOfItsOwnStaysOpenOnAnError(t *testing.T) {
	const hold = "Druk op Enter om dit venster te sluiten."
	for _, clicked := range []bool{false, true} {
		c := newComputer(t)
		c.clicked = func() bool { return clicked }
		c.calls(t, statusRefused, "\n", "--file", t.TempDir())
		if strings.Contains(c.wrong, hold) != clicked {
			t.Errorf("started by a click %v: says\n%s", clicked, c.wrong)
		}
		c.calls(t, statusDone, "\n", "status")
		if strings.Contains(c.said+c.wrong, hold) {
			t.Errorf("what went well waits:\n%s%s", c.said, c.wrong)
		}
	}
}

func TestAFileDroppedOnTheProgramOpens(t *testing.T) {
	c := newComputer(t)
	folder := t.TempDir()
	plan, kept := filepath.Join(folder, "plan.json"), filepath.Join(folder, "School.DB")
	if err := os.WriteFile(plan, []byte(onePlan), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "stop\n", "--plain", plan)
	c.says(t, "Eerste school", "Stap 1 van 8")

	c.calls(t, statusDone, "", "--file", kept, "import", plan)
	c.dataFolder = t.TempDir()
	c.calls(t, statusDone, "stop\n", "--plain", kept)
	c.says(t, "Eerste school", "Stap 1 van 8", "School.DB")
	c.calls(t, statusDone, "", "status")
	c.says(t, "Er is nog niets ingevuld")
}

// TestAPlanFileIsNotTakenForOnesOwnUnasked: who drops the file of another school has not lost a plan by it.
func TestAPlanFileIsNotTakenForOnesOwnUnasked(t *testing.T) {
	c := newComputer(t)
	folder := t.TempDir()
	for name, content := range map[string]string{"een.json": onePlan, "ander.json": anotherPlan} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c.calls(t, statusDone, "stop\n", "--plain", filepath.Join(folder, "een.json"))
	c.calls(t, statusDone, "nee\nstop\n", "--plain", filepath.Join(folder, "ander.json"))
	c.says(t, "Tweede school", "Stap 1 van 8")
	c.calls(t, statusDone, "", "status")
	c.says(t, "Eerste school")
}

func TestOneFileAtATime(t *testing.T) {
	c := newComputer(t)
	for _, args := range [][]string{{"version.go", "root.go"}, {"--file", "a.db", "earlier.db"}} {
		if args[0] == "--file" {
			args[2] = filepath.Join(t.TempDir(), args[2])
			if err := os.WriteFile(args[2], nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		c.calls(t, statusUsage, "", args...)
		c.says(t, "Eén bestand tegelijk")
	}
	c.calls(t, statusUsage, "", "version.txt")
	c.says(t, "bestaat niet")
}
