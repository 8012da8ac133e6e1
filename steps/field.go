package steps

import (
	"slices"
	"strings"
)

// ValueKind names the type of a field's value.
type ValueKind string

// The kinds of value, each with the Go type in which [FieldOf.Value] and [PlanField.Give] have it.
const (
	TextValue    ValueKind = "text"    // string, of any lines
	NameValue    ValueKind = "name"    // string, of one line
	WordValue    ValueKind = "word"    // string, one of a few
	MemberValue  ValueKind = "member"  // string, a member's id
	WhoeverValue ValueKind = "whoever" // string, [MemberPrefix] and a member's id, or a role, a body, a name
	SubjectValue ValueKind = "subject" // string, what an action is about, see [Action]
	DateValue    ValueKind = "date"    // string
	BooleanValue ValueKind = "boolean" // bool
	HoursValue   ValueKind = "hours"   // Decimal
	WholeValue   ValueKind = "whole"   // int
	MomentValue  ValueKind = "moment"  // time.Time
	PeopleValue  ValueKind = "people"  // []string, members' ids or names
	NamesValue   ValueKind = "names"   // []string, what something is called
	StepsValue   ValueKind = "steps"   // []StepID
	MeansValue   ValueKind = "means"   // []Means
	AbilityValue ValueKind = "ability" // []string, [TaskPrefix] and a task's id or [GroupPrefix] and a group's
)

// PlanField is a field of the plan as a change gives it: one row of the table.
type PlanField struct {
	Name    string // in the journal and the plan file
	Words   string // the key of its words: a school's level is not a task's
	Kind    Kind   // of the change that gives it
	Holds   ValueKind
	Values  []string // the only ones, of a word or in a list of steps
	Most    Decimal  // of a number, or of the letters of a text
	Detail  bool     // a difference in it is small: a board does not decide about it
	Step    StepID   // of a task: where it is asked; empty for no step
	Variant Variant  // in which alone it is asked; empty for both

	field func(*Change) changeField
	give  func(c *Change, value any)
	clean func(*Change)
	check func(p *Plan, c *Change, r *refusals)
}

// changeField is a [Field] of any type.
type changeField interface {
	given() (any, bool)
	forget()
}

// Give sets the field of a change to a value of the type that its kind has, or clears it with nil.
func (f *PlanField) Give(c *Change, value any) { f.give(c, value) }

// Given returns the value that a change gives the field, nil where it is cleared, and whether it is given.
func (f *PlanField) Given(c *Change) (any, bool) { return f.field(c).given() }

// FieldOf is a field with its place in a part of the plan.
type FieldOf[O any] struct {
	PlanField
	value   func(*O) any
	same    func(a, b *O) bool
	setFrom func(*Change, *O)
	putIn   func(*Change, *O)
}

// Value returns the field's value in a part of the plan, of the type that its kind has; nil for none.
func (f *FieldOf[O]) Value(of *O) any { return f.value(of) }

// Typed says whether a person types the value of a field in words of their own.
func (f *PlanField) Typed() bool { return f.Holds == TextValue || f.Holds == NameValue }

// Retold is a part of the plan in which each text and name that a person typed has become another.
func Retold[O any](fields []FieldOf[O], of O, become func(string) string) O {
	var c Change
	for i := range fields {
		f := &fields[i]
		text, _ := f.value(&of).(string)
		if text != "" && (f.Typed() || f.Holds == WhoeverValue && !strings.HasPrefix(text, MemberPrefix)) {
			f.give(&c, become(text))
			f.putIn(&c, &of)
		}
	}
	return of
}

// Texts are the texts that a person typed in a part of the plan, but for names.
func Texts[O any](fields []FieldOf[O], of O) (texts []string) {
	for i := range fields {
		if f := &fields[i]; f.Holds == TextValue && f.value(&of) != nil {
			texts = append(texts, f.value(&of).(string))
		}
	}
	return texts
}

// TextsGiven are the texts that a change gives, but for names, in the order of [Change].
func TextsGiven(c Change) (texts []string) {
	for _, f := range inOrder[c.Kind] {
		if value, _ := f.Given(&c); f.Holds == TextValue && value != nil {
			texts = append(texts, value.(string))
		}
	}
	return texts
}

// putAll brings what a change gives into a part of the plan.
func putAll[O any](fields []FieldOf[O], c *Change, to *O) {
	for i := range fields {
		if f := &fields[i]; f.Kind == c.Kind {
			f.putIn(c, to)
		}
	}
}

// filled reports whether any field of a part of the plan has a value.
func filled[O any](fields []FieldOf[O], of *O) bool {
	return slices.ContainsFunc(fields, func(f FieldOf[O]) bool { return f.value(of) != nil })
}

// setDiffering gives a change the fields in which two parts of a plan differ, and says whether there are any.
func setDiffering[O any](fields []FieldOf[O], c *Change, from, to *O) (differ bool) {
	for i := range fields {
		if f := &fields[i]; f.Kind == c.Kind && !f.same(from, to) {
			f.setFrom(c, to)
			differ = true
		}
	}
	return differ
}

// inOrder are the fields of each kind of change in the order of [Change].
var inOrder = func() map[Kind][]PlanField {
	ordered := map[Kind][]PlanField{}
	for kind, fields := range fieldsOf {
		ordered[kind] = slices.SortedFunc(slices.Values(fields), func(a, b PlanField) int {
			return slices.Index(changeFields(), a.Name) - slices.Index(changeFields(), b.Name)
		})
	}
	return ordered
}()

func planFields[O any](fields []FieldOf[O]) (list []PlanField) {
	for _, f := range fields {
		list = append(list, f.PlanField)
	}
	return list
}

func groupedByKind(tables ...[]PlanField) map[Kind][]PlanField {
	byKind := map[Kind][]PlanField{}
	for _, f := range slices.Concat(tables...) {
		byKind[f.Kind] = append(byKind[f.Kind], f)
	}
	return byKind
}

// FieldNamed is the field that changes of a kind give under a name, and whether there is one.
func FieldNamed(kind Kind, name string) (PlanField, bool) {
	for _, f := range fieldsOf[kind] {
		if f.Name == name {
			return f, true
		}
	}
	return PlanField{}, false
}

// Named is the field with this name in a table, which there must be.
func Named[O any](table []FieldOf[O], name string) *FieldOf[O] {
	return &table[slices.IndexFunc(table, func(f FieldOf[O]) bool { return f.Name == name })]
}

// TaskField is the field of a task with this name, which there must be.
func TaskField(name string) *FieldOf[Decision] { return Named(TaskFields, name) }
