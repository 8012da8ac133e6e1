package wizard

import (
	"slices"

	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// evaluationPage is step 8: how the team works, what changes, who took part, the next date and what the
// next round asks again.
func evaluationPage(f frame) sheet {
	w, e := f.texts.Wizard, f.plan.Evaluation
	ask := f.texts.Plan.Evaluation
	evaluationText := func(id, value string, change func(string) steps.Change) []field {
		return []field{
			paragraph(f, f.look.strong, string(ask[id].Question)),
			helped(textField(id, string(w.YourAnswer), value, string(w.AnswerHint), change), string(ask[id].Help)), gap(),
		}
	}
	fields := []field{
		heading(f, w.StepOf.Fill("n", steps.Evaluation.Number(), "total", len(steps.Tree)), todo(f, steps.Evaluation)),
		paragraph(f, paint{}, string(f.texts.Plan.Steps[steps.Evaluation].Why)), gap(),
	}
	if f.facts.current == "" {
		fields = append(fields, paragraph(f, f.look.good, w.RoundComplete.Fill("date", f.texts.Date(f.plan.Round.NextEvaluation))), gap())
	}
	fields = append(fields, evaluationText("collaboration", e.Collaboration, func(v string) steps.Change {
		return steps.Change{Kind: steps.ChangeEvaluation, Collaboration: question.TextOf(v)}
	})...)
	fields = append(fields, evaluationText("composition", e.Composition, func(v string) steps.Change {
		return steps.Change{Kind: steps.ChangeEvaluation, Composition: question.TextOf(v)}
	})...)
	fields = append(fields, presentField(f), dateField("next_evaluation", string(w.NextDate), f.plan.Round.NextEvaluation, f), gap(),
		paragraph(f, f.look.strong, string(ask["repeat"].Question)), paragraph(f, f.look.muted, string(ask["repeat"].Help)))
	fields = append(append(fields, repeatFields(f)...), gap())
	fields = append(fields, noteFields(f, steps.Evaluation)...)
	fields = append(fields, gap(), actionField("round", string(w.OpenRound), show(place{kind: newRound})),
		actionField("board", string(w.ToSummary), show(place{kind: summary})))
	return sheet{labels: 18, fields: fields, commands: noteCommands(f)}
}

// presentField lists who took part: names, parted by commas; a member's name stands for the member.
func presentField(f frame) field {
	fd := lineField("present", f.texts.Field("present"), question.PresentLine(f.plan), string(f.texts.Wizard.PresentHint), nil)
	fd.save = func(v string) (effect, string) {
		return record{changes: []steps.Change{{Kind: steps.ChangeEvaluation, Present: steps.Set(question.ParsePresent(f.plan, v))}}, typed: true}, ""
	}
	return fd
}

// repeatFields tick the steps that the next round asks again.
func repeatFields(f frame) (fields []field) {
	chosen := f.plan.Evaluation.Repeat
	for _, s := range steps.Tree[:len(steps.Tree)-1] {
		fd := field{id: "repeat:" + string(s.ID), kind: ticking, options: []option{{string(s.ID), f.texts.Plan.Steps[s.ID].Rail.Fill()}}}
		if slices.Contains(chosen, s.ID) {
			fd.value = string(s.ID)
		}
		fd.save = func(v string) (effect, string) {
			repeat := slices.DeleteFunc(slices.Clone(chosen), func(id steps.StepID) bool { return id == s.ID })
			if v != "" {
				repeat = append(repeat, s.ID)
			}
			return record{changes: []steps.Change{{Kind: steps.ChangeEvaluation, Repeat: steps.Set(repeat)}}}, ""
		}
		fields = append(fields, fd)
	}
	fields[0].label = f.texts.Field("repeat")
	return fields
}
