package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/store/passphrase"
)

// The passphrase is asked before the first screen, and what is typed does not show.
func TestThePassphraseIsAskedBeforeTheFirstScreen(t *testing.T) {
	path := encryptedPlan(t, newComputer(t))
	term := start(t, realProgram(t), path).sees("p.db is versleuteld", "Wachtwoord:").sends("mis\r").sees("Probeer opnieuw").sends(aPhrase + "\r").sees("Stap 1 van 8")
	if term.hangsUp(); strings.Contains(term.written(), "dinsdag") {
		t.Error("what was typed shows")
	}
}

// Whoever types on while a wrong passphrase is looked at shows nothing either, in whatever width the terminal has.
func TestWhatIsTypedAheadAtThePassphraseDoesNotShow(t *testing.T) {
	c := newComputer(t)
	c.effort = passphrase.Usual // which takes long enough to type on
	path := encryptedPlan(t, c)
	term := start(t, realProgram(t), path).sees(" Stappenplan   p.db", "p.db is versleuteld", "Vergeten?", "Ctrl+C sluit af.", " Wachtwoord:")
	term.sends("mis\r").until(func() bool { return strings.HasSuffix(term.raw.String(), "Wachtwoord: \r\n") }, "the line end of what was typed")
	term.sends(aPhrase + "\r").sees("Stap 1 van 8")
	if term.hangsUp(); strings.Contains(term.written(), "dinsdag") {
		t.Error("what was typed ahead shows")
	}
}

// What is pasted opens as what is typed, with its line end or without, from a terminal that marks it or not.
func TestAPastedPassphraseOpens(t *testing.T) {
	path := encryptedPlan(t, newComputer(t))
	for _, sent := range []string{marked(aPhrase + "\n"), marked(aPhrase) + "\r", asKeys(aPhrase + "\r\n")} {
		start(t, realProgram(t), path).sees("Wachtwoord:").sends(sent).sees("Stap 1 van 8").hangsUp()
	}
}

func TestCtrlCAtThePassphraseStops(t *testing.T) {
	term := start(t, realProgram(t), encryptedPlan(t, newComputer(t))).sees("Wachtwoord:")
	term.signals(os.Interrupt)
	if status := term.ends(); status != statusStopped || !strings.Contains(term.written(), "Gestopt") {
		t.Errorf("status %d\n%s", status, term.written())
	}
}

// TestCtrlDAndCtrlCLeaveEachPassphrase: also behind letters, nothing is done, and that is said.
func TestCtrlDAndCtrlCLeaveEachPassphrase(t *testing.T) {
	t.Parallel()
	program, c := realProgram(t), newComputer(t)
	open, closed := filepath.Join(t.TempDir(), "p.db"), encryptedPlan(t, c)
	c.calls(t, statusDone, "", "--file", open, "import", written(t, "one.json", onePlan))
	for name, at := range map[string]struct {
		file   string
		call   string
		before []string // what is seen and then typed
		sees   string
		said   string // after Ctrl+D
	}{
		"asked":    {closed, "status", nil, "Wachtwoord van", "er is geen wachtwoord gegeven"},
		"chosen":   {open, "encrypt", []string{"[j/n]", "j\r"}, "Kies een wachtwoord", "Gestopt. Er is niets gewijzigd."},
		"repeated": {open, "encrypt", []string{"[j/n]", "j\r", "Kies een wachtwoord", aPhrase + "\r"}, "Nog een keer hetzelfde", "Gestopt. Er is niets gewijzigd."},
		"backup":   {open, "backup", []string{"Kies een wachtwoord", aPhrase + "\r"}, "Nog een keer hetzelfde", "Gestopt. Er is niets gewijzigd."},
	} {
		for key, leaves := range map[string]struct {
			said   string
			status int
		}{"\x04": {at.said, statusRefused}, "half\x04": {at.said, statusRefused}, "\x03": {"Gestopt. Er is niets gewijzigd.", statusStopped}, "half\x03": {"Gestopt. Er is niets gewijzigd.", statusStopped}} {
			before := contentOf(t, at.file)
			args := []string{"--file", at.file, at.call}
			if at.call == "backup" {
				args = append(args, "--encrypt", filepath.Join(t.TempDir(), "b.age"))
			}
			term := startCall(t, program, args)
			for i := 0; i < len(at.before); i += 2 {
				term.sees(at.before[i]).sends(at.before[i+1])
			}
			status := term.sees(at.sees).sends(key).ends()
			if said := strings.Join(strings.Fields(term.written()), " "); status != leaves.status || !strings.Contains(said, leaves.said) || strings.Contains(said, "half") {
				t.Errorf("%s, %q: status %d\n%s", name, key, status, said)
			}
			if contentOf(t, at.file) != before {
				t.Errorf("%s, %q: the file changed", name, key)
			}
		}
	}
}

// TestAPassphraseIsTypedWithMistakes: what is taken away does not count, nor do Esc and arrows.
func TestAPassphraseIsTypedWithMistakes(t *testing.T) {
	t.Parallel()
	term := startCall(t, realProgram(t), []string{"--file", encryptedPlan(t, newComputer(t)), "status"}).sees("Wachtwoord van")
	if status := term.sends("mis\x15\x1b[A\x1bOB\x1b[1;5C\x1b" + aPhrase + "é\x7f\b\x7f" + aPhrase[len(aPhrase)-2:] + "\r").ends(); status != statusDone || strings.Contains(term.written(), "dinsdag") {
		t.Errorf("status %d\n%s", status, term.written())
	}
}

// What ctrl+v takes from the clipboard ends with a line end too.
func TestAPassphraseFromTheClipboardIsTheOneThatIsTyped(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "xclip"), []byte("#!/bin/sh\necho "+aPhrase), 0o700); err != nil {
		t.Fatal(err)
	}
	term, _ := asked(t, realProgram(t), "PATH="+folder)
	term.sends("\x0b").sees("── Zoeken").press("versleutelen").sees("▸ Versleutelen").press("enter").sees("Neem vijf of zes losse woorden").sends("\x16").sees("Sterk: 26")
	term.press("enter").sees("▸ Nog een keer").press(aPhrase).sees("Hetzelfde.").hangsUp()
}
