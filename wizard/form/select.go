package form

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// ticks is huh's choice of several options. The arrows leave it at its edges, as they leave any other field.
type ticks struct {
	*huh.MultiSelect[string]
	description Field
	chosen      []string
	passed      bool
}

func newTicks(field Field) *ticks {
	t := &ticks{description: field, chosen: split(field.Value)}
	options := make([]huh.Option[string], len(field.Options))
	for i, o := range field.Options {
		options[i] = huh.NewOption(o.Label, o.Value)
	}
	t.MultiSelect = huh.NewMultiSelect[string]().Key(field.ID).Options(options...).Value(&t.chosen).Filterable(false).Height(len(options))
	return t
}

// split gives the values of the options that are ticked.
func split(value string) []string {
	return strings.FieldsFunc(value, func(r rune) bool { return r == ',' })
}

func (t *ticks) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		at, last := t.at(), len(t.description.Options)-1
		switch {
		case key.Matches(pressed, keys.MultiSelect.Up) && at == 0:
			return t, huh.PrevField
		case key.Matches(pressed, keys.MultiSelect.Down) && at == last:
			return t, huh.NextField
		}
	}
	_, cmd := t.MultiSelect.Update(msg)
	return t, cmd
}

// at is the option that the cursor is on.
func (t *ticks) at() int {
	hovered, _ := t.Hovered()
	return slices.IndexFunc(t.description.Options, func(o Option) bool { return o.Value == hovered })
}

func (t *ticks) field() *Field    { return &t.description }
func (t *ticks) value() string    { return strings.Join(t.chosen, ",") }
func (t *ticks) problem() string  { return "" }
func (t *ticks) skip(passed bool) { t.passed = passed }
func (t *ticks) Skip() bool       { return t.passed }
func (t *ticks) state() any       { return t.at() }

// resume puts the cursor on an option.
func (t *ticks) resume(state any) {
	for range len(t.description.Options) {
		if way := state.(int) - t.at(); way > 0 {
			t.MultiSelect.Update(tea.KeyPressMsg{Code: tea.KeyDown})
		} else if way < 0 {
			t.MultiSelect.Update(tea.KeyPressMsg{Code: tea.KeyUp})
		}
	}
}

func (t *ticks) lines() ([]string, tea.Position) {
	lines := strings.Split(t.View(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines, tea.Position{Y: max(0, t.at())}
}

// confirm is huh's question that is answered with yes or with the other option, which comes first.
type confirm struct {
	*huh.Confirm
	description Field
	yes         bool
	passed      bool
}

func newConfirm(field Field) *confirm {
	c := &confirm{description: field}
	c.Confirm = huh.NewConfirm().Key(field.ID).Negative(field.Options[0].Label).Affirmative(field.Options[1].Label).Value(&c.yes).
		WithButtonAlignment(lipgloss.Left)
	return c
}

func (c *confirm) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	_, cmd := c.Confirm.Update(msg)
	return c, cmd
}

func (c *confirm) field() *Field    { return &c.description }
func (c *confirm) problem() string  { return "" }
func (c *confirm) skip(passed bool) { c.passed = passed }
func (c *confirm) Skip() bool       { return c.passed }

func (c *confirm) value() string {
	if c.yes {
		return c.description.Options[1].Value
	}
	return c.description.Options[0].Value
}

func (c *confirm) lines() ([]string, tea.Position) {
	return strings.Split(strings.TrimRight(c.View(), " \n"), "\n"), tea.Position{}
}

// theme is that of huh's own fields, made once: huh looks it up for every style of every field at every frame.
var theme = func() huh.Theme {
	styles := huh.ThemeBase(true)
	plain := lipgloss.NewStyle()
	styles.FieldSeparator = plain.SetString("\n")
	styles.Focused.Base = plain
	styles.Focused.MultiSelectSelector = plain.SetString("▸ ")
	styles.Focused.SelectedPrefix, styles.Focused.UnselectedPrefix = plain.SetString("[x] "), plain.SetString("[ ] ")
	styles.Focused.SelectedOption, styles.Focused.UnselectedOption = plain.Bold(true), plain
	styles.Focused.FocusedButton, styles.Focused.BlurredButton = plain.Reverse(true).Bold(true).Padding(0, 1), plain.Padding(0, 1)
	styles.Blurred = styles.Focused
	styles.Blurred.MultiSelectSelector = plain.SetString("  ")
	return huh.ThemeFunc(func(bool) *huh.Styles { return styles })
}()
