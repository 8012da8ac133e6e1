package wizard

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// TestWhatSeveralTasksTakeAtOnceIsTakenForAccepted, also where a person decided about each of them, as in a trial that was kept: see
// decision 0057. An entry about one task, or with more than that, is none, and to decide the same once more confirms it.
func TestWhatSeveralTasksTakeAtOnceIsTakenForAccepted(t *testing.T) {
	t.Parallel()
	later := func(task string) steps.Change {
		return steps.Change{Kind: steps.ChangeTask, Task: task, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Long)}
	}
	empty := func() *steps.Journal {
		j, err := steps.Replay(assets.Definitions(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	start := empty()
	var core []string
	for _, task := range start.Plan().Tasks() {
		c, _ := start.Plan().Proposal(task, steps.Tasks)
		if horizon, _ := c.Horizon.Value(); task.Doubtful(c) && horizon == steps.Long {
			core = append(core, task.ID)
		}
	}
	if len(core) < 2 {
		t.Fatalf("of %v core tasks it is proposed that they can wait", core)
	}
	one, other := later(core[0]), later(core[1])
	confirm := steps.Change{Kind: steps.ChangeTask, Task: core[0], Horizon: steps.Set(steps.Long)}
	with := one
	with.Note = steps.Set("besproken")
	for _, test := range []struct {
		name    string
		entries [][]steps.Change
		want    int
	}{
		{"several in one entry", [][]steps.Change{{one, other}}, 2},
		{"one by one", [][]steps.Change{{one}, {other}}, 0},
		{"with a note", [][]steps.Change{{with, other}}, 0},
		{"one confirmed", [][]steps.Change{{one, other}, {confirm}}, 1},
		{"both confirmed at once", [][]steps.Change{{one, other}, {confirm, {Kind: steps.ChangeTask, Task: core[1], Horizon: steps.Set(steps.Long)}}}, 0},
	} {
		j := empty()
		for _, changes := range test.entries {
			if err := j.Apply(steps.NewEntry("", assets.Example()[0].At, "An", changes...)); err != nil {
				t.Fatal(err)
			}
		}
		if got := len(j.Unconfirmed()); got != test.want {
			t.Errorf("%s: %d deserve a look, want %d", test.name, got, test.want)
		}
	}
}
