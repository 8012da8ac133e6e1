package steps

import (
	"cmp"
	"errors"
	"slices"
	"sync"
	"time"
)

// Journal is a plan with its past: the entries in order, number 1 first, and the plan they give.
type Journal struct {
	definitions *Definitions
	entries     Entries
	heads       []head
	withdrawnBy []uint64 // by the number of which entry, 0 where the entry stands
	takenBack   []uint64 // the number of the entry that each takes back, 0 where it takes back none
	plan        Plan
	checked     state // after the entry that was checked last,
	checkedFor  Entry // which is this one

	mutex  sync.Mutex // plans are also looked up while a document is made
	recent []state    // to replay from, the one used last at the end
	ends   []state    // of rounds, the first one first: likewise, each is compared with

	together map[string]bool // of tasks that were asked about: whether they were accepted together with others
}

// head is what is looked up of an entry without decoding it.
type head struct {
	Head
	opened int    // the number of the round that it opens or adjusts, 0 for none
	about  StepID // that all of it is about
	people bool   // a member comes, changes or goes
	erased bool   // it only says that something was erased
	merge  bool   // a merge made it: see [MadeByMerges]
	known  bool
}

// Head tells when an entry was made, and by whom.
type Head struct {
	At time.Time
	By string
}

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

// UnshownError says that the plan as it stood after an entry cannot be told: what a merge brought and could not stand is taken back only later.
type UnshownError struct {
	Entry   uint64 // the number of the entry
	Because uint64 // that of the entry that could not stand: the same, or one before it
	Cause   error
}

// Error is for programmers.
func (e *UnshownError) Error() string {
	return "tell the plan after entry " + itoa(int(e.Entry)) + ": entry " + itoa(int(e.Because)) + ": " + e.Cause.Error()
}

// Unwrap gives the refusal, and no *BrokenError: the journal is whole.
func (e *UnshownError) Unwrap() error { return e.Cause }

// Code names the sentence that says what is wrong.
func (e *UnshownError) Code() string { return "moment-unshown" }

// Values fills that sentence.
func (e *UnshownError) Values() map[string]string {
	return map[string]string{"entry": itoa(int(e.Entry)), "because": itoa(int(e.Because))}
}

// Replay gives the journal of these entries. An entry that cannot be replayed is a *BrokenError.
func Replay(definitions *Definitions, entries []Entry) (*Journal, error) {
	return EntriesOf(entries).Replay(definitions)
}

// Replay gives the journal of these entries. One that is no entry, or that cannot be replayed, is a *BrokenError.
func (e Entries) Replay(definitions *Definitions) (*Journal, error) {
	// Clipped, so that a further entry never lands in the caller's list.
	j := &Journal{definitions: definitions, entries: Entries{slices.Clip(e.list)}, heads: make([]head, e.Len())}
	var err error
	if j.takenBack, err = e.withdrawals(); err != nil {
		return nil, err
	}
	if j.withdrawnBy, err = withdrawals(j.takenBack); err != nil {
		return nil, err
	}
	if j.plan, err = j.replay(j.withdrawnBy); err != nil {
		return nil, err
	}
	// What does not stand is in no plan, and all the same it has to be an entry.
	return j, e.each(0, e.Len(), func(i int) bool { return !j.heads[i].known }, j.meet)
}

// withdrawals finds for each entry the number of the one that it takes back, and 0 where it takes back none. A withdrawal is
// told without decoding all the others: nothing but a text that holds that very word looks like one.
func (e Entries) withdrawals() ([]uint64, error) {
	takenBack := make([]uint64, e.Len())
	word := []byte(`"` + ChangeWithdraw + `"`)
	return takenBack, e.each(0, e.Len(), func(i int) bool { return e.list[i].has(word) }, func(i int, e *Entry) error {
		takenBack[i] = e.withdraws()
		return nil
	})
}

// meet keeps what is looked up of an entry, the first time that it is decoded.
func (j *Journal) meet(i int, e *Entry) error {
	if h := &j.heads[i]; !h.known {
		if e.withdraws() != j.takenBack[i] {
			return &BrokenError{uint64(i + 1), errors.New("a withdrawal that is written otherwise")}
		}
		*h = e.head()
		if i > 0 && h.By == j.heads[i-1].By {
			h.By = j.heads[i-1].By // the same memory
		}
	}
	return nil
}

func (e *Entry) head() head {
	h := head{Head: Head{e.At, e.By}, opened: e.round(), about: e.about(), known: true, erased: true, merge: MadeByMerges(e.ID)}
	for i := range e.Changes {
		c := &e.Changes[i]
		h.erased = h.erased && c.Kind == ChangeErased
		h.people = h.people || c.Kind == ChangeMember || c.Kind == ChangeRemove && c.Member != ""
	}
	return h
}

// withdrawals finds for each entry by which later one it is withdrawn, of which each takes back the one with a number; a
// withdrawal that is itself withdrawn does not count.
func withdrawals(takenBack []uint64) ([]uint64, error) {
	by := make([]uint64, len(takenBack))
	for i := len(takenBack) - 1; i >= 0; i-- {
		n := takenBack[i]
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
func (j *Journal) Len() uint64 { return uint64(j.entries.Len()) }

// Entries are all entries.
func (j *Journal) Entries() Entries { return j.entries }

// Entry is entry n, decoded for the caller.
func (j *Journal) Entry(n uint64) Entry { return j.entries.Entry(n) }

// Head tells when entry n was made, and by whom, without decoding it.
func (j *Journal) Head(n uint64) Head { return j.heads[n-1].Head }

// About is the step that all of entry n is about, without decoding it: empty for several, or none.
func (j *Journal) About(n uint64) StepID { return j.heads[n-1].about }

// Until is the journal as it was after entry n; an *UnshownError where that cannot be told. What is added to either is not in the other.
func (j *Journal) Until(n uint64) (*Journal, error) {
	state, err := j.after(n)
	if err != nil {
		return nil, err
	}
	then := &Journal{definitions: j.definitions, entries: j.entries.First(int(n)), heads: slices.Clip(j.heads[:n]), takenBack: slices.Clip(j.takenBack[:n]),
		withdrawnBy: state.withdrawnBy, plan: state.plan}
	j.mutex.Lock()
	defer j.mutex.Unlock()
	for _, s := range j.recent {
		if len(s.withdrawnBy) <= int(n) {
			then.remember(s)
		}
	}
	for _, s := range j.ends {
		if len(s.withdrawnBy) <= int(n) {
			then.rememberEnd(s)
		}
	}
	return then, nil
}

// WithdrawnBy is the number of the entry that withdrew entry n, or 0.
func (j *Journal) WithdrawnBy(n uint64) uint64 { return j.withdrawnBy[n-1] }

// Redoes is the number of the entry that entry n does again, as it takes back what undid that; 0 for every other.
func (j *Journal) Redoes(n uint64) uint64 {
	undoing := j.takenBack[n-1]
	if undoing == 0 {
		return 0
	}
	return j.takenBack[undoing-1]
}

// At is the plan as it stood after entry n; an *UnshownError where that cannot be told.
func (j *Journal) At(n uint64) (Plan, error) {
	state, err := j.after(n)
	return state.plan, err
}

// after is the state after entry n; an *UnshownError where it cannot be told.
func (j *Journal) after(n uint64) (after state, err error) {
	if after.withdrawnBy, err = withdrawals(j.takenBack[:n]); err == nil {
		after.plan, err = j.replay(after.withdrawnBy)
	}
	if broken, is := errors.AsType[*BrokenError](err); is {
		return state{}, &UnshownError{n, broken.Entry, broken.Cause}
	}
	return after, err
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
	if len(after.withdrawnBy) != j.entries.Len()+1 || !e.is(j.checkedFor) {
		var err error
		if after, err = j.with(e); err != nil {
			return err
		}
	}
	j.plan, j.withdrawnBy, j.entries.list = after.plan, after.withdrawnBy, append(j.entries.list, keptEntry{entry: &e})
	j.takenBack, j.heads = append(j.takenBack, e.withdraws()), append(j.heads, e.head())
	if e.withdraws() == 0 {
		j.mutex.Lock()
		j.remember(after)
		j.mutex.Unlock()
	}
	j.checked, j.checkedFor = state{}, Entry{}
	j.forgetTogether(&e)
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
	if err := e.checkHead(&j.plan); err != nil {
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
	if j.heads[n-1].merge && j.takenBack[n-1] != 0 {
		return after, refused("kept-by-merge", j.takenBack[n-1])
	}
	if j.heads[n-1].merge {
		return after, refused("made-even", n)
	}
	if again := cmp.Or(j.madeAgain(n), j.renamedSince(n)); again != 0 { // it would make one of the two
		return after, Refusals{{Reason: "in-the-way", Field: "entry", Value: itoa(int(n)), Limit: itoa(int(again))}}
	}
	if after.withdrawnBy, err = withdrawals(append(slices.Clip(j.takenBack), n)); err != nil {
		return after, err
	}
	after.plan, err = j.replay(after.withdrawnBy[:j.Len()])
	if broken, ok := err.(*BrokenError); ok {
		return after, Refusals{{Reason: "in-the-way", Field: "entry", Value: itoa(int(n)), Limit: itoa(int(broken.Entry))}}
	}
	return after, err
}

// KeptByMerge says whether entry n came from another copy and could not stand here, so that a merge took it back.
func (j *Journal) KeptByMerge(n uint64) bool {
	by := j.withdrawnBy[n-1]
	return by != 0 && j.takenBack[n-1] == 0 && j.heads[by-1].merge
}

func refused(reason string, entry uint64) Refusals {
	return Refusals{{Reason: reason, Field: "entry", Value: itoa(int(entry))}}
}

// Rounds are the numbers of the rounds in which the entries were made, the first entry's first.
func (j *Journal) Rounds() []int {
	rounds := make([]int, len(j.heads))
	round := 1
	for i, h := range j.heads {
		if h.opened != 0 && j.withdrawnBy[i] == 0 {
			round = h.opened
		}
		rounds[i] = round
	}
	return rounds
}

// round is the number of the round that an entry opens or adjusts; 0 for none.
func (e *Entry) round() (number int) {
	for i := range e.Changes {
		if c := &e.Changes[i]; c.Kind == ChangeRound && c.Number.set() {
			number = c.Number.value()
		}
	}
	return number
}

// about is the step that all changes of an entry are about; empty for several, or none.
func (e *Entry) about() StepID {
	var about StepID
	for i := range e.Changes {
		switch step := e.Changes[i].about(); {
		case i == 0:
			about = step
		case step != about:
			return ""
		}
	}
	return about
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
