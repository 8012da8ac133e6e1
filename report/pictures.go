package report

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
)

// The measures of the pictures, in points. They are as wide as the text of a page.
const (
	pictureWidth = 480
	nameSize     = 9
	smallSize    = 7.5
	stateSize    = 6.5
	labelWidth   = 146 // of the label before a bar
	labelCells   = 30  // letters of usual width that fit there
	valueWidth   = 66  // of the number behind the longest bar
	countsWidth  = 150 // of the counts in words there
	legendHeight = 20
	thin         = 7 // a bar of a pair
	mostLines    = 24
)

// Drawing is the path through the eight steps: a box a step, with the sign of its mark and its state in words, on a line that
// is pale where the school has not come.
func (w Walk) Drawing() Drawing {
	d := Drawing{Width: pictureWidth, Height: 78, Title: walkTitle(w)}
	if len(w.Steps) == 0 {
		return d
	}
	room := pictureWidth / float64(len(w.Steps))
	for i, s := range w.Steps {
		x := room * (float64(i) + 0.5)
		if i > 0 {
			d.add(Stroke{x - room + boxSide/2, boxMiddle, x - boxSide/2, boxMiddle, 2, lineInk(s)})
		}
		d.add(stepBox(x, s)...)
		d.add(Label{x, 8, smallSize, s.Here, Middle, InkMuted, strconv.Itoa(s.Number)})
		y := float64(boxMiddle + 20)
		for _, line := range twoLines(s.Name) {
			d.add(Label{x, y, smallSize, s.Here, Middle, InkText, line})
			y += 9
		}
		if s.Here {
			d.add(Stroke{x - room/2 + 6, y - 4, x + room/2 - 6, y - 4, 2, InkAccent})
		}
		y += 5
		for _, line := range twoLines(s.State) {
			d.add(Label{x, y, stateSize, false, Middle, InkMuted, line})
			y += 8
		}
	}
	return d
}

// walkTitle says the walk in words.
func walkTitle(w Walk) string {
	said := func(s WalkStep) string { return strconv.Itoa(s.Number) + " " + s.Name + ": " + s.InFull }
	return strings.Join(each(w.Steps, said), "; ")
}

// lineInk is the ink of the line that leads to a step.
func lineInk(s WalkStep) Ink {
	if s.Mark == MarkAhead || s.Mark == MarkWaiting && !s.Here {
		return InkPale
	}
	return InkAccent
}

const (
	boxSide   = 18
	boxMiddle = 21
)

// stepBox is a step: a box, and in it the sign of its mark, which says the same without colour.
func stepBox(x float64, s WalkStep) []Shape {
	const half, top, foot = boxSide / 2, boxMiddle - boxSide/2, boxMiddle + boxSide/2
	ink := stepInk(s.Mark)
	edges := []Shape{
		Stroke{x - half, top, x + half, top, 1.5, ink}, Stroke{x - half, foot, x + half, foot, 1.5, ink},
		Stroke{x - half, top, x - half, foot, 1.5, ink}, Stroke{x + half, top, x + half, foot, 1.5, ink},
	}
	return append(edges, sign(x, boxMiddle, s.Mark, ink)...)
}

// stepInk is the ink of a mark.
func stepInk(m Mark) Ink {
	switch m {
	case MarkDone:
		return InkGood
	case MarkNo:
		return InkBad
	case MarkOpen:
		return InkWarn
	}
	return InkMuted
}

// sign draws a mark: a tick, a cross, a dash for what is open, a dot for what is ahead, nothing for what waits.
func sign(x, y float64, m Mark, ink Ink) []Shape {
	switch m {
	case MarkDone:
		return []Shape{Stroke{x - 5, y, x - 1.5, y + 4, 2, ink}, Stroke{x - 1.5, y + 4, x + 5, y - 4, 2, ink}}
	case MarkNo:
		return []Shape{Stroke{x - 4, y - 4, x + 4, y + 4, 2, ink}, Stroke{x - 4, y + 4, x + 4, y - 4, 2, ink}}
	case MarkOpen:
		return []Shape{Stroke{x - 5, y, x + 5, y, 2, ink}}
	case MarkAhead:
		return []Shape{Bar{x - 2, y - 2, 4, 4, ink}}
	}
	return nil
}

// twoLines breaks a name of several words in two, as evenly as it goes.
func twoLines(name string) []string {
	best, middle := -1, len(name)/2
	for i, r := range name {
		if r == ' ' && (best < 0 || abs(i-middle) < abs(best-middle)) {
			best = i
		}
	}
	if best < 0 || len(name) < 12 {
		return []string{name}
	}
	return []string{name[:best], name[best+1:]}
}

func abs(n int) int { return max(n, -n) }

// Drawing sets the hours asked above the hours there are, a pair of bars a line. What is asked beyond what there
// is stands out. After a good many lines it stops: the table has them all.
func (h Hours) Drawing() Drawing {
	lines := h.Lines[:min(len(h.Lines), mostLines)]
	const height = 26
	d := Drawing{Width: pictureWidth, Height: legendHeight + height*float64(len(lines)), Title: hoursTitle(h, lines)}
	d.legend(h.Columns[1:], HoursInks[:])
	if h.Short != "" {
		d.shortLegend(h.Short)
	}
	scale := (pictureWidth - labelWidth - valueWidth) / float64(Hours{Lines: lines}.most())
	for i, l := range lines {
		y := legendHeight + height*float64(i)
		d.lineLabel(y+height/2, l.Label, i == 0)
		asked, available := float64(l.Asked.Value)*scale, float64(l.Available.Value)*scale
		d.hours(l, labelWidth, y+4, thin, scale)
		d.add(Label{labelWidth + asked + 5, y + 3 + thin, smallSize, false, Start, InkText, l.Asked.Text})
		d.add(Label{labelWidth + available + 5, y + 5 + 2*thin, smallSize, false, Start, InkText, l.Available.Text})
	}
	return d
}

// LineDrawing is a line of the hours as nothing but its bars, the longest of all lines as wide as the drawing.
func (h Hours) LineDrawing(l HoursLine, width, thickness float64) Drawing {
	d := Drawing{Width: width, Height: 2*thickness + 3, Title: lineTitle(l)}
	d.hours(l, 0, 1, thickness, width/float64(h.most()))
	return d
}

// hours adds the bar of the hours asked, and below it that of the hours there are. What is asked beyond these stands out.
func (d *Drawing) hours(l HoursLine, x, y, thickness, scale float64) {
	asked, available := float64(l.Asked.Value)*scale, float64(l.Available.Value)*scale
	d.bar(x, y, asked, thickness, HoursInks[0])
	if l.short() {
		d.short(x+available, y, asked-available, thickness)
	}
	d.bar(x, y+thickness+1, available, thickness, HoursInks[1])
}

// short says whether more hours are asked than there are.
func (l HoursLine) short() bool { return l.Available.Known && l.Asked.Value > l.Available.Value }

// short draws what is too few as a hollow box, which stands out without colour too.
func (d *Drawing) short(x, y, width, height float64) {
	const line = 1.2
	d.add(Bar{x, y, width, height, InkBad})
	if inner := width - 2*line; inner > 0 {
		d.add(Bar{x + line, y + line, inner, height - 2*line, InkPale})
	}
}

// most is the largest number of hours there is.
func (h Hours) most() steps.Decimal {
	most := steps.Decimal(1)
	for _, l := range h.Lines {
		most = max(most, l.Asked.Value, l.Available.Value)
	}
	return most
}

// HoursInks are those of the hours asked and of the hours there are.
var HoursInks = [2]Ink{InkAccent, InkSoft}

// hoursTitle says the hours in words.
func hoursTitle(h Hours, lines []HoursLine) string {
	return h.Columns[1] + ", " + h.Columns[2] + ". " + strings.Join(each(lines, lineTitle), "; ")
}

func lineTitle(l HoursLine) string { return l.Label + ": " + l.Asked.Text + ", " + l.Available.Text }

// Drawing sets the counts of a line one after the other on one bar, with the numbers in the same order behind it.
func (b Bars) Drawing() Drawing {
	const height = 20
	d := Drawing{Width: pictureWidth, Height: legendHeight + height*float64(len(b.Lines)), Title: barsTitle(b)}
	d.legend(b.Legend, barInks)
	scale := (pictureWidth - labelWidth - countsWidth) / float64(max(1, b.longest()))
	for i, l := range b.Lines {
		y := legendHeight + height*float64(i)
		d.lineLabel(y+height/2, l.Label, false)
		x := float64(labelWidth)
		for n, count := range l.Counts {
			d.bar(x, y+4, float64(count)*scale, height-8, barInks[n%len(barInks)])
			x += float64(count) * scale
		}
		d.add(Label{x + 5, y + height/2 + 3, smallSize, false, Start, InkText, strings.Join(b.counted(l), " · ")})
	}
	return d
}

// counted are the counts of a line with the words for them, but for what there is none of.
func (b Bars) counted(l BarsLine) (said []string) {
	for i, count := range l.Counts {
		if count > 0 {
			said = append(said, strconv.Itoa(count)+" "+b.Legend[i])
		}
	}
	return said
}

var barInks = []Ink{InkAccent, InkSoft, InkPale, InkWarn}

// longest is the largest sum of a line.
func (b Bars) longest() (most int) {
	for _, l := range b.Lines {
		sum := 0
		for _, count := range l.Counts {
			sum += count
		}
		most = max(most, sum)
	}
	return most
}

func (l BarsLine) numbers() []string { return each(l.Counts, strconv.Itoa) }

// barsTitle says the counts in words.
func barsTitle(b Bars) string {
	said := func(l BarsLine) string { return l.Label + ": " + strings.Join(l.numbers(), ", ") }
	return strings.Join(b.Legend, ", ") + ". " + strings.Join(each(b.Lines, said), "; ")
}

func (d *Drawing) add(shapes ...Shape) { d.Shapes = append(d.Shapes, shapes...) }

// bar adds a bar, unless it has no length.
func (d *Drawing) bar(x, y, width, height float64, ink Ink) {
	if width > 0 {
		d.add(Bar{x, y, width, height, ink})
	}
}

// legend adds a sample of each ink and the word for it, from where the bars begin.
func (d *Drawing) legend(words []string, inks []Ink) {
	x := float64(labelWidth)
	for i, word := range words {
		d.add(Bar{x, 3, 8, 8, inks[i%len(inks)]}, Label{x + 12, 10, smallSize, false, Start, InkText, word})
		x += 26 + 4*float64(ansi.StringWidth(word))
	}
}

// shortLegend adds the sample of what is too few, before the others.
func (d *Drawing) shortLegend(word string) {
	d.short(0, 3, 14, 8)
	d.add(Label{18, 10, smallSize, false, Start, InkText, word})
}

// lineLabel says before its bars what a line is about; what does not fit is cut.
func (d *Drawing) lineLabel(middle float64, text string, bold bool) {
	d.add(Label{0, middle + 3, nameSize, bold, Start, InkText, ansi.Truncate(text, labelCells, "…")})
}
