package form

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// What a mouse finds in a form: where the layout drew it.

// Spot is what was drawn at a cell: the field, which of its options, and where in what was drawn of it, its label left out.
type Spot struct {
	Field  string // empty for none
	Option int    // -1 for none
	X, Y   int
}

// At is what was drawn at a cell.
func (f *Form) At(x, y int) Spot {
	for _, a := range f.layout.areas {
		left := 0
		if a.beside {
			left = f.layout.width + BetweenColumns
		}
		if y < a.top || y >= a.bottom || x < left || f.layout.style.Beside > 0 && !a.beside && x >= f.layout.width {
			continue
		}
		option := -1
		switch e := a.element.(type) {
		case *choice:
			option = e.optionAt(x-left-a.left, y-a.top)
		case *ticks:
			option = y - a.top
		}
		return Spot{a.element.field().ID, option, x - left - a.left, y - a.top}
	}
	return Spot{Option: -1}
}

// Point puts the text cursor of the field with the focus at a spot of it; seen says that it was drawn with the focus there, so that
// the spot is of what is scrolled into sight.
func (f *Form) Point(at Spot, seen bool) {
	e := f.entry()
	if e == nil || e.tooLong() || at.X < 0 || e.Selected && !seen {
		return
	}
	e.opened().point(at.X, at.Y, seen)
}

// point puts the cursor at a cell of the text.
func (e *Editor) point(x, y int, seen bool) {
	e.selected, e.grows = false, false
	if e.line != nil {
		value, shown := e.line.Value(), strings.TrimRight(ansi.Strip(e.line.View()), " ")
		hidden := max(0, strings.LastIndex(value, shown)) // what is scrolled away before it
		if !seen {
			hidden = 0
		}
		e.line.SetCursor(utf8.RuneCountInString(value[:hidden]) + lettersIn(value[hidden:], x))
		return
	}
	if !seen {
		e.area.MoveToBegin()
		e.hand(nil)
	}
	for row := e.Cursor().Y; row < y && !e.atEdge(false); row++ {
		e.area.CursorDown()
	}
	for row := e.Cursor().Y; row > y; row-- {
		e.area.CursorUp()
	}
	info := e.area.LineInfo()
	line := []rune(strings.Split(e.area.Value(), "\n")[e.area.Line()])
	row := string(line[info.StartColumn:min(len(line), info.StartColumn+info.Width)])
	e.area.SetCursorColumn(info.StartColumn + min(lettersIn(row, x), max(0, info.Width-1)))
	e.hand(nil)
}

// lettersIn is how many letters of a text take so many cells.
func lettersIn(text string, cells int) (n int) {
	for _, letter := range text {
		if cells -= ansi.StringWidth(string(letter)); cells < 0 {
			break
		}
		n++
	}
	return n
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
