package pdf

import (
	"slices"
	"strings"

	"stappenplan/report"
)

// The measures of a table.
const (
	cellGap = 10.0 // between columns
	rowGap  = 2.6  // between the lines of two rows
	tallest = 40   // lines of a row; what is longer goes on in another
)

// table is a table. Its head is repeated on every page, and no row is split over two pages.
type table struct {
	element *element
	columns []tableColumn
	head    tableRow
	goesOn  bool // its head was drawn on a page before
	rows    []tableRow
	size    float64
	lead    float64
	width   float64
	least   float64 // how high a row below the head is at least
}

// tableColumn is the place of a column.
type tableColumn struct {
	x, width float64
	right    bool // its cells end on the right
	room     bool // its cells are filled in by hand
	names    bool // its cells say what their rows are about
}

// tableRow is a row: the lines of each of its cells.
type tableRow struct {
	element  *element
	elements []*element // of the cells
	cells    [][]textLine
}

// table sets a table over the whole width.
func (w *typesetter) table(t report.Table) table {
	g := table{element: &element{tag: tagTable}, size: w.style.small, lead: w.style.smallLead, width: w.width}
	if t.ToWriteIn() {
		g.least = writingLead
	}
	x := 0.0
	for i, width := range w.columnWidths(t) {
		column := t.Columns[i]
		g.columns = append(g.columns, tableColumn{x, width, column.Number, column.Room > 0, i == 0 && !column.Number})
		x += width + cellGap
	}
	g.head = w.tableRows(g, t.Titles(), phrase{face: boldFace, ink: report.InkAccent})[0]
	for _, cell := range g.head.elements {
		*cell = element{tag: tagHeadCell, attributes: columnScope}
	}
	for _, cells := range t.Rows {
		g.rows = append(g.rows, w.tableRows(g, cells, phrase{})...)
	}
	return g
}

// tableRows sets a row, in more than one where a cell is too long for a page.
func (w *typesetter) tableRows(g table, cells []string, look phrase) (rows []tableRow) {
	row := tableRow{&element{tag: tagRow}, make([]*element, len(cells)), make([][]textLine, len(cells))}
	for i, cell := range cells {
		look.text = w.alphabet.substitute(report.OneLine(cell))
		row.cells[i] = w.metrics.lines([]phrase{look}, g.size, g.columns[i].width)
		row.elements[i] = &element{tag: tagCell}
		if g.columns[i].names {
			row.elements[i] = &element{tag: tagHeadCell, attributes: rowScope}
		}
	}
	for row.lines() > tallest {
		rest := row
		rest.cells = slices.Clone(row.cells)
		for i, lines := range row.cells {
			n := min(tallest, len(lines))
			row.cells[i], rest.cells[i] = lines[:n], lines[n:]
		}
		rows, row = append(rows, row), rest
	}
	return append(rows, row)
}

// lines is how many lines a row takes.
func (r tableRow) lines() (n int) {
	for _, cell := range r.cells {
		n = max(n, len(cell))
	}
	return n
}

func (t table) headHeight() float64 { return float64(t.head.lines())*t.lead + rowGap }

func (t table) rowHeight(r tableRow) float64 { return max(t.least, float64(r.lines())*t.lead+rowGap) }

func (t table) height() float64 {
	height := t.headHeight()
	for _, row := range t.rows {
		height += t.rowHeight(row)
	}
	return height
}

func (t table) cut(room float64) (above, below box) {
	left, fit := room-t.headHeight(), 0
	for ; fit < len(t.rows); fit++ {
		if left -= t.rowHeight(t.rows[fit]); left < 0 {
			break
		}
	}
	n := keepTogether(fit, len(t.rows))
	if n == 0 && room > textHeight/2 {
		n = fit // its rows are so tall that two never fit one page
	}
	switch n {
	case 0:
		return nil, t
	case len(t.rows):
		return t, nil
	}
	upper, lower := t, t
	upper.rows, lower.rows, lower.goesOn = t.rows[:n], t.rows[n:], true
	return upper, lower
}

func (t table) draw(c *canvas, x, y float64) {
	for _, column := range t.columns {
		if left := x + column.x - cellGap/2; column.room {
			c.stroke(left, y+t.headHeight(), left, y+t.height(), 0.5, report.InkPale)
		}
	}
	head := t.head
	if t.goesOn {
		head.element = decoration
	}
	c.structure.begin(t.element)
	t.drawRow(c, x, y, head)
	y += t.headHeight()
	c.stroke(x, y, x+t.width, y, 0.8, report.InkAccent)
	for i, row := range t.rows {
		if i > 0 {
			c.stroke(x, y, x+t.width, y, 0.5, report.InkPale)
		}
		t.drawRow(c, x, y, row)
		y += t.rowHeight(row)
	}
	c.structure.end()
}

func (t table) drawRow(c *canvas, x, y float64, row tableRow) {
	baseline := y + (rowGap+t.lead)/2 + t.size*0.36
	c.structure.begin(row.element)
	for i, cell := range row.cells {
		c.structure.begin(row.elements[i])
		for n, l := range cell {
			left := x + t.columns[i].x
			if t.columns[i].right {
				left += t.columns[i].width - l.width
			}
			c.line(left, baseline+float64(n)*t.lead, t.size, l)
		}
		c.structure.end()
	}
	c.structure.end()
}

// measureTables finds out how wide the columns would be of the tables in a section. Those with the same titles get
// the same columns.
func (w *typesetter) measureTables(blocks []report.Block) {
	w.wanted = map[string][]float64{}
	for _, block := range blocks {
		if t, ok := block.(report.Table); ok {
			key := strings.Join(t.Titles(), "\n")
			widths := w.naturalWidths(t)
			for i, width := range w.wanted[key] {
				widths[i] = max(widths[i], width)
			}
			w.wanted[key] = widths
		}
	}
}

// naturalWidths is how wide columns are when no cell is broken.
func (w *typesetter) naturalWidths(t report.Table) []float64 {
	return w.widest(t, func(cell string) []string { return []string{report.OneLine(cell)} })
}

// columnWidths shares the width among columns: each gets what it needs and as much of what is left, and where
// there is too little the widest give way.
func (w *typesetter) columnWidths(t report.Table) []float64 {
	widths, measured := w.wanted[strings.Join(t.Titles(), "\n")]
	if widths = slices.Clone(widths); !measured {
		widths = w.naturalWidths(t)
	}
	room := w.width - cellGap*float64(len(widths)-1)
	left := room - totalWidth(widths)
	if left < 0 {
		return report.Narrowed(widths, w.widestWords(t), room)
	}
	for i := range widths {
		widths[i] += left / float64(len(widths))
	}
	return widths
}

func totalWidth(widths []float64) (total float64) {
	for _, width := range widths {
		total += width
	}
	return total
}

// widestWords is how wide the widest word is of each column.
func (w *typesetter) widestWords(t report.Table) []float64 {
	return w.widest(t, func(cell string) []string { return strings.FieldsFunc(cell, report.Breakable) })
}

// widest is how wide the widest part is of each column.
func (w *typesetter) widest(t report.Table, parts func(cell string) []string) []float64 {
	widths := make([]float64, len(t.Columns))
	measure := func(weight face, cells []string) {
		for i, cell := range cells {
			for _, part := range parts(w.alphabet.substitute(cell)) {
				widths[i] = max(widths[i], w.metrics.width(weight, w.style.small, part))
			}
		}
	}
	measure(boldFace, t.Titles())
	for i, c := range t.Columns {
		widths[i] = max(widths[i], w.metrics.width(regularFace, w.style.small, strings.Repeat("n", c.Room)))
	}
	for _, row := range t.Rows {
		measure(regularFace, row)
	}
	return widths
}
