package planfile

import (
	"stappenplan/assets"
)

// headingRows is in how many rows at the top of a sheet its headings are looked for.
const headingRows = 20

// table is a sheet with known columns: the rows under its headings.
type table struct {
	sheetPart
	headings int            // the row
	columns  map[string]int // by field, from 1
	naming   string         // the field that says what a row is about
	order    int            // of the sheet, among all
	rows     []row
}

// at is the cell of a field in a row; the second result says whether the sheet has that column.
func (t *table) at(r row, field string) (cell, bool) {
	column, has := t.columns[field]
	return r.at(column), has
}

// findTable looks on every sheet for a row of headings that is enough, and reads what stands under it.
// There is none when nothing is enough.
func (b *book) findTable(headings map[string]string, enough func(fields map[string]int) bool) (*table, error) {
	for i, sheet := range b.sheets {
		top, err := b.rows(sheet, headingRows)
		if err != nil {
			return nil, err
		}
		for _, r := range top {
			columns, twice := fieldsIn(r, headings)
			if r.number > headingRows || !enough(columns) {
				continue
			}
			t := &table{sheetPart: sheet, headings: r.number, columns: columns, order: i}
			if twice != nil {
				return nil, Errors{{Path: t.place(*twice), code: "workbook-column-twice", value: twice.text}}
			}
			t.rows, err = b.rowsUnder(sheet, r.number)
			return t, err
		}
	}
	return nil, nil
}

// rowsUnder reads the rows of a sheet under its headings.
func (b *book) rowsUnder(sheet sheetPart, headings int) (under []row, err error) {
	all, err := b.rows(sheet, MaxSheetRows)
	for _, r := range all {
		if r.number > headings {
			under = append(under, r)
		}
	}
	return under, err
}

// fieldsIn are the fields whose headings stand in a row, and a cell whose heading came before.
func fieldsIn(r row, headings map[string]string) (columns map[string]int, twice *cell) {
	columns = map[string]int{}
	for _, c := range r.cells {
		if len(c.text) > 200 {
			continue
		}
		field, known := headings[fold(c.text)]
		if !known {
			continue
		}
		if _, before := columns[field]; before && twice == nil {
			twice = &c
			continue
		}
		columns[field] = c.column
	}
	return columns, twice
}

// bothLanguages are the texts in each language: a workbook can come back in another than it is read in.
func bothLanguages(texts *assets.Texts) []*assets.Texts {
	all := []*assets.Texts{texts}
	for _, language := range assets.Languages {
		if language != texts.Language {
			all = append(all, assets.Load(language))
		}
	}
	return all
}

// headingsOf are the fields by their headings in every language, as fold makes them.
func headingsOf(languages []*assets.Texts, columns []sheetColumn, of func(*assets.Texts) map[string]assets.SheetColumnTexts) map[string]string {
	headings := map[string]string{}
	for _, t := range languages {
		for _, c := range columns {
			headings[fold(string(of(t)[c.field].Heading))] = c.field
		}
	}
	return headings
}
