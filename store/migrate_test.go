package store_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// older gives the path of a closed file of format 1, called f.db, with n entries in the plan "plan", and these entries.
func older(t testing.TB, n int) (string, []steps.Entry) {
	t.Helper()
	made, entries := made(t, n)
	path := filepath.Join(t.TempDir(), "f.db")
	if err := os.Rename(made, path); err != nil {
		t.Fatal(err)
	}
	boltFile(t, path, func(tx *bolt.Tx) error { return tx.Bucket([]byte("stappenplan")).Put([]byte("format"), []byte("1")) })
	return path, entries
}

// isOf fails the test unless a file that nobody has open is of this format and holds these entries.
func isOf(t *testing.T, path, format string, entries []steps.Entry) {
	t.Helper()
	if got := formatOf(t, path); got != format {
		t.Errorf("%s is of format %s, want %s", path, got, format)
	}
	storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
	consistent(t, path)
}

func formatOf(t *testing.T, path string) (format string) {
	t.Helper()
	db, err := bolt.Open(path, 0, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.View(func(tx *bolt.Tx) error {
		format = string(tx.Bucket([]byte("stappenplan")).Get([]byte("format")))
		return nil
	})
	return format
}

// besides fails the test unless these are the files where the plan is.
func besides(t *testing.T, path string, want ...string) {
	t.Helper()
	if names := namesIn(t, filepath.Dir(path)); !slices.Equal(names, want) {
		t.Errorf("there are %v, want %v", names, want)
	}
}

func TestAnOlderFileKeepsThePromises(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		path, _ := older(t, 0)
		s := must(store.Open(path))(t)
		t.Cleanup(func() {
			s.Close()
			consistent(t, path)
		})
		return s
	})
}

func TestTheFirstEntryMigrates(t *testing.T) {
	path, entries := older(t, 3)
	before := bytesOf(t, path)
	copied := filepath.Join(filepath.Dir(path), "f.v1.db")
	for range 2 { // migrating twice is migrating once
		s := must(store.Open(path))(t)
		for range 2 {
			entries = append(entries, addedTo(t, s, len(entries)))
		}
		if got := store.CopyOfOlder(s); got != copied {
			t.Errorf("it says that the copy is %q", got)
		}
		s.Close()
		isOf(t, path, store.Format, entries)
		besides(t, path, "f.db", "f.v1.db")
		copied = ""
	}
	copied = filepath.Join(filepath.Dir(path), "f.v1.db")
	if !bytes.Equal(before, bytesOf(t, copied)) {
		t.Error("the copy is not the file as it was")
	}
	isOf(t, copied, "1", entries[:3])

	s := must(store.Open(copied))(t) // which may be gone on with
	defer s.Close()
	storetest.Holds(t, s, "plan", append(entries[:3:3], addedTo(t, s, 3)))
	besides(t, path, "f.db", "f.v1.db", "f.v1.v1.db")
}

func TestWhatAddsNothingMigratesNothing(t *testing.T) {
	path, entries := older(t, 3)
	before := bytesOf(t, path)
	for name, open := range map[string]func(string) (store.Store, error){
		"open": store.Open, "open or create": store.OpenOrCreate, "open or begin": store.OpenOrBegin, "read": store.OpenReadOnly, "check": store.Check,
	} {
		s := must(open(path))(t)
		storetest.Holds(t, s, "plan", entries)
		if _, err := s.Plans(); err != nil {
			t.Error(err)
		}
		for _, last := range []uint64{2, 7} { // another writer was first, or there is none such
			if err := s.Append("plan", last, storetest.Entry(9, "x")); err == nil {
				t.Errorf("%s: an entry after %d was taken", name, last)
			}
		}
		if s.Append("No Plan", 0, storetest.Entry(9, "x")) == nil || s.Append("plan", 3, steps.Entry{}) == nil {
			t.Errorf("%s: what cannot be kept was taken", name)
		}
		if got := store.CopyOfOlder(s); got != "" {
			t.Errorf("%s: it says that there is a copy %q", name, got)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		store.Sweep(path, time.Now())
		if found, err := store.Salvage(path); err != nil || len(found.Plans) != 1 {
			t.Errorf("salvage: %v, %v", found, err)
		}
	}
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the file changed")
	}
	besides(t, path, "f.db")
}

// TestTheNameOfTheCopyIsTaken is the table of what may stand where the copy is to come.
func TestTheNameOfTheCopyIsTaken(t *testing.T) {
	for name, c := range map[string]struct {
		stands func(path, copied string) error
		want   []string
	}{
		"by the same": {func(path, copied string) error {
			return os.WriteFile(copied, bytesOf(t, path), 0o600)
		}, []string{"f.db", "f.v1.db"}},
		"by what holds the same": {func(path, copied string) error { // the next transaction leaves other bytes
			err := os.WriteFile(copied, bytesOf(t, path), 0o600)
			boltFile(t, copied, func(*bolt.Tx) error { return nil })
			return err
		}, []string{"f.db", "f.v1.db"}},
		"by an older state": {func(path, copied string) error {
			other, _ := older(t, 2)
			return os.Rename(other, copied)
		}, []string{"f.db", "f.v1-2.db", "f.v1.db"}},
		"by a newer format": {func(path, copied string) error {
			other, _ := made(t, 3)
			return os.Rename(other, copied)
		}, []string{"f.db", "f.v1-2.db", "f.v1.db"}},
		"by something else": {func(path, copied string) error {
			return os.WriteFile(copied, []byte("my homework"), 0o600)
		}, []string{"f.db", "f.v1-2.db", "f.v1.db"}},
		"by a folder": {func(path, copied string) error {
			return os.Mkdir(copied, 0o700)
		}, []string{"f.db", "f.v1-2.db", "f.v1.db"}},
		"by the file itself": {func(path, copied string) error {
			return os.Link(path, copied)
		}, []string{"f.db", "f.v1-2.db", "f.v1.db"}},
	} {
		t.Run(name, func(t *testing.T) {
			path, entries := older(t, 3)
			copied := filepath.Join(filepath.Dir(path), "f.v1.db")
			if err := c.stands(path, copied); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(copied)
			s := must(store.Open(path))(t)
			all := append(entries[:3:3], addedTo(t, s, 3))
			said := store.CopyOfOlder(s)
			s.Close()
			isOf(t, path, store.Format, all)
			isOf(t, said, "1", entries)
			besides(t, path, c.want...)
			if after, _ := os.ReadFile(copied); !bytes.Equal(before, after) && name != "by the file itself" {
				t.Error("what stood there changed")
			}
		})
	}
}

func TestNamesOfCopies(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, want := range map[string]string{
		"plan.db": "plan.v1.db", "plan": "plan.v1", ".plan": ".plan.v1", "plan 2026.10.db": "plan 2026.10.v1.db",
	} {
		path, _ := older(t, 1)
		if err := os.Rename(path, name); err != nil {
			t.Fatal(err)
		}
		s := must(store.Open(name))(t)
		addedTo(t, s, 1)
		if got := store.CopyOfOlder(s); got != want {
			t.Errorf("the copy of %s is %s", name, got)
		}
		s.Close()
	}
}

// What another copy of the program, that is ended while it brings a file to the newest format, leaves beside it.
func TestSweepTakesAnUnfinishedCopy(t *testing.T) {
	path, entries := older(t, 3)
	whole := bytesOf(t, path)
	now := time.Now()
	for name, content := range map[string][]byte{"1": nil, "2": make([]byte, 5000), "3": whole[:5000], "4": whole} {
		left := filepath.Join(filepath.Dir(path), ".stappenplan-"+name+".copy")
		if err := os.WriteFile(left, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	homework := filepath.Join(filepath.Dir(path), ".stappenplan-5.copy")
	if err := os.WriteFile(homework, []byte("my homework"), 0o600); err != nil {
		t.Fatal(err)
	}
	store.Sweep(path, now)
	besides(t, path, ".stappenplan-1.copy", ".stappenplan-2.copy", ".stappenplan-3.copy", ".stappenplan-4.copy", ".stappenplan-5.copy", "f.db")
	store.Sweep(path, now.Add(25*time.Hour))
	besides(t, path, ".stappenplan-5.copy", "f.db")
	if err := os.Rename(path, homework); err != nil { // and somebody may call a plan so
		t.Fatal(err)
	}
	store.Sweep(homework, now.Add(25*time.Hour))
	isOf(t, homework, "1", entries)
}

// Another program has the file open; it can be read meanwhile, before and after.
func TestMigratingWhileAnotherReads(t *testing.T) {
	path, entries := older(t, 0)
	other := start(t, "step", path)
	for n := range 5 {
		if _, err := fmt.Fprintln(other.in); err != nil {
			t.Fatal(err)
		}
		s := must(store.OpenReadOnly(path))(t)
		if entries, err := s.Load("plan"); err != nil || entries.Len() < n || entries.Len() > n+1 {
			t.Fatalf("%d entries while %d is being saved, %v", entries.Len(), n+1, err)
		}
		other.says(t, fmt.Sprint("saved ", n+1))
	}
	isOf(t, filepath.Join(filepath.Dir(path), "f.v1.db"), "1", entries)
	besides(t, path, "f.db", "f.v1.db")
}

func TestManyCopiesMigrateAtOnce(t *testing.T) {
	path, _ := older(t, 0)
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
	entries, err := must(store.Check(path))(t).Load("plan")
	if err != nil || entries.Len() != len(copies) || formatOf(t, path) != store.Format {
		t.Errorf("%d entries, %v", entries.Len(), err)
	}
	besides(t, path, "f.db", "f.v1.db")
}

// TestALongNameIsBroughtToTheNewestToo: there is room for the name of the copy, by which it is found again, and for what is to be done.
func TestALongNameIsBroughtToTheNewestToo(t *testing.T) {
	for _, name := range []string{strings.Repeat("a", 249) + ".db", strings.Repeat("é", 127), "a." + strings.Repeat("b", 253), ".db"} {
		from, entries := older(t, 3)
		path := filepath.Join(t.TempDir(), name)
		if err := os.Rename(from, path); err != nil {
			t.Fatal(err)
		}
		s := must(store.Open(path))(t)
		addedTo(t, s, len(entries))
		copied := store.CopyOfOlder(s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		isOf(t, copied, "1", entries)
		if found := store.CopiesMade(path); !slices.Equal(found, []string{copied}) {
			t.Errorf("of %s there are copies %v", name, found)
		}
		if err := store.Intend(path, store.Intent{What: []byte("a plan")}); err != nil || string(toBeDone(t, path)) != "a plan" || store.Finished(path, []byte("a plan")) != nil {
			t.Errorf("of %s it is not kept what is to be done: %v", name, err)
		}
	}
}
