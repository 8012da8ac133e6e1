package wizard

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// TestEveryFieldOfATaskIsAsked: on the page of a task, as a column where step 5 asks it, and line by line.
func TestEveryFieldOfATaskIsAsked(t *testing.T) {
	for variant, choice := range map[steps.Variant]steps.Choice{steps.GroupVariant: steps.Yes, steps.SchoolVariant: steps.No} {
		kept := newSchool()
		fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, choice),
			steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")},
			steps.Change{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart")},
			steps.Change{
				Kind: steps.ChangeTask, Task: "own-x", Title: steps.Set("X"), Group: steps.Set("policy"), Relevance: steps.Set(steps.Applies),
				Horizon: steps.Set(steps.Short), Expertise: steps.Set(steps.No), Level: steps.Set("school"), Owner: steps.Set("an"),
			}))
		f := kept.sit(t, 80, 24).root.frame()
		page := taskPage("own-x")(f).fields
		columns := (&table{sheet: tailoring}).columns(f)
		c := &conversation{session: f.session, texts: f.texts, words: f.texts.Plain}
		task, _ := f.plan.Task("own-x")
		queries := slices.Concat(c.decisionQueries(f.plan, task), c.expertiseQueries(f.plan), c.carrierQueries(f.plan, task))
		for _, row := range steps.TaskFields {
			if row.Name == "group" || row.Variant != "" && row.Variant != variant {
				continue // a group is chosen when the task is added
			}
			if !slices.ContainsFunc(page, func(fd field) bool { return fd.id == row.Name }) {
				t.Errorf("%s: the page of a task does not ask for %s", variant, row.Name)
			}
			if row.Step == steps.Tasks && !slices.ContainsFunc(columns, func(c column) bool { return c.field == row.Name }) {
				t.Errorf("%s: %s is no column of the table", variant, row.Name)
			}
			asks := func(q query) bool { return strings.TrimPrefix(q.id, "task-") == row.Name+":own-x" }
			if row.Name != "note" && !slices.ContainsFunc(queries, asks) { // a note is written on the page only
				t.Errorf("%s: line by line nothing asks for %s", variant, row.Name)
			}
		}
	}
}
