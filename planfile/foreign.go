package planfile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// Foreign is a task overview that was not made by this program, as far as it was understood.
type Foreign struct {
	Sheet    string
	Headings int // the row in which the headings stand
	Columns  []ForeignColumn
	Rows     []ForeignRow
}

// ForeignColumn is a column and what it is taken for: title, who, when, group, relevance, hours, or note,
// which is also what becomes of a column whose heading says nothing.
type ForeignColumn struct {
	Letter, Heading, Field string

	column int
	bare   bool // what stands in it needs no heading to be understood
}

// ForeignRow is one task of such an overview: what it is called there, which task of the plan that is,
// and what was understood of the rest. Task is empty where it becomes an own task; whoever asks the user
// sets it, or LeaveOut.
type ForeignRow struct {
	Number    int // of the row in the sheet
	Title     string
	Task      string
	Certainty int     // in percent, of Task; of an own task the likeliest match
	Matches   []Match // what it might be, the likeliest first
	LeaveOut  bool

	Group         steps.GroupID // of an own task
	Relevance     steps.Relevance
	Horizon       steps.Horizon
	Hours         string // as in the plan file
	Owner, Backup string // names
	Note          string
}

// Sure says whether a row was taken for a task without doubt.
func (r ForeignRow) Sure() bool { return r.Task != "" && r.Certainty >= Sure }

// Unsure says whether a row might be a task of the list.
func (r ForeignRow) Unsure() bool { return !r.Sure() && len(r.Matches) > 0 }

// maxForeignNote keeps what is gathered into a note within bounds.
const maxForeignNote = 5000

// MaxForeignRows is how many rows an overview can have: more than a plan has tasks.
const MaxForeignRows = 1500

// DefaultGroup is the group of an own task of which nothing says where it belongs: nothing in the step
// plan follows from that group, while an owner of policy tasks must have a mandate.
const DefaultGroup = steps.AdministrativeTasks

// ReadForeign reads an overview that others made: it looks for a row of headings, and holds the titles
// under it against the tasks of the plan. Its errors are [Errors].
func ReadForeign(b *xlsx.Book, plan steps.Plan, texts *assets.Texts) (Foreign, error) {
	r := foreignReader{languages: bothLanguages(texts), plan: plan}
	sheet, headings, err := r.findHeadings(b)
	if err != nil {
		return Foreign{}, AsErrors(err)
	}
	if headings == nil {
		return Foreign{}, Errors{{code: "workbook-no-overview"}}
	}
	rows, err := b.Below(sheet, headings.Number)
	if err != nil {
		return Foreign{}, AsErrors(err)
	}
	if len(rows) > MaxForeignRows {
		return Foreign{}, Errors{{Path: sheet.Name, code: "workbook-too-many-rows", limit: strconv.Itoa(MaxForeignRows)}}
	}
	f := Foreign{Sheet: steps.CleanName(sheet.Name), Headings: headings.Number, Columns: r.columns(*headings)}
	r.read(&f, rows)
	if len(f.Rows) == 0 {
		return Foreign{}, Errors{{code: "workbook-no-overview"}}
	}
	r.match(&f)
	return f, nil
}

// foreignReader understands what others wrote.
type foreignReader struct {
	languages []*assets.Texts
	plan      steps.Plan
	group     steps.GroupID // of the section that is being read
}

// findHeadings is the row at the top of a sheet in which most headings are known: one of the tasks, and
// something more unless there is nothing more in it.
func (r *foreignReader) findHeadings(b *xlsx.Book) (sheet xlsx.Sheet, headings *xlsx.Row, err error) {
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

// columns are the columns with a heading; each field but the note is taken from one column.
func (r *foreignReader) columns(headings xlsx.Row) (columns []ForeignColumn) {
	type claim struct{ place, rank int }
	best := map[string]claim{}
	for _, c := range headings.Cells {
		field, rank := r.fieldOf(c.Text)
		column := ForeignColumn{xlsx.ColumnName(c.Column), steps.Quote(c.Text), cmp.Or(field, "note"), c.Column, field == "note"}
		if other, taken := best[field]; column.Field != "note" && taken {
			if other.rank <= rank {
				column.Field = "note"
			} else {
				columns[other.place].Field = "note"
			}
		}
		if column.Field != "note" {
			best[field] = claim{len(columns), rank}
		}
		columns = append(columns, column)
	}
	return columns
}

// fieldOrder is in which order fields are looked for in a heading: "wie doet deze taak" is about who.
var fieldOrder = []string{"relevance", "when", "who", "hours", "group", "title", "note"}

// fieldOf is what a heading is about, empty where it says nothing, and how far down the list of words the one stands that tells so.
func (r *foreignReader) fieldOf(heading string) (field string, rank int) {
	if len(heading) > steps.MaxName {
		return "", 0
	}
	text := plain(heading)
	for _, field := range fieldOrder {
		for _, t := range r.languages {
			if i := slices.IndexFunc(t.Workbook.Foreign.Headings[field], func(w assets.Text) bool { return has(text, string(w)) }); i >= 0 {
				return field, i
			}
		}
	}
	return "", 0
}

// plain is a text in small letters without accents, its words apart by single blanks, with a blank around.
func plain(text string) string { return " " + strings.ReplaceAll(steps.Slug(text), "-", " ") + " " }

// has says whether a word, or several in a row, stand in a plain text.
func has(text, word string) bool {
	return strings.Contains(text, plain(word)) && strings.TrimSpace(plain(word)) != ""
}

// read makes tasks of the rows; a row that only names a group begins a section.
func (r *foreignReader) read(f *Foreign, rows []xlsx.Row) {
	for _, row := range rows {
		if r.section(row) {
			continue
		}
		if task := r.task(f.Columns, row); task.Title != "" {
			f.Rows = append(f.Rows, task)
		}
	}
}

// section takes in a row in which one cell stands, that names a group.
func (r *foreignReader) section(row xlsx.Row) bool {
	if len(row.Cells) != 1 || len(row.Cells[0].Text) > steps.MaxName {
		return false
	}
	text := row.Cells[0].Text
	group := r.groupOf(text)
	if group == "" || len(strings.Fields(text)) > 5 || r.isTask(text) {
		return false
	}
	r.group = group
	return true
}

// isTask says whether a text is the very title of a task.
func (r *foreignReader) isTask(text string) bool {
	names := bookReader{languages: r.languages}
	for _, task := range r.plan.Tasks() {
		for _, name := range names.names(task) {
			if fold(name) == fold(text) {
				return true
			}
		}
	}
	return false
}

// groupOf is the group that a text names, empty where it names none or several.
func (r *foreignReader) groupOf(text string) (found steps.GroupID) {
	if len(text) > steps.MaxName {
		return ""
	}
	text = plain(text)
	for _, group := range steps.Groups {
		for _, t := range r.languages {
			named := has(text, t.Group(r.plan, group)) ||
				slices.ContainsFunc(t.Workbook.Foreign.Groups[group], func(w assets.Text) bool { return has(text, string(w)) })
			if named && found != "" && found != group {
				return ""
			}
			if named {
				found = group
			}
		}
	}
	return found
}

// task reads one row.
func (r *foreignReader) task(columns []ForeignColumn, row xlsx.Row) ForeignRow {
	t := ForeignRow{Number: row.Number, Group: cmp.Or(r.group, DefaultGroup)}
	var note []string
	for _, column := range columns {
		c := row.At(column.column)
		if steps.Blank(c.Text) || c.Kind == xlsx.FormulaCell || c.Kind == xlsx.ErrorCell {
			continue
		}
		switch {
		case r.understood(&t, column.Field, c):
		case column.bare:
			note = append([]string{cut(c.Text)}, note...)
		default:
			note = append(note, column.Heading+": "+cut(c.Text))
		}
	}
	t.Note = cut(strings.Join(note, "\n"))
	return t
}

// cut keeps a text within bounds.
func cut(text string) string {
	if len(text) > maxForeignNote {
		return strings.ToValidUTF8(text[:maxForeignNote], "") + "…"
	}
	return text
}

// understood takes a cell in, and says whether nothing of it is left to remember.
func (r *foreignReader) understood(t *ForeignRow, field string, c xlsx.Cell) (ok bool) {
	switch field {
	case "title":
		t.Title = title(c.Text)
		return t.Title == steps.CleanName(c.Text)
	case "who":
		return r.who(t, c.Text)
	case "when":
		t.Horizon = r.horizon(c)
		return t.Horizon != ""
	case "group":
		group := r.groupOf(c.Text)
		t.Group = cmp.Or(group, t.Group)
		return group != ""
	case "relevance":
		t.Relevance = r.relevance(c)
		return t.Relevance != ""
	case "hours":
		hours, ok := c.Number()
		if value, err := steps.ParseDecimal(hours); ok && err == nil && value >= 0 && value <= steps.MaxTaskHours && value%steps.Tenths(1) == 0 {
			t.Hours = hours
		}
		return t.Hours != ""
	}
	return false
}

// title is a text as the title of a task can be.
func title(text string) string {
	text = steps.CleanName(text)
	if len(text) <= steps.MaxName {
		return text
	}
	if letters := []rune(text[:min(len(text), 5*steps.MaxName)]); len(letters) > steps.MaxName {
		return string(letters[:steps.MaxName-1]) + "…"
	}
	return text
}
