package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"stappenplan/store"
)

// toBeDone is what was not finished of a file.
func toBeDone(t *testing.T, path string) []byte {
	t.Helper()
	what, err := store.Intended(path)
	if err != nil {
		t.Fatal(err)
	}
	return what
}

// TestWhatCannotBeReadIsNotFinished: somebody else began it, and it is not forgotten.
func TestWhatCannotBeReadIsNotFinished(t *testing.T) {
	path, _ := made(t, 1)
	if err := os.Mkdir(filepath.Join(filepath.Dir(path), ".stappenplan-"+filepath.Base(path)+".unfinished"), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := store.Intended(path)
	says(t, "what cannot be read", err, store.IntentUnread)
}

// TestWhatIsTooMuchIsNotBegun: it could not be read again, and would stay to be done for ever.
func TestWhatIsTooMuchIsNotBegun(t *testing.T) {
	path, _ := made(t, 1)
	says(t, "beginning", store.Intend(path, store.Intent{What: bytes.Repeat([]byte("a"), 1<<20+1)}), store.IntentLarge)
	if toBeDone(t, path) != nil {
		t.Error("it is begun")
	}
	says(t, "beginning less", store.Intend(path, store.Intent{What: bytes.Repeat([]byte("a"), 1<<20)}), "")
	if len(toBeDone(t, path)) != 1<<20 {
		t.Error("it is not begun")
	}
}

func TestWhatIsNotFinishedIsKnown(t *testing.T) {
	path, _ := made(t, 1)
	if toBeDone(t, path) != nil {
		t.Error("something is to be done")
	}
	one, two := []byte("one"), []byte("two")
	if err := errors.Join(store.Intend(path, store.Intent{What: one}), store.Intend(path, store.Intent{What: one}), store.Intend(path, store.Intent{What: two, Instead: one})); err != nil {
		t.Fatal(err)
	}
	if got := toBeDone(t, path); string(got) != "two" {
		t.Errorf("%s", got)
	}
	if err := errors.Join(store.Finished(path, two), store.Finished(path, two)); err != nil || toBeDone(t, path) != nil {
		t.Error(err)
	}
	besides(t, path, "stappenplan.db")
}

// TestNobodyForgetsWhatAnotherBegan: what is begun comes beside the file while that is locked, and only who began it takes it away.
func TestNobodyForgetsWhatAnotherBegan(t *testing.T) {
	path, _ := made(t, 1)
	mine, theirs, wrong := store.Intent{What: []byte("mine")}, store.Intent{What: []byte("theirs")}, errors.New("for a test")
	stands := func(when, want string) {
		t.Helper()
		if got := toBeDone(t, path); string(got) != want {
			t.Errorf("%s: %q is to be done, want %q", when, got, want)
		}
	}
	err := store.Rewrite(path, nil, func(store.Plans) (store.Plans, error) {
		says(t, "beginning while somebody rewrites", store.Intend(path, theirs), store.FileLocked)
		says(t, "rewriting while somebody rewrites", store.Rewrite(path, nil, store.AsTheyAre, &theirs), store.FileLocked)
		return nil, wrong
	}, &mine)
	if stands("after what failed", ""); !errors.Is(err, wrong) {
		t.Error(err)
	}
	says(t, "beginning", store.Intend(path, theirs), "")
	before := bytesOf(t, path)
	says(t, "beginning beside it", store.Intend(path, mine), store.FileLocked)
	says(t, "rewriting beside it", store.Rewrite(path, nil, renamed("x", "y"), &mine), store.FileLocked)
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the file changed")
	}
	s := must(store.Open(path))(t)
	says(t, "rewriting what is open", store.Rewrite(path, nil, store.AsTheyAre, &theirs), store.FileLocked)
	says(t, "finishing what is open", store.Finished(path, theirs.What), store.FileLocked)
	stands("while the file is open", "theirs")
	s.Close()
	says(t, "finishing", store.Finished(path, mine.What), "")
	stands("after all of that", "theirs")
	says(t, "rewriting it", store.Rewrite(path, nil, store.AsTheyAre, &theirs), "")
	stands("once it is rewritten", "theirs")
	says(t, "rewriting in its place", store.Rewrite(path, nil, store.AsTheyAre, &store.Intent{What: mine.What, Instead: theirs.What}), "")
	stands("in its place", "mine")
}
