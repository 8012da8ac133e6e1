package spreadsheet

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

// A table of a deepening sheet on a sheet of the workbook, all from its definition.

// rowTable is one such table.
type rowTable struct {
	layout
	of      *steps.Sheet
	table   *steps.Table
	columns []rowColumn
	title   string      // where it is not that of the deepening sheet and the table
	hint    assets.Text // under it, where it is not what the deepening sheet is for
}

// rowColumn is one of its columns. Its field is how package steps names the cell where it refuses it: what, amounts[0],
// values.QUESTION.
type rowColumn struct {
	sheetColumn
	cell             *steps.Column // nil of the id, and of what a fixed line is about
	row              string        // of scores: what is scored
	place            int           // of amounts: the year
	heading, explain string
}

// markSeparator stands between the ids in the hidden row above the headings, by which a table is known: SHEET/TABLE/FIELD.
const markSeparator = "/"

func (t rowTable) mark(field string) string {
	return strings.Join([]string{t.of.ID, t.table.ID, field}, markSeparator)
}

const lineField = "line" // what a fixed line is about

// newRowTable lays out a table; its name is not among those taken.
func newRowTable(plan steps.Plan, texts *assets.Texts, of *steps.Sheet, table *steps.Table, taken func(string) bool) rowTable {
	const roomForMore = 30
	words := texts.Sheets[of.ID]
	t := rowTable{of: of, table: table, columns: rowColumns(plan, texts, of, table)}
	t.layout = layout{
		sheet: tableName(string(words.Title), tableTitle(texts, of.ID, table.ID), taken), headings: 4, filled: len(rowsIn(plan, of.ID, table.ID)),
	}
	if len(table.Fixed) == 0 {
		t.empty = roomForMore
	}
	for _, c := range t.columns {
		t.layout.columns = append(t.layout.columns, c.sheetColumn)
	}
	return t
}

// rowColumns are the columns that a table has in a plan.
func rowColumns(plan steps.Plan, texts *assets.Texts, of *steps.Sheet, table *steps.Table) (columns []rowColumn) {
	own := texts.Workbook.Rows
	if len(table.Fixed) > 0 {
		columns = append(columns, rowColumn{sheetColumn: sheetColumn{field: lineField, kind: workedOutColumn, width: titleWidth}, heading: string(own.Line)})
	}
	for i := range table.Columns {
		c := &table.Columns[i]
		whole := newRowColumn(of, table, c, columnWords(texts, of.ID, table.ID, c.ID))
		switch c.Type {
		case steps.AmountsColumn:
			first, _ := plan.AmountYears(of.ID, c)
			for n := range cmp.Or(c.Most, steps.MaxAmounts) {
				year := whole
				year.field, year.place, year.heading = amountField(c, n), n, texts.SheetCommon.NthYear.Fill("n", n+1)
				if first > 0 {
					year.heading = strconv.Itoa(first + n)
				}
				columns = append(columns, year)
			}
		case steps.ScoresColumn:
			scored := of.Table(c.Table)
			for _, r := range plan.Rows(of.ID, c.Table) {
				one := whole
				one.field, one.row, one.heading = scoreField(c, r.ID), r.ID, cmp.Or(steps.CleanName(r.Cells.Text(scored.Name())), r.ID)
				for n := range c.Most {
					one.values = append(one.values, strconv.Itoa(n+1))
				}
				columns = append(columns, one)
			}
		default:
			columns = append(columns, whole)
		}
	}
	return append(columns, rowColumn{sheetColumn: sheetColumn{field: "id", kind: idColumn, width: 20}, heading: string(own.ID)})
}

func amountField(c *steps.Column, n int) string        { return c.ID + "[" + strconv.Itoa(n) + "]" }
func scoreField(c *steps.Column, scored string) string { return c.ID + "." + scored }

// newRowColumn is a column as it stands on a sheet, or of which there are several there.
func newRowColumn(of *steps.Sheet, table *steps.Table, c *steps.Column, words assets.ColumnWords) rowColumn {
	column := rowColumn{sheetColumn: sheetColumn{field: c.ID, kind: wordsColumn, width: 24}, cell: c, heading: string(words.Label), explain: string(words.Help)}
	switch c.Type {
	case steps.LineColumn:
		if column.kind, column.width = textColumn, 30; table.Private { // a code, and no name
			column.width = 12
		}
	case steps.LongColumn:
		column.kind, column.width = textColumn, mandateWidth
	case steps.ChoiceColumn:
		column.kind, column.width, column.values = choiceColumn, 18, c.Choices
		column.wordOf = func(t *assets.Texts, raw string) string {
			return choiceWord(t, of.ID, table.ID, c, raw)
		}
	case steps.BoolColumn:
		column.kind, column.width, column.values = truthColumn, 12, []string{"true", "false"}
		column.wordOf = func(t *assets.Texts, raw string) string {
			if raw == "true" {
				return string(t.Common.Yes)
			}
			return string(t.Common.No)
		}
	case steps.DateColumn:
		column.kind, column.width = dayColumn, 13
	case steps.YearColumn, steps.RankColumn, steps.WholeColumn, steps.NumberColumn, steps.AmountsColumn, steps.ScoresColumn:
		column.kind, column.width = countColumn, 13
	}
	return column
}

// value is what a row says in the column; nil for nothing.
func (c rowColumn) value(r steps.Row) any {
	switch v := r.Cells[c.cell.ID].(type) {
	case []int:
		if c.place < len(v) {
			return v[c.place]
		}
		return nil
	case map[string]int:
		if n, given := v[c.row]; given {
			return n
		}
		return nil
	default:
		return v
	}
}

// tableName names the sheet of a table: by that of its deepening sheet, of which only so much stands there as there is room for.
func tableName(sheet, table string, taken func(string) bool) string {
	const most, between, least = 31, " – ", 6
	possible := func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return -1
		}
		return r
	}
	sheet, table = strings.Map(possible, sheet), strings.Map(possible, table)
	room := most - len([]rune(between+table))
	name := table
	switch letters := []rune(sheet); {
	case len(letters) <= room:
		name = sheet + between + table
	case room > least:
		name = strings.TrimSpace(string(letters[:room-1])) + "…" + between + table
	}
	name = strings.Trim(sheetName(name), "'")
	for n := 2; taken(name); n++ {
		number := " " + strconv.Itoa(n)
		letters := []rune(name)
		name = strings.TrimSpace(string(letters[:min(len(letters), most-len(number))])) + number
	}
	return name
}

func choiceWord(t *assets.Texts, sheet, table string, c *steps.Column, raw string) string {
	return cmp.Or(string(columnWords(t, sheet, table, c.ID).Choices[raw]), raw)
}

// cellNames says what cells of deepening sheets name, as people tell them apart.
type cellNames struct {
	plan    steps.Plan
	texts   *assets.Texts
	members map[string]string
	rows    map[string]map[string]string // by table, then id
}

func newCellNames(plan steps.Plan, texts *assets.Texts) cellNames {
	return cellNames{plan, texts, planfile.MemberNames(plan), map[string]map[string]string{}}
}

// of are the names of the rows of a table by id, told apart where two have the same.
func (n cellNames) of(sheet, table string) map[string]string {
	path := sheet + markSeparator + table
	if n.rows[path] == nil {
		names, seen := map[string]string{}, map[string]bool{}
		for _, r := range n.plan.Rows(sheet, table) {
			name := n.texts.RowName(n.plan, sheet, table, r.ID)
			if seen[planfile.Fold(name)] {
				name += " (" + r.ID + ")"
			}
			seen[planfile.Fold(name)] = true
			names[r.ID] = name
		}
		n.rows[path] = names
	}
	return n.rows[path]
}

// listSeparator stands between what a cell names.
const listSeparator = "; "

// severalIn says whether a cell of the column can name several.
func severalIn(c steps.Column) bool {
	return c.Type == steps.SetColumn || c.Type == steps.MembersColumn
}

// said is what stands in a cell with words.
func (n cellNames) said(sheet, table string, c *steps.Column, value any) string {
	switch v := value.(type) {
	case string:
		return n.word(sheet, table, c, v)
	case []string:
		words := make([]string, len(v))
		for i := range v {
			words[i] = n.word(sheet, table, c, v[i])
		}
		return strings.Join(words, listSeparator)
	}
	return ""
}

func (n cellNames) word(sheet, table string, c *steps.Column, raw string) string {
	if c.Table != "" {
		if name, there := n.of(sheet, c.Table)[raw]; there {
			return name
		}
	}
	if slices.Contains(c.Choices, raw) {
		return choiceWord(n.texts, sheet, table, c, raw)
	}
	if id, task := strings.CutPrefix(raw, steps.TaskPrefix); task && c.Task {
		return n.texts.TaskName(n.plan, id)
	}
	switch id, member := strings.CutPrefix(raw, steps.MemberPrefix); {
	case !namesPeople(c):
		return raw
	case member:
		return n.members[id]
	default:
		return n.texts.Whoever(n.plan, raw)
	}
}

// namesPeople says whether a column can name a member, a role, or anyone.
func namesPeople(c *steps.Column) bool {
	return c.Type == steps.MemberColumn || c.Type == steps.MembersColumn || c.Member
}
