package form

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

// How a form is drawn.

// View draws the fields below each other, with what is wrong or helps below the focused one.
func (s *Form) View(f screen.Frame) screen.Page {
	sh := s.sheet(f)
	fields, at := s.focusable(sh)
	p := screen.Page{Title: sh.Title, Scroll: s.scroll}
	indent := s.indent(f)
	if len(sh.Fields) == 0 { // what it was about was taken back
		p.Lines = []string{"", f.Look.Muted.On(string(f.Texts.Wizard.GoneAway))}
	}
	for _, fd := range sh.Fields {
		focused := len(fields) > 0 && fields[at].ID == fd.ID && fd.Kind != reading
		lines, cursor := s.field(fd, focused, indent, f)
		if focused {
			p.Cursor = &tea.Position{X: cursor.X, Y: len(p.Lines) + cursor.Y}
			p.RowCursor = s.editor == nil
		}
		p.Lines = append(p.Lines, lines...)
		if focused {
			p.Lines = append(p.Lines, s.below(fd, indent, f)...)
			p.Below = min(len(p.Lines)-1-p.Cursor.Y, f.Height-1)
		}
	}
	return p
}

// below is what stands under the focused field: what is wrong, else its help.
func (s *Form) below(fd Field, indent int, f screen.Frame) (lines []string) {
	margin := strings.Repeat(" ", indent)
	if s.problem != "" {
		for _, l := range screen.Wrap("! "+s.problem, f.Width-indent) {
			lines = append(lines, margin+f.Look.Bad.On(l))
		}
		return lines
	}
	for _, h := range fd.Help {
		for _, l := range screen.Wrap(h, f.Width-indent) {
			lines = append(lines, margin+f.Look.Muted.On(l))
		}
	}
	return lines
}

// field lays one field out; the position is where the cursor stands in it.
func (s *Form) field(fd Field, focused bool, indent int, f screen.Frame) ([]string, tea.Position) {
	pointer := "  "
	if focused {
		pointer = f.Look.Accent.On("▸ ")
	}
	switch fd.Kind {
	case reading:
		return fd.Lines, tea.Position{}
	case Action:
		return actionLines(fd, focused, pointer, f), tea.Position{}
	case Choosing, Ticking:
		return s.options(fd, focused, pointer, indent, f)
	}
	label := pointer + labelled(assets.Capital(fd.Label), focused, indent-2, f)
	if focused && s.editor != nil {
		c := s.editor.Cursor()
		return screen.Beside(label, s.editor.Lines()), tea.Position{X: c.X + indent, Y: c.Y}
	}
	return valueLines(fd, label, indent, f), tea.Position{}
}

func labelled(label string, focused bool, width int, f screen.Frame) string {
	if focused {
		return f.Look.Strong.On(screen.Fit(label, width-1)) + " "
	}
	return f.Look.Muted.On(screen.Fit(label, width-1)) + " "
}

// valueLines show a text that is not being typed: at most three lines of it.
func valueLines(fd Field, label string, indent int, f screen.Frame) []string {
	text := fd.Value
	if fd.Shown != "" {
		text = fd.Shown
	}
	if text == "" {
		return []string{label + f.Look.Muted.On(ansi.Truncate(fd.Hint, f.Width-indent, "…"))}
	}
	lines := screen.Wrap(text, f.Width-indent)
	if len(lines) > 3 {
		lines = append(lines[:2:2], ansi.Truncate(lines[2], f.Width-indent-2, "")+" …")
	}
	return screen.Beside(label, lines)
}

func actionLines(fd Field, focused bool, pointer string, f screen.Frame) []string {
	wrapped := screen.Wrap(fd.Label, f.Width-2)
	for i, l := range wrapped {
		switch {
		case focused && fd.Value == "":
			l = f.Look.Chosen.On(l)
		case focused:
			l = f.Look.Strong.On(l)
		case fd.Muted:
			l = f.Look.Muted.On(l)
		}
		wrapped[i] = l
	}
	wrapped = screen.Beside(pointer, wrapped)
	if fd.Value != "" && len(wrapped) > 0 {
		wrapped[0] += fd.Value
	}
	return wrapped
}

// options lays options out beside each other, on as many lines as they need.
func (s *Form) options(fd Field, focused bool, pointer string, indent int, f screen.Frame) ([]string, tea.Position) {
	line := pointer + labelled(assets.Capital(fd.Label), focused, indent-2, f)
	var lines []string
	cursor := tea.Position{X: indent}
	width := indent
	for _, o := range fd.Options {
		text, plain := s.option(fd, o, focused, f)
		if width+plain > f.Width && width > indent {
			lines = append(lines, line)
			line, width = strings.Repeat(" ", indent), indent
		}
		if picked, any := s.pickedIn(fd); focused && any && picked == o.Value {
			cursor = tea.Position{X: width, Y: len(lines)}
		}
		line += text
		width += plain
	}
	return append(lines, line), cursor
}

// option draws one option: what is kept has a filled sign, where the cursor is, it stands out.
func (s *Form) option(fd Field, o Option, focused bool, f screen.Frame) (text string, width int) {
	on := o.Value == fd.Value
	signs := [2]string{"○ ", "● "}
	if fd.Kind == Ticking {
		on = slices.Contains(strings.Split(fd.Value, ","), o.Value)
		signs = [2]string{"[ ] ", "[x] "}
	}
	sign := signs[0]
	if on {
		sign = signs[1]
	}
	plain := sign + assets.Capital(o.Label)
	width = ansi.StringWidth(plain) + 3
	picked, any := s.pickedIn(fd)
	switch {
	case focused && any && picked == o.Value:
		return f.Look.Chosen.On(plain+" ") + "  ", width
	case on:
		return f.Look.Strong.On(plain) + "   ", width
	}
	return plain + "   ", width
}
