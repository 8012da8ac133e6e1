package wizard

import (
	"strconv"

	"stappenplan/steps"
)

// findingsPage lists all findings by kind, each with the way to where it is solved.
func findingsPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{}
	kinds := steps.ByGravity(f.facts.findings)
	if len(kinds) == 0 {
		fields = append(fields, gap(), paragraph(f, f.look.good, string(w.NoFindings)), gap(), actionField("back", string(w.Back), back(1)))
	}
	for _, k := range kinds {
		words := f.texts.Plan.Findings[k.ID]
		fields = append(fields, paragraph(f, f.look.warn, "! "+words.Title.For(len(k.Findings))),
			paragraph(f, f.look.muted, "  "+string(words.Do)))
		for i, one := range k.Findings {
			row := actionField(string(k.ID)+strconv.Itoa(i), f.texts.Finding(one, f.plan, f.facts.capacity), show(solvedAt(one)))
			row.why = f.plan.WhyFinding(one)
			fields = append(fields, row)
		}
		fields = append(fields, gap())
	}
	return sheet{title: string(w.FindingsTitle), fields: fields}
}

// solvedAt is where a finding can be mended.
func solvedAt(one steps.Finding) place {
	switch {
	case one.Member != "":
		return place{memberCard, one.Member, map[steps.FindingID]string{steps.NoMandate: "mandate", steps.Overload: "hours"}[one.ID]}
	case one.Task != "":
		return place{taskCard, one.Task, map[steps.FindingID]string{
			steps.NoOwner: "owner", steps.NoBackup: "backup", steps.HoursMissing: "hours", steps.ExpertiseUndecided: "sourcing",
		}[one.ID]}
	case one.ID == steps.EvaluationOverdue:
		return place{kind: evaluation}
	case one.ID == steps.GroupUnnamed:
		return place{kind: profile}
	}
	return place{kind: team}
}
