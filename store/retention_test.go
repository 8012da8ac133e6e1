package store_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
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

// TestManyImportsOfADayKeepFewBackups: the first and the newest three, and of what was asked for each.
func TestManyImportsOfADayKeepFewBackups(t *testing.T) {
	path, _ := made(t, 1)
	s := must(store.Open(path))(t)
	defer s.Close()
	var all []store.Backup
	for i := range 12 {
		reason := store.BeforeImport
		if i == 5 {
			reason = store.Asked
		}
		all = append(all, backedUp(t, path, reason, day.AddDate(0, 0, i/10).Add(time.Duration(i)*time.Minute)))
		addedTo(t, s, i+1)
	}
	for i, b := range all {
		stays(t, b, slices.Contains([]int{0, 5, 7, 8, 9, 10, 11}, i))
	}
}

func plansIn(t rapid.TB, path string) store.Plans {
	t.Helper()
	plans, err := store.Read(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return plans
}

// TestNothingIsThinnedOutThatNoOtherHolds, however often older copies took the place of the file and went on otherwise: for a year each
// state of which a backup was made is whole in one that is there.
func TestNothingIsThinnedOutThatNoOtherHolds(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		path := filepath.Join(t.TempDir(), "stappenplan.db")
		now, n, states := day, 0, map[string]store.Plans{}
		add := func() {
			s, err := store.OpenOrCreate(path)
			if err != nil {
				r.Fatal(err)
			}
			entries, err := s.Load("plan")
			n++
			if err := errors.Join(err, s.Append("plan", uint64(entries.Len()), storetest.Entry(n, "erbij")), s.Close()); err != nil {
				r.Fatal(err)
			}
		}
		add()
		folder := store.BackupFolder(path)
		for range rapid.IntRange(1, 25).Draw(r, "times") {
			now = now.Add(time.Duration(rapid.SampledFrom([]int{1, 1, 1, 60, 60 * 24, 60 * 24 * 9}).Draw(r, "minutes")) * time.Minute)
			backups := store.Backups(folder)
			if rapid.IntRange(0, 3).Draw(r, "goes back") == 0 && len(backups) > 0 {
				from, err := store.TakeCopy(rapid.SampledFrom(backups).Draw(r, "to").Path)
				if err == nil {
					states[now.String()] = plansIn(r, path)
					_, err = store.Restore(path, from, folder, now)
				}
				if err != nil {
					r.Fatal(err)
				}
			} else {
				states[now.String()] = plansIn(r, path)
				backedUp(t, path, rapid.SampledFrom([]store.Reason{store.OfSession, store.BeforeImport, store.BeforeImport, store.BeforeMerge, store.Asked}).Draw(r, "reason"), now)
			}
			add()
		}
		var kept []store.Plans
		for _, b := range store.Backups(folder) {
			kept = append(kept, plansIn(r, b.Path))
		}
		for _, at := range slices.Sorted(maps.Keys(states)) {
			state := states[at]["plan"]
			if !slices.ContainsFunc(kept, func(plans store.Plans) bool {
				return plans["plan"].Len() >= state.Len() && plans["plan"].First(state.Len()).Alike(state)
			}) {
				r.Errorf("of %s, %d entries, no backup is there", at, state.Len())
			}
		}
	})
}
