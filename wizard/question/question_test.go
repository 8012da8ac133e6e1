package question_test

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// school is a plan in a variant, with a team, a task of its own and everything kept.
func school(t *testing.T, pooling steps.Choice) steps.Plan {
	t.Helper()
	plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.NewEntry("a", assets.Example()[0].At, "An",
		steps.Change{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(pooling)},
		steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")},
		steps.Change{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart")},
		steps.Change{
			Kind: steps.ChangeTask, Task: "own-x", Title: steps.Set("X"), Group: steps.Set("policy"), Relevance: steps.Set(steps.Applies),
			Horizon: steps.Set(steps.Short), Expertise: steps.Set(steps.No), Level: steps.Set("school"), Owner: steps.Set("an"),
		}))
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestEveryFieldOfATaskIsAsked: on the page of a task, and by the step that it belongs to.
func TestEveryFieldOfATaskIsAsked(t *testing.T) {
	texts := assets.Load(assets.Dutch)
	for variant, pooling := range map[steps.Variant]steps.Choice{steps.GroupVariant: steps.Yes, steps.SchoolVariant: steps.No} {
		plan := school(t, pooling)
		task, _ := plan.Task("own-x")
		page := question.Task(task, plan, texts)
		var walked []question.Question
		for _, step := range steps.Tree {
			walked = append(walked, question.Of(step.ID, plan, texts)...)
		}
		for _, row := range steps.TaskFields {
			if row.Name == "group" || row.Holds == steps.NamesValue || row.Variant != "" && row.Variant != variant {
				continue // a group is chosen when the task is added, and what others call it is confirmed when their list is read
			}
			asks := func(q question.Question) bool { return q.About.Task == "own-x" && q.Field == row.Words }
			if !slices.ContainsFunc(page, asks) {
				t.Errorf("%s: the page of a task does not ask for %s", variant, row.Name)
			}
			if !slices.ContainsFunc(walked, asks) {
				t.Errorf("%s: no step asks for %s", variant, row.Name)
			}
		}
	}
}

// TestTheWordForHoursMayStandBehindThem, as it does where they are shown.
func TestTheWordForHoursMayStandBehindThem(t *testing.T) {
	plan, texts := school(t, steps.No), assets.Load(assets.Dutch)
	task, _ := plan.Task("own-x")
	hours := question.Find(question.Task(task, plan, texts), "hours")
	for typed, want := range map[string]string{
		"12 uur": "12", "12 uren": "12", "12u": "12", "1,5 h": "1.5", "10 Hours": "10", "1 hour": "1", "4½ u.": "4.5", "4:30 uur": "4.5", "4u30": "4.5",
	} {
		changes, err := hours.Answer(typed, "2026-10-11")
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		if got, _ := changes[0].Hours.Value(); got.String() != want {
			t.Errorf("%q is read as %s, want %s", typed, got, want)
		}
	}
	for _, typed := range []string{"uur", "12 dagen", "twaalf uur", "200 uur", "12 uur per maand"} {
		if changes, err := hours.Answer(typed, "2026-10-11"); err == nil {
			t.Errorf("%q is read as %v", typed, changes)
		}
	}
	plan.School.Means = []steps.Means{{Source: steps.Clock}, {Source: steps.Points}}
	if _, err := question.Find(question.MeansLine(0, plan, texts), "amount").Answer("12 uur", "2026-10-11"); err != nil {
		t.Error(err)
	}
	if _, err := question.Find(question.MeansLine(1, plan, texts), "amount").Answer("12 uur", "2026-10-11"); err == nil {
		t.Error("hours are points")
	}
	for field, typed := range map[string]string{"amount": "48 punten", "per_fulltime": "63 punten", "week": "36 uur", "pooled": "25 %"} {
		want, _, _ := strings.Cut(typed, " ")
		changes, err := question.Find(question.MeansLine(1, plan, texts), field).Answer(typed, "2026-10-11")
		if err != nil {
			t.Errorf("%s: %q: %v", field, typed, err)
			continue
		}
		lines, _ := changes[0].Means.Value()
		if got := map[string]*steps.Decimal{"amount": lines[1].Amount, "per_fulltime": lines[1].PerFulltime, "week": lines[1].Week, "pooled": lines[1].Pooled}[field]; got.String() != want {
			t.Errorf("%s: %q is read as %s", field, typed, got)
		}
		if _, err := question.Find(question.MeansLine(1, plan, texts), field).Answer("25 dagen", "2026-10-11"); err == nil {
			t.Errorf("%s: days are taken", field)
		}
	}
	if _, err := question.Find(question.MeansLine(1, plan, texts), "week").Answer("25%", "2026-10-11"); err == nil {
		t.Error("a share is taken for hours")
	}
}

// TestWhoBecomesTheOwnerStepsInNoMore, also where the other is asked about first.
func TestWhoBecomesTheOwnerStepsInNoMore(t *testing.T) {
	plan, texts := school(t, steps.No), assets.Load(assets.Dutch)
	for _, given := range [][2]string{{"backup", "bart"}, {"owner", "bart"}} {
		task, _ := plan.Task("own-x")
		changes, err := question.Find(question.Task(task, plan, texts), given[0]).Answer(given[1], "2026-10-11")
		if err != nil {
			t.Fatal(err)
		}
		if plan, err = plan.Apply(steps.NewEntry("b", assets.Example()[0].At, "An", changes...)); err != nil {
			t.Fatal(err)
		}
	}
	if d := plan.Decisions.Of("own-x"); d.Owner != "bart" || d.Backup != "" {
		t.Errorf("owner %q, backup %q", d.Owner, d.Backup)
	}
}

// TestWhereACheckBegins: at what it waits for, and what only counts after the answer is asked then.
func TestWhereACheckBegins(t *testing.T) {
	texts := assets.Load(assets.Dutch)
	choice := func(step steps.StepID, c steps.Choice) steps.Change {
		return steps.Change{Kind: steps.ChangeAnswer, Step: step, Choice: steps.Set(c)}
	}
	grouped := steps.Change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.GroupKinds[0])}
	level := steps.Change{Kind: steps.ChangeSchool, Level: steps.Set(string(steps.SchoolLevels[0]))}
	for _, test := range []struct {
		step         steps.StepID
		with         []steps.Change
		first, after string
	}{
		{steps.Vision, nil, "choice", ""},
		{steps.Vision, []steps.Change{choice(steps.Vision, steps.Yes)}, "choice", ""},
		{steps.Policy, nil, "choice", "school_level"},
		{steps.Policy, []steps.Change{level}, "choice", ""},
		{steps.Pooling, nil, "group_kind", ""},
		{steps.Pooling, []steps.Change{grouped}, "choice", ""},
		{steps.Pooling, []steps.Change{choice(steps.Pooling, steps.Open)}, "choice", ""},
		{steps.Pooling, []steps.Change{choice(steps.Pooling, steps.Yes)}, "choice", ""},
	} {
		plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.NewEntry("a", assets.Example()[0].At, "An", test.with...))
		if err != nil {
			t.Fatal(err)
		}
		list, after := question.Of(test.step, plan, texts), ""
		for _, q := range list {
			if q.After {
				after += q.Field
			}
		}
		if first := question.First(list); first != test.first || after != test.after {
			t.Errorf("%s after %+v begins at %s and asks %q afterwards", test.step, test.with, first, after)
		}
	}
}

// TestQuestionsHaveWords: each has a name in a row, is asked in full, and is told apart from the others of its step.
func TestQuestionsHaveWords(t *testing.T) {
	for _, language := range assets.Languages {
		for _, pooling := range []steps.Choice{steps.Yes, steps.No} {
			plan, texts := school(t, pooling), assets.Load(language)
			for _, step := range steps.Tree {
				seen := map[string]bool{}
				for _, q := range question.Of(step.ID, plan, texts) {
					if q.Label == "" || q.Text == "" || q.Field == "" || seen[q.ID] {
						t.Errorf("%s, step %s: %+v", language, step.ID, q)
					}
					seen[q.ID] = true
				}
			}
		}
	}
}

func TestAnAnswerIsReadBackAsItIsShown(t *testing.T) {
	texts := assets.Load(assets.Dutch)
	plan := school(t, steps.Yes)
	for _, step := range steps.Tree {
		for _, q := range question.Of(step.ID, plan, texts) {
			if q.Value == "" {
				continue
			}
			changes, err := q.Answer(q.Value, "2026-10-11")
			if err != nil {
				t.Errorf("%s: %q: %v", q.ID, q.Value, err)
			}
			after, err := plan.Apply(steps.NewEntry("b", assets.Example()[0].At, "An", changes...))
			if err != nil {
				t.Errorf("%s: %q: %v", q.ID, q.Value, err)
			}
			same := slices.DeleteFunc(steps.Changes(plan, after), func(c steps.Change) bool { return c.Kind == steps.ChangeTask || c.Kind == steps.ChangeAnswer })
			if len(same) > 0 {
				t.Errorf("%s: giving the answer that stands changes %+v", q.ID, same)
			}
		}
	}
}

// TestADecisionAboutSeveralTasksIsTakenOfAll at once, with its ground and the day; a member is found by the first name.
func TestADecisionAboutSeveralTasksIsTakenOfAll(t *testing.T) {
	texts := assets.Load(assets.Dutch)
	plan := school(t, steps.No)
	d := steps.BoardDecision{Kind: steps.OutsourceTasks, Tasks: []string{"own-x", "wifi-management"}, Ground: "2"}
	var changes []steps.Change
	for field, typed := range map[string]string{"outcome": "approved", "decision_owner": "bart"} {
		made, err := question.Find(question.Decision(d, "2026-10-11", plan, texts), field).Answer(typed, "2026-10-11")
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, made...)
	}
	plan, err := plan.Apply(steps.NewEntry("b", assets.Example()[0].At, "An", changes...))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range d.IDs() {
		want := steps.Resolution{ID: id, Outcome: steps.Approved, Ground: "2", On: "2026-10-11", Owner: "member:bart"}
		if got, _ := plan.Resolution(id); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
}

// TestADecisionThatIsAskedAnewIsAnsweredAnew: what was decided before a new round, who carried it out and by when, is not taken
// for the answer of today; what was put off still stands, and is decided on the day that it is.
func TestADecisionThatIsAskedAnewIsAnsweredAnew(t *testing.T) {
	texts := assets.Load(assets.Dutch)
	before := steps.Change{
		Kind: steps.ChangeResolution, Decision: "start-project", Outcome: steps.Set(string(steps.Amended)), On: steps.Set[steps.Date]("2025-10-11"),
		Owner: steps.Set("member:an"), Due: steps.Set[steps.Date]("2025-11-01"), Note: steps.Set("vroeger"), Text: steps.Set("Een dag prikken"),
	}
	for _, test := range []struct {
		name         string
		outcome      steps.Outcome
		field, typed string
		shown        string
		want         steps.Resolution
	}{
		{"decided anew", steps.Amended, "outcome", "amended", "", steps.Resolution{Outcome: steps.Amended, On: "2026-10-11"}},
		{"who carries it out comes first", steps.Amended, "decision_owner", "Bart", "", steps.Resolution{Owner: "member:bart"}},
		{"put off and now decided", steps.Postponed, "outcome", "approved", "postponed", steps.Resolution{Outcome: steps.Approved, On: "2026-10-11", Owner: "member:an", Due: "2025-11-01", Note: "vroeger"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			before.Outcome = steps.Set(string(test.outcome))
			plan := school(t, steps.No)
			for _, c := range [][]steps.Change{
				{{Kind: steps.ChangeAnswer, Step: steps.Awareness, Choice: steps.Set(steps.No)}, before},
				{{Kind: steps.ChangeRound, Number: steps.Set(2)}},
			} {
				plan = with(t, plan, c...)
			}
			d, _ := plan.BoardDecision("start-project", "2026-10-11")
			asked := question.Decision(d, "2026-10-11", plan, texts)
			if got := question.Find(asked, "outcome").Value; got != test.shown {
				t.Errorf("the outcome stands as %q, want %q", got, test.shown)
			}
			made, err := question.Find(asked, test.field).Answer(test.typed, "2026-10-11")
			if err != nil {
				t.Fatal(err)
			}
			got, _ := with(t, plan, made...).Resolution("start-project")
			test.want.ID, test.want.Text, got.Round = "start-project", "Een dag prikken", nil
			if got != test.want {
				t.Errorf("%+v, want %+v", got, test.want)
			}
		})
	}
}

func with(t *testing.T, plan steps.Plan, changes ...steps.Change) steps.Plan {
	t.Helper()
	plan, err := plan.Apply(steps.NewEntry("b", assets.Example()[0].At, "An", changes...))
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestRemovingAMemberNamesWhatIsLeft: the tasks they own, and those they step in for.
func TestRemovingAMemberNamesWhatIsLeft(t *testing.T) {
	texts := assets.Load(assets.Dutch)
	plan, err := school(t, steps.No).Apply(steps.NewEntry("b", assets.Example()[0].At, "An",
		steps.Change{Kind: steps.ChangeTask, Task: "own-x", Backup: steps.Set("bart")},
		steps.Change{Kind: steps.ChangeMember, Member: "cel", Name: steps.Set("Cel")}))
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{
		"an":   "An uit het team verwijderen? Trekt 1 taak: die blijft, zonder trekker.",
		"bart": "Bart uit het team verwijderen? Springt in voor 1 taak: die blijft, zonder wie inspringt.",
		"cel":  "Cel uit het team verwijderen?",
	} {
		m, _ := plan.Member(id)
		if got := question.AskRemoveMember(texts, plan.Tasks(), m); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
