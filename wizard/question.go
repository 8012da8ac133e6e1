package wizard

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// questionPage is a check: the question, why it matters, what counts as yes, the choice, a note and a
// reference to evidence.
func questionPage(id steps.StepID) func(frame) sheet {
	return func(f frame) sheet {
		w := f.texts.Wizard
		words := f.texts.Plan.Steps[id]
		step, _ := steps.Find(id)
		answer := f.plan.Answers[id]
		fields := []field{
			heading(f, w.StepOf.Fill("n", step.Number, "total", len(steps.Tree)), string(f.texts.Plan.Phases[step.Phase-1])),
			paragraph(f, f.look.strong, f.texts.Question(id, f.plan)),
			gap(), labelledText(f, string(w.Why), string(words.Why)),
			labelledList(f, string(w.YesMeans), f.texts.Signs(id, f.plan)),
			gap(),
		}
		fields = append(fields, groupField(id, f)...)
		fields = append(fields, choiceField(id, answer, f),
			textField("note", string(w.Note), answer.Note, string(w.NoteHint), func(v string) steps.Change {
				return steps.Change{Kind: steps.ChangeAnswer, Step: id, Note: question.TextOf(v)}
			}),
			textField("evidence", string(w.Evidence), answer.Evidence, string(words.Evidence), func(v string) steps.Change {
				return steps.Change{Kind: steps.ChangeAnswer, Step: id, Evidence: question.TextOf(v)}
			}))
		fields = append(fields, gap())
		fields = append(fields, before(f, id)...)
		fields = append(fields, labelledText(f, string(w.GoesWrong), string(words.Wrong)))
		fields = append(fields, said(f, answer)...)
		commands := noteCommands(f)
		if answer.Choice != "" {
			commands = append(commands, command{key: "g", label: w.Keys.Follows, wish: show(place{kind: follows, id: string(id)})})
		}
		return sheet{fields: fields, commands: commands}
	}
}

// choiceField is the choice of a check: only Enter makes it, and what follows is shown right after.
func choiceField(id steps.StepID, answer steps.Answer, f frame) field {
	fd := field{
		id: "choice", kind: choosing, label: string(f.texts.Wizard.YourAnswer), value: string(answer.Choice), decisive: true,
		save: func(v string) (effect, string) {
			after := show(place{kind: follows, id: string(id)})
			if v == string(answer.Choice) {
				return after, ""
			}
			return record{changes: []steps.Change{choiceOf(id, v)}, then: after}, ""
		},
	}
	choices := f.plan.Choices(id)
	for _, c := range choices {
		fd.options = append(fd.options, option{string(c), f.texts.Value("choice", string(c))})
	}
	if len(choices) == 1 {
		fd.options[0].label = string(f.texts.Wizard.NoGroup)
	}
	return fd
}

func choiceOf(id steps.StepID, v string) steps.Change {
	return steps.Change{Kind: steps.ChangeAnswer, Step: id, Choice: steps.Set(steps.Choice(v))}
}

// groupField asks at step 4 what the school belongs to: that is when it is needed.
func groupField(id steps.StepID, f frame) []field {
	if id != steps.Pooling {
		return nil
	}
	return profileFields(f, "group_kind", "group")
}

// firstAsked is the field a check begins with: its answer, or at step 4 the group where that is not known.
func firstAsked(id steps.StepID, f frame) string {
	if id == steps.Pooling && f.plan.School.GroupKind == "" {
		return "group_kind"
	}
	return "choice"
}

// said tells who answered, and when.
func said(f frame, a steps.Answer) []field {
	if a.Choice == "" || a.At.IsZero() {
		return nil
	}
	by := a.By
	if by == "" {
		by = string(f.texts.Common.None)
	}
	day := f.texts.Date(steps.DateOf(a.At.In(f.session.Clock().Location())))
	return []field{paragraph(f, f.look.muted, f.texts.Wizard.AnsweredBy.Fill("name", by, "date", day))}
}

// before tells what was answered in the previous round.
func before(f frame, id steps.StepID) []field {
	if !f.facts.isRepeat {
		return nil
	}
	was := f.facts.previous.State(id)
	if was == "" {
		return nil
	}
	return []field{paragraph(f, f.look.muted, f.texts.Wizard.LastRound.Fill("answer", f.texts.Value("choice", string(was))))}
}

// followsPage shows what follows from the answer to a check: the advice for each, and the next step as the
// first thing to do.
func followsPage(id steps.StepID) func(frame) sheet {
	return func(f frame) sheet {
		w := f.texts.Wizard
		step, _ := steps.Find(id)
		answer := f.plan.Answers[id]
		if answer.Choice == "" { // taken back while it was looked at
			return sheet{fields: []field{gap(), paragraph(f, paint{}, string(w.NoAnswer)), gap(), actionField("change", string(w.GiveAnswer), back(1))}}
		}
		fields := []field{
			heading(f, f.texts.Plan.Steps[id].Rail.Fill(), w.Answered.Fill("answer", f.texts.Value("choice", string(answer.Choice)))),
		}
		next, moves := step.After(answer.Choice)
		stays := !moves
		switch {
		case answer.Choice == steps.No && stays:
			fields = append(fields, paragraph(f, f.look.strong, string(w.NoIsAStart)))
			fields = append(fields, adviceFields(f, step)...)
		case stays:
			fields = append(fields, paragraph(f, f.look.strong, string(w.OpenMeans)))
		case id == steps.Pooling:
			fields = append(fields, paragraph(f, f.look.strong, string(map[steps.Choice]assets.Text{steps.Yes: w.PoolingYes, steps.No: w.PoolingNo}[answer.Choice])))
		default:
			fields = append(fields, paragraph(f, f.look.strong, string(w.YesMoves)))
		}
		fields = append(fields, gap())
		var commands []command
		if reasons := adviceReasons(f, id); len(reasons) > 0 {
			commands = []command{{key: "w", label: w.Keys.Why, wish: explain{reasons}}}
		}
		return sheet{labels: 18, fields: append(fields, nextActions(f, step, next, stays)...), commands: commands}
	}
}

// adviceFields are the advice for the director and for the ICT coordinator.
func adviceFields(f frame, step steps.Step) (fields []field) {
	w := f.texts.Wizard
	for _, a := range step.Advice {
		said := f.texts.AdviceLines(a.ID, f.plan)
		fields = append(fields, gap(), paragraph(f, f.look.accent, string(f.texts.Plan.Roles[a.Role])),
			paragraph(f, paint{}, strings.TrimSpace(said.What+" "+said.Help)), labelledText(f, string(w.FirstAction), said.First))
		if said.Know != "" {
			fields = append(fields, paragraph(f, paint{}, w.GoodToKnow.Fill("fact", said.Know+" "+said.Also)))
		}
	}
	return fields
}

// adviceReasons tell where the advice at a step comes from, while the plan stands there.
func adviceReasons(f frame, id steps.StepID) (reasons []steps.Reason) {
	for _, a := range f.plan.Advice() {
		if a.Step == id && len(reasons) == 0 { // both advices follow from the same answer
			reasons = append(reasons, f.plan.WhyAdvice(a))
		}
	}
	return reasons
}

// nextActions are what can be done after an answer; the likeliest first.
func nextActions(f frame, step steps.Step, next steps.StepID, stays bool) (fields []field) {
	id, w := step.ID, f.texts.Wizard
	goTo := func(id steps.StepID, label assets.Text) field {
		return actionField("next", label.Fill("n", id.Number(), "step", f.texts.Plan.Steps[id].Rail), replace(stepPlace(id)))
	}
	if !stays {
		fields = append(fields, goTo(next, w.GoOn))
		// Only a school that is on this path goes on; one that answered ahead is told where the plan stands.
		if f.facts.current != "" && f.facts.current.Number() < id.Number() {
			fields = append(fields, goTo(f.facts.current, w.GoBack))
			fields[len(fields)-1].id = "current"
		}
	} else {
		fields = append(fields, goTo(step.Following(), w.LookAhead))
		fields = append(fields, helped(dateField("ask-again", string(w.AskAgain), f.plan.Round.NextEvaluation, f), string(w.AskAgainHelp)))
	}
	if id == steps.Policy && f.plan.School.Level == "" {
		fields = append(fields, profileFields(f, "level")...)
	}
	return append(fields,
		actionField("change", string(w.ChangeAnswer), back(1)),
		actionField("overview", string(w.ToOverview), home()))
}
