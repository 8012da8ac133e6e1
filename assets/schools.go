package assets

// SchoolsTexts are the words for several schools side by side, and for several plans in one file.
type SchoolsTexts struct {
	Title    Text
	Count    Plural // of schools that were read
	AsOf     Text   // {date}
	Part     Text
	Standing Text // the heading of each section
	Asked    Text
	Found    Text
	Unread   Text
	Columns  SchoolColumnTexts
	Complete Text // instead of the step at which a school stands
	NotBegun Text
	Step     Text // {n} {step}
	All      Text // every one of the schools
	Together Text // the row that adds up
	NoAsked  Text // no school asks anything of its group
	NoneRead Text // there is no plan to show
	Named    Text // {school} {place}: of two with one name, which
	Choose   ChoosePlanTexts
	File     Text // {file} {plan}: where a plan stands in a file with several
}

// SchoolColumnTexts are the titles of the columns.
type SchoolColumnTexts struct {
	School, Round, Stands, Group, Planned, Available, Short, Unknown, Findings, Actions, Sheet Text
	Task, Finding, Schools, Which                                                              Text
	File, Reason                                                                               Text
}

// PlansTexts are the words of the list of plans.
type PlansTexts struct {
	Title, Gone, OpenAnyway, New, Begin, SideBySide, Other, OtherText, File, FileHint, NewTitle, Hint, TopLevel Text

	Archived                    Plural
	ArchivedTitle, ArchivedText Text
	NewText                     Text // {file}
}

// ChoosePlanTexts are the words with which a plan is chosen line by line.
type ChoosePlanTexts struct {
	Line     Text // {number} {school} {plan} {round} {stands}
	Archived Text // behind it
	Ask      Text
	Again    Text // nothing was meant by what was typed
	Added    Text // {plan} {command}: a plan was begun
	New      Text // the word before the name of a school, for a new plan
}
