package screen

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Look is the palette by role, for a light or a dark background. Colour is for state, never alone: what it
// says is also said by a sign or by place.
type Look struct {
	Accent, Muted, Strong, Good, Warn, Bad, Chosen, Bar Paint
}

// NewLook gives the palette; every colour has a contrast of at least 4.5:1 with its background.
func NewLook(dark bool) Look {
	pick := lipgloss.LightDark(dark)
	ink := func(light, darker string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(pick(lipgloss.Color(light), lipgloss.Color(darker)))
	}
	return Look{
		Accent: newPaint(ink("#0B5CAD", "#7CC4FF").Bold(true)),
		Muted:  newPaint(ink("#5A6270", "#9AA5B1")),
		Strong: newPaint(lipgloss.NewStyle().Bold(true)),
		Good:   newPaint(ink("#1B6E3C", "#7BD88F")),
		Warn:   newPaint(ink("#8A5300", "#F2C14E")),
		Bad:    newPaint(ink("#A3222B", "#FF8A80")),
		Chosen: newPaint(lipgloss.NewStyle().Reverse(true).Bold(true)),
		Bar:    newPaint(ink("#0B5CAD", "#7CC4FF")),
	}
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
