package page

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// How a proposed division is drawn.

// View draws what is asked, the rows of the division that is chosen, what it comes to, and at the foot why.
func (s *division) View(f screen.Frame) screen.Page {
	s.look(f)
	words, rows := f.Texts.Division, s.rows(f)
	p := screen.Page{Title: s.title(f), RowCursor: true, Cursor: &tea.Position{}}
	p.Lines = s.head(f)
	if s.drawn = s.drawn[:0]; len(rows) == 0 {
		said := string(words.Nothing)
		if s.request.Away != "" {
			said = "" // which is said above
		}
		p.Lines = append(append(p.Lines, ""), screen.Wrap(strings.TrimSpace(said+" "+string(s.other(f))), f.Width)...)
		return p
	}
	p.Lines = append(p.Lines, s.columnTitles(f))
	foot := s.foot(rows, f)
	more := len(s.row(rows[s.at], true, f)) - 1
	var sums []string
	if !s.weighing { // which takes their room
		costs, hint := s.costLines(f), painted(f.Look.Muted, screen.Wrap(f.Texts.DivisionHint(f.Plan), f.Width))
		room := f.Height - len(p.Lines) - min(len(rows), leastRows) - more - 1 - len(costs) - len(foot)
		if len(rows) > leastRows && room <= len(hint) {
			hint = nil
		}
		sums = slices.Concat([]string{""}, s.people(room-len(hint), f), costs, hint)
	}
	s.drawn = append(s.drawn, slices.Repeat([]int{-1}, len(p.Lines))...)
	room := max(1, f.Height-len(p.Lines)-len(sums)-len(foot)-more)
	s.top = min(max(s.top, s.at-room+1), s.at, max(0, len(rows)-room))
	for i := s.top; i < min(len(rows), s.top+room); i++ {
		drawn := s.row(rows[i], i == s.at, f)
		if i == s.at {
			p.Cursor = &tea.Position{Y: len(p.Lines)}
			drawn[0] = f.Placed(drawn[0], rows[i].like(rows[:i+1]), rows[i].like(rows), f.Width)
			for j := range drawn {
				drawn[j] = f.Look.Selection.Lay(drawn[j], f.Width)
			}
		}
		p.Lines, s.drawn = append(p.Lines, drawn...), append(s.drawn, slices.Repeat([]int{i}, len(drawn))...)
	}
	if hidden := len(rows) - s.top - room; hidden > 0 && len(sums) > 0 {
		sums[0] = f.Look.Muted.On("    " + words.MoreRows.For(hidden))
	}
	p.Lines = append(p.Lines, sums...)
	for len(p.Lines) < f.Height-len(foot) {
		p.Lines = append(p.Lines, "")
	}
	foot[0] = f.Look.Muted.On(strings.Repeat("┄", f.Width))
	p.Lines = append(p.Lines, foot...)
	return p
}

// leastRows is how many of the rows are seen at least before all people are.
const leastRows = 8

// title names the screen, and how much changes.
func (s *division) title(f screen.Frame) string {
	words, d := f.Texts.Division, s.chosen()
	if d.Away != "" {
		return words.AwayTitle.Fill("member", screen.OneLine(f.Texts.MemberName(f.Plan, d.Away)))
	}
	if changed, _ := d.Changed(); len(changed) > 0 {
		return string(words.Title) + ": " + words.ChangesTitle.For(len(changed))
	}
	return string(words.Title)
}

// head says what the screen is about and what can be done with it.
func (s *division) head(f screen.Frame) (lines []string) {
	words, d := f.Texts.Division, s.chosen()
	if d.Away != "" {
		said := f.Texts.DivisionAway(d, f.Plan)
		if n := len(d.Stranded); n > 0 {
			said = append(said, words.StrandedRows.For(n, "member", screen.OneLine(f.Texts.MemberName(f.Plan, d.Away))))
		}
		lines = screen.Wrap(strings.Join(said, " "), f.Width)
		return append(lines, painted(f.Look.Muted, screen.Wrap(string(words.AwayKeys), f.Width))...)
	}
	if len(d.Rows)+len(d.Left)+len(d.LeftOut) == 0 {
		return nil
	}
	n := len(d.Rows) + len(d.Left) + len(d.LeftOut)
	asked := words.WhoTakes.For(n)
	switch {
	case s.all:
		asked = string(words.WhoTakesAll)
	case s.request.Tasks != nil:
		asked = words.WhoTakesMarked.For(n)
	}
	lines = append(lines, f.Look.Strong.On(ansi.Truncate(asked, f.Width, "…")))
	if s.weighing { // which takes the room
		return lines
	}
	lines = append(lines, painted(f.Look.Muted, screen.Wrap(strings.TrimSpace(string(words.Keys)+" "+string(s.other(f))), f.Width))...)
	if f.Height >= roomyDivision {
		lines = append(lines, "")
	}
	return lines
}

// other says with which key other tasks are divided; nothing where the tasks are given.
func (s *division) other(f screen.Frame) assets.Text {
	switch words := f.Texts.Division; {
	case s.request.Away != "", s.request.Tasks != nil:
		return ""
	case s.all:
		return words.Only
	default:
		return words.Others
	}
}

// roomyDivision is the height from which there is room for air, and for what the three divisions cost.
const roomyDivision = 30

// costColumns are what the divisions are compared by, where there is room for all.
func costColumns(f screen.Frame) []string {
	if f.Width < wideDivision {
		return []string{"overload", "pillars", "wishes", "left"}
	}
	return []string{"overload", "pillars", "wishes", "known", "without_backup", "left"}
}

// costLines say by what it was divided and by what else it can be: in one line, or beside what each comes to where there is room.
func (s *division) costLines(f screen.Frame) (lines []string) {
	var made []steps.Division
	for _, favour := range steps.Favours {
		if d, looked := s.made[favour]; looked {
			made = append(made, d)
		}
	}
	differs := slices.ContainsFunc(made, func(d steps.Division) bool { return !d.Same(s.chosen()) }) || len(made) < len(steps.Favours)
	switch {
	case !differs:
	case f.Height < roomyDivision:
		lines = append(lines, s.favours(f))
	default:
		lines = append(append(lines, ""), s.costTable(f)...)
	}
	return append(lines, painted(f.Look.Muted, screen.Wrap(f.Texts.DivisionSame(s.chosen(), made), f.Width))...)
}

// favours are the three in one line; the one that is chosen stands out.
func (s *division) favours(f screen.Frame) string {
	words := f.Texts.Division
	line := f.Look.Muted.On(string(words.Favour))
	for _, favour := range steps.Favours {
		if name := string(words.Favours[favour]); favour == s.request.Favour {
			line += "  ● " + f.Look.Strong.On(name)
		} else {
			line += "  ○ " + name
		}
	}
	return ansi.Truncate(line, f.Width, "…")
}

// costTable sets what the three divisions come to beside each other; one that comes to the same as the chosen is left out.
func (s *division) costTable(f screen.Frame) []string {
	words := f.Texts.Division
	name := ansi.StringWidth(string(words.Favour))
	for _, favour := range steps.Favours {
		name = max(name, ansi.StringWidth(string(words.Favours[favour])))
	}
	columns := costColumns(f)
	line := "  " + screen.Fit(string(words.Favour), name)
	for _, column := range columns {
		line += "  " + string(words.Costs[column])
	}
	lines := []string{f.Look.Muted.On(ansi.Truncate(line, f.Width, "…"))}
	for _, favour := range steps.Favours {
		costs := map[string]string{}
		d, made := s.made[favour]
		if made && favour != s.request.Favour && d.Same(s.chosen()) {
			continue // which is said below
		}
		if made {
			if costs = f.Texts.DivisionCosts(d, f.Plan); d.Cost.Left > 0 {
				costs["left"] += " (" + words.Hours.Fill("n", costs["hours_short"]) + ")"
			}
		}
		cells := ""
		for _, column := range columns {
			cells += "  " + screen.Fit(cmp.Or(costs[column], "…"), ansi.StringWidth(string(words.Costs[column])))
		}
		sign, title := "○ ", screen.Fit(string(words.Favours[favour]), name)
		if favour == s.request.Favour {
			sign, title = "● ", f.Look.Strong.On(title)
		}
		lines = append(lines, ansi.Truncate(sign+title+cells, f.Width, "…"))
	}
	return lines
}

// people are the hours of everyone before and with the division, in as few lines as they take. Where those are more than there is room for,
// they are only of whom the division gives other hours, or too many; and of as many of these as fit, at least in one line.
func (s *division) people(room int, f screen.Frame) []string {
	said, over := f.Texts.DivisionPeople(s.chosen(), f.Plan)
	bearing := slices.DeleteFunc(slices.Clone(s.chosen().People), func(b steps.Bearing) bool { return b.Member == s.request.Away })
	var shown []saidOf
	for i := range said {
		shown = append(shown, saidOf{said[i], over[i]})
	}
	lines := s.peopleLines(shown, "", f)
	few := f.Height / 8
	if len(lines) <= max(room, few) {
		return lines
	}
	room = min(room, few) // the rest is for the rows
	shown = slices.DeleteFunc(slices.Clone(shown), func(text saidOf) bool {
		b := bearing[slices.Index(said, text.text)]
		return b.Before == b.After && !text.over
	})
	for {
		others := ""
		if n := len(said) - len(shown); n > 0 {
			others = f.Texts.Division.MorePeople.For(n)
		}
		lines = s.peopleLines(shown, others, f)
		if len(lines) <= max(1, room) || len(shown) == 0 {
			return lines
		}
		shown = shown[:len(shown)-1]
	}
}

// saidOf is what is said of somebody, and whether that is too much.
type saidOf struct {
	text string
	over bool
}

// peopleLines are what is said of people, and of the others that they are there, in as few lines as they take.
func (s *division) peopleLines(people []saidOf, others string, f screen.Frame) (lines []string) {
	if len(people) == 0 && others == "" {
		return nil
	}
	before, after, _ := strings.Cut(f.Texts.Division.People.Fill("people", "\x00"), "\x00")
	line, width := f.Look.Muted.On(before), ansi.StringWidth(before)
	indent, first := strings.Repeat(" ", min(width, f.Width/4)), true
	add := func(said string, paint screen.Paint) {
		w := ansi.StringWidth(said)
		switch {
		case first:
		case width+len(between)+w > f.Width:
			lines, line, width = append(lines, line), indent, len(indent)
		default:
			line, width = line+f.Look.Muted.On(between), width+ansi.StringWidth(between)
		}
		line, width, first = line+paint.On(ansi.Truncate(said, f.Width-width, "…")), width+w, false
	}
	for _, one := range people {
		if one.over {
			add(one.text, f.Look.Warn)
		} else {
			add(one.text, screen.Paint{})
		}
	}
	if others != "" {
		add(others, f.Look.Muted)
	}
	return append(lines, line+after)
}

// wideDivision is the width from which members are called in full.
const wideDivision = 100

// called is a member's name, where there is little room only the first of it if nobody else is called so.
func called(f screen.Frame, id string) string {
	name := screen.OneLine(f.Texts.MemberName(f.Plan, id))
	first, _, _ := strings.Cut(name, " ")
	alone := func(m steps.Member) bool { return m.ID != id && strings.HasPrefix(screen.OneLine(m.Name), first) }
	if f.Width >= wideDivision || slices.ContainsFunc(f.Plan.Members, alone) {
		return name
	}
	return first
}

// widths are those of the columns behind the task, of which that of the hours holds the longest. What short names leave goes to why.
func (s *division) widths(f screen.Frame) (task int, widths map[string]int) {
	hours, d := ansi.StringWidth(string(f.Texts.Division.Columns["hours"]))+1, s.chosen()
	holds := func(n steps.Decimal, estimated bool) {
		hours = max(hours, ansi.StringWidth(f.Texts.DivisionNumber(n, estimated))+1)
	}
	for _, row := range slices.Concat(d.Rows, d.Stranded) {
		holds(row.Hours, row.Estimated)
	}
	for _, left := range d.Left {
		holds(left.Hours, left.Estimated)
	}
	widths = map[string]int{"owner": 9, "backup": 11, "hours": hours, "why": 23}
	if f.Width >= wideDivision {
		const most = 18
		name := ansi.StringWidth(string(f.Texts.Division.Columns["backup"]))
		for _, m := range f.Plan.Members {
			name = min(most-2, max(name, ansi.StringWidth(called(f, m.ID))))
		}
		widths = map[string]int{"owner": name + 2, "backup": name + 2, "hours": max(7, hours), "why": 32 + 2*(most-2-name)}
	}
	task = f.Width - 4
	for _, width := range widths {
		task -= width
	}
	return max(12, task), widths
}

func (s *division) columnTitles(f screen.Frame) string {
	task, widths := s.widths(f)
	words := f.Texts.Division.Columns
	line := "    " + screen.Fit(string(words["task"]), task)
	for _, column := range []string{"owner", "backup", "hours", "why"} {
		line += screen.Fit(" "+string(words[column]), widths[column])
	}
	return f.Look.Muted.On(line)
}

// row draws a task with who takes it and why, or something to do about those that nobody takes. Below it stands what else there is of
// the title of the one with the cursor.
func (s *division) row(row proposedRow, focused bool, f screen.Frame) []string {
	pointer := "  "
	if focused {
		pointer = f.Look.Accent.On("▸ ")
	}
	if row.task == "" {
		text := screen.Fit("→ "+row.label, f.Width-2)
		if focused {
			text = f.Look.Strong.On(text)
		}
		return []string{pointer + text}
	}
	task, widths := s.widths(f)
	titles := screen.Title(f.Texts.TaskName(f.Plan, row.task), task, focused)
	if focused {
		for i := range titles {
			titles[i] = f.Look.Strong.On(titles[i])
		}
	}
	line := func(sign string, ink screen.Paint, owner, backup, hours, why string) []string {
		if room := widths["why"] - 1; focused && ansi.StringWidth(why) > room { // the place stands there too
			why = screen.Clip(why, room-f.PlaceRoom())
		}
		text := pointer + sign + " " + titles[0]
		for i, column := range []string{"owner", "backup", "hours", "why"} {
			text += ink.On(" " + screen.Fit(screen.Clip([]string{owner, backup, hours, why}[i], widths[column]-1), widths[column]-1))
		}
		lines := []string{text}
		for _, rest := range titles[1:] {
			lines = append(lines, "    "+rest)
		}
		return lines
	}
	name := func(id string) string {
		if id == "" {
			return "–"
		}
		return called(f, id)
	}
	words, proposed, warn, muted := f.Texts.Division, f.Look.Proposed.On("+"), f.Look.Warn.On("!"), f.Look.Muted
	switch {
	case row.left != nil:
		return line(warn, screen.Paint{}, string(words.Nobody), "–", f.Texts.DivisionNumber(row.left.Hours, row.left.Estimated), f.Texts.DivisionLeft(*row.left))
	case row.taken == nil:
		task, _ := f.Plan.Task(row.task)
		return line(muted.On("–"), muted, name(task.Owner), name(task.Backup), "", string(words.LeftOutWhy))
	}
	one, backup := row.taken, row.taken.Backup
	sign, ink := proposed, screen.Paint{}
	switch {
	case row.stranded && !one.Changes:
		sign, backup = warn, ""
	case row.stranded:
	case !one.Changes:
		sign, ink = muted.On("="), muted
	case one.Room < 0:
		sign = warn
	}
	return line(sign, ink, name(one.Owner), name(backup), f.Texts.DivisionNumber(one.Hours, one.Estimated), s.why(row, f))
}

// why says why somebody takes a task, or steps in for it; who had it is called as in the other columns.
func (s *division) why(row proposedRow, f screen.Frame) string {
	switch was := row.taken.Was; {
	case row.stranded:
		return f.Texts.DivisionStrandedWhy(*row.taken)
	case was == "", s.request.Away != "":
		return f.Texts.DivisionWhy(*row.taken, "")
	default:
		return f.Texts.DivisionWhy(*row.taken, called(f, was))
	}
}

// foot tells all reasons of the row that the cursor is on and what is said of estimates, or the weights.
func (s *division) foot(rows []proposedRow, f screen.Frame) []string {
	words, d := f.Texts.Division, s.chosen()
	lines := []string{""} // of the rule above it
	var texts []string
	if row := rows[s.at]; s.weighing {
		if row.task != "" {
			texts = append(texts, f.Texts.DivisionWeighing(d, f.Plan, row.task))
		}
		texts = append(append(texts, f.Texts.DivisionCostLine(d, f.Plan)), f.Texts.DivisionWeights(d)...)
	} else if row.stranded {
		texts = append(texts, f.Texts.DivisionStrandedLine(*row.taken, f.Plan))
	} else if row.taken != nil {
		name := func(id string) string { return screen.OneLine(f.Texts.MemberName(f.Plan, id)) }
		was := ""
		if row.taken.Was != "" {
			was = name(row.taken.Was)
		}
		text := name(row.taken.Owner) + ": " + f.Texts.DivisionWhyAll(*row.taken, was) + "."
		if row.taken.Backup != "" {
			text += " " + words.StepsIn.Fill("backup", name(row.taken.Backup), "why", f.Texts.BackupWhy(*row.taken))
		}
		texts = append(texts, text)
	} else if row.left != nil {
		texts = append(texts, assets.Capital(f.Texts.DivisionLeft(*row.left))+".")
	}
	if said := f.Texts.DivisionEstimates(d); said != "" && !s.weighing {
		choice := words.EstimatesOut
		if s.takes {
			choice = words.EstimatesIn
		}
		if s.estimates() > 0 {
			said += " " + string(choice)
		}
		texts = append(texts, said)
	}
	if s.shifted > 0 && !s.weighing {
		lines = append(lines, painted(f.Look.Warn, screen.Wrap(words.EstimatesShifted.For(s.shifted), f.Width))...)
	}
	for _, text := range texts {
		lines = append(lines, screen.Wrap(text, f.Width)...)
	}
	for len(lines) < 4 {
		lines = append(lines, "")
	}
	most := max(4, f.Height/2)
	if s.weighing {
		most = max(4, f.Height-5)
	}
	return slices.Clip(lines[:min(len(lines), most)])
}
