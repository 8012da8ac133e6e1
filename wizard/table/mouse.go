package table

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/screen"
)

// drawing is where the table drew what a mouse finds.
type drawing struct {
	first, rows   int // the line of the first row, and how many rows there was room for
	at, more      int // the place of the row with the cursor among those shown, and how many lines it takes beside its first
	from          int // the place of the first column among all
	columns       []column
	titles, width int
	pinned        bool // the head of a section stands in the place of the first row
}

// column is the place of the column at a cell among all; -1 for none.
func (d drawing) column(x int) int {
	left := d.titles + 4
	for i, c := range d.columns {
		if x >= left && x < left+c.width {
			return d.from + i
		}
		left += c.width
	}
	return -1
}

// row is the place of the row at a line among those shown.
func (d drawing) row(y int) int {
	row := y - d.first
	if row > d.at {
		row = max(d.at, row-d.more)
	}
	return row
}

// TakesClicks says that a click is told to the table itself: it has columns.
func (s *Table) TakesClicks() bool { return true }

// click puts the cursor on the row and the column of a cell; where it is there already, it does what Enter does. What is being typed is
// kept first.
func (s *Table) click(at screen.Clicked, f screen.Frame) (effect screen.Effect) {
	d, column := s.drawn, s.drawn.column(at.X)
	row, rows := d.row(at.Y), s.rows(f)
	to := s.top + row
	if row < 0 || row >= d.rows || to >= len(rows) || at.X >= d.width {
		return nil
	}
	for d.pinned && row == 0 && rows[to].task != nil { // the head that stands there is further up
		to--
	}
	if s.typed != nil {
		if effect = s.Leave(f); s.typed != nil { // it was refused
			return effect
		}
	}
	here := to == s.at && (column < 0 || column == s.column)
	if s.at = to; column >= 0 && rows[to].task != nil {
		s.column = column
	}
	if !here || effect != nil {
		return effect
	}
	_, effect = s.Update(tea.KeyPressMsg{Code: tea.KeyEnter}, f)
	return effect
}
