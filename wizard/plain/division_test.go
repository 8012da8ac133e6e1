package plain

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// schoolToDivide has two people, three tasks for them, one of which has no hours, and one that takes more than anyone has.
func schoolToDivide(t *testing.T) session.Journals {
	t.Helper()
	task := func(id string, hours int64) steps.Change {
		c := steps.Change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Expertise: steps.Set(steps.Yes)}
		if hours > 0 {
			c.Hours = steps.Set(steps.Whole(hours))
		}
		return c
	}
	member := func(id, name string, hours int64, knows ...string) steps.Change {
		return steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name), Role: steps.Set(steps.TechnicalCoordinator), Hours: steps.Set(steps.Whole(hours)), Knows: steps.Set(knows)}
	}
	return keptPlan(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.No),
		member("an", "An Peeters", 6, "task:wifi-management"), member("bart", "Bart Claes", 6, "task:helpdesk-first-line"),
		task("helpdesk-first-line", 3), task("wifi-management", 0), task("printing", 2), task("teacher-coaching", 9))
}

const offersDivision, asksToKeep = "Er zijn 4 taken zonder trekker", "Bewaar je dit voorstel?"

// TestPlainDivides: all, some or none of it, with the estimated hours or without, and with a row changed.
func TestPlainDivides(t *testing.T) {
	t.Parallel()
	owner := func(p steps.Plan, id string) string { task, _ := p.Task(id); return task.Owner }

	said, plan := talk(t, schoolToDivide(t), "Stap 5 van 8", "stap 7", offersDivision, "1", asksToKeep, "n")
	says(t, said, "Uren per week: An Peeters 0 wordt ", "1  Eerstelijnshelpdesk: Bart Claes", "Leraren coachen in ICT-gebruik: niemand, niemand heeft 9 uur vrij", "Niets bewaard.")
	if n := len(plan.Undivided()); n != 4 {
		t.Errorf("%d are left to divide after a no", n)
	}

	_, plan = talk(t, schoolToDivide(t), "Stap 5 van 8", "stap 7", offersDivision, "1", asksToKeep, "j")
	if wifi, _ := plan.Task("wifi-management"); len(plan.Undivided()) != 1 || wifi.Owner != "an" || wifi.Hours != nil {
		t.Errorf("all: %v, %+v", plan.Undivided(), wifi.Decision)
	}

	said, plan = talk(t, schoolToDivide(t), "Stap 5 van 8", "stap 7", offersDivision, "1", "u geschatte uren mee bewaren", "u", "u geschatte uren toch niet bewaren", "j")
	says(t, said, "ongeveer 2,5 uur", "Van 1 taak zijn de uren geschat: die heeft er nog geen.")
	if wifi, _ := plan.Task("wifi-management"); wifi.Hours == nil || *wifi.Hours != steps.Hundredths(250) && *wifi.Hours != steps.Whole(2) {
		t.Errorf("hours taken over: %+v", wifi.Decision)
	}

	_, plan = talk(t, schoolToDivide(t), "Stap 5 van 8", "stap 7", offersDivision, "3", asksToKeep, "1")
	if owner(plan, "helpdesk-first-line") != "bart" || len(plan.Undivided()) != 3 {
		t.Errorf("some: %v", plan.Undivided())
	}

	said, plan = talk(t, schoolToDivide(t), "Stap 5 van 8", "stap 7", offersDivision, "1", asksToKeep, "1 ?", asksToKeep, "1 An", asksToKeep, "9", "Dat kan hier niet", "j")
	says(t, said, "Eerstelijnshelpdesk, in punten (de minste is de beste): Bart Claes", "Daardoor verschuift ook: Printers en kopieertoestellen.", "An Peeters, Bart Claes springt in (zo gekozen")
	if owner(plan, "helpdesk-first-line") != "an" {
		t.Errorf("changed: %s", owner(plan, "helpdesk-first-line"))
	}

	said, plan = talk(t, schoolToDivide(t), "Stap 5 van 8", "stap 7", offersDivision, "1", asksToKeep, "1 r An", asksToKeep, "2 r niemand", asksToKeep, "j")
	says(t, said, "An Peeters springt in")
	first, _ := plan.Task("helpdesk-first-line")
	if second, _ := plan.Task("wifi-management"); first.Backup != "an" || second.Backup != "" {
		t.Errorf("steps in: %q, %q", first.Backup, second.Backup)
	}
}

// TestPlainAsksTheBoard for what nobody can take, before the rest is kept, and says who takes over from who is away.
func TestPlainAsksTheBoard(t *testing.T) {
	t.Parallel()
	kept := schoolToDivide(t)
	_, plan := talk(t, kept, "Stap 5 van 8", "stap 7", offersDivision, "1", "b het bestuur om uren of mensen vragen", "b", asksToKeep, "j")
	if r, asked := plan.Resolution("own-division"); !asked || r.Text != assets.Load(assets.Dutch).DivisionToBoard(steps.Division{
		Left: []steps.Undivided{{Task: "teacher-coaching"}}, Cost: steps.DivisionCost{Short: steps.Whole(9)},
	}, plan) {
		t.Errorf("the board is asked %+v", r)
	}
	said, plan := talk(t, kept, "Stap 5 van 8", "stap 7", "Er is 1 taak zonder trekker", "An", "voorgoed een andere trekker", "n")
	says(t, said, "An Peeters trekt 2 taken", " uur per week te kort: ")
	if task, _ := plan.Task("wifi-management"); task.Owner != "an" {
		t.Errorf("a look gives it to %s", task.Owner)
	}
}
