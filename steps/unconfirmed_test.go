package steps_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestWhatDeservesALookFollowsFromTheEntries: what was worked out before an entry is not what follows from those of now.
func TestWhatDeservesALookFollowsFromTheEntries(t *testing.T) {
	doubtful := *catalogue
	doubtful.Tasks = slices.Clone(catalogue.Tasks)
	for i, horizon := range []string{string(steps.Long), "none", string(steps.Long), string(steps.Short)} {
		doubtful.Tasks[i].SuggestedHorizon = steps.Timing{steps.AnySchool: horizon}
	}
	ours := &steps.Definitions{Catalogue: &doubtful}
	deserved := false
	rapid.Check(t, func(t *rapid.T) {
		j, err := steps.Replay(ours, nil)
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 15).Draw(t, "entries") {
			c, n := change{}, uint64(1)
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0:
				c, n = j.Undo()
			case 1:
				c, n = j.Redo()
			}
			e := entry(c)
			if c.Kind == "" {
				e = entry(decisions(t, j.Plan())...)
			}
			if n == 0 || j.Apply(e) != nil {
				continue
			}
			anew, err := j.Entries().Replay(ours)
			if err != nil {
				t.Fatal(err)
			}
			now := j.Unconfirmed()
			equal(t, "what deserves a look", now, anew.Unconfirmed())
			deserved = deserved || len(now) > 0
		}
	})
	if !deserved {
		t.Error("nothing deserved a look")
	}
}

// decisions draws changes to a few tasks: what is proposed, a confirmation, or another decision.
func decisions(t *rapid.T, p steps.Plan) (changes []steps.Change) {
	tasks := p.Tasks()
	for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(tasks)-1), 1, 4, rapid.ID).Draw(t, "tasks") {
		task := tasks[i]
		c, _ := p.Proposal(task, steps.Tasks)
		switch rapid.IntRange(0, 3).Draw(t, "decided") {
		case 0:
			if task.Decided {
				c = task.Confirm()
			}
		case 1:
			c = change{Horizon: field(t, "horizon", rapid.SampledFrom(steps.Horizons)), Relevance: field(t, "relevance", rapid.SampledFrom(steps.Relevances))}
		}
		c.Kind, c.Task = steps.ChangeTask, task.ID
		changes = append(changes, c)
	}
	return changes
}
