package page

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// click does what a key would do at a field: the field that had the focus is left and kept, a row is opened at the column that was clicked, an option is chosen. A text
// gets the focus, with the cursor where the click was.
func (s *Form) click(at screen.Clicked, f screen.Frame) (effect screen.Effect) {
	s.form.View()
	spot := s.form.At(at.X, at.Y)
	if spot.Field == "" {
		return nil
	}
	fd, _ := s.form.Focused()
	seen := fd.ID == spot.Field
	if !seen {
		effect = s.Leave(f)
		s.look(f)
		s.form.Focus(spot.Field)
		s.follow()
	}
	switch on := s.focused(); {
	case on.OpenAt != nil:
		return screen.Then(effect, on.OpenAt(spot.X))
	case on.Kind == form.Action:
		return screen.Then(effect, s.press(tea.KeyPressMsg{Code: tea.KeyEnter}, f))
	case spot.Option >= 0:
		return screen.Then(effect, s.became(s.form.Pick(spot.Option), f))
	}
	s.form.Point(spot, seen)
	return effect
}
