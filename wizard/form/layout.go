package form

import (
	"slices"
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
	areas  []area        // where the fields were drawn

	staysFrom, staysTo int // the lines that stay in sight
}

// area is where a field was drawn: its lines, from its first cell behind the label.
type area struct {
	element     element
	beside      bool
	top, bottom int // the line after its last
	left        int
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
		o.width = max(1, width-pointerWidth-style.PlaceRoom)
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
	c.cursor, c.areas, c.staysFrom, c.staysTo = nil, c.areas[:0], 0, 0
	lines = c.part(focused, false, c.width)
	if c.style.Beside == 0 {
		return lines
	}
	first := c.cursor
	right := c.part(focused, true, c.style.Beside)
	if c.cursor != first {
		c.cursor.X += c.width + BetweenColumns
	}
	for i := range max(len(lines), len(right)) {
		if i >= len(lines) {
			lines = append(lines, "")
		}
		lines[i] = c.style.Fit(lines[i], c.width) + " " + c.style.Rule + " "
		if i < len(right) {
			lines[i] += right[i]
		}
	}
	return lines
}

// part draws one of the columns.
func (c *column) part(focused element, beside bool, width int) (lines []string) {
	if beside {
		lines = c.follows()
	}
	lines = slices.Grow(lines, len(c.rows))
	for i, r := range c.rows {
		if r.Beside != beside {
			continue
		}
		first := len(lines)
		if r.element == nil {
			lines = append(lines, r.Field.Lines...)
			c.stay(r, first, len(lines))
			continue
		}
		here := r.element == focused
		drawn, at := r.element.lines()
		before := c.label(r.Field, here)
		indent := ansi.StringWidth(before)
		if here {
			c.cursor = &tea.Position{X: at.X + indent, Y: len(lines) + at.Y}
		}
		c.areas = append(c.areas, area{r.element, beside, len(lines), len(lines) + len(drawn), indent})
		rest := strings.Repeat(" ", indent)
		if here && r.Kind.Typed() {
			rest = rest[1:] + c.style.Pointer(side)
		}
		for n, line := range drawn {
			line = before + line
			if here && r.Kind == Action && n == 0 {
				line = c.placed(line, i, width)
			}
			if here && r.Kind == Action {
				line = c.style.Row(line, width)
			}
			lines = append(lines, line)
			before = rest
		}
		lines = append(lines, c.under(r, here)...)
		if choice, ok := r.element.(*choice); ok && c.style.Beside == 0 {
			follows, most := choice.follows()
			for i := range most { // as many whatever is chosen, so that nothing below moves
				if i < len(follows) {
					lines = append(lines, strings.Repeat(" ", pointerWidth)+follows[i])
				} else {
					lines = append(lines, "")
				}
			}
		}
		if here {
			c.below = len(lines) - 1 - c.cursor.Y
		}
		c.stay(r, first, len(lines))
	}
	return lines
}

// stay remembers the lines of a field that stays in sight.
func (c *column) stay(r row, from, to int) {
	if !r.Stays || c.style.Beside > 0 {
		return
	}
	if c.staysTo == 0 {
		c.staysFrom = from
	}
	c.staysTo = to
}

// placed ends the line of a row with its place among all that can have the focus.
func (c *column) placed(line string, row, width int) string {
	if c.style.Placed == nil {
		return line
	}
	n, total := 0, 0
	for i, r := range c.rows {
		if r.element != nil {
			total++
			if i <= row {
				n++
			}
		}
	}
	return c.style.Placed(line, n, total, width)
}

// follows are the lines beside the fields that tell what follows from a choice.
func (c *column) follows() (lines []string) {
	for _, r := range c.rows {
		if choice, ok := r.element.(*choice); ok && !r.Beside {
			if follows, _ := choice.follows(); len(follows) > 0 {
				lines = append(append(lines, ""), follows...)
			}
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
	if here {
		lines = append(lines, r.Under...)
	}
	if r.Tells != nil {
		for _, line := range c.style.Wrap(r.Tells(r.element.value()), c.width-c.indent) {
			lines = append(lines, strings.Repeat(" ", c.indent)+c.style.Label(line))
		}
	}
	texts, paint, indent := r.Help, c.style.Label, c.indent
	if r.Kind == Choice && r.Label == "" {
		indent = pointerWidth
	}
	if problem != "" {
		texts, paint = []string{"! " + problem}, c.style.Bad
	} else if !here {
		return lines
	}
	for _, text := range texts {
		for _, line := range c.style.Wrap(text, c.width-indent) {
			lines = append(lines, strings.Repeat(" ", indent)+paint(line))
		}
	}
	return lines
}
