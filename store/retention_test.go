package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"stappenplan/steps"
	"stappenplan/store"
)

// loneBackup makes a file, and in its folder of backups one that holds what no other does: of another plan.
func loneBackup(t *testing.T, entries ...steps.Entry) (path string, lone store.Backup) {
	t.Helper()
	other, own := made(t, 3)
	s := must(store.Open(other))(t)
	for i, e := range entries {
		if err := s.Append("plan", uint64(len(own)+i), e); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	copied, err := store.TakeCopy(other)
	if err != nil {
		t.Fatal(err)
	}
	path, _ = made(t, 1)
	if lone, err = copied.Keep(store.BackupFolder(path), store.BeforeRestore, day); err != nil {
		t.Fatal(err)
	}
	return path, lone
}

// stays fails the test unless a backup is there, or is not.
func stays(t *testing.T, b store.Backup, want bool) {
	t.Helper()
	if _, err := os.Stat(b.Path); (err == nil) != want {
		t.Errorf("%s: there %v, want %v", filepath.Base(b.Path), err == nil, want)
	}
}

// TestAClockThatJumpsAheadThinsNothing: years that no backup shows may be a clock that was wrong for one session, of however many backups.
func TestAClockThatJumpsAheadThinsNothing(t *testing.T) {
	path, lone := loneBackup(t)
	asked := backedUp(t, path, store.Asked, day.AddDate(0, 0, 1))
	s := must(store.Open(path))(t)
	ahead := day.AddDate(6, 0, 0)
	for i, at := range []time.Time{day.AddDate(0, 0, 2), ahead, ahead.Add(time.Hour), ahead.AddDate(0, 0, 3), day.AddDate(0, 0, 4)} {
		addedTo(t, s, i+1)
		backedUp(t, path, store.BeforeImport, at)
		stays(t, lone, true)
		stays(t, asked, true)
	}
	s.Close()
}

// TestALoneBackupStaysAYear of work that the backups show.
func TestALoneBackupStaysAYear(t *testing.T) {
	path, lone := loneBackup(t)
	s := must(store.Open(path))(t)
	defer s.Close()
	for i := range 14 {
		at := day.AddDate(0, i, 1)
		addedTo(t, s, i+1)
		backedUp(t, path, store.OfSession, at)
		stays(t, lone, i < 12)
	}
}

// TestABackupThatSaysWhatWasErasedStays where no other does: without it an older copy could bring that back.
func TestABackupThatSaysWhatWasErasedStays(t *testing.T) {
	path, lone := loneBackup(t, steps.NewEntry("erased", day, "", steps.Change{Kind: steps.ChangeErased, Erased: steps.Set(steps.ErasedRecord{Mark: "[gewist]"})}))
	s := must(store.Open(path))(t)
	defer s.Close()
	for i := range 30 {
		addedTo(t, s, i+1)
		backedUp(t, path, store.OfSession, day.AddDate(0, i, 1))
	}
	stays(t, lone, true)
}
