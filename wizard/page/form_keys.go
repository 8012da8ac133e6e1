package page

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// What keys do on a form, and how the footer names them.

func (s *Form) press(pressed tea.KeyPressMsg, f screen.Frame) screen.Effect {
	name, letters := pressed.String(), s.Letters(f)
	if name == "pgup" || name == "pgdown" {
		s.page(name == "pgdown", f)
		return nil
	}
	unread, away, read := s.readsOn(f), s.away(f), s.scroll
	fd := s.focused()
	switch s.scroll = 0; { // first show where the cursor is
	case unread && (moves[name] || letters != screen.LettersType && s.form.Takes(pressed)):
		return nil
	case away && (name == "enter" || name == "space" && letters != screen.LettersType):
		return screen.Say{Text: f.Texts.Wizard.BackAt.Fill("field", s.called(fd, f), "key", assets.Capital(pressedAs(name, f)))}
	}
	switch {
	case name == "esc" && s.made.Unkept && s.form.Index() > 0:
		effect := s.Leave(f)
		s.form.FocusAt(s.form.Index() - 1)
		return effect
	case name == "esc":
		if s.Pointing() {
			return screen.Then(screen.Say{Text: stays(fd, f)}, screen.Back(1))
		}
		_, value := s.form.Focused()
		effect := saidKept(s.Leave(f), fd, value, f)
		if draft, refused := f.Drafts[fd.ID]; refused {
			effect = screen.Then(effect, screen.Say{Text: f.Texts.Wizard.DraftLeft.Fill("field", fd.Label, "text", screen.OneLine(draft.Text))})
		}
		return screen.Then(effect, screen.Back(1))
	case name == "ctrl+z" || name == "ctrl+y":
		return s.retype(name, f)
	case name == screen.EditorKey && editable(fd, f):
		_, text := s.form.Focused()
		return screen.Edit{Field: fd.ID, Text: text}
	case letters != screen.LettersType && (name == "home" || name == "end"):
		return s.toEdge(name == "home", f)
	case letters == screen.LettersCommand && s.made.Beside > 0 && (name == "left" || name == "right"):
		s.across(name == "right")
		return nil
	case letters != screen.LettersType && name == "delete":
		return s.removes(fd)
	case pressed.Text != "" && !s.form.Takes(pressed):
		return s.letter(name, fd, f)
	case letters == screen.LettersCommand:
		for _, c := range s.commands(fd) {
			if c.Key == name {
				return c.does()
			}
		}
	}
	by := lines[name]
	if letters == screen.LettersType || by == 0 || by < 0 && read <= 0 {
		event, cmd := s.form.Update(pressed)
		return screen.Then(s.became(event, f), runs(cmd))
	}
	before := s.View(f).Cursor
	event, cmd := s.form.Update(pressed)
	effect := screen.Then(s.became(event, f), runs(cmd))
	if after := s.View(f).Cursor; !event.Changed && before != nil && after != nil && *before == *after { // no field is further on: what is there is read
		s.scroll = read
		s.move(by, f)
	}
	return effect
}

// lines are the keys that go a line on, or back.
var lines = map[string]int{"up": -1, "down": 1}

// moves are the keys that move the cursor or take what it is on.
var moves = map[string]bool{"enter": true, "space": true, "up": true, "down": true, "tab": true, "shift+tab": true}

// called is what a field is called: by its label, by what it shows, or a choice by the option that it points to.
func (s *Form) called(fd field, f screen.Frame) string {
	_, value := s.form.Focused()
	for _, o := range fd.Options {
		if o.Value == value && fd.Label == "" {
			return o.Label
		}
	}
	shown := ""
	if fd.Kind == form.Action {
		shown = strings.TrimSpace(screen.OneLine(ansi.Strip(fd.Value)))
	}
	return cmp.Or(fd.Label, shown, string(f.Texts.Wizard.YourAnswer))
}

// pressedAs is how a key is called on the screen.
func pressedAs(name string, f screen.Frame) string {
	if name == "space" {
		return string(f.Texts.Wizard.Keys.Space)
	}
	return name
}

// readsOn says whether the field with the focus was not seen yet: it stands below what is read first.
func (s *Form) readsOn(f screen.Frame) bool { return s.scroll < 0 && s.away(f) }

// away says whether the field with the focus was scrolled out of sight.
func (s *Form) away(f screen.Frame) bool { return s.scroll != 0 && s.hidden(f) }

// stays says that the answer to a check is as it was.
func stays(fd field, f screen.Frame) string {
	for _, o := range fd.Options {
		if o.Value == fd.Value {
			return f.Texts.Wizard.AnswerStays.Fill("answer", o.Label)
		}
	}
	return string(f.Texts.Wizard.NothingAnswered)
}

// editable says whether the text of a field can be opened in the person's own editor.
func editable(fd field, f screen.Frame) bool {
	return fd.Kind == form.Text && fd.ReadOnly == "" && f.Editor
}

// Edits says whether the text of the field with the focus can be opened in the person's own editor.
func (s *Form) Edits(f screen.Frame) bool {
	s.look(f)
	return editable(s.focused(), f)
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
	if fd.Enter != nil && event.Entered {
		effect, _ := fd.Enter(event.Value)
		return effect
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

// letter is a letter that the field with the focus takes no text from: a command that the footer shows, which lists have and a form
// seldom.
func (s *Form) letter(name string, fd field, f screen.Frame) screen.Effect {
	w := f.Texts.Wizard
	if s.isList() && name == "w" && fd.Why != nil {
		return screen.Explain{Reasons: []steps.Reason{fd.Why()}}
	}
	for _, c := range s.commands(fd) {
		if c.Key == name {
			return c.does()
		}
	}
	if s.isList() || screen.IsDigit(name) {
		return screen.NoCommand(pressedAs(name, f), f)
	}
	nothing := w.LetterAtAction
	switch fd.Kind {
	case form.Choice:
		nothing = w.LetterAtChoice
	case form.Ticks:
		nothing = w.LetterAtTicks
	}
	return screen.Say{Text: nothing.Fill("key", pressedAs(name, f))}
}

// commands are the letters that work on a field of a list: its own, and those of the list that it has none for.
func (s *Form) commands(fd field) []command {
	all := slices.Clip(fd.Commands)
	for _, c := range s.made.Commands {
		if !slices.ContainsFunc(fd.Commands, func(own command) bool { return own.Key == c.Key }) {
			all = append(all, c)
		}
	}
	return all
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

// across goes to the other column, where the focus was there last or to its first field.
func (s *Form) across(beside bool) {
	from := s.focused()
	if from.Beside == beside {
		return
	}
	to := s.acrossTo
	if s.field(to).Beside != beside || s.field(to).ID == "" {
		i := slices.IndexFunc(s.made.Fields, func(fd field) bool { return fd.Beside == beside && fd.Kind != form.Lines })
		if i < 0 {
			return
		}
		to = s.made.Fields[i].ID
	}
	s.form.Focus(to)
	s.acrossTo = from.ID
}

// saidKept says what was kept by leaving a field, or by a letter: Esc might have been meant to drop a text.
func saidKept(effect screen.Effect, fd field, value string, f screen.Frame) screen.Effect {
	if _, records := effect.(screen.Record); !records {
		return effect
	}
	said := string(f.Texts.Wizard.KeptTyped)
	switch {
	case f.Real != nil, f.Session.InMemory():
		said = string(f.Texts.Wizard.TriedTyped)
	case fd.Kind == form.Choice:
		at := slices.IndexFunc(fd.Options, func(o form.Option) bool { return o.Value == value })
		said = f.Texts.Wizard.ChangedBack.Fill("what", cmp.Or(fd.Label, string(f.Texts.Wizard.YourAnswer))+": "+fd.Options[at].Label)
	case !fd.Kind.Typed():
		return effect
	}
	return screen.Then(effect, screen.Say{Text: said})
}

// hidden says whether the field with the focus is not among the lines that are shown.
func (s *Form) hidden(f screen.Frame) bool {
	p := s.View(f)
	return p.Cursor != nil && !slices.Contains(p.Shown(f.Height), p.Cursor.Y)
}

// page moves what is shown. In a list the cursor goes along where it would be out of sight, to the first row shown that can have it.
func (s *Form) page(down bool, f screen.Frame) {
	shown := s.View(f).Shown(f.Height)
	if at := slices.Index(shown, screen.Rule); at >= 0 { // what stays in sight is no part of the page
		shown = shown[:at]
	}
	by := max(1, len(shown)-2)
	if !down {
		by = -by
	}
	s.move(by, f)
	if !s.isList() || !s.hidden(f) {
		return
	}
	shown = s.View(f).Shown(f.Height)
	if s.form.FocusShown(shown) {
		s.scroll = 0
		s.scroll = shown[0] - s.View(f).Shown(f.Height)[0]
		s.follow()
	}
}

// move moves what is shown by some lines.
func (s *Form) move(by int, f screen.Frame) {
	most := max(0, len(s.View(f).Lines)-f.Height)
	s.scroll = min(max(-most, s.scroll+by), most)
}

// Keys are those of the field with the focus, and the commands of a list.
func (s *Form) Keys(f screen.Frame) []key.Binding {
	s.look(f)
	w := f.Texts.Wizard.Keys
	switch enters := s.Letters(f) != screen.LettersType; {
	case enters && s.readsOn(f):
		return []key.Binding{screen.Binding("enter", w.ReadOn)}
	case s.away(f): // which Enter only shows again
		return []key.Binding{screen.Binding("enter", w.BackToCursor)}
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
		if s.isList() && fd.Why != nil {
			bindings = append(bindings, screen.Binding("w", w.Why))
		}
		bindings = append(bindings, commandKeys(fd.Commands, f)...)
		if fd.Remove != nil {
			bindings = append(bindings, screen.Binding(screen.RemoveKey, w.Remove))
		}
	case form.Line, form.Text:
		bindings = append(bindings, screen.Binding("enter", w.Next))
		if fd.Kind == form.Text {
			bindings = append(bindings, screen.Binding("ctrl+j", w.NewLine))
		}
		if editable(s.focused(), f) {
			bindings = append(bindings, screen.Binding(screen.EditorKey, w.OwnEditor))
		}
	case form.Choice:
		if letters := lettersOf(fd.Options); letters != "" {
			bindings = append(bindings, screen.Binding(letters, w.Answer))
		}
		bindings = append(bindings, screen.Binding("←/→", w.Choose), screen.Binding("enter", enter))
		if s.Pointing() { // which is not answering yet
			bindings = append([]key.Binding{bindings[len(bindings)-1]}, bindings[:len(bindings)-1]...)
		}
	case form.Ticks:
		bindings = append(bindings, screen.Binding(string(w.Space), w.Tick), screen.Binding("enter", w.Next))
	}
	if s.made.Beside > 0 && s.isList() {
		bindings = append(bindings, screen.Binding("←/→", w.Column))
	}
	if !s.isList() && s.form.Fields() > 1 {
		bindings = append(bindings, screen.Binding("↑/↓", w.OtherField))
	}
	if !s.focused().Kind.Typed() {
		bindings = append(bindings, commandKeys(s.commands(s.focused())[len(s.focused().Commands):], f)...)
		if s.focused().Remove == nil && s.removes(s.focused()) != nil {
			bindings = append(bindings, screen.Binding(screen.RemoveKey, w.Remove))
		}
	}
	return bindings
}

// removes is what Delete does at a field that takes no text: it removes what the field shows, or what the card is about.
func (s *Form) removes(fd field) screen.Effect {
	if fd.Remove != nil {
		return fd.Remove
	}
	return s.field(screen.RemoveRow).Open
}

// effectOf is what a command of the field with the focus has done; nil where that is made once its key is pressed.
func (s *Form) effectOf(key string) screen.Effect {
	if key == screen.RemoveKey {
		return s.removes(s.focused())
	}
	for _, c := range s.commands(s.focused()) {
		if c.Key == key {
			return c.Effect
		}
	}
	return nil
}

// Removes is what Delete removes, in words.
func (s *Form) Removes(f screen.Frame) string { return strings.TrimSpace(s.called(s.focused(), f)) }

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
