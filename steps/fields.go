package steps

import (
	"encoding/json"
	"time"
)

// Change is one thing a person does to a plan, in the form the journal keeps. It is flat: which fields
// go with which kind is said at the kinds, and [Plan.Check] refuses others.
type Change struct {
	Kind Kind `json:"kind"`

	// What the change is about.
	Step      StepID      `json:"step,omitempty"`
	Task      string      `json:"task,omitempty"`
	Member    string      `json:"member,omitempty"`
	Agreement AgreementID `json:"agreement,omitempty"`
	Decision  string      `json:"decision,omitempty"`
	Action    string      `json:"action,omitempty"`
	Sheet     string      `json:"sheet,omitempty"`
	Table     string      `json:"table,omitempty"`
	Row       string      `json:"row,omitempty"`
	Entry     uint64      `json:"entry,omitempty"`

	Name      Field[string]    `json:"name,omitzero"`       // school, member
	Level     Field[string]    `json:"level,omitzero"`      // school (a SchoolLevel), task (a Level)
	GroupKind Field[GroupKind] `json:"group_kind,omitzero"` // school
	Group     Field[string]    `json:"group,omitzero"`      // school (its name), task (a GroupID)
	Pupils    Field[int]       `json:"pupils,omitzero"`     // school
	Hours     Field[Decimal]   `json:"hours,omitzero"`      // school, task, member
	Means     Field[[]Means]   `json:"means,omitzero"`      // school
	Archived  Field[bool]      `json:"archived,omitzero"`   // school

	Choice   Field[Choice]    `json:"choice,omitzero"` // answer, voice
	Note     Field[string]    `json:"note,omitzero"`   // answer, task, decision, voice
	Evidence Field[string]    `json:"evidence,omitzero"`
	By       Field[string]    `json:"by,omitzero"` // answer; not given: the entry's author; voice: whose it is
	At       Field[time.Time] `json:"at,omitzero"` // answer, voice; not given: the entry's moment

	Title      Field[string]    `json:"title,omitzero"` // this and what follows: task
	Relevance  Field[Relevance] `json:"relevance,omitzero"`
	Horizon    Field[Horizon]   `json:"horizon,omitzero"`
	Scale      Field[bool]      `json:"scale,omitzero"`
	Specialist Field[bool]      `json:"specialist,omitzero"`
	Local      Field[bool]      `json:"local,omitzero"`
	Feedback   Field[bool]      `json:"feedback,omitzero"`
	Expertise  Field[Choice]    `json:"expertise,omitzero"`
	Strategic  Field[bool]      `json:"strategic,omitzero"`
	Technical  Field[bool]      `json:"technical,omitzero"`
	Sourcing   Field[Sourcing]  `json:"sourcing,omitzero"`
	Owner      Field[string]    `json:"owner,omitzero"`
	Backup     Field[string]    `json:"backup,omitzero"`
	Also       Field[[]string]  `json:"also,omitzero"`

	Role       Field[MemberRole] `json:"role,omitzero"` // member
	Motivation Field[string]     `json:"motivation,omitzero"`
	Mandate    Field[string]     `json:"mandate,omitzero"`
	Knows      Field[[]string]   `json:"knows,omitzero"`
	Prefers    Field[[]string]   `json:"prefers,omitzero"`

	Text   Field[string] `json:"text,omitzero"` // agreement, decision
	Needed Field[bool]   `json:"needed,omitzero"`

	Outcome Field[string] `json:"outcome,omitzero"` // decision (an Outcome), action
	Ground  Field[string] `json:"ground,omitzero"`
	Round   Field[int]    `json:"round,omitzero"` // decision; an outcome without one is of the present round
	On      Field[Date]   `json:"on,omitzero"`
	Due     Field[Date]   `json:"due,omitzero"` // decision, action

	What    Field[string]      `json:"what,omitzero"` // action
	Subject Field[string]      `json:"about,omitzero"`
	State   Field[ActionState] `json:"state,omitzero"`
	Closed  Field[Date]        `json:"closed,omitzero"`

	Collaboration  Field[string]   `json:"collaboration,omitzero"` // evaluation
	Composition    Field[string]   `json:"composition,omitzero"`
	Present        Field[[]string] `json:"present,omitzero"`
	Repeat         Field[[]StepID] `json:"repeat,omitzero"` // evaluation; round: the steps to ask again in the round it opens
	NextEvaluation Field[Date]     `json:"next_evaluation,omitzero"`

	Number  Field[int]      `json:"number,omitzero"` // round
	Opened  Field[Date]     `json:"opened,omitzero"` // round, action
	Again   Field[[]StepID] `json:"again,omitzero"`
	Edition Field[int]      `json:"edition,omitzero"`

	Catalogue Field[Catalogue] `json:"catalogue,omitzero"`

	Erased Field[ErasedRecord] `json:"erased,omitzero"`

	// Cells are those of a row or of the settings of a sheet, by column. They stay as they were written until they are applied:
	// what they are is said by the definition of the sheet.
	Cells json.RawMessage `json:"fields,omitempty"`
}

// School is the profile of the school.
type School struct {
	Name      string
	Level     SchoolLevel
	GroupKind GroupKind
	Group     string
	Pupils    *int
	Hours     *Decimal // hours a week for ICT
	Means     []Means
	Archived  *bool // the plan is not shown among those in use
}

// Means is one line behind the school's hours: what the school gets, and how it becomes hours a week.
type Means struct {
	Source      MeansSource `json:"source"`
	Amount      *Decimal    `json:"amount,omitempty"`
	PerFulltime *Decimal    `json:"per_fulltime,omitempty"`
	Week        *Decimal    `json:"week,omitempty"`
	Pooled      *Decimal    `json:"pooled,omitempty"` // percent handed to the group
}

// Round is one walk through the steps.
type Round struct {
	Number         int
	Opened         Date
	NextEvaluation Date
	Again          []StepID // steps 5 to 7 still to be confirmed in this round
	Edition        *int     // of the catalogue it was opened with; nil where that is not said: see [Plan.Edition]
}

// Answer holds the answer to a step. Only the four checks have a choice.
type Answer struct {
	Choice   Choice
	Note     string
	Evidence string
	By       string
	At       time.Time // zero when not known
}

// Decision holds the school's decisions about a task.
type Decision struct {
	Title      string  // adapted wording; of an own task its name
	Group      GroupID // own tasks only
	Relevance  Relevance
	Horizon    Horizon
	Level      Level
	Scale      *bool // economies of scale (group variant)
	Specialist *bool // specialised expertise (group variant)
	Local      *bool // best taken on by the school itself, for its own needs (group variant)
	Feedback   *bool // collaboration in the group is advisable (school variant)
	Expertise  Choice
	Strategic  *bool
	Technical  *bool
	Sourcing   Sourcing
	Owner      string // a member's id
	Backup     string // a member's id
	Hours      *Decimal
	Note       string
	Also       []string // what others call it, as somebody confirmed
}

// Member is someone in the ICT team.
type Member struct {
	ID         string
	Name       string
	Role       MemberRole
	Hours      *Decimal // a week
	Motivation string
	Mandate    string
	Knows      []string // tasks and groups that the member can do
	Prefers    []string // tasks and groups that the member likes to do
}

// Agreement is one of the five agreements of step 7.
type Agreement struct {
	Text      string
	NotNeeded bool // talked about and not needed here; Text then says why
}

// EvaluationAnswers holds the answers of step 8.
type EvaluationAnswers struct {
	Collaboration string
	Composition   string
	Present       []string // member ids or names
	Repeat        []StepID // what the next round will ask again
}

// The table of every field of the plan. The fields of each part stand in the order of the plan file, which is also
// that in which they are checked. What is done with a field follows from its row: see [FieldOf].

// SchoolFields are those of the school's profile.
var SchoolFields = ofKind(ChangeSchool,
	name("name", func(c *Change) *Field[string] { return &c.Name }, func(s *School) *string { return &s.Name }),
	word("level", func(c *Change) *Field[string] { return &c.Level }, func(s *School) *SchoolLevel { return &s.Level }, SchoolLevels).withWords("school_level"),
	word("group_kind", func(c *Change) *Field[GroupKind] { return &c.GroupKind }, func(s *School) *GroupKind { return &s.GroupKind }, GroupKinds),
	name("group", func(c *Change) *Field[string] { return &c.Group }, func(s *School) *string { return &s.Group }).withWords("school_group"),
	whole("pupils", func(c *Change) *Field[int] { return &c.Pupils }, func(s *School) **int { return &s.Pupils }, 0, maxPupils),
	hours("hours", func(c *Change) *Field[Decimal] { return &c.Hours }, func(s *School) **Decimal { return &s.Hours }, MaxSchoolHours),
	list("means", MeansValue, func(c *Change) *Field[[]Means] { return &c.Means }, func(s *School) *[]Means { return &s.Means }, MaxListed, func(m Means, r *refusals, at string) { checkMeans(m, r, at+".") }),
	boolean("archived", func(c *Change) *Field[bool] { return &c.Archived }, func(s *School) **bool { return &s.Archived }).detail(),
)

// AnswerFields are those of the answer to a step.
var AnswerFields = ofKind(ChangeAnswer,
	word("choice", func(c *Change) *Field[Choice] { return &c.Choice }, func(a *Answer) *Choice { return &a.Choice }, Choices).checked(checkChoice),
	text("note", func(c *Change) *Field[string] { return &c.Note }, func(a *Answer) *string { return &a.Note }).detail(),
	text("evidence", func(c *Change) *Field[string] { return &c.Evidence }, func(a *Answer) *string { return &a.Evidence }).detail(),
	name("by", func(c *Change) *Field[string] { return &c.By }, func(a *Answer) *string { return &a.By }),
	moment("at", func(c *Change) *Field[time.Time] { return &c.At }, func(a *Answer) *time.Time { return &a.At }),
)

// VoiceFields are those of what somebody answers apart.
var VoiceFields = ofKind(ChangeVoice,
	name("by", func(c *Change) *Field[string] { return &c.By }, func(v *Voice) *string { return &v.By }).checked(func(_ *Plan, c *Change, r *refusals) { r.required("by", c.By) }),
	word("choice", func(c *Change) *Field[Choice] { return &c.Choice }, func(v *Voice) *Choice { return &v.Choice }, Choices).checked(checkVoiceChoice),
	text("note", func(c *Change) *Field[string] { return &c.Note }, func(v *Voice) *string { return &v.Note }).detail(),
	moment("at", func(c *Change) *Field[time.Time] { return &c.At }, func(v *Voice) *time.Time { return &v.At }),
)

// TaskFields are those of the decision about a task.
var TaskFields = ofKind(ChangeTask,
	name("title", func(c *Change) *Field[string] { return &c.Title }, func(d *Decision) *string { return &d.Title }).checked(checkTitle),
	name("group", func(c *Change) *Field[string] { return &c.Group }, func(d *Decision) *GroupID { return &d.Group }).fixed(namesOf(Groups), checkGroup),
	word("relevance", func(c *Change) *Field[Relevance] { return &c.Relevance }, func(d *Decision) *Relevance { return &d.Relevance }, Relevances).askedAt(Tasks, ""),
	word("horizon", func(c *Change) *Field[Horizon] { return &c.Horizon }, func(d *Decision) *Horizon { return &d.Horizon }, Horizons).askedAt(Tasks, ""),
	word("level", func(c *Change) *Field[string] { return &c.Level }, func(d *Decision) *Level { return &d.Level }, Levels).askedAt(Tasks, GroupVariant),
	boolean("scale", func(c *Change) *Field[bool] { return &c.Scale }, func(d *Decision) **bool { return &d.Scale }).detail().askedAt(Tasks, GroupVariant),
	boolean("specialist", func(c *Change) *Field[bool] { return &c.Specialist }, func(d *Decision) **bool { return &d.Specialist }).detail().askedAt(Tasks, GroupVariant),
	boolean("local", func(c *Change) *Field[bool] { return &c.Local }, func(d *Decision) **bool { return &d.Local }).detail().askedAt(Tasks, GroupVariant),
	boolean("feedback", func(c *Change) *Field[bool] { return &c.Feedback }, func(d *Decision) **bool { return &d.Feedback }).askedAt(Tasks, SchoolVariant),
	word("expertise", func(c *Change) *Field[Choice] { return &c.Expertise }, func(d *Decision) *Choice { return &d.Expertise }, YesNo).askedAt(Expertise, ""),
	boolean("strategic", func(c *Change) *Field[bool] { return &c.Strategic }, func(d *Decision) **bool { return &d.Strategic }).detail().askedAt(Expertise, ""),
	boolean("technical", func(c *Change) *Field[bool] { return &c.Technical }, func(d *Decision) **bool { return &d.Technical }).detail().askedAt(Expertise, ""),
	word("sourcing", func(c *Change) *Field[Sourcing] { return &c.Sourcing }, func(d *Decision) *Sourcing { return &d.Sourcing }, Sourcings).askedAt(Expertise, ""),
	member("owner", func(c *Change) *Field[string] { return &c.Owner }, func(d *Decision) *string { return &d.Owner }).askedAt(Team, ""),
	member("backup", func(c *Change) *Field[string] { return &c.Backup }, func(d *Decision) *string { return &d.Backup }).detail().askedAt(Team, ""),
	hours("hours", func(c *Change) *Field[Decimal] { return &c.Hours }, func(d *Decision) **Decimal { return &d.Hours }, MaxTaskHours).askedAt(Team, ""),
	text("note", func(c *Change) *Field[string] { return &c.Note }, func(d *Decision) *string { return &d.Note }).detail(),
	otherNames("also", func(c *Change) *Field[[]string] { return &c.Also }, func(d *Decision) *[]string { return &d.Also }).detail(),
)

// MemberFields are those of a member of the team.
var MemberFields = ofKind(ChangeMember,
	name("name", func(c *Change) *Field[string] { return &c.Name }, func(m *Member) *string { return &m.Name }).checked(checkMemberName),
	word("role", func(c *Change) *Field[MemberRole] { return &c.Role }, func(m *Member) *MemberRole { return &m.Role }, MemberRoles),
	hours("hours", func(c *Change) *Field[Decimal] { return &c.Hours }, func(m *Member) **Decimal { return &m.Hours }, MaxTaskHours),
	text("motivation", func(c *Change) *Field[string] { return &c.Motivation }, func(m *Member) *string { return &m.Motivation }),
	text("mandate", func(c *Change) *Field[string] { return &c.Mandate }, func(m *Member) *string { return &m.Mandate }),
	abilities("knows", func(c *Change) *Field[[]string] { return &c.Knows }, func(m *Member) *[]string { return &m.Knows }),
	abilities("prefers", func(c *Change) *Field[[]string] { return &c.Prefers }, func(m *Member) *[]string { return &m.Prefers }),
)

// AgreementFields are those of an agreement.
var AgreementFields = ofKind(ChangeAgreement,
	text("text", func(c *Change) *Field[string] { return &c.Text }, func(a *Agreement) *string { return &a.Text }).detail(),
	negated("needed", func(c *Change) *Field[bool] { return &c.Needed }, func(a *Agreement) *bool { return &a.NotNeeded }),
)

// ResolutionFields are those of what is recorded of a decision of the board.
var ResolutionFields = ofKind(ChangeResolution,
	text("text", func(c *Change) *Field[string] { return &c.Text }, func(r *Resolution) *string { return &r.Text }).withWords("decision_text").checked(checkResolutionText),
	word("outcome", func(c *Change) *Field[string] { return &c.Outcome }, func(r *Resolution) *Outcome { return &r.Outcome }, Outcomes),
	name("ground", func(c *Change) *Field[string] { return &c.Ground }, func(r *Resolution) *string { return &r.Ground }).detail(),
	whole("round", func(c *Change) *Field[int] { return &c.Round }, func(r *Resolution) **int { return &r.Round }, 1, maxRound).detail(),
	date("on", func(c *Change) *Field[Date] { return &c.On }, func(r *Resolution) *Date { return &r.On }),
	whoever("owner", func(c *Change) *Field[string] { return &c.Owner }, func(r *Resolution) *string { return &r.Owner }).withWords("decision_owner"),
	date("due", func(c *Change) *Field[Date] { return &c.Due }, func(r *Resolution) *Date { return &r.Due }),
	text("note", func(c *Change) *Field[string] { return &c.Note }, func(r *Resolution) *string { return &r.Note }).detail(),
)

// ActionFields are those of an action.
var ActionFields = ofKind(ChangeAction,
	text("what", func(c *Change) *Field[string] { return &c.What }, func(a *Action) *string { return &a.What }).checked(func(_ *Plan, c *Change, r *refusals) { r.required("what", c.What) }),
	cleaned("about", SubjectValue, func(c *Change) *Field[string] { return &c.Subject }, func(a *Action) *string { return &a.About }, CleanName, MaxName).checked(checkSubject),
	whoever("owner", func(c *Change) *Field[string] { return &c.Owner }, func(a *Action) *string { return &a.Owner }).withWords("action_owner"),
	date("due", func(c *Change) *Field[Date] { return &c.Due }, func(a *Action) *Date { return &a.Due }),
	word("state", func(c *Change) *Field[ActionState] { return &c.State }, func(a *Action) *ActionState { return &a.State }, ActionStates),
	text("outcome", func(c *Change) *Field[string] { return &c.Outcome }, func(a *Action) *string { return &a.Outcome }).withWords("action_outcome").detail(),
	date("opened", func(c *Change) *Field[Date] { return &c.Opened }, func(a *Action) *Date { return &a.Opened }).detail(),
	date("closed", func(c *Change) *Field[Date] { return &c.Closed }, func(a *Action) *Date { return &a.Closed }).checked(checkClosed),
)

// EvaluationFields are those of step 8, but for the day of the next evaluation, which stands in the round.
var EvaluationFields = ofKind(ChangeEvaluation,
	text("collaboration", func(c *Change) *Field[string] { return &c.Collaboration }, func(e *EvaluationAnswers) *string { return &e.Collaboration }),
	text("composition", func(c *Change) *Field[string] { return &c.Composition }, func(e *EvaluationAnswers) *string { return &e.Composition }),
	people("present", func(c *Change) *Field[[]string] { return &c.Present }, func(e *EvaluationAnswers) *[]string { return &e.Present }),
	stepList("repeat", func(c *Change) *Field[[]StepID] { return &c.Repeat }, func(e *EvaluationAnswers) *[]StepID { return &e.Repeat }, 1, lastRepeatable),
)

// RoundFields are those of the round.
var RoundFields = ofKind(ChangeRound,
	count("number", func(c *Change) *Field[int] { return &c.Number }, func(r *Round) *int { return &r.Number }, 1, maxRound).checked(checkRoundNumber),
	date("opened", func(c *Change) *Field[Date] { return &c.Opened }, func(r *Round) *Date { return &r.Opened }),
	date("next_evaluation", func(c *Change) *Field[Date] { return &c.NextEvaluation }, func(r *Round) *Date { return &r.NextEvaluation }).givenBy(ChangeEvaluation),
	stepList("again", func(c *Change) *Field[[]StepID] { return &c.Again }, func(r *Round) *[]StepID { return &r.Again }, firstRepeatable, lastRepeatable),
	whole("edition", func(c *Change) *Field[int] { return &c.Edition }, func(r *Round) **int { return &r.Edition }, 1, maxEdition).checked(checkEdition),
)

// Three fields stand nowhere in the plan as a change gives them: the steps that a round is opened with, a catalogue, and what was
// erased.
var (
	repeated     = Named(EvaluationFields, "repeat").givenBy(ChangeRound).PlanField
	erasedRecord = PlanField{Name: "erased", Words: "erased", Kind: ChangeErased, field: func(c *Change) changeField { return &c.Erased }}
	ownCatalogue = PlanField{
		Name: "catalogue", Words: "catalogue", Kind: ChangeCatalogue, field: func(c *Change) changeField { return &c.Catalogue },
		clean: func(c *Change) {
			if c.Catalogue.set() {
				c.Catalogue = Set(c.Catalogue.value().cleaned())
			}
		},
	}
)

// fieldsOf are the fields of each kind of change, in the order in which they are checked.
var fieldsOf = groupedByKind(planFields(SchoolFields), planFields(AnswerFields), planFields(TaskFields), planFields(MemberFields), planFields(AgreementFields), planFields(ResolutionFields),
	planFields(ActionFields),
	planFields(EvaluationFields), planFields(VoiceFields), append(planFields(RoundFields), repeated), []PlanField{ownCatalogue}, []PlanField{erasedRecord})
