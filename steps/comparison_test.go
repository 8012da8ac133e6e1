package steps_test

import (
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestTrial tries to do a task with the group, sees what that makes of the plan, and takes a step back.
func TestTrial(t *testing.T) {
	base := planOf(t, append(finished(steps.Yes), school(func(c *change) { c.Hours, c.Group = steps.Set(steps.Whole(7)), steps.Set("Groep X") }))...)
	before := snapshot(base)
	trial := steps.NewTrial(base)
	equal(t, "nothing tried", trial.Compare("2026-11-01"), steps.Comparison{
		Capacity: steps.Shift[steps.Capacity]{Base: base.Capacity(), Trial: base.Capacity()},
		Counts:   steps.Shift[steps.TaskCounts]{Base: steps.Count(base.Tasks()), Trial: steps.Count(base.Tasks())},
	})

	toGroup := task("wifi", func(c *change) { c.Level = steps.Set("group") })
	noOwner := task("privacy", func(c *change) { c.Owner = steps.Clear[string]() })
	for _, c := range []change{toGroup, noOwner} {
		if err := trial.Try(c); err != nil {
			t.Fatal(err)
		}
	}
	got := trial.Compare("2026-11-01")
	equal(t, "planned before", got.Capacity.Base.Planned, steps.Whole(8))
	equal(t, "planned now", got.Capacity.Trial.Planned, steps.Whole(6))
	equal(t, "tasks of the group", got.Counts.Trial.Group-got.Counts.Base.Group, 1)
	equal(t, "moves", got.Moves, []steps.Move{{Task: "wifi", From: steps.AtSchool, To: steps.AtGroup}})
	equal(t, "gone", got.Gone, []steps.Finding{{ID: steps.UnderResourced}})
	equal(t, "new", got.New, []steps.Finding{{ID: steps.NoOwner, Task: "privacy"}})

	equal(t, "undo", trial.Undo(), true)
	equal(t, "what is left", trial.Changes(), []change{toGroup})
	equal(t, "no finding is new", trial.Compare("2026-11-01").New, nil)
	equal(t, "undo again", trial.Undo(), true)
	equal(t, "nothing to undo", trial.Undo(), false)
	equal(t, "back", snapshot(trial.Plan()), before)
	equal(t, "the base", snapshot(base), before)
}

// TestTrialRefuses: what a plan refuses, a trial refuses, and stays as it was.
func TestTrialRefuses(t *testing.T) {
	trial := steps.NewTrial(planOf(t))
	err := trial.Try(kept("wifi", steps.Short), kept("nothing", steps.Short))
	if _, refused := err.(steps.Refusals); !refused {
		t.Errorf("an unknown task: %v", err)
	}
	equal(t, "tried", trial.Changes(), nil)
	equal(t, "begun", trial.Plan().Begun(), false)
}

// TestTrialRecords: recorded as one entry, what was tried gives the plan of the trial; and the base is
// never touched.
func TestTrialRecords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := extend(t, steps.NewPlan(catalogue), mostKinds, 20)
		said := snapshot(base)
		trial := steps.NewTrial(base)
		for range rapid.IntRange(0, 8).Draw(t, "tries") {
			if rapid.IntRange(0, 3).Draw(t, "undo") == 0 {
				trial.Undo()
				continue
			}
			_ = trial.Try(drawEntry(t, allKinds).Changes...)
		}
		entry := steps.NewEntry("e", noon, "An", trial.Changes()...)
		recorded, err := base.Apply(entry)
		if err != nil {
			t.Fatalf("%v of %+v", err, entry.Changes)
		}
		if diff := samePlan(unsigned(trial.Plan()), unsigned(recorded)); diff != "" {
			t.Fatalf("tried (-) and recorded (+) differ:\n%s", diff)
		}
		equal(t, "the base", snapshot(base), said)
	})
}

// unsigned is a plan without who answered and when, and without answers that hold nothing else.
func unsigned(p steps.Plan) steps.Plan {
	answers := map[steps.StepID]steps.Answer{}
	for id, a := range p.Answers {
		if a.By, a.At = "", noon; a.Choice != "" || a.Note+a.Evidence != "" {
			answers[id] = a
		}
	}
	p.Answers = answers
	return p
}
