package page

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// What follows from the answer to a check: shown while it is chosen, and in full once it is given.

// consequence is what follows from a choice.
type consequence struct {
	said    assets.Text
	moves   bool // the path goes on
	advised bool // the advice of the step holds
}

func consequenceOf(f screen.Frame, step steps.Step, choice steps.Choice) consequence {
	w := f.Texts.Wizard
	_, moves := step.After(choice)
	switch {
	case choice == steps.No && !moves:
		return consequence{said: w.NoIsAStart, advised: true}
	case !moves:
		return consequence{said: w.OpenMeans}
	case step.ID == steps.Pooling:
		return consequence{said: map[steps.Choice]assets.Text{steps.Yes: w.PoolingYes, steps.No: w.PoolingNo}[choice], moves: true}
	}
	return consequence{said: w.YesMoves, moves: true}
}

// onwardsLine names the step that a choice leads to; empty where it stays.
func onwardsLine(f screen.Frame, step steps.Step, choice steps.Choice) string {
	next, moves := step.After(choice)
	if !moves || next == "" {
		return ""
	}
	return f.Texts.Wizard.GoOn.Fill("n", next.Number(), "step", f.Texts.Plan.Steps[next].Rail)
}

// belowLines say in few lines what follows from a choice, to stand below it.
func belowLines(f screen.Frame, step steps.Step, choice steps.Choice) (lines []string) {
	follows, width := consequenceOf(f, step, choice), f.Width-2
	switch {
	case follows.advised:
		for _, a := range step.Advice {
			lines = append(lines, hung("→ ", string(f.Texts.Plan.Roles[a.Role])+": "+f.Texts.AdviceLines(a, f.Plan).What, width)...)
		}
	case follows.moves && step.ID != steps.Pooling:
		lines = hung("→ ", onwardsLine(f, step, choice), width)
	default:
		lines = hung("→ ", string(follows.said), width)
	}
	return painted(f.Look.Accent, lines)
}

// besideLines say what follows from a choice, to stand in the column beside it.
func besideLines(f screen.Frame, step steps.Step, choice steps.Choice, width int) (lines []string) {
	f.Width = width
	follows := consequenceOf(f, step, choice)
	lines = []string{f.Look.Accent.On(f.Texts.Wizard.IfAnswered.Fill("answer", f.Texts.Value("choice", string(choice)))), ""}
	lines = append(lines, screen.Wrap(string(follows.said), width)...)
	if onwards := onwardsLine(f, step, choice); onwards != "" {
		lines = append(append(lines, ""), painted(f.Look.Muted, hung("→ ", onwards, width))...)
	}
	if follows.advised {
		for _, a := range step.Advice {
			said := f.Texts.AdviceLines(a, f.Plan)
			lines = append(append(lines, "", f.Look.Accent.On(string(f.Texts.Plan.Roles[a.Role]))), screen.Wrap(said.Advised, width)...)
			lines = append(lines, painted(f.Look.Muted, screen.Wrap(said.First, width))...)
		}
	}
	return lines
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
	follows := consequenceOf(f, step, answer.Choice)
	if follows.moves {
		fields = append(fields, gap(), read(f.Path()), gap())
	}
	said := string(follows.said)
	if now := f.Facts.Current; follows.moves && f.Facts.Standing(id).State == steps.StepAhead {
		ahead := f.Texts.Wizard.YesAhead.Fill("n", now.Number(), "step", f.Texts.Plan.Steps[now].Rail)
		if said += " " + ahead; id != steps.Pooling { // whose answer leads one way or the other
			said = ahead
		}
	}
	fields = append(fields, paragraph(f, f.Look.Strong, said))
	if follows.advised {
		fields = append(fields, adviceFields(f, step)...)
	}
	fields = append(fields, gap())
	fields = append(fields, nextActions(f, step, !follows.moves)...)
	if reasons := adviceReasons(f, id); len(reasons) > 0 {
		fields = append(fields, actionField("why", string(w.WhyAdvice), screen.Explain{Reasons: reasons}))
	}
	made := sheet{Labels: 18, Fields: append(fields, sheetsBeside(f, id)...)}
	if follows.advised {
		made.Commands = []command{makesAction(f, steps.About(steps.AboutAdvice, string(step.Advice[0].ID)))}
	}
	return made
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

// filledAhead says whether the person was further: something is filled in behind a step.
func filledAhead(f screen.Frame, id steps.StepID) bool {
	return slices.ContainsFunc(steps.Tree[id.Number():], func(s steps.Step) bool {
		state := f.Facts.Standing(s.ID).State
		return state == steps.StepAhead || state == steps.StepKept
	})
}

// nextActions are what can be done after an answer; the likeliest first.
func nextActions(f screen.Frame, step steps.Step, stays bool) (fields []field) {
	id, next, w := step.ID, f.Plan.Onwards(step.ID), f.Texts.Wizard
	goTo := func(id steps.StepID, label assets.Text) field {
		return actionField("next", label.Fill("n", id.Number(), "step", f.Texts.Plan.Steps[id].Rail), screen.Show(screen.StepPlace(id)))
	}
	if !stays {
		if next.Number() > id.Number() {
			fields = append(fields, goTo(next, w.GoOn))
		}
		// Only a school that is on this path goes on; one that answered ahead is told where the plan stands.
		if f.Facts.Current != "" && f.Facts.Current.Number() < id.Number() {
			fields = append(fields, goTo(f.Facts.Current, w.GoBack))
			fields[len(fields)-1].ID = "current"
		}
	} else {
		if next.Number() > id.Number() {
			label := w.LookAhead
			if filledAhead(f, id) {
				label = w.BackAhead
			}
			fields = append(fields, goTo(next, label))
		}
		again := unasked(asked(f, question.Find(question.Of(steps.Evaluation, f.Plan, f.Texts), "next_evaluation")), string(w.AskAgainHelp))
		again.Label = string(w.AskAgain)
		fields = append(fields, again)
	}
	for _, q := range question.Of(id, f.Plan, f.Texts) {
		if q.After {
			fields = append(fields, asked(f, q))
		}
	}
	fields = append(fields, actionField("change", string(w.ChangeAnswer), screen.Back(1)))
	overview := actionField("overview", string(w.ToOverview), screen.Home())
	if f.Facts.Current == "" { // nothing is left to go on to
		return slices.Insert(fields, 0, overview)
	}
	return append(fields, overview)
}
