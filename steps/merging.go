package steps

import (
	"maps"
	"slices"
	"strings"
)

// merging works a [Merge] out.
type merging struct {
	Merge
	own, other   []Entry // decoded
	bothTookBack bool    // each took back by a merge what the other one does not know of
	common       []bool  // which of ours theirs has
	numbers      []uint64
	fresh        []bool   // which of theirs are added
	taken        []uint64 // of all, in the new numbers: what each takes back
	by           []uint64 // and by which each is taken back
	metOwn       [][]meeting
	met          [][]meeting
	ids          map[thing]bool   // ever used on either side
	makers       map[thing]uint64 // the numbers of the entries of ours that made what is there
	names        renaming
	parted       map[thing]bool    // what theirs calls by an id under which ours made another thing
	left         map[string]string // the names of members whom ours removed, by their ids
	touched      touched
	plan         Plan
}

// meeting is how a change met the plan of its own journal.
type meeting struct {
	there  bool // what it is about was there
	strict bool // nothing was wrong with it, also by what a journal does not look at
	round  int  // the number of the round that was open
}

func newMerging(ours, theirs *Journal) *merging {
	m := &merging{own: ours.entries.List(), other: theirs.entries.List(), ids: map[thing]bool{}, makers: map[thing]uint64{}, left: map[string]string{}, names: renaming{}, parted: map[thing]bool{}}
	m.ours, m.theirs, m.definitions, m.after = ours, theirs, ours.definitions, ours.plan
	m.common, m.numbers, m.fresh = make([]bool, len(m.own)), make([]uint64, len(m.other)), make([]bool, len(m.other))
	at := make(map[string]uint64, len(m.own))
	for i, e := range m.own {
		at[e.ID] = uint64(i + 1)
	}
	m.taken = slices.Clone(ours.takenBack)
	m.standing = m.stand(at)
	alone := m.standing == apart && m.tookBackAlone()
	for i, e := range m.other {
		n, known := at[e.ID]
		if !known && passedOver(e, m.numbers) {
			continue
		}
		if !known {
			m.Added, m.fresh[i] = append(m.Added, e), true
			n = ours.Len() + uint64(len(m.Added))
			at[e.ID] = n
			taken := theirs.takenBack[i]
			if taken != 0 {
				taken = m.numbers[taken-1]
				m.Added[len(m.Added)-1].Changes[0].Entry = taken
			}
			if alone && strings.HasPrefix(e.ID, keptPrefix) && theirs.withdrawnBy[i] == 0 {
				taken, m.takenBack, m.bothTookBack = 0, append(m.takenBack, n), true
			}
			m.taken = append(m.taken, taken)
		}
		if m.numbers[i] = n; n <= ours.Len() {
			m.common[n-1] = true
		}
	}
	if m.standing != ahead {
		m.metOwn = meetings(m.definitions, m.own, ours.takenBack, ours.withdrawnBy, make([]bool, len(m.own)))
		m.met = meetings(m.definitions, m.other, theirs.takenBack, theirs.withdrawnBy, m.fresh)
		m.noteThings()
	}
	return m
}

// standing is how ours is to theirs, by the entries that they hold.
type standing int

const (
	apart  standing = iota // each holds something that the other lacks
	ahead                  // ours holds all of theirs, and more
	behind                 // theirs holds all of ours, and more
	alike                  // each holds all of the other
)

// stand says how ours is to theirs; at are the numbers of ours by their ids. What made a copy even with another counts for neither.
func (m *merging) stand(at map[string]uint64) standing {
	theirs := make(map[string]bool, len(m.other))
	more := false
	for _, e := range m.other {
		theirs[e.ID] = true
		more = more || at[e.ID] == 0 && !strings.HasPrefix(e.ID, evenPrefix)
	}
	lacks := slices.ContainsFunc(m.own, func(e Entry) bool { return !theirs[e.ID] && !strings.HasPrefix(e.ID, evenPrefix) })
	switch {
	case lacks && more:
		return apart
	case lacks:
		return ahead
	case more:
		return behind
	}
	return alike
}

// tookBackAlone says whether ours took something back by a merge that theirs does not know. Where theirs did so too, each would take
// back what stands on the other side, and it would stand on none: what stands is asked.
func (m *merging) tookBackAlone() bool {
	known := make(map[string]bool, len(m.other))
	for _, e := range m.other {
		known[e.ID] = true
	}
	return slices.ContainsFunc(m.own, func(e Entry) bool { return strings.HasPrefix(e.ID, keptPrefix) && !known[e.ID] })
}

// passedOver says whether an entry of theirs only made that copy even with another, or takes back in turn what did. Numbers are the new
// ones of those before it.
func passedOver(e Entry, numbers []uint64) bool {
	target := e.withdraws()
	return strings.HasPrefix(e.ID, evenPrefix) || target != 0 && numbers[target-1] == 0
}

// noteThings notes which ids were used, and what ours made with them.
func (m *merging) noteThings() {
	for i, e := range m.own {
		for k, c := range e.Changes {
			t, is := thingOf(c)
			if !is {
				continue
			}
			m.ids[t] = true
			if name, given := c.Name.Value(); given && c.Kind == ChangeMember {
				m.left[c.Member] = name
			}
			if m.ours.withdrawnBy[i] == 0 && !m.metOwn[i][k].there && !strings.HasPrefix(e.ID, evenPrefix) { // that made it again
				m.makers[t] = uint64(i + 1)
			}
		}
	}
	for _, e := range m.other {
		for _, c := range e.Changes {
			if t, is := thingOf(c); is {
				m.ids[t] = true
			}
		}
	}
}

// meetings are how the changes of a journal met its plan, those of the entries that stand.
func meetings(d *Definitions, entries []Entry, takenBack, withdrawnBy []uint64, strict []bool) [][]meeting {
	met := make([][]meeting, len(entries))
	p, s := NewPlan(d).Copy().Indexed(), &scratch{}
	for i, e := range entries {
		met[i] = make([]meeting, len(e.Changes))
		if takenBack[i] != 0 {
			continue
		}
		if withdrawnBy[i] != 0 { // nothing comes of it: it is told by what is there without it
			for k := range e.Changes {
				met[i][k].there = p.meets(&e.Changes[k])
			}
			continue
		}
		for k := range e.Changes {
			c := &e.Changes[k]
			met[i][k].there, met[i][k].round = p.meets(c), p.Round.Number
			if strict[i] {
				met[i][k].strict = p.Check(*c) == nil
			}
			p.apply(c, e, s)
		}
		p.applyEdition(&e)
	}
	return met
}

// meets says whether what a change is about is there before it: a round too, which another number opens.
func (p *Plan) meets(c *Change) bool {
	if c.Kind == ChangeRound {
		return c.Number.value() == p.Round.Number
	}
	return p.has(c.bare().unremoved())
}

// addTheirs works out the plan with all that is added.
func (m *merging) addTheirs() error {
	if err := m.start(); err != nil {
		return err
	}
	m.addAll()
	m.after = m.plan.Frozen()
	return nil
}

// start brings the plan to where theirs is added: ours, without what theirs takes back of it.
func (m *merging) start() error {
	last := uint64(len(m.own))
	m.sortOutDoubles(last)
	for {
		var err error
		if m.by, err = withdrawals(m.taken); err != nil {
			return err
		}
		if same := slices.EqualFunc(m.by[:last], m.ours.withdrawnBy, func(a, b uint64) bool { return (a == 0) == (b == 0) }); same {
			m.plan = m.ours.plan
			break
		}
		broken := 0
		if m.plan, broken = m.refold(); broken == 0 {
			break
		}
		m.keepAwayFrom(uint64(broken))
	}
	m.touched = m.touchedByOurs()
	return nil
}

// sortOutDoubles takes back what would take back something that ours took back already: both did the same.
func (m *merging) sortOutDoubles(last uint64) {
	by, err := withdrawals(m.taken[:last])
	if err != nil {
		return
	}
	stands, _ := withdrawals(m.taken)
	for i := last; i < uint64(len(m.taken)); i++ {
		target := m.taken[i]
		if target == 0 || stands[i] != 0 {
			continue
		}
		for int(target) > len(by) {
			by = append(by, 0)
		}
		if n := by[target-1]; n != 0 && stands[n-1] == 0 {
			m.taken[i], m.takenBack = 0, append(m.takenBack, i+1)
			continue
		}
		by[target-1] = i + 1
	}
}

// refold is ours as far as it stands by now; broken is the number of the first entry that has not got what it was made with.
func (m *merging) refold() (p Plan, broken int) {
	p = NewPlan(m.definitions).Copy().Indexed()
	var r refusals
	s := &scratch{}
	for i, e := range m.own {
		if m.by[i] != 0 || m.ours.takenBack[i] != 0 {
			continue
		}
		for k := range e.Changes {
			c := &e.Changes[k]
			p.check(c, &r)
			if r.list != nil || m.ours.withdrawnBy[i] == 0 && p.meets(c) != m.metOwn[i][k].there {
				return p, i + 1
			}
			p.apply(c, e, s)
		}
		p.applyEdition(&e)
	}
	p.rowPlaces = nil
	return p, 0
}

// keepAwayFrom lets the newest of their withdrawals that stands take nothing back, because an entry of ours is in the way: the one
// that makes the difference where that is one alone.
func (m *merging) keepAwayFrom(broken uint64) {
	for i := len(m.taken) - 1; i >= len(m.own); i-- {
		if m.taken[i] != 0 && m.by[i] == 0 && m.taken[i] < broken {
			m.taken[i] = 0
			m.keep(uint64(i+1), broken)
			return
		}
	}
	for i := len(m.own); i < len(m.taken); i++ { // not to be stuck
		if m.taken[i] != 0 && m.by[i] == 0 && m.taken[i] <= uint64(len(m.own)) {
			m.taken[i] = 0
			m.keep(uint64(i+1), broken)
		}
	}
}

// keep notes an entry of theirs that cannot stand.
func (m *merging) keep(number, inTheWay uint64) {
	m.takenBack = append(m.takenBack, number)
	m.Kept = append(m.Kept, KeptEntry{number, inTheWay})
}

// addAll adds theirs, one entry after the other.
func (m *merging) addAll() {
	for i, e := range m.other {
		n := m.numbers[i]
		if n == 0 {
			continue
		}
		if !m.fresh[i] {
			m.learn(i, e, m.own[n-1])
			m.partFromOthers(i, e, n)
			continue
		}
		at := n - m.First()
		switch {
		case e.withdraws() != 0:
		case m.by[n-1] != 0:
			m.hideFromOthers(i, e)
			m.Added[at] = m.names.entry(m.definitions, e)
		default:
			m.add(i, e, n)
		}
	}
}

// add adds an entry that stands, or keeps it.
func (m *merging) add(i int, e Entry, n uint64) {
	a := addition{merging: m, plan: m.plan.Copy().Indexed(), names: maps.Clone(m.names), number: n}
	added := e
	added.Changes = slices.Clone(e.Changes)
	for k := range e.Changes {
		c, missing, fits := a.change(e.Changes[k], m.met[i][k])
		if !fits {
			m.hide(i, e)
			m.Added[n-m.First()] = m.names.entry(m.definitions, e)
			m.keep(n, m.inTheWay(missing, a.guarded))
			return
		}
		added.Changes[k] = c
		a.plan.apply(&c, e, &a.scratch)
	}
	a.plan.applyEdition(&e)
	a.plan.rowPlaces = nil
	m.Added[n-m.First()], m.plan, m.names = added, a.plan, a.names
	m.Renamed = append(m.Renamed, a.renamed...)
}

// learn takes over how ours calls the things of a shared entry. What was parted from another thing stays so until theirs makes it anew.
func (m *merging) learn(i int, e, own Entry) {
	if len(e.Changes) != len(own.Changes) {
		return
	}
	for k, c := range e.Changes {
		anew := m.theirs.withdrawnBy[i] == 0 && !m.met[i][k].there
		if t, _ := thingOf(c); !m.parted[t] || anew {
			m.names.learnOne(c, own.Changes[k])
			delete(m.parted, t)
		}
	}
}

// partFromOthers gives what a shared entry made, and what ours took away and made anew under the same id, another id in theirs:
// these are two things.
func (m *merging) partFromOthers(i int, e Entry, n uint64) {
	if m.standing != apart || m.theirs.withdrawnBy[i] != 0 {
		return
	}
	for k, c := range e.Changes {
		t, is := thingOf(c)
		if !is || m.met[i][k].there {
			continue
		}
		here := t
		here.id = m.names.id(t.kind, t.sheet, t.table, t.id)
		if maker := m.makers[here]; maker != 0 && maker != n {
			m.names[t], m.parted[t] = m.free(here), true
		}
	}
}

// hideFromOthers does so for what an entry makes that theirs took back, where it is there here: done again, it would make one of two.
func (m *merging) hideFromOthers(i int, e Entry) {
	for k, c := range e.Changes {
		t, is := thingOf(c)
		if here := m.names.change(m.definitions, c); is && c.Kind != ChangeRemove && !m.met[i][k].there && m.plan.has(here.bare()) {
			m.names[t] = m.free(t)
		}
	}
}

// hide gives what an entry makes that is kept and does not stand an id of its own: nothing that is said of it may reach what ours
// made under that id.
func (m *merging) hide(i int, e Entry) {
	for k, c := range e.Changes {
		if t, is := thingOf(c); is && !m.met[i][k].there {
			m.names[t] = m.free(t)
		}
	}
}
