package screen

// Erasable is who or what can be erased for good.
type Erasable struct {
	What  string // as the command takes it: member:ID, name:NAME, answers:SHEET
	Name  string // of the person, or the title of the sheet
	Since string // how long somebody is gone; empty for who is there, and for a sheet
}

// Erasables are all of them, those who left longest ago first.
type Erasables struct{ Gone, Present, Sheets []Erasable }

// All are they in that order.
func (e Erasables) All() (all []Erasable) {
	return append(append(append(all, e.Gone...), e.Present...), e.Sheets...)
}

// Erasing is what erasing something would do.
type Erasing struct {
	What  string
	Says  []string    // what goes, where, and what stays; or why it cannot be
	InAll bool        // anything goes, whatever is ticked
	Alone []AloneText // where a part of the name stands alone
	In    []string    // the texts that are ticked of these
}

// Changes says whether anything would go.
func (e Erasing) Changes() bool { return e.InAll || len(e.In) > 0 }

// AloneText is a text in which a part of a name stands alone: the whole, and the line around the name.
type AloneText struct{ Text, Shown string }
