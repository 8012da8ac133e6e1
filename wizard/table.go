package wizard

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
)

// A table is the task overview: one row a task, one column a decision. Steps 5, 6 and 7 look at the same
// tasks with other columns. Only the rows that are seen are drawn.
type table struct {
	step   steps.StepID
	at     int // the row the cursor is on, among the rows that are not folded away
	top    int // the first row drawn
	column int
	folded map[string]bool
	typed  *editor // hours being typed, or a search
	search bool    // typed is a search
	filter filter
	words  string // only tasks with these words in their title
	wrong  string

	made    []*section // the sections, made once for each moment and filter
	madeFor tableMoment
}

// tableMoment tells whether a table has the same rows as before.
type tableMoment struct {
	moment
	filter filter
	words  string
}

// filter says which tasks are shown.
type filter int

const (
	allTasks filter = iota
	openTasks
	filters // how many there are
)

// tableRow is a row: the head of a section, or a task in it.
type tableRow struct {
	section *section
	task    *steps.Task
}

// section is a part of the table with its own progress.
type section struct {
	id    string
	title string
	tasks []steps.Task
	open  int // tasks that still ask something here
}

const detailRows = 4

func newTable(step steps.StepID, f frame) *table {
	s := &table{step: step, folded: map[string]bool{}}
	if step == steps.Tasks {
		for _, sec := range s.sections(f) {
			s.folded[sec.id] = !strings.HasPrefix(sec.id, coreSection)
		}
	}
	s.jump(f, -1)
	return s
}

func (s *table) typing(frame) bool { return s.typed != nil }
func (s *table) wide() bool        { return true }

const coreSection = "core:"

// sections are the parts of the table with something in them: at step 5 the core tasks come first.
func (s *table) sections(f frame) []*section {
	if now := (tableMoment{f.moment(), s.filter, s.words}); s.madeFor != now {
		s.made, s.madeFor = s.makeSections(f), now
	}
	return s.made
}

func (s *table) makeSections(f frame) []*section {
	var list []*section
	add := func(id, title string, t steps.Task) {
		i := slices.IndexFunc(list, func(sec *section) bool { return sec.id == id })
		if i < 0 {
			i = len(list)
			list = append(list, &section{id: id, title: title})
		}
		list[i].tasks = append(list[i].tasks, t)
		if s.asks(t) {
			list[i].open++
		}
	}
	core := func(first bool) {
		for _, t := range f.facts.tasks {
			if !s.shows(t, f) || (t.Core != steps.NoCore && s.step == steps.Tasks) != first {
				continue
			}
			group := f.texts.Group(f.plan, t.Group)
			if first {
				add(coreSection+string(t.Core), coreTitle(t.Core, f), t)
			} else {
				add(string(t.Group), group, t)
			}
		}
	}
	core(true)
	core(false)
	return list
}

func coreTitle(core steps.Core, f frame) string {
	if core == steps.PolicyCoreTask {
		return string(f.texts.Wizard.CorePolicy)
	}
	return string(f.texts.Wizard.CoreTechnical)
}

// shows says whether a task belongs in the table as it is filtered.
func (s *table) shows(t steps.Task, f frame) bool {
	if s.step == steps.Expertise && !t.Kept || s.step == steps.Team && !t.InSchool {
		return false
	}
	if s.filter == openTasks && !s.asks(t) {
		return false
	}
	return s.words == "" || strings.Contains(strings.ToLower(f.texts.TaskTitle(t)), strings.ToLower(s.words))
}

// asks says whether there is still something to do about a task here: what the step asks, and at step 6 also
// what is to be decided where the expertise is missing.
func (s *table) asks(t steps.Task) bool {
	return t.Asks(s.step) || s.step == steps.Expertise && t.Advice != "" && t.Sourcing == ""
}

// rows are the heads of the sections and the tasks of those that are unfolded.
func (s *table) rows(f frame) (rows []tableRow) {
	for _, sec := range s.sections(f) {
		rows = append(rows, tableRow{section: sec})
		if s.folded[sec.id] && s.words == "" && s.filter == allTasks {
			continue
		}
		for i := range sec.tasks {
			rows = append(rows, tableRow{sec, &sec.tasks[i]})
		}
	}
	return rows
}

// jump moves to the next task after a row that still asks something, unfolding its section.
func (s *table) jump(f frame, after int) {
	rows := s.rows(f)
	for i := range rows {
		at := (after + 1 + i) % len(rows)
		if t := rows[at].task; t != nil && s.asks(*t) {
			s.at = at
			return
		}
	}
	for _, sec := range s.sections(f) {
		if s.folded[sec.id] && sec.open > 0 {
			s.folded[sec.id] = false
			s.jump(f, after)
			return
		}
	}
	if after < 0 && len(rows) > 1 {
		s.at = 1
	}
}

func (s *table) update(msg tea.Msg, f frame) (screen, effect) {
	rows := s.rows(f)
	s.at = min(max(0, s.at), max(0, len(rows)-1))
	if s.typed != nil {
		return s, s.updateTyping(msg, f, rows)
	}
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	s.wrong = ""
	name := pressed.String()
	if s.moved(name, f, rows) {
		return s, nil
	}
	switch name {
	case "esc":
		return s, s.escape()
	case "f":
		s.filter, s.at = (s.filter+1)%filters, 0
		return s, nil
	case "/":
		s.typed, s.search = newLineEditor(s.words, "", f.width-20), true
		return s, nil
	case "j":
		s.jump(f, s.at)
		return s, nil
	case "v":
		if f.facts.done(s.step) {
			return s, s.onwards()
		}
		return s, nil
	case "c":
		return s, s.confirm(f)
	case "+":
		return s, s.newTask(rows)
	}
	if len(rows) == 0 {
		return s, nil
	}
	return s, s.press(name, f, rows[s.at])
}

// leave keeps the hours that are being typed.
func (s *table) leave(f frame) effect {
	if s.typed == nil || s.search {
		return nil
	}
	return s.finishTyping("", f, s.rows(f))
}

// escape drops a filter first, and then the screen.
func (s *table) escape() effect {
	if s.words != "" || s.filter != allTasks {
		s.words, s.filter, s.at = "", allTasks, 0
		return nil
	}
	return back{}
}

// moved says whether a key moved the cursor.
func (s *table) moved(name string, f frame, rows []tableRow) bool {
	page := max(1, f.height-detailRows-3)
	to := map[string]int{
		"up": s.at - 1, "down": s.at + 1, "pgup": s.at - page, "pgdown": s.at + page, "home": 0, "end": len(rows) - 1,
	}
	if at, ok := to[name]; ok {
		s.at = min(max(0, at), max(0, len(rows)-1))
		return true
	}
	columns := columnsOf(s.step, f)
	switch name {
	case "left", "shift+tab":
		s.column = max(0, s.column-1)
	case "right", "tab":
		s.column = min(len(columns)-1, s.column+1)
	default:
		return false
	}
	return true
}

// press is a key on a row.
func (s *table) press(name string, f frame, row tableRow) effect {
	if row.task == nil {
		return s.pressSection(name, f, row.section)
	}
	t := *row.task
	columns := columnsOf(s.step, f)
	s.column = min(s.column, len(columns)-1)
	switch name {
	case "enter":
		return show{place{taskCard, t.ID}}
	case "a":
		if s.step == steps.Tasks {
			return s.accept(f, []steps.Task{t})
		}
	case "A":
		return s.accept(f, row.section.tasks)
	case "space":
		return s.change(columns[s.column], t, f)
	case "delete":
		if t.Own {
			return askRemoveTask(f, t, back{})
		}
		s.wrong = string(f.texts.Wizard.OnlyOwnTasks)
		return nil
	}
	for i, c := range columns {
		if c.key == name {
			s.column = i
			return s.change(c, t, f)
		}
	}
	if last := columns[len(columns)-1]; last.typed && len(name) == 1 && name[0] >= '0' && name[0] <= '9' {
		s.column = len(columns) - 1
		s.typed = newLineEditor("", "", 8)
		s.typed.insert(name)
	}
	return nil
}

func (s *table) pressSection(name string, f frame, sec *section) effect {
	switch name {
	case "enter", "space":
		s.folded[sec.id] = !s.folded[sec.id]
	case "a", "A":
		return s.accept(f, sec.tasks)
	}
	return nil
}

// accept takes over what is proposed for tasks that are not decided, or at step 6 says that the expertise for
// those not judged is there: as one entry.
func (s *table) accept(f frame, tasks []steps.Task) effect {
	var changes []steps.Change
	for _, t := range tasks {
		if c, open := f.plan.Proposal(t); open && s.step == steps.Tasks {
			changes = append(changes, c)
		}
		if s.step == steps.Expertise && t.Asks(steps.Expertise) {
			changes = append(changes, steps.Change{Kind: steps.ChangeTask, Task: t.ID, Expertise: steps.Set(steps.Yes)})
		}
	}
	if len(changes) == 0 {
		return say{string(f.texts.Wizard.NothingProposed)}
	}
	said := f.texts.Wizard.Accepted
	if s.step == steps.Expertise {
		said = f.texts.Wizard.AllPresent
	}
	return record{changes: changes, then: say{said.For(len(changes))}}
}

// change gives a column of a task its next value, or begins typing in it.
func (s *table) change(c column, t steps.Task, f frame) effect {
	if c.typed {
		s.typed = newLineEditor(c.cell(t), "", 8)
		return nil
	}
	change, ok := c.next(t)
	if !ok {
		s.wrong = string(f.texts.Wizard.NotAskedHere)
		return nil
	}
	change.Kind, change.Task = steps.ChangeTask, t.ID
	return record{changes: []steps.Change{change}}
}

// updateTyping is a key while hours or a search are typed.
func (s *table) updateTyping(msg tea.Msg, f frame, rows []tableRow) effect {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		switch pressed.String() {
		case "enter", "down", "up", "tab", "esc":
			return s.finishTyping(pressed.String(), f, rows)
		}
	}
	s.wrong = ""
	cmd, _ := s.typed.update(msg)
	if s.search {
		s.words, s.at = s.typed.value(), 0
		if more := s.rows(f); len(more) > 1 {
			s.at = 1
		}
	}
	if cmd != nil {
		return run{cmd}
	}
	return nil
}

func (s *table) finishTyping(name string, f frame, rows []tableRow) effect {
	value, search := s.typed.value(), s.search
	if search {
		s.typed, s.search = nil, false
		return nil
	}
	hours, ok := parseHours(value, steps.MaxTaskHours)
	if !ok && s.wrong == "" {
		s.wrong = f.texts.Wizard.BadHours.Fill("most", f.texts.Number(steps.MaxTaskHours))
		return nil
	}
	changed := s.typed.changed()
	s.typed, s.wrong = nil, ""
	task := rows[s.at].task
	if task == nil || !ok {
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
	return record{changes: []steps.Change{{Kind: steps.ChangeTask, Task: task.ID, Hours: hours}}, typed: true}
}

// onwards goes to the next step when this one asks no more.
func (s *table) onwards() effect {
	if s.step == steps.Team {
		return back{}
	}
	step, _ := steps.Find(s.step)
	return replace{stepPlace(step.Following())}
}

func (s *table) confirm(f frame) effect {
	if !slices.Contains(f.plan.Round.Again, s.step) {
		return nil
	}
	return record{changes: []steps.Change{{Kind: steps.ChangeConfirm, Step: s.step}}}
}

// newTask adds an own task in the group of the row.
func (s *table) newTask(rows []tableRow) effect {
	group := steps.TechnicalTasks
	if len(rows) > 0 && len(rows[s.at].section.tasks) > 0 {
		group = rows[s.at].section.tasks[0].Group
	}
	return show{place{newTask, string(group)}}
}

func (s *table) keys(f frame) []key.Binding {
	w := f.texts.Wizard.Keys
	if s.typed != nil {
		return []key.Binding{shown("enter", w.Save)}
	}
	var bindings []key.Binding
	if f.facts.done(s.step) && s.step != steps.Team {
		bindings = append(bindings, shown("v", w.Onwards))
	}
	if slices.Contains(f.plan.Round.Again, s.step) {
		bindings = append(bindings, shown("c", w.Confirm))
	}
	switch s.step {
	case steps.Tasks:
		bindings = append(bindings, shown("a", w.Accept), shown("A", w.AcceptGroup))
	case steps.Expertise:
		bindings = append(bindings, shown("A", w.AllPresent))
	}
	if s.step == steps.Team {
		digits := key.NewBinding(key.WithKeys("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), key.WithHelp("0–9", f.texts.Field("hours")))
		bindings = append(bindings, digits)
	}
	for _, c := range columnsOf(s.step, f) {
		bindings = append(bindings, shown(c.key, assets.Text(f.texts.Field(c.field))))
	}
	return append(bindings, shown("enter", w.OpenTask), shown("j", w.NextOpen), shown("f", w.Filter), shown("/", w.Search),
		shown("+", w.AddTask), shown("del", w.RemoveTask), shown("←/→", w.Column), shown("space", w.NextValue))
}
