package steps_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestReplayIsTheFoldOfApply, and the entries come through their JSON unchanged.
func TestReplayIsTheFoldOfApply(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := drawJournal(t, func(steps.Plan, steps.Entry, *steps.Journal, error) {})
		again, err := steps.Replay(definitions, decoded(t, j.Entries().List()))
		if err != nil {
			t.Fatal(err)
		}
		if diff := samePlan(j.Plan(), again.Plan()); diff != "" {
			t.Fatalf("replayed (-) and applied (+) differ:\n%s", diff)
		}
		at, err := j.At(j.Len())
		if diff := samePlan(at, j.Plan()); err != nil || diff != "" {
			t.Fatalf("the plan at the last entry (%v):\n%s", err, diff)
		}
		for n := range j.Len() {
			if again.WithdrawnBy(n+1) != j.WithdrawnBy(n+1) {
				t.Fatalf("entry %d is withdrawn by %d and by %d", n+1, again.WithdrawnBy(n+1), j.WithdrawnBy(n+1))
			}
		}
	})
}

// decoded takes entries through their JSON and back.
func decoded(t rapid.TB, entries []steps.Entry) (list []steps.Entry) {
	for _, e := range entries {
		b, err := e.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := steps.DecodeEntry(b)
		if err != nil {
			t.Fatalf("%s: %v", b, err)
		}
		equal(t, string(b), back, e)
		list = append(list, back)
	}
	return list
}

// TestTasksAreThoseOfThePlan, whichever of them an entry was about: what it left as it was is not worked out again.
func TestTasksAreThoseOfThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawJournal(t, func(before steps.Plan, e steps.Entry, _ *steps.Journal, _ error) {
			before.Tasks()
			if after, err := before.Apply(e); err == nil {
				equal(t, "the tasks", after.Tasks(), after.Copy().Tasks())
			}
		})
	})
}

// TestNothingReachesBack: no refused entry changes a plan, and no later entry an earlier plan.
func TestNothingReachesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var plans []steps.Plan
		var said []string
		drawJournal(t, func(before steps.Plan, _ steps.Entry, j *steps.Journal, err error) {
			if err != nil && snapshot(j.Plan()) != snapshot(before) {
				t.Fatalf("refused with %v, yet changed", err)
			}
			plans, said = append(plans, j.Plan()), append(said, snapshot(j.Plan()))
		})
		for i, p := range plans {
			equal(t, "an earlier plan", snapshot(p), said[i])
		}
	})
}

// TestUndoRestores the plan exactly, and redo what was undone.
func TestUndoRestores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawJournal(t, func(before steps.Plan, e steps.Entry, j *steps.Journal, err error) {
			if err != nil || e.Changes[0].Kind == steps.ChangeWithdraw {
				return
			}
			done := j.Plan()
			fork, err := j.Entries().Replay(definitions)
			if err != nil {
				t.Fatal(err)
			}
			for range 2 {
				undo(t, fork)
				if diff := samePlan(before, fork.Plan()); diff != "" {
					t.Fatalf("undone (- before, + after):\n%s", diff)
				}
				redo(t, fork)
				if diff := samePlan(done, fork.Plan()); diff != "" {
					t.Fatalf("redone (- before, + after):\n%s", diff)
				}
			}
		})
	})
}

// TestPathLaws: wherever a plan stands.
func TestPathLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, steps.NewPlan(definitions), allKinds, 25)
		path := p.Path()
		last := path[len(path)-1]
		if p.Complete() != (p.Current() == "") {
			t.Fatal("complete, and yet a current step")
		}
		if !p.Complete() && p.Current() != last.Step {
			t.Fatalf("current %s is not the last of %v", p.Current(), path)
		}
		for i, s := range path {
			if s.Step != steps.Tree[i].ID || s.Choice != p.State(s.Step) {
				t.Fatalf("path %v", path)
			}
			if (s.Choice == steps.Open || s.Choice == "") && i < len(path)-1 {
				t.Fatalf("went on from %v", s)
			}
		}
		for i, s := range p.Standings() {
			id := steps.Tree[i].ID
			if s.Step != id || s.Choice != p.State(id) || s.State != stateOf(p, id) || s.Reached() != p.Reached(id) {
				t.Fatalf("standing %+v", s)
			}
		}
		for _, a := range p.Advice() {
			if a.Step != last.Step || last.Choice != steps.No {
				t.Fatalf("advice %v at %v", a, last)
			}
		}
		n, added := steps.Count(p.Tasks()), steps.TaskCounts{}
		for _, of := range steps.CountByGroup(p.Tasks()) {
			added = steps.TaskCounts{
				Total: added.Total + of.Total, Decided: added.Decided + of.Decided, Short: added.Short + of.Short, Long: added.Long + of.Long,
				Dropped: added.Dropped + of.Dropped, NotHere: added.NotHere + of.NotHere, School: added.School + of.School, Group: added.Group + of.Group,
			}
		}
		if added != n {
			t.Fatalf("counts by group %+v, together %+v", added, n)
		}
		if n.School+n.Group < n.Short+n.Long || n.Decided > n.Total || n.Total != len(p.Catalogue.Tasks)+len(p.OwnTasks) {
			t.Fatalf("counts %+v", n)
		}
	})
}

// TestChangesTurnOnePlanIntoAnother: both in the same round, or the other one further.
func TestChangesTurnOnePlanIntoAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := extend(t, steps.NewPlan(definitions), allKinds, 10)
		from, to := extend(t, base, mostKinds, 10), extend(t, base, mostKinds, 10)
		if rapid.Bool().Draw(t, "next round") {
			c := changeOf[steps.ChangeRound](t)
			c.Kind, c.Number = steps.ChangeRound, steps.Set(base.Round.Number+1)
			if next, err := to.Apply(entry(c)); err == nil {
				to = extend(t, next, mostKinds, 5)
			}
		}
		if rapid.IntRange(0, 3).Draw(t, "from nothing") == 0 {
			from = steps.NewPlan(definitions)
		}
		checkChangesBetween(t, from, to)
	})
}

func checkChangesBetween(t *rapid.T, from, to steps.Plan) {
	old, wanted := snapshot(from), snapshot(to)
	equal(t, "changes to the same plan", steps.Changes(to, to), nil)
	changes := steps.Changes(from, to)
	became, err := from.Apply(entry(changes...))
	if err != nil {
		t.Fatalf("changes refused: %v", err)
	}
	if diff := samePlan(sorted(to), sorted(became)); diff != "" {
		t.Fatalf("not the plan that was wanted (- wanted, + got):\n%s", diff)
	}
	equal(t, "changes that are left", steps.Changes(became, to), nil)
	if snapshot(from) != old || snapshot(to) != wanted {
		t.Fatal("comparing changed a plan")
	}
}

// sorted takes out what is no difference: the order of members, own tasks, decisions of the board, actions, voices and rows,
// and what earlier rounds left in the rows.
func sorted(p steps.Plan) steps.Plan {
	p.Members, p.OwnTasks = slices.Clone(p.Members), slices.Sorted(slices.Values(p.OwnTasks))
	p.Resolutions = slices.SortedFunc(slices.Values(p.Resolutions), func(a, b steps.Resolution) int { return strings.Compare(a.ID, b.ID) })
	p.Actions = slices.SortedFunc(slices.Values(p.Actions), func(a, b steps.Action) int { return strings.Compare(a.ID, b.ID) })
	p.Voices = maps.Clone(p.Voices)
	for id, list := range p.Voices {
		p.Voices[id] = slices.SortedFunc(slices.Values(list), func(a, b steps.Voice) int { return strings.Compare(a.By, b.By) })
	}
	slices.SortFunc(p.Members, func(a, b steps.Member) int { return strings.Compare(a.ID, b.ID) })
	p = p.Copy()
	for _, content := range p.Sheets {
		for _, rows := range content.Tables {
			slices.SortFunc(rows, func(a, b steps.Row) int { return strings.Compare(a.ID, b.ID) })
			for i := range rows {
				rows[i].Past = nil
			}
		}
	}
	return p
}

// stateOf is how far a step is, told another way: by what is left to do there.
func stateOf(p steps.Plan, id steps.StepID) steps.StepState {
	gaps := p.Gaps(id)
	only := func(gap steps.GapID) bool { return len(gaps) == 1 && gaps[0].ID == gap }
	_, moves := steps.Tree[id.Number()-1].After(p.State(id))
	held := p.HeldOver(id) && id != steps.Evaluation // of a round before, and not looked at again
	switch choice := p.State(id); {
	case !p.Reached(id) && held && moves:
		return steps.StepKept
	case !p.Reached(id) && held && choice == "":
		return steps.StepLater
	case !p.Reached(id) && p.Filled(id):
		return steps.StepAhead
	case !p.Reached(id):
		return steps.StepWaits
	case len(gaps) == 0:
		return steps.StepDone
	case only(steps.GapAnswer) && choice == steps.Open:
		return steps.StepOpen
	case only(steps.GapAnswer) && choice == steps.No:
		return steps.StepStopped
	case only(steps.GapConfirm):
		return steps.StepAgain
	case p.Filled(id):
		return steps.StepBegun
	}
	return steps.StepToDo
}
