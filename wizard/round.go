package wizard

import (
	"strings"

	"stappenplan/steps"
)

// newRoundPage says what opening a round does before it does it.
func newRoundPage(f frame) sheet {
	w := f.texts.Wizard
	var names []string
	for _, id := range f.plan.Evaluation.Repeat {
		names = append(names, string(f.texts.Plan.Steps[id].Rail))
	}
	again := string(w.NothingAgain)
	if len(names) > 0 {
		again = strings.Join(names, ", ")
	}
	next := f.plan.Round.Number + 1
	return sheet{title: w.NewRoundTitle.Fill("n", next), fields: []field{
		gap(), paragraph(f, paint{}, w.NewRoundText.Fill("n", next)), gap(),
		labelledText(f, string(w.AskAgainSteps), again), gap(),
		actionField("stay", string(w.StayInRound), back(1)),
		actionField("open", w.OpenRoundNow.Fill("n", next), record{
			changes: []steps.Change{f.plan.NextRound(f.today)},
			then:    home(),
		}),
	}}
}
