package planfile_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stappenplan/planfile"
	"stappenplan/steps"
)

// TestRandomPlans writes and reads plans with anything in their fields.
func TestRandomPlans(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		entry := steps.NewEntry("x", time.Time{}, "", changes(r)...)
		plan, err := steps.NewPlan(builtIn).Apply(entry)
		if err != nil {
			r.Fatalf("not a plan: %v", err)
		}
		for format, text := range map[string][]byte{"JSON": planfile.Encode(plan), "YAML": planfile.EncodeYAML(plan)} {
			file, err := planfile.Decode(text, builtIn, nil)
			if err != nil {
				r.Fatalf("%s: %v\n%s", format, err, text)
			}
			if diff := cmp.Diff(plan, file.Plan, samePlan); diff != "" {
				r.Errorf("%s reads back as another plan:\n%s\n%s", format, diff, text)
			}
		}
	})
}

// changes draws the changes of a plan, in an order in which they can be made.
func changes(r *rapid.T) []steps.Change {
	list := []steps.Change{
		{Kind: steps.ChangeRound, Number: steps.Set(rapid.IntRange(1, 9).Draw(r, "round")), Edition: maybe(r, rapid.Just(1)), Opened: maybe(r, rapid.Just(steps.Date("2026-09-01"))),
			Again: maybe(r, rapid.SliceOf(rapid.SampledFrom([]steps.StepID{steps.Tasks, steps.Expertise, steps.Team})))},
		{Kind: steps.ChangeSchool, Name: maybe(r, texts), Level: maybe(r, words(steps.SchoolLevels)), Group: maybe(r, texts),
			Pupils: maybe(r, rapid.IntRange(0, 5000)), Hours: maybe(r, hours)},
	}
	var ids []string
	for i := range rapid.IntRange(0, 4).Draw(r, "members") {
		ids = append(ids, fmt.Sprintf("m%d", i))
		list = append(list, steps.Change{Kind: steps.ChangeMember, Member: ids[i], Name: steps.Set("x" + texts.Draw(r, "name")),
			Role: maybe(r, rapid.SampledFrom(steps.MemberRoles)), Hours: maybe(r, hours), Mandate: maybe(r, texts)})
	}
	for i := range rapid.IntRange(0, 4).Draw(r, "own tasks") {
		list = append(list, decided(r, fmt.Sprintf("own-t%d", i), ids))
		list[len(list)-1].Title, list[len(list)-1].Group = steps.Set("x"+texts.Draw(r, "title")), steps.Set("policy")
	}
	for _, task := range builtIn.Catalogue.Tasks {
		list = append(list, decided(r, task.ID, ids))
	}
	for _, step := range steps.Tree {
		c := steps.Change{Kind: steps.ChangeAnswer, Step: step.ID, Note: maybe(r, texts), By: maybe(r, texts), At: maybe(r, moments)}
		if step.Asked {
			c.Choice = maybe(r, rapid.SampledFrom(steps.Choices))
		}
		list = append(list, c)
	}
	for _, step := range steps.VoicedSteps {
		for i := range rapid.IntRange(0, 3).Draw(r, "voices") {
			c := steps.Change{Kind: steps.ChangeVoice, Step: step, By: steps.Set(fmt.Sprint(i, texts.Draw(r, "by"))), Note: maybe(r, texts), At: maybe(r, moments)}
			if step != steps.Evaluation {
				c.Choice = maybe(r, rapid.SampledFrom(steps.Choices))
			}
			list = append(list, c)
		}
	}
	for _, id := range steps.AgreementIDs {
		list = append(list, steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Text: maybe(r, texts), Needed: maybe(r, rapid.Bool())})
	}
	for _, id := range []string{"outsource:" + builtIn.Catalogue.Tasks[0].ID, "release-hours", "own-robots"} {
		list = append(list, steps.Change{Kind: steps.ChangeResolution, Decision: id, Text: steps.Set("x" + texts.Draw(r, "decision")),
			Outcome: maybe(r, words(steps.Outcomes)), Ground: maybe(r, texts), Round: maybe(r, rapid.IntRange(1, 9)), Note: maybe(r, texts),
			On: maybe(r, rapid.Just(steps.Date("2026-10-11"))), Due: maybe(r, rapid.Just(steps.Date("2027-01-31"))), Owner: maybe(r, texts)})
	}
	subjects := []string{"step:vision", "advice:vision-first", "finding:no-owner", "decision:own-robots", "task:" + builtIn.Catalogue.Tasks[0].ID, "finding:no-backup:" + builtIn.Catalogue.Tasks[1].ID}
	for _, id := range ids {
		subjects = append(subjects, "member:"+id, "finding:overload:"+id)
	}
	for i := range rapid.IntRange(0, 4).Draw(r, "actions") {
		c := steps.Change{Kind: steps.ChangeAction, Action: fmt.Sprintf("a%d", i), What: steps.Set("x" + texts.Draw(r, "what")), Subject: maybe(r, rapid.SampledFrom(subjects)),
			Owner: maybe(r, texts), Due: maybe(r, rapid.Just(steps.Date("2026-12-01"))), Outcome: maybe(r, texts), Opened: maybe(r, rapid.Just(steps.Date("2026-11-03"))),
			State: maybe(r, rapid.SampledFrom(steps.ActionStates))}
		if state, _ := c.State.Value(); state != "" && !state.Open() {
			c.Closed = maybe(r, rapid.Just(steps.Date("2026-12-02")))
		}
		list = append(list, c)
	}
	return append(list, steps.Change{Kind: steps.ChangeEvaluation, Collaboration: maybe(r, texts), Composition: maybe(r, texts),
		Present: maybe(r, rapid.SliceOf(rapid.Map(texts, func(s string) string { return "x" + s })))})
}

func decided(r *rapid.T, task string, members []string) steps.Change {
	c := steps.Change{
		Kind: steps.ChangeTask, Task: task,
		Relevance: maybe(r, rapid.SampledFrom(steps.Relevances)), Horizon: maybe(r, rapid.SampledFrom(steps.Horizons)),
		Scale: maybe(r, rapid.Bool()), Feedback: maybe(r, rapid.Bool()), Expertise: maybe(r, rapid.SampledFrom(steps.YesNo)),
		Sourcing: maybe(r, rapid.SampledFrom(steps.Sourcings)), Hours: maybe(r, hours), Note: maybe(r, texts),
	}
	if len(members) > 0 {
		c.Owner = maybe(r, rapid.SampledFrom(members))
	}
	return c
}

var (
	hours = rapid.Map(rapid.Int64Range(0, 1680), steps.Tenths)
	texts = rapid.OneOf(
		rapid.StringN(0, 60, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune(" \n\t:-#?!&*'\"\\[]{}|>%@`,~01eE.+yn\uFEFF\u0085\u2028😀é")), 0, 40, -1),
	)
	moments = rapid.Map(rapid.Int64Range(0, 4e9), func(s int64) time.Time {
		return time.Unix(s, s).In(time.FixedZone("", int(s%24-12)*3600))
	})
)

func words[T ~string](list []T) *rapid.Generator[string] {
	return rapid.Map(rapid.SampledFrom(list), func(v T) string { return string(v) })
}

// maybe is a field that is given or not.
func maybe[T any](r *rapid.T, of *rapid.Generator[T]) steps.Field[T] {
	if !rapid.Bool().Draw(r, "given") {
		return steps.Field[T]{}
	}
	return steps.Set(of.Draw(r, "value"))
}
