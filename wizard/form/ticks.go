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
	wrong       string
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
		t.wrong = ""
		at, last := t.at(), len(t.description.Options)-1
		switch {
		case key.Matches(pressed, keys.MultiSelect.Up) && at == 0:
			return t, huh.PrevField
		case key.Matches(pressed, keys.MultiSelect.Down) && at == last:
			return t, huh.NextField
		case key.Matches(pressed, keys.MultiSelect.Toggle) && t.description.ReadOnly != "":
			t.wrong = t.description.ReadOnly
			return t, nil
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
func (t *ticks) problem() string  { return t.wrong }
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

// theme is that of huh's own fields, made once: huh looks it up for every style of every field at every frame.
var theme = func() huh.Theme {
	styles := huh.ThemeBase(true)
	plain := lipgloss.NewStyle()
	styles.FieldSeparator = plain.SetString("\n")
	styles.Focused.Base = plain
	styles.Focused.MultiSelectSelector = plain.SetString("▸ ")
	styles.Focused.SelectedPrefix, styles.Focused.UnselectedPrefix = plain.SetString("[x] "), plain.SetString("[ ] ")
	styles.Focused.SelectedOption, styles.Focused.UnselectedOption = plain.Bold(true), plain
	styles.Blurred = styles.Focused
	styles.Blurred.MultiSelectSelector = plain.SetString("  ")
	return huh.ThemeFunc(func(bool) *huh.Styles { return styles })
}()
