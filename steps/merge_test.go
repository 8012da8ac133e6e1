package steps_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"stappenplan/steps"
)

// copiesOf are two journals that go on differently after the same entries.
func copiesOf(t *testing.T, shared, ours, theirs []change) (*steps.Journal, *steps.Journal) {
	t.Helper()
	one, other := replayed(t, nil), replayed(t, nil)
	add := func(j *steps.Journal, side string, changes []change) {
		for i, c := range changes {
			e := entry(c)
			e.ID = fmt.Sprint(side, i)
			if err := j.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, j := range []*steps.Journal{one, other} {
		add(j, "shared", shared)
	}
	add(one, "ours", ours)
	add(other, "theirs", theirs)
	return one, other
}

func memberNamed(id, name string) change {
	return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name)}
}

func ownerOf(task, member string) change {
	return change{Kind: steps.ChangeTask, Task: task, Owner: steps.Set(member)}
}

func noteAt(step steps.StepID, note string) change {
	return change{Kind: steps.ChangeAnswer, Step: step, Note: steps.Set(note)}
}

// TestMergingAddsWhatIsNew after ours, and what was taken back there is taken back by its new number.
func TestMergingAddsWhatIsNew(t *testing.T) {
	ours, theirs := copiesOf(t,
		[]change{memberNamed("an", "An"), noteAt("vision", "werkgroep")},
		[]change{noteAt("policy", "hier")},
		[]change{noteAt("team", "daar"), withdrawal(3), withdrawal(2)})
	m := merged(t, ours, theirs)
	joined := joinedAs(t, ours, m, nil)
	equal(t, "what is taken back", []uint64{joined.WithdrawnBy(2), joined.WithdrawnBy(3), joined.WithdrawnBy(4)}, []uint64{6, 0, 5})
	equal(t, "the note of ours", joined.Plan().Answers["policy"].Note, "hier")
	if len(m.Conflicts)+len(m.Kept)+len(m.Renamed) > 0 || !merged(t, joined, theirs).Nothing() {
		t.Errorf("%+v", m)
	}
}

// TestMergingRefusesAnotherPlan, also one in which the same is filled in.
func TestMergingRefusesAnotherPlan(t *testing.T) {
	ours, _ := copiesOf(t, []change{memberNamed("an", "An")}, nil, nil)
	other := entry(memberNamed("an", "An"))
	other.ID = "another"
	for name, theirs := range map[string]*steps.Journal{"another plan": replayed(t, []steps.Entry{other}), "nothing": replayed(t, nil)} {
		for _, pair := range [][2]*steps.Journal{{ours, theirs}, {theirs, ours}} {
			if _, err := pair[0].Merge(pair[1]); err == nil {
				t.Errorf("%s is merged", name)
			}
		}
	}
}

// TestConflictsAreChosen one by one, and who merges back comes to the same.
func TestConflictsAreChosen(t *testing.T) {
	ours, theirs := copiesOf(t,
		[]change{memberNamed("an", "An"), memberNamed("bart", "Bart")},
		[]change{ownerOf("wifi", "an"), noteAt("vision", "hier"), noteAt("policy", "alleen hier"), noteAt("team", "gelijk")},
		[]change{ownerOf("wifi", "bart"), noteAt("vision", "daar"), noteAt("team", "gelijk")})
	m := merged(t, ours, theirs)
	equal(t, "conflicts", conflicts(m), []string{`{"kind":"answer","step":"vision"} note`, `{"kind":"task","task":"wifi"} owner`})
	at := slices.IndexFunc(m.Conflicts, func(c steps.Conflict) bool { return c.Field == "owner" })
	sides := []steps.Side{steps.Theirs, steps.Theirs}
	sides[at] = steps.Ours
	joined := joinedAs(t, ours, m, sides)
	equal(t, "the owner", joined.Plan().Decisions.Of("wifi").Owner, "an")
	equal(t, "the note", joined.Plan().Answers["vision"].Note, "daar")
	equal(t, "what only ours said", joined.Plan().Answers["policy"].Note, "alleen hier")

	back := merged(t, theirs, joined)
	equal(t, "conflicts on the way back", len(back.Conflicts), 0)
	returned := joinedAs(t, theirs, back, nil)
	equal(t, "the owner there", returned.Plan().Decisions.Of("wifi").Owner, "an")
	equal(t, "the note there", returned.Plan().Answers["vision"].Note, "daar")
}

// TestWhatIsGoneOnOurSideGoesWhole: theirs took back what removed it, ours did not. Nobody is left without a name, whichever side is chosen.
func TestWhatIsGoneOnOurSideGoesWhole(t *testing.T) {
	task := func(id, title string) change {
		return change{Kind: steps.ChangeTask, Task: id, Title: steps.Set(title), Group: steps.Set("technical")}
	}
	action := func(id, what string) change {
		return change{Kind: steps.ChangeAction, Action: id, What: steps.Set(what)}
	}
	for name, test := range map[string]struct{ made, removed, again change }{
		"a member": {memberNamed("an", "An"), change{Kind: steps.ChangeRemove, Member: "an"}, memberNamed("an", "Bart Claes")},
		"a task":   {task("own-lab", "Lab"), change{Kind: steps.ChangeRemove, Task: "own-lab"}, task("own-lab", "Studio")},
		"a to-do":  {action("a", "Offerte"), change{Kind: steps.ChangeRemove, Action: "a"}, action("a", "Bestelling")},
	} {
		t.Run(name, func(t *testing.T) {
			ours, theirs := copiesOf(t, []change{test.made, test.removed, test.again}, []change{withdrawal(3)}, []change{withdrawal(3), withdrawal(2)})
			m := merged(t, ours, theirs)
			for side, want := range map[steps.Side]steps.Plan{steps.Ours: ours.Plan(), steps.Theirs: theirs.Plan()} {
				sides := slices.Repeat([]steps.Side{side}, len(m.Conflicts))
				if differ := steps.Changes(joinedAs(t, ours, m, sides).Plan(), want); len(m.Conflicts) == 0 || len(differ) > 0 {
					t.Errorf("as %s it differs by %s", side, asJSON(differ))
				}
			}
		})
	}
}

// TestWhoIsChosenIsThere: theirs gave the task to another, and then removed whom ours gave it to, or gave it back to by taking back
// what gave it to another. With ours that one comes back; with theirs they are gone.
func TestWhoIsChosenIsThere(t *testing.T) {
	removed := change{Kind: steps.ChangeRemove, Member: "an"}
	leader := func(to any) change {
		return change{Kind: steps.ChangeSettings, Sheet: "work", Cells: steps.RowChange("work", "goals", "x", steps.Cells{"leader": to}).Cells}
	}
	for name, test := range map[string]struct{ ours, theirs change }{
		"of a task":  {ownerOf("wifi", "an"), ownerOf("wifi", "bart")},
		"of a sheet": {leader("member:an"), leader("member:bart")},
	} {
		t.Run(name, func(t *testing.T) {
			shared := []change{memberNamed("bart", "Bart"), memberNamed("an", "An")}
			for _, both := range []struct{ shared, ours []change }{{shared, []change{test.ours}}, {append(shared, test.ours, test.theirs), []change{withdrawal(4)}}} {
				ours, theirs := copiesOf(t, both.shared, both.ours, []change{test.theirs, removed})
				m := merged(t, ours, theirs)
				if len(m.Conflicts) != 1 {
					t.Errorf("conflicts %s", asJSON(m.Conflicts))
				}
				for side, want := range map[steps.Side]steps.Plan{steps.Ours: ours.Plan(), steps.Theirs: theirs.Plan()} {
					joined := joinedAs(t, ours, m, []steps.Side{side})
					if differ := steps.Changes(joined.Plan(), want); len(differ) > 0 {
						t.Errorf("as %s it differs by %s", side, asJSON(differ))
					}
				}
			}
		})
	}
}

// TestARankingComesOutTheSame: each side put a row behind all that it had. Ours comes first, and there too once they merged it back.
func TestARankingComesOutTheSame(t *testing.T) {
	goal := func(id string, place int) change {
		return steps.RowChange("work", "goals", id, steps.Cells{"rank": place, "what": id})
	}
	ours, theirs := copiesOf(t, []change{memberNamed("an", "An")}, []change{goal("here", 4)}, []change{goal("there", 3)})
	joined := joinedAs(t, ours, merged(t, ours, theirs), nil)
	returned := joinedAs(t, theirs, merged(t, theirs, joined), nil)
	for name, j := range map[string]*steps.Journal{"ours": joined, "theirs": returned} {
		places := map[string]int{}
		for _, r := range j.Plan().Rows("work", "goals") {
			places[r.ID], _ = r.Cells.Whole("rank")
		}
		equal(t, "the places with "+name, places, map[string]int{"here": 1, "there": 2})
	}
}

// TestARankingTakenBackIsNone: what theirs ranked and took back gives no places, so ours stays as it is.
func TestARankingTakenBackIsNone(t *testing.T) {
	goal := func(id string) change {
		return steps.RowChange("work", "goals", id, steps.Cells{"rank": 1, "what": id})
	}
	ours, theirs := copiesOf(t, []change{memberNamed("an", "An")}, []change{goal("here")}, []change{goal("there"), withdrawal(2), memberNamed("bart", "Bart")})
	choices, err := merged(t, ours, theirs).Choose(nil)
	if err != nil || len(choices) != 0 {
		t.Errorf("there is still to say %v (%v)", choices, err)
	}
}

// TestAnIdMadeTwiceIsTwoThings: theirs gets another id, and all that they said of it follows, also what they say later.
func TestAnIdMadeTwiceIsTwoThings(t *testing.T) {
	about := change{Kind: steps.ChangeAction, Action: "offerte", What: steps.Set("Offerte vragen"), Subject: steps.Set("member:an"), Owner: steps.Set("member:an")}
	ours, theirs := copiesOf(t,
		[]change{memberNamed("bart", "Bart")},
		[]change{memberNamed("an", "An Claes"), ownerOf("wifi", "an")},
		[]change{memberNamed("an", "An Peeters"), ownerOf("coaching", "an"), about})
	m := merged(t, ours, theirs)
	equal(t, "renamed", m.Renamed, []steps.Renamed{{Number: 4, About: change{Kind: steps.ChangeMember, Member: "an-2"}, From: "an"}})
	joined := joinedAs(t, ours, m, nil)
	p := joined.Plan()
	one, _ := p.Member("an")
	two, _ := p.Member("an-2")
	action, _ := p.Action("offerte")
	equal(t, "who are there", []string{one.Name, two.Name}, []string{"An Claes", "An Peeters"})
	equal(t, "what they do", []string{p.Decisions.Of("wifi").Owner, p.Decisions.Of("coaching").Owner, action.About, action.Owner}, []string{"an", "an-2", "member:an-2", "member:an-2"})

	later := entry(ownerOf("privacy", "an"))
	later.ID = "later"
	if err := theirs.Apply(later); err != nil {
		t.Fatal(err)
	}
	joined = joinedAs(t, joined, merged(t, joined, theirs), nil)
	equal(t, "what they do later", joined.Plan().Decisions.Of("privacy").Owner, "an-2")
}

// TestAnIdGivenAgainHereIsAnotherThing also where theirs takes back that the first one was removed.
func TestAnIdGivenAgainHereIsAnotherThing(t *testing.T) {
	removal := change{Kind: steps.ChangeRemove, Member: "an"}
	ours, theirs := copiesOf(t, []change{memberNamed("an", "An Peeters"), removal},
		[]change{memberNamed("an", "An Maes")},
		[]change{withdrawal(2), ownerOf("wifi", "an")})
	m := merged(t, ours, theirs)
	joined := joinedAs(t, ours, m, nil)
	equal(t, "the owner", joined.Plan().Decisions.Of("wifi").Owner, "")
	equal(t, "what is kept", len(m.Kept), 2)
	if !merged(t, joined, theirs).Nothing() {
		t.Error("merging again adds something")
	}
}

// TestWhatDoesNotFitIsKept, taken back, with the entry that is in its way.
func TestWhatDoesNotFitIsKept(t *testing.T) {
	removed := change{Kind: steps.ChangeRemove, Member: "an"}
	for name, test := range map[string]struct {
		ours, theirs []change
		kept         []uint64 // and what is in the way of each
	}{
		"a task for who left":               {[]change{removed}, []change{ownerOf("wifi", "an")}, []uint64{4, 3}},
		"hours of who left":                 {[]change{removed}, []change{{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Hours: steps.Set(steps.Whole(4))}}, []uint64{4, 3}},
		"who got a task leaves":             {[]change{ownerOf("wifi", "an")}, []change{removed}, []uint64{4, 3}},
		"the coming of who got a task":      {[]change{ownerOf("wifi", "an")}, []change{withdrawal(2)}, []uint64{4, 3}},
		"what rests on what does not fit":   {[]change{removed}, []change{{Kind: steps.ChangeAction, Action: "o", What: steps.Set("x"), Subject: steps.Set("member:an")}, {Kind: steps.ChangeAction, Action: "o", State: steps.Set(steps.ActionDo)}}, []uint64{4, 3, 5, 3}},
		"both took back the same":           {[]change{withdrawal(2)}, []change{withdrawal(2)}, nil},
		"who leaves on both sides, and why": {[]change{removed}, []change{removed}, []uint64{4, 3}},
	} {
		t.Run(name, func(t *testing.T) {
			ours, theirs := copiesOf(t, []change{memberNamed("bart", "Bart"), memberNamed("an", "An")}, test.ours, test.theirs)
			m := merged(t, ours, theirs)
			var kept []uint64
			for _, k := range m.Kept {
				kept = append(kept, k.Number, k.InTheWay)
			}
			equal(t, "kept", kept, test.kept)
			joined := joinedAs(t, ours, m, make([]steps.Side, len(m.Conflicts)))
			equal(t, "the team", joined.Plan().Members, ours.Plan().Members)
			for _, k := range m.Kept {
				if joined.WithdrawnBy(k.Number) == 0 {
					t.Errorf("entry %d stands", k.Number)
				}
			}
			hasEntries(t, joined, ours, theirs)
			if back := merged(t, theirs, joined); len(back.Conflicts) > 0 {
				t.Errorf("conflicts on the way back: %v", conflicts(back))
			}
		})
	}
}

// TestWhatCannotBeToldNamesWhatDidNotFit, also where it is asked of an entry after it; once that is taken back all can be told.
func TestWhatCannotBeToldNamesWhatDidNotFit(t *testing.T) {
	ours, theirs := copiesOf(t, []change{memberNamed("bart", "Bart"), memberNamed("an", "An")}, []change{{Kind: steps.ChangeRemove, Member: "an"}},
		[]change{ownerOf("wifi", "an"), noteAt(steps.Vision, "daar"), noteAt(steps.Policy, "daar")})
	joined := joinedAs(t, ours, merged(t, ours, theirs), nil)
	for n := range joined.Len() + 1 {
		p, err := joined.At(n)
		then, wrong := joined.Until(n)
		unshown, is := errors.AsType[*steps.UnshownError](err)
		if could := n < 4 || n > 6; could != (err == nil) || could != (wrong == nil) || could != (then != nil) || could == is {
			t.Fatalf("after entry %d: %v, %v", n, err, wrong)
		}
		if is {
			equal(t, "what did not fit", []uint64{unshown.Entry, unshown.Because}, []uint64{n, 4})
			equal(t, "the plan", p, steps.Plan{})
		}
		if _, damaged := errors.AsType[*steps.BrokenError](err); damaged || is && errors.Unwrap(err) == nil {
			t.Errorf("after entry %d: %v", n, err)
		}
	}
}

// TestWhatWasRemovedComesBack where theirs went on with it and that is chosen, with all that went along; and merged back it is the same there.
func TestWhatWasRemovedComesBack(t *testing.T) {
	removed := change{Kind: steps.ChangeRemove, Member: "an"}
	ours, theirs := copiesOf(t, []change{memberNamed("bart", "Bart"), memberNamed("an", "An"), ownerOf("privacy", "an"), ownerOf("coaching", "an")}, []change{removed, ownerOf("privacy", "bart")}, []change{ownerOf("wifi", "an")})
	m := merged(t, ours, theirs)
	equal(t, "what is in the way", m.InTheWay(), []uint64{5})
	m, left, err := m.Without(m.InTheWay(), joint)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "kept", m.Kept, nil)
	equal(t, "left", left, nil)
	joined := joinedAs(t, ours, m, make([]steps.Side, len(m.Conflicts)))
	p := joined.Plan()
	equal(t, "the team", len(p.Members), 2)
	equal(t, "who does it", []string{p.Decisions.Of("wifi").Owner, p.Decisions.Of("coaching").Owner, p.Decisions.Of("privacy").Owner}, []string{"an", "an", "bart"})
	back := merged(t, theirs, joined)
	equal(t, "kept there", back.Kept, nil)
	equal(t, "differs there", differing(back.Plan(), p), nil)
}

// TestTwoRemovalsComeBack one after the other, where theirs gave in one entry something to both: the second is in the way once the first is not.
// What cannot be taken back is left, and hinders nothing.
func TestTwoRemovalsComeBack(t *testing.T) {
	removed := func(id string) change { return change{Kind: steps.ChangeRemove, Member: id} }
	ours, theirs := copiesOf(t, []change{memberNamed("an", "An"), memberNamed("bart", "Bart"), ownerOf("privacy", "an")}, []change{removed("an"), removed("bart")}, nil)
	both := entry(ownerOf("wifi", "an"), ownerOf("coaching", "bart"))
	both.ID = "both"
	if err := theirs.Apply(both); err != nil {
		t.Fatal(err)
	}
	m := merged(t, ours, theirs)
	for _, want := range []uint64{4, 5} {
		equal(t, "what is in the way", m.InTheWay(), []uint64{want})
		then, left, err := m.Without([]uint64{want, 1}, joint)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "left", left, []uint64{1}[:len(left)])
		m = then
	}
	equal(t, "kept", m.Kept, nil)
	p := joinedAs(t, ours, m, nil).Plan()
	equal(t, "who does it", []string{p.Decisions.Of("wifi").Owner, p.Decisions.Of("coaching").Owner, p.Decisions.Of("privacy").Owner}, []string{"an", "bart", "an"})
}

// TestWhatIsNotTakenBack: a removal stays where theirs removed the same, or where more was done in one with it.
func TestWhatIsNotTakenBack(t *testing.T) {
	removed := change{Kind: steps.ChangeRemove, Member: "an"}
	for name, test := range map[string]struct{ ours, theirs []change }{
		"both removed":          {[]change{removed}, []change{removed}},
		"who got a task leaves": {[]change{ownerOf("wifi", "an")}, []change{removed}},
		"the coming is undone":  {[]change{removed}, []change{withdrawal(2)}},
	} {
		ours, theirs := copiesOf(t, []change{memberNamed("bart", "Bart"), memberNamed("an", "An")}, test.ours, test.theirs)
		if back := merged(t, ours, theirs).InTheWay(); len(back) > 0 {
			t.Errorf("%s: taken back can be %v", name, back)
		}
	}
}

// TestWhatIsConfirmedIsConfirmedInItsRound: a round that ours opened meanwhile asks the step anew.
func TestWhatIsConfirmedIsConfirmedInItsRound(t *testing.T) {
	asking := func(round int) change {
		return change{Kind: steps.ChangeRound, Number: steps.Set(round), Again: steps.Set([]steps.StepID{steps.Tasks})}
	}
	ours, theirs := copiesOf(t, []change{asking(2)}, []change{asking(3)}, []change{{Kind: steps.ChangeConfirm, Step: steps.Tasks}})
	m := merged(t, ours, theirs)
	equal(t, "kept", m.Kept, []steps.KeptEntry{{Number: 3, InTheWay: 2}})
	equal(t, "what waits", joinedAs(t, ours, m, nil).Plan().Round.Again, []steps.StepID{steps.Tasks})
	equal(t, "what waits, merged the other way round", merged(t, theirs, ours).Plan().Round.Again, []steps.StepID{steps.Tasks})
}

// TestEachMergedWithAnOlderState: what could not stand on the other side stands on one only. That is asked, whichever side is chosen both
// have the same plan after it, and merging once more brings nothing.
func TestEachMergedWithAnOlderState(t *testing.T) {
	for _, side := range []steps.Side{steps.Ours, steps.Theirs} {
		one, other := replayed(t, nil), replayed(t, nil)
		add := func(j *steps.Journal, id string, changes ...change) {
			e := entry(changes...)
			e.ID = id
			if err := j.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
		for _, j := range []*steps.Journal{one, other} {
			add(j, "shared", memberNamed("zed", "Zed"))
		}
		add(one, "ours", change{Kind: steps.ChangeRemove, Member: "zed"}, noteAt(steps.Vision, "van hier"))
		add(other, "theirs", ownerOf("wifi", "zed"), noteAt(steps.Policy, "van daar"))
		join := func(ours, theirs *steps.Journal) *steps.Journal {
			m := merged(t, ours, theirs)
			return joinedAs(t, ours, m, slices.Repeat([]steps.Side{side}, len(m.Conflicts)))
		}
		here, there := join(one, other), join(other, one)
		wants := map[steps.Side]steps.Plan{steps.Ours: here.Plan(), steps.Theirs: there.Plan()}
		m := merged(t, here, there)
		equal(t, "what is asked", conflicts(m), []string{
			`{"kind":"answer","step":"policy"} note`, `{"kind":"answer","step":"vision"} note`, `{"kind":"member","member":"zed"} `, `{"kind":"task","task":"wifi"} owner`})
		equal(t, "what is new", m.News(), nil)
		here = join(here, there)
		there = join(there, here)
		for name, p := range map[string]steps.Plan{"here": here.Plan(), "there": there.Plan()} {
			if differ := steps.Changes(p, wants[side]); len(differ) > 0 {
				t.Errorf("%s, with %s, it differs by %s", name, side, asJSON(differ))
			}
		}
		for range 2 {
			equal(t, "what a further merge brings", []bool{merged(t, here, there).Nothing(), merged(t, there, here).Nothing()}, []bool{true, true})
		}
	}
}

// TestSameEntriesInAnotherOrderAreAsked where they give another plan, also where nothing of it could be said again here.
func TestSameEntriesInAnotherOrderAreAsked(t *testing.T) {
	goal := func(id string, what string) change {
		return steps.RowChange("work", "goals", id, steps.Cells{"what": what})
	}
	entries := func(order ...int) *steps.Journal {
		all := []steps.Entry{entry(memberNamed("an", "An")), entry(noteAt(steps.Vision, "hier")), entry(noteAt(steps.Vision, "daar")), entry(goal("x", "doel"))}
		j := replayed(t, nil)
		for _, n := range order {
			all[n].ID = fmt.Sprint("entry-", n)
			if err := j.Apply(all[n]); err != nil {
				t.Fatal(err)
			}
		}
		return j
	}
	for _, side := range []steps.Side{steps.Ours, steps.Theirs} {
		here, there := entries(0, 1, 2, 3), entries(0, 3, 2, 1)
		m := merged(t, here, there)
		equal(t, "what is asked", conflicts(m), []string{`{"kind":"answer","step":"vision"} note`})
		here = joinedAs(t, here, m, []steps.Side{side})
		back := merged(t, there, here)
		equal(t, "what is asked there", len(back.Conflicts), 0)
		there = joinedAs(t, there, back, nil)
		want := map[steps.Side]string{steps.Ours: "daar", steps.Theirs: "hier"}[side]
		equal(t, "the note", []string{here.Plan().Answers[steps.Vision].Note, there.Plan().Answers[steps.Vision].Note}, []string{want, want})
		equal(t, "what a further merge brings", []bool{merged(t, here, there).Nothing(), merged(t, there, here).Nothing()}, []bool{true, true})
	}
}

// TestWhatDidNotFitIsNotDoneAgain: it is no undo of a person, and done again it would stand on what is not here.
func TestWhatDidNotFitIsNotDoneAgain(t *testing.T) {
	ours, theirs := copiesOf(t, []change{memberNamed("an", "An")}, []change{{Kind: steps.ChangeRemove, Member: "an"}}, []change{ownerOf("wifi", "an")})
	joined := joinedAs(t, ours, merged(t, ours, theirs), nil)
	if _, redone := joined.Redo(); redone != 0 || len(joined.Redoable()) > 0 {
		t.Errorf("redo brings entry %d again", redone)
	}
	equal(t, "what was kept", []bool{joined.KeptByMerge(2), joined.KeptByMerge(3), joined.KeptByMerge(4)}, []bool{false, true, false})
	err := joined.Check(entry(withdrawal(4)))
	equal(t, "why it is refused", err, error(steps.Refusals{{Reason: "kept-by-merge", Field: "entry", Value: "3"}}))
}

// TestWhatFollowedTheOtherCopyIsNobodysAct: what a copy is because the other one is so is not asked when that one changes it.
func TestWhatFollowedTheOtherCopyIsNobodysAct(t *testing.T) {
	named := func(id string, c ...change) steps.Entry { e := entry(c...); e.ID = id; return e }
	all := []steps.Entry{named("a", memberNamed("an", "An")), named("b", noteAt(steps.Vision, "hier")), named("c", noteAt(steps.Vision, "daar"))}
	here, there := replayed(t, all), replayed(t, []steps.Entry{all[0], all[2], all[1]})
	apply := func(j *steps.Journal, e steps.Entry) {
		if err := j.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	apply(here, named("more", noteAt(steps.Policy, "meer")))
	there = joinedAs(t, there, merged(t, there, here), nil)
	equal(t, "the note that is followed", there.Plan().Answers[steps.Vision].Note, "daar")
	apply(here, named("on", noteAt(steps.Vision, "later hier")))
	apply(there, named("elsewhere", noteAt(steps.Awareness, "iets anders")))
	m := merged(t, there, here)
	equal(t, "what is asked there", conflicts(m), nil)
	equal(t, "the note", m.Plan().Answers[steps.Vision].Note, "later hier")
}

// TestNoUndoGivesOneWhatAnotherHad: by a merge the other copy can call another by the id of a member. What was said of the id before that is
// not taken back, since it would be said of who has it now.
func TestNoUndoGivesOneWhatAnotherHad(t *testing.T) {
	named := func(id string, c ...change) steps.Entry { e := entry(c...); e.ID = id; return e }
	shared := []steps.Entry{named("first", memberNamed("an", "An Peeters"), memberNamed("zed", "Zed")), named("gone", change{Kind: steps.ChangeRemove, Member: "an"})}
	ours := replayed(t, append(shared, named("came", memberNamed("an", "An Maes")), named("given", ownerOf("wifi", "an")), named("passed", ownerOf("wifi", "zed"))))
	theirs := replayed(t, append(shared, named("back", withdrawal(2))))
	m := merged(t, theirs, ours)
	theirs = joinedAs(t, theirs, m, make([]steps.Side, len(m.Conflicts)))
	ours = joinedAs(t, ours, merged(t, ours, theirs), nil)
	who, _ := ours.Plan().Member("an")
	equal(t, "who is an since", who.Name, "An Peeters")
	if err := ours.Check(entry(withdrawal(5))); err == nil {
		t.Error("the task of Zed goes back to an, who is another now")
	}
}
