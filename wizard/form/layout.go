package form

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// column is a layout of huh: the fields below each other, their labels in a column of their own, and what is wrong or
// helps below the one with the focus.
type column struct {
	rows   []row
	indent int // cells before what stands behind a label
	width  int
	style  Style
	cursor *tea.Position // where it stands among the lines, once they are drawn
	below  int           // how many lines under it belong to it
}

// row is a field among the others: one to read, or one that can have the focus.
type row struct {
	*Field
	element element // nil for one to read
}

// pointerWidth is the room for the sign at the field with the focus.
const pointerWidth = 2

func newRow(field *Field, width, labels int, style Style) row {
	o := own{Field: *field, style: style, width: max(1, width-labels-pointerWidth)}
	switch field.Kind {
	case Lines:
		return row{Field: field}
	case Action:
		o.width = max(1, width-pointerWidth)
		a := &action{o}
		a.self = a
		return row{field, a}
	case Choice:
		if field.Label == "" {
			o.width = max(1, width-pointerWidth)
		}
		c := newChoice(o)
		c.self = c
		return row{field, c}
	case Ticks:
		return row{field, newTicks(*field)}
	}
	e := &entry{own: o, typed: field.Value}
	if e.self = e; field.Problem != "" {
		e.typed = field.Draft
	}
	return row{field, e}
}

// GroupWidth is the room for the group: all.
func (c *column) GroupWidth(_ *huh.Form, _ *huh.Group, width int) int { return width }

// View draws the form.
func (c *column) View(form *huh.Form) string {
	return strings.Join(c.draw(form.GetFocusedField().(element)), "\n")
}

func (c *column) draw(focused element) (lines []string) {
	c.cursor = nil
	for _, r := range c.rows {
		if r.element == nil {
			lines = append(lines, r.Field.Lines...)
			continue
		}
		here := r.element == focused
		drawn, at := r.element.lines()
		before := c.label(r.Field, here)
		indent := ansi.StringWidth(before)
		if here {
			c.cursor = &tea.Position{X: at.X + indent, Y: len(lines) + at.Y}
		}
		rest := strings.Repeat(" ", indent)
		if here && r.Kind.Typed() {
			rest = rest[1:] + c.style.Pointer(side)
		}
		for _, line := range drawn {
			lines = append(lines, before+line)
			before = rest
		}
		lines = append(lines, c.under(r, here)...)
		if here {
			c.below = len(lines) - 1 - c.cursor.Y
		}
	}
	return lines
}

// label is what stands before a field: the sign of the focus, and its label in the column.
func (c *column) label(field *Field, here bool) string {
	pointer := strings.Repeat(" ", pointerWidth)
	if here {
		pointer = c.style.Pointer("▸") + " "
	}
	if field.Kind == Action || field.Label == "" {
		return pointer
	}
	label, paint := c.style.Fit(field.Label, c.indent-pointerWidth-1), c.style.Label
	if here {
		paint = c.style.Strong
	}
	if here && field.Kind.Typed() {
		return pointer + paint(label) + c.style.Pointer(side)
	}
	return pointer + paint(label) + " "
}

// under is what is wrong with a field, else its help while it has the focus.
func (c *column) under(r row, here bool) (lines []string) {
	problem := ""
	if here {
		problem = r.element.problem()
	}
	if problem == "" && r.Problem != "" && r.element.value() == r.Draft {
		problem = r.Problem
	}
	if problem != "" && r.Problem != "" {
		problem = c.style.Words.NotKept + " " + problem
	}
	texts, paint := r.Help, c.style.Label
	if problem != "" {
		texts, paint = []string{"! " + problem}, c.style.Bad
	} else if !here {
		return nil
	}
	for _, text := range texts {
		for _, line := range c.style.Wrap(text, c.width-c.indent) {
			lines = append(lines, strings.Repeat(" ", c.indent)+paint(line))
		}
	}
	return lines
}
