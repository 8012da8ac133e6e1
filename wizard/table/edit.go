package table

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// How a table takes decisions.

// accept accepts the proposals for tasks that are not decided, or at step 6 records that the expertise for those not judged
// is there: as one entry.
func (s *Table) accept(f screen.Frame, tasks []steps.Task) screen.Effect {
	var changes []steps.Change
	for _, t := range tasks {
		if c, open := f.Plan.Proposal(t); open && s.sheet == tailoring {
			changes = append(changes, c)
		}
		if c, open := s.acceptedAtExpertise(t); open {
			changes = append(changes, c)
		}
	}
	if len(changes) == 0 {
		return screen.Say{Text: string(f.Texts.Wizard.NothingProposed)}
	}
	said := f.Texts.Wizard.Accepted
	if s.sheet == expertise {
		said = f.Texts.Wizard.AllPresent
	}
	return screen.Record{Changes: changes, Then: screen.Say{Text: said.For(len(changes))}}
}

// acceptedAtExpertise accepts at step 6: the expertise is there, or the advice is followed.
func (s *Table) acceptedAtExpertise(t steps.Task) (c steps.Change, open bool) {
	c = steps.Change{Kind: steps.ChangeTask, Task: t.ID}
	switch {
	case s.sheet != expertise:
		return c, false
	case t.Asks(steps.Expertise):
		c.Expertise = steps.Set(steps.Yes)
	case t.Advice != "" && t.Advice != steps.Weigh && t.Sourcing == "":
		c.Sourcing = steps.Set(t.Advice)
	default:
		return c, false
	}
	return c, true
}

// change gives a column of a task its next value, or begins typing in it, here or on its page.
func (s *Table) change(c column, t steps.Task, f screen.Frame) screen.Effect {
	if c.typed() {
		s.typed = form.NewLineEditor(c.cell(t), "", 8)
		return nil
	}
	if c.next == nil {
		return screen.Show(screen.Place{Kind: screen.TaskCard, ID: t.ID, At: c.row.Name})
	}
	targets := s.together(t, f)
	if len(targets) == 0 {
		return nil
	}
	if !s.marked[t.ID] { // what comes next follows from what they have, not from where the cursor is
		t = targets[0]
	}
	change, ok := c.next(t)
	if !ok {
		s.wrong = string(f.Texts.Wizard.NotAskedHere)
		return nil
	}
	var changes []steps.Change
	for _, one := range targets {
		if own := one.WithoutOwnBackup(change); len(own.Given()) > 0 {
			changes = append(changes, own)
		}
	}
	return screen.Record{Changes: changes}
}

// together are the tasks that a key is for: the marked ones, else the one the cursor is on.
func (s *Table) together(t steps.Task, f screen.Frame) []steps.Task {
	if len(s.marked) == 0 {
		return []steps.Task{t}
	}
	return slices.DeleteFunc(slices.Clone(f.Facts.Tasks), func(t steps.Task) bool { return !s.marked[t.ID] })
}

func (s *Table) mark(t steps.Task) {
	if s.marked[t.ID] {
		delete(s.marked, t.ID)
	} else {
		s.marked[t.ID] = true
	}
	s.at++
}

// updateTyping is a key while hours or a search are typed.
func (s *Table) updateTyping(msg tea.Msg, f screen.Frame, rows []tableRow) screen.Effect {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		switch pressed.String() {
		case "enter", "down", "up", "tab", "esc":
			return s.finishTyping(pressed.String(), f, rows)
		}
	}
	cmd, problem := s.typed.Update(msg, f)
	s.wrong = problem
	if s.search {
		s.choice.words, s.at = s.typed.Value(), 0
		if more := s.rows(f); len(more) > 1 {
			s.at = 1
		}
	}
	if cmd != nil {
		return screen.Run{Cmd: cmd}
	}
	return nil
}

func (s *Table) finishTyping(name string, f screen.Frame, rows []tableRow) screen.Effect {
	value, search := s.typed.Value(), s.search
	if search {
		s.typed, s.search = nil, false
		return nil
	}
	task := rows[s.at].task
	if task == nil {
		s.typed, s.wrong = nil, ""
		return nil
	}
	changes, err := question.Find(question.Task(*task, f.Plan, f.Texts), s.columns(f)[s.column].row.Words).Answer(value)
	if err != nil && s.wrong == "" {
		s.wrong = f.Texts.Error(err)
		return nil
	}
	changed := s.typed.Changed()
	s.typed, s.wrong = nil, ""
	if err != nil {
		return nil
	}
	if name == "enter" || name == "down" {
		s.at = min(s.at+1, len(rows)-1)
	}
	if name == "up" {
		s.at = max(s.at-1, 0)
	}
	if !changed {
		return nil
	}
	return screen.Record{Changes: changes, Typed: true}
}

// onwards goes to the next step when this one asks no more.
func (s *Table) onwards() screen.Effect {
	if s.sheet >= division {
		return screen.Back(1)
	}
	step, _ := steps.Find(s.sheet.step())
	return screen.Replace(screen.StepPlace(step.Following()))
}

func (s *Table) confirm(f screen.Frame) screen.Effect {
	if !slices.Contains(f.Plan.Round.Again, s.sheet.step()) {
		return nil
	}
	return screen.Record{Changes: []steps.Change{{Kind: steps.ChangeConfirm, Step: s.sheet.step()}}}
}

// newTask adds an own task in the group of the row.
func (s *Table) newTask(rows []tableRow) screen.Effect {
	group := steps.TechnicalTasks
	if len(rows) > 0 && len(rows[s.at].section.Tasks) > 0 {
		group = rows[s.at].section.Tasks[0].Group
	}
	return screen.Show(screen.Place{Kind: screen.NewTask, ID: string(group)})
}

// why explains the proposal or advice for a task.
func (s *Table) why(t steps.Task, f screen.Frame) screen.Effect {
	if s.sheet != tailoring && t.Advice != "" {
		return screen.Explain{Reasons: []steps.Reason{f.Plan.WhySourcing(t.ID)}}
	}
	for _, one := range f.Facts.Findings {
		if one.Task == t.ID {
			return screen.Explain{Reasons: []steps.Reason{f.Plan.WhyFinding(one)}}
		}
	}
	return screen.Explain{Reasons: []steps.Reason{f.Plan.WhyLevel(t.ID)}}
}

// AskRemoveTask asks before an own task goes, with all its decisions.
func AskRemoveTask(f screen.Frame, t steps.Task, then screen.Effect) screen.Effect {
	return screen.Ask{
		Question: question.AskRemoveTask(f.Texts, t), Yes: f.Texts.Wizard.RemoveYes,
		Effect: screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Task: t.ID}}, Then: then},
	}
}
