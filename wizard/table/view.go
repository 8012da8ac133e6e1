package table

import (
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

// View draws the rows that fit, and about the one with the cursor what there is to know.
func (s *Table) View(f screen.Frame) screen.Page {
	s.follow(f)
	rows := s.rows(f)
	s.at = min(max(0, s.at), max(0, len(rows)-1))
	columns, from := s.window(s.columns(f), f)
	head := s.head(f)
	lines := append(head, s.columnTitles(columns, f))
	room := max(1, f.Height-len(lines)-detailRows(f))
	s.top = min(max(s.top, s.at-room+1), s.at)
	s.top = max(0, min(s.top, len(rows)-room))
	p := screen.Page{Title: s.title(f), RowCursor: s.typed == nil}
	for i := s.top; i < min(len(rows), s.top+room); i++ {
		if i == s.at {
			p.Cursor = &tea.Position{X: 0, Y: len(lines)}
		}
		lines = append(lines, s.row(rows[i], i == s.at, columns, from, f))
	}
	if len(rows) == 0 {
		lines = append(lines, f.Look.Muted.On(string(f.Texts.Wizard.NoTasksHere)))
	}
	for len(lines) < f.Height-detailRows(f) {
		lines = append(lines, "")
	}
	if len(rows) > 0 {
		lines = append(lines, s.detail(rows[s.at], f)...)
	}
	if s.typed != nil {
		s.placeCursor(&p, columns, from, len(head), f)
	}
	p.Lines = lines
	return p
}

// placeCursor puts the terminal's cursor in the text being typed.
func (s *Table) placeCursor(p *screen.Page, columns []column, from, head int, f screen.Frame) {
	if s.search {
		p.Cursor = &tea.Position{X: s.typed.Cursor().X + ansi.StringWidth(string(f.Texts.Wizard.Search)) + 1, Y: head - 1}
		return
	}
	if p.Cursor != nil {
		p.Cursor.X = f.Width + s.typed.Cursor().X
		for _, c := range columns[s.column-from:] {
			p.Cursor.X -= c.width
		}
	}
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
	return []string{f.Look.Strong.On(ansi.Truncate(asked, f.Width, "…")), s.state(f)}
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
	marked := s.markedHere(f)
	add(marked > 0, f.Look.Accent, w.Marked.For(marked))
	add(s.choice.words != "", screen.Paint{}, w.Found.Fill("words", s.choice.words))
	add(s.choice.filter != allTasks, screen.Paint{}, string(w.Filters[string(s.choice.filter)]))
	add(s.choice.group != "", screen.Paint{}, f.Texts.Group(f.Plan, s.choice.group))
	add(s.choice.order != byCatalogue, screen.Paint{}, string(w.Orders[string(s.choice.order)]))
	if len(parts) == 0 {
		again := slices.Contains(f.Plan.Round.Again, s.sheet.step())
		add(again, f.Look.Warn, string(w.AskedAgainKey))
		if ended := question.Ended(s.sheet.step(), f.Facts.Previous, f.Texts); again && f.Facts.IsRepeat && s.sheet < division {
			for _, line := range ended {
				add(true, f.Look.Muted, line)
			}
			return strings.Join(parts, " · ")
		}
		add(len(parts) == 0 && f.Facts.Done(s.sheet.step()) && s.sheet < division && s.unsolved(f) == 0, f.Look.Good, string(w.StepDone))
	}
	return strings.Join(append(parts, s.progress(f)), " · ")
}

// progress is how much is done, and the yardstick of step 5: the policy plan.
func (s *Table) progress(f screen.Frame) string {
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
	if yardstick := screen.OneLine(strings.TrimSpace(a.Evidence + " " + a.Note)); yardstick != "" && s.sheet == tailoring {
		text += f.Look.Muted.On(" · " + f.Texts.Wizard.Yardstick.Fill("plan", yardstick))
	}
	return text
}

// markedHere counts the marked tasks of this sheet.
func (s *Table) markedHere(f screen.Frame) (n int) {
	if len(s.marked) == 0 {
		return 0
	}
	for _, sec := range s.sections(f) {
		for _, t := range sec.Tasks {
			if s.marked[t.ID] {
				n++
			}
		}
	}
	return n
}

// unsolved counts the tasks whose expertise is missing, and of which nobody decided how that is solved.
func (s *Table) unsolved(f screen.Frame) (n int) {
	for _, sec := range s.sections(f) {
		for _, t := range sec.Tasks {
			if s.asks(t) && !t.Asks(s.sheet.step()) {
				n++
			}
		}
	}
	return n
}

// row draws a row: the head of a section with its progress, or a task with its decisions in the columns
// shown, the first of which has this place among all.
func (s *Table) row(row tableRow, focused bool, columns []column, from int, f screen.Frame) string {
	if row.task == nil {
		return s.sectionRow(row.section, focused, f)
	}
	t := *row.task
	pointer := "  "
	if focused {
		pointer = f.Look.Accent.On("▸ ")
	}
	title := screen.Fit(screen.OneLine(f.Texts.TaskTitle(t)), titleWidth(columns, f))
	if focused {
		title = f.Look.Strong.On(title)
	}
	line := pointer + s.sign(t, f) + " " + title
	for i, c := range columns {
		text := screen.OneLine(c.cell(t))
		if draft, refused := f.Drafts[c.cellID(t)]; refused && c.typed() {
			text = "!" + screen.OneLine(draft.Text)
		}
		cell := screen.Fit(text, c.width-1)
		switch chosen := focused && from+i == s.column; {
		case chosen && s.typed != nil && !s.search && s.cell == t.ID: // its box is seen
			line += f.Look.Accent.On("│") + screen.Fit(strings.Join(s.typed.Lines(), ""), c.width-2) + f.Look.Accent.On("│")
			continue
		case chosen:
			cell = f.Look.Chosen.On(cell)
		case strings.HasPrefix(cell, "("):
			cell = f.Look.Muted.On(cell)
		}
		line += " " + cell
	}
	return line
}

func (s *Table) sign(t steps.Task, f screen.Frame) string {
	switch {
	case s.marked[t.ID]:
		return f.Look.Accent.On("■")
	case s.asks(t):
		return f.Look.Warn.On("○")
	case s.sheet == tailoring && !t.Kept:
		return f.Look.Muted.On("–")
	case !t.Concerns(s.sheet.step()):
		return f.Look.Muted.On("·")
	}
	return f.Look.Good.On("✓")
}

func (s *Table) sectionRow(sec *section, focused bool, f screen.Frame) string {
	sign := "− "
	if s.isFolded(sec) {
		sign = "+ "
	}
	text := sign + sec.Title + "  " + strconv.Itoa(sec.total-sec.open) + "/" + strconv.Itoa(sec.total)
	if focused {
		return f.Look.Chosen.On(screen.Fit(text, f.Width))
	}
	return f.Look.Accent.On(text)
}

func (s *Table) columnTitles(columns []column, f screen.Frame) string {
	line := strings.Repeat(" ", titleWidth(columns, f)+4)
	for _, c := range columns {
		line += " " + screen.Fit(string(c.head), c.width-1)
	}
	return f.Look.Muted.On(line)
}

func titleWidth(columns []column, f screen.Frame) int {
	width := f.Width - 4
	for _, c := range columns {
		width -= c.width
	}
	return max(8, width)
}

// detail tells about the task the cursor is on: what it is, what is advised, what was noted.
func (s *Table) detail(row tableRow, f screen.Frame) []string {
	title := ""
	if row.task != nil {
		title = " " + ansi.Truncate(screen.OneLine(f.Texts.TaskTitle(*row.task)), f.Width-8, "…") + " "
	}
	lines := []string{f.Look.Muted.On("┄┄") + f.Look.Strong.On(title) + f.Look.Muted.On(strings.Repeat("┄", max(0, f.Width-2-ansi.StringWidth(title))))}
	var texts []string
	if s.wrong != "" {
		texts = append(texts, "! "+s.wrong)
	}
	if row.task == nil {
		if s.sheet == tailoring {
			texts = append(texts, f.Texts.Wizard.SectionHelp.For(row.section.open))
		}
	} else {
		texts = append(texts, s.about(*row.task, f)...)
	}
	for i, text := range texts {
		for _, l := range screen.Wrap(text, f.Width) {
			if i == 0 && s.wrong != "" {
				l = f.Look.Bad.On(l)
			}
			lines = append(lines, l)
		}
	}
	for len(lines) < detailRows(f) {
		lines = append(lines, "")
	}
	if last := detailRows(f) - 1; len(lines) > last+1 {
		lines[last] = ansi.Truncate(lines[last], f.Width-2, "") + " …"
	}
	return lines[:detailRows(f)]
}

// lastRound tells what was decided otherwise about a task when the last round ended; empty where nothing was.
func lastRound(t steps.Task, f screen.Frame) string {
	var said []string
	if !f.Facts.IsRepeat {
		return ""
	}
	for _, q := range question.TaskBeside(t, f.Plan, f.Facts.Previous, f.Texts) {
		if q.Before != "" {
			said = append(said, q.Label+" "+screen.OneLine(q.Before))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return f.Texts.Wizard.LastRound["answer"].Fill("answer", strings.Join(said, " · "))
}

func (s *Table) about(t steps.Task, f screen.Frame) (texts []string) {
	if s.sheet >= division {
		if !t.Concerns(s.sheet.step()) {
			texts = append(texts, string(f.Texts.Wizard.NotCounted))
		}
		texts = append(texts, loads(t, f))
	}
	if advice := f.Texts.SourcingAdvice(t); advice != "" && s.sheet == expertise {
		texts = append(texts, advice)
	}
	if s.sheet == tailoring {
		if rows := f.Plan.TaskFieldsAt(steps.Tasks); s.column < len(rows) && s.column > 1 {
			asked, _ := f.Texts.TaskQuestion(rows[s.column].Name, f.Plan)
			texts = append(texts, string(asked.Question))
		}
		if f.Plan.Variant() == steps.GroupVariant && t.Relevance != steps.DoesNotApply {
			texts = append(texts, LevelReason(f, t))
		}
	}
	for _, one := range f.Facts.Findings {
		if one.Task == t.ID && s.sheet != tailoring {
			texts = append(texts, "! "+f.Texts.Finding(one, f.Plan, f.Facts.Capacity))
		}
	}
	if t.Note != "" {
		texts = append(texts, string(f.Texts.Wizard.Note)+": "+screen.OneLine(t.Note))
	}
	if then := lastRound(t, f); then != "" {
		texts = append(texts, then)
	}
	if t.Proposed != nil {
		texts = append(texts, f.Texts.In(t.Proposed.Explain))
	}
	return texts
}

// LevelReason says in one line where a task is done, and why: what was answered with yes.
func LevelReason(f screen.Frame, t steps.Task) string {
	w := f.Texts.Wizard
	var why []string
	for _, fact := range f.Plan.WhyLevel(t.ID).Facts {
		if fact.Value == "true" {
			why = append(why, f.Texts.Field(string(fact.Field)))
		}
	}
	c, _ := f.Plan.Proposal(t, steps.Tasks)
	level, usual := c.Level.Value()
	switch {
	case t.Decision.Level != "":
		return w.LevelChosen.Fill("level", f.Texts.Value("level", string(t.Decision.Level)))
	case usual && len(why) == 0:
		return w.LevelUsual.Fill("level", f.Texts.Value("level", level))
	case len(why) == 0:
		return w.LevelNoReason.Fill("level", f.Texts.Value("level", string(t.Suggestion)))
	}
	return w.LevelReason.Fill("level", f.Texts.Value("level", string(t.Suggestion)), "why", strings.Join(why, ", "))
}

// loads sets the hours of who does a task, and of the school, against what there is.
func loads(t steps.Task, f screen.Frame) string {
	c := f.Facts.Capacity
	part := func(name string, asked, given steps.Tally) string {
		text := name + " " + f.Look.Bar.On(screen.HoursBar(asked, given, 10)) + " " + screen.HoursText(f.Texts, asked, given)
		return strings.ReplaceAll(text, " ", "\u00a0") // on one line
	}
	parts := []string{part(string(f.Texts.Wizard.WholeSchool), c.School, c.Given)}
	for _, m := range c.Members {
		if m.ID == t.Owner {
			parts = append([]string{part(screen.OneLine(f.Texts.MemberName(f.Plan, m.ID)), m.Owned(), m.Given)}, parts...)
		}
	}
	return strings.Join(parts, "   ")
}
