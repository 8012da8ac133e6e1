package steps_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

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
	decision := func(kind steps.BoardDecisionID) []steps.BoardDecision { return []steps.BoardDecision{{Kind: kind}} }
	noAt := func(id steps.StepID, before ...steps.StepID) []change {
		return append(yes(before...), answer(id, steps.No), dated)
	}
	team := append(yes(start, vision, policy), answer(steps.Pooling, steps.No), dated,
		change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(3))},
		change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Mandate: steps.Set("tot 500 euro")},
		change{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart")},
		task("wifi", change{Sourcing: steps.Set(steps.Outsource), Expertise: steps.Set(steps.No)}),
		task("privacy", change{Sourcing: steps.Set(steps.Recruit), Expertise: steps.Set(steps.No)}),
		task("coaching", change{Hours: steps.Set(steps.Tenths(31)), Expertise: steps.Set(steps.Yes)}), notHere("purchases"))
	group := append(yes(start, vision, policy, steps.Pooling), dated, task("wifi", change{Scale: steps.Set(true)}), task("coaching", change{}))
	tests := []struct {
		name    string
		changes []change
		want    []steps.BoardDecision
	}{
		{"a plan that has not begun asks nothing", nil, nil},
		{"one that has just begun asks nothing", yes(start), nil},
		{"a date that is past asks for another", append(yes(start), evaluated("2026-10-31")), []steps.BoardDecision{{Kind: steps.SetEvaluation, Ground: "2026-10-31"}}},
		{"no at step 1", noAt(start), decision(steps.StartProject)},
		{"a no asks for the work to do first alone", []change{answer(start, steps.No)}, []steps.BoardDecision{{Kind: steps.StartProject}}},
		{"no at step 2", noAt(vision, start), decision(steps.BuildVision)},
		{"no at step 3", noAt(policy, start, vision), decision(steps.MakePolicyPlan)},
		{"no at step 3, ahead of the path", noAt(policy), decision(steps.MakePolicyPlan)},
		{"no at steps 1 and 3", append(noAt(start), answer(policy, steps.No)), []steps.BoardDecision{{Kind: steps.StartProject}, {Kind: steps.MakePolicyPlan}}},
		{"step 4 to be discussed", append(yes(start, vision, policy), answer(steps.Pooling, steps.Open), dated), decision(steps.DiscussPooling)},
		{
			"no group to discuss it with", append(yes(start, vision, policy), answer(steps.Pooling, steps.Open), dated,
				change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.NoGroup)}), nil,
		},
		{"means together, for the tasks at group level", group, []steps.BoardDecision{{Kind: steps.JoinMeans, Tasks: []string{"wifi"}, Ground: "1"}}},
		{
			"means that are pooled already", append(group[:len(group):len(group)], change{Kind: steps.ChangeSchool,
				Means: steps.Set([]steps.Means{{Source: steps.Clock, Pooled: new(steps.Whole(20))}})}), nil,
		},
		{
			"what the group does, the school does not outsource", append(group[:len(group):len(group)],
				task("wifi", change{Sourcing: steps.Set(steps.Outsource), Expertise: steps.Set(steps.No)}), kept("coaching", steps.Short), kept("wifi", steps.Short),
				notHere("privacy"), notHere("purchases"), expertise("coaching", steps.Yes)),
			[]steps.BoardDecision{{Kind: steps.JoinMeans, Tasks: []string{"wifi"}, Ground: "1"}},
		},
		{
			"hours, expertise and mandates, once the path has come there",
			append(team[:len(team):len(team)], kept("wifi", steps.Long), kept("privacy", steps.Long), kept("coaching", steps.Long)),
			[]steps.BoardDecision{
				{Kind: steps.ReleaseHours, Ground: "0.1", Bound: steps.AtLeast},
				{Kind: steps.RecruitPeople, Tasks: []string{"privacy"}},
				{Kind: steps.OutsourceTasks, Tasks: []string{"wifi"}},
				{Kind: steps.ConfirmMandates, Members: []string{"an"}, Ground: "1"},
			},
		},
		{"hours only, before", team, []steps.BoardDecision{{Kind: steps.ReleaseHours, Ground: "0.1", Bound: steps.AtLeast}}},
		{
			"one of the school's own", append(yes(start), resolution("own-robots", change{Text: steps.Set("Robots kopen")})),
			[]steps.BoardDecision{{Kind: steps.OwnDecision, Own: "own-robots"}},
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

// resolution records something of a decision.
func resolution(id string, c change) change {
	c.Kind, c.Decision = steps.ChangeResolution, id
	return c
}

func outcome(id string, o steps.Outcome) change {
	return resolution(id, change{Outcome: steps.Set(string(o))})
}

// TestWhatWasDecidedIsNotAskedAgain: but for what was put off, what got worse, and what a new round asks.
func TestWhatWasDecidedIsNotAskedAgain(t *testing.T) {
	const today = steps.Date("2026-11-01")
	hours := func(id string, whole int64) change {
		return task(id, func(c *change) { c.Hours = steps.Set(steps.Whole(whole)) })
	}
	plan := planOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.No),
		change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(3))}, change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set[steps.Date]("2027-05-15")},
		kept("wifi", steps.Short), kept("privacy", steps.Short), kept("coaching", steps.Short), notHere("purchases"), expertise("coaching", steps.Yes), hours("coaching", 5),
		expertise("wifi", steps.No), sourcing("wifi", steps.Outsource), expertise("privacy", steps.No), sourcing("privacy", steps.Outsource))
	released := resolution("release-hours", change{Outcome: steps.Set(string(steps.Approved)), Ground: steps.Set("2")})
	all := []string{"release-hours", "outsource:wifi", "outsource:privacy"}
	round := change{Kind: steps.ChangeRound, Number: steps.Set(2)}
	tests := []struct {
		name    string
		changes []change
		want    []string
	}{
		{"nothing was decided", nil, all},
		{"approved", []change{released, outcome("outsource:wifi", steps.Approved), outcome("outsource:privacy", steps.Refused)}, nil},
		{"of one task", []change{released, outcome("outsource:wifi", steps.Amended)}, []string{"outsource:privacy"}},
		{"put off", []change{outcome("release-hours", steps.Postponed), outcome("outsource:wifi", steps.Postponed), outcome("outsource:privacy", steps.Approved)}, all[:2]},
		{"only worded otherwise", []change{resolution("outsource", change{Text: steps.Set("Wifi en privacy uitbesteden")})}, all},
		{"all of a kind at once", []change{released, outcome("outsource", steps.Approved)}, nil},
		{"more hours short than then", []change{released, outcome("outsource", steps.Approved), hours("coaching", 6)}, all[:1]},
		{"fewer hours short than then", []change{released, outcome("outsource", steps.Approved), hours("coaching", 4)}, nil},
		{"a ground that is not known", []change{outcome("release-hours", steps.Refused), outcome("outsource", steps.Approved), hours("coaching", 9)}, nil},
		{"a new round asks again what is about no task", []change{released, outcome("outsource:wifi", steps.Approved), outcome("outsource:privacy", steps.Refused), round}, []string{"release-hours", "set-evaluation"}},
		{"withdrawn", []change{released, {Kind: steps.ChangeRemove, Decision: "release-hours"}}, all},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := after(t, plan, test.changes...).AskedDecisions(today)
			if diff := cmp.Diff(test.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("asked (-want +got):\n%s", diff)
			}
		})
	}
}

// TestResolutions: what is recorded stands as it was given, and goes with what it is about.
func TestResolutions(t *testing.T) {
	member := change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")}
	given := resolution("own-robots", change{Text: steps.Set("Robots kopen"), Outcome: steps.Set(string(steps.Approved)), On: steps.Set[steps.Date]("2026-10-11"), Owner: steps.Set("member:an")})
	plan := planOf(t, member, ownTask("own-lab"), outcome("outsource:own-lab", steps.Approved), given)
	want := []steps.Resolution{
		{ID: "outsource:own-lab", Outcome: steps.Approved},
		{ID: "own-robots", Text: "Robots kopen", Outcome: steps.Approved, On: "2026-10-11", Owner: "member:an"},
	}
	equal(t, "recorded", plan.Resolutions, want)

	want[1].Owner = "An"
	plan = after(t, plan, change{Kind: steps.ChangeRemove, Member: "an"}, change{Kind: steps.ChangeRemove, Task: "own-lab"})
	equal(t, "after its task and its owner are gone", plan.Resolutions, want[1:])

	later := after(t, plan, change{Kind: steps.ChangeRound, Number: steps.Set(2)})
	equal(t, "in the round after", later.Resolutions[0].Round, new(1))
	later = after(t, later, outcome("own-robots", steps.Refused))
	equal(t, "decided anew", later.Resolutions[0].Round, (*int)(nil))

	plan = after(t, plan, resolution("own-robots", change{Outcome: steps.Clear[string]()}))
	equal(t, "not decided any more", plan.Resolutions[0].Outcome, "")
	plan = after(t, plan, outcome("set-evaluation", steps.Approved), resolution("set-evaluation", change{Outcome: steps.Clear[string]()}))
	equal(t, "nothing is left of it", len(plan.Resolutions), 1)
}

// TestRefusedResolutions names what is wrong.
func TestRefusedResolutions(t *testing.T) {
	plan := planOf(t)
	for _, test := range []struct {
		change change
		want   steps.Refusal
	}{
		{outcome("buy-robots", steps.Approved), steps.Refusal{Reason: "unknown-decision", Field: "decision", Value: "buy-robots"}},
		{outcome("release-hours:wifi", steps.Approved), steps.Refusal{Reason: "unknown-decision", Field: "decision", Value: "release-hours:wifi"}},
		{outcome("outsource:zoo", steps.Approved), steps.Refusal{Reason: "unknown-task", Field: "decision", Value: "zoo"}},
		{outcome("own-robots", steps.Approved), steps.Refusal{Reason: "required", Field: "text"}},
		{outcome("own-Robots", steps.Approved), steps.Refusal{Reason: "bad-id", Field: "decision", Value: "own-Robots"}},
		{outcome("recruit", "maybe"), steps.Refusal{Reason: "unknown-value", Field: "outcome", Value: "maybe", Limit: "approved, amended, postponed, refused"}},
		{resolution("recruit", change{Owner: steps.Set("member:an")}), steps.Refusal{Reason: "unknown-member", Field: "owner", Value: "an"}},
		{change{Kind: steps.ChangeRemove, Decision: "recruit"}, steps.Refusal{Reason: "unknown-decision", Field: "decision", Value: "recruit"}},
	} {
		if refusals := refusalsOf(t, plan.Check(test.change)); !slices.Contains(refusals, test.want) {
			t.Errorf("%+v: %+v", test.want, refusals)
		}
	}
}

// TestDecisionLaws: what was decided is not asked, and no two decisions ask for opposite things.
func TestDecisionLaws(t *testing.T) {
	const today = steps.Date("2026-11-01")
	rapid.Check(t, func(t *rapid.T) {
		plan := extend(t, steps.NewPlan(definitions), allKinds, 30)
		asked := map[string]steps.BoardDecisionID{}
		for _, d := range plan.BoardDecisions(today) {
			for _, id := range d.Tasks {
				task, _ := plan.Task(id)
				if d.Kind != steps.JoinMeans && (task.InGroup || !task.Kept) {
					t.Fatalf("%s is asked of %s, which the school does not do", d.Kind, id)
				}
				if other, twice := asked[id]; twice && d.Kind != steps.JoinMeans && other != steps.JoinMeans {
					t.Fatalf("%s and %s are asked of %s", other, d.Kind, id)
				}
				asked[id] = d.Kind
			}
			for _, id := range d.IDs() {
				plan = after(t, plan, resolution(id, change{
					Outcome: steps.Set(rapid.SampledFrom([]string{"approved", "amended", "refused"}).Draw(t, id)), Ground: steps.Set(d.Ground),
				}))
			}
		}
		if again := plan.AskedDecisions(today); len(again) > 0 {
			t.Fatalf("asked after all was decided: %v", again)
		}
	})
}

// TestTakenDecisions: those since the last paper, with whether the plan shows that they were carried out.
func TestTakenDecisions(t *testing.T) {
	const today = steps.Date("2026-11-01")
	on := func(id, day string, o steps.Outcome) change {
		return resolution(id, change{Outcome: steps.Set(string(o)), On: steps.Set(steps.Date(day))})
	}
	round := change{Kind: steps.ChangeRound, Number: steps.Set(2), Repeat: steps.Set([]steps.StepID{steps.Vision})}
	noVision := []change{answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No)}
	tests := []struct {
		name    string
		changes []change
		want    []string
	}{
		{"none", noVision, nil},
		{"the newest day", []change{on("build-vision", "2026-09-01", steps.Approved), on("confirm-mandates", "2026-10-01", steps.Refused)}, []string{"confirm-mandates"}},
		{"a day to come hides none", []change{on("build-vision", "2062-09-01", steps.Refused), on("confirm-mandates", "2026-10-01", steps.Refused)}, []string{"build-vision", "confirm-mandates"}},
		{"without a day, in this round", []change{outcome("confirm-mandates", steps.Refused)}, []string{"confirm-mandates"}},
		{"without a day, in an earlier round", []change{answer(steps.Awareness, steps.Yes), outcome("confirm-mandates", steps.Refused), round}, nil},
		{"tasks alike come together", []change{outcome("outsource:wifi", steps.Refused), outcome("outsource:privacy", steps.Refused), outcome("outsource:coaching", steps.Postponed)}, []string{"outsource:wifi,outsource:privacy", "outsource:coaching"}},
		{"all of a kind stays apart from one of it", []change{outcome("outsource", steps.Refused), outcome("outsource:wifi", steps.Refused)}, []string{"outsource", "outsource:wifi"}},
		{"not carried out", append(noVision, on("build-vision", "2026-10-01", steps.Approved)), []string{"build-vision waits"}},
		{"carried out", append(noVision, on("build-vision", "2026-10-01", steps.Approved), answer(steps.Vision, steps.Yes)), []string{"build-vision in order"}},
		{"not carried out, and the path stands before it", append(noVision, on("build-vision", "2026-10-01", steps.Approved), answer(steps.Awareness, steps.No)), []string{"build-vision waits"}},
		{"to be asked again in a new round", append(noVision, on("build-vision", "2026-10-01", steps.Approved), round), []string{"build-vision waits"}},
		{"no date was set", []change{on("set-evaluation", "2026-10-01", steps.Approved)}, []string{"set-evaluation waits"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, taken := range planOf(t, test.changes...).TakenDecisions(today) {
				said := taken.Decision.ID()
				switch {
				case taken.Known && taken.Settled:
					said += " in order"
				case taken.Known:
					said += " waits"
				}
				got = append(got, said)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("taken (-want +got):\n%s", diff)
			}
		})
	}
}

// TestWeigh: what is weighed sums up the plan's own hours, and says where it does not know them all.
func TestWeigh(t *testing.T) {
	hours := func(id string, whole int64) change {
		return task(id, func(c *change) { c.Hours = steps.Set(steps.Whole(whole)) })
	}
	plan := planOf(t, kept("wifi", steps.Short), kept("privacy", steps.Long), hours("wifi", 3),
		change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(2)), GroupKind: steps.Set(steps.NoGroup)})
	outsourced := plan.Weigh(steps.BoardDecision{Kind: steps.OutsourceTasks, Tasks: []string{"wifi", "privacy"}})
	if want := (steps.Quantity{Hours: steps.Whole(3), Bound: steps.AtLeast}); outsourced.Hours != want {
		t.Errorf("outsourcing is about %+v, want %+v", outsourced.Hours, want)
	}
	var ways []steps.AlternativeID
	for _, other := range outsourced.Alternatives {
		ways = append(ways, other.ID)
	}
	if want := []steps.AlternativeID{steps.AlternativeTrain, steps.AlternativeReassign, steps.AlternativeRecruit}; !slices.Equal(ways, want) {
		t.Errorf("instead of outsourcing: %v, want %v", ways, want)
	}
	if outsourced.Percent != 0 {
		t.Errorf("a share of the least that the hours can be: %d %%", outsourced.Percent)
	}
	released := after(t, plan, hours("privacy", 1)).Weigh(steps.BoardDecision{Kind: steps.ReleaseHours})
	if released.Hours.Hours != steps.Whole(2) || released.Percent != 6 {
		t.Errorf("%v hours, %d %%", released.Hours.Hours, released.Percent)
	}
	if other := released.Alternatives[0]; other.ID != steps.AlternativeSpread || other.Hours.Hours != steps.Whole(1) || other.Open.Hours != steps.Whole(1) {
		t.Errorf("not yet doing what can wait: %+v", other)
	}
}

// TestRecordingADecision about several tasks gives each the same; one about which other things were recorded stays apart.
func TestRecordingADecision(t *testing.T) {
	const today = steps.Date("2026-11-01")
	team := []change{answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.No)}
	for _, id := range []string{"wifi", "privacy", "coaching", "purchases"} {
		team = append(team, kept(id, steps.Short), expertise(id, steps.No), sourcing(id, steps.Outsource))
	}
	plan := planOf(t, team...)
	record := func(id string, c change) {
		t.Helper()
		d, known := plan.BoardDecision(id, today)
		if !known {
			t.Fatalf("%s is not known", id)
		}
		plan = after(t, plan, plan.Record(d, c, today)...)
	}
	record("outsource:wifi", change{Outcome: steps.Set(string(steps.Refused))})
	rest := plan.BoardDecisions(today)[0].ID()
	record(rest, change{Text: steps.Set("Alles naar een firma")})
	record(rest, change{Outcome: steps.Set(string(steps.Approved))})
	record(rest, change{Owner: steps.Set("Jan")}) // it is still all of them, though asked no more
	if asked := plan.AskedDecisions(today); slices.ContainsFunc(asked, func(id string) bool { return strings.HasPrefix(id, "outsource") }) {
		t.Errorf("asked: %v", asked)
	}
	for _, id := range strings.Split(rest, ",") {
		if r, _ := plan.Resolution(id); r.Outcome != steps.Approved || r.Owner != "Jan" || r.On != today {
			t.Errorf("%+v", r)
		}
	}
	if r, _ := plan.Resolution("outsource:wifi"); r.Outcome != steps.Refused || r.Owner != "" {
		t.Errorf("%+v", r)
	}
	if d, _ := plan.BoardDecision("outsource:wifi,"+rest, today); plan.Recorded(d, today).Outcome != "" {
		t.Error("one outcome is told of tasks that were decided apart")
	}
}
