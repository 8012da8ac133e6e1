package steps_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// encodedOf are the entries of a journal as a file keeps them.
func encodedOf(t rapid.TB, j *steps.Journal) (lines [][]byte) {
	t.Helper()
	for n := range j.Len() {
		line, err := j.Entries().Encoded(n + 1)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestWhatIsKeptEncodedIsTheSameJournal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := drawJournal(t, func(steps.Plan, steps.Entry, *steps.Journal, error) {})
		again, err := steps.EncodedEntries(encodedOf(t, j)).Replay(definitions)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "the plan", again.Plan(), j.Plan())
		equal(t, "the rounds", again.Rounds(), j.Rounds())
		equal(t, "the people", again.People(), j.People())
		equal(t, "the entries", again.Entries().List(), j.Entries().List())
		before, ok := j.Previous()
		beforeAgain, okAgain := again.Previous()
		equal(t, "the plan of the round before", beforeAgain, before)
		equal(t, "whether there was one", okAgain, ok)
		for n := range j.Len() {
			equal(t, "who and when", again.Head(n+1), j.Head(n+1))
			equal(t, "by what it is withdrawn", again.WithdrawnBy(n+1), j.WithdrawnBy(n+1))
		}
	})
}

func TestUntilIsAJournalOfItsOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := drawJournal(t, func(steps.Plan, steps.Entry, *steps.Journal, error) {})
		n := rapid.Uint64Range(0, j.Len()).Draw(t, "until")
		then, err := j.Until(n)
		if err != nil {
			t.Fatal(err)
		}
		at, err := j.At(n)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "the plan then", then.Plan(), at)
		now, all := j.Plan(), encodedOf(t, j)
		mustApply(t, then, answer(steps.Awareness, steps.No))
		mustApply(t, j, answer(steps.Awareness, steps.Yes))
		equal(t, "what was there", encodedOf(t, j)[:len(all)], all)
		undo(t, j)
		equal(t, "the plan now", j.Plan(), now)
		equal(t, "what was answered then", then.Plan().Answers[steps.Awareness].Choice, steps.No)
	})
}

// Whatever is no entry is told with its number, also where it would be in no plan because it was taken back.
func TestNoEntryIsTold(t *testing.T) {
	j := journalOf(t)
	for range 600 {
		mustApply(t, j, answer(steps.Awareness, steps.Yes))
	}
	undo(t, j)
	whole := encodedOf(t, j)
	for name, spoil := range map[string]func(line []byte) []byte{
		"cut":             func(line []byte) []byte { return line[:len(line)-1] },
		"nothing":         func([]byte) []byte { return nil },
		"twice":           func(line []byte) []byte { return slices.Concat(line, line) },
		"followed":        func(line []byte) []byte { return append(slices.Clip(line), " x"...) },
		"a field of none": func(line []byte) []byte { return bytes.Replace(line, []byte(`"id"`), []byte(`"di"`), 1) },
		"a withdrawal in other letters": func([]byte) []byte {
			return []byte(`{"id":"x","at":"2026-09-01T08:00:00Z","by":"An","changes":[{"kind":"withdr\u0061w","entry":1}]}`)
		},
	} {
		for _, n := range []uint64{1, 257, 599, 600} {
			lines := slices.Clone(whole)
			lines[n-1] = spoil(lines[n-1])
			_, err := steps.EncodedEntries(lines).Replay(definitions)
			if broken, is := errors.AsType[*steps.BrokenError](err); !is || broken.Entry != n {
				t.Errorf("%s at entry %d: %v", name, n, err)
			}
		}
	}
	if _, err := steps.EncodedEntries(whole).Replay(definitions); err != nil {
		t.Error(err)
	}
	whole[3] = append(slices.Clip(whole[3]), '\n')
	if _, err := steps.EncodedEntries(whole).Replay(definitions); err != nil {
		t.Errorf("with a line end behind it: %v", err)
	}
}

// TestIDsAreReadAsTheyAreWritten, also of an id that no program makes; and a sum tells the way a journal went.
func TestIDsAreReadAsTheyAreWritten(t *testing.T) {
	ids := []string{"KX2", `a"b`, `c\d`, "é\n", "", "KX2"}
	var list []steps.Entry
	var lines [][]byte
	for _, id := range ids {
		e := steps.NewEntry(id, noon, "An", steps.Change{Kind: steps.ChangeAnswer, Step: steps.Vision, Note: steps.Set(`{"id":"other"}`)})
		line, err := e.Encode()
		if err != nil {
			t.Fatal(err)
		}
		list, lines = append(list, e), append(lines, line)
	}
	kept, made := steps.EncodedEntries(lines), steps.EntriesOf(list)
	if got := slices.Collect(kept.IDs()); !slices.Equal(got, ids) || !slices.Equal(slices.Collect(made.IDs()), ids) {
		t.Errorf("%q are read as %q", ids, got)
	}
	if kept.Sum() != made.Sum() || kept.First(2).Sum() == kept.First(3).Sum() || kept.Beginning() != "KX2" {
		t.Error("the sum does not tell them apart, or not alike")
	}
}
