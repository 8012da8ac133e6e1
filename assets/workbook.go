package assets

import (
	"maps"

	"stappenplan/steps"
)

// WorkbookTexts are the words of the spreadsheet, and of the conversation about one that others made.
type WorkbookTexts struct {
	Sheets  SheetTexts
	Title   Text                        // {school} {round}: above the tasks
	Hint    Text                        // under it
	Columns map[string]SheetColumnTexts // of the tasks: by the field's name in the plan file, and "class"; see TaskColumns
	Team    TeamSheetTexts
	Actions ActionSheetTexts
	Rows    RowSheetTexts
	Explain ExplainTexts
	Wrong   WrongCellTexts
	Clears  Text   // in a preview: what an empty cell does
	There   Plural // rows of answers that were there already
	Earlier EarlierTexts
	Own     OwnWorkbookTexts
	// Priorities are what people write for a term: the name of a priority is a proposal, never taken without asking.
	Priorities map[steps.Horizon][]Text
	Shown      ShownTexts
	List       ListTexts
}

// OwnWorkbookTexts are the words of the conversation about a workbook of this program that comes back.
type OwnWorkbookTexts struct {
	Unread  Plural // {n}: above what was not looked at
	Column  Text   // {sheet} {column} {heading}: one of these
	Typed   Text   // {sheet} {cells} {heading}: likewise, cells that are worked out
	Sheet   Text   // {sheet}: likewise
	Who     Text   // {text}: whom a name means
	Task    Text   // {text}: which task a title is
	When    Text   // {text}: which term a word stands for
	Days    Text   // {text}: which term days of this school year stand for; the text is one of them
	Cells   Text   // {cells}: where it stands
	More    Text   // {n}: how many cells more
	Other   Text   // a choice: it is somebody else
	OwnTask Text   // a choice: it is a new task
	NoTerm  Text   // a choice: it is no term
	Choice  Text   // {key} {text}
	Key     Text   // to type for the last choice
	Bad     Plural // {n}: above the cells that cannot be
	AskBad  Text   // whether to read the rest
}

// SheetTexts are the names of the sheets.
type SheetTexts struct{ Tasks, Team, Actions, Hours, Explain Text }

// SheetColumnTexts are a column's heading, and what it is for.
type SheetColumnTexts struct{ Heading, Explain Text }

// TeamSheetTexts are the words of the sheet with the team.
type TeamSheetTexts struct {
	Title     Text // {school}
	Hint      Text
	Available Text                        // hours of the school
	Planned   Text                        // hours of its tasks
	Left      Text                        // what remains of them
	Spare     Text                        // {n}: hours of the school that no member has, in a formula
	Beyond    Text                        // {n}: hours that the members have beyond the school's, in a formula
	Hours     Text                        // {school}: above the sheet with where the hours go
	Columns   map[string]SheetColumnTexts // by the field's name in the plan file, and "planned", "planned_group" and "left"
}

// ActionSheetTexts are the words of the sheet with the actions.
type ActionSheetTexts struct {
	Title   Text // {school}
	Hint    Text
	Columns map[string]SheetColumnTexts // by the field's name in the plan file
}

// RowSheetTexts are the words of the sheets with the tables of the deepening sheets, beside those of [SheetWords].
type RowSheetTexts struct {
	Title    Text // {sheet} {table} {school}
	Hint     Text // {purpose}: under it, where a cell can name several
	Line, ID Text // headings: of what a fixed line is about, and of the hidden column
}

// ExplainTexts are the words of the sheet that explains.
type ExplainTexts struct {
	Title  Text
	Lines  []Text // how the file is used
	Column Text   // headings of the list of columns
	What   Text
	Choose Text
	Free   Text // what is chosen where anything can be written
	Groups Text // above the list of groups
}

// WrongCellTexts are what a spreadsheet program says when a cell is filled in wrongly.
type WrongCellTexts struct {
	Title  Text
	Choice Text // {values}
	Member Text // {sheet}
	Hours  Text
}

// EarlierTexts are words that stood in spreadsheets before and are called otherwise now: these are still read.
type EarlierTexts struct {
	Headings map[string][]Text            // by the field's name in the plan file
	Values   map[string]map[string][]Text // by field, then value
}

// ShownTexts are how a spreadsheet of the language shows what stands in a cell.
type ShownTexts struct {
	Point       Text // between a number and its fraction
	Day         Text // as a number format
	True, False Text
}

// ListTexts are the words about an overview that was not made by this program.
type ListTexts struct {
	// What people write for what we mean, in small letters without accents; both languages are always looked at.
	Headings   map[string][]Text // by the field of a column, the most telling first
	Excluded   map[string][]Text // what rules out that a heading with such a word is about the field
	Planner    []Text            // columns of Microsoft Planner of which nothing is made
	Groups     map[steps.GroupID][]Text
	Horizons   map[steps.Horizon][]Text
	Priorities map[steps.Horizon][]Text // which may stand for a term
	Middle     []Text                   // priorities that stand for none
	Relevances map[steps.Relevance][]Text
	Roles      map[steps.MemberRole][]Text
	Units      map[string][]Text // of hours that are not hours a week
	Week       []Text            // hours that are
	Negations  []Text            // turn a heading round
	Not        []Text            // turns what follows it round: "not urgent"
	Nobody     []Text            // is written where no one is meant
	Totals     []Text            // rows that add up others begin with it
	Ticks      []Text            // marks in a matrix
	Generic    []Text            // no words of a person's name
	Particles  []Text            // a surname can begin with

	Parts    map[string]Text // what the letters of a matrix are, by the letter: in a note, before a name
	Also     Text            // {names}: in a note
	Took     Text            // {sheet} {row}: which sheet, and where its headings stand
	TookBare Text            // {sheet}: where it has none
	SheetIs  map[string]Text // {sheet}: what the name of a sheet is taken for, by the field
	Column   Text            // {letter} {heading} {field} {evidence}
	Samples  Text            // {samples}: under it
	NoTitle  Text            // where a column has no heading
	Fields   map[string]Text // what a column is taken for
	Evidence []Text          // how sure that is, from unknown to told
	Unit     map[string]Text // {field}: what is counted in another unit

	AskTitles   Text // {example}: which column holds the tasks, where none is known to
	AskColumns  Text // {example}: whether the columns are right; what is typed otherwise
	WrongColumn Text // {value} {example}: what was typed is none
	// ColumnExample are what the first columns are in an example.
	ColumnExample []Text
	AskPeople     Text // whether the people are right
	WrongPerson   Text // {value}
	People        Plural
	Person        Text // {key} {name} {rows}
	PersonNobody  Text // {key} {name}: instead of it
	PersonNew     Text // behind it: not a member yet
	PersonNoted   Text // behind it: only in notes
	PersonLikely  Text // {name}: the member who it may be
	PersonAlso    Text // {names}: other spellings

	Convert       Text // hours of other units, and how they are turned into hours a week
	Converted     Text // {row} {title} {hours}
	AskConvert    Text
	AskPriorities Plural            // {n}
	AskDays       Plural            // {n} {horizon}: of days in this school year
	Priority      Text              // {row} {title} {horizon}
	LeftOut       Text              // above what was left out
	Left          map[string]Plural // {n} {names}: by the part
	AskWith       Text              // whether to take it in
	Doubt         Text              // {letter} {heading}: a column that is not certain

	Sure       Plural // above the matches that are sure: {sure}
	Unsure     Plural // above the others: {sure}
	Own        Plural // above the rows that look like no task of the list
	Match      Text   // {row} {title} {task} {certainty}
	OwnTask    Text   // {row} {title} {group}
	MatchFound Text   // {row} {title} {task}: one that a person chose
	RowOut     Text   // {row} {title}: nothing is made of it
	Folded     Plural // {n} {sure}: how many are sure, where they are not shown
	AskSure    Text   // {key}: whether the sure ones are right, and how they are shown
	ShowKey    Text   // what is typed for that
	Ask        Text   // {row} {title}: what this one is
	Choice     Text   // {key} {task} {certainty}
	Found      Text   // {key} {task}: one that was looked for
	Search     Text   // how to look for another
	Proposed   Text   // {choice}: the one that Enter takes
	MakeOwn    Text   // {group}: the choice of an own task
	LeaveOut   Text
	OwnKey     Text // what is typed for an own task
	OutKey     Text // what is typed to leave one out
	Again      Text // nothing of these was typed
	Threshold  Text // {sure}: what happens without asking
}

// TaskColumns are the words of the columns of the tasks. A field without words of its own here is called as elsewhere,
// and explained by what is asked of it.
func (t *Texts) TaskColumns() map[string]SheetColumnTexts {
	columns := maps.Clone(t.Workbook.Columns)
	for _, f := range steps.TaskFields {
		if _, own := columns[f.Name]; !own {
			columns[f.Name] = SheetColumnTexts{t.Plan.Fields[f.Words], t.Plan.Questions[f.Name].Question}
		}
	}
	return columns
}
