package steps_test

import (
	"fmt"
	"testing"

	"stappenplan/steps"
)

// became makes the changes between two plans on the first.
func became(t *testing.T, from, to steps.Plan) steps.Plan {
	t.Helper()
	return after(t, from, steps.Changes(from, to)...)
}

// TestChangesSayOnlyWhatDiffers, one change for each thing.
func TestChangesSayOnlyWhatDiffers(t *testing.T) {
	from := planOf(t, append(fourChecks(steps.No), member("an", 3), kept("wifi", steps.Short))...)
	to := after(t, from, task("wifi", func(c *change) { c.Horizon, c.Note = steps.Set(steps.Long), steps.Set("later") }),
		change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Clear[steps.Decimal]()})
	equal(t, "changes", steps.Changes(from, to), []change{
		{Kind: steps.ChangeMember, Member: "an", Hours: steps.Clear[steps.Decimal]()},
		task("wifi", func(c *change) { c.Horizon, c.Note = steps.Set(steps.Long), steps.Set("later") }),
	})
}

// TestNewRoundOnTheDayOfTheOld: two rounds opened on one day keep their date.
func TestNewRoundOnTheDayOfTheOld(t *testing.T) {
	from := planOf(t, answer(steps.Awareness, steps.Yes), change{
		Kind: steps.ChangeRound, Number: steps.Set(1), Opened: steps.Set(steps.Date("2027-09-01")),
	})
	to := after(t, from, newRound(2))
	equal(t, "opened", became(t, from, to).Round, to.Round)
}

// TestNewRoundInWhichNothingWaits: a step that was not confirmed does not wait where the other plan says so.
func TestNewRoundInWhichNothingWaits(t *testing.T) {
	from := planOf(t, answer(steps.Awareness, steps.Yes), change{
		Kind: steps.ChangeRound, Number: steps.Set(1), Again: steps.Set([]steps.StepID{steps.Tasks}),
	})
	to := planOf(t, newRound(2), answer(steps.Awareness, steps.Yes))
	equal(t, "again", became(t, from, to).Round.Again, to.Round.Again)
}

// TestImportIntoAnEmptyPlan: any round, also with a catalogue of one's own.
func TestImportIntoAnEmptyPlan(t *testing.T) {
	to := planOf(t, newRound(7), change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(otherCatalogue)}, kept("lan", steps.Short))
	got := became(t, planOf(t), to)
	equal(t, "round", got.Round.Number, 7)
	equal(t, "tasks", len(got.Tasks()), 2)
}

// TestChangesBetweenFullPlans: as many own tasks as there can be make room for as many others.
func TestChangesBetweenFullPlans(t *testing.T) {
	full := func(prefix string) steps.Plan {
		var changes []change
		for n := range steps.MaxOwnTasks {
			changes = append(changes, ownTask(fmt.Sprintf("own-%s-%d", prefix, n)))
		}
		return planOf(t, changes...)
	}
	from, to := full("a"), full("b")
	equal(t, "own tasks", became(t, from, to).OwnTasks, to.OwnTasks)
}

// TestLeavingACatalogue: what was decided of its tasks goes, what both have stays.
func TestLeavingACatalogue(t *testing.T) {
	from := planOf(t, kept("wifi", steps.Short), kept("coaching", steps.Long))
	to := planOf(t, change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(otherCatalogue)}, kept("wifi", steps.Short))
	equal(t, "there", snapshot(became(t, from, to)), snapshot(to))
	equal(t, "and back", snapshot(became(t, to, from)), snapshot(from))
}
