package screen

import (
	"cmp"
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// The one visual language of the screens is told in [docs/LOOKS.md], and kept here.
//
// [docs/LOOKS.md]: ../../docs/LOOKS.md

// Look is the palette by role, for a light or a dark background and so many colours as the terminal has. Colour is for state,
// never alone: what it says is also said by a sign or by place.
type Look struct {
	Accent   Paint // titles, the path walked, keys
	Strong   Paint // the question, the name of what has the focus
	Muted    Paint // labels, rules, what can be read later
	Hint     Paint // an example in an empty field
	Proposed Paint // what the program proposes and nobody decided
	Good     Paint
	Warn     Paint // what waits, or wants a look
	Bad      Paint // what is wrong, too much, or not kept
	Bar      Paint // how full something is
	Chosen   Paint // the option or the cell that a key changes

	Selection Surface // the row of the cursor
	Raised    Surface // the head of the window
}

// shades are the colours of a palette by role; nil is that of the terminal itself.
type shades struct {
	accent, muted, proposed, good, warn, bad color.Color
	ink                                      color.Color // of a text on the three grounds below
	chosenInk, chosen, selection, raised     color.Color // grounds; nil for none, and what lies on them is reversed
}

// usual, of a light and a dark background: each text has a contrast of at least 4.5:1 with every ground that it can lie on.
var usual = map[bool]shades{
	true: {
		accent: lipgloss.Color("#7CC4FF"), muted: lipgloss.Color("#A3AEBB"), proposed: lipgloss.Color("#CDB4FF"),
		good: lipgloss.Color("#7BD88F"), warn: lipgloss.Color("#F2C14E"), bad: lipgloss.Color("#FF9A91"),
		ink: lipgloss.Color("#FFFFFF"), chosenInk: lipgloss.Color("#08131F"), chosen: lipgloss.Color("#7CC4FF"),
		selection: lipgloss.Color("#1F3A57"), raised: lipgloss.Color("#1C2430"),
	},
	false: {
		accent: lipgloss.Color("#0B5CAD"), muted: lipgloss.Color("#56606E"), proposed: lipgloss.Color("#6B3FA0"),
		good: lipgloss.Color("#1B6E3C"), warn: lipgloss.Color("#855000"), bad: lipgloss.Color("#A3222B"),
		ink: lipgloss.Color("#101820"), chosenInk: lipgloss.Color("#FFFFFF"), chosen: lipgloss.Color("#0B5CAD"),
		selection: lipgloss.Color("#D6E6F7"), raised: lipgloss.Color("#EDF1F6"),
	},
}

// few are those of a terminal with 16 colours, which every terminal has in shades of its own: only those that can be read
// on all that are usual, and no ground but the reverse.
var few = map[bool]shades{
	true:  {accent: lipgloss.BrightCyan, muted: lipgloss.White, good: lipgloss.BrightGreen, warn: lipgloss.BrightYellow, bad: lipgloss.BrightRed},
	false: {accent: lipgloss.Blue, bad: lipgloss.Red},
}

// nearest takes the place of those of the usual shades whose nearest of 256 colours could not be read.
var nearest = map[bool]shades{
	true:  {selection: lipgloss.ANSIColor(237), raised: lipgloss.ANSIColor(235)},
	false: {selection: lipgloss.ANSIColor(254), raised: lipgloss.ANSIColor(255), proposed: lipgloss.ANSIColor(55), warn: lipgloss.ANSIColor(58)},
}

// palette is what there is of a background and a number of colours.
func palette(dark bool, colours colorprofile.Profile) shades {
	s := usual[dark]
	switch {
	case colours <= colorprofile.ASCII:
		return shades{}
	case colours == colorprofile.ANSI:
		return few[dark]
	case colours == colorprofile.ANSI256:
		n := nearest[dark]
		s.selection, s.raised = n.selection, n.raised
		s.proposed, s.warn = cmp.Or(n.proposed, s.proposed), cmp.Or(n.warn, s.warn)
	}
	return s
}

// NewLook gives the look for a background, and for the colours that the terminal has.
func NewLook(dark bool, colours colorprofile.Profile) Look {
	s, plain := palette(dark, colours), lipgloss.NewStyle()
	ink := func(c color.Color) lipgloss.Style {
		if c == nil {
			return plain
		}
		return plain.Foreground(c)
	}
	look := Look{
		Accent: newPaint(ink(s.accent).Bold(true)), Strong: newPaint(plain.Bold(true)), Muted: newPaint(ink(s.muted)),
		Hint: newPaint(ink(s.muted).Italic(true)), Proposed: newPaint(ink(s.proposed).Italic(s.proposed == nil)),
		Good: newPaint(ink(s.good)), Warn: newPaint(ink(s.warn)), Bad: newPaint(ink(s.bad)), Bar: newPaint(ink(s.accent)),
		Chosen: newPaint(plain.Reverse(true).Bold(true)),
	}
	if s.chosen != nil {
		look.Chosen = newPaint(ink(s.chosenInk).Background(s.chosen).Bold(true))
		look.Selection.ground, look.Raised.ground = newPaint(ink(s.ink).Background(s.selection)), newPaint(ink(s.ink).Background(s.raised))
		return look
	}
	look.Selection = Surface{ground: newPaint(plain.Reverse(true)), alone: newPaint(plain.Reverse(true).Bold(true).Underline(true)), within: look.Chosen}
	return look
}

// Paint is a style as what stands before and after a text: laying it on costs nothing per key.
type Paint struct{ before, after string }

func newPaint(s lipgloss.Style) Paint {
	before, after, _ := strings.Cut(s.Render("x"), "x")
	return Paint{before, after}
}

// On paints a text of one line.
func (p Paint) On(text string) string {
	if text == "" {
		return ""
	}
	return p.before + text + p.after
}

// Surface is a ground that a whole row lies on.
type Surface struct {
	ground Paint
	// Of a reversed row the paints go, but for a chosen cell: that is bold and underlined in the bar.
	alone, within Paint
}

// Lay puts a painted line on the surface, over so many cells.
func (s Surface) Lay(line string, width int) string {
	line = Fit(line, width)
	switch {
	case s.ground == Paint{}:
		return line
	case s.alone == Paint{}: // where a paint ends, the ground goes on
		return s.ground.before + strings.ReplaceAll(line, s.ground.after, s.ground.after+s.ground.before) + s.ground.after
	}
	before, rest, found := strings.Cut(line, s.within.before)
	cell, after, _ := strings.Cut(rest, s.within.after)
	if !found {
		return s.ground.On(ansi.Strip(line))
	}
	return s.ground.On(ansi.Strip(before)) + s.alone.On(ansi.Strip(cell)) + s.ground.On(ansi.Strip(after))
}
