package wizard

import (
	"stappenplan/assets"

	"charm.land/bubbles/v2/key"
)

// shown is a binding as the footer shows it.
func shown(keys string, label assets.Text) key.Binding {
	return key.NewBinding(key.WithKeys(keys), key.WithHelp(keys, string(label)))
}

// globalKeys work on every screen, and always stand in the footer.
func globalKeys(w assets.WizardTexts, deep bool) []key.Binding {
	bindings := []key.Binding{shown("?", w.Keys.Help)}
	if deep {
		return append(bindings, shown("esc", w.Keys.Back))
	}
	return append(bindings, shown("q", w.Keys.Quit))
}

// jumps are the keys that lead to a step.
const jumps = "1–8"

// moreKeys work on every screen, and stand in the help.
func moreKeys(w assets.WizardTexts) []key.Binding {
	return []key.Binding{
		shown(jumps, w.Keys.Jump), shown("o", w.Keys.Overview), shown("k", w.Keys.Map), shown("s", w.Keys.Summary),
		shown("u", w.Keys.Undo), shown("r", w.Keys.Redo), shown("q", w.Keys.QuitThere), shown("ctrl+c", w.Keys.Quit),
	}
}
