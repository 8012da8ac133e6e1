package screen

import "slices"

// Erasable is who or what can be erased for good.
type Erasable struct {
	What  string // as the command takes it: member:ID, name:NAME, answers:SHEET, plan:ID
	Name  string // of the person, the title of the sheet, or whose plan it is
	Since string // how long somebody is gone; empty for who is there, and for a sheet
}

// Erasables are all of them, those who left longest ago first.
type Erasables struct{ Gone, Present, Sheets, Plan []Erasable }

// All are they in that order.
func (e Erasables) All() []Erasable {
	return slices.Concat(e.Gone, e.Present, e.Sheets, e.Plan)
}

// Erasing is what erasing something would do.
type Erasing struct {
	What  string
	Says  []string    // what goes, where, and what stays; or why it cannot be
	InAll bool        // anything goes, whatever is ticked
	Alone []AloneText // where a part of the name stands alone
	In    []string    // the texts that are ticked of these
	// Confirm is what must be typed before it is done, and Typed what was; empty for nothing.
	Confirm, Typed string
}

// Changes says whether anything would go.
func (e Erasing) Changes() bool { return e.InAll || len(e.In) > 0 }

// Confirmed says whether what must be typed was typed.
func (e Erasing) Confirmed() bool { return e.Confirm == e.Typed }

// AloneText is a text in which a part of a name stands alone: the whole, and the line around the name.
type AloneText struct{ Text, Shown string }
