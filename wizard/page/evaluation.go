package page

import (
	"slices"

	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// evaluationPage is step 8: how the team works, what changes, who took part, the next date and what the
// next round asks again.
func evaluationPage(f screen.Frame) form.Sheet {
	w, ask := f.Texts.Wizard, f.Texts.Plan.Evaluation
	list := question.Of(steps.Evaluation, f.Plan, f.Texts)
	fields := []form.Field{
		heading(f, w.StepOf.Fill("n", steps.Evaluation.Number(), "total", len(steps.Tree)), todo(f, steps.Evaluation)),
		paragraph(f, screen.Paint{}, string(f.Texts.Plan.Steps[steps.Evaluation].Why)), gap(),
	}
	if f.Facts.Current == "" {
		fields = append(fields, paragraph(f, f.Look.Good, w.RoundComplete.Fill("date", f.Texts.Date(f.Plan.Round.NextEvaluation))), gap())
	}
	for _, id := range []string{"collaboration", "composition"} {
		fields = append(fields, paragraph(f, f.Look.Strong, string(ask[id].Question)),
			unasked(asked(f, question.Find(list, id)), string(ask[id].Help)), gap())
	}
	fields = append(append(fields, askedOf(f, list, "present", "next_evaluation")...), gap(),
		paragraph(f, f.Look.Strong, string(ask["repeat"].Question)), paragraph(f, f.Look.Muted, string(ask["repeat"].Help)))
	fields = append(append(fields, repeatFields(f)...), gap())
	fields = append(fields, noteFields(f, steps.Evaluation)...)
	fields = append(fields, gap(), actionField("round", string(w.OpenRound), screen.Show(screen.Place{Kind: screen.NewRound})),
		actionField("board", string(w.ToSummary), screen.Show(screen.Place{Kind: screen.Summary})))
	return form.Sheet{Labels: 18, Fields: fields, Commands: noteCommands(f)}
}

// repeatFields tick the steps that the next round asks again.
func repeatFields(f screen.Frame) (fields []form.Field) {
	chosen := f.Plan.Evaluation.Repeat
	for _, s := range steps.Tree[:len(steps.Tree)-1] {
		fd := form.Field{ID: "repeat:" + string(s.ID), Kind: form.Ticking, Options: []form.Option{{Value: string(s.ID), Label: f.Texts.Plan.Steps[s.ID].Rail.Fill()}}}
		if slices.Contains(chosen, s.ID) {
			fd.Value = string(s.ID)
		}
		fd.Save = func(v string) (screen.Effect, string) {
			repeat := slices.DeleteFunc(slices.Clone(chosen), func(id steps.StepID) bool { return id == s.ID })
			if v != "" {
				repeat = append(repeat, s.ID)
			}
			return screen.Record{Changes: []steps.Change{{Kind: steps.ChangeEvaluation, Repeat: steps.Set(repeat)}}}, ""
		}
		fields = append(fields, fd)
	}
	fields[0].Label = f.Texts.Field("repeat")
	return fields
}
