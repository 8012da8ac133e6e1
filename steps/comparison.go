package steps

// Trial tries changes without recording them: what would happen if. It needs no rule of its own, since
// [Plan.Apply] gives a new plan and leaves the old one as it was; a trial only remembers what was tried.
// Nothing is kept until a person records [Trial.Changes] as one entry.
type Trial struct {
	base  Plan
	tries []try
}

// try is what was tried at once, and the plan it gave.
type try struct {
	changes []Change
	plan    Plan
}

// NewTrial begins a trial on a plan.
func NewTrial(base Plan) *Trial { return &Trial{base: base} }

// Base is the plan the trial began on.
func (t *Trial) Base() Plan { return t.base }

// Plan is the plan with everything tried so far.
func (t *Trial) Plan() Plan {
	if len(t.tries) == 0 {
		return t.base
	}
	return t.tries[len(t.tries)-1].plan
}

// Try makes changes in the trial, all or none: they are refused as [Plan.Apply] would refuse them.
func (t *Trial) Try(changes ...Change) error {
	e := Entry{Changes: append([]Change{}, changes...)}
	for i := range e.Changes {
		e.Changes[i].clean()
	}
	plan, err := t.Plan().Apply(e)
	if err != nil {
		return err
	}
	t.tries = append(t.tries, try{e.Changes, plan})
	return nil
}

// Undo drops what was tried last, and says whether there was anything.
func (t *Trial) Undo() bool {
	if len(t.tries) == 0 {
		return false
	}
	t.tries = t.tries[:len(t.tries)-1]
	return true
}

// Changes are all changes tried so far, in order. As one entry on the base they give the plan of the
// trial; answers among them then get the author and the moment of that entry.
func (t *Trial) Changes() (changes []Change) {
	for _, try := range t.tries {
		changes = append(changes, try.changes...)
	}
	return changes
}

// Shift is a value in the base and in the trial.
type Shift[T any] struct{ Base, Trial T }

// Move is a task that is kept in both plans, at another level.
type Move struct {
	Task     string
	From, To Level
}

// Comparison is what trying made of a plan.
type Comparison struct {
	Capacity Shift[Capacity]
	Counts   Shift[TaskCounts]
	Moves    []Move    // in catalogue order
	Gone     []Finding // found in the base only, in the order of findings
	New      []Finding // found in the trial only
}

// Compare holds the trial against its base on a day.
func (t *Trial) Compare(today Date) Comparison {
	base, plan := t.base, t.Plan()
	before, after := base.Tasks(), plan.Tasks()
	found, foundNow := base.Findings(today), plan.Findings(today)
	return Comparison{
		Capacity: Shift[Capacity]{base.capacity(before), plan.capacity(after)},
		Counts:   Shift[TaskCounts]{Count(before), Count(after)},
		Moves:    moves(before, after),
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
