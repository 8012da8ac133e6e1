package command

import (
	"os"
	"strings"
	"testing"
)

// The passphrase is asked before the first screen, and what is typed does not show.
func TestThePassphraseIsAskedBeforeTheFirstScreen(t *testing.T) {
	path := encryptedPlan(t, newComputer(t))
	term := start(t, realProgram(t), path).sees("p.db is versleuteld", "Wachtwoord:").sends("mis\r").sees("Probeer opnieuw").sends(aPhrase + "\r").sees("Stap 1 van 8")
	if term.hangsUp(); strings.Contains(term.written(), "dinsdag") {
		t.Error("what was typed shows")
	}
}

func TestCtrlCAtThePassphraseStops(t *testing.T) {
	term := start(t, realProgram(t), encryptedPlan(t, newComputer(t))).sees("Wachtwoord:")
	term.signals(os.Interrupt)
	if status := term.ends(); status != statusStopped || !strings.Contains(term.written(), "Gestopt") {
		t.Errorf("status %d\n%s", status, term.written())
	}
}
