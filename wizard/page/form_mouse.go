package page

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// click does what a key would do at a field: the field that had the focus is left and kept, a row is opened, an option is chosen. A text
// only gets the focus.
func (s *Form) click(at screen.Clicked, f screen.Frame) (effect screen.Effect) {
	s.form.View()
	id, option := s.form.At(at.X, at.Y)
	if id == "" {
		return nil
	}
	if fd, _ := s.form.Focused(); fd.ID != id {
		effect = s.Leave(f)
		s.look(f)
		s.form.Focus(id)
		s.follow()
	}
	switch kind := s.focused().Kind; {
	case kind == form.Action:
		return screen.Then(effect, s.press(tea.KeyPressMsg{Code: tea.KeyEnter}, f))
	case option >= 0:
		return screen.Then(effect, s.became(s.form.Pick(option), f))
	}
	return effect
}
