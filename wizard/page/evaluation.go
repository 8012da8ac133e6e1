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
	list := questionsOf(f, steps.Evaluation)
	stands, begin := missing(f, steps.Evaluation), w.AnswerQuestions
	later := !f.Facts.Standing(steps.Evaluation).Reached() && f.Facts.Current != ""
	if later { // which is said in full below
		stands, begin = "", w.AnswerAhead
	}
	fields := []field{
		heading(f, w.StepOf.Fill("n", steps.Evaluation.Number(), "total", len(steps.Tree)), stands),
		paragraph(f, screen.Paint{}, string(f.Texts.Plan.Steps[steps.Evaluation].Why)), gap(),
	}
	if later {
		fields = append(fields, paragraph(f, f.Look.Warn, w.EvaluationLater.Fill("n", f.Facts.Current.Number(), "step", f.Texts.Plan.Steps[f.Facts.Current].Rail)), gap())
	}
	if f.Facts.Current == "" {
		fields = append(fields, read(f.Path()), paragraph(f, f.Look.Good, w.RoundComplete.Fill("date", f.Texts.Date(f.Plan.Round.NextEvaluation))), gap())
	}
	fields = append(fields, voicesField(f, steps.Evaluation), field{Field: form.Field{ID: "begin", Kind: form.Action, Label: string(begin)}, Next: true}, gap())
	for _, id := range []string{"collaboration", "composition"} {
		fields = append(fields, paragraph(f, f.Look.Strong, string(ask[id].Question)),
			answerThen(f, question.Find(list, id)), unasked(asked(f, question.Find(list, id)), string(ask[id].Help)), gap())
	}
	fields = append(fields, samePeople(f)...)
	fields = append(append(fields, askedOf(f, list, "present", "next_evaluation")...), gap(),
		paragraph(f, f.Look.Strong, string(ask["repeat"].Question)), paragraph(f, f.Look.Muted, string(ask["repeat"].Help)))
	fields = append(fields, unasked(asked(f, question.Find(list, "repeat"))), gap())
	fields = append(fields, noteFields(f, steps.Evaluation)...)
	fields = append(append(fields, sheetsBeside(f, steps.Evaluation)...), gap(), actionField("board", string(w.ToSummary), screen.Show(screen.Place{Kind: screen.Summary})),
		actionField("round", string(w.OpenRound), screen.Show(screen.Place{Kind: screen.NewRound})))
	return sheet{Labels: 18, Fields: fields}
}

// answerThen is what was answered to a question when the last round ended.
func answerThen(f screen.Frame, q question.Question) field {
	if q.Before == "" {
		return paragraph(f, screen.Paint{}, "")
	}
	return paragraph(f, f.Look.Muted, f.Texts.Wizard.LastRound["answer"].Fill("answer", q.Before))
}

// samePeople takes over in one key who took part in the last evaluation.
func samePeople(f screen.Frame) []field {
	same, names, ok := question.SamePeople(f.Plan, f.Facts.Previous)
	if !ok || !f.Facts.IsRepeat {
		return nil
	}
	return []field{actionField("same-people", f.Texts.Wizard.LastRound["same-people"].Fill("names", names), screen.Record{Changes: []steps.Change{same}})}
}
