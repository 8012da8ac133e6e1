package page

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// How a proposed division is drawn.

// costColumns are what the divisions are compared by.
var costColumns = []string{"overload", "pillars", "wishes", "known", "left"}

// costLines set what the three divisions come to beside each other.
func (s *division) costLines(f screen.Frame) []string {
	words := f.Texts.Division
	name := ansi.StringWidth(string(words.Favour))
	for _, favour := range steps.Favours {
		name = max(name, ansi.StringWidth(string(words.Favours[favour])))
	}
	line := "  " + screen.Fit(string(words.Favour), name)
	for _, column := range costColumns {
		line += "  " + string(words.Costs[column])
	}
	lines := []string{f.Look.Muted.On(ansi.Truncate(line, f.Width, "…"))}
	for i, favour := range steps.Favours {
		costs := f.Texts.DivisionCosts(s.made[i])
		if s.made[i].Cost.Left > 0 {
			costs["left"] += " (" + words.Hours.Fill("n", costs["hours_short"]) + ")"
		}
		cells := ""
		for _, column := range costColumns {
			cells += "  " + screen.Fit(costs[column], ansi.StringWidth(string(words.Costs[column])))
		}
		sign, title := "○ ", screen.Fit(string(words.Favours[favour]), name)
		if favour == s.request.Favour {
			sign, title = "● ", f.Look.Strong.On(title)
		}
		lines = append(lines, ansi.Truncate(sign+title+cells, f.Width, "…"))
	}
	return lines
}

// scope says what is divided.
func (s *division) scope(f screen.Frame) string {
	words := f.Texts.Division
	switch n := len(s.chosen().Rows) + len(s.chosen().Left); {
	case s.request.Away != "":
		return ""
	case s.all:
		return words.Only.Fill("scope", words.ToDivideAll)
	case s.request.Tasks != nil:
		return words.RowsOf.For(n)
	default:
		return words.Others.Fill("scope", words.ToDivide.For(n))
	}
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

// divisionWidths are those of the columns behind the task.
func divisionWidths(f screen.Frame) (task int, widths map[string]int) {
	widths = map[string]int{"owner": 9, "backup": 11, "hours": 6, "why": 25}
	if f.Width >= wideDivision {
		widths = map[string]int{"owner": 18, "backup": 18, "hours": 7, "why": 32}
	}
	task = f.Width - 4
	for _, width := range widths {
		task -= width
	}
	return max(12, task), widths
}

// bareHours are hours without their word, which stands above the column.
func bareHours(f screen.Frame, hours steps.Decimal, estimated bool) string {
	if estimated {
		return "~" + f.Texts.Number(hours)
	}
	return f.Texts.Number(hours)
}

func (s *division) columnTitles(f screen.Frame) string {
	task, widths := divisionWidths(f)
	words := f.Texts.Division.Columns
	line := "    " + screen.Fit(string(words["task"]), task)
	for _, column := range []string{"owner", "backup", "hours", "why"} {
		line += screen.Fit(" "+string(words[column]), widths[column])
	}
	return f.Look.Muted.On(line)
}

// row draws a task with who takes it and why, or something to do about those that nobody takes.
func (s *division) row(row proposedRow, focused bool, f screen.Frame) string {
	pointer := "  "
	if focused {
		pointer = f.Look.Accent.On("▸ ")
	}
	if row.task == "" {
		text := screen.Fit("→ "+row.label, f.Width-2)
		if focused {
			text = f.Look.Chosen.On(text)
		}
		return pointer + text
	}
	task, widths := divisionWidths(f)
	words := f.Texts.Division
	title := screen.Fit(screen.OneLine(f.Texts.TaskName(f.Plan, row.task)), task)
	if focused {
		title = f.Look.Strong.On(title)
	}
	cell := func(column, text string) string { return " " + screen.Fit(text, widths[column]-1) }
	if row.left != nil {
		line := pointer + f.Look.Warn.On("!") + " " + title + cell("owner", string(words.Nobody)) + cell("backup", "–") +
			cell("hours", bareHours(f, row.left.Hours, row.left.Estimated)) + cell("why", f.Texts.DivisionLeft(*row.left))
		return line
	}
	name := func(id string) string {
		if id == "" {
			return "–"
		}
		return called(f, id)
	}
	sign, ink := f.Look.Good.On("✓"), screen.Paint{}
	if s.leftOut[row.task] {
		sign, ink = f.Look.Muted.On("–"), f.Look.Muted
	}
	return pointer + sign + " " + title + ink.On(cell("owner", name(row.taken.Owner))+cell("backup", name(row.taken.Backup))+
		cell("hours", bareHours(f, row.taken.Hours, row.taken.Estimated))+cell("why", f.Texts.DivisionWhy(*row.taken)))
}

// foot tells all reasons of the row that the cursor is on and what is said of estimates, or the weights.
func (s *division) foot(rows []proposedRow, f screen.Frame) []string {
	words, d := f.Texts.Division, s.chosen()
	lines := []string{f.Look.Muted.On(strings.Repeat("┄", f.Width))}
	var texts []string
	if row := rows[s.at]; s.weighing {
		texts = f.Texts.DivisionWeights(d)
	} else if row.taken != nil {
		name := func(id string) string { return screen.OneLine(f.Texts.MemberName(f.Plan, id)) }
		text := name(row.taken.Owner) + ": " + f.Texts.DivisionWhyAll(*row.taken, false) + "."
		if row.taken.Backup != "" {
			text += " " + words.StepsIn.Fill("backup", name(row.taken.Backup), "why", f.Texts.DivisionWhyAll(*row.taken, true))
		}
		texts = append(texts, text)
	} else if row.left != nil {
		texts = append(texts, assets.Capital(f.Texts.DivisionLeft(*row.left))+".")
	}
	estimates := 0
	for _, row := range d.Rows {
		if row.Estimated {
			estimates++
		}
	}
	if estimates > 0 && !s.weighing {
		choice := words.EstimatesOut
		if s.takes {
			choice = words.EstimatesIn
		}
		texts = append(texts, words.Estimates.For(estimates)+string(choice))
	}
	for _, text := range texts {
		lines = append(lines, screen.Wrap(text, f.Width)...)
	}
	for len(lines) < 4 {
		lines = append(lines, "")
	}
	most := max(4, f.Height/2)
	return slices.Clip(lines[:min(len(lines), most)])
}
