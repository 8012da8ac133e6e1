package form

import (
	"io"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// own is what the fields of our own have in common: what huh asks of a field and they have no use for.
type own struct {
	Field
	style   Style
	width   int // room for what stands behind the label
	focused bool
	passed  bool
	wrong   string
	self    huh.Field
}

func (o *own) field() *Field   { return &o.Field }
func (o *own) problem() string { return o.wrong }
func (o *own) skip(passed bool) {
	o.passed = passed
}

func (o *own) Init() tea.Cmd  { return nil }
func (o *own) Focus() tea.Cmd { o.focused = true; return nil }
func (o *own) Blur() tea.Cmd  { o.focused, o.wrong = false, ""; return nil }

// View is empty: a group of huh draws every field at every message, and the layout shows none of it.
func (o *own) View() string                             { return "" }
func (o *own) Error() error                             { return nil }
func (o *own) Run() error                               { return huh.Run(o.self) }
func (o *own) RunAccessible(io.Writer, io.Reader) error { return nil } // line by line is asked by a package of its own
func (o *own) Skip() bool                               { return o.passed }
func (o *own) Zoom() bool                               { return false }
func (o *own) KeyBinds() []key.Binding                  { return nil }
func (o *own) WithTheme(huh.Theme) huh.Field            { return o.self }
func (o *own) WithKeyMap(*huh.KeyMap) huh.Field         { return o.self }
func (o *own) WithWidth(int) huh.Field                  { return o.self }
func (o *own) WithHeight(int) huh.Field                 { return o.self }
func (o *own) WithPosition(huh.FieldPosition) huh.Field { return o.self }
func (o *own) GetKey() string                           { return o.ID }
func (o *own) GetValue() any                            { return o.self.(element).value() }

// action is a row that Enter performs.
type action struct{ own }

func (a *action) value() string { return "" }

func (a *action) Update(msg tea.Msg) (huh.Model, tea.Cmd) { return a, moved(msg) }

// moved goes to the next or the previous field, where a key says so.
func moved(msg tea.Msg) tea.Cmd {
	pressed, ok := msg.(tea.KeyPressMsg)
	switch {
	case ok && key.Matches(pressed, keys.Select.Next):
		return huh.NextField
	case ok && key.Matches(pressed, keys.Select.Prev):
		return huh.PrevField
	}
	return nil
}

// lines draws the label over the whole width.
func (a *action) lines() ([]string, tea.Position) {
	lines := a.style.Wrap(a.Label, a.width)
	if len(lines) > 1 { // what goes on below stands deeper, so that the next row is seen to begin
		const deeper = 2
		lines = a.style.Wrap(a.Label, max(1, a.width-deeper))
		for i := range lines[1:] {
			lines[i+1] = strings.Repeat(" ", deeper) + lines[i+1]
		}
	}
	if a.Label == "" { // all of it is in its value
		lines = []string{""}
	}
	for i, line := range lines {
		switch {
		case a.focused:
			line = a.style.Strong(line)
		case a.Muted:
			line = a.style.Label(line)
		}
		lines[i] = line
	}
	if a.Value != "" && len(lines) > 0 {
		lines[0] += a.Value
	}
	return lines, tea.Position{}
}
