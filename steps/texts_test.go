package steps

import (
	"slices"
	"testing"
)

// TestEveryTextIsFoundByItsRow gives every text and name of the plan, and counts and changes them.
func TestEveryTextIsFoundByItsRow(t *testing.T) {
	t.Parallel()
	findsTexts(t, SchoolFields)
	findsTexts(t, AnswerFields)
	findsTexts(t, TaskFields)
	findsTexts(t, MemberFields)
	findsTexts(t, AgreementFields)
	findsTexts(t, EvaluationFields)
}

func findsTexts[O any](t *testing.T, fields []FieldOf[O]) {
	t.Helper()
	var of O
	var texts []string
	c := Change{Kind: fields[0].Kind}
	for i := range fields {
		if f := &fields[i]; f.Typed() {
			f.give(&c, f.Name)
			f.putIn(&c, &of)
			if f.Holds == TextValue {
				texts = append(texts, f.Name)
			}
		}
	}
	given := TextsGiven(c)
	slices.Sort(given)
	if got := Texts(fields, of); !slices.Equal(got, texts) {
		t.Errorf("of a %s: texts %v, want %v", c.Kind, got, texts)
	}
	if slices.Sort(texts); !slices.Equal(given, texts) {
		t.Errorf("of a %s: given %v, want %v", c.Kind, given, texts)
	}
	told := Retold(fields, of, func(text string) string { return text + "!" })
	for i := range fields {
		if f := &fields[i]; f.Typed() && f.value(&told) != f.Name+"!" {
			t.Errorf("%s of a %s is %v", f.Name, c.Kind, f.value(&told))
		}
	}
}
