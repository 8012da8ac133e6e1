package steps

import (
	"cmp"
	"slices"
)

// FindingID names a finding.
type FindingID string

// The findings, in the order in which they are listed.
const (
	NoOwner            FindingID = "no-owner"
	NoBackup           FindingID = "no-backup"
	Overload           FindingID = "overload"
	UnderResourced     FindingID = "under-resourced"
	SinglePillar       FindingID = "single-pillar"
	HoursMissing       FindingID = "hours-missing"
	ExpertiseUndecided FindingID = "expertise-undecided"
	NoMandate          FindingID = "no-mandate"
	GroupUnnamed       FindingID = "group-unnamed"
	EvaluationOverdue  FindingID = "evaluation-overdue"
)

// FindingIDs lists all findings, in order.
var FindingIDs = []FindingID{
	NoOwner, NoBackup, Overload, UnderResourced, SinglePillar, HoursMissing, ExpertiseUndecided, NoMandate,
	GroupUnnamed, EvaluationOverdue,
}

// gravest puts the findings in the order in which a board would want to hear of them.
var gravest = []FindingID{
	UnderResourced, Overload, SinglePillar, NoOwner, NoBackup, ExpertiseUndecided, NoMandate, EvaluationOverdue,
	HoursMissing, GroupUnnamed,
}

// fromStep is the step at which a finding begins to count; those not named count always. So nobody in
// the middle of step 5 is told sixty times that a task has no owner yet. What counted in a round before stays in sight.
var fromStep = map[FindingID]StepID{
	NoOwner: Team, NoBackup: Team, SinglePillar: Team, HoursMissing: Team, NoMandate: Team,
	ExpertiseUndecided: Expertise, GroupUnnamed: Tasks,
}

// Step returns the step at which a finding is mended.
func (id FindingID) Step() StepID {
	switch id {
	case Overload, UnderResourced:
		return Team
	case EvaluationOverdue:
		return Evaluation
	}
	return fromStep[id]
}

// MendsFindings says whether there are findings that are mended at a step.
func (id StepID) MendsFindings() bool {
	return slices.ContainsFunc(FindingIDs, func(f FindingID) bool { return f.Step() == id })
}

// ofMember says whether the finding is about a member of the team.
func (id FindingID) ofMember() bool { return id == Overload || id == SinglePillar || id == NoMandate }

// ofPlan says whether it is about the plan as a whole.
func (id FindingID) ofPlan() bool {
	return id == UnderResourced || id == GroupUnnamed || id == EvaluationOverdue
}

// Finding is something the plan itself shows; it is about a task, a member, or the plan as a whole.
type Finding struct {
	ID     FindingID `json:"id"`
	Task   string    `json:"task,omitempty"`
	Member string    `json:"member,omitempty"`
}

// Findings lists the findings of a day, in the order of FindingIDs, then of the catalogue or the team.
func (p Plan) Findings(today Date) []Finding {
	return p.findings(today, p.reached())
}

// reached is the number of the furthest step that the path came to, in this round or in one before: what a step brought
// stays in sight while an earlier one is asked again.
func (p Plan) reached() int { return max(p.last().Step.Number(), p.earlier) }

// HeldOver says of what counts from a step on that it is of a round before: the path came there then, and has not come there
// again.
func (p Plan) HeldOver(from StepID) bool {
	n := from.Number()
	return n <= p.earlier && n > p.last().Step.Number()
}

// From is the step from which on the finding counts; empty where it always does.
func (id FindingID) From() StepID { return fromStep[id] }

// findings are those that count where the path has reached the step with this number.
func (p Plan) findings(today Date, reached int) (findings []Finding) {
	tasks, capacity := p.Tasks(), p.Capacity()
	policy := policyOwners(tasks)
	for _, id := range FindingIDs {
		if from, ok := fromStep[id]; ok && from.Number() > reached {
			continue
		}
		switch {
		case id.ofMember():
			for i, m := range p.Members {
				if p.memberFinding(id, m, capacity.Members[i], capacity, policy[m.ID]) {
					findings = append(findings, Finding{ID: id, Member: m.ID})
				}
			}
		case id.ofPlan():
			if p.planFinding(id, capacity, tasks, today) {
				findings = append(findings, Finding{ID: id})
			}
		default:
			for i := range tasks { // a task is large
				if t := &tasks[i]; t.finding(id) {
					findings = append(findings, Finding{ID: id, Task: t.ID})
				}
			}
		}
	}
	return findings
}

func (t *Task) finding(id FindingID) bool {
	switch id {
	case NoOwner:
		return t.Asks(Team)
	case NoBackup:
		weighty := t.Core == TechnicalCoreTask || t.IsStrategic
		return t.Carried && t.Owner != "" && weighty && (t.Backup == "" || t.Backup == t.Owner)
	case HoursMissing:
		return t.lacksHours()
	case ExpertiseUndecided:
		return t.Kept && t.Horizon == Short && t.Unsolved()
	}
	return false
}

func (p Plan) memberFinding(id FindingID, m Member, own MemberCapacity, all Capacity, ownsPolicy bool) bool {
	switch id {
	case Overload:
		return own.Known && own.Planned > own.Available
	case SinglePillar:
		return isPillar(len(p.Members), own.School.Hours, all.Planned)
	case NoMandate:
		return Blank(m.Mandate) && (m.Role.coordinates() || ownsPolicy)
	}
	return false
}

// policyOwners are the members who own a policy task at school.
func policyOwners(tasks []Task) map[string]bool {
	owners := map[string]bool{}
	for i := range tasks { // a task is large
		if t := &tasks[i]; t.InSchool && t.Group == PolicyTasks {
			owners[t.Owner] = true
		}
	}
	return owners
}

// isPillar says whether a member carries so much of all hours at school that it leans on that one member: more than two thirds
// in a team of two, more than half in a larger one.
func isPillar(members int, own, all Decimal) bool {
	if members == 2 {
		return 3*own > 2*all
	}
	return members > 2 && 2*own > all
}

func (p Plan) planFinding(id FindingID, capacity Capacity, tasks []Task, today Date) bool {
	switch id {
	case UnderResourced:
		return capacity.Short().Certain()
	case GroupUnnamed:
		return Blank(p.School.Group) && slices.ContainsFunc(tasks, func(t Task) bool { return t.InGroup })
	case EvaluationOverdue:
		return p.Round.NextEvaluation != "" && p.Round.NextEvaluation < today
	}
	return false
}

// FindingKind is all findings of one kind.
type FindingKind struct {
	ID       FindingID
	Findings []Finding
}

// ByGravity groups findings by kind, the gravest kind first.
func ByGravity(findings []Finding) (kinds []FindingKind) {
	for _, f := range findings {
		i := slices.IndexFunc(kinds, func(k FindingKind) bool { return k.ID == f.ID })
		if i < 0 {
			i = len(kinds)
			kinds = append(kinds, FindingKind{ID: f.ID})
		}
		kinds[i].Findings = append(kinds[i].Findings, f)
	}
	slices.SortStableFunc(kinds, func(a, b FindingKind) int {
		return cmp.Compare(slices.Index(gravest, a.ID), slices.Index(gravest, b.ID))
	})
	return kinds
}
