package importing

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

// What there is to say of an import, in the reader's words: the same wherever it is said.

// Place is where a row of a list stands: its number, after its sheet where there are several.
func (i Import) Place(r lists.Row) string {
	several := slices.ContainsFunc(i.List.Tables, func(t lists.Table) bool { return t.Sheet != i.List.Tables[0].Sheet })
	if several {
		return r.Sheet + "!" + strconv.Itoa(r.Number)
	}
	return strconv.Itoa(r.Number)
}

// Sheets says where the rows of a list were read, a line a sheet.
func (i Import) Sheets() (lines []string) {
	words := i.Texts.Workbook.List
	for _, t := range i.List.Tables {
		line := words.TookBare.Fill("sheet", t.Sheet)
		if t.Headings > 0 {
			line = words.Took.Fill("sheet", t.Sheet, "row", t.Headings)
		}
		if is, named := words.SheetIs[string(t.Named)]; named {
			line += " " + is.Fill("sheet", t.Sheet)
		}
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// Columns are those of a list, each told once, with where they differ from sheet to sheet those of every sheet.
func (i Import) Columns() (columns []lists.Column) {
	for _, t := range i.List.Tables {
		for _, c := range t.Columns {
			same := func(other lists.Column) bool {
				return other.Letter == c.Letter && other.Heading == c.Heading && other.Field == c.Field && other.Evidence == c.Evidence
			}
			if !slices.ContainsFunc(columns, same) {
				columns = append(columns, c)
			}
		}
	}
	return columns
}

// ColumnExample is an example of how one says what columns are, of the first ones that there are.
func (i Import) ColumnExample() string {
	var letters, said []string
	for _, c := range i.Columns() {
		if !slices.Contains(letters, c.Letter) {
			letters = append(letters, c.Letter)
		}
	}
	for n, meaning := range i.Texts.Workbook.List.ColumnExample[:min(len(letters), len(i.Texts.Workbook.List.ColumnExample))] {
		said = append(said, letters[n]+"="+string(meaning))
	}
	return strings.Join(said, " ")
}

// Heading is that of a column.
func (i Import) Heading(c lists.Column) string {
	return cmp.Or(c.Heading, string(i.Texts.Workbook.List.NoTitle))
}

// Field is what a column is taken for.
func (i Import) Field(c lists.Column) string {
	field := string(i.Texts.Workbook.List.Fields[string(c.Field)])
	if unit, other := i.Texts.Workbook.List.Unit[string(c.Unit)]; other {
		return unit.Fill("field", field)
	}
	return field
}

// Evidence is how sure it is what a column is.
func (i Import) Evidence(c lists.Column) string {
	return string(i.Texts.Workbook.List.Evidence[c.Evidence])
}

// LeftOut says what was left out of a kind, counted and named.
func (i Import) LeftOut(o lists.LeftOut) string {
	const shown = 8
	names := strings.Join(o.Names[:min(shown, len(o.Names))], ", ")
	if len(o.Names) > shown {
		names += ", …"
	}
	return i.Texts.Workbook.List.Left[string(o.Part)].For(len(o.Names), "names", names)
}

// Fault says the first thing that is wrong with a file, and how many more there are.
func Fault(err error, texts *assets.Texts) string {
	said := texts.Error(err)
	var several interface{ Count() int }
	if errors.As(err, &several) && several.Count() > 1 {
		said += " " + texts.Importing.MoreProblems.For(several.Count()-1)
	}
	return said
}

// WithoutHours says which hours of a list could not be read, and so go with the note; it is empty where all could.
func (i Import) WithoutHours() string {
	for _, o := range i.List.LeftOut {
		if o.Part == lists.WithoutHours {
			return assets.Capital(i.LeftOut(o))
		}
	}
	return ""
}

// Offer is something that a list says otherwise than a plan does, and that is taken over only by consent: what it is, and for each of its
// rows what it comes to.
type Offer struct {
	Kind  OfferKind
	Lines []string
}

// OfferKind is what an offer is about.
type OfferKind string

// The kinds of offers.
const (
	Units      OfferKind = "units"      // hours that are not hours a week
	Priorities OfferKind = "priorities" // that may be terms
	Days       OfferKind = "days"       // in this school year, that may be a term
)

// Offers are those that a list has, also where they are agreed to already.
func (i Import) Offers() (offers []Offer) {
	units, priorities, days := Offer{Kind: Units}, Offer{Kind: Priorities}, Offer{Kind: Days}
	words := i.Texts.Workbook.List
	for _, r := range i.List.Rows {
		horizon := i.Texts.Value("horizon", string(r.Priority))
		if r.Converted != nil {
			units.Lines = append(units.Lines, words.Converted.Fill("row", i.Place(r), "title", r.Title, "hours", i.Texts.Number(*r.Converted)))
		}
		if r.Priority != "" && (r.Horizon == "" || i.Choices.Priorities) {
			priorities.Lines = append(priorities.Lines, words.Priority.Fill("row", i.Place(r), "title", r.Title, "horizon", horizon))
		}
		if r.Day != "" {
			days.Lines = append(days.Lines, words.Priority.Fill("row", i.Place(r), "title", r.Title, "horizon", i.Texts.Date(r.Day)))
		}
	}
	for _, o := range []Offer{units, priorities, days} {
		if len(o.Lines) > 0 {
			offers = append(offers, o)
		}
	}
	return offers
}

// Agreed says whether an offer is taken over.
func (i Import) Agreed(kind OfferKind) bool {
	return map[OfferKind]bool{Units: i.Choices.Convert, Priorities: i.Choices.Priorities, Days: i.Choices.Days}[kind]
}

// Agree takes an offer over, or no longer.
func (i Import) Agree(kind OfferKind, agreed bool) (Import, error) {
	return i.Choosing(func(c *lists.Choices) {
		switch kind {
		case Units:
			c.Convert = agreed
		case Priorities:
			c.Priorities = agreed
		case Days:
			c.Days = agreed
		}
	})
}

// Person says who somebody of a list is, behind the name.
func (i Import) Person(p lists.Person) string {
	words := i.Texts.Workbook.List
	var said []string
	switch {
	case !p.Joins:
		said = append(said, string(words.PersonNoted))
	case p.Member == "":
		said = append(said, string(words.PersonNew))
	}
	if p.Role != "" {
		said = append(said, i.Texts.Value("role", string(p.Role)))
	}
	if p.Likely != "" {
		said = append(said, words.PersonLikely.Fill("name", p.Likely))
	}
	if len(p.Spellings) > 0 {
		said = append(said, words.PersonAlso.Fill("names", strings.Join(p.Spellings, ", ")))
	}
	return strings.Join(said, " · ")
}

// Row says where a row of a list stands and where it goes.
func (i Import) Row(at int, becomes Becomes) string {
	words, r := i.Texts.Workbook.List, i.List.Rows[at]
	switch {
	case becomes.LeftOut:
		return words.RowOut.Fill("row", i.Place(r), "title", r.Title)
	case becomes.Task == "":
		return words.OwnTask.Fill("row", i.Place(r), "title", r.Title, "group", i.Texts.Group(i.Plan, r.OwnGroup()))
	case len(r.Matches) > 0 && r.Matches[0].Task == becomes.Task:
		return words.Match.Fill("row", i.Place(r), "title", r.Title, "task", i.Texts.TaskName(i.Plan, becomes.Task), "certainty", i.Texts.WholePercent(r.Matches[0].Certainty))
	}
	return words.MatchFound.Fill("row", i.Place(r), "title", r.Title, "task", i.Texts.TaskName(i.Plan, becomes.Task))
}

// Taken says which other row is a task already, where the rows become this; it is empty where there is none.
func (i Import) Taken(outcome []Becomes, at int, task string) string {
	if other, is := Holder(outcome, at, task); is {
		return i.Texts.Importing.Taken.Fill("row", i.Place(i.List.Rows[other]))
	}
	return ""
}

// Takes says what choosing a task for a row does to the other row that is it now; it is empty where there is none.
func (i Import) Takes(outcome []Becomes, at int, task string) string {
	other, is := Holder(outcome, at, task)
	if !is {
		return ""
	}
	words, holder := i.Texts.Importing, i.List.Rows[other]
	if i.Decided(holder) {
		return words.TakesChosen.Fill("row", i.Place(holder))
	}
	return words.Takes.Fill("row", i.Place(holder))
}

// Rival says which other row is the task that a row looks like most, where it becomes an own task itself; it is empty where there is none.
func (i Import) Rival(outcome []Becomes, at int) string {
	r := i.List.Rows[at]
	if outcome[at] != (Becomes{}) || len(r.Matches) == 0 {
		return ""
	}
	task := r.Matches[0].Task
	if other, is := Holder(outcome, at, task); is {
		return i.Texts.Importing.Rival.Fill("row", i.Place(i.List.Rows[other]), "task", i.Texts.TaskName(i.Plan, task))
	}
	return ""
}

// Displaced says of each row that had a task before, and has not any more because another row is it now, what becomes of it.
func (i Import) Displaced(before Import) (lines []string) {
	had := map[rowID]string{}
	for at, becomes := range before.Outcome() {
		had[idOf(before.List.Rows[at])] = becomes.Task
	}
	outcome := i.Outcome()
	for at, r := range i.List.Rows {
		task := had[idOf(r)]
		if other, is := Holder(outcome, at, task); is && outcome[at] == (Becomes{}) && !i.Decided(r) {
			lines = append(lines, i.Texts.Importing.Displaced.Fill("row", i.Place(r), "other", i.Place(i.List.Rows[other]), "task", i.Texts.TaskName(i.Plan, task)))
		}
	}
	return lines
}

// Question is what is asked of a text in our workbook, and what the answer is called that is none of the choices.
func (i Import) Question(d spreadsheet.Doubt) (question, none string) {
	words := i.Texts.Workbook.Own
	asked, other := words.When, words.NoTerm
	switch d.Kind {
	case spreadsheet.WhoIsMeant:
		asked, other = words.Who, words.Other
	case spreadsheet.WhichTask:
		asked, other = words.Task, words.OwnTask
	case spreadsheet.DaysThisYear:
		asked = words.Days
	}
	return asked.Fill("text", steps.Quote(d.Said)), string(other)
}

// Cells are cells by their names, of many only the first few.
func (i Import) Cells(cells []string) string {
	const most = 6
	if rest := len(cells) - most; rest > 0 {
		cells = append(cells[:most:most], i.Texts.Workbook.Own.More.Fill("n", rest))
	}
	return strings.Join(cells, ", ")
}

// Unread names what stands in our workbook and was not looked at.
func (i Import) Unread() (lines []string) {
	words := i.Texts.Workbook.Own
	for _, u := range i.Reading.Unread {
		switch {
		case len(u.Cells) > 0:
			lines = append(lines, words.Typed.Fill("sheet", u.Sheet, "cells", i.Cells(u.Cells), "heading", u.Heading))
		case u.Column == "":
			lines = append(lines, words.Sheet.Fill("sheet", u.Sheet))
		default:
			lines = append(lines, words.Column.Fill("sheet", u.Sheet, "column", u.Column, "heading", u.Heading))
		}
	}
	return lines
}
