package steps

// Shift is a value in one plan and in the other.
type Shift[T any] struct{ Before, After T }

// Move is a task that is kept in both plans, at another level.
type Move struct {
	Task     string
	From, To Level
}

// Comparison holds the differences between two states of a plan, for trying before deciding.
type Comparison struct {
	Capacity Shift[Capacity]
	Counts   Shift[TaskCounts]
	Moves    []Move    // in catalogue order
	Gone     []Finding // found before only, in the order of findings
	New      []Finding // found after only
}

// Compare holds two states of a plan against each other on a day. Trying needs no rule of its own: a plan is a
// value, and nothing that is applied to a copy is kept until a person records it.
func Compare(before, after Plan, today Date) Comparison {
	tasks, tasksNow := before.Tasks(), after.Tasks()
	// Where the path stands is not what is compared: a finding is not solved because an earlier step is asked again.
	reached := max(before.reached(), after.reached())
	found, foundNow := before.findings(today, reached), after.findings(today, reached)
	return Comparison{
		Capacity: Shift[Capacity]{before.Capacity(), after.Capacity()},
		Counts:   Shift[TaskCounts]{Count(tasks), Count(tasksNow)},
		Moves:    moves(tasks, tasksNow),
		Gone:     without(found, foundNow),
		New:      without(foundNow, found),
	}
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
