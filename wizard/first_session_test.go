package wizard

import (
	"maps"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestAWholeFirstSession: somebody who types wrongly, presses keys that do nothing, pulls at the window and uses the mouse comes from
// the first screen to a team. Nothing that was answered or typed is lost, and there is always something to go on with.
func TestAWholeFirstSession(t *testing.T) {
	t.Parallel()
	school := newSchool()
	d := &director{sitting: school.sit(t, 80, 24)}
	d.does(func() { d.press("x", "?", "esc", "5", "left").click("Begin met stap 1") })
	d.does(func() { d.press("An Peters", "backspace", "backspace", "backspace", "ers", "enter") }) // and not Peeters, which she sees later
	d.does(func() { d.paste("GBS De Linde\n").press("down", "enter") }).shows("Stap 1 van 8")
	d.does(func() { d.press("k", "q", "enter").sees("Kies eerst") }).does(func() { d.press("j") }).does(func() { d.press("enter") })
	d.shows("Stap 2 van 8").does(func() { d.press("right", "left") }).does(func() { d.click("Notitie").press("werkgroep") }).does(func() { d.click("1 Bewustzijn") })
	d.shows("Stap 1 van 8").does(func() { d.click("2 Gedragen visie") }).shows("werkgroep").does(func() { d.press("@choice", "n") }).sees("Voor de directie")
	d.does(func() { d.press("ctrl+z", "ctrl+y") }).does(func() { d.press("#3", "b") }).does(func() { d.press("#4", "@group_kind", "right", "right", "enter") })
	d.does(func() { d.turn(5).turn(-5).press("@choice", "n") }).does(func() { d.press("#5", "A", "%", "z", "ctrl+z") })
	d.does(func() { d.press("home", "down", "enter") }).does(func() { d.press("@note", "eerst de speelplaats", "esc") })
	d.does(func() {
		d.press("#", "s", "@author").press("end", "backspace", "backspace", "backspace", "backspace", "eters", "enter")
	})
	d.does(func() { d.press("#7", "+", "Bart", "enter") }).does(func() { d.press("@hours", "veel", "esc").sees("veel") })
	d.press("#", "q")
	if !d.quit {
		d.press("q").press("enter")
	}

	again := school.sit(t, 80, 24)
	p := again.plan()
	if !slices.ContainsFunc(p.Tasks(), func(t steps.Task) bool { return t.Note == "eerst de speelplaats" }) || again.root.session.Author() != "An Peeters" {
		t.Errorf("the note is gone, or the author is %q", again.root.session.Author())
	}
	if p.School.Name != "GBS De Linde" || p.Answers[steps.Awareness].Choice != steps.Yes || p.Answers[steps.Vision].Choice != steps.No || p.Answers[steps.Vision].Note != "werkgroep" ||
		p.Answers[steps.Policy].Choice != steps.Open || p.Answers[steps.Pooling].Choice != steps.No || len(p.Members) != 1 || p.Members[0].Name != "Bart" {
		t.Errorf("what is kept: %+v %+v %+v", p.School, p.Answers, p.Members)
	}
	if d.looked < 100 {
		t.Errorf("only %d looks", d.looked)
	}
}

// director is a person at the screens, whose window is pulled at after everything that is done.
type director struct {
	*sitting
	looked int
}

// does does something, and looks whether there is something to go on with in windows of all kinds.
func (d *director) does(what func()) *director {
	d.t.Helper()
	what()
	for _, size := range []window{{40, 10}, {200, 60}, {64, 20}, {120, 36}, {80, 24}} {
		d.send(tea.WindowSizeMsg{Width: size.width, Height: size.height})
		holds(d.t.(*testing.T), d.sitting, "the session", size.width, size.height)
		d.goesOn(size)
		d.looked++
	}
	return d
}

// shows fails unless a text stands on the screen.
func (d *director) shows(text string) *director {
	d.t.Helper()
	d.sees(text)
	return d
}

// goesOn fails unless the cursor is seen, and the footer names a key.
func (d *director) goesOn(size window) {
	d.t.Helper()
	v := d.root.View()
	rows := strings.Split(ansi.Strip(v.Content), "\n")
	if v.Cursor == nil || strings.TrimSpace(rows[v.Cursor.Y]) == "" && !d.root.typing() {
		d.t.Errorf("%v: the cursor is at %v:\n%s", size, v.Cursor, d.screen())
	}
	if foot := rows[len(rows)-1]; !strings.Contains(foot, "F1") && !strings.Contains(foot, "enter") && !strings.Contains(foot, "esc") {
		d.t.Errorf("%v: the footer names no way on: %q", size, foot)
	}
}

// TestTheCursorStandsOnWhatIsSelected on every screen, in small windows and in large ones; below a table on the line that says the row.
func TestTheCursorStandsOnWhatIsSelected(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	places := everyPlace(s.plan())
	for _, size := range []window{{80, 24}, {120, 36}, {200, 60}} {
		s.send(tea.WindowSizeMsg{Width: size.width, Height: size.height})
		for _, name := range slices.Sorted(maps.Keys(places)) {
			s.root.perform(screen.Home(), false)
			s.root.push(places[name])
			cursor, typing := s.root.View().Cursor, s.root.typing()
			if s.root.page().Reads { // there is nothing to select
				continue
			}
			if cursor == nil {
				t.Errorf("%s at %v: no cursor:\n%s", name, size, s.screen())
				continue
			}
			row := strings.Split(s.screen(), "\n")[cursor.Y]
			if kind := places[name].Kind; kind == screen.TaskList || kind == screen.Matrix {
				s.onPointer()
				continue
			}
			before := ansi.Cut(row, max(0, cursor.X-2), cursor.X+1)
			if on := ansi.Cut(row, cursor.X, cursor.X+1); !typing && !strings.ContainsAny(before, "▸") && on != "●" {
				t.Errorf("%s at %v: the cursor is at %v of %q", name, size, cursor, row)
			}
		}
	}
}
