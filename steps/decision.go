package steps

import "slices"

// BoardDecisionID names a kind of decision that is asked of the school board.
type BoardDecisionID string

// The decisions of the board.
const (
	StartProject    BoardDecisionID = "start-project"    // no at step 1
	BuildVision     BoardDecisionID = "build-vision"     // no at step 2
	MakePolicyPlan  BoardDecisionID = "make-policy-plan" // no at step 3
	DiscussPooling  BoardDecisionID = "discuss-pooling"  // step 4 is still to be discussed
	JoinMeans       BoardDecisionID = "join-means"       // yes at step 4, and no means are pooled yet
	ReleaseHours    BoardDecisionID = "release-hours"    // the plan asks more hours than the school has
	RecruitPeople   BoardDecisionID = "recruit"          // recruiting is the decision for a task
	OutsourceTasks  BoardDecisionID = "outsource"        // outsourcing is
	ConfirmMandates BoardDecisionID = "confirm-mandates" // members have a mandate
	SetEvaluation   BoardDecisionID = "set-evaluation"   // no date of the next evaluation, or one that is past
	OwnDecision     BoardDecisionID = "own"              // worded by the school itself
)

// BoardDecisionIDs lists those that follow from a plan, in the order in which they are asked.
var BoardDecisionIDs = []BoardDecisionID{
	StartProject, BuildVision, MakePolicyPlan, DiscussPooling, JoinMeans, ReleaseHours, RecruitPeople, OutsourceTasks,
	ConfirmMandates, SetEvaluation,
}

func (id BoardDecisionID) known() bool { return slices.Contains(BoardDecisionIDs, id) }

// perTask says whether the board decides about each task by itself.
func (id BoardDecisionID) perTask() bool { return id == RecruitPeople || id == OutsourceTasks }

// BoardDecision is one decision asked of the school board, with the tasks or members it is about.
type BoardDecision struct {
	Kind    BoardDecisionID
	Own     string // the id of one of the school's own
	Tasks   []string
	Members []string
	// Ground is the number or date that asks for it, empty where there is none: recorded with the outcome, it tells
	// later whether things got worse.
	Ground string
}

// IDs are those under which an outcome is recorded: one, or one for each task where the board decides by task.
func (d BoardDecision) IDs() (ids []string) {
	switch {
	case d.Kind == OwnDecision:
		return []string{d.Own}
	case !d.Kind.perTask() || len(d.Tasks) == 0:
		return []string{string(d.Kind)}
	}
	for _, task := range d.Tasks {
		ids = append(ids, string(d.Kind)+":"+task)
	}
	return ids
}

// PerTask says whether the board decides about each of the tasks by itself.
func (d BoardDecision) PerTask() bool { return d.Kind.perTask() }

// TextID is the id under which other words for the decision are recorded.
func (d BoardDecision) TextID() string {
	if d.Kind == OwnDecision {
		return d.Own
	}
	return string(d.Kind)
}

// BoardDecisions are the decisions that the plan asks of the school board on a day: what follows from what is filled in
// and was not decided yet, then the school's own. The work to do first is asked only while the plan stands at a no, but
// the policy plan on any no at step 3: it is compulsory wherever the plan stands. What a later step brings is asked once
// the path has come there. What was decided is asked again when it was put off; when it is about no task, also when its
// ground got worse, and in a new round.
func (p Plan) BoardDecisions(today Date) (list []BoardDecision) {
	path := p.Path()
	asking := asking{plan: p, at: path[len(path)-1], today: today}
	for _, id := range BoardDecisionIDs {
		if d := (BoardDecision{Kind: id}); asking.fill(&d) && p.undecided(&d) {
			list = append(list, d)
		}
	}
	for _, r := range p.Resolutions {
		if r.Own() && !r.settled() {
			list = append(list, BoardDecision{Kind: OwnDecision, Own: r.ID})
		}
	}
	return list
}

// asking finds out what a plan asks.
type asking struct {
	plan  Plan
	at    PathStep
	today Date
}

// reached says whether the path has come to a step.
func (a asking) reached(id StepID) bool { return a.at.Step.Number() >= id.Number() }

// fill fills a decision and says whether the plan asks it, whatever was decided before.
func (a asking) fill(d *BoardDecision) bool {
	p := a.plan
	switch d.Kind {
	case StartProject:
		return a.at == PathStep{Awareness, No}
	case BuildVision:
		return a.at == PathStep{Vision, No}
	case MakePolicyPlan:
		return p.Answers[Policy].Choice == No
	case DiscussPooling:
		return a.at == PathStep{Pooling, Open} && p.School.GroupKind != NoGroup
	case JoinMeans:
		d.Tasks = idsOf(p.Tasks(), func(t Task) bool { return t.InGroup })
		d.Ground = itoa(len(d.Tasks))
		return a.reached(Tasks) && p.Variant() == GroupVariant && !p.poolsMeans()
	case ReleaseHours:
		c := p.Capacity()
		d.Ground = (c.Planned - c.Available).String()
		return p.planFinding(UnderResourced, c, nil, a.today)
	case RecruitPeople:
		d.Tasks = idsOf(p.Tasks(), func(t Task) bool { return t.Kept && !t.InGroup && t.Sourcing == Recruit && t.Expertise != Yes })
		return a.reached(Expertise) && len(d.Tasks) > 0
	case OutsourceTasks:
		d.Tasks = idsOf(p.Tasks(), func(t Task) bool { return t.Kept && !t.InGroup && t.Sourcing == Outsource })
		return a.reached(Expertise) && len(d.Tasks) > 0
	case ConfirmMandates:
		for _, m := range p.Members {
			if !Blank(m.Mandate) {
				d.Members = append(d.Members, m.ID)
			}
		}
		d.Ground = itoa(len(d.Members))
		return a.reached(Team) && len(d.Members) > 0
	}
	d.Ground = string(p.Round.NextEvaluation)
	none := p.Round.NextEvaluation == "" && (a.at.Choice == No || a.reached(Team))
	return none || p.planFinding(EvaluationOverdue, Capacity{}, nil, a.today)
}

func idsOf(tasks []Task, wanted func(Task) bool) (ids []string) {
	for _, t := range tasks {
		if wanted(t) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// poolsMeans says whether part of the means goes to the group already.
func (p Plan) poolsMeans() bool {
	return slices.ContainsFunc(p.School.Means, func(m Means) bool { return known(m.Pooled) > 0 })
}

// undecided leaves out of a decision the tasks that were decided, and says whether anything is left to decide.
func (p Plan) undecided(d *BoardDecision) bool {
	whole, _ := p.Resolution(string(d.Kind))
	if whole.settled() && whole.round(p) == p.Round.Number && !worse(d.Ground, whole.Ground) {
		return false
	}
	if !d.Kind.perTask() {
		return true
	}
	d.Tasks = slices.DeleteFunc(d.Tasks, func(task string) bool {
		r, _ := p.Resolution(string(d.Kind) + ":" + task)
		return r.settled()
	})
	return len(d.Tasks) > 0
}

// worse says whether a ground is graver than it was: a larger number, a later date.
func worse(now, before string) bool {
	if day, is := ParseDate(before); is {
		then, also := ParseDate(now)
		return also && then > day
	}
	number, err := ParseDecimal(now)
	was, errWas := ParseDecimal(before)
	return err == nil && errWas == nil && number > was
}

// BoardDecision is the decision with an id under which it is recorded: with all tasks that are asked where the id is that of a
// kind, else as it was recorded. Known is false where it is neither asked nor recorded.
func (p Plan) BoardDecision(id string, today Date) (d BoardDecision, known bool) {
	for _, asked := range p.BoardDecisions(today) {
		switch {
		case asked.TextID() == id:
			return asked, true
		case slices.Contains(asked.IDs(), id):
			d := Resolution{ID: id}.decision()
			d.Ground = asked.Ground
			return d, true
		}
	}
	r, known := p.Resolution(id)
	return r.decision(), known
}

// AskedDecisions are the ids under which the outcomes of all that is asked on a day are recorded.
func (p Plan) AskedDecisions(today Date) (ids []string) {
	for _, d := range p.BoardDecisions(today) {
		ids = append(ids, d.IDs()...)
	}
	return ids
}

// AsksAnew says whether a decision is asked on a day of which an earlier answer is recorded: in a new round, or on a graver
// ground. One that was put off is still the same.
func (p Plan) AsksAnew(id string, today Date) bool {
	r, _ := p.Resolution(id)
	return r.settled() && slices.Contains(p.AskedDecisions(today), id)
}

// BoardDecisionsToRecord are the decisions of which something can be recorded: what is asked on a day, and each that was taken
// and is not asked anew, kind by kind, those that are asked first.
func (p Plan) BoardDecisionsToRecord(today Date) []BoardDecision {
	list, asked := p.BoardDecisions(today), p.AskedDecisions(today)
	for _, r := range p.Resolutions {
		if r.settled() && !slices.Contains(asked, r.ID) {
			list = append(list, r.decision())
		}
	}
	order := append(slices.Clone(BoardDecisionIDs), OwnDecision)
	slices.SortStableFunc(list, func(a, b BoardDecision) int { return slices.Index(order, a.Kind) - slices.Index(order, b.Kind) })
	return list
}
