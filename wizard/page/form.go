package page

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
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
	Save   func(value string) (screen.Effect, string)
	Then   screen.Effect            // what Enter does once a decisive choice is kept
	Choose map[string]screen.Effect // what Enter does instead, by the value that is chosen
	Open   screen.Effect            // what Enter does on an action
	Remove screen.Effect            // what Delete does
	Why    steps.Reason             // where what is shown comes from, told by the key w
	Next   bool                     // an action after which the next field has the focus
	Adds   bool                     // a text that is added to others: after that the field is empty again
}

// refuses says that a value is the draft, which only Enter tries again.
func (fd field) refuses(value string) bool { return fd.Problem != "" && value == fd.Draft }

// sheet is what a form shows at one moment.
type sheet struct {
	Title    string
	Fields   []field
	Commands []command // letters that work where there is nothing but rows to open
	Labels   int       // width of the column of labels, 0 for the usual
}

// command is a letter, or another key, of a list.
type command struct {
	Key    string
	Label  assets.Text
	Effect screen.Effect
}

// usualLabels is the width of the column of labels where a sheet says none.
const usualLabels = 13

// Form is the screen that nearly everything is: a form, made anew from the plan at each look, so that it never shows what is
// no longer so. The focus stays on a field by its id. A form of nothing but rows to open is a list: there, letters are
// commands.
type Form struct {
	build  func(f screen.Frame) sheet
	focus  string // the id of the field with the focus; empty for the first
	at     int    // its index, which takes over when no field has its id any more
	noRail bool   // the form takes the whole width
	scroll int    // lines the page was moved by hand, until the cursor moves again

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
	s.form = form.New(fields, f.Width, s.made.Labels, f.FormStyle())
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
func (s *Form) fromTop(f screen.Frame) *Form { s.scroll = -s.View(f).Offset(f.Height); return s }

// withoutRail gives the form the whole width.
func (s *Form) withoutRail() *Form { s.noRail = true; return s }

// Searching says no: what is typed in a form is kept.
func (s *Form) Searching() bool { return false }

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

// focused is the part of the sheet with the focus.
func (s *Form) focused() field {
	if fd, _ := s.form.Focused(); fd != nil {
		return s.field(fd.ID)
	}
	return field{}
}

// Leave keeps what is being typed, and a choice that was moved.
func (s *Form) Leave(f screen.Frame) screen.Effect {
	s.look(f)
	if !s.form.Changed() {
		return s.keep(s.focused(), "", false, f)
	}
	fd := s.focused()
	_, value := s.form.Focused()
	if fd.refuses(value) {
		return nil
	}
	return s.keep(fd, value, true, f)
}

// Unsaved is the text that is being typed, where that was changed.
func (s *Form) Unsaved() string {
	if s.form == nil || !s.form.Changed() {
		return ""
	}
	fd, value := s.form.Focused()
	if !fd.Kind.Typed() || s.focused().refuses(value) {
		return ""
	}
	return value
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
		if fd.Adds && effect != nil {
			s.follow()
			s.form = nil
			s.look(f)
		}
		return effect
	}
	f.Drafts[fd.ID] = screen.Draft{Text: value, Problem: problem}
	s.madeFor = screen.Moment{}
	return nil
}

// Update moves the focus, takes what is typed or chosen, and gives the effect of a command.
func (s *Form) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	s.look(f)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		effect := s.press(msg, f)
		s.follow()
		return s, effect
	case screen.Pasted:
		cmd, _ := s.form.Paste(msg.Text, msg.More)
		return s, runs(cmd)
	}
	return s, runs(s.form.Answer(msg))
}

// runs is the effect of a bubble's own command.
func runs(cmd tea.Cmd) screen.Effect {
	if cmd == nil {
		return nil
	}
	return screen.Run{Cmd: cmd}
}

func (s *Form) press(pressed tea.KeyPressMsg, f screen.Frame) screen.Effect {
	name, letters := pressed.String(), s.Letters(f)
	if name == "pgup" || name == "pgdown" {
		s.page(name == "pgdown", f)
		return nil
	}
	hidden := s.scroll != 0 && s.hidden(f)
	if s.scroll = 0; hidden && slices.Contains([]string{"enter", "space", "up", "down", "tab", "shift+tab"}, name) || hidden && letters != screen.LettersType && s.form.Takes(pressed) {
		return nil // first show where the cursor is
	}
	fd := s.focused()
	switch {
	case name == "esc":
		_, value := s.form.Focused()
		effect := saidKept(s.Leave(f), fd, value, f)
		if draft, refused := f.Drafts[fd.ID]; refused {
			effect = screen.Then(effect, screen.Say{Text: f.Texts.Wizard.DraftLeft.Fill("field", fd.Label, "text", screen.OneLine(draft.Text))})
		}
		return screen.Then(effect, screen.Back(1))
	case name == "ctrl+z" || name == "ctrl+y":
		return s.retype(name, f)
	case letters != screen.LettersType && (name == "home" || name == "end"):
		return s.toEdge(name == "home", f)
	case letters != screen.LettersType && name == "delete":
		return fd.Remove
	case pressed.Text != "" && !s.form.Takes(pressed):
		return s.letter(name, fd, f)
	}
	event, cmd := s.form.Update(pressed)
	return screen.Then(s.became(event, f), runs(cmd))
}

// became is what follows from a field that was left or entered.
func (s *Form) became(event form.Event, f screen.Frame) screen.Effect {
	fd := s.field(event.Field)
	if fd.Kind == form.Action {
		if event.Entered && fd.Next {
			s.form.FocusAt(s.form.Index() + 1)
		}
		if !event.Entered {
			return nil
		}
		return fd.Open
	}
	if fd.refuses(event.Value) && !event.Entered {
		return nil
	}
	effect := s.keep(fd, event.Value, event.Changed, f)
	if event.Changed && event.Letter == "" && !event.Entered {
		effect = saidKept(effect, fd, event.Value, f)
	}
	if event.Entered {
		if instead, ok := fd.Choose[event.Value]; ok {
			return instead
		}
		effect = screen.Then(effect, fd.Then)
	}
	if event.Changed && event.Letter != "" {
		effect = saidKept(effect, fd, event.Value, f)
	}
	return effect
}

// letter is a letter that the field with the focus takes no text from: a command of a list, and nothing on a form.
func (s *Form) letter(name string, fd field, f screen.Frame) screen.Effect {
	w := f.Texts.Wizard
	if s.isList() {
		if name == "w" && fd.Why.Rule != "" {
			return screen.Explain{Reasons: []steps.Reason{fd.Why}}
		}
		for _, c := range s.made.Commands {
			if c.Key == name {
				return c.Effect
			}
		}
		return screen.Say{Text: w.NoCommand.Fill("key", name)}
	}
	switch fd.Kind {
	case form.Choice:
		return screen.Say{Text: string(w.LetterAtChoice)}
	case form.Ticks:
		return screen.Say{Text: string(w.LetterAtTicks)}
	}
	return screen.Say{Text: string(w.LetterAtAction)}
}

// retype takes back or brings again what was typed in the text field, and elsewhere the last thing done.
func (s *Form) retype(name string, f screen.Frame) screen.Effect {
	again, whole, nothing := s.form.Undo, screen.Effect(screen.Undo{}), f.Texts.Wizard.NothingTyped
	if name == "ctrl+y" {
		again, whole = s.form.Redo, screen.Redo{}
	}
	switch inText, done := again(); {
	case !inText && name == "ctrl+z" && s.form.Changed(): // a choice that was moved
		s.form = nil
		s.look(f)
	case !inText:
		return whole
	case !done:
		return screen.Say{Text: string(nothing)}
	}
	return nil
}

// toEdge goes to the first field or the last.
func (s *Form) toEdge(first bool, f screen.Frame) screen.Effect {
	effect := s.Leave(f)
	if s.look(f); first {
		s.form.FocusAt(0)
	} else {
		s.form.FocusAt(len(s.made.Fields))
	}
	return effect
}

// saidKept says what was kept by leaving a field, or by a letter: Esc might have been meant to drop a text.
func saidKept(effect screen.Effect, fd field, value string, f screen.Frame) screen.Effect {
	if _, records := effect.(screen.Record); !records {
		return effect
	}
	said := string(f.Texts.Wizard.KeptTyped)
	switch {
	case f.Real != nil:
		said = string(f.Texts.Wizard.TriedTyped)
	case fd.Kind == form.Choice:
		at := slices.IndexFunc(fd.Options, func(o form.Option) bool { return o.Value == value })
		said = f.Texts.Wizard.ChangedBack.Fill("what", fd.Label+": "+fd.Options[at].Label)
	case !fd.Kind.Typed():
		return effect
	}
	return screen.Then(effect, screen.Say{Text: said})
}

// hidden says whether the field with the focus is not among the lines that are shown.
func (s *Form) hidden(f screen.Frame) bool {
	p := s.View(f)
	top := p.Offset(f.Height)
	return p.Cursor != nil && (p.Cursor.Y < top || p.Cursor.Y >= top+f.Height)
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

// View draws the fields below each other.
func (s *Form) View(f screen.Frame) screen.Page {
	s.look(f)
	p := screen.Page{Title: s.made.Title, Scroll: s.scroll, RowCursor: s.Letters(f) != screen.LettersType}
	if len(s.made.Fields) == 0 { // what it was about was taken back
		p.Lines = []string{"", f.Look.Muted.On(string(f.Texts.Wizard.GoneAway))}
		return p
	}
	p.Lines, p.Cursor, p.Below = s.form.View()
	p.Below = min(p.Below, f.Height-1)
	return p
}

// Keys are those of the field with the focus, and the commands of a list.
func (s *Form) Keys(f screen.Frame) []key.Binding {
	s.look(f)
	w := f.Texts.Wizard.Keys
	if s.scroll < 0 && s.Letters(f) != screen.LettersType {
		return []key.Binding{screen.Binding("enter", w.ReadOn)}
	}
	var bindings []key.Binding
	enter := w.Save
	if s.focused().Choose != nil {
		enter = w.Choose
	}
	switch fd := s.focused(); fd.Kind {
	case form.Action:
		if fd.Open != nil || fd.Next {
			bindings = append(bindings, screen.Binding("enter", w.Open))
		}
		if s.isList() && fd.Why.Rule != "" {
			bindings = append(bindings, screen.Binding("w", w.Why))
		}
		if fd.Remove != nil {
			bindings = append(bindings, screen.Binding("del", w.Remove))
		}
	case form.Line, form.Text:
		bindings = append(bindings, screen.Binding("enter", w.Next))
		if fd.Kind == form.Text {
			bindings = append(bindings, screen.Binding("ctrl+j", w.NewLine))
		}
	case form.Choice:
		if letters := lettersOf(fd.Options); letters != "" {
			bindings = append(bindings, screen.Binding(letters, w.Answer))
		}
		bindings = append(bindings, screen.Binding("←/→", w.Choose), screen.Binding("enter", enter))
	case form.Ticks:
		bindings = append(bindings, screen.Binding("space", w.Tick), screen.Binding("enter", w.Next))
	}
	if s.isList() {
		bindings = append(bindings, commandKeys(s.made.Commands, f)...)
	} else if s.form.Fields() > 1 {
		bindings = append(bindings, screen.Binding("↑/↓", w.OtherField))
	}
	return bindings
}

// commandKeys are the keys of commands; those that lead to a step stand together.
func commandKeys(commands []command, f screen.Frame) (bindings []key.Binding) {
	for _, c := range commands {
		switch {
		case c.Key < "1" || c.Key > "8" || len(c.Key) > 1:
			bindings = append(bindings, screen.Binding(c.Key, c.Label))
		case c.Key == "1":
			bindings = append(bindings, screen.Binding(screen.StepKeys, f.Texts.Wizard.Keys.Jump))
		}
	}
	return bindings
}

// lettersOf are the letters that the options of a choice show: "j/n/b".
func lettersOf(options []form.Option) string {
	var letters []string
	for _, o := range options {
		if o.Letter != "" {
			letters = append(letters, o.Letter)
		}
	}
	return strings.Join(letters, "/")
}
