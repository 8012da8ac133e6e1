package wizard

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/page"
)

// sitting is a person at the screens: keys go in, what stands on the screen comes out. Commands run at once,
// so nothing waits and nothing sleeps.
type sitting struct {
	t      testing.TB
	root   *root
	school *school
	quit   bool
}

// school is where a plan of a test is kept, over several sittings.
type school struct {
	author   string // who sits down; empty for who did the last thing
	store    session.Journals
	language assets.Language
	seconds  int
	pace     time.Duration // how much time passes at a look at the clock; 0 for a second
	passed   time.Duration // beside the seconds
}

func newSchool() *school { return &school{store: store.NewMemory(), language: assets.Dutch} }

// sit opens the program on the school's plan.
func (s *school) sit(t testing.TB, width, height int) *sitting {
	t.Helper()
	work := &session.Session{
		Texts: assets.Load(s.language), Definitions: assets.Definitions(), Store: s.store, PlanID: "plan",
		Place: "/home/an/stappenplan.db",
		Clock: s.clock,
		NewID: func() string { return fmt.Sprintf("entry-%d", s.seconds) },
	}
	work.SetAuthor(s.author)
	sitting := &sitting{t: t, school: s, root: newRoot(work, Options{
		Documents: []string{"pdf", "docx", "pptx", "html", "md"}, Others: []string{"xlsx", "csv", "ics", "json", "yaml"}, Folder: "/home/an/Documents",
		Files: &disk{},
	})}
	sitting.run(sitting.root.Init())
	must(t, sitting.root.failure)
	sitting.send(tea.WindowSizeMsg{Width: width, Height: height})
	return sitting
}

// clock moves on at each look.
func (s *school) clock() time.Time {
	if s.passed += s.pace; s.pace == 0 {
		s.seconds++
	}
	return time.Date(2026, 11, 24, 9, 0, s.seconds, int(s.passed), time.UTC)
}

// run runs a command and sends what it gives.
func (s *sitting) run(cmd tea.Cmd) {
	if cmd == nil || s.quit {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		s.quit = true
	case tea.BatchMsg:
		for _, one := range msg {
			s.run(one)
		}
	default:
		if strings.HasPrefix(reflect.TypeOf(msg).PkgPath(), "charm.land") {
			return
		}
		s.send(msg)
	}
}

func (s *sitting) send(msg tea.Msg) {
	_, cmd := s.root.Update(msg)
	s.run(cmd)
}

// press presses keys by name; @ with the id of a field puts the cursor there, # with a digit goes back to the overview first,
// and anything else is typed letter by letter.
func (s *sitting) press(keys ...string) *sitting {
	for _, name := range keys {
		if id, isField := strings.CutPrefix(name, "@"); isField {
			s.root.top().(*page.Form).StartAt(id)
			continue
		}
		if step, isStep := strings.CutPrefix(name, "#"); isStep {
			for len(s.root.stack) > 1 {
				s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
			}
			name = step
		}
		for _, k := range keysOf(name) {
			s.send(k)
		}
	}
	return s
}

// burst sends keys as a terminal does that does not mark what is pasted: all of them are there before the program
// comes to rest.
func (s *sitting) burst(keys ...string) *sitting {
	s.school.pace = time.Microsecond
	var cmds []tea.Cmd
	for _, k := range keysOf(keys...) {
		_, cmd := s.root.Update(k)
		cmds = append(cmds, cmd)
	}
	s.run(tea.Batch(cmds...))
	s.school.pace = 0
	return s
}

// pressEvery presses keys with so much time between them, while the program is at rest.
func (s *sitting) pressEvery(pace time.Duration, keys ...string) *sitting {
	s.school.pace = pace
	s.press(keys...)
	s.school.pace = 0
	return s
}

// paste is what a terminal sends that marks what is pasted.
func (s *sitting) paste(text string) *sitting {
	for _, msg := range []tea.Msg{tea.PasteStartMsg{}, tea.PasteMsg{Content: text}, tea.PasteEndMsg{}} {
		s.send(msg)
	}
	return s
}

// begin presses a key and gives what it began, such as keeping an answer, for the test to run.
func (s *sitting) begin(name string) tea.Cmd {
	_, cmd := s.root.Update(keysOf(name)[0])
	_, began := s.root.Update(cmd())
	return began
}

// keysOf are keys by name; in anything else each letter is one, and a line end Enter.
func keysOf(names ...string) (keys []tea.KeyPressMsg) {
	for _, name := range names {
		if key, named := namedKeys[name]; named {
			keys = append(keys, key)
			continue
		}
		for _, r := range name {
			switch r {
			case '\n':
				keys = append(keys, namedKeys["enter"])
			case '\t':
				keys = append(keys, namedKeys["tab"])
			default:
				keys = append(keys, tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		}
	}
	return keys
}

var namedKeys = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "tab": {Code: tea.KeyTab}, "space": {Code: tea.KeySpace, Text: " "},
	"shift+up": {Code: tea.KeyUp, Mod: tea.ModShift}, "shift+down": {Code: tea.KeyDown, Mod: tea.ModShift},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgdown": {Code: tea.KeyPgDown}, "pgup": {Code: tea.KeyPgUp},
	"delete": {Code: tea.KeyDelete}, "backspace": {Code: tea.KeyBackspace}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl},
	"ctrl+z": {Code: 'z', Mod: tea.ModCtrl}, "ctrl+y": {Code: 'y', Mod: tea.ModCtrl}, "ctrl+k": {Code: 'k', Mod: tea.ModCtrl},
	"ctrl+s": {Code: 's', Mod: tea.ModCtrl}, "ctrl+j": {Code: 'j', Mod: tea.ModCtrl}, "ctrl+x": {Code: 'x', Mod: tea.ModCtrl},
	"ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+w": {Code: 'w', Mod: tea.ModCtrl}, "ctrl+e": {Code: 'e', Mod: tea.ModCtrl},
}

// screen is what stands on the screen, without colour.
func (s *sitting) screen() string { return ansi.Strip(s.root.View().Content) }

func (s *sitting) plan() steps.Plan { return s.root.session.Plan() }

// sees fails unless a text stands on the screen.
func (s *sitting) sees(texts ...string) *sitting {
	s.t.Helper()
	for _, text := range texts {
		if !strings.Contains(s.screen(), text) {
			s.t.Fatalf("%q is not on the screen:\n%s", text, s.screen())
		}
	}
	return s
}

// misses says where a text stands on the screen that has no business there.
func (s *sitting) misses(texts ...string) *sitting {
	s.t.Helper()
	screen := s.screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			s.t.Errorf("%q stands on the screen:\n%s", text, screen)
		}
	}
	return s
}

func answer(step steps.StepID, choice steps.Choice) steps.Change {
	return steps.Change{Kind: steps.ChangeAnswer, Step: step, Choice: steps.Set(choice)}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
