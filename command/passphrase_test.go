package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	aPhrase       = "egel vijver dinsdag lantaarn"
	anotherPhrase = "koffie tram wolk kaas zeven"
)

func TestABackupUnderAPassphraseIsAskedFor(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	path, backup := filepath.Join(folder, "p.db"), filepath.Join(folder, "copy.age")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	for typed, says := range map[string]string{
		"kort\nkort\nkort\n": "te kort",
		aPhrase + "\nanders\n" + aPhrase + "\nanders\n" + aPhrase + "\nanders\n": "twee verschillende",
	} {
		c.calls(t, statusRefused, typed, "--file", path, "backup", "--encrypt", backup)
		c.says(t, says)
		if _, err := os.Lstat(backup); err == nil {
			t.Fatal("a backup was made")
		}
	}
	c.calls(t, statusDone, "kort\n"+aPhrase+"\nanders\n"+aPhrase+"\n"+aPhrase+"\n", "--file", path, "backup", "--encrypt", backup)
	c.says(t, "kan niemand het bestand nog openen", "Sterk: 26 tekens", "staat in de back-up "+backup)
	if info, err := os.Stat(backup); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the backup is %v, %v", info.Mode(), err)
	}
	if strings.Contains(c.said+c.wrong, aPhrase) {
		t.Error("the passphrase is shown")
	}

	c.calls(t, statusDone, "", "--file", path, "import", "--yes", written(t, "another.json", anotherPlan))
	c.calls(t, statusRefused, "mis\nmis\nmis\n", "--file", path, "restore", backup)
	c.says(t, "Dat is het wachtwoord niet. Probeer opnieuw.", "Dat is het wachtwoord van "+backup+" niet")
	c.calls(t, statusDone, "mis\n"+aPhrase+"\nj\n", "--file", path, "restore", backup)
	c.says(t, "gaat verloren", "p.db staat weer zoals op")
	c.calls(t, statusDone, "", "--file", path, "check")
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "restore", backup)
	c.says(t, "Er is niets gewijzigd")
}

func TestADamagedBackupUnderAPassphraseIsNotPutBack(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	path, backup := filepath.Join(folder, "p.db"), filepath.Join(folder, "copy.age")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", "--file", path, "backup", "--encrypt", backup)
	content, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2] ^= 1
	if err := os.WriteFile(backup, content, 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, aPhrase+"\n", "--file", path, "restore", "--yes", backup)
	c.says(t, "copy.age kan niet teruggezet worden", "beschadigd")
}

func TestNothingTypedIsAskedAgain(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	c.calls(t, statusDone, "\n\n"+aPhrase+"\n", "--file", path, "status")
	c.says(t, "Je typte niets. Probeer opnieuw.", "Tweede school")
	c.calls(t, statusRefused, "\n\n\n", "--file", path, "status")
}

func TestALineEndIsNoPartOfAPassphrase(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	for _, ending := range []string{"", "\n", "\r\n", "\r\n\r\n"} {
		c.calls(t, statusDone, "", "--file", path, "--passphrase-file", written(t, "pw", aPhrase+ending), "status")
		c.calls(t, statusDone, "\x1b[200~"+aPhrase+"\x1b[201~"+ending, "--file", path, "status")
	}
}

// TestHowAFileIsWrittenIsNoPartOfAPassphrase: Notepad sets a mark before a text, and PowerShell writes two bytes a letter.
func TestHowAFileIsWrittenIsNoPartOfAPassphrase(t *testing.T) {
	c := newComputer(t)
	path := encryptedPlan(t, c)
	wide := "\xff\xfe"
	for _, letter := range aPhrase + "\r\n" {
		wide += string([]byte{byte(letter), 0})
	}
	for _, content := range []string{"\ufeff" + aPhrase + "\r\n", "\ufeff" + anotherPhrase + "\r\n" + aPhrase + "\r\n", wide} {
		c.calls(t, statusDone, "", "--file", path, "--passphrase-file", written(t, "pw", content), "status")
	}
	c.calls(t, statusDone, "\ufeff"+aPhrase+"\r\n", "--file", path, "--passphrase-file", "-", "status")
}
