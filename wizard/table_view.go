package wizard

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
)

// How a table is drawn.

func (s *table) view(f frame) page {
	rows := s.rows(f)
	s.at = min(max(0, s.at), max(0, len(rows)-1))
	columns := s.columns(f)
	head := s.head(f)
	lines := append(head, s.columnTitles(columns, f))
	room := max(1, f.height-len(lines)-detailRows(f))
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
	for len(lines) < f.height-detailRows(f) {
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
	w := f.texts.Wizard
	if s.sheet >= division {
		return string(map[tableSheet]assets.Text{division: w.Division, matrix: w.Matrix}[s.sheet])
	}
	step := s.sheet.step()
	return w.StepOf.Fill("n", step.Number(), "total", len(steps.Tree)) + " · " + string(f.texts.Plan.Steps[step].Rail)
}

// head says what is asked, how far it is, and what it is held against.
func (s *table) head(f frame) []string {
	w := f.texts.Wizard
	asked := f.texts.Question(s.sheet.step(), f.plan)
	if s.sheet >= division {
		asked = string(w.DivisionQuestion)
	}
	return []string{f.look.strong.on(ansi.Truncate(asked, f.width, "…")), s.state(f)}
}

// state is the line under the question: what is searched, filtered, marked or to be confirmed, and how far it is.
func (s *table) state(f frame) string {
	w := f.texts.Wizard
	if s.search {
		return string(w.Search) + " " + strings.Join(s.typed.lines(), "")
	}
	var parts []string
	add := func(when bool, p paint, text string) {
		if when {
			parts = append(parts, p.on(text))
		}
	}
	add(len(s.marked) > 0, f.look.accent, w.Marked.For(len(s.marked)))
	add(s.choice.words != "", paint{}, w.Found.Fill("words", s.choice.words))
	add(s.choice.filter != allTasks, paint{}, string(w.Filters[filterNames[s.choice.filter]]))
	add(s.choice.group != "", paint{}, f.texts.Group(f.plan, s.choice.group))
	add(s.choice.order != byCatalogue, paint{}, string(w.Orders[orderNames[s.choice.order]]))
	if len(parts) == 0 {
		add(slices.Contains(f.plan.Round.Again, s.sheet.step()), f.look.warn, string(w.AskedAgainKey))
		add(len(parts) == 0 && f.facts.done(s.sheet.step()) && s.sheet < division, f.look.good, string(w.StepDone))
	}
	return strings.Join(append(parts, s.progress(f)), " · ")
}

// The ids of the filters and orders in the words.
var (
	filterNames = map[filter]string{openTasks: "open", unowned: "unowned", withFindings: "findings", markedTasks: "marked"}
	orderNames  = map[order]string{byTitle: "title", byHorizon: "horizon", byOwner: "owner", byHours: "hours"}
)

// progress is how much is done, and the yardstick of step 5: the policy plan.
func (s *table) progress(f frame) string {
	total, open := 0, 0
	for _, sec := range s.sections(f) {
		total += sec.total
		open += sec.open
	}
	text := f.texts.Wizard.Progress.Fill("done", total-open, "total", total)
	a := f.plan.Answers[steps.Policy]
	if yardstick := oneLine(strings.TrimSpace(a.Evidence + " " + a.Note)); yardstick != "" && s.sheet == tailoring {
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
	line := pointer + s.sign(t, f) + " " + title
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

func (s *table) sign(t steps.Task, f frame) string {
	switch {
	case s.marked[t.ID]:
		return f.look.accent.on("■")
	case s.asks(t):
		return f.look.warn.on("○")
	case s.sheet == tailoring && !t.Kept:
		return f.look.muted.on("–")
	case !s.counts(t):
		return f.look.muted.on("·")
	}
	return f.look.good.on("✓")
}

func (s *table) sectionRow(sec *section, focused bool, f frame) string {
	sign := "− "
	if s.isFolded(sec) {
		sign = "+ "
	}
	text := sign + sec.title + "  " + strconv.Itoa(sec.total-sec.open) + "/" + strconv.Itoa(sec.total)
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
	title := ""
	if row.task != nil {
		title = " " + ansi.Truncate(oneLine(f.texts.TaskTitle(*row.task)), f.width-8, "…") + " "
	}
	lines := []string{f.look.muted.on("┄┄") + f.look.strong.on(title) + f.look.muted.on(strings.Repeat("┄", max(0, f.width-2-ansi.StringWidth(title))))}
	var texts []string
	if s.wrong != "" {
		texts = append(texts, "! "+s.wrong)
	}
	if row.task == nil {
		if s.sheet == tailoring {
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
	for len(lines) < detailRows(f) {
		lines = append(lines, "")
	}
	return lines[:detailRows(f)]
}

func (s *table) about(t steps.Task, f frame) (texts []string) {
	if s.sheet >= division {
		texts = append(texts, loads(t, f))
	}
	if advice := f.texts.SourcingAdvice(t); advice != "" && s.sheet == expertise {
		texts = append(texts, advice)
	}
	if s.sheet == tailoring {
		if q := f.plan.TaskQuestions(); s.column < len(q) && s.column > 1 {
			texts = append(texts, string(f.texts.Plan.Questions[q[s.column]].Question))
		}
		if f.plan.Variant() == steps.GroupVariant && t.Relevance != steps.DoesNotApply {
			texts = append(texts, levelReason(f.plan, t, f))
		}
	}
	for _, one := range f.facts.findings {
		if one.Task == t.ID && s.sheet != tailoring {
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

// levelReason says in one line where a task is done, and why.
func levelReason(p steps.Plan, t steps.Task, f frame) string {
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
	c, _ := p.Proposal(t)
	level, usual := c.Level.Value()
	switch {
	case t.Decision.Level != "":
		return w.LevelChosen.Fill("level", f.texts.Value("level", string(t.Decision.Level)))
	case usual && len(why) == 0:
		return w.LevelUsual.Fill("level", f.texts.Value("level", level))
	case len(why) == 0:
		return w.LevelNoReason.Fill("level", f.texts.Value("level", string(t.Suggestion)))
	}
	return w.LevelReason.Fill("level", f.texts.Value("suggestion", string(t.Suggestion)), "why", strings.Join(why, ", "))
}

// loads sets the hours of who does a task, and of the school, against what there is.
func loads(t steps.Task, f frame) string {
	c := f.facts.capacity
	part := func(name string, planned, available steps.Decimal) string {
		return name + " " + f.look.bar.on(bar(planned, available, 10)) + " " +
			f.texts.Wizard.PlannedOf.Fill("planned", f.texts.Number(planned), "available", f.texts.Number(available))
	}
	parts := []string{part(string(f.texts.Wizard.WholeSchool), c.Planned, c.Available)}
	for _, m := range c.Members {
		if m.ID == t.Owner {
			parts = append([]string{part(oneLine(f.texts.MemberName(f.plan, m.ID)), m.Planned, m.Available)}, parts...)
		}
	}
	return strings.Join(parts, "   ")
}
