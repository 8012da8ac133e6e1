package docx

import "stappenplan/report"

// The bars behind the hours in a table, in points.
const (
	barsWidth = 120.0
	barHeight = 4.5
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
	if h.Short != "" {
		head[len(head)-1] = cell{text: h.Short, sign: report.InkBad}
	}
	const drawn = int(barsWidth)*20 + cellMargins
	widths := append(columnWidths(t, sheetText-drawn), drawn)
	rows := []markup{w.row(widths, head, rowFormat{head: true, keep: true})}
	for i, l := range h.Lines {
		cells := []cell{
			{text: report.OneLine(l.Label)}, {text: l.Asked.Text, number: true}, {text: l.Available.Text, number: true},
			{drawing: h.LineDrawing(l, barsWidth, barHeight)},
		}
		rows = append(rows, w.row(widths, cells, rowFormat{keep: i == 0 && len(h.Lines) > 1}))
	}
	return tableOf(widths, rows)
}
