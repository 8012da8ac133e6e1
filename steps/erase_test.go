package steps_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

const mark = "[gewist]"

// spelled finds names as they are written and as ids have them, whatever the case; a first word stands alone.
func spelled(mark string, names, _ []string) steps.Hide {
	return func(text string) (string, []string) {
		var alone []string
		for _, name := range names {
			words := strings.Fields(strings.ReplaceAll(regexp.QuoteMeta(name), "ë", "[eë]"))
			text = regexp.MustCompile(`(?i)`+strings.Join(words, `[ -]`)).ReplaceAllLiteralString(text, mark)
			if len(words) > 1 {
				alone = append(alone, regexp.MustCompile(`\b`+words[0]+`\b`).FindAllString(text, -1)...)
			}
		}
		return text, alone
	}
}

func erasing(x steps.Erasure) steps.Erasure {
	x.Mark, x.Spelled = mark, spelled
	return x
}

// erased erases, and fails where that cannot be, or where it does not replay.
func erased(t rapid.TB, entries steps.Entries, x steps.Erasure, ours steps.Entries) steps.Erased {
	t.Helper()
	done, err := entries.Erase(definitions, erasing(x), ours)
	if err != nil {
		t.Fatalf("erase %+v: %v", x, err)
	}
	return done
}

// lines are entries as they are kept.
func lines(t rapid.TB, entries steps.Entries) []string {
	t.Helper()
	var list []string
	for n := range uint64(entries.Len()) {
		line, err := entries.Encoded(n + 1)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(line))
	}
	return list
}

// entriesGiving are entries of one change or more each, with ids of their own.
func entriesGiving(list ...[]change) steps.Entries {
	var entries []steps.Entry
	for i, changes := range list {
		entries = append(entries, steps.NewEntry("e"+string(rune('a'+i)), noon, "An Peeters", changes...))
	}
	return steps.EntriesOf(entries)
}

func teacherNamed(id, name string) change {
	return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name), Motivation: steps.Set("graag"), Mandate: steps.Set("alles"), Role: steps.Set(steps.MemberRole("teacher"))}
}

func sampleToErase() steps.Entries {
	return entriesGiving(
		[]change{teacherNamed("an", "An Peeters"), teacherNamed("bart", "Bart Claes")},
		[]change{task("wifi", func(c *change) {
			c.Owner, c.Backup, c.Note = steps.Set("an"), steps.Set("bart"), steps.Set("An vraagt het, an peeters belt Bart Claes")
		})},
		[]change{{Kind: steps.ChangeAction, Action: "bel-an-peeters", What: steps.Set("Bel An Peeters"), Owner: steps.Set("member:an"), Subject: steps.Set("member:an")}},
		[]change{{Kind: steps.ChangeVoice, Step: steps.Vision, By: steps.Set("An Peeters"), Choice: steps.Set(steps.Yes)}},
		[]change{{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"an", "bart", "An Peeters", "Leerlingenraad"})}},
		[]change{steps.RowChange(sampleSheet.ID, "goals", "an-peeters", steps.Cells{})},
		[]change{{Kind: steps.ChangeAction, Action: "later", What: steps.Set("Later"), Subject: steps.Set("sheet:" + sampleSheet.ID + "/goals/an-peeters")}},
		[]change{{Kind: steps.ChangeRemove, Member: "an"}},
		[]change{teacherNamed("an", "An Maes")},
		[]change{{Kind: steps.ChangeWithdraw, Entry: 4}},
	)
}

func TestErasingAPerson(t *testing.T) {
	before := sampleToErase()
	done := erased(t, before, steps.Erasure{Names: []string{"An Peeters"}}, steps.Entries{})
	got := lines(t, done.Entries)
	for n, want := range map[int][]string{
		1: {`{"id":"ea","at":"2026-09-01T12:00:00Z","changes":[{"kind":"member","member":"erased-1","name":"[gewist] 1","role":"teacher"},{"kind":"member","member":"bart","name":"Bart Claes",`},
		2: {`"owner":"erased-1","backup":"bart"`, `"note":"An vraagt het, [gewist] belt Bart Claes"`},
		3: {`"action":"bel-gewist"`, `"what":"Bel [gewist]"`, `"owner":"member:erased-1"`, `"about":"member:erased-1"`},
		4: {`"by":"[gewist] 1"`},
		5: {`["erased-1","bart","[gewist]","Leerlingenraad"]`},
		6: {`"row":"gewist"`},
		7: {`"about":"sheet:work/goals/gewist"`},
		8: {`"member":"erased-1"`},
		9: {`"member":"an","name":"An Maes"`},
	} {
		for _, part := range want {
			if !strings.Contains(got[n-1], part) {
				t.Errorf("entry %d lacks %s:\n%s", n, part, got[n-1])
			}
		}
	}
	if !slices.Equal(done.IDs, []string{"erased-1"}) || len(done.Changed) != 10 || done.Changed[3].Entry != "ed" || !slices.Equal(done.Changed[3].Fields, []string{"by"}) {
		t.Errorf("%v, %+v", done.IDs, done.Changed)
	}
	if len(done.Alone) != 2 || done.Alone[0].Entry != 2 || !slices.Equal(done.Alone[0].Names, []string{"An"}) {
		t.Errorf("alone: %+v", done.Alone)
	}
	j, err := before.Replay(definitions)
	if err != nil {
		t.Fatal(err)
	}
	if names := j.NamesOf("an", ""); !slices.Equal(names, []string{"An Maes"}) || j.NamesOf("cas", "") != nil {
		t.Errorf("the id is that of who has it now: %v", names)
	}
}

// TestErasingWhoIsReplacedInOneEntry: an id goes over within an entry; whoever has it after that keeps it, or is erased as another.
func TestErasingWhoIsReplacedInOneEntry(t *testing.T) {
	before := entriesGiving(
		[]change{teacherNamed("an", "An Peeters")},
		[]change{{Kind: steps.ChangeRemove, Member: "an"}, teacherNamed("an", "An Maes")},
		[]change{task("wifi", func(c *change) { c.Owner = steps.Set("an") })},
		[]change{{Kind: steps.ChangeRemove, Member: "an"}},
	)
	first := erased(t, before, steps.Erasure{Names: []string{"An Peeters"}}, steps.Entries{}).Entries
	second := erased(t, before, steps.Erasure{Names: []string{"An Maes"}}, steps.Entries{}).Entries
	both := erased(t, first, steps.Erasure{Names: []string{"An Maes"}}, steps.Entries{}).Entries
	for i, test := range []struct {
		of   steps.Entries
		want []string
	}{{first, []string{"erased-1", "erased-1,an", "an", "an"}}, {second, []string{"an", "an,erased-1", "erased-1", "erased-1"}}, {both, []string{"erased-1", "erased-1,erased-2", "erased-2", "erased-2"}}} {
		for n, e := range test.of.All() {
			var ids []string
			for _, c := range e.Changes {
				owner, _ := c.Owner.Value()
				ids = append(ids, c.Member+owner)
			}
			equal(t, fmt.Sprint(i, " entry ", n), strings.Join(ids, ","), test.want[n-1])
		}
	}
}

func TestErasingASheet(t *testing.T) {
	done := erased(t, sampleToErase(), steps.Erasure{Sheet: sampleSheet.ID}, steps.Entries{})
	got := lines(t, done.Entries)
	if !strings.HasSuffix(got[5], `"changes":[{"kind":"erased","sheet":"work"}]}`) || strings.Contains(got[6], "sheet:") || len(done.Changed) != 2 {
		t.Errorf("%s\n%s\n%+v", got[5], got[6], done.Changed)
	}
	if _, err := sampleToErase().Erase(definitions, erasing(steps.Erasure{Names: []string{"Niemand"}}), steps.Entries{}); err != nil {
		t.Error(err)
	}
}

// What says that something was erased is passed over by undo: it would bring nothing back.
func TestErasingIsNotUndone(t *testing.T) {
	x := erasing(steps.Erasure{Names: []string{"An Peeters"}})
	done := erased(t, sampleToErase(), x, steps.Entries{})
	j, err := done.Entries.Replay(definitions)
	if err != nil {
		t.Fatal(err)
	}
	record := steps.NewEntry("record", noon, "Bart Claes", done.Record(x))
	if err := j.Apply(record); err != nil {
		t.Fatal(err)
	}
	if _, undone := j.Undo(); undone != 9 {
		t.Errorf("undo takes back %d", undone)
	}
	if found := j.Entries().Erasures(); len(found) != 1 || found[11].Member != "erased-1" {
		t.Errorf("%+v", found)
	}
}

// TestErasingAfterAMerge: what a merge kept without effect is about who was there on the other laptop, whichever way they are named here.
func TestErasingAfterAMerge(t *testing.T) {
	gone := change{Kind: steps.ChangeRemove, Member: lawID}
	begun := entry(change{Kind: steps.ChangeMember, Member: "cas", Name: steps.Set("Cas")}, change{Kind: steps.ChangeMember, Member: lawID, Name: steps.Set(lawName)})
	another := change{Kind: steps.ChangeMember, Member: lawID, Name: steps.Set(lawOther)}
	for what, theirs := range map[string]change{
		"renamed": {Kind: steps.ChangeMember, Member: lawID, Name: steps.Set(lawFormer)},
		"hours":   {Kind: steps.ChangeMember, Member: lawID, Hours: steps.Set(steps.Whole(3))},
		"gone":    gone,
		"task":    task("wifi", func(c *change) { c.Owner = steps.Set(lawID) }),
	} {
		for since, ours := range map[string][]change{"nobody": {gone}, "another": {gone, another}} {
			mine, other := entry(ours...), entry(theirs)
			begun.ID, mine.ID, other.ID = "begun", "mine", "other"
			here, there := replayed(t, []steps.Entry{begun, mine}), replayed(t, []steps.Entry{begun, other})
			joined := joinedAs(t, here, merged(t, here, there), nil)
			ways := map[string][]string{"by name": {lawName}}
			if what == "renamed" {
				ways["by the other name"] = []string{lawFormer}
			}
			if since == "nobody" {
				ways["by id"] = joined.NamesOf(lawID, "")
			} else if strings.Contains(strings.Join(lines(t, joined.Entries()), ""), lawID+"-2") {
				ways["by the id of the merge"] = joined.NamesOf(lawID+"-2", "")
			}
			for way, names := range ways {
				after := strings.Join(lines(t, erased(t, joined.Entries(), steps.Erasure{Names: names}, steps.Entries{}).Entries), "\n")
				if found := asErased.FindString(after); found != "" || strings.Contains(after, `"zoe-2"`) || strings.Contains(after, `"zoe"`) != (since == "another") {
					t.Errorf("%s, %s since, erased %s:\n%s", what, since, way, after)
				}
			}
		}
	}
}

// The person of the law: whose names no arbitrary text holds.
const lawName, lawFormer = "Zoë Quintus", "Zoë Xantippe"

// drawNamed draws a journal in which the person is a member and is named all over.
func drawNamed(t *rapid.T) steps.Entries {
	j := drawJournal(t, func(steps.Plan, steps.Entry, *steps.Journal, error) {})
	var changed [][]byte
	names := strings.NewReplacer(`"An"`, `"`+lawFormer+`"`, `"Bart Claes"`, `"`+lawName+`"`, "elke vrijdag", "elke vrijdag, "+lawName, "Chromebooks", "Chromebooks van zoë quintus",
		"own-lab", "own-zoe-quintus-lab", `"g1"`, `"zoe-quintus"`, "/g1", "/zoe-quintus", "Robotlab", "Lab van "+lawFormer)
	for i, line := range lines(t, j.Entries()) {
		e, err := steps.DecodeEntry([]byte(names.Replace(line)))
		if err != nil {
			t.Fatal(err)
		}
		e.ID = "e" + string(rune('A'+i))
		line, _ := e.Encode()
		changed = append(changed, line)
	}
	return steps.EncodedEntries(changed)
}

// asErased is what is said of a plan after the person was erased, told by letters alone.
var asErased = regexp.MustCompile(`(?i)"zo[eë][ -](quintus|xantippe)|zo[eë][ -](quintus|xantippe)`)

func TestErasedIsInNoByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.Custom(drawNamed).Filter(func(e steps.Entries) bool { _, err := e.Replay(definitions); return err == nil }).Draw(t, "journal")
		x := steps.Erasure{Names: []string{lawName}}
		done := erased(t, entries, x, steps.Entries{})
		former := erased(t, done.Entries, steps.Erasure{Names: []string{lawFormer}}, steps.Entries{})
		for i, line := range lines(t, former.Entries) {
			if found := asErased.FindString(line); found != "" {
				t.Fatalf("entry %d still says %q:\n%s", i+1, found, line)
			}
		}
		if former.Entries.Len() != entries.Len() {
			t.Fatalf("%d entries of %d", former.Entries.Len(), entries.Len())
		}
		if again := erased(t, former.Entries, x, steps.Entries{}); len(again.Changed) > 0 {
			t.Fatalf("once more changes %+v", again.Changed)
		}
		before, _ := entries.Replay(definitions)
		after, _ := former.Entries.Replay(definitions)
		for n := range before.Len() {
			a, b := before.Entry(n+1), after.Entry(n+1)
			if a.ID != b.ID || !a.At.Equal(b.At) || len(a.Changes) != len(b.Changes) || before.WithdrawnBy(n+1) != after.WithdrawnBy(n+1) {
				t.Fatalf("entry %d is another one", n+1)
			}
		}
		was, is := before.Plan(), after.Plan()
		equal(t, "tasks", len(is.Decisions), len(was.Decisions))
		equal(t, "members", len(is.Members), len(was.Members))
		equal(t, "actions", len(is.Actions), len(was.Actions))
		equal(t, "decisions", len(is.Resolutions), len(was.Resolutions))
		equal(t, "school", is.School.Hours, was.School.Hours)
		equal(t, "capacity", is.Capacity().Planned, was.Capacity().Planned)
	})
}

// The id of the person where it is their own, with what a merge may add, and of whom another has it since.
const lawID, lawOther = "zoe", "Zora Maes"

// growNamed adds entries to a copy of a plan in which the person comes, goes and is worked with. Who has the id there afterwards may
// be another.
func growNamed(t *rapid.T, j *steps.Journal, side string, another bool) {
	for i := range rapid.IntRange(1, 6).Draw(t, side) {
		who, there := j.Plan().Member(lawID)
		is := there && who.Name != lawOther
		var changes []change
		for range rapid.SampledFrom([]int{1, 1, 1, 2}).Draw(t, "changes") {
			c := change{Kind: steps.ChangeMember, Member: lawID}
			switch what := rapid.IntRange(0, 9).Draw(t, "what"); {
			case what < 2 && is:
				c.Kind, is, there = steps.ChangeRemove, false, false
			case what == 2 && is:
				c.Name = steps.Set(lawFormer)
			case what == 3 && is:
				c.Hours = steps.Set(steps.Whole(rapid.Int64Range(1, 30).Draw(t, "hours")))
			case what == 4 && is:
				c = task("wifi", func(c *change) { c.Owner, c.Note = steps.Set(lawID), steps.Set("vraag "+lawName) })
			case what == 5 && is:
				c = change{Kind: steps.ChangeAction, Action: "bellen-" + side, What: steps.Set("Bellen"), Owner: steps.Set("member:" + lawID), Subject: steps.Set("finding:overload:" + lawID)}
			case what == 6 && !there && wasTakenBack(j, !another):
				continue
			case what == 6 && !there && another:
				c.Name, there = steps.Set(lawOther), true
			case what == 6 && !there:
				c.Name, is, there = steps.Set(lawName), true, true
			case what == 7:
				c, _ = j.Undo()
			case what == 8:
				c, _ = j.Redo()
			default:
				c = changeOf[steps.ChangeTask](t)
				c.Kind = steps.ChangeTask
			}
			changes = append(changes, c)
		}
		e := entry(changes...)
		e.ID = fmt.Sprint(side, "-", i)
		_ = j.Apply(e) // what is refused is not there
	}
}

// wasTakenBack says whether the coming of the other, or of the person, was taken back: who comes by the id after that is taken for the same.
func wasTakenBack(j *steps.Journal, other bool) bool {
	for n, e := range j.Entries().All() {
		if j.WithdrawnBy(n) != 0 && slices.ContainsFunc(e.Changes, func(c change) bool {
			name, named := c.Name.Value()
			return named && c.Member == lawID && (name == lawOther) == other
		}) {
			return true
		}
	}
	return false
}

// drawJoined draws a journal as a merge leaves it, of two copies that each went on with the person or without.
func drawJoined(t *rapid.T) *steps.Journal {
	begun := entry(change{Kind: steps.ChangeMember, Member: "cas", Name: steps.Set("Cas")}, change{Kind: steps.ChangeMember, Member: lawID, Name: steps.Set(lawName)})
	begun.ID = "begun"
	shared := replayed(t, []steps.Entry{begun})
	growNamed(t, shared, "shared", false)
	ours, theirs := replayed(t, decoded(t, shared.Entries().List())), replayed(t, decoded(t, shared.Entries().List()))
	about := 0 // where both say more of the person, a merge takes who has the id since for the same
	for _, e := range shared.Entries().All() {
		if slices.ContainsFunc(e.Changes, func(c change) bool { return c.Member == lawID }) {
			about++
		}
	}
	growNamed(t, ours, "ours", about == 1 && rapid.Bool().Draw(t, "another"))
	growNamed(t, theirs, "theirs", false)
	m := merged(t, ours, theirs)
	if back := m.InTheWay(); len(back) > 0 && rapid.Bool().Draw(t, "theirs comes back") {
		if without, _, err := m.Without(back, joint); err == nil {
			m = without
		}
	}
	joined := joinedAs(t, ours, m, drawSides(t, m))
	growNamed(t, joined, "later", false)
	return joined
}

// TestErasedIsInNoByteAfterAMerge: whichever way the person is named, also what a merge kept without effect names them no more; who
// has the id since stays.
func TestErasedIsInNoByteAfterAMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		joined := drawJoined(t)
		var ways [][]string
		for _, p := range joined.People() {
			if p.Name != lawOther && p.Name != "Cas" {
				ways = append(ways, joined.NamesOf("", p.Name))
				if names := joined.NamesOf(p.ID, ""); names == nil {
					t.Fatalf("%s was never there", p.ID)
				} else if wasTakenBack(joined, true) || !slices.Contains(names, lawOther) {
					ways = append(ways, names)
				}
			}
		}
		before := strings.Join(lines(t, joined.Entries()), "\n")
		for _, name := range []string{lawName, lawFormer} {
			if strings.Contains(before, name) {
				ways = append(ways, []string{name})
			}
		}
		for _, names := range ways {
			done := erased(t, joined.Entries(), steps.Erasure{Names: names}, steps.Entries{})
			after := strings.Join(lines(t, done.Entries), "\n")
			another := wasTakenBack(joined, true) // it may have been the person's own name on the other laptop
			if !another && strings.Count(after, lawOther) != strings.Count(before, lawOther) {
				t.Fatalf("erasing %q takes the other along, in\n%s", names, before)
			}
			found := asErased.FindString(after)
			if id := theirOwnID.FindString(after); !strings.Contains(before, lawOther) || strings.Contains(id, "-") {
				found += id
			}
			if found != "" {
				t.Fatalf("erasing %q leaves %s in\n%s\nthat was\n%s", names, found, after, before)
			}
			was, is := joined.Plan(), steps.Plan{}
			if j, err := done.Entries.Replay(definitions); err == nil {
				is = j.Plan()
			}
			whoWas, had := was.Member(lawID)
			whoIs, has := is.Member(lawID)
			if other := had && whoWas.Name == lawOther; !another && other != has || other && !reflect.DeepEqual(whoWas, whoIs) {
				t.Fatalf("erasing %q changes who has the id since, in\n%s", names, after)
			}
			equal(t, "members", len(is.Members), len(was.Members))
		}
	})
}

var theirOwnID = regexp.MustCompile(`[":]` + lawID + `(-[0-9]+)?"`)

// Two copies of one plan: what was erased on one laptop goes from the other's copy, also from what that added since.
func TestACopyFollows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		theirs := rapid.Custom(drawNamed).Filter(func(e steps.Entries) bool {
			j, err := e.Replay(definitions)
			return err == nil && len(j.People()) > 0
		}).Draw(t, "journal")
		shared := theirs.First(rapid.IntRange(1, theirs.Len()).Draw(t, "shared"))
		ours := shared
		for _, name := range []string{lawName, lawFormer} {
			x := erasing(steps.Erasure{Names: []string{name}})
			done := erased(t, ours, x, steps.Entries{})
			if ours = done.Entries; len(done.Changed) > 0 {
				line, err := steps.NewEntry("record "+name, noon, "", done.Record(x)).Encode()
				if err != nil {
					t.Fatal(err)
				}
				ours = ours.First(ours.Len()).With(line)
			}
		}
		both := strings.Join(lines(t, shared), "\n")
		followed, err := ours.Follow(definitions, theirs, spelled)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{lawName, lawFormer} {
			if known := strings.Contains(both, `"`+name+`"`); known && strings.Contains(strings.Join(lines(t, followed), "\n"), name) {
				t.Fatalf("%s is still in the copy", name)
			}
		}
		same := lines(t, ours)
		for i := range shared.Len() {
			if got := lines(t, followed)[i]; got != same[i] && !strings.Contains(same[i], `"erased"`) {
				t.Fatalf("entry %d:\n%s\nours\n%s", i+1, got, same[i])
			}
		}
		again, err := ours.Follow(definitions, followed, spelled)
		if err != nil || !slices.Equal(lines(t, again), lines(t, followed)) {
			t.Fatalf("following twice differs: %v", err)
		}
	})
}

// erasedWith is a journal from which a name was erased, with the record of it.
func erasedWith(t rapid.TB, entries steps.Entries, id string, x steps.Erasure) steps.Entries {
	t.Helper()
	x = erasing(x)
	done := erased(t, entries, x, steps.Entries{})
	if len(done.Changed) == 0 {
		return entries
	}
	line, err := steps.NewEntry(id, noon, "", done.Record(x)).Encode()
	if err != nil {
		t.Fatal(err)
	}
	return done.Entries.First(done.Entries.Len()).With(line)
}

// agreed are two copies that follow each other, and fails where they cannot be merged then.
func agreed(t rapid.TB, ours, theirs steps.Entries) (steps.Agreed, *steps.Merge) {
	t.Helper()
	a, err := ours.Agree(definitions, theirs, spelled)
	if err != nil {
		t.Fatal(err)
	}
	mine, err := a.Ours.Replay(definitions)
	if err != nil {
		t.Fatal(err)
	}
	other, err := a.Theirs.Replay(definitions)
	if err != nil {
		t.Fatal(err)
	}
	merge, err := mine.Merge(other)
	if err != nil {
		t.Fatal(err)
	}
	return a, merge
}

// Whoever was erased on another laptop is erased here too, also from what was added here since; what was said of others stays.
func TestErasedOnAnotherLaptop(t *testing.T) {
	shared := sampleToErase().First(7)
	theirs := erasedWith(t, shared, "record", steps.Erasure{Names: []string{"An Peeters"}})
	ours := shared.First(shared.Len()).With([]byte(`{"id":"own","at":"2026-09-02T12:00:00Z","by":"An Peeters","changes":[{"kind":"answer","step":"vision","note":"An Peeters en Bart Claes"}]}`))
	a, merge := agreed(t, ours, theirs)
	if !a.Erases || !slices.Equal(a.People, []string{"An Peeters"}) || a.Changed != 8 {
		t.Errorf("%v %v %d", a.Erases, a.People, a.Changed)
	}
	got := lines(t, a.Ours)
	if !slices.Equal(got[:7], lines(t, theirs)[:7]) || strings.Contains(got[7], "Peeters") || !strings.Contains(got[7], "[gewist] en Bart Claes") || strings.Contains(got[7], `"by"`) {
		t.Errorf("%s", got[7])
	}
	if len(merge.Added) != 1 || merge.Added[0].ID != "record" || len(merge.Conflicts) > 0 {
		t.Errorf("%+v", merge.Added)
	}
	if again, _ := agreed(t, theirs, ours); again.Erases || again.Changed > 0 || strings.Contains(strings.Join(lines(t, again.Theirs), "\n"), "Peeters") {
		t.Error("the other way round something else is erased")
	}
}

// Somebody else was erased on each: both go from both, and stay two.
func TestErasedOnBothLaptops(t *testing.T) {
	shared := sampleToErase().First(7)
	ours := erasedWith(t, shared, "ours", steps.Erasure{Names: []string{"An Peeters"}})
	theirs := erasedWith(t, shared, "theirs", steps.Erasure{Names: []string{"Bart Claes"}})
	a, merge := agreed(t, ours, theirs)
	for which, side := range map[string]steps.Entries{"ours": a.Ours, "theirs": a.Theirs} {
		all := strings.Join(lines(t, side), "\n")
		if strings.Contains(all, "Peeters") || strings.Contains(all, "Claes") || !strings.Contains(all, `"name":"[gewist] 1"`) || !strings.Contains(all, `"name":"[gewist] 2"`) {
			t.Errorf("%s:\n%s", which, all)
		}
	}
	if len(merge.Added) != 1 || len(merge.Conflicts) > 0 || len(merge.Kept) > 0 {
		t.Errorf("%+v", merge)
	}
	same := erasedWith(t, shared, "too", steps.Erasure{Names: []string{"An Peeters"}})
	if a, _ := agreed(t, ours, same); a.Changed > 0 || a.People != nil {
		t.Errorf("what both erased is erased again: %v, %d\n%s", a.People, a.Changed, strings.Join(lines(t, a.Ours), "\n"))
	}
}

// What is answered on a sheet after it was erased is new, also on another laptop that has the record.
func TestASheetThatIsFilledInAgainStays(t *testing.T) {
	ours := erasedWith(t, sampleToErase(), "record", steps.Erasure{Sheet: sampleSheet.ID})
	line, err := steps.NewEntry("again", noon, "", steps.RowChange(sampleSheet.ID, "goals", "g2", steps.Cells{})).Encode()
	if err != nil {
		t.Fatal(err)
	}
	theirs := ours.First(ours.Len()).With(line)
	if followed, err := ours.Follow(definitions, theirs, spelled); err != nil || !followed.Alike(theirs) {
		t.Errorf("%v\n%s", err, strings.Join(lines(t, followed), "\n"))
	}
}

// Two laptops, on each of which somebody is erased or not: neither name is left on either, and the two can be merged.
func TestBothCopiesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.Custom(drawNamed).Filter(func(e steps.Entries) bool {
			j, err := e.Replay(definitions)
			return err == nil && len(j.People()) > 0
		}).Draw(t, "journal")
		shared := all.First(rapid.IntRange(1, all.Len()).Draw(t, "shared"))
		of := func(label string) (erased []string) {
			for _, name := range []string{lawName, lawFormer} {
				if rapid.Bool().Draw(t, label+" erases "+name) {
					erased = append(erased, name)
				}
			}
			return erased
		}
		ours, theirs, gone := shared, all, map[string]bool{}
		both := strings.Join(lines(t, shared), "\n")
		for _, name := range of("ours") {
			before := ours
			ours = erasedWith(t, ours, "ours-"+name[5:6], steps.Erasure{Names: []string{name}})
			gone[name] = gone[name] || !ours.Alike(before)
		}
		for _, name := range of("theirs") {
			before := theirs
			theirs = erasedWith(t, theirs, "theirs-"+name[5:6], steps.Erasure{Names: []string{name}})
			gone[name] = gone[name] || !theirs.Alike(before)
		}
		a, _ := agreed(t, ours, theirs)
		for name := range gone {
			known := gone[name] && strings.Contains(both, `"`+name+`"`)
			for _, side := range []steps.Entries{a.Ours, a.Theirs} {
				if known && strings.Contains(strings.Join(lines(t, side), "\n"), name) {
					t.Fatalf("%s is still there:\n%s", name, strings.Join(lines(t, side), "\n"))
				}
			}
		}
		if a.Ours.Len() != ours.Len() || a.Theirs.Len() != theirs.Len() {
			t.Fatalf("%d and %d entries of %d and %d", a.Ours.Len(), a.Theirs.Len(), ours.Len(), theirs.Len())
		}
	})
}

// TestAnErasureLeavesNumbersAndIds: what comes of an erasure on another laptop takes nothing else over from there. What was undone here
// stays undone, and two who got one id on two laptops stay two.
func TestAnErasureLeavesNumbersAndIds(t *testing.T) {
	named := func(id string, changes ...change) steps.Entry { e := entry(changes...); e.ID = id; return e }
	first := named("first", memberNamed("zoe", "Zoë Peeters"))
	theirs := replayed(t, []steps.Entry{first, named("a", memberNamed("piet", "Piet Alfa")), named("b", noteAt(steps.Policy, "van daar")), named("c", withdrawal(3))})
	ours := replayed(t, []steps.Entry{first, named("d", memberNamed("piet", "Piet Beta")), named("e", noteAt(steps.Vision, "van hier"))})
	ours = joinedAs(t, ours, merged(t, ours, theirs), nil)
	was := ours.Plan()

	erased := erasedWith(t, theirs.Entries(), "record", steps.Erasure{Names: []string{"Zoë Peeters"}})
	a, merge := agreed(t, ours.Entries(), erased)
	here, err := a.Ours.Replay(definitions)
	if err != nil {
		t.Fatal(err)
	}
	is := here.Plan()
	equal(t, "the note that was undone there", is.Answers[steps.Policy].Note, was.Answers[steps.Policy].Note)
	equal(t, "the note of here", is.Answers[steps.Vision].Note, "van hier")
	for _, m := range was.Members[1:] {
		if now, there := is.Member(m.ID); !there || now.Name != m.Name {
			t.Errorf("%s, who was %s, is %+v", m.ID, m.Name, now)
		}
	}
	if len(merge.Added) != 1 || len(merge.Conflicts)+len(merge.Kept) > 0 {
		t.Errorf("it brings %+v", merge)
	}
	back, err := erased.Replay(definitions)
	if err != nil {
		t.Fatal(err)
	}
	joined := joinedAs(t, here, merged(t, here, back), nil)
	followed, _ := agreed(t, erased, joined.Entries())
	other := replayed(t, decoded(t, followed.Ours.List()))
	after := joinedAs(t, other, merged(t, other, replayed(t, decoded(t, followed.Theirs.List()))), nil).Plan()
	var names []string
	for _, m := range after.Members {
		names = append(names, m.Name)
	}
	slices.Sort(names)
	equal(t, "who is in the team there", names, []string{"Piet Alfa", "Piet Beta", "[gewist] 1"})
}
