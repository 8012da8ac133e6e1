package assets

import (
	"slices"

	"stappenplan/steps"
)

// longest is how many letters of a longer text a difference shows.
const longest = 60

// Differences words what changes make of a plan.
type Differences struct {
	texts         *Texts
	before, after steps.Plan               // what is added in the plan to come can be named by other changes
	stands        map[subject]steps.Change // what made each thing as it stands in the plan before
}

// Differences are those between a plan and the one that is to come.
func (t *Texts) Differences(before, after steps.Plan) Differences {
	d := Differences{t, before, after, map[subject]steps.Change{}}
	for _, c := range steps.Changes(steps.NewPlan(before.Catalogue), before) {
		d.stands[subjectOf(c)] = c
	}
	return d
}

// Lines say field by field what some of the changes between the two do: "Wifi · term: later → needed now". A field
// whose value stays the same is left out. What is added, removed or opened is one line.
func (d Differences) Lines(changes []steps.Change) (lines []string) {
	for _, c := range changes {
		lines = append(lines, d.lines(c)...)
	}
	return lines
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

func (d Differences) lines(c steps.Change) (lines []string) {
	number, _ := c.Number.Value()
	switch opens := c.Kind == steps.ChangeRound && number != d.before.Round.Number; {
	case c.Kind == steps.ChangeRemove, c.Kind == steps.ChangeConfirm, c.Kind == steps.ChangeCatalogue,
		c.Kind == steps.ChangeWithdraw, opens, adds(c, d.before):
		return []string{d.texts.change(c, d.before, d.after)}
	}
	var longer, signature []string
	stood := d.stands[subjectOf(c)].Given()
	for _, to := range c.Given() {
		line, differs := d.line(c, stood, to)
		_, long := d.texts.Changes.Longer[to.Name]
		switch {
		case !differs:
		case to.Signature():
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
func (d Differences) line(c steps.Change, stood []steps.Given, to steps.Given) (string, bool) {
	from := steps.Given{Name: to.Name}
	if at := slices.IndexFunc(stood, func(g steps.Given) bool { return g.Name == to.Name }); at >= 0 {
		from = stood[at]
	}
	if from.Same(to) {
		return "", false
	}
	t := d.texts
	old, new := cutBoth(t.valueOf(c, from, d.before), t.valueOf(c, to, d.after))
	return t.Changes.Differs.Fill("subject", t.subject(c, d.before), "field", t.fieldOf(c, to), "from", old, "to", new), true
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
