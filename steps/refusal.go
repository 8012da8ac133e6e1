package steps

import (
	"maps"
	"slices"
	"strings"
)

// Refusal says why a change cannot be made. It holds no sentence: Code and Values are worded elsewhere.
type Refusal struct {
	Reason string // what is wrong: a word of its own, such as "unknown-value"
	Field  string // the field of the change, as it is named in JSON; empty for the change itself
	Value  string // what was given, where that can be said
	Limit  string // the limit that was passed, or the values that are allowed
}

// Error is for programmers.
func (r Refusal) Error() string {
	return strings.TrimSuffix(r.Field+": "+r.Reason+" "+r.Value, " ")
}

// FieldName is the field that is wrong, also where a part of it is: "values" of "values.q1", "present" of "present[2]".
func (r Refusal) FieldName() string {
	name, _, _ := strings.Cut(r.Field, ".")
	name, _, _ = strings.Cut(name, "[")
	return name
}

// Code names the sentence that says what is wrong.
func (r Refusal) Code() string { return "refused-" + r.Reason }

// Values fills that sentence.
func (r Refusal) Values() map[string]string {
	return map[string]string{"field": r.Field, "value": Quote(r.Value), "limit": r.Limit}
}

// Quote cuts a refused value to what fits in a message: one line, at most 40 characters.
func Quote(value string) string {
	short := []rune(CleanName(value))
	if len(short) > 40 {
		return string(short[:39]) + "…"
	}
	return string(short)
}

// Refusals are all reasons why an entry or a change cannot be made; there is at least one.
type Refusals []Refusal

// Error is for programmers.
func (rs Refusals) Error() string {
	texts := make([]string, len(rs))
	for i, r := range rs {
		texts[i] = r.Error()
	}
	return strings.Join(texts, "; ")
}

// Code is that of the first refusal.
func (rs Refusals) Code() string { return rs[0].Code() }

// Values are those of the first refusal.
func (rs Refusals) Values() map[string]string { return rs[0].Values() }

// refusals collects the faults of a change.
type refusals struct{ list Refusals }

func (r *refusals) err() error {
	if len(r.list) == 0 {
		return nil
	}
	return r.list
}

func (r *refusals) add(reason, field, value string) {
	r.list = append(r.list, Refusal{Reason: reason, Field: field, Value: value})
}

func (r *refusals) addLimit(reason, field, value, limit string) {
	r.list = append(r.list, Refusal{reason, field, value, limit})
}

func oneOf[T ~string](r *refusals, field string, value T, allowed []T) {
	if slices.Contains(allowed, value) {
		return
	}
	r.addLimit("unknown-value", field, string(value), strings.Join(namesOf(allowed), ", "))
}

// name checks a text of one line.
func (r *refusals) name(field, text string) { r.length(field, CleanName(text), MaxName) }

// required refuses a name that is empty or taken away.
func (r *refusals) required(field string, f Field[string]) {
	if v, ok := f.Value(); f.Given() && (!ok || Blank(CleanName(v))) {
		r.add("required", field, "")
	}
}

func (r *refusals) length(field, text string, limit int) {
	if len(text) <= limit {
		return
	}
	if n := runes(text); n > limit {
		r.addLimit("too-long", field, itoa(n), itoa(limit))
	}
}

// words checks a text given in one or more languages.
func (r *refusals) words(field string, w Words, limit int, required bool) {
	if required && len(w) == 0 {
		r.add("required", field, "")
	}
	for _, language := range []string{"nl", "en"} {
		if text, ok := w[language]; ok {
			r.length(field+"."+language, text, limit)
			if required && Blank(text) {
				r.add("required", field+"."+language, "")
			}
		}
	}
	for _, language := range slices.Sorted(maps.Keys(w)) {
		if language != "nl" && language != "en" {
			r.addLimit("unknown-value", field, language, "nl, en")
		}
	}
}

// decimal checks a number from 0 to limit with at most this many digits after the point.
func (r *refusals) decimal(field string, v, limit Decimal, digits int) {
	unit := one
	for range digits {
		unit /= 10
	}
	switch {
	case v < 0 || v > limit:
		r.addLimit("out-of-range", field, v.String(), "0–"+limit.String())
	case v%unit != 0:
		r.addLimit("too-fine", field, v.String(), itoa(digits))
	}
}
