package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// column is one decision about tasks: how it is shown, and which value comes next.
type column struct {
	row   *steps.FieldOf[steps.Decision]
	key   string
	head  assets.Text // its name above the column
	width int         // with the blank before it
	most  int         // the width in which all that is proposed is whole, 0 for no more
	cell  func(t steps.Task) string
	next  func(t steps.Task) (steps.Change, bool) // nil where the value is typed
}

// typed says whether a number is typed in the column; a text is typed on the page of the task.
func (c column) typed() bool { return c.next == nil && c.row.Holds == steps.HoursValue }

// columns are the decisions of a sheet in the plan's variant.
func (s *Table) columns(f screen.Frame) (columns []column) {
	if s.sheet == Matrix {
		return matrixColumns(f)
	}
	for _, row := range f.Plan.TaskFieldsAt(s.sheet.step()) {
		columns = append(columns, columnOf(row, &f))
	}
	return columns
}

// particular are the keys that give fields their next value, and the widths of columns with more than a word.
var particular = map[string]struct {
	key      string
	width    int
	proposed string // the longest word that is usually proposed, which stands there in brackets
	longest  string // one that is seldom proposed, which is whole where there is room
	alone    bool   // its words say by themselves what they are about
}{
	"relevance": {key: "g", width: 11, longest: string(steps.DoesNotApply), alone: true}, "horizon": {key: "t", width: 11, proposed: string(steps.Short), alone: true}, "level": {key: "i", width: 9},
	"feedback": {key: "m"}, "scale": {key: "x"}, "specialist": {key: "c"}, "local": {key: "l"},
	"expertise": {key: "e", width: 10}, "sourcing": {key: "p", width: 16},
	"owner": {key: "o", width: 15}, "backup": {key: "r", width: 15}, "hours": {key: "u", width: 8},
}

// leastColumn is the width of a column that only ticks.
const leastColumn = 5

// columnOf is the column of a field. All columns share the frame.
func columnOf(row *steps.FieldOf[steps.Decision], f *screen.Frame) column {
	head := cmp.Or(f.Texts.Wizard.Columns[row.Name], assets.Text(assets.Capital(f.Texts.Field(row.Words))))
	own := particular[row.Name]
	width := cmp.Or(own.width, max(leastColumn, len([]rune(head))+1))
	if own.proposed != "" {
		width = max(width, ansi.StringWidth(f.Texts.Value(row.Words, own.proposed))+len("() "))
	}
	most := 0
	if own.longest != "" {
		most = ansi.StringWidth(f.Texts.Value(row.Words, own.longest)) + len("() ")
	}
	return column{row, own.key, head, width, most, cellOf(row, f), nextOf(row, &f.Plan)}
}

// cellOf formats the value of a field, or the one that it counts as while nobody decided it: in brackets where that is only proposed.
func cellOf(row *steps.FieldOf[steps.Decision], f *screen.Frame) func(steps.Task) string {
	return func(t steps.Task) string {
		value := row.Value(t.Decision)
		if yes, ticked := value.(bool); ticked && t.Presumed(row.Name) == nil {
			return tick(yes)
		}
		if value != nil {
			return f.Texts.FieldValue(row.PlanField, value, f.Plan)
		}
		said, proposed := Assumed(t, row, f)
		if proposed {
			return "(" + said + ")"
		}
		return said
	}
}

// tick is the sign of a yes or a no.
func tick(yes bool) string {
	if yes {
		return "✓"
	}
	return "–"
}

// Assumed says what a field of a task counts as while nobody decided it, and whether that is only proposed; empty where it counts as nothing.
func Assumed(t steps.Task, row *steps.FieldOf[steps.Decision], f *screen.Frame) (said string, proposed bool) {
	of, value, proposed := f.Plan.Assumed(t, row)
	if value == nil {
		return "", false
	}
	return f.Texts.FieldValue(of, value, f.Plan), proposed
}

// nextOf gives the value after the present one: a yes is turned on and off, and after the last of several comes none.
func nextOf(row *steps.FieldOf[steps.Decision], plan *steps.Plan) func(steps.Task) (steps.Change, bool) {
	switch row.Holds {
	case steps.BooleanValue:
		return func(t steps.Task) (c steps.Change, ok bool) {
			row.Give(&c, cmp.Or(t.Presumed(row.Name), row.Value(t.Decision)) != true)
			return c, true
		}
	case steps.WordValue, steps.MemberValue:
		return func(t steps.Task) (steps.Change, bool) { return cycle(row, t, plan.Candidates(t, row)) }
	}
	return nil
}

const shareWidth = 11 // of a column of the matrix, with all that it can say

// matrixColumns set each member against the tasks.
func matrixColumns(f screen.Frame) (columns []column) {
	titles := titlesOf(f.Plan.Members)
	for i, m := range f.Plan.Members {
		columns = append(columns, column{steps.TaskField("owner"), "", assets.Text(titles[i]), shareWidth, 0, func(t steps.Task) string {
			brings := broughtTo(t, m)
			switch m.ID {
			case t.Owner:
				return brings + string(f.Texts.Wizard.Columns["owns"])
			case t.Backup:
				return brings + string(f.Texts.Wizard.Columns["steps-in"])
			}
			return brings + "·"
		}, nextShare(m.ID)})
	}
	return columns
}

// broughtTo marks what a member brings to a task: k where they know it, w where they like it.
func broughtTo(t steps.Task, m steps.Member) (marks string) {
	for _, list := range []struct {
		mark   string
		values []string
	}{{"k", m.Knows}, {"w", m.Prefers}} {
		if task, group := t.Names(list.values); task || group {
			marks += list.mark
		}
	}
	if marks != "" {
		marks += " "
	}
	return marks
}

// fitted makes columns as narrow as what stands in them, where the titles of tasks have too little room: with short heads and words. They are no wider than
// they were, and do not change with what is filtered.
func (s *Table) fitted(columns []column, f screen.Frame) []column {
	if !isNarrow(columns, f) {
		return columns
	}
	columns = slices.Clone(columns)
	if s.sheet != Matrix {
		shorten(columns, f)
	}
	for i, width := range s.fit.widthsOf(columns, s.sheet, f) {
		columns[i].width = width
	}
	return columns
}

// shorten gives columns short heads and words, and calls people by their first names.
func shorten(columns []column, f screen.Frame) {
	called := map[string]string{}
	if slices.ContainsFunc(columns, func(c column) bool { return c.row.Holds == steps.MemberValue }) {
		for i, title := range titlesOf(f.Plan.Members) {
			called[f.Plan.Members[i].ID] = title
		}
	}
	for i := range columns {
		c := &columns[i]
		c.head, c.most = c.shortHead(f), 0
		whole := c.cell
		if c.row.Holds == steps.MemberValue {
			c.cell = func(t steps.Task) string {
				id, _ := c.row.Value(t.Decision).(string)
				return cmp.Or(called[id], whole(t))
			}
		}
		if short := shortValues(c.row.Words, f); len(short) > 0 {
			c.cell = func(t steps.Task) string {
				said := whole(t)
				return cmp.Or(short[said], said)
			}
		}
	}
}

// isNarrow says whether the titles of tasks have too little room beside columns.
func isNarrow(columns []column, f screen.Frame) bool {
	return titleWidth(columns, f) < titleRoom
}

// shortHead is the shortest name of the column.
func (c column) shortHead(f screen.Frame) assets.Text {
	return cmp.Or(f.Texts.Wizard.NarrowColumns[c.row.Name], c.head)
}

// shortValues are the short words for the values of a field, by the usual ones; also for those that are proposed, in brackets.
func shortValues(field string, f screen.Frame) map[string]string {
	short := map[string]string{}
	for value, word := range f.Texts.Wizard.NarrowValues[field] {
		usual := f.Texts.Value(field, value)
		short[usual], short["("+usual+")"] = string(word), "("+string(word)+")"
	}
	return short
}

// fitting keeps how wide columns are for what stands in them.
type fitting struct {
	sheet   Sheet
	width   int
	words   *assets.Texts
	members []steps.Member
	tasks   []steps.Task
	widths  []int
}

// widthsOf works the widths out anew for other columns, words, people or tasks. What is decided makes columns wider and not narrower: only the
// tasks that it is about are looked at, and nothing moves under the hand without need.
func (s *fitting) widthsOf(columns []column, sheet Sheet, f screen.Frame) []int {
	tasks := f.Plan.Overview(sheet.step())
	same := func(a, b steps.Member) bool {
		return a.ID == b.ID && a.Name == b.Name && (sheet != Matrix || slices.Equal(a.Knows, b.Knows) && slices.Equal(a.Prefers, b.Prefers))
	}
	if len(s.widths) == len(columns) && s.sheet == sheet && s.width == f.Width && s.words == f.Texts && len(s.tasks) == len(tasks) && slices.EqualFunc(s.members, f.Plan.Members, same) {
		var changed []steps.Task
		for i := range tasks {
			if tasks[i].Decision != s.tasks[i].Decision {
				changed = append(changed, tasks[i])
			}
		}
		if len(changed) > 0 {
			for i, width := range fit(columns, changed) {
				s.widths[i] = max(s.widths[i], width)
			}
		}
		s.tasks = tasks
		return s.widths
	}
	*s = fitting{sheet, f.Width, f.Texts, f.Plan.Members, tasks, fit(columns, tasks)}
	return s.widths
}

// fit is how wide columns are for what stands in them about tasks; one where a number is typed keeps the room for that.
func fit(columns []column, tasks []steps.Task) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		if widths[i] = c.width; c.typed() {
			continue
		}
		width := ansi.StringWidth(string(c.head))
		for _, t := range tasks {
			width = max(width, ansi.StringWidth(screen.OneLine(c.cell(t))))
		}
		widths[i] = min(c.width, width+1)
	}
	return widths
}

// window are the columns that are shown, and the place of the first among all: of more than fit, those up to the cursor.
func (s *Table) window(columns []column, f screen.Frame) (shown []column, from int) {
	title := 20 // at least, with the signs before it
	if s.sheet == Matrix {
		title = 25
	}
	width := func(columns []column) (sum int) {
		for _, c := range columns {
			sum += c.width
		}
		return sum
	}
	to, room := len(columns), max(0, f.Width-title)
	for last := min(s.column, to-1); from < last && width(columns[from:last+1]) > room; {
		from++
	}
	for to > max(from+1, s.column+1) && width(columns[from:to]) > room {
		to--
	}
	return columns[from:to], from
}

// widened gives columns their full names, and room for all that is proposed, where there is room beside the titles of tasks.
func (s *Table) widened(columns []column, f screen.Frame) []column {
	room := f.Width - 4 - titleRoom
	for _, c := range columns {
		room -= c.width
	}
	columns, taken := s.named(columns, room, f)
	for i := range columns {
		if more := max(0, columns[i].most-columns[i].width); taken+more <= room {
			columns[i].width, taken = columns[i].width+more, taken+more
		}
	}
	return columns
}

// named gives those columns their full names that there is room for, and says how much room they take of it.
func (s *Table) named(columns []column, room int, f screen.Frame) (named []column, taken int) {
	if s.sheet == Matrix { // of which each is called after a member
		return columns, 0
	}
	named = slices.Clone(columns)
	for i := range named {
		c := &named[i]
		name := assets.Text(assets.Capital(f.Texts.Field(c.row.Words)))
		if more := max(0, ansi.StringWidth(string(name))+1-c.width); taken+more <= room {
			c.head, c.width, taken = name, c.width+more, taken+more
		}
	}
	return named, taken
}

// mostOfSurname is how many letters of what stands behind a first name are shown of it.
const mostOfSurname = 4

// titlesOf are short names that tell members apart: the first one, with so many letters of the others as that takes, or with
// a number.
func titlesOf(members []steps.Member) []string {
	titles := make([]string, len(members))
	number := map[string]int{}
	for letters := range mostOfSurname + 2 {
		seen := map[string]int{}
		for _, title := range titles {
			seen[title]++
		}
		for i, m := range members {
			if seen[titles[i]] == 1 && titles[i] != "" {
				continue
			}
			first, others, _ := strings.Cut(screen.OneLine(m.Name), " ")
			if letters <= mostOfSurname {
				titles[i] = titled(first, strings.TrimSpace(string([]rune(others)[:min(letters, len([]rune(others)))])), ".")
				continue
			}
			base := titled(first, "0", "")
			number[base]++
			titles[i] = titled(first, strconv.Itoa(number[base]), "")
		}
	}
	return titles
}

// titled is a first name with what stands behind it, as wide as a column of the matrix.
func titled(first, behind, end string) string {
	if behind == "" {
		return ansi.Truncate(first, shareWidth-1, "…")
	}
	behind = " " + behind + end
	return ansi.Truncate(first, shareWidth-1-ansi.StringWidth(behind), "") + behind
}

// nextShare makes a member the owner of a task, then the one who steps in, then neither.
func nextShare(member string) func(steps.Task) (steps.Change, bool) {
	return func(t steps.Task) (c steps.Change, ok bool) {
		switch member {
		case t.Owner:
			c.Owner, c.Backup = steps.Clear[string](), steps.Set(member)
		case t.Backup:
			c.Backup = steps.Clear[string]()
		default:
			c.Owner = steps.Set(member)
		}
		return c, true
	}
}

// cycle gives the value after the present one; after the last comes none.
func cycle(row *steps.FieldOf[steps.Decision], t steps.Task, values []string) (c steps.Change, ok bool) {
	now := row.Value(t.Decision)
	row.Give(&c, nil)
	if next := slices.IndexFunc(values, func(v string) bool { return v == now }) + 1; (now == nil || next > 0) && next < len(values) {
		row.Give(&c, values[next])
	}
	return c, len(values) > 0
}
