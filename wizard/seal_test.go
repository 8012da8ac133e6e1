package wizard

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

const (
	aPhrase       = "egel vijver dinsdag lantaarn"
	anotherPhrase = "koffie tram wolk kaas zeven"
)

// sealingSchool is the example, kept in a file that is encrypted or not.
func sealingSchool(t *testing.T, encrypted bool) *sitting {
	t.Helper()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans, s.root.options.Files = true, &disk{encrypted: encrypted}
	return s
}

// Ctrl+K encrypts: what happens is shown, a passphrase typed twice and never shown, how strong it is said as it is typed, and it is asked.
func TestThePlanIsEncryptedFromTheScreens(t *testing.T) {
	t.Parallel()
	s := sealingSchool(t, false)
	s.press("ctrl+k", "versleutelen", "enter").sees("Hier gebeurt dit: encrypt", "kan niemand het bestand nog openen", "vijf of zes losse woorden")
	s.press("@phrase", "kort").sees("****", "te kort").misses("kort│")
	s.press("enter", "kort", "enter").sees("Hetzelfde.").press("j").sees("te kort")
	s.press("@phrase").press("end").press(many(4, "backspace")...).press(aPhrase).sees("Sterk")
	s.press("enter").press("end").press(many(4, "backspace")...).press("egel").sees("De twee zijn niet hetzelfde").press("enter", "j").sees("De twee zijn niet hetzelfde")
	if s.quit {
		t.Fatal("it is done with two passphrases that are not the same")
	}
	s.misses("****")
	s.press("@phrase", anotherPhrase).press("ctrl+u").misses("****").press("kort dood").press("ctrl+w").misses("****")
	s.press("@phrase", aPhrase, "enter").press("egel").sees("De twee zijn niet hetzelfde").press("end", " vijver dinsdag lantaarn").sees("Hetzelfde.")
	if strings.Contains(s.screen(), "vijver") {
		t.Errorf("the passphrase is shown:\n%s", s.screen())
	}
	s.press("enter", "j")
	if !s.quit || s.root.failure != nil || s.root.next == nil || s.root.next.Seal == nil || s.root.next.Seal.What != screen.Encrypt || s.root.next.Seal.Phrase != aPhrase {
		t.Errorf("it goes to %+v, %v", s.root.next, s.root.failure)
	}
}

func many(times int, key string) (keys []string) {
	for range times {
		keys = append(keys, key)
	}
	return keys
}

// A passphrase that is left halfway is no draft: it is named nowhere, and gone when one comes back.
func TestAPassphraseThatIsLeftIsForgotten(t *testing.T) {
	t.Parallel()
	s := sealingSchool(t, false)
	s.press("ctrl+k", "versleutelen", "enter").press("@phrase", aPhrase, "esc").misses("vijver")
	s.press("ctrl+k", "versleutelen", "enter").misses("****")
	s.press("@phrase", aPhrase, "ctrl+c")
	if strings.Contains(s.screen(), "vijver") || !s.quit {
		t.Errorf("it is still there:\n%s", s.screen())
	}
}

// Where backups are, stands what can be done with the encryption of the file.
func TestEncryptionStandsWhereBackupsAre(t *testing.T) {
	t.Parallel()
	s := sealingSchool(t, false)
	s.press("ctrl+k", "back-ups terug", "enter").sees("Versleutelen met een wachtwoord").misses("Wachtwoord wijzigen")
	s = sealingSchool(t, true)
	s.press("ctrl+k", "back-ups terug", "enter").sees("Wachtwoord wijzigen", "Versleuteling weghalen").misses("Versleutelen met")
	s.press("@change", "enter").sees("Hier gebeurt dit: change", "Nog een keer").press("esc")
	s.press("@decrypt", "enter").sees("Hier gebeurt dit: decrypt").misses("Nog een keer").press("@sure", "j").sees("Typ eerst het wachtwoord van nu")
	if s.quit {
		t.Fatal("it is decrypted without the passphrase")
	}
	s.press("@present", aPhrase).misses("vijver").press("enter", "j")
	if !s.quit || s.root.next.Seal != nil && s.root.next.Seal.Present != aPhrase || s.root.next == nil || s.root.next.Seal == nil || s.root.next.Seal.What != screen.Decrypt {
		t.Errorf("it goes to %+v", s.root.next)
	}
}

// A wrong passphrase is asked again on the same page, where what was chosen stays; so is a new one that is the same as the one that there is.
func TestAWrongPassphraseIsAskedAgainWhereItWasTyped(t *testing.T) {
	t.Parallel()
	s := sealingSchool(t, true)
	s.press("ctrl+k", "wachtwoord wijzigen", "enter", "mis", "enter", anotherPhrase, "enter", anotherPhrase, "enter", "j")
	s.sees("Dat is het wachtwoord niet. Probeer opnieuw.", "▸ Wachtwoord nu", "Hetzelfde.")
	if s.quit {
		t.Fatal("it is done with a wrong passphrase")
	}
	s.press(aPhrase, "enter", "ctrl+u", aPhrase, "enter", "ctrl+u", aPhrase, "enter", "j").sees("hetzelfde wachtwoord als nu", "▸ Wachtwoord ")
	s.press(anotherPhrase, "enter", anotherPhrase, "enter", "j")
	if !s.quit || s.root.next == nil || s.root.next.Seal == nil || s.root.next.Seal.Phrase != anotherPhrase {
		t.Errorf("it goes to %+v\n%s", s.root.next, s.screen())
	}
}

// Esc goes back field by field, where what was typed stays, and only from the first one off the page.
func TestEscGoesBackOnePassphrase(t *testing.T) {
	t.Parallel()
	s := sealingSchool(t, true)
	s.press("ctrl+k", "wachtwoord wijzigen", "enter", aPhrase, "enter", anotherPhrase, "enter", "kof", "esc").sees("▸ Wachtwoord  ", "Nog een keer    ***")
	s.press("esc").sees("▸ Wachtwoord nu", "Nog een keer    ***", strings.Repeat("*", len(anotherPhrase))).press("esc").misses("Wachtwoord nu", "niet bewaard")
}

// A file that cannot be read is told of, and nothing is done.
func TestAPassphraseOfAFileThatIsGoneIsNotProven(t *testing.T) {
	t.Parallel()
	s := sealingSchool(t, true)
	s.press("ctrl+k", "ontcijferen", "enter", aPhrase, "enter")
	s.root.options.Files.(*disk).encrypted = false
	if s.press("j").sees("/home/an/plan.db bestaat niet"); s.quit {
		t.Error("it is done")
	}
}

// A passphrase that is pasted with its line end is the one that is typed, whichever way the terminal pastes.
func TestTheLineEndOfAPastedPassphraseIsNoneOfIt(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"", "\n", "\r\n", "\r"} {
		s := sealingSchool(t, false)
		s.press("ctrl+k", "versleutelen", "enter", "@phrase").paste(aPhrase+end).press("enter", aPhrase).sees("Hetzelfde.")
	}
	s := sealingSchool(t, false)
	s.press("ctrl+k", "versleutelen", "enter", "@phrase", aPhrase+" ", "enter", aPhrase).sees("De twee zijn niet hetzelfde.")
}
