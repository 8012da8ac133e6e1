package page

import (
	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// questionPage is a check: the question, why it matters, what counts as yes, the choice, a note and a
// reference to evidence.
func questionPage(f screen.Frame, id steps.StepID) sheet {
	w := f.Texts.Wizard
	words := f.Texts.Plan.Steps[id]
	step, _ := steps.Find(id)
	answer := f.Plan.Answers[id]
	fields := []field{
		heading(f, w.StepOf.Fill("n", step.Number, "total", len(steps.Tree)), string(f.Texts.Plan.Phases[step.Phase-1])),
		paragraph(f, f.Look.Strong, f.Texts.Question(id, f.Plan)),
		voicesField(f, id), labelledText(f, string(w.Why), string(words.Why)),
		labelledList(f, string(w.YesMeans), f.Texts.Signs(id, f.Plan)),
		gap(),
	}
	if id == steps.Pooling { // what there is comes before what to share
		fields = append(fields, actionField("means", string(w.ToMeans), screen.Show(screen.Place{Kind: screen.MeansList})))
	}
	fields = append(fields, before(f, id)...)
	fields = append(fields, reaffirmField(f, id)...)
	for _, q := range questionsOf(f, id) {
		switch {
		case q.Field == "choice":
			fields = append(fields, choiceField(id, q, f))
		case q.Field == "group_kind" && q.Needed: // nobody passes by it with Enter
			fd := asked(f, q)
			fd.Options = fd.Options[1:]
			fields = append(fields, fd)
		case !q.After:
			fields = append(fields, asked(f, q))
		}
	}
	fields = append(fields, gap(), labelledText(f, string(w.GoesWrong), string(words.Wrong)))
	fields = append(fields, said(f, answer)...)
	return sheet{Fields: fields}
}

// choiceField is the choice of a check; what follows from it is shown right after Enter or its letter.
func choiceField(id steps.StepID, q question.Question, f screen.Frame) field {
	fd := unasked(asked(f, q))
	fd.Decisive, fd.Then = true, screen.Show(screen.Place{Kind: screen.Follows, ID: string(id)})
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

// followsPage shows what follows from the answer to a check: the advice for each, and the next step as the
// first thing to do.
func followsPage(f screen.Frame, id steps.StepID) sheet {
	w := f.Texts.Wizard
	step, _ := steps.Find(id)
	answer := f.Plan.Answers[id]
	if answer.Choice == "" { // taken back while it was looked at
		return sheet{Fields: []field{gap(), paragraph(f, screen.Paint{}, string(w.NoAnswer)), gap(), actionField("change", string(w.GiveAnswer), screen.Back(1))}}
	}
	fields := []field{
		heading(f, f.Texts.Plan.Steps[id].Rail.Fill(), w.Answered.Fill("answer", f.Texts.Value("choice", string(answer.Choice)))),
	}
	next, moves := step.After(answer.Choice)
	stays := !moves
	switch {
	case answer.Choice == steps.No && stays:
		fields = append(fields, paragraph(f, f.Look.Strong, string(w.NoIsAStart)))
		fields = append(fields, adviceFields(f, step)...)
	case stays:
		fields = append(fields, paragraph(f, f.Look.Strong, string(w.OpenMeans)))
	case id == steps.Pooling:
		fields = append(fields, paragraph(f, f.Look.Strong, string(map[steps.Choice]assets.Text{steps.Yes: w.PoolingYes, steps.No: w.PoolingNo}[answer.Choice])))
	default:
		fields = append(fields, paragraph(f, f.Look.Strong, string(w.YesMoves)))
	}
	fields = append(fields, gap())
	fields = append(fields, nextActions(f, step, next, stays)...)
	if reasons := adviceReasons(f, id); len(reasons) > 0 {
		fields = append(fields, actionField("why", string(w.WhyAdvice), screen.Explain{Reasons: reasons}))
	}
	return sheet{Labels: 18, Fields: fields}
}

// adviceFields are the advice for the director and for the ICT coordinator: what the step plan says, and what this program adds.
func adviceFields(f screen.Frame, step steps.Step) (fields []field) {
	w := f.Texts.Wizard
	for _, a := range step.Advice {
		said := f.Texts.AdviceLines(a, f.Plan)
		fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(f.Texts.Plan.Roles[a.Role])),
			paragraph(f, screen.Paint{}, said.Advised), paragraph(f, screen.Paint{}, said.First))
		if said.Know != "" {
			fields = append(fields, paragraph(f, screen.Paint{}, w.GoodToKnow.Fill("fact", said.Know+" "+said.Also)))
		}
		fields = append(fields, makeActionField(f, steps.About(steps.AboutAdvice, string(a.ID))))
	}
	return fields
}

// adviceReasons tell where the advice at a step comes from, while the plan stands there.
func adviceReasons(f screen.Frame, id steps.StepID) (reasons []steps.Reason) {
	for _, a := range f.Plan.Advice() {
		if a.Step == id && len(reasons) == 0 { // both advices follow from the same answer
			reasons = append(reasons, f.Plan.WhyAdvice(a))
		}
	}
	return reasons
}

// nextActions are what can be done after an answer; the likeliest first.
func nextActions(f screen.Frame, step steps.Step, next steps.StepID, stays bool) (fields []field) {
	id, w := step.ID, f.Texts.Wizard
	goTo := func(id steps.StepID, label assets.Text) field {
		return actionField("next", label.Fill("n", id.Number(), "step", f.Texts.Plan.Steps[id].Rail), screen.Show(screen.StepPlace(id)))
	}
	if !stays {
		fields = append(fields, goTo(next, w.GoOn))
		// Only a school that is on this path goes on; one that answered ahead is told where the plan stands.
		if f.Facts.Current != "" && f.Facts.Current.Number() < id.Number() {
			fields = append(fields, goTo(f.Facts.Current, w.GoBack))
			fields[len(fields)-1].ID = "current"
		}
	} else {
		fields = append(fields, goTo(step.Following(), w.LookAhead))
		again := unasked(asked(f, question.Find(question.Of(steps.Evaluation, f.Plan, f.Texts), "next_evaluation")), string(w.AskAgainHelp))
		again.Label = string(w.AskAgain)
		fields = append(fields, again)
	}
	for _, q := range question.Of(id, f.Plan, f.Texts) {
		if q.After {
			fields = append(fields, asked(f, q))
		}
	}
	return append(fields,
		actionField("change", string(w.ChangeAnswer), screen.Back(1)),
		actionField("overview", string(w.ToOverview), screen.Home()))
}
