package form

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

// How a form takes what is typed and chosen.

// Leave keeps what is being typed, and a choice that was moved.
func (s *Form) Leave(f screen.Frame) screen.Effect {
	fields, at := s.focusable(s.sheet(f))
	if len(fields) == 0 {
		return nil
	}
	if s.editor != nil {
		return s.finish(fields, at, at, f)
	}
	return s.chosen(fields[at])
}

// Unsaved is the text in the field that is open, where that was changed.
func (s *Form) Unsaved() string {
	if s.editor == nil || !s.editor.Changed() {
		return ""
	}
	return s.editor.Value()
}

// chosen keeps what was chosen in a field that is not decisive.
func (s *Form) chosen(fd Field) screen.Effect {
	picked, moved := s.picked, s.moved
	s.picked, s.moved = "", false
	if fd.Kind != Choosing || !moved || fd.Decisive || picked == fd.Value {
		return nil
	}
	return s.keep(fd, picked)
}

// keep saves a value, or shows what is wrong with it.
func (s *Form) keep(fd Field, value string) screen.Effect {
	effect, problem := fd.Save(value)
	s.problem = problem
	return effect
}

func (s *Form) move(fd Field, right bool) {
	if fd.Kind != Choosing && fd.Kind != Ticking {
		return
	}
	picked, _ := s.pickedIn(fd)
	at := slices.IndexFunc(fd.Options, func(o Option) bool { return o.Value == picked })
	if _, any := s.pickedIn(fd); !any {
		at = -1
	}
	if right {
		at++
	} else {
		at--
	}
	s.picked, s.moved = fd.Options[min(max(at, 0), len(fd.Options)-1)].Value, true
}

// pickedIn is the option of a field that the cursor is on. A decisive question that nobody answered has none:
// an answer is chosen, never taken by pressing Enter too often.
func (s *Form) pickedIn(fd Field) (value string, any bool) {
	if s.moved {
		return s.picked, true
	}
	if fd.Kind == Choosing && slices.ContainsFunc(fd.Options, func(o Option) bool { return o.Value == fd.Value }) {
		return fd.Value, true
	}
	if fd.Decisive && len(fd.Options) > 1 {
		return "", false
	}
	return fd.Options[0].Value, true
}

// tick turns an option of a ticking field on or off.
func (s *Form) tick(fd Field) screen.Effect {
	on := strings.FieldsFunc(fd.Value, func(r rune) bool { return r == ',' })
	picked, _ := s.pickedIn(fd)
	if i := slices.Index(on, picked); i >= 0 {
		on = slices.Delete(on, i, i+1)
	} else {
		on = append(on, picked)
	}
	return s.keep(fd, strings.Join(on, ","))
}

func (s *Form) edit(fd Field, f screen.Frame) {
	if s.problem = ""; f.Session.LookOnly {
		s.problem = f.Texts.Error(assets.NewFault("looking-only"))
		return
	}
	switch {
	case fd.Kind == LongText && strings.Count(fd.Value, "\n") >= mostLines:
		s.problem = f.Texts.Wizard.TooManyLines.Fill("limit", mostLines)
	case fd.Kind == LongText:
		s.editor = newAreaEditor(fd.Value, fd.Hint, f.Width-s.indent(f))
	default:
		s.editor = NewLineEditor(fd.Value, fd.Hint, f.Width-s.indent(f))
	}
}

// typeInto opens the field with the cursor for what is typed or pasted there.
func (s *Form) typeInto(msg tea.Msg, f screen.Frame, fields []Field, at int) screen.Effect {
	fd := fields[at]
	if fd.Replaced {
		fd.Value = ""
	}
	if s.edit(fd, f); s.editor == nil {
		return nil
	}
	return s.updateEditor(msg, f, fields, at)
}

// updateEditor is a key while typing: Enter, Tab, Esc and the edges of the text leave it and keep it.
func (s *Form) updateEditor(msg tea.Msg, f screen.Frame, fields []Field, at int) screen.Effect {
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
	cmd, problem := s.editor.Update(msg, f)
	s.problem = problem
	if cmd != nil {
		return screen.Run{Cmd: cmd}
	}
	return nil
}

// kept says, where Esc might have been meant to drop a text, that it stands in the plan.
func kept(effect screen.Effect, f screen.Frame) screen.Effect {
	if w, ok := effect.(screen.Record); ok {
		said := f.Texts.Wizard.KeptTyped
		if f.Real != nil {
			said = f.Texts.Wizard.TriedTyped
		}
		return screen.Then(w, screen.Say{Text: string(said)})
	}
	return effect
}

// finish leaves the text: what changed is kept; what cannot be kept stays to be mended, and a second Esc lets it go.
func (s *Form) finish(fields []Field, at, to int, f screen.Frame) screen.Effect {
	fd, value := fields[at], s.editor.Value()
	stuck := s.problem != ""
	var effect screen.Effect
	if s.editor.Changed() {
		if effect = s.keep(fd, value); s.problem != "" && !(stuck && at == to) {
			return nil
		}
	}
	s.editor, s.problem = nil, ""
	back := slices.IndexFunc(fields, func(fd Field) bool { return fd.ID == s.returnTo })
	if s.returnTo = ""; back >= 0 && to != at-1 {
		to = back
	}
	s.focusOn(fields, to)
	s.escaped = to == at || to == back
	if next := fields[s.row]; s.typeOn && s.row != at && next.Kind == OneText && next.Value == "" {
		s.edit(next, f)
	}
	return effect
}
