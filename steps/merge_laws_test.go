package steps_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestMergingLaws: every entry of both copies is there, ours as they were; merging again adds nothing, in either direction; what
// does not conflict comes out the same whoever merges; and the conflicts are those that a naive reference finds.
func TestMergingLaws(t *testing.T) { rapid.Check(t, mergingLaws) }

func mergingLaws(t *rapid.T) {
	ours, theirs, again := drawCopies(t)
	m := merged(t, ours, theirs)
	joined := joinedAs(t, ours, m, drawSides(t, m))

	hasEntries(t, joined, ours, theirs)
	for n := range ours.Len() {
		equal(t, "an entry of ours", joined.Entry(n+1), ours.Entry(n+1))
	}
	if more := merged(t, joined, theirs); !more.Nothing() {
		t.Fatalf("merging again adds %d entries", len(more.Added))
	}
	back := merged(t, theirs, joined)
	returned := joinedAs(t, theirs, back, drawSides(t, back))
	hasEntries(t, returned, ours, theirs)
	if more := merged(t, joined, returned); slices.ContainsFunc(more.Added, func(e steps.Entry) bool { return hasEntry(ours, e.ID) || hasEntry(theirs, e.ID) }) {
		t.Fatal("an entry comes back twice")
	}

	if want, got := naiveConflicts(t, ours, theirs, m), conflicts(m); !m.Alike() && !slices.Equal(want, got) {
		t.Fatalf("conflicts %v, a naive reference finds %v, of\n%s\n%s", got, want, asJSON(ours.Entries().List()), asJSON(theirs.Entries().List()))
	}
	allStand := len(m.Kept)+len(m.Renamed)+len(back.Kept)+len(back.Renamed) == 0
	if differ := differing(joined.Plan(), returned.Plan()); !again && allStand && len(differ) > 0 && alwaysBegun(joined) && alwaysBegun(returned) {
		t.Fatalf("merged back it differs by %s, of\n%s\n%s", asJSON(differ), asJSON(joined.Entries().List()), asJSON(theirs.Entries().List()))
	}
	other := merged(t, theirs, ours)
	quiet := !again && len(m.Conflicts)+len(m.Kept)+len(m.Renamed)+len(other.Conflicts)+len(other.Kept)+len(other.Renamed) == 0
	if differ := slices.DeleteFunc(differing(m.Plan(), other.Plan()), givesOnlyAPlace); quiet && len(differ) > 0 && alwaysBegun(ours) && alwaysBegun(theirs) {
		t.Fatalf("merged the other way round it differs by %s, of\n%s\n%s", asJSON(differ), asJSON(ours.Entries().List()), asJSON(theirs.Entries().List()))
	}
}

// TestEachMergedWithAnOlderStateLaws: each of two copies was merged with what the other one held before that, and perhaps went on. One more merge
// and one back, and both hold the same plan, and say so.
func TestEachMergedWithAnOlderStateLaws(t *testing.T) { rapid.Check(t, olderStateLaws) }

func olderStateLaws(t *rapid.T) {
	ours, theirs, _ := drawCopies(t)
	join := func(ours, theirs *steps.Journal) (*steps.Journal, *steps.Merge) {
		m := merged(t, ours, theirs)
		return joinedAs(t, ours, m, drawSides(t, m)), m
	}
	here, _ := join(ours, theirs)
	there, _ := join(theirs, ours)
	grow(t, here, "here", 3)
	grow(t, there, "there", 3)
	here, _ = join(here, there)
	there, back := join(there, here)
	if len(back.Conflicts)+len(back.Kept) > 0 {
		t.Fatalf("the way back asks for %s and keeps %v", conflicts(back), back.Kept)
	}
	hasEntries(t, here, ours, theirs)
	hasEntries(t, there, ours, theirs)
	for _, pair := range [][2]*steps.Journal{{here, there}, {there, here}} {
		if m := merged(t, pair[0], pair[1]); !m.Nothing() {
			t.Fatalf("merged again %v is new, %s is to follow, they differ by %s, of\n%s\n%s", m.News(), asJSON(m.Follow()), asJSON(m.Conflicts), asJSON(here.Entries().List()), asJSON(there.Entries().List()))
		}
	}
}

// TestNobodyGetsWhatAnotherWasGiven: two copies in which ids are given again, to others, keep apart who they mean.
func TestNobodyGetsWhatAnotherWasGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given, people := map[[2]string]bool{}, 0 // the owner of a task, by name
		// What was taken back before somebody was added would make one of two people.
		made := func(j *steps.Journal) (last int) {
			for i, e := range j.Entries().List() {
				if i == 0 || e.Changes[0].Kind == steps.ChangeMember {
					last = i + 1
				}
			}
			return last
		}
		goOn := func(j *steps.Journal, side string) {
			for n := range rapid.IntRange(0, 5).Draw(t, side) {
				id, task := oneOf("an", "bart").Draw(t, "member"), oneOf("wifi", "privacy").Draw(t, "task")
				c := ownerOf(task, id)
				switch rapid.IntRange(0, 3).Draw(t, "what") {
				case 0:
					people++
					c = memberNamed(id, fmt.Sprint("Lid ", people))
					if _, there := j.Plan().Member(id); there {
						continue
					}
				case 1:
					c = change{Kind: steps.ChangeRemove, Member: id}
				case 2:
					c = withdrawal(uint64(rapid.IntRange(made(j), int(j.Len())).Draw(t, "taken back")))
				}
				e := entry(c)
				if e.ID = fmt.Sprint(side, n); j.Apply(e) == nil && c.Owner.Given() {
					m, _ := j.Plan().Member(id)
					given[[2]string{task, m.Name}] = true
				}
			}
		}
		shared := replayed(t, []steps.Entry{entry(noteAt("vision", "begin"))})
		goOn(shared, "shared")
		ours, theirs := replayed(t, shared.Entries().List()), replayed(t, shared.Entries().List())
		goOn(ours, "ours")
		goOn(theirs, "theirs")
		look := func(j *steps.Journal) *steps.Journal {
			for task, d := range j.Plan().Decisions {
				if m, there := j.Plan().Member(d.Owner); there && !given[[2]string{task, m.Name}] {
					t.Fatalf("%s got %s, of\n%s\n%s", m.Name, task, asJSON(ours.Entries().List()), asJSON(theirs.Entries().List()))
				}
			}
			return j
		}
		m := merged(t, ours, theirs)
		joined := look(joinedAs(t, ours, m, drawSides(t, m)))
		back := merged(t, theirs, joined)
		look(joinedAs(t, theirs, back, drawSides(t, back)))
	})
}

// TestTakingBackWhatIsInTheWayLaws: of ours only what was in the way is taken back, on both sides, until nothing is that nobody wants away; then
// nothing of theirs is kept because of what was taken back, and all else is as undoing it first and then merging.
func TestTakingBackWhatIsInTheWayLaws(t *testing.T) { rapid.Check(t, takingBackLaws) }

func takingBackLaws(t *rapid.T) {
	ours, theirs, _ := drawCopies(t)
	named := func(id string, changes ...change) steps.Entry {
		e := entry(changes...)
		e.ID = id
		return e
	}
	removed := func(id string) change { return change{Kind: steps.ChangeRemove, Member: id} }
	came, both := named("came", memberNamed("greet", "Greet")), rapid.Bool().Draw(t, "two are gone")
	both = both && ours.Apply(came) == nil && theirs.Apply(came) == nil && ours.Apply(named("gone-too", removed("greet"))) == nil
	used := named("used", ownerOf("wifi", "an"))
	if both {
		used = named("used", ownerOf("wifi", "an"), ownerOf("coaching", "greet"))
	}
	if ours.Apply(named("gone", removed("an"))) == nil && theirs.Apply(used) == nil {
		grow(t, ours, "ours-after", 4)
		grow(t, theirs, "theirs-after", 4)
	}
	m, away, back := merged(t, ours, theirs), []uint64{}, []uint64{}
	for {
		var take []uint64
		for _, n := range m.InTheWay() {
			switch {
			case slices.Contains(away, n):
			case rapid.IntRange(0, 3).Draw(t, "stays away") == 0:
				away = append(away, n)
			default:
				take = append(take, n)
			}
		}
		if len(take) == 0 {
			break
		}
		then, left, err := m.Without(take, joint)
		if err != nil {
			t.Fatal(err)
		}
		took := slices.DeleteFunc(take, func(n uint64) bool { return slices.Contains(left, n) })
		m, back = then, append(back, took...)
	}
	if len(back) == 0 {
		return
	}
	for _, k := range m.Kept {
		if slices.Contains(back, k.InTheWay) {
			t.Fatalf("entry %d of theirs is kept because of %d, which was taken back", k.Number, k.InTheWay)
		}
	}
	if used := slices.IndexFunc(m.Added, func(e steps.Entry) bool { return e.ID == "used" }); used >= 0 && len(away) == 0 {
		number := m.First() + uint64(used)
		at := slices.IndexFunc(m.Kept, func(k steps.KeptEntry) bool { return k.Number == number })
		if at >= 0 && m.Kept[at].InTheWay != 0 && slices.Contains([]string{"gone", "gone-too"}, ours.Entry(m.Kept[at].InTheWay).ID) {
			t.Fatalf("what theirs gave is kept because of %d, which nobody wants away", m.Kept[at].InTheWay)
		}
	}
	undone := replayed(t, ours.Entries().List())
	for _, n := range back {
		if err := undone.Apply(joint(withdrawal(n))); err != nil {
			t.Fatal(err)
		}
	}
	if by := merged(t, undone, theirs); !slices.Equal(conflicts(by), conflicts(m)) || !slices.Equal(by.Kept, m.Kept) || len(differing(by.Plan(), m.Plan())) > 0 {
		t.Fatalf("undone first it merges otherwise: %v, %v", by.Kept, m.Kept)
	}
	joined := joinedAs(t, ours, m, drawSides(t, m))
	returned := merged(t, theirs, joined)
	there := joinedAs(t, theirs, returned, drawSides(t, returned))
	hasEntries(t, joined, ours, theirs)
	hasEntries(t, there, ours, theirs)
	for n := range ours.Len() {
		id, taken := ours.Entry(n+1).ID, slices.Contains(back, n+1)
		equal(t, "an entry of ours", joined.Entry(n+1), ours.Entry(n+1))
		for _, j := range []*steps.Journal{joined, there} {
			at := slices.IndexFunc(j.Entries().List(), func(e steps.Entry) bool { return e.ID == id })
			if taken && j.WithdrawnBy(uint64(at+1)) == 0 {
				t.Fatalf("entry %s stands", id)
			}
		}
	}
	if more := merged(t, joined, theirs); !more.Nothing() {
		t.Fatalf("merging again adds %d entries", len(more.Added))
	}
}

// givesOnlyAPlace says whether a change is of the place of a row: each side puts its own rows before those that come.
func givesOnlyAPlace(c change) bool {
	cells := definitions.CellsGiven(c)
	_, ranked := cells["rank"]
	return ranked && len(cells) == 1
}

// alwaysBegun says whether a plan holds something after each entry: a round that is opened where nothing is asks nothing anew.
func alwaysBegun(j *steps.Journal) bool {
	for n := range j.Len() {
		if p, err := j.At(n + 1); err != nil || !p.Begun() {
			return false
		}
	}
	return true
}

// differing are the changes between two plans, but for what goes along with others, for rows without a cell, and for what was answered
// apart or who took part: these are kept by names, of members too who get another one or leave.
func differing(from, to steps.Plan) []change {
	return slices.DeleteFunc(steps.Changes(from, to), func(c change) bool {
		row, _ := from.Row(c.Sheet, c.Table, c.Row)
		switch c.Kind {
		case steps.ChangeRemove:
			return c.Row != "" && len(row.Cells) == 0
		case steps.ChangeVoice:
			return true
		}
		return !slices.ContainsFunc(c.Given(), func(g steps.Given) bool { return !follows(c.Kind, g.Name) && g.Name != "present" })
	})
}

// drawCopies draws two journals that begin alike, and says whether they were merged before: which choices were made then is not known later, nor
// which of them an undo took back.
func drawCopies(t *rapid.T) (ours, theirs *steps.Journal, again bool) {
	begun := replayed(t, []steps.Entry{steps.NewEntry("first", noon, "An", change{Kind: "member", Member: "an", Name: steps.Set("An")})})
	grow(t, begun, "shared", 12)
	ours, theirs = replayed(t, decoded(t, begun.Entries().List())), replayed(t, decoded(t, begun.Entries().List()))
	grow(t, ours, "ours", 10)
	grow(t, theirs, "theirs", 10)
	if again = rapid.IntRange(0, 3).Draw(t, "merged before") == 0; again {
		m := merged(t, ours, theirs)
		ours = joinedAs(t, ours, m, drawSides(t, m))
		grow(t, ours, "ours-later", 5)
		grow(t, theirs, "theirs-later", 5)
	}
	return ours, theirs, again
}

// grow adds up to a number of entries, undos, redos and withdrawals to a journal.
func grow(t *rapid.T, j *steps.Journal, side string, most int) {
	for i := range rapid.IntRange(0, most).Draw(t, side) {
		e, n, c := drawEntry(t, allKinds), uint64(1), change{}
		switch rapid.IntRange(0, 9).Draw(t, "what") {
		case 0:
			c, n = j.Undo()
		case 1:
			c, n = j.Redo()
		case 2:
			c = withdrawal(uint64(rapid.IntRange(2, 30).Draw(t, "withdraws")))
		}
		if c.Kind != "" {
			e = entry(c)
		}
		e.ID = fmt.Sprint(side, "-", i)
		if n > 1 || c.Kind == "" {
			_ = j.Apply(e) // what is refused is not there
		}
	}
}

func replayed(t rapid.TB, entries []steps.Entry) *steps.Journal {
	t.Helper()
	j, err := steps.Replay(definitions, entries)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func merged(t rapid.TB, ours, theirs *steps.Journal) *steps.Merge {
	t.Helper()
	m, err := ours.Merge(theirs)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func drawSides(t *rapid.T, m *steps.Merge) []steps.Side {
	sides := make([]steps.Side, len(m.Conflicts))
	for i := range sides {
		sides[i] = oneOf(steps.Ours, steps.Theirs).Draw(t, "side")
		if m.Conflicts[i].About.Kind == steps.ChangeCatalogue { // that of ours is refused where a task of theirs is in use
			sides[i] = steps.Theirs
		}
	}
	return sides
}

var joints int

// joinedAs is ours with what a merge brings.
func joinedAs(t rapid.TB, ours *steps.Journal, m *steps.Merge, sides []steps.Side) *steps.Journal {
	t.Helper()
	chosen, err := m.Choose(sides)
	if err != nil {
		t.Fatal(err)
	}
	more, err := m.Entries(chosen, joint)
	if err != nil {
		t.Fatal(err)
	}
	return replayed(t, append(ours.Entries().List(), more...))
}

// joint is an entry that is made as two copies are joined.
func joint(changes ...change) steps.Entry {
	joints++
	return steps.NewEntry(fmt.Sprint("joint-", joints), noon, "An", changes...)
}

func hasEntry(j *steps.Journal, id string) bool {
	return slices.ContainsFunc(j.Entries().List(), func(e steps.Entry) bool { return e.ID == id })
}

func hasEntries(t rapid.TB, joined *steps.Journal, sides ...*steps.Journal) {
	t.Helper()
	var ids []string
	for _, e := range joined.Entries().List() {
		if slices.Contains(ids, e.ID) {
			t.Fatalf("entry %s is there twice", e.ID)
		}
		ids = append(ids, e.ID)
	}
	for _, side := range sides {
		for _, e := range side.Entries().List() {
			if !slices.Contains(ids, e.ID) {
				t.Fatalf("entry %s is not there", e.ID)
			}
		}
	}
}

func asJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// conflicts names the fields that a merge finds different, sorted.
func conflicts(m *steps.Merge) (names []string) {
	for _, c := range m.Conflicts {
		names = append(names, asJSON(c.About)+" "+c.Field)
	}
	slices.Sort(names)
	return names
}

// naiveConflicts finds the same by writing out everything that three plans say: what entries of ours alone gave, or what differs from
// what both share, and is not in the merged plan as ours left it.
func naiveConflicts(t rapid.TB, ours, theirs *steps.Journal, m *steps.Merge) (names []string) {
	t.Helper()
	shared, left, after := said(sharedPlan(ours, theirs)), said(ours.Plan()), said(m.Plan())
	touched := map[string]bool{}
	for n, e := range ours.Entries().All() {
		if ours.WithdrawnBy(n) == 0 && !hasEntry(theirs, e.ID) {
			for name := range saidBy(e.Changes, true) {
				touched[name] = true
			}
			for _, c := range e.Changes {
				if c.Kind == steps.ChangeConfirm && slices.Contains(m.Plan().Round.Again, c.Step) {
					touched[roundFields[1]] = true
				}
			}
			for name := range reopened(ours, n, e, m.Plan()) {
				touched[name] = true
			}
		}
	}
	for _, plan := range []map[string]string{shared, left} {
		for name := range plan {
			if shared[name] != left[name] && !slices.Contains(roundFields, name) {
				touched[name] = true
			}
		}
	}
	for name := range touched {
		if slices.Contains(roundFields, name) && ours.Plan().Round.Number != m.Plan().Round.Number {
			continue
		}
		if left[name] != after[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// reopened is what a plan says that opening a round like that of an entry would clear.
func reopened(j *steps.Journal, n uint64, e steps.Entry, p steps.Plan) map[string]bool {
	names := map[string]bool{}
	before, _ := j.At(n - 1)
	for _, c := range e.Changes {
		if number, _ := c.Number.Value(); c.Kind != steps.ChangeRound || number == before.Round.Number {
			continue
		}
		anew, err := p.Apply(entry(change{Kind: c.Kind, Number: steps.Set(p.Round.Number + 1), Repeat: c.Repeat}))
		if err != nil {
			continue
		}
		was, is := said(p), said(anew)
		for name := range was {
			if was[name] != is[name] && !slices.Contains(roundFields, name) {
				names[name] = true
			}
		}
	}
	return names
}

var roundFields = []string{`{"kind":"round"} opened`, `{"kind":"round"} again`}

// said is everything that a plan says, by what it is about and the field.
func said(p steps.Plan) map[string]string {
	return saidBy(steps.Changes(steps.NewPlan(definitions), p), false)
}

func saidBy(changes []change, cleared bool) map[string]string {
	all := map[string]string{}
	for _, c := range changes {
		if slices.Contains([]steps.Kind{steps.ChangeRemove, steps.ChangeConfirm, steps.ChangeWithdraw}, c.Kind) {
			continue
		}
		about := asJSON(c.Keeping(func(g steps.Given) bool { return c.Kind == steps.ChangeVoice && g.Name == "by" }))
		for _, g := range c.Given() {
			if !follows(c.Kind, g.Name) && (cleared || !g.Empties()) {
				all[about+" "+g.Name] = asJSON(g.Value)
			}
		}
	}
	return all
}

// follows says whether a field is not told apart: who answered and when, in which round.
func follows(kind steps.Kind, field string) bool {
	return (steps.Given{Name: field}).Signature() || kind == steps.ChangeResolution && (field == "round" || field == "ground") ||
		kind == steps.ChangeRound && (field == "number" || field == "repeat")
}

// sharedPlan is made of the entries that are in both, as ours has them and as far as they can be made.
func sharedPlan(ours, theirs *steps.Journal) steps.Plan {
	entries, taken := ours.Entries().List(), map[uint64]bool{}
	for n := len(entries); n > 0; n-- {
		e := entries[n-1]
		if c := e.Changes[0]; c.Kind == steps.ChangeWithdraw && hasEntry(theirs, e.ID) && !taken[uint64(n)] {
			taken[c.Entry] = true
		}
	}
	p := steps.NewPlan(definitions)
	for i, e := range entries {
		if hasEntry(theirs, e.ID) && !taken[uint64(i+1)] && e.Changes[0].Kind != steps.ChangeWithdraw {
			if next, err := p.Apply(e); err == nil {
				p = next
			}
		}
	}
	return p
}
