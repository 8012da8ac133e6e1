package wizard

import (
	"slices"

	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// noteFields are a step's note and evidence.
func noteFields(f frame, id steps.StepID) []field {
	w, a := f.texts.Wizard, f.plan.Answers[id]
	return []field{
		textField("note", string(w.Note), a.Note, string(w.NoteHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeAnswer, Step: id, Note: question.TextOf(v)}
		}),
		lineField("evidence", string(w.Evidence), a.Evidence, string(f.texts.Plan.Steps[id].Evidence), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeAnswer, Step: id, Evidence: question.TextOf(v)}
		}),
	}
}

// stepNotePage is the note and the evidence of a step whose own screen is a table.
func stepNotePage(id steps.StepID) func(frame) sheet {
	return func(f frame) sheet {
		fields := append(noteFields(f, id), gap(), actionField("done", string(f.texts.Wizard.Ready), back(1)))
		return sheet{title: f.texts.StepName(id), fields: fields}
	}
}

// noteCommands lead to the note and the evidence from anywhere on the screen of a step.
func noteCommands(f frame) []command {
	w := f.texts.Wizard.Keys
	return []command{{key: "n", label: w.Note, edit: "note"}, {key: "b", label: w.Evidence, edit: "evidence"}}
}

// onwards goes on to a step once this one is done.
func onwards(f frame, id steps.StepID) field {
	return actionField("next", f.texts.Wizard.GoOn.Fill("n", id.Number(), "step", f.texts.Plan.Steps[id].Rail), replace(stepPlace(id)))
}

// confirmField lets a repeated step stand as it is.
func confirmField(f frame, id steps.StepID) []field {
	if !slices.Contains(f.plan.Round.Again, id) {
		return nil
	}
	return []field{
		paragraph(f, f.look.warn, string(f.texts.Wizard.AskedAgain)),
		actionField("confirm", string(f.texts.Wizard.Confirm), record{changes: []steps.Change{{Kind: steps.ChangeConfirm, Step: id}}}),
	}
}
