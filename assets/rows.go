package assets

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
)

// ColumnWords are the words of a column of a table of a sheet, or of a setting where there is no table.
func (t *Texts) ColumnWords(sheet, table, column string) ColumnWords {
	w := t.Sheets[sheet]
	if table != "" {
		return w.Tables[table].Columns[column]
	}
	if own, is := w.Settings[column]; is {
		return own
	}
	return t.SheetCommon.Settings[column]
}

// RowName is how a row of a sheet is called, on one line that is not long: by its own words, or what a fixed line is about.
func (t *Texts) RowName(p steps.Plan, sheet, table, row string) string {
	if fixed, is := t.Sheets[sheet].Tables[table].Fixed[row]; is {
		return string(fixed)
	}
	of := p.Definitions().Sheet(sheet).Table(table)
	if of == nil {
		return row
	}
	r, _ := p.Row(sheet, table, row)
	if name := cut(steps.CleanName(r.Cells.Text(of.Name()))); name != "" {
		return name
	}
	return row
}

// Cell says a value of a column of a sheet's table, or of a setting where there is no table; nothing where there is none.
func (t *Texts) Cell(p steps.Plan, sheet, table string, c *steps.Column, value any) string {
	one := func(word string) string { return t.cellWord(p, sheet, table, c, word) }
	switch v := value.(type) {
	case string:
		return one(v)
	case []string:
		return joined(v, ", ", one)
	case bool:
		if v {
			return string(t.Common.Yes)
		}
		return string(t.Common.No)
	case int:
		return t.Whole(v)
	case steps.Decimal:
		return t.Number(v)
	case []int:
		return joined(v, " / ", t.Whole)
	case map[string]int:
		var scores []string
		for _, q := range p.Rows(sheet, c.Table) {
			score := string(t.Common.None)
			if n, given := v[q.ID]; given {
				score = strconv.Itoa(n)
			}
			scores = append(scores, score)
		}
		return strings.Join(scores, " ")
	}
	return ""
}

// joined says values one after the other.
func joined[T any](values []T, between string, say func(T) string) string {
	said := make([]string, len(values))
	for i, v := range values {
		said[i] = say(v)
	}
	return strings.Join(said, between)
}

// cellWord says one word of a cell.
func (t *Texts) cellWord(p steps.Plan, sheet, table string, c *steps.Column, word string) string {
	if c.Type == steps.DateColumn {
		return t.Date(steps.Date(word))
	}
	if choice, is := t.ColumnWords(sheet, table, c.ID).Choices[word]; is && slices.Contains(c.Choices, word) {
		return string(choice)
	}
	if c.Table != "" {
		if _, there := p.Row(sheet, c.Table, word); there {
			return t.RowName(p, sheet, c.Table, word)
		}
	}
	if id, task := strings.CutPrefix(word, steps.TaskPrefix); task && c.Task {
		return t.TaskName(p, id)
	}
	if slices.Contains(steps.MemberRoles, steps.MemberRole(word)) && c.Type != steps.LineColumn && c.Type != steps.LongColumn {
		return t.Value("role", word)
	}
	return t.Whoever(p, word)
}

// TableState says how many rows a table has, or of fixed lines how many are answered, and how many rows are drafts.
func (t *Texts) TableState(p steps.Plan, sheet string, table *steps.Table) string {
	w, complete, all := t.SheetCommon, len(p.CompleteRows(sheet, table.ID)), len(p.Rows(sheet, table.ID))
	switch {
	case len(table.Fixed) > 0:
		return t.ratio(complete, len(table.Fixed))
	case all == 0:
		return string(w.Unfilled)
	case all > complete:
		return w.Rows.For(all) + " · " + w.Drafts.For(all-complete)
	}
	return w.Rows.For(all)
}

// Lacking says what makes a row a draft; empty where it is none.
func (t *Texts) Lacking(sheet string, table *steps.Table, r steps.Row) string {
	missing := table.Missing(r)
	if len(missing) == 0 || len(table.Fixed) > 0 {
		return ""
	}
	return t.SheetCommon.Draft.Fill("missing", joined(missing, ", ", func(column string) string {
		return "‘" + string(t.ColumnWords(sheet, table.ID, column).Heading()) + "’"
	}))
}

// NewDrafts are the rows of a plan that are drafts and were not in the plan before, each with what it lacks. Of tables that are only shown
// summed their number is told.
func (t *Texts) NewDrafts(before, after steps.Plan) (said []string) {
	before = before.Indexed()
	for i := range after.Definitions().Sheets {
		s := &after.Definitions().Sheets[i]
		for k := range s.Tables {
			table, private := &s.Tables[k], 0
			for _, r := range after.Rows(s.ID, table.ID) {
				lacking := t.Lacking(s.ID, table, r)
				if was, there := before.Row(s.ID, table.ID, r.ID); lacking == "" || there && table.Draft(was) {
					continue
				}
				if private++; !table.Private {
					said = append(said, t.SheetCommon.InRow.Fill("table", t.Sheets[s.ID].Tables[table.ID].Title, "row", t.RowName(after, s.ID, table.ID, r.ID), "what", lacking))
				}
			}
			if table.Private && private > 0 {
				said = append(said, string(t.Sheets[s.ID].Tables[table.ID].Title)+": "+t.SheetCommon.Drafts.For(private))
			}
		}
	}
	return said
}

// Reversed says of a day that it lies before the one it should come after.
func (t *Texts) Reversed(sheet string, table *steps.Table, r steps.Row, c *steps.Column) string {
	label := func(id string) Text { return t.ColumnWords(sheet, table.ID, id).Label }
	day := func(id string) string { return t.Date(steps.Date(r.Cells.Text(id))) }
	return t.SheetCommon.Reversed.Fill("later", label(c.ID), "day", day(c.ID), "first", label(c.After), "firstDay", day(c.After))
}

// Contradictions are the days on the sheets of a plan that lie before the ones they should come after, each with its row.
func (t *Texts) Contradictions(p steps.Plan) (said []string) {
	for i := range p.Definitions().Sheets {
		s := &p.Definitions().Sheets[i]
		for k := range s.Tables {
			table := &s.Tables[k]
			for _, r := range p.Rows(s.ID, table.ID) {
				for _, c := range table.Reversed(r) {
					said = append(said, t.SheetCommon.InRow.Fill("table", t.Sheets[s.ID].Tables[table.ID].Title,
						"row", t.RowName(p, s.ID, table.ID, r.ID), "what", t.Reversed(s.ID, table, r, c)))
				}
			}
		}
	}
	return said
}

// Money writes an amount of whole euros.
func (t *Texts) Money(n int) string { return t.SheetCommon.Money.Fill("n", t.Whole(n)) }

// SheetDecision says what a sheet asks the board to decide.
func (t *Texts) SheetDecision(p steps.Plan, d steps.BoardDecision) string {
	total, years := p.DecidedTotal(d)
	return t.Sheets[p.Definitions().Deciding(d.Kind).ID].Decision.Fill("total", t.Money(int(total/steps.Whole(1))), "n", years)
}

// SheetFinding says what a rule of a sheet found, and what can be done about it.
func (t *Texts) SheetFinding(p steps.Plan, f steps.SheetFinding) (text, advice string) {
	w, said := t.Sheets[f.Sheet].Findings[f.ID], t.foundIn(p, f)
	return w.Text.Fill(said...), w.Advice.Fill(said...)
}

// SheetDay says what is due on a day of a sheet.
func (t *Texts) SheetDay(p steps.Plan, sheet string, d steps.SheetDay) string {
	about := steps.SheetFinding{Sheet: sheet, Table: d.Table, Row: d.Row}
	return t.Sheets[sheet].Dates[d.ID].Fill(t.foundIn(p, about)...)
}

// SheetProposal says what a sheet proposes to do.
func (t *Texts) SheetProposal(p steps.Plan, proposal steps.Proposal) string {
	return t.Sheets[proposal.Sheet].Actions[proposal.ID].Fill(t.foundIn(p, proposal.SheetFinding)...)
}

// foundIn are the placeholders that the words of rules can have, with their values: see [RuleWords].
func (t *Texts) foundIn(p steps.Plan, f steps.SheetFinding) (namesAndValues []any) {
	table := p.Definitions().Sheet(f.Sheet).Table(f.Table)
	word := ""
	r, _ := p.Row(f.Sheet, f.Table, f.Row)
	for i := range table.Columns {
		c := &table.Columns[i]
		namesAndValues = append(namesAndValues, c.ID, cut(steps.CleanName(t.Cell(p, f.Sheet, f.Table, c, p.Counted(table, r, c.ID)))))
		if slices.Contains(c.Choices, f.Row) {
			word = string(t.ColumnWords(f.Sheet, f.Table, c.ID).Choices[f.Row])
		}
		if c.Table != "" && f.Other != "" && r.Cells.Text(c.ID) == f.Other {
			namesAndValues = append(namesAndValues, "other", t.RowName(p, f.Sheet, c.Table, f.Other))
		}
	}
	return append(namesAndValues, "row", t.RowName(p, f.Sheet, f.Table, f.Row), "word", word, "n", f.Months,
		"years", joined(f.Years, ", ", strconv.Itoa))
}

// foundOf is how a row is called, or the word of a choice that no row says.
func (t *Texts) foundOf(p steps.Plan, sheet, table, row string) string {
	if of := p.Definitions().Sheet(sheet).Table(table); of != nil {
		if _, there := p.Row(sheet, table, row); !there {
			for _, c := range of.Columns {
				if word, is := t.ColumnWords(sheet, table, c.ID).Choices[row]; is {
					return string(word)
				}
			}
		}
	}
	return t.RowName(p, sheet, table, row)
}

// given are the fields that a change gives; of a sheet those of its definition, in its order.
func given(c steps.Change, p steps.Plan) []steps.Given {
	columns, onSheet := columnsOf(c, p)
	if !onSheet {
		return c.Given()
	}
	var list []steps.Given
	cells := p.Definitions().CellsGiven(c)
	for _, column := range columns {
		if value, is := cells[column.ID]; is {
			list = append(list, steps.Given{Name: column.ID, Value: value})
		}
	}
	return list
}

// columnsOf are those that a change on a sheet can give, and whether it is one. A table that is only shown summed has none.
func columnsOf(c steps.Change, p steps.Plan) (columns []steps.Column, onSheet bool) {
	if c.Kind != steps.ChangeRow && c.Kind != steps.ChangeSettings {
		return nil, false
	}
	sheet := p.Definitions().Sheet(c.Sheet)
	switch {
	case sheet == nil:
		return nil, true
	case c.Kind == steps.ChangeSettings:
		return sheet.AllSettings(), true
	}
	if table := sheet.Table(c.Table); table != nil && !table.Private {
		return table.Columns, true
	}
	return nil, true
}

// namesRow says whether a field is the one by which the row of a sheet is called.
func namesRow(c steps.Change, field string, p steps.Plan) bool {
	if c.Kind != steps.ChangeRow || columnOf(c, field, p) == nil {
		return false
	}
	return p.Definitions().Sheet(c.Sheet).Table(c.Table).Name() == field
}

// ofSheet is the title of the sheet, or of its one table, that all changes are on; empty where there is none.
func (t *Texts) ofSheet(changes []steps.Change) Text {
	first := changes[0]
	if first.Sheet == "" || slices.ContainsFunc(changes, func(c steps.Change) bool { return c.Sheet != first.Sheet }) {
		return ""
	}
	words := t.Sheets[first.Sheet]
	if slices.ContainsFunc(changes, func(c steps.Change) bool { return c.Table != first.Table }) {
		return words.Title
	}
	return cmp.Or(words.Tables[first.Table].Title, words.Title)
}

// columnOf is the column that a change gives, where it is on a sheet.
func columnOf(c steps.Change, name string, p steps.Plan) *steps.Column {
	columns, _ := columnsOf(c, p)
	if i := slices.IndexFunc(columns, func(column steps.Column) bool { return column.ID == name }); i >= 0 {
		return &columns[i]
	}
	return nil
}
