package command

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// ofThree makes a file with three entries, and gives its path.
func ofThree(t *testing.T, c *computer) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.db")
	for _, name := range []string{"Eerste school", "Tweede school", "Derde school"} {
		plan := written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "`+name+`"}, "round": {"next_evaluation": "2027-05-15"}}`)
		c.calls(t, statusDone, "", "--file", path, "import", "--yes", plan)
	}
	return path
}

// damagedPlan makes a file with three entries of which the second is damaged, and gives its path. The newest backup has another second one.
func damagedPlan(t *testing.T, c *computer) string {
	t.Helper()
	path := damagedWithBackup(t, c)
	backups := store.Backups(store.BackupFolder(path))
	other := written(t, "other.db", contentOf(t, backups[1].Path))
	c.calls(t, statusDone, "", "--file", other, "plans", "--rename", "Tweede school")
	if err := os.WriteFile(backups[0].Path, []byte(contentOf(t, other)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// damagedWithBackup is the same, where the newest backup has what is damaged.
func damagedWithBackup(t *testing.T, c *computer) string {
	t.Helper()
	path := ofThree(t, c)
	content, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, bytes.ReplaceAll(content, []byte("Tweede school"), []byte("Tweede schoel")), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// TestWhatABackupHasFillsWhatIsDamaged: the file and its backup have it all together, and the newest of it is offered.
func TestWhatABackupHasFillsWhatIsDamaged(t *testing.T) {
	c := newComputer(t)
	path := damagedWithBackup(t, c)
	c.calls(t, statusRefused, "", "--file", path, "status")
	c.says(t, "Derde school", "alle 3 wijzigingen konden toch gelezen worden (tot 24 november 2026), waarvan 1 uit een back-up komt")
	c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
	c.says(t, "Nagekeken (Derde school): alle 3 wijzigingen konden toch gelezen worden")
	c.calls(t, statusDone, "", "--file", filepath.Join(filepath.Dir(path), "p-2026-11-24.db"), "history")
	c.says(t, "3  24 november 2026")
}

func TestADamagedFileIsOfferedANewOne(t *testing.T) {
	c := newComputer(t)
	path := damagedPlan(t, c)
	before, _ := os.ReadFile(path)
	c.calls(t, statusRefused, "n\nn\n", "--file", path, "--plain") // no backup, and no new file
	c.says(t, "wijziging 1 is heel (van 24 november 2026), wijzigingen 2 tot en met 3 niet, waarvan 1 nog te lezen is", "daarin verdergaan? [j/n]", "Er is niets gewijzigd", "salvage NIEUWBESTAND")
	if names, _ := os.ReadDir(filepath.Dir(path)); len(names) != 2 { // the file and its backups
		t.Errorf("after a no there are %v", names)
	}

	fresh := filepath.Join(filepath.Dir(path), "p-2026-11-24.db")
	c.calls(t, statusDone, "n\nj\n1\nja\nstop\n", "--file", path, "--plain")
	c.says(t, fresh+" is gemaakt met wat heel is", "Eerste school", `stappenplan --file "`+fresh+`"`)
	if strings.Contains(c.said+c.wrong, `--file "`+path+`"`) {
		t.Errorf("it says to go on in the damaged file:\n%s%s", c.said, c.wrong)
	}
	c.calls(t, statusDone, "", "--file", fresh, "check")
	c.calls(t, statusDone, "", "--file", fresh, "history")
	c.says(t, "2  24 november 2026")
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the damaged file changed")
	}

	c.calls(t, statusDone, "n\nj\nstop\n", "--file", path, "--plain")
	c.says(t, "p-2026-11-24-2.db is gemaakt")
	c.inTerminal = false
	c.calls(t, statusRefused, "j\n", "--file", path, "--plain")
	c.says(t, "salvage NIEUWBESTAND")
}

// After a damaged file was brought over, the plan is found in the new one from its old place, and first in the list.
func TestABroughtOverPlanIsFoundAgain(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	path := damagedPlan(t, c)
	fresh := filepath.Join(filepath.Dir(path), "p-2026-11-24.db")
	c.calls(t, statusDone, "n\nj\n1\nja\nstop\n", "--file", path, "--plain")
	c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
	c.says(t, "je plan ging verder in "+fresh, "Eerste school")
	if strings.Contains(c.said, "-2.db") {
		t.Errorf("it makes another:\n%s", c.said)
	}
	c.calls(t, statusRefused, "n\nn\nn\n", "--file", path, "--plain")
	c.says(t, "De back-up terugzetten?", "daarin verdergaan?")

	c.programFile = filepath.Join(filepath.Dir(path), "stappenplan")
	usual := filepath.Join(filepath.Dir(path), fileName)
	if err := os.Rename(path, usual); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "j\nstop\n", "--file", usual, "--plain")
	fresh = filepath.Join(filepath.Dir(path), "stappenplan-2026-11-24.db")
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), keyring: &keyring{}}
	if known := p.known(); known.File != fresh || known.Files[0].Path != fresh {
		t.Errorf("%s is not first in %+v", fresh, known)
	}
}

// Whatever page of a file is lost, or wherever it ends: it never says "alle" of less than all, and what it says is what the new file holds.
func TestWhatIsLostIsNeverSaidToBeAll(t *testing.T) {
	const page = 4096
	c := newComputer(t)
	path := ofThree(t, c)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	perhaps := 0
	for at := page; at < len(content); at += page {
		lost := bytes.Clone(content)
		clear(lost[at : at+page])
		for name, b := range map[string][]byte{"lost": lost, "cut": content[:at]} {
			damaged, fresh := filepath.Join(t.TempDir(), "p.db"), filepath.Join(t.TempDir(), "fresh.db")
			if err := os.WriteFile(damaged, b, 0o600); err != nil {
				t.Fatal(err)
			}
			if c.call("", "--file", damaged, "salvage", fresh) != statusDone {
				continue // it is sound, or nothing of it is whole
			}
			said := c.said
			c.calls(t, statusDone, "", "--file", fresh, "check")
			all, third := strings.Contains(said, "alle 3 wijzigingen konden toch gelezen worden"), strings.Contains(c.said, "3 wijzigingen")
			if strings.Contains(said, "alle ") != all || all && !third {
				t.Errorf("%s at %d: %s%s", name, at, said, c.said)
			}
			if strings.Contains(said, "wijzigingen 1 tot en met 3 zijn heel (tot 24 november 2026); wat je het laatst bewaarde, ontbreekt misschien") && third {
				perhaps++
			}
		}
	}
	if perhaps == 0 {
		t.Error("of no damage the newest entry came out while more may be missing")
	}
}

// An entry that is whole and of which no plan can be made is where the whole part ends too.
func TestAPlanThatCannotBeReplayedIsShownUpToThere(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	entry := func(change steps.Change) steps.Entry { return steps.NewEntry(c.newID(), c.clock(), "An", change) }
	kept, err := store.CreateWith(path, map[string]steps.Entries{firstPlan: steps.EntriesOf([]steps.Entry{
		entry(steps.Change{Kind: steps.ChangeSchool, Name: steps.Set("Eerste school")}),
		entry(steps.Change{Kind: steps.ChangeTask, Task: "no-such-task", Relevance: steps.Set(steps.Relevance("yes"))}),
		entry(steps.Change{Kind: steps.ChangeSchool, Name: steps.Set("Derde school")}),
	})})
	if err != nil {
		t.Fatal(err)
	}
	kept.Close()
	for _, refused := range []string{"check", "undo"} {
		c.calls(t, statusRefused, "", "--file", path, refused)
		c.says(t, "wijziging 1 is heel (van 24 november 2026), wijzigingen 2 tot en met 3 niet", "salvage")
	}
	c.calls(t, statusRefused, "", "--file", path, "status")
	c.says(t, "Eerste school, ronde 1", "wijziging 1 is heel")
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	c.calls(t, statusDone, "", "--file", path, "salvage", fresh)
	c.calls(t, statusDone, "", "--file", fresh, "check")
}

// TestWhatABackupFilledBehindThatIsNotCounted: what goes to a new file ends before it, and in the damaged one it does not stand.
func TestWhatABackupFilledBehindThatIsNotCounted(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	entry := func(change steps.Change) steps.Entry { return steps.NewEntry(c.newID(), c.clock(), "An", change) }
	named := func(name string) steps.Entry {
		return entry(steps.Change{Kind: steps.ChangeSchool, Name: steps.Set(name)})
	}
	kept, err := store.CreateWith(path, map[string]steps.Entries{firstPlan: steps.EntriesOf([]steps.Entry{
		named("Eerste school"), entry(steps.Change{Kind: steps.ChangeTask, Task: "no-such-task", Relevance: steps.Set(steps.Relevance("yes"))}),
		named("Derde school"), named("Vierde school"), named("Vijfde school"),
	})})
	if err != nil {
		t.Fatal(err)
	}
	kept.Close()
	content, backup := contentOf(t, path), filepath.Join(store.BackupFolder(path), "2026-11-24T093000Z-0005-import.db")
	damaged := strings.ReplaceAll(content, "Derde school", "Derde schoel")
	if err := errors.Join(os.MkdirAll(filepath.Dir(backup), 0o700), os.WriteFile(backup, []byte(content), 0o600), os.WriteFile(path, []byte(damaged), 0o600)); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, "", "--file", path, "check")
	c.says(t, "wijziging 1 is heel (van 24 november 2026), wijzigingen 2 tot en met 5 niet, waarvan er 2 nog te lezen zijn")
	if said := c.said + c.wrong; strings.Contains(said, "uit een back-up komt") {
		t.Errorf("it counts what was filled:\n%s", said)
	}
}

// Of several plans each is shown as far as it is whole, and one of which nothing is left is not taken for a new one.
func TestSeveralPlansInADamagedFile(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "--plan", "tweede", "import", written(t, "another.json", anotherPlan))
	content, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, bytes.ReplaceAll(content, []byte("Tweede school"), []byte("Tweede schoel")), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, "", "--file", path, "--plan", "plan", "status")
	c.says(t, "Eerste school", "plan plan: de ene wijziging kon toch gelezen worden (van 24 november 2026); plan tweede: geen enkele wijziging is heel")
	c.calls(t, statusRefused, "", "--file", path, "--plan", "tweede", "status")
	if c.said != "" {
		t.Errorf("of a lost plan is said %q", c.said)
	}
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	c.calls(t, statusDone, "", "--file", path, "salvage", fresh)
	c.calls(t, statusDone, "", "--file", fresh, "status")
	c.says(t, "Eerste school")
}

// Every document that people read says that it is not the whole plan; what programs read is as ever.
func TestDocumentsOfADamagedFile(t *testing.T) {
	c := newComputer(t)
	path := damagedPlan(t, c)
	const said = "Dit document toont alleen wat heel is: tot en met wijziging 1, van 24 november 2026."
	for _, format := range []string{"md", "html"} {
		c.calls(t, statusRefused, "", "--file", path, "export", "--format", format)
		if !strings.Contains(c.said, said) || strings.Index(c.said, said) > strings.Index(c.said, "kort") {
			t.Errorf("%s does not begin with it:\n%.600s", format, c.said)
		}
	}
	sound := filepath.Join(t.TempDir(), "sound.db")
	c.calls(t, statusDone, "", "--file", path, "salvage", sound)
	for _, format := range []string{"json", "yaml", "ics"} {
		c.calls(t, statusRefused, "", "--file", path, "export", "--format", format)
		inPart := c.said
		c.calls(t, statusDone, "", "--file", sound, "export", "--format", format)
		if inPart != c.said {
			t.Errorf("%s differs from that of a sound file", format)
		}
	}
}

// TestAPlanOfWhichNothingCanBeReplayedNamesItsFile in the advice to put a backup back.
func TestAPlanOfWhichNothingCanBeReplayedNamesItsFile(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	kept, err := store.Create(path)
	if err == nil {
		err = errors.Join(kept.Append(firstPlan, 0, steps.NewEntry("broken", c.clock(), "", steps.Change{Kind: steps.ChangeWithdraw, Entry: 99})), kept.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"status"}, {"undo"}, {"check"}, {"--plain"}} {
		c.calls(t, statusRefused, "", append([]string{"--file", path}, args...)...)
		c.says(t, "kan vanaf wijziging 1 niet meer gelezen worden", `(stappenplan --file "`+path+`" restore)`)
	}
}

// TestWhatADamagedFileHeldBehindItsBackupIsTold before that is put back; and the damaged file that is kept is one to bring out of, not to put back.
func TestWhatADamagedFileHeldBehindItsBackupIsTold(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Tweede school")
	moment := store.Backups(store.BackupFolder(path))[0].Moment()
	if err := os.Truncate(path, 9_000); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "n\n", "--file", path, "restore", moment)
	if c.says(t, "Kwam er daarna nog iets, dan staat dat er niet in."); strings.Contains(c.said, "Er gaat niets verloren") {
		t.Errorf("it says\n%s", c.said)
	}
	c.calls(t, statusDone, "", "--file", path, "restore", "--yes", moment)
	if c.says(t, "Het beschadigde bestand is bewaard als ", " salvage NIEUWBESTAND"); strings.Contains(c.said, "Dat terugzetten") {
		t.Errorf("it says\n%s", c.said)
	}
}

// TestADamagedFileWithoutBackupsIsNotSentInACircle: nothing advises to put a backup back, or to make one.
func TestADamagedFileWithoutBackupsIsNotSentInACircle(t *testing.T) {
	c := newComputer(t)
	path := damagedPlan(t, c)
	if err := os.RemoveAll(store.BackupFolder(path)); err != nil {
		t.Fatal(err)
	}
	for _, call := range []string{"check", "restore", "backup", "status"} {
		c.calls(t, statusRefused, "", "--file", path, call)
		if c.says(t, "is beschadigd: wijziging 1 is heel", "geen back-up van", "salvage NIEUWBESTAND"); strings.Contains(c.said+c.wrong, " restore") || strings.Contains(c.said+c.wrong, "Maak er een") {
			t.Errorf("%s says\n%s%s", call, c.said, c.wrong)
		}
	}
}
