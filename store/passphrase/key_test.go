package passphrase

import (
	"bytes"
	"errors"
	"testing"
)

func newKey(t *testing.T) *Key {
	t.Helper()
	key, err := NewKey("vijf losse woorden", quick)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func TestWhatAKeySealsOpensAtItsPlaceOnly(t *testing.T) {
	key, text := newKey(t), []byte(`{"id":"1"}`)
	again, err := OpenKey(key.Wrapped(), "vijf losse woorden")
	if err != nil {
		t.Fatal(err)
	}
	sealed := key.Seal("plan", 3, text)
	if got, err := again.Open("plan", 3, sealed); err != nil || !bytes.Equal(got, text) {
		t.Errorf("it opens as %q, %v", got, err)
	}
	for i := range sealed {
		altered := bytes.Clone(sealed)
		altered[i] ^= 1
		if _, err := again.Open("plan", 3, altered); err == nil {
			t.Errorf("byte %d was altered, and it opens", i)
		}
		if _, err := again.Open("plan", 3, sealed[:i]); err == nil {
			t.Errorf("cut off at %d it opens", i)
		}
	}
	for _, place := range []struct {
		plan   string
		number uint64
	}{{"plan", 4}, {"plan-2", 3}, {"pla", 3}} {
		if _, err := again.Open(place.plan, place.number, sealed); err == nil {
			t.Errorf("it opens at %v", place)
		}
	}
	if _, err := newKey(t).Open("plan", 3, sealed); err == nil {
		t.Error("another key opens it")
	}
}

func TestANonceIsNeverUsedForAnotherText(t *testing.T) {
	key, nonces := newKey(t), map[string]bool{}
	for n := range uint64(1000) {
		for _, text := range []string{"een", "twee"} {
			nonces[string(key.Seal("plan", n, []byte(text))[:24])] = true
		}
	}
	if len(nonces) != 2000 {
		t.Errorf("%d nonces of 2000", len(nonces))
	}
}

func TestATextBecomesTheSameOnceMore(t *testing.T) {
	key := newKey(t)
	one := key.Seal("plan", 1, []byte("tekst"))
	if !bytes.Equal(one, key.Seal("plan", 1, []byte("tekst"))) {
		t.Error("one key seals one text as two")
	}
	again, err := OpenKey(key.Wrapped(), "vijf losse woorden")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(one, again.Seal("plan", 1, []byte("tekst"))) {
		t.Error("the nonce is not random")
	}
}

func TestAKeyUnderAnotherPassphraseIsTheSame(t *testing.T) {
	key, text := newKey(t), []byte("tekst")
	sealed := key.Seal("plan", 1, text)
	other, err := key.Under("zes heel andere woorden", quick)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(sealed, other.Seal("plan", 1, text)) {
		t.Error("it seals a text otherwise")
	}
	if _, err := OpenKey(other.Wrapped(), "vijf losse woorden"); !errors.Is(err, ErrWrong) {
		t.Errorf("the passphrase of before gives %v", err)
	}
	again, err := OpenKey(other.Wrapped(), "zes heel andere woorden")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := again.Open("plan", 1, sealed); err != nil || !bytes.Equal(got, text) {
		t.Errorf("it opens as %q, %v", got, err)
	}
}

func TestAKeyNeedsItsPassphrase(t *testing.T) {
	key := newKey(t)
	if _, err := OpenKey(key.Wrapped(), "een ander"); !errors.Is(err, ErrWrong) {
		t.Errorf("another passphrase gives %v", err)
	}
	short, err := Encrypt([]byte("kort"), "vijf losse woorden", quick)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenKey(short, "vijf losse woorden"); !errors.Is(err, ErrDamaged) {
		t.Errorf("what is no key gives %v", err)
	}
}
