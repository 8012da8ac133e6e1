package passphrase

import (
	"bytes"
	"errors"
	"testing"

	"filippo.io/age"
)

// quick is for tests only.
const quick Work = 4

func TestWhatIsEncryptedComesBack(t *testing.T) {
	for _, content := range [][]byte{nil, []byte("x"), bytes.Repeat([]byte("plan"), 100_000)} {
		sealed, err := Encrypt(content, "vijf losse woorden", quick)
		if err != nil {
			t.Fatal(err)
		}
		if !IsEncrypted(sealed) || IsEncrypted(content) || len(content) > 4 && bytes.Contains(sealed, content[:4]) {
			t.Errorf("%d bytes are not encrypted", len(content))
		}
		if got, err := Decrypt(sealed, "vijf losse woorden", len(content)); err != nil || !bytes.Equal(got, content) {
			t.Errorf("of %d bytes %d come back, %v", len(content), len(got), err)
		}
		if _, err := Decrypt(sealed, "vier losse woorden", len(content)); !errors.Is(err, ErrWrong) {
			t.Errorf("another passphrase gives %v", err)
		}
	}
}

func TestAnAccentIsOneLetterHoweverItWasTyped(t *testing.T) {
	sealed, err := Encrypt([]byte("plan"), "caf\u00e9 op de hoek", quick)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Decrypt(sealed, "cafe\u0301 op de hoek", 4); err != nil {
		t.Error(err)
	}
}

// TestABlankAtTheEndIsNoPartOfAPassphrase, whether it was set with one or is typed with one. Where it once was a part it is typed as it was set: a
// passphrase that does not end so is tried once.
func TestABlankAtTheEndIsNoPartOfAPassphrase(t *testing.T) {
	for _, set := range []string{"vijf losse woorden", "vijf losse woorden "} {
		sealed, err := Encrypt([]byte("plan"), set, quick)
		if err != nil {
			t.Fatal(err)
		}
		before := once(t, set)
		for _, typed := range []string{"vijf losse woorden", "vijf losse woorden "} {
			if _, err := Decrypt(sealed, typed, 4); err != nil {
				t.Errorf("%q of %q: %v", typed, set, err)
			}
			if _, err := Decrypt(before, typed, 4); (err == nil) != (len(typed) >= len(set)) {
				t.Errorf("%q of %q, as it once was: %v", typed, set, err)
			}
		}
		for _, sealed := range [][]byte{sealed, before} {
			if _, err := Decrypt(sealed, "", 4); !errors.Is(err, ErrWrong) {
				t.Errorf("nothing typed gives %v", err)
			}
		}
	}
}

// once is what was put under a passphrase when that kept the blanks it ended with.
func once(t *testing.T, phrase string) []byte {
	t.Helper()
	recipient, err := age.NewScryptRecipient(phrase)
	if err != nil {
		t.Fatal(err)
	}
	recipient.SetWorkFactor(int(quick))
	var sealed bytes.Buffer
	to, err := age.Encrypt(&sealed, recipient)
	if err == nil {
		_, err = to.Write([]byte("plan"))
	}
	if err = errors.Join(err, to.Close()); err != nil {
		t.Fatal(err)
	}
	return sealed.Bytes()
}

func TestDamageIsNoWrongPassphrase(t *testing.T) {
	sealed, err := Encrypt(bytes.Repeat([]byte("plan"), 1000), "vijf losse woorden", quick)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(beginning); i < len(sealed); i += 7 {
		damaged := bytes.Clone(sealed)
		damaged[i] ^= 4
		if _, err := Decrypt(damaged, "vijf losse woorden", 4000); err == nil {
			t.Errorf("byte %d was changed, and it opens", i)
		}
		if _, err := Decrypt(sealed[:i], "vijf losse woorden", 4000); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut off at %d it says %v", i, err)
		}
	}
	if _, err := Decrypt(sealed, "vijf losse woorden", 3999); !errors.Is(err, ErrDamaged) {
		t.Errorf("more than the limit gives %v", err)
	}
}

// A file from elsewhere may ask for more memory than the computer has.
func TestTooMuchWorkIsRefused(t *testing.T) {
	sealed, err := Encrypt([]byte("plan"), "vijf losse woorden", quick)
	if err != nil {
		t.Fatal(err)
	}
	hard := bytes.Replace(sealed, []byte(" 4\n"), []byte(" 22\n"), 1)
	if _, err := Decrypt(hard, "vijf losse woorden", 4); !errors.Is(err, ErrDamaged) {
		t.Errorf("it says %v", err)
	}
}

func TestAssess(t *testing.T) {
	for phrase, want := range map[string]Strength{
		"":                              Refused,
		"wachtwoord":                    Refused, // the two o's
		"12345678901234567890":          Refused,
		"aaaaaaaaaaaaaaaaaaaaaaaaaa":    Refused,
		"abcdefghijklmnopqrstuvwxyz":    Refused,
		"Zomer2026!xy":                  Weak,
		"koffie tram 47 kaas":           Fair,
		"lamp egel dinsdag vijver tram": Strong,
	} {
		if got, n := Assess(phrase); got != want {
			t.Errorf("%q is %d, of %d letters; want %d", phrase, got, n, want)
		}
	}
}
