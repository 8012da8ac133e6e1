package report

import "stappenplan/steps"

// The bars behind the hours in a table, in points.
const (
	barsWidth  = 120.0
	barsHeight = 12.0
	barHeight  = 4.5
)

// hours writes the hours as a table with bars in it. The drawing that other formats put beside the table would
// take the first page beyond its end, and nobody could change the numbers in it.
func (w *wordWriter) hours(h Hours) {
	t := h.Table()
	head := append(titles(t.Columns), wordCell{})
	for i, ink := range HoursInks {
		head[i+1].sign = ink
		t.Columns[i+1].Title += " ■" // wants room
	}
	const drawn = int(barsWidth)*20 + cellMargins
	widths := append(columnWidths(t, sheetText-drawn), drawn)
	w.beginTable(widths)
	w.row(widths, head, rowLook{head: true, keep: true})
	most := h.Most()
	for i, l := range h.Lines {
		w.row(widths, []wordCell{
			{text: oneLine(l.Label)}, {text: l.Asked.Text, number: true}, {text: l.Available.Text, number: true},
			{drawing: hoursBars(l, most)},
		}, rowLook{keep: i == 0 && len(h.Lines) > 1})
	}
	w.endTable()
}

// hoursBars sets the hours asked above the hours there are; what is asked beyond what there is stands out.
func hoursBars(l HoursLine, most steps.Decimal) Drawing {
	scale := barsWidth / float64(most)
	asked, available := float64(l.Asked.Value)*scale, float64(l.Available.Value)*scale
	d := Drawing{Width: barsWidth, Height: barsHeight, Title: l.Label + ": " + l.Asked.Text + ", " + l.Available.Text}
	d.Shapes = append(d.Shapes, Bar{X: 0, Y: 1, Width: asked, Height: barHeight, Ink: HoursInks[0]})
	if l.Available.Known && asked > available {
		d.Shapes = append(d.Shapes, Bar{X: available, Y: 1, Width: asked - available, Height: barHeight, Ink: InkBad})
	}
	d.Shapes = append(d.Shapes, Bar{X: 0, Y: 2 + barHeight, Width: available, Height: barHeight, Ink: HoursInks[1]})
	return d
}
