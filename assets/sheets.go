package assets

import (
	"cmp"
	"sync"

	"stappenplan/steps"
)

// Sheets gives the deepening sheets in the order of the steps beside which they stand; they must not be changed.
var Sheets = sync.OnceValue(sheets)

// Definitions gives what every plan is made with: the built-in catalogue and the sheets. They must not be changed.
var Definitions = sync.OnceValue(func() *steps.Definitions {
	return &steps.Definitions{Catalogue: Catalogue(), Sheets: Sheets()}
})

// SheetWords are the words of one sheet, by the ids of its definition.
type SheetWords struct {
	Title    Text
	Purpose  Text // what it is for
	With     Text // who should sit at the table
	MoreTime Text `optional:"true"` // what it asks besides the minutes of its definition
	Source   Text // where the idea comes from

	Tables   map[string]TableWords
	Settings map[string]ColumnWords `optional:"true"` // those of every sheet are in [SheetCommonTexts]
	Findings map[string]RuleWords   `optional:"true"`
	Actions  map[string]Text        `optional:"true"` // what is proposed to do; placeholders as in [RuleWords]
	Dates    map[string]Text        `optional:"true"` // placeholders are columns
	Report   map[string]Text        `optional:"true"` // the heading of a part
	Decision Text                   `optional:"true"` // {total}, {n}: of how many years
	Pages    map[string]PageWords   `optional:"true"`
}

// TableWords are the words of one table of a sheet.
type TableWords struct {
	Title   Text
	Also    Text `optional:"true"` // other words by which people look for it
	Empty   Text `optional:"true"` // while it has no rows, where the words for any table say too little
	Columns map[string]ColumnWords
	Fixed   map[string]Text `optional:"true"` // what its only rows are about
	Presets map[string]Text `optional:"true"` // what an offered row fills in
	// Reached and Lost say of how many rows the definition says that they came where they should, or are there no more: {n}.
	Reached, Lost Plural `optional:"true"`
}

// ColumnWords are the words of one column of a table, or of one setting of a sheet.
type ColumnWords struct {
	Label   Text
	Short   Text            `optional:"true"` // where the label is too long for a narrow heading: see [ColumnWords.Heading]
	Help    Text            `optional:"true"`
	Choices map[string]Text `optional:"true"`
}

// Heading is the label where it is short, of at most 14 letters.
func (w ColumnWords) Heading() Text { return cmp.Or(w.Short, w.Label) }

// RuleWords say what was found and what can be done. A placeholder is a column of the rule's table, for what its row says
// there, or one of {n} months, {years}, {word}: the choice it is about, {row}: the row itself, {other}: the row that is named.
type RuleWords struct{ Text, Advice Text }

// PageWords are the words of a document of one sheet alone.
type PageWords struct {
	Title Text
	Intro Text // what its readers are told first
}

// SheetCommonTexts are the words that all sheets share.
type SheetCommonTexts struct {
	Title    Text // of all sheets together, and of what they find
	Talk     Text // above all sheets: what is chosen there
	Optional Text // what a sheet is, and that none has to be filled in
	AtSteps  Text // {steps}
	For      Text // above the purpose
	With     Text // above who should sit at the table
	Source   Text // above where it comes from
	Minutes  Plural
	Settings map[string]ColumnWords // those of every sheet
	Heading  Text                   // above the settings

	Rows        Plural
	Empty       Text // a table without rows
	Add, Remove Text
	Up, Down    Text   // by rank
	Offered     Text   // above the rows that are offered
	Ours        Text   // the idea is this program's
	Drafts      Plural // how many rows are drafts
	Draft       Text   // {missing}: the columns that a row lacks
	Nothing     Text   // a choice that was not made
	Compared    ComparedRowsTexts
	Reversed    Text // {later} {day} {first} {firstDay}: a day that lies before the one it should come after
	InRow       Text // {table} {row} {what}: of which row something is said

	MakePage                     Text // {page}: makes a document of one table
	Unfilled                     Text // in a list, of what has no rows
	Needed                       Text // in place of what a row cannot do without
	CountsAs                     Text // {value}: in place of what is not said
	Known, KnownOrOther, AnyName Text // {names}: what can be typed, and whether another name can be
	NthYear                      Text // {n}: of amounts, where the first year is not known
	Scores                       Text // {n} {most}: how the answers of a respondent are typed
	New                          Text // the title of the screen that adds a row: {table}
	Sheets, Picture              Text // names of screens
	RemoveAsk, RemoveWith        Text // {row} {rows}: before a row goes, and what names it
	RemoveAll                    Text // of a table that is only shown summed
	RemoveAllAsk                 Plural
	RemoveYes                    Text
	Removing                     Text      // {word} {row}: line by line, how a row is removed
	Command                      Text      // line by line, how one comes here
	Words                        []Text    // that lead here, line by line
	Which, WhichTable, WhichRow  HelpTexts // line by line

	Findings, Proposed Text   // headings
	Total              Text   // the row and the column that add up
	Money              Text   // {n}: whole euros
	NoAmount           Text   // a year without one
	Year               Text   // {n}: a year of a budget of which it is not known when it begins
	Baseline           Text   // what a number was to begin with
	Before, After      Text   // an inquiry
	Answered           Text   // {before} {after}: how many people did
	Shift              Text   // how much a mean rose
	Spread             Text   // {moment} {most}: above how often each score was given, from 1 to the highest
	ByRole             Text   // above the means by role
	Others             Text   // the roles too few answered of
	TooFew             Text   // why nothing is shown by role
	Scale              []Text // what the figures from 1 on say
	Diamond            DiamondTexts
}

// DiamondTexts are the words in the picture of who talks with whom.
type DiamondTexts struct {
	Top, Left, Right, Bottom, Middle Text
	Reading                          Text // under it: whose reading it is
	Place, Who                       Text // the titles of the same in a table
	// By these words one knows the place of who is no member; a star stands for the rest of a word. All others are at the bottom.
	LeftWords, TopWords, RightWords []Text
}
