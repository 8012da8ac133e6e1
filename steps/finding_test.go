package steps_test

import (
	"fmt"
	"testing"

	"stappenplan/steps"
)

// TestWhatARoundBroughtStaysInSight while the next asks an earlier step again, marked as not looked at again; it is neither
// solved nor asked anew.
func TestWhatARoundBroughtStaysInSight(t *testing.T) {
	first := planOf(t, append(finished(steps.No), task("wifi", func(c *change) { c.Owner = steps.Clear[string]() }),
		expertise("privacy", steps.No), sourcing("privacy", steps.Outsource))...)
	found, asked := first.Findings(today), first.AskedDecisions(today)
	equal(t, "asked", asked, []string{"outsource:privacy", "confirm-mandates"})
	p := after(t, first, newRound(2, steps.Tasks, steps.Team))
	equal(t, "current", p.Current(), steps.Tasks)
	equal(t, "found", p.Findings(today), found)
	equal(t, "asked", p.AskedDecisions(today), asked)
	equal(t, "held over", p.HeldOver(steps.NoOwner.From()) && p.HeldOver(steps.OutsourceTasks.From()), true)
	equal(t, "gone", steps.Compare(first, p, today).Gone, nil)
	equal(t, "in a third round", after(t, p, newRound(3)).Findings(today), found)

	p = after(t, p, change{Kind: steps.ChangeConfirm, Step: steps.Tasks})
	equal(t, "held over when the path is there again", p.HeldOver(steps.OutsourceTasks.From()), false)
	equal(t, "a decision that was taken", after(t, first, outcome("confirm-mandates", steps.Approved), newRound(2, steps.Tasks)).AskedDecisions(today), []string{"outsource:privacy"})
}

const today = steps.Date("2026-09-01")

// findingTest is something wrong with a plan in order, and what puts it right.
type findingTest struct {
	want         steps.Finding
	wrong, right []change
	with         []steps.FindingID // what else comes with it
}

func findingTests() []findingTest {
	set := func(with func(*change)) []change { return []change{task("wifi", with)} }
	noOwner := func(c *change) { c.Owner = steps.Clear[string]() }
	noBackup := func(c *change) { c.Backup = steps.Clear[string]() }
	noHours := func(c *change) { c.Hours = steps.Clear[steps.Decimal]() }
	hours := func(id string, tenths int64) []change {
		return []change{task(id, func(c *change) { c.Hours = steps.Set(steps.Tenths(tenths)) })}
	}
	mandate := func(id, text string) change {
		return change{Kind: steps.ChangeMember, Member: id, Mandate: steps.Set(text)}
	}
	role := func(r steps.MemberRole) change {
		return change{Kind: steps.ChangeMember, Member: "an", Role: steps.Set(r)}
	}
	schoolHours := func(tenths int64) []change {
		return []change{school(func(c *change) { c.Hours = steps.Set(steps.Tenths(tenths)) })}
	}
	next := func(d steps.Date) []change {
		return []change{{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(d)}}
	}
	toGroup := task("wifi", func(c *change) { c.Level = steps.Set("group") })
	named := school(func(c *change) { c.Group = steps.Set("Scholengroep X") })
	give := func(id string) []change { return []change{owned(id, "an", "bart", 20)} }
	privacyTo := func(owner string) change { return owned("privacy", owner, owner, 20) }

	return []findingTest{
		{steps.Finding{ID: "no-owner", Task: "wifi"}, set(noOwner), give("wifi"), nil},
		{steps.Finding{ID: "no-owner", Task: "wifi"}, set(noOwner), []change{kept("wifi", steps.Long)}, nil},
		{steps.Finding{ID: "no-backup", Task: "wifi"}, set(noBackup), give("wifi"), nil},
		{steps.Finding{ID: "no-backup", Task: "wifi"}, set(func(c *change) { c.Backup = steps.Set("bart") }), give("wifi"), nil},
		{steps.Finding{ID: "no-backup", Task: "privacy"}, []change{privacyTo("an")}, []change{task("privacy", func(c *change) { c.Strategic = steps.Set(false) })}, []steps.FindingID{"single-pillar"}},
		{steps.Finding{ID: "overload", Member: "bart"}, hours("wifi", 61), hours("wifi", 60), []steps.FindingID{"single-pillar"}},
		{steps.Finding{ID: "under-resourced"}, schoolHours(79), schoolHours(80), nil},
		{steps.Finding{ID: "under-resourced"}, schoolHours(79), []change{school(func(c *change) { c.Hours = steps.Clear[steps.Decimal]() })}, nil},
		{steps.Finding{ID: "single-pillar", Member: "bart"}, hours("wifi", 61), hours("wifi", 60), []steps.FindingID{"overload"}},
		{steps.Finding{ID: "hours-missing", Task: "wifi"}, set(noHours), hours("wifi", 0), nil},
		{steps.Finding{ID: "expertise-undecided", Task: "wifi"}, []change{expertise("wifi", steps.No)}, []change{sourcing("wifi", steps.Train)}, nil},
		{steps.Finding{ID: "expertise-undecided", Task: "wifi"}, []change{toGroup, named, expertise("wifi", steps.No)}, []change{kept("wifi", steps.Long)}, nil},
		{steps.Finding{ID: "no-mandate", Member: "bart"}, []change{mandate("bart", "")}, []change{privacyTo("an"), task("privacy", func(c *change) { c.Backup = steps.Set("bart") })}, nil},
		{steps.Finding{ID: "no-mandate", Member: "an"}, []change{mandate("an", " "), role("technical-coordinator")}, []change{mandate("an", "ja")}, nil},
		{steps.Finding{ID: "no-mandate", Member: "an"}, []change{mandate("an", ""), role("pedagogical-coordinator")}, []change{role("teacher")}, nil},
		{steps.Finding{ID: "no-mandate", Member: "an"}, []change{mandate("an", ""), role("ict-coordinator")}, []change{role("director")}, nil},
		{steps.Finding{ID: "group-unnamed"}, []change{toGroup}, []change{named}, nil},
		{steps.Finding{ID: "group-unnamed"}, []change{toGroup}, []change{answer(steps.Pooling, steps.No)}, nil},
		{steps.Finding{ID: "evaluation-overdue"}, next("2026-08-31"), next("2026-09-01"), nil},
	}
}

// TestFindingsArise makes one thing wrong in a plan without findings, and puts it right again.
func TestFindingsArise(t *testing.T) {
	sound := planOf(t, finished(steps.Yes)...)
	equal(t, "a sound plan", sound.Findings(today), nil)
	for i, test := range findingTests() {
		name := fmt.Sprintf("%d %s", i, test.want.ID)
		wrong := after(t, sound, test.wrong...)
		found := wrong.Findings(today)
		equal(t, name+": about", about(found, test.want.ID), []steps.Finding{test.want})
		equal(t, name+": number", len(found), 1+len(test.with))
		right := after(t, wrong, test.right...)
		equal(t, name+": put right", about(right.Findings(today), test.want.ID), nil)
	}
}

func about(found []steps.Finding, id steps.FindingID) (of []steps.Finding) {
	for _, f := range found {
		if f.ID == id {
			of = append(of, f)
		}
	}
	return of
}

// TestFindingsFromStep: a finding counts once the path has reached its step.
func TestFindingsFromStep(t *testing.T) {
	from := map[steps.FindingID]int{
		"no-owner": 7, "no-backup": 7, "single-pillar": 7, "hours-missing": 7, "no-mandate": 7,
		"expertise-undecided": 6, "group-unnamed": 5, "overload": 1, "under-resourced": 1, "evaluation-overdue": 1,
	}
	undecided := ownTask("own-robotlab")
	unknown := task("coaching", func(c *change) { c.Expertise = steps.Clear[choice]() })
	stop := []change{ // what keeps the path from going past a step
		answer(steps.Awareness, steps.Open), answer(steps.Vision, steps.No), answer(steps.Policy, unanswered),
		answer(steps.Pooling, steps.Open), undecided, unknown, agreement("backup", ""), evaluated(),
	}
	for _, test := range findingTests() {
		wrong := planOf(t, append(finished(steps.Yes), test.wrong...)...)
		for i, change := range stop {
			if i == 7 {
				change.NextEvaluation = steps.Field[steps.Date]{}
			}
			p := after(t, wrong, change)
			reached := i + 1
			counts := reached >= from[test.want.ID]
			equal(t, fmt.Sprintf("%s with the path at %d", test.want.ID, reached), len(about(p.Findings(today), test.want.ID)) == 1, counts)
		}
	}
}

// TestWhereFindingsAreMended: nothing is found about the checks themselves.
func TestWhereFindingsAreMended(t *testing.T) {
	mended := map[steps.StepID]bool{steps.Tasks: true, steps.Expertise: true, steps.Team: true, steps.Evaluation: true}
	for _, s := range steps.Tree {
		equal(t, string(s.ID), s.ID.MendsFindings(), mended[s.ID])
	}
}

// TestSinglePillar stands exactly on the border and one tenth of an hour past it.
func TestSinglePillar(t *testing.T) {
	tests := []struct {
		members             int
		hers, others, loose int64 // tenths of hours: owned by An, by another, by nobody
		want                bool
	}{
		{1, 100, 0, 0, false},
		{2, 40, 20, 0, false},
		{2, 41, 20, 0, true},
		{2, 40, 0, 20, false}, // hours nobody owns count in the whole
		{2, 41, 0, 20, true},
		{2, 20, 10, 0, false}, // exactly two thirds, where a float would waver
		{2, 1, 0, 0, true},
		{3, 20, 20, 0, false},
		{3, 21, 20, 0, true},
		{3, 20, 0, 20, false},
		{3, 21, 0, 20, true},
		{3, 0, 0, 0, false},
		{4, 21, 20, 0, true},
	}
	for _, test := range tests {
		p := planOf(t, pillarPlan(test.members, test.hers, test.others, test.loose)...)
		equal(t, fmt.Sprintf("%+v", test), len(about(p.Findings(today), steps.SinglePillar)) == 1, test.want)
	}
}

func pillarPlan(members int, hers, others, loose int64) []change {
	changes := finished(steps.No)
	for _, t := range catalogue.Tasks {
		changes = append(changes, owned(t.ID, "an", "bart", 0))
	}
	ids := []string{"cas", "dirk"}
	for _, id := range ids[:max(0, members-2)] {
		changes = append(changes, member(id, 2))
	}
	changes = append(changes, owned("wifi", "an", "bart", hers), owned("privacy", "bart", "an", others),
		task("purchases", func(c *change) { c.Owner, c.Hours = steps.Clear[string](), steps.Set(steps.Tenths(loose)) }))
	if members == 1 {
		changes = append(changes, change{Kind: steps.ChangeRemove, Member: "bart"})
	}
	return changes
}

// TestFindingOrder: the kinds in the order of the table, tasks and members in theirs.
func TestFindingOrder(t *testing.T) {
	changes := append(fourChecks(steps.No), member("an", 1), member("bart", 1))
	for _, id := range []string{"purchases", "privacy", "wifi"} {
		changes = append(changes, kept(id, steps.Short), expertise(id, steps.No))
	}
	changes = append(changes, notHere("coaching"), owned("purchases", "bart", "bart", 30), owned("privacy", "an", "an", 30))
	got := planOf(t, changes...).Findings(today)
	equal(t, "findings", got, []steps.Finding{
		{ID: "no-owner", Task: "wifi"},
		{ID: "no-backup", Task: "privacy"}, {ID: "no-backup", Task: "purchases"},
		{ID: "overload", Member: "an"}, {ID: "overload", Member: "bart"},
		{ID: "under-resourced"}, // beyond the hours of all members, where the school's are not filled in
		{ID: "hours-missing", Task: "wifi"},
		{ID: "expertise-undecided", Task: "wifi"}, {ID: "expertise-undecided", Task: "privacy"}, {ID: "expertise-undecided", Task: "purchases"},
	})
	kinds := steps.ByGravity(got)
	equal(t, "gravest", []steps.FindingID{kinds[0].ID, kinds[1].ID, kinds[2].ID}, []steps.FindingID{"under-resourced", "overload", "no-owner"})
	equal(t, "together", len(kinds[1].Findings), 2)
}
