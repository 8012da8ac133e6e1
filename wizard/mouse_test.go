package wizard

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
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
	s.press("#", "ctrl+k", "wifi").click("▸ Wifi beheren").sees("── Wifi beheren")
	s.press("#3").turn(2).sees("Waarom").misses("Stap 3 van 8").turn(-3).sees("Stap 3 van 8")
}

// cell is where texts stand on the screen: the cell of the first letter of one, in the row of another.
func (s *sitting) cell(row, column string) (x, y int) {
	s.t.Helper()
	x, y = -1, -1
	for at, line := range strings.Split(s.screen(), "\n") {
		if before, _, found := strings.Cut(line, column); found && x < 0 {
			x = ansi.StringWidth(before)
		}
		if strings.Contains(line, row) && y < 0 {
			y = at
		}
	}
	if x < 0 || y < 0 {
		s.t.Fatalf("%q or %q is not on the screen:\n%s", row, column, s.screen())
	}
	return x, y
}

func (s *sitting) clickCell(row, column string) *sitting {
	x, y := s.cell(row, column)
	s.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	return s
}

// TestAClickOnACellOfATable goes to its row and column, and once more does what Enter does; what was being typed is kept.
func TestAClickOnACellOfATable(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5", "home")
	s.clickCell("Wifi beheren", "Term.").sees("▸ ✓ Wifi beheren", "Wanneer is ze nodig?").onPointer()
	s.clickCell("Wifi beheren", "Geldt").sees("▸ ✓ Wifi beheren", "Geldt deze taak").clickCell("Wifi beheren", "Geldt").sees("── Wifi beheren", "▸ Geldt").press("esc")
	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24).at(screen.Place{Kind: screen.TaskList, ID: "team"})
	s.clickCell("Interne ICT-vorming", "Uren").press("u", "delete", "7").clickCell("Leraren coachen", "Trekker").sees("Wie trekt deze taak?", "▸ ✓ Leraren coachen")
	if d := s.plan().Decisions.Of("staff-training"); d.Hours == nil || *d.Hours != steps.Whole(7) {
		t.Errorf("the hours are %v\n%s", d.Hours, s.screen())
	}
	s.click("Technische taken").click("Technische taken").sees("+ Technische taken").click("Technische taken").sees("− Technische taken")
}

// TestAClickOnARowOpensWhatWasClicked: of a row of a sheet its column, of a member the hours.
func TestAClickOnARowOpensWhatWasClicked(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).at(screen.Place{Kind: screen.SheetTable, ID: "chain/levels"})
	s.clickCell("Schoolbestuur", "Duidelijk").sees("── Schoolbestuur", "▸ Duidelijk").press("esc").clickCell("Schoolbestuur", "Terug").sees("▸ Terug")
	s.press("#7").clickCell("Yusuf Demir", "5,5 van").sees("── Yusuf Demir", "▸ Uren per week").press("esc").clickCell("Yusuf Demir", "Yusuf").sees("▸ Rol")
}

// TestAClickInATextPutsTheCursorThere, also in a text that had not the focus, on a line that was wrapped, and in a line that is scrolled.
func TestAClickInATextPutsTheCursorThere(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.send(tea.WindowSizeMsg{Width: 80, Height: 40})
	s.press("#1", "@note")
	s.send(tea.PasteMsg{Content: "eerste regel\ntweede regel"})
	s.click("regel").press("X").sees("│eerste Xregel").clickCell("tweede", "regel").press("Y").sees("│tweede rYegel")
	s.press("@evidence", "@note").clickCell("tweede r", "eerste").press("Z").sees("│Ztweede")
	s.press("esc", "#1").click("tweede").press("Q").sees("ZQtweede r")
	name := strings.Repeat("abcdefghij", 9)
	s.press("#", "s", "@school", "delete", name, "left", "left").click("hij").press("K", "enter")
	if got := s.plan().School.Name; !strings.Contains(got, "gKhij") || strings.Count(got, "K") != 1 {
		t.Errorf("the name is %q\n%s", got, s.screen())
	}
}
