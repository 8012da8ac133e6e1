package form

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// entry is a field that text is typed in. Only the one with the focus has an editor: it is made when it is first
// looked at, as a bubble costs more than all the rest of a form.
type entry struct {
	own
	editor *Editor
	typed  string  // the text while there is no editor
	toRun  tea.Cmd // what the bubble wants done: huh never sees it
}

// tooLong says that the text has more lines than an editor holds: it stays as it is.
func (e *entry) tooLong() bool { return e.Kind == Text && strings.Count(e.typed, "\n") >= mostLines }

func (e *entry) value() string {
	if e.editor == nil {
		return e.typed
	}
	return e.editor.Value()
}

// changed says whether the text is another than the one that is kept.
func (e *entry) changed() bool {
	return e.editor != nil && e.editor.Changed() || e.Draft != "" && e.value() != e.Value
}

// opened is the editor of the field with the focus.
func (e *entry) opened() *Editor {
	if e.editor != nil {
		return e.editor
	}
	begin := NewLineEditor
	switch {
	case e.Kind == Text:
		begin = newAreaEditor
	case e.Secret:
		begin = newSecretEditor
	}
	e.editor = begin(e.Value, e.Hint, e.width-1, e.style)
	e.editor.ReadOnly(e.Field.ReadOnly)
	if e.typed != e.Value {
		e.editor.Retype(e.typed)
	}
	if e.Selected {
		e.editor.Select()
	}
	return e.editor
}

func (e *entry) Focus() tea.Cmd {
	e.wrong = e.Problem
	return e.own.Focus()
}

func (e *entry) Blur() tea.Cmd {
	if e.typed = e.value(); !e.changed() {
		e.typed = e.Value // what the editor cannot hold, such as a tab, is still there
	}
	e.editor = nil
	return e.own.Blur()
}

// Update takes a key: Enter and Tab go on where the text is right, the way back is always open.
func (e *entry) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return e, nil
	}
	e.wrong = ""
	bindings := keys.Input
	if e.Kind == Text && !e.tooLong() {
		if !e.opened().atEdge(false) {
			bindings.Next = keys.Text.Next
		}
		if !e.opened().atEdge(true) {
			bindings.Prev = keys.Text.Prev
		}
	}
	switch {
	case key.Matches(pressed, bindings.Prev):
		return e, huh.PrevField
	case key.Matches(pressed, bindings.Next):
		if e.wrong = e.check(); e.wrong != "" {
			return e, nil
		}
		return e, huh.NextField
	}
	e.toRun = e.take(pressed)
	return e, nil
}

// check says what is wrong with a text that is not the one that is kept.
func (e *entry) check() string {
	if e.Check == nil || !e.changed() {
		return ""
	}
	return e.Check(e.value())
}

// take has the editor take something, and shows why it did not.
func (e *entry) take(msg tea.Msg) (cmd tea.Cmd) {
	if e.tooLong() {
		e.wrong = e.style.Words.TooManyLines(mostLines)
		return nil
	}
	cmd, e.wrong = e.opened().Take(msg)
	return cmd
}

func (e *entry) state() any { return e.editor }

// resume goes on in another editor, where something was typed in that.
func (e *entry) resume(state any) {
	if editor, _ := state.(*Editor); editor != nil && (editor.Changed() || !editor.selected) {
		e.editor = editor
		e.editor.style = e.style
		e.editor.SetWidth(e.width - 1)
	}
}

func (e *entry) lines() ([]string, tea.Position) {
	if e.focused && !e.tooLong() {
		editor := e.opened()
		lines := editor.Lines()
		for i, line := range lines {
			lines[i] = e.style.Fit(line, e.width-1) + e.style.Pointer(side)
		}
		return lines, editor.Cursor()
	}
	text := e.typed
	switch {
	case e.Secret:
		text = strings.Repeat("*", utf8.RuneCountInString(text))
	case text == e.Value && e.Shown != "":
		text = e.Shown
	}
	if text == "" {
		return []string{e.style.hinted(e.Hint, e.width)}, tea.Position{}
	}
	lines := e.style.Wrap(text, e.width)
	if len(lines) > mostShown {
		last := strings.TrimRight(e.style.Fit(lines[mostShown-1], e.width-2), " ")
		lines = append(lines[:mostShown-1:mostShown-1], strings.TrimSuffix(last, "…")+" …")
	}
	return lines, tea.Position{}
}

// side is drawn at both sides of a text that is open.
const side = "│"

// mostShown is how many lines of a text are seen while it is not typed in.
const mostShown = 3
