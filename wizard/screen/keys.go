package screen

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
)

// Binding is a binding as the footer shows it.
func Binding(keys string, label assets.Text) key.Binding {
	return key.NewBinding(key.WithKeys(keys), key.WithHelp(keys, string(label)))
}

const (
	// StepKeys lead to a step, on the overview.
	StepKeys = "1–8"
	// NoteKey leads to the note of a step, on the lists of a step.
	NoteKey = `"`
	// DivideKey leads to a proposed division of tasks, at step 7 and from the tables.
	DivideKey = "V"
	// EditorKey opens a text in the person's own editor.
	EditorKey = "ctrl+e"
	// ImportKey leads to a list or a file that comes into the plan, from the tables.
	ImportKey = "I"
	// RemoveKey removes what the cursor is on, as the footer calls it.
	RemoveKey = "del"
	// RemoveRow is the row of a card that removes what the card is about.
	RemoveRow = "remove"
)

// GlobalKeys work on every screen; the first ones always stand in the footer.
func GlobalKeys(w assets.WizardTexts) []key.Binding {
	return []key.Binding{
		Binding("F1", w.Keys.Help), Binding("esc", w.Keys.Back), Binding("ctrl+k", w.Keys.Find), Binding("ctrl+s", w.Keys.Write),
		Binding("ctrl+z", w.Keys.Undo), Binding("ctrl+y", w.Keys.Redo), Binding("ctrl+c", w.Keys.Quit),
	}
}

// KeyNamed is the key that the footer calls so; false where that names several.
func KeyNamed(name string, w assets.WizardTexts) (tea.KeyPressMsg, bool) {
	named := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "F1": tea.KeyF1, RemoveKey: tea.KeyDelete}
	letter, size := utf8.DecodeRuneInString(name)
	switch code, ok := named[name]; {
	case ok:
		return tea.KeyPressMsg{Code: code}, true
	case name == string(w.Keys.Space):
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, true
	case strings.HasPrefix(name, "ctrl+"):
		letter, _ = utf8.DecodeRuneInString(name[len("ctrl+"):])
		return tea.KeyPressMsg{Code: letter, Mod: tea.ModCtrl}, true
	}
	return tea.KeyPressMsg{Code: letter, Text: name}, size == len(name)
}

// NoCommand says that a letter or a digit does nothing on a screen, and where a digit does.
func NoCommand(key string, f Frame) Effect {
	if IsDigit(key) {
		return Say{Text: f.Texts.Wizard.NoDigit.Fill("key", key)}
	}
	return Say{Text: f.Texts.Wizard.NoCommand.Fill("key", key)}
}

// IsDigit says whether a key is a digit, which leads to a step from the overview only.
func IsDigit(key string) bool { return len(key) == 1 && key[0] >= '0' && key[0] <= '9' }
