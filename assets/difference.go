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
	before, after steps.Plan // what is added in the plan to come can be named by other changes
}

// Differences are those between a plan and the one that is to come.
func (t *Texts) Differences(before, after steps.Plan) Differences {
	return Differences{t, before, after}
}

// Difference is what one change does.
type Difference struct {
	About string   // empty where what it says is one line that names it: what is added, removed or opened
	Says  []string // field by field: "term: later → needed now"
}

// Of says what some of the changes between the two do. A field whose value stays the same is left out, and so is a
// change that gives no other.
func (d Differences) Of(changes []steps.Change) (list []Difference) {
	for _, c := range changes {
		if one := d.of(c); len(one.Says) > 0 {
			list = append(list, one)
		}
	}
	return list
}

// Lines are the same with one line a field: "Wifi · term: later → needed now".
func (d Differences) Lines(changes []steps.Change) (lines []string) {
	for _, one := range d.Of(changes) {
		for _, what := range one.Says {
			if one.About != "" {
				what = d.texts.Changes.DiffersOf.Fill("subject", one.About, "what", what)
			}
			lines = append(lines, what)
		}
	}
	return lines
}

func (d Differences) of(c steps.Change) Difference {
	number, _ := c.Number.Value()
	switch opens := c.Kind == steps.ChangeRound && number != d.before.Round.Number; {
	case c.Kind == steps.ChangeRemove, c.Kind == steps.ChangeConfirm, c.Kind == steps.ChangeCatalogue, c.Kind == steps.ChangeVoice,
		c.Kind == steps.ChangeWithdraw, opens, adds(c, d.before):
		return Difference{Says: []string{d.texts.change(c, d.before, d.after)}}
	}
	return Difference{About: d.texts.subject(c, d.before, d.after), Says: d.fields(c)}
}

// fields say which of the fields of a change differ, longer texts last.
func (d Differences) fields(c steps.Change) (lines []string) {
	var longer, signature []string
	stood := d.before.AsItStands(c).Given()
	for _, to := range c.Given() {
		line, differs := d.field(c, stood, to)
		_, long := d.texts.longer(c, to)
		switch {
		case !differs:
		case unsaid(c, to):
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

// field is one field, and whether its value changes from how it stood.
func (d Differences) field(c steps.Change, stood []steps.Given, to steps.Given) (string, bool) {
	from := steps.Given{Name: to.Name}
	if at := slices.IndexFunc(stood, func(g steps.Given) bool { return g.Name == to.Name }); at >= 0 {
		from = stood[at]
	}
	if from.Same(to) {
		return "", false
	}
	t := d.texts
	old, new := cutBoth(t.valueOf(c, from, d.before), t.valueOf(c, to, d.after))
	return t.Changes.Differs.Fill("field", t.fieldOf(c, to), "from", old, "to", new), true
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
