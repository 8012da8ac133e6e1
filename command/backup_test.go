package command

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stappenplan/store"
)

// momentsOf are the names of the backups in a folder, the oldest first, without what the clock tells.
func momentsOf(t *testing.T, folder string) (moments []string) {
	t.Helper()
	for _, b := range slices.Backward(store.Backups(folder)) {
		if _, err := store.Check(b.Path); err != nil {
			t.Error(err)
		}
		_, name, _ := strings.Cut(b.Moment(), "Z-")
		moments = append(moments, name)
	}
	return moments
}

// hasBackups fails the test unless these are the backups beside a file.
func hasBackups(t *testing.T, path string, want ...string) {
	t.Helper()
	if got := momentsOf(t, store.BackupFolder(path)); !slices.Equal(got, want) {
		t.Errorf("beside %s there are backups %v, want %v", path, got, want)
	}
}

func TestABackupComesBeforeTheFirstEntryOfASession(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	call := func(typed string, args ...string) {
		t.Helper()
		c.calls(t, statusDone, typed, append([]string{"--file", path}, args...)...)
	}
	call("", "import", written(t, "one.json", onePlan))
	if names := namesBeside(t, path); !slices.Equal(names, []string{"p.db"}) {
		t.Errorf("a new plan leaves %v", names)
	}
	for _, reads := range [][]string{{"status"}, {"history"}, {"check"}, {"export"}, {"plans"}, {"import", "--dry-run", written(t, "another.json", anotherPlan)}, {"--plain"}} {
		call("stop\n", reads...)
	}
	hasBackups(t, path)
	call("", "import", "--yes", written(t, "another.json", anotherPlan))
	hasBackups(t, path, "0001-import")
	call("", "undo")
	hasBackups(t, path, "0001-import", "0002")
	call("j\nj\nstop\n", "--plain")
	hasBackups(t, path, "0001-import", "0003") // of a day the newest stays
	call("", "import", "--yes", written(t, "same.json", c.exportOf(t, path, "plan")))
	hasBackups(t, path, "0001-import", "0003")
}

// Where no backup can be made beside the file, that is said once, and then it is asked whether they may stand on this computer.
func TestABackupThatCannotBeMade(t *testing.T) {
	c, folder := withState(t)
	path := filepath.Join(folder, "p.db")
	call := func(typed string, args ...string) {
		t.Helper()
		c.calls(t, statusDone, typed, append([]string{"--file", path}, args...)...)
	}
	call("", "import", written(t, "one.json", onePlan))
	if err := os.WriteFile(store.BackupFolder(path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	const said = "kan geen back-up gemaakt worden in de map"
	call("", "plans", "--rename", "Kade")
	if c.says(t, said); strings.Count(c.wrong, "\n") != 1 {
		t.Errorf("it says\n%s", c.wrong)
	}
	call("", "undo")
	if c.wrong != "" {
		t.Errorf("it says once more\n%s", c.wrong)
	}
	c.inTerminal = false // nobody can be asked
	call("stop\n", "--plain")
	if strings.Contains(c.said, "[j/n]") {
		t.Errorf("it asks\n%s", c.said)
	}
	c.inTerminal = true
	call("j\nb\nstop\n", "--plain")
	other := filepath.Join(c.dataFolder, "stappenplan", "backups")
	c.says(t, "Naast "+path+" kan geen back-up", "op deze computer staan, in "+filepath.Join(other, "p-"))
	folders, _ := os.ReadDir(other)
	if len(folders) != 1 || !slices.Equal(momentsOf(t, filepath.Join(other, folders[0].Name())), []string{"0003"}) {
		t.Errorf("on this computer there are %v", folders)
	}
	call("stop\n", "--plain")
	if strings.Contains(c.said+c.wrong, "back-up") {
		t.Errorf("it asks again\n%s%s", c.said, c.wrong)
	}
}

func TestAPlanOnAStickIsBackedUpOnTheComputerToo(t *testing.T) {
	for answer, want := range map[string][]string{"j": {"0001"}, "n": nil} {
		c, folder := withState(t)
		c.drive = func(string) store.Drive { return store.StickDrive }
		path := filepath.Join(folder, "p.db")
		c.calls(t, statusDone, "An\nKade\nstop\n", "--file", path, "--plain")
		if strings.Contains(c.said, "[j/n]") {
			t.Errorf("it asks before there is anything to lose\n%s", c.said)
		}
		c.calls(t, statusDone, answer+"\nb\nstop\n", "--file", path, "--plain")
		c.says(t, path+" staat op een stick")
		folders, _ := filepath.Glob(filepath.Join(c.dataFolder, "stappenplan", "backups", "p-*"))
		var got []string
		for _, f := range folders {
			got = append(got, momentsOf(t, f)...)
		}
		hasBackups(t, path, "0001")
		if !slices.Equal(got, want) {
			t.Errorf("after %s there are %v on the computer", answer, got)
		}
		c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
		if strings.Contains(c.said, "[j/n]") {
			t.Errorf("after %s it asks again\n%s", answer, c.said)
		}
	}
}

// At a terminal it is asked; a no leaves everything as it was.
func TestRestoringIsAsked(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "--by", "An", "plans", "--rename", "Kade")
	before, _ := os.ReadFile(path)
	c.calls(t, statusDone, "n\n", "--file", path, "restore", "2026")
	c.says(t, "gaat verloren, van An (1):", "School: naam Kade", "Terugzetten? [j/n]", "Het plan blijft zoals het was.")
	if after, _ := os.ReadFile(path); string(before) != string(after) {
		t.Error("after a no the file changed")
	}
	hasBackups(t, path, "0001")
	c.calls(t, statusDone, "y\n", "--lang", "en", "--file", path, "restore", "2026")
	c.says(t, "is lost, of An (1):", "Put it back? [y/n]", "is again as it was on")
	hasBackups(t, path, "0001", "0002-restore")
	c.calls(t, statusDone, "", "--file", path, "status")
	c.says(t, "Eerste school")
}

// TestABackupOfAnotherCopyStays: an older copy, or another plan, took the place of the file, and the day has a newer backup.
func TestABackupOfAnotherCopyStays(t *testing.T) {
	c, folder := withState(t)
	path := filepath.Join(folder, "p.db")
	call := func(args ...string) {
		t.Helper()
		c.calls(t, statusDone, "", append([]string{"--file", path}, args...)...)
	}
	call("import", written(t, "one.json", onePlan))
	old := contentOf(t, path)
	call("plans", "--rename", "Een")
	call("plans", "--rename", "Twee")
	call("plans", "--rename", "Drie")
	if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Vier", "Vijf", "Zes"} {
		call("plans", "--rename", name)
	}
	found := false
	for _, b := range store.Backups(store.BackupFolder(path)) {
		found = found || strings.Contains(contentOf(t, b.Path), "Twee")
	}
	if !found {
		t.Error("what the file held before another copy took its place is in no backup any more")
	}
}

// TestABackupIsNotFilledIn: it is thinned out some day, with what was typed in it.
func TestABackupIsNotFilledIn(t *testing.T) {
	c, folder := withState(t)
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "backup")
	backup := store.Backups(store.BackupFolder(path))[0].Path
	c.calls(t, statusRefused, "", "--file", backup, "import", "--yes", written(t, "another.json", anotherPlan))
	c.says(t, "is een back-up")
	before := contentOf(t, backup)
	c.calls(t, statusDone, "j\nstop\n", "--file", backup, "--plain")
	if c.says(t, "is een back-up"); contentOf(t, backup) != before {
		t.Error("the backup was changed")
	}
	c.calls(t, statusDone, "", "--file", backup, "status")
}

// TestAMomentIsNamedAndAFileHasAPath: a file of the same name elsewhere is that file, and nothing is no moment.
func TestAMomentIsNamedAndAFileHasAPath(t *testing.T) {
	c, folder := withState(t)
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "backup")
	own := store.Backups(store.BackupFolder(path))[0].Path
	stick := filepath.Join(t.TempDir(), filepath.Base(own))
	c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Op de stick")
	if err := os.WriteFile(stick, []byte(contentOf(t, path)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Later")
	c.calls(t, statusDone, "", "--file", path, "restore", "--yes", stick)
	if c.calls(t, statusDone, "", "--file", path, "status"); !strings.Contains(c.said, "Op de stick") {
		t.Errorf("put back was\n%s", c.said)
	}
	c.calls(t, statusUsage, "", "--file", path, "restore", "--yes", "")
}

// TestAnImportInTheQuestionsIsBackedUpFirst, also later in a session.
func TestAnImportInTheQuestionsIsBackedUpFirst(t *testing.T) {
	c, folder := withState(t)
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	other := written(t, "another.json", anotherPlan)
	c.calls(t, statusDone, "j\n\nlijst overnemen\n"+other+"\nj\nstop\n", "--file", path, "--plain")
	found := false
	for _, b := range store.Backups(store.BackupFolder(path)) {
		found = found || b.Reason == store.BeforeImport
	}
	if !found {
		t.Errorf("there are %v after\n%s", store.Backups(store.BackupFolder(path)), c.said)
	}
}

// TestTwoSticksAtOnePathAreKeptApart: the backups of the one are not those of the other, and each is asked whether they may stand on
// this computer.
func TestTwoSticksAtOnePathAreKeptApart(t *testing.T) {
	c, mount := withState(t)
	c.drive = func(string) store.Drive { return store.StickDrive }
	path := filepath.Join(mount, "p.db")
	sticks := map[string]string{}
	for _, school := range []string{"Kade", "Haven"} {
		sticks[school] = t.TempDir()
	}
	insert := func(school string, do func()) {
		t.Helper()
		at := func(from, to string) {
			t.Helper()
			for _, name := range namesBeside(t, filepath.Join(from, "x")) {
				if err := os.Rename(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
					t.Fatal(err)
				}
			}
		}
		at(sticks[school], mount)
		do()
		at(mount, sticks[school])
	}
	for _, school := range []string{"Kade", "Haven"} {
		insert(school, func() {
			if c.calls(t, statusDone, "", "--file", path, "restore"); school == "Haven" {
				c.says(t, "Kade") // for whoever lost the stick
			}
			begins := map[string]string{"Haven": "j\n"}[school] // where another plan was, it is asked
			c.calls(t, statusDone, begins+"An\n"+school+"\nstop\n", "--file", path, "--plain")
			if told := strings.Contains(c.said, "Op deze computer staan back-ups van Kade: typ ‘terugzetten’"); told != (school == "Haven") || strings.Contains(c.said, "De nieuwste goede") {
				t.Errorf("a new stick of %s is told\n%s", school, c.said)
			}
			c.calls(t, statusDone, "j\nb\nstop\n", "--file", path, "--plain")
			c.says(t, path+" staat op een stick")
		})
	}
	copies, err := filepath.Glob(filepath.Join(c.dataFolder, "stappenplan", "backups", "*", "*.db"))
	if err != nil || len(copies) != 2 {
		t.Fatalf("on this computer there are %v, %v", copies, err)
	}
	c.calls(t, statusRefused, "", "--file", copies[0], "undo")
	c.says(t, "is een back-up")
	for school, other := range map[string]string{"Kade": "Haven", "Haven": "Kade"} {
		insert(school, func() {
			c.calls(t, statusDone, "", "--file", path, "restore", "--json")
			if n := strings.Count(c.said, `"moment"`); n != 1 {
				t.Errorf("of %s there are %d:\n%s", school, n, c.said)
			}
			if err := errors.Join(os.RemoveAll(store.BackupFolder(path)), os.Truncate(path, 0)); err != nil {
				t.Fatal(err)
			}
			c.calls(t, statusRefused, "", "--file", path, "--plain") // which of both it was is not to be told
			if strings.Contains(c.said, "De nieuwste goede back-up") {
				t.Errorf("of an empty file it offers\n%s", c.said)
			}
			c.calls(t, statusDone, "", "--file", path, "restore")
			c.says(t, school, other)
		})
	}
}

// TestABackupOfAnotherPlanIsSaidToBeOne, and is never offered.
func TestABackupOfAnotherPlanIsSaidToBeOne(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	other := filepath.Join(t.TempDir(), "q.db")
	c.calls(t, statusDone, "", "--file", other, "import", written(t, "another.json", strings.Replace(anotherPlan, "Tweede", "Vierde", 1)))
	if err := os.WriteFile(path, []byte(contentOf(t, other)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "", "--file", path, "restore")
	first, last, _ := strings.Cut(c.said, "\n")
	if !strings.Contains(first, "zelf gemaakt") || strings.Contains(first, "ander plan") || !strings.Contains(last, "2 wijzigingen · ronde 1 · ander plan: Tweede school") {
		t.Errorf("it lists\n%s", c.said)
	}
	content := contentOf(t, path)
	os.RemoveAll(store.Backups(store.BackupFolder(path))[0].Path)
	if err := os.WriteFile(path, []byte(content[:len(content)-4096]), 0o600); err != nil {
		t.Fatal(err)
	}
	c.call("n\n", "--file", path, "--plain")
	if strings.Contains(c.said, "De nieuwste goede back-up") {
		t.Errorf("it offers\n%s", c.said)
	}
}

// TestABackupOfADayToComeIsSaidToBeOne, comes last, and is not the one that is shown how to put back.
func TestABackupOfADayToComeIsSaidToBeOne(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	now := c.clock
	c.clock = func() time.Time { return now().AddDate(3, 0, 0) }
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.clock = now
	c.calls(t, statusDone, "", "--file", path, "restore")
	lines := strings.Split(strings.TrimSpace(c.said), "\n")
	if len(lines) != 3 || !strings.Contains(lines[1], "ronde 1 · datum klopt niet (klok) · zelf gemaakt") || strings.Contains(lines[0], "klopt niet") ||
		!strings.Contains(lines[2], "restore 2026") {
		t.Errorf("it lists\n%s", c.said)
	}
}

// TestAHintNamesTheFile, so that it can be typed as it stands.
func TestAHintNamesTheFile(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "mijn plan.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	named := `stappenplan --file "` + path + `" `
	c.calls(t, statusDone, "", "--file", path, "restore")
	c.says(t, named+"backup")
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "", "--file", path, "restore")
	c.says(t, named+"restore 2026-")
	os.Truncate(path, 0)
	c.calls(t, statusRefused, "", "--file", path, "status")
	c.says(t, named+"restore")
}

// A backup that a newer version made, such as of a plan that was encrypted by it, is not called damaged.
func TestABackupOfANewerVersionIsNotCalledDamaged(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "backup")
	if err := os.WriteFile(filepath.Join(store.BackupFolder(path), "2026-11-20T083000Z-0003.db"), vector(t, "newer.db.gz"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", path, "restore")
	if c.says(t, "van een nieuwere versie"); strings.Contains(c.said, "beschadigd") {
		t.Errorf("it says\n%s", c.said)
	}
}
