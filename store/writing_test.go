package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"stappenplan/store"
	"stappenplan/store/storetest"
)

func TestLockedByAnotherCopy(t *testing.T) {
	path, entries := made(t, 3)
	other := start(t, "hold", path)
	other.says(t, "open")
	if _, err := store.Open(path); !store.HasCode(err, store.FileLocked) {
		t.Errorf("open: %v", err)
	}
	for name, open := range map[string]func(string) (store.Store, error){"read": store.OpenReadOnly, "check": store.Check} {
		s, err := open(path)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		storetest.Holds(t, s, "plan", entries)
	}
	other.in.Close()
	other.Wait()
	s := must(store.Open(path))(t)
	defer s.Close()
	storetest.Holds(t, s, "plan", entries)
}

// While one copy saves an entry another reads: always a whole journal, with or without that entry.
func TestReadingWhileAnotherCopySaves(t *testing.T) {
	path, _ := made(t, 0)
	other := start(t, "step", path)
	for n := range 200 {
		if _, err := fmt.Fprintln(other.in); err != nil {
			t.Fatal(err)
		}
		s, err := store.OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := s.Load("plan")
		if err != nil || entries.Len() < n || entries.Len() > n+1 {
			t.Fatalf("%d entries while %d is being saved, %v", entries.Len(), n+1, err)
		}
		other.says(t, fmt.Sprint("saved ", n+1))
	}
}

// However a process is ended, in the first write of a new file or in a later one: what it said was saved is there.
func TestKilledProcessLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stappenplan.db")
	said := 0
	for round := range 40 {
		other := start(t, "append", path)
		for range 1 + round%5 {
			said++
			other.says(t, fmt.Sprint("saved ", said))
		}
		if err := other.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		other.Wait()

		s := must(store.Check(path))(t)
		entries, err := s.Load("plan")
		if err != nil || entries.Len() < said {
			t.Fatalf("round %d: %d entries where %d were said to be saved, %v", round, entries.Len(), said, err)
		}
		said = entries.Len()
	}
	consistent(t, path)
}

func TestManyCopiesBeginAtOnce(t *testing.T) {
	for range 3 {
		path := filepath.Join(t.TempDir(), "new", "stappenplan.db")
		var copies []*child
		for range 4 {
			c := start(t, "create", path)
			c.says(t, "ready")
			copies = append(copies, c)
		}
		for _, c := range copies {
			c.in.Close()
		}
		for _, c := range copies {
			if err := c.Wait(); err != nil {
				t.Errorf("a copy ended with %v", err)
			}
		}
		s := must(store.Check(path))(t)
		if entries, err := s.Load("plan"); err != nil || entries.Len() != len(copies) {
			t.Errorf("%d entries of %d copies, %v", entries.Len(), len(copies), err)
		}
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
			t.Errorf("beside the file stand %v", left)
		}
	}
}

func TestErrorsSayWhereAndWhy(t *testing.T) {
	cause := os.ErrPermission
	for want, e := range map[string]*store.Error{
		store.FileReadOnly:     store.OpenFault("f.db", cause),
		store.WriteFailed:      store.WriteFault("f.db", cause),
		store.FolderUnwritable: store.CreateFault("d/f.db", "d", cause),
	} {
		if e.Code() != want || e.Values()["path"] == "" || e.Values()["cause"] == "" || e.Unwrap() != cause {
			t.Errorf("%v, want %s", e, want)
		}
	}
}
