package steps

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"time"
)

// How the rows of the table of fields are made.

// ofKind says which kind of change gives the fields that do not say so themselves.
func ofKind[O any](kind Kind, fields ...FieldOf[O]) []FieldOf[O] {
	for i := range fields {
		if fields[i].Kind == "" {
			fields[i].Kind = kind
		}
	}
	return fields
}

func (f FieldOf[O]) givenBy(kind Kind) FieldOf[O] {
	f.Kind = kind
	return f
}

func (f FieldOf[O]) withWords(words string) FieldOf[O] {
	f.Words = words
	return f
}

func (f FieldOf[O]) askedAt(step StepID, variant Variant) FieldOf[O] {
	f.Step, f.Variant = step, variant
	return f
}

func (f FieldOf[O]) detail() FieldOf[O] {
	f.Detail = true
	return f
}

// checked adds a check after that of the field's kind.
func (f FieldOf[O]) checked(further func(p *Plan, c *Change, r *refusals)) FieldOf[O] {
	usual := f.check
	f.check = func(p *Plan, c *Change, r *refusals) {
		usual(p, c, r)
		further(p, c, r)
	}
	return f
}

// fixed is a text that takes only these values, and has a check of its own.
func (f FieldOf[O]) fixed(values []string, check func(p *Plan, c *Change, r *refusals)) FieldOf[O] {
	f.Holds, f.Values, f.check = WordValue, values, check
	return f
}

// newField is a field of any kind: a change has it in field, a part of the plan by get and put.
func newField[O, V any](
	name string, holds ValueKind, field func(*Change) *Field[V], get func(*O) Field[V], put func(*O, Field[V]), same func(a, b V) bool,
) FieldOf[O] {
	return FieldOf[O]{
		PlanField: PlanField{
			Name: name, Words: name, Holds: holds, field: func(c *Change) changeField { return field(c) },
			give: func(c *Change, value any) {
				if *field(c) = Clear[V](); value != nil {
					*field(c) = Set(value.(V))
				}
			},
		},
		value: func(of *O) any {
			v := get(of)
			if value, _ := v.given(); !(Given{Value: value}).Empties() {
				return value
			}
			return nil
		},
		same: func(a, b *O) bool {
			x, y := get(a), get(b)
			return x.Given() == y.Given() && x.set() == y.set() && same(x.value(), y.value())
		},
		setFrom: func(c *Change, from *O) { *field(c) = get(from) },
		putIn: func(c *Change, to *O) {
			if f := field(c); f.Given() {
				put(to, *f)
			}
		},
	}
}

// checkOf checks the value that a change sets a field to.
func checkOf[V any](field func(*Change) *Field[V], check func(p *Plan, v V, r *refusals)) func(*Plan, *Change, *refusals) {
	return func(p *Plan, c *Change, r *refusals) {
		if v, ok := field(c).Value(); ok {
			check(p, v, r)
		}
	}
}

func equal[T comparable](a, b T) bool { return a == b }

// typed is a field whose values are texts of any type. An empty text is none.
func typed[O any, F, T ~string](name string, holds ValueKind, field func(*Change) *Field[F], part func(*O) *T) FieldOf[O] {
	get := func(of *O) Field[F] {
		if v := *part(of); v != "" {
			return Set(F(v))
		}
		return Clear[F]()
	}
	f := newField(name, holds, field, get, func(to *O, v Field[F]) { *part(to) = T(v.value()) }, equal)
	f.value = func(of *O) any {
		if v := *part(of); v != "" {
			return string(v)
		}
		return nil
	}
	f.give = func(c *Change, value any) {
		if *field(c) = Clear[F](); value != nil {
			*field(c) = Set(F(value.(string)))
		}
	}
	return f
}

// cleaned is a typed field whose text is made harmless first, and is no longer than the limit.
func cleaned[O any, F, T ~string](
	name string, holds ValueKind, field func(*Change) *Field[F], part func(*O) *T, clean func(string) string, limit int,
) FieldOf[O] {
	f := typed(name, holds, field, part)
	f.Most = Whole(int64(limit))
	f.clean = func(c *Change) {
		v, ok := field(c).Value()
		if !ok {
			return
		}
		switch cleaned := F(clean(string(v))); {
		case Blank(string(cleaned)):
			*field(c) = Clear[F]()
		case cleaned != v:
			*field(c) = Set(cleaned)
		}
	}
	f.check = checkOf(field, func(_ *Plan, v F, r *refusals) { r.length(name, clean(string(v)), limit) })
	return f
}

func text[O any](name string, field func(*Change) *Field[string], part func(*O) *string) FieldOf[O] {
	return cleaned(name, TextValue, field, part, Clean, MaxText)
}

func name[O any, T ~string](name string, field func(*Change) *Field[string], part func(*O) *T) FieldOf[O] {
	return cleaned(name, NameValue, field, part, CleanName, MaxName)
}

func word[O any, F, T ~string](name string, field func(*Change) *Field[F], part func(*O) *T, values []T) FieldOf[O] {
	f := typed(name, WordValue, field, part)
	f.Values = namesOf(values)
	f.check = checkOf(field, func(_ *Plan, v F, r *refusals) { oneOf(r, name, T(v), values) })
	return f
}

func member[O any](name string, field func(*Change) *Field[string], part func(*O) *string) FieldOf[O] {
	f := typed(name, MemberValue, field, part)
	f.check = checkOf(field, func(p *Plan, id string, r *refusals) {
		if _, known := p.Member(id); !known {
			r.add("unknown-member", name, id)
		}
	})
	return f
}

func date[O any](name string, field func(*Change) *Field[Date], part func(*O) *Date) FieldOf[O] {
	f := typed(name, DateValue, field, part)
	f.check = checkOf(field, func(_ *Plan, v Date, r *refusals) {
		if _, real := ParseDate(string(v)); !real {
			r.add("no-date", name, string(v))
		}
	})
	return f
}

func moment[O any](name string, field func(*Change) *Field[time.Time], part func(*O) *time.Time) FieldOf[O] {
	get := func(of *O) Field[time.Time] {
		if v := *part(of); !v.IsZero() {
			return Set(v)
		}
		return Clear[time.Time]()
	}
	return newField(name, MomentValue, field, get, func(to *O, v Field[time.Time]) { *part(to) = v.value() }, time.Time.Equal)
}

// optional is a field that may be unknown, where zero is an answer.
func optional[O any, V comparable](name string, holds ValueKind, field func(*Change) *Field[V], part func(*O) **V) FieldOf[O] {
	get := func(of *O) Field[V] {
		if v := *part(of); v != nil {
			return Set(*v)
		}
		return Clear[V]()
	}
	put := func(to *O, v Field[V]) {
		if *part(to) = nil; v.set() {
			value := v.value()
			*part(to) = &value
		}
	}
	return newField(name, holds, field, get, put, equal)
}

func boolean[O any](name string, field func(*Change) *Field[bool], part func(*O) **bool) FieldOf[O] {
	return optional(name, BooleanValue, field, part)
}

// negated is yes unless the plan says that it is not.
func negated[O any](name string, field func(*Change) *Field[bool], part func(*O) *bool) FieldOf[O] {
	f := newField(name, BooleanValue, field, func(of *O) Field[bool] { return Set(!*part(of)) },
		func(to *O, v Field[bool]) { *part(to) = v.set() && !v.value() }, equal)
	f.value = func(of *O) any {
		if *part(of) {
			return false
		}
		return nil
	}
	return f
}

// whoever is a member, or anyone else by a role or a name.
func whoever[O any](label string, field func(*Change) *Field[string], part func(*O) *string) FieldOf[O] {
	f := name(label, field, part).checked(func(p *Plan, c *Change, r *refusals) {
		id, member := strings.CutPrefix(field(c).value(), MemberPrefix)
		if _, known := p.Member(id); field(c).set() && member && !known {
			r.add("unknown-member", label, id)
		}
	})
	f.Holds = WhoeverValue
	return f
}

func hours[O any](name string, field func(*Change) *Field[Decimal], part func(*O) **Decimal, most Decimal) FieldOf[O] {
	f := optional(name, HoursValue, field, part)
	f.Most = most
	f.check = checkOf(field, func(_ *Plan, v Decimal, r *refusals) { r.decimal(name, v, most, HoursDigits) })
	return f
}

func whole[O any](name string, field func(*Change) *Field[int], part func(*O) **int, least, most int) FieldOf[O] {
	return optional(name, WholeValue, field, part).between(field, least, most)
}

// count is a whole number that is never unknown.
func count[O any](name string, field func(*Change) *Field[int], part func(*O) *int, least, most int) FieldOf[O] {
	put := func(to *O, v Field[int]) { *part(to) = v.value() }
	return newField(name, WholeValue, field, func(of *O) Field[int] { return Set(*part(of)) }, put, equal).between(field, least, most)
}

func (f FieldOf[O]) between(field func(*Change) *Field[int], least, most int) FieldOf[O] {
	f.Most = Whole(int64(most))
	name := f.Name
	f.check = checkOf(field, func(_ *Plan, v int, r *refusals) {
		if v < least || v > most {
			r.addLimit("out-of-range", name, itoa(v), itoa(least)+"–"+itoa(most))
		}
	})
	return f
}

// list is a list of values, each checked under its place in the list. An empty list is none.
func list[O, E any](
	name string, holds ValueKind, field func(*Change) *Field[[]E], part func(*O) *[]E, most int, check func(E, *refusals, string),
) FieldOf[O] {
	same := func(a, b []E) bool { return len(a)+len(b) == 0 || reflect.DeepEqual(a, b) }
	f := newField(name, holds, field, func(of *O) Field[[]E] { return Set(*part(of)) }, func(to *O, v Field[[]E]) { *part(to) = v.value() }, same)
	f.clean = func(c *Change) {
		if f := field(c); f.set() && len(f.value()) == 0 {
			*f = Clear[[]E]()
		}
	}
	f.check = func(_ *Plan, c *Change, r *refusals) {
		values, _ := field(c).Value()
		if len(values) > most {
			r.addLimit("too-many", name, itoa(len(values)), itoa(most))
		}
		for i, v := range values {
			check(v, r, name+"["+itoa(i)+"]")
		}
	}
	return f
}

// people is a list of members' ids or names.
func people[O any](name string, field func(*Change) *Field[[]string], part func(*O) *[]string) FieldOf[O] {
	return nameList(name, PeopleValue, field, part, math.MaxInt)
}

// otherNames is a list of what else something is called.
func otherNames[O any](name string, field func(*Change) *Field[[]string], part func(*O) *[]string) FieldOf[O] {
	return nameList(name, NamesValue, field, part, MaxAlso)
}

// nameList is a list of texts of one line, each once.
func nameList[O any](name string, holds ValueKind, field func(*Change) *Field[[]string], part func(*O) *[]string, most int) FieldOf[O] {
	f := list(name, holds, field, part, most, func(v string, r *refusals, field string) {
		r.name(field, v)
		r.required(field, Set(v))
	})
	empty := f.clean
	f.clean = func(c *Change) {
		if names, ok := field(c).Value(); ok {
			names = slices.Clone(names)
			for i := range names {
				names[i] = CleanName(names[i])
			}
			*field(c) = Set(unique(names))
		}
		empty(c)
	}
	return f
}

// stepList is a list of steps from one to another.
func stepList[O any](name string, field func(*Change) *Field[[]StepID], part func(*O) *[]StepID, first, last int) FieldOf[O] {
	var allowed []StepID
	for _, s := range Tree[first-1 : last] {
		allowed = append(allowed, s.ID)
	}
	f := list(name, StepsValue, field, part, math.MaxInt, func(id StepID, r *refusals, field string) { oneOf(r, field, id, allowed) })
	f.Values = namesOf(allowed)
	empty := f.clean
	f.clean = func(c *Change) {
		if ids, ok := field(c).Value(); ok {
			*field(c) = Set(unique(ids))
		}
		empty(c)
	}
	return f
}

func namesOf[T ~string](values []T) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = string(v)
	}
	return names
}
