// Package lists reads task overviews that were not made by this program. It recognises the headings, finds for each row
// the task that it may be, and makes changes of what was confirmed.
package lists

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/match"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// List is a task overview that was not made by this program, as far as it was understood.
type List struct {
	Sheet    string
	Headings int // the number of the row of the headings
	Columns  []Column
	Rows     []Row
}

// Column is a column and what it is taken for: title, who, when, group, relevance, hours, or note, which is also what
// becomes of a column whose heading says nothing.
type Column struct {
	Letter, Heading, Field string

	number int
	isNote bool // by its heading
}

// Row is one task of such an overview: what it is called there, which task of the plan that is, and what was understood
// of the rest. Task is empty where it becomes an own task; whoever asks the user sets it, or LeaveOut.
type Row struct {
	Number    int // of the row in the sheet
	Title     string
	Task      string
	Certainty int           // in percent, of Task; of an own task the likeliest match
	Matches   []match.Match // what it might be, the likeliest first
	LeaveOut  bool

	Group         steps.GroupID // of an own task
	Relevance     steps.Relevance
	Horizon       steps.Horizon
	Hours         *steps.Decimal
	Owner, Backup string // names
	Note          string
}

// Sure says whether a row was taken for a task without doubt.
func (r Row) Sure() bool { return r.Task != "" && r.Certainty >= Sure }

// Unsure says whether a row might be a task of the list.
func (r Row) Unsure() bool { return !r.Sure() && len(r.Matches) > 0 }

// MaxRows is how many rows an overview can have: more than a plan has tasks.
const MaxRows = 1500

const (
	// maxNote is how many bytes of the cells of a row are kept as its note.
	maxNote = 5000
	// defaultGroup is the group of an own task of which nothing says where it belongs: nothing in the step plan follows
	// from that group, while an owner of policy tasks must have a mandate.
	defaultGroup = steps.AdministrativeTasks
)

// Read looks in a workbook for a row of headings, and compares the titles under it with the tasks of the plan. Its errors
// are [planfile.Errors].
func Read(b *xlsx.Book, plan steps.Plan, texts *assets.Texts) (List, error) {
	r := reader{languages: planfile.Languages(texts.For(plan.School.Level)), plan: plan}
	sheet, headings, err := r.findHeadings(b)
	if err != nil {
		return List{}, planfile.AsErrors(err)
	}
	if headings == nil {
		return List{}, noOverview
	}
	rows, err := b.Below(sheet, headings.Number)
	if err != nil {
		return List{}, planfile.AsErrors(err)
	}
	if len(rows) > MaxRows {
		return List{}, planfile.Errors{planfile.NewProblem(sheet.Name, 0, "workbook-too-many-rows", "", strconv.Itoa(MaxRows))}
	}
	list := List{Sheet: steps.CleanName(sheet.Name), Headings: headings.Number, Columns: r.columns(*headings)}
	list.Rows = r.rows(list.Columns, rows)
	if len(list.Rows) == 0 {
		return List{}, noOverview
	}
	matchRows(match.New(plan, r.languages), list.Rows)
	return list, nil
}

var noOverview = planfile.Errors{planfile.NewProblem("", 0, "workbook-no-overview", "", "")}

// reader finds out what others meant.
type reader struct {
	languages []*assets.Texts
	plan      steps.Plan
}

// findHeadings returns the row at the top of a sheet in which most headings are known, or nil: one of them is that of the
// tasks, and there is another unless the row holds nothing else.
func (r *reader) findHeadings(b *xlsx.Book) (sheet xlsx.Sheet, headings *xlsx.Row, err error) {
	most := 0
	for _, s := range b.Sheets {
		head, err := b.Head(s)
		if err != nil {
			return sheet, nil, err
		}
		for _, row := range head {
			fields := map[string]bool{}
			for _, c := range r.columns(row) {
				fields[c.Field] = true
			}
			delete(fields, "note")
			enough := fields["title"] && (len(fields) > 1 || len(row.Cells) == 1)
			if enough && len(fields) > most {
				sheet, headings, most = s, &row, len(fields)
			}
		}
	}
	return sheet, headings, nil
}

// columns are the columns with a heading. Of several about the same field, the one with the most telling word is taken for
// it; the others become notes.
func (r *reader) columns(headings xlsx.Row) (columns []Column) {
	type choice struct{ index, rank int }
	best := map[string]choice{}
	for _, c := range headings.Cells {
		field, rank := r.fieldOf(c.Text)
		column := Column{xlsx.ColumnName(c.Column), steps.Quote(c.Text), cmp.Or(field, "note"), c.Column, field == "note"}
		if other, taken := best[field]; column.Field != "note" && taken {
			if other.rank <= rank {
				column.Field = "note"
			} else {
				columns[other.index].Field = "note"
			}
		}
		if column.Field != "note" {
			best[field] = choice{len(columns), rank}
		}
		columns = append(columns, column)
	}
	return columns
}

// fieldOrder is in which order fields are looked for in a heading: "wie doet deze taak" is about who.
var fieldOrder = []string{"relevance", "when", "who", "hours", "group", "title", "note"}

// fieldOf returns the field that a heading is about, empty where it says nothing, and the index of the word that tells so.
func (r *reader) fieldOf(heading string) (field string, rank int) {
	if len(heading) > steps.MaxName {
		return "", 0
	}
	for _, field := range fieldOrder {
		if i := r.index(func(w assets.ListTexts) []assets.Text { return w.Headings[field] }, isIn(heading)); i >= 0 {
			return field, i
		}
	}
	return "", 0
}

// rows makes tasks of rows; one that only names a group begins a section.
func (r *reader) rows(columns []Column, rows []xlsx.Row) (list []Row) {
	group, tasks := defaultGroup, planfile.TasksByName(r.plan, r.languages)
	for _, row := range rows {
		if section := r.sectionOf(row); section != "" && tasks[planfile.Fold(row.Cells[0].Text)] == nil {
			group = section
		} else if task := r.row(columns, row, group); task.Title != "" {
			list = append(list, task)
		}
	}
	return list
}

// sectionOf returns the group that a row names in its only cell, in a few words.
func (r *reader) sectionOf(row xlsx.Row) steps.GroupID {
	if len(row.Cells) != 1 || len(strings.Fields(row.Cells[0].Text)) > 5 {
		return ""
	}
	return r.groupOf(row.Cells[0].Text)
}

// row reads one row. What a column's field cannot say of a task becomes part of its note, after the heading.
func (r *reader) row(columns []Column, row xlsx.Row, group steps.GroupID) Row {
	t := Row{Number: row.Number, Group: group}
	var note []string
	for _, column := range columns {
		c := row.At(column.number)
		if c.Text == "" || c.Kind == xlsx.FormulaCell || c.Kind == xlsx.ErrorCell {
			continue
		}
		switch {
		case r.readCell(&t, column.Field, c):
		case column.isNote:
			note = slices.Insert(note, 0, cut(c.Text))
		default:
			note = append(note, column.Heading+": "+cut(c.Text))
		}
	}
	t.Note = cut(strings.Join(note, "\n"))
	return t
}

// cut shortens a text to what a note may hold.
func cut(text string) string {
	if len(text) > maxNote {
		return strings.ToValidUTF8(text[:maxNote], "") + "…"
	}
	return text
}

// readCell reads a cell into the field of a row, and says whether that field keeps all of the cell.
func (r *reader) readCell(t *Row, field string, c xlsx.Cell) (complete bool) {
	switch field {
	case "title":
		whole := steps.CleanName(c.Text)
		t.Title = planfile.Shorten(whole, steps.MaxName)
		return t.Title == whole
	case "who":
		t.Owner, t.Backup, complete = r.namesIn(c.Text)
		return complete
	case "when":
		t.Horizon = r.horizonOf(c)
		return t.Horizon != ""
	case "group":
		group := r.groupOf(c.Text)
		t.Group = cmp.Or(group, t.Group)
		return group != ""
	case "relevance":
		t.Relevance = r.relevanceOf(c)
		return t.Relevance != ""
	case "hours":
		t.Hours = hoursOf(c)
		return t.Hours != nil
	}
	return false
}
