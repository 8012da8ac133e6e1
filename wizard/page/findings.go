package page

import (
	"strconv"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// findingsPage lists all findings by kind, each with the way to where it is solved; first, as a document does, that there is no ICT
// policy plan.
func findingsPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	fields := []field{}
	kinds := steps.ByGravity(f.Facts.Findings)
	what, rule, risk := f.Texts.PolicyRisk(f.Plan)
	if risk {
		fields = append(fields, paragraph(f, f.Look.Warn, "! "+what), read(painted(f.Look.Muted, hung("  ", rule, f.Width))...),
			actionField("policy", f.Texts.StepName(steps.Policy), screen.Show(screen.StepPlace(steps.Policy))), gap())
	}
	if len(kinds) == 0 && !risk {
		fields = append(fields, gap(), paragraph(f, f.Look.Good, f.Texts.NoFindings(f.Plan)), gap(), actionField("back", string(w.Back), screen.Back(1)))
	}
	for _, k := range kinds {
		words := f.Texts.Plan.Findings[k.ID]
		fields = append(fields, paragraph(f, f.Look.Warn, "! "+f.Texts.HeldOver(words.Title.For(len(k.Findings)), k.ID.From(), f.Plan)),
			read(painted(f.Look.Muted, hung("  ", string(words.Do), f.Width))...))
		for i, one := range k.Findings {
			row := actionField(string(k.ID)+strconv.Itoa(i), f.Texts.Finding(one, f.Plan, f.Facts.Capacity), screen.Show(screen.SolvedAt(one)))
			row.Why, row.Commands = func() steps.Reason { return f.Plan.WhyFinding(one) }, []command{makesAction(f, one.About())}
			fields = append(fields, row)
		}
		fields = append(fields, gap())
	}
	return sheet{Title: string(w.FindingsTitle), Fields: fields}
}
