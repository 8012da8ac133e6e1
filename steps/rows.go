package steps

import (
	"maps"
	"slices"
	"strings"
)

// Row is one row of a table of a sheet.
type Row struct {
	ID    string
	Cells Cells
	// Past are the cells of the columns that each round asks anew, as the rounds before left them, the first one first. A plan
	// that came from a file has none.
	Past []PastCells
}

// PastCells are cells as a round left them.
type PastCells struct {
	Round int
	Cells Cells
}

// SheetContent is what a plan says on one sheet.
type SheetContent struct {
	Settings Cells
	Tables   map[string][]Row // in the order in which the rows were made
}

func (s SheetContent) copy() SheetContent {
	s.Tables = maps.Clone(s.Tables)
	for id, rows := range s.Tables {
		s.Tables[id] = slices.Clone(rows)
	}
	return s
}

// Definitions are those the plan is made with.
func (p Plan) Definitions() *Definitions { return p.definitions }

// Rows are those of a table: all fixed lines in their order, else the rows in the order in which they were made; none of a table
// that is not known.
func (p Plan) Rows(sheet, table string) []Row {
	rows := p.Sheets[sheet].Tables[table]
	t := p.definitions.Sheet(sheet).Table(table)
	if t == nil || len(t.Fixed) == 0 {
		return rows
	}
	lines := make([]Row, len(t.Fixed))
	for i, id := range t.Fixed {
		lines[i].ID = id
		if k := indexOfRow(rows, id); k >= 0 {
			lines[i] = rows[k]
		}
	}
	return lines
}

func indexOfRow(rows []Row, id string) int {
	return slices.IndexFunc(rows, func(r Row) bool { return r.ID == id })
}

// rowPlaces are the places of the rows of tables by id, as far as they were looked up.
type rowPlaces map[tablePath]map[string]int

type tablePath struct{ sheet, table string }

// Indexed is the plan for one goroutine that looks up many rows, one after the other.
func (p Plan) Indexed() Plan {
	p.rowPlaces = rowPlaces{}
	return p
}

// place is the place of a row in its table; below 0 where it is not there.
func (p *Plan) place(sheet, table, id string) int {
	rows, path := p.Sheets[sheet].Tables[table], tablePath{sheet, table}
	const few = 30
	if p.rowPlaces == nil || len(rows) < few {
		return indexOfRow(rows, id)
	}
	known := p.rowPlaces[path]
	if known == nil || len(known) > len(rows) {
		known = make(map[string]int, len(rows))
		p.rowPlaces[path] = known
	}
	for i := len(known); i < len(rows); i++ {
		known[rows[i].ID] = i
	}
	if i, there := known[id]; !there {
		return -1
	} else if rows[i].ID == id {
		return i
	}
	return indexOfRow(rows, id)
}

// Row is a row of a table, and whether it is there.
func (p Plan) Row(sheet, table, id string) (Row, bool) {
	if i := p.place(sheet, table, id); i >= 0 {
		return p.Sheets[sheet].Tables[table][i], true
	}
	return Row{ID: id}, false
}

// RowsNaming are the complete rows of a table that name a row of another in a column, given as TABLE.COLUMN.
func (p Plan) RowsNaming(sheet, in, row string) (rows []Row) {
	table, column := cutIn(in)
	for _, r := range p.CompleteRows(sheet, table) {
		if r.Cells.Text(column) == row {
			rows = append(rows, r)
		}
	}
	return rows
}

// CompleteRows are those of a table that are no drafts: those that count. Of fixed lines those of which something is said.
func (p Plan) CompleteRows(sheet, table string) (rows []Row) {
	t := p.definitions.Sheet(sheet).Table(table)
	for _, r := range p.Rows(sheet, table) {
		if t != nil && len(r.Cells) > 0 && !t.Draft(r) {
			rows = append(rows, r)
		}
	}
	return rows
}

// FilledSheets are the sheets on which the plan says something.
func (p Plan) FilledSheets() (filled []Sheet) {
	for _, s := range p.definitions.Sheets {
		if _, said := p.Sheets[s.ID]; said {
			filled = append(filled, s)
		}
	}
	return filled
}

// CountRows is how many rows of a sheet count: drafts do not.
func (p Plan) CountRows(sheet string) (n int) {
	s := p.definitions.Sheet(sheet)
	if s == nil {
		return 0
	}
	for _, t := range s.Tables {
		n += len(p.CompleteRows(sheet, t.ID))
	}
	return n
}

// Ranked are rows in the order of their rank, those without one last.
func Ranked(rows []Row, column string) []Row {
	rows = slices.Clone(rows)
	place := func(r Row) int {
		if n, ok := r.Cells.Whole(column); ok {
			return n
		}
		return MaxRows + 1
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return place(a) - place(b) })
	return rows
}

// Missing are the columns without which the row is a draft.
func (t *Table) Missing(r Row) (missing []string) {
	for _, c := range t.Columns {
		if _, filled := r.Cells[c.ID]; c.Required && !filled {
			missing = append(missing, c.ID)
		}
	}
	return missing
}

// Listed are the columns that a list of rows shows, beside the name where rows have one: those that the definition names first.
func (t *Table) Listed() (columns []*Column) {
	for _, id := range t.Shown {
		columns = append(columns, t.Column(id))
	}
	for i := range t.Columns {
		if c := &t.Columns[i]; (c.ID != t.Name() || len(t.Fixed) > 0) && !slices.Contains(t.Shown, c.ID) {
			columns = append(columns, c)
		}
	}
	return columns
}

// Reversed are the columns with a day that lies before the one it comes after.
func (t *Table) Reversed(r Row) (columns []*Column) {
	for i := range t.Columns {
		c := &t.Columns[i]
		if first, day := r.Cells.Text(c.After), r.Cells.Text(c.ID); c.After != "" && first != "" && day != "" && day < first {
			columns = append(columns, c)
		}
	}
	return columns
}

// Draft says whether the row lacks something that it cannot do without: it stands in no document, no count and no figure.
func (t *Table) Draft(r Row) bool { return len(t.Missing(r)) > 0 }

// RankColumn is the column that gives the rows of the table an order; empty for none.
func (t *Table) RankColumn() string {
	for _, c := range t.Columns {
		if c.Type == RankColumn {
			return c.ID
		}
	}
	return ""
}

// Name is the first column with words of a person, which tells the rows of the table apart.
func (t *Table) Name() string {
	for _, c := range t.Columns {
		if c.Type == LineColumn || c.Type == LongColumn {
			return c.ID
		}
	}
	return t.Columns[0].ID
}

// Ticked says whether a setting of a sheet says yes.
func (p Plan) Ticked(sheet, column string) bool {
	yes, _ := p.Setting(sheet, column).(bool)
	return yes
}

// Setting is what a sheet is set to, or counts as where nothing is said; nil for nothing.
func (p Plan) Setting(sheet, column string) any {
	if v, said := p.Sheets[sheet].Settings[column]; said {
		return v
	}
	if c := columnIn(p.definitions.Sheet(sheet).AllSettings(), column); c != nil {
		return p.counted(*c)
	}
	return nil
}

// Counted is what a cell says, or counts as where it is empty; nil for nothing.
func (p Plan) Counted(t *Table, r Row, column string) any {
	if v, said := r.Cells[column]; said {
		return v
	}
	return p.counted(*t.Column(column))
}

func (p Plan) counted(c Column) any {
	if c.Default != OpenedDefault || p.Round.Opened == "" {
		return nil
	}
	if c.Type == YearColumn {
		year, _, _ := strings.Cut(string(p.Round.Opened), "-")
		n, _ := ParseDecimal(year)
		return int(n / one)
	}
	return string(p.Round.Opened)
}

// NewRowID makes the id of a row that is to be added to a table, from its words; not that of a row that is offered, nor one by which a
// cell that can name the row says something else already, nor one that is taken otherwise.
func (p Plan) NewRowID(sheet, table, text string, otherwise ...func(id string) bool) string {
	s := p.definitions.Sheet(sheet)
	t := s.Table(table)
	return newID("", firstLine(text), "row", func(id string) bool {
		taken := func(is func(string) bool) bool { return is(id) }
		return p.place(sheet, table, id) >= 0 || t != nil && slices.Contains(t.Presets, id) || s.means(table, id) || slices.ContainsFunc(otherwise, taken) || p.names(sheet, table, id)
	})
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(Clean(text)), "\n")
	return CleanName(line)
}
