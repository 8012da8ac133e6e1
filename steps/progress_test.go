package steps_test

import (
	"testing"

	"stappenplan/steps"
)

// TestProgress counts what a board would ask about, and nothing of what stayed.
func TestProgress(t *testing.T) {
	owned := func(id, who string) change {
		return task(id, func(c *change) { c.Owner = steps.Set(who) })
	}
	before := planOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Pooling, steps.No), member("an", 8), member("bart", 4),
		kept("wifi", steps.Short), owned("wifi", "an"), kept("privacy", steps.Long), kept("coaching", steps.Short))
	now := after(t, before, answer(steps.Pooling, steps.Yes), change{Kind: steps.ChangeRemove, Member: "bart"}, member("els", 3),
		owned("wifi", "els"), kept("privacy", steps.Short), notHere("coaching"))
	got := steps.ProgressOf(before, now, "2026-11-01")
	if want := (steps.TaskProgress{Changed: 3, Needed: 1, Owner: 1, Gone: 1}); got.Tasks != want {
		t.Errorf("tasks %+v, want %+v", got.Tasks, want)
	}
	if len(got.Steps) != 1 || got.Steps[0].Step.ID != steps.Pooling || got.Steps[0].Before != steps.No || got.Steps[0].Now != steps.Yes {
		t.Errorf("answers %+v", got.Steps)
	}
	if len(got.Joined) != 1 || got.Joined[0].ID != "els" || len(got.Left) != 1 || got.Left[0].ID != "bart" {
		t.Errorf("joined %+v, left %+v", got.Joined, got.Left)
	}
	same := steps.ProgressOf(now, now, "2026-11-01")
	if same.Steps != nil || same.Joined != nil || same.Left != nil || same.Tasks != (steps.TaskProgress{}) || same.FindingsBefore != same.FindingsNow {
		t.Errorf("a plan differs from itself: %+v", same)
	}
}
