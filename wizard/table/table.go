// Package table is the table of tasks and people: one row a task, one column a decision. Steps 5, 6 and 7 look at the same
// tasks with other columns, and a fourth sheet sets tasks against members.
package table

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// Table is the screen with that table. Only the rows that are seen are drawn.
type Table struct {
	sheet  Sheet
	first  Sheet // the one it was opened with
	at     int   // the row the cursor is on, among the rows that are not folded away
	top    int   // the first row drawn
	column int
	folded map[string]bool
	marked map[string]bool // tasks that are decided together
	held   map[string]bool // tasks that were changed: a filter shows them until the cursor is elsewhere, or as long as they are marked
	typed  *form.Editor    // hours being typed, or a search
	cell   string          // the id of the task whose hours they are
	search bool            // typed is a search
	choice selection
	wrong  string
	taken  string // the task of which the proposal is being accepted: the cursor then goes on to the next that asks
	own    int    // own tasks when the table was last looked at
	drawn  drawing

	found   []string   // the ids of the tasks that are found by the words looked for, the best first
	made    []*section // the sections, made once for each moment and selection
	madeFor tableMoment
	fit     fitting // how wide columns are that are as narrow as what stands in them
}

// Sheet names a set of columns.
type Sheet int

const (
	tailoring Sheet = iota
	expertise
	division
	Matrix // each member against the tasks
)

var sheets = []Sheet{tailoring, expertise, division, Matrix}

var stepOf = []steps.StepID{steps.Tasks, steps.Expertise, steps.Team, steps.Team}

// step is the step that a sheet belongs to.
func (sh Sheet) step() steps.StepID { return stepOf[sh] }

// SheetOf returns the sheet that a step begins with.
func SheetOf(step steps.StepID) Sheet { return Sheet(max(0, slices.Index(stepOf, step))) }

// New makes the table with a sheet, with the cursor on the first task that asks something.
func New(sheet Sheet, f screen.Frame) *Table {
	s := &Table{sheet: sheet, first: sheet, folded: map[string]bool{}, marked: map[string]bool{}}
	if s.sheet == tailoring {
		for _, sec := range s.sections(f) {
			s.folded[sec.ID] = !strings.HasPrefix(sec.ID, question.CoreSection)
		}
	}
	s.own = len(f.Plan.OwnTasks)
	s.jump(f, -1)
	return s
}

// StartAt puts the cursor on a cell, where one is named: by its column and its task.
func (s *Table) StartAt(cell string, f screen.Frame) *Table {
	name, task, named := strings.Cut(cell, ":")
	if named {
		s.find(task, f)
		s.column = max(0, slices.IndexFunc(s.columns(f), func(c column) bool { return c.row.Name == name }))
	}
	return s
}

// follow puts the cursor on the one task that was added since the table was last looked at, or on the next after one whose proposal was accepted.
func (s *Table) follow(f screen.Frame) {
	own := f.Plan.OwnTasks
	if len(own) == s.own+1 { // of several, as an import brings, none is meant
		s.find(own[len(own)-1], f)
	}
	s.own = len(own)
	if t, there := f.Plan.Task(s.taken); there && !s.waits(&t, &f) {
		if s.taken = ""; s.task(f) == t.ID {
			s.jump(f, s.at)
			s.letGo(f)
		}
	}
	for id := range s.marked {
		if !f.Plan.KnowsTask(id) {
			delete(s.marked, id)
		}
	}
}

// Letters are commands, but where hours or a search are being typed.
func (s *Table) Letters(screen.Frame) screen.Letters {
	if s.typed != nil {
		return screen.LettersType
	}
	return screen.LettersCommand
}

// Searching says that tasks are looked for.
func (s *Table) Searching() bool { return s.search }

// Wide says that the table takes the whole width.
func (s *Table) Wide() bool { return true }

// Update moves the cursor, decides about tasks and turns the sheets.
func (s *Table) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	s.follow(f)
	rows := s.rows(f)
	s.at = min(max(0, s.at), max(0, len(rows)-1))
	if at, clicked := msg.(screen.Clicked); clicked {
		return s, s.click(at, f)
	}
	if s.typed != nil {
		return s, s.updateTyping(msg, f, rows)
	}
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	s.wrong, s.taken = "", ""
	s.letGo(f)
	rows = s.rows(f)
	name := pressed.String()
	if s.moved(name, f, rows) {
		s.letGo(f)
		return s, nil
	}
	switch name {
	case "esc":
		switch {
		case len(s.markedHere(f)) > 0:
			s.unmark(f)
		case s.narrowed():
			s.showAll(f)
		default:
			return s, screen.Back(1)
		}
		return s, nil
	case "f":
		s.filterNext(f)
		return s, nil
	case "z":
		clear(s.held)
		s.choice.order, s.at = after(orders, s.choice.order, 1), 0
		return s, nil
	case "/":
		s.typed, s.search = form.NewLineEditor(s.choice.words, "", f.Width-20, f.FormStyle()), true
		return s, nil
	case "tab", "shift+tab":
		s.turn(map[string]int{"tab": 1, "shift+tab": -1}[name], f)
		return s, nil
	case ">":
		if !s.someWait(f) {
			return s, screen.Say{Text: string(s.nothingToAccept(f, s.all(f)))}
		}
		s.jump(f, s.at)
		s.letGo(f)
		s.toOpenColumn(f)
		return s, nil
	case "v":
		if f.Facts.Done(s.sheet.step()) {
			return s, s.onwards(f)
		}
		return s, screen.Say{Text: string(f.Texts.Wizard.NotDoneYet)}
	case "=":
		return s, s.confirm(f)
	case "+":
		return s, s.newTask(rows)
	case screen.DivideKey:
		return s, s.divide(f)
	case screen.ImportKey:
		return s, screen.Show(screen.Place{Kind: screen.ImportFile})
	case screen.NoteKey:
		return s, screen.Show(screen.Place{Kind: screen.StepNote, ID: string(s.sheet.step())})
	}
	if len(rows) == 0 {
		return s, nil
	}
	return s, s.press(name, f, rows[s.at])
}

// Leave keeps the hours that are being typed.
func (s *Table) Leave(f screen.Frame) screen.Effect {
	if s.search {
		s.typed, s.search = nil, false
	}
	if s.typed == nil {
		return nil
	}
	return s.finishTyping("", f, s.rows(f))
}

// Unsaved says that a number that is being typed was changed.
func (s *Table) Unsaved() bool { return s.typed != nil && !s.search && s.typed.Changed() }

// all are the tasks that are shown.
func (s *Table) all(f screen.Frame) (tasks []*steps.Task) {
	for _, sec := range s.sections(f) {
		tasks = append(tasks, sec.Tasks...)
	}
	return tasks
}

// Escapes is what Esc does before it leaves the table: it unmarks the tasks that are marked, or shows all of them; empty for neither.
func (s *Table) Escapes(f screen.Frame) assets.Text {
	switch w := f.Texts.Wizard.Keys; {
	case len(s.markedHere(f)) > 0:
		return w.Unmark
	case s.narrowed():
		return w.ShowAll
	}
	return ""
}

// narrowed says that not all tasks are shown.
func (s *Table) narrowed() bool {
	c := s.choice
	c.order = byCatalogue
	return c != (selection{})
}

// Left drops the marks and the order, and shows the sheet of its step again: what was marked and is out of sight takes no decision.
func (s *Table) Left() {
	clear(s.marked)
	clear(s.held)
	if s.choice.order = byCatalogue; s.sheet != s.first {
		s.sheet, s.column, s.top = s.first, 0, 0
	}
}

// showAll drops the marks, the filter and the order, and stays on the task.
func (s *Table) showAll(f screen.Frame) {
	task := s.task(f)
	clear(s.marked)
	clear(s.held)
	s.choice, s.at = selection{}, 0
	if task != "" {
		s.find(task, f)
	}
}

// unmark drops the marks, and the filter that shows only what has one.
func (s *Table) unmark(f screen.Frame) {
	if clear(s.marked); s.choice.filter == markedTasks {
		s.showAll(f)
	}
}

// task is the id of the task the cursor is on; empty on the head of a section.
func (s *Table) task(f screen.Frame) string {
	if rows := s.rows(f); s.at < len(rows) && rows[s.at].task != nil {
		return rows[s.at].task.ID
	}
	return ""
}

// Removes is the own task that Delete removes, in words; empty where the cursor is on another one.
func (s *Table) Removes(f screen.Frame) string {
	if t, there := f.Plan.Task(s.task(f)); there && t.Own {
		return screen.OneLine(f.Texts.TaskTitle(t))
	}
	return ""
}

// turn shows the next sheet or the one before, with the cursor on the same task where it stands there too.
func (s *Table) turn(by int, f screen.Frame) {
	task := s.task(f)
	s.sheet, s.column, s.top = after(sheets, s.sheet, by), 0, 0
	clear(s.held)
	if s.choice.filter == doubtful { // which is of step 5
		s.choice.filter = allTasks
	}
	if task != "" {
		s.find(task, f)
	}
}

// find puts the cursor on a task, unfolding its section; elsewhere where the task is not shown.
func (s *Table) find(task string, f screen.Frame) {
	for _, sec := range s.sections(f) {
		if slices.ContainsFunc(sec.Tasks, func(t *steps.Task) bool { return t.ID == task }) {
			s.folded[sec.ID] = false
		}
	}
	s.at = max(0, slices.IndexFunc(s.rows(f), func(r tableRow) bool { return r.task != nil && r.task.ID == task }))
}
