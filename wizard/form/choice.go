package form

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// choice is a field of a few options beside each other. What the arrows choose is kept on leaving it.
type choice struct {
	own
	at    int            // the option that is chosen; -1 for none
	spots []tea.Position // where each option was drawn
}

func newChoice(o own) *choice {
	c := &choice{own: o}
	c.at = slices.IndexFunc(c.Options, func(option Option) bool { return option.Value == c.Value })
	return c
}

func (c *choice) value() string {
	if c.at < 0 {
		return c.Value
	}
	return c.Options[c.at].Value
}

func (c *choice) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return c, nil
	}
	c.wrong = ""
	switch {
	case key.Matches(pressed, keys.Select.Left):
		c.choose(c.beside(-1))
	case key.Matches(pressed, keys.Select.Right):
		c.choose(c.beside(1))
	case key.Matches(pressed, keys.Select.Submit):
		switch {
		case c.at < 0:
			c.wrong = c.style.Words.ChooseFirst
		case !c.Decisive:
			return c, huh.NextField
		}
	case pressed.Text != "":
		if at := slices.IndexFunc(c.Options, func(o Option) bool { return o.Letter == pressed.Text }); at >= 0 {
			c.choose(at)
		}
	default:
		return c, moved(msg)
	}
	return c, nil
}

// beside is the option to the left or the right of the one that is chosen. The one for no value stands last, and is next to the first too.
func (c *choice) beside(by int) int {
	at, last := c.at+by, len(c.Options)-1
	if c.at >= 0 && c.Options[last].Value == "" {
		return (at + last + 1) % (last + 1)
	}
	return min(max(0, at), last)
}

// choose chooses an option, where that can be.
func (c *choice) choose(at int) {
	if c.wrong = c.ReadOnly; c.wrong == "" {
		c.at = at
	}
}

func (c *choice) state() any { return c.at }

func (c *choice) resume(state any) { c.at = min(state.(int), len(c.Options)-1) }

// lines lays the options out beside each other, on as many lines as they need, and those of each kind on their own.
func (c *choice) lines() (lines []string, cursor tea.Position) {
	line, used := "", 0
	c.spots = c.spots[:0]
	for i, o := range c.Options {
		sign := "○ "
		if i == c.at && (c.focused || o.Value == c.Value) {
			sign = "● "
		}
		plain := sign + o.Label
		if o.Letter != "" {
			plain += " (" + o.Letter + ")"
		}
		width := ansi.StringWidth(plain) + between
		if used > 0 && (o.Begins || used+width > c.width) {
			lines = append(lines, line)
			line, used = "", 0
		}
		c.spots = append(c.spots, tea.Position{X: used, Y: len(lines)})
		switch {
		case i == c.at && c.focused:
			cursor = tea.Position{X: used, Y: len(lines)}
			line += c.style.Chosen(plain+" ") + strings.Repeat(" ", between-1)
		case i == c.at && o.Value == c.Value:
			line += c.style.Strong(plain) + strings.Repeat(" ", between)
		default:
			line += plain + strings.Repeat(" ", between)
		}
		used += width
	}
	return append(lines, line), cursor
}

// follows are the lines that tell what follows from the option at hand, and how many the option with the most has.
func (c *choice) follows() (lines []string, most int) {
	lines, most = c.Unchosen, len(c.Unchosen)
	for i, o := range c.Options {
		if most = max(most, len(o.Follows)); i == c.at {
			lines = o.Follows
		}
	}
	return lines, most
}

// between is the blanks between two options.
const between = 3
