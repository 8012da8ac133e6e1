package command

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// Line by line the file is encrypted, gets another passphrase and is decrypted in one conversation, which goes on after each without asking what
// was just typed.
func TestSealingLineByLine(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.stateFolder = t.TempDir()
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "versleutelen\nn\nversleutelen\nj\nkort\n"+aPhrase+"\n"+aPhrase+"\nhulp alles\nstop\n", "--file", path, "--plain")
	if strings.Contains(c.said, "Er is niets gewijzigd") {
		t.Errorf("it says that nothing changed:\n%s", c.said)
	}
	c.says(t, path+" wordt versleuteld", "Ook 1 back-up", "te kort", "Sterk", "is versleuteld, en de back-ups ook", "‘wachtwoord wijzigen’ kiest een ander", "‘ontcijferen’ haalt de versleuteling weg")
	if strings.Contains(c.said, "‘versleutelen’") {
		t.Errorf("help on an encrypted plan speaks of encrypting it:\n%s", c.said)
	}
	if n := strings.Count(c.said, "Typ het wachtwoord"); n != 0 {
		t.Errorf("it asks %d times what was typed:\n%s", n, c.said)
	}
	if readable := liesOpen(t, filepath.Dir(path), "school"); readable != nil {
		t.Errorf("these lie open: %v", readable)
	}
	c.calls(t, statusDone, aPhrase+"\nwachtwoord wijzigen\n"+aPhrase+"\nj\n"+aPhrase+"\n"+aPhrase+"\nwachtwoord wijzigen\n"+aPhrase+"\nj\n"+anotherPhrase+"\n"+anotherPhrase+"\nstop\n", "--file", path, "--plain")
	c.says(t, "Dat is hetzelfde wachtwoord als nu", "hebben nu een ander wachtwoord")
	c.calls(t, statusDone, anotherPhrase+"\nontcijferen\n"+strings.Repeat(aPhrase+"\n", mostTries)+"ontcijferen\n"+anotherPhrase+"\nj\nstop\n", "--file", path, "--plain")
	c.says(t, "Dat is het wachtwoord van "+path+" niet", "Wat je nu typt, is weer te zien", "is niet meer versleuteld")
	c.calls(t, statusDone, "", "--file", path, "status")
}

// A passphrase that is typed otherwise the second time is asked again, whatever was too short before; then it is said that what is typed can be
// seen again.
func TestAPassphraseTypedOtherwiseIsAskedAgain(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	otherwise := aPhrase + "\n" + anotherPhrase + "\n"
	c.calls(t, statusDone, "versleutelen\nj\nkort\n"+otherwise+"kort\n"+otherwise+otherwise+"stop\n", "--file", path, "--plain")
	c.says(t, "De twee waren niet hetzelfde", "Er is niets gewijzigd", "Wat je nu typt, is weer te zien")
	if strings.Contains(c.said, "Wat bedoel je") || strings.Count(c.said, "Kies een wachtwoord") != 5 {
		t.Errorf("it asks otherwise:\n%s", c.said)
	}
	c.calls(t, statusDone, "versleutelen\nj\nkort\n"+otherwise+otherwise+aPhrase+"\n"+aPhrase+"\nstop\n", "--file", path, "--plain")
	c.says(t, "is versleuteld, en de back-ups ook")
}

// What the screens show is what the command shows, in the language that is spoken there, and what they leave for is done between two runs of them.
func TestSealingOnTheScreens(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), out: &bytes.Buffer{}, errs: &bytes.Buffer{}, keyring: &keyring{}}
	p.flags.file = path
	f := p.filesOf(&session.Session{Texts: assets.Load(assets.English), Place: path})
	s := f.Sealing(screen.Encrypt)
	if !s.Changes || !s.Chooses || !strings.HasPrefix(s.Says[0], path+" will be encrypted") || f.Encrypted() {
		t.Errorf("%+v", s)
	}
	if not := f.Sealing(screen.ChangePhrase); not.Changes || !strings.Contains(not.Says[0], "is not encrypted") {
		t.Errorf("%+v", not)
	}
	if said, enough := f.Strength("kort"); enough || !strings.HasPrefix(said, "That passphrase is too short") {
		t.Errorf("%q, %v", said, enough)
	}
	if said, enough := f.Strength(aPhrase); !enough || !strings.HasPrefix(said, "Strong") {
		t.Errorf("%q, %v", said, enough)
	}
	s.Phrase = aPhrase
	open, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.sealBetween(screen.Elsewhere{Seal: &s}); err != nil || !strings.Contains(p.notice, "is al open") {
		t.Errorf("%v: %q", err, p.notice)
	}
	open.Close()
	if err := p.sealBetween(screen.Elsewhere{Seal: &s}); err != nil || !strings.Contains(p.notice, "Versleuteld, en de back-ups ook.") {
		t.Errorf("%v: %q", err, p.notice)
	}
	if readable := liesOpen(t, filepath.Dir(path), "school"); readable != nil {
		t.Errorf("these lie open: %v", readable)
	}
	kept, err := p.readOnly(path) // its key is known
	if err != nil {
		t.Fatal(err)
	}
	kept.Close()
	gone := f.Sealing(screen.Decrypt)
	if !gone.Changes || gone.Chooses || !gone.Asks {
		t.Errorf("%+v", gone)
	}
	for phrase, want := range map[string]bool{anotherPhrase: false, aPhrase: true} {
		if right, err := f.Proves(phrase); right != want || err != nil {
			t.Errorf("%q proves %v, %v", phrase, right, err)
		}
	}
	if err := p.sealBetween(screen.Elsewhere{Seal: &screen.Sealing{What: screen.Decrypt, Asks: true, Present: aPhrase}}); err != nil || !strings.Contains(p.notice, "Niet meer versleuteld") {
		t.Errorf("%v: %q", err, p.notice)
	}
}
