package docx

import (
	"stappenplan/report"
	"stappenplan/report/office"
)

// The bars behind the hours in a table, in points.
const (
	barsWidth = 120.0
	barHeight = 4.5
)

// hours are the hours as a table with bars in it. The drawing that other formats put beside the table would
// take the first page beyond its end, and nobody could change the numbers in it.
func (w *writer) hours(h report.Hours) office.Markup {
	t := h.Table()
	head := append(titles(t.Columns), cell{})
	for i, ink := range report.HoursInks {
		head[i+1].sign = ink
		t.Columns[i+1].Title += " ■" // wants room
	}
	const drawn = int(barsWidth)*20 + office.CellMargins
	widths := append(office.ColumnWidths(t, sheetText-drawn), drawn)
	rows := []office.Markup{w.row(widths, head, rowFormat{head: true, keep: true})}
	for i, l := range h.Lines {
		cells := []cell{
			{text: report.OneLine(l.Label)}, {text: l.Asked.Text, number: true}, {text: l.Available.Text, number: true},
			{drawing: h.LineDrawing(l, barsWidth, barHeight)},
		}
		rows = append(rows, w.row(widths, cells, rowFormat{keep: i == 0 && len(h.Lines) > 1}))
	}
	return tableOf(widths, rows)
}
