package command

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// Whoever chose another language on the screens reads in it what comes from beside them too.
func TestWhatComesFromBesideTheScreensIsInTheirLanguage(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	c.stateFolder = t.TempDir()
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "backup", filepath.Join(folder, "p (1).db"))
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "", "--file", filepath.Join(folder, "p (1).db"), "import", "--yes", written(t, "another.json", anotherPlan))
	c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Derde school")
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), keyring: &keyring{}}
	p.flags.file = path
	kept, err := store.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	work := &session.Session{Texts: p.texts, Definitions: assets.Definitions(), Store: kept, PlanID: "plan", Place: path, Clock: c.clock, NewID: c.newID}
	if err := work.Reload(); err != nil {
		t.Fatal(err)
	}
	f := p.filesOf(work)
	work.Texts = assets.Load(assets.English)
	backups := f.Backups()
	for what, said := range map[string]string{
		"a list of backups":           fmt.Sprint(backups),
		"what a backup would do":      fmt.Sprint(f.Restoring(backups[0]).Says),
		"no such backup":              fmt.Sprint(f.Restoring(screen.Backup{File: "none"}).Says),
		"what stands beside the plan": fmt.Sprint(f.Beside(work.Journal().Entries()).Lines),
	} {
		if !strings.Contains(said, "change") && !strings.Contains(said, "There is no backup") || strings.Contains(said, "wijziging") {
			t.Errorf("%s: %s", what, said)
		}
	}
}
