package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// The pictures of sheets in a terminal, of block and line signs: a Braille pattern would be read as a letter by a display for
// the blind. The table that says the same stands below each.

// chartLabels is the width of what a line of a picture is about.
const chartLabels = 24

// chartLines draw a picture.
func chartLines(f screen.Frame, chart report.Chart) []string {
	switch c := chart.(type) {
	case report.Money:
		return moneyLines(f, c)
	case report.Stages:
		return stagesLines(f, c)
	case report.Diamond:
		return diamondLines(f, c)
	case report.Chain:
		return chainLines(f, c)
	case report.Trends:
		return trendsLines(f, c)
	case report.Shifts:
		return shiftsLines(f, c)
	}
	return nil
}

// columnTitles set the titles of columns of equal width beside the labels, and say how wide those are.
func columnTitles(f screen.Frame, titles []string) (line string, width int) {
	width = max(4, (f.Width-chartLabels-1)/max(1, len(titles)))
	for _, title := range titles {
		line += screen.Fit(ansi.Truncate(title, width-1, "…"), width)
	}
	return f.Look.Muted.On(strings.Repeat(" ", chartLabels) + line), width
}

// named puts what a line of a picture is about before it, on as many lines as that needs.
func named(label string, said ...string) (lines []string) {
	names := screen.Wrap(screen.OneLine(label), chartLabels-1)
	for i := range max(len(names), len(said)) {
		name, line := "", ""
		if i < len(names) {
			name = names[i]
		}
		if i < len(said) {
			line = said[i]
		}
		lines = append(lines, screen.Fit(name, chartLabels)+line)
	}
	return lines
}

// moneyLines set a bar below each amount, a line a theme and one for the totals.
func moneyLines(f screen.Frame, m report.Money) []string {
	titles, width := columnTitles(f, m.Years)
	lines, most := []string{titles}, steps.Decimal(1)
	for _, l := range append(slices.Clip(m.Lines), m.Total) {
		for _, a := range l.Amounts {
			most = max(most, a.Value)
		}
	}
	line := func(l report.MoneyLine, ink screen.Paint) []string {
		var bars, amounts string
		for _, a := range l.Amounts {
			full := int(a.Value * steps.Decimal(width-2) / most)
			if a.Value > 0 {
				full = max(1, full)
			}
			bars += ink.On(strings.Repeat("█", full)) + strings.Repeat(" ", width-full)
			amounts += screen.Fit(a.Text, width)
		}
		return named(l.Label, amounts, bars)
	}
	for _, l := range m.Lines {
		lines = append(lines, line(l, f.Look.Bar)...)
	}
	lines = append(lines, f.Look.Muted.On(strings.Repeat("─", min(f.Width, chartLabels+width*len(m.Years)))))
	return append(lines, line(m.Total, f.Look.Accent)...)
}

// stagesLines set for each line a box under every place; the one where it stands is full.
func stagesLines(f screen.Frame, s report.Stages) []string {
	titles, width := columnTitles(f, s.Places)
	lines := []string{titles}
	for _, l := range s.Lines {
		var boxes string
		for i := range s.Places {
			sign, ink := "░", f.Look.Muted
			switch {
			case i+1 == l.Place:
				sign, ink = "█", f.Look.Bar
			case s.Behind && i+1 < l.Place:
				sign, ink = "▓", f.Look.Bar
			}
			boxes += ink.On(strings.Repeat(sign, width-1)) + " "
		}
		lines = append(lines, named(l.Label, boxes)...)
	}
	return lines
}

// boxed puts lines in a box of some width and at least some lines inside.
func boxed(f screen.Frame, title, text []string, width, least int) []string {
	rule := func(left, right string) string {
		return f.Look.Accent.On(left + strings.Repeat("─", width-2) + right)
	}
	lines := []string{rule("┌", "┐")}
	add := func(p screen.Paint, text string) {
		lines = append(lines, f.Look.Accent.On("│")+" "+p.On(screen.Fit(text, width-4))+" "+f.Look.Accent.On("│"))
	}
	for _, line := range title {
		add(f.Look.Strong, line)
	}
	for _, line := range text {
		add(screen.Paint{}, line)
	}
	for len(lines)-1 < least {
		add(screen.Paint{}, "")
	}
	return append(lines, rule("└", "┘"))
}

// cornerBox is a place of the diamond and who stands there.
func cornerBox(f screen.Frame, c report.Corner, width, least int) []string {
	var who []string
	for _, one := range c.Who {
		who = append(who, screen.Wrap(one, width-4)...)
	}
	return boxed(f, screen.Wrap(c.Title, width-4), who, width, least)
}

// diamondLines draw the four places around what binds them; below each other where there is no room for that.
func diamondLines(f screen.Frame, d report.Diamond) (lines []string) {
	const width, middle = 30, 16
	if f.Width < 2*width+middle {
		for _, c := range []report.Corner{d.Top, d.Left, d.Right, d.Bottom} {
			lines = append(lines, cornerBox(f, c, min(f.Width, 44), 1)...)
		}
		return lines
	}
	centred := func(c report.Corner) {
		for _, line := range cornerBox(f, c, width, 1) {
			lines = append(lines, strings.Repeat(" ", (width+middle)/2)+line)
		}
	}
	slopes := func(left, right string) {
		lines = append(lines, f.Look.Muted.On(strings.Repeat(" ", width-4)+left+strings.Repeat(" ", middle+6)+right))
	}
	centred(d.Top)
	slopes("╱", "╲")
	high := max(len(cornerBox(f, d.Left, width, 1)), len(cornerBox(f, d.Right, width, 1))) - 2
	left, right, between := cornerBox(f, d.Left, width, high), cornerBox(f, d.Right, width, high), screen.Wrap(d.Middle, middle-2)
	first := (len(left) - len(between) - 1) / 2
	for i := range left {
		line := strings.Repeat(" ", middle)
		switch at := i - first; {
		case at == len(between):
			line = strings.Repeat("─", middle)
		case at >= 0 && at < len(between):
			line = screen.Fit(" "+between[at], middle)
		}
		lines = append(lines, left[i]+f.Look.Accent.On(line)+right[i])
	}
	slopes("╲", "╱")
	centred(d.Bottom)
	return lines
}

// linkSigns are the states of the links of a chain.
var linkSigns = map[report.Mark]string{report.MarkDone: "✓", report.MarkNo: "×", report.MarkOpen: "?"}

// chainLines draw boxes in a row, as many as fit, with the state of each in words.
func chainLines(f screen.Frame, c report.Chain) (lines []string) {
	const width, joint = 22, "──"
	inRow := max(1, (f.Width+2)/(width+2))
	for links := range slices.Chunk(c.Links, inRow) {
		high := 0
		box := func(l report.ChainLink) []string {
			return boxed(f, screen.Wrap(l.Name, width-4), []string{cmp.Or(linkSigns[l.Mark], "·") + " " + l.State}, width, high)
		}
		for _, l := range links {
			high = max(high, len(box(l))-2)
		}
		for i := range high + 2 {
			between := "  "
			if i == (high+1)/2 {
				between = f.Look.Muted.On(joint)
			}
			parts := make([]string, len(links))
			for k, l := range links {
				parts[k] = box(l)[i]
			}
			lines = append(lines, strings.Join(parts, between))
		}
	}
	return lines
}

// levels are the signs of a small line, the lowest first.
var levels = []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// trendsLines draw each number as a small line over the rounds, then in figures, with what it should become.
func trendsLines(f screen.Frame, t report.Trends) (lines []string) {
	const small = 16
	for _, l := range t.Lines {
		var signs string
		var figures []string
		least, most := l.Between()
		for _, moment := range t.Moments {
			i := slices.IndexFunc(l.Points, func(p report.TrendsPoint) bool { return p.Moment == moment })
			if i < 0 {
				signs += "   "
				continue
			}
			p, at := l.Points[i], len(levels)/2
			if most > least {
				at = int((p.Value - least) * steps.Decimal(len(levels)-1) / (most - least))
			}
			signs += strings.Repeat(levels[at], 2) + " "
			figures = append(figures, p.Text+" ("+p.Moment+")")
		}
		text := strings.Join(figures, " → ")
		if l.Target.Known {
			text += "  → " + l.Target.Text
		}
		said := screen.Wrap(text, max(10, f.Width-chartLabels-small))
		for i := range said {
			said[i] = f.Look.Bar.On(screen.Fit(signs, small)) + said[i]
			signs = ""
		}
		lines = append(lines, named(l.Label, said...)...)
	}
	return lines
}

// shiftsLines draw the means of each question on a line from the lowest score to the highest: a ring for before, a disc for
// after.
func shiftsLines(f screen.Frame, s report.Shifts) []string {
	const figures = 14
	width := max(2*s.Most, min(41, f.Width-chartLabels-figures))
	highest := strings.TrimSpace(s.Highest + " " + string(rune('0'+s.Most)))
	lines := []string{
		f.Look.Muted.On(strings.Repeat(" ", chartLabels) + "○ " + s.Moments[0] + "   ● " + s.Moments[1]),
		f.Look.Muted.On(strings.Repeat(" ", chartLabels) + screen.Fit("1 "+s.Lowest, width-ansi.StringWidth(highest)) + highest),
	}
	at := func(n steps.Decimal) int {
		return int((n - steps.Whole(1)) * steps.Decimal(width-1) / steps.Whole(int64(max(1, s.Most-1))))
	}
	for _, l := range s.Lines {
		cells := slices.Repeat([]string{f.Look.Muted.On("·")}, width)
		if l.Before.Known && l.After.Known {
			from, to := at(l.Before.Value), at(l.After.Value)
			for i := min(from, to); i <= max(from, to); i++ {
				cells[i] = f.Look.Bar.On("━")
			}
		}
		if l.Before.Known {
			cells[at(l.Before.Value)] = "○"
		}
		if l.After.Known {
			cells[at(l.After.Value)] = f.Look.Bar.On("●")
		}
		lines = append(lines, named(l.Label, strings.Join(cells, "")+"  "+l.Before.Text+" → "+l.After.Text)...)
	}
	return lines
}
