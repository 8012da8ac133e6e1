package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// questionPage is a check: the question and its answer, with what follows from the answer under the cursor; below them what
// counts as yes, a note and a reference to evidence, and why it matters. The answer is so far up that it is always seen.
func questionPage(all screen.Frame, id steps.StepID) sheet {
	f, follows := all, 0
	if all.Width >= besideAnswer {
		f.Width = min(all.Width*3/5, screen.Readable)
		follows = all.Width - f.Width - form.BetweenColumns
	}
	w := f.Texts.Wizard
	words := f.Texts.Plan.Steps[id]
	step, _ := steps.Find(id)
	answer := f.Plan.Answers[id]
	fields := []field{
		heading(f, w.StepOf.Fill("n", step.Number, "total", len(steps.Tree)), string(f.Texts.Plan.Phases[step.Phase-1])),
		gap(), asking(f, f.Texts.Question(id, f.Plan)), gap(),
	}
	if id == steps.Pooling { // what there is comes before what to share
		fields = append(fields, actionField("means", string(w.ToMeans), screen.Show(screen.Place{Kind: screen.MeansList})))
	}
	fields = append(fields, before(f, id)...)
	fields = append(fields, reaffirmField(f, id)...)
	for _, q := range questionsOf(f, id) {
		switch {
		case q.Field == "choice":
			fields = append(fields, choiceField(step, q, f, follows), gap(), labelledList(f, string(w.YesMeans), f.Texts.Signs(id, f.Plan)), gap())
		case q.Field == "group_kind" && q.Needed: // nobody passes by it with Enter
			fd := asked(f, q)
			fd.Options = fd.Options[:len(fd.Options)-1]
			fields = append(fields, fd)
		case q.Field == "note" || q.Field == "evidence":
			fields = append(fields, remark(f, q))
		case !q.After:
			fields = append(fields, asked(f, q))
		}
	}
	fields = append(fields, gap(),
		labelledText(f, string(w.Why), string(words.Why)), labelledText(f, string(w.GoesWrong), string(words.Wrong)), gap(), voicesField(f, id))
	fields = append(fields, said(f, answer)...)
	return sheet{Beside: follows, Fields: append(fields, sheetsBeside(f, id)...)}
}

// besideAnswer is the width from which what follows from an answer stands beside it.
const besideAnswer = 90

// choiceField is the choice of a check, with what follows from each option; it is shown in full right after Enter or its letter.
func choiceField(step steps.Step, q question.Question, f screen.Frame, beside int) field {
	fd := unasked(asked(f, q))
	fd.Label, fd.Decisive, fd.Then = "", true, screen.Show(screen.Place{Kind: screen.Follows, ID: string(step.ID)})
	width := beside
	if beside == 0 {
		width = f.Width - 2
	}
	fd.Unchosen = painted(f.Look.Muted, screen.Wrap(string(f.Texts.Wizard.FollowsHere), width))
	for i := range fd.Options {
		choice := steps.Choice(fd.Options[i].Value)
		if beside > 0 {
			fd.Options[i].Follows = besideLines(f, step, choice, beside)
		} else {
			fd.Options[i].Follows = belowLines(f, step, choice)
		}
	}
	return fd
}

// said tells who answered, and when.
func said(f screen.Frame, a steps.Answer) []field {
	if a.Choice == "" || a.At.IsZero() {
		return nil
	}
	by := a.By
	if by == "" {
		by = string(f.Texts.Common.None)
	}
	day := f.Texts.Date(steps.DateOf(a.At.In(f.Session.Clock().Location())))
	return []field{paragraph(f, f.Look.Muted, f.Texts.Wizard.AnsweredBy.Fill("name", by, "date", day))}
}

// questionsOf are the questions of a step, each beside the answer that it had when the last round ended.
func questionsOf(f screen.Frame, id steps.StepID) []question.Question {
	list := question.Of(id, f.Plan, f.Texts)
	if f.Facts.IsRepeat {
		list = question.Beside(list, question.Of(id, f.Facts.Previous, f.Texts))
	}
	return list
}

// before tells how a step stood when the last round ended.
func before(f screen.Frame, id steps.StepID) (fields []field) {
	if !f.Facts.IsRepeat {
		return nil
	}
	for _, line := range question.Ended(id, f.Facts.Previous, f.Texts) {
		fields = append(fields, paragraph(f, f.Look.Muted, line))
	}
	return fields
}

// reaffirmField lets the answer of the last round hold in this one.
func reaffirmField(f screen.Frame, id steps.StepID) []field {
	again, ok := f.Plan.Reaffirm(f.Facts.Previous, id)
	if !ok || !f.Facts.IsRepeat {
		return nil
	}
	said := f.Texts.Wizard.LastRound["still"].Fill("answer", f.Texts.Value("choice", string(f.Facts.Previous.State(id))))
	return []field{actionField(reaffirm, said, screen.Record{
		Changes: []steps.Change{again}, Then: screen.Show(screen.Place{Kind: screen.Follows, ID: string(id)}),
	}), gap()}
}

// reaffirm is the field with which an answer of the last round holds in this one.
const reaffirm = "reaffirm"

// firstAt is the field that a check begins with.
func firstAt(f screen.Frame, id steps.StepID) string {
	if len(reaffirmField(f, id)) > 0 {
		return reaffirm
	}
	return question.First(question.Of(id, f.Plan, f.Texts))
}
