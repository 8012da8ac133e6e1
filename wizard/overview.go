package wizard

import (
	"strconv"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
)

// overviewPage lists the eight steps with their state and the one next thing to do.
func overviewPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{gap()}
	if f.facts.current == "" {
		fields = append(fields, paragraph(f, f.look.good, w.RoundComplete.Fill("date", f.texts.Date(f.plan.Round.NextEvaluation))),
			actionField("next-round", string(w.OpenRound), show(place{kind: newRound})),
			actionField("board", string(w.ToSummary), show(place{kind: summary})), gap())
	} else {
		fields = append(fields, actionField("next", w.NextThing.Fill("n", f.facts.current.Number(),
			"step", f.texts.Plan.Steps[f.facts.current].Rail, "todo", todo(f, f.facts.current)), show(stepPlace(f.facts.current))), gap())
	}
	phase := 0
	for _, s := range steps.Tree {
		if s.Phase != phase {
			phase = s.Phase
			fields = append(fields, paragraph(f, f.look.muted, string(f.texts.Plan.Phases[phase-1])))
		}
		fields = append(fields, overviewRow(f, s))
	}
	fields = append(fields, gap())
	fields = append(fields, gravestLines(f, 3)...)
	return sheet{title: string(w.OverviewTitle), fields: fields, commands: overviewCommands(f)}
}

func overviewCommands(f frame) []command {
	w := f.texts.Wizard.Keys
	return []command{
		{key: "s", label: w.Summary, wish: show(place{kind: summary})},
		{key: "k", label: w.Map, wish: show(place{kind: treeMap})},
		{key: "p", label: w.Profile, wish: show(place{kind: profile})},
		{key: "a", label: w.Findings, wish: show(place{kind: findingList})},
		{key: "t", label: w.Trial, wish: show(place{kind: trying})},
		{key: "h", label: w.History, wish: show(place{kind: history})},
	}
}

// overviewRow is a step with its state in words.
func overviewRow(f frame, s steps.Step) field {
	name := f.texts.Plan.Steps[s.ID].Rail
	fd := actionField(string(s.ID), f.facts.mark(s.ID)+" "+strconv.Itoa(s.Number)+" "+fit(string(name), 18), show(stepPlace(s.ID)))
	fd.value = " " + f.look.muted.on(ansi.Truncate(todo(f, s.ID), max(0, f.width-26), "…"))
	return fd
}

// todo says in a few words how a step stands, and what is missing where it waits.
func todo(f frame, id steps.StepID) string {
	w, standing := f.texts.Wizard, f.facts.standing(id)
	switch standing.State {
	case steps.StepStopped:
		return string(w.WorkFirst)
	case steps.StepToDo, steps.StepBegun, steps.StepAgain:
		if missing := f.facts.missing[id][0]; missing.ID != steps.GapAnswer {
			return f.texts.Plan.Gaps[missing.ID].For(missing.N)
		}
		return string(w.Waits)
	}
	return f.texts.Standing(standing, f.plan)
}

// currentRow is the row of the overview on which the cursor begins: the next thing to do.
func currentRow(f frame) string {
	if f.facts.current == "" {
		return "board"
	}
	return "next"
}

// gravestLines are the gravest kinds of findings, each in one line.
func gravestLines(f frame, most int) (fields []field) {
	kinds := steps.ByGravity(f.facts.findings)
	if len(kinds) == 0 {
		return nil
	}
	fields = append(fields, paragraph(f, f.look.muted, string(f.texts.Wizard.FindingsTitle)))
	for i, k := range kinds {
		if i == most {
			break
		}
		fields = append(fields, paragraph(f, f.look.warn, "! "+findingKind(f, k)))
	}
	return fields
}

// findingKind says one finding in full, and several of a kind with their number.
func findingKind(f frame, k steps.FindingKind) string {
	if len(k.Findings) == 1 {
		return f.texts.Finding(k.Findings[0], f.plan, f.facts.capacity)
	}
	return f.texts.Plan.Findings[k.ID].Title.For(len(k.Findings))
}
