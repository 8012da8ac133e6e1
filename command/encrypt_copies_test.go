package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stappenplan/store"
)

// A stick whose passphrase was changed on another computer: its backups on this one follow when its copies are encrypted.
func TestBackupsOfAStickWhosePassphraseWasChangedElsewhere(t *testing.T) {
	c, folder := withState(t)
	c.drive = func(string) store.Drive { return store.StickDrive }
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "An\nDe geheime school\nstop\n", "--file", path, "--plain")
	c.calls(t, statusDone, "j\nb\nstop\n", "--file", path, "--plain")
	c.calls(t, statusDone, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	newComputer(t).calls(t, statusDone, aPhrase+"\nj\n"+anotherPhrase+"\n"+anotherPhrase+"\n", "--file", path, "encrypt", "--change")
	c.calls(t, statusDone, anotherPhrase+"\nj\n", "--file", path, "encrypt")
	c.says(t, "en de back-ups ook")
	c.calls(t, statusDone, anotherPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "is al versleuteld")
	elsewhere, _ := filepath.Glob(filepath.Join(c.dataFolder, "stappenplan", "backups", "*", "*.db"))
	for _, backup := range elsewhere {
		c.calls(t, statusDone, anotherPhrase+"\n", "--file", backup, "status")
	}
	if elsewhere == nil {
		t.Error("there is no backup on this computer")
	}
}

// Backups on this computer, of a plan on a stick, are encrypted with it; and one is made there too without the passphrase.
func TestBackupsOnTheComputerAreEncryptedToo(t *testing.T) {
	c, folder := withState(t)
	c.drive = func(string) store.Drive { return store.StickDrive }
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "An\nDe geheime school\nstop\n", "--file", path, "--plain")
	c.calls(t, statusDone, "j\nb\nstop\n", "--file", path, "--plain")
	elsewhere := filepath.Join(c.dataFolder, "stappenplan", "backups")
	if liesOpen(t, elsewhere, "geheime") == nil {
		t.Fatal("there is no backup on the computer to begin with")
	}
	c.calls(t, statusDone, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	if got := append(liesOpen(t, elsewhere, "geheime"), liesOpen(t, folder, "geheime")...); got != nil {
		t.Errorf("these lie open: %v", got)
	}
	before, _ := filepath.Glob(filepath.Join(elsewhere, "*", "*.db"))
	c.inTerminal = false
	c.calls(t, statusDone, "", "--file", path, "backup")
	after, _ := filepath.Glob(filepath.Join(elsewhere, "*", "*.db"))
	if folders, _ := os.ReadDir(elsewhere); len(after) != len(before)+1 || len(folders) != 1 {
		t.Errorf("on the computer there are %v, and were %v", after, before)
	}
	c.inTerminal = true
	c.calls(t, statusDone, aPhrase+"\nn\nstop\n", "--file", path, "--plain")
	if strings.Contains(c.said, "op deze computer staan") {
		t.Errorf("it asks again\n%s", c.said)
	}
}

// A stick that was encrypted on another computer keeps its folder on this one, and its open backups there are encrypted or erased like all.
func TestAStickThatWasEncryptedElsewhere(t *testing.T) {
	c, folder := withState(t)
	c.drive = func(string) store.Drive { return store.StickDrive }
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "An\nDe geheime school\nstop\n", "--file", path, "--plain")
	c.calls(t, statusDone, "j\nb\nstop\n", "--file", path, "--plain")
	newComputer(t).calls(t, statusDone, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	c.calls(t, statusDone, aPhrase+"\nn\nstop\n", "--file", path, "--plain")
	elsewhere := filepath.Join(c.dataFolder, "stappenplan", "backups")
	if folders, _ := os.ReadDir(elsewhere); len(folders) != 1 || liesOpen(t, elsewhere, "geheime") == nil {
		t.Fatalf("on this computer are %v", folders)
	}
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "encrypt")
	if got := liesOpen(t, elsewhere, "geheime"); got != nil {
		t.Errorf("these lie open: %v", got)
	}
}

// TestAnOpenCopyOfAnEncryptedPlanIsOfThatPlan, also where the file is damaged or its passphrase is not given: what cannot be told is not said.
func TestAnOpenCopyOfAnEncryptedPlanIsOfThatPlan(t *testing.T) {
	c := newComputer(t)
	path, old := filepath.Join(t.TempDir(), "p.db"), filepath.Join(t.TempDir(), "old.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "backup", old)
	open := bytesOf(t, old)
	c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Tweede school")
	c.calls(t, statusDone, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	backup := filepath.Join(store.BackupFolder(path), "2026-11-23T080000Z-0001.db")
	if err := os.WriteFile(backup, open, 0o600); err != nil {
		t.Fatal(err)
	}
	asked := func(typed string, args ...string) {
		t.Helper()
		c.calls(t, statusDone, typed, append([]string{"--file", path}, args...)...)
		if strings.Contains(c.said, "ander plan") {
			t.Errorf("%v says\n%s", args, c.said)
		}
	}
	asked("\n", "restore")
	asked(aPhrase+"\nn\n", "restore", old)
	content := bytesOf(t, path)
	content[len(content)-1-bytes.IndexFunc(reversed(content), func(r rune) bool { return r != 0 })] ^= 1
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	asked("\n", "restore")
	asked(aPhrase+"\n", "restore")
	asked(aPhrase+"\nn\n", "restore", old)
}

// TestAnEncryptedLeftOverOfAnotherPlanStays, under its own passphrase, and holds nothing up.
func TestAnEncryptedLeftOverOfAnotherPlanStays(t *testing.T) {
	c := newComputer(t)
	path, other := encryptedPlan(t, c), filepath.Join(t.TempDir(), "q.db")
	const otherPhrase = "zeven andere woorden op een rij"
	c.calls(t, statusDone, "", "--file", other, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "j\n"+otherPhrase+"\n"+otherPhrase+"\n", "--file", other, "encrypt")
	content, leftOver := bytesOf(t, other), filepath.Join(filepath.Dir(path), ".stappenplan-1.copy")
	own := filepath.Join(filepath.Dir(path), ".stappenplan-2.copy")
	for file, what := range map[string][]byte{leftOver: content, own: bytesOf(t, path)} {
		if err := os.WriteFile(file, what, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "erase", "name:Niemand")
	if strings.Contains(c.said, leftOver) {
		t.Errorf("it asks\n%s", c.said)
	}
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "decrypt")
	if c.says(t, "Ook 2 back-ups en kopieën", "niet meer versleuteld"); strings.Contains(c.said, leftOver) {
		t.Errorf("it says\n%s", c.said)
	}
	if !bytes.Equal(content, bytesOf(t, leftOver)) {
		t.Error("the left-over of another plan changed")
	}
	if copied, err := store.TakeCopy(own); err != nil || copied.Encrypted() {
		t.Error("its own left-over is still encrypted")
	}
}

// TestMergingWhereOneCopyIsEncrypted: what comes out of an encrypted copy into a plan that lies open is said to lie open from then on; the other
// way nothing of it does.
func TestMergingWhereOneCopyIsEncrypted(t *testing.T) {
	c := newComputer(t)
	open, closed := filepath.Join(t.TempDir(), "open.db"), filepath.Join(t.TempDir(), "closed.db")
	c.calls(t, statusDone, "", "--file", open, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", open, "backup", closed)
	c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", "--file", closed, "encrypt", "--yes")
	c.calls(t, statusDone, aPhrase+"\n", "--file", closed, "plans", "--rename", "Geheime school")
	c.calls(t, statusDone, aPhrase+"\nn\n", "--file", open, "merge", closed)
	c.says(t, "closed.db is versleuteld, en je plan hier niet. Wat erbij komt, is daarna leesbaar zonder wachtwoord.")
	c.calls(t, statusDone, aPhrase+"\n", "--file", open, "merge", closed, "--yes")
	c.calls(t, statusDone, "", "--file", open, "plans", "--rename", "Open school")
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", closed, "merge", open)
	if strings.Contains(c.said, "leesbaar") {
		t.Errorf("it says\n%s", c.said)
	}
	if got := liesOpen(t, filepath.Dir(closed), "school"); got != nil {
		t.Errorf("these lie open: %v", got)
	}
}

// TestWhatWasAgreedHoldsForAPlanThatWasEncryptedElsewhere: it was agreed by the id of its first entry, which is closed now. It was opened once,
// and from then on a backup comes on this computer also where no passphrase is given, in the folder where its others are.
func TestWhatWasAgreedHoldsForAPlanThatWasEncryptedElsewhere(t *testing.T) {
	c, folder := withState(t)
	c.drive = func(string) store.Drive { return store.StickDrive }
	path := filepath.Join(folder, "p.db")
	c.calls(t, statusDone, "An\nDe geheime school\nstop\n", "--file", path, "--plain")
	c.calls(t, statusDone, "j\nb\nstop\n", "--file", path, "--plain")
	newComputer(t).calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt", "--yes")
	c.calls(t, statusDone, aPhrase+"\nstop\n", "--file", path, "--plain")
	elsewhere := filepath.Join(c.dataFolder, "stappenplan", "backups", "*", "*-asked.db")
	c.inTerminal = false
	c.calls(t, statusDone, "", "--file", path, "backup")
	if made, _ := filepath.Glob(elsewhere); len(made) != 1 {
		t.Errorf("on this computer are %v", made)
	}
	if folders, _ := os.ReadDir(filepath.Join(c.dataFolder, "stappenplan", "backups")); len(folders) != 1 {
		t.Errorf("its backups are in %v", folders)
	}
}

// TestALeftOverThatHoldsMoreIsKept: a plan that was being brought to safety may stand whole only there. It is encrypted with the rest, also where
// the file was encrypted before.
func TestALeftOverThatHoldsMoreIsKept(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	less := bytesOf(t, path)
	c.calls(t, statusDone, "", "--file", path, "import", "--yes", written(t, "another.json", anotherPlan))
	leftOver := filepath.Join(filepath.Dir(path), ".stappenplan-1.new")
	for file, content := range map[string][]byte{leftOver: bytesOf(t, path), path: less} {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	open := bytesOf(t, leftOver)
	c.calls(t, statusDone, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	c.calls(t, statusDone, aPhrase+"\n", "--file", leftOver, "status")
	c.says(t, "Tweede school")
	if err := os.WriteFile(leftOver, open, 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "encrypt")
	c.says(t, "en de back-ups ook")
	if got := liesOpen(t, filepath.Dir(path), "school"); got != nil {
		t.Errorf("these lie open: %v", got)
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", leftOver, "status")
	c.says(t, "Tweede school")
}

// underAnotherKey is an encrypted plan whose file came from a stick, under the key and the passphrase of before: its backups are under another
// key and passphrase.
func underAnotherKey(t *testing.T, c *computer) (path string) {
	t.Helper()
	path = encryptedPlan(t, c)
	stick := bytesOf(t, path)
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "decrypt")
	c.calls(t, statusDone, anotherPhrase+"\n"+anotherPhrase+"\n", "--file", path, "encrypt", "--yes")
	if err := os.WriteFile(path, stick, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const thirdPhrase = "zeven andere woorden op een rij"

// TestBackupsUnderAnotherKeyFollow, by their own passphrase; where that is not given they are told, and nothing stays to be done.
func TestBackupsUnderAnotherKeyFollow(t *testing.T) {
	c := newComputer(t)
	path := underAnotherKey(t, c)
	c.calls(t, statusRefused, aPhrase+"\nj\n"+thirdPhrase+"\n"+thirdPhrase+"\n\n\n\n", "--file", path, "encrypt", "--change")
	backup := store.Backups(store.BackupFolder(path))[0].Path
	c.says(t, "1 ervan heeft een ander wachtwoord", "houden hun eigen wachtwoord", backup)
	if strings.Contains(c.said, "hebben nu een ander wachtwoord") || toBeDone(t, path) != nil {
		t.Errorf("it says\n%s", c.said)
	}
	c.calls(t, statusDone, thirdPhrase+"\nj\n"+anotherPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "is versleuteld, en de back-ups ook")
	c.calls(t, statusDone, thirdPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "is al versleuteld")
	for _, b := range store.Backups(store.BackupFolder(path)) {
		c.calls(t, statusDone, thirdPhrase+"\n", "--file", b.Path, "status")
	}

	path = underAnotherKey(t, c)
	c.calls(t, statusDone, aPhrase+"\nj\n"+thirdPhrase+"\n"+thirdPhrase+"\n"+anotherPhrase+"\n", "--file", path, "encrypt", "--change")
	c.says(t, "hebben nu een ander wachtwoord")
	for _, b := range store.Backups(store.BackupFolder(path)) {
		c.calls(t, statusDone, thirdPhrase+"\n", "--file", b.Path, "status")
	}
}

// TestAnOlderCopyIsPutBackUnderThePassphraseOfTheFile, also one under another key; where the file is damaged and its passphrase
// is not given it is said that the other holds from then on.
func TestAnOlderCopyIsPutBackUnderThePassphraseOfTheFile(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, c *computer, path string){
		"changed": func(t *testing.T, c *computer, path string) {
			c.calls(t, statusDone, aPhrase+"\nj\n"+anotherPhrase+"\n"+anotherPhrase+"\n", "--file", path, "encrypt", "--change")
		},
		"encrypted again": func(t *testing.T, c *computer, path string) {
			c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "decrypt")
			c.calls(t, statusDone, anotherPhrase+"\n"+anotherPhrase+"\n", "--file", path, "encrypt", "--yes")
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := newComputer(t)
			path, stick := encryptedPlan(t, c), filepath.Join(t.TempDir(), "stick.db")
			if err := os.WriteFile(stick, bytesOf(t, path), 0o600); err != nil {
				t.Fatal(err)
			}
			change(t, c, path)
			c.calls(t, statusDone, anotherPhrase+"\n", "--file", path, "plans", "--rename", "Derde school")
			c.calls(t, statusDone, anotherPhrase+"\n"+aPhrase+"\n", "--file", path, "restore", "--yes", stick)
			if c.says(t, "staat weer zoals"); strings.Contains(c.said, "het wachtwoord van die kopie") {
				t.Errorf("it says\n%s", c.said)
			}
			c.calls(t, statusDone, anotherPhrase+"\n", "--file", path, "status")
			c.says(t, "Tweede school")

			content := bytesOf(t, path)
			content[len(content)-1-bytes.IndexFunc(reversed(content), func(r rune) bool { return r != 0 })] ^= 1
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			c.calls(t, statusDone, "\n\n\n"+aPhrase+"\n", "--file", path, "restore", "--yes", stick)
			c.says(t, "heeft nu het wachtwoord van die kopie")
			c.calls(t, statusDone, aPhrase+"\n", "--file", path, "status")
		})
	}
}

// TestWhatIsWholeOfADamagedBackupIsNotTheNewestGoodOne: encrypting leaves less of it than an older backup holds.
func TestWhatIsWholeOfADamagedBackupIsNotTheNewestGoodOne(t *testing.T) {
	c := newComputer(t)
	path := ofThree(t, c)
	c.calls(t, statusDone, "", "--file", path, "backup")
	good := store.Backups(store.BackupFolder(path))[0]
	later := filepath.Join(store.BackupFolder(path), "2027-11-23T080000Z-0003-asked.db")
	if err := os.WriteFile(later, bytes.ReplaceAll(bytesOf(t, good.Path), []byte("Derde"), []byte("derde")), 0o600); err != nil {
		t.Fatal(err)
	}
	c.clock = func() time.Time { return time.Date(2027, 11, 24, 8, 0, 0, 0, time.UTC) }
	c.calls(t, statusDone, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "Van 1 beschadigde kopie")
	if kept := store.Backups(store.BackupFolder(path))[0]; kept.At.Year() != 2027 || kept.Entries != 0 {
		t.Errorf("what is whole is kept as %+v", kept)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, aPhrase+"\nj\nstop\n", "--file", path, "--plain")
	c.says(t, "De nieuwste goede back-up is van", "3 wijzigingen · ronde 1")
}

// TestDecryptingLeavesNoDamagedBackupEncrypted: what is whole of it can be read once nobody needs the passphrase; and that is said before.
func TestDecryptingLeavesNoDamagedBackupEncrypted(t *testing.T) {
	c := newComputer(t)
	path := ofThree(t, c)
	c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt", "--yes")
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "backup")
	backup := store.Backups(store.BackupFolder(path))[0].Path
	content := bytesOf(t, backup)
	content[len(content)-1-bytes.IndexFunc(reversed(content), func(r rune) bool { return r != 0 })] ^= 1
	if err := os.WriteFile(backup, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.TakeCopy(backup); !store.Damaged(err) {
		t.Fatal(err)
	}
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "decrypt")
	c.says(t, "Van 1 beschadigde kopie wordt leesbaar wat nog heel is. De rest verdwijnt.", "niet meer versleuteld, en de back-ups ook niet")
	for _, b := range store.Backups(store.BackupFolder(path)) {
		c.calls(t, statusDone, "", "--file", b.Path, "status")
	}
}
