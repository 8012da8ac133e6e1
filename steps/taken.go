package steps

import "slices"

// TakenDecision is what the board made of decisions of one kind, at once and alike.
type TakenDecision struct {
	Decision BoardDecision
	Resolution
	// Settled says whether what asked for it is in order now, where the plan shows that; known only of what was approved
	// or amended.
	Settled, Known bool
}

// TakenDecisions are those since the last paper for the board: those of the newest day up to this one on which any were
// taken, those of a later day, and those of the present round of which the day is not known. They come in the order in which they were recorded; tasks of which the
// board decided the same come together.
func (p Plan) TakenDecisions(today Date) []TakenDecision {
	newest := p.LastPaper(today)
	return p.takenDecisions(today, func(r Resolution) bool {
		return r.On != "" && (r.On == newest || r.On > today) || r.On == "" && r.round(p) == p.Round.Number
	})
}

// takenDecisions are those of what was decided that are wanted, tasks of which the board decided the same together.
func (p Plan) takenDecisions(today Date, wanted func(Resolution) bool) (list []TakenDecision) {
	for _, r := range p.Resolutions {
		if r.Outcome == "" || !wanted(r) {
			continue
		}
		d := r.Decision()
		alike := slices.IndexFunc(list, func(t TakenDecision) bool {
			return d.Tasks != nil && t.Decision.Tasks != nil && t.Decision.Kind == d.Kind && t.alike(r)
		})
		if alike < 0 {
			list = append(list, p.taken(r, today))
			continue
		}
		list[alike].Decision.Tasks = append(list[alike].Decision.Tasks, d.Tasks...)
	}
	return list
}

// taken is a decision as it was recorded.
func (p Plan) taken(r Resolution, today Date) TakenDecision {
	t := TakenDecision{Decision: r.Decision(), Resolution: r}
	if r.approved() {
		t.Settled, t.Known = p.inOrder(t.Decision.Kind, today)
	}
	return t
}

// inOrder says whether what a decision is about is in order on a day, and whether the plan shows that at all.
func (p Plan) inOrder(id BoardDecisionID, today Date) (inOrder, shown bool) {
	switch id {
	case StartProject:
		return p.Answers[Awareness].Choice == Yes, true
	case BuildVision:
		return p.Answers[Vision].Choice == Yes, true
	case MakePolicyPlan:
		return p.Answers[Policy].Choice == Yes, true
	case DiscussPooling:
		return p.Answers[Pooling].Choice == Yes || p.Answers[Pooling].Choice == No, true
	case ReleaseHours:
		c := p.Capacity()
		return c.Known && c.Planned <= c.Available, true
	case SetEvaluation:
		return p.Round.NextEvaluation != "" && !p.planFinding(EvaluationOverdue, Capacity{}, nil, today), true
	}
	return false, false
}
