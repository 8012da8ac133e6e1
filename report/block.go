package report

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
)

// Block is one piece of a section: a [Paragraph], [Heading], [List], [Table], [Said], [Room], [Walk], [Hours], [Bars] or
// a [Chart].
type Block interface{ block() }

// Paragraph is one or more sentences on one line.
type Paragraph string

// Heading is a heading below that of the section.
type Heading string

// List is a list of items.
type List struct {
	Numbered bool
	Items    []Item
}

// Item is one item of a list: what it is about, what there is to say of it, and what people wrote. One
// of the three can be all there is.
type Item struct {
	Lead string // stands out
	Text string
	Said []Said
}

// Said is what someone wrote, with its line ends. The label says what it is.
type Said struct {
	Label string
	Text  string
}

// Before is the label to write before the text: with a colon, unless it is a question.
func (s Said) Before() string {
	if strings.HasSuffix(s.Label, "?") {
		return s.Label
	}
	return s.Label + ":"
}

// Room is room to write in by hand: lines after a label that says what belongs there.
type Room struct {
	Label string
	Lines int
}

// Table is a table; every row has as many cells as there are columns, and a cell is one line.
type Table struct {
	Columns []Column
	Rows    [][]string
}

// Column is a column of a table.
type Column struct {
	Title  string
	Number bool // to be aligned on the right
	// Room is how many letters there is room for where the cells, being empty, are filled in by hand.
	Room int
}

// Titles are the titles of the columns.
func (t Table) Titles() []string { return each(t.Columns, func(c Column) string { return c.Title }) }

// filled is a table without the columns in which no row has anything.
func (t Table) filled() Table {
	empty := func(column int) bool {
		return !slices.ContainsFunc(t.Rows, func(row []string) bool { return row[column] != "" })
	}
	kept := Table{Rows: make([][]string, len(t.Rows))}
	for i, column := range t.Columns {
		if empty(i) {
			continue
		}
		kept.Columns = append(kept.Columns, column)
		for n, row := range t.Rows {
			kept.Rows[n] = append(kept.Rows[n], row[i])
		}
	}
	return kept
}

// ToWriteIn says whether something of the table is filled in by hand, so that its rows are high enough for that.
func (t Table) ToWriteIn() bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Room > 0 })
}

// Walk is where the school stands on the eight steps.
type Walk struct {
	Columns [3]string // titles: number, name, state
	Steps   []WalkStep
}

// WalkStep is one step of a walk.
type WalkStep struct {
	Number int
	Name   string
	State  string // in words
	InFull string // the same, with that the school stands here where it does
	Mark   Mark   // the same as a sign, for a format that draws one
	Here   bool   // the school stands here
}

// Mark is the state of a step as a sign.
type Mark string

// The marks.
const (
	MarkDone    Mark = "done"    // behind us
	MarkNo      Mark = "no"      // a no that stops the school
	MarkOpen    Mark = "open"    // begun, to be discussed, or to be confirmed
	MarkAhead   Mark = "ahead"   // filled in before the path came there
	MarkWaiting Mark = "waiting" // nothing yet
)

// Hours sets hours that are asked beside hours that there are; a format may draw them as bars.
type Hours struct {
	Columns [3]string // titles: whose, asked, there are
	Short   string    // the word for what is asked beyond what there is; empty where that is nothing
	Lines   []HoursLine
}

// HoursLine is one line of hours: the school's, or a member's.
type HoursLine struct {
	Label     string
	Asked     Amount
	Available Amount
}

// Amount is a number with how it is written; Known is false where nobody filled it in, or not all of it.
type Amount struct {
	Value steps.Decimal
	Known bool
	Text  string
}

// Bars counts things of a few kinds by what they belong to; a format may draw them as bars.
type Bars struct {
	Legend []string // the kinds
	Lines  []BarsLine
}

// BarsLine is one line of counts: as many as there are kinds, in their order.
type BarsLine struct {
	Label  string
	Counts []int
}

// Figure is a block that can be drawn, and says the same as a table.
type Figure interface {
	Block
	Drawing() Drawing
	Table() Table
}

// Table is the same in words.
func (w Walk) Table() Table {
	t := Table{Columns: []Column{{Title: w.Columns[0], Number: true}, {Title: w.Columns[1]}, {Title: w.Columns[2]}}}
	for _, s := range w.Steps {
		t.Rows = append(t.Rows, []string{strconv.Itoa(s.Number), s.Name, s.InFull})
	}
	return t
}

// Table is the same in numbers.
func (h Hours) Table() Table {
	t := Table{Columns: []Column{{Title: h.Columns[0]}, {Title: h.Columns[1], Number: true}, {Title: h.Columns[2], Number: true}}}
	for _, l := range h.Lines {
		t.Rows = append(t.Rows, []string{l.Label, l.Asked.Text, l.Available.Text})
	}
	return t
}

// Table is the same in numbers.
func (b Bars) Table() Table {
	t := Table{Columns: []Column{{}}}
	for _, kind := range b.Legend {
		t.Columns = append(t.Columns, Column{Title: kind, Number: true})
	}
	for _, l := range b.Lines {
		t.Rows = append(t.Rows, append([]string{l.Label}, l.numbers()...))
	}
	return t
}

func (Paragraph) block() {}
func (Heading) block()   {}
func (List) block()      {}
func (Table) block()     {}
func (Said) block()      {}
func (Room) block()      {}
func (Walk) block()      {}
func (Hours) block()     {}
func (Bars) block()      {}
