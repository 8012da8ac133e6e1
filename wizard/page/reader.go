package page

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/screen"
)

// reader is a screen of lines that are only read, with keys to move through them.
type reader struct {
	lines    func(f screen.Frame) (title string, lines []string, commands []command)
	at       int
	laidOut  []string // the lines, made once for each moment
	title    string
	commands []command
	madeFor  screen.Moment
}

func newReader(lines func(screen.Frame) (string, []string, []command)) *reader {
	return &reader{lines: lines}
}

// Letters are commands.
func (s *reader) Letters(screen.Frame) screen.Letters { return screen.LettersCommand }

func (s *reader) Leave(screen.Frame) screen.Effect { return nil }
func (s *reader) Unsaved() bool                    { return false }
func (s *reader) Searching() bool                  { return false }
func (s *reader) Wide() bool                       { return true }

// layOut lays the lines out once for a width, a look and a state of the plan.
func (s *reader) layOut(f screen.Frame) {
	if now := f.Moment(); s.madeFor != now {
		s.title, s.laidOut, s.commands = s.lines(f)
		s.madeFor = now
	}
}

func (s *reader) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	s.layOut(f)
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	switch pressed.String() {
	case "up":
		s.at--
	case "down":
		s.at++
	case "pgup":
		s.at -= f.Height - 1
	case "pgdown", "space":
		s.at += f.Height - 1
	case "home":
		s.at = 0
	case "end":
		s.at = len(s.laidOut)
	case "esc":
		return s, screen.Back(1)
	default:
		for _, c := range s.commands {
			if c.Key == pressed.String() {
				return s, c.does()
			}
		}
		if pressed.Text != "" {
			return s, screen.NoCommand(pressed.Text, f)
		}
	}
	s.at = min(max(0, s.at), max(0, len(s.laidOut)-f.Height))
	return s, nil
}

func (s *reader) View(f screen.Frame) screen.Page {
	s.layOut(f)
	s.at = min(s.at, max(0, len(s.laidOut)-f.Height))
	return screen.Page{Title: s.title, Lines: s.laidOut[s.at:], Cursor: &tea.Position{}, RowCursor: true, Reads: true}
}

func (s *reader) Keys(f screen.Frame) []key.Binding {
	s.layOut(f)
	w := f.Texts.Wizard.Keys
	var bindings []key.Binding
	bindings = append(bindings, commandKeys(s.commands, f)...)
	if len(s.laidOut) > f.Height {
		bindings = append(bindings, screen.Binding("↑/↓", w.Scroll))
	}
	return bindings
}
