package page

import (
	"slices"
	"strconv"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// overviewPage lists the eight steps with their state and the one next thing to do.
func overviewPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	fields := []field{gap()}
	if f.Past != nil {
		fields = append(pastFields(f), gap())
	}
	if f.Facts.Current == "" {
		fields = append(fields, paragraph(f, f.Look.Good, w.RoundComplete.Fill("date", f.Texts.Date(f.Plan.Round.NextEvaluation))),
			actionField("next-round", string(w.OpenRound), screen.Show(screen.Place{Kind: screen.NewRound})),
			actionField("board", string(w.ToSummary), screen.Show(screen.Place{Kind: screen.Summary})), gap())
	} else {
		fields = append(fields, actionField("next", w.NextThing.Fill("n", f.Facts.Current.Number(),
			"step", f.Texts.Plan.Steps[f.Facts.Current].Rail, "todo", missing(f, f.Facts.Current)), screen.Show(screen.StepPlace(f.Facts.Current))), gap())
	}
	since := map[steps.StepID]steps.Since{}
	if f.Facts.IsRepeat {
		since = f.Plan.Since(f.Facts.Previous)
	}
	phase := 0
	for _, s := range steps.Tree {
		if s.Phase != phase {
			phase = s.Phase
			fields = append(fields, paragraph(f, f.Look.Muted, string(f.Texts.Plan.Phases[phase-1])))
		}
		fields = append(fields, overviewRow(f, s, since[s.ID]))
	}
	fields = append(fields, gap())
	gravest := 3
	if asked := f.Plan.BoardDecisions(f.Today); len(asked)+len(f.Plan.Resolutions) > 0 {
		fields = append(fields, actionField("decisions", decisionsAsked(f, asked), screen.Show(screen.Place{Kind: screen.Decisions})))
		gravest-- // so that all fits the smallest window
	}
	if f.Plan.Begun() {
		findings := min(gravest, len(steps.ByGravity(f.Facts.Findings)))
		fields = append(fields, actionLines(f, f.Height-len(fields)-findings-2)...)
	}
	if room := f.Height - len(fields); room > gravest+2 {
		fields, gravest = append(fields, gap()), 3
	} else {
		gravest = max(1, min(gravest, room-1))
	}
	fields = append(fields, gravestLines(f, gravest)...)
	return sheet{Title: string(w.OverviewTitle), Fields: fields, Commands: overviewCommands(f)}
}

func overviewCommands(f screen.Frame) []command {
	w := f.Texts.Wizard.Keys
	commands := []command{
		{Key: "!", Label: w.Findings, Effect: screen.Show(screen.Place{Kind: screen.FindingList})},
		{Key: "k", Label: w.Map, Effect: screen.Show(screen.Place{Kind: screen.TreeMap})},
		{Key: "s", Label: w.Profile, Effect: screen.Show(screen.Place{Kind: screen.Profile})},
		{Key: "h", Label: w.History, Effect: screen.Show(screen.Place{Kind: screen.History})},
		{Key: "C", Label: w.Compare, Effect: screen.Show(comparisonSince(f))},
		{Key: "O", Label: w.Actions, Effect: screen.Show(screen.Place{Kind: screen.Actions})},
		{Key: "T", Label: w.Trial, Effect: screen.Show(screen.Place{Kind: screen.Trial})},
		{Key: "q", Label: w.Quit, Effect: screen.Quit{}},
	}
	if f.Plans {
		at := len(commands) - 1
		if f.Several { // who has several plans finds it in the footer
			at = 1
		}
		commands = slices.Insert(commands, at, command{Key: "P", Label: w.Plans, Effect: screen.Elsewhere{}})
	}
	return append(commands, stepCommands(f)...)
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
	name := f.Texts.Plan.Steps[s.ID].Rail
	fd := actionField(string(s.ID), f.Facts.Mark(s.ID)+" "+strconv.Itoa(s.Number)+" "+screen.Fit(string(name), 18), screen.Show(screen.StepPlace(s.ID)))
	said := todo(f, s.ID)
	if since != "" {
		said += " · " + string(f.Texts.Wizard.Since[string(since)])
	}
	fd.Value = " " + f.Look.Muted.On(ansi.Truncate(said, max(0, f.Width-26), "…"))
	fd.Commands = []command{makesAction(f, steps.About(steps.AboutStep, string(s.ID)))}
	return fd
}

// todo says in a few words how a step stands, what is missing where it waits, and whether it is in order.
func todo(f screen.Frame, id steps.StepID) string { return missing(f, id) + inOrder(f, id) }

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
		return " · ! " + f.Texts.Wizard.FindingCount.For(n)
	case answered && id.MendsFindings():
		return " · " + string(f.Texts.Wizard.InOrder)
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

// gravestLines are the gravest kinds of findings, each in one line.
func gravestLines(f screen.Frame, most int) (fields []field) {
	kinds := steps.ByGravity(f.Facts.Findings)
	if len(kinds) == 0 {
		return nil
	}
	fields = append(fields, paragraph(f, f.Look.Muted, string(f.Texts.Wizard.FindingsTitle)))
	for i, k := range kinds {
		if i == most {
			break
		}
		fields = append(fields, paragraph(f, f.Look.Warn, "! "+findingKind(f, k)))
	}
	return fields
}

// findingKind says one finding in full, and several of a kind with their number.
func findingKind(f screen.Frame, k steps.FindingKind) string {
	if len(k.Findings) == 1 {
		return f.Texts.Finding(k.Findings[0], f.Plan, f.Facts.Capacity)
	}
	return f.Texts.Plan.Findings[k.ID].Title.For(len(k.Findings))
}
