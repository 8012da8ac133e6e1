package command

import (
	"os"
	"strings"
	"testing"
)

func TestAFullDiskUnderTheOutputIsSaid(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	c := newComputer(t)
	var wrong strings.Builder
	if status := run([]string{"status"}, c.environment, strings.NewReader(""), full, &wrong); status != statusRefused {
		t.Errorf("status %d", status)
	}
	if got := wrong.String(); got != "Het resultaat kan niet getoond of doorgegeven worden: de schijf is vol.\n" {
		t.Errorf("says %q", got)
	}
	c.calls(t, statusRefused, "", "export", "--format", "md", "--output", "/dev/full", "--yes")
	c.says(t, "geen gewoon bestand")
	c.calls(t, statusRefused, "", "import", "/dev/zero")
	c.calls(t, statusRefused, "", "--file", "/dev/null", "--plain")
}

func TestACheckThatCannotBeDoneInFullSaysSo(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "plan.json", onePlan))
	t.Setenv("TMPDIR", "/dev/null")
	c.calls(t, statusRefused, "", "check")
	c.says(t, "niet helemaal nagekeken", "een deel van het pad is geen map")
	if strings.Contains(c.wrong, "bewaard") {
		t.Errorf("says %q", c.wrong)
	}
}
