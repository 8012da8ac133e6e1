package steps

import "slices"

// Gap is something that is missing before a step is done.
type Gap struct {
	ID        GapID
	Task      string
	Member    string
	Agreement AgreementID
}

// GapID names a gap.
type GapID string

// The gaps.
const (
	GapAnswer        GapID = "answer"          // steps 1 to 4: no yes
	GapConfirm       GapID = "confirm"         // a repeated step was not confirmed
	GapUndecided     GapID = "undecided"       // step 5: a task is not decided
	GapExpertise     GapID = "expertise"       // step 6: not known whether the expertise for a task is there
	GapMembers       GapID = "members"         // step 7: fewer than two members
	GapMemberHours   GapID = "member-hours"    // step 7: a member without hours
	GapOwner         GapID = "owner"           // step 7: a carried task without an owner
	GapAgreement     GapID = "agreement"       // step 7: an agreement neither made nor found not needed
	GapCollaboration GapID = "collaboration"   // step 8: first question
	GapComposition   GapID = "composition"     // step 8: second question
	GapNext          GapID = "next-evaluation" // step 8: no date
)

// Gaps lists the gaps of a step; none when it is done. At a check that is a yes, at
// step 4 a yes or a no.
func (p Plan) Gaps(id StepID) (gaps []Gap) {
	switch id {
	case Tasks, Expertise:
		gaps = taskGaps(id, p.Tasks())
	case Team:
		gaps = p.teamGaps()
	case Evaluation:
		return p.evaluationGaps()
	default:
		step, _ := Find(id)
		if _, moves := step.After(p.Answers[id].Choice); !moves {
			return []Gap{{ID: GapAnswer}}
		}
	}
	if slices.Contains(p.Round.Again, id) {
		gaps = append(gaps, Gap{ID: GapConfirm})
	}
	return gaps
}

func taskGaps(id StepID, tasks []Task) (gaps []Gap) {
	missing := map[StepID]GapID{Tasks: GapUndecided, Expertise: GapExpertise, Team: GapOwner}[id]
	for _, t := range tasks {
		if t.Asks(id) {
			gaps = append(gaps, Gap{ID: missing, Task: t.ID})
		}
	}
	return gaps
}

func (p Plan) teamGaps() (gaps []Gap) {
	if len(p.Members) < 2 {
		gaps = append(gaps, Gap{ID: GapMembers})
	}
	for _, m := range p.Members {
		if m.Hours == nil {
			gaps = append(gaps, Gap{ID: GapMemberHours, Member: m.ID})
		}
	}
	gaps = append(gaps, taskGaps(Team, p.Tasks())...)
	for _, id := range AgreementIDs {
		if !p.Agreements[id].Settled() {
			gaps = append(gaps, Gap{ID: GapAgreement, Agreement: id})
		}
	}
	return gaps
}

func (p Plan) evaluationGaps() (gaps []Gap) {
	if Blank(p.Evaluation.Collaboration) {
		gaps = append(gaps, Gap{ID: GapCollaboration})
	}
	if Blank(p.Evaluation.Composition) {
		gaps = append(gaps, Gap{ID: GapComposition})
	}
	if p.Round.NextEvaluation == "" {
		gaps = append(gaps, Gap{ID: GapNext})
	}
	return gaps
}

// GapCount is how many gaps of one kind there are.
type GapCount struct {
	ID GapID
	N  int
}

// CountGaps counts gaps by kind, in the order in which the kinds first come.
func CountGaps(gaps []Gap) (counts []GapCount) {
	for _, g := range gaps {
		i := slices.IndexFunc(counts, func(c GapCount) bool { return c.ID == g.ID })
		if i < 0 {
			i = len(counts)
			counts = append(counts, GapCount{ID: g.ID})
		}
		counts[i].N++
	}
	return counts
}
