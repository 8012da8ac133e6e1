package screen

import "stappenplan/steps"

// SolvedAt is where a finding can be mended.
func SolvedAt(one steps.Finding) Place {
	switch {
	case one.Member != "":
		return Place{Kind: MemberCard, ID: one.Member, At: map[steps.FindingID]string{steps.NoMandate: "mandate", steps.Overload: "hours"}[one.ID]}
	case one.Task != "":
		return Place{Kind: TaskCard, ID: one.Task, At: map[steps.FindingID]string{
			steps.NoOwner: "owner", steps.NoBackup: "backup", steps.HoursMissing: "hours", steps.ExpertiseUndecided: "sourcing",
		}[one.ID]}
	case one.ID == steps.EvaluationOverdue:
		return Place{Kind: Evaluation}
	case one.ID == steps.GroupUnnamed:
		return Place{Kind: Profile}
	}
	return Place{Kind: Team}
}
