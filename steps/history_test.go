package steps_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestUndoOfSeveralEntries gives the plan of so many standing entries ago, and redo of as many gives it back, also in a
// program that was started again.
func TestUndoOfSeveralEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := drawJournal(t, func(steps.Plan, steps.Entry, *steps.Journal, error) {})
		standing := j.Undoable()
		if len(standing) == 0 {
			return
		}
		n := rapid.IntRange(1, len(standing)).Draw(t, "entries")
		now := j.Plan()
		ago, err := steps.Replay(definitions, standingEntries(j, standing[n:]))
		if err != nil {
			t.Fatal(err)
		}
		for i := range n {
			if i == n/2 {
				j = restarted(t, j)
			}
			undo(t, j)
		}
		if diff := samePlan(ago.Plan(), j.Plan()); diff != "" {
			t.Fatalf("%d entries ago (-), undone (+):\n%s", n, diff)
		}
		j = restarted(t, j)
		redoable := j.Redoable()
		equal(t, "what redo brings again", redoable[:n], backwards(standing[:n]))
		for range n {
			redo(t, j)
		}
		if diff := samePlan(now, j.Plan()); diff != "" {
			t.Fatalf("before (-), redone (+):\n%s", diff)
		}
		equal(t, "what stands", j.Undoable(), standing)
	})
}

// TestEverythingRedoableIsRedone one after the other, and nothing is left then.
func TestEverythingRedoableIsRedone(t *testing.T) {
	all := func(t rapid.TB, j *steps.Journal) {
		for left := j.Redoable(); len(left) > 0; left = left[1:] {
			equal(t, "what redo brings again", j.Redoable(), left)
			redo(t, j)
		}
		equal(t, "redo at the end", canRedo(j), false)
	}
	j := journalOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes))
	undo(t, j)
	mustApply(t, j, answer(steps.Vision, steps.No))
	undo(t, j)
	equal(t, "what was undone before something else was done", j.Redoable(), []uint64{4})
	all(t, j)
	rapid.Check(t, func(t *rapid.T) {
		all(t, drawJournal(t, func(steps.Plan, steps.Entry, *steps.Journal, error) {}))
	})
}

// standingEntries are the entries with these numbers, given the newest first.
func standingEntries(j *steps.Journal, numbers []uint64) (entries []steps.Entry) {
	for _, n := range slices.Backward(numbers) {
		entries = append(entries, j.Entry(n))
	}
	return entries
}

func backwards(numbers []uint64) []uint64 {
	numbers = slices.Clone(numbers)
	slices.Reverse(numbers)
	return numbers
}

func restarted(t *rapid.T, j *steps.Journal) *steps.Journal {
	again, err := steps.Replay(definitions, decoded(t, j.Entries().List()))
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// TestPutBackChangesThatAnswerOnly: the fields that were given stand as they did, and all the rest stays.
func TestPutBackChangesThatAnswerOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := drawJournal(t, func(steps.Plan, steps.Entry, *steps.Journal, error) {})
		if j.Len() == 0 {
			return
		}
		n := rapid.Uint64Range(1, j.Len()).Draw(t, "entry")
		e := j.Entry(n)
		earlier := e.Changes[rapid.IntRange(0, len(e.Changes)-1).Draw(t, "change")]
		then, err := j.At(n - uint64(rapid.IntRange(0, 1).Draw(t, "before")))
		if err != nil {
			t.Fatal(err)
		}
		now := j.Plan()
		back, none := now.PutBack(earlier, then)
		if none {
			return
		}
		put, err := now.Apply(entry(back))
		if err != nil {
			t.Fatalf("putting back %+v: %v", back, err)
		}
		given := map[string]bool{}
		for _, g := range back.Given() {
			given[g.Name] = true
		}
		for _, d := range steps.Compare(now, put, today).Differences {
			moved := d.Kind == steps.ChangeRow && d.Field == "rank" && given["rank"] // the other rows of a ranking make place
			if d.Field != steps.StateField && !moved && (d.Kind != back.Kind || d.ID != subjectOf(back) || !given[d.Field]) {
				t.Fatalf("putting back %+v changes %+v", back, d)
			}
		}
		if left, none := put.PutBack(earlier, then); !none {
			t.Fatalf("not put back: %+v", left)
		}
		equal(t, "round", put.Round.Number, now.Round.Number)
		equal(t, "again", put.Round.Again, now.Round.Again)
	})
}

func subjectOf(c change) string {
	if c.Kind == steps.ChangeRow {
		return steps.RowPath(c.Sheet, c.Table, c.Row)
	}
	return string(c.Step) + c.Task + c.Member + string(c.Agreement) + c.Decision + c.Action + c.Sheet
}

// TestPutBack takes one answer of years ago back, as a new entry of who does it now.
func TestPutBack(t *testing.T) {
	j := journalOf(t, answer(steps.Vision, steps.No), member("bart", 4), task("wifi", func(c *change) { c.Owner = steps.Set("bart") }), kept("wifi", steps.Short),
		answer(steps.Vision, steps.Yes), change{Kind: steps.ChangeRemove, Member: "bart"}, kept("wifi", steps.Long))
	at := func(n uint64) (change, steps.Plan) {
		then, err := j.At(n)
		if err != nil {
			t.Fatal(err)
		}
		return j.Entry(n).Changes[0], then
	}
	back, none := j.Plan().PutBack(at(1))
	equal(t, "the answer", back, change{Kind: steps.ChangeAnswer, Step: steps.Vision, Choice: steps.Set(steps.No)})
	equal(t, "nothing to put back", none, false)

	_, none = j.Plan().PutBack(at(7))
	equal(t, "what stands like that", none, true)

	removal, _ := at(6)
	_, before := at(5)
	back, _ = j.Plan().PutBack(removal, before)
	p := after(t, j.Plan(), back)
	m, _ := p.Member("bart")
	equal(t, "the member", *m.Hours, steps.Whole(4))
	equal(t, "his task", p.Decisions.Of("wifi").Owner, "")
}

// TestPutBackLeavesOutWhatIsGone and is not offered where nothing is left then.
func TestPutBackLeavesOutWhatIsGone(t *testing.T) {
	an, lab := change{Kind: steps.ChangeRemove, Member: "an"}, change{Kind: steps.ChangeRemove, Task: "own-lab"}
	robots := resolution("own-robots", change{Text: steps.Set("Robots kopen")})
	knows := func(abilities ...string) change {
		return change{Kind: steps.ChangeMember, Member: "cas", Knows: steps.Set(abilities)}
	}
	done := action("a", change{What: steps.Set("Doen"), State: steps.Set(steps.ActionDone), Closed: steps.Set[steps.Date]("2026-08-30")})
	for _, test := range []struct {
		what    string
		earlier change
		since   []change
		want    *change // nil for nothing to put back
	}{
		{"an owner", task("wifi", func(c *change) { c.Owner = steps.Set("an") }), []change{an, task("wifi", func(c *change) { c.Owner = steps.Set("cas") })}, nil},
		{"a backup, and hours", task("wifi", func(c *change) { c.Backup, c.Hours = steps.Set("an"), steps.Set(steps.Whole(2)) }), []change{an, task("wifi", func(c *change) { c.Hours = steps.Set(steps.Whole(3)) })},
			&change{Kind: steps.ChangeTask, Task: "wifi", Hours: steps.Set(steps.Whole(2))}},
		{"who does a decision, as it is named now", resolution("build-vision", change{Owner: steps.Set("member:an")}), []change{an}, nil},
		{"who does an action", action("a", change{What: steps.Set("Doen"), Owner: steps.Set("member:an")}), []change{an, action("a", change{Owner: steps.Set("Cas")})},
			&change{Kind: steps.ChangeAction, Action: "a", Owner: steps.Set("Naam an")}},
		{"what an action is about", toDo("a", "member:an"), []change{an, action("a", change{Subject: steps.Set("task:wifi")})}, nil},
		{"a decision that an action is about", toDo("a", "decision:own-robots"), []change{{Kind: steps.ChangeRemove, Decision: "own-robots"}, action("a", change{Subject: steps.Set("task:wifi")})}, nil},
		{"who was there", change{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"an", "cas"})}, []change{an, {Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"cas"})}},
			&change{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"Naam an", "cas"})}},
		{"what a member knows", knows("task:own-lab", "task:wifi"), []change{lab, knows("task:privacy")}, ref(knows("task:wifi"))},
		{"what a member knows, all gone", knows("task:own-lab"), []change{lab, knows("task:privacy")}, nil},
		{"a decision about a task", resolution("outsource:own-lab", change{Note: steps.Set("Duur")}), []change{lab}, nil},
		{"the day on which an open action was closed", done, []change{action("a", change{Closed: steps.Set[steps.Date]("2026-08-31")}), action("a", change{State: steps.Set(steps.ActionDo)})},
			&change{Kind: steps.ChangeAction, Action: "a", State: steps.Set(steps.ActionDone), Closed: steps.Set[steps.Date]("2026-08-30")}},
	} {
		then := planOf(t, member("an", 4), member("cas", 4), ownTask("own-lab"), robots, test.earlier)
		now := then
		for _, c := range test.since {
			now = after(t, now, c)
		}
		back, none := now.PutBack(test.earlier, then)
		equal(t, test.what+": nothing to put back", none, test.want == nil)
		if test.want != nil {
			equal(t, test.what, back, *test.want)
		}
	}

	then := planOf(t, done)
	now := after(t, then, action("a", change{State: steps.Set(steps.ActionDo)}))
	if back, none := now.PutBack(action("a", change{Closed: steps.Set[steps.Date]("2026-08-30")}), then); !none {
		t.Errorf("the day on which an open action was closed: %+v", back)
	}
	then = planOf(t, member("an", 4), ownTask("own-lab"), change{Kind: steps.ChangeMember, Member: "an", Knows: steps.Set([]string{"task:own-lab"})})
	now = after(t, after(t, then, an), lab)
	back, _ := now.PutBack(an, then)
	m, there := after(t, now, back).Member("an")
	equal(t, "the member comes back", there, true)
	equal(t, "without what is gone", m.Knows, nil)
}

func ref[T any](v T) *T { return &v }

// TestFindInAJournal by step, task and person, also who was renamed or only meant.
func TestFindInAJournal(t *testing.T) {
	j := journalOf(t)
	by := func(who string, changes ...change) {
		if err := j.Apply(steps.NewEntry(fmt.Sprint("e", j.Len()), noon, who, changes...)); err != nil {
			t.Fatal(err)
		}
	}
	by("An Peeters", answer(steps.Vision, steps.Yes))
	by("An Peeters", change{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart Claes")})
	by("Bart Claes", kept("wifi", steps.Short))
	by("An Peeters", task("wifi", func(c *change) { c.Owner = steps.Set("bart") }))
	by("An Peeters", change{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart Maes")})
	by("Bart Maes", answer(steps.Policy, steps.No))
	by("An Peeters", withdrawal(6))
	for _, test := range []struct {
		what string
		find steps.Search
		want []uint64
	}{
		{"everything", steps.Search{}, []uint64{1, 2, 3, 4, 5, 6, 7}},
		{"a step", steps.Search{Step: steps.Vision}, []uint64{1}},
		{"a step that was taken back", steps.Search{Step: steps.Policy}, []uint64{6, 7}},
		{"step 5", steps.Search{Step: steps.Tasks}, []uint64{3}},
		{"step 7", steps.Search{Step: steps.Team}, []uint64{2, 4, 5}},
		{"a task", steps.Search{Task: "wifi"}, []uint64{3, 4}},
		{"a member", steps.Search{Person: "bart"}, []uint64{2, 3, 4, 5, 6}},
		{"a name of before", steps.Search{Person: "bart claes"}, []uint64{2, 3, 4, 5, 6}},
		{"who is no member", steps.Search{Person: "An Peeters"}, []uint64{1, 2, 4, 5, 7}},
		{"a task and a person", steps.Search{Task: "wifi", Person: "an peeters"}, []uint64{4}},
	} {
		equal(t, test.what, j.Find(test.find), test.want)
	}
}

// TestPeopleInHistory: somebody who was renamed, or went and came again, is one person; an id that was given anew is another one's.
// Who left is called as they were last.
func TestPeopleInHistory(t *testing.T) {
	named := func(id, name string) change {
		return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name)}
	}
	gone := func(id string) change { return change{Kind: steps.ChangeRemove, Member: id} }
	j := journalOf(t, named("an", "An Peeters"), named("bart", "Bart Claes"), named("bart", "Bart Maes"), gone("bart"), named("bart", "Bart Wouters"), gone("an"),
		named("anna", "An Peeters"), kept("wifi", steps.Short), task("wifi", func(c *change) { c.Owner = steps.Set("bart") }))
	equal(t, "involved", j.Involved(), []steps.Involved{{"an", "An Peeters"}, {"Bart Maes", "Bart Maes"}, {"bart", "Bart Wouters"}})
	equal(t, "the first Bart", j.Find(steps.Search{Person: "Bart Claes"}), []uint64{2, 3, 4})
	equal(t, "the second", j.Find(steps.Search{Person: "bart"}), []uint64{5, 9})
	equal(t, "who came again", j.Find(steps.Search{Person: "anna"}), []uint64{1, 6, 7})
	equal(t, "called", []string{j.Called("bart"), j.Called("Bart Claes"), j.Called("an"), j.Called("cas")}, []string{"Bart Wouters", "Bart Maes", "An Peeters", "cas"})
}

// TestFindWhatNames a task, a step or a person: an action, and what a member knows or likes.
func TestFindWhatNames(t *testing.T) {
	j := journalOf(t, member("bart", 4), toDo("a", "task:wifi"), toDo("b", "member:bart"), toDo("c", "step:vision"), toDo("d", "finding:no-owner:wifi"), toDo("e", "finding:overload:bart"),
		action("c", change{Owner: steps.Set("member:bart")}), change{Kind: steps.ChangeMember, Member: "bart", Knows: steps.Set([]string{"task:wifi"})},
		change{Kind: steps.ChangeMember, Member: "bart", Prefers: steps.Set([]string{"group:technical", "task:privacy"})})
	for _, test := range []struct {
		what string
		find steps.Search
		want []uint64
	}{
		{"a task", steps.Search{Task: "wifi"}, []uint64{2, 5, 8}},
		{"a task that somebody likes", steps.Search{Task: "privacy"}, []uint64{9}},
		{"a step", steps.Search{Step: steps.Vision}, []uint64{4}},
		{"a member", steps.Search{Person: "bart"}, []uint64{1, 3, 6, 7, 8, 9}},
	} {
		equal(t, test.what, j.Find(test.find), test.want)
	}
}

// TestMoments: before a round, before a day, and the line over all rounds.
func TestMoments(t *testing.T) {
	j := journalOf(t)
	on := func(day int, changes ...change) {
		if err := j.Apply(steps.NewEntry(fmt.Sprint("e", j.Len()), noon.AddDate(0, 0, day), "An", changes...)); err != nil {
			t.Fatal(err)
		}
	}
	on(0, answer(steps.Vision, steps.Yes))
	on(0, kept("wifi", steps.Short), kept("privacy", steps.Long), kept("coaching", steps.Short), sourcing("coaching", steps.Accept))
	on(3, newRound(2))
	on(5, member("an", 3))
	for round, want := range map[int]uint64{1: 0, 2: 2} {
		got, known := j.BeforeRound(round)
		equal(t, fmt.Sprint("before round ", round), got, want)
		equal(t, "known", known, true)
	}
	if _, known := j.BeforeRound(3); known {
		t.Error("round 3 is known")
	}
	equal(t, "the ends of rounds", j.RoundEnds(), []uint64{2})
	equal(t, "the ends of days", j.DayEnds(time.UTC), []uint64{4, 3, 2})
	for days, want := range map[int]uint64{-1: 0, 0: 0, 1: 2, 3: 2, 4: 3, 5: 3, 6: 4} {
		day := steps.DateOf(noon.AddDate(0, 0, days))
		equal(t, fmt.Sprint("before day ", days), j.BeforeDay(day, time.UTC), want)
		equal(t, fmt.Sprint("after the day before ", days), j.AfterDay(steps.DateOf(noon.AddDate(0, 0, days-1)), time.UTC), want)
	}
	lines, err := j.RoundLines(today)
	if err != nil || len(lines) != 2 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	equal(t, "the end of round 1", lines[0].Entry, uint64(2))
	equal(t, "opened", []steps.Date{lines[0].Opened, lines[1].Opened}, []steps.Date{"2026-09-01", "2027-09-01"})
	equal(t, "hours there now", lines[1].There.Hours, steps.Whole(3))
	equal(t, "without an owner", lines[1].Unowned, 1)
}

// TestEndsOfManyRounds: however many there are, whatever is taken back at their ends or long after, each is as the plan was then.
func TestEndsOfManyRounds(t *testing.T) {
	j := journalOf(t, answer(steps.Vision, steps.Yes))
	for round := 2; round <= 80; round++ {
		mustApply(t, j, member("an", int64(round%30)))
		if round%3 == 0 {
			mustApply(t, j, answer(steps.Awareness, steps.No))
			undo(t, j)
		}
		if round == 70 {
			mustApply(t, j, withdrawal(j.RoundEnds()[9]))
		}
		mustApply(t, j, newRound(round))
	}
	again, err := j.Entries().Replay(definitions)
	if err != nil {
		t.Fatal(err)
	}
	for _, journal := range []*steps.Journal{j, again, again} {
		lines, err := journal.RoundLines(today)
		if err != nil || len(lines) != 80 {
			t.Fatalf("%d lines, %v", len(lines), err)
		}
		for i, n := range journal.RoundEnds() {
			then, err := journal.Entries().First(int(n)).Replay(definitions)
			if err != nil {
				t.Fatal(err)
			}
			at, err := journal.At(n)
			equal(t, "error", err, nil)
			equal(t, fmt.Sprint("the end of round ", i+1), snapshot(at), snapshot(then.Plan()))
			equal(t, fmt.Sprint("the line of round ", i+1), lines[i].There, then.Plan().Capacity().Given)
		}
	}
}

// TestByOthers: what others did since one's own newest entry; nothing for who never did anything.
func TestByOthers(t *testing.T) {
	j := journalOf(t)
	for i, who := range []string{"An", "Bart", "An", "Bart", "Cas"} {
		if err := j.Apply(steps.NewEntry(fmt.Sprint("e", i), noon, who, answer(steps.Vision, steps.Yes))); err != nil {
			t.Fatal(err)
		}
	}
	own, others := j.ByOthers("an")
	equal(t, "An's own", own, uint64(3))
	equal(t, "by others", others, []uint64{4, 5})
	if own, others := j.ByOthers("Cas"); own != 5 || others != nil {
		t.Errorf("Cas: %d, %v", own, others)
	}
	if own, others := j.ByOthers("Els"); own != 0 || others != nil {
		t.Errorf("Els: %d, %v", own, others)
	}
}
