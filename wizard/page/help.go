package page

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// helpLines lists all keys that work on the screen it was asked on.
func helpLines(s screen.Screen) func(f screen.Frame) (string, []string, []form.Command) {
	return func(f screen.Frame) (string, []string, []form.Command) {
		w := f.Texts.Wizard
		lines := []string{f.Look.Accent.On(string(w.HelpHere)), ""}
		list := func(bindings []key.Binding) {
			for _, b := range bindings {
				lines = append(lines, "  "+f.Look.Strong.On(screen.Fit(b.Help().Key, 12))+b.Help().Desc)
			}
		}
		here := s.Keys(f)
		list(here)
		lines = append(lines, "", f.Look.Accent.On(string(w.HelpAlways)), "")
		digits := slices.ContainsFunc(here, func(b key.Binding) bool { return slices.Contains(b.Keys(), "1") })
		for _, b := range slices.Concat(screen.GlobalKeys(w, true), screen.MoreKeys(w)) {
			if b.Help().Key != screen.Jumps || !digits { // where a digit is a number of hours it leads nowhere
				list([]key.Binding{b})
			}
		}
		return string(w.HelpTitle), lines, nil
	}
}
