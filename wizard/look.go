package wizard

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// look is the palette by role, for a light or a dark background. Colour is for state, never alone: what it
// says is also said by a sign or by place.
type look struct {
	accent, muted, strong, good, warn, bad, chosen, bar paint
}

// newLook gives the palette; every colour has a contrast of at least 4.5:1 with its background.
func newLook(dark bool) look {
	pick := lipgloss.LightDark(dark)
	ink := func(light, darker string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(pick(lipgloss.Color(light), lipgloss.Color(darker)))
	}
	return look{
		accent: newPaint(ink("#0B5CAD", "#7CC4FF").Bold(true)),
		muted:  newPaint(ink("#5A6270", "#9AA5B1")),
		strong: newPaint(lipgloss.NewStyle().Bold(true)),
		good:   newPaint(ink("#1B6E3C", "#7BD88F")),
		warn:   newPaint(ink("#8A5300", "#F2C14E")),
		bad:    newPaint(ink("#A3222B", "#FF8A80")),
		chosen: newPaint(lipgloss.NewStyle().Reverse(true).Bold(true)),
		bar:    newPaint(ink("#0B5CAD", "#7CC4FF")),
	}
}

// paint is a style as what stands before and after a text: laying it on costs nothing per key.
type paint struct{ before, after string }

func newPaint(s lipgloss.Style) paint {
	before, after, _ := strings.Cut(s.Render("x"), "x")
	return paint{before, after}
}

// on paints a text of one line.
func (p paint) on(text string) string {
	if text == "" {
		return ""
	}
	return p.before + text + p.after
}
