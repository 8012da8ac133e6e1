package wizard

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// A form is the screen nearly everything is: lines to read, fields to fill in and rows to open, one below
// the other. What stands in it is made anew from the plan at each look, so it never shows what is no longer so.

// fieldKind is how a field works.
type fieldKind int

const (
	reading  fieldKind = iota // lines that are only read
	action                    // Enter performs its effect
	oneText                   // a text of one line
	longText                  // a text of several lines
	choosing                  // one of a few options, beside each other
	ticking                   // any of a few options
)

// field is one part of a form.
type field struct {
	id      string
	kind    fieldKind
	lines   []string // of a reading field, laid out
	label   string
	value   string // as it stands in the plan, in the form it is typed in; of a ticking field, ids parted by commas
	shown   string // how the value is shown, where that differs
	hint    string // stands in the place of an empty value
	help    []string
	options []option
	// decisive: only Enter makes the choice; leaving the field does not.
	decisive bool
	// save gives the wish that keeps a value, or says what is wrong with it.
	save func(value string) (screen.Effect, string)
	// open is what Enter wishes on an action; remove what Delete does.
	open   screen.Effect
	remove screen.Effect
	quiet  bool         // an action that is less wanted than the others
	why    steps.Reason // where what is shown comes from, told by the key w
	// replaced: what is typed or pasted without Enter takes the place of the value, as in a spreadsheet.
	replaced bool
	calm     bool // letters are text only after Enter
}

type option struct{ value, label string }

// sheet is what a form shows at one moment.
type sheet struct {
	title    string
	fields   []field
	commands []command
	labels   int // width of the column of labels, 0 for the usual
}

// command is a key that works anywhere in a form.
type command struct {
	key   string
	label assets.Text
	wish  screen.Effect
	edit  string // instead of a wish: begin with this field
}

const usualLabels = 13

type form struct {
	build   func(f screen.Frame) sheet
	focus   string // the id of the focused field; empty for the first
	row     int    // its place among the fields, for when it is there no more
	flow    bool   // Enter goes on typing in the next empty field
	rest    bool   // after Esc letters are commands though the field takes text, until the cursor moves
	full    bool   // without the rail
	editor  *editor
	aside   string // the field a key led away from to the one being typed in, to go back to
	picked  string // the option the cursor is on, where moved
	moved   bool
	problem string
	scroll  int // lines the page was moved by hand, until the cursor moves again

	made    sheet // what build gave for the state the form was last looked at in
	madeFor screen.Moment
}

func newForm(build func(screen.Frame) sheet) *form { return &form{build: build} }

// sheet is what stands in the form; it is made once for each moment.
func (s *form) sheet(f screen.Frame) sheet {
	if now := f.Moment(); s.madeFor != now {
		s.made, s.madeFor = s.build(f), now
	}
	return s.made
}

// editingFirst begins with typing in the first field that is empty and takes text.
func (s *form) editingFirst(f screen.Frame) *form {
	for _, fd := range s.sheet(f).fields {
		if fd.takesText() && fd.value == "" {
			s.focus, s.flow = fd.id, true
			s.edit(fd, f)
			break
		}
	}
	return s
}

func (s *form) at(id string) *form { s.focus = id; return s }

// fromTop begins with what there is to read, also where the first field stands below it.
func (s *form) fromTop(f screen.Frame) *form { s.scroll = -s.View(f).Offset(f.Height); return s }

func (s *form) withoutRail() *form { s.full = true; return s }

func (s *form) Wide() bool { return s.full }

// Typing: on a field that takes text, letters are text; after Esc they are commands again.
func (s *form) Typing(f screen.Frame) bool {
	fields, at := s.focusable(s.sheet(f))
	return s.editor != nil || len(fields) > 0 && s.typesAtOnce(fields[at])
}

// editing says whether a text is being typed.
func (s *form) editing() bool { return s.editor != nil }

// typesAtOnce says whether a letter begins a text in a field.
func (s *form) typesAtOnce(fd field) bool { return fd.takesText() && !fd.calm && !s.rest }

func (fd field) takesText() bool { return fd.kind == oneText || fd.kind == longText }

// focusable gives the fields the cursor can be on, and which of them it is on.
func (s *form) focusable(sh sheet) (fields []field, at int) {
	at = s.row
	for _, fd := range sh.fields {
		if fd.kind != reading {
			if fd.id == s.focus {
				at = len(fields)
			}
			fields = append(fields, fd)
		}
	}
	return fields, max(0, min(at, len(fields)-1))
}

// focusOn moves the cursor to a field.
func (s *form) focusOn(fields []field, to int) {
	s.row = min(max(to, 0), len(fields)-1)
	s.focus = fields[s.row].id
	s.rest = false
}

func (s *form) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
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
		if fd.kind == ticking {
			return s, s.tick(fd)
		}
		return s, nil
	case "w":
		if fd.why.Rule != "" && !fd.takesText() {
			return s, screen.Explain{Reasons: []steps.Reason{fd.why}}
		}
	case "delete", "backspace":
		return s, fd.remove
	case "esc":
		return s, screen.Then(s.chosen(fd), screen.Back(1))
	}
	return s, s.command(msg, sh, f)
}

// page moves what is shown without moving the cursor.
func (s *form) page(down bool, f screen.Frame) {
	by := f.Height - 2
	if !down {
		by = -by
	}
	most := max(0, len(s.View(f).Lines)-f.Height)
	s.scroll = min(max(-most, s.scroll+by), most)
}

// command performs the wish of a letter that works anywhere in the form.
func (s *form) command(msg tea.Msg, sh sheet, f screen.Frame) screen.Effect {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	if pressed.String() == "esc" {
		return screen.Back(1)
	}
	for _, c := range sh.commands {
		if pressed.String() != c.key {
			continue
		}
		for _, fd := range sh.fields {
			if c.edit != "" && fd.id == c.edit {
				fields, at := s.focusable(sh)
				s.aside = fields[at].id
				s.focus, s.moved, s.rest = fd.id, false, false
				s.edit(fd, f)
			}
		}
		return c.wish
	}
	return nil
}

// leaveTo moves the focus; a choice that was moved is kept on leaving.
func (s *form) leaveTo(fields []field, at, to int) screen.Effect {
	wish := s.chosen(fields[at])
	s.focusOn(fields, to)
	return wish
}

func (s *form) enter(fields []field, at int, f screen.Frame) screen.Effect {
	switch fd := fields[at]; fd.kind {
	case action:
		return fd.open
	case oneText, longText:
		s.edit(fd, f)
		return nil
	case ticking:
		return s.tick(fd)
	default:
		picked, any := s.pickedIn(fd)
		if !any {
			s.problem = string(f.Texts.Wizard.ChooseFirst)
			return nil
		}
		s.picked, s.moved = "", false
		var wish screen.Effect
		if picked != fd.value || fd.decisive {
			wish = s.keep(fd, picked)
		}
		if s.problem == "" && !fd.decisive {
			s.focusOn(fields, at+1)
		}
		return wish
	}
}

func (s *form) indent(f screen.Frame) int {
	labels := s.sheet(f).labels
	if labels == 0 {
		labels = usualLabels
	}
	return labels + 2
}

func (s *form) Keys(f screen.Frame) []key.Binding {
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
		switch fields[at].kind {
		case action:
			bindings = append(bindings, screen.Binding("enter", w.Open))
		case oneText, longText:
			if s.Typing(f) {
				bindings = append(bindings, screen.Binding("a–z", w.TypesAtOnce))
			}
			bindings = append(bindings, screen.Binding("enter", w.Type))
		case choosing:
			bindings = append(bindings, screen.Binding("←/→", w.Choose), screen.Binding("enter", w.Save))
		case ticking:
			bindings = append(bindings, screen.Binding("space", w.Tick))
		}
		if fields[at].why.Rule != "" {
			bindings = append(bindings, screen.Binding("w", w.Why))
		}
		if fields[at].remove != nil {
			bindings = append(bindings, screen.Binding("del", w.Remove))
		}
	}
	if s.Typing(f) {
		return bindings
	}
	for _, c := range sh.commands {
		bindings = append(bindings, screen.Binding(c.key, c.label))
	}
	return bindings
}
