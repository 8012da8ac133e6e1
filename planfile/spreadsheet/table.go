package spreadsheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// table is a sheet with known columns: the rows under its headings.
type table struct {
	sheet   xlsx.Sheet
	columns map[string]int // by field, from 1
	naming  string         // the field that says what a row is about
	order   int            // of the sheet, among all
	rows    []xlsx.Row
}

// has says whether the sheet has a column for a field.
func (t *table) has(field string) bool { return t.columns[field] > 0 }

// at is the cell of a field in a row, an empty one where the sheet has no such column. What is struck out is still there:
// in our own workbook a text is taken away by taking it away.
func (t *table) at(r xlsx.Row, field string) xlsx.Cell {
	c := r.At(t.columns[field])
	c.Text = cmp.Or(c.Whole, c.Text)
	return c
}

// filled keeps the rows with a value in a column that is read.
func (t *table) filled(columns []sheetColumn) []xlsx.Row {
	return slices.DeleteFunc(t.rows, func(row xlsx.Row) bool {
		return !slices.ContainsFunc(columns, func(c sheetColumn) bool { return c.kind != workedOutColumn && t.at(row, c.field).Text != "" })
	})
}

// refused is the field of the column that a refusal is about: of lists and scores the one of the part, where they have several.
func (t *table) refused(refusal steps.Refusal) string {
	last := refusal.Field[strings.LastIndexByte(refusal.Field, '.')+1:]
	for _, field := range []string{refusal.Field, last, refusal.FieldName()} {
		if t.columns[field] > 0 {
			return field
		}
	}
	return t.naming
}

// place is how a cell is called, as Taken!F17.
func (t *table) place(c xlsx.Cell) string {
	name := steps.CleanName(t.sheet.Name)
	if utf8.RuneCountInString(name) > 31 { // as long as such a name can be
		name = steps.Quote(name)
	}
	return name + "!" + c.Name()
}

// position puts a cell among all those of the workbook.
func (t *table) position(c xlsx.Cell) int {
	const perSheet, perRow = 10_000_000, 1000
	return t.order*perSheet + c.Row*perRow + c.Column
}
