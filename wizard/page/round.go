package page

import (
	"strings"

	"stappenplan/wizard/screen"
)

// newRoundPage says what opening a round does before it does it.
func newRoundPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	var names []string
	for _, id := range f.Plan.Evaluation.Repeat {
		names = append(names, string(f.Texts.Plan.Steps[id].Rail))
	}
	again := string(w.NothingAgain)
	if len(names) > 0 {
		again = strings.Join(names, ", ")
	}
	next := f.Plan.Round.Number + 1
	return sheet{Title: w.NewRoundTitle.Fill("n", next), Fields: []field{
		gap(), paragraph(f, screen.Paint{}, w.NewRoundText.Fill("n", next)), gap(),
		labelledText(f, string(w.AskAgainSteps), again), gap(),
		actionField("stay", string(w.StayInRound), screen.Back(1)),
		actionField("open", w.OpenRoundNow.Fill("n", next), screen.Record{
			Changes: f.Texts.NextRound(f.Plan, f.Today),
			Then:    screen.Home(),
		}),
	}}
}
