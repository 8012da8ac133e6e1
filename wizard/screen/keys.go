package screen

import (
	"charm.land/bubbles/v2/key"

	"stappenplan/assets"
)

// Binding is a binding as the footer shows it.
func Binding(keys string, label assets.Text) key.Binding {
	return key.NewBinding(key.WithKeys(keys), key.WithHelp(keys, string(label)))
}

// GlobalKeys work on every screen, and always stand in the footer.
func GlobalKeys(w assets.WizardTexts, deep bool) []key.Binding {
	bindings := []key.Binding{Binding("?", w.Keys.Help)}
	if deep {
		return append(bindings, Binding("esc", w.Keys.Back))
	}
	return append(bindings, Binding("q", w.Keys.Quit))
}

// Jumps are the keys that lead to a step.
const Jumps = "1–8"

// MoreKeys work on every screen, and stand in the help.
func MoreKeys(w assets.WizardTexts) []key.Binding {
	return []key.Binding{
		Binding(Jumps, w.Keys.Jump), Binding("o", w.Keys.Overview), Binding("k", w.Keys.Map), Binding("s", w.Keys.Summary),
		Binding("u", w.Keys.Undo), Binding("r", w.Keys.Redo), Binding("q", w.Keys.QuitThere), Binding("ctrl+c", w.Keys.Quit),
	}
}
