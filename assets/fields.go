package assets

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"stappenplan/steps"
)

// given is a field that a change gives: its name, and its value as JSON has it, nil where it is cleared.
type given struct {
	name  string
	value any
}

// about are the fields that say what a change is about; they are no values.
var about = []string{"kind", "step", "task", "member", "agreement", "entry"}

// fieldsGiven are the fields of a change in their order. They are read from its wire form, which names
// them as the plan file does and has one simple type for every kind of value.
func fieldsGiven(c steps.Change) (fields []given) {
	wire, err := json.Marshal(c)
	if err != nil {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(wire))
	d.UseNumber()
	for _, _ = d.Token(); d.More(); { // after the opening brace
		name, _ := d.Token()
		var value any
		if d.Decode(&value) != nil {
			return fields
		}
		if field := fmt.Sprint(name); !slices.Contains(about, field) {
			fields = append(fields, given{field, value})
		}
	}
	return fields
}

// signature says whether a field only tells who answered, and when.
func (g given) signature() bool { return g.name == "by" || g.name == "at" }

// what says the fields of a change one after the other, longer texts only by their names: "needed now,
// owner An Peeters, note changed". Who answered and when is in the entry.
func (t *Texts) what(c steps.Change, p steps.Plan) string {
	var parts, longer []string
	for _, g := range fieldsGiven(c) {
		noun, long := t.Changes.Longer[g.name]
		switch {
		case g.signature(), g.name == "number":
		case long && g.value != nil:
			longer = append(longer, string(noun))
		default:
			parts = append(parts, t.part(c, g, p))
		}
	}
	if longer != nil {
		parts = append(parts, t.Changes.Edited.Fill("fields", strings.Join(longer, string(t.Changes.And))))
	}
	return strings.Join(parts, ", ")
}

// whatAdded is what for something new, whose name was said already.
func (t *Texts) whatAdded(c steps.Change, p steps.Plan) string {
	var parts []string
	for _, g := range fieldsGiven(c) {
		_, long := t.Changes.Longer[g.name]
		if !long && g.name != "name" && g.name != "title" {
			parts = append(parts, t.part(c, g, p))
		}
	}
	return strings.Join(parts, ", ")
}

// fieldNames are the names of all fields that some changes give, each once.
func (t *Texts) fieldNames(changes []steps.Change) (names []string) {
	for _, c := range changes {
		for _, g := range fieldsGiven(c) {
			if name := t.fieldOf(c, g); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// part says one field: "owner An Peeters", "12 hours", "note cleared".
func (t *Texts) part(c steps.Change, g given, p steps.Plan) string {
	field := t.fieldOf(c, g)
	if g.value == nil {
		if noun, long := t.Changes.Longer[g.name]; long {
			field = string(noun)
		}
		return t.Changes.Cleared.Fill("field", field)
	}
	if text, own := t.Changes.Parts[g.name]; own {
		return text.Fill("value", t.valueOf(c, g, p))
	}
	return t.Changes.Given.Fill("field", field, "value", t.valueOf(c, g, p))
}

// key is the name under which the words of a field stand: a school's level and group are not a task's.
func (g given) key(c steps.Change) string {
	if c.Kind == steps.ChangeSchool && (g.name == "level" || g.name == "group") {
		return "school_" + g.name
	}
	return g.name
}

func (t *Texts) fieldOf(c steps.Change, g given) string { return t.Field(g.key(c)) }

// valueOf is the value of a field in words.
func (t *Texts) valueOf(c steps.Change, g given, p steps.Plan) string {
	switch v := g.value.(type) {
	case bool:
		return t.truth(g.name, v)
	case json.Number:
		if d, err := steps.ParseDecimal(v.String()); err == nil {
			return t.Number(d)
		}
	case []any:
		return t.list(g.name, v, p)
	case string:
		return t.word(g.key(c), v, p)
	}
	return string(t.Common.None)
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

// word is a text value: a member, a day, one of a closed list, or what a person wrote.
func (t *Texts) word(field, value string, p steps.Plan) string {
	switch field {
	case "owner", "backup", "present":
		return t.MemberName(p, value)
	case "opened", "next_evaluation":
		return t.Date(steps.Date(value))
	case "at":
		day, _, _ := strings.Cut(value, "T")
		return t.Date(steps.Date(day))
	case "repeat", "again":
		return t.StepName(steps.StepID(value))
	}
	return steps.CleanName(t.Value(field, value))
}

func (t *Texts) list(field string, values []any, p steps.Plan) string {
	words := make([]string, len(values))
	for i, v := range values {
		switch v := v.(type) {
		case string:
			words[i] = t.word(field, v, p)
		case map[string]any: // a line of means
			words[i] = t.meansLine(v)
		}
	}
	if len(words) == 0 {
		return string(t.Common.None)
	}
	return strings.Join(words, ", ")
}

func (t *Texts) meansLine(line map[string]any) string {
	source := t.Value("source", fmt.Sprint(line["source"]))
	if amount, ok := line["amount"].(json.Number); ok {
		if d, err := steps.ParseDecimal(amount.String()); err == nil {
			return t.Number(d) + " " + source
		}
	}
	return source
}
