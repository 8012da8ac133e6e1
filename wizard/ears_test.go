package wizard

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

// A screen reader reads the line that the terminal's cursor stands on when that moves.

// cursorLine is that line, from the cursor on.
func (s *sitting) cursorLine() string {
	s.t.Helper()
	v := s.root.View()
	if v.Cursor == nil {
		return ""
	}
	line := strings.Split(ansi.Strip(v.Content), "\n")[v.Cursor.Y]
	return ansi.Cut(line, v.Cursor.X, s.root.width)
}

// lists are the places where a cursor goes from row to row.
func lists(s *sitting) map[string]screen.Place {
	places := everyPlace(s.plan())
	for name := range places {
		s.root.perform(screen.Home(), false)
		s.root.push(places[name])
		if s.root.top().Letters(s.root.frame()) != screen.LettersCommand || s.root.page().Reads {
			delete(places, name)
		}
	}
	places["find"] = screen.Place{Kind: screen.Find}
	return places
}

// TestTheLineOfTheCursorSaysTheRow on every list, wherever the cursor goes: what it is, and its place, which stands nowhere else.
func TestTheLineOfTheCursorSaysTheRow(t *testing.T) {
	t.Parallel()
	place := map[assets.Language]*regexp.Regexp{
		assets.Dutch: regexp.MustCompile(`(?:^|[^\d,])(\d+ van \d+|\d+/\d+)\b`), assets.English: regexp.MustCompile(`(?:^|[^\d.])(\d+ of \d+|\d+/\d+)\b`),
	}
	for _, w := range goldenWindows {
		s := exampleSchool(t, w.language).sit(t, w.width, w.height)
		all := lists(s)
		for _, must := range []string{"step-5", "step-6", "division", "matrix", "team", "findings", "actions", "history", "proposal", "sheets", "sheet-table", "find", "overview"} {
			if _, there := all[must]; !there {
				t.Errorf("%s is no list", must)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(all)) {
			s.root.perform(screen.Home(), false)
			s.root.push(all[name])
			seen := map[string]bool{}
			for range 40 {
				line := s.cursorLine()
				row, _, _ := strings.Cut(line, " │ ") // where a second column stands beside it
				said := strings.TrimRight(row, " ┄")
				at := place[w.language].FindAllStringSubmatch(said, -1)
				if room := len([]rune(row)) - len([]rune(said)); len(at) == 0 && room < len(" 9/99") && !strings.HasSuffix(said, "…") {
					s.press("down") // a row that leaves no room for it is whole
					continue
				}
				if len(at) == 0 && strings.HasPrefix(said, "▸ → ") { // the only thing that can be asked about a division
					s.press("down")
					continue
				}
				if len(at) == 0 || !strings.HasSuffix(said, at[len(at)-1][1]) {
					t.Errorf("%s at %d: no place in %q", name, w.width, line)
					break
				}
				here := at[len(at)-1][1]
				if said = strings.Trim(strings.TrimSuffix(said, here), "▸ ·✓○…"); len([]rune(said)) < 3 {
					t.Errorf("%s at %d: nothing but its place is said: %q", name, w.width, line)
				}
				stands := 0
				for _, one := range place[w.language].FindAllStringSubmatch(s.screen(), -1) {
					if one[1] == here {
						stands++
					}
				}
				if stands != 1 {
					t.Errorf("%s at %d: %q stands %d times:\n%s", name, w.width, here, stands, s.screen())
				}
				if seen[line] {
					break
				}
				seen[line] = true
				s.send(tea.KeyPressMsg{Code: tea.KeyDown})
			}
		}
	}
}
