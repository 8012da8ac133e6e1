package page

import (
	"slices"
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
	open := f.Texts.NextRound(f.Plan, f.Today)
	fields := []field{gap(), paragraph(f, screen.Paint{}, w.NewRoundText.Fill("n", next))}
	if date := f.Texts.DateLeft(f.Plan, f.Today); date != "" {
		fields = append(fields, paragraph(f, f.Look.Warn, date))
	}
	fields = append(fields, gap(),
		labelledText(f, string(w.AskAgainSteps), again), gap(),
		actionField("stay", string(w.StayInRound), screen.Back(1)),
		actionField("open", w.OpenRoundNow.Fill("n", next), screen.Record{Changes: open, Then: screen.Home()}))
	if left := f.Plan.Checkpoints(); len(left) > 0 {
		closing := slices.Concat(open, f.Plan.CloseCheckpoints(f.Today))
		fields = append(fields, actionField("open-closing", w.OpenRoundClosing.For(len(left), "round", next), screen.Record{Changes: closing, Then: screen.Home()}),
			gap(), paragraph(f, f.Look.Muted, w.CheckpointsLeft.For(len(left))))
		for _, a := range left {
			fields = append(fields, read(hung("• ", f.Texts.ActionLine(f.Plan, a, f.Today), f.Width)...))
		}
	}
	return sheet{Title: w.NewRoundTitle.Fill("n", next), Fields: fields}
}
