package assets

import (
	"reflect"
	"slices"

	"stappenplan/steps"
)

// longest is how many letters of a longer text a difference shows.
const longest = 60

// Differences say field by field what changes would make of a plan: "Wifi · term: later → needed now". A field
// whose value stays the same is left out. What is added, removed or opened is one line.
func (t *Texts) Differences(changes []steps.Change, before steps.Plan) (lines []string) {
	d := differences{t, before, before, map[subject]steps.Change{}}
	// An own task or a member that is added can be named by the changes that follow.
	if after, err := before.Apply(steps.Entry{Changes: changes}); err == nil {
		d.after = after
	}
	for _, c := range steps.Changes(steps.NewPlan(before.Catalogue), before) {
		d.stands[subjectOf(c)] = c
	}
	for _, c := range changes {
		lines = append(lines, d.lines(c)...)
	}
	return lines
}

// differences holds changes against a plan.
type differences struct {
	texts         *Texts
	before, after steps.Plan
	stands        map[subject]steps.Change // what made each thing as it stands in the plan before
}

// subject is what a change is about.
type subject struct {
	kind         steps.Kind
	step         steps.StepID
	task, member string
	agreement    steps.AgreementID
}

func subjectOf(c steps.Change) subject {
	return subject{c.Kind, c.Step, c.Task, c.Member, c.Agreement}
}

func (d differences) lines(c steps.Change) (lines []string) {
	number, _ := c.Number.Value()
	switch opens := c.Kind == steps.ChangeRound && number != d.before.Round.Number; {
	case c.Kind == steps.ChangeRemove, c.Kind == steps.ChangeConfirm, c.Kind == steps.ChangeCatalogue,
		c.Kind == steps.ChangeWithdraw, opens, adds(c, d.before):
		return []string{d.texts.change(c, d.before, d.after)}
	}
	var longer, signature []string
	stood := fieldsGiven(d.stands[subjectOf(c)])
	for _, to := range fieldsGiven(c) {
		line, differs := d.line(c, stood, to)
		_, long := d.texts.Changes.Longer[to.name]
		switch {
		case !differs:
		case to.signature():
			signature = append(signature, line)
		case long:
			longer = append(longer, line)
		default:
			lines = append(lines, line)
		}
	}
	if lines = append(lines, longer...); lines == nil {
		return signature // who answered, and when, is worth a line only where nothing else changes
	}
	return lines
}

// line is one field, and whether its value changes from how it stood.
func (d differences) line(c steps.Change, stood []given, to given) (string, bool) {
	t := d.texts
	from := given{name: to.name}
	for _, g := range stood {
		if g.name == to.name {
			from = g
		}
	}
	old, new := t.valueOf(c, from, d.before), t.valueOf(c, to, d.after)
	old, new = cutBoth(old, new)
	return t.Changes.Differs.Fill("subject", t.subject(c, d.before), "field", t.fieldOf(c, to),
		"from", old, "to", new), !from.nothing(to) && !reflect.DeepEqual(from.value, to.value)
}

// nothing says whether two fields are both empty, each in its way.
func (g given) nothing(other given) bool {
	empty := func(v any) bool {
		list, isList := v.([]any)
		return v == nil || isList && len(list) == 0
	}
	return empty(g.value) && empty(other.value)
}

// cutBoth shortens two texts, from the word where they part if their beginnings would look the same.
func cutBoth(a, b string) (string, string) {
	if cut(a) != cut(b) {
		return cut(a), cut(b)
	}
	same, word := 0, 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		if same++; a[same-1] == ' ' {
			word = same
		}
	}
	return cut("…" + a[word:]), cut("…" + b[word:])
}

// cut shortens a long text to one that fits a line.
func cut(text string) string {
	letters := []rune(text)
	if len(letters) <= longest {
		return text
	}
	return string(slices.Concat(letters[:longest-1], []rune{'…'}))
}
