package planfile

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"stappenplan/steps"
)

// settingsField is what a sheet has beside its tables.
const settingsField = "settings"

// sheets reads the deepening sheets: their settings, and their tables row by row.
func (w *walker) sheets(n *node, at string) {
	w.rows = map[string]bool{}
	fields := map[string]reader{}
	for i := range w.definitions.Sheets {
		sheet := &w.definitions.Sheets[i]
		fields[sheet.ID] = func(n *node, at string) { w.sheet(sheet, n, at) }
	}
	w.object(n, at, fields)
}

func (w *walker) sheet(sheet *steps.Sheet, n *node, at string) {
	fields := map[string]reader{settingsField: func(n *node, at string) {
		cells := steps.Cells{}
		w.object(n, at, w.cells(sheet.AllSettings(), cells))
		w.add(steps.SettingsChange(sheet.ID, cells), n, at)
	}}
	for i := range sheet.Tables {
		table := &sheet.Tables[i]
		fields[table.ID] = func(n *node, at string) { w.table(sheet, table, n, at) }
	}
	w.object(n, at, fields)
}

// table reads the rows of a table. What names other rows becomes a change of its own, for when all rows are there.
func (w *walker) table(sheet *steps.Sheet, table *steps.Table, n *node, at string) {
	seen, ranks := map[string]bool{}, map[int]Problem{}
	w.list(n, at, func(n *node, at string) {
		id, first, later := "", steps.Cells{}, steps.Cells{}
		cells := steps.Cells{}
		fields := w.cells(table.Columns, cells)
		fields["id"] = w.newID(&id, seen)
		w.object(n, at, fields)
		for column, value := range cells {
			if table.Column(column).NamesRows() {
				later[column] = value
			} else {
				first[column] = value
			}
		}
		w.rows[steps.RowPath(sheet.ID, table.ID, id)] = true
		w.add(steps.RowChange(sheet.ID, table.ID, id, first), n, at)
		column := table.RankColumn()
		rank, ranked := cells.Whole(column)
		if ranked {
			w.rank(n.child(column), join(at, column), rank, ranks)
		}
		if len(later) > 0 {
			w.add(steps.RowChange(sheet.ID, table.ID, id, later), n, at)
			w.changes[len(w.changes)-1].later = 1 + rank
		}
	})
	for rank, p := range ranks {
		if rank > len(ranks) {
			p.code, p.limit = "refused-out-of-range", "1–"+strconv.Itoa(len(ranks))
			w.problem(p)
		}
	}
}

// rank refuses a place that two rows have, and remembers those there are.
func (w *walker) rank(n *node, at string, rank int, seen map[int]Problem) {
	p := Problem{Path: at, Line: n.line, code: "planfile-rank-twice", value: strconv.Itoa(rank), order: n.order}
	if _, twice := seen[rank]; twice {
		w.problem(p)
	}
	seen[rank] = p
}

// cells are readers of the cells of these columns.
func (w *walker) cells(columns []steps.Column, cells steps.Cells) map[string]reader {
	fields := map[string]reader{}
	for _, c := range columns {
		fields[c.ID] = w.cell(c, cells)
	}
	return fields
}

func (w *walker) cell(c steps.Column, cells steps.Cells) reader {
	switch c.Type {
	case steps.LineColumn, steps.LongColumn:
		return celling(cells, c.ID, w.text)
	case steps.SetColumn, steps.MembersColumn:
		return celling(cells, c.ID, filledList[string](w))
	case steps.YearColumn, steps.RankColumn, steps.WholeColumn:
		return celling(cells, c.ID, w.whole)
	case steps.BoolColumn:
		return celling(cells, c.ID, w.boolean)
	case steps.NumberColumn:
		return celling(cells, c.ID, w.decimal(3))
	case steps.AmountsColumn:
		return celling(cells, c.ID, w.amounts)
	case steps.ScoresColumn:
		return celling(cells, c.ID, w.scores)
	}
	return celling(cells, c.ID, w.filledText)
}

func celling[V any](cells steps.Cells, column string, read parser[V]) reader {
	return func(n *node, at string) {
		if v, ok := read(n, at); ok {
			cells[column] = v
		}
	}
}

func (w *walker) amounts(n *node, at string) (amounts []int, ok bool) {
	w.list(n, at, func(n *node, at string) {
		v, _ := w.whole(n, at)
		amounts = append(amounts, v)
	})
	return amounts, true
}

func (w *walker) scores(n *node, at string) (scores map[string]int, ok bool) {
	scores = map[string]int{}
	w.eachField(n, at, func(id string, n *node, at string) {
		if v, ok := w.whole(n, at); ok {
			scores[id] = v
		}
	})
	return scores, true
}

// sheetsNode is what a plan says on its sheets: the settings of each, then its tables.
func sheetsNode(p steps.Plan) *node {
	var sheets []field
	for _, s := range p.Definitions().Sheets {
		content := p.Sheets[s.ID]
		fields := []field{{key: settingsField, value: object(cellFields(s.AllSettings(), content.Settings)...)}}
		for _, t := range s.Tables {
			fields = append(fields, field{key: t.ID, value: list(content.Tables[t.ID], func(r steps.Row) *node {
				return object(append([]field{{key: "id", value: text(r.ID)}}, cellFields(t.Columns, r.Cells)...)...)
			})})
		}
		sheets = append(sheets, field{key: s.ID, value: object(fields...)})
	}
	return object(sheets...)
}

func cellFields(columns []steps.Column, cells steps.Cells) (fields []field) {
	for _, c := range columns {
		fields = append(fields, field{key: c.ID, value: cellNode(cells[c.ID])})
	}
	return fields
}

func cellNode(value any) *node {
	number := func(n int) *node { return scalar(numberNode, &n) }
	switch v := value.(type) {
	case []int:
		return list(v, number)
	case map[string]int:
		var scores []field
		for _, id := range slices.SortedFunc(maps.Keys(v), cmp.Compare[string]) {
			scores = append(scores, field{key: id, value: number(v[id])})
		}
		return object(scores...)
	}
	return valueNode(value)
}
