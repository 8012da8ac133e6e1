package page

import (
	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// The tree of the step plan, as the overview draws it: the steps in their phases, the path lit as far as it is walked, and
// where each answer leads.

// treeFields are the steps as rows that open. The branches stand below each, or where there is no room below the one with
// the focus. Airy has an empty line between the steps.
func treeFields(f screen.Frame, branches, airy bool) (fields []field) {
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
		row, lines := overviewRow(f, s, since[s.ID]), branchLines(f, s)
		for i := range lines {
			lines[i] = "  " + spine + " " + lines[i]
		}
		if !branches {
			row.Under = lines
			fields = append(fields, row)
			continue
		}
		if airy && i+1 < len(steps.Tree) {
			lines = append(lines, "  "+spine)
		}
		fields = append(fields, row, read(lines...))
	}
	return fields
}

// branchLines say where each answer leads; the one given stands out, and a no that was given tells its advice in full.
func branchLines(f screen.Frame, s steps.Step) (lines []string) {
	w, given := f.Texts.Wizard, f.Facts.Standing(s.ID).Choice
	leads := func(c steps.Choice, to string) string {
		return w.MapLeads.Fill("answer", f.Texts.Value("choice", string(c)), "step", to)
	}
	branch := func(c steps.Choice, text string) {
		paint, sign := f.Look.Muted, "├ "
		if given == c {
			paint, sign = screen.Paint{}, "├━"
		}
		lines = append(lines, f.Look.Muted.On(sign)+paint.On(screen.Clip(text, f.Width-6)))
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
