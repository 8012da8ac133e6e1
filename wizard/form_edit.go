package wizard

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

// How a form takes what is typed and chosen.

// Leave keeps what is being typed, and a choice that was moved.
func (s *form) Leave(f screen.Frame) screen.Effect {
	fields, at := s.focusable(s.sheet(f))
	if len(fields) == 0 {
		return nil
	}
	if s.editor != nil {
		return s.finish(fields, at, at, f)
	}
	return s.chosen(fields[at])
}

// chosen keeps what was chosen in a field that is not decisive.
func (s *form) chosen(fd field) screen.Effect {
	picked, moved := s.picked, s.moved
	s.picked, s.moved = "", false
	if fd.kind != choosing || !moved || fd.decisive || picked == fd.value {
		return nil
	}
	return s.keep(fd, picked)
}

// keep wishes to save a value, or shows what is wrong with it.
func (s *form) keep(fd field, value string) screen.Effect {
	wish, problem := fd.save(value)
	s.problem = problem
	return wish
}

func (s *form) move(fd field, right bool) {
	if fd.kind != choosing && fd.kind != ticking {
		return
	}
	picked, _ := s.pickedIn(fd)
	at := slices.IndexFunc(fd.options, func(o option) bool { return o.value == picked })
	if _, any := s.pickedIn(fd); !any {
		at = -1
	}
	if right {
		at++
	} else {
		at--
	}
	s.picked, s.moved = fd.options[min(max(at, 0), len(fd.options)-1)].value, true
}

// pickedIn is the option of a field that the cursor is on. A decisive question that nobody answered has none:
// an answer is chosen, never taken by pressing Enter too often.
func (s *form) pickedIn(fd field) (value string, any bool) {
	if s.moved {
		return s.picked, true
	}
	if fd.kind == choosing && slices.ContainsFunc(fd.options, func(o option) bool { return o.value == fd.value }) {
		return fd.value, true
	}
	if fd.decisive && len(fd.options) > 1 {
		return "", false
	}
	return fd.options[0].value, true
}

// tick turns an option of a ticking field on or off.
func (s *form) tick(fd field) screen.Effect {
	on := strings.FieldsFunc(fd.value, func(r rune) bool { return r == ',' })
	picked, _ := s.pickedIn(fd)
	if i := slices.Index(on, picked); i >= 0 {
		on = slices.Delete(on, i, i+1)
	} else {
		on = append(on, picked)
	}
	return s.keep(fd, strings.Join(on, ","))
}

func (s *form) edit(fd field, f screen.Frame) {
	if s.problem = ""; f.Session.LookOnly {
		s.problem = f.Texts.Error(assets.NewFault("looking-only"))
		return
	}
	switch {
	case fd.kind == longText && strings.Count(fd.value, "\n") >= mostLines:
		s.problem = f.Texts.Wizard.TooManyLines.Fill("limit", mostLines)
	case fd.kind == longText:
		s.editor = newAreaEditor(fd.value, fd.hint, f.Width-s.indent(f))
	default:
		s.editor = newLineEditor(fd.value, fd.hint, f.Width-s.indent(f))
	}
}

// typeInto opens the field with the cursor for what is typed or pasted there.
func (s *form) typeInto(msg tea.Msg, f screen.Frame, fields []field, at int) screen.Effect {
	fd := fields[at]
	if fd.replaced {
		fd.value = ""
	}
	if s.edit(fd, f); s.editor == nil {
		return nil
	}
	return s.updateEditor(msg, f, fields, at)
}

// updateEditor is a key while typing: Enter, Tab, Esc and the edges of the text leave it and keep it.
func (s *form) updateEditor(msg tea.Msg, f screen.Frame, fields []field, at int) screen.Effect {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		switch name := pressed.String(); {
		case name == "enter", name == "tab":
			return s.finish(fields, at, at+1, f)
		case name == "shift+tab", name == "up" && s.editor.atEdge(true):
			return s.finish(fields, at, at-1, f)
		case name == "down" && s.editor.atEdge(false):
			return s.finish(fields, at, at+1, f)
		case name == "esc":
			return kept(s.finish(fields, at, at, f), f)
		}
	}
	cmd, why := s.editor.update(msg)
	s.problem = s.editor.refused(why, f)
	if cmd != nil {
		return screen.Run{Cmd: cmd}
	}
	return nil
}

// kept says, where Esc might have been meant to drop a text, that it stands in the plan.
func kept(wish screen.Effect, f screen.Frame) screen.Effect {
	if w, ok := wish.(screen.Record); ok {
		return screen.Then(w, screen.Say{Text: string(f.Texts.Wizard.KeptTyped)})
	}
	return wish
}

// finish leaves the text: what changed is kept; what cannot be kept stays to be mended, and a second Esc lets it go.
func (s *form) finish(fields []field, at, to int, f screen.Frame) screen.Effect {
	fd, value := fields[at], s.editor.value()
	stuck := s.problem != ""
	var wish screen.Effect
	if s.editor.changed() {
		if wish = s.keep(fd, value); s.problem != "" && !(stuck && at == to) {
			return nil
		}
	}
	s.editor, s.problem = nil, ""
	back := slices.IndexFunc(fields, func(fd field) bool { return fd.id == s.aside })
	if s.aside = ""; back >= 0 && to != at-1 {
		to = back
	}
	s.focusOn(fields, to)
	s.rest = to == at || to == back
	if next := fields[s.row]; s.flow && s.row != at && next.kind == oneText && next.value == "" {
		s.edit(next, f)
	}
	return wish
}
