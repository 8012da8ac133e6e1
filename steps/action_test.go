package steps_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// action is a change of one, which adds it where it gives what there is to do.
func action(id string, c change) change {
	c.Kind, c.Action = steps.ChangeAction, id
	return c
}

// toDo adds an action about something.
func toDo(id, about string) change {
	return action(id, change{What: steps.Set("Doen"), Subject: steps.Set(about)})
}

// TestWrongActions: each thing that an action cannot be is refused at its field.
func TestWrongActions(t *testing.T) {
	about := func(subject, reason, value string) wrongChange {
		return wrongChange{toDo("a", subject), steps.Refusal{Reason: reason, Field: "about", Value: value}}
	}
	var tests []wrongChange
	for _, subject := range []string{
		"wifi", "step:nine", "step:", "step:vision:wifi", "finding:lonely", "finding:under-resourced:wifi", "finding:no-owner:", "advice:", "advice:rest",
		"decision:buy", "decision:release-hours:wifi", "decision:outsource:", "decision:own-robots", "sheet:improvement/goals/x", "Task:wifi", ":", "finding:",
	} {
		tests = append(tests, about(subject, "unknown-subject", subject))
	}
	checkWrong(t, append(tests,
		about("task:", "unknown-task", ""), about("task:lan", "unknown-task", "lan"), about("finding:no-owner:lan", "unknown-task", "lan"),
		about("decision:outsource:lan", "unknown-task", "lan"), about("member:dirk", "unknown-member", "dirk"), about("member:", "unknown-member", ""),
		about("finding:overload:wifi", "unknown-member", "wifi"), about("finding:no-owner:an", "unknown-task", "an"),
		wrongChange{action("A", change{What: steps.Set("x")}), steps.Refusal{Reason: "bad-id", Field: "action", Value: "A"}},
		wrongChange{action("a", change{}), steps.Refusal{Reason: "required", Field: "what"}},
		wrongChange{action("a", change{What: steps.Set(" ")}), steps.Refusal{Reason: "required", Field: "what"}},
		wrongChange{action("a", change{What: steps.Set(tooLongText)}), longText("what")},
		wrongChange{action("a", change{What: steps.Set("x"), Owner: steps.Set("member:dirk")}), steps.Refusal{Reason: "unknown-member", Field: "owner", Value: "dirk"}},
		wrongChange{action("a", change{What: steps.Set("x"), Due: steps.Set[steps.Date]("2026-02-30")}), steps.Refusal{Reason: "no-date", Field: "due", Value: "2026-02-30"}},
		wrongChange{action("a", change{What: steps.Set("x"), State: steps.Set[steps.ActionState]("open")}), unknown("state", "open", "plan, do, check, act, done, dropped")},
		wrongChange{action("a", change{What: steps.Set("x"), Closed: steps.Set[steps.Date]("2026-12-02")}), steps.Refusal{Reason: "closed-while-open", Field: "closed", Value: "2026-12-02"}},
		wrongChange{change{Kind: steps.ChangeRemove, Action: "a"}, steps.Refusal{Reason: "unknown-action", Field: "action", Value: "a"}},
	))
}

// TestRightSubjects: what an action can be about.
func TestRightSubjects(t *testing.T) {
	p := planOf(t, member("an", 12), ownTask("own-lab"), resolution("own-robots", change{Text: steps.Set("Robots kopen")}))
	for _, about := range []string{
		"", "step:evaluation", "task:wifi", "task:own-lab", "member:an", "finding:no-owner", "finding:no-owner:wifi", "finding:overload:an", "finding:group-unnamed",
		"advice:technical-core", "decision:release-hours", "decision:outsource", "decision:recruit:own-lab", "decision:own-robots",
	} {
		equal(t, about, after(t, p, toDo("a", about)).Actions[0].About, about)
	}
}

// TestAnActionForgetsWhatIsGone: its subject is emptied, and a member who does it is named instead.
func TestAnActionForgetsWhatIsGone(t *testing.T) {
	p := planOf(t, member("an", 12), ownTask("own-lab"), resolution("own-robots", change{Text: steps.Set("Robots kopen")}),
		toDo("lab", "task:own-lab"), toDo("lab-backup", "finding:no-backup:own-lab"), toDo("lab-buy", "decision:outsource:own-lab"), toDo("robots", "decision:own-robots"),
		toDo("load", "finding:overload:an"), toDo("talk", "member:an"), toDo("owners", "finding:no-owner"), toDo("wifi", "task:wifi"),
		action("talk", change{Owner: steps.Set("member:an")}))
	for _, c := range []change{{Task: "own-lab"}, {Member: "an"}, {Decision: "own-robots"}} {
		c.Kind = steps.ChangeRemove
		p = after(t, p, c)
	}
	var left []string
	for _, a := range p.Actions {
		if a.About != "" {
			left = append(left, a.ID)
		}
	}
	equal(t, "still about something", left, []string{"owners", "wifi"})
	talk, _ := p.Action("talk")
	equal(t, "who does it", talk.Owner, "Naam an")

	own := change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(otherCatalogue)}
	equal(t, "a catalogue without wifi's", p.Check(own), nil)
	p = after(t, p, toDo("policy", "task:privacy"))
	equal(t, "one without a task that an action is about", refusalsOf(t, p.Check(own)), steps.Refusals{{Reason: "task-in-use", Field: "catalogue", Value: "privacy"}})
}

// TestStatesOfAnAction: absent is plan, closing keeps the day, and what is open again was not closed.
func TestStatesOfAnAction(t *testing.T) {
	p := planOf(t, action("a", change{What: steps.Set("Doen"), Due: steps.Set[steps.Date]("2026-12-01")}))
	a := p.Actions[0]
	equal(t, "state", a.State, steps.ActionPlan)
	for _, test := range []struct {
		state   steps.ActionState
		today   steps.Date
		overdue bool
	}{
		{"plan", "2026-12-01", false}, {"plan", "2026-12-02", true}, {"do", "2027-01-01", true}, {"check", "2027-01-01", true}, {"act", "2027-01-01", true},
		{"done", "2027-01-01", false}, {"dropped", "2027-01-01", false},
	} {
		moved := after(t, p, a.Move(test.state, test.today)).Actions[0]
		equal(t, string(test.state)+": overdue", moved.Overdue(test.today), test.overdue)
		equal(t, string(test.state)+": open", moved.Open(), moved.Closed == "")
	}
	p = after(t, p, a.Move(steps.ActionDone, "2026-12-02"))
	equal(t, "closed", p.Actions[0].Closed, "2026-12-02")
	p = after(t, p, p.Actions[0].Move(steps.ActionDropped, "2026-12-05"))
	equal(t, "closed as it was", p.Actions[0].Closed, "2026-12-02")
	p = after(t, p, action("a", change{State: steps.Clear[steps.ActionState]()}))
	equal(t, "open again", p.Actions[0].State, steps.ActionPlan)
	equal(t, "not closed", p.Actions[0].Closed, "")
	equal(t, "gone", len(after(t, p, change{Kind: steps.ChangeRemove, Action: "a"}).Actions), 0)
}

// TestOrderOfActions: what is overdue first, what has no day last; closed ones the newest first.
func TestOrderOfActions(t *testing.T) {
	due := func(id string, day steps.Date) change {
		return action(id, change{What: steps.Set(id), Due: steps.Set(day)})
	}
	closed := func(id string, day steps.Date, state steps.ActionState) change {
		return action(id, change{What: steps.Set(id), State: steps.Set(state), Closed: steps.Set(day)})
	}
	p := planOf(t, toDo("never", ""), due("late", "2026-08-01"), due("soon", "2026-09-03"), due("today", "2026-09-01"), due("later", "2026-08-02"),
		closed("old", "2025-01-01", "done"), closed("new", "2026-08-30", "done"), closed("let-go", "2026-08-31", "dropped"),
		change{Kind: steps.ChangeRound, Number: steps.Set(1), Opened: steps.Set[steps.Date]("2026-02-01")})
	ids := func(list []steps.Action) (ids []string) {
		for _, a := range list {
			ids = append(ids, a.ID)
		}
		return ids
	}
	equal(t, "open", ids(p.OpenActions()), []string{"late", "later", "today", "soon", "never"})
	equal(t, "closed", ids(p.ClosedActions()), []string{"let-go", "new", "old"})
	equal(t, "count", p.CountActions("2026-09-01"), steps.ActionCount{Open: 5, Overdue: 2, Next: []string{"late", "later", "today"}})
	equal(t, "done since the round", ids(p.DoneActions("2026-09-01")), []string{"new"})
	p = after(t, p, resolution("build-vision", change{Outcome: steps.Set("approved"), On: steps.Set[steps.Date]("2026-08-31")}))
	equal(t, "done since the newest decision", len(p.DoneActions("2026-09-01")), 0)
	equal(t, "of no plan", steps.NewPlan(definitions).CountActions("2026-09-01"), steps.ActionCount{Next: []string{}})
}

// TestProposedActions: who and when follow from what the action is about.
func TestProposedActions(t *testing.T) {
	team := func(id string, role steps.MemberRole) change {
		return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(id), Role: steps.Set(role)}
	}
	p := planOf(t, team("lies", "director"), team("bart", steps.ICTCoordinator), team("an", "teacher"),
		change{Kind: steps.ChangeTask, Task: "wifi", Owner: steps.Set("an"), Horizon: steps.Set(steps.Short)},
		change{Kind: steps.ChangeTask, Task: "privacy", Horizon: steps.Set(steps.Long)},
		resolution("release-hours", change{Outcome: steps.Set("approved"), Owner: steps.Set("Schoolbestuur"), Due: steps.Set[steps.Date]("2027-01-31")}),
		change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set[steps.Date]("2027-05-15")})
	const today, month, evaluation = "2026-09-30", steps.Date("2026-10-30"), steps.Date("2027-05-15")
	for _, test := range []struct {
		about, owner string
		due          steps.Date
	}{
		{"advice:vision-first", "member:lies", month}, {"advice:technical-core", "member:bart", month},
		{"finding:no-owner:privacy", "member:bart", month}, {"finding:no-backup:wifi", "member:an", month}, {"finding:overload:an", "member:an", month},
		{"finding:under-resourced", "member:lies", month}, {"finding:no-owner", "member:bart", month},
		{"task:wifi", "member:an", month}, {"task:privacy", "member:bart", evaluation}, {"step:vision", "member:lies", month}, {"step:tasks", "member:bart", month},
		{"step:evaluation", "member:bart", evaluation}, {"member:an", "", month},
		{"decision:release-hours", "Schoolbestuur", "2027-01-31"}, {"decision:build-vision", "member:lies", month}, {"", "", ""},
	} {
		a := p.ProposeAction(test.about, today)
		equal(t, test.about, []string{a.Owner, string(a.Due), string(a.Opened)}, []string{test.owner, string(test.due), today})
		a.ID, a.What = "a", "Doen"
		made := after(t, p, a.Make())
		equal(t, test.about+": as proposed", made.Actions[0], a)
	}
}

// TestInitiativesOfDecisions: whatever the board approved on any day, until it is in order or an action came of it.
func TestInitiativesOfDecisions(t *testing.T) {
	on := func(id string, day steps.Date, o steps.Outcome) change {
		return resolution(id, change{Text: steps.Set("Doen"), Outcome: steps.Set(string(o)), On: steps.Set(day)})
	}
	p := planOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), on("build-vision", "2026-01-01", steps.Approved), on("own-a", "2026-03-01", steps.Approved),
		on("own-b", "2026-03-15", steps.Refused), on("own-c", "2026-03-20", steps.Approved), on("own-d", "2026-04-01", steps.Amended), toDo("c", "decision:own-c"))
	var decisions []string
	for _, about := range p.Initiatives(today) {
		if strings.HasPrefix(about, "decision:") {
			decisions = append(decisions, about)
		}
	}
	equal(t, "decisions that can become an action", decisions, []string{"decision:own-a", "decision:own-d"})
}

// TestARoundMakesTwoCheckpoints: opening one changes nothing else that no repeat asks for.
func TestARoundMakesTwoCheckpoints(t *testing.T) {
	p := planOf(t, append(finished(steps.No), toDo("a", "task:wifi"))...)
	next := after(t, p, p.NextRound("2026-08-31", "half", "heel")...)
	equal(t, "actions", next.Actions[1:], []steps.Action{
		{ID: "after-6-2", What: "half", About: "step:evaluation", Due: "2027-02-28", State: "plan", Opened: "2026-08-31"},
		{ID: "after-12-2", What: "heel", About: "step:evaluation", Due: "2027-08-31", State: "plan", Opened: "2026-08-31"},
	})
	equal(t, "a round opened by an import", len(after(t, p, newRound(2)).Actions), 1)
	again := after(t, p, action("after-6-2", change{What: steps.Set("Zelf genoteerd")}))
	equal(t, "one that is there stays", after(t, again, again.NextRound("2026-08-31", "half", "heel")...).Actions[1].What, "Zelf genoteerd")
}

// TestOpeningARoundChangesNothingElse than the round, the steps that are asked again with what was answered to them apart, the evaluation and the checkpoints.
func TestOpeningARoundChangesNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, steps.NewPlan(definitions), allKinds, 25)
		if !p.Begun() || p.Round.Number == 10_000 {
			return
		}
		opened, err := p.Apply(entry(p.NextRound("2026-09-01", "half", "heel")...))
		if err != nil {
			t.Fatal(err)
		}
		repeat, number := p.Evaluation.Repeat, strconv.Itoa(opened.Round.Number)
		for _, c := range steps.Changes(p, opened) {
			switch c.Kind {
			case steps.ChangeRound, steps.ChangeEvaluation:
			case steps.ChangeAnswer, steps.ChangeVoice:
				if !slices.Contains(repeat, c.Step) && c.Step != steps.Evaluation {
					t.Fatalf("it changes step %s", c.Step)
				}
			case steps.ChangeAction:
				if c.Action != "after-6-"+number && c.Action != "after-12-"+number {
					t.Fatalf("it changes action %s", c.Action)
				}
			case steps.ChangeResolution:
				if c.Keeping(func(g steps.Given) bool { return g.Name != "round" }).Given() != nil {
					t.Fatalf("it changes decision %s", c.Decision)
				}
			default:
				t.Fatalf("it changes %+v", c)
			}
		}
	})
}
