package assets

import (
	"reflect"
	"slices"
	"strings"

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
// change that gives no other. Of rows that are only shown summed the last one says how many.
func (d Differences) Of(changes []steps.Change) (list []Difference) {
	var private []steps.Change
	rows := map[string]bool{}
	for _, c := range changes {
		switch one := d.of(c); {
		case d.after.Private(c) && d.differs(c):
			private = append(private, c)
			rows[steps.RowPath(c.Sheet, c.Table, c.Row)] = true
		case !d.after.Private(c) && len(one.Says) > 0:
			list = append(list, one)
		}
	}
	if len(private) > 0 {
		what := d.texts.SheetCommon.Rows.For(len(rows))
		list = append(list, Difference{Says: []string{d.texts.Changes.Line.Fill("subject", d.texts.ofSheet(private), "what", what)}})
	}
	return list
}

// differs says whether the row that a change is about does.
func (d Differences) differs(c steps.Change) bool {
	was, stood := d.before.Row(c.Sheet, c.Table, c.Row)
	is, stands := d.after.Row(c.Sheet, c.Table, c.Row)
	return stood != stands || !reflect.DeepEqual(was.Cells, is.Cells)
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
		c.Kind == steps.ChangeWithdraw, c.Kind == steps.ChangeErased, opens, adds(c, d.before):
		return Difference{Says: []string{d.texts.change(c, d.before, d.after)}}
	}
	return Difference{About: d.texts.subject(c, d.before, d.after), Says: d.fields(c)}
}

// fields say which of the fields of a change differ, longer texts last.
func (d Differences) fields(c steps.Change) (lines []string) {
	var longer, signature []string
	stood := given(d.before.AsItStands(c), d.before)
	for _, to := range given(c, d.after) {
		line, differs := d.field(c, stood, to)
		_, long := d.texts.longer(c, to, d.after)
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
	if more, only := added(from, to); only {
		return t.Changes.Parts[to.Name].Fill("value", cut(strings.Join(more, ", "))), true
	}
	old, new := cutBoth(t.valueOf(c, from, d.before), t.valueOf(c, to, d.after))
	return t.Differs(t.fieldOf(c, to, d.after), old, new), true
}

// added are the names that something gets beside those that it has; only says that nothing else of them changes.
func added(from, to steps.Given) (more []string, only bool) {
	had, _ := from.Value.([]string)
	has, names := to.Value.([]string)
	if !names || to.Name != "also" || len(had) >= len(has) || !slices.Equal(had, has[:len(had)]) {
		return nil, false
	}
	return has[len(had):], true
}

// Differs says that a field had one value and has another; a word stands for none.
func (t *Texts) Differs(field, from, to string) string {
	said := func(value string) string {
		if value == string(t.Common.None) {
			return string(t.Changes.Empty)
		}
		return value
	}
	return t.Changes.Differs.Fill("field", field, "from", said(from), "to", said(to))
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
