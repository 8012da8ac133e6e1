package pptx

import (
	"math"
	"strconv"
	"strings"

	"stappenplan/report"
	"stappenplan/report/office"
)

// group is the place of a group, whose shapes have the measures of another place.
func (b box) group(inside box) office.Markup {
	return office.Element("a:xfrm", nil,
		office.Element("a:off", office.Attributes{"x", parts(b.x), "y", parts(b.y)}), office.Element("a:ext", office.Attributes{"cx", parts(b.width), "cy", parts(b.height)}),
		office.Element("a:chOff", office.Attributes{"x", parts(inside.x), "y", parts(inside.y)}), office.Element("a:chExt", office.Attributes{"cx", parts(inside.width), "cy", parts(inside.height)}))
}

// firstShape is the id of the first shape of a picture, beyond those of the slide.
const firstShape = 20

// figure is the picture of a slide below its body, as large as there is room for. Its shapes can be edited, and are one
// picture to who hears it described.
func (w *writer) figure(sl slide) office.Markup {
	if sl.figure == nil {
		return ""
	}
	room := w.roomBelow(sl)
	top := bodyEnd - room
	d := w.drawing(sl.figure, room)
	if d.Height <= 0 || d.Width <= 0 {
		return ""
	}
	scale := min(width/d.Width, (bodyEnd-top)/d.Height)
	place := box{left, top, d.Width * scale, d.Height * scale}
	if spare := bodyEnd - top - place.height; spare > 0 {
		place.y += min(spare/2, 3*figureGap)
	}
	shapes := make([]office.Markup, len(d.Shapes))
	for i, s := range d.Shapes {
		id := firstShape + 1 + i
		switch s := s.(type) {
		case report.Bar:
			shapes[i] = bar(id, box{place.x + s.X*scale, place.y + s.Y*scale, s.Width * scale, s.Height * scale}, s.Ink)
		case report.Stroke:
			shapes[i] = stroke(id, s, place, scale)
		case report.Label:
			shapes[i] = w.label(id, s, place, scale)
		}
	}
	head := office.Element("p:nvGrpSpPr", nil,
		office.Element("p:cNvPr", office.Attributes{"id", strconv.Itoa(firstShape), "name", "figure", "descr", report.OneLine(d.Title)}),
		office.Element("p:cNvGrpSpPr", nil), office.Element("p:nvPr", nil))
	return office.Element("p:grpSp", nil, append([]office.Markup{head, office.Element("p:grpSpPr", nil, place.group(place))}, shapes...)...)
}

// roomBelow is how high what stands below the body of a slide can be.
func (w *writer) roomBelow(sl slide) float64 { return bodyEnd - bodyTop - sl.body.height - figureGap }

// drawing draws a figure for a height; hours in larger letters than on paper.
func (w *writer) drawing(f report.Figure, height float64) report.Drawing {
	hours, is := f.(report.Hours)
	if !is {
		return f.Drawing()
	}
	const legend, nameWidth = 34.0, 300.0
	row := min(64, (height-legend)/float64(len(hours.Lines)))
	d := report.Drawing{Width: width, Height: legend + row*float64(len(hours.Lines)), Title: f.Drawing().Title}
	name, value, x := min(20, row*0.55), min(15, row*0.38), nameWidth
	valueWidth := 0.0
	for _, l := range hours.Lines {
		valueWidth = max(valueWidth, 16+w.ruler.Width(l.Asked.Text, value, false), 16+w.ruler.Width(l.Available.Text, value, false))
	}
	for i, word := range hours.Columns[1:] {
		d.Shapes = append(d.Shapes, report.Bar{X: x, Y: 3, Width: 14, Height: 14, Ink: report.HoursInks[i]},
			report.Label{X: x + 20, Y: 15, Size: 15, Text: word})
		x += 50 + w.ruler.Width(word, 15, false)
	}
	if hours.Short != "" { // a hollow box, as in the bars
		d.Shapes = append(d.Shapes, report.Bar{Y: 3, Width: 22, Height: 14, Ink: report.InkBad},
			report.Bar{X: 1.2, Y: 4.2, Width: 19.6, Height: 11.6, Ink: report.InkPale}, report.Label{X: 28, Y: 15, Size: 15, Text: hours.Short})
	}
	for i, l := range hours.Lines {
		y, thick := legend+row*float64(i), row*0.34
		d.Shapes = append(d.Shapes, report.Label{
			Y: y + row/2 + name*0.2, Size: name, Bold: i == 0, Text: w.ruler.Cut(report.OneLine(l.Label), name, i == 0, nameWidth-16, 1),
		})
		bars := hours.LineDrawing(l, width-nameWidth-valueWidth, thick)
		ends := [2]float64{}
		for _, s := range bars.Shapes {
			b := s.(report.Bar)
			lower := 0
			if b.Y > thick {
				lower = 1
			}
			ends[lower] = max(ends[lower], b.X+b.Width)
			b.X, b.Y = b.X+nameWidth, b.Y+y+row*0.12
			d.Shapes = append(d.Shapes, b)
		}
		for n, amount := range []report.Amount{l.Asked, l.Available} {
			d.Shapes = append(d.Shapes, report.Label{
				X: nameWidth + ends[n] + 8, Y: y + row*0.12 + thick*(float64(n)+0.5) + value*0.4, Size: value, Text: amount.Text,
			})
		}
	}
	return d
}

func bar(id int, place box, ink report.Ink) office.Markup {
	return filled(id, place, fill(ink), office.Element("a:noFill", nil))
}

// filled is a rectangle with an edge.
func filled(id int, place box, inside, edge office.Markup) office.Markup {
	return shape(id, "bar", office.Element("p:cNvSpPr", nil)+office.Element("p:nvPr", nil),
		office.Element("p:spPr", nil, place.frame("a:xfrm"), rectangle, inside, office.Element("a:ln", office.Attributes{"w", parts(1.5)}, edge)), "")
}

func stroke(id int, s report.Stroke, at box, scale float64) office.Markup {
	place := box{at.x + min(s.X1, s.X2)*scale, at.y + min(s.Y1, s.Y2)*scale, math.Abs(s.X2-s.X1) * scale, math.Abs(s.Y2-s.Y1) * scale}
	var turned office.Attributes
	if (s.X2 < s.X1) != (s.Y2 < s.Y1) {
		turned = office.Attributes{"flipV", "1"}
	}
	frame := office.Element("a:xfrm", turned,
		office.Element("a:off", office.Attributes{"x", parts(place.x), "y", parts(place.y)}),
		office.Element("a:ext", office.Attributes{"cx", parts(place.width), "cy", parts(place.height)}))
	return office.Element("p:cxnSp", nil,
		office.Element("p:nvCxnSpPr", nil, office.Element("p:cNvPr", office.Attributes{"id", strconv.Itoa(id), "name", "line"}),
			office.Element("p:cNvCxnSpPr", nil), office.Element("p:nvPr", nil)),
		office.Element("p:spPr", nil, frame, office.Element("a:prstGeom", office.Attributes{"prst", "line"}, office.Element("a:avLst", nil)),
			office.Element("a:ln", office.Attributes{"w", parts(s.Width * scale), "cap", "sq"}, fill(s.Ink))))
}

// ascent is how far above its baseline a line of text begins, in ems.
const ascent = 0.905

// label is a line of text whose baseline is at a place.
func (w *writer) label(id int, l report.Label, at box, scale float64) office.Markup {
	size := l.Size * scale
	long := w.ruler.Width(l.Text, size, l.Bold) + 4
	place := box{at.x + l.X*scale, at.y + l.Y*scale - ascent*size, long, size * lineHeight}
	align := "l"
	switch l.Anchor {
	case report.Middle:
		place.x, align = place.x-long/2, "ctr"
	case report.End:
		place.x, align = place.x-long, "r"
	}
	return textBox(id, "label", place, "t", w.plain(report.OneLine(l.Text), letters{size, l.Bold, l.Ink}, align))
}

// The sheet of a calendar.
const (
	cardWidth  = 190.0
	cardHeight = 200.0
	cardTop    = bodyTop + 24
	cardBand   = 48.0
)

// card is the day of a slide as on a calendar: the month and the year above, the day large below. The body says it in words.
func (w *writer) card(sl slide) office.Markup {
	day, month, is := w.onCard(sl)
	if !is {
		return ""
	}
	size := 22.0
	for size > 10 && w.ruler.Width(month, size, true) > cardWidth-16 {
		size--
	}
	white := office.Element("a:solidFill", nil, office.Element("a:schemeClr", office.Attributes{"val", "bg1"}))
	band := office.Element("a:r", nil, office.Element("a:rPr", office.Attributes{"lang", w.summary.Language.Spelling(), "sz", hundredths(size), "b", "1"}, white),
		office.Element("a:t", nil, office.Escape(month)))
	sheet := box{left, cardTop, cardWidth, cardHeight}
	return filled(firstShape, sheet, white, fill(report.InkPale)) +
		bar(firstShape+1, box{sheet.x, sheet.y, sheet.width, cardBand}, report.InkAccent) +
		textBox(firstShape+2, "month", box{sheet.x, sheet.y, sheet.width, cardBand}, "ctr", line(month, office.Attributes{"algn", "ctr"}, "", band)) +
		textBox(firstShape+3, "day", box{sheet.x, sheet.y + cardBand, sheet.width, sheet.height - cardBand}, "ctr", w.plain(day, letters{96, true, report.InkAccent}, "ctr"))
}

// onCard is what stands on the card of a slide, where it has one.
func (w *writer) onCard(sl slide) (day, month string, is bool) {
	if sl.date == "" {
		return "", "", false
	}
	return strings.Cut(w.texts.Date(sl.date), " ")
}

// logo is the school's own picture, beside the title of the first slide.
func (w *writer) logo(sl slide) office.Markup {
	if !sl.logo {
		return ""
	}
	wide, high := w.summary.Logo.Fit(widestLogo, tallestLogo)
	place := box{left + width - wide, kickerTop, wide, high}
	return office.Element("p:pic", nil,
		office.Element("p:nvPicPr", nil, office.Element("p:cNvPr", office.Attributes{"id", "8", "name", "logo", "descr", report.OneLine(w.summary.School)}),
			office.Element("p:cNvPicPr", nil, office.Element("a:picLocks", office.Attributes{"noChangeAspect", "1"})), office.Element("p:nvPr", nil)),
		office.Element("p:blipFill", nil, office.Element("a:blip", office.Attributes{"r:embed", "logo"}), office.Element("a:stretch", nil, office.Element("a:fillRect", nil))),
		office.Element("p:spPr", nil, place.frame("a:xfrm"), rectangle))
}
