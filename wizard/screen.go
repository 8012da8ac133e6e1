package wizard

import (
	"cmp"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// The rules of this room.
//
// Where the plan stands is asked of steps, never kept here; what a person looks at is the stack of screens
// in the root. A screen is a value that turns a message into a wish (an effect) and itself into lines. It
// reads no file and no clock, and it changes nothing: the root performs the wishes, one after the other.
//
// An answer is on disk before the screen says that it is saved. Leaving a field saves it: Esc goes one level
// up and never discards.

// screen is one thing to look at.
type screen interface {
	// update takes a key, a paste or what a bubble sent itself, and says what is wished.
	update(msg tea.Msg, f frame) (screen, effect)
	// view lays the screen out for the room that the frame has.
	view(f frame) page
	// keys are the bindings that work here, the most useful first; the footer is made of them.
	keys(f frame) []key.Binding
	// typing says that letters go into a text: then no letter is a command.
	typing(f frame) bool
	// leave is the wish that keeps what is being typed or chosen, when the screen is left from outside.
	leave(f frame) effect
	// wide says that the screen takes the whole width, without the rail of steps.
	wide() bool
}

// frame is what a screen may know.
type frame struct {
	width, height int // room for the page
	plan          steps.Plan
	facts         facts
	texts         *assets.Texts
	look          look
	today         steps.Date
	session       *session.Session
	options       *Options
	chosen        Document
	chosenN       int
	written       []Written   // what was written last
	real          *steps.Plan // the plan as it is kept, while something is tried
}

// moment tells whether a screen would look the same as before.
type moment struct {
	entries uint64
	width   int
	author  string
	folder  string
	chosen  int
	trial   bool
	look    look
	words   *assets.Texts
}

func (f frame) moment() moment {
	return moment{f.session.Journal().Len() + 1, f.width, f.session.Author(), f.options.Folder, f.chosenN, f.real != nil, f.look, f.texts}
}

// page is a screen laid out: lines of any number, and the place of the cursor among them.
type page struct {
	title  string // stands in the rule above the page
	lines  []string
	cursor *tea.Position // where the terminal's cursor stands, nil for nowhere
	bare   bool          // a cursor that marks a row and not a letter
	below  int           // lines under the cursor that belong to it
	scroll int           // lines the page was moved by hand
}

// offset is the first line that is shown in a window of some height: as near to the top as the cursor
// allows, moved by what the person scrolled.
func (p page) offset(height int) int {
	last := max(0, len(p.lines)-height)
	seen := 0
	if p.cursor != nil {
		below := min(len(p.lines)-1-p.cursor.Y, max(2, p.below)) // what stands under the field stays in sight
		seen = min(max(0, p.cursor.Y+below+1-height), last, p.cursor.Y)
	}
	return min(max(0, seen+p.scroll), last)
}

// effect is a wish of a screen.
type effect interface{ isEffect() }

type (
	// record keeps changes as one entry, and when that is on disk does what comes then.
	record struct {
		changes []steps.Change
		then    effect
		typed   bool // the changes hold what a person typed, and are kept also where the key had to wait
	}
	// navigate leaves screens, and then opens a place.
	navigate struct {
		leave int   // how many screens; the last one stays
		all   bool  // also that one
		open  place // no place: stay where that leads
	}
	// undo and redo take back the last thing done, and the taking back.
	undo struct{}
	redo struct{}
	// export writes files; what stands in their way is asked about first.
	export struct {
		files  []File
		agreed bool // that was asked
	}
	// run starts a bubble's own command.
	run struct{ cmd tea.Cmd }
	// signed sets who is answering from here on, then does what comes next.
	signed struct {
		author string
		then   effect
	}
	// ask puts a question before a wish that takes something away; doing nothing comes first.
	ask struct {
		question string
		yes      assets.Text
		wish     effect
	}
	// explain tells why something is there: the answers and the rule behind it.
	explain struct{ reasons []steps.Reason }
	// tryOut begins a trial, endTrial ends it: what was tried is kept or dropped.
	tryOut   struct{}
	endTrial struct{ keep bool }
	// both is one wish and then another.
	both struct{ first, second effect }
	// choose sets what is chosen of a document.
	choose struct{ document Document }
	// openFile shows a file with the computer's own program.
	openFile struct{ path string }
	// folder says where files are written from here on.
	folder struct{ path string }
	// say shows a line until the next key.
	say struct{ text string }
	// quit ends the program, once everything is kept.
	quit struct{}
)

func (navigate) isEffect() {}
func (record) isEffect()   {}
func (undo) isEffect()     {}
func (redo) isEffect()     {}
func (export) isEffect()   {}
func (run) isEffect()      {}
func (signed) isEffect()   {}
func (ask) isEffect()      {}
func (tryOut) isEffect()   {}
func (endTrial) isEffect() {}
func (both) isEffect()     {}
func (choose) isEffect()   {}
func (openFile) isEffect() {}
func (folder) isEffect()   {}
func (explain) isEffect()  {}
func (say) isEffect()      {}
func (quit) isEffect()     {}

// show opens a place on top of the screen that is there.
func show(p place) navigate { return navigate{open: p} }

// replace opens a place instead of the screen that is there.
func replace(p place) navigate { return navigate{leave: 1, open: p} }

// back leaves a screen, and those below it up to this number of them.
func back(screens int) navigate { return navigate{leave: screens} }

// home leaves all screens for a new overview.
func home() navigate { return navigate{all: true, open: place{kind: overview}} }

// place names something to look at.
type place struct {
	kind placeKind
	id   string // of the step, task, member or agreement it is about
	at   string // the field to begin with, where that is not the first
}

type placeKind int

const (
	nowhere placeKind = iota
	firstStart
	welcome
	overview
	check    // a check, steps 1 to 4
	follows  // what follows from the answer to a check
	taskList // a table of tasks; the id is the step: tasks, expertise or team, or "matrix"
	taskCard
	newTask
	team
	stepNote
	memberCard
	newMember
	agreementCard
	evaluation
	newRound
	profile
	treeMap
	summary
	preview
	saveAs
	otherFiles
	findingList
	history
	help
	written // what was written, and where
	decisions
	decisionCard
	trying // what if
	meansList
	meansCard
	asking // a question before something is taken away
)

// stepPlace is where a step is answered.
func stepPlace(id steps.StepID) place {
	switch id {
	case steps.Tasks, steps.Expertise:
		return place{kind: taskList, id: string(id)}
	case steps.Team:
		return place{kind: team}
	case steps.Evaluation:
		return place{kind: evaluation}
	}
	return place{kind: check, id: string(id)}
}

// step is the step that a place belongs to; empty for none.
func (p place) step() steps.StepID {
	switch p.kind {
	case check, follows, taskList, stepNote, asking:
		return steps.StepID(p.id)
	case taskCard, newTask:
		return steps.Tasks
	case team, memberCard, newMember, agreementCard:
		return steps.Team
	case evaluation, newRound:
		return steps.Evaluation
	}
	return ""
}

// shape is a screen of the width that a place will have.
func shape(p place) screen {
	switch p.kind {
	case firstStart, welcome, overview, follows, trying:
		return newForm(nil).withoutRail()
	case taskList:
		return &table{}
	case treeMap, summary, history, help:
		return &reader{}
	}
	return newForm(nil)
}

// open makes the screen of a place.
// Below is the screen it opens on top of.
func open(p place, f frame, below screen) screen {
	switch p.kind {
	case firstStart:
		return newForm(firstStartPage).withoutRail()
	case welcome:
		return newForm(welcomePage).withoutRail().editingFirst(f)
	case overview:
		return newForm(overviewPage).withoutRail().at(currentRow(f))
	case check:
		return newForm(questionPage(steps.StepID(p.id))).at(firstAsked(steps.StepID(p.id), f)).fromTop(f)
	case follows:
		return newForm(followsPage(steps.StepID(p.id))).withoutRail().fromTop(f)
	case taskList:
		return newTable(sheetOf(steps.StepID(p.id)), f)
	case taskCard:
		return newForm(taskPage(p.id)).at(p.at)
	case newTask:
		return newForm(newTaskPage(p.id)).editingFirst(f)
	case team:
		return newForm(teamPage).at("add")
	case memberCard:
		return newForm(memberPage(p.id)).at(cmp.Or(p.at, "role"))
	case newMember:
		return newForm(newMemberPage).editingFirst(f)
	case stepNote:
		return newForm(stepNotePage(steps.StepID(p.id)))
	case agreementCard:
		return newForm(agreementPage(steps.AgreementID(p.id))).editingFirst(f)
	case evaluation:
		return newForm(evaluationPage)
	case newRound:
		return newForm(newRoundPage)
	case profile:
		return newForm(profilePage).at("level")
	case treeMap:
		return newReader(mapLines)
	case summary:
		return newReader(summaryLines)
	case preview:
		return newReader(previewLines)
	case saveAs:
		return newForm(documentPage).at("write").withoutRail()
	case otherFiles:
		return newForm(otherFilesPage).withoutRail()
	case findingList:
		return newForm(findingsPage)
	case help:
		return newReader(helpLines(below))
	case written:
		return newForm(writtenPage).withoutRail()
	case decisions:
		return newForm(decisionsPage).withoutRail()
	case decisionCard:
		return newForm(decisionPage(p.id)).withoutRail()
	case trying:
		return newForm(trialPage).withoutRail().fromTop(f)
	case meansList:
		return newForm(meansPage)
	case meansCard:
		return newForm(meansCardPage(p.id))
	}
	return newReader(historyLines)
}
