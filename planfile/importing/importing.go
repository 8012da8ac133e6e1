// Package importing is one import of a file into a plan: what the file is, what was understood of it, and what a person decides about
// that. It is state and decisions alone, without a disk, a terminal or a screen, so that the command, the conversation line by line
// and the screens are about the same import. An [Import] is a value: a decision gives another one.
package importing

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// Kind is what a file is.
type Kind int

// The kinds of files.
const (
	PlanFile    Kind = iota // a whole plan, in JSON or YAML
	OurWorkbook             // a spreadsheet that this program wrote
	OtherList               // a task overview that others made
)

// File is a file that was opened, and not yet held against a plan.
type File struct {
	Name string // as it was named
	plan planfile.File
	book *xlsx.Book // nil where it is a plan file
}

// Open opens a file by what it holds. A text without headings that is no plan file is a list where its name says that it is text, or where
// choices say what its columns are; with a catalogue of one's own only a plan file will do. Its errors are [planfile.Errors].
func Open(name string, data []byte, own *steps.Catalogue, texts *assets.Texts, choices lists.Choices) (f File, err error) {
	f.Name = name
	switch {
	case own != nil:
	case xlsx.IsWorkbook(data):
		f.book, err = planfile.OpenWorkbook(data)
		return f, err
	default:
		if f.book, err = lists.OpenText(filepath.Base(name), data, texts); err != nil || f.book != nil {
			return f, err
		}
	}
	if f.plan, err = planfile.Decode(data, assets.Definitions(), own); err == nil || own != nil {
		return f, err
	}
	ending := strings.ToLower(filepath.Ext(name))
	if len(choices.Columns) > 0 || slices.Contains(textEndings, ending) {
		if book, bad := lists.OpenRows(filepath.Base(name), data); bad != nil || book != nil {
			return File{Name: name, book: book}, bad
		}
	}
	wrong, _ := errors.AsType[planfile.Errors](err)
	if slices.Contains(whatever, wrong.Code()) || lists.IsPlan(data) || slices.Contains(planEndings, ending) {
		return f, err
	}
	return f, neither
}

// Endings of text that a person takes for a list, also where no heading says so, and those of a plan file.
var (
	textEndings = []string{".csv", ".tsv", ".txt"}
	planEndings = []string{".json", ".yaml", ".yml"}
)

// whatever are what can be wrong with a file whatever it was meant to be.
var whatever = []string{"planfile-blank", "planfile-too-many-values", "planfile-too-deep"}

// neither says of a file that it is no plan file and no list.
var neither = planfile.Errors{planfile.NewProblem("", 0, "import-neither", "", "")}

// HasRows says whether a file stands in rows and columns.
func (f File) HasRows() bool { return f.book != nil }

// Ground is what a file is read against: the plan it comes into, the reader's words, and the day.
type Ground struct {
	Plan  steps.Plan
	Texts *assets.Texts
	Today steps.Date
}

// Import is a file that comes into a plan, as far as it was understood, and what was decided about it.
type Import struct {
	File
	Ground
	Kind    Kind
	List    lists.List           // of another list: as it was read, without what was decided
	Reading spreadsheet.Reading  // of our workbook
	Doubts  []spreadsheet.Doubt  // that there were in it, settled or not
	Choices lists.Choices        // how a list is read
	said    spreadsheet.Meanings // what was settled of our workbook
	decided map[rowID]Becomes    // of the rows of a list
	asked   bool                 // somebody sees what is proposed: see Begin
	seen    bool                 // somebody went through it: see Seen
}

// Read holds a file against a plan. Where choices say something of a list, a spreadsheet is read as one. Its errors are
// [planfile.Errors]; that no table of tasks was found is none: see Known.
func (f File) Read(on Ground, choices lists.Choices) (Import, error) {
	return Import{File: f, Ground: on, Choices: choices}.first()
}

// Begin opens a file and reads it into a plan, before a person who sees what is proposed: what is not decided otherwise becomes that.
// Its errors are [planfile.Errors].
func Begin(name string, data []byte, on Ground) (Import, error) {
	f, err := Open(name, data, nil, on.Texts, lists.Choices{})
	if err != nil {
		return Import{}, err
	}
	return Import{File: f, Ground: on, asked: true}.first()
}

// Talk opens a file and reads it into a plan, before a person who hears what was read, and is asked about each doubt. Its errors are [planfile.Errors].
func Talk(name string, data []byte, on Ground) (Import, error) {
	f, err := Open(name, data, nil, on.Texts, lists.Choices{})
	if err != nil {
		return Import{}, err
	}
	return f.Read(on, lists.Choices{})
}

// Seen is the import after somebody went through it. What that person did not say otherwise is confirmed, and remembered.
func (i Import) Seen() Import {
	i.seen = true
	return i
}

// Known says whether it is known of a list which of its columns holds the tasks.
func (i Import) Known() bool { return len(i.List.Rows) > 0 }

// first finds out what a file is, and reads it.
func (i Import) first() (Import, error) {
	if i.book == nil {
		return i, nil
	}
	if i.Choices.None() {
		i.Kind = OurWorkbook
		if read, err := i.read(); !errors.Is(err, spreadsheet.ErrNotOurs) {
			return read, err
		}
	}
	i.Kind = OtherList
	return i.read()
}

// On is the same import into a plan that may have changed since.
func (i Import) On(plan steps.Plan) (Import, error) {
	i.Plan = plan
	return i.read()
}

// Choosing reads a list again with other choices. What was decided of its rows stays.
func (i Import) Choosing(choose func(*lists.Choices)) (Import, error) {
	i.Choices = i.Choices.Clone()
	choose(&i.Choices)
	return i.read()
}

// read reads the file with what was decided.
func (i Import) read() (_ Import, err error) {
	switch i.Kind {
	case OtherList:
		i.List, err = lists.Read(i.book, i.Plan, i.Texts, i.Today, i.Choices)
		if lists.NotFound(err) {
			if unknown := lists.Unrecognised(i.book, i.Texts, i.Choices); len(unknown.Tables) > 0 {
				i.List, err = unknown, nil
			}
		}
	case OurWorkbook:
		err = i.readOurs()
	}
	return i, err
}

// readOurs reads our workbook until there is no doubt left that is settled by what is proposed.
func (i *Import) readOurs() (err error) {
	said := spreadsheet.Meanings{}
	maps.Copy(said, i.said)
	for {
		if i.Reading, err = spreadsheet.Decode(i.book, i.Plan, i.Texts, i.Today, said); err != nil {
			return err
		}
		for _, d := range i.Reading.Doubts {
			if !slices.ContainsFunc(i.Doubts, func(before spreadsheet.Doubt) bool { return before.Question == d.Question }) {
				i.Doubts = append(slices.Clip(i.Doubts), d)
			}
			said[d.Question] = d.Proposed
		}
		if !i.asked || len(i.Reading.Doubts) == 0 {
			return nil
		}
	}
}

// Settle says what a text in our workbook means: the id of a choice, or nothing for none of them.
func (i Import) Settle(q spreadsheet.Question, meant string) (Import, error) {
	said := spreadsheet.Meanings{q: meant}
	for question, before := range i.said {
		if question != q {
			said[question] = before
		}
	}
	i.said = said
	return i.read()
}

// Means is what a text in our workbook was said to mean, or is proposed to; settled says whether somebody said so.
func (i Import) Means(d spreadsheet.Doubt) (meant string, settled bool) {
	if meant, settled = i.said[d.Question]; settled {
		return meant, true
	}
	return d.Proposed, false
}

// AsksAnything says whether there is something in our workbook that a person has to look at before its changes.
func (i Import) AsksAnything() bool {
	return i.Kind == OurWorkbook && (len(i.Doubts) > 0 || i.Reading.Bad != nil || len(i.Reading.Unread) > 0)
}

// Changes are those that the import makes, to be recorded as one entry. Its errors are [planfile.Errors].
func (i Import) Changes() ([]steps.Change, error) {
	switch i.Kind {
	case PlanFile:
		return i.plan.Changes(i.Plan)
	case OurWorkbook:
		return i.Reading.Changes, nil
	}
	list := i.List
	list.Rows, list.Seen = slices.Clone(list.Rows), i.asked || i.seen
	for at, becomes := range i.Outcome() {
		list.Rows[at].Become(becomes.Task, becomes.LeftOut)
	}
	return list.Changes(i.Plan)
}
