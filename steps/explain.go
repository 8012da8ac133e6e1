package steps

// Reason says why something is in a plan: the rule, and the answers that make it apply. It holds no
// sentence; the zero Reason is that of something that is not there.
type Reason struct {
	Rule  RuleID
	Facts []Fact
	// Since is the step from which on the rule counts; empty when it always does.
	Since StepID
}

// FactField names what a fact is about: a field of the plan file, or a number that follows from it.
type FactField string

// The fields of facts. Those of the plan file have its names.
const (
	FactChoice         FactField = "choice"
	FactRelevance      FactField = "relevance"
	FactHorizon        FactField = "horizon"
	FactLevel          FactField = "level" // where the task is done, set or suggested
	FactScale          FactField = "scale"
	FactSpecialist     FactField = "specialist"
	FactLocal          FactField = "local"
	FactExpertise      FactField = "expertise"
	FactStrategic      FactField = "strategic"
	FactTechnical      FactField = "technical"
	FactCore           FactField = "core"
	FactSourcing       FactField = "sourcing"
	FactOwner          FactField = "owner"
	FactBackup         FactField = "backup"
	FactHours          FactField = "hours" // of a task, of a member, or of the school
	FactRole           FactField = "role"
	FactMandate        FactField = "mandate"
	FactTaskGroup      FactField = "group"
	FactSchoolGroup    FactField = "school_group"
	FactNextEvaluation FactField = "next_evaluation"

	FactPlanned   FactField = "planned"   // hours, of a member or of the school
	FactMembers   FactField = "members"   // how many there are
	FactUncounted FactField = "uncounted" // how many tasks have no hours, which count as none
)

// FactFields lists them.
var FactFields = []FactField{
	FactChoice, FactRelevance, FactHorizon, FactLevel, FactScale, FactSpecialist, FactLocal, FactExpertise, FactStrategic,
	FactTechnical, FactCore, FactSourcing, FactOwner, FactBackup, FactHours, FactRole, FactMandate, FactTaskGroup,
	FactSchoolGroup, FactNextEvaluation, FactPlanned, FactMembers, FactUncounted,
}

// Fact is one answer, or one number, on which a reason rests. It is about a task, a member, a step, or
// else the school.
type Fact struct {
	Field  FactField
	Task   string
	Member string
	Step   StepID
	// Value is as in the plan file: an id, true or false, a number, a date; empty when nothing was said.
	Value string
	// Proposed says that the value is the catalogue's and not a person's.
	Proposed bool
}

// WhyFinding is the reason for a finding.
func (p Plan) WhyFinding(f Finding) Reason {
	r := Reason{Rule: RuleID(f.ID), Since: fromStep[f.ID]}
	switch f.ID {
	case Overload, NoMandate, SinglePillar:
		m, known := p.Member(f.Member)
		if !known {
			return Reason{}
		}
		p.whyMember(&r, f.ID, m)
	case UnderResourced:
		r.Facts = append(p.plannedAtSchool(""), p.hoursGiven()...)
	case GroupUnnamed:
		r.Facts = []Fact{{Field: FactSchoolGroup}}
		for _, id := range idsOf(p.Tasks(), func(t Task) bool { return t.InGroup }) {
			r.Facts = append(r.Facts, Fact{Field: FactLevel, Task: id, Value: string(AtGroup)})
		}
	case EvaluationOverdue:
		r.Facts = []Fact{{Field: FactNextEvaluation, Value: string(p.Round.NextEvaluation)}}
	default:
		t, known := p.Task(f.Task)
		if r.Facts = t.whyFinding(f.ID); !known || r.Facts == nil {
			return Reason{}
		}
	}
	return r
}

// whyFinding are the facts behind a finding about a task.
func (t Task) whyFinding(id FindingID) []Fact {
	switch id {
	case NoOwner:
		return append(t.whyCarried(), t.fact(FactOwner, t.Owner))
	case NoBackup:
		facts := t.whyCarried()
		if t.Core == TechnicalCoreTask {
			facts = append(facts, Fact{Field: FactCore, Task: t.ID, Value: string(t.Core), Proposed: true})
		}
		if t.IsStrategic {
			facts = append(facts, t.strategic())
		}
		return append(facts, t.fact(FactOwner, t.Owner), t.fact(FactBackup, t.Backup))
	case HoursMissing:
		return append(t.whyCarried(), hoursFact(t.fact("", ""), t.Hours))
	case ExpertiseUndecided:
		return []Fact{
			t.fact(FactRelevance, string(t.Relevance)), t.fact(FactHorizon, string(t.Horizon)),
			t.fact(FactExpertise, string(t.Expertise)), t.fact(FactSourcing, string(t.Sourcing)),
		}
	}
	return nil
}

// whyCarried are the answers that make somebody have to do a task now.
func (t Task) whyCarried() []Fact {
	facts := []Fact{
		t.fact(FactRelevance, string(t.Relevance)), t.fact(FactHorizon, string(t.Horizon)), t.fact(FactLevel, string(t.Level)),
	}
	if t.Sourcing != "" {
		facts = append(facts, t.fact(FactSourcing, string(t.Sourcing)))
	}
	return facts
}

// whyMember fills in a finding about a member.
func (p Plan) whyMember(r *Reason, id FindingID, m Member) {
	switch id {
	case Overload:
		r.Facts = append(p.plannedOf(m.ID), hoursFact(Fact{Member: m.ID}, m.Hours))
	case SinglePillar:
		r.Rule = RulePillarOfMore
		if len(p.Members) == 2 {
			r.Rule = RulePillarOfTwo
		}
		all := p.plannedAtSchool("")[0]
		r.Facts = append([]Fact{{Field: FactMembers, Value: itoa(len(p.Members))}, all}, p.plannedAtSchool(m.ID)...)
	case NoMandate:
		if m.Role.coordinates() {
			r.Facts = append(r.Facts, Fact{Field: FactRole, Member: m.ID, Value: string(m.Role)})
		}
		r.Facts = append(r.Facts, Fact{Field: FactMandate, Member: m.ID, Value: m.Mandate})
		for _, t := range p.Tasks() {
			if t.InSchool && t.Group == PolicyTasks && t.Owner == m.ID {
				r.Facts = append(r.Facts, t.fact(FactTaskGroup, string(t.Group)), t.fact(FactOwner, t.Owner))
			}
		}
	}
}

// hoursGiven are the hours that there are: the school's, or where these are unknown those of each member.
func (p Plan) hoursGiven() (facts []Fact) {
	if p.School.Hours != nil {
		return []Fact{hoursFact(Fact{}, p.School.Hours)}
	}
	for _, m := range p.Members {
		facts = append(facts, hoursFact(Fact{Member: m.ID}, m.Hours))
	}
	return facts
}

// WhyAdvice is the reason for the advice at a step: the answer, where that is no.
func (p Plan) WhyAdvice(a Advice) Reason {
	if p.Answers[a.Step].Choice != No {
		return Reason{}
	}
	return Reason{Rule: RuleAdvice, Facts: []Fact{{Field: FactChoice, Step: a.Step, Value: string(No)}}}
}

// WhyLevel is the reason for the level that is suggested for a task. Its last fact is where the task is
// done, when a person set that in the group variant.
func (p Plan) WhyLevel(task string) Reason {
	t, known := p.Task(task)
	if !known {
		return Reason{}
	}
	r := Reason{Rule: RuleLevelAlone}
	r.Facts = []Fact{{Field: FactChoice, Step: Pooling, Value: string(p.Answers[Pooling].Choice)}}
	if p.Variant() != GroupVariant {
		return r
	}
	r.Facts = append(r.Facts, t.asked(FactScale, t.Scale), t.asked(FactSpecialist, t.Specialist), t.asked(FactLocal, t.Local))
	if t.Decision.Level != "" {
		r.Facts = append(r.Facts, t.fact(FactLevel, string(t.Decision.Level)))
	}
	switch {
	case t.Suggestion == ToWeigh:
		r.Rule = RuleLevelWeigh
	case t.Suggestion == AtGroup:
		r.Rule = RuleLevelTogether
	case isTrue(t.Local):
		r.Rule = RuleLevelOnSite
	default:
		r.Rule = RuleLevelNothing
	}
	return r
}

// WhySourcing is the reason for the advice of step 6 about a task.
func (p Plan) WhySourcing(task string) Reason {
	t, _ := p.Task(task)
	r := Reason{Facts: []Fact{t.fact(FactExpertise, string(t.Expertise)), t.strategic(), t.technical()}}
	if t.Sourcing != "" {
		r.Facts = append(r.Facts, t.fact(FactSourcing, string(t.Sourcing)))
	}
	switch {
	case t.Advice == "":
		return Reason{}
	case t.Advice == Outsource && t.IsTechnical:
		r.Rule = RuleOutsourceTechnical
	case t.TrainsFirst():
		r.Rule = RuleTrainFirst
	default:
		r.Rule = RuleID(t.Advice)
	}
	return r
}

// WhyPlanned is the reason for the planned hours of a member, or of the school where the id is empty:
// the number first, then every task with the hours that make it.
func (p Plan) WhyPlanned(member string) Reason {
	if member == "" {
		return Reason{Rule: RulePlannedSchool, Facts: p.plannedAtSchool("")}
	}
	if _, known := p.Member(member); !known {
		return Reason{}
	}
	return Reason{Rule: RulePlannedMember, Facts: p.plannedOf(member)}
}

// plannedAtSchool are the planned hours of the tasks at school, of those that a member owns where there is an id, and the
// tasks that make them.
func (p Plan) plannedAtSchool(member string) []Fact {
	return p.planned(member, func(t *Task) bool { return t.InSchool && (member == "" || t.Owner == member) })
}

// plannedOf are all planned hours of a member, at school and at the group, and the tasks that make them.
func (p Plan) plannedOf(member string) []Fact {
	return p.planned(member, func(t *Task) bool { return t.takesHoursOf(member) })
}

// planned are the hours of the tasks that count and these tasks, at the group with that level. Tasks without hours are
// only counted.
func (p Plan) planned(member string, counts func(*Task) bool) []Fact {
	var sum Decimal
	uncounted := 0
	facts := []Fact{{Field: FactPlanned, Member: member}}
	for _, t := range p.Tasks() {
		switch {
		case !counts(&t):
		case t.Hours == nil:
			uncounted++
		default:
			sum += *t.Hours
			facts = append(facts, hoursFact(t.fact("", ""), t.Hours))
			if t.InGroup {
				facts = append(facts, t.fact(FactLevel, string(t.Level)))
			}
		}
	}
	facts[0].Value = sum.String()
	if uncounted > 0 {
		facts = append(facts, Fact{Field: FactUncounted, Member: member, Value: itoa(uncounted)})
	}
	return facts
}

func (t Task) fact(field FactField, value string) Fact {
	return Fact{Field: field, Task: t.ID, Value: value}
}

// asked is the answer to a question that may not have been answered.
func (t Task) asked(field FactField, yes *bool) Fact {
	if yes == nil {
		return t.fact(field, "")
	}
	return t.fact(field, truth(*yes))
}

func (t Task) strategic() Fact { return t.weighed(FactStrategic, t.Strategic, t.IsStrategic) }
func (t Task) technical() Fact { return t.weighed(FactTechnical, t.Technical, t.IsTechnical) }

// weighed is an answer, or the catalogue's where there is none.
func (t Task) weighed(field FactField, said *bool, counts bool) Fact {
	if said == nil && t.Proposed != nil {
		return Fact{Field: field, Task: t.ID, Value: truth(counts), Proposed: true}
	}
	return t.asked(field, said)
}

func truth(yes bool) string {
	if yes {
		return "true"
	}
	return "false"
}

// hoursFact fills in hours, of whatever the fact is about.
func hoursFact(f Fact, hours *Decimal) Fact {
	if f.Field = FactHours; hours != nil {
		f.Value = hours.String()
	}
	return f
}
