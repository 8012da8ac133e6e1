package steps_test

import (
	"testing"

	"stappenplan/steps"
)

// TestExpertiseDone: every kept task of level school is answered; no at either level makes it no.
func TestExpertiseDone(t *testing.T) {
	group := task("coaching", func(c *change) { c.Level = steps.Set("group") })
	base := append(fourChecks(steps.Yes), kept("wifi", steps.Short), kept("coaching", steps.Long), group, notHere("privacy"), kept("purchases", steps.Dropped))
	tests := []struct {
		name string
		more []change
		want choice
		gaps []steps.Gap
	}{
		{"nobody was asked", nil, "", []steps.Gap{{ID: steps.GapExpertise, Task: "wifi"}}},
		{"the group's counts as there", []change{expertise("wifi", steps.Yes)}, steps.Yes, nil},
		{"missing in the school", []change{expertise("wifi", steps.No)}, steps.No, nil},
		{"missing in the group", []change{expertise("wifi", steps.Yes), expertise("coaching", steps.No)}, steps.No, nil},
		{"missing for what is dropped", []change{expertise("wifi", steps.Yes), expertise("purchases", steps.No), expertise("privacy", steps.No)}, steps.Yes, nil},
		{"the group's alone", []change{expertise("coaching", steps.No)}, "", []steps.Gap{{ID: steps.GapExpertise, Task: "wifi"}}},
		{"alone again", []change{expertise("wifi", steps.Yes), answer(steps.Pooling, steps.No)}, "", []steps.Gap{{ID: steps.GapExpertise, Task: "coaching"}}},
	}
	for _, test := range tests {
		p := planOf(t, append(base, test.more...)...)
		equal(t, test.name, p.State(steps.Expertise), test.want)
		equal(t, test.name+": gaps", p.Gaps(steps.Expertise), test.gaps)
	}
}

// TestTasksDone: every task of the catalogue and every own task.
func TestTasksDone(t *testing.T) {
	p := planOf(t, notHere("wifi"), notHere("coaching"), notHere("privacy"))
	equal(t, "one left", p.Gaps(steps.Tasks), []steps.Gap{{ID: steps.GapUndecided, Task: "purchases"}})
	p = after(t, p, kept("purchases", steps.Dropped))
	equal(t, "none left", p.State(steps.Tasks), steps.Done)
	p = after(t, p, ownTask("own-robotlab"))
	equal(t, "one more", p.Gaps(steps.Tasks), []steps.Gap{{ID: steps.GapUndecided, Task: "own-robotlab"}})
	p = after(t, p, change{Kind: steps.ChangeRemove, Task: "own-robotlab"})
	equal(t, "taken away", p.State(steps.Tasks), steps.Done)
}

// TestTeamDone takes away one thing at a time from a team that is done, and mends it.
func TestTeamDone(t *testing.T) {
	done := planOf(t, finished(steps.No)...)
	equal(t, "team", done.State(steps.Team), steps.Done)
	noHours := change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Clear[steps.Decimal]()}
	zeroHours := change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Decimal(0))}
	noOwner := task("wifi", func(c *change) { c.Owner = steps.Clear[string]() })
	notNeeded := change{Kind: steps.ChangeAgreement, Agreement: "backup", Needed: steps.Set(false)}
	tests := []struct {
		name       string
		break_, by change
		gaps       []steps.Gap
	}{
		{"hours", noHours, zeroHours, []steps.Gap{{ID: steps.GapMemberHours, Member: "an"}}},
		{"owner", noOwner, owned("wifi", "an", "bart", 0), []steps.Gap{{ID: steps.GapOwner, Task: "wifi"}}},
		{"owner of a long-term task", noOwner, kept("wifi", steps.Long), []steps.Gap{{ID: steps.GapOwner, Task: "wifi"}}},
		{"owner of what someone is recruited for", noOwner, sourcing("wifi", steps.Recruit), []steps.Gap{{ID: steps.GapOwner, Task: "wifi"}}},
		{"owner of a gap that is accepted", noOwner, sourcing("wifi", steps.Accept), []steps.Gap{{ID: steps.GapOwner, Task: "wifi"}}},
		{"owner of what is outsourced", noOwner, sourcing("wifi", steps.Outsource), []steps.Gap{{ID: steps.GapOwner, Task: "wifi"}}},
		{"agreement", agreement("backup", " \n"), agreement("backup", "Bart"), []steps.Gap{{ID: steps.GapAgreement, Agreement: "backup"}}},
		{"agreement not needed", agreement("backup", ""), notNeeded, []steps.Gap{{ID: steps.GapAgreement, Agreement: "backup"}}},
	}
	for _, test := range tests {
		broken := after(t, done, test.break_)
		equal(t, test.name, broken.Gaps(steps.Team), test.gaps)
		equal(t, test.name+": current", broken.Current(), steps.Team)
		equal(t, test.name+": mended", after(t, broken, test.by).State(steps.Team), steps.Done)
	}
}

// TestTrainedAndReassignedAreCarried: these decisions leave the task with the team.
func TestTrainedAndReassignedAreCarried(t *testing.T) {
	noOwner := task("wifi", func(c *change) { c.Owner = steps.Clear[string]() })
	for _, s := range []steps.Sourcing{steps.Train, steps.Reassign} {
		p := planOf(t, append(finished(steps.No), noOwner, sourcing("wifi", s))...)
		equal(t, string(s), p.Gaps(steps.Team), []steps.Gap{{ID: steps.GapOwner, Task: "wifi"}})
	}
}

// TestTeamOfOne: two members are the least.
func TestTeamOfOne(t *testing.T) {
	p := planOf(t, append(allAgreements(), member("an", 3))...)
	equal(t, "alone", p.Gaps(steps.Team), []steps.Gap{{ID: steps.GapMembers}})
	equal(t, "together", after(t, p, member("bart", 0)).State(steps.Team), steps.Done)
}

// TestEvaluationDone: the two questions and the date.
func TestEvaluationDone(t *testing.T) {
	all := evaluated()
	tests := []struct {
		without func(*change)
		gap     steps.GapID
	}{
		{func(c *change) { c.Collaboration = steps.Set(" ") }, steps.GapCollaboration},
		{func(c *change) { c.Composition = steps.Clear[string]() }, steps.GapComposition},
		{func(c *change) { c.NextEvaluation = steps.Clear[steps.Date]() }, steps.GapNext},
	}
	for _, test := range tests {
		c := all
		test.without(&c)
		p := planOf(t, append(finished(steps.No), c)...)
		equal(t, string(test.gap), p.Gaps(steps.Evaluation), []steps.Gap{{ID: test.gap}})
		equal(t, string(test.gap)+": complete", p.Complete(), false)
		equal(t, string(test.gap)+": given", after(t, p, all).Complete(), true)
	}
}
