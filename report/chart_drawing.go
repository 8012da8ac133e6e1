package report

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The measures of the pictures of sheets, in points.
const (
	chartLabel  = 150 // of the label before a line
	chartCells  = 34  // letters of small size that fit there
	chartHead   = 16  // above the lines
	lineStep    = 9   // from a line of small text to the next
	cellOfSmall = 4.1 // width of a letter of small size
)

// wrapped is a text in at most so many lines of so many letters; what does not fit is cut.
func wrapped(text string, letters, most int) []string {
	lines := strings.Split(ansi.Wrap(OneLine(text), letters, ""), "\n")
	if len(lines) > most {
		rest := strings.Join(lines[most-1:], " ")
		lines = append(lines[:most-1], ansi.Truncate(rest, letters, "…"))
	}
	return lines
}

// text adds lines of small text, of which y is the first baseline.
func (d *Drawing) text(x, y float64, anchor Anchor, bold bool, ink Ink, lines []string) {
	for i, line := range lines {
		d.add(Label{x, y + float64(i)*lineStep, smallSize, bold, anchor, ink, strings.TrimSpace(line)})
	}
}

// named adds what a line of a chart is about, in one or two lines around its middle.
func (d *Drawing) named(middle float64, text string, bold bool) {
	lines := wrapped(text, chartCells, 2)
	d.text(1, middle+2.5-float64(len(lines)-1)*lineStep/2, Start, bold, InkText, lines)
}

// box adds the edges of a rectangle.
func (d *Drawing) box(x, y, width, height, line float64, ink Ink) {
	d.add(Stroke{x, y, x + width, y, line, ink}, Stroke{x, y + height, x + width, y + height, line, ink},
		Stroke{x, y, x, y + height, line, ink}, Stroke{x + width, y, x + width, y + height, line, ink})
}

// Drawing sets a bar with its number under each year, a line a theme, and below a rule the totals.
func (m Money) Drawing() Drawing {
	const height = 24
	lines := append(slices.Clone(m.Lines[:min(len(m.Lines), mostLines)]), m.Total)
	d := Drawing{Width: pictureWidth, Height: chartHead + height*float64(len(lines)) + 4, Title: m.title()}
	room := (pictureWidth - chartLabel) / float64(max(1, len(m.Years)))
	most := int64(1)
	for _, l := range lines {
		for _, a := range l.Amounts {
			most = max(most, int64(a.Value))
		}
	}
	for year, title := range m.Years {
		d.add(Label{chartLabel + room*float64(year), 9, smallSize, true, Start, InkMuted, title})
	}
	for i, l := range lines {
		y := chartHead + height*float64(i)
		total := i == len(lines)-1
		if total {
			y += 3
			d.add(Stroke{0, y - 1, pictureWidth, y - 1, 0.8, InkMuted})
		}
		d.named(y+height/2, l.Label, total)
		for year, a := range l.Amounts {
			x := chartLabel + room*float64(year)
			ink := InkSoft
			if total {
				ink = InkAccent
			}
			d.bar(x, y+13, (room-8)*float64(a.Value)/float64(most), 6, ink)
			d.add(Label{x, y + 10, smallSize, total, Start, InkText, ansi.Truncate(a.Text, int(room/cellOfSmall), "…")})
		}
	}
	return d
}

func (m Money) title() string {
	said := func(l MoneyLine) string {
		amounts := make([]string, len(l.Amounts))
		for i, a := range l.Amounts {
			amounts[i] = m.Years[i] + " " + a.Text
		}
		return l.Label + ": " + strings.Join(amounts, ", ")
	}
	return strings.Join(append(each(m.Lines, said), said(m.Total)), "; ")
}

// Drawing sets for each line a box under every place; the one where it stands is full and has the word, and of an order what is
// behind it is full too.
func (s Stages) Drawing() Drawing {
	const height = 22
	lines := s.Lines[:min(len(s.Lines), mostLines)]
	d := Drawing{Width: pictureWidth, Height: chartHead + height*float64(len(lines)), Title: s.title(lines)}
	room := (pictureWidth - chartLabel) / float64(max(1, len(s.Places)))
	for i, place := range s.Places {
		d.add(Label{chartLabel + room*(float64(i)+0.5) - 2, 9, smallSize, false, Middle, InkMuted, ansi.Truncate(place, int(room/cellOfSmall), "…")})
	}
	for i, l := range lines {
		y := chartHead + height*float64(i)
		d.named(y+height/2, l.Label, false)
		for place := range s.Places {
			x := chartLabel + room*float64(place)
			switch {
			case place+1 == l.Place:
				d.add(Bar{x, y + 5, room - 4, 12, InkAccent})
			case s.Behind && place+1 < l.Place:
				d.add(Bar{x, y + 5, room - 4, 12, InkSoft})
			default:
				d.box(x+0.5, y+5.5, room-5, 11, 0.8, InkPale)
			}
		}
	}
	return d
}

func (s Stages) title(lines []StagesLine) string {
	return strings.Join(each(lines, func(l StagesLine) string {
		if l.Place < 1 || l.Place > len(s.Places) {
			return l.Label + ": –"
		}
		return l.Label + ": " + s.Places[l.Place-1]
	}), "; ")
}

// The measures of the diamond.
const (
	cornerWidth  = 150
	cornerCells  = 35
	mostInCorner = 6 // people
)

// Drawing sets the four places around the middle, with a line from each side to the top and the bottom and one across.
func (d Diamond) Drawing() Drawing {
	const centre, gap = pictureWidth / 2, 26.0
	high := func(c Corner) float64 { return 12 + lineStep*float64(len(c.titled())+len(c.said())) }
	top, bottom, side := high(d.Top), high(d.Bottom), max(high(d.Left), high(d.Right))
	drawing := Drawing{Width: pictureWidth, Height: top + side + bottom + 2*gap + 4, Title: d.title()}
	middle := 2 + top + gap + side/2
	left, right, foot := centre-cornerWidth-70.0, centre+70.0, middle+side/2+gap
	for _, x := range []float64{left + cornerWidth/2, right + cornerWidth/2} {
		drawing.add(Stroke{centre + (x-centre)/3, 2 + top, x, middle - side/2, 1.2, InkMuted}, Stroke{centre + (x-centre)/3, foot, x, middle + side/2, 1.2, InkMuted})
	}
	drawing.add(Stroke{left + cornerWidth, middle, right, middle, 1.2, InkAccent})
	drawing.text(centre, middle-4-lineStep, Middle, true, InkAccent, wrapped(d.Middle, 26, 2))
	drawing.corner(d.Top, centre-cornerWidth/2, 2, top)
	drawing.corner(d.Left, left, middle-side/2, side)
	drawing.corner(d.Right, right, middle-side/2, side)
	drawing.corner(d.Bottom, centre-cornerWidth/2, foot, bottom)
	return drawing
}

func (c Corner) titled() []string { return wrapped(c.Title, cornerCells-3, 3) }

// said are the people of a corner, as many as there is room for.
func (c Corner) said() (lines []string) {
	for i, who := range c.Who {
		if i == mostInCorner-1 && len(c.Who) > mostInCorner {
			return append(lines, "…")
		}
		lines = append(lines, ansi.Truncate(OneLine(who), cornerCells, "…"))
	}
	return lines
}

func (d *Drawing) corner(c Corner, x, y, height float64) {
	d.box(x, y, cornerWidth, height, 1.2, InkAccent)
	title := c.titled()
	d.text(x+cornerWidth/2, y+11, Middle, true, InkText, title)
	d.text(x+cornerWidth/2, y+11+lineStep*float64(len(title)), Middle, false, InkText, c.said())
}

func (d Diamond) title() string {
	return strings.Join(each(d.corners(), func(c Corner) string { return c.Title + ": " + strings.Join(c.Who, ", ") }), "; ") + "; " + d.Middle
}
