package steps_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stappenplan/steps"
)

// variants are the answers to step 4, with the variant each gives.
var variants = map[choice]steps.Variant{
	unanswered: "", steps.Open: "", steps.No: steps.SchoolVariant, steps.Yes: steps.GroupVariant,
}

// TestSuggestedLevel is the table of the group variant, every combination of its three questions.
func TestSuggestedLevel(t *testing.T) {
	school, group, weigh := steps.AtSchool, steps.AtGroup, steps.ToWeigh
	tests := []struct {
		local, scale, specialist bool
		want                     steps.Level
	}{
		{false, false, false, school},
		{false, false, true, group},
		{false, true, false, group},
		{false, true, true, group},
		{true, false, false, school},
		{true, false, true, weigh},
		{true, true, false, weigh},
		{true, true, true, weigh},
	}
	for _, test := range tests {
		questions := task("wifi", func(c *change) {
			c.Local, c.Scale, c.Specialist = steps.Set(test.local), steps.Set(test.scale), steps.Set(test.specialist)
		})
		for _, set := range []steps.Level{"", school, group} {
			for pooling := range variants {
				p := planOf(t, answer(steps.Pooling, pooling), kept("wifi", steps.Short), questions, levelSet(set))
				got, _ := p.Task("wifi")
				suggestion, level, decided := school, school, true
				if pooling == steps.Yes {
					suggestion, level, decided = test.want, test.want, test.want != weigh || set != ""
					if set != "" {
						level = set
					} else if level == weigh {
						level = school
					}
				}
				name := fmt.Sprintf("%+v, set %q, step 4 %q: ", test, set, pooling)
				equal(t, name+"suggestion", got.Suggestion, suggestion)
				equal(t, name+"level", got.Level, level)
				equal(t, name+"decided", got.Decided, decided)
				equal(t, name+"level kept", got.Decision.Level, set)
			}
		}
	}
}

func levelSet(level steps.Level) change {
	return task("wifi", func(c *change) {
		if c.Level = steps.Clear[string](); level != "" {
			c.Level = steps.Set(string(level))
		}
	})
}

// TestLevelReturnsWithVariant leaves the group variant and comes back.
func TestLevelReturnsWithVariant(t *testing.T) {
	p := planOf(t, answer(steps.Pooling, steps.Yes), kept("wifi", steps.Short), levelSet(steps.AtGroup))
	for _, c := range []choice{steps.No, steps.Open, unanswered} {
		away := after(t, p, answer(steps.Pooling, c))
		equal(t, "away", steps.Count(away.Tasks()).Group, 0)
		back := after(t, away, answer(steps.Pooling, steps.Yes))
		equal(t, "back", steps.Count(back.Tasks()).Group, 1)
	}
}

// TestKeptDecidedCarried goes through every combination of what decides about a task.
func TestKeptDecidedCarried(t *testing.T) {
	for _, relevance := range append([]steps.Relevance{""}, steps.Relevances...) {
		for _, horizon := range append([]steps.Horizon{""}, steps.Horizons...) {
			for _, level := range []steps.Level{"", steps.AtSchool, steps.AtGroup} {
				for _, source := range append([]steps.Sourcing{""}, steps.Sourcings...) {
					for pooling := range variants {
						checkTask(t, steps.Decision{Relevance: relevance, Horizon: horizon, Level: level, Sourcing: source}, pooling)
					}
				}
			}
		}
	}
}

// checkTask compares one task with the sentences of the decision tree, word for word.
func checkTask(t *testing.T, d steps.Decision, pooling choice) {
	t.Helper()
	c := task("wifi", func(c *change) {
		c.Relevance, c.Horizon = setOrClear(d.Relevance), setOrClear(d.Horizon)
		c.Level, c.Sourcing = setOrClear(string(d.Level)), setOrClear(d.Sourcing)
	})
	got, ok := planOf(t, answer(steps.Pooling, pooling), c).Task("wifi")
	equal(t, "known", ok, true)

	isKept := (d.Relevance == "yes" || d.Relevance == "adapted") && d.Horizon != "dropped"
	isDecided := d.Relevance == "no" || d.Relevance != "" && d.Horizon != ""
	atSchool := isKept && !(pooling == steps.Yes && d.Level == "group") && d.Sourcing != "outsource"
	isCarried := atSchool && d.Horizon == "short" && d.Sourcing != "recruit" && d.Sourcing != "accept"

	name := fmt.Sprintf("%+v, step 4 %q: ", d, pooling)
	equal(t, name+"kept", got.Kept, isKept)
	equal(t, name+"decided", got.Decided, isDecided)
	equal(t, name+"in school", got.InSchool, atSchool)
	equal(t, name+"carried", got.Carried, isCarried)
}

func setOrClear[T ~string](v T) steps.Field[T] {
	if v == "" {
		return steps.Clear[T]()
	}
	return steps.Set(v)
}

// TestSourcingAdvice takes strategic and technical from the catalogue and from the plan.
func TestSourcingAdvice(t *testing.T) {
	fromCatalogue := map[string]steps.Sourcing{
		"privacy": steps.Recruit, "coaching": steps.Outsource, "wifi": steps.Outsource, "purchases": steps.Weigh,
	}
	set := func(strategic, technical bool) func(*change) {
		return func(c *change) { c.Strategic, c.Technical = steps.Set(strategic), steps.Set(technical) }
	}
	for id, advice := range fromCatalogue {
		p := planOf(t, kept(id, steps.Long), expertise(id, steps.No))
		equal(t, id, p.Sourcing(), []steps.SourcingAdvice{{Task: id, Advice: advice}})
		for _, want := range []struct {
			strategic, technical bool
			advice               steps.Sourcing
		}{{true, false, "recruit"}, {false, false, "outsource"}, {false, true, "outsource"}, {true, true, "weigh"}} {
			overruled := after(t, p, task(id, set(want.strategic, want.technical)), sourcing(id, steps.Train))
			equal(t, fmt.Sprint(id, want), overruled.Sourcing(), []steps.SourcingAdvice{{Task: id, Advice: want.advice, Decision: "train"}})
		}
	}
}

// TestSourcingOfWhom: kept tasks at either level whose expertise is missing; own tasks are neither
// strategic nor technical until someone says so.
func TestSourcingOfWhom(t *testing.T) {
	p := planOf(t, append(fourChecks(steps.Yes),
		kept("wifi", steps.Short), expertise("wifi", steps.No), levelSet(steps.AtGroup),
		kept("coaching", steps.Dropped), expertise("coaching", steps.No),
		notHere("privacy"), expertise("privacy", steps.No),
		kept("purchases", steps.Short), expertise("purchases", steps.Yes),
		ownTask("own-robotlab"), kept("own-robotlab", steps.Short), expertise("own-robotlab", steps.No))...)
	equal(t, "sourcing", p.Sourcing(), []steps.SourcingAdvice{
		{Task: "wifi", Advice: steps.Outsource}, {Task: "own-robotlab", Advice: steps.Outsource},
	})
}

// TestWhatAStepAsksOfATask: which steps list a task, are about it, and ask its fields.
func TestWhatAStepAsksOfATask(t *testing.T) {
	three := []steps.StepID{steps.Tasks, steps.Expertise, steps.Team}
	toGroup, missing := levelSet(steps.AtGroup), expertise("wifi", steps.No)
	for _, test := range []struct {
		name                  string
		with                  []change
		lists, concerns, asks string
		unsolved              bool
		takes                 string // the fields
	}{
		{"new", nil, "tasks", "tasks", "tasks", false, "relevance"},
		{"not here", []change{notHere("wifi")}, "tasks", "tasks", "", false, "relevance"},
		{"dropped", []change{kept("wifi", steps.Dropped), missing}, "tasks", "tasks", "", false, "relevance horizon"},
		{
			"needed now", []change{kept("wifi", steps.Short)}, "tasks expertise team", "tasks expertise team", "expertise team", false,
			"relevance horizon scale specialist local level expertise owner backup hours",
		},
		{
			"later, and missing", []change{kept("wifi", steps.Long), missing}, "tasks expertise team", "tasks expertise", "", true,
			"relevance horizon scale specialist local level expertise strategic technical sourcing",
		},
		{
			"of the group", []change{kept("wifi", steps.Short), toGroup}, "tasks expertise", "tasks", "", false,
			"relevance horizon scale specialist local level",
		},
		{
			"of the group, and missing", []change{kept("wifi", steps.Short), toGroup, missing}, "tasks expertise", "tasks expertise", "", true,
			"relevance horizon scale specialist local level strategic technical sourcing",
		},
		{
			"outsourced", []change{kept("wifi", steps.Short), missing, sourcing("wifi", steps.Outsource)}, "tasks expertise", "tasks expertise", "", false,
			"relevance horizon scale specialist local level expertise strategic technical sourcing",
		},
		{
			"waits for someone", []change{kept("wifi", steps.Short), missing, sourcing("wifi", steps.Recruit)}, "tasks expertise team", "tasks expertise", "", false,
			"relevance horizon scale specialist local level expertise strategic technical sourcing",
		},
	} {
		p := planOf(t, append([]change{answer(steps.Pooling, steps.Yes)}, test.with...)...)
		wifi, _ := p.Task("wifi")
		of := func(is func(steps.StepID) bool) string {
			return fmt.Sprint(slices.DeleteFunc(slices.Clone(three), func(id steps.StepID) bool { return !is(id) }))
		}
		equal(t, test.name+": listed", of(wifi.Lists), "["+test.lists+"]")
		equal(t, test.name+": concerned", of(wifi.Concerns), "["+test.concerns+"]")
		equal(t, test.name+": asked", of(wifi.Asks), "["+test.asks+"]")
		equal(t, test.name+": unsolved", wifi.Unsolved(), test.unsolved)
		var takes []string
		for _, step := range three {
			for _, f := range p.TaskFieldsAt(step) {
				if wifi.Takes(f) {
					takes = append(takes, f.Name)
				}
			}
		}
		equal(t, test.name+": fields", strings.Join(takes, " "), test.takes)
	}
}

// TestFeedback lists what to tell the head of the group, outside the group variant.
func TestFeedback(t *testing.T) {
	ticked := func(id string, yes bool) change {
		return task(id, func(c *change) { c.Feedback = steps.Set(yes) })
	}
	applies := task("privacy", func(c *change) { c.Relevance = steps.Set(steps.Applies) })
	changes := []change{
		applies, ticked("privacy", true), kept("wifi", steps.Long), ticked("wifi", true),
		kept("coaching", steps.Short), ticked("coaching", false), kept("purchases", steps.Dropped), ticked("purchases", true),
	}
	for pooling, variant := range variants {
		want := []string{"wifi", "privacy"}
		if variant == steps.GroupVariant {
			want = nil
		}
		equal(t, "step 4 "+string(pooling), planOf(t, append(changes, answer(steps.Pooling, pooling))...).Feedback(), want)
	}
	alone := append(changes, school(func(c *change) { c.GroupKind = steps.Set(steps.NoGroup) }))
	equal(t, "a school without a group", planOf(t, alone...).Feedback(), nil)
}

// TestCount counts what status prints.
func TestCount(t *testing.T) {
	changes := []change{
		kept("wifi", steps.Short), levelSet(steps.AtGroup), kept("coaching", steps.Dropped), notHere("privacy"),
		task("purchases", func(c *change) { c.Relevance = steps.Set(steps.AppliesAdapted) }),
		ownTask("own-a"), kept("own-a", steps.Long), ownTask("own-b"),
		task("own-b", func(c *change) { c.Horizon = steps.Set(steps.Dropped) }),
	}
	want := steps.TaskCounts{Total: 6, Decided: 4, Short: 1, Long: 1, Dropped: 1, NotHere: 1, School: 3}
	equal(t, "before step 4", steps.Count(planOf(t, changes...).Tasks()), want)
	want.School, want.Group = 2, 1
	equal(t, "group variant", steps.Count(planOf(t, append(changes, answer(steps.Pooling, steps.Yes))...).Tasks()), want)
}

// TestTaskOrder: the catalogue's order, then own tasks in the order they were added.
func TestTaskOrder(t *testing.T) {
	p := planOf(t, ownTask("own-z"), kept("purchases", steps.Short), ownTask("own-a"), kept("wifi", steps.Short))
	var ids []string
	for _, task := range p.Tasks() {
		ids = append(ids, task.ID)
		alone, _ := p.Task(task.ID)
		equal(t, task.ID+" alone", alone, task)
	}
	equal(t, "order", ids, []string{"wifi", "coaching", "privacy", "purchases", "own-z", "own-a"})
	_, known := p.Task("own-nothing")
	equal(t, "unknown task", known, false)
}

// TestTaskFieldsAtAStep: what step 5 asks in each variant, the level last.
func TestTaskFieldsAtAStep(t *testing.T) {
	alone := school(func(c *change) { c.GroupKind = steps.Set(steps.NoGroup) })
	for pooling, variant := range variants {
		p := planOf(t, answer(steps.Pooling, pooling))
		asked := p.TaskFieldsAt(steps.Tasks)
		for i, f := range asked {
			if f.Step != steps.Tasks || f.Variant != "" && f.Variant != variant || f.Name == "level" && i < len(asked)-1 {
				t.Errorf("variant %q: %s is asked", variant, f.Name)
			}
		}
		for _, f := range after(t, p, alone).TaskFieldsAt(steps.Tasks) {
			if f.Name == "feedback" {
				t.Error("a school without a group is asked what to tell it")
			}
		}
	}
}

// TestNobodyStepsInForATaskOfTheirOwn: neither who becomes its owner, nor who is.
func TestNobodyStepsInForATaskOfTheirOwn(t *testing.T) {
	set, cleared := steps.Set[string], steps.Clear[string]()
	p := planOf(t, member("an", 3), member("bart", 3), owned("wifi", "an", "bart", 10))
	wifi, _ := p.Task("wifi")
	for _, test := range []struct{ owner, backup, want steps.Field[string] }{
		{owner: set("bart"), want: cleared},
		{owner: set("bart"), backup: set("bart"), want: cleared},
		{owner: set("bart"), backup: set("an"), want: set("an")},
		{owner: set("an")},
		{owner: cleared, backup: set("an"), want: set("an")},
		{owner: cleared},
		{backup: set("an")},
		{backup: set("bart"), want: set("bart")},
	} {
		c := wifi.WithoutOwnBackup(change{Owner: test.owner, Backup: test.backup})
		equal(t, fmt.Sprint(test), c.Backup, test.want)
		got, _ := after(t, p, c).Task("wifi")
		equal(t, fmt.Sprint(test)+": both", got.Owner != "" && got.Owner == got.Backup, false)
	}
	for field, want := range map[string]string{"owner": "an bart", "backup": "bart", "expertise": "yes no", "sourcing": ""} {
		equal(t, field, strings.Join(p.Candidates(wifi, steps.TaskField(field)), " "), want)
	}
}
