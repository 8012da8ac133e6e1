package store_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"

	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// openNew makes a file of the test's own; when the test ends bbolt itself finds it consistent.
func openNew(t testing.TB) (store.Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "stappenplan.db")
	s := must(store.Create(path))(t)
	t.Cleanup(func() {
		s.Close()
		consistent(t, path)
	})
	return s, path
}

// must gives a store, or fails the test.
func must(s store.Store, err error) func(testing.TB) store.Store {
	return func(t testing.TB) store.Store {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

// consistent runs bbolt's own check on a file that nobody has open.
func consistent(t testing.TB, path string) {
	t.Helper()
	db, err := bolt.Open(path, 0, &bolt.Options{ReadOnly: true, PreLoadFreelist: true})
	if err != nil {
		t.Errorf("bbolt cannot open %s: %v", path, err)
		return
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("bbolt finds: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// made gives the path of a closed file with n entries in the plan "plan", and these entries.
func made(t testing.TB, n int) (string, []steps.Entry) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "stappenplan.db")
	s := must(store.Create(path))(t)
	entries := storetest.Fill(t, s, "plan", n)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, entries
}

// addedTo appends one entry and gives it.
func addedTo(t *testing.T, s store.Store, last int) steps.Entry {
	t.Helper()
	e := storetest.Entry(last+1, "erbij")
	if err := s.Append("plan", uint64(last), e); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestBoltKeepsThePromises(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		s, _ := openNew(t)
		return s
	})
}

func TestMemoryKeepsThePromises(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return store.NewMemory() })
}

// TestMemoryAddsWithoutCopyingTheRest: one answer more takes as much memory after 4,000 as after one.
func TestMemoryAddsWithoutCopyingTheRest(t *testing.T) {
	const entries, each = 4_000, 8 << 10
	kept := store.NewMemory()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for n := range entries {
		if err := kept.Append("plan", uint64(n), storetest.Entry(n+1, "werkgroep gestart")); err != nil {
			t.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	if taken := (after.TotalAlloc - before.TotalAlloc) / entries; taken > each {
		t.Errorf("an entry takes %d bytes", taken)
	}
}

func TestAFileThatIsMadeWithItsFirstEntry(t *testing.T) {
	begun := func(t *testing.T) (s store.Store, path string) {
		path = filepath.Join(t.TempDir(), "new", "f.db")
		s = must(store.OpenOrBegin(path))(t)
		t.Cleanup(func() { s.Close() })
		return s, path
	}
	storetest.Run(t, func(t *testing.T) store.Store { s, _ := begun(t); return s })

	s, path := begun(t)
	if _, err := os.Stat(path); err == nil {
		t.Error("it is there before anything is kept")
	}
	entries := storetest.Fill(t, s, "plan", 1)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	storetest.Holds(t, must(store.OpenReadOnly(path))(t), "plan", entries)

	s, path = begun(t) // and another copy makes the file first
	other := must(store.Create(path))(t)
	entries = storetest.Fill(t, other, "plan", 2)
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Append("plan", 0, storetest.Entry(9, "x")); !store.HasCode(err, store.Conflict) {
		t.Errorf("append: %v", err)
	}
	storetest.Holds(t, s, "plan", entries)
}

// A file, the same file read only and the memory engine tell the same as plain slices, whatever is done.
func TestAnySequenceOfCalls(t *testing.T) {
	if checks := flag.Lookup("rapid.checks"); checks.Value.String() == checks.DefValue { // nobody asked for so many
		if err := checks.Value.Set(strconv.Itoa(cases(100))); err != nil {
			t.Fatal(err)
		}
	}
	folder := t.TempDir()
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		path := filepath.Join(folder, fmt.Sprint(runs), "stappenplan.db")
		file, err := store.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { file.Close() }()
		memory := store.NewMemory()
		model := map[string][]steps.Entry{}
		ids := rapid.SampledFrom([]string{"plan", "school-2", "a"})
		number := 0

		t.Repeat(map[string]func(*rapid.T){
			"append": func(t *rapid.T) {
				id, seen := ids.Draw(t, "plan"), rapid.IntRange(-1, 1).Draw(t, "seen")
				last := uint64(max(0, len(model[id])+seen))
				number++
				e := storetest.Entry(number, steps.Clean(rapid.StringN(0, 300, -1).Draw(t, "note")))
				fits := last == uint64(len(model[id]))
				if fits {
					model[id] = append(model[id], e)
				}
				for _, s := range []store.Store{file, memory} {
					if err := s.Append(id, last, e); (err == nil) != fits || (!fits && !store.HasCode(err, store.Conflict)) {
						t.Fatalf("append after %d of %d: %v", last, len(model[id]), err)
					}
				}
			},
			"open again": func(t *rapid.T) {
				if err := file.Close(); err != nil {
					t.Fatal(err)
				}
				if file, err = store.Open(path); err != nil {
					t.Fatal(err)
				}
			},
			"": func(t *rapid.T) {
				copied, err := store.OpenReadOnly(path)
				if err != nil {
					t.Fatal(err)
				}
				for _, s := range []store.Store{file, memory, copied} {
					tellsTheSame(t, s, model)
				}
			},
		})
	})
}

func tellsTheSame(t *rapid.T, s store.Store, model map[string][]steps.Entry) {
	plans, err := s.Plans()
	if want := slices.Sorted(maps.Keys(model)); err != nil || !slices.Equal(plans, want) {
		t.Fatalf("plans %v, %v, want %v", plans, err, want)
	}
	for id, want := range model {
		if got, err := s.Load(id); err != nil || !storetest.Same(got.List(), want) {
			t.Fatalf("plan %s: %d entries, %v, want %d", id, got.Len(), err, len(want))
		}
	}
}

func TestReadOnlySeesTheMomentAndWritesNothing(t *testing.T) {
	s, path := openNew(t)
	entries := storetest.Fill(t, s, "plan", 3)
	before := bytesOf(t, path)
	copied := must(store.OpenReadOnly(path))(t)
	if err := copied.Append("plan", 3, storetest.Entry(4, "x")); !store.HasCode(err, store.ReadOnly) {
		t.Fatalf("append: %v", err)
	}
	if string(bytesOf(t, path)) != string(before) {
		t.Fatal("the file changed")
	}
	if err := s.Append("plan", 3, storetest.Entry(4, "later")); err != nil {
		t.Fatal(err)
	}
	storetest.Holds(t, copied, "plan", entries)
	if err := copied.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := copied.Load("plan"); err == nil {
		t.Error("a closed copy still gives entries")
	}
}

// What an older program wrote must be read for ever, so the layout of the file is fixed here.
func TestLayoutOfTheFile(t *testing.T) {
	path, entries := made(t, 2)
	db, err := bolt.Open(path, 0, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.View(func(tx *bolt.Tx) error {
		if version := tx.Bucket([]byte("stappenplan")).Get([]byte("format")); string(version) != store.Format {
			t.Errorf("format %q", version)
		}
		plan := tx.Bucket([]byte("plans")).Bucket([]byte("plan"))
		if n := tx.Bucket([]byte("plans")).Sequence(); n != 1 {
			t.Errorf("%d plans", n)
		}
		if plan.Sequence() != 2 {
			t.Errorf("sequence %d", plan.Sequence())
		}
		sum := sha([]byte("plan"))
		for i, e := range entries {
			key := []byte{0, 0, 0, 0, 0, 0, 0, byte(i + 1)}
			json, _ := e.Encode()
			sum = sha(sum, key, json)
			if value := plan.Get(key); string(value) != string(sum)+string(json) {
				t.Errorf("entry %d is kept as %q", i+1, value)
			}
		}
		return nil
	})
}

func bytesOf(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
