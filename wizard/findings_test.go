package wizard

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// solved are the changes of a small plan in which everything is settled: no finding is left.
func solved() []steps.Change {
	changes := []steps.Change{
		{Kind: steps.ChangeSchool, Name: steps.Set("De Linde"), Group: steps.Set("Groep X"), Hours: steps.Set(steps.Whole(20))},
		answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.Yes),
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Hours: steps.Set(steps.Whole(10)), Mandate: steps.Set("tot 500 euro")},
		{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart"), Hours: steps.Set(steps.Whole(10)), Mandate: steps.Set("geen aankopen")},
	}
	for _, t := range assets.Catalogue().Tasks {
		c := steps.Change{Kind: steps.ChangeTask, Task: t.ID, Relevance: steps.Set(steps.DoesNotApply)}
		if owner, backup := map[string]string{"network-management": "an", "ict-vision": "bart"}[t.ID], map[string]string{"network-management": "bart", "ict-vision": "an"}[t.ID]; owner != "" {
			c.Relevance, c.Horizon, c.Expertise = steps.Set(steps.Applies), steps.Set(steps.Short), steps.Set(steps.Yes)
			c.Owner, c.Backup, c.Hours = steps.Set(owner), steps.Set(backup), steps.Set(steps.Whole(4))
		}
		changes = append(changes, c)
	}
	for _, id := range steps.AgreementIDs {
		changes = append(changes, steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Text: steps.Set("zo doen we het")})
	}
	return append(changes, steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(steps.Date("2027-05-15"))})
}

// TestEveryFindingArisesAndVanishes makes each finding come on the screen and go again.
func TestEveryFindingArisesAndVanishes(t *testing.T) {
	t.Parallel()
	task := func(set func(*steps.Change)) steps.Change {
		c := steps.Change{Kind: steps.ChangeTask, Task: "network-management"}
		set(&c)
		return c
	}
	none := steps.Clear[string]()
	for id, c := range map[steps.FindingID]struct{ arises, vanishes steps.Change }{
		steps.NoOwner:            {task(func(c *steps.Change) { c.Owner = none }), task(func(c *steps.Change) { c.Owner = steps.Set("an") })},
		steps.NoBackup:           {task(func(c *steps.Change) { c.Backup = none }), task(func(c *steps.Change) { c.Backup = steps.Set("bart") })},
		steps.Overload:           {steps.Change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Whole(3))}, steps.Change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Whole(10))}},
		steps.UnderResourced:     {steps.Change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(7))}, steps.Change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(20))}},
		steps.SinglePillar:       {task(func(c *steps.Change) { c.Hours = steps.Set(steps.Whole(9)) }), task(func(c *steps.Change) { c.Hours = steps.Set(steps.Whole(4)) })},
		steps.HoursMissing:       {task(func(c *steps.Change) { c.Hours = steps.Clear[steps.Decimal]() }), task(func(c *steps.Change) { c.Hours = steps.Set(steps.Whole(4)) })},
		steps.ExpertiseUndecided: {task(func(c *steps.Change) { c.Expertise = steps.Set(steps.No) }), task(func(c *steps.Change) { c.Sourcing = steps.Set(steps.Train) })},
		steps.NoMandate:          {steps.Change{Kind: steps.ChangeMember, Member: "bart", Mandate: none}, steps.Change{Kind: steps.ChangeMember, Member: "bart", Mandate: steps.Set("beslist zelf")}},
		steps.GroupUnnamed: {task(func(c *steps.Change) { c.Level = steps.Set("group") }),
			steps.Change{Kind: steps.ChangeSchool, Group: steps.Set("Groep X")}},
		steps.EvaluationOverdue: {steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(steps.Date("2026-11-23"))}, steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(steps.Date("2026-11-24"))}},
	} {
		t.Run(string(id), func(t *testing.T) {
			kept := newSchool()
			changes := solved()
			if id == steps.GroupUnnamed {
				changes = append(changes, steps.Change{Kind: steps.ChangeSchool, Group: none})
			}
			fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", changes...))
			s := kept.sit(t, 120, 36)
			s.press("#", "!").sees("zijn er geen aandachtspunten")
			s.run(s.root.perform(screen.Record{Changes: []steps.Change{c.arises}}, false))
			words := s.root.session.Spoken().Plan.Findings[id]
			if !strings.Contains(strings.Join(strings.Fields(s.screen()), " "), string(words.Do)) {
				t.Fatalf("%s does not show:\n%s", id, s.screen())
			}
			s.run(s.root.perform(screen.Record{Changes: []steps.Change{c.vanishes}}, false))
			if strings.Contains(strings.Join(strings.Fields(s.screen()), " "), string(words.Do)) {
				t.Errorf("%s still shows:\n%s", id, s.screen())
			}
		})
	}
}

// TestNoPolicyPlanIsSaid says on the screen what the documents say first.
func TestNoPolicyPlanIsSaid(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.No)))
	s := kept.sit(t, 80, 24).press("#", "!").sees("! Er is geen ICT-beleidsplan.", "1 september 2026")
	s.misses("geen aandachtspunten")
	s.press("enter").sees("Stap 3 van 8")
}

// TestADividedListIsNotStillToDo says at step 7 that all tasks have an owner, and until then how many have none.
func TestADividedListIsNotStillToDo(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", solved()...))
	kept.sit(t, 80, 24).press("#", "7").sees("2 taken, alle met een trekker").misses("op te nemen")
	kept = newSchool()
	unowned := steps.Change{Kind: steps.ChangeTask, Task: "network-management", Owner: steps.Clear[string]()}
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", append(solved(), unowned)...))
	kept.sit(t, 80, 24).press("#", "7").sees("2 taken  ! Nog 1 taak zonder trekker")
}
