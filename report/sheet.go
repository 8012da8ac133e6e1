package report

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// SheetBlocks are what a document with these options says of a sheet: its settings and the parts of its annex, in their order.
// A sheet without content has none.
func SheetBlocks(plan steps.Plan, options Options, sheet string) []Block {
	a := newAuthor(plan, options)
	if s := a.plan.Definitions().Sheet(sheet); s != nil {
		return a.sheet(s)
	}
	return nil
}

// sheet is what is told of a sheet.
func (a *author) sheet(s *steps.Sheet) (blocks []Block) {
	if settings := a.settings(s); len(settings.Items) > 0 {
		blocks = append(blocks, settings)
	}
	for _, part := range s.Report {
		if of := slices.DeleteFunc(a.sheetPart(s, part), holdsNothing); len(of) > 0 {
			blocks = append(append(blocks, Heading(a.texts.Sheets[s.ID].Report[part.ID])), of...)
		}
	}
	return blocks
}

// settings are who and when a sheet is set to. What is ticked or reckoned with shows in what follows from it.
func (a *author) settings(s *steps.Sheet) (list List) {
	for i := range s.Settings {
		c := &s.Settings[i]
		switch c.Type {
		case steps.BoolColumn, steps.YearColumn, steps.WholeColumn:
			continue
		}
		if value, said := a.plan.Sheets[s.ID].Settings[c.ID]; said {
			label := Said{Label: string(a.texts.ColumnWords(s.ID, "", c.ID).Label)}
			list.Items = append(list.Items, Item{Text: label.Before() + " " + a.texts.Cell(a.plan, s.ID, "", c, value)})
		}
	}
	return list
}

// sheetPart is a part of the annex of a sheet; nothing where its table has no rows.
func (a *author) sheetPart(s *steps.Sheet, part steps.SheetPart) []Block {
	p := sheetPart{a, s, s.Table(part.Table), part, a.plan.PartRows(s.ID, part)}
	if len(p.rows) == 0 || p.table.Private && part.Picture != steps.ShiftPicture {
		return nil
	}
	p.group()
	switch part.Picture {
	case steps.BudgetPicture:
		return []Block{p.money()}
	case steps.PhasesPicture:
		return []Block{p.stages(true)}
	case steps.CyclePicture:
		return []Block{p.stages(false)}
	case steps.DiamondPicture:
		return []Block{p.diamond(), Paragraph(a.texts.SheetCommon.Diamond.Reading), p.told()}
	case steps.ChainPicture:
		return []Block{p.chain()}
	case steps.TrendPicture:
		return []Block{p.trends()}
	case steps.ShiftPicture:
		return p.inquiry()
	}
	return []Block{p.told()}
}

// sheetPart writes a part; its rows are its own.
type sheetPart struct {
	*author
	sheet *steps.Sheet
	table *steps.Table
	part  steps.SheetPart
	rows  []steps.Row
}

// moreOf ends the id of a column that says more of the one before it, in whose cell it stands.
const moreOf = "_text"

// columns are those that the part shows.
func (p sheetPart) columns() (columns []*steps.Column) {
	ids := p.part.Columns
	if len(ids) == 0 {
		for _, c := range p.table.Columns {
			ids = append(ids, c.ID)
		}
	}
	if by := p.part.By; by != "" && !slices.Contains(ids, by) {
		ids = slices.Insert(slices.Clone(ids), 1, by)
	}
	for _, id := range ids {
		if !slices.Contains(ids, strings.TrimSuffix(id, moreOf)) || !strings.HasSuffix(id, moreOf) {
			columns = append(columns, p.table.Column(id))
		}
	}
	return columns
}

// group sets rows together by the words of the column By where that is a choice; a chain has an order of its own.
func (p sheetPart) group() {
	by := p.table.Column(p.part.By)
	if by == nil || by.Type != steps.ChoiceColumn || p.part.Picture == steps.ChainPicture {
		return
	}
	place := func(r steps.Row) int { return cmp.Or(p.table.Place(r, by.ID), len(by.Choices)+1) }
	slices.SortStableFunc(p.rows, func(a, b steps.Row) int { return place(a) - place(b) })
}

// told is the part as a table.
func (p sheetPart) told() Table {
	columns := p.columns()
	var table Table
	if len(p.table.Fixed) > 0 {
		table.Columns = []Column{{Title: string(p.texts.Sheets[p.sheet.ID].Tables[p.table.ID].Title)}}
	}
	for _, c := range columns {
		table.Columns = append(table.Columns, p.column(c))
	}
	if p.part.Other != "" {
		table.Columns = append(table.Columns, p.othersColumn())
	}
	for _, r := range p.rows {
		var cells []string
		if len(p.table.Fixed) > 0 {
			cells = []string{p.name(r)}
		}
		for _, c := range columns {
			cells = append(cells, p.cell(r, c))
		}
		if p.part.Other != "" {
			cells = append(cells, p.others(r))
		}
		table.Rows = append(table.Rows, cells)
	}
	return table.filled()
}

// column is the heading of a column.
func (p sheetPart) column(c *steps.Column) Column {
	number := c.Type == steps.NumberColumn || c.Type == steps.RankColumn || c.Type == steps.WholeColumn
	return Column{Title: string(p.texts.ColumnWords(p.sheet.ID, p.table.ID, c.ID).Label), Number: number}
}

// cell is what a row says in a column, on one line: a number with its unit, and a choice with what was written of it.
func (p sheetPart) cell(r steps.Row, c *steps.Column) string {
	text := steps.CleanName(p.texts.Cell(p.plan, p.sheet.ID, p.table.ID, c, r.Cells[c.ID]))
	switch c.Type {
	case steps.DateColumn:
		text = p.texts.ShortDate(steps.Date(r.Cells.Text(c.ID)))
	case steps.NumberColumn:
		text = p.withUnit(r, c, text)
	case steps.UnionColumn:
		text = cmp.Or(p.ownerMeant(r, c), text)
	}
	if more := steps.CleanName(r.Cells.Text(c.ID + moreOf)); more != "" {
		return strings.TrimPrefix(text+": "+more, ": ")
	}
	return text
}

// ownerMeant is who owns the task by which a row says who does something; empty where it names no task, or one that nobody owns.
func (p sheetPart) ownerMeant(r steps.Row, c *steps.Column) string {
	id, isTask := strings.CutPrefix(r.Cells.Text(c.ID), steps.About(steps.AboutTask, ""))
	if t, known := p.plan.Task(id); isTask && c.Member && known {
		return p.author.name(t.Owner)
	}
	return ""
}

// withUnit is a number with what it counts.
func (p sheetPart) withUnit(r steps.Row, c *steps.Column, number string) string {
	if unit := r.Cells.Text(c.Unit); number != "" && unit != "" {
		return number + "\u00a0" + unit
	}
	return number
}

// name is how a row is called.
func (p sheetPart) name(r steps.Row) string {
	if name := steps.CleanName(r.Cells.Text(p.table.Name())); name != "" && len(p.table.Fixed) == 0 {
		return name
	}
	return p.texts.RowName(p.plan, p.sheet.ID, p.table.ID, r.ID)
}

// othersColumn is the heading above the rows of another table that name a row.
func (p sheetPart) othersColumn() Column {
	table, _, _ := strings.Cut(p.part.Other, ".")
	return Column{Title: string(p.texts.Sheets[p.sheet.ID].Tables[table].Title)}
}

// others are the rows of another table that name a row.
func (p sheetPart) others(r steps.Row) string {
	table, _, _ := strings.Cut(p.part.Other, ".")
	names := each(p.plan.RowsNaming(p.sheet.ID, p.part.Other, r.ID), func(other steps.Row) string {
		return p.texts.RowName(p.plan, p.sheet.ID, table, other.ID)
	})
	return strings.Join(names, string(p.words.List.Titles))
}

// capital begins words for a heading with a capital.
func capital(text assets.Text) string { return assets.Capital(string(text)) }
