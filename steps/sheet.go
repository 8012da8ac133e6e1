package steps

import "slices"

// Definitions are what a plan is made with and never changes: the built-in task catalogue and the deepening sheets.
type Definitions struct {
	Catalogue *Catalogue
	Sheets    []Sheet
}

// Sheet finds a sheet; nil where there is none with this id.
func (d *Definitions) Sheet(id string) *Sheet {
	i := slices.IndexFunc(d.Sheets, func(s Sheet) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return &d.Sheets[i]
}

// Beside are the sheets that stand beside a step.
func (d *Definitions) Beside(step StepID) (sheets []*Sheet) {
	for i := range d.Sheets {
		if slices.Contains(d.Sheets[i].Steps, step) {
			sheets = append(sheets, &d.Sheets[i])
		}
	}
	return sheets
}

// named says whether cells can name the rows of a table.
func (d *Definitions) named(sheet, table string) bool {
	s := d.Sheet(sheet)
	names := func(c Column) bool { return c.Table == table }
	return s == nil || slices.ContainsFunc(s.Settings, names) || slices.ContainsFunc(s.Tables, func(t Table) bool { return slices.ContainsFunc(t.Columns, names) })
}

// Sheet defines a deepening sheet: tables that stand beside one or two steps. It is data; its words are data too, elsewhere.
// Ids of sheets, tables and columns are for ever.
type Sheet struct {
	ID       string      `json:"id"`
	Steps    []StepID    `json:"steps"`   // beside which it stands
	Minutes  int         `json:"minutes"` // how long it takes
	Tables   []Table     `json:"tables"`
	Settings []Column    `json:"settings,omitempty"` // besides those of every sheet, see [Sheet.AllSettings]
	Findings []SheetRule `json:"findings,omitempty"`
	Actions  []SheetRule `json:"actions,omitempty"` // what is proposed to do
	Dates    []SheetDate `json:"dates,omitempty"`   // what a calendar gets where the sheet asks for it
	Report   []SheetPart `json:"report,omitempty"`  // its annex, in this order
	// Decision is what the board is asked where the setting of that name is ticked.
	Decision *SheetDecision `json:"decision,omitempty"`
	// Pages are the documents that can be made of it alone, such as "services" or "survey".
	Pages []SheetPage `json:"pages,omitempty"`
}

// Table is one table of a sheet.
type Table struct {
	ID      string   `json:"id"`
	Columns []Column `json:"columns"`
	Shown   []string `json:"shown,omitempty"`   // the columns that a list shows beside the name, as many as there is room for; the first ones where none is named
	Fixed   []string `json:"fixed,omitempty"`   // the ids of its only rows
	Presets []string `json:"presets,omitempty"` // the ids of rows that are offered; their words are those of the column Preset
	Preset  string   `json:"preset,omitempty"`  // the column that an offered row fills
	// PresetsOurs says that what is offered is this program's and not in the source.
	PresetsOurs bool `json:"presets_ours,omitempty"`
	// Reached are the words of columns by which a row is where rows of the table should come: one of them is enough.
	Reached map[string][]string `json:"reached,omitempty"`
	Most    int                 `json:"most,omitempty"` // rows; 0 for the usual limit
	// Private says that its rows are shown only summed, stay out of a list of what was done, and can be removed together.
	Private bool `json:"private,omitempty"`
	// EachRound says that its rows are gone when a round opens.
	EachRound bool `json:"each_round,omitempty"`
}

// Column is one column of a table, or one setting of a sheet.
type Column struct {
	ID       string     `json:"id"`
	Type     ColumnType `json:"type"`
	Required bool       `json:"required,omitempty"` // a row without it is a draft
	Ours     bool       `json:"ours,omitempty"`     // the idea is this program's and not in the source
	Choices  []string   `json:"choices,omitempty"`
	Table    string     `json:"table,omitempty"`  // whose rows it can name
	Member   bool       `json:"member,omitempty"` // besides, of a union: a member, a role, a name
	Task     bool       `json:"task,omitempty"`   // besides, of a union: a task
	Most     int        `json:"most,omitempty"`   // of amounts and scores: how many, or the highest
	// EachRound says that a new round asks it anew.
	EachRound bool    `json:"each_round,omitempty"`
	Default   Default `json:"default,omitempty"`
	Unit      string  `json:"unit,omitempty"`  // the column that says in what it is counted
	After     string  `json:"after,omitempty"` // of a day: the column of the one that does not lie later
	// From and Years are, of amounts, the settings that say which year is the first one, and how many years are asked for.
	From  string `json:"from,omitempty"`
	Years string `json:"years,omitempty"`
}

// ColumnType says what a cell holds.
type ColumnType string

// The types, each with the Go type in which [Cells] have it.
const (
	LineColumn    ColumnType = "text"    // string, of one line
	LongColumn    ColumnType = "long"    // string, of any lines
	ChoiceColumn  ColumnType = "choice"  // string, one of Choices
	SetColumn     ColumnType = "set"     // []string, of Choices
	DateColumn    ColumnType = "date"    // string
	YearColumn    ColumnType = "year"    // int
	AmountsColumn ColumnType = "amounts" // []int, whole euros: place n is year n from the first one
	RankColumn    ColumnType = "rank"    // int: 1 is first, and no two rows share one
	BoolColumn    ColumnType = "bool"    // bool
	NumberColumn  ColumnType = "number"  // Decimal, of either sign
	WholeColumn   ColumnType = "whole"   // int
	MemberColumn  ColumnType = "member"  // string: [MemberPrefix] and an id, or a role, a body, a name
	MembersColumn ColumnType = "members" // []string of these
	RefColumn     ColumnType = "ref"     // string: the id of a row of Table
	UnionColumn   ColumnType = "union"   // string: a row's id, a word of Choices, a member, a task
	ScoresColumn  ColumnType = "scores"  // map[string]int: from the ids of the rows of Table to 1 up to Most
)

// Default is what a cell counts as, or is proposed as, where nothing is said.
type Default string

// The defaults.
const (
	OpenedDefault Default = "opened" // counts as the day, or the year, on which the round was opened
	TodayDefault  Default = "today"  // is proposed: the day itself
)

// SheetRule finds something in the rows of a table: a finding, or an action that is proposed.
type SheetRule struct {
	ID    string              `json:"id"`
	Table string              `json:"table"`
	Rows  []string            `json:"rows,omitempty"` // only these
	When  map[string][]string `json:"when,omitempty"` // only rows whose cells say one of these words, each; "" is an empty cell
	Any   map[string][]string `json:"any,omitempty"`  // only rows of which at least one cell does
	Test  SheetTest           `json:"test,omitempty"` // and of which this is true
	// Column, Other, In and the rest say what the test looks at: see [SheetTest].
	Column      string       `json:"column,omitempty"`
	Other       string       `json:"other,omitempty"`
	In          string       `json:"in,omitempty"` // TABLE.COLUMN
	From        string       `json:"from,omitempty"`
	Until       string       `json:"until,omitempty"`
	Days        int          `json:"days,omitempty"`
	Checkpoints []Checkpoint `json:"checkpoints,omitempty"`
	Has         []string     `json:"has,omitempty"`
	Lacks       []string     `json:"lacks,omitempty"`
	Ours        bool         `json:"ours,omitempty"` // the rule is this program's and not in the source
	// HintBelow makes it a hint and no fault in a team of fewer members.
	HintBelow int `json:"hint_below,omitempty"`
	// Owner and Due are the columns that say who does what is proposed, and when.
	Owner string `json:"owner,omitempty"`
	Due   string `json:"due,omitempty"`
}

// Checkpoint is a moment some months after a day, and the column that is filled then.
type Checkpoint struct {
	Months int    `json:"months"`
	Column string `json:"column"`
}

// SheetTest is one of the few conditions that a rule can name. There is no language of expressions.
type SheetTest string

// The tests. Without one a rule holds where When and Any do.
const (
	EmptyTest        SheetTest = "empty"        // Column is empty; a draft counts where Column is what it lacks
	PastTest         SheetTest = "past"         // the day in Column lies before today
	DueTest          SheetTest = "due"          // the day in Column is past, today, or at most Days away
	WaitingTest      SheetTest = "waiting"      // Days have gone by since Column, and Other is empty
	CheckpointTest   SheetTest = "checkpoint"   // the months of one of Checkpoints have gone by since Column, and its own column is empty
	UnreferencedTest SheetTest = "unreferenced" // no complete row names this one in In
	LacksTest        SheetTest = "lacks"        // Column names a row that has nothing in In
	SameTest         SheetTest = "same"         // Column and Other name the same row
	UnusedTest       SheetTest = "unused"       // of the table: no complete row says this word of Column; found once for each word
	CompanyTest      SheetTest = "company"      // among whom Column names there is a role of Has and none of Lacks
	WorseTest        SheetTest = "worse"        // the number in Column is worse than in the round before; Other says "up" or "down"
	UnfundedTest     SheetTest = "unfunded"     // in a year touched by From and Until no row of In's table with the same Column has an amount in In
	UnrepeatedTest   SheetTest = "unrepeated"   // of the table: the day of the setting From is past, and of the words of Column only the first is there
)

// SheetDate is a day in a table that belongs in a calendar.
type SheetDate struct {
	ID     string              `json:"id"` // of its words
	Table  string              `json:"table"`
	Column string              `json:"column"`
	Months int                 `json:"months,omitempty"` // later
	When   map[string][]string `json:"when,omitempty"`
	Until  string              `json:"until,omitempty"` // not where this column is filled
}

// SheetPart is a part of the annex that a sheet has in a document: a picture with its table, or a table alone.
type SheetPart struct {
	ID      string   `json:"id"` // of its heading
	Picture Picture  `json:"picture,omitempty"`
	Table   string   `json:"table"`
	Columns []string `json:"columns,omitempty"` // those shown; all where none is named
	By      string   `json:"by,omitempty"`      // the column by which rows stand together, or are joined with Other
	Other   string   `json:"other,omitempty"`   // TABLE.COLUMN: rows of another table that name this one
	First   int      `json:"first,omitempty"`   // only so many, by rank
}

// Picture is one of the few ways in which a table is drawn.
type Picture string

// The pictures.
const (
	BudgetPicture  Picture = "budget"  // amounts by year and theme, with totals
	PhasesPicture  Picture = "phases"  // each row a bar of as many parts as the column By has words
	DiamondPicture Picture = "diamond" // de Ruit: who talks with whom
	CyclePicture   Picture = "cycle"   // rows at their place in the cycle of improvement
	ChainPicture   Picture = "chain"   // a row of boxes with their state
	TrendPicture   Picture = "trend"   // a number over the rounds, from baseline to target
	ShiftPicture   Picture = "shift"   // means before and after
)

// SheetDecision is what a sheet asks of the board.
type SheetDecision struct {
	ID      string `json:"id"`
	Setting string `json:"setting"` // the setting that says that it is asked
	Total   string `json:"total"`   // TABLE.COLUMN of amounts, whose total it is about
}

// SheetPage is a document of a sheet alone.
type SheetPage struct {
	ID       string `json:"id"` // as it is asked for
	Table    string `json:"table"`
	Language string `json:"language,omitempty"` // in which it always is; empty for that of its reader
}

// Limits of sheets.
const (
	MaxRows        = 1000 // of a table that does not say otherwise
	maxSheetNumber = 1_000_000_000
	MaxAmounts     = 6 // years of a budget
)

// The settings of every sheet: whether it may say something on the first page, and in the calendar.
const (
	BoardSetting    = "board"
	CalendarSetting = "calendar"
)

var commonSettings = []Column{{ID: BoardSetting, Type: BoolColumn}, {ID: CalendarSetting, Type: BoolColumn}}

// AllSettings are the settings of every sheet and those of this one; none of a sheet that is not known.
func (s *Sheet) AllSettings() []Column {
	if s == nil {
		return nil
	}
	return slices.Concat(commonSettings, s.Settings)
}

// names says whether a column of the sheet can name rows of a table.
func (s *Sheet) names(table string) bool {
	return slices.ContainsFunc(s.Tables, func(t Table) bool {
		return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Table == table })
	})
}

// means says whether a cell that can name the rows of a table means something else by a word, so that no row can have it as its id.
func (s *Sheet) means(table, word string) bool {
	return s != nil && slices.ContainsFunc(s.Tables, func(t Table) bool {
		return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Table == table && c.means(word) })
	})
}

// means says whether a cell of the column means something of its own by a word: a choice or a role.
func (c *Column) means(word string) bool {
	people := c.Member || c.Type == MemberColumn || c.Type == MembersColumn
	return slices.Contains(c.Choices, word) || people && slices.Contains(MemberRoles, MemberRole(word))
}

// Table finds a table; nil where there is none with this id, nor a sheet.
func (s *Sheet) Table(id string) *Table {
	if s == nil {
		return nil
	}
	i := slices.IndexFunc(s.Tables, func(t Table) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Tables[i]
}

// AnswersTo is the table in which the rows of a table are given scores, and the column of these; nil where there is none.
func (s *Sheet) AnswersTo(table string) (answers *Table, scores *Column) {
	for i := range s.Tables {
		t := &s.Tables[i]
		for n := range t.Columns {
			if c := &t.Columns[n]; c.Type == ScoresColumn && c.Table == table {
				return t, c
			}
		}
	}
	return nil, nil
}

// Page finds the document of a sheet alone that is called so, and its sheet; nil where there is none.
func (d *Definitions) Page(id string) (*Sheet, *SheetPage) {
	for i := range d.Sheets {
		s := &d.Sheets[i]
		for n := range s.Pages {
			if s.Pages[n].ID == id {
				return s, &s.Pages[n]
			}
		}
	}
	return nil, nil
}

// Column finds a column; nil where there is none with this id.
func (t *Table) Column(id string) *Column { return columnIn(t.Columns, id) }

func columnIn(columns []Column, id string) *Column {
	i := slices.IndexFunc(columns, func(c Column) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &columns[i]
}

// most is how many rows the table takes.
func (t *Table) most() int {
	if t.Most > 0 {
		return t.Most
	}
	return MaxRows
}
