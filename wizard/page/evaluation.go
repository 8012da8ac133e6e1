package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// evaluationPage is step 8: how the team works, what changes, who took part, the next date and what the
// next round asks again.
func evaluationPage(f screen.Frame) sheet {
	w, ask := f.Texts.Wizard, f.Texts.Plan.Evaluation
	list := question.Of(steps.Evaluation, f.Plan, f.Texts)
	fields := []field{
		heading(f, w.StepOf.Fill("n", steps.Evaluation.Number(), "total", len(steps.Tree)), missing(f, steps.Evaluation)),
		paragraph(f, screen.Paint{}, string(f.Texts.Plan.Steps[steps.Evaluation].Why)), gap(),
	}
	if f.Facts.Current == "" {
		fields = append(fields, paragraph(f, f.Look.Good, w.RoundComplete.Fill("date", f.Texts.Date(f.Plan.Round.NextEvaluation))), gap())
	}
	fields = append(fields, field{Field: form.Field{ID: "begin", Kind: form.Action, Label: string(w.AnswerQuestions)}, Next: true}, gap())
	for _, id := range []string{"collaboration", "composition"} {
		fields = append(fields, paragraph(f, f.Look.Strong, string(ask[id].Question)),
			unasked(asked(f, question.Find(list, id)), string(ask[id].Help)), gap())
	}
	fields = append(append(fields, askedOf(f, list, "present", "next_evaluation")...), gap(),
		paragraph(f, f.Look.Strong, string(ask["repeat"].Question)), paragraph(f, f.Look.Muted, string(ask["repeat"].Help)))
	fields = append(fields, unasked(asked(f, question.Find(list, "repeat"))), gap())
	fields = append(fields, noteFields(f, steps.Evaluation)...)
	fields = append(fields, gap(), actionField("board", string(w.ToSummary), screen.Show(screen.Place{Kind: screen.Summary})),
		actionField("round", string(w.OpenRound), screen.Show(screen.Place{Kind: screen.NewRound})))
	return sheet{Labels: 18, Fields: fields}
}
