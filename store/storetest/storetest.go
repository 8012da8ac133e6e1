// Package storetest holds the promises of store.Store as tests, which every engine passes.
package storetest

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"stappenplan/steps"
	"stappenplan/store"
)

// Run tests an engine. Each call of open gives a store that is empty and shared with nobody; a test that
// ends leaves closing it to open.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, promise := range []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"an empty store has no plans and no entries", empty},
		{"what is appended is loaded, in order", roundTrip},
		{"a writer that saw an older number gets a conflict", stale},
		{"a writer that saw a number that is not there gets a conflict", ahead},
		{"an entry that is there already is not doubled", again},
		{"several entries are kept all together", several},
		{"of several entries none is kept where one cannot be, or where another writer was first", noneOfSeveral},
		{"several entries that are there already are not doubled", severalAgain},
		{"plans are kept apart and listed in order", severalPlans},
		{"an entry of 1 MB is kept whole", bigEntry},
		{"of writers at the same moment exactly one wins", race},
		{"what is loaded is the caller's own", ownCopy},
		{"what cannot be kept is refused and nothing changes", refused},
		{"after Close everything fails and closing again does not", closed},
	} {
		t.Run(promise.name, func(t *testing.T) { promise.test(t, open(t)) })
	}
}

// NoSleepAtTheEnd lets the processes that a test starts end at once: with the race detector in them they would first
// sleep a second, each of hundreds.
func NoSleepAtTheEnd() {
	if os.Getenv("GORACE") == "" {
		os.Setenv("GORACE", "atexit_sleep_ms=0")
	}
}

// Entry makes the nth entry of a test's journal: a note at a step.
func Entry(n int, note string) steps.Entry {
	return steps.Entry{
		ID:      fmt.Sprintf("entry-%d", n),
		At:      time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Minute),
		By:      "An Peeters",
		Changes: []steps.Change{{Kind: steps.ChangeAnswer, Step: "vision", Note: steps.Set(note)}},
	}
}

// Fill appends n entries to an empty plan and gives them.
func Fill(t testing.TB, s store.Store, plan string, n int) []steps.Entry {
	t.Helper()
	var entries []steps.Entry
	for i := range n {
		e := Entry(i+1, fmt.Sprintf("werkgroep %d", i+1))
		if err := s.Append(plan, uint64(i), e); err != nil {
			t.Fatalf("append %d: %v", i+1, err)
		}
		entries = append(entries, e)
	}
	return entries
}

// Holds fails the test unless the plan has exactly these entries.
func Holds(t testing.TB, s store.Store, plan string, want []steps.Entry) {
	t.Helper()
	got, err := s.Load(plan)
	if err != nil {
		t.Fatalf("load %s: %v", plan, err)
	}
	if list := got.List(); !Same(list, want) {
		t.Fatalf("plan %s has %d entries %v, want %d %v", plan, len(list), ids(list), len(want), ids(want))
	}
}

// Same says whether two journals are the same, byte for byte.
func Same(a, b []steps.Entry) bool {
	return slices.EqualFunc(a, b, func(a, b steps.Entry) bool {
		x, errX := a.Encode()
		y, errY := b.Encode()
		return errX == nil && errY == nil && bytes.Equal(x, y)
	})
}

// Kept are plans as [store.CreateWith] takes them.
func Kept(plans map[string][]steps.Entry) map[string]steps.Entries {
	kept := map[string]steps.Entries{}
	for id, entries := range plans {
		kept[id] = steps.EntriesOf(entries)
	}
	return kept
}

func ids(entries []steps.Entry) (ids []string) {
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids
}

func wantCode(t *testing.T, err error, code string) {
	t.Helper()
	if !store.HasCode(err, code) {
		t.Fatalf("error %v, want code %s", err, code)
	}
}

func empty(t *testing.T, s store.Store) {
	plans, err := s.Plans()
	if err != nil || len(plans) != 0 {
		t.Fatalf("plans %v, %v", plans, err)
	}
	Holds(t, s, "plan", nil)
}

func roundTrip(t *testing.T, s store.Store) {
	Holds(t, s, "plan", Fill(t, s, "plan", 300))
}

func stale(t *testing.T, s store.Store) {
	entries := Fill(t, s, "plan", 3)
	wantCode(t, s.Append("plan", 2, Entry(4, "te laat")), store.Conflict)
	wantCode(t, s.Append("plan", 0, Entry(1, "een andere eerste")), store.Conflict)
	Holds(t, s, "plan", entries)
}

func ahead(t *testing.T, s store.Store) {
	wantCode(t, s.Append("plan", 1, Entry(2, "te vroeg")), store.Conflict)
	if plans, err := s.Plans(); err != nil || len(plans) != 0 {
		t.Fatalf("a refused first entry left the plans %v, %v", plans, err)
	}
}

func again(t *testing.T, s store.Store) {
	entries := Fill(t, s, "plan", 2)
	if err := s.Append("plan", 1, entries[1]); err != nil {
		t.Fatalf("the same entry again: %v", err)
	}
	Holds(t, s, "plan", entries)
	wantCode(t, s.Append("plan", 0, entries[0]), store.Conflict)
}

func several(t *testing.T, s store.Store) {
	first := []steps.Entry{Entry(1, "eerste"), Entry(2, "tweede")}
	if err := s.Append("plan", 0, first...); err != nil {
		t.Fatal(err)
	}
	var more []steps.Entry
	for n := range 500 {
		more = append(more, Entry(n+3, strings.Repeat("x", n)))
	}
	if err := s.Append("plan", 2, more...); err != nil {
		t.Fatal(err)
	}
	last := Entry(503, "laatste")
	if err := s.Append("plan", 502, last); err != nil {
		t.Fatal(err)
	}
	Holds(t, s, "plan", slices.Concat(first, more, []steps.Entry{last}))
}

func noneOfSeveral(t *testing.T, s store.Store) {
	entries := Fill(t, s, "plan", 3)
	wantCode(t, s.Append("plan", 2, Entry(3, "een andere"), Entry(4, "en nog een")), store.Conflict)
	wantCode(t, s.Append("plan", 1, entries[1], Entry(3, "een andere")), store.Conflict)
	if s.Append("plan", 3, Entry(4, "goed"), steps.Entry{}) == nil {
		t.Error("an entry without an id was taken")
	}
	if s.Append("plan", 3) == nil {
		t.Error("no entries were taken")
	}
	Holds(t, s, "plan", entries)
}

func severalAgain(t *testing.T, s store.Store) {
	entries := append(Fill(t, s, "plan", 2), Entry(3, "samen"), Entry(4, "samen"), Entry(5, "samen"))
	for range 2 {
		if err := s.Append("plan", 2, entries[2:]...); err != nil {
			t.Fatal(err)
		}
	}
	wantCode(t, s.Append("plan", 2, entries[2:4]...), store.Conflict) // others were added since
	Holds(t, s, "plan", entries)
}

func severalPlans(t *testing.T, s store.Store) {
	b := Fill(t, s, "school-b", 4)
	a := Fill(t, s, "a", 2)
	plan := Fill(t, s, "plan", 3)
	plans, err := s.Plans()
	if want := []string{"a", "plan", "school-b"}; err != nil || !slices.Equal(plans, want) {
		t.Fatalf("plans %v, %v, want %v", plans, err, want)
	}
	Holds(t, s, "a", a)
	Holds(t, s, "plan", plan)
	Holds(t, s, "school-b", b)
	Holds(t, s, "school", nil)
}

func bigEntry(t *testing.T, s store.Store) {
	entries := Fill(t, s, "plan", 2)
	big := Entry(3, strings.Repeat("één lange notitie. ", 50_000))
	if err := s.Append("plan", 2, big); err != nil {
		t.Fatal(err)
	}
	small := Entry(4, "kort")
	if err := s.Append("plan", 3, small); err != nil {
		t.Fatal(err)
	}
	Holds(t, s, "plan", append(entries, big, small))
}

func race(t *testing.T, s store.Store) {
	for last := range 10 {
		errs := make([]error, 8)
		var writers sync.WaitGroup
		for i := range errs {
			writers.Go(func() { errs[i] = s.Append("plan", uint64(last), Entry(100*last+i, "tegelijk")) })
		}
		writers.Wait()
		winner := slices.Index(errs, nil)
		if winner < 0 {
			t.Fatalf("nobody won: %v", errs)
		}
		for i, err := range errs {
			if i != winner {
				wantCode(t, err, store.Conflict)
			}
		}
		loaded, err := s.Load("plan")
		entries := loaded.List()
		if err != nil || len(entries) != last+1 || entries[last].ID != Entry(100*last+winner, "").ID {
			t.Fatalf("after round %d: %v, %v", last, ids(entries), err)
		}
	}
}

func ownCopy(t *testing.T, s store.Store) {
	entries := Fill(t, s, "plan", 2)
	loaded, err := s.Load("plan")
	if err != nil {
		t.Fatal(err)
	}
	loaded.Entry(1).Changes[0].Step, loaded.Entry(2).Changes[0].Step = "policy", "policy"
	Holds(t, s, "plan", entries)
}

func refused(t *testing.T, s store.Store) {
	for _, plan := range []string{"", "Plan", "../plan", strings.Repeat("p", 61)} {
		if s.Append(plan, 0, Entry(1, "x")) == nil {
			t.Errorf("plan %q was taken", plan)
		}
	}
	if s.Append("plan", 0, steps.Entry{}) == nil {
		t.Error("an entry without an id was taken")
	}
	empty(t, s)
}

func closed(t *testing.T, s store.Store) {
	Fill(t, s, "plan", 1)
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatalf("close: %v", err)
		}
	}
	if s.Append("plan", 1, Entry(2, "na sluiten")) == nil {
		t.Error("an entry was taken")
	}
	if _, err := s.Load("plan"); err == nil {
		t.Error("entries were given")
	}
	if _, err := s.Plans(); err == nil {
		t.Error("plans were given")
	}
}
