package steps_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"stappenplan/steps"
)

// Short names for what nearly every test says.
type (
	change = steps.Change
	choice = steps.Choice
)

// catalogue is a small task overview in which every property occurs.
var catalogue = &steps.Catalogue{
	Version: 1,
	Tasks: []steps.CatalogueTask{
		{ID: "wifi", Group: steps.TechnicalTasks, Title: words("Wifi"), Core: steps.TechnicalCoreTask, Technical: true},
		{ID: "coaching", Group: steps.PedagogicalTasks, Title: words("Coaching"), Core: steps.NoCore},
		{ID: "privacy", Group: steps.PolicyTasks, Title: words("Privacy"), Core: steps.PolicyCoreTask, Strategic: true},
		{ID: "purchases", Group: steps.AdministrativeTasks, Title: words("Aankopen"), Core: steps.NoCore, Strategic: true, Technical: true},
	},
}

// definitions are this catalogue and a sheet in which every type of column and every test occurs.
var definitions = &steps.Definitions{Catalogue: catalogue, Sheets: []steps.Sheet{sampleSheet}}

var noon = time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)

func words(nl string) steps.Words { return steps.Words{"nl": nl} }

// entry is an entry that An makes at noon.
func entry(changes ...change) steps.Entry { return steps.NewEntry("e", noon, "An", changes...) }

// planOf is the plan after these changes, none of which may be refused.
func planOf(t rapid.TB, changes ...change) steps.Plan {
	t.Helper()
	return after(t, steps.NewPlan(definitions), changes...)
}

// after is a plan with more changes made.
func after(t rapid.TB, p steps.Plan, changes ...change) steps.Plan {
	t.Helper()
	next, err := p.Apply(entry(changes...))
	if err != nil {
		t.Fatalf("changes refused: %v", err)
	}
	return next
}

func answer(step steps.StepID, c choice) change {
	if c == "" {
		return change{Kind: steps.ChangeAnswer, Step: step, Choice: steps.Clear[choice]()}
	}
	return change{Kind: steps.ChangeAnswer, Step: step, Choice: steps.Set(c)}
}

// task is a change to a task; with fills its fields.
func task(id string, with func(*change)) change {
	c := change{Kind: steps.ChangeTask, Task: id}
	with(&c)
	return c
}

// kept says that a task applies and when.
func kept(id string, horizon steps.Horizon) change {
	return task(id, func(c *change) { c.Relevance, c.Horizon = steps.Set(steps.Applies), steps.Set(horizon) })
}

func notHere(id string) change {
	return task(id, func(c *change) { c.Relevance = steps.Set(steps.DoesNotApply) })
}

func ownTask(id string) change {
	return task(id, func(c *change) { c.Title, c.Group = steps.Set("Robotlab"), steps.Set("pedagogical") })
}

func expertise(id string, c choice) change {
	return task(id, func(t *change) { t.Expertise = steps.Set(c) })
}

func sourcing(id string, s steps.Sourcing) change {
	return task(id, func(t *change) { t.Sourcing = steps.Set(s) })
}

// owned says who owns a task, who stands in, and how many tenths of an hour it takes.
func owned(id, owner, backup string, tenths int64) change {
	return task(id, func(c *change) {
		c.Owner, c.Backup, c.Hours = steps.Set(owner), steps.Set(backup), steps.Set(steps.Tenths(tenths))
	})
}

// member adds someone who has hours and may decide.
func member(id string, hours int64) change {
	return change{
		Kind: steps.ChangeMember, Member: id, Name: steps.Set("Naam " + id), Hours: steps.Set(steps.Whole(hours)),
		Mandate: steps.Set("beslist zelf tot 500 euro"),
	}
}

func agreement(id steps.AgreementID, text string) change {
	return change{Kind: steps.ChangeAgreement, Agreement: id, Text: steps.Set(text)}
}

func allAgreements() (changes []change) {
	for _, id := range steps.AgreementIDs {
		changes = append(changes, agreement(id, "elke vrijdag"))
	}
	return changes
}

func evaluated() change {
	return change{
		Kind: steps.ChangeEvaluation, Collaboration: steps.Set("vlot"), Composition: steps.Set("past"),
		NextEvaluation: steps.Set(steps.Date("2027-05-15")),
	}
}

func school(with func(*change)) change {
	c := change{Kind: steps.ChangeSchool}
	with(&c)
	return c
}

// newRound opens a round in which these steps are asked again.
func newRound(number int, repeat ...steps.StepID) change {
	return change{
		Kind: steps.ChangeRound, Number: steps.Set(number), Repeat: steps.Set(repeat),
		Opened: steps.Set(steps.Date("2027-09-01")),
	}
}

// fourChecks answers steps 1 to 4.
func fourChecks(pooling choice) []change {
	return []change{
		answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes),
		answer(steps.Policy, steps.Yes), answer(steps.Pooling, pooling),
	}
}

// finished is a complete round in which nothing is wrong.
func finished(pooling choice) []change {
	changes := append(fourChecks(pooling), member("an", 12), member("bart", 8))
	for i, t := range catalogue.Tasks {
		people := []string{"bart", "an", "bart"}[i%2:]
		changes = append(changes, kept(t.ID, steps.Short), expertise(t.ID, steps.Yes), owned(t.ID, people[0], people[1], 20))
	}
	return append(append(changes, allAgreements()...), evaluated())
}

// exact compares everything of a plan or a change; an empty list or map is none.
var exact = cmp.Options{
	cmpopts.EquateEmpty(), cmp.Exporter(func(reflect.Type) bool { return true }),
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".derived" }, cmp.Ignore()),
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".earlier" }, cmp.Ignore()), // where the path was, which the plan does not say
}

// samePlan compares what plans say.
func samePlan(a, b steps.Plan) string { return cmp.Diff(a, b, exact) }

// snapshot is everything a plan says, in a form that later changes cannot reach.
func snapshot(p steps.Plan) string {
	b, err := json.Marshal(p)
	if err != nil {
		return fmt.Sprint(err)
	}
	return string(b)
}

func equal[T any](t rapid.TB, what string, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got, exact); diff != "" {
		t.Errorf("%s differs (- wanted, + got):\n%s", what, diff)
	}
}
