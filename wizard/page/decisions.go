package page

import (
	"slices"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// askedOfBoard are the decisions that the plan asks today, in the words of the document that is chosen.
func askedOfBoard(f screen.Frame) []report.AskedDecision {
	options := report.OptionsFor(f.Session.Journal(), f.Texts, f.Chosen.Options)
	options.Today = f.Today
	return report.AskedDecisions(f.Plan, options)
}

// decisionsAsked is how many decisions the plan asks of the board, in words.
func decisionsAsked(f screen.Frame, asked []steps.BoardDecision) string {
	w := f.Texts.Wizard.Decisions
	if len(asked) > 0 {
		return w.Count.For(len(asked))
	}
	return string(w.None)
}

// decisionsRow leads to the decisions: how many are asked, and which is first where there is room to name it whole.
func decisionsRow(f screen.Frame, asked []steps.BoardDecision) field {
	fd := actionField("decisions", decisionsAsked(f, asked), screen.Show(screen.Place{Kind: screen.Decisions}))
	if len(asked) > 0 {
		first := f.Texts.Wizard.Actions.Next.Fill("what", screen.OneLine(f.Texts.DecisionOf(f.Plan, asked[0])))
		if ansi.StringWidth(fd.Label)+2+ansi.StringWidth(first) <= f.Width-2-f.PlaceRoom() {
			fd.Value = "  " + f.Look.Muted.On(first)
		}
	}
	return fd
}

// decisionsPage lists the decisions asked of the board, as the document says them, and those that were taken.
func decisionsPage(f screen.Frame) sheet {
	w := f.Texts.Wizard.Decisions
	asked := askedOfBoard(f)
	fields := []field{paragraph(f, f.Look.Muted, string(w.Text)), gap(), paragraph(f, f.Look.Accent, assets.Capital(string(f.Texts.Plan.Asked)))}
	for _, d := range asked {
		line := d.Line
		if r := f.Plan.Recorded(d.BoardDecision, f.Today); r.Outcome != "" {
			line += " · " + f.Texts.DecisionState(r)
		}
		fields = append(fields, decisionRow(f, d.TextID(), d.ID(), line))
	}
	if len(asked) == 0 {
		fields = append(fields, paragraph(f, f.Look.Muted, string(w.Nothing)))
	}
	add := askedOf(f, []question.Question{question.NewDecision(f.Plan, f.Texts)})[0]
	add.ID, add.Label = "add", string(w.Add)
	fields = append(fields, gap(), add)
	taken := slices.DeleteFunc(slices.Clone(f.Plan.Resolutions), func(r steps.Resolution) bool {
		return r.Outcome == "" || r.Outcome == steps.Postponed
	})
	if len(taken) > 0 {
		fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.Taken)))
	}
	for _, r := range slices.Backward(taken) {
		fields = append(fields, decisionRow(f, r.ID, r.ID, f.Texts.DecisionName(f.Plan, r.ID)+" · "+f.Texts.DecisionState(r)))
	}
	return sheet{Title: string(w.Title), Fields: append(fields, gap(), actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))}
}

func decisionRow(f screen.Frame, id, decision, line string) field {
	fd := actionField(id, line, screen.Show(screen.Place{Kind: screen.DecisionCard, ID: decision}))
	fd.Commands = []command{makesAction(f, steps.About(steps.AboutDecision, id))}
	return fd
}

// decisionPage records what the board made of a decision, and words it: of all tasks that are asked at once, or of one.
func decisionPage(f screen.Frame, id string) sheet {
	w := f.Texts.Wizard.Decisions
	d, known := f.Plan.BoardDecision(id, f.Today)
	if !known {
		return sheet{}
	}
	var fields []field
	for _, asked := range askedOfBoard(f) {
		if asked.ID() == id {
			fields = append(fields, paragraph(f, f.Look.Strong, asked.Line), gap())
		}
	}
	for _, fd := range askedOf(f, question.Decision(d, f.Today, f.Plan, f.Texts)) {
		switch {
		case fd.Value != "":
		case fd.ID == "decision_text":
			fd.Hint = string(w.Words)
		case fd.ID == "on":
			fd.Hint = string(w.Day)
		}
		fields = append(fields, fd)
	}
	if ids := d.IDs(); len(ids) > 1 {
		fields = append(fields, gap(), paragraph(f, f.Look.Muted, string(w.Tasks)))
		for i, one := range ids {
			fields = append(fields, decisionRow(f, one, one, f.Texts.TaskName(f.Plan, d.Tasks[i])))
		}
	}
	about := steps.About(steps.AboutDecision, d.TextID())
	fields = append(fields, gap(), makeActionField(f, about), actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))
	if d.Kind == steps.OwnDecision {
		remove := screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Decision: d.Own}}, Then: screen.Back(2)}
		fields = append(fields, actionField(screen.RemoveRow, string(w.Remove), screen.Ask{Question: string(w.RemoveAsk), Yes: w.RemoveYes, Effect: remove}))
	}
	return sheet{Title: f.Texts.DecisionOf(f.Plan, d), Fields: fields, Commands: []command{makesAction(f, about)}}
}
