package steps_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
	"stappenplan/steps/stepstest"
)

// FuzzEntry reads anything as an entry of a journal: what is read is written so that it reads back the same, and what a plan takes
// of it the plan of what was written takes too.
func FuzzEntry(f *testing.F) {
	for _, e := range anyEntries(f) {
		f.Add(e)
	}
	f.Add([]byte(`{"id":"a","at":"2026-09-01T12:00:00+02:00","edition":1,"changes":[{"kind":"withdraw","entry":1},{"kind":"task","task":"wifi","owner":null}]}`))
	f.Add([]byte(`{"id":"a","changes":[{"kind":"voice","step":"vision","by":"Anna","note":"x"},{"kind":"erased","fields":["note"]}]}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		stepstest.Bounded(t, len(line), func() {
			e, err := steps.DecodeEntry(line)
			if err != nil {
				return
			}
			written, err := e.Encode()
			if err != nil {
				return // it has no id, or no moment that can be written
			}
			again, err := steps.DecodeEntry(written)
			if err != nil {
				t.Fatalf("what was written is refused: %v\n%s", err, written)
			}
			if twice, err := again.Encode(); err != nil || !bytes.Equal(written, twice) {
				t.Fatalf("written again it differs, %v:\n%s\n%s", err, written, twice)
			}
			plan, refused := steps.NewPlan(definitions).Apply(e)
			other, refusedAgain := steps.NewPlan(definitions).Apply(again)
			if (refused == nil) != (refusedAgain == nil) {
				t.Fatalf("a plan says %v, and %v of what was written: %s", refused, refusedAgain, written)
			}
			if refused == nil && len(steps.Changes(plan, other)) > 0 {
				t.Fatalf("plans differ by %s", asJSON(steps.Changes(plan, other)))
			}
		})
	})
}

// FuzzMerge merges copies of plans that follow from the bytes, as [TestMergingLaws] does with those that chance gives.
func FuzzMerge(f *testing.F) { f.Fuzz(rapid.MakeFuzz(mergingLaws)) }

// FuzzMergeOfAnything merges journals of which each line is anything: what can be merged can be kept and replayed, and merging
// again adds nothing.
func FuzzMergeOfAnything(f *testing.F) {
	var all []string
	for _, e := range anyEntries(f) {
		all = append(all, string(e))
	}
	first := all[0]
	f.Add(strings.Join(all[:2], "\n"), strings.Join(append([]string{first}, all[2:]...), "\n"))
	f.Add(first, strings.Join(all, "\n"))
	f.Add(first+"\n"+`{"id":"b","changes":[{"kind":"withdraw","entry":1}]}`, first+"\n"+`{"id":"c","changes":[{"kind":"round","number":2}]}`)
	f.Fuzz(func(t *testing.T, one, other string) {
		stepstest.Bounded(t, len(one)+len(other), func() {
			ours, theirs := journalOfLines(one), journalOfLines(other)
			m, err := ours.Merge(theirs)
			if err != nil {
				return
			}
			sides := make([]steps.Side, len(m.Conflicts))
			for i := range sides {
				sides[i] = []steps.Side{steps.Ours, steps.Theirs}[i%2]
			}
			chosen, err := m.Choose(sides)
			if err != nil {
				return // which is said to who chose
			}
			made := 0
			more, err := m.Entries(chosen, func(changes ...change) steps.Entry {
				made++
				return steps.NewEntry(fmt.Sprint("made-", made), noon, "An", changes...)
			})
			if err != nil {
				return
			}
			joined, err := steps.Replay(definitions, append(ours.Entries().List(), more...))
			if err != nil {
				t.Fatalf("what was merged does not replay: %v", err)
			}
			if again, err := joined.Merge(theirs); err != nil || !again.Nothing() {
				t.Fatalf("merging again: %v, adds %v", err, again)
			}
		})
	})
}

// journalOfLines is the journal of the lines that can be read and that fit.
func journalOfLines(lines string) *steps.Journal {
	j, err := steps.Replay(definitions, nil)
	if err != nil {
		panic(err)
	}
	seen := map[string]bool{}
	for line := range strings.SplitSeq(lines, "\n") {
		if e, err := steps.DecodeEntry([]byte(line)); err == nil && e.ID != "" && len(e.Changes) > 0 && !seen[e.ID] && j.Apply(e) == nil {
			seen[e.ID] = true
		}
	}
	return j
}

// anyEntries are some of every kind of change, as they stand in a journal; the first makes a member.
func anyEntries(t testing.TB) (lines [][]byte) {
	t.Helper()
	seen := map[steps.Kind]int{}
	draw := rapid.Custom(func(t *rapid.T) steps.Entry { return drawEntry(t, allKinds) })
	entries := []steps.Entry{steps.NewEntry("first", noon, "An", change{Kind: "member", Member: "an", Name: steps.Set("An")})}
	for i := range 400 {
		e := draw.Example(i)
		if len(e.Changes) == 0 || seen[e.Changes[0].Kind] >= 2 {
			continue
		}
		seen[e.Changes[0].Kind]++
		e.ID = fmt.Sprint("e-", i)
		entries = append(entries, e)
	}
	for _, e := range entries {
		line, err := e.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(line) {
			t.Fatalf("%s is no JSON", line)
		}
		lines = append(lines, line)
	}
	return lines
}
