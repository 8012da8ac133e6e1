package steps

import "slices"

// Shift is a value in one state of a plan and in another.
type Shift[T any] struct{ Before, After T }

// Move is a task that is kept in both states, at another level.
type Move struct {
	Task     string
	From, To Level
}

// Comparison is what is not the same in two states of a plan: the ends of two rounds, two days, two entries, or a plan as
// it is and as it is tried. All that is said of it, on screens, in documents and for scripts, follows from here. Where
// Before and After change places, so does everything in it.
type Comparison struct {
	Before, After Plan
	Differences   []Difference // field by field, in the order of Parts
	Capacity      Shift[Capacity]
	Counts        Shift[TaskCounts]
	Moves         []Move // in catalogue order
	Found         Shift[[]Finding]
	Gone          []Finding // found before only, in the order of findings
	New           []Finding // found after only
}

// Compare holds two states of a plan against each other on a day. Trying needs no rule of its own: a plan is a
// value, and nothing that is applied to a copy is kept until a person records it.
func Compare(before, after Plan, today Date) Comparison {
	tasks, tasksNow := before.Tasks(), after.Tasks()
	// Where the path stands is not what is compared: a finding is not solved because an earlier step is asked again.
	reached := max(before.reached(), after.reached())
	found, foundNow := before.findings(today, reached), after.findings(today, reached)
	return Comparison{
		Before: before, After: after,
		Differences: differences(before, after),
		Capacity:    Shift[Capacity]{before.Capacity(), after.Capacity()},
		Counts:      Shift[TaskCounts]{Count(tasks), Count(tasksNow)},
		Moves:       moves(tasks, tasksNow),
		Found:       Shift[[]Finding]{found, foundNow},
		Gone:        without(found, foundNow),
		New:         without(foundNow, found),
	}
}

// Same says whether there is no difference at all. Who answered and when is none.
func (c Comparison) Same() bool {
	return len(c.Differences)+len(c.Gone)+len(c.New) == 0 && c.Before.Round.Number == c.After.Round.Number
}

// Of are the differences in one part of the plan.
func (c Comparison) Of(part PartID) (list []Difference) {
	for _, d := range c.Differences {
		if d.Part == part {
			list = append(list, d)
		}
	}
	return list
}

func moves(before, after []Task) (list []Move) {
	from := map[string]Task{}
	for _, t := range before {
		from[t.ID] = t
	}
	for _, t := range after {
		if was := from[t.ID]; was.Kept && t.Kept && was.Level != t.Level {
			list = append(list, Move{t.ID, was.Level, t.Level})
		}
	}
	return list
}

// without are the values of a list that another lacks.
func without[T comparable](list, other []T) (rest []T) {
	there := make(map[T]bool, len(other))
	for _, v := range other {
		there[v] = true
	}
	for _, v := range list {
		if !there[v] {
			rest = append(rest, v)
		}
	}
	return rest
}

// union are the values of two lists, each once: those of the first in its order, then those that only the second has.
func union[T comparable](list, other []T) []T {
	return slices.Concat(list, without(other, list))
}
