package page

import (
	"slices"
	"strconv"

	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// decisionsOf are the decisions asked of the board as a person words them: people by their names, which give way
// to roles in the document.
func decisionsOf(f screen.Frame) []string {
	if f.Chosen.Decisions != nil {
		return *f.Chosen.Decisions
	}
	return report.DerivedDecisions(f.Session.Journal(), f.Texts, f.Chosen.Options)
}

// decisionsWritten are the same as the document will say them.
func decisionsWritten(f screen.Frame) []string {
	return report.Decisions(f.Plan, report.OptionsFor(f.Session.Journal(), f.Texts, f.Chosen.Options))
}

// decide chooses other decisions.
func decide(f screen.Frame, lines []string) screen.Effect {
	chosen := f.Chosen
	chosen.Decisions = &lines
	return screen.Choose{Document: chosen}
}

// decisionsPage lists the decisions asked of the board.
func decisionsPage(f screen.Frame) sheet {
	w, lines := f.Texts.Wizard.Decisions, decisionsOf(f)
	fields := []field{paragraph(f, f.Look.Muted, string(w.Text)), gap()}
	for i, line := range decisionsWritten(f) {
		id := strconv.Itoa(i)
		fd := actionField(id, strconv.Itoa(i+1)+". "+line, screen.Show(screen.Place{Kind: screen.DecisionCard, ID: id}))
		fd.Remove = decide(f, slices.Delete(slices.Clone(lines), i, i+1))
		fields = append(fields, fd)
	}
	add := lineSaved("add", string(w.Add), "", func(v string) screen.Effect {
		if steps.Blank(v) {
			return nil
		}
		return decide(f, append(slices.Clone(lines), v))
	})
	fields = append(fields, gap(), add, actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))
	if f.Chosen.Decisions != nil {
		reset := f.Chosen
		reset.Decisions = nil
		fields = append(fields, actionField("reset", string(w.Reset), screen.Ask{Question: string(w.ResetAsk), Yes: w.ResetYes, Effect: screen.Both{First: screen.Back(1), Second: screen.Choose{Document: reset}}}))
	}
	return sheet{Title: string(w.Title), Fields: fields}
}

// decisionPage rewords a decision, moves it, or leaves it out.
func decisionPage(f screen.Frame, id string) sheet {
	w, lines, written := f.Texts.Wizard.Decisions, decisionsOf(f), decisionsWritten(f)
	at, err := strconv.Atoi(id)
	if err != nil || at >= len(lines) || at >= len(written) {
		return sheet{}
	}
	text := field{Field: form.Field{ID: "text", Kind: form.Text, Label: string(w.One), Value: lines[at]}, Save: func(v string) (screen.Effect, string) {
		if steps.Blank(v) {
			return nil, string(w.Empty)
		}
		other := slices.Clone(lines)
		other[at] = steps.CleanName(v)
		return decide(f, other), ""
	}}
	fields := []field{text}
	if written[at] != lines[at] {
		fields = append(fields, paragraph(f, f.Look.Muted, w.Reads.Fill("text", written[at])))
	}
	move := func(to int) screen.Effect {
		other := slices.Clone(lines)
		other[at], other[to] = other[to], other[at]
		return screen.Both{First: decide(f, other), Second: screen.Back(1)}
	}
	fields = append(fields, gap())
	if at > 0 {
		fields = append(fields, actionField("higher", string(w.Higher), move(at-1)))
	}
	if at < len(lines)-1 {
		fields = append(fields, actionField("lower", string(w.Lower), move(at+1)))
	}
	return sheet{Title: string(w.One) + " " + strconv.Itoa(at+1), Fields: append(fields,
		actionField("drop", string(w.Drop), screen.Both{First: decide(f, slices.Delete(slices.Clone(lines), at, at+1)), Second: screen.Back(1)}),
		actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))}
}
