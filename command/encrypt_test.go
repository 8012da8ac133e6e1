package command

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/store"
	"stappenplan/store/passphrase"
	"stappenplan/wizard/screen"
)

// encryptedPlan is a plan of two entries with a backup, encrypted.
func encryptedPlan(t *testing.T, c *computer) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "import", "--yes", written(t, "another.json", anotherPlan))
	c.calls(t, statusDone, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	return path
}

// liesOpen names the files in a folder, and in those under it, in which a text stands.
func liesOpen(t *testing.T, folder, text string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(text)) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestEncryptingIsShownAndAsked(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "import", "--yes", written(t, "another.json", anotherPlan))
	c.calls(t, statusDone, "n\n", "--file", path, "encrypt")
	c.says(t, path+" wordt versleuteld", "Ook 1 back-up", "Versleutelen? [j/n]")
	if got := liesOpen(t, filepath.Dir(path), "school"); len(got) != 2 {
		t.Errorf("after a no these lie open: %v", got)
	}
	c.calls(t, statusRefused, "j\nkort\nkort\nkort\n", "--file", path, "encrypt")
	c.calls(t, statusDone, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "is versleuteld, en de back-ups ook")
	if got := append(liesOpen(t, filepath.Dir(path), "school"), liesOpen(t, filepath.Dir(path), "unfinished")...); got != nil {
		t.Errorf("these lie open: %v", got)
	}
	if names := namesBeside(t, path); strings.Join(names, " ") != "p.backups p.db" {
		t.Errorf("there are %v", names)
	}
}

func TestAnEncryptedPlanAsksItsPassphrase(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	c.calls(t, statusDone, "mis\n"+aPhrase+"\n", "--file", path, "status")
	c.says(t, "Wachtwoord van "+path, "Dat is het wachtwoord niet", "Tweede school")
	c.calls(t, statusRefused, "mis\nmis\nmis\n", "--file", path, "status")
	c.says(t, "Dat is het wachtwoord van "+path+" niet")
	c.calls(t, statusRefused, "\n", "--file", path, "undo")
	c.says(t, "er is geen wachtwoord gegeven")
	c.calls(t, statusDone, aPhrase+"\nstop\n", "--file", path, "--plain")
	if !strings.HasPrefix(c.said, "p.db is versleuteld. Het staat in "+filepath.Dir(path)) {
		t.Errorf("line by line it begins with\n%s", c.said)
	}
	c.inTerminal = false
	c.calls(t, statusDone, aPhrase+"\nj\nstop\n", "--file", path, "--plain")
	c.calls(t, statusRefused, aPhrase+"\n", "--file", path, "status")
	if c.said != "" {
		t.Errorf("it says %q", c.said)
	}
	if got := liesOpen(t, filepath.Dir(path), "school"); got != nil {
		t.Errorf("these lie open: %v", got)
	}
}

// The output may go to a file: the question then stands beside it.
func TestThePassphraseIsAskedBesideTheOutput(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	c.outTerminal = false
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "export", "--format", "json")
	if !strings.HasPrefix(c.said, "{") || !strings.Contains(c.wrong, "Wachtwoord van") {
		t.Errorf("it says %q beside %q", c.said[:40], c.wrong)
	}
}

// What was broken off after the file was encrypted is finished by whoever changes something next; before that, nothing was done.
func TestEncryptingThatWasBrokenOffIsFinished(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "import", "--yes", written(t, "another.json", anotherPlan))
	if err := store.Intend(path, *intended{sealing: sealing{Encrypt: true}}.intent()); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", path, "undo")
	c.says(t, "is onderbroken voor het begon")
	if toBeDone(t, path) != nil {
		t.Error("it stays to be done")
	}

	key, err := passphrase.NewKey(aPhrase, quick)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	leftOver := filepath.Join(filepath.Dir(path), ".stappenplan-1.copy")
	if err := os.WriteFile(leftOver, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := store.Intend(path, *intended{sealing: sealing{Encrypt: true}}.intent()); err != nil {
		t.Fatal(err)
	}
	if err := store.Encrypt(path, key, nil); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, "\n\n", "--file", path, "redo") // without the passphrase it stays to be done
	if toBeDone(t, path) == nil || liesOpen(t, filepath.Dir(path), "school") == nil {
		t.Error("it was done without a passphrase")
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "redo")
	c.says(t, "Het versleutelen dat begonnen was, is nu af")
	if got := liesOpen(t, filepath.Dir(path), "school"); got != nil || toBeDone(t, path) != nil {
		t.Errorf("these lie open: %v", got)
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "restore")
	c.says(t, "3 wijzigingen", "1 wijziging ")
}

func TestAFileThatIsOpenIsNotEncrypted(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	open, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	c.calls(t, statusRefused, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "is al open in een ander venster")
	if toBeDone(t, path) != nil {
		t.Error("it stays to be done")
	}
}

// TestADamagedCopyGoesAndOneThatIsOpenIsTold; but what is whole of a damaged one stays, encrypted.
func TestADamagedCopyGoesAndOneThatIsOpenIsTold(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "import", "--yes", written(t, "another.json", anotherPlan))
	folder := store.BackupFolder(path)
	if err := os.WriteFile(filepath.Join(folder, "2026-11-01T080000Z-0000-restore.db"), bytes.Repeat([]byte("school"), 9000), 0o600); err != nil {
		t.Fatal(err)
	}
	damaged, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "2026-11-02T080000Z-0000-restore.db"), damaged[:9000], 0o600); err != nil {
		t.Fatal(err)
	}
	readable := filepath.Join(folder, "2026-11-03T080000Z-0000-restore.db") // an older state is whole
	whole := bytes.Clone(damaged)
	whole[len(whole)-1-bytes.IndexFunc(reversed(whole), func(r rune) bool { return r != 0 })] ^= 1
	if err := os.WriteFile(readable, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", readable, "salvage", filepath.Join(t.TempDir(), "whole.db"))
	backup := store.Backups(folder)[0].Path
	open, err := store.Open(backup)
	if err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, "j\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "Van 2 beschadigde kopieën wordt versleuteld wat nog heel is. De rest verdwijnt.", "nog leesbaar: "+backup)
	open.Close()
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "is nu af")
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "is al versleuteld")
	if _, err := os.Stat(filepath.Join(folder, "2026-11-02T080000Z-0000-restore.db")); err == nil {
		t.Error("the damaged copy is still there")
	}
	if _, err := os.Stat(filepath.Join(folder, "2026-11-01T080000Z-0000-restore.db")); err != nil {
		t.Error("what is no file of plans went")
	}
	if got := liesOpen(t, folder, `"kind"`); got != nil {
		t.Errorf("these lie open: %v", got)
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "restore")
	c.says(t, "3 november 2026, 08:00  2 wijzigingen")
}

// What is whole of a damaged file comes in a new one that is encrypted too.
func TestSalvageOfAnEncryptedPlan(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)-1-bytes.IndexFunc(reversed(content), func(r rune) bool { return r != 0 })] ^= 1
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, aPhrase+"\n", "--file", path, "check")
	if fresh := filepath.Join(t.TempDir(), "new.db"); c.call(aPhrase+"\n", "--file", path, "salvage", fresh) == statusDone {
		if got := liesOpen(t, filepath.Dir(fresh), "school"); got != nil {
			t.Errorf("these lie open: %v", got)
		}
		c.calls(t, statusDone, aPhrase+"\n", "--file", fresh, "status")
	} else {
		t.Errorf("it says\n%s%s", c.said, c.wrong)
	}
}

func reversed(b []byte) []byte {
	r := make([]byte, len(b))
	for i, x := range b {
		r[len(b)-1-i] = x
	}
	return r
}

func TestABackupOfAnEncryptedPlanIsPutBack(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	moment := store.Backups(store.BackupFolder(path))[0].Moment()
	c.inTerminal = false
	c.calls(t, statusDone, "", "--file", path, "restore")
	c.says(t, moment, "1 wijziging · versleuteld")
	c.inTerminal = true
	c.calls(t, statusDone, "\n", "--file", path, "backup")
	c.calls(t, statusDone, "\n", "--file", path, "restore")
	if c.says(t, "2 wijzigingen · versleuteld"); strings.Count(c.said, "Wachtwoord van") != 2 {
		t.Errorf("it asks for each backup\n%s", c.said)
	}
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "restore", moment)
	c.says(t, "gaat verloren", "staat weer zoals op")
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "status")
	c.says(t, "Eerste school")
	if got := liesOpen(t, filepath.Dir(path), "school"); got != nil {
		t.Errorf("these lie open: %v", got)
	}
}

func TestDecryptingLeavesNothingClosed(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	c.calls(t, statusDone, aPhrase+"\nn\n", "--file", path, "decrypt")
	if got := liesOpen(t, filepath.Dir(path), "school"); got != nil {
		t.Errorf("after a no these lie open: %v", got)
	}
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "decrypt")
	c.says(t, "wordt weer leesbaar", "Ook 1 back-up", "niet meer versleuteld")
	c.calls(t, statusDone, "", "--file", path, "status")
	c.says(t, "Tweede school")
	c.calls(t, statusDone, "", "--file", path, "restore", "--yes", store.Backups(store.BackupFolder(path))[0].Moment())
	c.calls(t, statusDone, "", "--file", path, "check")
}

// Where the file is open elsewhere nothing is decrypted, also no copy; what was broken off halfway is finished by whoever changes something next.
func TestDecryptingIsDoneWholeOrStaysToBeDone(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	open, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, call := range [][]string{{"decrypt"}, {"encrypt", "--change"}, {"erase", "name:Zoë"}, {"restore", "2026"}} { // before anything is asked
		c.calls(t, statusRefused, "", append([]string{"--file", path}, call...)...)
		if c.says(t, "is al open in een ander venster"); strings.Contains(c.said+c.wrong, "Wachtwoord") {
			t.Errorf("%v asks first\n%s", call, c.said+c.wrong)
		}
	}
	if readable := liesOpen(t, filepath.Dir(path), "school"); readable != nil || toBeDone(t, path) != nil {
		t.Errorf("these can be read: %v", readable)
	}
	open.Close()
	if err := store.Intend(path, *intended{sealing: sealing{Decrypt: true}}.intent()); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, "\n\n\n\n\n\n", "--file", path, "undo")
	c.says(t, "er is geen wachtwoord gegeven")
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "undo")
	c.says(t, "is niet meer versleuteld")
	if readable := liesOpen(t, filepath.Dir(path), "school"); len(readable) != 3 || toBeDone(t, path) != nil {
		t.Errorf("only these can be read: %v", readable)
	}
}

// TestAnotherSchoolIsNotToldToBeRemoved: its file beside this one stays readable, and is no copy.
func TestAnotherSchoolIsNotToldToBeRemoved(t *testing.T) {
	c := newComputer(t)
	folder := t.TempDir()
	path, another, made := filepath.Join(folder, "p.db"), filepath.Join(folder, "andere.db"), filepath.Join(folder, "kopie.db")
	for _, file := range []string{path, another} {
		c.calls(t, statusDone, "", "--file", file, "import", written(t, "one.json", onePlan))
	}
	c.calls(t, statusDone, "", "--file", path, "backup", made)
	c.calls(t, statusDone, "n\n", "--file", path, "encrypt")
	if c.says(t, "Deze bestanden blijven leesbaar", made); strings.Contains(c.said, another) {
		t.Errorf("another school is named\n%s", c.said)
	}
}

func TestThePassphraseIsChanged(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	made := filepath.Join(filepath.Dir(path), "kopie.db")
	c.calls(t, statusDone, "", "--file", path, "backup", made)
	another := encryptedPlan(t, c)
	alien := filepath.Join(filepath.Dir(path), "andere.db")
	if content, err := os.ReadFile(another); err != nil || os.WriteFile(alien, content, 0o600) != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "encrypt")
	c.says(t, "is al versleuteld", "encrypt --change")
	c.calls(t, statusDone, aPhrase+"\nn\n", "--file", path, "encrypt", "--change")
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "status")
	c.calls(t, statusRefused, aPhrase+"\nj\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt", "--change")
	c.says(t, "Dat is hetzelfde wachtwoord als nu")
	c.calls(t, statusDone, aPhrase+"\nj\n"+anotherPhrase+"\n"+anotherPhrase+"\n", "--file", path, "encrypt", "--change")
	c.says(t, "krijgt een ander wachtwoord", "Ook 1 back-up", "houden het oude wachtwoord", made, "kan niemand het bestand nog openen", "Sterk", "en de back-ups hebben nu een ander wachtwoord")
	if strings.Contains(c.said, alien) {
		t.Errorf("a file with a passphrase of its own is told to keep this one\n%s", c.said)
	}
	c.calls(t, statusRefused, aPhrase+"\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "status")
	c.calls(t, statusDone, anotherPhrase+"\n", "--file", path, "restore")
	if c.says(t, "1 wijziging "); strings.Contains(c.said, "versleuteld") {
		t.Errorf("a backup keeps the passphrase of before\n%s", c.said)
	}
	c.calls(t, statusDone, anotherPhrase+"\nj\n", "--file", path, "decrypt")
	c.calls(t, statusRefused, "", "--file", path, "encrypt", "--change", "--yes")
	c.says(t, "is niet versleuteld")
}

// What was broken off before the file had the other passphrase is told, and after that it is finished without the one of before.
func TestAChangeOfThePassphraseThatWasBrokenOff(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	p := &program{environment: c.environment, out: &bytes.Buffer{}, errs: &bytes.Buffer{}, flags: flags{file: path, phrases: "given"}, keyring: &keyring{}, given: []string{aPhrase}}
	own, key, err := p.unlockedCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	begun := sealing{Encrypt: true, From: sumOf(string(own.Wrapped()))}
	if err := store.Intend(path, *intended{sealing: begun}.intent()); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "undo")
	c.says(t, "is onderbroken voor het begon. Het oude geldt nog")
	other, err := key.Under(anotherPhrase, quick)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Intend(path, *intended{sealing: begun}.intent()); err != nil {
		t.Fatal(err)
	}
	if err := store.Encrypt(path, other, nil); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, anotherPhrase+"\n", "--file", path, "redo")
	c.says(t, "is nu af")
	c.calls(t, statusDone, anotherPhrase+"\n", "--file", path, "restore")
	if strings.Contains(c.said, "versleuteld") || toBeDone(t, path) != nil {
		t.Errorf("a backup keeps the passphrase of before\n%s", c.said)
	}
}

// In the list of what can be opened, a file for which no passphrase was typed stays closed.
func TestTheListOfPlansAsksThePassphrases(t *testing.T) {
	c, folder := withState(t)
	closed := encryptedPlan(t, c)
	c.calls(t, statusDone, aPhrase+"\nstop\n", "--file", closed, "--plain")
	open := filepath.Join(folder, "open.db")
	c.calls(t, statusDone, "", "--file", open, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "stop\n", "--file", open, "--plain")
	c.calls(t, statusDone, "\nstop\n", "--plain")
	c.says(t, "Wachtwoord van "+closed, "Eerste school", closed+" is versleuteld")
	c.calls(t, statusDone, aPhrase+"\nstop\n", "--plain")
	c.says(t, "Eerste school", "Tweede school")
}

// A plan that has to go on in a new file stays encrypted there.
func TestAnEncryptedPlanThatIsRescuedStaysEncrypted(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	p := &program{environment: c.environment, out: &bytes.Buffer{}, errs: &bytes.Buffer{}, flags: flags{file: path}, keyring: &keyring{}}
	p.given = []string{aPhrase}
	p.flags.phrases = "given"
	kept, _, err := p.open(toChange)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := kept.Load(firstPlan)
	if err != nil {
		t.Fatal(err)
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	p.documents = t.TempDir()
	rescued, place, err := p.rescue(firstPlan, entries)
	if err != nil {
		t.Fatal(err)
	}
	rescued.Close()
	if got := liesOpen(t, p.documents, "school"); got != nil {
		t.Errorf("these lie open: %v", got)
	}
	c.calls(t, statusDone, aPhrase+"\n", "--file", place, "status")
	c.says(t, "Tweede school")
}

// TestTheNewestBackupOfADamagedEncryptedPlanIsOffered, also where its key is damaged.
func TestTheNewestBackupOfADamagedEncryptedPlanIsOffered(t *testing.T) {
	for name, happens := range map[string]func(content []byte) []byte{
		"an entry": func(content []byte) []byte {
			content[len(content)-1-bytes.IndexFunc(reversed(content), func(r rune) bool { return r != 0 })] ^= 1
			return content
		},
		"the key": func(content []byte) []byte { return bytes.ReplaceAll(content, []byte("scrypt"), []byte("script")) },
	} {
		t.Run(name, func(t *testing.T) {
			c := newComputer(t)
			path := encryptedPlan(t, c)
			if err := os.WriteFile(path, happens(bytesOf(t, path)), 0o600); err != nil {
				t.Fatal(err)
			}
			typed := "j\nstop\n"
			if name == "an entry" { // as much of the file itself is whole, which is offered first
				typed = "n\n" + typed
			}
			c.calls(t, statusDone, aPhrase+"\n"+typed, "--file", path, "--plain")
			c.says(t, "De nieuwste goede back-up is van", "1 wijziging · ronde 1")
			c.calls(t, statusDone, aPhrase+"\n", "--file", path, "check")
		})
	}
}

// TestDecryptingAsksEveryPassphraseFirst: where that of a copy is not given nothing is decrypted, and nothing stays to be done.
func TestDecryptingAsksEveryPassphraseFirst(t *testing.T) {
	c := newComputer(t)
	path := underAnotherKey(t, c)
	c.calls(t, statusDone, "\n", "--file", path, "backup")
	c.calls(t, statusRefused, aPhrase+"\nj\n\n\n\n", "--file", path, "decrypt")
	c.says(t, "is het wachtwoord niet gegeven")
	if readable := liesOpen(t, filepath.Dir(path), "school"); readable != nil || toBeDone(t, path) != nil {
		t.Errorf("these can be read: %v", readable)
	}
	c.calls(t, statusDone, aPhrase+"\nj\n"+anotherPhrase+"\n", "--file", path, "decrypt")
	c.says(t, "is niet meer versleuteld")
	c.calls(t, statusDone, "", "--file", path, "status")
}

// TestEncryptingTakesThePlaceOfADecryptionThatWasBrokenOff, also where nothing was decrypted yet.
func TestEncryptingTakesThePlaceOfADecryptionThatWasBrokenOff(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	backup := store.Backups(store.BackupFolder(path))[0].Path
	begun := func() {
		t.Helper()
		if err := store.Intend(path, *intended{sealing: sealing{Decrypt: true}}.intent()); err != nil {
			t.Fatal(err)
		}
	}
	begun()
	if err := store.Decrypt(backup, func(wrapped []byte) (*passphrase.Key, error) { return passphrase.OpenKey(wrapped, aPhrase) }); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, aPhrase+"\nj\n", "--file", path, "encrypt")
	c.says(t, "en de back-ups ook")
	if readable := liesOpen(t, filepath.Dir(path), "school"); readable != nil || toBeDone(t, path) != nil {
		t.Errorf("the decryption stays to be done; these can be read: %v", readable)
	}
	begun()
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "encrypt")
	if c.says(t, "is al versleuteld"); toBeDone(t, path) != nil {
		t.Error("the decryption stays to be done")
	}
}

// TestADecryptionIsNotTakenBackWhileTheFileIsInUse: whoever has it open may just go on with it. That is said.
func TestADecryptionIsNotTakenBackWhileTheFileIsInUse(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	if err := store.Intend(path, *intended{sealing: sealing{Decrypt: true}}.intent()); err != nil {
		t.Fatal(err)
	}
	open, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	said := &strings.Builder{}
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), keyring: &keyring{}}
	p.context, p.out, p.flags.phrases = t.Context(), said, written(t, "phrase", aPhrase+"\n")
	if err := p.seal(path, screen.Encrypt, true); !store.HasCode(err, store.FileLocked) || said.Len() > 0 || toBeDone(t, path) == nil {
		t.Errorf("%v: %s", err, said)
	}
}

// TestWhatAnotherProgramEncryptsStaysToBeDone: whoever has the file to itself may just have begun.
func TestWhatAnotherProgramEncryptsStaysToBeDone(t *testing.T) {
	c := newComputer(t)
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	if err := store.Intend(path, *intended{sealing: sealing{Encrypt: true}}.intent()); err != nil {
		t.Fatal(err)
	}
	open, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, "", "--file", path, "undo")
	if c.says(t, "is al open in een ander venster"); toBeDone(t, path) == nil {
		t.Error("it is forgotten")
	}
	open.Close()
	c.calls(t, statusDone, "", "--file", path, "undo")
	if c.says(t, "is onderbroken voor het begon"); toBeDone(t, path) != nil {
		t.Error("it stays to be done")
	}
}

// toBeDone is what was not finished of a file.
func toBeDone(t *testing.T, path string) []byte {
	t.Helper()
	what, err := store.Intended(path)
	if err != nil {
		t.Fatal(err)
	}
	return what
}

// TestADamagedEncryptedFileIsSaidToBeDamaged where no passphrase is given, or another, and that what is whole may come out with the right one.
func TestADamagedEncryptedFileIsSaidToBeDamaged(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	if err := damageLastEntry(path); err != nil {
		t.Fatal(err)
	}
	fresh, phrase, other := filepath.Join(t.TempDir(), "new.db"), written(t, "phrase.txt", aPhrase), written(t, "other.txt", "een ander")
	for _, call := range [][]string{{"status"}, {"undo"}, {"check"}, {"salvage", fresh}} {
		c.inTerminal = false
		c.calls(t, statusRefused, "", append([]string{"--file", path}, call...)...)
		c.says(t, "p.db is beschadigd: wat er nog heel is, is versleuteld, en kan er met het wachtwoord uit komen", "salvage NIEUWBESTAND")
		c.calls(t, statusRefused, "", append([]string{"--file", path, "--passphrase-file", other}, call...)...)
		c.says(t, "p.db is beschadigd: wat er nog heel is, is versleuteld, en het wachtwoord klopt niet")
		c.inTerminal = true
		c.calls(t, statusRefused, "\n\n\n", append([]string{"--file", path}, call...)...)
		if c.says(t, "p.db is beschadigd, en versleuteld: geef het wachtwoord", "Wachtwoord van", "wat er nog heel is, is versleuteld"); strings.Count(c.said+c.wrong, "geef het wachtwoord") != 1 {
			t.Errorf("%v says\n%s%s", call, c.said, c.wrong)
		}
	}
	c.calls(t, statusDone, "", "--file", path, "--passphrase-file", phrase, "salvage", fresh)
}
