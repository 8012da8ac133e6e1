package table

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// How hours and a search are typed in a table.

// open begins to type in the cell of a task: what was refused there before stands in it again.
func (s *Table) open(t steps.Task, c column, f screen.Frame) {
	value := c.cell(t)
	s.cell = t.ID
	s.typed = form.NewLineEditor(value, "", c.width-2, f.FormStyle())
	s.typed.ReadOnly(f.ReadOnly())
	if draft, refused := f.Drafts[c.cellID(t)]; refused {
		s.typed.Retype(draft.Text)
	} else {
		s.typed.Select()
	}
}

// cellID is the id of the cell of a task in which text is typed, among what is not kept.
func (c column) cellID(t steps.Task) string { return c.row.Name + ":" + t.ID }

// Holds gives what stands in the cell of a task, and says whether the task is listed where that is asked.
func (s *Table) Holds(cell string, f screen.Frame) (value string, there bool) {
	name, id, _ := strings.Cut(cell, ":")
	c := columnOf(steps.TaskField(name), &f)
	t, known := f.Plan.Task(id)
	return c.cell(t), known && t.Lists(c.row.Step)
}

// updateTyping is a key while hours or a search are typed.
func (s *Table) updateTyping(msg tea.Msg, f screen.Frame, rows []tableRow) screen.Effect {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		switch name := pressed.String(); name {
		case "enter", "down", "up", "tab", "esc":
			return s.finishTyping(name, f, rows)
		}
	}
	s.wrong = ""
	took := screen.Took(s.typed.Take(msg))
	if s.search {
		s.choice.words = s.typed.Value()
		s.toBestFound(f)
	}
	return took
}

// finishTyping closes what is typed in. Hours that cannot be are not left with Enter; left otherwise they are remembered.
func (s *Table) finishTyping(name string, f screen.Frame, rows []tableRow) screen.Effect {
	if s.search {
		task := s.task(f)
		if s.typed, s.search = nil, false; name == "esc" { // stay on what was found, among all
			s.choice.words = ""
			s.find(task, f)
		}
		return nil
	}
	c, value := s.columns(f)[s.column], s.typed.Value()
	task, there := f.Plan.Task(s.cell) // whatever row it is on by now
	if !there {
		s.typed, s.wrong = nil, ""
		return nil
	}
	var targets []*steps.Task
	if s.typed.Typed() {
		targets = s.meant(f, &task)
	}
	var changes []steps.Change
	others := false // more than the cell that was typed in changes
	for _, t := range targets {
		given, err := question.Find(question.Task(*t, f.Plan, f.Texts), c.row.Words).Answer(value, f.Today)
		if err != nil {
			return s.refuse(f.Texts.Error(err), name, c, task, f)
		}
		if len(f.Texts.Differences(f.Plan, f.Plan).Of(given)) > 0 {
			changes, others = append(changes, given...), others || t.ID != s.cell
		}
	}
	delete(f.Drafts, c.cellID(task))
	s.typed, s.wrong = nil, ""
	s.next(name, rows)
	if len(changes) == 0 {
		return nil
	}
	s.hold(changes)
	said := s.saidOfMarked(changes, c, f)
	if others && said == nil {
		said = screen.Say{Text: f.Texts.Wizard.ChangedBack.Fill("what", f.Texts.Entry(steps.Entry{Changes: changes}, f.Plan))}
	}
	return screen.Record{Changes: changes, Typed: true, Then: said}
}

// refuse says what is wrong with the hours that are typed, and remembers them where they are left all the same.
func (s *Table) refuse(problem, name string, c column, t steps.Task, f screen.Frame) screen.Effect {
	if s.wrong = problem; name == "enter" || name == "down" {
		return nil
	}
	f.Drafts[c.cellID(t)] = screen.Draft{Text: s.typed.Value(), Problem: problem, Label: joined(f.Texts.TaskTitle(t), assets.Capital(f.Texts.Field(c.row.Words)))}
	s.typed = nil
	return nil
}

// next goes on to the row below or above; with marked rows the cursor stays.
func (s *Table) next(name string, rows []tableRow) {
	switch {
	case name == "up":
		s.at = max(s.at-1, 0)
	case len(s.marked) == 0 && (name == "enter" || name == "down"):
		s.at = min(s.at+1, len(rows)-1)
	}
}
