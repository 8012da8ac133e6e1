package planfile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
)

// changeOrder is the order in which changes are made, so that what they refer to is there. The round comes
// before the catalogue: a plan that has begun takes no round but its own or the next.
var changeOrder = []steps.Kind{
	steps.ChangeRound, steps.ChangeCatalogue, steps.ChangeSchool, steps.ChangeMember, steps.ChangeTask,
	steps.ChangeAnswer, steps.ChangeAgreement, steps.ChangeResolution, steps.ChangeSettings, steps.ChangeRow, rowsNamed, steps.ChangeAction, steps.ChangeVoice, steps.ChangeEvaluation,
}

// rowsNamed stands in that order for the cells of rows that name other rows.
const rowsNamed steps.Kind = "rows named"

// order is the place of a change in changeOrder. What members know and like comes last: it can be any task.
func (c placed) order() int {
	if c.givesAbilities() {
		return len(changeOrder)
	}
	if c.later > 0 {
		return slices.Index(changeOrder, rowsNamed)
	}
	return slices.Index(changeOrder, c.Kind)
}

func (c placed) givesAbilities() bool { return c.Knows.Given() || c.Prefers.Given() }

// partAbilities makes what members know and like changes of their own.
func (w *walker) partAbilities() {
	for i := range w.changes {
		if c := &w.changes[i]; c.givesAbilities() {
			part := *c
			part.Change = steps.Change{Kind: c.Kind, Member: c.Member, Knows: c.Knows, Prefers: c.Prefers}
			c.Knows, c.Prefers = steps.Field[[]string]{}, steps.Field[[]string]{}
			w.changes = append(w.changes, part)
		}
	}
}

// judge makes the plan of the changes. Where steps refuses some, each is looked at by itself, so that
// all refusals are found and not only the first.
func (w *walker) judge(definitions *steps.Definitions) steps.Plan {
	w.partAbilities()
	slices.SortStableFunc(w.changes, func(a, b placed) int { return cmp.Or(a.order()-b.order(), a.later-b.later) })
	var entry steps.Entry
	for _, c := range w.changes {
		entry.Changes = append(entry.Changes, c.Change)
	}
	empty := steps.NewPlan(definitions)
	plan, err := empty.Apply(entry)
	if err == nil {
		return plan
	}
	base := empty
	for _, c := range w.changes {
		if c.Kind == steps.ChangeCatalogue {
			base, _ = empty.Apply(steps.Entry{Changes: []steps.Change{c.Change}})
		}
	}
	for _, c := range w.changes {
		of := base
		if c.Kind == steps.ChangeRound {
			of = empty
		}
		if err := of.Check(c.Change); err != nil {
			w.refused(c, err.(steps.Refusals))
		}
	}
	if !w.problems.Found() {
		w.refusedTogether(err.(steps.Refusals))
	}
	return plan
}

// refused reports what steps says of one change.
func (w *walker) refused(c placed, refusals steps.Refusals) {
	for _, r := range refusals {
		if !w.inFile(c, r) {
			w.refusal(c, r)
		}
	}
}

// inFile says whether the file gives what a change refers to and is not there.
func (w *walker) inFile(c placed, r steps.Refusal) bool {
	if c.givesAbilities() && (r.Field == "name" || r.Field == "member") { // said of the member's other fields
		return true
	}
	switch r.Reason {
	case "unknown-member":
		return w.members[r.Value]
	case "unknown-task":
		return w.catalogue[r.Value] || c.Kind != steps.ChangeTask && w.decided[r.Value]
	case "unknown-subject":
		decision, is := strings.CutPrefix(r.Value, steps.About(steps.AboutDecision, ""))
		return is && w.recorded[decision] || slices.ContainsFunc(strings.Split(r.Value, ":"), func(part string) bool { return w.rows[part] })
	case "unknown-row":
		column := w.definitions.Sheet(c.Sheet).Table(c.Table).Column(r.FieldName())
		return column != nil && w.rows[steps.RowPath(c.Sheet, column.Table, r.Value)]
	}
	return false
}

func (w *walker) refusal(c placed, r steps.Refusal) {
	name := r.Field
	switch name {
	case "task", "member", "decision", "action", "row":
		name = "id"
	case "step", "agreement": // the key of the object itself
		name = ""
	}
	n, nearest := c.node.find(name)
	path := c.at
	if name != "" {
		path = join(c.at, name)
	}
	p := Refusal(path, nearest.order, r, nearest.text)
	p.Line = nearest.line
	switch {
	case n == nil:
		p.code, p.value = "refused-required", r.Value
	case r.Reason == "too-many", r.Reason == "unknown-row": // the value is how many there are, or the row, which can be a key
	case n.kind == textNode || n.kind == numberNode:
		p.value = n.text
	}
	w.problem(p)
}

// refusedTogether reports refusals that arise only from all changes together, such as too many own tasks.
func (w *walker) refusedTogether(refusals steps.Refusals) {
	for _, r := range refusals {
		place, field, ok := strings.Cut(strings.TrimPrefix(r.Field, "changes["), "].")
		i, err := strconv.Atoi(place)
		if !ok || err != nil {
			i, field = 0, r.Field
		}
		r.Field = field
		w.refusal(w.changes[i], r)
	}
}
