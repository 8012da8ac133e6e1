package wizard

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stappenplan/report"
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
	return string(w.SummaryTitle), lines, []command{{key: "w", label: w.Keys.Write, wish: show{place{kind: saveAs}}}}
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

// saveAsPage asks in which form and where the summary is written, how people are called in it, and lets the
// decisions asked of the board be looked over.
func saveAsPage(f frame) sheet {
	w := f.texts.Wizard
	names := field{id: "names", kind: choosing, label: string(w.NamesLabel), value: cmp.Or(string(f.chosen.Names), string(report.NamesAsRoles)), help: []string{string(w.NamesHelp)}}
	for _, n := range report.NamesChoices {
		names.options = append(names.options, option{string(n), string(w.NamesChoices[string(n)])})
	}
	names.save = func(v string) (effect, string) {
		chosen := f.chosen
		chosen.Names = report.Names(v)
		return choose{chosen}, ""
	}
	fields := []field{paragraph(f, f.look.strong, string(w.WriteText))}
	for _, format := range f.options.Formats {
		fields = append(fields, actionField(format, string(w.Formats[format]), export{
			format: format, path: f.options.pathFor(f.plan, string(w.RoundFile), format),
		}))
	}
	return sheet{title: string(w.WriteTitle), labels: 16, fields: append(fields, gap(), names,
		actionField("decisions", w.DecisionCount.For(len(decisionsOf(f))), show{place{kind: decisions}}),
		lineSaved("folder", string(w.Folder), f.options.Folder, func(v string) effect { return folder{v} }),
		gap(), paragraph(f, f.look.muted, string(w.WriteWarning)))}
}

// lineSaved is a line that is no part of the plan.
func lineSaved(id, label, value string, keep func(string) effect) field {
	return field{id: id, kind: oneText, label: label, value: value, save: func(v string) (effect, string) { return keep(v), "" }}
}

// writtenPage says where the file is, what is in it, and lets it be opened.
func writtenPage(path string) func(frame) sheet {
	return func(f frame) sheet {
		w := f.texts.Wizard
		contents := ""
		if f.options.Contents != nil {
			contents = f.options.Contents()
		}
		return sheet{title: string(w.WriteTitle), fields: []field{
			gap(), paragraph(f, f.look.good, string(w.WrittenHere)), paragraph(f, f.look.strong, path), gap(),
			labelledText(f, string(w.WrittenWhat), contents), gap(),
			actionField("open", string(w.OpenFile), openFile{path}), actionField("done", string(w.Ready), back{}),
		}}
	}
}

// decisionsOf are the decisions asked of the board as they will be written.
func decisionsOf(f frame) []string {
	if f.chosen.Decisions != nil {
		return *f.chosen.Decisions
	}
	options := f.chosen
	options.Texts, options.Today, options.Names = f.texts, f.today, report.NamesInFull
	return report.Decisions(f.plan, options)
}

// decide chooses other decisions.
func decide(f frame, lines []string) effect {
	chosen := f.chosen
	chosen.Decisions = &lines
	return choose{chosen}
}

// decisionsPage lists the decisions asked of the board.
func decisionsPage(f frame) sheet {
	w, lines := f.texts.Wizard, decisionsOf(f)
	fields := []field{paragraph(f, f.look.muted, string(w.DecisionsText)), gap()}
	for i, line := range lines {
		fd := actionField(strconv.Itoa(i), strconv.Itoa(i+1)+". "+line, show{place{kind: decisionCard, id: strconv.Itoa(i)}})
		fd.remove = decide(f, slices.Delete(slices.Clone(lines), i, i+1))
		fields = append(fields, fd)
	}
	add := lineSaved("add", string(w.DecisionAdd), "", func(v string) effect {
		if steps.Blank(v) {
			return nil
		}
		return decide(f, append(slices.Clone(lines), v))
	})
	reset := f.chosen
	reset.Decisions = nil
	return sheet{title: string(w.DecisionsTitle), fields: append(fields, gap(), add,
		actionField("reset", string(w.DecisionsReset), choose{reset}), actionField("done", string(w.Ready), back{}))}
}

// decisionPage rewords a decision, moves it up, or leaves it out.
func decisionPage(id string) func(frame) sheet {
	return func(f frame) sheet {
		w, lines := f.texts.Wizard, decisionsOf(f)
		at, err := strconv.Atoi(id)
		if err != nil || at >= len(lines) {
			return sheet{}
		}
		text := field{id: "text", kind: longText, label: string(w.Decision), value: lines[at], save: func(v string) (effect, string) {
			other := slices.Clone(lines)
			other[at] = steps.CleanName(v)
			return decide(f, other), ""
		}}
		fields := []field{text, gap()}
		if at > 0 {
			up := slices.Clone(lines)
			up[at-1], up[at] = up[at], up[at-1]
			fields = append(fields, actionField("up", string(w.DecisionUp), both{decide(f, up), back{}}))
		}
		return sheet{title: string(w.Decision) + " " + strconv.Itoa(at+1), fields: append(fields,
			actionField("drop", string(w.DecisionDrop), both{decide(f, slices.Delete(slices.Clone(lines), at, at+1)), back{}}),
			actionField("done", string(w.Ready), back{}))}
	}
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
