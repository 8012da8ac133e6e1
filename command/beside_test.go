package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/store"
)

// TestConflictCopiesAreKnownByTheirNames, as the sync clients call them, and nothing else that stands there.
func TestConflictCopiesAreKnownByTheirNames(t *testing.T) {
	for _, name := range []string{
		"plan (conflicted copy 2026-11-29).db", "plan (An's conflicted copy 2026-11-29).db", "plan (Conflicterende kopie van LAPTOP 2026-11-29).db", // Dropbox
		"plan-LAPTOP-4F2K.db", "plan-LAPTOP-4F2K-2.db", "Plan-PC.DB", // OneDrive
		"plan (1).db", "plan_conf(1).db", "plan [Conflict].db", // Google Drive
		"plan 2.db", // iCloud
		"plan (conflicted copy 2026-11-29 083000).db",   // Nextcloud
		"plan_conflict-20261129-083000.db",              // ownCloud
		"plan.sync-conflict-20261129-083000-ABCDEFG.db", // Syncthing
		"plan - kopie.db", "plan - Copy (2).db",         // Explorer
	} {
		if !conflictCopy(name, "plan.db") {
			t.Errorf("%s is not taken for a copy", name)
		}
	}
	for _, name := range []string{"plan.db", "plan.v3.db", "plan.v3-2.db", "planning.db", "plan.json", "plan 2.json", "ander.db", ".plan.db", "plan", "plan-.db"} {
		if conflictCopy(name, "plan.db") {
			t.Errorf("%s is taken for a copy", name)
		}
	}
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
	here, there := copiesOf(t)
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
	c.says(t, "Ernaast staat een kopie met 1 nieuwe wijziging: typ ‘samenvoegen’", "OneDrive kan dit bestand vervangen",
		"Samengevoegd: 1 wijziging erbij.", "Druk op Enter", "Tweede school")
	if strings.Count(c.said, "OneDrive kan") != 1 {
		t.Errorf("the folder is told more than once:\n%s", c.said)
	}
	c.calls(t, statusDone, "stop\n", "--file", file, "--plain")
	if strings.Contains(c.said, "OneDrive kan") || strings.Contains(c.said, "Ernaast") {
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
