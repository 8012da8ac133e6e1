package table

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// What a table tells about the row with the cursor.

// titleRoom is how much of the titles of tasks has to be seen before what is told of one stands beside them, leastPane and
// mostPane are how wide that is, and betweenPanes is the room for the rule.
const titleRoom, leastPane, mostPane, betweenPanes = 44, 34, 64, 3

// roomy is the height from which there is room for more than the rows and what has to be known of one.
const roomy = 28

// paneWidth is the width of what is told beside the rows; 0 where it stands below them.
func (s *Table) paneWidth(f screen.Frame) int {
	width := f.Width - titleRoom - 4 - betweenPanes
	if width < leastPane {
		return 0
	}
	columns := s.columns(f)
	for _, c := range columns {
		width -= c.width
	}
	if width < leastPane {
		return 0
	}
	_, names := s.named(columns, width-leastPane, f) // whole headings come before a wide pane
	return min(width-names, mostPane)
}

// detailRows is how many rows at the foot tell about the row with the cursor, where a pane beside the rows is so wide: what is said of
// it, and where there is no pane the rest.
func detailRows(f screen.Frame, pane int) int {
	switch {
	case pane > 0:
		return 1
	case f.Height >= roomy:
		return 8
	}
	return 4
}

// place is the place of a task among those that the table shows, or of a section among the sections, in words.
func (s *Table) place(row tableRow, f screen.Frame) string {
	at, total, sections := 0, 0, s.sections(f)
	if row.task == nil {
		return f.Place(slices.Index(sections, row.section)+1, len(sections))
	}
	for _, sec := range sections {
		if sec == row.section {
			at = total + 1 + slices.Index(sec.Tasks, row.task)
		}
		total += len(sec.Tasks)
	}
	return f.Place(at, total)
}

// detail tells about the task the cursor is on, below the rows: what the column asks, what is advised, what was noted.
func (s *Table) detail(row tableRow, f screen.Frame) (lines []string) {
	rows := detailRows(f, 0) - 1 // below what is said of it
	for _, text := range s.told(row, f) {
		lines = append(lines, painted(text, f.Width)...)
	}
	for len(lines) < rows {
		lines = append(lines, "")
	}
	if last := rows - 1; len(lines) > last+1 {
		lines[last] = ansi.Truncate(lines[last], f.Width-2, "") + " …"
	}
	return lines[:rows]
}

// beside tells the same in a pane, and of a task all that was decided about it.
func (s *Table) beside(row tableRow, f screen.Frame, width, height int) []string {
	var lines []string
	if row.task != nil {
		lines = append(painted(paintedText{f.Look.Strong, screen.OneLine(f.Texts.TaskTitle(*row.task))}, width), "")
	}
	for _, text := range s.told(row, f) {
		lines = append(append(lines, painted(text, width)...), "")
	}
	if row.task != nil {
		lines = append(lines, decided(*row.task, f, width)...)
	}
	if len(lines) > height {
		lines = append(lines[:height-1], f.Look.Muted.On("…"))
	}
	return lines
}

// decided are the decisions about a task, each with its name.
func decided(t steps.Task, f screen.Frame, width int) (lines []string) {
	const label = 22
	for i := range steps.TaskFields {
		row := &steps.TaskFields[i]
		if row.Holds == steps.TextValue || row.Name == "group" || row.Name == "title" {
			continue
		}
		if said := cellOf(row, &f)(t); said != "" {
			paint := screen.Paint{}
			if strings.HasPrefix(said, "(") {
				paint = f.Look.Proposed
			}
			name := screen.Fit(assets.Capital(f.Texts.Field(row.Words)), label)
			lines = append(lines, f.Look.Muted.On(name)+paint.On(ansi.Truncate(screen.OneLine(said), max(1, width-label), "…")))
		}
	}
	return lines
}

// paintedText is a text with how it is painted.
type paintedText struct {
	screen.Paint
	text string
}

func painted(t paintedText, width int) []string {
	lines := screen.Wrap(t.text, width)
	for i := range lines {
		lines[i] = t.On(lines[i])
	}
	return lines
}

// told is what there is to tell about a row: what is wrong with what was typed, what the column at hand asks, and the rest.
func (s *Table) told(row tableRow, f screen.Frame) (texts []paintedText) {
	add := func(p screen.Paint, text string) {
		if text != "" {
			texts = append(texts, paintedText{p, text})
		}
	}
	if s.wrong != "" {
		add(f.Look.Bad, "! "+s.wrong)
	}
	add(f.Look.Accent, s.markedNext(row, f))
	if row.task == nil {
		if s.sheet == tailoring {
			add(screen.Paint{}, s.toAccept(row.section, f))
		}
		return texts
	}
	add(f.Look.Muted, s.asked(*row.task, f))
	for _, text := range s.about(*row.task, f) {
		add(screen.Paint{}, text)
	}
	return texts
}

// toAccept says what accepting does with all tasks of a section.
func (s *Table) toAccept(sec *section, f screen.Frame) string {
	confirmed, proposed := len(s.confirmed(f, sec.Tasks)), len(s.proposals(f, sec.Tasks))
	switch w := f.Texts.Wizard; {
	case confirmed > 0:
		return w.SectionDoubtful.For(confirmed)
	case proposed == 0:
		return string(s.nothingToAccept(f, sec.Tasks))
	case sec.open == 0:
		return w.SectionOnlyWhere.For(proposed)
	}
	return f.Texts.Wizard.SectionHelp.For(sec.open)
}

// markedNext says what space does to the marked tasks.
func (s *Table) markedNext(row tableRow, f screen.Frame) string {
	columns, marked := s.columns(f), s.markedHere(f)
	if len(marked) == 0 || s.sheet == Matrix || s.column >= len(columns) || columns[s.column].next == nil {
		return ""
	}
	at := marked[0]
	if row.task != nil {
		at = row.task
	}
	change, ok := s.nextFor(marked, *at, columns[s.column], f)
	if !ok {
		return ""
	}
	field, value := inWords(change, columns[s.column], f)
	said := f.Texts.Wizard.MarkedNext
	if value == "" {
		said = f.Texts.Wizard.MarkedClear
	}
	return said.For(len(marked), "field", field, "value", value)
}

// asked is what the column at hand asks.
func (s *Table) asked(t steps.Task, f screen.Frame) string {
	columns := s.columns(f)
	if s.column >= len(columns) {
		return ""
	}
	if s.sheet == Matrix {
		return string(f.Texts.Wizard.MatrixHelp)
	}
	c, head := columns[s.column], columns[s.column].head
	if isNarrow(columns, f) {
		head = c.shortHead(f)
	}
	asked, name := question.TaskField(t, c.row, f.Plan, f.Texts).Text, assets.Capital(f.Texts.Field(c.row.Words))
	if string(head) != name { // which is shorter
		return name + ": " + asked
	}
	return asked
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
	if s.sheet != tailoring && !t.Concerns(s.sheet.step()) {
		texts = append(texts, string(f.Texts.Wizard.NotCounted[string(s.sheet.step())]))
	}
	if s.sheet >= division {
		texts = append(texts, loads(t, f))
	}
	if advice := f.Texts.SourcingAdvice(t); advice != "" && s.sheet == expertise {
		texts = append(texts, advice)
	}
	if s.sheet == tailoring {
		if s.deservesLook(&t, &f) {
			keys := f.Texts.Wizard.DoubtfulLaterKeys
			if t.Relevance == steps.DoesNotApply {
				keys = f.Texts.Wizard.DoubtfulNotKeys
			}
			texts = append(texts, question.Doubt(t, f.Texts)+" "+string(keys))
		}
		if f.Plan.Variant() == steps.GroupVariant && (t.Kept || !t.Decided) { // what is dropped is nowhere
			texts = append(texts, LevelReason(f, t))
		}
	}
	for _, one := range f.Facts.Findings {
		if one.Task == t.ID && s.sheet != tailoring {
			texts = append(texts, "! "+f.Texts.Finding(one, f.Plan, f.Facts.Capacity))
		}
	}
	if len(t.Also) > 0 && s.choice.words != "" { // it may be found by that
		texts = append(texts, assets.Capital(f.Texts.Field("also"))+": "+screen.OneLine(strings.Join(t.Also, between)))
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
	case t.Decision.Level != "" && f.Plan.Variant() == steps.GroupVariant && t.Scale == nil && t.Specialist == nil && t.Local == nil:
		return w.LevelUnexplained.Fill("level", f.Texts.Value("level", string(t.Decision.Level)))
	case t.Decision.Level != "":
		return w.LevelChosen.Fill("level", f.Texts.Value("level", string(t.Decision.Level)))
	case usual && len(why) == 0:
		said := w.LevelUsual.Fill("level", f.Texts.Value("level", level))
		if t.Kept {
			said += " " + w.LevelUntil.Fill("level", f.Texts.Value("level", string(t.Level)))
		}
		return said
	case t.Suggestion == steps.ToWeigh:
		return w.LevelWeigh.Fill("why", strings.Join(why, ", "))
	case len(why) == 0:
		return w.LevelNoReason.Fill("level", f.Texts.Value("level", string(t.Suggestion)))
	}
	return w.LevelReason.Fill("level", f.Texts.Value("level", string(t.Suggestion)), "why", strings.Join(why, ", "))
}

// loads sets the hours of who does a task, and of the school, against what there is.
func loads(t steps.Task, f screen.Frame) string {
	c := f.Facts.Capacity
	part := func(name string, asked, given steps.Tally) string {
		text := name + " " + f.Look.Load(asked, given, screen.HoursScale(asked, given), 12) + " " + screen.HoursText(f.Texts, asked, given)
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
