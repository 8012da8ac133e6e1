package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// How a table is drawn.

// View draws the rows that fit, and about the one with the cursor what there is to know: below them, or beside them where
// the window is wide enough for both.
func (s *Table) View(f screen.Frame) screen.Page {
	s.follow(f)
	rows := s.rows(f)
	s.at = min(max(0, s.at), max(0, len(rows)-1))
	list := f
	pane := s.paneWidth(f)
	if pane > 0 {
		list.Width -= pane + betweenPanes
	}
	columns, from := s.window(s.fitted(s.columns(f), list), list)
	columns = s.widened(columns, list)
	head := s.head(f)
	lines := append(head, s.columnTitles(columns, from, list))
	more := s.moreLines(rows, columns, list)
	room := max(1, f.Height-len(lines)-detailRows(f, pane)-more)
	s.top = min(max(s.top, s.at-room+1), s.at)
	s.top = max(0, min(s.top, len(rows)-room))
	pinned := s.pin(rows, room)
	s.drawn = drawing{first: len(lines), rows: room, at: s.at - s.top, more: more, from: from, columns: columns, titles: titleWidth(columns, list), width: list.Width, pinned: pinned}
	p, at := screen.Page{Title: s.title(f), RowCursor: s.typed == nil}, 0
	for i := s.top; i < min(len(rows), s.top+room); i++ {
		row := rows[i]
		if pinned && i == s.top {
			row.task = nil
		}
		drawn := s.row(row, i == s.at, columns, from, list)
		if i == s.at {
			at = len(lines)
			for j := range drawn {
				drawn[j] = f.Look.Selection.Lay(drawn[j], list.Width)
			}
		}
		lines = append(lines, drawn...)
	}
	if len(rows) == 0 {
		lines = append(lines, f.Look.Muted.On(string(f.Texts.Wizard.NoTasksHere)))
	}
	for len(lines) < f.Height-detailRows(f, pane) {
		lines = append(lines, "")
	}
	if len(rows) > 0 {
		if pane > 0 {
			beside := s.beside(rows[s.at], f, pane, len(lines)-len(head))
			copy(lines[len(head):], f.Panes(lines[len(head):], list.Width, beside))
		}
		p.Cursor = &tea.Position{Y: len(lines)}
		lines = append(lines, s.saidLine(rows[s.at], f))
		if pane == 0 {
			lines = append(lines, s.detail(rows[s.at], f)...)
		}
	}
	if s.typed != nil {
		p.Cursor = s.typingAt(tea.Position{Y: at}, columns, from, len(head), list)
	}
	p.Lines = lines
	return p
}

// pin moves the rows so that the head of the section of the first ones stays in sight in the place of the first, and says whether it
// stands there.
func (s *Table) pin(rows []tableRow, room int) bool {
	inSection := func() bool {
		return s.top > 0 && s.top+1 < len(rows) && rows[s.top].task != nil && rows[s.top+1].task != nil
	}
	if room < 4 || !inSection() {
		return false
	}
	if s.top == s.at {
		s.top--
	}
	return inSection()
}

// typingAt is where the terminal's cursor stands in the text being typed: in the cell of a row, or in what is looked for.
func (s *Table) typingAt(row tea.Position, columns []column, from, head int, f screen.Frame) *tea.Position {
	if s.search {
		return &tea.Position{X: s.typed.Cursor().X + ansi.StringWidth(string(f.Texts.Wizard.Search)) + 1, Y: head - 1}
	}
	row.X = f.Width + s.typed.Cursor().X
	for _, c := range columns[s.column-from:] {
		row.X -= c.width
	}
	return &row
}

func (s *Table) title(f screen.Frame) string {
	w := f.Texts.Wizard
	if s.sheet >= division {
		return string(map[Sheet]assets.Text{division: w.Division, Matrix: w.Matrix}[s.sheet])
	}
	step := s.sheet.step()
	return w.StepOf.Fill("n", step.Number(), "total", len(steps.Tree)) + " · " + string(f.Texts.Plan.Steps[step].Rail)
}

// head draws the question, the progress and the yardstick.
func (s *Table) head(f screen.Frame) []string {
	w := f.Texts.Wizard
	asked := f.Texts.Question(s.sheet.step(), f.Plan)
	if s.sheet >= division {
		asked = string(w.DivisionQuestion)
	}
	lines := []string{f.Look.Strong.On(ansi.Truncate(asked, f.Width, "…")), s.state(f)}
	if s.askedAgain(f) && s.sheet < division && !s.search {
		for _, line := range question.Ended(s.sheet.step(), f.Facts.Previous, f.Texts) {
			lines = slices.Insert(lines, len(lines)-1, f.Look.Muted.On(ansi.Truncate(line, f.Width, "…")))
		}
	}
	if f.Facts.Standing(s.sheet.step()).State == steps.StepDone && f.Height >= roomy {
		lines = append(lines, f.Path())
	}
	return lines
}

// askedAgain says whether this round asks the step again.
func (s *Table) askedAgain(f screen.Frame) bool {
	return f.Facts.IsRepeat && slices.Contains(f.Plan.Round.Again, s.sheet.step())
}

// state is the line under the question: what is searched, filtered, marked or to be confirmed, and how far it is.
func (s *Table) state(f screen.Frame) string {
	w := f.Texts.Wizard
	if s.search {
		return string(w.Search) + " " + strings.Join(s.typed.Lines(), "")
	}
	var parts []string
	add := func(when bool, p screen.Paint, text string) {
		if when {
			parts = append(parts, p.On(text))
		}
	}
	marked := len(s.markedHere(f))
	if n := s.doubtfulHere(f); s.choice.filter != doubtful {
		add(n > 0, f.Look.Warn, w.ToLookAt.For(n))
	}
	add(s.choice.words != "", f.Look.Accent, w.Found.Fill("words", s.choice.words))
	add(s.choice.filter != allTasks, f.Look.Accent, string(w.Filters[string(s.choice.filter)]))
	add(s.choice.group != "", f.Look.Accent, f.Texts.Group(f.Plan, s.choice.group))
	add(s.choice.order != byCatalogue, screen.Paint{}, string(w.Orders[string(s.choice.order)]))
	if len(parts) == 0 && marked == 0 {
		add(s.askedAgain(f), f.Look.Warn, string(w.AskedAgainKey))
		add(len(parts) == 0 && f.Facts.Done(s.sheet.step()) && s.sheet < division && s.unsolved(f) == 0, f.Look.Good, string(w.StepDone))
	}
	if marked > 0 {
		said := w.Marked.For(marked)
		if s.choice != (selection{}) && ansi.StringWidth(joined(append(parts, said)...)) > f.Width { // what is shown is said too
			said = w.MarkedShort.Fill("n", marked)
		}
		parts = slices.Insert(parts, 0, f.Look.Accent.On(said))
	}
	said := strings.Join(append(parts, ""), between)
	progress := s.progress(f.Width-ansi.StringWidth(said), f)
	if marked > 0 && ansi.StringWidth(said+progress) > f.Width { // what keys do is said whole
		return strings.TrimSuffix(said, between)
	}
	return said + progress
}

// progress is how much is done, and in what room is left the yardstick of step 5: the policy plan.
func (s *Table) progress(room int, f screen.Frame) string {
	total, open, unsolved := 0, 0, s.unsolved(f)
	for _, sec := range s.sections(f) {
		total += sec.total
		open += sec.open
	}
	text := f.Texts.Wizard.Progress.Fill("done", total-open, "total", total)
	if unsolved > 0 {
		text += " · " + f.Look.Warn.On("! "+f.Texts.Wizard.Unsolved.For(unsolved))
	}
	a := f.Plan.Answers[steps.Policy]
	yardstick := screen.OneLine(strings.TrimSpace(a.Evidence + " " + a.Note))
	if yardstick == "" || s.sheet != tailoring {
		return text
	}
	const least = 12 // of the plan
	beside := between + f.Texts.Wizard.Yardstick.Fill("plan", yardstick)
	if room -= ansi.StringWidth(text); room < ansi.StringWidth(beside)-max(0, ansi.StringWidth(yardstick)-least) {
		return text
	}
	return text + f.Look.Muted.On(screen.Clip(beside, room))
}

// doubtfulHere counts the tasks that deserve a look, on the sheet of step 5.
func (s *Table) doubtfulHere(f screen.Frame) int {
	if s.sheet != tailoring {
		return 0
	}
	return len(f.Facts.Unconfirmed())
}

// markedHere are the marked tasks among those that are shown.
func (s *Table) markedHere(f screen.Frame) (tasks []*steps.Task) {
	if len(s.marked) == 0 {
		return nil
	}
	for _, sec := range s.sections(f) {
		for _, t := range sec.Tasks {
			if s.marked[t.ID] {
				tasks = append(tasks, t)
			}
		}
	}
	return tasks
}

// unsolved counts the tasks whose expertise is missing, and of which nobody decided how that is solved.
func (s *Table) unsolved(f screen.Frame) (n int) {
	for _, sec := range s.sections(f) {
		n += sec.unsolved
	}
	return n
}

// moreLines is how many lines the row with the cursor takes beside its first.
func (s *Table) moreLines(rows []tableRow, columns []column, f screen.Frame) int {
	if s.at >= len(rows) || rows[s.at].task == nil {
		return 0
	}
	return len(screen.Title(f.Texts.TaskTitle(*rows[s.at].task), titleWidth(columns, f), true)) - 1
}

// row draws a row: the head of a section with its progress, or a task with its decisions in the columns
// shown, the first of which has this place among all. Below it stands what else there is of the title.
func (s *Table) row(row tableRow, focused bool, columns []column, from int, f screen.Frame) []string {
	if row.task == nil {
		return []string{s.sectionRow(row.section, focused, f)}
	}
	t := *row.task
	titles := screen.Title(f.Texts.TaskTitle(t), titleWidth(columns, f), focused)
	if focused {
		for i := range titles {
			titles[i] = f.Look.Strong.On(titles[i])
		}
	}
	line := pointer(focused, f) + s.sign(t, f) + " " + titles[0]
	for i, c := range columns {
		text := screen.OneLine(c.cell(t))
		if draft, refused := f.Drafts[c.cellID(t)]; refused && c.typed() {
			text = "!" + screen.OneLine(draft.Text)
		}
		if ansi.StringWidth(text) > c.width-1 {
			text = cmp.Or(shortValues(c.row.Words, f)[text], text)
		}
		cell := screen.Fit(text, c.width-1)
		switch chosen := focused && from+i == s.column; {
		case chosen && s.typed != nil && !s.search && s.cell == t.ID: // its box is seen
			line += f.Look.Accent.On("│") + screen.Fit(strings.Join(s.typed.Lines(), ""), c.width-2) + f.Look.Accent.On("│")
			continue
		case chosen:
			cell = f.Look.Chosen.On(cell)
		case strings.HasPrefix(cell, "("):
			cell = f.Look.Proposed.On(cell)
		}
		line += " " + cell
	}
	lines := []string{line}
	for _, title := range titles[1:] {
		lines = append(lines, "    "+title)
	}
	return lines
}

func (s *Table) sign(t steps.Task, f screen.Frame) string {
	switch {
	case s.marked[t.ID]:
		return f.Look.Accent.On("■")
	case t.Asks(s.sheet.step()):
		return f.Look.Warn.On("○")
	case s.asks(&t): // what is asked was answered, and no solution chosen
		return f.Look.Warn.On("!")
	case s.deservesLook(&t, &f):
		return f.Look.Warn.On("!")
	case s.sheet == tailoring && !t.Kept:
		return f.Look.Muted.On("–")
	case !t.Concerns(s.sheet.step()):
		return f.Look.Muted.On("·")
	}
	return f.Look.Muted.On("✓")
}

// pointer stands before the row of the cursor.
func pointer(focused bool, f screen.Frame) string {
	if focused {
		return f.Look.Accent.On("▸ ")
	}
	return "  "
}

// barWidth is how wide the progress of a section is drawn, where there is room for it.
const barWidth = 12

func (s *Table) sectionRow(sec *section, focused bool, f screen.Frame) string {
	sign := "− "
	if s.isFolded(sec) {
		sign = "+ "
	}
	count := ""
	if sec.total > 0 { // what is offered counts for nothing
		count = strconv.Itoa(sec.total-sec.open) + "/" + strconv.Itoa(sec.total)
	}
	title := ansi.Truncate(sec.Title, max(8, f.Width-4-len(count)-2), "…")
	line := pointer(focused, f) + f.Look.Accent.On(sign+title) + "  " + count
	if at := f.Width - barWidth; count != "" && at > ansi.StringWidth(line)+2 {
		line = screen.Fit(line, at) + f.Look.Progress(sec.total-sec.open, sec.total, barWidth)
	}
	return line
}

// columnTitles say what signs mean, and name the columns; that of the column at hand stands out.
func (s *Table) columnTitles(columns []column, from int, f screen.Frame) string {
	line := screen.Fit("    "+f.Look.Muted.On(s.legend(titleWidth(columns, f), f)), titleWidth(columns, f)+4)
	for i, c := range columns {
		paint := f.Look.Muted
		if from+i == s.column {
			paint = f.Look.Strong
		}
		line += " " + paint.On(screen.Fit(string(c.head), c.width-1))
	}
	return line
}

// legend says what the signs of the sheet mean, as many as there is room for.
func (s *Table) legend(room int, f screen.Frame) (said string) {
	signs := []string{"open", "uncounted"}
	switch s.sheet {
	case tailoring:
		signs = []string{"open", "proposed"}
	case expertise:
		signs = []string{"open", "proposed", "uncounted"}
	}
	for _, sign := range signs {
		if more := strings.TrimSpace(said + "  " + string(f.Texts.Wizard.TableLegend[sign])); ansi.StringWidth(more) <= room {
			said = more
		}
	}
	return said
}

func titleWidth(columns []column, f screen.Frame) int {
	width := f.Width - 4
	for _, c := range columns {
		width -= c.width
	}
	return max(8, width)
}
