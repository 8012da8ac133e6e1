package page

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// boardOptions are those of the document that is chosen: what is asked is held to its day.
func boardOptions(f screen.Frame) report.Options {
	return report.OptionsFor(f.Session.Journal(), f.Texts, f.Chosen.Options)
}

// decisionsAsked is how many decisions the plan asks of the board, in words.
func decisionsAsked(f screen.Frame) string {
	w := f.Texts.Wizard.Decisions
	if n := len(f.Plan.BoardDecisions(boardOptions(f).Today)); n > 0 {
		return w.Count.For(n)
	}
	return string(w.None)
}

// decisionsPage lists the decisions asked of the board, as the document says them, and those that were taken.
func decisionsPage(f screen.Frame) sheet {
	w := f.Texts.Wizard.Decisions
	options := boardOptions(f)
	fields := []field{paragraph(f, f.Look.Muted, string(w.Text)), gap(), paragraph(f, f.Look.Accent, string(w.Asked))}
	asked := f.Plan.BoardDecisions(options.Today)
	for i, line := range report.Decisions(f.Plan, options) {
		fields = append(fields, decisionRow(asked[i].TextID(), strconv.Itoa(i+1)+". "+line))
	}
	if len(asked) == 0 {
		fields = append(fields, paragraph(f, f.Look.Muted, string(w.Nothing)))
	}
	add := askedOf(f, []question.Question{question.NewDecision(f.Plan, f.Texts)})[0]
	add.ID, add.Label = "add", string(w.Add)
	fields = append(fields, gap(), add)
	taken := slices.DeleteFunc(slices.Clone(f.Plan.Resolutions), func(r steps.Resolution) bool { return r.Outcome == "" })
	if len(taken) > 0 {
		fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.Taken)))
	}
	for _, r := range slices.Backward(taken) {
		outcome := f.Texts.Value("outcome", string(r.Outcome))
		if r.On != "" {
			outcome += " " + f.Texts.Date(r.On)
		}
		fields = append(fields, decisionRow(r.ID, f.Texts.DecisionName(f.Plan, r.ID)+" · "+outcome))
	}
	return sheet{Title: string(w.Title), Fields: append(fields, gap(), actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))}
}

func decisionRow(id, line string) field {
	return actionField(id, line, screen.Show(screen.Place{Kind: screen.DecisionCard, ID: id}))
}

// decisionPage words a decision, and records what the board made of it: of all tasks that are asked at once, or of one.
func decisionPage(f screen.Frame, id string) sheet {
	w := f.Texts.Wizard.Decisions
	d, known := f.Plan.BoardDecision(id, boardOptions(f).Today)
	if !known {
		return sheet{}
	}
	var fields []field
	for _, fd := range askedOf(f, question.Decision(d, f.Today, f.Plan, f.Texts)) {
		if fd.ID == "decision_text" && fd.Value == "" {
			fd.Hint = string(w.Words)
		}
		fields = append(fields, fd)
	}
	if ids := d.IDs(); len(ids) > 1 {
		fields = append(fields, gap(), paragraph(f, f.Look.Muted, string(w.Tasks)))
		for i, one := range ids {
			fields = append(fields, decisionRow(one, f.Texts.TaskName(f.Plan, d.Tasks[i])))
		}
	}
	fields = append(fields, gap(), actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))
	if d.Kind == steps.OwnDecision {
		remove := screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Decision: d.Own}}, Then: screen.Back(2)}
		fields = append(fields, actionField("remove", string(w.Remove), screen.Ask{Question: string(w.RemoveAsk), Yes: w.RemoveYes, Effect: remove}))
	}
	title := f.Texts.DecisionName(f.Plan, id)
	if !strings.Contains(id, ":") {
		title = f.Texts.DecisionOf(f.Plan, d)
	}
	return sheet{Title: title, Fields: fields}
}
