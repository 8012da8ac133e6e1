package wizard

import (
	"path/filepath"
	"strconv"
	"strings"

	"stappenplan/steps"
)

// summaryLines is the summary as the board gets it.
func summaryLines(f frame) (string, []string, []command) {
	w := f.texts.Wizard
	var lines []string
	if f.options.Summary != nil {
		for line := range strings.SplitSeq(strings.TrimRight(f.options.Summary(), "\n"), "\n") {
			lines = append(lines, summaryLine(f, line)...)
		}
	}
	return string(w.SummaryTitle), lines, []command{{key: "w", label: w.Keys.Write, wish: show{place{saveAs, ""}}}}
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

// saveAsPage asks in which form and where the summary is written.
func saveAsPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{gap(), paragraph(f, f.look.strong, string(w.WriteText)), gap()}
	where := field{id: "folder", kind: oneText, label: string(w.Folder), value: f.options.Folder, save: func(v string) (effect, string) { return folder{v}, "" }}
	for _, format := range f.options.Formats {
		path := f.options.pathFor(f.plan, string(w.RoundFile), format)
		fd := actionField(format, string(w.Formats[format]), export{format: format, path: path})
		fields = append(fields, fd, paragraph(f, f.look.muted, "  "+path))
	}
	return sheet{title: string(w.WriteTitle), fields: append(fields, gap(), where, gap(), paragraph(f, f.look.muted, string(w.WriteWarning)))}
}

// pathFor is where a file of a format is written: named after the school and the round, in the folder for files.
func (o *Options) pathFor(p steps.Plan, word, format string) string {
	name := steps.Slug(p.School.Name)
	if name == "" {
		name = "stappenplan"
	}
	if len(name) > steps.MaxID {
		name = strings.Trim(name[:steps.MaxID], "-")
	}
	return filepath.Join(o.Folder, name+"-"+word+"-"+strconv.Itoa(p.Round.Number)+"."+format)
}
