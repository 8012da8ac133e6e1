package steps

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Merge is what joining another copy of the same plan brings: see [Journal.Merge]. Numbers are those that entries get.
type Merge struct {
	Added     []Entry     // theirs that ours lacks, in their order: they come after ours
	Kept      []KeptEntry // those of them that cannot stand, and that somebody should see
	Renamed   []Renamed   // what both sides made under one id
	Conflicts []Conflict  // what both sides left different

	ours        *Journal
	theirs      *Journal
	standing    standing
	withdrawals []Entry  // of entries of ours, before theirs comes: see [Merge.Without]
	after       Plan     // with all that is added, before anything is chosen
	differs     differs  // of what neither side did after the other one knew of it
	follow      []Change // what makes the plan theirs, where theirs holds all that ours does, and more
	ranked      []Change // about a row of each ranking in which both sides gave places, without conflict or not
	takenBack   []uint64 // the numbers of those that cannot stand, and of those that would take back what was taken back
	definitions *Definitions
}

// KeptEntry is an entry of theirs that is kept and taken back, because what ours holds does not allow it.
type KeptEntry struct {
	Number   uint64
	InTheWay uint64 // the number of the entry of ours; 0 where it is not one alone
}

// keptPrefix begins the id of an entry by which a merge takes back what could not stand: it is no act of a person.
const keptPrefix = "kept-"

// evenPrefix begins the id of an entry by which a merge brings a copy to the plan of one that holds all of it and more: no other copy needs it.
const evenPrefix = "even-"

// MadeByMerges says whether an entry with this id is no act of a person, but was made by a merge to tell what of two copies stands.
func MadeByMerges(id string) bool {
	return strings.HasPrefix(id, keptPrefix) || strings.HasPrefix(id, evenPrefix)
}

// Renamed is something that theirs made under an id that ours had given to something else.
type Renamed struct {
	Number uint64 // of the entry that made it
	About  Change // names it by its new id
	From   string // the id that it had
}

// ID is the one that it has now.
func (r Renamed) ID() string { return thingID(r.About) }

// Conflict is a field that both sides left different. Its changes give this field, and what cannot be told apart from it, such
// as who answered.
type Conflict struct {
	About  Change // what it is of
	Field  string // empty where one side has all of it and the other one nothing
	Ours   Change // makes it ours, where it is theirs
	Theirs Change // makes it theirs, where it is ours
}

// Side is one of the two copies.
type Side string

// The sides.
const (
	Ours   Side = "ours"
	Theirs Side = "theirs"
)

// Plan is the plan with all that is added, as far as nothing was chosen yet.
func (m *Merge) Plan() Plan { return m.after }

// OursPlan is the plan before theirs is added.
func (m *Merge) OursPlan() Plan { return m.ours.Plan() }

// Nothing says whether theirs holds nothing that ours lacks, and neither a plan that ours would have to come to.
func (m *Merge) Nothing() bool { return len(m.News())+len(m.Conflicts)+len(m.follow) == 0 }

// Alike says whether both hold the same entries; what of them stands may differ all the same.
func (m *Merge) Alike() bool { return m.standing == alike }

// Follow are the changes that bring ours to the plan of theirs, where theirs holds all that ours does, and more.
func (m *Merge) Follow() []Change { return m.follow }

// News are the numbers of the entries that are added and that somebody should see: all but those by which a merge on the other side took back
// what stands here. What stands is asked then.
func (m *Merge) News() (numbers []uint64) {
	for i, e := range m.Added {
		if n := m.First() + uint64(i); !strings.HasPrefix(e.ID, keptPrefix) || !slices.Contains(m.takenBack, n) || m.keeps(n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// keeps says whether an entry of theirs is one of those kept.
func (m *Merge) keeps(number uint64) bool {
	return slices.ContainsFunc(m.Kept, func(k KeptEntry) bool { return k.Number == number })
}

// Values are the plans in which the two values of a conflict stand.
func (m *Merge) Values(conflict int) (ours, theirs Plan) {
	if conflict >= m.differs.first {
		return m.after, m.differs.theirs
	}
	return m.ours.plan, m.after
}

// First is the number of the first entry that is added.
func (m *Merge) First() uint64 { return m.ours.Len() + 1 }

// InTheWay are the numbers of the entries of ours that did nothing but remove, and because of which something cannot stand that theirs gave.
// Each of them can be taken back by itself. Once it is, another one may turn out to be in the way too.
func (m *Merge) InTheWay() (numbers []uint64) {
	for _, k := range m.Kept {
		if _, _, can := m.takesBack(k); can && !slices.Contains(numbers, k.InTheWay) {
			numbers = append(numbers, k.InTheWay)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// Hindrance is why what an entry of ours removed cannot come back by a merge.
type Hindrance string

// The hindrances.
const (
	DidMore     Hindrance = "did-more"    // the entry did more than remove
	TheirsGoes  Hindrance = "theirs-goes" // it is theirs that removes, what ours gave or worked on since
	BuiltOn     Hindrance = "built-on"    // another entry of ours rests on it
	NoHindrance Hindrance = ""            // it can come back, or nothing was removed
)

// Hindered says why what is in the way of an entry of theirs cannot be taken back, and for [BuiltOn] the number of the entry that rests on it.
func (m *Merge) Hindered(k KeptEntry) (why Hindrance, by uint64) {
	why, by, _ = m.takesBack(k)
	return why, by
}

// takesBack says whether what is in the way of an entry of theirs can be taken back by itself, and where a removal cannot, why.
func (m *Merge) takesBack(k KeptEntry) (why Hindrance, by uint64, can bool) {
	removes := func(c Change) bool { return c.Kind == ChangeRemove }
	gives := func(c Change) bool { return !removes(c) && c.Kind != ChangeWithdraw }
	theirs := m.Added[k.Number-m.First()].Changes
	if k.InTheWay == 0 {
		return NoHindrance, 0, false
	}
	ours := m.ours.Entry(k.InTheWay).Changes
	removed := slices.ContainsFunc(ours, removes)
	switch {
	case !slices.ContainsFunc(theirs, gives):
		if !removed && slices.ContainsFunc(theirs, removes) {
			return TheirsGoes, 0, false
		}
		return NoHindrance, 0, false
	case !removed:
		return NoHindrance, 0, false
	case slices.ContainsFunc(ours, gives):
		return DidMore, 0, false
	}
	refused, _ := m.ours.Check(Entry{Changes: []Change{{Kind: ChangeWithdraw, Entry: k.InTheWay}}}).(Refusals)
	if len(refused) == 0 {
		return NoHindrance, 0, true
	}
	number, _ := strconv.ParseUint(refused[0].Limit, 10, 64)
	return BuiltOn, number, false
}

// Without is the merge where these entries of ours are taken back before theirs comes, one after the other. Left are those that cannot be,
// once the others before them are. What is made of changes is an entry.
func (m *Merge) Without(numbers []uint64, made func(...Change) Entry) (without *Merge, left []uint64, err error) {
	ours, err := m.ours.Entries().Replay(m.definitions)
	if err != nil {
		return nil, nil, err
	}
	taken := slices.Clone(m.withdrawals)
	for _, n := range numbers {
		e := made(Change{Kind: ChangeWithdraw, Entry: n})
		switch _, refused := errors.AsType[Refusals](ours.Check(e)); {
		case refused:
			left = append(left, n)
		default:
			if err := ours.Apply(e); err != nil {
				return nil, nil, err
			}
			taken = append(taken, e)
		}
	}
	without, err = ours.Merge(m.theirs)
	if err == nil {
		without.withdrawals = taken
	}
	return without, left, err
}

// Choose are the changes that the choices come to, one for each conflict. They give also what stays as theirs, so that who merges
// the other way round later comes to the same, and the places of rows where both sides gave some. A choice that another one stands in
// the way of comes after it. Nothing is there by halves: of what is gone on one side a field of ours that cannot be given alone brings
// all of ours back, or takes away what ours has not, and whom it names comes back with it; one of theirs stays as the merge left it. What is said of a task
// goes with a catalogue that has it not.
func (m *Merge) Choose(sides []Side) (changes []Change, err error) {
	var chosen []choice
	for i, c := range m.Conflicts[:min(m.differs.first, len(m.Conflicts))] {
		one := choice{c.Theirs, c.About, false}
		if sides[i] == Ours {
			one = choice{c.Ours, c.About, true}
		}
		chosen = append(chosen, one)
	}
	slices.SortStableFunc(chosen, func(a, b choice) int { return m.rank(a.Change) - m.rank(b.Change) })
	now, halves := m.after, true
	for len(chosen) > 0 {
		var later []choice
		for _, c := range chosen {
			next, refused := now.Apply(Entry{Changes: []Change{c.Change}})
			if refused != nil {
				later, err = append(later, c), refused
				continue
			}
			now, changes = next, append(changes, c.Change)
		}
		switch {
		case len(later) < len(chosen):
		case halves:
			halves, later = false, slices.DeleteFunc(later, func(c choice) bool { return !c.ours })
			later = m.whole(now, later)
		default:
			return changes, err
		}
		chosen = later
	}
	return append(append(changes, m.places(now)...), m.chooseOfDiffering(now, sides)...), nil
}

// places are those of all rows in the rankings in which both sides gave some. Said again at the end, they come out the same for whoever
// merges back, to whom the rows come in another order.
func (m *Merge) places(p Plan) (changes []Change) {
	for _, about := range m.ranked {
		rank := p.table(about).RankColumn()
		for _, row := range p.Rows(about.Sheet, about.Table) {
			if place, given := row.Cells.Whole(rank); given {
				changes = append(changes, RowChange(about.Sheet, about.Table, row.ID, Cells{rank: place}))
			}
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return m.rank(a) - m.rank(b) })
	return changes
}

// whole are choices of ours that cannot be given alone, with what they need.
func (m *Merge) whole(now Plan, refused []choice) (whole []choice) {
	ours := m.ours.plan
	add := func(c Change, about Change) {
		if !slices.ContainsFunc(whole, func(w choice) bool { return w.SameSubject(c) }) {
			whole = append(whole, choice{c, about, true})
		}
	}
	for _, c := range refused {
		if now.lacksTaskOfCatalogue(c.Change) { // with the catalogue that was chosen it goes
			continue
		}
		switch named := m.gone(now, c.Change); {
		case !ours.has(c.about):
			add(c.about.removal(), c.about)
		case !now.has(c.about) || len(named) == 0:
			add(now.towards(ours, c.about), c.about)
		default:
			for _, about := range named {
				add(now.towards(ours, about), about)
			}
			whole = append(whole, c)
		}
	}
	return whole
}

// lacksTaskOfCatalogue says whether a change is refused because no catalogue of the plan has the task that it is about.
func (p Plan) lacksTaskOfCatalogue(c Change) bool {
	refused, _ := p.Check(c).(Refusals)
	return slices.ContainsFunc(refused, func(r Refusal) bool { return r.Reason == "unknown-task" && !isOwn(r.Value) })
}

// gone are the changes about what a refused change names, and ours has, and a plan has no more.
func (m *Merge) gone(now Plan, c Change) (about []Change) {
	refused, _ := now.Check(c).(Refusals)
	for _, has := range Changes(NewPlan(m.definitions), m.ours.plan) {
		named := func(r Refusal) bool { return r.Value != "" && r.Value == thingID(has) }
		if !now.has(has) && slices.ContainsFunc(refused, named) {
			about = append(about, has.bare())
		}
	}
	return about
}

// choice is a change that a side of a conflict comes to, and what it is of.
type choice struct {
	Change
	about Change
	ours  bool
}

// rank is the place in a ranking that a change gives; 0 for none. Given from the first one on, rows come to stand where they
// stood.
func (m *Merge) rank(c Change) (place int) {
	if t := m.after.table(c); t != nil && c.Kind == ChangeRow {
		place, _ = m.definitions.CellsGiven(c).Whole(t.RankColumn())
	}
	return place
}

// Entries are all that is to be appended to ours at once: what takes back entries of ours, what is added, what takes back those of it that
// cannot stand, and the choices, or what brings ours to the plan of theirs, as one last entry. What is made of changes is an entry. An error says why the journal they give cannot be
// replayed.
func (m *Merge) Entries(chosen []Change, made func(...Change) Entry) ([]Entry, error) {
	entries := slices.Clone(m.Added)
	for _, n := range m.takenBack {
		back := made(Change{Kind: ChangeWithdraw, Entry: n})
		if back.ID = keptPrefix + back.ID; m.standing == behind {
			back.ID = evenPrefix + back.ID
		}
		entries = append(entries, back)
	}
	if len(chosen) > 0 {
		entries = append(entries, made(chosen...))
	}
	if len(m.follow) > 0 {
		even := made(m.follow...)
		even.ID = evenPrefix + even.ID
		entries = append(entries, even)
	}
	joined := m.ours.Entries().First(m.ours.Entries().Len())
	for _, e := range entries {
		line, err := e.Encode()
		if err != nil {
			return nil, err
		}
		joined = joined.With(line)
	}
	_, err := joined.Replay(m.definitions)
	return append(slices.Clone(m.withdrawals), entries...), err
}

// Merge joins another copy of the same plan: a journal with the same first entry; any other is refused. Entries that are not in
// this one are added after its own, in their order; what they take back they name by its new number, and what they made under
// an id that is in use gets another one. Theirs is followed where it holds all of ours and more: who has both decides. Where each holds all of
// the other, or took back by a merge what stands there, what they leave different is asked. Neither journal changes.
func (j *Journal) Merge(theirs *Journal) (*Merge, error) {
	if j.Len() == 0 || theirs.Len() == 0 || j.Entry(1).ID != theirs.Entry(1).ID {
		return nil, Refusals{{Reason: "other-plan"}}
	}
	m := newMerging(j, theirs)
	if m.standing == ahead {
		return &m.Merge, nil
	}
	if err := m.addTheirs(); err != nil {
		return nil, err
	}
	m.compare()
	if m.standing == apart { // who follows, or is asked what differs, has no place to say again
		m.noteRankings()
	}
	if err := m.compareCopies(); err != nil {
		return nil, err
	}
	slices.SortFunc(m.Kept, func(a, b KeptEntry) int { return cmp.Compare(a.Number, b.Number) })
	slices.Sort(m.takenBack)
	return &m.Merge, nil
}
