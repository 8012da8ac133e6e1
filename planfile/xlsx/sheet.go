package xlsx

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// HeadRows is how many rows at the top of a sheet Head reads.
const HeadRows = 20

// Head gives those of the first rows of a sheet that hold something, without what is merged.
func (b *Book) Head(s Sheet) ([]Row, error) {
	head, known := b.heads[s.part]
	if known {
		return head, nil
	}
	head, err := b.rows(s, HeadRows)
	if err != nil {
		return nil, err
	}
	b.heads[s.part] = slices.DeleteFunc(head, func(r Row) bool { return r.Number > HeadRows })
	return b.heads[s.part], nil
}

// Below gives the rows of a sheet that hold something and stand below the one of this number. What stands in cells that are
// merged over several rows stands in each of them.
func (b *Book) Below(s Sheet, number int) ([]Row, error) {
	all, known := b.all[s.part]
	if !known {
		var err error
		if all, err = b.rows(s, 0); err != nil {
			return nil, err
		}
		b.all[s.part] = all
	}
	below := slices.IndexFunc(all, func(r Row) bool { return r.Number > number })
	if below < 0 {
		return nil, nil
	}
	return slices.DeleteFunc(slices.Clone(all[below:]), func(r Row) bool { return r.Number <= number }), nil
}

// rows reads so many first rows of a sheet that hold something, or all of them where most is 0.
func (b *Book) rows(s Sheet, most int) ([]Row, error) {
	r := rowReader{book: b, sheet: s}
	err := b.elements(s.part, func(e element) bool {
		r.element(e)
		return r.err == nil && (len(r.rows) < most || most == 0)
	})
	if err = cmp.Or(r.err, err); err != nil {
		return nil, err
	}
	if most == 0 {
		r.fill()
	}
	return r.rows, r.err
}

// rowReader collects the cells of a sheet.
type rowReader struct {
	book  *Book
	sheet Sheet
	rows  []Row
	row   Row // that is being read
	err   error

	filled int          // cells that hold something
	hidden map[int]bool // columns
	merged []merged

	cell     Cell
	kind     string
	style    style
	formula  bool
	value    strings.Builder
	inline   richReader
	inValue  bool
	hasValue bool
}

// merged are cells of one column that are one.
type merged struct{ column, first, last int }

func (r *rowReader) element(e element) {
	switch {
	case e.name == "row" && !e.end:
		number, err := strconv.Atoi(e.attribute("r"))
		if err != nil || number < 1 {
			number = r.row.Number + 1
		}
		r.row = Row{Number: number, Hidden: isTrue(e.attribute("hidden"))}
	case e.name == "row":
		r.keepRow()
	case e.name == "c" && !e.end:
		r.begin(e)
	case e.name == "c":
		r.keepCell()
	case e.name == "f":
		r.formula = true
	case e.name == "v":
		r.inValue, r.hasValue = !e.end, true
	case e.name == "col" && !e.end && isTrue(e.attribute("hidden")):
		r.hide(e.number("min"), e.number("max"))
	case e.name == "mergeCell" && !e.end:
		r.merge(e.attribute("ref"))
	case e.text != nil && r.inValue:
		r.value.Write(e.text)
	default:
		r.inline.element(e)
	}
}

func (r *rowReader) hide(first, last int) {
	if r.hidden == nil {
		r.hidden = map[int]bool{}
	}
	for column := max(first, 1); column <= min(last, MaxColumns); column++ {
		r.hidden[column] = true
	}
}

// merge notes cells that are one, where they stand below each other.
func (r *rowReader) merge(reference string) {
	first, last, _ := strings.Cut(strings.ReplaceAll(reference, "$", ""), ":")
	if m := (merged{columnOf(first), rowOf(first), rowOf(last)}); m.first > 0 && m.last > m.first && m.column <= MaxColumns {
		r.merged = append(r.merged, m)
	}
}

// begin starts a cell; one that does not say where it is stands right of the one before.
func (r *rowReader) begin(e element) {
	next := 1
	if r.cell.Row == r.row.Number {
		next = r.cell.Column + 1
	}
	r.cell = Cell{Row: r.row.Number, Column: cmp.Or(columnOf(e.attribute("r")), next)}
	r.cell.Hidden = r.hidden[r.cell.Column]
	r.kind, r.formula, r.hasValue, r.style = e.attribute("t"), false, false, style{}
	if i := e.number("s"); i >= 0 && i < len(r.book.styles) {
		r.style = r.book.styles[i]
	}
	r.value.Reset()
	r.inline = richReader{}
}

func (r *rowReader) keepCell() {
	r.read()
	r.keep(r.cell)
}

// keep keeps a cell, unless nothing is left of it.
func (r *rowReader) keep(c Cell) {
	if c.Kind != FormulaCell && c.Text == "" && c.Whole == "" {
		return
	}
	if c.Column > MaxColumns {
		r.err = Fault{"workbook-too-many-columns", r.sheet.Name, MaxColumns}
	}
	if r.filled++; r.filled > MaxCells {
		r.err = Fault{Code: "planfile-too-many-values", Limit: MaxCells}
	}
	r.row.Cells = append(r.row.Cells, c)
}

func (r *rowReader) keepRow() {
	if len(r.row.Cells) == 0 {
		return
	}
	if len(r.rows) == MaxRows {
		r.err = Fault{"workbook-too-many-rows", r.sheet.Name, MaxRows}
	}
	r.rows = append(r.rows, r.row)
}

// read makes a value of what the file has for a cell.
func (r *rowReader) read() {
	c, value := &r.cell, r.value.String()
	var text richText
	switch r.kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(r.book.strings) {
			text = r.book.strings[i]
		}
	case "inlineStr":
		text = r.inline.take(r.book)
	case "str":
		text.kept = r.book.text(value)
	case "b":
		text.kept, c.Kind = strings.TrimSpace(value), BooleanCell
	case "e":
		text.kept, c.Kind = value, ErrorCell
	case "d":
		text.kept, _, _ = strings.Cut(value, "T")
		c.Kind = DayCell
	default:
		c.readNumber(strings.TrimSpace(value), r.style.format, r.book.from)
		text.kept = c.Text
	}
	if c.Text, c.Whole = text.kept, text.whole; r.style.struck && c.Text != "" {
		c.Text, c.Whole = "", cmp.Or(text.whole, text.kept)
	}
	c.Formula = r.formula
	if r.formula && value == "" && (r.kind != "str" || !r.hasValue) {
		c.Kind = FormulaCell
	}
}

// english is how a number is written where no language is known.
var english = Language{Point: "."}

// readNumber reads a number as its format shows it; days are counted from the first of the workbook.
func (c *Cell) readNumber(written string, f format, from float64) {
	if c.Text, c.Kind = written, NumberCell; written == "" {
		return
	}
	number, err := strconv.ParseFloat(written, 64)
	if err != nil || math.IsNaN(number) || math.IsInf(number, 0) {
		return
	}
	c.number, c.format, c.Text = number, f, exact(number)
	switch f.section(number).show {
	case showDay:
		if number += from; number >= 1 && number <= maxDays {
			c.number, c.Text, c.Kind = number, moment(number).Format(time.DateOnly), DayCell
		}
	case showDuration:
		if number >= 0 && number <= maxDays {
			c.Text, c.Kind = f.text(number, english), DurationCell
		}
		if number >= 1 && !f.section(number).elapsed() { // what is shown is the time of that day
			_, c.number = math.Modf(number)
		}
	case showPercent:
		c.Text, c.Kind = f.text(number, english), PercentCell
	}
}

// elapsed says whether a section shows more hours than a day has.
func (s section) elapsed() bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return t.elapsed })
}

// maxMerged is how many cells are looked at to fill those that are merged.
const maxMerged = 1_000_000

// fill puts what stands in the first of merged cells in the others.
func (r *rowReader) fill() {
	looked := 0
	at := func(number int) int {
		i, _ := slices.BinarySearchFunc(r.rows, number, func(row Row, number int) int { return cmp.Compare(row.Number, number) })
		return i
	}
	if !slices.IsSortedFunc(r.rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) }) {
		return // no program writes them so
	}
	for _, m := range r.merged {
		first := at(m.first)
		if first == len(r.rows) || r.rows[first].Number != m.first {
			continue
		}
		cell := r.rows[first].At(m.column)
		if cell.Text == "" {
			continue
		}
		for i := first + 1; i < len(r.rows) && r.rows[i].Number <= m.last; i++ {
			if looked++; looked > maxMerged {
				r.err = Fault{Code: "workbook-too-full"}
				return
			}
			cell.Row, cell.Copied = r.rows[i].Number, true
			r.insert(i, cell)
		}
	}
}

// insert puts a cell in its place in a row, unless one stands there.
func (r *rowReader) insert(i int, c Cell) {
	cells := r.rows[i].Cells
	at, found := slices.BinarySearchFunc(cells, c.Column, func(cell Cell, column int) int { return cmp.Compare(cell.Column, column) })
	if found {
		return
	}
	if r.filled++; r.filled > MaxCells {
		r.err = Fault{Code: "planfile-too-many-values", Limit: MaxCells}
		return
	}
	r.rows[i].Cells = slices.Insert(cells, at, c)
}
