package steps

import (
	"maps"
	"slices"
	"strings"
)

// checkCells refuses what a row or the settings of a sheet cannot say.
func (p *Plan) checkCells(c *Change, r *refusals) {
	sheet := p.definitions.Sheet(c.Sheet)
	if sheet == nil {
		r.add("unknown-sheet", "sheet", c.Sheet)
		return
	}
	columns := sheet.AllSettings()
	if c.Kind == ChangeRow {
		table := sheet.Table(c.Table)
		if table == nil {
			r.add("unknown-table", "table", c.Table)
			return
		}
		p.checkRowID(c, table, r)
		columns = table.Columns
	}
	for _, given := range c.cells(columns) {
		switch {
		case given.column == nil:
			r.add("not-here", given.name, "")
		case !given.ok:
			r.add("wrong-type", given.name, string(given.raw))
		case given.value != nil:
			p.checkCell(c.Sheet, given.column, given.value, r)
		}
	}
}

func (p *Plan) checkRowID(c *Change, t *Table, r *refusals) {
	rows := p.Sheets[c.Sheet].Tables[c.Table]
	switch {
	case len(t.Fixed) > 0:
		oneOf(r, "row", c.Row, t.Fixed)
	case !ValidID(c.Row):
		r.add("bad-id", "row", c.Row)
	case p.place(c.Sheet, c.Table, c.Row) >= 0:
	case p.definitions.Sheet(c.Sheet).means(c.Table, c.Row):
		r.add("reserved-id", "row", c.Row)
	case len(rows) >= t.most():
		r.addLimit("too-many", "row", itoa(len(rows)+1), itoa(t.most()))
	}
}

// checkCell refuses a value of the right type that a cell cannot have.
func (p *Plan) checkCell(sheet string, c *Column, value any, r *refusals) {
	between := func(at string, n, least, most int) {
		if n < least || n > most {
			r.addLimit("out-of-range", at, itoa(n), itoa(least)+"–"+itoa(most))
		}
	}
	switch v := value.(type) {
	case string:
		p.checkTextCell(sheet, c, v, r)
	case []string:
		for i, text := range v {
			at := c.ID + "[" + itoa(i) + "]"
			if c.Type == SetColumn {
				oneOf(r, at, text, c.Choices)
			} else {
				p.checkWhoever(at, text, r)
			}
		}
	case int:
		switch c.Type {
		case RankColumn:
			between(c.ID, v, 1, MaxRows)
		case YearColumn:
			between(c.ID, v, 1900, 9999)
		default:
			between(c.ID, v, 0, max(c.Most, 1))
		}
	case Decimal:
		if limit := Whole(maxSheetNumber); v < -limit || v > limit {
			r.addLimit("out-of-range", c.ID, v.String(), "-"+limit.String()+"–"+limit.String())
		}
	case []int:
		if len(v) > c.most() {
			r.addLimit("too-many", c.ID, itoa(len(v)), itoa(c.most()))
		}
		for i, n := range v {
			between(c.ID+"["+itoa(i)+"]", n, 0, maxSheetNumber)
		}
	case map[string]int:
		for _, id := range slices.Sorted(maps.Keys(v)) {
			at := c.ID + "." + id
			if _, there := p.Row(sheet, c.Table, id); !there {
				r.add("unknown-row", at, id)
			}
			between(at, v[id], 1, c.Most)
		}
	}
}

func (c *Column) most() int {
	if c.Most > 0 {
		return c.Most
	}
	return MaxAmounts
}

func (p *Plan) checkTextCell(sheet string, c *Column, v string, r *refusals) {
	switch c.Type {
	case LongColumn:
		r.length(c.ID, v, MaxText)
	case ChoiceColumn:
		oneOf(r, c.ID, v, c.Choices)
	case DateColumn:
		if _, real := ParseDate(v); !real {
			r.add("no-date", c.ID, v)
		}
	case MemberColumn:
		p.checkWhoever(c.ID, v, r)
	case RefColumn, UnionColumn:
		_, row := p.Row(sheet, c.Table, v)
		task, isTask := strings.CutPrefix(v, TaskPrefix)
		switch {
		case row || slices.Contains(c.Choices, v):
		case c.Task && isTask:
			if !p.KnowsTask(task) {
				r.add("unknown-task", c.ID, task)
			}
		case c.Member:
			p.checkWhoever(c.ID, v, r)
		case c.Table != "":
			r.add("unknown-row", c.ID, v)
		default:
			r.addLimit("unknown-value", c.ID, v, strings.Join(c.Choices, ", "))
		}
	default:
		r.length(c.ID, v, MaxName)
	}
}

// checkWhoever refuses a member who is not there, and a name that is too long.
func (p *Plan) checkWhoever(field, v string, r *refusals) {
	r.length(field, v, MaxName)
	if id, member := strings.CutPrefix(v, MemberPrefix); member {
		if _, known := p.Member(id); !known {
			r.add("unknown-member", field, id)
		}
	}
}

// rowsKnown says whether this edition knows all rows of the table that a change is of: not those of a later edition's sheet, nor a
// fixed line of which only a later edition says something.
func (p *Plan) rowsKnown(c *Change) bool {
	table := p.definitions.Sheet(c.Sheet).Table(c.Table)
	return table != nil && len(table.Fixed) == 0
}

// checkSheetNames refuses to take away, or to make an action about, what is on no sheet that this edition knows: a journal may
// hold that, written by a later one.
func (p *Plan) checkSheetNames(c *Change, r *refusals) {
	if c.Kind == ChangeRemove && c.Row != "" && !p.rowsKnown(c) && p.place(c.Sheet, c.Table, c.Row) < 0 {
		r.add("unknown-row", "row", c.Row)
	}
	if about, given := c.Subject.Value(); given && c.Kind == ChangeAction {
		if s := subjectOf(about); s.kind == AboutRow || s.row != "" {
			id, table, _ := cutPath(s.row)
			if sheet := p.definitions.Sheet(id); sheet == nil || s.rule != "" && !sheet.proposes(table, s.rule) {
				r.add("unknown-subject", "about", about)
			}
		}
	}
}
