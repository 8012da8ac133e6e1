package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf16"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// inBytes says whether a text is in bytes, as UTF-8 or UTF-16.
func inBytes(b []byte, text string) bool {
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		little, big = append(little, byte(unit), byte(unit>>8)), append(big, byte(unit>>8), byte(unit))
	}
	return bytes.Contains(b, []byte(text)) || bytes.Contains(b, little) || bytes.Contains(b, big)
}

// renamed gives every plan entries with another text.
func renamed(from, to string) func(store.Plans) (store.Plans, error) {
	return func(plans store.Plans) (store.Plans, error) {
		for id, entries := range plans {
			var lines [][]byte
			for n := range uint64(entries.Len()) {
				line, err := entries.Encoded(n + 1)
				if err != nil {
					return nil, err
				}
				lines = append(lines, bytes.ReplaceAll(line, []byte(from), []byte(to)))
			}
			plans[id] = steps.EncodedEntries(lines)
		}
		return plans, nil
	}
}

func TestRewritingLeavesNoByte(t *testing.T) {
	path, _ := made(t, 3)
	s := must(store.Open(path))(t)
	for i := range 40 { // each leaves pages of the one before it free
		if err := s.Append("plan", uint64(3+i), storetest.Entry(4+i, "gevraagd door Zoë Quintus")); err != nil {
			t.Fatal(err)
		}
	}
	backup := backedUp(t, path, store.OfSession, day)
	says(t, "while it is open", store.Rewrite(path, nil, renamed("", ""), nil), store.FileLocked)
	s.Close()
	for _, file := range append(store.CopiesMade(path, store.BackupFolder(path)), path) {
		if !inBytes(bytesOf(t, file), "Zoë Quintus") {
			t.Fatalf("%s holds no name to begin with", file)
		}
		if err := store.Rewrite(file, nil, renamed("Zoë Quintus", "[gewist]"), nil); err != nil {
			t.Fatal(err)
		}
		if content := bytesOf(t, file); inBytes(content, "Quintus") || !inBytes(content, "door [gewist]") {
			t.Errorf("%s still holds the name", file)
		}
		plans, err := store.Read(file, nil)
		if err != nil || plans["plan"].Len() != 43 {
			t.Errorf("%d entries, %v", plans["plan"].Len(), err)
		}
		consistent(t, file)
	}
	besides(t, path, "stappenplan.backups", "stappenplan.db")
	besides(t, backup.Path, filepath.Base(backup.Path))
}

func TestRewritingThatFailsLeavesTheFile(t *testing.T) {
	path, _ := made(t, 3)
	before := bytesOf(t, path)
	wrong := errors.New("for a test")
	if err := store.Rewrite(path, nil, func(store.Plans) (store.Plans, error) { return nil, wrong }, nil); !errors.Is(err, wrong) {
		t.Error(err)
	}
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the file changed")
	}
	besides(t, path, "stappenplan.db")
	if err := store.Rewrite(path, nil, func(plans store.Plans) (store.Plans, error) { return store.Plans{"other": plans["plan"]}, nil }, nil); err != nil {
		t.Error(err)
	}
	if plans, err := store.Read(path, nil); err != nil || len(plans) != 1 || plans["other"].Len() != 3 {
		t.Errorf("%v, %v", plans, err)
	}
}

// A copy of an older format stays one that the program it was made for can read.
func TestRewritingKeepsTheFormat(t *testing.T) {
	path, entries := older(t, 3)
	if err := store.Rewrite(path, nil, renamed("x", "y"), nil); err != nil {
		t.Fatal(err)
	}
	isOf(t, path, "1", entries)
}

func TestWhichCopiesThereAre(t *testing.T) {
	path, _ := made(t, 1)
	folder := filepath.Dir(path)
	backup := backedUp(t, path, store.OfSession, day)
	content := bytesOf(t, path)
	for _, name := range []string{"stappenplan.v3.db", "stappenplan.v3-2.db", ".stappenplan-1.copy", "stappenplan (conflict).db", "brief.db", "stappenplan.backups/kopie.db"} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "stappenplan.v2.db"), []byte("my homework"), 0o600); err != nil {
		t.Fatal(err)
	}
	in := func(names ...string) (paths []string) {
		for _, name := range names {
			paths = append(paths, filepath.Join(folder, name))
		}
		return paths
	}
	want := in("stappenplan.backups/"+filepath.Base(backup.Path), "stappenplan.backups/kopie.db", ".stappenplan-1.copy", "stappenplan.v3-2.db", "stappenplan.v3.db")
	if got := store.CopiesMade(path, store.BackupFolder(path)); !slices.Equal(got, want) {
		t.Errorf("copies: %v", got)
	}
	if got := store.CopiesByOthers(path); !slices.Equal(got, in("brief.db", "stappenplan (conflict).db")) {
		t.Errorf("by others: %v", got)
	}
}

// TestAFileIsReadOnceItsLockIsHeld: an entry that somebody adds between the opening and the lock is there, and a file that was made anew
// meanwhile is refused.
func TestAFileIsReadOnceItsLockIsHeld(t *testing.T) {
	path, entries := made(t, 1)
	plans, err := store.ClaimedAfter(path, func() {
		s := must(store.Open(path))(t)
		entries = append(entries, addedTo(t, s, 1))
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if err != nil || !storetest.Same(plans["plan"].List(), entries) {
		t.Errorf("it holds %d entries of %d, %v", plans["plan"].Len(), len(entries), err)
	}
	_, err = store.ClaimedAfter(path, func() {
		if err := store.Rewrite(path, nil, store.AsTheyAre, nil); err != nil {
			t.Error(err)
		}
	})
	says(t, "a file that was made anew meanwhile", err, store.FileLocked)
}

// TestWhatIsWholeOfADamagedCopyKeepsWhatWasErased, and who may read it.
func TestWhatIsWholeOfADamagedCopyKeepsWhatWasErased(t *testing.T) {
	path, entries := made(t, 3)
	first := entries[0].ID
	if err := store.Rewrite(path, nil, func(store.Plans) (store.Plans, error) { return store.Plans{}, nil }, nil); err != nil {
		t.Fatal(err)
	}
	s := must(store.Open(path))(t)
	for n := range 3 {
		if err := s.Append("other", uint64(n), storetest.Entry(n+10, "een tekst")); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	content := bytesOf(t, path)
	at := bytes.LastIndex(content, []byte("een tekst"))
	content[at] ^= 1
	if err := errors.Join(os.WriteFile(path, content, 0o600), os.Chmod(path, 0o640)); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	found, err := store.Salvage(path)
	if err != nil || !found.Erased.Holds(first) {
		t.Fatalf("erased are %v, %v", found.Erased, err)
	}
	plans := store.Plans{}
	for _, plan := range found.Plans {
		plans[plan.ID] = plan.Entries
	}
	if err := store.ReplaceWith(path, nil, plans, found.Erased); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != before.Mode() || !store.ErasedFrom(path).Holds(first) {
		t.Errorf("erased are %v; its mode is %v, %v", store.ErasedFrom(path), info.Mode(), err)
	}
}
