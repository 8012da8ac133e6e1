package steps

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
)

// Kind says what a change is about.
type Kind string

// The kinds of change. Each but the last five gives values to fields: those given are set or cleared,
// the others stay.
const (
	ChangeSchool     Kind = "school"
	ChangeAnswer     Kind = "answer"     // Step; Choice, Note, Evidence, By, At
	ChangeTask       Kind = "task"       // Task; an own task is added by its first change, with Title and Group
	ChangeMember     Kind = "member"     // Member; a member is added by the first change, with Name
	ChangeAgreement  Kind = "agreement"  // Agreement; Text, Needed
	ChangeEvaluation Kind = "evaluation" // Collaboration, Composition, Present, Repeat, NextEvaluation
	ChangeRemove     Kind = "remove"     // Task (an own one) or Member; ownerships go with it
	ChangeRound      Kind = "round"      // Number one up opens a round; the present Number adjusts Opened and Again
	ChangeConfirm    Kind = "confirm"    // Step: a repeated step 5, 6 or 7 stands as it is
	ChangeCatalogue  Kind = "catalogue"  // Catalogue: one's own, or cleared for the built-in one
	ChangeWithdraw   Kind = "withdraw"   // Entry: the number of the entry that no longer counts
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
	Entry     uint64      `json:"entry,omitempty"`

	Name      Field[string]    `json:"name,omitzero"`       // school, member
	Level     Field[string]    `json:"level,omitzero"`      // school (a SchoolLevel), task (a Level)
	GroupKind Field[GroupKind] `json:"group_kind,omitzero"` // school
	Group     Field[string]    `json:"group,omitzero"`      // school (its name), task (a GroupID)
	Pupils    Field[int]       `json:"pupils,omitzero"`     // school
	Hours     Field[Decimal]   `json:"hours,omitzero"`      // school, task, member
	Means     Field[[]Means]   `json:"means,omitzero"`      // school

	Choice   Field[Choice]    `json:"choice,omitzero"` // answer
	Note     Field[string]    `json:"note,omitzero"`   // answer, task
	Evidence Field[string]    `json:"evidence,omitzero"`
	By       Field[string]    `json:"by,omitzero"` // answer; not given: the entry's author
	At       Field[time.Time] `json:"at,omitzero"` // answer; not given: the entry's moment

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

	Role       Field[MemberRole] `json:"role,omitzero"` // member
	Motivation Field[string]     `json:"motivation,omitzero"`
	Mandate    Field[string]     `json:"mandate,omitzero"`

	Text   Field[string] `json:"text,omitzero"` // agreement
	Needed Field[bool]   `json:"needed,omitzero"`

	Collaboration  Field[string]   `json:"collaboration,omitzero"` // evaluation
	Composition    Field[string]   `json:"composition,omitzero"`
	Present        Field[[]string] `json:"present,omitzero"`
	Repeat         Field[[]StepID] `json:"repeat,omitzero"` // evaluation; round: the steps to ask again in the round it opens
	NextEvaluation Field[Date]     `json:"next_evaluation,omitzero"`

	Number Field[int]      `json:"number,omitzero"` // round
	Opened Field[Date]     `json:"opened,omitzero"`
	Again  Field[[]StepID] `json:"again,omitzero"`

	Catalogue Field[Catalogue] `json:"catalogue,omitzero"`
}

// Given is a field that a change gives a value.
type Given struct {
	Name  string // as in the journal and the plan file
	Value any    // nil where the field is cleared
}

// Empties says whether the field is cleared, or given a list of nothing.
func (g Given) Empties() bool {
	v := reflect.ValueOf(g.Value)
	return !v.IsValid() || v.Kind() == reflect.Slice && v.Len() == 0
}

// Same says whether both give the same value; one moment is the same in every time zone.
func (g Given) Same(other Given) bool {
	if moment, ok := g.Value.(time.Time); ok {
		another, ok := other.Value.(time.Time)
		return ok && moment.Equal(another)
	}
	return g.Empties() && other.Empties() || reflect.DeepEqual(g.Value, other.Value)
}

// Signature says whether the field only tells who answered, and when.
func (g Given) Signature() bool { return g.Name == "by" || g.Name == "at" }

// Given are the fields that the change gives a value, in the order of [Change]. What it is about is not among them.
func (c Change) Given() (given []Given) {
	v := reflect.ValueOf(&c).Elem()
	for i, name := range changeFields() {
		field, ok := v.Field(i).Addr().Interface().(interface{ given() (any, bool) })
		if !ok {
			continue
		}
		if value, ok := field.given(); ok {
			given = append(given, Given{name, value})
		}
	}
	return given
}

// Keeping is the change with only those of its [Change.Given] that are wanted.
func (c Change) Keeping(wanted func(Given) bool) Change {
	v := reflect.ValueOf(&c).Elem()
	for _, g := range c.Given() {
		if !wanted(g) {
			v.Field(slices.Index(changeFields(), g.Name)).SetZero()
		}
	}
	return c
}

// changeFields are the names of the fields of [Change] in a journal, in their order.
var changeFields = sync.OnceValue(func() []string {
	t := reflect.TypeFor[Change]()
	names := make([]string, t.NumField())
	for i := range names {
		names[i], _, _ = strings.Cut(t.Field(i).Tag.Get("json"), ",")
	}
	return names
})

// Entry is one line of a journal: what one person did at one moment. Its changes stand or fall together.
type Entry struct {
	ID      string    `json:"id"` // random, the same for ever; two entries never share one
	At      time.Time `json:"at"`
	By      string    `json:"by,omitempty"`
	Changes []Change  `json:"changes"`
}

// withdraws is the number of the entry that this entry takes back, or 0.
func (e Entry) withdraws() uint64 {
	if len(e.Changes) == 1 && e.Changes[0].Kind == ChangeWithdraw {
		return e.Changes[0].Entry
	}
	return 0
}

// About is the step at which a change is made; empty where it belongs to none, such as the school's profile.
func (c Change) About() StepID {
	switch c.Kind {
	case ChangeAnswer, ChangeConfirm:
		return c.Step
	case ChangeTask:
		switch {
		case c.Owner.Given() || c.Backup.Given() || c.Hours.Given():
			return Team
		case c.Expertise.Given() || c.Sourcing.Given() || c.Strategic.Given() || c.Technical.Given():
			return Expertise
		}
		return Tasks
	case ChangeMember, ChangeAgreement:
		return Team
	case ChangeEvaluation:
		return Evaluation
	}
	return ""
}
