package screen

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// grounds are the backgrounds of usual terminals: black, Windows Terminal, VS Code, PowerShell; white, and a paper one.
var grounds = map[bool][]string{true: {"#000000", "#0C0C0C", "#1E1E1E", "#012456"}, false: {"#FFFFFF", "#FDF6E3"}}

// sixteen are the shades that Windows Terminal and xterm give the colours that the palette of 16 takes.
var sixteen = map[color.Color][]string{
	lipgloss.BrightCyan: {"#61D6D6", "#00FFFF"}, lipgloss.White: {"#CCCCCC", "#E5E5E5"}, lipgloss.BrightGreen: {"#16C60C", "#00FF00"},
	lipgloss.BrightYellow: {"#F9F1A5", "#FFFF00"}, lipgloss.BrightRed: {"#E74856", "#FF0000"}, lipgloss.Blue: {"#0037DA", "#0000EE"}, lipgloss.Red: {"#C50F1F", "#CD0000"},
}

// TestEveryPairCanBeRead wants a contrast of 4.5:1 of each text with each ground that it lies on, in every number of colours.
func TestEveryPairCanBeRead(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{true, false} {
		for _, colours := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			s := palette(dark, colours)
			under := []color.Color{colours.Convert(s.selection), colours.Convert(s.raised)}
			for _, hex := range grounds[dark] {
				under = append(under, lipgloss.Color(hex))
			}
			for name, ink := range map[string]color.Color{"accent": s.accent, "muted": s.muted, "proposed": s.proposed, "good": s.good, "warn": s.warn, "bad": s.bad} {
				for _, ground := range under {
					readable(t, fmt.Sprintf("%s, dark %v, %v", name, dark, colours), colours.Convert(ink), ground)
				}
			}
			readable(t, "chosen", colours.Convert(s.chosenInk), colours.Convert(s.chosen))
			readable(t, "on the selection", colours.Convert(s.ink), colours.Convert(s.selection))
			readable(t, "on the head", colours.Convert(s.ink), colours.Convert(s.raised))
		}
		s := palette(dark, colorprofile.ANSI)
		for _, ink := range []color.Color{s.accent, s.muted, s.proposed, s.good, s.warn, s.bad} {
			if ink == nil {
				continue
			}
			if len(sixteen[ink]) == 0 {
				t.Errorf("nobody knows how %v looks", ink)
			}
			for _, shade := range sixteen[ink] {
				for _, ground := range grounds[dark][:2] {
					readable(t, fmt.Sprintf("of 16, dark %v", dark), lipgloss.Color(shade), lipgloss.Color(ground))
				}
			}
		}
	}
}

func readable(t *testing.T, what string, ink, ground color.Color) {
	t.Helper()
	if c := contrast(ink, ground); c < 4.5 {
		t.Errorf("%s: %v on %v has a contrast of %.2f", what, ink, ground, c)
	}
}

// contrast is that of WCAG 2.
func contrast(a, b color.Color) float64 {
	light := func(c color.Color) float64 {
		linear := func(v uint32) float64 {
			x := float64(v) / 0xFFFF
			if x <= 0.03928 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		r, g, b, _ := c.RGBA()
		return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestASelectedRowIsABar over its whole width, whatever is painted on it and however many colours there are.
func TestASelectedRowIsABar(t *testing.T) {
	t.Parallel()
	for _, colours := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
		l := NewLook(true, colours)
		line := l.Selection.Lay("▸ "+l.Warn.On("○")+" Wifi "+l.Chosen.On("geldt")+" "+l.Muted.On("x"), 30)
		if got := ansi.Strip(line); got != "▸ ○ Wifi geldt x"+strings.Repeat(" ", 14) {
			t.Errorf("%v says %q", colours, got)
		}
		bar, rest := "", line
		for rest != "" { // each cell has the ground of the bar, or is the chosen one
			sequence, _, n, _ := ansi.DecodeSequence(rest, ansi.NormalState, nil)
			rest = rest[n:]
			switch {
			case sequence == l.Selection.ground.after:
				bar = ""
			case strings.HasPrefix(sequence, "\x1b["):
				bar += sequence
			case bar == "":
				t.Fatalf("%v: %q lies beside the bar in %q", colours, sequence, line)
			}
		}
	}
}

// TestTheChosenCellStandsOutWithoutColour: it lies in the bar as all else of the row does, and is bold and underlined besides.
func TestTheChosenCellStandsOutWithoutColour(t *testing.T) {
	t.Parallel()
	for _, colours := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI} {
		l := NewLook(true, colours)
		line := l.Selection.Lay("▸ Wifi "+l.Chosen.On("geldt")+" later", 30)
		before, _, _ := strings.Cut(line, "geldt")
		style := before[strings.LastIndex(before, "\x1b["):]
		for what, code := range map[string]string{"reversed": "7", "bold": "1", "underlined": "4"} {
			if !slices.Contains(strings.Split(strings.Trim(style, "\x1b[m"), ";"), code) {
				t.Errorf("%v: it is not %s: %q", colours, what, line)
			}
		}
	}
}
