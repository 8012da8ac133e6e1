package wizard

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// The mouse does what a key does at the place it points to, and is never needed. Where that is follows from what was drawn.

// headRows are the rows above the page, and wheelLines how far a turn of the wheel moves.
const headRows, wheelLines = 2, 3

// point does what a click or the wheel asks; one that was meant for another screen does nothing.
func (r *root) point(msg tea.MouseMsg, unseen bool) tea.Cmd {
	if unseen || r.unsaved != nil || r.top() == nil {
		return nil
	}
	at := msg.Mouse()
	switch at.Button {
	case tea.MouseLeft:
		return r.click(at.X, at.Y)
	case tea.MouseWheelUp:
		return r.wheel(-wheelLines)
	case tea.MouseWheelDown:
		return r.wheel(wheelLines)
	}
	return nil
}

// click is one on a key of the footer, a step of the rail, or the page.
func (r *root) click(x, y int) tea.Cmd {
	left, row := r.pageLeft(), y-headRows
	switch {
	case y == r.height-1:
		return r.clickKey(x)
	case row < 0 || row >= r.bodyHeight():
		return nil
	case x < left && row < len(steps.Tree) && r.hasRail():
		return r.perform(screen.Then(r.top().Leave(r.frame()), screen.Show(screen.StepPlace(steps.Tree[row].ID))), false)
	case x < left:
		return nil
	}
	_, takesClicks := r.top().(interface{ TakesClicks() bool })
	if _, isForm := r.top().(*page.Form); isForm || takesClicks || r.typing() {
		return r.toScreen(screen.Clicked{X: x - left, Y: r.page().Shown(r.bodyHeight())[row]}, false)
	}
	return r.walk(row)
}

// clickKey presses the key that the footer names at a cell.
func (r *root) clickKey(x int) tea.Cmd {
	for _, b := range r.footerKeys() {
		width := ansi.StringWidth(r.footerItem(b))
		if pressed, ok := screen.KeyNamed(b.Help().Key, r.session.Spoken().Wizard); ok && x < width {
			return r.press(pressed, false)
		}
		if x -= width; x < 0 {
			return nil
		}
	}
	return nil
}

// walk goes with the arrows to the row that was clicked on a list that is no form, and opens it where the cursor is there already. Where no
// row is, the cursor stays.
func (r *root) walk(row int) tea.Cmd {
	if r.page().Reads {
		return nil
	}
	here := func() int {
		if p := r.page(); p.Cursor != nil {
			return p.Cursor.Y
		}
		return row
	}
	first := here()
	if first == row {
		return r.press(tea.KeyPressMsg{Code: tea.KeyEnter}, false)
	}
	there, back := tea.KeyDown, tea.KeyUp
	if row < first {
		there, back = back, there
	}
	var cmds []tea.Cmd
	walked, before := 0, row
	for at := first; at != row && at != before && walked < max(row-first, first-row); at = here() { // until the rows would scroll
		before = at
		cmds = append(cmds, r.toScreen(tea.KeyPressMsg{Code: there}, false))
		walked++
	}
	if here() != row {
		for range walked {
			cmds = append(cmds, r.toScreen(tea.KeyPressMsg{Code: back}, false))
		}
	}
	return tea.Batch(cmds...)
}

// wheel moves what is shown, or the cursor where that takes the rows along.
func (r *root) wheel(lines int) tea.Cmd {
	if _, isForm := r.top().(*page.Form); isForm {
		return r.toScreen(screen.Scrolled{Lines: lines}, false)
	}
	if r.typing() && !r.top().Searching() {
		return nil
	}
	code := tea.KeyDown
	if lines < 0 {
		code, lines = tea.KeyUp, -lines
	}
	var cmds []tea.Cmd
	for range lines {
		cmds = append(cmds, r.toScreen(tea.KeyPressMsg{Code: code}, false))
	}
	return tea.Batch(cmds...)
}
