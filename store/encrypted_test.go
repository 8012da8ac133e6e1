package store_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"
	bolt "go.etcd.io/bbolt"
	"golang.org/x/crypto/chacha20poly1305"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
	"stappenplan/store/storetest"
)

const phrase = "vijf losse woorden"

// aKey is one under the passphrase of these tests, quick to try.
func aKey(t testing.TB) *passphrase.Key {
	t.Helper()
	key, err := keyForTest()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func keyForTest() (*passphrase.Key, error) { return passphrase.NewKey(phrase, 4) }

// byPhrase opens what stands under a passphrase.
func byPhrase(phrase string) store.Unlocker {
	return func(wrapped []byte) (*passphrase.Key, error) { return store.OpenKey("", wrapped, phrase) }
}

// unlocked gives a store that can be read.
func unlocked(t testing.TB, s store.Store, err error) store.Store {
	t.Helper()
	if err == nil {
		_, err = store.Unlock(s, byPhrase(phrase))
	}
	return must(s, err)(t)
}

// encrypted is made, and then encrypted.
func encrypted(t testing.TB, n int) (path string, entries []steps.Entry) {
	t.Helper()
	path, entries = made(t, n)
	if err := store.Encrypt(path, aKey(t), nil); err != nil {
		t.Fatal(err)
	}
	return path, entries
}

func TestAnEncryptedFileKeepsThePromises(t *testing.T) {
	key := aKey(t)
	storetest.Run(t, func(t *testing.T) store.Store {
		path := filepath.Join(t.TempDir(), "stappenplan.db")
		s := must(store.CreateEncrypted(path, key, nil))(t)
		t.Cleanup(func() {
			s.Close()
			consistent(t, path)
		})
		return s
	})
}

func TestAnEncryptedFileNeedsItsPassphrase(t *testing.T) {
	path, entries := encrypted(t, 3)
	for name, open := range map[string]func(string) (store.Store, error){"writing": store.Open, "reading": store.OpenReadOnly, "checking": store.Check} {
		s := must(open(path))(t)
		if plans, err := s.Plans(); err != nil || !slices.Equal(plans, []string{"plan"}) {
			t.Errorf("%s: the plans are %v, %v", name, plans, err)
		}
		_, err := s.Load("plan")
		says(t, name+" without a passphrase", err, store.FileEncrypted)
		if name == "writing" {
			says(t, "adding without a passphrase", s.Append("plan", 3, storetest.Entry(4, "x")), store.FileEncrypted)
		}
		_, err = store.Unlock(s, byPhrase("een ander"))
		says(t, name+" with another", err, store.PassphraseWrong)
		_, err = s.Load("plan")
		says(t, name+" after another", err, store.FileEncrypted)
		storetest.Holds(t, unlocked(t, s, nil), "plan", entries)
		s.Close()
	}
}

// No text of an answer is in a byte of the file, of its backups, or of what was there before it was encrypted.
func TestNoAnswerIsInAByte(t *testing.T) {
	const secret = "gevraagd door Zoë Quintus"
	path, _ := made(t, 3)
	s := must(store.Open(path))(t)
	for i := range 40 {
		if err := s.Append("plan", uint64(3+i), storetest.Entry(4+i, secret)); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	backedUp(t, path, store.OfSession, day)
	copies := store.CopiesMade(path, store.BackupFolder(path))
	key := aKey(t)
	for _, file := range append(copies, path) {
		if err := store.Encrypt(file, key, nil); err != nil {
			t.Fatal(err)
		}
	}
	s = must(store.Open(path))(t)
	unlocked(t, s, nil)
	if err := s.Append("plan", 43, storetest.Entry(44, secret+" opnieuw")); err != nil {
		t.Fatal(err)
	}
	s.Close()
	backedUp(t, path, store.Asked, day.AddDate(0, 0, 1))
	err := filepath.WalkDir(filepath.Dir(path), func(file string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content := bytesOf(t, file)
		for _, text := range []string{"Quintus", "gevraagd", `"id"`, `"changes"`, phrase} {
			if inBytes(content, text) {
				t.Errorf("%s holds %q", file, text)
			}
		}
		consistent(t, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s = must(store.OpenReadOnly(path))(t)
	got, err := unlocked(t, s, nil).Load("plan")
	if err != nil || got.Len() != 44 {
		t.Fatalf("%d entries, %v", got.Len(), err)
	}
	if last, err := got.Encoded(44); err != nil || !strings.Contains(string(last), secret+" opnieuw") {
		t.Errorf("the last is %s, %v", last, err)
	}
}

func TestDecryptingIsTheOtherWay(t *testing.T) {
	path, entries := encrypted(t, 3)
	says(t, "encrypting twice", store.Encrypt(path, aKey(t), nil), store.FileEncrypted)
	says(t, "decrypting with another passphrase", store.Decrypt(path, byPhrase("een ander")), store.PassphraseWrong)
	if got := formatOf(t, path); got != "7" {
		t.Errorf("it is of format %s", got)
	}
	if err := store.Decrypt(path, byPhrase(phrase)); err != nil {
		t.Fatal(err)
	}
	isOf(t, path, "6", entries)
	besides(t, path, "stappenplan.db")
}

// Copies of one file are known as such also when they are encrypted, and after something was rewritten in each: backups are thinned out
// by that.
func TestEncryptedCopiesAreStillCopies(t *testing.T) {
	path, entries := made(t, 3)
	older := backedUp(t, path, store.OfSession, day)
	s := must(store.Open(path))(t)
	addedTo(t, s, 3)
	s.Close()
	key := aKey(t)
	for _, file := range []string{path, older.Path} {
		if err := store.Encrypt(file, key, nil); err != nil {
			t.Fatal(err)
		}
	}
	opens := func(wrapped []byte) (*passphrase.Key, error) {
		if !bytes.Equal(wrapped, key.Wrapped()) {
			t.Error("it is another key")
		}
		return key, nil
	}
	for _, file := range []string{path, older.Path} {
		if err := store.Rewrite(file, opens, renamed(entries[1].ID, "anders"), nil); err != nil {
			t.Fatal(err)
		}
	}
	newer := backedUp(t, path, store.OfSession, day.Add(1))
	if got := namesIn(t, filepath.Dir(newer.Path)); !slices.Equal(got, []string{filepath.Base(newer.Path)}) {
		t.Errorf("the older backup of the day, which the newer one holds, stays: %v", got)
	}
}

func TestAnEncryptedBackupIsPutBackWithoutItsPassphrase(t *testing.T) {
	path, entries := encrypted(t, 3)
	backup := backedUp(t, path, store.OfSession, day)
	s := must(store.Open(path))(t)
	unlocked(t, s, nil)
	addedTo(t, s, 3)
	s.Close()
	from, err := store.TakeCopy(backup.Path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Restore(path, from, store.BackupFolder(path), day.AddDate(0, 0, 1)); err != nil {
		t.Fatal(err)
	}
	storetest.Holds(t, unlocked(t, must(store.OpenReadOnly(path))(t), nil), "plan", entries)
}

func TestACopyThatLiesOpenIsEncryptedForAFile(t *testing.T) {
	path, entries := made(t, 3)
	key := aKey(t)
	from, err := store.TakeCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	under, err := from.Under(t.TempDir(), nil, key)
	if err != nil || !under.Encrypted() || from.Encrypted() {
		t.Fatalf("encrypted %v, %v", under.Encrypted(), err)
	}
	storetest.Holds(t, unlocked(t, under.Store(), nil), "plan", entries)
}

// Whatever happens to an encrypted file: without the passphrase it is told as of any, and with it nothing comes out that was not there.
func TestDamageToAnEncryptedFile(t *testing.T) {
	plain, plans := sample(t)
	path := filepath.Join(t.TempDir(), "damaged.db")
	if err := os.WriteFile(path, plain, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := store.Encrypt(path, aKey(t), nil); err != nil {
		t.Fatal(err)
	}
	content := bytesOf(t, path)
	r, saved, whole := rand.New(rand.NewPCG(2026, 12)), 0, 0
	for _, damage := range damages {
		for i := range cases(60) {
			if err := os.WriteFile(path, damage.do(slices.Clone(content), r), 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := store.OpenReadOnly(path)
			if err == nil {
				whole++
				unlocked(t, s, nil)
				for plan, want := range plans {
					storetest.Holds(t, s, plan, want)
				}
				continue
			}
			if _, known := err.(*store.Error); !known {
				t.Errorf("%s, case %d: %v", damage.name, i, err)
			}
			found := store.SalvageBytes(bytesOf(t, path))
			if _, err := found.Unlock(byPhrase(phrase)); err != nil {
				continue
			}
			for _, plan := range found.Plans {
				saved += plan.Entries.Len()
				if list := plan.Entries.List(); len(list) > 0 && list[0].ID != "" && !isPrefix(list, plans[plan.ID]) {
					t.Errorf("%s, case %d: plan %s gives what was not there", damage.name, i, plan.ID)
				}
			}
		}
	}
	if whole == 0 || saved == 0 {
		t.Errorf("%d were whole, %d entries were saved", whole, saved)
	}
}

// TestTheEncryptedFormatByItsPage reads an encrypted file by docs/FORMAT.md alone.
func TestTheEncryptedFormatByItsPage(t *testing.T) {
	path, entries := encrypted(t, 3)
	db, err := bolt.Open(path, 0, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		own := tx.Bucket([]byte("stappenplan"))
		kept := own.Get([]byte("key"))
		if string(own.Get([]byte("format"))) != "7" || !bytes.Equal(kept[:32], sha(kept[32:])) {
			t.Error("it has no key")
		}
		identity, err := age.NewScryptIdentity(phrase)
		if err != nil {
			return err
		}
		wrapped, err := age.Decrypt(bytes.NewReader(kept[32:]), identity)
		if err != nil {
			return err
		}
		key, err := io.ReadAll(wrapped)
		if err != nil {
			return err
		}
		cipher, err := chacha20poly1305.NewX(key)
		if err != nil {
			return err
		}
		before := sha([]byte("plan"))
		return tx.Bucket([]byte("plans")).Bucket([]byte("plan")).ForEach(func(number, value []byte) error {
			if before = sha(before, number, value[32:]); !bytes.Equal(before, value[:32]) {
				t.Errorf("the seal of entry %x is broken", number)
			}
			text, err := cipher.Open(nil, value[32:56], value[56:], slices.Concat([]byte("plan\x00"), number))
			want, wrong := entries[number[7]-1].Encode()
			if err != nil || wrong != nil || !bytes.Equal(text, want) {
				t.Errorf("entry %x is %q, %v", number, text, err)
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// An entry that was put in another place, with all seals made anew, does not open there.
func TestAnEntryThatWasMovedIsFound(t *testing.T) {
	path, entries := encrypted(t, 3)
	db, err := bolt.Open(path, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte("plans")).Bucket([]byte("plan"))
		before, sealed := sha([]byte("plan")), [][]byte(nil)
		for _, n := range []byte{1, 3, 2} {
			sealed = append(sealed, bytes.Clone(b.Get([]byte{0, 0, 0, 0, 0, 0, 0, n})[32:]))
		}
		for i, text := range sealed {
			key := []byte{0, 0, 0, 0, 0, 0, 0, byte(i + 1)}
			before = sha(before, key, text)
			if err := b.Put(key, slices.Concat(before, text)); err != nil {
				return err
			}
		}
		return nil
	})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	got, err := unlocked(t, must(store.Open(path))(t), nil).Load("plan")
	says(t, "loading", err, store.EntryDamaged)
	if !isPrefix(got.List(), entries) || got.Len() != 1 {
		t.Errorf("%d entries come out", got.Len())
	}
}

func TestAWholeBackupUnderAPassphrase(t *testing.T) {
	path, entries := made(t, 3)
	copied, err := store.TakeCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "copy.age")
	if err := copied.WriteUnder(to, phrase, 4); err != nil {
		t.Fatal(err)
	}
	says(t, "another at the same place", copied.WriteUnder(to, phrase, 4), store.FileExists)
	_, err = store.OpenReadOnly(to)
	says(t, "opening it", err, store.FileUnderPassphrase)
	_, err = store.TakeCopyUnder(to, "een ander")
	says(t, "another passphrase", err, store.PassphraseWrong)
	again, err := store.TakeCopyUnder(to, phrase)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Holds(t, again.Store(), "plan", entries)
	besides(t, to, "copy.age")
}
