package assets

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"stappenplan/steps"
)

// what says the fields of a change one after the other, longer texts only by their names: "needed now,
// owner An Peeters, note changed". Who answered and when is in the entry.
func (t *Texts) what(c steps.Change, p steps.Plan) string {
	var parts, longer []string
	for _, g := range given(c, p) {
		noun, long := t.longer(c, g, p)
		switch {
		case unsaid(c, g):
		case long && g.Value != nil:
			longer = append(longer, noun)
		default:
			parts = append(parts, t.part(c, g, p))
		}
	}
	if longer != nil {
		parts = append(parts, t.Changes.Edited.Fill("fields", strings.Join(longer, string(t.Changes.And))))
	}
	return strings.Join(parts, ", ")
}

// unsaid says whether a field only goes with what is said: who answered and when, which round, on what ground a decision was
// asked, and since when there is an action.
func unsaid(c steps.Change, g steps.Given) bool {
	return c.Sheet == "" && (g.Signature() || slices.Contains([]string{"number", "round", "ground", "edition"}, g.Name) || c.Kind == steps.ChangeAction && g.Name == "opened")
}

// whatAdded is what for something new, whose name was said already.
func (t *Texts) whatAdded(c steps.Change, p steps.Plan) string {
	var parts []string
	for _, g := range given(c, p) {
		if _, long := t.longer(c, g, p); !long && !unsaid(c, g) && g.Name != "name" && g.Name != "title" && !namesRow(c, g.Name, p) {
			parts = append(parts, t.part(c, g, p))
		}
	}
	return strings.Join(parts, ", ")
}

// longer says whether a field holds what is not repeated, a text or a list of means, and names it as a noun.
func (t *Texts) longer(c steps.Change, g steps.Given, p steps.Plan) (noun string, long bool) {
	if column := columnOf(c, g.Name, p); column != nil {
		return t.fieldOf(c, g, p), column.Type == steps.LongColumn
	}
	f, _ := steps.FieldNamed(c.Kind, g.Name)
	noun = string(cmp.Or(t.Changes.Longer[g.Name], Text(t.Field(f.Words))))
	return noun, f.Holds == steps.TextValue || f.Holds == steps.MeansValue
}

// fieldNames are the names of all fields that some changes give, each once.
func (t *Texts) fieldNames(changes []steps.Change, p steps.Plan) (names []string) {
	for _, c := range changes {
		for _, g := range given(c, p) {
			if name := t.fieldOf(c, g, p); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// part says one field: "owner An Peeters", "12 hours", "note cleared".
func (t *Texts) part(c steps.Change, g steps.Given, p steps.Plan) string {
	field := t.fieldOf(c, g, p)
	if g.Value == nil {
		if noun, long := t.longer(c, g, p); long {
			field = noun
		}
		return t.Changes.Cleared.Fill("field", field)
	}
	value := t.valueOf(c, g, p)
	if c.Sheet != "" {
		return t.Changes.Given.Fill("field", field, "value", value)
	}
	if text, counted := t.Changes.Counted[g.Name]; counted {
		return text.For(number(g), "value", value)
	}
	if text, own := t.Changes.Parts[g.Name]; own {
		return text.Fill("value", value)
	}
	return t.Changes.Given.Fill("field", field, "value", value)
}

// number is 1 where a field counts one of something, and else some other number.
func number(g steps.Given) int {
	if g.Value == any(1) || g.Value == any(steps.Whole(1)) {
		return 1
	}
	return 0
}

func (t *Texts) fieldOf(c steps.Change, g steps.Given, p steps.Plan) string {
	if column := columnOf(c, g.Name, p); column != nil {
		return LowerFirst(string(t.ColumnWords(c.Sheet, c.Table, column.ID).Heading()))
	}
	f, _ := steps.FieldNamed(c.Kind, g.Name)
	return t.Field(f.Words)
}

// valueOf is the value of a field in words.
func (t *Texts) valueOf(c steps.Change, g steps.Given, p steps.Plan) string {
	if column := columnOf(c, g.Name, p); column != nil && g.Value != nil {
		return steps.CleanName(t.Cell(p, c.Sheet, c.Table, column, g.Value))
	}
	f, _ := steps.FieldNamed(c.Kind, g.Name)
	return t.FieldValue(f, g.Value, p)
}

// FieldValue is the value of a field in words: of a text on one line, of nothing a dash.
func (t *Texts) FieldValue(f steps.PlanField, value any, p steps.Plan) string {
	switch v := value.(type) {
	case bool:
		return t.truth(f.Name, v)
	case int:
		return t.Whole(v)
	case steps.Decimal:
		return t.Number(v)
	case time.Time:
		return t.Date(steps.DateOf(v))
	case []string:
		return listed(t, v, func(id string) string {
			if f.Holds == steps.AbilityValue {
				return t.Ability(p, id)
			}
			return t.MemberName(p, id)
		})
	case []steps.StepID:
		return listed(t, v, t.StepName)
	case []steps.Means:
		return listed(t, v, t.meansLine)
	case nil, steps.Catalogue:
		return string(t.Common.None)
	}
	switch word := fmt.Sprint(value); f.Holds {
	case steps.MemberValue:
		return t.MemberName(p, word)
	case steps.WhoeverValue:
		return t.Whoever(p, word)
	case steps.SubjectValue:
		return t.Subject(p, word)
	case steps.DateValue:
		return t.Date(steps.Date(word))
	default:
		return steps.CleanName(t.Value(f.Words, word))
	}
}

func (t *Texts) truth(field string, yes bool) string {
	if text, ok := t.Plan.Values[field][fmt.Sprint(yes)]; ok {
		return string(text)
	}
	if yes {
		return string(t.Common.Yes)
	}
	return string(t.Common.No)
}

// listed says values one after the other.
func listed[T any](t *Texts, values []T, say func(T) string) string {
	if len(values) == 0 {
		return string(t.Common.None)
	}
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = say(v)
	}
	return strings.Join(words, ", ")
}

func (t *Texts) meansLine(line steps.Means) string {
	source := t.Value("source", string(line.Source))
	if line.Amount != nil {
		return t.Number(*line.Amount) + " " + source
	}
	return source
}
