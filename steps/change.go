package steps

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
)

// Kind names the part of the plan that a change is about.
type Kind string

// The kinds of change. Each but the last six gives values to fields: those given are set or cleared,
// the others stay.
const (
	ChangeSchool     Kind = "school"
	ChangeAnswer     Kind = "answer"     // Step; Choice, Note, Evidence, By, At
	ChangeVoice      Kind = "voice"      // Step, By; Choice, Note, At: what one person answers before the school does
	ChangeTask       Kind = "task"       // Task; an own task is added by its first change, with Title and Group
	ChangeMember     Kind = "member"     // Member; a member is added by the first change, with Name
	ChangeAgreement  Kind = "agreement"  // Agreement; Text, Needed
	ChangeResolution Kind = "decision"   // Decision; Text, Outcome, Ground, Round, On, Owner, Due, Note
	ChangeAction     Kind = "action"     // Action; an action is added by the first change, with What
	ChangeEvaluation Kind = "evaluation" // Collaboration, Composition, Present, Repeat, NextEvaluation
	ChangeRow        Kind = "row"        // Sheet, Table, Row; Cells: a row is added by its first change
	ChangeSettings   Kind = "settings"   // Sheet; Cells
	ChangeRemove     Kind = "remove"     // Task (an own one), Member, Decision, Action, or Sheet, Table and Row; what refers to it is cleared
	ChangeRound      Kind = "round"      // Number one up opens a round; the present Number adjusts Opened and Again
	ChangeConfirm    Kind = "confirm"    // Step: a repeated step 5, 6 or 7 stands as it is
	ChangeCatalogue  Kind = "catalogue"  // Catalogue: one's own, or cleared for the built-in one
	ChangeWithdraw   Kind = "withdraw"   // Entry: the number of the entry that no longer counts
	ChangeErased     Kind = "erased"     // Member or Sheet, Erased: what was erased from other entries; without Erased, in the place of what was
)

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
	if c.givesCells() {
		return c.givenCells()
	}
	for _, f := range inOrder[c.Kind] {
		if value, ok := f.Given(&c); ok {
			given = append(given, Given{f.Name, value})
		}
	}
	return given
}

// Keeping is the change with only those of its [Change.Given] that are wanted.
func (c Change) Keeping(wanted func(Given) bool) Change {
	if c.givesCells() {
		return c.keepingCells(wanted)
	}
	for _, f := range inOrder[c.Kind] {
		if value, ok := f.Given(&c); ok && !wanted(Given{f.Name, value}) {
			f.field(&c).forget()
		}
	}
	return c
}

// givesCells says whether the change is of a sheet, whose fields are data.
func (c *Change) givesCells() bool { return c.Kind == ChangeRow || c.Kind == ChangeSettings }

// gives says whether the change gives a field, and which value.
func (c Change) gives(name string) (Given, bool) {
	given := c.Given()
	i := slices.IndexFunc(given, func(g Given) bool { return g.Name == name })
	if i < 0 {
		return Given{Name: name}, false
	}
	return given[i], true
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
	Edition int       `json:"edition,omitempty"` // of the catalogue, where the entry begins a plan or a round: see [Plan.Dated]
	Changes []Change  `json:"changes"`
}

// withdraws is the number of the entry that this entry takes back, or 0.
func (e *Entry) withdraws() uint64 {
	if len(e.Changes) == 1 && e.Changes[0].Kind == ChangeWithdraw {
		return e.Changes[0].Entry
	}
	return 0
}

// bare is the change without any field: what it is about, and nothing of it.
func (c Change) bare() Change {
	return Change{
		Kind: c.Kind, Step: c.Step, Task: c.Task, Member: c.Member, Agreement: c.Agreement, Decision: c.Decision, Action: c.Action,
		Sheet: c.Sheet, Table: c.Table, Row: c.Row, Entry: c.Entry,
	}
}

// SameSubject says whether two changes are about the same, whatever they make of it.
func (c Change) SameSubject(other Change) bool { return reflect.DeepEqual(c.bare(), other.bare()) }

// about is the step at which a change is made; empty where it belongs to none, such as the school's profile.
func (c *Change) about() StepID {
	switch c.Kind {
	case ChangeAnswer, ChangeConfirm, ChangeVoice:
		return c.Step
	case ChangeTask:
		for _, f := range askedLater {
			if _, given := f.Given(c); given {
				return f.Step
			}
		}
		return Tasks
	case ChangeMember, ChangeAgreement:
		return Team
	case ChangeEvaluation:
		return Evaluation
	}
	return ""
}

// askedLater are the fields of a task that a step after step 5 asks, those of the last step first.
var askedLater = func() (fields []*FieldOf[Decision]) {
	for _, step := range []StepID{Team, Expertise} {
		for i := range TaskFields {
			if TaskFields[i].Step == step {
				fields = append(fields, &TaskFields[i])
			}
		}
	}
	return fields
}()
