package steps_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

const mark = "[gewist]"

// spelled finds names as they are written and as ids have them, whatever the case; a first word stands alone.
func spelled(names, _ []string) steps.Hide {
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
