package page

import (
	"strconv"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// mapLines is the tree with the path walked.
func mapLines(f screen.Frame) (string, []string, []command) {
	w := f.Texts.Wizard
	var lines []string
	phase := 0
	for _, s := range steps.Tree {
		if s.Phase != phase {
			phase = s.Phase
			lines = append(lines, f.Look.Muted.On("  "+string(f.Texts.Plan.Phases[phase-1])))
		}
		lines = append(lines, mapStep(f, s)...)
	}
	return string(w.MapTitle), append(lines, "", f.Look.Muted.On("  "+string(w.MapLegend))), stepCommands(f)
}

func mapStep(f screen.Frame, s steps.Step) []string {
	mark := f.Facts.Mark(s.ID)
	name := strconv.Itoa(s.Number) + " " + string(f.Texts.Plan.Steps[s.ID].Rail)
	ink, rail := f.Look.Muted, "│"
	if f.Facts.Walked(s.ID) {
		ink, rail = f.Look.Strong, "┃"
	}
	here := ""
	if f.Facts.Current == s.ID {
		here = f.Look.Accent.On("  ◀ " + string(f.Texts.Wizard.YouAreHere))
	}
	first := "    " + mark + " " + ink.On(screen.Fit(name, 18)) + f.Look.Muted.On(todo(f, s.ID)) + here
	lines := []string{first}
	for _, branch := range branches(f, s) {
		lines = append(lines, "    "+ink.On(rail)+"   "+branch)
	}
	if s.ID != steps.Evaluation {
		return lines
	}
	return append(lines, "    "+ink.On("↺")+"   "+f.Look.Muted.On(string(f.Texts.Wizard.MapAgain)))
}

// branches say where each answer leads; the one given stands out.
func branches(f screen.Frame, s steps.Step) (lines []string) {
	if !s.Asked {
		return nil
	}
	for _, c := range []steps.Choice{steps.Yes, steps.No} {
		next := s.Next[c]
		text := f.Texts.Wizard.MapStays.Fill("answer", f.Texts.Value("choice", string(c)))
		if next != s.ID {
			text = f.Texts.Wizard.MapLeads.Fill("answer", f.Texts.Value("choice", string(c)), "step", f.Texts.Plan.Steps[next].Rail)
		}
		if s.ID == steps.Pooling {
			variant := map[steps.Choice]assets.Text{steps.Yes: f.Texts.Wizard.VariantGroup, steps.No: f.Texts.Wizard.VariantSchool}[c]
			text += ", " + string(variant)
		}
		if f.Plan.Answers[s.ID].Choice == c {
			lines = append(lines, f.Look.Accent.On("▸ "+text))
		} else {
			lines = append(lines, f.Look.Muted.On("  "+text))
		}
	}
	return lines
}
