package steps_test

import (
	"testing"

	"stappenplan/steps"
)

// TestCompare tries to do a task with the group and to take an owner away, and sees what that makes of the plan.
func TestCompare(t *testing.T) {
	base := planOf(t, append(finished(steps.Yes), school(func(c *change) { c.Hours, c.Group = steps.Set(steps.Whole(7)), steps.Set("Groep X") }))...)
	before := snapshot(base)
	equal(t, "nothing tried", steps.Compare(base, base, "2026-11-01"), steps.Comparison{
		Capacity: steps.Shift[steps.Capacity]{Before: base.Capacity(), After: base.Capacity()},
		Counts:   steps.Shift[steps.TaskCounts]{Before: steps.Count(base.Tasks()), After: steps.Count(base.Tasks())},
	})

	tried := after(t, base,
		task("wifi", func(c *change) { c.Level = steps.Set("group") }),
		task("privacy", func(c *change) { c.Owner = steps.Clear[string]() }))
	got := steps.Compare(base, tried, "2026-11-01")
	equal(t, "planned before", got.Capacity.Before.Planned, steps.Whole(8))
	equal(t, "planned now", got.Capacity.After.Planned, steps.Whole(6))
	equal(t, "tasks of the group", got.Counts.After.Group-got.Counts.Before.Group, 1)
	equal(t, "moves", got.Moves, []steps.Move{{Task: "wifi", From: steps.AtSchool, To: steps.AtGroup}})
	equal(t, "gone", got.Gone, []steps.Finding{{ID: steps.UnderResourced}})
	equal(t, "new", got.New, []steps.Finding{{ID: steps.NoOwner, Task: "privacy"}})
	equal(t, "the base", snapshot(base), before)
}
