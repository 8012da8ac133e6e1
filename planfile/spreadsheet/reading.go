package spreadsheet

import (
	"slices"

	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// Reading is what a workbook says, as far as it was understood.
type Reading struct {
	Changes []steps.Change  // that make the plan what it says, to be recorded as one entry
	Bad     planfile.Errors // the cells that cannot be, as Taken!F17; what each is about stays as it is in the plan. Nil where there are none
	Doubts  []Doubt         // that were not settled yet: what each is about counts as bad, a title as that of an own task
	Unread  []Unread        // what stands in the workbook and was not looked at
	There   int             // the rows that were in the plan already without saying so, and that are not added once more
}

// DoubtKind is what is not sure.
type DoubtKind string

// The doubts that there can be.
const (
	WhoIsMeant   DoubtKind = "who"  // the choices are members' ids
	WhichTask    DoubtKind = "task" // ids of tasks
	WhichHorizon DoubtKind = "when" // values of the field horizon
	DaysThisYear DoubtKind = "days" // the same, of all days in the present school year together; the question has no text
)

// Question is what a person settles at once for the whole workbook: what a text means.
type Question struct {
	Kind DoubtKind
	Text string // as planfile.Fold makes it
}

// Doubt is a text of which only a person can say what it means.
type Doubt struct {
	Question
	Said    string   // the text as it stands there
	Cells   []string // where, as Taken!F17
	Choices []Choice // what it may mean, the likeliest first
	// Proposed is the id of what it most likely means; empty where none is likely enough.
	Proposed string
}

// Choice is something that a text may mean: a member, a task or a term.
type Choice struct {
	ID   string // or the value of a field
	Name string // in the reader's language
}

// Meanings are what a person said that texts mean: for each question the id of one of its choices, or nothing where it is none of these.
type Meanings map[Question]string

// Unread is a column that was not understood, cells that are worked out and were typed over, or a sheet as a whole, in which
// something stands.
type Unread struct {
	Sheet   string
	Column  string   // its letter; empty for cells and for the whole sheet
	Heading string   // as it stands there; it can be empty
	Cells   []string // as C3
}

// settled returns what a person said a text means, empty for none of the choices. Where nobody was asked yet it becomes a
// doubt, and asked is false.
func (r *reader) settled(kind DoubtKind, t *table, c xlsx.Cell, choices []Choice, proposed string) (meant string, asked bool) {
	question := Question{kind, planfile.Fold(c.Text)}
	if kind == DaysThisYear {
		question.Text = ""
	}
	if meant, asked = r.said[question]; asked {
		return meant, true
	}
	same := func(d Doubt) bool { return d.Question == question }
	i := slices.IndexFunc(r.doubts, same)
	if i < 0 {
		i = len(r.doubts)
		r.doubts = append(r.doubts, Doubt{Question: question, Said: steps.CleanName(c.Text), Choices: choices, Proposed: proposed})
	}
	if place := t.place(c); !slices.Contains(r.doubts[i].Cells, place) {
		r.doubts[i].Cells = append(r.doubts[i].Cells, place)
	}
	return "", false
}
