package wizard

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
)

// click clicks on the first place where a text stands on the screen, and turns the wheel by so many notches.
func (s *sitting) click(texts ...string) *sitting {
	s.t.Helper()
	for _, text := range texts {
		x, y := -1, -1
		for row, line := range strings.Split(s.screen(), "\n") {
			if before, _, found := strings.Cut(line, text); found {
				x, y = ansi.StringWidth(before), row
				break
			}
		}
		if y < 0 {
			s.t.Fatalf("%q is not on the screen to click:\n%s", text, s.screen())
		}
		s.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	}
	return s
}

func (s *sitting) turn(notches int) *sitting {
	button := tea.MouseWheelDown
	if notches < 0 {
		button, notches = tea.MouseWheelUp, -notches
	}
	for range notches {
		s.send(tea.MouseWheelMsg{X: 40, Y: 10, Button: button})
	}
	return s
}

// TestAClickDoesWhatTheKeyDoes: on a step, a row, an option, an action, a key of the footer.
func TestAClickDoesWhatTheKeyDoes(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#").click("1 Bewustzijn").sees("Stap 1 van 8", "Ja (j)")
	entries := s.root.session.Journal().Len()
	s.click("Nee (n)").sees("je antwoordde: nee", "Voor de directie")
	if got := s.plan().Answers[steps.Awareness].Choice; got != steps.No || s.root.session.Journal().Len() != entries+1 {
		t.Errorf("answered %q in %d entries", got, s.root.session.Journal().Len()-entries)
	}
	s.turn(9).click("Pas je antwoord aan").sees("● Nee (n)").click("3 ICT-beleidsplan").sees("Stap 3 van 8").click("esc terug").sees("── Overzicht")
	s.press("#2").click("Notitie").press("werkgroep gestart").click("Ja (j)").sees("je antwoordde: ja")
	if a := s.plan().Answers[steps.Vision]; a.Note != "werkgroep gestart" || a.Choice != steps.Yes {
		t.Errorf("what was typed before the click: %+v", a)
	}
	s.click("F1").sees("── Hulp").click("Hulp").sees("── Hulp").press("esc").sees("je antwoordde: ja")
}

// TestTheMouseInLists: a click goes to a row, one more opens it; one beside the rows does nothing; the wheel moves on.
func TestTheMouseInLists(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5", "home")
	s.click("Wifi beheren").sees("▸ ✓ Wifi beheren").onPointer()
	s.click("Wifi beheren").sees("── Wifi beheren").press("esc").sees("▸ ✓ Wifi beheren")
	s.click("Geldt deze").sees("− Technische kerntaken", "▸ ✓ Wifi beheren")
	s.turn(2).misses("▸ ✓ Wifi beheren").turn(-2).sees("▸ ✓ Wifi beheren")
	s.press("#", "ctrl+k", "wifi").click("Wifi beheren").sees("── Wifi beheren")
	s.press("#3").turn(2).sees("Waarom").misses("Stap 3 van 8").turn(-3).sees("Stap 3 van 8")
}
