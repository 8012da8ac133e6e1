package steps_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// asking is a plan of a school that reports these tasks to its group.
func asking(t rapid.TB, tasks ...string) steps.Plan {
	t.Helper()
	p := planOf(t, change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.SchoolCommunity)})
	for _, id := range tasks {
		c := change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Feedback: steps.Set(true)}
		if id == "own-robots" {
			c.Title, c.Group = steps.Set("Robots"), steps.Set(string(steps.TechnicalTasks))
		}
		p = after(t, p, c)
	}
	return p
}

func TestTasksThatMostSchoolsAskComeFirst(t *testing.T) {
	plans := []steps.Plan{asking(t, "wifi", "own-robots"), asking(t, "privacy"), asking(t, "privacy", "own-robots")}
	want := []steps.PooledTask{
		{Plan: 1, Task: "privacy", Schools: []int{1, 2}}, {Plan: 0, Task: "wifi", Schools: []int{0}},
		{Plan: 0, Task: "own-robots", Schools: []int{0}}, {Plan: 2, Task: "own-robots", Schools: []int{2}},
	}
	if got := steps.Pooled(plans); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsAskedOfTheGroupFollowsTheVariant(t *testing.T) {
	p := asking(t, "wifi", "privacy")
	p = after(t, p, change{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)},
		change{Kind: steps.ChangeTask, Task: "privacy", Level: steps.Set(string(steps.AtGroup))})
	if got := p.AskedOfGroup(); !reflect.DeepEqual(got, []string{"privacy"}) {
		t.Errorf("in the group variant: %v", got)
	}
	p = after(t, p, change{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.No)})
	if got := p.AskedOfGroup(); !reflect.DeepEqual(got, []string{"wifi", "privacy"}) {
		t.Errorf("in the school variant: %v", got)
	}
}

func TestFindingsOfSchoolsAreCountedTogether(t *testing.T) {
	short := planOf(t, change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(1))},
		change{Kind: steps.ChangeTask, Task: "wifi", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Level: steps.Set(string(steps.AtSchool)), Hours: steps.Set(steps.Whole(3))})
	plans := []steps.Plan{short, steps.NewPlan(definitions), short}
	asked, given, lacking := steps.HoursTogether(plans)
	if asked.Hours != steps.Whole(6) || given.Hours != steps.Whole(2) || lacking.Hours != steps.Whole(4) {
		t.Errorf("asked %+v, given %+v, short %+v", asked, given, lacking)
	}
	enough := change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(10))}
	half := after(t, asking(t, "wifi", "privacy"), enough, change{Kind: steps.ChangeTask, Task: "wifi", Hours: steps.Set(steps.Whole(8))})
	for _, c := range []struct {
		plans []steps.Plan
		want  steps.Quantity
	}{
		{[]steps.Plan{half, half}, steps.Quantity{Bound: steps.AtLeast}},
		{[]steps.Plan{short, half}, steps.Quantity{Hours: steps.Whole(2), Bound: steps.AtLeast}},
		{[]steps.Plan{half, after(t, asking(t, "wifi"), enough)}, steps.Quantity{Bound: steps.Unknown}},
	} {
		if _, _, got := steps.HoursTogether(c.plans); got != c.want {
			t.Errorf("short together %+v, want %+v", got, c.want)
		}
	}
	want := steps.KindInPlans{ID: steps.UnderResourced, Plans: []int{0, 2}, N: 2}
	if found := steps.FoundIn(plans, "2026-09-01"); len(found) == 0 || !reflect.DeepEqual(found[0], want) {
		t.Errorf("found %+v", found)
	}
}
