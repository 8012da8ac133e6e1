package wizard

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
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

func (s *reader) typing(frame) bool { return false }
func (s *reader) wide() bool        { return true }

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
		return s, back{}
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

// mapLines is the tree with the path walked.
func mapLines(f frame) (string, []string, []command) {
	w := f.texts.Wizard
	var lines []string
	phase := 0
	for _, s := range steps.Tree {
		if s.Phase != phase {
			phase = s.Phase
			lines = append(lines, f.look.muted.on("  "+string(f.texts.Plan.Phases[phase-1])))
		}
		lines = append(lines, mapStep(f, s)...)
	}
	return string(w.MapTitle), append(lines, "", f.look.muted.on("  "+string(w.MapLegend))), nil
}

func mapStep(f frame, s steps.Step) []string {
	mark := f.facts.mark(s.ID)
	name := strconv.Itoa(s.Number) + " " + string(f.texts.Plan.Steps[s.ID].Rail)
	ink, rail := f.look.muted, "│"
	if f.facts.walked(s.ID) {
		ink, rail = f.look.strong, "┃"
	}
	here := ""
	if f.facts.current == s.ID {
		here = f.look.accent.on("  ◀ " + string(f.texts.Wizard.YouAreHere))
	}
	first := "    " + mark + " " + ink.on(fit(name, 18)) + f.look.muted.on(todo(f, s.ID)) + here
	lines := []string{first}
	for _, branch := range branches(f, s) {
		lines = append(lines, "    "+ink.on(rail)+"   "+branch)
	}
	if s.ID != steps.Evaluation {
		return lines
	}
	return append(lines, "    "+ink.on("↺")+"   "+f.look.muted.on(string(f.texts.Wizard.MapAgain)))
}

// branches say where each answer leads; the one given stands out.
func branches(f frame, s steps.Step) (lines []string) {
	if !s.Asked {
		return nil
	}
	for _, c := range []steps.Choice{steps.Yes, steps.No} {
		next := s.Next[c]
		text := f.texts.Wizard.MapStays.Fill("answer", f.texts.Value("choice", string(c)))
		if next != s.ID {
			text = f.texts.Wizard.MapLeads.Fill("answer", f.texts.Value("choice", string(c)), "step", f.texts.Plan.Steps[next].Rail)
		}
		if s.ID == steps.Pooling {
			variant := map[steps.Choice]assets.Text{steps.Yes: f.texts.Wizard.VariantGroup, steps.No: f.texts.Wizard.VariantSchool}[c]
			text += ", " + string(variant)
		}
		if f.plan.Answers[s.ID].Choice == c {
			lines = append(lines, f.look.accent.on("▸ "+text))
		} else {
			lines = append(lines, f.look.muted.on("  "+text))
		}
	}
	return lines
}

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

// historyLines is what was done, the newest first.
func historyLines(f frame) (string, []string, []command) {
	w, journal := f.texts.Wizard, f.session.Journal()
	said := f.texts.History(journal)
	var lines []string
	for i, e := range slices.Backward(journal.Entries()) {
		when := e.At.In(f.session.Clock().Location()).Format("2/1/2006 15:04")
		line := strings.Join([]string{strconv.Itoa(i + 1), when, oneLine(e.By), said[i]}, "  ")
		if by := journal.WithdrawnBy(uint64(i + 1)); by != 0 {
			line = f.look.muted.on(line + "  " + w.WithdrawnBy.Fill("n", by))
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		lines = []string{"", string(w.NoHistory)}
	}
	return string(w.HistoryTitle), lines, nil
}

// findingsPage lists all findings by kind, each with the way to where it is solved.
func findingsPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{}
	kinds := steps.ByGravity(f.facts.findings)
	if len(kinds) == 0 {
		fields = append(fields, gap(), paragraph(f, f.look.good, string(w.NoFindings)), gap(), actionField("back", string(w.Back), back{}))
	}
	for _, k := range kinds {
		words := f.texts.Plan.Findings[k.ID]
		fields = append(fields, paragraph(f, f.look.warn, "! "+words.Title.For(len(k.Findings))),
			paragraph(f, f.look.muted, "  "+string(words.Do)))
		for i, one := range k.Findings {
			fields = append(fields, actionField(string(k.ID)+strconv.Itoa(i), f.texts.Finding(one, f.plan, f.facts.capacity), show{solvedAt(one)}))
		}
		fields = append(fields, gap())
	}
	return sheet{title: string(w.FindingsTitle), fields: fields}
}

// solvedAt is where a finding can be mended.
func solvedAt(one steps.Finding) place {
	switch {
	case one.Member != "":
		return place{memberCard, one.Member}
	case one.Task != "":
		return place{taskCard, one.Task}
	case one.ID == steps.EvaluationOverdue:
		return place{evaluation, ""}
	case one.ID == steps.GroupUnnamed:
		return place{profile, ""}
	}
	return place{team, ""}
}

// saveAsPage asks in which form and where the summary is written.
func saveAsPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{gap(), paragraph(f, f.look.strong, string(w.WriteText)), gap()}
	for _, format := range f.options.Formats {
		path := f.options.pathFor(f.plan, format)
		fd := actionField(format, string(w.Formats[format]), export{format: format, path: path})
		fields = append(fields, fd, paragraph(f, f.look.muted, "  "+path))
	}
	return sheet{title: string(w.WriteTitle), fields: append(fields, gap(), paragraph(f, f.look.muted, string(w.WriteWarning)))}
}

// unsavedPage says that an entry could not be kept, and keeps it on the screen.
func unsavedPage(u *unsaved, f frame) page {
	w := f.texts.Wizard
	lines := []string{"", f.look.bad.on("! " + string(w.UnsavedTitle)), ""}
	lines = append(lines, wrap(f.texts.Error(u.cause), f.width)...)
	lines = append(lines, "", f.look.muted.on(string(w.UnsavedWhat)))
	lines = append(lines, wrap(f.texts.Entry(u.entry, f.plan), f.width)...)
	for _, c := range u.entry.Changes {
		for _, text := range typedTexts(c) {
			lines = append(lines, wrap(text, f.width)...)
		}
	}
	return page{title: string(w.UnsavedTitle), lines: lines, cursor: &tea.Position{}, bare: true}
}

// typedTexts are the texts a person typed into a change.
func typedTexts(c steps.Change) (texts []string) {
	for _, field := range []steps.Field[string]{c.Note, c.Evidence, c.Text, c.Motivation, c.Mandate, c.Collaboration, c.Composition} {
		if v, ok := field.Value(); ok {
			texts = append(texts, v)
		}
	}
	return texts
}

// helpPage lists all keys that work on a screen.
func helpPage(s screen, f frame) page {
	w := f.texts.Wizard
	lines := []string{"", f.look.accent.on(string(w.HelpHere)), ""}
	for _, b := range s.keys(f) {
		lines = append(lines, "  "+f.look.strong.on(fit(b.Help().Key, 12))+b.Help().Desc)
	}
	lines = append(lines, "", f.look.accent.on(string(w.HelpAlways)), "")
	for _, b := range slices.Concat(globalKeys(w, true), moreKeys(w)) {
		lines = append(lines, "  "+f.look.strong.on(fit(b.Help().Key, 12))+b.Help().Desc)
	}
	return page{title: string(w.HelpTitle), lines: lines, cursor: &tea.Position{}, bare: true}
}

// globalKeys work on every screen, and always stand in the footer.
func globalKeys(w assets.WizardTexts, deep bool) []key.Binding {
	bindings := []key.Binding{shown("?", w.Keys.Help)}
	if deep {
		return append(bindings, shown("esc", w.Keys.Back))
	}
	return append(bindings, shown("q", w.Keys.Quit))
}

// moreKeys work on every screen, and stand in the help.
func moreKeys(w assets.WizardTexts) []key.Binding {
	return []key.Binding{
		shown("1–8", w.Keys.Jump), shown("o", w.Keys.Overview), shown("k", w.Keys.Map), shown("s", w.Keys.Summary),
		shown("u", w.Keys.Undo), shown("r", w.Keys.Redo), shown("q", w.Keys.Quit), shown("ctrl+c", w.Keys.Leave),
	}
}

// pathFor is where a file of a format is written: named after the school, in the folder for files.
func (o *Options) pathFor(p steps.Plan, format string) string {
	name := steps.Slug(p.School.Name)
	if name == "" {
		name = "stappenplan"
	}
	if len(name) > steps.MaxID {
		name = strings.Trim(name[:steps.MaxID], "-")
	}
	return filepath.Join(o.Folder, name+"-ronde-"+strconv.Itoa(p.Round.Number)+"."+format)
}
