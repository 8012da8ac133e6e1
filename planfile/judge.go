package planfile

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
)

// changeOrder is the order in which changes are made, so that what they refer to is there. The round comes
// before the catalogue: a plan that has begun takes no round but its own or the next.
var changeOrder = []steps.Kind{
	steps.ChangeRound, steps.ChangeCatalogue, steps.ChangeSchool, steps.ChangeMember, steps.ChangeTask,
	steps.ChangeAnswer, steps.ChangeAgreement, steps.ChangeResolution, steps.ChangeVoice, steps.ChangeEvaluation,
}

// judge makes the plan of the changes. Where steps refuses some, each is looked at by itself, so that
// all refusals are found and not only the first.
func (w *walker) judge(builtIn *steps.Catalogue) steps.Plan {
	slices.SortStableFunc(w.changes, func(a, b placed) int {
		return slices.Index(changeOrder, a.Kind) - slices.Index(changeOrder, b.Kind)
	})
	var entry steps.Entry
	for _, c := range w.changes {
		entry.Changes = append(entry.Changes, c.Change)
	}
	empty := steps.NewPlan(builtIn)
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
		inFile := r.Reason == "unknown-member" && w.members[r.Value] || r.Reason == "unknown-task" && (w.catalogue[r.Value] || c.Kind != steps.ChangeTask && w.decided[r.Value])
		if !inFile {
			w.refusal(c, r)
		}
	}
}

func (w *walker) refusal(c placed, r steps.Refusal) {
	name := r.Field
	switch name {
	case "task", "member", "decision":
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
	case r.Reason == "too-many": // the value is how many there are
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
