// Package lists reads task overviews that were not made by this program, whatever their layout: rows with a task each, a
// table of tasks by people, a sheet for each person or group, Microsoft Planner. It says what each column is taken for and how
// sure that is, finds for each row the task that it may be, tells the people apart, counts what it leaves out, and makes changes
// of what was confirmed.
//
// The way goes from cells to tables (layout.go), columns (columns.go, matrix.go), rows (rows.go, meaning.go), people (names.go,
// people.go), tasks (match.go) and changes (change.go). What people write for what we mean stands in assets.
package lists

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/match"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// List is a task overview that was not made by this program, as far as it was understood.
type List struct {
	Tables  []Table
	Rows    []Row
	People  []Person
	LeftOut []LeftOut
	Seen    bool // a person saw what each row becomes, also of the rows that are sure
}

// Table is one table that was read: the rows below its headings.
type Table struct {
	Sheet    string
	Headings int // the number of the row of the headings, the last of them where there are two; 0 where there are none
	Columns  []Column
	Named    Field // what the name of its sheet is taken for, Owner or Group; empty for nothing
}

// Choices are what a person says of a list. The zero value leaves all to what the list itself shows.
type Choices struct {
	Sheets     []string           // that are read, also hidden ones; empty for those in sight
	Columns    map[string]Meaning // by letter
	With       map[Part]bool      // what is taken in that is left out otherwise
	Convert    bool               // hours of another unit are turned into hours a week
	Priorities bool               // words of priority are terms
	Days       bool               // a day in the present school year, where a term is asked, means now
	People     map[string]string  // by name: who that is, or nothing where it is nobody
}

// None says whether nothing is chosen.
func (c Choices) None() bool {
	chosen := false
	for _, with := range c.With {
		chosen = chosen || with
	}
	return !chosen && len(c.Sheets)+len(c.Columns)+len(c.People) == 0 && !c.Convert && !c.Priorities && !c.Days
}

// Clone is a copy that can be changed.
func (c Choices) Clone() Choices {
	columns, with, people := map[string]Meaning{}, map[Part]bool{}, map[string]string{}
	maps.Copy(columns, c.Columns)
	maps.Copy(with, c.With)
	maps.Copy(people, c.People)
	c.Sheets, c.Columns, c.With, c.People = slices.Clone(c.Sheets), columns, with, people
	return c
}

// Row is one task of such an overview: what it is called there, which task of the plan that is, and what was understood
// of the rest. Task is empty where it becomes an own task; whoever asks the user sets it, or LeaveOut.
type Row struct {
	Sheet     string
	Number    int // of the row in the sheet
	Title     string
	Task      string
	Certainty int           // in percent, of Task; of an own task the likeliest match
	Matches   []match.Match // what it might be, the likeliest first
	LeaveOut  bool

	Group         steps.GroupID // of an own task, as the list says: see OwnGroup
	Relevance     steps.Relevance
	Horizon       steps.Horizon
	Priority      steps.Horizon // the term that words of priority may stand for
	Day           steps.Date    // in the present school year, where a term is asked: it may mean now
	Hours         *steps.Decimal
	Converted     *steps.Decimal // hours a week that hours of another unit come to, also where they are taken over
	Owner, Backup string         // names of People
	Note          string

	like            steps.GroupID // the group of the task that it looks like, if somewhat
	cell            string        // of the title, with its lines
	owners, backups []string      // names as they stand there
	noHours         string        // the cell that should hold hours, with what stands there instead
	available       *steps.Decimal
	others          []other
}

// other is what somebody beside the owner and who steps in has to do with a task, in words.
type other struct{ name, text string }

// Sure says whether a row was taken for a task without doubt.
func (r Row) Sure() bool { return r.Task != "" && r.Certainty >= Sure }

// Unsure says whether a row might be a task of the list.
func (r Row) Unsure() bool { return !r.Sure() && len(r.Matches) > 0 }

// OwnGroup is the group of a row that becomes an own task: that of the task which it looks like most, where it does somewhat, else what
// the list says.
func (r Row) OwnGroup() steps.GroupID { return cmp.Or(r.like, r.Group) }

// Become makes of a row what a person says it is: a task of the plan, an own one where none is named, or nothing.
func (r *Row) Become(task string, leftOut bool) {
	r.LeaveOut = leftOut
	if task == r.Task {
		return
	}
	r.Task, r.Certainty = task, 0
	for _, m := range r.Matches {
		if m.Task == task {
			r.Certainty = m.Certainty
		}
	}
}

// Doubts are the columns that are not certain to be what they are taken for, leaving out those that only go with the note: also
// priorities, and hours of another unit, until somebody agrees to more.
func (l List) Doubts() (doubts []Column) {
	for _, t := range l.Tables {
		for _, c := range t.Columns {
			noted := c.Field == Note || c.Field == Aside || c.Field == Priority || c.Unit != ""
			if !noted && c.Evidence < Exact && !slices.ContainsFunc(doubts, func(d Column) bool { return d.Letter == c.Letter }) {
				doubts = append(doubts, c)
			}
		}
	}
	return doubts
}

// MaxRows is how many rows an overview can have: more than a plan has tasks.
const MaxRows = 1500

// defaultGroup is the group of an own task of which nothing says where it belongs: nothing in the step plan follows from that
// group, while an owner of policy tasks must have a mandate.
const defaultGroup = steps.AdministrativeTasks

// Read looks in a workbook for tables of tasks, and compares the titles in them with the tasks of the plan. Today is in the school year
// of which days can be a term. Its errors are [planfile.Errors].
func Read(b *xlsx.Book, plan steps.Plan, texts *assets.Texts, today steps.Date, choices Choices) (List, error) {
	r := newReader(plan, texts, choices)
	r.today, r.tasks = today, match.New(plan, r.languages)
	tables, err := r.tables(b)
	if err != nil {
		return List{}, planfile.AsErrors(err)
	}
	var list List
	for _, t := range tables {
		list.Tables = append(list.Tables, Table{t.sheet.Name, t.last, t.columns, t.named})
		list.Rows = append(list.Rows, r.rows(t)...)
		if len(list.Rows) > MaxRows {
			return List{}, planfile.Errors{planfile.NewProblem(t.sheet.Name, 0, "workbook-too-many-rows", "", strconv.Itoa(MaxRows))}
		}
	}
	if len(list.Rows) == 0 {
		return List{}, NoOverview
	}
	list.Rows = r.joinShared(list.Rows)
	list.People = r.people(list.Rows)
	matchRows(r.tasks, list.Rows)
	groupRows(plan, list.Rows)
	list.LeftOut = r.leftOut.list()
	return list, nil
}

// NoOverview says of a list that no table of tasks was found in it.
var NoOverview error = planfile.Errors{planfile.NewProblem("", 0, "workbook-no-overview", "", "")}

// reader finds out what others meant.
type reader struct {
	languages []*assets.Texts
	words     vocabulary
	shown     xlsx.Language // what a cell shows
	plan      steps.Plan
	tasks     *match.Tasks
	today     steps.Date
	choices   Choices
	names     register                 // of members
	members   map[string]*steps.Member // by name
	leftOut   counts
	headings  map[string]heading // by what was looked at before
}

func newReader(plan steps.Plan, texts *assets.Texts, choices Choices) *reader {
	texts = texts.For(plan.School.Level)
	languages := planfile.Languages(texts)
	r := &reader{
		languages: languages, words: newVocabulary(texts, languages, plan), shown: planfile.CellLanguage(texts), plan: plan, choices: choices, headings: map[string]heading{},
		members: map[string]*steps.Member{},
	}
	for i := range plan.Members {
		m := &plan.Members[i]
		if r.members[m.Name] == nil {
			r.members[m.Name] = m
			r.names.add(m.Name)
		}
	}
	return r
}
