package command

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/lazyregexp"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// What the program says stands in lines of whole words that fit the terminal. In a file or a pipe a line stays as it is.

// inLines writes what the program says in lines that fit the terminal.
type inLines struct{ *program }

// Write writes whole texts.
func (w inLines) Write(b []byte) (int, error) {
	if _, err := io.WriteString(w.out, w.inLines(w.out, string(b))); err != nil {
		return 0, err
	}
	return len(b), nil
}

// width is how wide the terminal is that a text goes to; 0 where it goes elsewhere.
func (p *program) width(to io.Writer) int {
	if p.columns == nil || to == p.out && !p.outTerminal || to == p.errs && !p.errTerminal {
		return 0
	}
	return p.columns()
}

var (
	// aCall is how the program is called, to be copied.
	aCall = lazyregexp.New(`stappenplan(?: --(?:plan|lang) \S+| --?[a-z][\w-]*| "(?:\\.|[^"\\])*")*(?: [a-z]+\b)?(?: "(?:\\.|[^"\\])*"| -[^\s"]*[^\s".,;:)]| [^\s"]*[A-Z0-9/\\~>\[|-][^\s"]*[^\s".,;:)])*`)
	// hanging is what the lines are indented by that go on with one: its own blanks, and its first column where it has more.
	hanging = lazyregexp.New(`^ *(?:\S+(?: \S+)* {2,})?`)
)

// inLines breaks lines at blanks where they are wider than the terminal that they go to. A call to copy, and where the plan is kept, stay in one
// piece: a terminal that breaks these copies them whole.
func (p *program) inLines(to io.Writer, text string) string {
	width := p.width(to)
	if width <= 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if ansi.StringWidth(line) > width {
			lines[i] = p.broken(line, width)
		}
	}
	return strings.Join(lines, "\n")
}

func (p *program) broken(line string, width int) string {
	blank := screen.StandIn(line) // where it is not broken
	hold := func(piece string) string { return strings.ReplaceAll(piece, " ", blank) }
	line = aCall().ReplaceAllStringFunc(line, hold)
	if path, err := p.path(); err == nil {
		name := filepath.Base(path)
		for _, piece := range []string{filepath.Dir(absolute(path)), filepath.Dir(path), name, strings.TrimSuffix(name, filepath.Ext(name))} {
			piece = steps.CleanName(piece)
			line = strings.ReplaceAll(line, piece, hold(piece))
		}
	}
	first := hanging().FindString(line)
	if 3*len(first) > 2*width {
		first = ""
	}
	rest := screen.WrapWhole(line[len(first):], width-ansi.StringWidth(first))
	rest = strings.ReplaceAll(rest, "\n", "\n"+strings.Repeat(" ", ansi.StringWidth(first)))
	return strings.ReplaceAll(first+rest, blank, " ")
}
