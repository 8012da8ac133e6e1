package page

import (
	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// The tree of the step plan, as the overview draws it: the steps in their phases, the path lit as far as it is walked, and
// where each answer leads.

// treeDetail is how much of the tree is drawn, each with more lines than the one before.
type treeDetail int

// The branches stand below the step with the focus, below each step in a line, with an empty line between the steps, and in full.
const (
	branchesAtFocus treeDetail = iota
	branchesClipped
	branchesApart
	branchesWhole
)

// treeFields are the steps as rows that open, with where their answers lead.
func treeFields(f screen.Frame, detail treeDetail) (fields []field) {
	since := map[steps.StepID]steps.Since{}
	if f.Facts.IsRepeat {
		since = f.Plan.Since(f.Facts.Previous)
	}
	phase := 0
	for i, s := range steps.Tree {
		if s.Phase != phase {
			spine := " "
			if phase > 0 {
				spine = f.Spine(s.ID)
			}
			phase = s.Phase
			fields = append(fields, read("  "+spine+" "+f.Look.Accent.On(string(f.Texts.Plan.Phases[phase-1]))))
		}
		spine := " "
		if i+1 < len(steps.Tree) {
			spine = f.Spine(steps.Tree[i+1].ID)
		}
		row, lines := overviewRow(f, s, since[s.ID]), branchLines(f, s, detail == branchesWhole)
		for i := range lines {
			lines[i] = "  " + spine + " " + lines[i]
		}
		if detail == branchesAtFocus {
			row.Under = lines
			fields = append(fields, row)
			continue
		}
		if detail >= branchesApart && i+1 < len(steps.Tree) {
			lines = append(lines, "  "+spine)
		}
		fields = append(fields, row, read(lines...))
	}
	return fields
}

// branchLines say where each answer leads, in a line or in full; the one given stands out, and a no that was given tells its advice in
// full in any case.
func branchLines(f screen.Frame, s steps.Step, whole bool) (lines []string) {
	w, given := f.Texts.Wizard, f.Facts.Standing(s.ID).Choice
	leads := func(c steps.Choice, to string) string {
		return w.MapLeads.Fill("answer", f.Texts.Value("choice", string(c)), "step", to)
	}
	branch := func(c steps.Choice, text string) {
		paint, sign := f.Look.Muted, "├ "
		if given == c {
			paint, sign = screen.Paint{}, "├━"
		}
		said := []string{screen.Clip(text, f.Width-6)}
		if whole {
			said = hung("", text, f.Width-6)
		}
		for i, line := range said {
			if i > 0 {
				sign = "│ "
			}
			lines = append(lines, f.Look.Muted.On(sign)+paint.On(line))
		}
	}
	switch {
	case s.ID == steps.Pooling:
		for _, c := range []steps.Choice{steps.Yes, steps.No} {
			variant := map[steps.Choice]assets.Text{steps.Yes: w.VariantGroup, steps.No: w.VariantSchool}[c]
			branch(c, leads(c, string(f.Texts.Plan.Steps[s.Next[c]].Rail)+", "+string(variant)))
		}
	case s.ID == steps.Expertise:
		branch(steps.No, leads(steps.No, f.Texts.Value("sourcing", string(steps.Recruit))+", "+f.Texts.Value("sourcing", string(steps.Outsource))))
	case s.ID == steps.Evaluation:
		lines = append(lines, f.Look.Muted.On("└ "+string(w.MapAgain)))
	case given == steps.No && f.Facts.Walked(s.ID):
		for _, a := range s.Advice {
			for _, line := range hung("! ", string(f.Texts.Plan.Roles[a.Role])+": "+f.Texts.AdviceLines(a, f.Plan).What, f.Width-6) {
				lines = append(lines, f.Look.Muted.On("├━")+f.Look.Warn.On(line))
			}
		}
	case s.Asked:
		branch(steps.No, leads(steps.No, f.Texts.AdviceLines(s.Advice[0], f.Plan).What))
	}
	return lines
}
