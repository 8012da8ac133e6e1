package report

import "slices"

// How a table stands on its page.
const (
	cellGap = 10.0 // between columns
	rowGap  = 2.6  // between the lines of two rows
	tallest = 40   // lines of a row; what is longer goes on in another
)

// grid is a table. Its head is repeated on every page, and no row is torn.
type grid struct {
	columns []gridColumn
	head    gridRow
	rows    []gridRow
	size    float64
	lead    float64
	width   float64
}

// gridColumn is where a column stands.
type gridColumn struct {
	x, width float64
	right    bool // its cells end on the right
}

// gridRow is a row: the lines of each of its cells.
type gridRow [][]textLine

// grid sets a table over a width.
func (w *typesetter) grid(t Table, width float64) grid {
	g := grid{size: w.style.small, lead: w.style.smallLead, width: width}
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title
	}
	all := append([][]string{titles}, t.Rows...)
	x := 0.0
	for i, columnWidth := range w.columnWidths(all, width) {
		g.columns = append(g.columns, gridColumn{x, columnWidth, t.Columns[i].Number})
		x += columnWidth + cellGap
	}
	for i, cells := range all {
		rows := w.gridRows(g, cells, i == 0)
		if i == 0 {
			g.head = rows[0]
		} else {
			g.rows = append(g.rows, rows...)
		}
	}
	return g
}

// gridRows sets a row, in more than one where a cell is too long for a page.
func (w *typesetter) gridRows(g grid, cells []string, head bool) (rows []gridRow) {
	look := phrase{}
	if head {
		look = phrase{face: boldFace, ink: InkAccent}
	}
	row := make(gridRow, len(cells))
	for i, cell := range cells {
		look.text = w.alphabet.mend(oneLine(cell))
		row[i] = w.ruler.lines([]phrase{look}, g.size, g.columns[i].width)
	}
	for row.lines() > tallest {
		rest := slices.Clone(row)
		for i, lines := range row {
			n := min(tallest, len(lines))
			row[i], rest[i] = lines[:n], lines[n:]
		}
		rows, row = append(rows, row), rest
	}
	return append(rows, row)
}

// columnWidths shares a width among columns: each gets what it needs, and where that is too much the widest
// give way first. What is left goes to the first column that holds text.
func (w *typesetter) columnWidths(rows [][]string, width float64) []float64 {
	wanted := make([]float64, len(rows[0]))
	for n, row := range rows {
		weight := regularFace
		if n == 0 {
			weight = boldFace
		}
		for i, cell := range row {
			wanted[i] = max(wanted[i], w.ruler.width(weight, w.style.small, w.alphabet.mend(oneLine(cell))))
		}
	}
	room := width - cellGap*float64(len(wanted)-1)
	total := 0.0
	for _, one := range wanted {
		total += one
	}
	if total > room {
		return narrowed(wanted, room)
	}
	wanted[slices.Index(wanted, slices.Max(wanted))] += room - total
	return wanted
}

// narrowed makes columns fit in a room: all that are wider than a certain width get that width.
func narrowed(wanted []float64, room float64) []float64 {
	ordered := slices.Sorted(slices.Values(wanted))
	for i, one := range ordered {
		share := room / float64(len(ordered)-i)
		if one > share {
			for j := range wanted {
				wanted[j] = min(wanted[j], share)
			}
			return wanted
		}
		room -= one
	}
	return wanted
}

// lines is how many lines a row takes.
func (r gridRow) lines() (n int) {
	for _, cell := range r {
		n = max(n, len(cell))
	}
	return n
}

func (g grid) rowHeight(r gridRow) float64 { return float64(r.lines())*g.lead + rowGap }

func (g grid) height() float64 {
	height := g.rowHeight(g.head)
	for _, row := range g.rows {
		height += g.rowHeight(row)
	}
	return height
}

func (g grid) cut(room float64) (above, below slab) {
	room -= g.rowHeight(g.head)
	fit := 0
	for ; fit < len(g.rows); fit++ {
		if room -= g.rowHeight(g.rows[fit]); room < 0 {
			break
		}
	}
	n := together(fit, len(g.rows))
	if fit == 1 && g.rows[0].lines() > tallest/2 {
		n = 1 // tall rows stand alone, or they would never find a page
	}
	switch n {
	case 0:
		return nil, g
	case len(g.rows):
		return g, nil
	}
	upper, lower := g, g
	upper.rows, lower.rows = g.rows[:n], g.rows[n:]
	return upper, lower
}

func (g grid) paint(c *sheet, x, y float64) {
	y = g.paintRow(c, x, y, g.head)
	c.stroke(Stroke{x, y, x + g.width, y, 0.8, InkAccent})
	for i, row := range g.rows {
		if i > 0 {
			c.stroke(Stroke{x, y, x + g.width, y, 0.5, InkPale})
		}
		y = g.paintRow(c, x, y, row)
	}
}

// paintRow draws a row and says where it ends.
func (g grid) paintRow(c *sheet, x, y float64, row gridRow) float64 {
	baseline := y + rowGap/2 + g.lead/2 + g.size*0.36
	for i, cell := range row {
		for n, l := range cell {
			left := x + g.columns[i].x
			if g.columns[i].right {
				left += g.columns[i].width - l.width
			}
			c.line(left, baseline+float64(n)*g.lead, g.size, l)
		}
	}
	return y + g.rowHeight(row)
}
