package wizard

import (
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

// pasted is a text that came at once: marked by the terminal, or as keys that came faster than a hand.
type pasted struct {
	text   string
	asKeys bool
	more   bool // the rest of the paste before it
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
	files         Files
	documents     []string // the formats that people read, the usual one first
	others        []string // those for other programs
	folder        string   // where files are written
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
	return moment{f.session.Journal().Len() + 1, f.width, f.session.Author(), f.folder, f.chosenN, f.real != nil, f.look, f.texts}
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
