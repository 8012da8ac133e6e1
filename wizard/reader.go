package wizard

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// reader is a screen of lines that are only read, with keys to move through them.
type reader struct {
	lines    func(f frame) (title string, lines []string, commands []command)
	at       int
	laidOut  []string // the lines, made once for each moment
	title    string
	commands []command
	madeFor  moment
}

func newReader(lines func(frame) (string, []string, []command)) *reader { return &reader{lines: lines} }

func (s *reader) typing(frame) bool  { return false }
func (s *reader) leave(frame) effect { return nil }
func (s *reader) wide() bool         { return true }

// layOut lays the lines out once for a width, a look and a state of the plan.
func (s *reader) layOut(f frame) {
	if now := f.moment(); s.madeFor != now {
		s.title, s.laidOut, s.commands = s.lines(f)
		s.madeFor = now
	}
}

func (s *reader) update(msg tea.Msg, f frame) (screen, effect) {
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
		s.at -= f.height - 1
	case "pgdown", "space":
		s.at += f.height - 1
	case "home":
		s.at = 0
	case "end":
		s.at = len(s.laidOut)
	case "esc":
		return s, back(1)
	default:
		for _, c := range s.commands {
			if c.key == pressed.String() {
				return s, c.wish
			}
		}
	}
	s.at = min(max(0, s.at), max(0, len(s.laidOut)-f.height))
	return s, nil
}

func (s *reader) view(f frame) page {
	s.layOut(f)
	s.at = min(s.at, max(0, len(s.laidOut)-f.height))
	return page{title: s.title, lines: s.laidOut[s.at:], cursor: &tea.Position{}, bare: true}
}

func (s *reader) keys(f frame) []key.Binding {
	s.layOut(f)
	w := f.texts.Wizard.Keys
	var bindings []key.Binding
	for _, c := range s.commands {
		bindings = append(bindings, shown(c.key, c.label))
	}
	if len(s.laidOut) > f.height {
		bindings = append(bindings, shown("↑/↓", w.Scroll))
	}
	return bindings
}
