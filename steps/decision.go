package steps

// BoardDecisionID names something that the plan asks the school board to decide.
type BoardDecisionID string

// The decisions of the board.
const (
	StartProject    BoardDecisionID = "start-project"    // no at step 1
	BuildVision     BoardDecisionID = "build-vision"     // no at step 2
	MakePolicyPlan  BoardDecisionID = "make-policy-plan" // no at step 3
	DiscussPooling  BoardDecisionID = "discuss-pooling"  // step 4 is still to be discussed
	JoinMeans       BoardDecisionID = "join-means"       // yes at step 4
	ReleaseHours    BoardDecisionID = "release-hours"    // the plan asks more hours than the school has
	RecruitPeople   BoardDecisionID = "recruit"          // recruiting is the decision for a task
	OutsourceTasks  BoardDecisionID = "outsource"        // outsourcing is
	ConfirmMandates BoardDecisionID = "confirm-mandates" // members have a mandate
	SetEvaluation   BoardDecisionID = "set-evaluation"   // no date of the next evaluation, or one that is past
)

// boardDecisionIDs lists them, in the order in which they are asked.
var boardDecisionIDs = []BoardDecisionID{
	StartProject, BuildVision, MakePolicyPlan, DiscussPooling, JoinMeans, ReleaseHours, RecruitPeople, OutsourceTasks,
	ConfirmMandates, SetEvaluation,
}

// BoardDecision is one decision asked of the school board, with the tasks or members it is about.
type BoardDecision struct {
	ID      BoardDecisionID
	Tasks   []string
	Members []string
}

// BoardDecisions are the decisions that the plan asks of the school board on a day. They follow from
// what is filled in; the work to do first only while the plan stands at a no, but the policy plan on any no at step 3:
// it is compulsory wherever the plan stands.
func (p Plan) BoardDecisions(today Date) (list []BoardDecision) {
	tasks, path := p.Tasks(), p.Path()
	for _, id := range boardDecisionIDs {
		if d := (BoardDecision{ID: id}); p.asks(&d, path[len(path)-1], tasks, today) {
			list = append(list, d)
		}
	}
	return list
}

// asks fills a decision and says whether it is asked of a plan that stands at this step.
func (p Plan) asks(d *BoardDecision, at PathStep, tasks []Task, today Date) bool {
	switch d.ID {
	case StartProject:
		return at == PathStep{Awareness, No}
	case BuildVision:
		return at == PathStep{Vision, No}
	case MakePolicyPlan:
		return p.Answers[Policy].Choice == No
	case DiscussPooling:
		return at == PathStep{Pooling, Open} && p.School.GroupKind != NoGroup
	case JoinMeans:
		d.Tasks = idsOf(tasks, func(t Task) bool { return t.InGroup })
		return p.Variant() == GroupVariant
	case ReleaseHours:
		return p.planFinding(UnderResourced, p.Capacity(), tasks, today)
	case RecruitPeople:
		d.Tasks = idsOf(tasks, func(t Task) bool { return t.Kept && t.Sourcing == Recruit })
		return len(d.Tasks) > 0
	case OutsourceTasks:
		d.Tasks = idsOf(tasks, func(t Task) bool { return t.Kept && t.Sourcing == Outsource })
		return len(d.Tasks) > 0
	case ConfirmMandates:
		for _, m := range p.Members {
			if !Blank(m.Mandate) {
				d.Members = append(d.Members, m.ID)
			}
		}
		return len(d.Members) > 0
	}
	none := p.Round.NextEvaluation == "" && at != PathStep{Awareness, ""}
	return none || p.planFinding(EvaluationOverdue, Capacity{}, nil, today)
}

func idsOf(tasks []Task, wanted func(Task) bool) (ids []string) {
	for _, t := range tasks {
		if wanted(t) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}
