package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

var day = time.Date(2026, 11, 28, 8, 30, 0, 0, time.UTC)

func theDay() time.Time { return day }

// backedUp keeps a backup of a file in its own folder, and gives it.
func backedUp(t testing.TB, path string, reason store.Reason, now time.Time) store.Backup {
	t.Helper()
	copied, err := store.TakeCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := copied.Keep(store.BackupFolder(path), reason, now)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestABackupIsTheFileAsItWas(t *testing.T) {
	path, entries := made(t, 123)
	before := bytesOf(t, path)
	b := backedUp(t, path, store.OfSession, day)
	folder := filepath.Join(filepath.Dir(path), "stappenplan.backups")
	if want := filepath.Join(folder, "2026-11-28T083000Z-0123.db"); b.Path != want || b.Moment() != "2026-11-28T083000Z-0123" || !b.At.Equal(day) || b.Entries != 123 {
		t.Errorf("made %+v, want %s", b, want)
	}
	if !bytes.Equal(before, bytesOf(t, b.Path)) || !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("it is not the file as it was")
	}
	for name, want := range map[string]os.FileMode{folder: os.ModeDir | 0o700, b.Path: 0o600} {
		if info, err := os.Stat(name); err != nil || info.Mode() != want {
			t.Errorf("%s is %v, %v", name, info.Mode(), err)
		}
	}
	storetest.Holds(t, must(store.Check(b.Path))(t), "plan", entries)
}

func TestTheFolderIsCalledForTheFile(t *testing.T) {
	for path, want := range map[string]string{
		"a/plan.db": "a/plan.backups", "plan.DB": "plan.backups", "plan": "plan.file-backups", "plan.kopie": "plan.kopie.file-backups", ".db": ".db.file-backups",
	} {
		if got := store.BackupFolder(filepath.FromSlash(path)); got != filepath.FromSlash(want) {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

// TestALongNameHasAFolderToo: a name may fill what a system allows, and two long names do not share a folder.
func TestALongNameHasAFolderToo(t *testing.T) {
	long := strings.Repeat("é", 124)
	for _, name := range []string{long + "a.db", long + "b.db", strings.Repeat("a", 252), strings.Repeat("a", 251) + ".db"} {
		folder := t.TempDir()
		from, _ := made(t, 3)
		path := filepath.Join(folder, name)
		if err := os.Rename(from, path); err != nil {
			t.Fatal(err)
		}
		b := backedUp(t, path, store.OfSession, day)
		if _, err := store.PutToEdit(path, []byte("tekst")); err != nil {
			t.Errorf("no text of %.20s can be edited: %v", name, err)
		}
		if !store.IsBackup(b.Path) || len(filepath.Base(filepath.Dir(b.Path))) > 255 {
			t.Errorf("it stands at %s", b.Path)
		}
	}
	if one, other := store.BackupFolder(long+"a.db"), store.BackupFolder(long+"b.db"); one == other {
		t.Errorf("both have %s", one)
	}
}

// TestASessionOfDaysIsBackedUpEachDay, before its first entry of that day.
func TestASessionOfDaysIsBackedUpEachDay(t *testing.T) {
	path, entries := made(t, 3)
	now := day
	p := store.Protect(must(store.Open(path))(t), path, func() time.Time { return now }, func(c *store.Copy, reason store.Reason, at time.Time) error {
		_, err := c.Keep(store.BackupFolder(path), reason, at)
		return err
	})
	for i := range 8 {
		now = day.AddDate(0, 0, i/2).Add(time.Duration(i) * time.Hour)
		addedTo(t, p, len(entries)+i)
	}
	if err := errors.Join(p.Close(), p.Kept()); err != nil {
		t.Fatal(err)
	}
	var moments []string
	for _, b := range store.Backups(store.BackupFolder(path)) {
		moments = append(moments, b.Moment())
	}
	want := []string{"2026-12-01T143000Z-0009", "2026-11-30T123000Z-0007", "2026-11-29T103000Z-0005", "2026-11-28T083000Z-0003"}
	if !slices.Equal(moments, want) {
		t.Errorf("there are %v, want %v", moments, want)
	}
}

// TestABackupOfADayToComeTakesNoPlace: the clock was wrong when it was made, so when that was is not known. It goes for nothing, and
// nothing goes for it.
func TestABackupOfADayToComeTakesNoPlace(t *testing.T) {
	ahead := store.Backup{Path: "ahead", At: day.AddDate(3, 0, 0)}
	soon := store.Backup{Path: "soon", At: day.Add(time.Hour)}
	all := []store.Backup{ahead, soon}
	for i := range 10 {
		all = append(all, store.Backup{Path: fmt.Sprint(i), At: day.AddDate(0, 0, -i)})
	}
	alone, _ := store.Spared(all[1:], day)
	kept, gone := store.Spared(all, day)
	if len(kept) != len(alone)+1 || slices.Contains(gone, ahead) {
		t.Errorf("with it are kept %v, without it %v", kept, alone)
	}
	path, _ := made(t, 3)
	for _, reason := range []store.Reason{store.OfSession, store.Asked} {
		if wrong, right := backedUp(t, path, reason, ahead.At), backedUp(t, path, reason, day); wrong == right {
			t.Errorf("%s is taken for one of today", wrong.Moment())
		}
	}
	if !ahead.Ahead(day) || soon.Ahead(day) {
		t.Error("a clock that is an hour ahead is told to be wrong, or one that is years ahead is not")
	}
}

func TestASessionThatChangedNothingKeepsNoSecondBackup(t *testing.T) {
	path, _ := made(t, 3)
	first := backedUp(t, path, store.OfSession, day)
	if again := backedUp(t, path, store.OfSession, day.AddDate(0, 0, 1)); again != first {
		t.Errorf("a second one: %+v", again)
	}
	if asked := backedUp(t, path, store.Asked, day); asked.Moment() != "2026-11-28T083000Z-0003-asked" || backedUp(t, path, store.Asked, day) != asked {
		t.Errorf("asked for: %+v", asked)
	}
	named := backedUp(t, path, store.BeforeImport, day)
	if named.Path == first.Path || named.Moment() != "2026-11-28T083000Z-0003-import" {
		t.Errorf("before an import: %+v", named)
	}
	if again := backedUp(t, path, store.BeforeImport, day); again.Moment() != "2026-11-28T083001Z-0003-import" {
		t.Errorf("in the same second: %+v", again)
	}
	damaged := bytesOf(t, first.Path)
	clear(damaged[2*pageSize:])
	if err := os.WriteFile(first.Path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	s := must(store.Open(path))(t)
	addedTo(t, s, 3)
	s.Close()
	backedUp(t, path, store.OfSession, day.AddDate(0, 0, 2))
	var moments []string
	for _, b := range store.Backups(store.BackupFolder(path)) {
		moments = append(moments, b.Moment())
	}
	want := []string{"2026-11-30T083000Z-0004", "2026-11-28T083001Z-0003-import", "2026-11-28T083000Z-0003-import", "2026-11-28T083000Z-0003-asked", "2026-11-28T083000Z-0003"}
	if !slices.Equal(moments, want) {
		t.Errorf("there are %v, want %v", moments, want)
	}
}

func TestOnlyBackupsAreListed(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{
		"2026-11-28T083000Z-0001.db", "2026-11-28T083000Z-12345-merge.db", "2026-11-28T083000Z-0001 (1).db", "2026-13-28T083000Z-0001.db",
		"2026-11-28T083000Z-1.db", "2026-11-28T083000Z-0001-import.db.tmp", "plan.db", ".stappenplan-1.copy",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "2027-11-28T083000Z-0001.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	found := store.Backups(folder)
	if len(found) != 2 || found[0].Reason != store.BeforeMerge || found[0].Entries != 12345 || found[1].Entries != 1 {
		t.Errorf("found %+v", found)
	}
	if store.Backups(filepath.Join(folder, "nowhere")) != nil {
		t.Error("there are backups where there is no folder")
	}
}

// A year of work, two backups each day: of those that stay none is missed by the rule.
func TestWhatIsSparedOfAYear(t *testing.T) {
	var all []store.Backup
	now := time.Date(2026, 12, 31, 17, 0, 0, 0, time.UTC)
	for at := now.AddDate(-1, 0, 0); at.Before(now); at = at.Add(12 * time.Hour) {
		all = append(all, store.Backup{Path: at.String(), At: at})
	}
	kept, gone := store.Spared(all, now)
	var days []string
	for _, b := range kept {
		days = append(days, b.At.Format("02/01"))
	}
	// seven days; of eight weeks six more, and of twelve months those that no week or day has already
	want := "31/12 30/12 29/12 28/12 27/12 26/12 25/12 20/12 13/12 06/12 30/11 29/11 22/11 15/11 31/10 30/09 31/08 31/07 30/06 31/05 30/04 31/03 28/02 31/01"
	if got := strings.Join(days, " "); got != want {
		t.Errorf("kept %s\nwant %s", got, want)
	}
	if len(kept)+len(gone) != len(all) {
		t.Errorf("%d kept and %d gone of %d", len(kept), len(gone), len(all))
	}
}

// Whatever there is, and whenever one looks: the newest stays, thinning twice is thinning once, and what is thinned each day is
// what would be kept anyway.
func TestWhatIsSpared(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := day
		var folder []store.Backup
		for i := range rapid.IntRange(1, 60).Draw(t, "backups") {
			now = now.Add(time.Duration(rapid.IntRange(1, 200).Draw(t, "hours")) * time.Hour)
			reason := rapid.SampledFrom([]store.Reason{store.OfSession, store.OfSession, store.BeforeImport}).Draw(t, "reason")
			folder = append(folder, store.Backup{Path: fmt.Sprint(i), At: now, Reason: reason})
			folder, _ = store.Spared(folder, now)
			regular := 0
			for _, b := range folder {
				switch age := now.Sub(b.At); {
				case b.Reason == store.OfSession:
					regular++
				case age > 30*24*time.Hour && len(folder) > 1:
					t.Fatalf("one before an import is %v old", age)
				}
			}
			if regular > 27 || folder[0].At != now {
				t.Fatalf("%d are kept, the newest of %v at %v", regular, folder[0].At, now)
			}
		}
		if again, gone := store.Spared(folder, now); len(gone) > 0 || len(again) != len(folder) {
			t.Fatalf("once more takes %v", gone)
		}
	})
}

func TestThinningRemovesOnlyWhatGoes(t *testing.T) {
	path, _ := made(t, 1)
	folder := store.BackupFolder(path)
	foreign := filepath.Join(folder, "2026-11-01T083000Z-0001 (kopie van an).db")
	s := must(store.Open(path))(t)
	for i := range 10 {
		backedUp(t, path, store.OfSession, day.Add(time.Duration(i)*time.Minute))
		if err := os.WriteFile(foreign, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		addedTo(t, s, i+1)
	}
	s.Close()
	if names := namesIn(t, folder); !slices.Equal(names, []string{filepath.Base(foreign), "2026-11-28T083900Z-0010.db"}) {
		t.Errorf("there are %v", names)
	}
}

func TestAProtectedStoreKeepsThePromises(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		s, path := openNew(t)
		return store.Protect(s, path, theDay, func(c *store.Copy, reason store.Reason, at time.Time) error {
			_, err := c.Keep(store.BackupFolder(path), reason, at)
			return err
		})
	})
}

// The backup is the file before the first entry, however long it takes to write: the entry does not wait for it.
func TestTheFirstEntryWaitsForNoDisk(t *testing.T) {
	path, entries := made(t, 3)
	slow := make(chan bool)
	p := store.Protect(must(store.Open(path))(t), path, theDay, func(c *store.Copy, reason store.Reason, at time.Time) error {
		<-slow
		_, err := c.Keep(store.BackupFolder(path), reason, at)
		return err
	})
	all := slices.Clone(entries)
	for i := range 3 {
		all = append(all, addedTo(t, p, 3+i))
	}
	if store.Backups(store.BackupFolder(path)) != nil {
		t.Error("there is a backup already")
	}
	close(slow)
	if err := errors.Join(p.Close(), p.Kept()); err != nil {
		t.Error(err)
	}
	found := store.Backups(store.BackupFolder(path))
	if len(found) != 1 {
		t.Fatalf("there are %v", found)
	}
	storetest.Holds(t, must(store.Check(found[0].Path))(t), "plan", entries)
	storetest.Holds(t, must(store.Check(path))(t), "plan", all)
}

func TestNothingIsKeptOfNothing(t *testing.T) {
	folder := t.TempDir()
	for name, open := range map[string]func(string) (store.Store, error){"new.db": store.OpenOrCreate, "begun.db": store.OpenOrBegin} {
		path := filepath.Join(folder, name)
		p := store.Protect(must(open(path))(t), path, theDay, func(*store.Copy, store.Reason, time.Time) error { return errors.New("kept") })
		storetest.Fill(t, p, "plan", 2)
		p.Backup(store.OfSession)
		if err := errors.Join(p.Kept(), p.Close()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	besides(t, filepath.Join(folder, "x"), "begun.db", "new.db")
}

func TestACrashWhileKeepingIsAnError(t *testing.T) {
	path, _ := made(t, 3)
	p := store.Protect(must(store.Open(path))(t), path, theDay, func(*store.Copy, store.Reason, time.Time) error { panic("for a test") })
	addedTo(t, p, 3)
	says(t, "keeping", p.Kept(), store.BackupFailed)
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func TestRestoring(t *testing.T) {
	later := func(path string, n int) []steps.Entry {
		s := must(store.Open(path))(t)
		defer s.Close()
		return storetest.Fill(t, s, "later", n)
	}
	for name, c := range map[string]struct {
		happens func(path string)
		kept    string // how the file that stood there is called as a backup; empty where nothing is kept
	}{
		"it was gone on with": {func(path string) { later(path, 4) }, "2026-11-28T083000Z-0007-restore"},
		"it is gone":          {func(path string) { os.Remove(path) }, ""},
		"it is empty":         {func(path string) { os.Truncate(path, 0) }, ""},
		"it is cut":           {func(path string) { os.Truncate(path, 9000) }, "2026-11-28T083000Z-0000-restore"},
		"an entry is damaged": {func(path string) {
			content, _ := os.ReadFile(path)
			os.WriteFile(path, bytes.ReplaceAll(content, []byte("An Peeters"), []byte("An Peetert")), 0o600)
		}, "2026-11-28T083000Z-0000-restore"},
		"it is something else": {func(path string) {
			os.WriteFile(path, []byte(strings.Repeat("my homework ", 2000)), 0o640)
		}, "2026-11-28T083000Z-0000-restore"},
	} {
		t.Run(name, func(t *testing.T) {
			path, entries := made(t, 3)
			b := backedUp(t, path, store.OfSession, day.AddDate(0, 0, -1))
			c.happens(path)
			present, _ := os.ReadFile(path)
			from, err := store.TakeCopy(b.Path)
			if err != nil {
				t.Fatal(err)
			}
			kept, err := store.Restore(path, from, store.BackupFolder(path), day)
			if err != nil || c.kept == "" && kept != (store.Backup{}) || c.kept != "" && kept.Moment() != c.kept {
				t.Fatalf("it kept %+v, %v", kept, err)
			}
			if c.kept != "" && !bytes.Equal(present, bytesOf(t, kept.Path)) {
				t.Error("what stood there is not as it was")
			}
			storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
			besides(t, path, "stappenplan.backups", "stappenplan.db")
			s := must(store.Open(path))(t)
			defer s.Close()
			addedTo(t, s, 3)
		})
	}
}

// What restoring replaced is brought back in the same way.
func TestRestoringIsUndone(t *testing.T) {
	path, entries := made(t, 3)
	b := backedUp(t, path, store.OfSession, day)
	s := must(store.Open(path))(t)
	all := append(entries[:3:3], addedTo(t, s, 3))
	s.Close()
	for i, want := range [][]steps.Entry{entries, all, entries} {
		from, err := store.TakeCopy(b.Path)
		if err == nil {
			b, err = store.Restore(path, from, store.BackupFolder(path), day.Add(time.Duration(i)*time.Hour))
		}
		if err != nil {
			t.Fatal(err)
		}
		storetest.Holds(t, must(store.Check(path))(t), "plan", want)
	}
}

func TestWhatIsNotRestored(t *testing.T) {
	path, entries := made(t, 3)
	b := backedUp(t, path, store.OfSession, day)
	from, err := store.TakeCopy(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	folder := store.BackupFolder(path)
	try := func(path, code string) {
		t.Helper()
		_, err := store.Restore(path, from, folder, day)
		says(t, "restore", err, code)
		if found := store.Backups(folder); len(found) != 1 {
			t.Errorf("there are %v", found)
		}
	}
	other := start(t, "hold", path)
	other.says(t, "open")
	try(path, store.FileLocked)
	other.in.Close()
	other.Wait()
	storetest.Holds(t, must(store.Check(path))(t), "plan", entries)

	try(t.TempDir(), store.FileFolder)
	newer, _ := older(t, 1)
	boltFile(t, newer, func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("stappenplan")).Put([]byte("format"), []byte(store.Newer))
	})
	before := bytesOf(t, newer)
	try(newer, store.FileNewer)
	if !bytes.Equal(before, bytesOf(t, newer)) {
		t.Error("a newer file changed")
	}
}
