package spreadsheet

import (
	"maps"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// Where in a workbook our tables are, and what each column is: by the hidden row above the headings, and by the headings.

// What the hidden row says before the field of a column. Spreadsheets made before there was such a row have headings alone.
const (
	tasksMark   = "tasks"
	teamMark    = "team"
	actionsMark = "actions"
)

// tableKind is a table that can be found.
type tableKind struct {
	mark         string
	columns      []sheetColumn
	words        func(*assets.Texts) map[string]assets.SheetColumnTexts
	naming       string                                       // the field that says what a row is about
	withoutMarks func(columns map[string]int, ours bool) bool // whether these headings are enough, where the hidden row is not there
}

var (
	taskTable = tableKind{tasksMark, taskColumns, (*assets.Texts).TaskColumns, "title", func(columns map[string]int, ours bool) bool {
		return columns["title"] > 0 && (columns["id"] > 0 || ours && len(columns) > 2)
	}}
	teamTable = tableKind{
		teamMark, teamColumns, func(t *assets.Texts) map[string]assets.SheetColumnTexts { return t.Workbook.Team.Columns }, "name",
		func(columns map[string]int, ours bool) bool {
			return columns["name"] > 0 && (columns["id"] > 0 || ours && columns["role"] > 0)
		},
	}
	actionTable = tableKind{
		actionsMark, actionColumns, func(t *assets.Texts) map[string]assets.SheetColumnTexts { return t.Workbook.Actions.Columns }, "what",
		func(columns map[string]int, ours bool) bool {
			return columns["what"] > 0 && (columns["id"] > 0 || ours && columns["state"] > 0)
		},
	}
)

// find finds a table on these sheets. It is nil where no sheet has one.
func (r *reader) find(b *xlsx.Book, sheets []xlsx.Sheet, kind tableKind) (*table, error) {
	byHeading := r.headings(kind)
	for i, sheet := range sheets {
		head, err := b.Head(sheet)
		if err != nil {
			return nil, planfile.AsErrors(err)
		}
		t := &table{sheet: sheet, naming: kind.naming, order: i}
		headings, twice := t.lookIn(head, kind, byHeading, slices.Contains(b.Names, markName))
		switch {
		case t.columns == nil:
			continue
		case twice != nil:
			return nil, planfile.Errors{planfile.NewProblem(t.place(*twice), 0, "workbook-column-twice", twice.Text, "")}
		}
		if t.rows, err = b.Below(sheet, headings.Number); err != nil {
			return nil, planfile.AsErrors(err)
		}
		r.lookedAt(t.sheet, headings, t.rows, t.columns)
		return t, nil
	}
	return nil, nil
}

// lookIn finds the columns of a table among the first rows of its sheet, and gives the row of the headings; the columns are nil
// where it is not there. A cell that repeats a heading is given too, if any.
func (t *table) lookIn(head []xlsx.Row, kind tableKind, byHeading map[string]string, ours bool) (headings xlsx.Row, twice *xlsx.Cell) {
	at := slices.IndexFunc(head, func(row xlsx.Row) bool { return len(kind.marked(row)) > 0 })
	if at >= 0 {
		headings = headingsUnder(head, at)
		columns, twice := fieldsIn(headings, kind.marked(head[at]), byHeading)
		if columns[kind.naming]+columns["id"] > 0 {
			t.columns = columns
			return headings, twice
		}
	}
	for _, row := range head {
		if columns, twice := fieldsIn(row, nil, byHeading); kind.withoutMarks(columns, ours) {
			t.columns = columns
			return row, twice
		}
	}
	return headings, nil
}

// headingsUnder is the row under the hidden one; it can be empty.
func headingsUnder(head []xlsx.Row, hidden int) xlsx.Row {
	if next := hidden + 1; next < len(head) && head[next].Number == head[hidden].Number+1 {
		return head[next]
	}
	return xlsx.Row{Number: head[hidden].Number + 1}
}

// marked are the fields that a hidden row names, by column.
func (k tableKind) marked(row xlsx.Row) map[int]string {
	fields := map[int]string{}
	for _, c := range row.Cells {
		field, is := strings.CutPrefix(c.Text, k.mark+markSeparator)
		if is && slices.ContainsFunc(k.columns, func(column sheetColumn) bool { return column.field == field }) {
			fields[c.Column] = field
		}
	}
	return fields
}

// fieldsIn returns the columns of the fields that headings name, or, where a heading is none of ours or says what another column
// is, the hidden mark above it. A heading that stands twice, and cannot be told apart by the marks, is given too.
func fieldsIn(headings xlsx.Row, marks map[int]string, byHeading map[string]string) (columns map[string]int, twice *xlsx.Cell) {
	columns = map[string]int{}
	said := map[int]string{} // by column: the field of its heading
	cells := map[int]xlsx.Cell{}
	for _, c := range headings.Cells {
		if len(c.Text) <= steps.MaxName && byHeading[planfile.Fold(c.Text)] != "" {
			said[c.Column], cells[c.Column] = byHeading[planfile.Fold(c.Text)], c
		}
	}
	all := slices.Sorted(maps.Keys(said))
	for column := range marks {
		if said[column] == "" {
			all = append(all, column)
		}
	}
	slices.Sort(all)
	taken := map[int]bool{}
	take := func(fieldOf func(column int) string) {
		for _, column := range all {
			if field := fieldOf(column); field != "" && !taken[column] && columns[field] == 0 {
				columns[field], taken[column] = column, true
			}
		}
	}
	take(func(column int) string {
		if said[column] == marks[column] {
			return said[column]
		}
		return ""
	})
	take(func(column int) string { return said[column] })
	take(func(column int) string { return marks[column] })
	for _, column := range all {
		if c, named := cells[column]; named && !taken[column] {
			return columns, &c
		}
	}
	return columns, nil
}

// headings are the fields by the headings of their columns in every language, as planfile.Fold makes them.
func (r *reader) headings(kind tableKind) map[string]string {
	fields := map[string]string{}
	for _, t := range r.languages {
		words := kind.words(t)
		for _, c := range kind.columns {
			for _, heading := range slices.Concat(t.Workbook.Earlier.Headings[c.field], []assets.Text{words[c.field].Heading}) {
				fields[planfile.Fold(string(heading))] = c.field
			}
		}
	}
	return fields
}

// lookedAt notes of a table that was found which of its columns were not understood, though something stands in them.
func (r *reader) lookedAt(sheet xlsx.Sheet, headings xlsx.Row, rows []xlsx.Row, columns map[string]int) {
	r.found[sheet] = true
	known, more := slices.Collect(maps.Values(columns)), map[int]bool{}
	for _, row := range rows {
		for _, c := range row.Cells {
			if c.Text != "" && !slices.Contains(known, c.Column) {
				more[c.Column] = true
			}
		}
	}
	for _, column := range slices.Sorted(maps.Keys(more)) {
		r.unread = append(r.unread, Unread{Sheet: steps.CleanName(sheet.Name), Column: xlsx.ColumnName(column), Heading: steps.Quote(headings.At(column).Text)})
	}
}

// overlooked notes the sheets in which something stands and that are none of ours.
func (r *reader) overlooked(b *xlsx.Book) error {
	for _, sheet := range b.Sheets {
		toRead := func(t *assets.Texts) bool {
			folded := planfile.Fold(sheet.Name)
			return folded == planfile.Fold(string(t.Workbook.Sheets.Hours)) || folded == planfile.Fold(string(t.Workbook.Sheets.Explain))
		}
		if r.found[sheet] || slices.ContainsFunc(r.languages, toRead) {
			continue
		}
		head, err := b.Head(sheet)
		if err != nil {
			return planfile.AsErrors(err)
		}
		if len(head) > 0 {
			r.unread = append(r.unread, Unread{Sheet: steps.CleanName(sheet.Name)})
		}
	}
	return nil
}
