package wizard

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
)

// How a table is drawn.

func (s *table) view(f frame) page {
	rows := s.rows(f)
	s.at = min(max(0, s.at), max(0, len(rows)-1))
	columns := columnsOf(s.step, f)
	head := s.head(f)
	lines := append(head, s.columnTitles(columns, f))
	room := max(1, f.height-len(lines)-detailRows)
	s.top = min(max(s.top, s.at-room+1), s.at)
	s.top = max(0, min(s.top, len(rows)-room))
	p := page{title: s.title(f), bare: s.typed == nil}
	for i := s.top; i < min(len(rows), s.top+room); i++ {
		if i == s.at {
			p.cursor = &tea.Position{X: 0, Y: len(lines)}
		}
		lines = append(lines, s.row(rows[i], i == s.at, columns, f))
	}
	if len(rows) == 0 {
		lines = append(lines, f.look.muted.on(string(f.texts.Wizard.NoTasksHere)))
	}
	for len(lines) < f.height-detailRows {
		lines = append(lines, "")
	}
	if len(rows) > 0 {
		lines = append(lines, s.detail(rows[s.at], f)...)
	}
	if s.typed != nil {
		s.placeCursor(&p, columns, len(head), f)
	}
	p.lines = lines
	return p
}

// placeCursor puts the terminal's cursor in what is being typed.
func (s *table) placeCursor(p *page, columns []column, head int, f frame) {
	if s.search {
		p.cursor = &tea.Position{X: s.typed.cursor().X + ansi.StringWidth(string(f.texts.Wizard.Search)) + 1, Y: head - 1}
		return
	}
	if p.cursor != nil {
		p.cursor.X = f.width - columns[len(columns)-1].width + s.typed.cursor().X
	}
}

func (s *table) title(f frame) string {
	step := s.step
	if step == steps.Team {
		return string(f.texts.Wizard.Division)
	}
	return f.texts.Wizard.StepOf.Fill("n", step.Number(), "total", len(steps.Tree)) + " · " + string(f.texts.Plan.Steps[step].Rail)
}

// head says what is asked, how far it is, and what it is held against.
func (s *table) head(f frame) []string {
	w := f.texts.Wizard
	question := f.texts.Question(s.step, f.plan)
	if s.step == steps.Team {
		question = string(w.DivisionQuestion)
	}
	lines := []string{f.look.strong.on(ansi.Truncate(question, f.width, "…"))}
	second := s.progress(f)
	switch {
	case s.search:
		second = string(w.Search) + " " + strings.Join(s.typed.lines(), "")
	case s.words != "":
		second = w.Found.Fill("words", s.words) + " · " + second
	case s.filter == openTasks:
		second = string(w.OnlyOpen) + " · " + second
	case slices.Contains(f.plan.Round.Again, s.step):
		second = f.look.warn.on(string(w.AskedAgainKey)) + " · " + second
	case f.facts.done(s.step) && s.step != steps.Team:
		second = f.look.good.on(string(w.StepDone)) + " · " + second
	}
	return append(lines, second)
}

// progress is how much is done, and the yardstick of step 5: the policy plan.
func (s *table) progress(f frame) string {
	total, open := 0, 0
	for _, sec := range s.sections(f) {
		total += len(sec.tasks)
		open += sec.open
	}
	text := f.texts.Wizard.Progress.Fill("done", total-open, "total", total)
	a := f.plan.Answers[steps.Policy]
	if yardstick := oneLine(strings.TrimSpace(a.Evidence + " " + a.Note)); yardstick != "" && s.step == steps.Tasks {
		text += f.look.muted.on(" · " + f.texts.Wizard.Yardstick.Fill("plan", yardstick))
	}
	return text
}

// row draws a row: the head of a section with its progress, or a task with its decisions.
func (s *table) row(row tableRow, focused bool, columns []column, f frame) string {
	if row.task == nil {
		return s.sectionRow(row.section, focused, f)
	}
	t := *row.task
	pointer := "  "
	if focused {
		pointer = f.look.accent.on("▸ ")
	}
	title := fit(oneLine(f.texts.TaskTitle(t)), titleWidth(columns, f))
	if focused {
		title = f.look.strong.on(title)
	}
	line := pointer + s.mark(t, f) + " " + title
	for i, c := range columns {
		cell := fit(oneLine(c.cell(t)), c.width-1)
		switch chosen := focused && i == s.column; {
		case chosen && s.typed != nil && !s.search:
			cell = fit(strings.Join(s.typed.lines(), ""), c.width-1)
		case chosen:
			cell = f.look.chosen.on(cell)
		case strings.HasPrefix(cell, "("):
			cell = f.look.muted.on(cell)
		}
		line += " " + cell
	}
	return line
}

func (s *table) mark(t steps.Task, f frame) string {
	switch {
	case s.asks(t):
		return f.look.warn.on("○")
	case s.step == steps.Tasks && !t.Kept:
		return f.look.muted.on("–")
	}
	return f.look.good.on("✓")
}

func (s *table) sectionRow(sec *section, focused bool, f frame) string {
	sign := "▾ "
	if s.folded[sec.id] && s.words == "" && s.filter == allTasks {
		sign = "▸ "
	}
	text := sign + sec.title + "  " + strconv.Itoa(len(sec.tasks)-sec.open) + "/" + strconv.Itoa(len(sec.tasks))
	if focused {
		return f.look.chosen.on(fit(text, f.width))
	}
	return f.look.accent.on(text)
}

func (s *table) columnTitles(columns []column, f frame) string {
	line := strings.Repeat(" ", titleWidth(columns, f)+4)
	for _, c := range columns {
		line += " " + fit(string(c.head), c.width-1)
	}
	return f.look.muted.on(line)
}

func titleWidth(columns []column, f frame) int {
	width := f.width - 4
	for _, c := range columns {
		width -= c.width
	}
	return max(8, width)
}

// detail tells about the task the cursor is on: what it is, what is advised, what was noted.
func (s *table) detail(row tableRow, f frame) []string {
	lines := []string{f.look.muted.on(strings.Repeat("┄", f.width))}
	var texts []string
	if s.wrong != "" {
		texts = append(texts, "! "+s.wrong)
	}
	if row.task == nil {
		if s.step == steps.Tasks {
			texts = append(texts, f.texts.Wizard.SectionHelp.For(row.section.open))
		}
	} else {
		texts = append(texts, s.about(*row.task, f)...)
	}
	for i, text := range texts {
		for _, l := range wrap(text, f.width) {
			if i == 0 && s.wrong != "" {
				l = f.look.bad.on(l)
			}
			lines = append(lines, l)
		}
	}
	for len(lines) < detailRows {
		lines = append(lines, "")
	}
	return lines[:detailRows]
}

func (s *table) about(t steps.Task, f frame) (texts []string) {
	if advice := f.texts.SourcingAdvice(t); advice != "" && s.step == steps.Expertise {
		texts = append(texts, advice)
	}
	if s.step == steps.Tasks && f.plan.Variant() == steps.GroupVariant && t.Kept {
		texts = append(texts, levelReason(t, f))
	}
	for _, one := range f.facts.findings {
		if one.Task == t.ID && s.step != steps.Tasks {
			texts = append(texts, "! "+f.texts.Finding(one, f.plan, f.facts.capacity))
		}
	}
	if t.Note != "" {
		texts = append(texts, string(f.texts.Wizard.Note)+": "+oneLine(t.Note))
	}
	if t.Proposed != nil {
		texts = append(texts, f.texts.In(t.Proposed.Explain))
	}
	return texts
}

// levelReason says in one line which level follows from the answers, and why.
func levelReason(t steps.Task, f frame) string {
	w := f.texts.Wizard
	var why []string
	for _, q := range []struct {
		on    *bool
		field string
	}{{t.Scale, "scale"}, {t.Specialist, "specialist"}, {t.Local, "local"}} {
		if q.on != nil && *q.on {
			why = append(why, f.texts.Field(q.field))
		}
	}
	if len(why) == 0 {
		return w.LevelNoReason.Fill("level", f.texts.Value("level", string(t.Suggestion)))
	}
	return w.LevelReason.Fill("level", f.texts.Value("suggestion", string(t.Suggestion)), "why", strings.Join(why, ", "))
}
