package table

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// What a table says of the row with the cursor, in one line that the terminal's cursor stands on: a screen reader reads that line, and
// in the rows signs stand for words.

// saidLine is the row in words: what it is called, how it stands, and its place. A rule fills the rest of the line.
func (s *Table) saidLine(row tableRow, f screen.Frame) string {
	name, states := screen.OneLine(row.section.Title), s.sectionStates(row.section, f)
	if row.task != nil {
		name, states = screen.OneLine(f.Texts.TaskTitle(*row.task)), s.states(*row.task, f)
	}
	place := s.place(row, f)
	const least = 20 // of the name
	for len(states) > 1 && least+ansi.StringWidth(joined(append(states, place)...)) > f.Width-least/4 {
		states = append(states[:0:0], states[1:]...) // the last is of the column at hand
	}
	told := joined(append(append([]string{""}, states...), place)...)
	name = ansi.Truncate(name, max(8, f.Width-ansi.StringWidth(told)-1), "…")
	line := f.Look.Strong.On(name) + f.Look.Muted.On(told) + " "
	return line + f.Look.Muted.On(strings.Repeat("┄", max(0, f.Width-ansi.StringWidth(line))))
}

const between = " · "

// joined puts what is said on one line; an empty first part leaves only what stands between it and the next.
func joined(parts ...string) string { return strings.Join(parts, between) }

// sectionStates say how far a section is, and that it is folded.
func (s *Table) sectionStates(sec *section, f screen.Frame) (said []string) {
	if sec.total > 0 { // what is offered counts for nothing
		said = append(said, f.Texts.Wizard.Progress.Fill("done", sec.total-sec.open, "total", sec.total))
	}
	if s.isFolded(sec) {
		said = append(said, string(f.Texts.Wizard.TableRow["folded"]))
	}
	return said
}

// states are what was decided about a task, each as in its cell. Where another column than the first is at hand, that is named and stands last.
func (s *Table) states(t steps.Task, f screen.Frame) (said []string) {
	w, here := f.Texts.Wizard.TableRow, ""
	if s.marked[t.ID] {
		said = append(said, string(w["marked"]))
	}
	switch {
	case t.Asks(s.sheet.step()):
		said = append(said, string(w["open"]))
	case s.asks(&t):
		said = append(said, string(w["unsolved"]))
	case s.deservesLook(&t, &f):
		said = append(said, string(w["doubtful"]))
	case t.Concerns(s.sheet.step()):
		said = append(said, string(w["decided"]))
	}
	columns := s.columns(f)
	if s.sheet == Matrix {
		if s.column < len(columns) {
			here = string(columns[s.column].head) + ": " + s.share(t, f.Plan.Members[s.column], f)
		}
		columns = nil
		for _, name := range []string{"owner", "backup"} {
			columns = append(columns, columnOf(steps.TaskField(name), &f))
		}
	}
	for i, c := range columns {
		text, decided := screen.OneLine(c.cell(t)), c.row.Value(t.Decision) != nil
		if value, proposed := strings.CutPrefix(text, "("); proposed {
			text = w["proposed"].Fill("value", strings.TrimSuffix(value, ")"))
		} else if yes, ticked := c.row.Value(t.Decision).(bool); ticked {
			text = f.Texts.FieldValue(c.row.PlanField, yes, f.Plan)
		}
		named := f.Texts.Field(c.row.Words) + " " + cmp.Or(text, string(w["empty"]))
		if text == "" || !particular[c.row.Name].alone {
			text = named
		}
		switch atHand := here == "" && i == s.column; {
		case atHand && i > 0:
			here = named
		case atHand, decided && c.row.Holds != steps.BooleanValue:
			said = append(said, text)
		}
	}
	if here != "" {
		said = append(said, here)
	}
	return said
}

// share is what a member has to do with a task, in words.
func (s *Table) share(t steps.Task, m steps.Member, f screen.Frame) string {
	var said []string
	marks := broughtTo(t, m)
	for _, brought := range []struct{ mark, words string }{{"k", "knows"}, {"w", "wishes"}} {
		if strings.Contains(marks, brought.mark) {
			said = append(said, string(f.Texts.Wizard.TableRow[brought.words]))
		}
	}
	switch m.ID {
	case t.Owner:
		said = append(said, string(f.Texts.Wizard.Columns["owns"]))
	case t.Backup:
		said = append(said, string(f.Texts.Wizard.Columns["steps-in"]))
	}
	return cmp.Or(strings.Join(said, ", "), string(f.Texts.Wizard.TableRow["empty"]))
}
