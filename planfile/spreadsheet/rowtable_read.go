package spreadsheet

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// markedTable is a table of a deepening sheet in a workbook.
type markedTable struct {
	*table
	sheetID string
	of      *steps.Table
}

// rowChange is what a row of such a table says.
type rowChange struct {
	cellChange
	in markedTable
	id string
}

// findRowTables finds the sheets with a table of a deepening sheet, by their hidden row, and gives the other sheets.
func (r *reader) findRowTables(b *xlsx.Book) (others []xlsx.Sheet, err error) {
	for i, sheet := range b.Sheets {
		head, err := b.Head(sheet)
		if err != nil {
			return nil, planfile.AsErrors(err)
		}
		at := slices.IndexFunc(head, func(row xlsx.Row) bool { return slices.ContainsFunc(row.Cells, r.isMark) })
		if at < 0 {
			others = append(others, sheet)
			continue
		}
		t := r.marked(head[at])
		t.sheet, t.order = sheet, len(b.Sheets)+i
		headings := headingsUnder(head, at)
		if t.rows, err = b.Below(sheet, headings.Number); err != nil {
			return nil, planfile.AsErrors(err)
		}
		r.lookedAt(sheet, headings, t.rows, t.columns)
		r.rowTables = append(r.rowTables, t)
	}
	return others, nil
}

// Answers reads of a workbook only what it adds to the tables that are shown summed: its rows without an id, each of someone of
// whom nothing was read yet. It refuses with [planfile.Errors], also where the workbook has no such table.
func Answers(b *xlsx.Book, plan steps.Plan, known KnownAnswers, texts *assets.Texts) (Reading, error) {
	r := newReader(plan, known, texts.For(plan.School.Level))
	if _, err := r.findRowTables(b); err != nil {
		return Reading{}, err
	}
	r.rowTables = slices.DeleteFunc(r.rowTables, func(t markedTable) bool { return !t.of.Private })
	if len(r.rowTables) == 0 {
		return Reading{}, NoAnswers
	}
	for _, t := range r.rowTables {
		t.rows = slices.DeleteFunc(t.rows, func(row xlsx.Row) bool { return t.at(row, "id").Text != "" })
	}
	after := r.readRowTables(plan)
	if err := r.problems.Err(); err != nil {
		return Reading{}, err
	}
	return Reading{Changes: steps.Changes(plan, after), There: r.there}, nil
}

// KnownAnswers are rows of the tables that are shown summed, by what they say, as often as nothing was read that is the same.
type KnownAnswers map[string]int

// AnswersOf are those of a plan, which are not added once more where a workbook has them without their ids: with the code of who
// answered and without it.
func AnswersOf(plan steps.Plan) KnownAnswers {
	known := KnownAnswers{}
	for i := range plan.Definitions().Sheets {
		s := &plan.Definitions().Sheets[i]
		for k := range s.Tables {
			for _, r := range plan.Sheets[s.ID].Tables[s.Tables[k].ID] {
				if t := &s.Tables[k]; t.Private {
					known[answered(s.ID, t, r.Cells, true)]++
					known[answered(s.ID, t, r.Cells, false)]++
				}
			}
		}
	}
	return known
}

// answered is what a row of such a table says, as a text.
func answered(sheet string, t *steps.Table, cells steps.Cells, withCode bool) string {
	var b strings.Builder
	b.WriteString(sheet + markSeparator + t.ID)
	for _, c := range t.Columns {
		if withCode || c.ID != t.Name() {
			fmt.Fprintf(&b, "\n%q", fmt.Sprint(cells[c.ID])) // of a map in the order of its keys
		}
	}
	return b.String()
}

// isThere says whether a row without an id is one that the plan has. One without a code is, where somebody gave the same answers.
func (r *reader) isThere(t markedTable, row xlsx.Row) bool {
	if !t.of.Private {
		return false
	}
	said := r.cells(t, row, steps.Row{}, false)
	maps.Copy(said, r.cells(t, row, steps.Row{}, true))
	is := answered(t.sheetID, t.of, said, said[t.of.Name()] != nil)
	if r.known[is] == 0 {
		return false
	}
	r.known[is]--
	r.there++
	return true
}

// NoAnswers says that a file holds no answers that can be added.
var NoAnswers error = planfile.Errors{planfile.NewProblem("", 0, "workbook-no-answers", "", "")}

// cutMark takes SHEET/TABLE/FIELD apart; of is nil where there is no such table.
func (r *reader) cutMark(c xlsx.Cell) (sheet string, of *steps.Table, field string) {
	sheet, rest, _ := strings.Cut(c.Text, markSeparator)
	id, field, marked := strings.Cut(rest, markSeparator)
	if s := r.plan.Definitions().Sheet(sheet); marked && s != nil {
		if id == settingsID {
			return sheet, r.settingsOf(s), field
		}
		return sheet, s.Table(id), field
	}
	return sheet, nil, field
}

// settingsOf is the table with the settings of a sheet, always the same one.
func (r *reader) settingsOf(s *steps.Sheet) *steps.Table {
	if r.settings[s.ID] == nil {
		r.settings[s.ID] = settingsTable(s)
	}
	return r.settings[s.ID]
}

func (r *reader) isMark(c xlsx.Cell) bool {
	_, of, _ := r.cutMark(c)
	return of != nil
}

// marked is the table of which the hidden row names the columns.
func (r *reader) marked(row xlsx.Row) (t markedTable) {
	t.table = &table{columns: map[string]int{}}
	for _, c := range row.Cells {
		switch sheet, of, field := r.cutMark(c); {
		case of == nil, t.of != nil && (t.of != of || t.columns[field] > 0): // a copy of a column
		default:
			t.sheetID, t.of, t.columns[field] = sheet, of, c.Column
		}
	}
	if t.naming = t.of.Name(); t.columns[t.naming] == 0 {
		t.naming = slices.MinFunc(slices.Collect(maps.Keys(t.columns)), func(a, b string) int { return t.columns[a] - t.columns[b] })
	}
	return t
}

// filledRows are the rows in which something stands that is read.
func (t markedTable) filledRows() []xlsx.Row {
	return slices.DeleteFunc(slices.Clone(t.rows), func(row xlsx.Row) bool {
		return !slices.ContainsFunc(row.Cells, func(c xlsx.Cell) bool {
			return c.Column != t.columns[lineField] && c.Text != "" && slices.Contains(slices.Collect(maps.Values(t.columns)), c.Column)
		})
	})
}

// readRowTables reads the tables of the deepening sheets: first the rows, then what names them. The plan is the one with what
// else the workbook says.
func (r *reader) readRowTables(plan steps.Plan) steps.Plan {
	r.before = nil
	for _, t := range r.languages {
		r.before = append(r.before, newCellNames(r.plan, t))
	}
	r.name(plan)
	var rows []rowChange
	for _, t := range r.rowTables {
		rows = append(rows, r.readRows(t, plan)...)
	}
	all := make([]cellChange, len(rows))
	for i := range rows {
		all[i] = rows[i].cellChange
	}
	plan = r.checked(plan, all)
	r.name(plan)
	all, plan = nil, plan.Indexed()
	for _, c := range rows {
		now, made := rowIn(plan, c.in.sheetID, c.in.of.ID, c.id)
		if !made {
			continue
		}
		if cells := r.cells(c.in, c.row, now, true); len(cells) > 0 {
			c.Change = giving(c.in.sheetID, c.in.of.ID, c.id, cells)
			all = append(all, c.cellChange)
		}
	}
	for _, t := range r.rowTables {
		all = append(all, r.ranks(t, rows, plan)...)
	}
	return r.checked(plan, all)
}

// readRows reads the rows of a table, but for what names other rows; those with an id first, since they know which they are.
func (r *reader) readRows(t markedTable, plan steps.Plan) (rows []rowChange) {
	plan = plan.Indexed()
	number := len(rowsIn(plan, t.sheetID, t.of.ID))
	filled := t.filledRows()
	for _, withID := range []bool{true, false} {
		for _, row := range filled {
			if (t.at(row, "id").Text != "") != withID || !withID && r.isThere(t, row) {
				continue
			}
			id, ok := r.rowOf(t, row, number, plan)
			if !ok {
				continue
			}
			r.claimed[steps.RowPath(t.sheetID, t.of.ID, id)] = true
			now, known := rowIn(plan, t.sheetID, t.of.ID, id)
			cells := r.cells(t, row, now, false)
			if !known {
				number++
			}
			if t.of.Private && !known && cells[t.of.Name()] == nil { // it need not be known whose answers they are
				cells[t.of.Name()] = strconv.Itoa(number)
			}
			rows = append(rows, rowChange{cellChange{giving(t.sheetID, t.of.ID, id, cells), t.table, row}, t, id})
		}
	}
	return rows
}

// rowOf says which row of a table a row is: by its id, or one that it adds to a number of others.
func (r *reader) rowOf(t markedTable, row xlsx.Row, number int, plan steps.Plan) (string, bool) {
	given, naming := t.at(row, "id"), t.at(row, t.naming)
	claimed := func(id string) bool { return r.claimed[steps.RowPath(t.sheetID, t.of.ID, id)] }
	switch id := given.Text; {
	case id == "" && len(t.of.Fixed) > 0, len(t.of.Fixed) > 0 && !slices.Contains(t.of.Fixed, id):
		r.report(t.table, naming, "workbook-fixed-line", naming.Text, "")
	case id == "":
		text := naming.Text
		if t.of.Private && text == "" {
			text = strconv.Itoa(number + 1)
		}
		return plan.NewRowID(t.sheetID, t.of.ID, text, claimed), true
	case claimed(id):
		r.report(t.table, given, "workbook-row-twice", id, "")
	case !steps.ValidID(id):
		r.report(t.table, given, "workbook-unknown-row", id, "")
	default:
		return id, true
	}
	return "", false
}
