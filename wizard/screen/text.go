package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
)

// shownAtMost is how much of one text a screen lays out: nobody reads more than this on a screen, and a pasted
// book must not slow down a key.
const shownAtMost = 4000

// Readable is the width up to which text is laid out: longer lines are hard to read.
const Readable = 92

// OneLine makes a text fit for a single row: line ends and tabs are spaces.
func OneLine(text string) string { return steps.CleanName(cut(text)) }

func cut(text string) string {
	if len(text) <= shownAtMost {
		return text
	}
	return strings.ToValidUTF8(text[:shownAtMost], "") + "…"
}

// Fit makes a text exactly width cells wide: cut with … or filled with spaces.
func Fit(text string, width int) string {
	if width <= 0 {
		return ""
	}
	w := ansi.StringWidth(text)
	if w > width {
		text = ansi.Truncate(text, width, "…")
		w = ansi.StringWidth(text)
	}
	return text + strings.Repeat(" ", max(0, width-w))
}

// Shorten makes a painted line exactly width cells wide, as [Fit] does; the blanks it ends with count for nothing.
func Shorten(line string, width int) string {
	if ansi.StringWidth(said(line)) <= width {
		return Fit(ansi.Truncate(line, max(0, width), ""), width)
	}
	return Fit(line, width)
}

// said is what a painted line says, without the blanks it ends with.
func said(line string) string { return strings.TrimRight(ansi.Strip(line), " ") }

// endedWith is a painted line, exactly width cells wide, that ends with the first of some ends, each shorter than the one before, for which nothing
// is cut off; else with none, but for what is cut anyhow.
func endedWith(line string, width int, ends ...string) string {
	text := said(line)
	for i, end := range ends {
		room := max(1, width-ansi.StringWidth(end))
		if ansi.StringWidth(text) <= room || i == len(ends)-1 && strings.HasSuffix(text, "…") {
			return Shorten(line, room) + end
		}
	}
	return Shorten(line, width)
}

// Clip is as much of a text as has room, in whole words unless those would leave most of the room empty.
func Clip(text string, width int) string {
	if ansi.StringWidth(text) <= width {
		return text
	}
	whole := Wrap(text, max(1, width-1))[0]
	if ansi.StringWidth(whole) < width/3 {
		return ansi.Truncate(text, width, "…")
	}
	return strings.TrimRight(whole, ",;: ") + "…"
}

// mostTitleLines is how many lines the title of a row with the cursor takes at most.
const mostTitleLines = 3

// Title is the title of a row in lines of so many cells: one line, or as many as it takes to read it whole.
func Title(title string, width int, whole bool) []string {
	title = OneLine(title)
	if !whole || title == "" {
		return []string{Fit(Clip(title, width), width)}
	}
	lines := Wrap(title, width)
	if len(lines) > mostTitleLines {
		lines = append(lines[:mostTitleLines-1], Clip(strings.Join(lines[mostTitleLines-1:], " "), width))
	}
	for i := range lines {
		lines[i] = Fit(lines[i], width)
	}
	return lines
}

// Wrap lays a text out in lines of at most width cells, breaking at words where it can.
func Wrap(text string, width int) []string {
	if text == "" {
		return nil
	}
	text = strings.ReplaceAll(steps.Clean(cut(text)), "\t", "    ")
	return strings.Split(WrapWords(text, width), "\n")
}

// WrapLegend lays out what signs mean in lines of at most width cells: two blanks part one sign from the next, and lines break there only,
// but within one that is longer than a line.
func WrapLegend(text string, width int) (lines []string) {
	const between = "  "
	line := ""
	for _, sign := range strings.Split(text, between) {
		switch more := line + between + sign; {
		case line == "":
			line = sign
		case ansi.StringWidth(more) <= width:
			line = more
		default:
			lines, line = append(lines, Wrap(line, width)...), sign
		}
	}
	return append(lines, Wrap(line, width)...)
}

// WrapPath lays the path of a file out in lines of at most width cells, breaking a name in it only where that is longer than a line, at no
// blank either.
func WrapPath(path string, width int) []string {
	const separators = `/\`
	wrap := func(text string, width int, _ string) string { return ansi.Wrap(text, width, separators) }
	path = steps.Clean(path)
	blank := StandIn(path)
	lines := wrapped(strings.ReplaceAll(path, " ", blank), width, wrap)
	return strings.Split(strings.ReplaceAll(lines, blank, " "), "\n")
}

// WrapWords breaks the lines of a text at blanks, and a word only where it is longer than a line. A hyphen is no place to
// break at: it may begin a word, as in "-gemeenschap".
func WrapWords(text string, width int) string { return wrapped(text, width, ansi.Wrap) }

// WrapWhole is [WrapWords] that breaks no word: one that is longer than a line stays as it is.
func WrapWhole(text string, width int) string { return wrapped(text, width, ansi.Wordwrap) }

func wrapped(text string, width int, wrap func(text string, width int, breaks string) string) string {
	if !strings.Contains(text, "\n") && ansi.StringWidth(text) <= width {
		return text
	}
	hyphen := StandIn(text)
	return strings.ReplaceAll(wrap(strings.ReplaceAll(text, "-", hyphen), max(1, width), ""), hyphen, "-")
}

// StandIn is a letter, one cell wide, that a text has nowhere: something else of it may be that letter while its lines are broken.
func StandIn(text string) string {
	letter := '\ue000'
	for strings.ContainsRune(text, letter) {
		letter++
	}
	return string(letter)
}

// Beside puts lines beside what stands before the first of them; the others are indented as far.
func Beside(before string, lines []string) []string {
	indent := strings.Repeat(" ", ansi.StringWidth(before))
	for i := range lines {
		lines[i] = before + lines[i]
		before = indent
	}
	return lines
}
