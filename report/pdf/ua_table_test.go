package pdf_test

import (
	"strings"

	reader "github.com/ledongthuc/pdf"
)

// uaCell is a cell of a table at its place.
type uaCell struct {
	*uaNode
	row, column   int
	rows, columns int // how many it spans
}

// table looks at how the rows and cells of a table lie, and whether each cell has a head.
func (u *uaChecker) table(n *uaNode) {
	heads, feet, bodies, captions := 0, 0, 0, 0
	var rows []*uaNode
	for i, kid := range n.kids {
		switch kid.tag {
		case "THead":
			heads++
		case "TFoot":
			feet++
		case "TBody":
			bodies++
		case "Caption":
			captions++
			u.check(i == 0 || i == len(n.kids)-1, "7.2-16", "a caption is in the middle of a table")
		case "TR":
			rows = append(rows, kid)
			continue
		}
		for _, row := range kid.kids {
			if row.tag == "TR" {
				rows = append(rows, row)
			}
		}
	}
	u.check(heads <= 1, "7.2-11", "a table has %d heads", heads)
	u.check(feet <= 1, "7.2-12", "a table has %d feet", feet)
	u.check(feet == 0 || bodies > 0, "7.2-13", "a table has a foot and no body")
	u.check(heads == 0 || bodies > 0, "7.2-14", "a table has a head and no body")
	u.check(captions <= 1, "7.2-39", "a table has %d captions", captions)
	u.cells(rows)
}

// cells puts the cells of rows on a grid.
func (u *uaChecker) cells(rows []*uaNode) {
	grid := map[[2]int]*uaCell{}
	var cells []*uaCell
	width := 0
	for r, row := range rows {
		column := 0
		for _, kid := range row.kids {
			if kid.tag != "TH" && kid.tag != "TD" {
				continue
			}
			for grid[[2]int{r, column}] != nil {
				column++
			}
			cell := &uaCell{kid, r, column, uaSpan(kid, "RowSpan"), uaSpan(kid, "ColSpan")}
			cells = append(cells, cell)
			for y := r; y < r+cell.rows; y++ {
				for x := column; x < column+cell.columns; x++ {
					u.check(grid[[2]int{y, x}] == nil, "7.2-15", "two cells of a table are in one place")
					grid[[2]int{y, x}] = cell
				}
			}
			column += cell.columns
		}
		if r == 0 {
			width = column
		}
	}
	for r := range rows {
		n, spans := 0, false
		for at, cell := range grid {
			if at[0] == r {
				n++
				spans = spans || cell.columns > 1
			}
		}
		rule := "7.2-43"
		if spans {
			rule = "7.2-42"
		}
		u.check(n == width, rule, "a row of a table has %d columns, the first %d", n, width)
	}
	for at := range grid {
		u.check(at[0] < len(rows), "7.2-41", "a column of a table goes on below its last row")
	}
	u.heads(cells)
}

// uaSpan is how many rows or columns a cell spans.
func uaSpan(n *uaNode, key string) int {
	return max(1, int(min(uaAttribute(n, key).Int64(), 1000)))
}

// uaAttribute is an attribute of a table.
func uaAttribute(n *uaNode, key string) reader.Value {
	switch all := n.value.Key("A"); all.Kind() {
	case reader.Dict:
		if all.Key("O").Name() == "Table" {
			return all.Key(key)
		}
	case reader.Array:
		for i := range all.Len() {
			if one := all.Index(i); one.Key("O").Name() == "Table" && !one.Key(key).IsNull() {
				return one.Key(key)
			}
		}
	}
	return reader.Value{}
}

// heads finds the heads of each cell: those it names, or those before it in its row or above it in its column.
func (u *uaChecker) heads(cells []*uaCell) {
	named := map[string]bool{}
	for _, cell := range cells {
		if id := cell.value.Key("ID").RawString(); cell.tag == "TH" && id != "" {
			named[id] = true
		}
	}
	for _, cell := range cells {
		if cell.tag != "TD" {
			continue
		}
		found, unknown := false, false
		headers := uaAttribute(cell.uaNode, "Headers")
		for i := range headers.Len() {
			known := named[headers.Index(i).RawString()]
			found, unknown = found || known, unknown || !known
		}
		for _, head := range cells {
			if head.tag != "TH" {
				continue
			}
			scope := uaAttribute(head.uaNode, "Scope").Name()
			above := head.row < cell.row && head.column < cell.column+cell.columns && cell.column < head.column+head.columns
			before := head.column < cell.column && head.row < cell.row+cell.rows && cell.row < head.row+head.rows
			found = found || above && strings.Contains("Column Both", scope) && scope != "" ||
				before && strings.Contains("Row Both", scope) && scope != ""
		}
		u.check(found || unknown, "7.5-1", "a cell of a table has no head")
		u.check(found || !unknown, "7.5-2", "a cell of a table names a head that is not there")
	}
}
