package screen

import (
	"strings"

	"stappenplan/planfile/importing"
	"stappenplan/steps"
)

// Place names something to look at.
type Place struct {
	Kind PlaceKind
	ID   string // of the step, task, member or agreement it is about
	At   string // the field to begin with, where that is not the first
}

// PlaceKind is what a place shows.
type PlaceKind int

// The kinds of places. Those about something name it by their id.
const (
	Nowhere PlaceKind = iota // no place
	FirstStart
	Welcome
	Overview
	Check    // a check, steps 1 to 4
	Follows  // what follows from the answer to a check
	TaskList // a table of tasks; the id is the step: tasks, expertise or team
	Matrix   // the table of tasks against members
	TaskCard
	NewTask
	Team
	StepNote
	MemberCard
	NewMember
	AgreementCard
	Division // a proposal; the id names the tasks, or after AwayPrefix who is away
	Evaluation
	NewRound
	Profile
	Summary
	Preview
	SaveAs
	OtherFiles
	FindingList
	History       // of all, or of what its id narrows it down to: see package page
	HistoryFilter // to what
	EntryCard     // one entry; the id is its number
	Comparison    // of two moments; the id names them
	MomentList    // to compare
	Help
	WrittenFiles // what was written, and where
	Decisions
	DecisionCard
	Actions // the id is the order: by date, owner or state
	ActionCard
	NewAction
	Trial // what if
	MeansList
	MeansCard
	Asking // a question before something is taken away
	Find   // anything, by typing
	Plans  // the files that are known, and the plans in them
	ArchivedPlans
	NewPlan   // in the file that the id names
	OtherPlan // a file that is not known yet
	Schools   // all plans side by side
	Voices    // a step that each answers apart first; the id is the step
	NewVoice
	VoiceCard // the id is the step, a colon, and who answers
	Sheets    // the deepening sheets
	SheetCard
	SheetSettings
	SheetPicture
	SheetTable  // the id is the sheet, a slash, and the table
	NewRow      // in that table
	RowCard     // the id is the path of the row
	BackupList  // of the file
	BackupCard  // what putting one back would do
	EraseList   // who and what can be erased for good
	EraseName   // whose name is typed
	EraseCard   // what erasing something would do
	SealCard    // what encrypting, decrypting or changing the passphrase would do; the id is which
	MergeFile   // the file of another copy of the plan
	CommandCard // what only a command can do; the id is its name
	ImportFile  // which file comes into the plan
	ImportColumns
	ImportColumn // the id is its letter
	ImportTasks
	ImportRows   // those folded into one: the id is sure or own
	ImportRow    // the id is its place in the list
	ImportSearch // for the task that a row is; the id likewise
	ImportPeople
	ImportPerson // the id is the name
	ImportDoubts
	ImportDoubt // the id is its place among the doubts
	ImportPreview
)

// AwayPrefix begins the id of a [Division] for when a member is away.
const AwayPrefix = "away:"

// StepPlace is where a step is answered.
func StepPlace(id steps.StepID) Place {
	switch id {
	case steps.Tasks, steps.Expertise:
		return Place{Kind: TaskList, ID: string(id)}
	case steps.Team:
		return Place{Kind: Team}
	case steps.Evaluation:
		return Place{Kind: Evaluation}
	}
	return Place{Kind: Check, ID: string(id)}
}

// Remembered says that a place is a list to come back to, with the cursor where it was.
func (p Place) Remembered() bool {
	switch p.Kind {
	case TaskList, Matrix, Team, FindingList, Actions, History, Summary, Plans, ArchivedPlans, Schools, Sheets, SheetCard, SheetTable:
		return true
	}
	return false
}

// VoiceOf is where somebody answers a step apart.
func VoiceOf(step steps.StepID, by string) Place {
	return Place{Kind: VoiceCard, ID: string(step) + ":" + by}
}

// Voice is the step of such a place, and who answers.
func (p Place) Voice() (step steps.StepID, by string) {
	id, by, _ := strings.Cut(p.ID, ":")
	return steps.StepID(id), by
}

// OfDocument says whether a place is where a document is chosen, so that what was chosen last is taken back there.
func (p Place) OfDocument() bool {
	switch p.Kind {
	case SaveAs, OtherFiles, Preview, WrittenFiles:
		return true
	}
	return false
}

// FirstOf is where one begins to look at an import.
func FirstOf(i importing.Import) Place {
	switch {
	case i.Kind == importing.OtherList:
		return Place{Kind: ImportColumns}
	case i.AsksAnything():
		return Place{Kind: ImportDoubts}
	}
	return Place{Kind: ImportPreview}
}

// OfFiles says whether what is typed at a place is no part of the plan: it only says which file is meant, or what is looked for.
func (p Place) OfFiles() bool {
	switch p.Kind {
	case ImportFile, MergeFile, OtherPlan, NewPlan, HistoryFilter, EraseName, EraseCard, SealCard, BackupCard:
		return true
	}
	return p.OfDocument() || p.OfImport()
}

// OfImport says whether something is decided of an import at a place, so that what was decided last is taken back there.
func (p Place) OfImport() bool { return p.Kind > ImportFile && p.Kind <= ImportPreview }

// OfPlan says whether a place shows the plan itself: the overview, or a step with what belongs to it.
func (p Place) OfPlan() bool { return p.Kind == Overview || p.Step() != "" }

// Step is the step that a place belongs to; empty for none.
func (p Place) Step() steps.StepID {
	switch p.Kind {
	case Check, Follows, TaskList, StepNote, Asking, Voices, NewVoice:
		return steps.StepID(p.ID)
	case VoiceCard:
		step, _ := p.Voice()
		return step
	case TaskCard, NewTask:
		return steps.Tasks
	case Matrix, Team, MemberCard, NewMember, AgreementCard, Division:
		return steps.Team
	case Evaluation, NewRound:
		return steps.Evaluation
	}
	return ""
}
