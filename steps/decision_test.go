package steps_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/steps"
)

func TestBoardDecisions(t *testing.T) {
	const today = steps.Date("2026-11-01")
	yes := func(ids ...steps.StepID) (changes []change) {
		for _, id := range ids {
			changes = append(changes, answer(id, steps.Yes))
		}
		return changes
	}
	evaluated := func(date steps.Date) change {
		return change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(date)}
	}
	dated := evaluated("2027-05-15")
	task := func(id string, c change) change {
		c.Kind, c.Task, c.Relevance = steps.ChangeTask, id, steps.Set(steps.Applies)
		return c
	}
	start, vision, policy := steps.Awareness, steps.Vision, steps.Policy
	tests := []struct {
		name    string
		changes []change
		want    []steps.BoardDecision
	}{
		{"a plan that has not begun asks nothing", nil, nil},
		{"an answer asks for a date", yes(start), []steps.BoardDecision{{ID: steps.SetEvaluation}}},
		{"a date that is past asks for another", append(yes(start), evaluated("2026-10-31")), []steps.BoardDecision{{ID: steps.SetEvaluation}}},
		{"no at step 1", []change{answer(start, steps.No), dated}, []steps.BoardDecision{{ID: steps.StartProject}}},
		{"no at step 2", append(yes(start), answer(vision, steps.No), dated), []steps.BoardDecision{{ID: steps.BuildVision}}},
		{"no at step 3", append(yes(start, vision), answer(policy, steps.No), dated), []steps.BoardDecision{{ID: steps.MakePolicyPlan}}},
		{"no at step 3, ahead of the path", []change{answer(policy, steps.No), dated}, []steps.BoardDecision{{ID: steps.MakePolicyPlan}}},
		{"no at steps 1 and 3", []change{answer(start, steps.No), answer(policy, steps.No), dated}, []steps.BoardDecision{{ID: steps.StartProject}, {ID: steps.MakePolicyPlan}}},
		{"step 4 to be discussed", append(yes(start, vision, policy), answer(steps.Pooling, steps.Open), dated), []steps.BoardDecision{{ID: steps.DiscussPooling}}},
		{
			"no group to discuss it with", append(yes(start, vision, policy), answer(steps.Pooling, steps.Open), dated,
				change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.NoGroup)}), nil,
		},
		{
			"means together, for the tasks at group level",
			append(yes(start, vision, policy, steps.Pooling), dated, task("wifi", change{Scale: steps.Set(true)}), task("coaching", change{})),
			[]steps.BoardDecision{{ID: steps.JoinMeans, Tasks: []string{"wifi"}}},
		},
		{
			"hours, expertise and mandates",
			[]change{
				dated,
				{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(3))},
				{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Mandate: steps.Set("tot 500 euro")},
				{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart")},
				task("wifi", change{Sourcing: steps.Set(steps.Outsource)}),
				task("privacy", change{Sourcing: steps.Set(steps.Recruit)}),
				task("coaching", change{Hours: steps.Set(steps.Tenths(31))}),
			},
			[]steps.BoardDecision{
				{ID: steps.ReleaseHours},
				{ID: steps.RecruitPeople, Tasks: []string{"privacy"}},
				{ID: steps.OutsourceTasks, Tasks: []string{"wifi"}},
				{ID: steps.ConfirmMandates, Members: []string{"an"}},
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := planOf(t, test.changes...).BoardDecisions(today)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("decisions (-want +got):\n%s", diff)
			}
		})
	}
}
