package steps

import "reflect"

// RowShift is how many rows of a table came, went, changed, and reached what their table is for, or have not reached it any more.
// Drafts count as not there.
type RowShift struct{ New, Gone, Changed, Reached, Lost int }

// none says whether nothing is otherwise.
func (s RowShift) none() bool { return s == RowShift{} }

// direction is better where more rows reached what their table is for than lost it.
func (s RowShift) direction() Direction {
	switch {
	case s.Reached > s.Lost:
		return Better
	case s.Reached < s.Lost:
		return Worse
	}
	return Changed
}

// sheetPoints are the tables of sheets of which rows are otherwise, but those that are shown only summed.
func (c Comparison) sheetPoints() (points []Point) {
	before, after := c.Before.Indexed(), c.After.Indexed()
	for i := range after.definitions.Sheets {
		s := &after.definitions.Sheets[i]
		for k := range s.Tables {
			t := &s.Tables[k]
			if t.Private {
				continue
			}
			if rows := t.shift(before.rowsThatCount(s.ID, t), after.rowsThatCount(s.ID, t)); !rows.none() {
				points = append(points, Point{ID: PointSheet, Direction: rows.direction(), About: []string{s.ID, t.ID}, Rows: rows})
			}
		}
	}
	return points
}

// rowsThatCount are the complete rows of a table by id.
func (p Plan) rowsThatCount(sheet string, t *Table) map[string]Row {
	rows := map[string]Row{}
	for _, r := range p.CompleteRows(sheet, t.ID) {
		rows[r.ID] = r
	}
	return rows
}

func (t *Table) shift(before, after map[string]Row) (s RowShift) {
	for id, is := range after {
		was, there := before[id]
		reached, now := there && t.reached(was), t.reached(is)
		switch {
		case !there:
			s.New++
		case now && !reached:
			s.Reached++
		case reached && !now:
			s.Lost++
		case !reflect.DeepEqual(was.Cells, is.Cells):
			s.Changed++
		}
	}
	for id := range before {
		if _, stays := after[id]; !stays {
			s.Gone++
		}
	}
	return s
}

// reached says whether a row is where rows of its table should come.
func (t *Table) reached(r Row) bool {
	for column, words := range t.Reached {
		if says(r, column, words) {
			return true
		}
	}
	return false
}
