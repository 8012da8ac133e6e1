package page

import (
	"slices"
	"strconv"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// widePlan is the width from which what is to be done stands beside the tree, and planPane how wide that is.
const widePlan, planPane = 118, 43

// overviewPage is the picture of the plan: the tree with the path walked, the one next thing to do, and what else waits: beside
// it where there is room, else below.
func overviewPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	tree, pane := f, f
	wide := f.Width >= widePlan
	if wide {
		pane.Width = max(planPane, f.Width/3)
		tree.Width = f.Width - pane.Width - form.BetweenColumns
	}
	var fields []field
	if f.Height > smallest { // the room is for where the answers of a step lead
		fields = append(fields, gap())
	}
	if f.Past != nil {
		fields = append(pastFields(tree), gap())
	}
	if f.Facts.Current == "" {
		fields = append(fields, read(f.Path()), paragraph(tree, f.Look.Good, w.RoundComplete.Fill("date", f.Texts.Date(f.Plan.Round.NextEvaluation))),
			actionField("next-round", string(w.OpenRound), screen.Show(screen.Place{Kind: screen.NewRound})),
			actionField("board", string(w.ToSummary), screen.Show(screen.Place{Kind: screen.Summary})), gap())
	} else {
		fields = append(fields, actionField("next", w.NextThing.Fill("n", f.Facts.Current.Number(),
			"step", f.Texts.Plan.Steps[f.Facts.Current].Rail, "todo", missing(f, f.Facts.Current)), screen.Show(screen.StepPlace(f.Facts.Current))))
		if f.Height > smallest { // else what is to do first takes its room
			fields = append(fields, gap())
		}
	}
	least, below := branchesAtFocus, planBelow
	if wide {
		least, below = branchesClipped, 0
	}
	detail := branchesWhole
	shown := treeFields(tree, detail)
	for detail > least && height(fields)+height(shown)+below > f.Height {
		detail--
		shown = treeFields(tree, detail)
	}
	fields = append(fields, shown...)
	if wide {
		legend := []field{gap(), mapLegend(pane)}
		if height(fields)+2 <= f.Height { // else it stands below what waits
			fields, legend = append(fields, gap(), mapLegend(tree)), nil
		}
		waiting := append([]field{gap()}, waitingFields(pane, f.Height-1-height(legend), 0)...)
		waiting = append(waiting, legend...)
		for i := range waiting {
			waiting[i].Beside = true
		}
		return sheet{Title: string(w.OverviewTitle), Fields: append(fields, waiting...), Beside: pane.Width, Commands: overviewCommands(f)}
	}
	atCursor := 0 // where an answer leads shows there only, mostly in one line, and moves nothing off the page
	if detail == branchesAtFocus {
		atCursor = 1
	}
	fields = append(append(fields, gap()), waitingFields(f, f.Height-height(fields)-1, atCursor)...)
	return sheet{Title: string(w.OverviewTitle), Fields: fields, Commands: overviewCommands(f)}
}

// Paper is the beginning of the document for the school board as its readers get it now, or of the one that is chosen, in as many lines as the
// frame has.
func Paper(f screen.Frame, chosen bool) []string {
	d, title := f.Chosen, string(f.Texts.Wizard.SummaryTitle)+" (ctrl+s)"
	if chosen {
		title = string(f.Texts.Wizard.Write.Subjects[screen.SubjectWord(d.Subject)])
	} else {
		d.Subject = report.AboutPlan
	}
	lines := painted(f.Look.Muted, screen.Wrap(title, f.Width))
	lines = append(append(lines, ""), documentLines(f, f.Files.Preview(f.Session, d))...)
	if len(lines) > f.Height {
		lines = append(lines[:f.Height-1:f.Height-1], f.Look.Muted.On("…"))
	}
	return lines
}

// smallest is the height of a page in the smallest usual window.
const smallest = 20

// planBelow is how many lines what waits takes at least below the tree.
const planBelow = 7

// height is how many lines fields take.
func height(fields []field) (n int) {
	for _, fd := range fields {
		if fd.Kind == form.Lines {
			n += len(fd.Lines)
		} else {
			n++
		}
	}
	return n
}

// waitingFields are what waits beside the steps, in at most so many lines: decisions of the board, actions and the gravest findings. What the
// first action is, is said only where so many lines are left.
func waitingFields(f screen.Frame, room, atCursor int) (fields []field) {
	gravest := 3
	if asked := f.Plan.BoardDecisions(f.Today); len(asked)+len(f.Plan.Resolutions) > 0 {
		fields = append(fields, decisionsRow(f, asked))
		gravest-- // so that all fits the smallest window
	}
	if f.Plan.Begun() {
		findings := min(gravest, len(steps.ByGravity(f.Facts.Findings)))
		fields = append(fields, actionLines(f, room-len(fields)-findings-2-atCursor)...)
	}
	if left := room - len(fields); left > gravest+2 {
		fields, gravest = append(fields, gap()), left/2
	} else {
		gravest = max(1, min(gravest, left-1))
	}
	return append(fields, gravestLines(f, gravest)...)
}

func overviewCommands(f screen.Frame) []command {
	w := f.Texts.Wizard.Keys
	commands := []command{
		{Key: "!", Label: w.Findings, Effect: screen.Show(screen.Place{Kind: screen.FindingList})},
		{Key: "G", Label: w.Sheets, Effect: screen.Show(screen.Place{Kind: screen.Sheets})},
		{Key: "s", Label: w.Profile, Effect: screen.Show(screen.Place{Kind: screen.Profile})},
		{Key: "h", Label: w.History, Effect: screen.Show(screen.Place{Kind: screen.History})},
		{Key: "C", Label: w.Compare, Effect: screen.Show(comparisonSince(f))},
		{Key: "O", Label: w.Actions, Effect: screen.Show(screen.Place{Kind: screen.Actions})},
		{Key: "T", Label: w.Trial, Effect: screen.Show(screen.Place{Kind: screen.Trial})},
	}
	leave := leaveCommands(f)
	if f.Plans && f.Several { // who has several plans finds it in the footer
		commands, leave = slices.Insert(commands, 1, leave[0]), leave[1:]
	}
	return append(append(commands, leave...), stepCommands(f)...)
}

// leaveCommands are the letters that lead out of the plan, where Esc leads no higher.
func leaveCommands(f screen.Frame) (commands []command) {
	w := f.Texts.Wizard.Keys
	if f.Plans {
		commands = append(commands, command{Key: "P", Label: w.Plans, Effect: screen.Elsewhere{}})
	}
	return append(commands, command{Key: "q", Label: w.Quit, Effect: screen.Quit{}})
}

// stepCommands are the digits that lead to a step.
func stepCommands(f screen.Frame) (commands []command) {
	for _, s := range steps.Tree {
		commands = append(commands, command{Key: strconv.Itoa(s.Number), Label: f.Texts.Plan.Steps[s.ID].Rail, Effect: screen.Show(screen.StepPlace(s.ID))})
	}
	return commands
}

// overviewRow is a step with its state in words, and how that is to the last round.
func overviewRow(f screen.Frame, s steps.Step, since steps.Since) field {
	fd := actionField(string(s.ID), "", screen.Show(screen.StepPlace(s.ID)))
	standing, findings := missing(f, s.ID), inOrder(f, s.ID)
	said := []string{standing + findings, standing + inOrderBriefly(f, s.ID), standing} // shorter and shorter
	if since != "" && f.Facts.Standing(s.ID).State != steps.StepKept {                  // which says so already
		said = append([]string{said[0] + between + string(f.Texts.Wizard.Since[string(since)])}, said...)
	}
	name := 0
	for _, s := range steps.Tree {
		name = max(name, ansi.StringWidth(f.StepName(s)))
	}
	const signs = 5 // and the blanks about the name
	room, here, hereInWords := f.Width-signs-name, "", ""
	if f.Facts.Current == s.ID {
		here, hereInWords = " ◀", " ◀ "+string(f.Texts.Wizard.YouAreHere)
	}
	text := fitting(said, room-ansi.StringWidth(here))
	if ansi.StringWidth(text)+ansi.StringWidth(hereInWords) <= room {
		here = hereInWords
	}
	fd.Value = f.Look.Mark(f.Facts, s.ID) + " " + screen.Fit(f.StepName(s), name) + " " + f.Look.Muted.On(text) + f.Look.Accent.On(here)
	fd.Commands = []command{makesAction(f, steps.About(steps.AboutStep, string(s.ID)))}
	return fd
}

// between stands between two things that are said of one.
const between = " · "

// fitting is the first of some texts, each shorter than the one before, that there is room for whole; where there is none, what fits of the last.
func fitting(texts []string, room int) string {
	for _, text := range texts {
		if ansi.StringWidth(text) <= room {
			return text
		}
	}
	return screen.Clip(texts[len(texts)-1], max(1, room))
}

// missing says how a step stands, or what is missing where it waits.
func missing(f screen.Frame, id steps.StepID) string {
	w, standing := f.Texts.Wizard, f.Facts.Standing(id)
	switch standing.State {
	case steps.StepStopped:
		return string(w.WorkFirst)
	case steps.StepToDo, steps.StepBegun, steps.StepAgain:
		if missing := f.Facts.Missing[id][0]; missing.ID != steps.GapAnswer {
			return f.Texts.Plan.Gaps[missing.ID].For(missing.N)
		}
		return string(w.Waits)
	}
	said := f.Texts.Standing(standing, f.Plan)
	if standing.State == steps.StepDone && standing.Choice == steps.Done {
		said = string(w.AllAnswered)
	}
	return said
}

// inOrder says whether a step that is answered, and at which findings are mended, is in order.
func inOrder(f screen.Frame, id steps.StepID) string {
	n, answered := f.Facts.FindingsAt(id), f.Facts.Standing(id).State == steps.StepDone
	switch {
	case n > 0:
		return between + "! " + f.Texts.Wizard.FindingCount.For(n)
	case answered && id.MendsFindings():
		return between + string(f.Texts.Wizard.InOrder)
	}
	return ""
}

// inOrderBriefly says only how many findings there are.
func inOrderBriefly(f screen.Frame, id steps.StepID) string {
	if n := f.Facts.FindingsAt(id); n > 0 {
		return between + "! " + strconv.Itoa(n)
	}
	return ""
}

// currentRow is the row of the overview on which the cursor begins: the next thing to do.
func currentRow(f screen.Frame) string {
	if f.Facts.Current == "" {
		return "board"
	}
	return "next"
}

// gravestLines are the gravest kinds of findings, each in one line, below how many findings there are in all.
func gravestLines(f screen.Frame, most int) (fields []field) {
	kinds := steps.ByGravity(f.Facts.Findings)
	if len(kinds) == 0 {
		return nil
	}
	more, all := "", 0
	for i, k := range kinds {
		if all += len(k.Findings); i >= most {
			more = string(f.Texts.Wizard.FindingsMore)
		}
	}
	fields = append(fields, heading(f, "  "+f.Texts.Wizard.FindingCount.For(all), more))
	for _, k := range kinds[:min(most, len(kinds))] {
		text := findingKind(f, k)
		if f.Height < 28 {
			text = screen.Clip(text, f.Width-4)
		}
		fields = append(fields, read(painted(f.Look.Warn, hung("  ! ", text, f.Width))...))
	}
	return fields
}

// findingKind says one finding in full, and several of a kind with their number.
func findingKind(f screen.Frame, k steps.FindingKind) string {
	said := f.Texts.Plan.Findings[k.ID].Title.For(len(k.Findings))
	if len(k.Findings) == 1 {
		said = f.Texts.Finding(k.Findings[0], f.Plan, f.Facts.Capacity)
	}
	return f.Texts.HeldOver(said, k.ID.From(), f.Plan)
}

// mapLegend says what the signs of the steps mean.
func mapLegend(f screen.Frame) field {
	return read(painted(f.Look.Muted, screen.WrapLegend(string(f.Texts.Wizard.MapLegend), min(f.Width, screen.Readable)))...)
}
