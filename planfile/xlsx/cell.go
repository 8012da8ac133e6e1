package xlsx

import (
	"math"
	"strconv"
	"strings"
)

// Cell is one cell that holds something.
type Cell struct {
	Row, Column int // from 1
	Text        string
	Kind        Kind
	Hidden      bool   // its column is
	Copied      bool   // from the first of the cells that it is merged with
	Whole       string // what it says with what was struck out in it; empty where nothing was
	Formula     bool   // one works it out

	number float64
	format format
}

// Kind is what stands in a cell, and so what its text is.
type Kind uint8

// The kinds of cells.
const (
	TextCell     Kind = iota
	NumberCell        // in 15 digits, with a point
	DayCell           // as 2026-09-01
	DurationCell      // as it is shown with a point, such as 1:30
	PercentCell       // the same, such as 50%
	BooleanCell       // 1 or 0
	ErrorCell
	FormulaCell // one whose result is not in the file
)

// Name is how a cell is called, as F17.
func (c Cell) Name() string { return CellName(c.Column, c.Row) }

// CellName is how the cell in a column and a row is called.
func CellName(column, row int) string { return ColumnName(column) + strconv.Itoa(row) }

// Shown is what a person sees in a cell.
func (c Cell) Shown(l Language) string {
	switch c.Kind {
	case NumberCell, DayCell, DurationCell, PercentCell:
		if c.spelled() {
			return c.format.text(c.number, l)
		}
	case BooleanCell:
		if c.Text == "1" {
			return l.True
		}
		return l.False
	}
	return c.Text
}

// spelled says whether the file has a number for a cell, so that its format tells what is shown.
func (c Cell) spelled() bool {
	return c.number != 0 || c.Text == "0" || c.Kind != NumberCell && c.Kind != DayCell
}

// Number is the number in a cell, also where it is written as a text, in Dutch or in English. What a spreadsheet's arithmetic
// adds far behind the point is no part of it. A share of a hundred is no number of anything; of a duration it is the hours.
func (c Cell) Number() (decimal string, ok bool) {
	n := c.number
	switch c.Kind {
	case TextCell:
		if n, ok = readNumber(c.Text); !ok {
			return "", false
		}
	case DurationCell:
		const hundredths = 100
		n = math.Round(n*24*hundredths) / hundredths
	case NumberCell:
		if !c.spelled() {
			return "", false
		}
	default:
		return "", false
	}
	if math.IsNaN(n) || math.Abs(n) > 1e9 {
		return "", false
	}
	return strconv.FormatFloat(math.Round(n*1000)/1000, 'f', -1, 64), true
}

// readNumber reads a number as people write one: of two signs between its digits the last is before the fraction.
func readNumber(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	if len(text) > 40 {
		return 0, false
	}
	thousands := "."
	if strings.LastIndexByte(text, '.') > strings.LastIndexByte(text, ',') {
		thousands = ","
	}
	if strings.ContainsRune(text, '.') && strings.ContainsRune(text, ',') {
		text = strings.ReplaceAll(text, thousands, "")
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
	return n, err == nil
}

// Row is one row of a sheet that holds something, its cells from left to right.
type Row struct {
	Number int
	Cells  []Cell
	Hidden bool
}

// At is the cell in a column, an empty one where there is none.
func (r Row) At(column int) Cell {
	for _, c := range r.Cells {
		if c.Column == column {
			return c
		}
	}
	return Cell{Row: r.Number, Column: column}
}

// columnOf is the column, from 1, of a reference such as B7; 0 where it is none.
func columnOf(reference string) (column int) {
	for _, r := range reference {
		if r < 'A' || r > 'Z' || column > 1_000_000 {
			break
		}
		column = column*26 + int(r-'A') + 1
	}
	return column
}

// rowOf is the row of a reference such as B7; 0 where it is none.
func rowOf(reference string) int {
	number, err := strconv.Atoi(strings.TrimLeft(reference, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if err != nil {
		return 0
	}
	return number
}

// ColumnName is how a column is called, as B.
func ColumnName(column int) (name string) {
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// Escaped writes the _ of each _x0041_ in a text as _x005F_, since that is how a workbook writes a letter.
func Escaped(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if _, ok := letterAt(text[i:]); ok {
			b.WriteString("_x005F")
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// unescaped is the text for which Escaped was written.
func unescaped(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if letter, ok := letterAt(text[i:]); ok {
			b.WriteRune(letter)
			i += len("_x0041_") - 1
		} else {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

// letterAt is the letter that a text begins with where it is written as _x0041_.
func letterAt(text string) (rune, bool) {
	if len(text) < len("_x0041_") || text[:2] != "_x" || text[6] != '_' {
		return 0, false
	}
	code, err := strconv.ParseUint(text[2:6], 16, 16)
	return rune(code), err == nil
}
