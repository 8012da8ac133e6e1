package assets

import (
	"strings"
	"testing"

	"stappenplan/steps"
)

// TestDivisionsHaveWords for every reason, obstacle, rule and favour there is, in every language.
func TestDivisionsHaveWords(t *testing.T) {
	t.Parallel()
	for _, language := range Languages {
		words := Load(language).Division
		for _, merit := range steps.MeritIDs {
			if words.Merits[merit] == "" {
				t.Errorf("%s: no words for %s", language, merit)
			}
		}
		for _, obstacle := range steps.Obstacles {
			if words.Obstacles[obstacle] == "" {
				t.Errorf("%s: no words for %s", language, obstacle)
			}
		}
		for _, rule := range steps.DivisionRules {
			if words.Rules[rule] == "" {
				t.Errorf("%s: no words for %s", language, rule)
			}
		}
		for _, favour := range steps.Favours {
			if words.Favours[favour] == "" {
				t.Errorf("%s: no words for %s", language, favour)
			}
		}
	}
}

// TestASumOfEstimatesIsOne: whatever hours an estimate is part of are marked as the task is, and told to the board in words.
func TestASumOfEstimatesIsOne(t *testing.T) {
	t.Parallel()
	plan := steps.NewPlan(&steps.Definitions{Catalogue: Catalogue()})
	now := func(id, owner string, hours ...steps.Decimal) steps.Change {
		c := steps.Change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short)}
		if owner != "" {
			c.Owner = steps.Set(owner)
		}
		for _, h := range hours {
			c.Hours = steps.Set(h)
		}
		return c
	}
	plan, err := plan.Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Hours: steps.Set(steps.Whole(7))},
		now("wifi-management", "an"), now("network-management", "an", steps.Whole(2)), now("server-management", ""),
		now("backup-restore", ""), now("helpdesk-first-line", "", steps.Whole(2)),
	}})
	if err != nil {
		t.Fatal(err)
	}
	d, words := plan.Divide(steps.DivisionRequest{}), Load(Dutch)
	people, _ := words.DivisionPeople(d, plan)
	said := strings.Join(append(people, words.DivisionCostLine(d, plan), words.DivisionToBoard(d, plan), words.DivisionEstimates(d)), "\n")
	for _, row := range d.Rows {
		said += "\n" + words.DivisionLine(row, d, plan)
	}
	for _, left := range d.Left {
		said += "\n" + words.DivisionLeft(left)
	}
	for _, wanted := range []string{
		"An ~4 → ~6 van 7", "(~4 uur te kort)", "2 taken die niemand kan opnemen (ongeveer 4 uur per week)", "~1 u vrij", "niemand heeft nog ~2 u vrij",
		"~ is een schatting: 3 taken hebben nog geen uren. 1 daarvan valt buiten dit voorstel: iemand trekt ze al.",
	} {
		if !strings.Contains(said, wanted) {
			t.Errorf("does not say %q:\n%s", wanted, said)
		}
	}
}
