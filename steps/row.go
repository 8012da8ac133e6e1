package steps

import (
	"math"
	"reflect"
	"slices"
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

func (f FieldOf[O]) of(kind Kind) FieldOf[O] {
	f.Kind = kind
	return f
}

func (f FieldOf[O]) called(words string) FieldOf[O] {
	f.Words = words
	return f
}

func (f FieldOf[O]) asked(step StepID, variant Variant) FieldOf[O] {
	f.Step, f.Variant = step, variant
	return f
}

// checked adds what is checked of a field after its own kind.
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

// field is a field of any kind: in is where a change has it, get and put are its place in the plan.
func field[O, V any](
	name string, holds ValueKind, in func(*Change) *Field[V], get func(*O) Field[V], put func(*O, Field[V]), same func(a, b V) bool,
) FieldOf[O] {
	return FieldOf[O]{
		PlanField: PlanField{
			Name: name, Words: name, Holds: holds, in: func(c *Change) inChange { return in(c) },
			give: func(c *Change, value any) {
				if *in(c) = Clear[V](); value != nil {
					*in(c) = Set(value.(V))
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
			return x.state == y.state && same(x.value, y.value)
		},
		take: func(c *Change, from *O) { *in(c) = get(from) },
		put: func(c *Change, to *O) {
			if f := in(c); f.Given() {
				put(to, *f)
			}
		},
	}
}

func equal[T comparable](a, b T) bool { return a == b }

// typed is a field whose values are texts of any type. An empty text is none.
func typed[O any, F, T ~string](name string, holds ValueKind, in func(*Change) *Field[F], at func(*O) *T) FieldOf[O] {
	get := func(of *O) Field[F] {
		if v := *at(of); v != "" {
			return Set(F(v))
		}
		return Clear[F]()
	}
	f := field(name, holds, in, get, func(to *O, v Field[F]) { *at(to) = T(v.value) }, equal)
	f.value = func(of *O) any {
		if v := *at(of); v != "" {
			return string(v)
		}
		return nil
	}
	f.give = func(c *Change, value any) {
		if *in(c) = Clear[F](); value != nil {
			*in(c) = Set(F(value.(string)))
		}
	}
	return f
}

// cleaned is a typed field whose text is made harmless first, and is no longer than the limit.
func cleaned[O any, F, T ~string](
	name string, holds ValueKind, in func(*Change) *Field[F], at func(*O) *T, clean func(string) string, limit int,
) FieldOf[O] {
	f := typed(name, holds, in, at)
	f.Most = Whole(int64(limit))
	f.clean = func(c *Change) {
		if f := in(c); f.state == set {
			if f.value = F(clean(string(f.value))); Blank(string(f.value)) {
				*f = Clear[F]()
			}
		}
	}
	f.check = func(_ *Plan, c *Change, r *refusals) {
		if v, ok := in(c).Value(); ok {
			r.length(name, clean(string(v)), limit)
		}
	}
	return f
}

func text[O any](name string, in func(*Change) *Field[string], at func(*O) *string) FieldOf[O] {
	return cleaned(name, TextValue, in, at, Clean, MaxText)
}

func name[O any, T ~string](name string, in func(*Change) *Field[string], at func(*O) *T) FieldOf[O] {
	return cleaned(name, NameValue, in, at, CleanName, MaxName)
}

func word[O any, F, T ~string](name string, in func(*Change) *Field[F], at func(*O) *T, values []T) FieldOf[O] {
	f := typed(name, WordValue, in, at)
	f.Values = namesOf(values)
	f.check = func(_ *Plan, c *Change, r *refusals) {
		if v, ok := in(c).Value(); ok {
			oneOf(r, name, T(v), values)
		}
	}
	return f
}

func member[O any](name string, in func(*Change) *Field[string], at func(*O) *string) FieldOf[O] {
	f := typed(name, MemberValue, in, at)
	f.check = func(p *Plan, c *Change, r *refusals) {
		if id, ok := in(c).Value(); ok {
			if _, known := p.Member(id); !known {
				r.add("unknown-member", name, id)
			}
		}
	}
	return f
}

func date[O any](name string, in func(*Change) *Field[Date], at func(*O) *Date) FieldOf[O] {
	f := typed(name, DateValue, in, at)
	f.check = func(_ *Plan, c *Change, r *refusals) {
		if v, ok := in(c).Value(); ok {
			if _, real := ParseDate(string(v)); !real {
				r.add("no-date", name, string(v))
			}
		}
	}
	return f
}

func moment[O any](name string, in func(*Change) *Field[time.Time], at func(*O) *time.Time) FieldOf[O] {
	get := func(of *O) Field[time.Time] {
		if v := *at(of); !v.IsZero() {
			return Set(v)
		}
		return Clear[time.Time]()
	}
	return field(name, MomentValue, in, get, func(to *O, v Field[time.Time]) { *at(to) = v.value }, time.Time.Equal)
}

// optional is a field that may be unknown, where zero is an answer.
func optional[O any, V comparable](name string, holds ValueKind, in func(*Change) *Field[V], at func(*O) **V) FieldOf[O] {
	get := func(of *O) Field[V] {
		if v := *at(of); v != nil {
			return Set(*v)
		}
		return Clear[V]()
	}
	put := func(to *O, v Field[V]) {
		if *at(to) = nil; v.state == set {
			*at(to) = &v.value
		}
	}
	return field(name, holds, in, get, put, equal)
}

func boolean[O any](name string, in func(*Change) *Field[bool], at func(*O) **bool) FieldOf[O] {
	return optional(name, BooleanValue, in, at)
}

// untrue is yes unless the plan says that it is not.
func untrue[O any](name string, in func(*Change) *Field[bool], not func(*O) *bool) FieldOf[O] {
	f := field(name, BooleanValue, in, func(of *O) Field[bool] { return Set(!*not(of)) },
		func(to *O, v Field[bool]) { *not(to) = v.state == set && !v.value }, equal)
	f.value = func(of *O) any {
		if *not(of) {
			return false
		}
		return nil
	}
	return f
}

func hours[O any](name string, in func(*Change) *Field[Decimal], at func(*O) **Decimal, most Decimal) FieldOf[O] {
	f := optional(name, HoursValue, in, at)
	f.Most = most
	f.check = func(_ *Plan, c *Change, r *refusals) {
		if v, ok := in(c).Value(); ok {
			r.decimal(name, v, most, hoursDigits)
		}
	}
	return f
}

func whole[O any](name string, in func(*Change) *Field[int], at func(*O) **int, least, most int) FieldOf[O] {
	return optional(name, WholeValue, in, at).between(in, least, most)
}

// count is a whole number that is never unknown.
func count[O any](name string, in func(*Change) *Field[int], at func(*O) *int, least, most int) FieldOf[O] {
	put := func(to *O, v Field[int]) { *at(to) = v.value }
	return field(name, WholeValue, in, func(of *O) Field[int] { return Set(*at(of)) }, put, equal).between(in, least, most)
}

func (f FieldOf[O]) between(in func(*Change) *Field[int], least, most int) FieldOf[O] {
	f.Most = Whole(int64(most))
	name := f.Name
	f.check = func(_ *Plan, c *Change, r *refusals) {
		if v, ok := in(c).Value(); ok && (v < least || v > most) {
			r.addLimit("out-of-range", name, itoa(v), itoa(least)+"–"+itoa(most))
		}
	}
	return f
}

// list is a list of values, each checked under its place in the list. An empty list is none.
func list[O, E any](
	name string, holds ValueKind, in func(*Change) *Field[[]E], at func(*O) *[]E, most int, check func(E, *refusals, string),
) FieldOf[O] {
	same := func(a, b []E) bool { return len(a)+len(b) == 0 || reflect.DeepEqual(a, b) }
	f := field(name, holds, in, func(of *O) Field[[]E] { return Set(*at(of)) }, func(to *O, v Field[[]E]) { *at(to) = v.value }, same)
	f.clean = func(c *Change) {
		if f := in(c); f.state == set && len(f.value) == 0 {
			*f = Clear[[]E]()
		}
	}
	f.check = func(_ *Plan, c *Change, r *refusals) {
		values, _ := in(c).Value()
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
func people[O any](name string, in func(*Change) *Field[[]string], at func(*O) *[]string) FieldOf[O] {
	f := list(name, PeopleValue, in, at, math.MaxInt, func(v string, r *refusals, field string) {
		r.name(field, v)
		r.required(field, Set(v))
	})
	empty := f.clean
	f.clean = func(c *Change) {
		names := slices.Clone(in(c).value)
		for i := range names {
			names[i] = CleanName(names[i])
		}
		in(c).value = once(names)
		empty(c)
	}
	return f
}

// stepList is a list of steps from one to another.
func stepList[O any](name string, in func(*Change) *Field[[]StepID], at func(*O) *[]StepID, first, last int) FieldOf[O] {
	var allowed []StepID
	for _, s := range Tree[first-1 : last] {
		allowed = append(allowed, s.ID)
	}
	f := list(name, StepsValue, in, at, math.MaxInt, func(id StepID, r *refusals, field string) { oneOf(r, field, id, allowed) })
	f.Values = namesOf(allowed)
	empty := f.clean
	f.clean = func(c *Change) {
		in(c).value = once(in(c).value)
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
