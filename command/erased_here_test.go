package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/store"
)

// TestWhatWasErasedStaysKnownBehindAnotherPlan: another school's file took the place, and then an older copy of the first comes back. What was
// erased from that is known by the backup that was kept of it, however long ago that was.
func TestWhatWasErasedStaysKnownBehindAnotherPlan(t *testing.T) {
	for _, phrase := range []string{"", aPhrase} {
		c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
		zoeIn(t, c, path)
		old, other := filepath.Join(t.TempDir(), "old.db"), filepath.Join(t.TempDir(), "other.db")
		c.calls(t, statusDone, "", "--file", path, "backup", old)
		c.calls(t, statusDone, "", "--file", other, "import", written(t, "one.json", onePlan))
		c.calls(t, statusDone, "", "--file", path, "erase", "name:Zoë Xantippe", "--yes")
		typed := ""
		if phrase != "" {
			c.calls(t, statusDone, phrase+"\n"+phrase+"\n", "--file", path, "encrypt", "--yes")
			typed = phrase + "\n"
		}
		c.calls(t, statusDone, typed+typed, "--file", path, "restore", other, "--yes")
		c.calls(t, statusDone, typed+typed, "--file", path, "restore", old, "--yes")
		nowhere(t, filepath.Dir(path), "Zoë Quintus", "Zoë Xantippe", "zquintus")
		c.calls(t, statusDone, typed, "--file", path, "history")
		c.says(t, "Gegevens gewist: [gewist] 1")
	}
}

// TestAnErasedPlanStaysAwayFromADamagedFile: the backups know it too.
func TestAnErasedPlanStaysAwayFromADamagedFile(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	old := filepath.Join(t.TempDir(), "old.db")
	c.calls(t, statusDone, "", "--file", path, "backup", old)
	c.calls(t, statusDone, "", "--file", path, "plans", "--add", "Buurschool")
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "", "--file", path, "erase", "plan:plan", "--yes")
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", path, "restore", old, "--yes")
	c.says(t, "Gewist, en het komt niet terug: Atheneum Klaverdam.")
	nowhere(t, filepath.Dir(path), "Zoë Quintus", "Klaverdam")
}

// TestAFileWithoutPlansIsNotAnotherPlan.
func TestAFileWithoutPlansIsNotAnotherPlan(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	empty := filepath.Join(t.TempDir(), "empty.db")
	kept, err := store.Create(empty)
	if err != nil {
		t.Fatal(err)
	}
	kept.Close()
	c.calls(t, statusRefused, "", "--file", path, "restore", empty, "--yes")
	if c.says(t, "In "+empty+" staat niets om terug te zetten"); strings.Contains(c.said, "ander plan") {
		t.Errorf("it says\n%s", c.said)
	}
}

// TestCopiesUnderAPassphraseAreNamed where something is erased: they may hold it, and cannot be reached.
func TestCopiesUnderAPassphraseAreNamed(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	closed := filepath.Join(filepath.Dir(path), "stick.age")
	c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", "--file", path, "backup", closed, "--encrypt")
	c.calls(t, statusDone, "n\n", "--file", path, "erase", "answers:improvement")
	c.says(t, "In deze kopieën onder een wachtwoord kan niet gekeken worden: "+closed+".", "maak na het wissen een nieuwe")
}

// TestWhoErasesThemselvesIsNamedNowhere, however they write their name.
func TestWhoErasesThemselvesIsNamedNowhere(t *testing.T) {
	folder := t.TempDir()
	c, path := newComputer(t), filepath.Join(folder, "p.db")
	zoeIn(t, c, path)
	c.calls(t, statusDone, "voorgoed wissen\nZoë Xantippe\nja\nongedaan\nstop\n", "--file", path, "--plain", "--by", "zoë xantippe")
	c.says(t, "Gewist uit")
	nowhere(t, folder, "Zoë Quintus", "Zoë Xantippe")
}
