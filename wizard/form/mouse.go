package form

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// What a mouse finds in a form: where the layout drew it.

// At is the field that was drawn at a cell, and which of its options; empty and -1 for none.
func (f *Form) At(x, y int) (id string, option int) {
	for _, a := range f.layout.areas {
		left := 0
		if a.beside {
			left = f.layout.width + BetweenColumns
		}
		if y < a.top || y >= a.bottom || x < left || f.layout.style.Beside > 0 && !a.beside && x >= f.layout.width {
			continue
		}
		option = -1
		switch e := a.element.(type) {
		case *choice:
			option = e.optionAt(x-left-a.left, y-a.top)
		case *ticks:
			option = y - a.top
		}
		return a.element.field().ID, option
	}
	return "", -1
}

// optionAt is the option that was drawn at a cell of the field; -1 for none.
func (c *choice) optionAt(x, y int) int {
	for i, spot := range c.spots {
		width := ansi.StringWidth("○ "+c.Options[i].Label) + between
		if c.Options[i].Letter != "" {
			width += len(" (x)")
		}
		if y == spot.Y && x >= spot.X && x < spot.X+width-between {
			return i
		}
	}
	return -1
}

// Pick takes an option of the field with the focus as its letter would, and ticks or unticks one of several.
func (f *Form) Pick(option int) Event {
	from := f.focused()
	before := from.value()
	switch e := from.(type) {
	case *choice:
		e.choose(option)
	case *ticks:
		e.resume(option)
		e.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
	}
	f.given = false
	if from.problem() != "" {
		return Event{}
	}
	_, chosen := from.(*choice)
	return Event{Field: from.field().ID, Value: from.value(), Changed: from.value() != before && from.value() != from.field().Value, Entered: chosen, Letter: Clicked}
}

// Clicked is the letter of an option that was chosen by a mouse.
const Clicked = "click"
