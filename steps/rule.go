package steps

// RuleID names a rule by which something in a plan follows from the answers.
type RuleID string

// The rules. A finding's rule is named as the finding, but that of a single pillar depends on the size
// of the team.
const (
	RulePillarOfTwo  RuleID = "single-pillar-of-two"  // more than two thirds of the hours
	RulePillarOfMore RuleID = "single-pillar-of-more" // more than half

	RuleAdvice RuleID = "advice" // the answer to the step is no

	RuleLevelAlone    RuleID = "level-alone"    // not the group variant: every task is the school's
	RuleLevelOnSite   RuleID = "level-on-site"  // best taken on by the school, and no reason to do it together
	RuleLevelTogether RuleID = "level-together" // a reason to do it together, and not best taken on by the school
	RuleLevelWeigh    RuleID = "level-weigh"    // reasons for both
	RuleLevelNothing  RuleID = "level-nothing"  // no reason for either

	RuleRecruit            RuleID = "recruit"             // strategic, and not purely technical
	RuleTrainFirst         RuleID = "train-first"         // the same, of a pedagogical or policy task
	RuleOutsource          RuleID = "outsource"           // neither
	RuleOutsourceTechnical RuleID = "outsource-technical" // purely technical, and not strategic
	RuleWeigh              RuleID = "weigh"               // both

	RulePlannedSchool RuleID = "planned-school" // the hours of the tasks at school
	RulePlannedMember RuleID = "planned-member" // those of the tasks that the member owns, at school or at the group
)

// Origin says where a rule comes from.
type Origin string

// The origins.
const (
	FromStepPlan Origin = "step-plan"             // the step plan says so
	FromBoth     Origin = "step-plan-and-program" // the step plan says so, and this program adds a first action
	FromReading  Origin = "reading"               // the step plan asks it; when it is so is this program's reading
	FromProgram  Origin = "program"               // this program's own proposal
	FromCounting Origin = "counting"              // no judgement: how this program counts hours
)

// Origins lists them.
var Origins = []Origin{FromStepPlan, FromBoth, FromReading, FromProgram, FromCounting}

// Rules says of every rule where it comes from. It must not be changed. The step plan asks to divide
// tasks, to give hours and mandates, to agree on back-up and to evaluate; it gives no measure of these.
var Rules = map[RuleID]Origin{
	RuleID(NoOwner):            FromReading,
	RuleID(NoBackup):           FromReading,
	RuleID(Overload):           FromReading,
	RuleID(UnderResourced):     FromReading,
	RulePillarOfTwo:            FromProgram,
	RulePillarOfMore:           FromProgram,
	RuleID(HoursMissing):       FromProgram,
	RuleID(ExpertiseUndecided): FromReading,
	RuleID(NoMandate):          FromReading,
	RuleID(GroupUnnamed):       FromProgram,
	RuleID(EvaluationOverdue):  FromReading,

	RuleAdvice: FromBoth,

	RuleLevelAlone:    FromReading,
	RuleLevelOnSite:   FromReading,
	RuleLevelTogether: FromReading,
	RuleLevelWeigh:    FromReading,
	RuleLevelNothing:  FromProgram,

	RuleRecruit:            FromStepPlan,
	RuleTrainFirst:         FromBoth,
	RuleOutsource:          FromStepPlan,
	RuleOutsourceTechnical: FromStepPlan,
	RuleWeigh:              FromReading,

	RulePlannedSchool: FromCounting,
	RulePlannedMember: FromCounting,
}
