package wizard

import (
	"strconv"

	"stappenplan/assets"
	"stappenplan/steps"
)

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
