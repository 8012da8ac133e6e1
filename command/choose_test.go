package command

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/store"
)

// withState is a computer on which the program remembers, and a folder for files with plans.
func withState(t *testing.T) (*computer, string) {
	t.Helper()
	c := newComputer(t)
	c.stateFolder = filepath.Join(t.TempDir(), "state")
	return c, t.TempDir()
}

func TestOnlyTheQuestionsRememberAFile(t *testing.T) {
	c, folder := withState(t)
	path := filepath.Join(folder, "school.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "status")
	c.calls(t, statusDone, "", "overview", path)
	if _, err := os.Lstat(c.stateFolder); err == nil {
		t.Error("a command remembered a file")
	}
	c.calls(t, statusDone, "stop\n", "--example", "--plain")
	if _, err := os.Lstat(c.stateFolder); err == nil {
		t.Error("the example was remembered")
	}
	c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
	kept := filepath.Join(c.stateFolder, "stappenplan", "state.json")
	content, err := os.ReadFile(kept)
	if err != nil || strings.Contains(string(content), "Eerste school") || !strings.Contains(string(content), "school.db") {
		t.Errorf("what is remembered: %s, %v", content, err)
	}
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("for whom: %v, %v", info.Mode(), err)
	}
}

func TestTheOneFileThatIsKnownOpensStraightAway(t *testing.T) {
	c, folder := withState(t)
	path := filepath.Join(folder, "school.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
	c.calls(t, statusDone, "stop\n", "--plain")
	c.says(t, "Eerste school, ronde 1", path)
	if strings.Contains(c.said, "Welk plan?") {
		t.Errorf("with one plan there is nothing to choose:\n%s", c.said)
	}
}

func TestSeveralKnownFilesAreChosenFrom(t *testing.T) {
	c, folder := withState(t)
	first, second, gone := filepath.Join(folder, "een.db"), filepath.Join(folder, "twee.db"), filepath.Join(folder, "weg.db")
	for path, plan := range map[string]string{first: onePlan, second: anotherPlan, gone: onePlan} {
		c.calls(t, statusDone, "", "--file", path, "import", written(t, "plan.json", plan))
	}
	for _, path := range []string{gone, second, first} {
		c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
	}
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "2\nstop\n", "--plain")
	c.says(t, first, second, gone, "Staat daar niet meer", "1. Eerste school", "2. Tweede school", "Tweede school, ronde 1", `Verdergaan: stappenplan --file "`+second+`"`)
	c.calls(t, statusDone, "niets\nstop\n", "--plain")
	c.says(t, "Typ het nummer", "Er is niets gewijzigd")
	c.calls(t, statusDone, "", "--plain")
}

// TestTheListOfPlansIsAWordAwayLineByLine, from one plan to the other and back; the example has none to go to.
func TestTheListOfPlansIsAWordAwayLineByLine(t *testing.T) {
	c, folder := withState(t)
	first, second := filepath.Join(folder, "een.db"), filepath.Join(folder, "twee.db")
	for path, plan := range map[string]string{first: onePlan, second: anotherPlan} {
		c.calls(t, statusDone, "", "--file", path, "import", written(t, "plan.json", plan))
	}
	c.calls(t, statusDone, "stop\n", "--file", first, "--plain")
	c.calls(t, statusDone, "hulp alles\nmijn plannen\n2\nmijn plannen\n2\nstop\n", "--file", second, "--plain")
	c.says(t, "‘mijn plannen’ sluit af en toont al je plannen", "1. Tweede school", "2. Eerste school", "Eerste school, ronde 1", `Verdergaan: stappenplan --file "`+second+`"`)
	c.calls(t, statusDone, "mijn plannen\nnieuw Derde school\nstop\n", "--file", second, "--plain")
	c.says(t, "Alles wat je antwoordde, is bewaard", "--plan derde-school")
	c.calls(t, statusDone, "hulp alles\nstop\n", "--example", "--plain")
	if strings.Contains(c.said, "mijn plannen") {
		t.Errorf("the example offers other plans:\n%s", c.said)
	}
}

func TestAFileThatWentAwayIsNoEmptyPlan(t *testing.T) {
	c, folder := withState(t)
	gone := filepath.Join(folder, "stick.db")
	c.calls(t, statusDone, "", "--file", gone, "import", written(t, "plan.json", onePlan))
	c.calls(t, statusDone, "stop\n", "--file", gone, "--plain")
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "nieuw Sint-Jan\nstop\n", "--plain")
	c.says(t, "Staat daar niet meer", "Sint-Jan, ronde 1")
	if _, err := os.Stat(filepath.Join(c.dataFolder, "stappenplan", "stappenplan.db")); err != nil {
		t.Errorf("the new plan stands not at the usual place: %v", err)
	}
}

func TestWhatDoesNotOpenLeadsBackToTheList(t *testing.T) {
	c, folder := withState(t)
	first, second := filepath.Join(folder, "een.db"), filepath.Join(folder, "twee.db")
	for _, path := range []string{first, second} {
		c.calls(t, statusDone, "", "--file", path, "import", written(t, "plan.json", onePlan))
		c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
	}
	other, err := store.Open(second)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	c.calls(t, statusDone, "1\nn\n2\nstop\n", "--plain")
	c.says(t, "Alleen kijken?", "is al open in een ander venster", `Verdergaan: stappenplan --file "`+first+`"`)
}

func TestWhatIsRememberedWronglyIsNoError(t *testing.T) {
	c, _ := withState(t)
	path := c.environment.stateFolder + "/stappenplan/state.json"
	for _, content := range []string{"", "{", `{"recent": [7]}`, `{"recent": ["relatief.db", ""]}`, strings.Repeat("[", 2000)} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		c.calls(t, statusDone, "stop\n", "--plain")
	}
}

func TestANewPlanIsMadeByTheOneWhoFilledInTheOthers(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--by", "An Peeters", "import", "--plan", "tweede", written(t, "another.json", anotherPlan))
	c.calls(t, statusDone, "nieuw Sint-Jan\nstop\n", "--plain")
	c.says(t, "Sint-Jan, ronde 1")
	c.calls(t, statusDone, "", "--plan", "sint-jan", "history", "--json")
	c.says(t, `"by":"An Peeters"`)
}

// TestTwentyEightSchools has twenty-five sound files, and three that are damaged or foreign.
func TestTwentyEightSchools(t *testing.T) {
	c, folder := withState(t)
	args := []string{"overview", "--json"}
	for n := range 24 {
		path := filepath.Join(folder, fmt.Sprintf("school-%02d.json", n))
		c.calls(t, statusDone, "", "--example", "export", "--format", "json", "--output", path)
		args = append(args, path)
	}
	database, damaged := filepath.Join(folder, "school.db"), filepath.Join(folder, "damaged.db")
	c.calls(t, statusDone, "", "--file", database, "import", written(t, "one.json", onePlan))
	content, err := os.ReadFile(database)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(damaged, content[:len(content)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	picture, cut := written(t, "picture.png", "\x89PNG\r\n\x1a\n\x00\x00"), written(t, "cut.json", onePlan[:40])
	c.calls(t, statusDone, "", append(args, database, damaged, picture, cut)...)
	var list []struct{ File, School, Error string }
	if err := json.Unmarshal([]byte(c.said), &list); err != nil {
		t.Fatal(err)
	}
	var wrong []string
	for _, one := range list {
		if (one.School == "") != (one.Error != "") {
			t.Errorf("%+v", one)
		}
		if one.Error != "" {
			wrong = append(wrong, filepath.Base(one.File))
		}
	}
	if len(list) != 28 || strings.Join(wrong, " ") != "damaged.db picture.png cut.json" {
		t.Errorf("%d files, of which %v could not be read", len(list), wrong)
	}
}
