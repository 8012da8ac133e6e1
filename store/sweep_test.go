package store_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// A second name of a plan that is open could not be taken away on every system, and would outlive the plan. So there is
// none from the moment that the file has its own.
func TestANewFileHasOneName(t *testing.T) {
	noLinks := func(from, to string) error { return &os.LinkError{Op: "link", Old: from, New: to, Err: fs.ErrInvalid} }
	lost := func(from, to string) error {
		if err := os.Link(from, to); err != nil {
			return err
		}
		return &os.LinkError{Op: "link", Old: from, New: to, Err: fs.ErrInvalid}
	}
	for name, link := range map[string]func(from, to string) error{"links": os.Link, "no links": noLinks, "an answer that is lost": lost} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "f.db")
			for _, code := range []string{"", store.FileExists} {
				fresh := filepath.Join(folder, ".stappenplan-1.new")
				if err := os.WriteFile(fresh, []byte("x"), 0o600); err != nil {
					t.Fatal(err)
				}
				says(t, "place", store.PlaceWith(fresh, path, link), code)
				if names := namesIn(t, folder); !slices.Equal(names, []string{"f.db"}) {
					t.Errorf("there are %v", names)
				}
			}
		})
	}
}

func namesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestSweep is the table of what lies about where a plan is, and whether it goes.
func TestSweep(t *testing.T) {
	path, entries := made(t, 3)
	folder, temporary := filepath.Dir(path), t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
	empty, answers := filepath.Join(t.TempDir(), "empty.db"), filepath.Join(t.TempDir(), "answers.db")
	must(store.Create(empty))(t).Close()
	must(store.CreateWith(answers, storetest.Kept(map[string][]steps.Entry{"plan": entries})))(t).Close()
	torn := bytesOf(t, answers) // the power was cut before its beginning was written
	clear(torn[:4096])
	now := time.Date(2030, 1, 10, 12, 0, 0, 0, time.UTC)
	yesterday, today := now.Add(-24*time.Hour), now.Add(-23*time.Hour)
	for _, file := range []struct {
		folder, name string
		content      []byte
		changed      time.Time
		goes         bool
	}{
		{folder, ".stappenplan-1.new", nil, yesterday, true},
		{folder, ".stappenplan-2.new", nil, today, false},
		{folder, ".stappenplan-3.new", make([]byte, 16<<10), yesterday, true},
		{folder, ".stappenplan-4.new", bytesOf(t, empty), yesterday, true},
		{folder, ".stappenplan-5.new", bytesOf(t, empty)[:5000], yesterday, false},
		{folder, ".stappenplan-6.new", bytesOf(t, answers), yesterday, false},
		{folder, ".stappenplan-7.new", []byte("my homework"), yesterday, false},
		{folder, ".stappenplan-8.part", nil, yesterday, true},
		{folder, ".stappenplan-9.part", []byte("half a document"), yesterday, true},
		{folder, ".stappenplan-10.part", []byte("half a document"), today, false},
		{folder, ".stappenplan-11.new", torn, yesterday, true},
		{folder, ".stappenplan-12.copy", torn, yesterday, true},
		{folder, "stappenplan-9.new", nil, yesterday, false},
		{folder, "stappenplan-check-10.db", bytesOf(t, answers), yesterday, false},
		{temporary, "stappenplan-check-1.db", bytesOf(t, answers), yesterday, true},
		{temporary, "stappenplan-check-2.db", bytesOf(t, answers)[:5000], yesterday, true},
		{temporary, "stappenplan-check-3.db", bytesOf(t, answers), today, false},
		{temporary, "stappenplan-check-4.db", []byte("my homework"), yesterday, false},
		{temporary, ".stappenplan-5.new", nil, yesterday, false},
	} {
		at := filepath.Join(file.folder, file.name)
		if err := os.WriteFile(at, file.content, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(at, file.changed, file.changed); err != nil {
			t.Fatal(err)
		}
		store.Sweep(path, now)
		if _, err := os.Lstat(at); (err != nil) != file.goes {
			t.Errorf("%s of %d bytes, %v old: gone %v", at, len(file.content), now.Sub(file.changed), err != nil)
		}
		os.Remove(at)
	}
	if err := os.Mkdir(filepath.Join(folder, ".stappenplan-folder.new"), 0o700); err != nil {
		t.Fatal(err)
	}
	store.Sweep(path, now)
	if names := namesIn(t, folder); !slices.Equal(names, []string{".stappenplan-folder.new", filepath.Base(path)}) {
		t.Errorf("there are %v", names)
	}
	storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
}

// TestHalfOfWhatWasToBeDoneGoesAtOnce: it can name a person, and nothing was done yet.
func TestHalfOfWhatWasToBeDoneGoesAtOnce(t *testing.T) {
	path, _ := made(t, 3)
	if err := store.Intend(path, store.Intent{What: []byte("erase An Peeters")}); err != nil {
		t.Fatal(err)
	}
	intent := filepath.Join(filepath.Dir(path), ".stappenplan-"+filepath.Base(path)+".unfinished")
	if err := os.WriteFile(intent+".part", []byte("erase An"), 0o600); err != nil {
		t.Fatal(err)
	}
	store.Sweep(path, day)
	if names := namesIn(t, filepath.Dir(path)); !slices.Equal(names, []string{filepath.Base(intent), filepath.Base(path)}) {
		t.Errorf("there are %v", names)
	}
}

// A crash between the link and what comes after leaves the plan two names.
func TestSweepTakesAnotherNameOfThePlanAtOnce(t *testing.T) {
	path, entries := made(t, 3)
	fresh := filepath.Join(filepath.Dir(path), ".stappenplan-1.new")
	if err := os.Link(path, fresh); err != nil {
		t.Fatal(err)
	}
	store.Sweep(path, time.Now())
	if names := namesIn(t, filepath.Dir(path)); !slices.Equal(names, []string{filepath.Base(path)}) {
		t.Errorf("there are %v", names)
	}
	storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
}

// Somebody may have called a plan so; it is no left-over then.
func TestSweepLeavesThePlanItself(t *testing.T) {
	path, entries := made(t, 3)
	for _, name := range []string{".stappenplan-1.new", ".Stappenplan-1.NEW"} {
		odd := filepath.Join(filepath.Dir(path), name)
		if err := os.Rename(path, odd); err != nil {
			t.Fatal(err)
		}
		path = odd
		store.Sweep(path, time.Now().Add(48*time.Hour))
		storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
	}
}

func TestSweepLeavesWhatIsInUse(t *testing.T) {
	path, _ := made(t, 3)
	using, _ := made(t, 0)
	fresh := filepath.Join(filepath.Dir(path), ".stappenplan-1.new")
	if err := os.Rename(using, fresh); err != nil {
		t.Fatal(err)
	}
	other := start(t, "hold", fresh)
	other.says(t, "open")
	tomorrow := time.Now().Add(25 * time.Hour)
	store.Sweep(path, tomorrow)
	if _, err := os.Lstat(fresh); err != nil {
		t.Error("a file went that another copy of the program had open")
	}
	other.in.Close()
	other.Wait()
	store.Sweep(path, tomorrow)
	if _, err := os.Lstat(fresh); err == nil {
		t.Error("a file stayed that nobody uses")
	}
}

// says fails the test unless an error has this code; none is an empty one.
func says(t *testing.T, what string, err error, code string) {
	t.Helper()
	if code == "" && err != nil || code != "" && !store.HasCode(err, code) {
		t.Errorf("%s says %v, want %q", what, err, code)
	}
}
