package page

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// field is a part of a sheet: a field of a form, and what follows from it.
type field struct {
	form.Field
	// Save gives the effect that keeps a value, or says what is wrong with it.
	Save func(value string) (screen.Effect, string)
	// Enter gives instead what Enter does with what is typed, which is not kept, or says what is wrong with it.
	Enter  func(value string) (screen.Effect, string)
	Then   screen.Effect             // what Enter does once a decisive choice is kept
	Choose map[string]screen.Effect  // what Enter does instead, by the value that is chosen
	Open   screen.Effect             // what Enter does on an action
	OpenAt func(x int) screen.Effect // what a click on a cell of an action does, from its first; nil for what Enter does
	Remove screen.Effect             // what Delete does
	Why    func() steps.Reason       // where what is shown comes from, told by the key w
	// Commands are letters of a list that work while the cursor is on the field, before those of the whole list.
	Commands []command
	Next     bool // an action after which the next field has the focus
}

// refuses says that a value is the draft, which only Enter tries again.
func (fd field) refuses(value string) bool { return fd.Problem != "" && value == fd.Draft }

// sheet is what a form shows at one moment.
type sheet struct {
	Title    string
	Fields   []field
	Commands []command // letters that work on all of its rows, and on a form on all fields that take no text
	Unkept   bool      // what is typed is gone once the form is left: Esc first goes back field by field
	Labels   int       // width of the column of labels, 0 for the usual
	Beside   int       // width of the second column, 0 for none
}

// command is a letter, or another key, of a list.
type command struct {
	Key    string
	Label  assets.Text
	Effect screen.Effect
	Make   func() screen.Effect // makes the effect once the key is pressed, where that takes work; nil where Effect is there
}

// does is what the key has done.
func (c command) does() screen.Effect {
	if c.Make != nil {
		return c.Make()
	}
	return c.Effect
}

// usualLabels is the width of the column of labels where a sheet says none.
const usualLabels = 13

// Form is the screen that nearly everything is: a form, made anew from the plan at each look, so that it never shows what is
// no longer so. The focus stays on a field by its id. A form of nothing but rows to open is a list: there, letters are
// commands.
type Form struct {
	build    func(f screen.Frame) sheet
	focus    string // the id of the field with the focus; empty for the first
	at       int    // its index, which takes over when no field has its id any more
	noRail   bool   // the form takes the whole width
	panes    bool   // it is laid out for all the width that there is
	acrossTo string // the field of the other column that had the focus last
	scroll   int    // lines the page was moved by hand, until the cursor moves again

	made    sheet // what build gave for the state the form was last looked at in
	form    *form.Form
	madeFor screen.Moment
}

// newForm is a form with the focus on its first field. Build gives its sheet, and is called when the frame's moment changed.
func newForm(build func(screen.Frame) sheet) *Form { return &Form{build: build} }

// look makes the form once for each moment.
func (s *Form) look(f screen.Frame) {
	now := f.Moment()
	if s.form != nil && s.madeFor == now {
		return
	}
	s.made, s.madeFor = s.build(f), now
	if s.made.Labels == 0 {
		s.made.Labels = usualLabels
	}
	fields := make([]form.Field, len(s.made.Fields))
	for i := range s.made.Fields {
		fd := &s.made.Fields[i]
		if fd.Kind != form.Action {
			fd.Label = assets.Capital(fd.Label)
		}
		if fd.Save != nil {
			fd.Check = func(value string) string { _, problem := fd.Save(value); return problem }
			fd.Draft, fd.Problem = f.Drafts[fd.ID].Text, f.Drafts[fd.ID].Problem
		}
		if fd.Enter != nil {
			fd.Check = func(value string) string { _, problem := fd.Enter(value); return problem }
		}
		fields[i] = fd.Field
	}
	before := s.form
	if before == nil { // first what is not kept
		for _, fd := range fields {
			if fd.Problem != "" {
				s.focus = fd.ID
				break
			}
		}
	}
	style := f.FormStyle()
	style.Beside = s.made.Beside
	if s.isList() {
		style.Placed, style.PlaceRoom = f.Placed, f.PlaceRoom()
	}
	s.form = form.New(fields, f.Width, s.made.Labels, style)
	if !s.form.Focus(s.focus) {
		s.form.FocusAt(s.at)
	}
	s.form.Resume(before)
	s.follow()
}

// follow remembers where the focus is.
func (s *Form) follow() {
	if fd, _ := s.form.Focused(); fd != nil {
		s.focus, s.at = fd.ID, s.form.Index()
	}
}

// typingFirst begins in the first text that is empty.
func (s *Form) typingFirst(f screen.Frame) *Form {
	s.look(f)
	for _, fd := range s.made.Fields {
		if fd.Kind.Typed() && fd.Value == "" {
			return s.StartAt(fd.ID)
		}
	}
	return s
}

// StartAt puts the focus on a field.
func (s *Form) StartAt(id string) *Form {
	if s.focus = id; s.form != nil {
		s.form.Focus(id)
	}
	return s
}

// fromTop begins with what there is to read, also where the first field stands below it.
func (s *Form) fromTop(f screen.Frame) *Form { s.scroll = -s.View(f).Shown(f.Height)[0]; return s }

// withoutRail gives the form the whole width.
func (s *Form) withoutRail() *Form { s.noRail = true; return s }

// allWidth gives the form all the width that there is: it has two columns where that is wide.
func (s *Form) allWidth() *Form { s.panes = true; return s }

// Readable is how wide the form is at most in a frame of some width.
func (s *Form) Readable(width int) int {
	if s.panes {
		return width
	}
	return min(width, screen.Readable)
}

// Searching says no: what is typed in a form is kept, but a passphrase, and what only Enter takes.
func (s *Form) Searching() bool {
	return s.form != nil && (s.focused().Secret || s.focused().Enter != nil)
}

// Wide says that the form takes the whole width.
func (s *Form) Wide() bool { return s.noRail }

// Letters are text in a text field, commands in a list, and nothing elsewhere.
func (s *Form) Letters(f screen.Frame) screen.Letters {
	s.look(f)
	switch fd, _ := s.form.Focused(); {
	case fd != nil && fd.Kind.Typed():
		return screen.LettersType
	case s.isList():
		return screen.LettersCommand
	}
	return screen.LettersIdle
}

// isList says whether there is nothing but rows to open.
func (s *Form) isList() bool {
	for _, fd := range s.made.Fields {
		if fd.Kind != form.Lines && fd.Kind != form.Action {
			return false
		}
	}
	return true
}

// field is the part of the sheet with an id.
func (s *Form) field(id string) field {
	for _, fd := range s.made.Fields {
		if fd.Kind != form.Lines && fd.ID == id {
			return fd
		}
	}
	return field{}
}

// Holds gives the value of a field as the plan stands, and says whether it is there.
func (s *Form) Holds(id string, f screen.Frame) (value string, there bool) {
	for _, fd := range s.build(f).Fields {
		if fd.Kind != form.Lines && fd.ID == id {
			return fd.Value, true
		}
	}
	return "", false
}

// focused is the part of the sheet with the focus.
func (s *Form) focused() field {
	if fd, _ := s.form.Focused(); fd != nil {
		return s.field(fd.ID)
	}
	return field{}
}

// Pointing says that a choice that tells what follows from it points to another answer than the one that is kept: pointing is looking, and
// only Enter, the letter of the option or going on to the next field answers.
func (s *Form) Pointing() bool { return s.form != nil && s.focused().Decisive && s.form.Changed() }

// Leave keeps what is being typed, and a choice that was moved, but for an answer that was only pointed to.
func (s *Form) Leave(f screen.Frame) screen.Effect {
	s.look(f)
	if s.Pointing() {
		return nil
	}
	if !s.form.Changed() {
		return s.keep(s.focused(), "", false, f)
	}
	fd := s.focused()
	_, value := s.form.Focused()
	if fd.refuses(value) {
		return nil
	}
	effect := s.keep(fd, value, true, f)
	if effect != nil {
		s.form.HandOver()
	}
	return effect
}

// Unsaved says that a text or a choice was changed, and the field was not left.
func (s *Form) Unsaved() bool {
	if s.form == nil || s.Searching() || !s.form.Changed() {
		return false
	}
	_, value := s.form.Focused()
	return !s.focused().refuses(value)
}

// keep gives the effect that keeps a value. What is wrong is kept in memory, and shown again.
func (s *Form) keep(fd field, value string, changed bool, f screen.Frame) screen.Effect {
	if fd.Save == nil {
		return nil
	}
	var effect screen.Effect
	problem := ""
	if changed {
		effect, problem = fd.Save(value)
	}
	if problem == "" {
		if _, had := f.Drafts[fd.ID]; had {
			s.madeFor = screen.Moment{}
		}
		delete(f.Drafts, fd.ID)
		return effect
	}
	f.Drafts[fd.ID] = screen.Draft{Text: value, Problem: problem, Label: underTitle(s.made.Title, fd.Label)}
	s.madeFor = screen.Moment{}
	return nil
}

// underTitle is what a field is called outside its page: after what the page is about.
func underTitle(title, label string) string {
	if title == "" {
		return label
	}
	return title + " · " + label
}

// Update moves the focus, takes what is typed or chosen, and gives the effect of a command.
func (s *Form) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	s.look(f)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		effect := s.press(msg, f)
		s.follow()
		return s, effect
	case screen.Clicked:
		effect := s.click(msg, f)
		s.follow()
		return s, effect
	case screen.Scrolled:
		s.move(msg.Lines, f)
		return s, nil
	case screen.Pasted:
		cmd, _ := s.form.Paste(msg.Text, msg.More)
		return s, runs(cmd)
	}
	return s, runs(s.form.Answer(msg))
}

// Replace puts a text that was changed elsewhere in the place of what is being typed in a field, whole or not at all, and says why not.
func (s *Form) Replace(field, text string, f screen.Frame) (problem string) {
	s.look(f)
	s.form.Focus(field)
	s.follow()
	return s.form.Replace(text)
}

// runs is the effect of a bubble's own command.
func runs(cmd tea.Cmd) screen.Effect {
	if cmd == nil {
		return nil
	}
	return screen.Run{Cmd: cmd}
}

// Gone says that what the form was about was taken back.
func (s *Form) Gone(f screen.Frame) bool { s.look(f); return len(s.made.Fields) == 0 }

// View draws the fields below each other.
func (s *Form) View(f screen.Frame) screen.Page {
	gone := s.Gone(f)
	p := screen.Page{Title: s.made.Title, Scroll: s.scroll, RowCursor: s.Letters(f) != screen.LettersType}
	if gone {
		p.Lines = []string{"", f.Look.Muted.On(string(f.Texts.Wizard.GoneAway))}
		return p
	}
	p.Lines, p.Cursor, p.Below = s.form.View()
	p.Below = min(p.Below, f.Height-1)
	p.Stays.From, p.Stays.To = s.form.Stays()
	return p
}
