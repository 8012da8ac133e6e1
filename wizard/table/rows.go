package table

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/find"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// Which rows a table has, and in which order.

// selection is which tasks are shown and in which order.
type selection struct {
	filter filter
	group  steps.GroupID // only this group
	words  string        // only tasks that are found by these words
	order  order
}

// onlyGroup shows one group, or all again.
func (c *selection) onlyGroup(group steps.GroupID) {
	if c.group == group {
		group = ""
	}
	c.group = group
}

// filter says which tasks are shown; it is named as in the words.
type filter string

const (
	allTasks     filter = ""
	openTasks    filter = "open"
	unowned      filter = "unowned"
	withFindings filter = "findings"
	markedTasks  filter = "marked"
	doubtful     filter = "doubtful" // of step 5
)

// filters are in the order in which one looks for what they show; first what a line above the rows says that the key shows.
var filters = []filter{allTasks, doubtful, openTasks, unowned, withFindings, markedTasks}

// filterNext takes the next filter that shows something.
func (s *Table) filterNext(f screen.Frame) {
	clear(s.held)
	s.choice.filter = after(filters, s.choice.filter, 1)
	for s.choice.filter != allTasks && len(s.sections(f)) == 0 {
		s.choice.filter = after(filters, s.choice.filter, 1)
	}
	if s.at = 0; s.choice.filter == doubtful {
		s.at = 1
	}
}

// letGo hides what was changed and is shown no more once the cursor is elsewhere; the cursor stays on its row.
func (s *Table) letGo(f screen.Frame) {
	rows := s.rows(f)
	if len(s.held) == 0 || s.at >= len(rows) {
		return
	}
	on := rows[s.at]
	maps.DeleteFunc(s.held, func(id string, _ bool) bool { return !s.marked[id] && (on.task == nil || id != on.task.ID) })
	s.at = max(0, slices.IndexFunc(s.rows(f), func(row tableRow) bool {
		if on.task == nil || row.task == nil {
			return on.task == row.task && on.section.ID == row.section.ID
		}
		return on.task.ID == row.task.ID
	}))
}

// deservesLook says whether a task deserves a look here, until it is decided by hand or confirmed.
func (s *Table) deservesLook(t *steps.Task, f *screen.Frame) bool {
	return s.sheet == tailoring && f.Facts.Unconfirmed()[t.ID]
}

// order is the order of the tasks in a section; it is named as in the words.
type order string

const (
	byCatalogue order = ""
	byTitle     order = "title"
	byHorizon   order = "horizon"
	byOwner     order = "owner"
	byHours     order = "hours"
)

var orders = []order{byCatalogue, byTitle, byHorizon, byOwner, byHours}

// after is the element that comes a number of places after another in a list, and from the end goes on at its start.
func after[T comparable](list []T, now T, by int) T {
	return list[(slices.Index(list, now)+by+len(list))%len(list)]
}

// sort puts tasks in this order; what is not filled in comes last.
func (o order) sort(tasks []*steps.Task, f screen.Frame) {
	if o == byCatalogue {
		return
	}
	last := func(text string) string { return cmp.Or(text, "\uffff") }
	key := map[order]func(t *steps.Task) string{
		byTitle: func(t *steps.Task) string { return strings.ToLower(f.Texts.TaskTitle(*t)) },
		byHorizon: func(t *steps.Task) string {
			return last(string(rune('a' + slices.Index(append([]steps.Horizon{""}, steps.Horizons...), t.Horizon))))
		},
		byOwner: func(t *steps.Task) string { return last(strings.ToLower(f.Texts.MemberName(f.Plan, t.Owner))) },
	}[o]
	switch {
	case o == byHours:
		slices.SortStableFunc(tasks, func(a, b *steps.Task) int { return cmp.Compare(hoursOf(b), hoursOf(a)) })
	case key != nil:
		slices.SortStableFunc(tasks, func(a, b *steps.Task) int { return cmp.Compare(key(a), key(b)) })
	}
}

func hoursOf(t *steps.Task) steps.Decimal {
	if t.Hours == nil {
		return -1
	}
	return *t.Hours
}

// toBestFound moves to the task that is found best by what is looked for.
func (s *Table) toBestFound(f screen.Frame) {
	s.at = 0
	rows := s.rows(f)
	for _, id := range s.found {
		if at := slices.IndexFunc(rows, func(r tableRow) bool { return r.task != nil && r.task.ID == id }); at >= 0 {
			s.at = at
			return
		}
	}
}

// tableMoment tells whether a table has the same rows as before.
type tableMoment struct {
	screen.Moment
	sheet  Sheet
	choice selection
	marked int
	held   int
}

// tableRow is a row: the head of a section, or a task in it.
type tableRow struct {
	section *section
	task    *steps.Task
}

// section is a part of the table with its own progress.
type section struct {
	question.Section
	total    int // tasks that the sheet is about
	open     int // of these, those that are not answered
	unsolved int // tasks whose expertise is missing, and of which nobody decided how that is solved
}

// sections are the parts of the table with something in them: at step 5 the core tasks come first.
func (s *Table) sections(f screen.Frame) []*section {
	if now := (tableMoment{f.Moment().AtAnyHeight(), s.sheet, s.choice, len(s.marked), len(s.held)}); s.madeFor != now {
		s.made, s.madeFor = s.makeSections(f), now
	}
	return s.made
}

func (s *Table) makeSections(f screen.Frame) (list []*section) {
	s.found = nil
	if s.choice.words != "" {
		s.found = find.Tasks(f.Facts.Tasks, s.choice.words, f.Texts)
	}
	shown := func(t *steps.Task) bool { return s.shows(t, &f) }
	for _, part := range question.Sections(s.sheet.step(), f.Plan, f.Texts, shown) {
		sec := &section{Section: part}
		for _, t := range sec.Tasks {
			switch {
			case t.Asks(s.sheet.step()):
				sec.open++
			case s.asks(t):
				sec.unsolved++
			}
			if t.Concerns(s.sheet.step()) {
				sec.total++
			}
		}
		s.choice.order.sort(sec.Tasks, f)
		list = append(list, sec)
	}
	return list
}

// shows says whether a task belongs in the table as it is filtered.
func (s *Table) shows(t *steps.Task, f *screen.Frame) bool {
	wanted := true
	switch s.choice.filter {
	case openTasks:
		wanted = s.asks(t)
	case unowned:
		wanted = t.Lists(steps.Team) && t.Owner == ""
	case withFindings:
		wanted = slices.ContainsFunc(f.Facts.Findings, func(one steps.Finding) bool { return one.Task == t.ID })
	case markedTasks:
		wanted = s.marked[t.ID]
	case doubtful:
		wanted = s.deservesLook(t, f)
	}
	return (wanted || s.held[t.ID]) && t.Lists(s.sheet.step()) && (s.choice.group == "" || t.Group == s.choice.group) &&
		(s.choice.words == "" || slices.Contains(s.found, t.ID))
}

// asks says whether there is still something to do about a task here: what the step asks, and at step 6 also
// what is to be decided where the expertise is missing.
func (s *Table) asks(t *steps.Task) bool {
	return t.Asks(s.sheet.step()) || s.sheet == expertise && t.Unsolved()
}

// waits says whether a task asks for something that accepting settles: where only that is shown what deserves a look, to confirm it.
func (s *Table) waits(t *steps.Task, f *screen.Frame) bool {
	if s.choice.filter == doubtful {
		return s.deservesLook(t, f)
	}
	return s.asks(t)
}

// someWait says whether one of the tasks that are shown does.
func (s *Table) someWait(f screen.Frame) bool {
	return slices.ContainsFunc(s.all(f), func(t *steps.Task) bool { return s.waits(t, &f) })
}

// rows are the heads of the sections and the tasks of those that are unfolded.
func (s *Table) rows(f screen.Frame) (rows []tableRow) {
	for _, sec := range s.sections(f) {
		rows = append(rows, tableRow{section: sec})
		if s.isFolded(sec) {
			continue
		}
		for _, t := range sec.Tasks {
			rows = append(rows, tableRow{sec, t})
		}
	}
	return rows
}

// folds says whether sections can be folded: what was searched or filtered is never folded away.
func (s *Table) folds() bool { return s.choice.words == "" && s.choice.filter == allTasks }

func (s *Table) isFolded(sec *section) bool { return s.folded[sec.ID] && s.folds() }

// jump moves to the next task after a row that still asks something, unfolding its section.
func (s *Table) jump(f screen.Frame, after int) {
	rows := s.rows(f)
	for i := range rows {
		at := (after + 1 + i) % len(rows)
		if t := rows[at].task; t != nil && s.waits(t, &f) {
			s.at = at
			return
		}
	}
	for _, sec := range s.sections(f) {
		if s.folded[sec.ID] && slices.ContainsFunc(sec.Tasks, func(t *steps.Task) bool { return s.waits(t, &f) }) {
			s.folded[sec.ID] = false
			s.jump(f, after)
			return
		}
	}
	if after < 0 && len(rows) > 1 {
		s.at = 1
	}
}

// toOpenColumn moves to the first column that the task with the cursor still leaves open; the matrix has one for each member instead.
func (s *Table) toOpenColumn(f screen.Frame) {
	t, there := f.Plan.Task(s.task(f))
	if !there || s.sheet == Matrix {
		return
	}
	open := func(c column) bool {
		return t.Takes(c.row) && c.row.Value(t.Decision) == nil && t.Presumed(c.row.Name) == nil
	}
	if at := slices.IndexFunc(s.columns(f), open); at >= 0 {
		s.column = at
	}
}
