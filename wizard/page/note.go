package page

import (
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// noteFields are a step's note and evidence.
func noteFields(f screen.Frame, id steps.StepID) (fields []field) {
	for _, q := range question.Remarks(id, f.Plan, f.Texts) {
		fields = append(fields, remark(f, q))
	}
	return fields
}

// remark is the note or the evidence of a step; an empty one says that it is.
func remark(f screen.Frame, q question.Question) field {
	fd := asked(f, q)
	if fd.Hint = string(f.Texts.Wizard.StillEmpty); q.Field == "evidence" {
		fd.Hint += " · " + q.Hint
	}
	return fd
}

// stepNotePage is the note and the evidence of a step whose own screen is a table.
func stepNotePage(f screen.Frame, id steps.StepID) sheet {
	fields := append(noteFields(f, id), gap(), actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))
	return sheet{Title: f.Texts.StepName(id), Fields: fields}
}

// onwards goes on to a step once this one is done.
func onwards(f screen.Frame, id steps.StepID) field {
	return actionField("next", f.Texts.Wizard.GoOn.Fill("n", id.Number(), "step", f.Texts.Plan.Steps[id].Rail), screen.Show(screen.StepPlace(id)))
}

// confirmField lets a repeated step stand as it is.
func confirmField(f screen.Frame, id steps.StepID) []field {
	if !slices.Contains(f.Plan.Round.Again, id) {
		return nil
	}
	return []field{
		paragraph(f, f.Look.Warn, string(f.Texts.Wizard.AskedAgain)),
		actionField("confirm", string(f.Texts.Wizard.Confirm), screen.Record{Changes: []steps.Change{{Kind: steps.ChangeConfirm, Step: id}}, Then: confirmed(f, id)}),
	}
}

// confirmed says what a step still waits for once it is confirmed; nil where that is nothing.
func confirmed(f screen.Frame, id steps.StepID) screen.Effect {
	var missing []string
	for _, gap := range f.Facts.Missing[id] {
		if gap.ID != steps.GapConfirm {
			missing = append(missing, f.Texts.Plan.Gaps[gap.ID].For(gap.N))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return screen.Say{Text: f.Texts.Wizard.ConfirmedWaits.Fill("missing", strings.Join(missing, " · "))}
}
