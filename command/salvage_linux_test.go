package command

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/store"
	"stappenplan/store/storetest"
	"stappenplan/wizard/screen"
)

// onlyToRead makes all that stands in the folder of a plan readable only, and does something there as one whom that stops.
func onlyToRead(t *testing.T, path string, do func()) {
	t.Helper()
	folder, backups := filepath.Dir(path), store.BackupFolder(path)
	set := func(file, folders os.FileMode) {
		if err := errors.Join(os.Chmod(path, file), os.Chmod(backups, folders), os.Chmod(folder, folders)); err != nil {
			t.Fatal(err)
		}
	}
	set(0o400, 0o500)
	defer set(0o600, 0o700)
	storetest.AsOwner(t, do)
}

// TestWhatIsWholeGoesElsewhere where nothing can be made beside the damaged file; and where nothing can be made at all, the command for it is named.
func TestWhatIsWholeGoesElsewhere(t *testing.T) {
	c := newComputer(t)
	path := damagedPlan(t, c)
	c.documents = filepath.Join(t.TempDir(), "Documenten")
	fresh := filepath.Join(c.documents, "p-2026-11-24.db")
	onlyToRead(t, path, func() {
		c.calls(t, statusDone, "n\nj\nstop\n", "--file", path, "--plain")
		c.says(t, "Wat heel is, kan naar een nieuw bestand: "+fresh, fresh+" is gemaakt met wat heel is")
	})
	c.calls(t, statusDone, "", "--file", fresh, "status")
	c.says(t, "Eerste school")
	c.stateFolder = t.TempDir() // of another who has it
	c.documents, c.dataFolder = "/proc/a", "/proc/b"
	onlyToRead(t, path, func() {
		c.calls(t, statusRefused, "n\n", "--file", path, "--plain")
		c.says(t, "is beschadigd", "salvage NIEUWBESTAND")
	})
}

// TestDamageIsToldBeforeThatNothingCanBeWritten, with the command that brings out what is whole to where it can be.
func TestDamageIsToldBeforeThatNothingCanBeWritten(t *testing.T) {
	c := newComputer(t)
	path := damagedPlan(t, c)
	c.documents = filepath.Join(t.TempDir(), "Documenten")
	fresh := filepath.Join(c.documents, "p-2026-11-24.db")
	command := `stappenplan --file "` + path + `" salvage "` + fresh + `"`
	onlyToRead(t, path, func() {
		for _, call := range [][]string{{"undo"}, {"import", "--yes", written(t, "one.json", onePlan)}, {"check"}, {"status"}} {
			c.calls(t, statusRefused, "", append([]string{"--file", path}, call...)...)
			c.says(t, path+" is beschadigd: wijziging 1 is heel", "Het kan daar niet gewijzigd worden (je hebt er de rechten niet voor)", command)
		}
		c.calls(t, statusRefused, "", "--file", path, "salvage", filepath.Join(filepath.Dir(path), "new.db"))
		c.says(t, "In de map "+filepath.Dir(path)+" kan geen bestand gemaakt worden (je hebt er de rechten niet voor). Hier kan het wel: "+command)
		c.calls(t, statusDone, "", "--file", path, "salvage", fresh)
	})
	c.calls(t, statusDone, "", "--file", fresh, "status")
	c.says(t, "Eerste school")
}

// TestABackupGoesElsewhere where it cannot be put back, by the command and where it is offered.
func TestABackupGoesElsewhere(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	path := damagedPlan(t, c)
	c.documents = filepath.Join(t.TempDir(), "Documenten")
	fresh, moment := filepath.Join(c.documents, "p-2026-11-24.db"), store.Backups(store.BackupFolder(path))[0].Moment()
	before := contentOf(t, path)
	onlyToRead(t, path, func() {
		c.calls(t, statusDone, "j\n", "--file", path, "restore", moment)
		c.says(t, path+" kan niet gewijzigd worden (je hebt er de rechten niet voor): de back-up komt in een nieuw bestand, "+fresh, " staat in een nieuw bestand: "+fresh, `Open het zo: stappenplan --file "`+fresh+`"`)
		c.stateFolder = t.TempDir()
		c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
		c.says(t, "de back-up komt in een nieuw bestand, "+filepath.Join(c.documents, "p-2026-11-24-2.db"), "Tweede school")
	})
	c.calls(t, statusDone, "", "--file", fresh, "status")
	c.says(t, "Tweede school")
	if contentOf(t, path) != before {
		t.Error("the damaged file changed")
	}
	for name, folder := range map[string]os.FileMode{" kan niet gewijzigd worden": 0o700, " staat, kan niets geschreven worden": 0o500} {
		file := map[os.FileMode]os.FileMode{0o700: 0o400, 0o500: 0o600}[folder]
		if err := errors.Join(os.Chmod(path, file), os.Chmod(filepath.Dir(path), folder)); err != nil {
			t.Fatal(err)
		}
		storetest.AsOwner(t, func() {
			c.calls(t, statusDone, "n\n", "--file", path, "restore", moment)
			if c.says(t, path+name+" (je", "Het andere blijft zoals het is."); strings.Contains(c.said, "verloren") {
				t.Errorf("it says\n%s", c.said)
			}
		})
		if err := errors.Join(os.Chmod(path, 0o600), os.Chmod(filepath.Dir(path), 0o700)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestABackupPutBackElsewhereSaysWhere on the screens too: nothing that stood there became a backup.
func TestABackupPutBackElsewhereSaysWhere(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	c.documents = filepath.Join(t.TempDir(), "Documenten")
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), out: &bytes.Buffer{}, flags: flags{file: path}}
	moment := store.Backups(store.BackupFolder(path))[0].Moment()
	onlyToRead(t, path, func() {
		err := p.goBack(screen.Elsewhere{Restore: moment})
		if fresh := filepath.Join(c.documents, "p-2026-11-24.db"); err != nil || !strings.HasSuffix(p.notice, "staat in een nieuw bestand: "+fresh) {
			t.Errorf("it says %q, %v", p.notice, err)
		}
	})
}

// TestABackupOfAnEncryptedPlanGoesElsewhereEncrypted, also where the folder for it is made first.
func TestABackupOfAnEncryptedPlanGoesElsewhereEncrypted(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	c.documents = filepath.Join(t.TempDir(), "Documenten")
	fresh, moment := filepath.Join(c.documents, "p-2026-11-24.db"), store.Backups(store.BackupFolder(path))[0].Moment()
	if err := os.Truncate(path, 20_000); err != nil {
		t.Fatal(err)
	}
	onlyToRead(t, path, func() {
		c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "restore", moment)
		c.says(t, " staat in een nieuw bestand: "+fresh)
	})
	if open := liesOpen(t, c.documents, "school"); open != nil {
		t.Errorf("it lies open in %v", open)
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", fresh, "status")
	c.says(t, "Eerste school")
}

// TestDamageIsToldFirstWhereNothingCanBeWrittenAnywhere: neither its file, nor its folder, nor where people keep what they write.
func TestDamageIsToldFirstWhereNothingCanBeWrittenAnywhere(t *testing.T) {
	c := newComputer(t)
	path := damagedPlan(t, c)
	c.documents, c.dataFolder = filepath.Join(filepath.Dir(path), "Documenten"), filepath.Join(filepath.Dir(path), "data")
	onlyToRead(t, path, func() {
		for _, call := range [][]string{{"undo"}, {"import", "--yes", written(t, "one.json", onePlan)}, {"check"}, {"status"}, {"redo"}, {"--plain"}, {"backup"}} {
			c.call("", append([]string{"--file", path}, call...)...)
			c.says(t, path+" is beschadigd: wijziging 1 is heel", "Het kan daar niet gewijzigd worden (je hebt er de rechten niet voor)", "salvage NIEUWBESTAND")
			if strings.Contains(c.said, "De back-up terugzetten?") {
				t.Errorf("%v offers what cannot be done:\n%s", call, c.said)
			}
		}
		c.calls(t, statusRefused, "", "--file", path, "salvage", filepath.Join(filepath.Dir(path), "new.db"))
		c.says(t, path+" is beschadigd: wijziging 1 is heel", "kan geen bestand gemaakt worden (je hebt er de rechten niet voor)")
		moment := store.Backups(store.BackupFolder(path))[0].Moment()
		c.calls(t, statusRefused, "", "--file", path, "restore", "--yes", moment)
		c.says(t, path+" is beschadigd")
	})
}
