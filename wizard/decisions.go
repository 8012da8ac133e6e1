package wizard

import (
	"slices"
	"strconv"

	"stappenplan/report"
	"stappenplan/steps"
)

// decisionsOf are the decisions asked of the board as a person words them: people by their names, which give way
// to roles in the document.
func decisionsOf(f frame) []string {
	if f.chosen.Decisions != nil {
		return *f.chosen.Decisions
	}
	return report.DerivedDecisions(f.session.Journal(), f.texts, f.chosen.Options)
}

// decisionsWritten are the same as the document will say them.
func decisionsWritten(f frame) []string {
	return report.Decisions(f.plan, report.OptionsFor(f.session.Journal(), f.texts, f.chosen.Options))
}

// decide chooses other decisions.
func decide(f frame, lines []string) effect {
	chosen := f.chosen
	chosen.Decisions = &lines
	return choose{chosen}
}

// decisionsPage lists the decisions asked of the board.
func decisionsPage(f frame) sheet {
	w, lines := f.texts.Wizard.Decisions, decisionsOf(f)
	fields := []field{paragraph(f, f.look.muted, string(w.Text)), gap()}
	for i, line := range decisionsWritten(f) {
		id := strconv.Itoa(i)
		fd := actionField(id, strconv.Itoa(i+1)+". "+line, show(place{kind: decisionCard, id: id}))
		fd.remove = decide(f, slices.Delete(slices.Clone(lines), i, i+1))
		fields = append(fields, fd)
	}
	add := lineSaved("add", string(w.Add), "", func(v string) effect {
		if steps.Blank(v) {
			return nil
		}
		return decide(f, append(slices.Clone(lines), v))
	})
	fields = append(fields, gap(), add, actionField("done", string(f.texts.Wizard.Ready), back(1)))
	if f.chosen.Decisions != nil {
		reset := f.chosen
		reset.Decisions = nil
		fields = append(fields, actionField("reset", string(w.Reset), ask{string(w.ResetAsk), w.ResetYes, both{back(1), choose{reset}}}))
	}
	return sheet{title: string(w.Title), fields: fields}
}

// decisionPage rewords a decision, moves it, or leaves it out.
func decisionPage(id string) func(frame) sheet {
	return func(f frame) sheet {
		w, lines, written := f.texts.Wizard.Decisions, decisionsOf(f), decisionsWritten(f)
		at, err := strconv.Atoi(id)
		if err != nil || at >= len(lines) || at >= len(written) {
			return sheet{}
		}
		text := field{id: "text", kind: longText, label: string(w.One), value: lines[at], save: func(v string) (effect, string) {
			if steps.Blank(v) {
				return both{decide(f, slices.Delete(slices.Clone(lines), at, at+1)), back(1)}, ""
			}
			other := slices.Clone(lines)
			other[at] = steps.CleanName(v)
			return decide(f, other), ""
		}}
		fields := []field{text}
		if written[at] != lines[at] {
			fields = append(fields, paragraph(f, f.look.muted, w.Reads.Fill("text", written[at])))
		}
		move := func(to int) effect {
			other := slices.Clone(lines)
			other[at], other[to] = other[to], other[at]
			return both{decide(f, other), back(1)}
		}
		fields = append(fields, gap())
		if at > 0 {
			fields = append(fields, actionField("higher", string(w.Higher), move(at-1)))
		}
		if at < len(lines)-1 {
			fields = append(fields, actionField("lower", string(w.Lower), move(at+1)))
		}
		return sheet{title: string(w.One) + " " + strconv.Itoa(at+1), fields: append(fields,
			actionField("drop", string(w.Drop), both{decide(f, slices.Delete(slices.Clone(lines), at, at+1)), back(1)}),
			actionField("done", string(f.texts.Wizard.Ready), back(1)))}
	}
}
