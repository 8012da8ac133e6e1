package steps

import (
	"maps"
	"slices"
)

// applyRow gives cells of a row, and adds it where it is not there. A fixed line of which nothing is said is not kept.
func (p *Plan) applyRow(c *Change) {
	columns, known := p.definitions.columnsOf(c)
	if !known {
		return
	}
	content, table := p.Sheets[c.Sheet], p.definitions.Sheet(c.Sheet).Table(c.Table)
	rows := content.Tables[c.Table]
	i := p.place(c.Sheet, c.Table, c.Row)
	if i < 0 {
		i = len(rows)
		rows = append(rows, Row{ID: c.Row})
	}
	rows[i].Cells = rows[i].Cells.put(columns, c)
	if rank := table.RankColumn(); rank != "" {
		if _, values := c.raw(); values[rank] != nil {
			to, _ := table.Column(rank).cell(values[rank])
			moveTo(rows, rank, i, to)
		}
	}
	if len(table.Fixed) > 0 && len(rows[i].Cells) == 0 {
		rows = slices.Delete(rows, i, i+1)
	}
	p.keepRows(c.Sheet, c.Table, rows)
}

// moveTo gives a row a place in the ranking, or takes it out where that is nil, and closes ranks.
func moveTo(rows []Row, rank string, moved int, place any) {
	var order []int
	for i := range rows {
		if i == moved {
			continue
		}
		if _, ranked := rows[i].Cells.Whole(rank); ranked {
			order = append(order, i)
		}
	}
	byRank := func(a, b int) int {
		first, _ := rows[a].Cells.Whole(rank)
		second, _ := rows[b].Cells.Whole(rank)
		return first - second
	}
	if !slices.IsSortedFunc(order, byRank) {
		slices.SortStableFunc(order, byRank)
	}
	if n, set := place.(int); set {
		at := min(max(n, 1), len(order)+1) - 1
		order = slices.Insert(order, at, moved)
	} else {
		rows[moved].Cells = rows[moved].Cells.with(rank, nil)
	}
	for n, i := range order {
		if now, _ := rows[i].Cells.Whole(rank); now != n+1 {
			rows[i].Cells = rows[i].Cells.with(rank, n+1)
		}
	}
}

func (p *Plan) applySettings(c *Change) {
	if columns, known := p.definitions.columnsOf(c); known {
		content := p.Sheets[c.Sheet]
		content.Settings = content.Settings.put(columns, c)
		p.keepContent(c.Sheet, content)
	}
}

func (p *Plan) keepRows(sheet, table string, rows []Row) {
	content := p.Sheets[sheet]
	if len(rows) == 0 {
		delete(content.Tables, table)
	} else {
		if content.Tables == nil {
			content.Tables = map[string][]Row{}
		}
		content.Tables[table] = rows
	}
	p.keepContent(sheet, content)
}

// keepContent keeps nothing that is empty.
func (p *Plan) keepContent(sheet string, content SheetContent) {
	if len(content.Settings) == 0 {
		content.Settings = nil
	}
	if len(content.Tables) == 0 {
		content.Tables = nil
	}
	if content.Settings == nil && content.Tables == nil {
		delete(p.Sheets, sheet)
		if len(p.Sheets) == 0 {
			p.Sheets = nil
		}
		return
	}
	if p.Sheets == nil {
		p.Sheets = map[string]SheetContent{}
	}
	p.Sheets[sheet] = content
}

// removeRow takes a row away, and what names it: cells of other rows, scores, what actions are about.
func (p *Plan) removeRow(c *Change) {
	rows := p.Sheets[c.Sheet].Tables[c.Table]
	i := p.place(c.Sheet, c.Table, c.Row)
	if i < 0 {
		return
	}
	p.rowPlaces = nil // those behind it move up
	if t := p.table(*c); t != nil && t.RankColumn() != "" {
		moveTo(rows, t.RankColumn(), i, nil)
	}
	p.keepRows(c.Sheet, c.Table, slices.Delete(rows, i, i+1))
	if !p.definitions.named(c.Sheet, c.Table) {
		path := RowPath(c.Sheet, c.Table, c.Row)
		p.forgetSubject(func(s subject) bool { return s.row == path })
		return
	}
	p.eachCell(func(sheet string, column *Column, value any) any {
		if sheet != c.Sheet || column.Table != c.Table {
			return value
		}
		switch v := value.(type) {
		case string:
			if v == c.Row {
				return nil
			}
		case map[string]int:
			if _, scored := v[c.Row]; scored {
				v = maps.Clone(v)
				if delete(v, c.Row); len(v) == 0 {
					return nil
				}
				return v
			}
		}
		return value
	})
	path := RowPath(c.Sheet, c.Table, c.Row)
	p.forgetSubject(func(s subject) bool { return s.row == path })
}

// References are the rows that name each row of a table, by their paths: what is cleared when it is removed.
func (p Plan) References(sheet, table string) map[string][]string {
	s := p.definitions.Sheet(sheet)
	if s == nil || !s.names(table) {
		return nil
	}
	paths := map[string][]string{}
	for _, t := range s.Tables {
		columns := slices.DeleteFunc(slices.Clone(t.Columns), func(c Column) bool { return c.Table != table })
		for _, r := range p.Sheets[sheet].Tables[t.ID] {
			named := map[string]bool{}
			for _, c := range columns {
				named[r.Cells.Text(c.ID)] = true
				for id := range r.Cells.Scores(c.ID) {
					named[id] = true
				}
			}
			delete(named, "")
			for id := range named {
				paths[id] = append(paths[id], RowPath(sheet, t.ID, r.ID))
			}
		}
	}
	return paths
}

// names says whether a cell says something that would name a row of a table with this id.
func (p *Plan) names(sheet, table, id string) bool {
	s := p.definitions.Sheet(sheet)
	return s != nil && slices.ContainsFunc(s.Tables, func(t Table) bool {
		return slices.ContainsFunc(t.Columns, func(c Column) bool {
			return c.Table == table && slices.ContainsFunc(p.Sheets[sheet].Tables[t.ID], func(r Row) bool { return r.Cells.Text(c.ID) == id })
		})
	})
}

// eachCell makes every cell and setting of the sheets what become gives; nil clears it.
func (p *Plan) eachCell(become func(sheet string, column *Column, value any) any) {
	for id, content := range p.Sheets {
		sheet := p.definitions.Sheet(id)
		if sheet == nil {
			continue
		}
		all := func(columns []Column, cells Cells) Cells {
			for i := range columns {
				value, said := cells[columns[i].ID]
				if !said {
					continue
				}
				if next := become(id, &columns[i], value); !(Given{Value: next}).Same(Given{Value: value}) {
					cells = cells.with(columns[i].ID, next)
				}
			}
			return cells
		}
		content.Settings = all(sheet.AllSettings(), content.Settings)
		for table, rows := range content.Tables {
			t := sheet.Table(table)
			for i := range rows {
				rows[i].Cells = all(t.Columns, rows[i].Cells)
			}
			if len(t.Fixed) > 0 {
				p.keepRows(id, table, slices.DeleteFunc(rows, func(r Row) bool { return len(r.Cells) == 0 }))
			}
		}
		content.Tables = p.Sheets[id].Tables
		p.keepContent(id, content)
	}
}

// forgetInCells makes of a member who is gone a name, and of a task that is gone nothing.
func (p *Plan) forgetInCells(member, name, task string) {
	p.eachCell(func(sheet string, c *Column, value any) any {
		become := func(text string) string {
			switch {
			case member != "" && text == MemberPrefix+member:
				return p.nameIn(sheet, c, name)
			case task != "" && c.Task && text == TaskPrefix+task:
				return ""
			}
			return text
		}
		switch v := value.(type) {
		case string:
			if c.Type != MemberColumn && c.Type != UnionColumn {
				return value
			}
			if v = become(v); v == "" {
				return nil
			}
			return v
		case []string:
			if c.Type != MembersColumn {
				return value
			}
			v = slices.Clone(v)
			for i := range v {
				v[i] = become(v[i])
			}
			return unique(v)
		}
		return value
	})
}

// openSheets clears what each round asks anew; cells of a row that stays are kept as what the round that ends left.
func (p *Plan) openSheets(ended int) {
	for id, content := range p.Sheets {
		sheet := p.definitions.Sheet(id)
		if sheet == nil {
			continue
		}
		for table, rows := range content.Tables {
			t := sheet.Table(table)
			if t.EachRound {
				p.keepRows(id, table, nil)
				continue
			}
			for i := range rows {
				rows[i] = rows[i].endRound(t, ended)
			}
		}
	}
}

func (r Row) endRound(t *Table, ended int) Row {
	past := Cells{}
	for _, c := range t.Columns {
		if v, said := r.Cells[c.ID]; said && c.EachRound {
			past[c.ID] = v
			r.Cells = r.Cells.with(c.ID, nil)
		}
	}
	if len(past) > 0 {
		r.Past = append(slices.Clip(r.Past), PastCells{ended, past})
	}
	return r
}
