package docx

import (
	"stappenplan/report"
	"stappenplan/steps"
)

// The bars behind the hours in a table, in points.
const (
	barsWidth  = 120.0
	barsHeight = 12.0
	barHeight  = 4.5
)

// hours are the hours as a table with bars in it. The drawing that other formats put beside the table would
// take the first page beyond its end, and nobody could change the numbers in it.
func (w *writer) hours(h report.Hours) markup {
	t := h.Table()
	head := append(titles(t.Columns), cell{})
	for i, ink := range report.HoursInks {
		head[i+1].sign = ink
		t.Columns[i+1].Title += " ■" // wants room
	}
	const drawn = int(barsWidth)*20 + cellMargins
	widths := append(columnWidths(t, sheetText-drawn), drawn)
	rows := []markup{w.row(widths, head, rowFormat{head: true, keep: true})}
	most := h.Most()
	for i, l := range h.Lines {
		cells := []cell{
			{text: report.OneLine(l.Label)}, {text: l.Asked.Text, number: true}, {text: l.Available.Text, number: true},
			{drawing: hoursBars(l, most)},
		}
		rows = append(rows, w.row(widths, cells, rowFormat{keep: i == 0 && len(h.Lines) > 1}))
	}
	return tableOf(widths, rows)
}

// hoursBars sets the hours asked above the hours there are; what is asked beyond what there is stands out.
func hoursBars(l report.HoursLine, most steps.Decimal) report.Drawing {
	scale := barsWidth / float64(most)
	asked, available := float64(l.Asked.Value)*scale, float64(l.Available.Value)*scale
	d := report.Drawing{Width: barsWidth, Height: barsHeight, Title: l.Label + ": " + l.Asked.Text + ", " + l.Available.Text}
	d.Shapes = append(d.Shapes, report.Bar{X: 0, Y: 1, Width: asked, Height: barHeight, Ink: report.HoursInks[0]})
	if l.Available.Known && asked > available {
		d.Shapes = append(d.Shapes, report.Bar{X: available, Y: 1, Width: asked - available, Height: barHeight, Ink: report.InkBad})
	}
	d.Shapes = append(d.Shapes, report.Bar{X: 0, Y: 2 + barHeight, Width: available, Height: barHeight, Ink: report.HoursInks[1]})
	return d
}
