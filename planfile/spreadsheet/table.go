package spreadsheet

import (
	"slices"
	"unicode/utf8"

	"stappenplan/planfile"
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

// at is the cell of a field in a row, an empty one where the sheet has no such column.
func (t *table) at(r xlsx.Row, field string) xlsx.Cell { return r.At(t.columns[field]) }

// filled keeps the rows with a value in a column that is read.
func (t *table) filled(columns []sheetColumn) []xlsx.Row {
	return slices.DeleteFunc(t.rows, func(row xlsx.Row) bool {
		return !slices.ContainsFunc(columns, func(c sheetColumn) bool { return c.kind != workedOutColumn && t.at(row, c.field).Text != "" })
	})
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

// findTable looks on every sheet for a row with enough known headings, and reads the rows below it. The table is nil
// where no sheet has one.
func findTable(b *xlsx.Book, headings map[string]string, naming string, enough func(columns map[string]int) bool) (*table, error) {
	for i, sheet := range b.Sheets {
		head, err := b.Head(sheet)
		if err != nil {
			return nil, planfile.AsErrors(err)
		}
		for _, r := range head {
			columns, twice := fieldsIn(r, headings)
			if !enough(columns) {
				continue
			}
			t := &table{sheet: sheet, columns: columns, naming: naming, order: i}
			if twice != nil {
				return nil, planfile.Errors{planfile.NewProblem(t.place(*twice), 0, "workbook-column-twice", twice.Text, "")}
			}
			t.rows, err = b.Below(sheet, r.Number)
			return t, planfile.AsErrors(err)
		}
	}
	return nil, nil
}

// fieldsIn returns the columns of the fields whose headings a row has, and a cell that repeats a heading, if any.
func fieldsIn(r xlsx.Row, headings map[string]string) (columns map[string]int, twice *xlsx.Cell) {
	columns = map[string]int{}
	for _, c := range r.Cells {
		if len(c.Text) > steps.MaxName {
			continue
		}
		switch field, known := headings[planfile.Fold(c.Text)]; {
		case known && columns[field] == 0:
			columns[field] = c.Column
		case known && twice == nil:
			twice = &c
		}
	}
	return columns, twice
}
