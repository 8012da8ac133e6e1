package office

import "stappenplan/report"

// Cell is a cell of a table: a text, or a drawing.
type Cell struct {
	Text    string
	Number  bool       // is aligned on the right
	Room    bool       // is filled in by hand
	Sign    report.Ink // the ink of a square before the text; none where it is InkText
	Drawing report.Drawing
}

// Grid is a table as it stands on a page: its widths are in twentieths of a point.
type Grid struct {
	Widths    []int
	Head      []Cell
	Rows      [][]Cell
	ToWriteIn bool // something of it is filled in by hand
}

// GridOf is a table in a width.
func GridOf(t report.Table, width int) Grid {
	g := Grid{ColumnWidths(t, width), headOf(t.Columns), make([][]Cell, len(t.Rows)), t.ToWriteIn()}
	for i, texts := range t.Rows {
		for n, text := range texts {
			g.Rows[i] = append(g.Rows[i], Cell{Text: report.OneLine(text), Number: t.Columns[n].Number, Room: t.Columns[n].Room > 0})
		}
	}
	return g
}

func headOf(columns []report.Column) []Cell {
	cells := make([]Cell, len(columns))
	for i, c := range columns {
		cells[i] = Cell{Text: report.OneLine(c.Title), Number: c.Number}
	}
	return cells
}

// The bars behind the hours in a table, in points.
const (
	barsWidth = 120.0
	barHeight = 4.5
)

// HoursGrid is the hours as a table with bars in it. The drawing that other formats put beside the table would
// take the first page beyond its end, and nobody could change the numbers in it.
func HoursGrid(h report.Hours, width int) Grid {
	t := h.Table()
	g := Grid{Head: append(headOf(t.Columns), Cell{})}
	for i, ink := range report.HoursInks {
		g.Head[i+1].Sign = ink
		t.Columns[i+1].Title += " ■" // wants room
	}
	if h.Short != "" {
		g.Head[len(g.Head)-1] = Cell{Text: h.Short, Sign: report.InkBad}
	}
	const drawn = int(barsWidth)*20 + CellMargins
	g.Widths = append(ColumnWidths(t, width-drawn), drawn)
	for _, l := range h.Lines {
		g.Rows = append(g.Rows, []Cell{
			{Text: report.OneLine(l.Label)}, {Text: l.Asked.Text, Number: true}, {Text: l.Available.Text, Number: true},
			{Drawing: h.LineDrawing(l, barsWidth, barHeight)},
		})
	}
	return g
}
