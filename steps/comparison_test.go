package steps_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestCompare tries to do a task with the group and to take an owner away, and sees what that makes of the plan.
func TestCompare(t *testing.T) {
	base := planOf(t, append(finished(steps.Yes), school(func(c *change) { c.Hours, c.Group = steps.Set(steps.Whole(7)), steps.Set("Groep X") }))...)
	before := snapshot(base)
	if c := steps.Compare(base, base, today); !c.Same() || c.Moves != nil || c.Points() != nil {
		t.Errorf("a plan differs from itself: %+v", c.Differences)
	}
	tried := after(t, base,
		task("wifi", func(c *change) { c.Level = steps.Set("group") }),
		task("privacy", func(c *change) { c.Owner = steps.Clear[string]() }))
	got := steps.Compare(base, tried, today)
	equal(t, "planned before", got.Capacity.Before.Planned, steps.Whole(8))
	equal(t, "planned now", got.Capacity.After.Planned, steps.Whole(6))
	equal(t, "tasks of the group", got.Counts.After.Group-got.Counts.Before.Group, 1)
	equal(t, "moves", got.Moves, []steps.Move{{Task: "wifi", From: steps.AtSchool, To: steps.AtGroup}})
	equal(t, "gone", got.Gone, []steps.Finding{{ID: steps.UnderResourced}})
	equal(t, "new", got.New, []steps.Finding{{ID: steps.NoOwner, Task: "privacy"}})
	equal(t, "differences", pointed(got.Of(steps.TasksPart), func(d steps.Difference) string {
		return fmt.Sprintf("%s.%s: %v → %v", d.ID, d.Field, d.From, d.To)
	}), []string{"wifi.level: <nil> → group", "privacy.owner: bart → <nil>"})
	equal(t, "the base", snapshot(base), before)
}

// TestPoints tell what became better, what worse, and what is new, and nothing of what stayed.
func TestPoints(t *testing.T) {
	ownedBy := func(id, who string) change {
		return task(id, func(c *change) { c.Owner = steps.Set(who) })
	}
	before := planOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No), answer(steps.Pooling, steps.No), member("an", 8), member("bart", 4),
		kept("wifi", steps.Short), ownedBy("wifi", "an"), kept("privacy", steps.Long), ownedBy("privacy", "bart"), kept("coaching", steps.Short),
		agreement("backup", "om de beurt"), school(func(c *change) { c.Hours = steps.Set(steps.Whole(10)) }))
	now := after(t, before, answer(steps.Awareness, steps.No), answer(steps.Vision, steps.Yes), answer(steps.Pooling, steps.Yes), change{Kind: steps.ChangeRemove, Member: "bart"}, member("els", 3),
		ownedBy("wifi", "els"), kept("privacy", steps.Short), notHere("coaching"), ownTask("own-lab"), ownedBy("own-lab", "an"), ownedBy("purchases", "an"),
		agreement("backup", ""), school(func(c *change) { c.Hours = steps.Set(steps.Whole(12)) }))
	got := pointed(steps.Compare(before, now, today).Points(), func(p steps.Point) string {
		return fmt.Sprintf("%s %s %v", p.Direction, p.ID, p.About)
	})
	equal(t, "points", got, []string{
		"better step [vision]", "better available []",
		"worse step [awareness]", "worse unsettled [backup]",
		"changed step [pooling]", "changed joined [els]", "changed left [bart]", "changed added [own-lab]",
		"changed needed [privacy]", "changed owner [wifi]", "changed owned [purchases]", "changed unowned [privacy]", "changed dropped [coaching]",
	})
}

// TestHoursThatAreWantingArePartOfThePoints: fewer is better.
func TestHoursThatAreWantingArePartOfThePoints(t *testing.T) {
	needs := planOf(t, append(finished(steps.No), school(func(c *change) { c.Hours = steps.Set(steps.Whole(5)) }))...)
	fewer := after(t, needs, school(func(c *change) { c.Hours = steps.Set(steps.Whole(7)) }))
	got := steps.Compare(needs, fewer, today).Points()[0]
	if got.ID != steps.PointShort || got.Direction != steps.Better || got.Hours.Before.Hours != steps.Whole(3) || got.Hours.After.Hours != steps.Whole(1) {
		t.Errorf("%+v", got)
	}
}

// TestASumThatIsNotWholeIsNeitherBetterNorWorse where it may as well be as much or more.
func TestASumThatIsNotWholeIsNeitherBetterNorWorse(t *testing.T) {
	hours := func(whole int64) change { return school(func(c *change) { c.Hours = steps.Set(steps.Whole(whole)) }) }
	whole := planOf(t, append(finished(steps.No), hours(3))...)
	short := after(t, whole, task("coaching", func(c *change) { c.Hours = steps.Clear[steps.Decimal]() }))
	team := planOf(t, member("an", 36), nameless("bart"))
	for _, c := range []struct {
		name          string
		before, after steps.Plan
		point         steps.PointID
		want          steps.Direction
	}{
		{"short 5, then at least 3", whole, short, steps.PointShort, steps.Changed},
		{"short 5, then at least 6", whole, after(t, short, hours(0)), steps.PointShort, steps.Worse},
		{"short at least 3, then 2", short, after(t, whole, hours(6)), steps.PointShort, steps.Better},
		{"there at least 36, then 40", team, after(t, team, hours(40)), steps.PointAvailable, steps.Changed},
		{"there at least 36, then 30", team, after(t, team, hours(30)), steps.PointAvailable, steps.Worse},
	} {
		for _, p := range steps.Compare(c.before, c.after, today).Points() {
			if p.ID == c.point && p.Direction != c.want {
				t.Errorf("%s: %+v", c.name, p)
			}
		}
	}
}

// TestAskingAgainIsNotWorse: a step that waits in a new round did not become worse.
func TestAskingAgainIsNotWorse(t *testing.T) {
	p := planOf(t, append(fourChecks(steps.No), evaluated())...)
	for _, point := range steps.Compare(p, after(t, p, newRound(2, steps.Vision)), today).Points() {
		if point.Direction == steps.Worse {
			t.Errorf("worse: %+v", point)
		}
	}
}

// TestFirstAnswersAreNew, and neither better nor worse than none.
func TestFirstAnswersAreNew(t *testing.T) {
	empty := planOf(t)
	full := planOf(t, append(finished(steps.No), answer(steps.Vision, steps.No), expertise("privacy", steps.No), sourcing("privacy", steps.Outsource),
		school(func(c *change) { c.Hours = steps.Set(steps.Whole(5)) }))...)
	for _, c := range []steps.Comparison{steps.Compare(empty, full, today), steps.Compare(full, empty, today)} {
		for _, p := range c.Points() {
			if p.Direction != steps.Changed {
				t.Errorf("%+v", p)
			}
		}
	}
	some := planOf(t, answer(steps.Awareness, steps.Yes))
	for _, p := range steps.Compare(some, full, today).Points() {
		if (p.ID == steps.PointStep || p.ID == steps.PointShort || p.ID == steps.PointAvailable) && (p.Direction != steps.Changed || p.Choice.Before != "") {
			t.Errorf("%+v", p)
		}
	}
}

// TestComparisonsMirror: a plan compared with itself shows nothing, and two plans show the same from either side.
func TestComparisonsMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := extend(t, steps.NewPlan(definitions), allKinds, 12)
		one, other := extend(t, base, mostKinds, 10), extend(t, base, allKinds, 10)
		if c := steps.Compare(one, one, today); !c.Same() || len(c.Points()) > 0 {
			t.Fatalf("a plan differs from itself: %+v %+v", c.Differences, c.Points())
		}
		there, back := steps.Compare(one, other, today), steps.Compare(other, one, today)
		equal(t, "differences", lined(mirrored(back.Differences)), lined(there.Differences))
		equal(t, "gone", back.Gone, there.New)
		equal(t, "new", back.New, there.Gone)
		equal(t, "capacity", back.Capacity, steps.Shift[steps.Capacity]{Before: there.Capacity.After, After: there.Capacity.Before})
		equal(t, "same", back.Same(), there.Same())
		if there.Same() {
			for _, c := range steps.Changes(one, other) {
				if len(c.Keeping(func(g steps.Given) bool { return !g.Signature() }).Given()) > 0 && c.Kind != steps.ChangeRound && c.Kind != steps.ChangeVoice && !other.Private(c) { // voices and private rows are nobody else's to see
					t.Fatalf("compared as the same, and yet %+v", c)
				}
			}
		}
	})
}

func mirrored(list []steps.Difference) []steps.Difference {
	list = slices.Clone(list)
	for i := range list {
		list[i].From, list[i].To = list[i].To, list[i].From
	}
	return list
}

// lined are differences as lines, sorted: in which order things were added is no difference.
func lined(list []steps.Difference) []string {
	return slices.Sorted(slices.Values(pointed(list, func(d steps.Difference) string { return fmt.Sprintf("%+v", d) })))
}

func pointed[T any](list []T, say func(T) string) (lines []string) {
	for _, v := range list {
		lines = append(lines, say(v))
	}
	return lines
}

// TestWhatBecameOfRows is counted by table: those that came, went, changed, and came where they should; there and back are each other's opposite.
func TestWhatBecameOfRows(t *testing.T) {
	before := planOf(t, goal("g1", nil), goal("g2", nil), goal("g3", nil), goal("g4", steps.Cells{"after_6": "done"}), row("goals", "draft", nil),
		row("answers", "a", steps.Cells{"moment": "before"}), row("lines", "one", steps.Cells{"state": "yes"}))
	now := after(t, before, goal("g1", steps.Cells{"after_6": "done"}), goal("g2", steps.Cells{"on": "2026-10-01"}), removed("goals", "g3"), goal("g5", nil),
		row("answers", "b", steps.Cells{"moment": "before"}))
	of := func(c steps.Comparison) (points []steps.Point) {
		for _, p := range c.Points() {
			if p.ID == steps.PointSheet {
				points = append(points, p)
			}
		}
		return points
	}
	equal(t, "there", of(steps.Compare(before, now, "2026-11-24")), []steps.Point{{ID: steps.PointSheet, Direction: steps.Better, About: []string{"work", "goals"},
		Rows: steps.RowShift{New: 1, Gone: 1, Changed: 1, Reached: 1}}})
	equal(t, "and back", of(steps.Compare(now, before, "2026-11-24")), []steps.Point{{ID: steps.PointSheet, Direction: steps.Worse, About: []string{"work", "goals"},
		Rows: steps.RowShift{New: 1, Gone: 1, Changed: 1, Lost: 1}}})
}
