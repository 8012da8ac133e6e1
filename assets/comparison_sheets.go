package assets

import (
	"strings"

	"stappenplan/steps"
)

// ComparedRowsTexts say how many rows of a table are otherwise: each {n}.
type ComparedRowsTexts struct {
	Table              Text // {table} {counts}
	New, Changed, Gone Plural
}

// sheetPoint says how many rows of a table came, went, changed and reached what the table is for.
func (t *Texts) sheetPoint(p steps.Point) string {
	w, table := t.SheetCommon.Compared, t.Sheets[p.About[0]].Tables[p.About[1]]
	var counts []string
	for _, one := range []struct {
		n     int
		words Plural
	}{{p.Rows.New, w.New}, {p.Rows.Reached, table.Reached}, {p.Rows.Lost, table.Lost}, {p.Rows.Changed, w.Changed}, {p.Rows.Gone, w.Gone}} {
		if one.n > 0 {
			counts = append(counts, one.words.For(one.n))
		}
	}
	return w.Table.Fill("table", table.Title, "counts", strings.Join(counts, ", "))
}
