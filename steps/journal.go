package steps

import (
	"cmp"
	"slices"
	"sync"
)

// Journal is a plan with its past: the entries in order, number 1 first, and the plan they give.
type Journal struct {
	builtIn     *Catalogue
	entries     []Entry
	withdrawnBy []uint64 // by the number of which entry, 0 where the entry stands
	plan        Plan
	checked     state // after the entry that was checked last,
	checkedFor  Entry // which is this one

	mutex  sync.Mutex // plans are also looked up while a document is made
	recent []state    // to replay from, the one used last at the end
}

// state is the plan after the first entries, as these were withdrawn.
type state struct {
	plan        Plan
	withdrawnBy []uint64
}

const (
	keptStates = 8  // in [Journal.recent]: a plan may be large
	checkpoint = 64 // entries before the one asked for, from which those before it are replayed too
)

// BrokenError says that a journal cannot be replayed from one of its entries on.
type BrokenError struct {
	Entry uint64 // the number of the entry
	Cause error
}

// Error is for programmers.
func (e *BrokenError) Error() string { return "entry " + itoa(int(e.Entry)) + ": " + e.Cause.Error() }

// Unwrap gives the refusal.
func (e *BrokenError) Unwrap() error { return e.Cause }

// Code names the sentence that says what is wrong.
func (e *BrokenError) Code() string { return "journal-broken" }

// Values fills that sentence.
func (e *BrokenError) Values() map[string]string {
	return map[string]string{"entry": itoa(int(e.Entry))}
}

// Replay gives the journal of these entries. An entry that cannot be replayed is a *BrokenError.
func Replay(builtIn *Catalogue, entries []Entry) (*Journal, error) {
	// Clipped, so that a further entry never lands in the caller's list.
	j := &Journal{builtIn: builtIn, entries: slices.Clip(entries)}
	withdrawnBy, err := withdrawals(entries)
	if err != nil {
		return nil, err
	}
	j.withdrawnBy = withdrawnBy
	j.plan, err = j.replay(withdrawnBy)
	return j, err
}

// replay gives the plan after the entries that stand, as these were withdrawn. It applies only those after the latest
// plan that is known of them, and keeps the plan before the last entry, which an undo asks for.
func (j *Journal) replay(withdrawnBy []uint64) (Plan, error) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	to := int(j.newest(withdrawnBy))
	from := j.latest(withdrawnBy[:to])
	for _, next := range []int{to - checkpoint, to - 1, to} {
		if n := len(from.withdrawnBy); next > n {
			plan, err := fold(from.plan, j.entries[n:next], n, withdrawnBy)
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
	at, most := -1, 0
	same := func(a, b uint64) bool { return (a == 0) == (b == 0) }
	for i, s := range j.recent {
		n := len(s.withdrawnBy)
		if n > most && n <= len(withdrawnBy) && slices.EqualFunc(s.withdrawnBy, withdrawnBy[:n], same) {
			at, most = i, n
		}
	}
	if at < 0 {
		return state{plan: NewPlan(j.builtIn)}
	}
	found := j.recent[at]
	j.recent = append(slices.Delete(j.recent, at, at+1), found)
	return found
}

// remember keeps a state, and drops the one not used for longest.
func (j *Journal) remember(s state) {
	j.recent = append(j.recent[max(0, len(j.recent)-keptStates+1):], s)
}

// newest is the number of the newest entry that stands and is no withdrawal; 0 for none.
func (j *Journal) newest(withdrawnBy []uint64) uint64 {
	for n := len(withdrawnBy); n > 0; n-- {
		if withdrawnBy[n-1] == 0 && j.entries[n-1].withdraws() == 0 {
			return uint64(n)
		}
	}
	return 0
}

// fold applies entries that stand to a plan that has those before them; before is how many these are.
func fold(p Plan, entries []Entry, before int, withdrawnBy []uint64) (Plan, error) {
	var r refusals
	s := &scratch{}
	p = p.Copy()
	for i, e := range entries {
		number := before + i + 1
		if withdrawnBy[number-1] != 0 || e.withdraws() != 0 {
			continue
		}
		for k := range e.Changes {
			if p.check(&e.Changes[k], &r); r.list != nil {
				return p, &BrokenError{uint64(number), r.list}
			}
			p.apply(&e.Changes[k], e, s)
		}
	}
	p.derived = &derived{}
	return p, nil
}

// withdrawals finds for each entry by which later one it is withdrawn; a withdrawal that is itself
// withdrawn does not count.
func withdrawals(entries []Entry) ([]uint64, error) {
	by := make([]uint64, len(entries))
	for i := len(entries) - 1; i >= 0; i-- {
		n := entries[i].withdraws()
		if n > uint64(i) {
			return nil, &BrokenError{uint64(i + 1), refused("no-such-entry", n)}
		}
		if n != 0 && by[i] == 0 {
			by[n-1] = cmp.Or(by[n-1], uint64(i+1))
		}
	}
	return by, nil
}

// Plan returns the plan after the last entry.
func (j *Journal) Plan() Plan { return j.plan }

// Len is the number of the last entry, 0 when there is none.
func (j *Journal) Len() uint64 { return uint64(len(j.entries)) }

// Entries are all entries; they must not be changed.
func (j *Journal) Entries() []Entry { return j.entries }

// WithdrawnBy is the number of the entry that withdrew entry n, or 0.
func (j *Journal) WithdrawnBy(n uint64) uint64 { return j.withdrawnBy[n-1] }

// At is the plan as it stood after entry n, as far as that can be told.
func (j *Journal) At(n uint64) (Plan, error) {
	by, err := withdrawals(j.entries[:n])
	if err != nil {
		return Plan{}, err
	}
	return j.replay(by)
}

// Check says whether an entry could be applied: nil, or [Refusals]. What it works out serves [Journal.Apply] of the
// same entry.
func (j *Journal) Check(e Entry) error {
	after, err := j.with(e)
	if err == nil {
		j.checked, j.checkedFor = after, e
	}
	return err
}

// Apply adds an entry to the journal, or refuses it and leaves the journal as it was.
func (j *Journal) Apply(e Entry) error {
	after := j.checked
	if len(after.withdrawnBy) != len(j.entries)+1 || !e.is(j.checkedFor) {
		var err error
		if after, err = j.with(e); err != nil {
			return err
		}
	}
	j.plan, j.withdrawnBy, j.entries = after.plan, after.withdrawnBy, append(j.entries, e)
	if e.withdraws() == 0 {
		j.mutex.Lock()
		defer j.mutex.Unlock()
		j.remember(after)
	}
	j.checked, j.checkedFor = state{}, Entry{}
	return nil
}

// is says whether both are the same entry, and not only alike.
func (e Entry) is(other Entry) bool {
	return len(e.Changes) > 0 && len(e.Changes) == len(other.Changes) && &e.Changes[0] == &other.Changes[0] &&
		e.ID == other.ID && e.By == other.By && e.At.Equal(other.At)
}

// with is the state after one more entry.
func (j *Journal) with(e Entry) (after state, err error) {
	n := e.withdraws()
	if n == 0 {
		after.plan, err = j.plan.Apply(e)
		after.withdrawnBy = append(j.withdrawnBy, 0)
		return after, err
	}
	if err := e.checkAuthor(); err != nil {
		return after, err
	}
	var r refusals
	if r.foreign(&e.Changes[0]); r.list != nil {
		return after, r.list
	}
	if n > j.Len() {
		return after, refused("no-such-entry", n)
	}
	if j.withdrawnBy[n-1] != 0 {
		return after, refused("withdrawn-already", n)
	}
	if after.withdrawnBy, err = withdrawals(append(slices.Clip(j.entries), e)); err != nil {
		return after, err
	}
	after.plan, err = j.replay(after.withdrawnBy[:j.Len()])
	if broken, ok := err.(*BrokenError); ok {
		return after, Refusals{{Reason: "in-the-way", Field: "entry", Value: itoa(int(n)), Limit: itoa(int(broken.Entry))}}
	}
	return after, err
}

func refused(reason string, entry uint64) Refusals {
	return Refusals{{Reason: reason, Field: "entry", Value: itoa(int(entry))}}
}

// Undo is the change that takes back the newest entry that stands and is no withdrawal itself, with the number of that
// entry; 0 where there is none.
func (j *Journal) Undo() (c Change, undone uint64) {
	undone = j.newest(j.withdrawnBy)
	return Change{Kind: ChangeWithdraw, Entry: undone}, undone
}

// Redo is the change that takes back the last undo, with the number of the entry that then stands again; 0 where there
// is none, or where something else was done after it.
func (j *Journal) Redo() (c Change, redone uint64) {
	for n := j.Len(); n > 0; n-- {
		target := j.entries[n-1].withdraws()
		stands := j.withdrawnBy[n-1] == 0
		switch {
		case target == 0 && stands:
			return Change{}, 0
		case target != 0 && stands && j.entries[target-1].withdraws() == 0:
			return Change{Kind: ChangeWithdraw, Entry: n}, target
		}
	}
	return Change{}, 0
}

// Person is someone who is or once was in the team.
type Person struct {
	Member          // as last known
	Former []string // other names before, the oldest first
}

// People are all who were ever in the team, also those whose coming was taken back, in the order in which they
// came. Who comes after somebody was removed is another person, even where the id is the same.
func (j *Journal) People() (people []Person) {
	now := map[string]int{} // the place of whom an id stands for
	for i, e := range j.entries {
		for _, c := range e.Changes {
			switch c.Kind {
			case ChangeMember:
				n, known := now[c.Member]
				if !known {
					n = len(people)
					people = append(people, Person{Member: Member{ID: c.Member}})
					now[c.Member] = n
				}
				people[n].apply(c)
			case ChangeRemove:
				if j.withdrawnBy[i] == 0 {
					delete(now, c.Member)
				}
			}
		}
	}
	return people
}

// apply makes a change, and keeps the name that was.
func (p *Person) apply(c Change) {
	c.clean()
	before := p.Name
	putAll(MemberFields, &c, &p.Member)
	if before != "" && before != p.Name {
		p.Former = append(p.Former, before)
	}
}

// Rounds are the numbers of the rounds in which the entries were made, the first entry's first.
func (j *Journal) Rounds() []int {
	rounds := make([]int, len(j.entries))
	round := 1
	for i, e := range j.entries {
		if j.withdrawnBy[i] == 0 {
			round = e.round(round)
		}
		rounds[i] = round
	}
	return rounds
}

// round is the round after an entry made in the given one.
func (e Entry) round(round int) int {
	for i := range e.Changes {
		if c := &e.Changes[i]; c.Kind == ChangeRound && c.Number.set() {
			round = c.Number.value()
		}
	}
	return round
}

// Previous is the plan as it stood when the present round was opened; ok is false in a first round.
func (j *Journal) Previous() (p Plan, ok bool) {
	opened, round := 0, 1
	for i, now := range j.Rounds() {
		if now != round {
			opened, round = i, now
		}
	}
	p, err := j.replay(j.withdrawnBy[:opened])
	return p, err == nil && p.Begun()
}
