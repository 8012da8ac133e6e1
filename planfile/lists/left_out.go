package lists

import "stappenplan/steps"

// Part is a kind of thing in a list of which no task is made.
type Part string

// The parts, in the order in which they are told. Those with a note can be taken in by [Choices.With], those of hidden sheets
// and columns by naming them.
const (
	HiddenSheets   Part = "hidden-sheets"
	OtherSheets    Part = "other-sheets" // that hold a list of another shape, or of another year
	HiddenColumns  Part = "hidden-columns"
	HiddenRows     Part = "hidden-rows"   // can be taken in
	StruckOut      Part = "struck-out"    // can be taken in: cells of which a text is struck out
	Totals         Part = "totals"        // can be taken in: rows that add up others
	HeadingsAgain  Part = "headings"      // rows that repeat the headings
	WithoutTask    Part = "without-task"  // rows that hold something, but no title
	WithoutReading Part = "unreadable"    // cells with a fault, or with a formula of which the result is not in the file
	AsideColumns   Part = "aside"         // columns of which nothing is made
	Joined         Part = "joined"        // rows with a task that another person has as well, which are one task
	OtherUnits     Part = "units"         // cells with hours of another unit, which go with the note
	WithoutHours   Part = "without-hours" // cells that should hold hours and hold something else, which go with the note
)

var parts = []Part{HiddenSheets, OtherSheets, HiddenColumns, HiddenRows, StruckOut, Totals, HeadingsAgain, WithoutTask, WithoutReading, AsideColumns, Joined, OtherUnits, WithoutHours}

// Optional are the parts that can be taken in by [Choices.With].
var Optional = []Part{HiddenRows, StruckOut, Totals}

// LeftOut is what was left out of one kind.
type LeftOut struct {
	Part  Part
	Names []string // of sheets, columns, rows or cells
}

// counts gathers what is left out.
type counts struct {
	names map[Part][]string
	seen  map[leftOutName]bool
}

// leftOutName is one thing that is left out.
type leftOutName struct {
	part Part
	name string
}

func (c *counts) add(part Part, name string) {
	if c.names == nil {
		c.names, c.seen = map[Part][]string{}, map[leftOutName]bool{}
	}
	one := leftOutName{part, steps.CleanName(name)}
	if !c.seen[one] {
		c.seen[one] = true
		c.names[part] = append(c.names[part], one.name)
	}
}

func (c *counts) list() (all []LeftOut) {
	for _, part := range parts {
		if len(c.names[part]) > 0 {
			all = append(all, LeftOut{part, c.names[part]})
		}
	}
	return all
}
