// Package screen is what a screen is: what it may know, what it may ask for, and how it is painted and laid out.
//
// Where the plan stands is asked of steps, never kept here; what a person looks at is the stack of screens in package
// wizard. A screen is a value that turns a message into an effect, and itself into lines. It reads no file and no clock,
// and it changes nothing: the wizard performs the effects, one after the other.
//
// An answer is on disk before the screen says that it is saved. Leaving a field saves it: Esc goes one level up and never
// discards what was typed; an answer to a check that was only pointed to is not given.
package screen

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/planfile/importing"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/form"
)

// Screen is one thing to look at.
type Screen interface {
	// Update takes a key, a paste or what a bubble sent itself, and gives what is to be done about it; nil for nothing.
	Update(msg tea.Msg, f Frame) (Screen, Effect)
	// View lays the screen out for the room that the frame has.
	View(f Frame) Page
	// Keys are the bindings that work here, the most useful first; the footer is made of them.
	Keys(f Frame) []key.Binding
	// Letters says what a letter does.
	Letters(f Frame) Letters
	// Leave gives the effect that keeps what is being typed or chosen, when the screen is left from outside.
	Leave(f Frame) Effect
	// Unsaved says that something typed or chosen is not kept yet.
	Unsaved() bool
	// Searching says that what is typed only looks for something, or is a passphrase: leaving keeps nothing of it.
	Searching() bool
	// Wide says that the screen takes the whole width, without the rail of steps.
	Wide() bool
}

// Letters is what letters do on a screen. There is one rule for all screens: see [docs/KEYS.md].
//
// [docs/KEYS.md]: ../../docs/KEYS.md
type Letters int

// What letters do: nothing, but for those that a choice shows; be commands, on a list; go into a text.
const (
	LettersIdle Letters = iota
	LettersCommand
	LettersType
)

// Pasted is a text that came at once.
type Pasted = form.Pasted

// Clicked is a click on a cell of the page, and Scrolled a turn of the wheel by so many lines. Forms take them, and a click what finds things; on other
// screens the wizard does with keys what they ask.
type (
	Clicked  struct{ X, Y int }
	Scrolled struct{ Lines int }
)

// Frame is what a screen may know.
type Frame struct {
	Width, Height int // room for the page
	Plan          steps.Plan
	Facts         Facts
	Texts         *assets.Texts
	Look          Look
	Today         steps.Date
	Session       *session.Session
	Files         Files
	Documents     []string         // the formats that people read, the usual one first
	Others        []string         // those for other programs
	Chosen        Document         // what is chosen of a document
	Import        importing.Import // what is understood and decided of a file that comes into the plan
	ChosenN       int              // how often either changed
	Written       []Written        // what was written last
	Real          *steps.Plan      // the plan as it is kept, while something is tried
	Past          *steps.Moment    // that after which the plan is shown; nil while it is shown as it is
	Known         Known            // the plans to choose from, where one does
	Copies        []string         // other copies of the plan, beside its file
	Editor        bool             // the person has an editor of their own
	Plans         bool             // there is a list of plans to go to
	Several       bool             // the person chose from it before
	Backups       []Backup         // of the file
	Restoring     Restoring        // the one that may be put back
	Erasables     Erasables        // who and what can be erased for good
	Erasing       Erasing          // what of that is looked at
	Sealing       Sealing          // what is looked at of the encryption of the file
	// Drafts are the texts of this screen that their fields refuse, by the id of the field. A screen adds to them.
	Drafts map[string]Draft
	Unkept []Unkept // those of the plan, of all screens
}

// Kept says whether the plan is shown as it is kept, in a file.
func (f Frame) Kept() bool { return f.Plans && f.Past == nil && f.Real == nil }

// Draft is a text that is not kept, and why; and what its field is called.
type Draft struct{ Text, Problem, Label string }

// Unkept is such a text with the place that shows its field.
type Unkept struct {
	Draft
	Place
}

// Named names such a text, with its field and the step that it belongs to.
func (u Unkept) Named(texts *assets.Texts) string {
	w, text, field := texts.Wizard, OneLine(u.Text), OneLine(u.Label)
	if step := u.Step(); step != "" {
		return w.DraftOfStep.Fill("text", text, "field", field, "n", step.Number())
	}
	return w.DraftOf.Fill("text", text, "field", field)
}

// Moment is what a screen follows from beside its own state: where two are equal, what was laid out still holds.
type Moment struct {
	entries uint64
	width   int
	height  int
	author  string
	chosen  int
	trial   bool
	past    bool
	look    Look
	words   *assets.Texts
}

// Moment is that of the frame.
func (f Frame) Moment() Moment {
	return Moment{f.Session.Journal().Len() + 1, f.Width, f.Height, f.Session.Author(), f.ChosenN, f.Real != nil, f.Past != nil, f.Look, f.Texts}
}

// AtAnyHeight is the moment for what is the same however high the window is.
func (m Moment) AtAnyHeight() Moment {
	m.height = 0
	return m
}

// Page is a screen laid out: lines of any number, and the place of the cursor among them.
type Page struct {
	Title     string // stands in the rule above the page
	Lines     []string
	Cursor    *tea.Position // where the terminal's cursor stands, nil for nowhere
	RowCursor bool          // a cursor that marks a row and not a letter
	Reads     bool          // nothing of it can be chosen
	Below     int           // lines under the cursor that belong to it
	Scroll    int           // lines the page was moved by hand
	Stays     Lines         // they are seen at the foot of the window while they would stand below it
}

// Lines are some lines of a page: from one up to but not including another.
type Lines struct{ From, To int }

// Rule is in the place of a line in [Page.Shown]: there a rule is drawn.
const Rule = -1

// Shown are the lines that are shown in a window of some height, which may lie past the last. Lines that stay in sight stand at its foot,
// below a rule, while the cursor is above them and they would be below the window.
func (p Page) Shown(height int) []int {
	foot := p.Stays.To - p.Stays.From + 1
	offset := p.offset(height)
	below := func() bool { return offset+height < p.Stays.To }
	stays := foot > 1 && foot <= height/3 && below() && p.Cursor != nil && p.Cursor.Y < p.Stays.From
	if stays {
		offset = p.offset(height - foot)
		stays = below()
	}
	shown := make([]int, height)
	for i := range shown {
		shown[i] = offset + i
	}
	if stays {
		shown[height-foot] = Rule
		for i := range foot - 1 {
			shown[height-foot+1+i] = p.Stays.From + i
		}
	}
	return shown
}

// offset is the first line that is shown in a window of some height: as near to the top as the cursor
// allows, moved by what the person scrolled.
func (p Page) offset(height int) int {
	last := max(0, len(p.Lines)-height)
	seen := 0
	if p.Cursor != nil {
		below := min(len(p.Lines)-1-p.Cursor.Y, max(2, p.Below)) // what stands under the field stays in sight
		seen = min(max(0, p.Cursor.Y+below+1-height), last, p.Cursor.Y)
	}
	return min(max(0, seen+p.Scroll), last)
}
