package command

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

func TestTheManualNamesEveryCommandAndFlag(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "help")
	if strings.Contains(c.said, "manual") {
		t.Errorf("help names the command that writes the manual:\n%s", c.said)
	}
	c.calls(t, statusDone, "", "manual")
	c.says(t, ".TH STAPPENPLAN 1", ".SH stappenplan export", `.B \-\-file PAD`, ".SH OPTIES BIJ ELKE OPDRACHT\n", `.B \-\-dry\-run`)
	if man, err := exec.LookPath("man"); err == nil && runtime.GOOS == "linux" {
		reader := exec.Command(man, "--warnings", "-l", "-")
		reader.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
		reader.Stdin = strings.NewReader(c.said)
		page, err := reader.CombinedOutput()
		if err != nil || strings.Contains(string(page), "warning") {
			t.Errorf("man says %v:\n%s", err, page)
		}
	}
}

func TestTroffShowsTextAsItIs(t *testing.T) {
	if got, want := troff("\n.db met \\ en --file\n'aan'\n"), "\\&.db met \\e en \\-\\-file\n\\&'aan'"; got != want {
		t.Errorf("writes %q, want %q", got, want)
	}
}
