package steps

import (
	"slices"
	"strings"
)

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

// askedFrom is the step from which on a decision is asked, of those that a step brings.
var askedFrom = map[BoardDecisionID]StepID{JoinMeans: Tasks, RecruitPeople: Expertise, OutsourceTasks: Expertise, ConfirmMandates: Team}

// From is the step from which on the decision is asked; empty where that is no question.
func (id BoardDecisionID) From() StepID { return askedFrom[id] }

// knowsKind says whether a kind of decision follows from a plan, or from a sheet.
func (p *Plan) knowsKind(id BoardDecisionID) bool {
	return slices.Contains(BoardDecisionIDs, id) || p.definitions.Deciding(id) != nil
}

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
	// Bound says how much is known of a ground in hours that is asked now; what was recorded is what was decided about.
	Bound Bound
}

// idSeparator stands between the ids of a decision about several tasks.
const idSeparator = ","

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

// ID names the decision by the ids under which it is recorded.
func (d BoardDecision) ID() string { return strings.Join(d.IDs(), idSeparator) }

// TextID is the id under which other words for the decision are recorded: that of its kind where it is about several tasks.
func (d BoardDecision) TextID() string {
	if ids := d.IDs(); len(ids) == 1 {
		return ids[0]
	}
	return string(d.Kind)
}

// Wording are the school's own words for a decision; empty where it has none.
func (p Plan) Wording(d BoardDecision) string {
	r, _ := p.Resolution(d.TextID())
	if Blank(r.Text) {
		r, _ = p.Resolution(string(d.Kind))
	}
	if Blank(r.Text) {
		return ""
	}
	return CleanName(r.Text)
}

// BoardDecisions are the decisions that the plan asks of the school board on a day: what follows from what is filled in
// and was not decided yet, from the sheets too, then the school's own. The work to do first is asked only while the plan stands at a no, but
// the policy plan on any no at step 3: it is compulsory wherever the plan stands. What a later step brings is asked once
// the path has come there, in this round or in one before. What was decided is asked again when it was put off; when it is about
// no task, also when its ground got worse, and in a new round once the path comes there again.
func (p Plan) BoardDecisions(today Date) (list []BoardDecision) {
	asking := asking{plan: p, at: p.last(), today: today}
	for _, id := range BoardDecisionIDs {
		if d := (BoardDecision{Kind: id}); asking.fill(&d) && p.undecided(&d) {
			list = append(list, d)
		}
	}
	for i := range p.definitions.Sheets {
		if d, asked := p.askedBySheet(&p.definitions.Sheets[i]); asked && p.undecided(&d) {
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

// brought says whether the path came to the step that brings a decision.
func (a asking) brought(id BoardDecisionID) bool { return a.plan.reached() >= askedFrom[id].Number() }

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
		return a.brought(d.Kind) && p.Variant() == GroupVariant && !p.poolsMeans()
	case ReleaseHours:
		short := p.Capacity().Short()
		d.Ground, d.Bound = short.Hours.String(), short.Bound
		return short.Certain()
	case RecruitPeople:
		d.Tasks = idsOf(p.Tasks(), func(t Task) bool { return t.Kept && !t.InGroup && t.Sourcing == Recruit && t.Expertise != Yes })
		return a.brought(d.Kind) && len(d.Tasks) > 0
	case OutsourceTasks:
		d.Tasks = idsOf(p.Tasks(), func(t Task) bool { return t.Kept && !t.InGroup && t.Sourcing == Outsource })
		return a.brought(d.Kind) && len(d.Tasks) > 0
	case ConfirmMandates:
		for _, m := range p.Members {
			if !Blank(m.Mandate) {
				d.Members = append(d.Members, m.ID)
			}
		}
		d.Ground = itoa(len(d.Members))
		return a.brought(d.Kind) && len(d.Members) > 0
	case SetEvaluation:
		d.Ground = string(p.Round.NextEvaluation)
		none := p.Round.NextEvaluation == "" && a.at.Step.Number() >= Team.Number()
		return none || p.planFinding(EvaluationOverdue, Capacity{}, nil, a.today)
	}
	return false
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
	stands := whole.round(p) == p.Round.Number || p.HeldOver(askedFrom[d.Kind])
	if whole.settled() && stands && !worse(d.Ground, whole.Ground) {
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

// BoardDecision is the decision with this [BoardDecision.ID]: as it is asked, else as it was recorded. Known is false where any
// part of it is neither.
func (p Plan) BoardDecision(id string, today Date) (d BoardDecision, known bool) {
	asked := p.BoardDecisions(today)
	for _, d := range asked {
		if d.ID() == id {
			return d, true
		}
	}
	for part := range strings.SplitSeq(id, idSeparator) {
		r, recorded := p.Resolution(part)
		one := Resolution{ID: part, Ground: r.Ground}.Decision()
		for _, of := range asked {
			if slices.Contains(of.IDs(), part) {
				one.Ground, one.Bound, recorded = of.Ground, of.Bound, true
			}
		}
		if !recorded || d.Kind != "" && (one.Kind != d.Kind || one.Tasks == nil) {
			return BoardDecision{}, false
		}
		one.Tasks = append(d.Tasks, one.Tasks...)
		d = one
	}
	return d, true
}

// AskedDecisions are the ids under which the outcomes of all that is asked on a day are recorded.
func (p Plan) AskedDecisions(today Date) (ids []string) {
	for _, d := range p.BoardDecisions(today) {
		ids = append(ids, d.IDs()...)
	}
	return ids
}

// BoardDecisionsToRecord are the decisions of which something can be recorded: what is asked on a day, then each that was
// taken and is not asked anew, the newest first.
func (p Plan) BoardDecisionsToRecord(today Date) []BoardDecision {
	list, asked := p.BoardDecisions(today), p.AskedDecisions(today)
	for _, r := range slices.Backward(p.Resolutions) {
		if r.settled() && !slices.Contains(asked, r.ID) {
			list = append(list, r.Decision())
		}
	}
	return list
}

// Recorded is what is recorded of a decision on a day: of one about several tasks what is recorded of each alike, else
// nothing. Nothing is of one that is asked anew, in a new round or on a graver ground; one that was put off is still the same.
func (p Plan) Recorded(d BoardDecision, today Date) Resolution {
	ids := d.IDs()
	first, _ := p.Resolution(ids[0])
	for _, id := range ids[1:] {
		if r, _ := p.Resolution(id); !r.alike(first) {
			return Resolution{ID: ids[0]}
		}
	}
	if first.settled() && slices.Contains(p.AskedDecisions(today), first.ID) {
		return Resolution{ID: ids[0]}
	}
	return first
}

// Record gives the changes that record of a decision what a change gives: its words under the id of its kind, all else under
// each of its ids. An outcome is of this day unless another was given, and keeps the ground on which it was asked; taken away
// it takes these along. A decision that is asked anew is answered anew: what the earlier answer said goes, but for the words.
func (p Plan) Record(d BoardDecision, c Change, today Date) (changes []Change) {
	c.Kind = ChangeResolution
	if c.Text.Given() {
		c.Decision = d.TextID()
		return []Change{c}
	}
	asked := p.AskedDecisions(today)
	for _, c.Decision = range d.IDs() {
		r, _ := p.Resolution(c.Decision)
		isAsked := slices.Contains(asked, c.Decision)
		one := c
		if isAsked && r.settled() {
			r = r.emptied(&one)
		}
		if outcome, _ := one.Outcome.Value(); one.Outcome.Given() {
			one.decided(r, outcome != "", isAsked, d.Ground, today)
		}
		changes = append(changes, one)
	}
	return changes
}
