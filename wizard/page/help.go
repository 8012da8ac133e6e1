package page

import (
	"charm.land/bubbles/v2/key"

	"stappenplan/wizard/screen"
)

// helpLines lists all keys that work on the screen it was asked on.
func helpLines(s screen.Screen) func(f screen.Frame) (string, []string, []command) {
	return func(f screen.Frame) (string, []string, []command) {
		w := f.Texts.Wizard
		lines := []string{f.Look.Accent.On(string(w.HelpHere)), ""}
		list := func(bindings []key.Binding) {
			for _, b := range bindings {
				lines = append(lines, "  "+f.Look.Strong.On(screen.Fit(b.Help().Key, 12))+b.Help().Desc)
			}
		}
		list(s.Keys(f))
		lines = append(lines, "", f.Look.Accent.On(string(w.HelpAlways)), "")
		list(screen.GlobalKeys(w))
		lines = append(lines, "")
		for _, rule := range w.KeyRules {
			lines = append(lines, hung("• ", string(rule), min(f.Width, screen.Readable))...)
		}
		return string(w.HelpTitle), lines, nil
	}
}
