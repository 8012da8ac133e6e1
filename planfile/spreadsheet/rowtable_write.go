package spreadsheet

import (
	"cmp"
	"slices"
	"strconv"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

// layRowTables lays out the tables that have rows, each on a sheet.
func (w *writer) layRowTables() {
	names := w.words.Sheets
	taken := []string{string(names.Tasks), string(names.Team), string(names.Actions), string(names.Hours), string(names.Explain)}
	isTaken := func(name string) bool {
		return slices.ContainsFunc(taken, func(t string) bool { return planfile.Fold(t) == planfile.Fold(name) })
	}
	lay := func(of *steps.Sheet, table *steps.Table) {
		t := newRowTable(w.plan, w.texts, of, table, isTaken)
		taken = append(taken, t.layout.sheet)
		w.rowTables = append(w.rowTables, t)
	}
	for i := range w.plan.Definitions().Sheets {
		of := &w.plan.Definitions().Sheets[i]
		for k := range of.Tables {
			if table := &of.Tables[k]; len(w.plan.Sheets[of.ID].Tables[table.ID]) > 0 {
				lay(of, table)
			}
		}
		if len(w.plan.Sheets[of.ID].Settings) > 0 {
			lay(of, settingsTable(of))
		}
	}
	for i := range w.rowTables {
		t := &w.rowTables[i]
		for k := range t.columns {
			t.layout.columns[k].source = w.sourceOf(*t, t.columns[k].cell)
		}
	}
}

// sourceOf are the cells with what one thing that a column names can be.
func (w *writer) sourceOf(t rowTable, c *steps.Column) string {
	switch {
	case c == nil:
		return ""
	case c.Type == steps.MemberColumn:
		return w.teamLayout.rangeOf("name")
	case c.Type != steps.RefColumn:
		return ""
	}
	for _, named := range w.rowTables {
		if named.of == t.of && named.table.ID == c.Table {
			return named.rangeOf(named.table.Name())
		}
	}
	return ""
}

// rowTable writes one table.
func (w *writer) rowTable(t rowTable) {
	words := w.texts.Sheets[t.of.ID]
	title := cmp.Or(t.title, w.words.Rows.Title.Fill("sheet", words.Title, "table", tableTitle(w.texts, t.of.ID, t.table.ID), "school", w.school()))
	hint := cmp.Or(t.hint, words.Purpose)
	if slices.ContainsFunc(t.table.Columns, severalIn) {
		hint = assets.Text(w.words.Rows.Hint.Fill("purpose", words.Purpose))
	}
	w.banner(assets.Text(t.layout.sheet), title, hint)
	headings := map[string]assets.SheetColumnTexts{}
	for k, c := range t.columns {
		headings[c.field] = assets.SheetColumnTexts{Heading: assets.Text(c.heading)}
		w.text(k+1, t.headings-1, t.mark(c.field), w.styles.id)
	}
	w.check(w.SetRowVisible(w.sheet, t.headings-1, false))
	w.headings(t.layout, headings)
	rows := rowsIn(w.plan, t.of.ID, t.table.ID)
	for i, r := range slices.Concat(rows, make([]steps.Row, t.filled+t.empty-len(rows))) {
		high := []int{1}
		for k, c := range t.columns {
			text := w.rowCell(k+1, t.first()+i, t, c, r)
			high = append(high, lines(text, c.width))
		}
		w.height(t.first()+i, high...)
	}
	var longest []int
	for _, c := range t.columns {
		longest = append(longest, lines(c.heading, c.width))
	}
	w.height(t.headings, append(longest, 2)...)
	w.complete(t.layout, 1)
}

// rowCell writes one cell and gives the text in it.
func (w *writer) rowCell(column, row int, t rowTable, c rowColumn, r steps.Row) (text string) {
	style := w.styles.of(c.sheetColumn, true)
	switch c.kind {
	case idColumn:
		w.text(column, row, r.ID, style)
		return ""
	case workedOutColumn:
		text = lineName(w.texts, w.plan, t.of.ID, t.table.ID, r.ID)
		w.text(column, row, text, w.styles.taskTitle)
		return text
	}
	text = rawCell(c.value(r))
	switch c.kind {
	case countColumn:
		if c.cell.Type == steps.AmountsColumn {
			style = w.styles.amount
		}
		w.number(column, row, text, style)
		return ""
	case dayColumn:
		w.day(column, row, text, style)
		return ""
	case wordsColumn:
		text = w.cellNames.said(t.of.ID, t.table.ID, c.cell, c.value(r))
	default:
		text = c.word(w.texts, w.plan, text)
	}
	w.text(column, row, text, style)
	return text
}

// rawCell is a value of a cell as text; empty for none.
func rawCell(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case steps.Decimal:
		return v.String()
	}
	return ""
}

// EncodeAnswers writes a workbook to answer the questions of an inquiry in, a row for each person, that [Answers] and [Decode] read.
// The inquiry is the page of a sheet that is called so; the same plan always gives the same bytes.
func EncodeAnswers(plan steps.Plan, page string, texts *assets.Texts) ([]byte, error) {
	of, inquiry := plan.Definitions().Page(page)
	answers, _ := of.AnswersTo(inquiry.Table)
	plan = plan.Copy()
	delete(plan.Sheets[of.ID].Tables, answers.ID)
	w := newWriter(plan, texts)
	defer w.Close()
	t := newRowTable(plan, w.texts, of, answers, func(string) bool { return false })
	t.filled, t.empty = t.empty, 0
	words := w.texts.Sheets[of.ID].Pages[page]
	t.title, t.hint = string(words.Title)+" · "+w.school(), words.Intro
	w.check(w.SetSheetName("Sheet1", t.layout.sheet))
	w.makeStyles()
	w.rowTable(t)
	w.properties(t.title)
	return w.bytes()
}

// explainRowTable lists the columns of a table from this row on, those of which there are several once.
func (w *writer) explainRowTable(row int, t rowTable) int {
	var columns []sheetColumn
	texts := map[string]assets.SheetColumnTexts{}
	for i, c := range t.columns {
		heading := c.heading
		if c.cell == nil {
			continue
		}
		if c.field != c.cell.ID {
			if i > 0 && t.columns[i-1].cell == c.cell {
				continue
			}
			heading = string(columnWords(w.texts, t.of.ID, t.table.ID, c.cell.ID).Label)
		}
		column := c.sheetColumn
		if column.kind == wordsColumn && len(c.cell.Choices) > 0 {
			column.values = c.cell.Choices
			column.wordOf = func(texts *assets.Texts, raw string) string {
				return w.cellNames.word(t.of.ID, t.table.ID, c.cell, raw)
			}
		}
		columns = append(columns, column)
		texts[c.field] = assets.SheetColumnTexts{Heading: assets.Text(heading), Explain: assets.Text(c.explain)}
	}
	return w.explainColumns(row, assets.Text(t.layout.sheet), columns, texts)
}
