package wizard

import (
	"slices"

	"charm.land/bubbles/v2/key"
)

// helpLines lists all keys that work on the screen it was asked on.
func helpLines(s screen) func(f frame) (string, []string, []command) {
	return func(f frame) (string, []string, []command) {
		w := f.texts.Wizard
		lines := []string{f.look.accent.on(string(w.HelpHere)), ""}
		list := func(bindings []key.Binding) {
			for _, b := range bindings {
				lines = append(lines, "  "+f.look.strong.on(fit(b.Help().Key, 12))+b.Help().Desc)
			}
		}
		here := s.keys(f)
		list(here)
		lines = append(lines, "", f.look.accent.on(string(w.HelpAlways)), "")
		digits := slices.ContainsFunc(here, func(b key.Binding) bool { return slices.Contains(b.Keys(), "1") })
		for _, b := range slices.Concat(globalKeys(w, true), moreKeys(w)) {
			if b.Help().Key != jumps || !digits { // where a digit is a number of hours it leads nowhere
				list([]key.Binding{b})
			}
		}
		return string(w.HelpTitle), lines, nil
	}
}
