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
	Explain ExplainTexts
	Wrong   WrongCellTexts
	Clears  Text // in a preview: what an empty cell does
	Earlier EarlierTexts
	List    ListTexts
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
	Hours     Text                        // {school}: above the sheet with where the hours go
	Columns   map[string]SheetColumnTexts // by the field's name in the plan file, and "planned", "planned_group" and "left"
}

// ActionSheetTexts are the words of the sheet with the actions.
type ActionSheetTexts struct {
	Title   Text // {school}
	Hint    Text
	Columns map[string]SheetColumnTexts // by the field's name in the plan file
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

// ListTexts are the words about an overview that was not made by this program.
type ListTexts struct {
	// Headings, Groups, Horizons and Relevances are what people write for what we mean, in small letters
	// without accents; both languages are always looked at. Nobody is written where no one is meant.
	Headings   map[string][]Text
	Groups     map[steps.GroupID][]Text
	Horizons   map[steps.Horizon][]Text
	Relevances map[steps.Relevance][]Text
	Not        []Text // turns what follows it round: "not urgent"
	Nobody     []Text

	Took      Text            // {sheet} {row}: which sheet, and where its headings stand
	Column    Text            // {letter} {heading} {field}
	Fields    map[string]Text // what a column is taken for
	Sure      Plural          // above the matches that are sure: {sure}
	Unsure    Plural          // above the others: {sure}
	Own       Plural          // above the rows that look like no task of the list
	Match     Text            // {row} {title} {task} {certainty}
	OwnTask   Text            // {row} {title} {group}
	AskSure   Text            // whether the sure ones are right
	Ask       Text            // {row} {title}: what this one is
	Choice    Text            // {key} {task} {certainty}
	Proposed  Text            // {choice}: the one that Enter takes
	MakeOwn   Text            // {group}: the choice of an own task
	LeaveOut  Text
	OwnKey    Text // what is typed for an own task
	OutKey    Text // what is typed to leave one out
	Again     Text // nothing of these was typed
	Threshold Text // {sure}: what happens without asking
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
