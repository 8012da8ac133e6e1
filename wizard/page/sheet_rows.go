package page

import (
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// Widths of the columns of a table of a sheet.
const leastNameWidth, cellWidth = 24, 13

// rowColumns lays the rows of a table out: the name first, with the room that is left, then as many columns as fit.
type rowColumns struct {
	sheet      *steps.Sheet
	table      *steps.Table
	name       string // the column, or empty for what a fixed line is about
	shown      []*steps.Column
	width      int                 // of the name
	ranked     int                 // how many rows have a rank
	references map[string][]string // what names its rows
}

func newRowColumns(f screen.Frame, s *steps.Sheet, t *steps.Table) rowColumns {
	c := rowColumns{sheet: s, table: t, name: t.Name(), references: f.Plan.References(s.ID, t.ID)}
	for _, r := range f.Plan.Rows(s.ID, t.ID) {
		if _, ranked := r.Cells.Whole(t.RankColumn()); ranked {
			c.ranked++
		}
	}
	if len(t.Fixed) > 0 {
		c.name = ""
	}
	room := max(0, f.Width-2-f.PlaceRoom()-leastNameWidth) / (cellWidth + 1)
	if len(t.Fixed) > 0 { // what they are about is long
		room = min(room, 1)
	}
	listed := t.Listed()
	c.shown = listed[:min(room, len(listed))]
	c.width = max(8, f.Width-2-f.PlaceRoom()-len(c.shown)*(cellWidth+1))
	return c
}

// heading names the columns.
func (c rowColumns) heading(f screen.Frame) field {
	name := ""
	if c.name != "" {
		name = string(f.Texts.ColumnWords(c.sheet.ID, c.table.ID, c.name).Heading())
	}
	parts := []string{screen.Fit(name, c.width)}
	for _, column := range c.shown {
		parts = append(parts, screen.Fit(string(f.Texts.ColumnWords(c.sheet.ID, c.table.ID, column.ID).Heading()), cellWidth))
	}
	return read("  " + f.Look.Muted.On(strings.Join(parts, " ")))
}

// row is a row that opens, with the keys that move it, remove it or make an action of it.
func (c rowColumns) row(f screen.Frame, r steps.Row) field {
	path := steps.RowPath(c.sheet.ID, c.table.ID, r.ID)
	name := r.Cells.Text(c.name)
	if name == "" {
		name = f.Texts.RowName(f.Plan, c.sheet.ID, c.table.ID, r.ID)
	}
	if c.table.Draft(r) {
		name = "○ " + name
	}
	fd := actionField(r.ID, screen.Title(name, c.width, false)[0], screen.Show(screen.Place{Kind: screen.RowCard, ID: path}))
	var cells []string
	for _, column := range c.shown {
		cells = append(cells, screen.Title(f.Texts.Cell(f.Plan, c.sheet.ID, c.table.ID, column, r.Cells[column.ID]), cellWidth, false)[0])
	}
	fd.Value = " " + f.Look.Muted.On(strings.Join(cells, " "))
	fd.OpenAt = func(x int) screen.Effect {
		return screen.Show(screen.Place{Kind: screen.RowCard, ID: path, At: c.columnAt(x)})
	}
	if len(c.table.Fixed) > 0 {
		return fd
	}
	fd.Remove = askRemoveRow(f, c.sheet, c.table, r.ID, c.references, screen.Back(1))
	if !c.table.Private {
		fd.Commands = []command{makesAction(f, steps.About(steps.AboutRow, path))}
	}
	if rank := c.table.RankColumn(); rank != "" {
		w := f.Texts.SheetCommon
		fd.Commands = append(fd.Commands,
			command{Key: "shift+up", Label: w.Up, Effect: c.moves(r, -1)}, command{Key: "shift+down", Label: w.Down, Effect: c.moves(r, 1)})
	}
	return fd
}

// columnAt is the column at a cell of a row.
func (c rowColumns) columnAt(x int) string {
	if i := (x - c.width - 1) / (cellWidth + 1); x > c.width && i < len(c.shown) {
		return c.shown[i].ID
	}
	return c.name
}

// moves is the effect of moving a row in the ranking.
func (c rowColumns) moves(r steps.Row, by int) screen.Effect {
	changes := question.MoveRow(c.sheet.ID, c.table, r, by, c.ranked)
	if changes == nil {
		return nil
	}
	return screen.Record{Changes: changes}
}
