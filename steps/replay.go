package steps

import "slices"

// How the plan of a journal is found again: from the latest state that is remembered.

// state is the plan after the first entries, as these were withdrawn.
type state struct {
	plan        Plan
	withdrawnBy []uint64
}

const (
	keptStates = 8  // in [Journal.recent]: a plan may be large
	keptEnds   = 64 // in [Journal.ends]: a round a year
	checkpoint = 64 // entries before the one asked for, from which those before it are replayed too
)

// replay gives the plan after the entries that stand, as these were withdrawn. It applies only those after the latest
// plan that is known of them, and keeps the plan before the last entry, which an undo asks for.
func (j *Journal) replay(withdrawnBy []uint64) (Plan, error) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	to := int(j.newest(withdrawnBy))
	from := j.latest(withdrawnBy[:to])
	for _, next := range []int{to - checkpoint, to - 1, to} {
		if n := len(from.withdrawnBy); next > n {
			plan, err := j.fold(from.plan, n, next, withdrawnBy)
			if err != nil {
				return plan, err
			}
			from = state{plan, withdrawnBy[:next]}
			j.remember(from)
		}
	}
	return from.plan, nil
}

// latest is the known state after the most of these entries; that before all of them where none is known.
func (j *Journal) latest(withdrawnBy []uint64) state {
	at, most := -1, state{plan: NewPlan(j.definitions)}
	same := func(a, b uint64) bool { return (a == 0) == (b == 0) }
	better := func(s state) bool {
		n := len(s.withdrawnBy)
		return n > len(most.withdrawnBy) && n <= len(withdrawnBy) && slices.EqualFunc(s.withdrawnBy, withdrawnBy[:n], same)
	}
	for _, s := range slices.Backward(j.ends) {
		if better(s) {
			most = s
			break // those before it are shorter
		}
	}
	for i, s := range j.recent {
		if better(s) {
			at, most = i, s
		}
	}
	if at < 0 {
		return most
	}
	found := j.recent[at]
	j.recent = append(slices.Delete(j.recent, at, at+1), found)
	return found
}

// rememberEnd keeps how a round ended, in the place of another such state after as many entries.
func (j *Journal) rememberEnd(s state) {
	longer := func(of state, length int) int { return len(of.withdrawnBy) - length }
	at, there := slices.BinarySearchFunc(j.ends, len(s.withdrawnBy), longer)
	if there {
		j.ends[at] = s
		return
	}
	j.ends = slices.Insert(j.ends, at, s)
	j.ends = j.ends[max(0, len(j.ends)-keptEnds):]
}

// remember keeps a state, and drops the one not used for longest.
func (j *Journal) remember(s state) {
	j.recent = append(j.recent[max(0, len(j.recent)-keptStates+1):], s)
}

// newest is the number of the newest entry that stands and is no withdrawal; 0 for none.
func (j *Journal) newest(withdrawnBy []uint64) uint64 {
	for n := len(withdrawnBy); n > 0; n-- {
		if withdrawnBy[n-1] == 0 && j.takenBack[n-1] == 0 {
			return uint64(n)
		}
	}
	return 0
}

// fold applies the entries from one place to before another that stand to a plan that has those before them.
func (j *Journal) fold(p Plan, from, to int, withdrawnBy []uint64) (Plan, error) {
	var r refusals
	s := &scratch{}
	p = p.Copy().Indexed()
	stands := func(i int) bool { return withdrawnBy[i] == 0 && j.takenBack[i] == 0 }
	err := j.entries.each(from, to, stands, func(i int, e *Entry) error {
		if i > from && e.round() != 0 { // each round is compared with how the one before ended
			before := p.Copy()
			before.derived = &derived{}
			j.rememberEnd(state{before, withdrawnBy[:j.newest(withdrawnBy[:i])]})
		}
		for k := range e.Changes {
			if p.check(&e.Changes[k], &r); r.list != nil {
				return &BrokenError{uint64(i + 1), r.list}
			}
			p.apply(&e.Changes[k], *e, s)
		}
		if p.editionIsKnown(e.Edition, &r); r.list != nil {
			return &BrokenError{uint64(i + 1), r.list}
		}
		p.applyEdition(e)
		return j.meet(i, e)
	})
	p.rowPlaces = nil
	if err == nil {
		p.derived = &derived{}
	}
	return p, err
}
