package steps_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// journalOf makes each change an entry of its own.
func journalOf(t rapid.TB, changes ...change) *steps.Journal {
	t.Helper()
	j, err := steps.Replay(definitions, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		mustApply(t, j, c)
	}
	return j
}

func mustApply(t rapid.TB, j *steps.Journal, changes ...change) {
	t.Helper()
	if err := j.Apply(entry(changes...)); err != nil {
		t.Fatalf("entry refused: %v", err)
	}
}

func withdrawal(n uint64) change { return change{Kind: steps.ChangeWithdraw, Entry: n} }

func undo(t rapid.TB, j *steps.Journal) {
	t.Helper()
	c, n := j.Undo()
	if n == 0 {
		t.Fatal("nothing to undo")
	}
	mustApply(t, j, c)
}

func redo(t rapid.TB, j *steps.Journal) {
	t.Helper()
	c, n := j.Redo()
	if n == 0 {
		t.Fatal("nothing to redo")
	}
	mustApply(t, j, c)
}

func canUndo(j *steps.Journal) bool { _, n := j.Undo(); return n > 0 }
func canRedo(j *steps.Journal) bool { _, n := j.Redo(); return n > 0 }

// TestUndoRedo goes all the way back and forth.
func TestUndoRedo(t *testing.T) {
	j := journalOf(t)
	plans := []string{snapshot(j.Plan())}
	for _, id := range []steps.StepID{steps.Awareness, steps.Vision, steps.Policy} {
		mustApply(t, j, answer(id, steps.Yes))
		plans = append(plans, snapshot(j.Plan()))
	}
	equal(t, "redo before any undo", canRedo(j), false)
	for n := 2; n >= 0; n-- {
		undo(t, j)
		equal(t, "undone", snapshot(j.Plan()), plans[n])
	}
	equal(t, "undo at the beginning", canUndo(j), false)
	for n := 1; n <= 3; n++ {
		redo(t, j)
		equal(t, "redone", snapshot(j.Plan()), plans[n])
	}
	equal(t, "redo at the end", canRedo(j), false)
	undo(t, j)
	equal(t, "undone again", snapshot(j.Plan()), plans[2])
}

// TestNoRedoPastSomethingNew: what was done since stands in the way of older undos only.
func TestNoRedoPastSomethingNew(t *testing.T) {
	j := journalOf(t, answer(steps.Awareness, steps.No))
	undo(t, j)
	mustApply(t, j, answer(steps.Awareness, steps.Yes))
	equal(t, "redo", canRedo(j), false)
	undo(t, j)
	redo(t, j)
	equal(t, "answer", j.Plan().State(steps.Awareness), steps.Yes)
	equal(t, "redo of the first", canRedo(j), false)
}

// TestUndoAfterRestart replays and goes on as if nothing happened.
func TestUndoAfterRestart(t *testing.T) {
	j := journalOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No))
	undo(t, j)
	again, err := j.Entries().Replay(definitions)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "plan", snapshot(again.Plan()), snapshot(j.Plan()))
	redo(t, again)
	equal(t, "redone", again.Plan().State(steps.Vision), steps.No)
	undo(t, again)
	undo(t, again)
	equal(t, "undone", again.Plan().State(steps.Awareness), unanswered)
}

// TestWithdrawals: of an older entry, of a withdrawal, and of that one in turn.
func TestWithdrawals(t *testing.T) {
	j := journalOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No), answer(steps.Vision, steps.Yes))
	mustApply(t, j, withdrawal(1))
	equal(t, "first taken back", j.Plan().State(steps.Awareness), unanswered)
	equal(t, "later ones stand", j.Plan().State(steps.Vision), steps.Yes)
	mustApply(t, j, withdrawal(4))
	equal(t, "first is back", j.Plan().State(steps.Awareness), steps.Yes)
	mustApply(t, j, withdrawal(5))
	equal(t, "and gone", j.Plan().State(steps.Awareness), unanswered)
	equal(t, "withdrawn by", []uint64{j.WithdrawnBy(1), j.WithdrawnBy(2), j.WithdrawnBy(4), j.WithdrawnBy(5)}, []uint64{4, 0, 0, 6})
}

// TestAt shows the plan as it stood, also before a withdrawal.
func TestAt(t *testing.T) {
	j := journalOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No), withdrawal(1))
	for n, want := range []choice{unanswered, steps.Yes, steps.Yes, unanswered} {
		p, err := j.At(uint64(n))
		equal(t, "error", err, nil)
		equal(t, "answer", p.State(steps.Awareness), want)
	}
}

// TestRefusedWithdrawals name what is wrong; the journal stays as it was.
func TestRefusedWithdrawals(t *testing.T) {
	j := journalOf(t, member("an", 3), member("bart", 3), owned("wifi", "an", "bart", 10), answer(steps.Awareness, steps.Yes))
	mustApply(t, j, withdrawal(4))
	before := snapshot(j.Plan())
	tests := []struct {
		name string
		c    change
		want steps.Refusal
	}{
		{"the task's owner", withdrawal(1), steps.Refusal{Reason: "in-the-way", Field: "entry", Value: "1", Limit: "3"}},
		{"the task's backup", withdrawal(2), steps.Refusal{Reason: "in-the-way", Field: "entry", Value: "2", Limit: "3"}},
		{"withdrawn already", withdrawal(4), steps.Refusal{Reason: "withdrawn-already", Field: "entry", Value: "4"}},
		{"no such entry", withdrawal(9), steps.Refusal{Reason: "no-such-entry", Field: "entry", Value: "9"}},
		{"itself", withdrawal(6), steps.Refusal{Reason: "no-such-entry", Field: "entry", Value: "6"}},
		{"another's field", change{Kind: steps.ChangeWithdraw, Entry: 3, Note: steps.Set("x")}, steps.Refusal{Reason: "not-here", Field: "note"}},
	}
	for _, test := range tests {
		equal(t, test.name+": check", refusalsOf(t, j.Check(entry(test.c))), steps.Refusals{test.want})
		equal(t, test.name, refusalsOf(t, j.Apply(entry(test.c))), steps.Refusals{test.want})
		equal(t, test.name+": length", j.Len(), 5)
		equal(t, test.name+": plan", snapshot(j.Plan()), before)
	}
	mustApply(t, j, withdrawal(3))
	mustApply(t, j, withdrawal(1))
	equal(t, "once the way is free", len(j.Plan().Members), 1)
}

func refusalsOf(t rapid.TB, err error) steps.Refusals {
	t.Helper()
	var rs steps.Refusals
	if err != nil && !errors.As(err, &rs) {
		t.Fatalf("not a refusal: %v", err)
	}
	return rs
}

// TestBrokenJournal names the entry from which on it cannot be replayed.
func TestBrokenJournal(t *testing.T) {
	sound := entry(answer(steps.Awareness, steps.Yes))
	for name, bad := range map[string]steps.Entry{
		"unknown task":         entry(kept("nothing", steps.Short)),
		"withdraws a later":    entry(withdrawal(3)),
		"withdraws itself":     entry(withdrawal(2)),
		"unknown kind":         entry(change{Kind: "sheet"}),
		"withdrawal in a list": entry(answer(steps.Vision, steps.Yes), withdrawal(1)),
	} {
		_, err := steps.Replay(definitions, []steps.Entry{sound, bad, sound})
		var broken *steps.BrokenError
		if !errors.As(err, &broken) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		equal(t, name, broken.Values(), map[string]string{"entry": "2"})
		equal(t, name, broken.Code(), "journal-broken")
		equal(t, name+": cause", len(refusalsOf(t, broken.Unwrap())), 1)
	}
}

// TestListStandsOrFalls: one refused change of an entry refuses them all.
func TestListStandsOrFalls(t *testing.T) {
	j := journalOf(t, answer(steps.Awareness, steps.Yes))
	before := snapshot(j.Plan())
	err := j.Apply(entry(answer(steps.Vision, steps.Yes), kept("nothing", steps.Short)))
	equal(t, "refusal", refusalsOf(t, err), steps.Refusals{{Reason: "unknown-task", Field: "changes[1].task", Value: "nothing"}})
	equal(t, "plan", snapshot(j.Plan()), before)
	equal(t, "length", j.Len(), 1)
}

// TestReplayLeavesTheListAlone: going on from an earlier moment must not write over what came after it.
func TestReplayLeavesTheListAlone(t *testing.T) {
	all := []steps.Entry{entry(answer(steps.Awareness, steps.Yes)), entry(answer(steps.Vision, steps.No))}
	j, err := steps.Replay(definitions, all[:1])
	if err != nil {
		t.Fatal(err)
	}
	mustApply(t, j, answer(steps.Policy, steps.Yes))
	equal(t, "second entry", all[1].Changes[0].Step, steps.Vision)
}

// TestRemoveTakesOwnershipsAlong: of a member, everywhere; who was present stays, by name.
func TestRemoveTakesOwnershipsAlong(t *testing.T) {
	p := planOf(t, append(finished(steps.No), change{
		Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"an", "Leerlingenraad", "Naam an"}),
	})...)
	old := snapshot(p)
	gone := after(t, p, change{Kind: steps.ChangeRemove, Member: "an"})
	equal(t, "members", len(gone.Members), 1)
	for _, task := range gone.Tasks() {
		if task.Owner == "an" || task.Backup == "an" {
			t.Errorf("%s is still An's", task.ID)
		}
	}
	equal(t, "present", gone.Evaluation.Present, []string{"Naam an", "Leerlingenraad"})
	equal(t, "the older plan", snapshot(p), old)
}

// TestRemoveOwnTask: it can be added anew, with nothing left of what was decided.
func TestRemoveOwnTask(t *testing.T) {
	p := planOf(t, ownTask("own-lab"), kept("own-lab", steps.Short), change{Kind: steps.ChangeRemove, Task: "own-lab"})
	equal(t, "begun", p.Begun(), false)
	got, _ := after(t, p, ownTask("own-lab")).Task("own-lab")
	equal(t, "relevance", got.Relevance, "")
}

// TestPeopleAreAllWhoWereEverInTheTeam lets members be renamed, leave, come back and make place for others.
func TestPeopleAreAllWhoWereEverInTheTeam(t *testing.T) {
	named := func(id, name string) change {
		return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name)}
	}
	gone := func(id string) change { return change{Kind: steps.ChangeRemove, Member: id} }
	j := journalOf(t, named("an", "An Peters"), named("bart", "Bart Claes"), named("an", "An Peeters"),
		change{Kind: steps.ChangeMember, Member: "an", Role: steps.Set[steps.MemberRole]("teacher")}, gone("bart"), named("bart", "Bart Öz"), gone("an"))
	undo(t, j)
	mustApply(t, j, named("an", "An Peeters-Maes"))
	mustApply(t, j, named("els", "Els De Smet"))
	undo(t, j)
	var got []string
	for _, p := range j.People() {
		got = append(got, strings.Join(append([]string{p.ID, string(p.Role), p.Name}, p.Former...), "|"))
	}
	want := []string{"an|teacher|An Peeters-Maes|An Peters|An Peeters", "bart||Bart Claes", "bart||Bart Öz", "els||Els De Smet"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestManyUndosGiveWhatAReplayGives goes far back, forth, and on, in a journal of years.
func TestManyUndosGiveWhatAReplayGives(t *testing.T) {
	j, err := steps.Replay(definitions, lived(catalogue, 700))
	if err != nil {
		t.Fatal(err)
	}
	do := func(what string, times int, next func() (change, uint64)) {
		for i := range times {
			c, n := next()
			if n == 0 {
				t.Fatalf("%s %d: nothing to do", what, i)
			}
			e := entry(c)
			if err := j.Check(e); err != nil {
				t.Fatalf("%s %d: %v", what, i, err)
			}
			if err := j.Apply(e); err != nil {
				t.Fatalf("%s %d: %v", what, i, err)
			}
			if i%37 != 0 && i != times-1 {
				continue
			}
			again, err := j.Entries().Replay(definitions)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, what, j.Plan(), again.Plan())
		}
	}
	another := func() (change, uint64) { return answer(steps.Vision, steps.No), 1 }
	do("undo", 300, j.Undo)
	do("redo", 120, j.Redo)
	do("undo again", 150, j.Undo)
	do("something new", 200, another)
	do("undo what is new", 250, j.Undo)
}

// TestNobodyComesBackAsAnother: the id was given to somebody else since. Undoing the removal would make one of the two; what was answered of the first one
// is not put back on the other.
func TestNobodyComesBackAsAnother(t *testing.T) {
	task := func(title string) change {
		return change{Kind: steps.ChangeTask, Task: "own-lab", Title: steps.Set(title), Group: steps.Set("technical")}
	}
	for name, test := range map[string]struct{ made, changed, removed, again, renamed change }{
		"somebody": {memberNamed("an", "An Peeters"), change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Whole(4))},
			change{Kind: steps.ChangeRemove, Member: "an"}, memberNamed("an", "An Maes"), memberNamed("an", "An Claes")},
		"an own task": {task("Lab"), change{Kind: steps.ChangeTask, Task: "own-lab", Note: steps.Set("hier")},
			change{Kind: steps.ChangeRemove, Task: "own-lab"}, task("Studio"), task("Atelier")},
	} {
		t.Run(name, func(t *testing.T) {
			j := replayed(t, []steps.Entry{entry(test.made), entry(test.changed), entry(test.removed), entry(test.again)})
			equal(t, "why it is refused", j.Check(entry(withdrawal(3))), error(steps.Refusals{{Reason: "in-the-way", Field: "entry", Value: "3", Limit: "4"}}))
			equal(t, "whether another has the id", []bool{j.Another(test.changed, 1), j.Another(test.removed, 2), j.Another(test.changed, 4)}, []bool{true, true, false})
			renamed := replayed(t, []steps.Entry{entry(test.made), entry(test.changed), entry(test.renamed)})
			equal(t, "whether who is called otherwise is another", renamed.Another(test.changed, 1), false)
			back := replayed(t, []steps.Entry{entry(test.made), entry(test.changed), entry(test.removed), entry(test.made)})
			equal(t, "whether who came back is another", back.Another(test.changed, 1), false)
		})
	}
}
