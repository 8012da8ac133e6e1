package wizard

import (
	"strings"
)

// summaryLines is the document as its readers get it, with what was chosen of it.
func summaryLines(f frame) (string, []string, []command) {
	w := f.texts.Wizard
	title := string(w.SummaryTitle)
	if f.chosen.Subject != AboutPlan {
		title = string(w.Write.Subjects[f.chosen.Subject.word()])
	}
	var lines []string
	if f.options.Preview != nil {
		for line := range strings.SplitSeq(strings.TrimRight(f.options.Preview(f.chosen), "\n"), "\n") {
			lines = append(lines, summaryLine(f, line)...)
		}
	}
	return title, lines, []command{{key: "w", label: w.Keys.Write, wish: show{place{kind: saveAs}}}}
}

// summaryLine lays one line of Markdown out for the screen: headings stand out, the rest stays as it is.
func summaryLine(f frame, line string) []string {
	text := strings.TrimLeft(line, "#")
	level := len(line) - len(text)
	if level == 0 || !strings.HasPrefix(text, " ") {
		if strings.HasPrefix(line, "|") {
			return []string{tableLine(f, line)}
		}
		if lines := wrap(unescaped(line), f.width); lines != nil {
			return lines
		}
		return []string{""}
	}
	ink := f.look.strong
	if level <= 2 {
		ink = f.look.accent
	}
	return []string{ink.on(unescaped(strings.TrimSpace(text)))}
}

// tableLine draws a row of a table with lines of the screen.
func tableLine(f frame, line string) string {
	if strings.Trim(line, "|-: ") == "" {
		return f.look.muted.on(strings.NewReplacer("|", "┼", "-", "─", ":", "─", " ", "─").Replace(strings.Trim(line, "|")))
	}
	var cells []string
	for _, cell := range strings.Split(strings.ReplaceAll(line, "\\|", "\x00"), "|") {
		cells = append(cells, unescaped(strings.ReplaceAll(cell, "\x00", "|")))
	}
	return strings.Join(cells[1:len(cells)-1], f.look.muted.on("│"))
}

// unescaped takes the signs away that Markdown needs and a screen does not.
func unescaped(line string) string {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		if line[i] == '\\' && i+1 < len(line) && strings.IndexByte("\\`*_{}[]()#+-.!|<>&~", line[i+1]) >= 0 {
			continue
		}
		b.WriteByte(line[i])
	}
	return strings.ReplaceAll(b.String(), "**", "")
}
