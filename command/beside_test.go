package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stappenplan/store"
)

// TestConflictCopiesAreKnownByTheirNames, as the sync clients and people call them, and nothing else that stands there.
func TestConflictCopiesAreKnownByTheirNames(t *testing.T) {
	for _, name := range []string{
		"plan (conflicted copy 2026-11-28).db", "plan (An's conflicted copy 2026-11-29).db", "plan (Conflicterende kopie van LAPTOP 2026-11-29).db", // Dropbox
		"plan (Copie en conflit de PC 2026-11-29).db", "plan (Case Conflict).db", "plan (Selective Sync Conflict).db",
		"plan-DESKTOP-ABC123.db", "plan-LAPTOP-4F2K-2.db", "Plan-PC.DB", "plan-MacBook Pro van An.db", "plan (SyncConflict 2026-11-28).db", // OneDrive
		"plan_conf(1).db", "plan [Conflict].db", // Google Drive
		"plan (conflicted copy 2026-11-29 083000).db", "plan (case clash from An 2026-11-29).db", // Nextcloud
		"plan_conflict-20261129-083000.db",                                                              // ownCloud
		"plan.sync-conflict-20261129-083000-ABCDEFG.db",                                                 // Syncthing
		"plan.Conflict.db", "plan_PC_Nov-29-083000-2026_Conflict.db", "plan (SFConflict an@x.be 08).db", // Resilio, Synology, Seafile
		"plan (An v1).db", // Windows
		"plan-PC (1).db",  // which was copied
		"plan (1)-PC-AN.db",
	} {
		if is, byProgram := conflictCopy(name, "plan.db"); !is || !byProgram {
			t.Errorf("%s: taken for a copy %t, by a program %t", name, is, byProgram)
		}
	}
	for _, name := range []string{
		"plan (1).db",                                                                                                                       // Google Drive, a browser
		"plan 2.db",                                                                                                                         // iCloud
		"plan - kopie.db", "plan - Copy (2).db", "Kopie van plan.db", "Copy of plan.db", "Copy (2) of plan.db", "Kopie van plan - kopie.db", // Windows
		"plan kopie.db", "plan copy 2.db", "plan (kopie).db", "plan (3rd copy).db", "plan - kopie (3).db", "plan (1) - kopie.db", // macOS, Linux
	} {
		if is, byProgram := conflictCopy(name, "plan.db"); !is || byProgram {
			t.Errorf("%s: taken for a copy %t, by a program %t", name, is, byProgram)
		}
	}
	for _, name := range []string{
		"plan.db", "plan.v3.db", "plan.v3-2.db", "planning.db", "plan.json", "plan 2.json", "ander.db", ".plan.db", "plan", "plan-.db",
		"Kopie van ander.db", "plan 2027 begroting.db", "mijn plan.db", "plan (begroting).db",
	} {
		if is, _ := conflictCopy(name, "plan.db"); is {
			t.Errorf("%s is taken for a copy", name)
		}
	}
	for name, of := range map[string]string{"plan (1)": "plan", "plan.sync-conflict-20261129": "plan", "coo\u0308rdinatie 2.db": "coördinatie.db", ".db 2": ".db"} {
		if is, _ := conflictCopy(name, of); !is {
			t.Errorf("%s is not taken for a copy of %s", name, of)
		}
	}
}

// TestACopyIsFoundAmongMany: one's own copies do not hide that of a sync client, and the newest of them is looked into.
func TestACopyIsFoundAmongMany(t *testing.T) {
	c := newComputer(t)
	file, other := twoCopies(t)
	mine := contentOf(t, file)
	copied := func(n int) string { return strings.TrimSuffix(file, ".db") + fmt.Sprintf(" (%d).db", n) }
	long := time.Now().AddDate(0, -1, 0)
	for n := range 25 {
		if err := errors.Join(os.WriteFile(copied(n), []byte(mine), 0o600), os.Chtimes(copied(n), long, long)); err != nil {
			t.Fatal(err)
		}
	}
	c.calls(t, statusDone, "", "--file", file, "status")
	c.says(t, "Ernaast staat plan-LAPTOP-4F2K.db, met 1 wijziging", "Naar 6 kopieën ernaast is niet gekeken")
	if err := errors.Join(os.Remove(copied(24)), os.Rename(other, copied(24))); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", file, "status")
	c.says(t, "Ernaast staat plan (24).db, met 1 wijziging", "Naar 5 kopieën ernaast is niet gekeken")
}

// TestSyncFolders are told by where they are and what they are called.
func TestSyncFolders(t *testing.T) {
	variables := map[string]string{"OneDriveCommercial": `D:\Wolk van de school`}
	for path, want := range map[string]string{
		`C:\Users\an\OneDrive - GO! Klaverdam\plan.db`:                                "OneDrive",
		`d:\wolk van de school\ICT\plan.db`:                                           "OneDrive",
		`G:\Mijn Drive\plan.db`:                                                       "Google Drive",
		"/Users/an/Library/CloudStorage/GoogleDrive-an@klaverdam.be/My Drive/plan.db": "Google Drive",
		"/home/an/Dropbox (Klaverdam)/plan.db":                                        "Dropbox",
		"/Users/an/Library/Mobile Documents/com~apple~CloudDocs/plan.db":              "iCloud",
		`C:\Users\an\iCloudDrive\plan.db`:                                             "iCloud",
		"/home/an/Nextcloud/plan.db":                                                  "Nextcloud",
		"/home/an/plannen/OneDrive.db":                                                "",
		`D:\Wolk van de schoolbus\plan.db`:                                            "",
		"plan.db":                                                                     "",
	} {
		if got := syncClient(path, func(name string) string { return variables[name] }); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

// twoCopies puts a plan in a folder called for a sync client, with a copy beside it that goes on otherwise.
func twoCopies(t *testing.T) (file, other string) {
	t.Helper()
	here, there := twoLaptops(t)
	folder := filepath.Join(t.TempDir(), "OneDrive - Klaverdam")
	file, other = filepath.Join(folder, "plan.db"), filepath.Join(folder, "plan-LAPTOP-4F2K.db")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for path, content := range map[string][]byte{file: here, other: there} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file, other
}

// TestAConflictCopyIsNoticedAndMerged line by line, from the word that was told on opening.
func TestAConflictCopyIsNoticedAndMerged(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	file, _ := twoCopies(t)
	for _, command := range []string{"status", "check"} {
		c.calls(t, statusDone, "", "--file", file, command)
		c.says(t, "Ernaast staat plan-LAPTOP-4F2K.db, met 1 wijziging die hier niet is. Samenvoegen: stappenplan --file ", " merge ")
	}
	c.calls(t, statusDone, "samenvoegen\n2\nj\n\nstop\n", "--file", file, "--plain")
	c.says(t, "Kopie ernaast, 1 nieuwe wijziging: typ ‘samenvoegen’", "OneDrive kan dit bestand vervangen",
		"Samengevoegd: 1 wijziging erbij.", "Druk op Enter", "Tweede school")
	if strings.Count(c.said, "OneDrive kan") != 1 {
		t.Errorf("the folder is told more than once:\n%s", c.said)
	}
	c.calls(t, statusDone, "stop\n", "--file", file, "--plain")
	if strings.Contains(c.said, "OneDrive kan") || strings.Contains(c.said, "ernaast") {
		t.Errorf("it is told again:\n%s", c.said)
	}
}

// TestANetworkDriveIsToldOnce.
func TestANetworkDriveIsToldOnce(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	c.drive = func(string) store.Drive { return store.NetworkDrive }
	file := filepath.Join(t.TempDir(), "plan.db")
	c.calls(t, statusDone, "", "--file", file, "import", written(t, "plan.json", onePlan))
	for i := range 2 {
		c.calls(t, statusDone, "n\nstop\n", "--file", file, "--plain")
		if told := strings.Contains(c.said, "Dit bestand staat op een netwerkschijf: zet"); told != (i == 0) {
			t.Errorf("time %d: told %v\n%s", i+1, told, c.said)
		}
	}
}

// TestAnOlderCopyPutBackIsNoticed by what was seen before, until it is known.
func TestAnOlderCopyPutBackIsNoticed(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	file := filepath.Join(t.TempDir(), "plan.db")
	c.calls(t, statusDone, "", "--file", file, "import", written(t, "plan.json", onePlan))
	before := bytesOf(t, file)
	c.calls(t, statusDone, "", "--file", file, "import", "--yes", written(t, "another.json", anotherPlan))
	c.calls(t, statusDone, "stop\n", "--file", file, "--plain")
	if strings.Contains(c.said, "oudere kopie") {
		t.Errorf("the newest is taken for an older one:\n%s", c.said)
	}
	if err := os.WriteFile(file, before, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, call := range [][]string{{"status"}, {"check"}, {"--plain"}} {
		c.calls(t, statusDone, "stop\n", append([]string{"--file", file}, call...)...)
		c.says(t, "Hier staat 1 wijziging; vroeger waren het er 2. Is dit een oudere kopie?")
	}
	c.calls(t, statusDone, "", "--file", file, "status")
	if strings.Contains(c.said, "oudere kopie") {
		t.Errorf("it is still told:\n%s", c.said)
	}
}

// TestAnotherCopyOfTheSameLengthIsNoticed: it is no older one, and what stood there is not in it.
func TestAnotherCopyOfTheSameLengthIsNoticed(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	file, other := twoCopies(t)
	theirs := contentOf(t, other)
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "stop\n", "--file", file, "--plain")
	if err := os.WriteFile(file, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, call := range [][]string{{"status"}, {"check"}, {"--plain"}} {
		c.calls(t, statusDone, "stop\n", append([]string{"--file", file}, call...)...)
		c.says(t, "Dit is een andere kopie dan vroeger: er ontbreekt iets.")
	}
	c.calls(t, statusDone, "", "--file", file, "status")
	if strings.Contains(c.said, "andere kopie") {
		t.Errorf("it is still told:\n%s", c.said)
	}
}

// TestAnOlderCopyIsNoticedByTheBackups where nothing is remembered of the file, as of a stick on another computer; but not where a person
// put an earlier one back.
func TestAnOlderCopyIsNoticedByTheBackups(t *testing.T) {
	c, folder := withState(t)
	file := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "", "--file", file, "import", written(t, "one.json", onePlan))
	before := contentOf(t, file)
	for _, name := range []string{"Een", "Twee", "Drie"} {
		c.calls(t, statusDone, "", "--file", file, "plans", "--rename", name)
	}
	c.calls(t, statusDone, "", "--file", file, "status")
	if strings.Contains(c.said, "kopie") {
		t.Errorf("the newest is taken for another copy:\n%s", c.said)
	}
	if err := os.WriteFile(file, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", file, "status")
	c.says(t, "Hier staat 1 wijziging; vroeger waren het er 3. Is dit een oudere kopie?")
	c.calls(t, statusDone, "", "--file", file, "restore", "--yes", store.Backups(store.BackupFolder(file))[0].Path)
	c.calls(t, statusDone, "", "--file", file, "status")
	if strings.Contains(c.said, "kopie") {
		t.Errorf("what was put back is taken for another copy:\n%s", c.said)
	}
}

// TestAnotherPlanAtTheSamePlaceIsNoOtherCopy: two sticks can have one path by turns.
func TestAnotherPlanAtTheSamePlaceIsNoOtherCopy(t *testing.T) {
	c, folder := withState(t)
	file, sticks := filepath.Join(folder, "p.db"), []string{}
	for _, plan := range []string{onePlan, anotherPlan} {
		c.calls(t, statusDone, "", "--file", file, "import", written(t, "plan.json", plan))
		sticks = append(sticks, contentOf(t, file))
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 4 {
		if err := os.WriteFile(file, []byte(sticks[i%2]), 0o600); err != nil {
			t.Fatal(err)
		}
		c.calls(t, statusDone, "stop\n", "--file", file, "--plain")
		if strings.Contains(c.said, "kopie") {
			t.Errorf("stick %d is taken for a copy of the other:\n%s", i%2, c.said)
		}
	}
}

// TestABackupPutBackIsNoOlderCopy: who puts one back knows.
func TestABackupPutBackIsNoOlderCopy(t *testing.T) {
	c, folder := withState(t)
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "An\nKade\nstop\n", "--file", path, "--plain")
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
	backups := store.Backups(store.BackupFolder(path))
	c.calls(t, statusDone, "", "--file", path, "restore", "--yes", backups[len(backups)-1].Path)
	c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
	if strings.Contains(c.said, "oudere kopie") {
		t.Errorf("it asks whether what was put back is an older copy:\n%s", c.said)
	}
}
