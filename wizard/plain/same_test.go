package plain

import (
	"testing"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/question"
)

// paths are plans at each fork of the tree: both variants, a step answered with each choice, and the example.
func paths(t *testing.T) map[string][]steps.Change {
	t.Helper()
	list := map[string][]steps.Change{"nothing": {{Kind: steps.ChangeSchool, Name: steps.Set("De Linde")}}}
	for _, step := range steps.Tree {
		if !step.Asked {
			continue
		}
		for _, choice := range steps.Choices {
			list[string(step.ID)+" "+string(choice)] = []steps.Change{answer(step.ID, choice)}
		}
	}
	list["a task kept"] = []steps.Change{answer(steps.Pooling, steps.Yes), {
		Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.AppliesAdapted), Horizon: steps.Set(steps.Short), Expertise: steps.Set(steps.No),
	}, {Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")}}
	return list
}

// TestTheSameIsAskedInTheSameOrderWithTheSameWords as on the screens: question.Of tells once what a step asks.
func TestTheSameIsAskedInTheSameOrderWithTheSameWords(t *testing.T) {
	for name, changes := range paths(t) {
		s := newSession(store.NewMemory(), "a")
		must(t, s.Record(changes...))
		c := &conversation{session: s, texts: s.Texts, words: s.Texts.Plain, made: map[uint64]spot{}}
		for _, step := range steps.Tree {
			c.here = spot{step: step.ID}
			asked := question.Of(step.ID, s.Plan(), s.Texts)
			for _, q := range c.queries() {
				if len(asked) > 0 && q.id == asked[0].ID {
					if q.text != asked[0].Text {
						t.Errorf("%s, %s: %q is asked as %q", name, q.id, asked[0].Text, q.text)
					}
					asked = asked[1:]
				}
			}
			if len(asked) > 0 {
				t.Errorf("%s, step %s: not asked, or out of order: %s", name, step.ID, asked[0].ID)
			}
		}
	}
}
