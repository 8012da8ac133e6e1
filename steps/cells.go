package steps

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// Cells are what a row of a sheet says, or its settings: values by the id of a column, each of the Go type that its
// [ColumnType] has. Cells of a plan hold nothing empty and are never changed; in a change nil clears.
type Cells map[string]any

// Text is the text of a cell; empty where it has none.
func (c Cells) Text(column string) string {
	text, _ := c[column].(string)
	return text
}

// Texts are those of a cell that holds several.
func (c Cells) Texts(column string) []string {
	texts, _ := c[column].([]string)
	return texts
}

// Whole is the whole number of a cell, and whether it has one.
func (c Cells) Whole(column string) (n int, ok bool) {
	n, ok = c[column].(int)
	return n, ok
}

// Number is the number of a cell, and whether it has one.
func (c Cells) Number(column string) (n Decimal, ok bool) {
	n, ok = c[column].(Decimal)
	return n, ok
}

// Amounts are those of a cell, the first year's first.
func (c Cells) Amounts(column string) []int {
	amounts, _ := c[column].([]int)
	return amounts
}

// Scores are those of a cell, by the id of what was scored.
func (c Cells) Scores(column string) map[string]int {
	scores, _ := c[column].(map[string]int)
	return scores
}

// Yes says whether a cell says yes.
func (c Cells) Yes(column string) bool {
	yes, _ := c[column].(bool)
	return yes
}

// words are what a cell says, in words: "" where it is empty.
func (c Cells) words(column string) []string {
	switch v := c[column].(type) {
	case string:
		return []string{v}
	case []string:
		return v
	case bool:
		if v {
			return []string{"true"}
		}
		return []string{"false"}
	}
	return []string{""}
}

// with gives cells in which one more says something else, or nothing where the value is nil; the others stay as they are.
func (c Cells) with(column string, value any) Cells {
	c = maps.Clone(c)
	if value == nil {
		delete(c, column)
		return c
	}
	if c == nil {
		c = Cells{}
	}
	c[column] = value
	return c
}

// towards are the cells that make these the others: those that differ, and nil for what goes.
func (c Cells) towards(other Cells) Cells {
	differing := Cells{}
	for column, value := range other {
		if !reflect.DeepEqual(c[column], value) {
			differing[column] = value
		}
	}
	for column := range c {
		if _, stays := other[column]; !stays {
			differing[column] = nil
		}
	}
	return differing
}

// RowChange gives cells of a row of a table, and adds the row where it is not there. Texts are made harmless.
func RowChange(sheet, table, row string, cells Cells) Change {
	return Change{Kind: ChangeRow, Sheet: sheet, Table: table, Row: row, Cells: cells.encode()}
}

// SettingsChange gives settings of a sheet.
func SettingsChange(sheet string, cells Cells) Change {
	return Change{Kind: ChangeSettings, Sheet: sheet, Cells: cells.encode()}
}

// encode writes cells as a journal keeps them; nothing where there are none.
func (c Cells) encode() json.RawMessage {
	if len(c) == 0 {
		return nil
	}
	clean := make(map[string]any, len(c))
	for column, value := range c {
		switch v := value.(type) {
		case string:
			if value = Clean(v); Blank(Clean(v)) {
				value = nil
			}
		case []string:
			texts := make([]string, len(v))
			for i := range v {
				texts[i] = Clean(v[i])
			}
			value = texts
		}
		if (Given{Value: value}).Empties() || reflect.ValueOf(value).Kind() == reflect.Map && len(value.(map[string]int)) == 0 {
			value = nil
		}
		clean[column] = value
	}
	b, err := toJSON(clean)
	if err != nil {
		panic(err) // the types of cells all have a JSON
	}
	return b
}

// raw takes the cells of a change apart, in the order in which they are written.
func (c *Change) raw() (columns []string, values map[string]json.RawMessage) {
	if len(c.Cells) == 0 || json.Unmarshal(c.Cells, &values) != nil {
		return nil, nil
	}
	return slices.Sorted(maps.Keys(values)), values
}

// givenCells are the cells that a change gives, without a definition that says what they are: texts, numbers, lists.
func (c *Change) givenCells() (given []Given) {
	columns, values := c.raw()
	for _, column := range columns {
		given = append(given, Given{column, plain(values[column])})
	}
	return given
}

// plain is a value of JSON as cells have it, as far as it tells by itself.
func plain(raw json.RawMessage) any {
	for _, read := range []func() (any, bool){
		func() (any, bool) { return readText(raw) }, func() (any, bool) { return read[bool](raw) },
		func() (any, bool) { return read[Decimal](raw) }, func() (any, bool) { return read[[]string](raw) },
		func() (any, bool) { return read[[]int](raw) }, func() (any, bool) { return read[map[string]int](raw) },
	} {
		if v, ok := read(); ok {
			return v
		}
	}
	return nil
}

// readText reads a text. Most have no escape and stand there as they are.
func readText(raw json.RawMessage) (any, bool) {
	quote := []byte(`"`)
	text, begins := bytes.CutPrefix(raw, quote)
	text, ends := bytes.CutSuffix(text, quote)
	if begins && ends && !bytes.ContainsRune(text, '\\') && utf8.Valid(text) {
		return string(text), true
	}
	return read[string](raw)
}

func read[V any](raw json.RawMessage) (any, bool) {
	var v V
	if bytes.Equal(raw, []byte("null")) || json.Unmarshal(raw, &v) != nil {
		return nil, false
	}
	return v, true
}

// keepingCells is the change with only the cells that are wanted.
func (c Change) keepingCells(wanted func(Given) bool) Change {
	columns, values := c.raw()
	for _, column := range columns {
		if !wanted(Given{column, plain(values[column])}) {
			delete(values, column)
		}
	}
	if c.Cells = nil; len(values) > 0 {
		c.Cells, _ = toJSON(values)
	}
	return c
}

// cell reads what a change gives a column: nil where it clears it; ok is false where it is of another type.
func (col *Column) cell(raw json.RawMessage) (value any, ok bool) {
	if bytes.Equal(raw, []byte("null")) {
		return nil, true
	}
	switch col.Type {
	case LongColumn:
		value, ok = readText(raw)
		return filledText(value, Clean), ok
	case LineColumn, ChoiceColumn, DateColumn, MemberColumn, RefColumn, UnionColumn:
		value, ok = readText(raw)
		return filledText(value, CleanName), ok
	case SetColumn, MembersColumn:
		value, ok = read[[]string](raw)
		texts, _ := value.([]string)
		for i := range texts {
			texts[i] = CleanName(texts[i])
		}
		texts = slices.DeleteFunc(unique(texts), Blank)
		if len(texts) == 0 {
			return nil, ok
		}
		return texts, ok
	case YearColumn, RankColumn, WholeColumn:
		return read[int](raw)
	case BoolColumn:
		return read[bool](raw)
	case NumberColumn:
		return read[Decimal](raw)
	case AmountsColumn:
		if value, ok = read[[]int](raw); ok && len(value.([]int)) == 0 {
			return nil, true
		}
		return value, ok
	case ScoresColumn:
		if value, ok = read[map[string]int](raw); ok && len(value.(map[string]int)) == 0 {
			return nil, true
		}
		return value, ok
	}
	return nil, false
}

// filledText is a text made clean; nil where nothing shows.
func filledText(value any, clean func(string) string) any {
	text, _ := value.(string)
	if text = clean(text); Blank(text) {
		return nil
	}
	return text
}

// put gives the cells what a change gives them. What no column knows, or is of another type, is passed over: a later edition
// wrote it.
func (c Cells) put(columns []Column, change *Change) Cells {
	given := change.cells(columns)
	put := make(Cells, len(c)+len(given))
	maps.Copy(put, c)
	for _, cell := range given {
		switch {
		case !cell.ok || cell.column.Type == RankColumn || negative(cell.value):
		case cell.value == nil:
			delete(put, cell.name)
		default:
			put[cell.name] = cell.value
		}
	}
	if len(put) == 0 {
		return nil
	}
	return put
}

// givenCell is what a change gives a column: value is nil where it clears it; ok is false where no column knows it, or where it is of
// another type.
type givenCell struct {
	name   string
	raw    json.RawMessage
	column *Column
	value  any
	ok     bool
}

// cells are those that a change gives, in their order.
func (c *Change) cells(columns []Column) []givenCell {
	names, values := c.raw()
	given := make([]givenCell, len(names))
	for i, name := range names {
		given[i] = givenCell{name: name, raw: values[name], column: columnIn(columns, name)}
		if column := given[i].column; column != nil {
			given[i].value, given[i].ok = column.cell(values[name])
		}
	}
	return given
}

// negative says whether there is an amount or a score below 0, which nothing asks for: a journal may have been written by hand.
func negative(value any) bool {
	switch v := value.(type) {
	case []int:
		return len(v) > 0 && slices.Min(v) < 0
	case map[string]int:
		for _, n := range v {
			if n < 0 {
				return true
			}
		}
	}
	return false
}

// CellsGiven are the cells that a change gives, of the types of their columns; nil for one that it clears. What no column knows
// is left out.
func (d *Definitions) CellsGiven(c Change) Cells {
	columns, _ := d.columnsOf(&c)
	cells := Cells{}
	for _, given := range c.cells(columns) {
		if given.ok {
			cells[given.name] = given.value
		}
	}
	return cells
}

// columnsOf are the columns that a change can give, and whether its sheet and its table are known.
func (d *Definitions) columnsOf(c *Change) (columns []Column, known bool) {
	sheet := d.Sheet(c.Sheet)
	if sheet == nil {
		return nil, false
	}
	if c.Kind == ChangeSettings {
		return sheet.AllSettings(), true
	}
	if table := sheet.Table(c.Table); table != nil {
		return table.Columns, true
	}
	return nil, false
}

// RowPath names a row of a sheet, as in "improvement/goals/meldingen".
func RowPath(sheet, table, row string) string { return strings.Join([]string{sheet, table, row}, "/") }

// cutPath takes that apart.
func cutPath(path string) (sheet, table, row string) {
	sheet, rest, _ := strings.Cut(path, "/")
	table, row, _ = strings.Cut(rest, "/")
	return sheet, table, row
}
