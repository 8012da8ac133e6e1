// Package assetstest makes arbitrary plans for tests of what shows them.
package assetstest

import (
	"fmt"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// HoursPlan draws a plan of a school of its own or with its group, in which members, tasks and means have hours or not,
// and tasks are done, owned and dropped in every way there is.
func HoursPlan(t *rapid.T, definitions *steps.Definitions) steps.Plan {
	changes := []steps.Change{
		{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: maybe(t, rapid.SampledFrom(steps.Choices))},
		{Kind: steps.ChangeSchool, Hours: maybe(t, hours), Means: steps.Set(rapid.SliceOfN(rapid.Custom(means), 0, 3).Draw(t, "means"))},
	}
	var members []string
	for i := range rapid.IntRange(0, 3).Draw(t, "members") {
		members = append(members, fmt.Sprintf("m%d", i))
		changes = append(changes, steps.Change{
			Kind: steps.ChangeMember, Member: members[i], Name: steps.Set(string(rune('A'+i)) + "n"), Hours: maybe(t, hours),
		})
	}
	tasks := []string{"own-a", "own-b"}
	for _, task := range definitions.Catalogue.Tasks {
		tasks = append(tasks, task.ID)
	}
	for i, task := range tasks {
		c := steps.Change{
			Kind: steps.ChangeTask, Task: task, Relevance: maybe(t, rapid.SampledFrom(steps.Relevances)),
			Horizon: maybe(t, rapid.SampledFrom(steps.Horizons)), Level: maybe(t, rapid.SampledFrom([]string{"school", "group"})),
			Scale: maybe(t, rapid.Bool()), Specialist: maybe(t, rapid.Bool()), Local: maybe(t, rapid.Bool()),
			Sourcing: maybe(t, rapid.SampledFrom(steps.Sourcings)), Hours: maybe(t, hours),
		}
		if i < 2 {
			c.Title, c.Group = steps.Set("Eigen taak"), steps.Set("policy")
		}
		if len(members) > 0 {
			c.Owner = maybe(t, rapid.SampledFrom(members))
			backup := maybe(t, rapid.SampledFrom(members))
			owner, _ := c.Owner.Value()
			if id, _ := backup.Value(); id != owner {
				c.Backup = backup
			}
		}
		changes = append(changes, c)
	}
	plan, err := steps.NewPlan(definitions).Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// hours draws hours a week, to the hundredth.
var hours = rapid.Map(rapid.Int64Range(0, 4000), steps.Hundredths)

func means(t *rapid.T) steps.Means {
	number := func(most int64) *steps.Decimal {
		if rapid.IntRange(0, 5).Draw(t, "given") == 0 {
			return nil
		}
		n := steps.Tenths(rapid.Int64Range(0, most).Draw(t, "number"))
		return &n
	}
	return steps.Means{
		Source: rapid.SampledFrom(steps.MeansSources).Draw(t, "source"),
		Amount: number(900), PerFulltime: number(700), Week: number(400), Pooled: number(1000),
	}
}

// maybe draws a value, or none.
func maybe[T any](t *rapid.T, values *rapid.Generator[T]) steps.Field[T] {
	if rapid.IntRange(0, 2).Draw(t, "given") == 0 {
		return steps.Field[T]{}
	}
	return steps.Set(values.Draw(t, "value"))
}
