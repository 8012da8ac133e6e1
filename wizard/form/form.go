// Package form is the screen that nearly everything is: lines to read, fields to fill in and rows to open, one below the
// other. What stands in it is made anew from the plan at each look, so it never shows what is no longer so. It knows
// nothing of the step plan: what a field keeps is said by who made the field.
package form

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// FieldKind is how a field works.
type FieldKind int

const (
	reading  FieldKind = iota // lines that are only read
	Action                    // Enter performs its effect
	OneText                   // a text of one line
	LongText                  // a text of several lines
	Choosing                  // one of a few options, beside each other
	Ticking                   // any of a few options
)

// Field is one part of a form.
type Field struct {
	ID      string
	Kind    FieldKind
	Lines   []string // of a reading field, laid out
	Label   string
	Value   string // as it stands in the plan, in the form it is typed in; of a ticking field, ids parted by commas
	Shown   string // how the value is shown, where that differs
	Hint    string // stands in the place of an empty value
	Help    []string
	Options []Option
	// Decisive: only Enter makes the choice; leaving the field does not.
	Decisive bool
	// Save gives the effect that keeps a value, or says what is wrong with it.
	Save   func(value string) (screen.Effect, string)
	Open   screen.Effect // what Enter does on an action
	Remove screen.Effect // what Delete does
	Muted  bool          // an action that is less wanted than the others
	Why    steps.Reason  // where what is shown comes from, told by the key w
	// Replaced: what is typed or pasted without Enter takes the place of the value, as in a spreadsheet.
	Replaced   bool
	EnterFirst bool // letters are text only after Enter
}

// Option is one of the values of a field, and what it is called.
type Option struct{ Value, Label string }

// Sheet is what a form shows at one moment.
type Sheet struct {
	Title    string
	Fields   []Field
	Commands []Command
	Labels   int // width of the column of labels, 0 for the usual
}

// Command is a key that works anywhere in a form.
type Command struct {
	Key    string
	Label  assets.Text
	Effect screen.Effect
	Edit   string // the id of the field to begin with, instead of an effect
}

// UsualLabels is the width of the column of labels where a sheet says none.
const UsualLabels = 13

// Form is the screen of a sheet. The cursor is on a field by its id, so that it stays there when the sheet is made anew.
type Form struct {
	build    func(f screen.Frame) Sheet
	focus    string  // the id of the focused field; empty for the first
	row      int     // the index of the focused field, which takes over when no field has its id any more
	typeOn   bool    // Enter in a text opens the next empty one
	escaped  bool    // after Esc letters are commands though the field takes text, until the cursor moves
	noRail   bool    // the form takes the whole width
	editor   *Editor // the text being typed in the focused field; nil for none
	returnTo string  // the id of the field that a command left for the one being typed in
	picked   string  // the option that the cursor is on, once it moved
	moved    bool
	problem  string
	scroll   int // lines the page was moved by hand, until the cursor moves again

	made    Sheet // what build gave for the state the form was last looked at in
	madeFor screen.Moment
}

// New is a form with the cursor on its first field. Build gives its sheet, and is called when the frame's moment changed.
func New(build func(screen.Frame) Sheet) *Form { return &Form{build: build} }

// sheet is what stands in the form; it is made once for each moment.
func (s *Form) sheet(f screen.Frame) Sheet {
	if now := f.Moment(); s.madeFor != now {
		s.made, s.madeFor = s.build(f), now
	}
	return s.made
}

// EditingFirst begins with typing in the first field that is empty and takes text.
func (s *Form) EditingFirst(f screen.Frame) *Form {
	for _, fd := range s.sheet(f).Fields {
		if fd.takesText() && fd.Value == "" {
			s.focus, s.typeOn = fd.ID, true
			s.edit(fd, f)
			break
		}
	}
	return s
}

// At puts the cursor on a field.
func (s *Form) At(id string) *Form { s.focus = id; return s }

// FromTop begins with what there is to read, also where the first field stands below it.
func (s *Form) FromTop(f screen.Frame) *Form { s.scroll = -s.View(f).Offset(f.Height); return s }

// WithoutRail gives the form the whole width.
func (s *Form) WithoutRail() *Form { s.noRail = true; return s }

// Wide says that the form takes the whole width.
func (s *Form) Wide() bool { return s.noRail }

// Typing: on a field that takes text, letters are text; after Esc they are commands again.
func (s *Form) Typing(f screen.Frame) bool {
	fields, at := s.focusable(s.sheet(f))
	return s.editor != nil || len(fields) > 0 && s.typesAtOnce(fields[at])
}

// Editing says whether a text is being typed.
func (s *Form) Editing() bool { return s.editor != nil }

// typesAtOnce says whether a letter begins a text in a field.
func (s *Form) typesAtOnce(fd Field) bool { return fd.takesText() && !fd.EnterFirst && !s.escaped }

func (fd Field) takesText() bool { return fd.Kind == OneText || fd.Kind == LongText }

// focusable gives the fields the cursor can be on, and which of them it is on.
func (s *Form) focusable(sh Sheet) (fields []Field, at int) {
	at = s.row
	for _, fd := range sh.Fields {
		if fd.Kind != reading {
			if fd.ID == s.focus {
				at = len(fields)
			}
			fields = append(fields, fd)
		}
	}
	return fields, max(0, min(at, len(fields)-1))
}

// focusOn moves the cursor to a field.
func (s *Form) focusOn(fields []Field, to int) {
	s.row = min(max(to, 0), len(fields)-1)
	s.focus = fields[s.row].ID
	s.escaped = false
}

// Update moves the cursor, takes what is typed or chosen, and gives the effect of a command.
func (s *Form) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	sh := s.sheet(f)
	fields, at := s.focusable(sh)
	if len(fields) == 0 {
		return s, s.command(msg, sh, f)
	}
	fd := fields[at]
	if s.editor != nil {
		return s, s.updateEditor(msg, f, fields, at)
	}
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		if _, isPaste := msg.(screen.Pasted); isPaste && fd.takesText() {
			return s, s.typeInto(msg, f, fields, at)
		}
		return s, nil
	}
	s.problem = ""
	name := pressed.String()
	if name == "pgup" || name == "pgdown" {
		s.page(name == "pgdown", f)
		return s, nil
	}
	unseen := s.scroll != 0
	s.scroll = 0
	if pressed.Text != "" && s.typesAtOnce(fd) {
		return s, s.typeInto(msg, f, fields, at)
	}
	if unseen && slices.Contains([]string{"enter", "space", "up", "down", "tab", "shift+tab"}, name) {
		return s, nil // first show where the cursor is
	}
	switch name {
	case "up", "shift+tab":
		return s, s.leaveTo(fields, at, at-1)
	case "down", "tab":
		return s, s.leaveTo(fields, at, at+1)
	case "home":
		return s, s.leaveTo(fields, at, 0)
	case "end":
		return s, s.leaveTo(fields, at, len(fields)-1)
	case "left", "right":
		s.move(fd, name == "right")
		return s, nil
	case "enter":
		return s, s.enter(fields, at, f)
	case "space":
		if fd.Kind == Ticking {
			return s, s.tick(fd)
		}
		return s, nil
	case "w":
		if fd.Why.Rule != "" && !fd.takesText() {
			return s, screen.Explain{Reasons: []steps.Reason{fd.Why}}
		}
	case "delete", "backspace":
		return s, fd.Remove
	case "esc":
		return s, screen.Then(s.chosen(fd), screen.Back(1))
	}
	return s, s.command(msg, sh, f)
}

// page moves what is shown without moving the cursor.
func (s *Form) page(down bool, f screen.Frame) {
	by := f.Height - 2
	if !down {
		by = -by
	}
	most := max(0, len(s.View(f).Lines)-f.Height)
	s.scroll = min(max(-most, s.scroll+by), most)
}

// command gives the effect of a letter that works anywhere in the form.
func (s *Form) command(msg tea.Msg, sh Sheet, f screen.Frame) screen.Effect {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	if pressed.String() == "esc" {
		return screen.Back(1)
	}
	for _, c := range sh.Commands {
		if pressed.String() != c.Key {
			continue
		}
		for _, fd := range sh.Fields {
			if c.Edit != "" && fd.ID == c.Edit {
				fields, at := s.focusable(sh)
				s.returnTo = fields[at].ID
				s.focus, s.moved, s.escaped = fd.ID, false, false
				s.edit(fd, f)
			}
		}
		return c.Effect
	}
	return nil
}

// leaveTo moves the focus; a choice that was moved is kept on leaving.
func (s *Form) leaveTo(fields []Field, at, to int) screen.Effect {
	effect := s.chosen(fields[at])
	s.focusOn(fields, to)
	return effect
}

func (s *Form) enter(fields []Field, at int, f screen.Frame) screen.Effect {
	switch fd := fields[at]; fd.Kind {
	case Action:
		return fd.Open
	case OneText, LongText:
		s.edit(fd, f)
		return nil
	case Ticking:
		return s.tick(fd)
	default:
		picked, any := s.pickedIn(fd)
		if !any {
			s.problem = string(f.Texts.Wizard.ChooseFirst)
			return nil
		}
		s.picked, s.moved = "", false
		var effect screen.Effect
		if picked != fd.Value || fd.Decisive {
			effect = s.keep(fd, picked)
		}
		if s.problem == "" && !fd.Decisive {
			s.focusOn(fields, at+1)
		}
		return effect
	}
}

func (s *Form) indent(f screen.Frame) int {
	labels := s.sheet(f).Labels
	if labels == 0 {
		labels = UsualLabels
	}
	return labels + 2
}

// Keys are those of the focused field, and the commands.
func (s *Form) Keys(f screen.Frame) []key.Binding {
	w := f.Texts.Wizard.Keys
	if s.editor != nil {
		bindings := []key.Binding{screen.Binding("enter", w.Save)}
		if s.editor.area != nil {
			bindings = append(bindings, screen.Binding("ctrl+j", w.NewLine))
		}
		return bindings
	}
	sh := s.sheet(f)
	fields, at := s.focusable(sh)
	var bindings []key.Binding
	if s.scroll < 0 {
		bindings = append(bindings, screen.Binding("enter", w.ReadOn))
	} else if len(fields) > 0 {
		switch fields[at].Kind {
		case Action:
			bindings = append(bindings, screen.Binding("enter", w.Open))
		case OneText, LongText:
			if s.Typing(f) {
				bindings = append(bindings, screen.Binding("a–z", w.TypesAtOnce))
			}
			bindings = append(bindings, screen.Binding("enter", w.Type))
		case Choosing:
			bindings = append(bindings, screen.Binding("←/→", w.Choose), screen.Binding("enter", w.Save))
		case Ticking:
			bindings = append(bindings, screen.Binding("space", w.Tick))
		}
		if fields[at].Why.Rule != "" {
			bindings = append(bindings, screen.Binding("w", w.Why))
		}
		if fields[at].Remove != nil {
			bindings = append(bindings, screen.Binding("del", w.Remove))
		}
	}
	if s.Typing(f) {
		return bindings
	}
	for _, c := range sh.Commands {
		bindings = append(bindings, screen.Binding(c.Key, c.Label))
	}
	return bindings
}
