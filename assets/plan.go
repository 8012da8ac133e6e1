package assets

import (
	"slices"
	"strings"

	"stappenplan/steps"
)

// PlanTexts are the words of the step plan itself.
type PlanTexts struct {
	Phases []Text // of phase 1 to 3
	Steps  map[steps.StepID]StepTexts
	Advice map[steps.AdviceID]AdviceTexts
	Roles  map[steps.AdviceRole]Text // who an advice is for
	// Advised tells that an {advice} is the step plan's, FirstAction that an {action} is a proposal of this program.
	Advised, FirstAction Text
	Findings             map[steps.FindingID]FindingTexts
	Agreements           map[steps.AgreementID]AgreementTexts
	Standing             StandingTexts
	TrainFirst           Text                           // the advice of step 6 in a few words where training comes before recruiting
	Gaps                 map[steps.GapID]Plural         // how many things are missing
	Decisions            map[steps.BoardDecisionID]Text // what the board decides about, in a few words
	Asked                Text                           // in place of the outcome of a decision that is not taken
	Sourcing             map[string]Text                // the advice of step 6 in full: recruit, train-first, outsource, outsource-technical, weigh
	Actions              ActionTexts
	Fields               map[string]Text              // by the field's name in the plan file
	Values               map[string]map[string]Text   // by field, then value
	Questions            map[string]TaskQuestionTexts // what step 5 asks of a task
	Evaluation           map[string]HelpTexts         // what step 8 asks, by the field of a change that answers it
}

// StepTexts are the words of one step.
type StepTexts struct {
	Rail     Text // its name, at most 15 letters
	Question Text
	// Together is the question in the group variant, where it differs.
	Together Text `optional:"true"`
	Why      Text
	Signs    []Text // what counts as yes, or as done
	// SignsAlone and SignsTogether are further signs of one variant. Those of SignsAlone are about what to
	// tell the group: they are not shown to a school that belongs to none.
	SignsAlone    []Text `optional:"true"`
	SignsTogether []Text `optional:"true"`
	Wrong         Text   // what often goes wrong
	Evidence      Text   // what can be referred to
}

// StandingTexts say how a step stands that has no answer yet, or one that says too little.
type StandingTexts struct {
	ToDo     Text   // the path has come there, and nothing is filled in
	Filled   Text   // the path has come there, and something is
	Again    Text   // it only has to be confirmed
	Ahead    Text   // a later step in which nothing is missing
	Partly   Text   // a later step in which something is, with how {far} it is
	OfTasks  Text   // {n} decided of {total}
	Answered Text   // the same, with its {answer}
	Kept     Text   // a later step that was answered in a round before, and is not asked again
	Later    Text   // the same, that is asked again
	HeldOver Text   // what a step brought in a round before that the path has not come to again
	Waiting  Text   // a later step
	Lacking  Plural // step 6: tasks whose expertise is missing
}

// AdviceTexts are the words of an advice.
type AdviceTexts struct {
	What Text
	// At takes the place of What at one of the steps that give the advice.
	At map[steps.StepID]Text `optional:"true"`
	// Alone takes the place of What for a school that belongs to no group.
	Alone Text `optional:"true"`
	Help  Text `optional:"true"`
	First Text // a first action
	// Know is a fact with its date and source, Also what more there is to know of it; AlsoElsewhere takes the
	// place of Also at levels of education to which part of it does not apply.
	Know          Text `optional:"true"`
	Also          Text `optional:"true"`
	AlsoElsewhere Text `optional:"true"`
}

// FindingTexts are the words of a finding.
type FindingTexts struct {
	Name  Text   // in a few words: "geen trekker"
	Title Plural // the kind with a number: "3 taken zonder trekker"
	One   Text   // about one task, member or the plan: {task} {member} {planned} {available} {date}
	Do    Text   // what to do

	Action   Text // the same as an action, about all of the kind or the plan
	ActionOf Text `optional:"true"` // and about one task or member: {name}
}

// AgreementTexts are the words of one of the five agreements.
type AgreementTexts struct {
	Title   Text
	Signs   []Text // what a good one says
	Example Text
}

// HelpTexts are a question with a line of help.
type HelpTexts struct {
	Question Text
	Help     Text
}

// TaskQuestionTexts are a question of step 5 with a line of help.
type TaskQuestionTexts struct {
	Question Text
	// Together takes the place of Question in the group variant.
	Together Text `optional:"true"`
	Help     Text
	// HelpTogether is said after Help in the group variant.
	HelpTogether Text `optional:"true"`
}

// CommonTexts are words used everywhere.
type CommonTexts struct {
	Months []Text
	// ShortMonths are the months as people write them short; each month may also be cut off after three letters.
	ShortMonths []Text
	Yes         Text
	No          Text
	None        Text // where nothing is filled in: "–"
	DayAndTime  Text // {date} {time}
	Hours       Text // "{n} uur"
	AtLeast     Text // {n}: hours of which more is not known
	AtMost      Text // {n}
	MoreThan    Text // {n}
	LessThan    Text // {n}
	About       Text // {n}: a number that was rounded
	Percent     Text // {n}
	Unknown     Text // hours that nobody filled in
	// HoursClasses name where the hours of tasks go.
	HoursClasses  map[steps.HoursClass]Text
	HoursAtSchool Text // {planned} {available}
	// WithoutHours says how many tasks at school have no hours.
	WithoutHours Plural
	// OursAtGroup says how many tasks at the group a member of the team carries: {hours}.
	OursAtGroup Plural
	// Spare says how the hours of the school differ from those of the members: {school} {members} {difference}.
	Spare  SpareTexts
	School Text // where a school has no name yet
}

// SpareTexts say which hours of the school no member has, and which the members have beyond the school's.
type SpareTexts struct {
	Left, LeftOfMeans, Beyond Text
}

// AdviceLines are the sentences of an advice; each says whose it is, and may be empty.
type AdviceLines struct {
	What    string // what is to be done, in short
	Advised string // what the step plan advises, with who helps
	First   string // a first action, which this program proposes
	Know    string // a fact with its date and source
	Also    string // what more there is to know of it
}

// AdviceLines are the sentences of an advice for this plan.
func (t *Texts) AdviceLines(advice steps.Advice, p steps.Plan) AdviceLines {
	a := t.Plan.Advice[advice.ID]
	if there, differs := a.At[advice.Step]; differs {
		a.What = there
	}
	if p.School.GroupKind == steps.NoGroup && a.Alone != "" {
		a.What = a.Alone
	}
	if !p.School.HasInfrastructureMeans() && a.AlsoElsewhere != "" {
		a.Also = a.AlsoElsewhere
	}
	lines := AdviceLines{What: string(a.What), Know: string(a.Know), Also: string(a.Also)}
	lines.Advised = t.Plan.Advised.Fill("advice", strings.TrimSpace(string(a.What+" "+a.Help)))
	if a.First != "" {
		lines.First = t.Plan.FirstAction.Fill("action", a.First)
	}
	return lines
}

// TaskQuestion is what step 5 asks about a field of a task in the plan's variant; known is false where it asks nothing.
func (t *Texts) TaskQuestion(field string, p steps.Plan) (asked HelpTexts, known bool) {
	q, known := t.Plan.Questions[field]
	asked = HelpTexts{q.Question, q.Help}
	if p.Variant() != steps.GroupVariant {
		return asked, known
	}
	if q.Together != "" {
		asked.Question = q.Together
	}
	if q.HelpTogether != "" {
		asked.Help += " " + q.HelpTogether
	}
	return asked, known
}

// Question is the question of a step in the plan's variant.
func (t *Texts) Question(id steps.StepID, p steps.Plan) string {
	s := t.Plan.Steps[id]
	if p.Variant() == steps.GroupVariant && s.Together != "" {
		return string(s.Together)
	}
	return string(s.Question)
}

// Signs are the signs that a step is a yes, or done, in the plan's variant.
func (t *Texts) Signs(id steps.StepID, p steps.Plan) []Text {
	s := t.Plan.Steps[id]
	signs := slices.Clone(s.Signs)
	switch {
	case p.Variant() == steps.GroupVariant:
		signs = append(signs, s.SignsTogether...)
	case p.School.GroupKind != steps.NoGroup:
		signs = append(signs, s.SignsAlone...)
	}
	return signs
}

// StepName is how a step is called, at most 15 letters: "Gedragen visie".
func (t *Texts) StepName(id steps.StepID) string { return string(t.Plan.Steps[id].Rail) }

// Standing is how a step of a plan stands, in a word or two: its answer, or how far it is.
func (t *Texts) Standing(s steps.Standing, p steps.Plan) string {
	words := t.Plan.Standing
	switch s.State {
	case steps.StepAhead:
		if s.Choice != "" && s.Choice != steps.Done && s.Step != steps.Expertise {
			return words.Answered.Fill("answer", t.Value("choice", string(s.Choice)))
		}
		return t.ahead(s, p)
	case steps.StepWaits:
		return string(words.Waiting)
	case steps.StepToDo:
		return string(words.ToDo)
	case steps.StepBegun:
		return string(words.Filled)
	case steps.StepAgain:
		return string(words.Again)
	case steps.StepLater:
		return string(words.Later)
	case steps.StepKept:
		return words.Kept.Fill("answer", t.answered(s, p))
	}
	return t.answered(s, p)
}

// ahead is how far a later step is in which something is filled in.
func (t *Texts) ahead(s steps.Standing, p steps.Plan) string {
	words := t.Plan.Standing
	switch gaps := p.CountGaps(s.Step); {
	case len(gaps) == 0:
		return string(words.Ahead)
	case s.Step == steps.Tasks:
		counts := steps.Count(p.Tasks())
		return words.Partly.Fill("far", words.OfTasks.Fill("n", counts.Decided, "total", counts.Total))
	case s.Step == steps.Team:
		return words.Partly.Fill("far", LowerFirst(t.Plan.Gaps[gaps[0].ID].For(gaps[0].N)))
	}
	return string(words.Filled)
}

// answered is the answer to a step.
func (t *Texts) answered(s steps.Standing, p steps.Plan) string {
	switch {
	case s.Step != steps.Expertise:
		return t.Value("choice", string(s.Choice))
	case s.Choice == steps.No:
		return t.Plan.Standing.Lacking.For(len(p.Sourcing()))
	}
	return t.Value("expertise", string(s.Choice)) // nobody answers step 6 itself
}

// HeldOver marks what counts from a step on where it is of the last round and was not looked at again.
func (t *Texts) HeldOver(what string, from steps.StepID, p steps.Plan) string {
	if !p.HeldOver(from) {
		return what
	}
	return what + " (" + string(t.Plan.Standing.HeldOver) + ")"
}

// PolicyRisk says that a school has no ICT policy plan, and the rule that it breaks with its date and source; ok is false where the
// plan does not say so.
func (t *Texts) PolicyRisk(p steps.Plan) (what, rule string, ok bool) {
	if p.Answers[steps.Policy].Choice != steps.No {
		return "", "", false
	}
	return string(t.Report.Findings.NoPolicy), t.AdviceLines(steps.Advice{Step: steps.Policy, ID: steps.PolicyFirst}, p).Know, true
}

// FindingsCounted says how many findings there are, and of how many kinds where some are of one.
func (t *Texts) FindingsCounted(findings []steps.Finding) string {
	said, kinds := t.Wizard.FindingCount.For(len(findings)), len(steps.ByGravity(findings))
	if kinds == len(findings) {
		return said
	}
	return t.Wizard.FindingKinds.For(kinds, "findings", said)
}

// NoFindings says that nothing stands out, and while the plan is not finished that more can come.
func (t *Texts) NoFindings(p steps.Plan) string {
	if p.Complete() {
		return string(t.Wizard.NoFindings)
	}
	return string(t.Wizard.NoFindingsYet)
}

// FindingKind says a kind of findings in one line: what it is, and what to do.
func (t *Texts) FindingKind(k steps.FindingKind, p steps.Plan) string {
	words := t.Plan.Findings[k.ID]
	return t.HeldOver(words.Title.For(len(k.Findings)), k.ID.From(), p) + ". " + string(words.Do)
}

// GapLines say what is missing before a step is done: one line a kind, with how many there are.
func (t *Texts) GapLines(gaps []steps.Gap) (lines []string) {
	for _, gap := range steps.CountGaps(gaps) {
		lines = append(lines, t.Plan.Gaps[gap.ID].For(gap.N))
	}
	return lines
}

// Finding says what is found, about which task or member, with its numbers: c is the plan's capacity.
func (t *Texts) Finding(f steps.Finding, p steps.Plan, c steps.Capacity) string {
	planned, available := c.School, c.Given
	for _, m := range c.Members {
		if m.ID == f.Member {
			planned, available = m.Owned(), m.Given
			if f.ID == steps.SinglePillar {
				planned = m.School
			}
		}
	}
	return t.Plan.Findings[f.ID].One.Fill("task", t.TaskName(p, f.Task), "member", t.MemberName(p, f.Member),
		"planned", t.HoursOf(planned), "available", t.HoursOf(available), "date", t.Date(p.Round.NextEvaluation))
}

// SourcingAdviceShort is the advice of step 6 in a word or a few; empty where there is none.
func (t *Texts) SourcingAdviceShort(task steps.Task) string {
	if task.TrainsFirst() {
		return string(t.Plan.TrainFirst)
	}
	return t.Value("sourcing", string(task.Advice))
}

// SourcingAdvice is the sentence of step 6 for a task whose expertise is missing; empty where there is none.
func (t *Texts) SourcingAdvice(task steps.Task) string {
	key := string(task.Advice)
	if task.Advice == steps.Outsource && task.IsTechnical {
		key = "outsource-technical"
	}
	if task.TrainsFirst() {
		key = "train-first"
	}
	return string(t.Plan.Sourcing[key])
}
