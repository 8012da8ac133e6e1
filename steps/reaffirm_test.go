package steps_test

import (
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestSince tells new, changed and unchanged apart.
func TestSince(t *testing.T) {
	before := planOf(t, finished(steps.No)...)
	p := after(t, before, newRound(2, steps.Vision, steps.Team, steps.Expertise))
	equal(t, "asked again", p.Since(before)[steps.Vision], "")
	equal(t, "asked again", p.Since(before)[steps.Team], "")
	equal(t, "stands as it did", p.Since(before)[steps.Policy], steps.SinceSame)

	p = after(t, p, change{Kind: steps.ChangeAnswer, Step: steps.Vision, Choice: steps.Set(steps.Yes)},
		change{Kind: steps.ChangeConfirm, Step: steps.Expertise}, change{Kind: steps.ChangeConfirm, Step: steps.Team})
	equal(t, "the same answer by another day", p.Since(before)[steps.Vision], steps.SinceSame)
	equal(t, "confirmed", p.Since(before)[steps.Team], steps.SinceSame)

	p = after(t, p, change{Kind: steps.ChangeAnswer, Step: steps.Policy, Evidence: steps.Set("plan-2027.pdf")},
		change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Whole(14))})
	equal(t, "other evidence", p.Since(before)[steps.Policy], steps.SinceChanged)
	equal(t, "other hours", p.Since(before)[steps.Team], steps.SinceChanged)
	equal(t, "not touched", p.Since(before)[steps.Tasks], steps.SinceSame)

	equal(t, "nothing stood there", p.Since(planOf(t))[steps.Vision], steps.SinceNew)
}

// TestSinceOfTheTasks: what no step asks of a task, and whose list is in force, is of step 5.
func TestSinceOfTheTasks(t *testing.T) {
	own := func(title string) change {
		return change{Kind: steps.ChangeTask, Task: "own-x", Title: steps.Set(title), Group: steps.Set("technical"), Relevance: steps.Set(steps.DoesNotApply)}
	}
	before := planOf(t, append(finished(steps.No), own("Robots"))...)
	for _, c := range []change{own("Drones"), {Kind: steps.ChangeTask, Task: "wifi", Note: steps.Set("traag")}, {Kind: steps.ChangeCatalogue, Catalogue: steps.Set(*catalogue)}} {
		since := after(t, before, c).Since(before)
		equal(t, "tasks", since[steps.Tasks], steps.SinceChanged)
		equal(t, "expertise", since[steps.Expertise], steps.SinceSame)
	}
}

// TestReaffirm: what is asked again is answered as the last round ended, and then nothing has changed at that step.
func TestReaffirm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := extend(t, planOf(t, finished(steps.No)...), []steps.Kind{steps.ChangeAnswer, steps.ChangeTask, steps.ChangeMember}, 5)
		p := after(t, before, newRound(before.Round.Number+1, rapid.SliceOfDistinct(rapid.SampledFrom(repeatable()), rapid.ID[steps.StepID]).Draw(t, "again")...))
		for _, s := range steps.Tree {
			again, ok := p.Reaffirm(before, s.ID)
			if !ok {
				continue
			}
			p = after(t, p, again)
			if _, still := p.Reaffirm(before, s.ID); still {
				t.Fatalf("%s can be reaffirmed twice", s.ID)
			}
			if got, want := p.State(s.ID), before.State(s.ID); s.Asked && got != want {
				t.Fatalf("%s is %q, want %q as before", s.ID, got, want)
			}
			if since := p.Since(before)[s.ID]; since == steps.SinceChanged {
				t.Fatalf("%s has changed by being reaffirmed", s.ID)
			}
		}
	})
}

// TestNothingIsOfferedThatCannotBeChosen: a school that is alone by now no longer works together.
func TestNothingIsOfferedThatCannotBeChosen(t *testing.T) {
	before := planOf(t, change{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)})
	p := planOf(t, change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.NoGroup)}, voice(steps.Pooling, "An", steps.Yes, ""), voice(steps.Pooling, "Bart", steps.Yes, ""))
	_, ok := p.Reaffirm(before, steps.Pooling)
	equal(t, "reaffirmed", ok, false)
	_, agree := p.VoicesAgree(steps.Pooling)
	equal(t, "agreed", agree, false)
}

// repeatable are the steps that a new round can ask again.
func repeatable() (ids []steps.StepID) {
	for _, s := range steps.Tree[:len(steps.Tree)-1] {
		ids = append(ids, s.ID)
	}
	return ids
}
