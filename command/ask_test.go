package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/store"
)

const (
	onePlan     = `{"format": "stappenplan/1", "school": {"name": "Eerste school"}, "answers": {"awareness": {"choice": "no"}}}`
	anotherPlan = `{"format": "stappenplan/1", "school": {"name": "Tweede school"}}`
)

// written puts content in a file of the test and gives its path.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImportAsksWhereAPlanStands(t *testing.T) {
	c := newComputer(t)
	one, another := written(t, "one.json", onePlan), written(t, "another.json", anotherPlan)
	c.calls(t, statusDone, "", "import", one)
	for _, no := range []string{"n\n", "nee\n", "wat\nn\n", ""} {
		c.calls(t, statusDone, no, "import", another)
		c.says(t, "Inlezen? [j/n]", "Het plan blijft zoals het was.")
		c.calls(t, statusDone, "", "status")
		c.says(t, "Eerste school")
	}
	c.calls(t, statusDone, "wat\nja\n", "import", another)
	c.says(t, "Typ j voor ja of n voor nee.", "Ingelezen")
	c.calls(t, statusDone, "", "status")
	c.says(t, "Tweede school")
}

func TestPreviewSaysFirstWhatIsLost(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "import", "--dry-run", written(t, "another.json", anotherPlan))
	lost, changed := strings.Index(c.said, "wordt leeg"), strings.Index(c.said, "wijzigt")
	if lost < 0 || changed < lost || !strings.Contains(c.said[lost:changed], "Bewustzijn") || !strings.Contains(c.said[changed:], "Tweede school") {
		t.Errorf("the preview says:\n%s", c.said)
	}
}

func TestExportAsksBeforeReplacing(t *testing.T) {
	c := newComputer(t)
	path := written(t, "mine.md", "mijn eigen tekst")
	c.calls(t, statusDone, "n\n", "export", "--output", path)
	c.says(t, "bestaat al. Vervangen? [j/n]", "blijft zoals het was")
	if content, _ := os.ReadFile(path); string(content) != "mijn eigen tekst" {
		t.Errorf("after a no the file holds %q", content)
	}
	c.calls(t, statusDone, "j\n", "export", "--output", path)
	if content, _ := os.ReadFile(path); !strings.HasPrefix(string(content), "# ") {
		t.Errorf("after a yes the file holds %q", content)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("beside the file stands %v, %v", left, err)
	}
}

func TestAFileThatIsOpenElsewhere(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	other, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()

	for _, reading := range []string{"status", "export", "history", "check"} {
		c.calls(t, statusDone, "", "--file", path, reading)
	}
	c.calls(t, statusRefused, "", "--file", path, "undo")
	c.calls(t, statusRefused, "", "--file", path, "import", "--yes", written(t, "another.json", anotherPlan))
	c.calls(t, statusRefused, "n\n", "--file", path, "--plain")
	c.says(t, "Alleen kijken? [j/n]")
	c.calls(t, statusDone, "j\n1\nja\nstop\n", "--file", path, "--plain")
	c.says(t, "Je kijkt alleen.", "Eerste school")
	if strings.Contains(c.said, "Bewaard") {
		t.Errorf("something was kept while only looking:\n%s", c.said)
	}
}

func TestSeveralPlansAreAskedAbout(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "import", "--plan", "tweede", written(t, "another.json", anotherPlan))
	c.calls(t, statusDone, "nergens\ntweede\nstop\n", "--plain")
	c.says(t, "1. Eerste school (plan): ronde 1, 1 Bewustzijn", "2. Tweede school (tweede)", "Typ het nummer", "Tweede school, ronde 1")
	c.calls(t, statusUsage, "", "status")
}

func TestAFileBesideTheProgramComesFirst(t *testing.T) {
	c := newComputer(t)
	stick := t.TempDir()
	c.calls(t, statusDone, "", "--file", filepath.Join(stick, "stappenplan.db"), "import", written(t, "one.json", onePlan))
	c.programFile = filepath.Join(stick, "stappenplan.exe")
	c.calls(t, statusDone, "", "status")
	c.says(t, "Eerste school")
}

func TestTheLanguageOfWindows(t *testing.T) {
	c := newComputer(t)
	c.system, c.display = "windows", func() string { return "en" }
	c.calls(t, statusDone, "", "status")
	c.says(t, "Nothing is filled in yet")
	c.display = func() string { return "fr" }
	c.calls(t, statusDone, "", "status")
	c.says(t, "nog niets ingevuld")
}
