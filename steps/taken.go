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

// TakenDecisions are those since the last paper for the board: those of the newest day on which any were taken, and those
// of the present round of which the day is not known. They come in the order in which they were recorded; tasks of which the
// board decided the same come together.
func (p Plan) TakenDecisions(today Date) (list []TakenDecision) {
	var newest Date
	for _, r := range p.Resolutions {
		if r.Outcome != "" {
			newest = max(newest, r.On)
		}
	}
	path := p.Path()
	asking := asking{plan: p, at: path[len(path)-1], today: today}
	for _, r := range p.Resolutions {
		if r.Outcome == "" || r.On != newest && (r.On != "" || r.round(p) != p.Round.Number) {
			continue
		}
		d := r.decision()
		alike := slices.IndexFunc(list, func(t TakenDecision) bool {
			same := t.Resolution
			same.ID, same.Ground, same.Round = r.ID, r.Ground, r.Round
			return d.Tasks != nil && t.Decision.Kind == d.Kind && same == r
		})
		if alike < 0 {
			list = append(list, p.taken(r, asking))
			continue
		}
		list[alike].Decision.Tasks = append(list[alike].Decision.Tasks, d.Tasks...)
	}
	return list
}

// shownByThePlan are the decisions of which the plan shows whether they were carried out.
var shownByThePlan = []BoardDecisionID{StartProject, BuildVision, MakePolicyPlan, DiscussPooling, ReleaseHours, SetEvaluation}

// taken is a decision as it was recorded.
func (p Plan) taken(r Resolution, asking asking) TakenDecision {
	t := TakenDecision{Decision: r.decision(), Resolution: r}
	t.Known = (r.Outcome == Approved || r.Outcome == Amended) && slices.Contains(shownByThePlan, t.Decision.Kind)
	if now := t.Decision; t.Known {
		t.Settled = !asking.fill(&now)
	}
	return t
}
