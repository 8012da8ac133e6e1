package steps_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestAlsoCalled: a title that was confirmed is kept, at most twenty of a task, and names one task.
func TestAlsoCalled(t *testing.T) {
	t.Parallel()
	p := planOf(t, task("wifi", func(c *change) { c.Title = steps.Set("Draadloos net") }))
	p = p.AlsoCalled("wifi", " Accesspoints \n hangen").AlsoCalled("wifi", "accesspoints hangen").AlsoCalled("wifi", "draadloos NET").AlsoCalled("wifi", " ").AlsoCalled("nergens", "Iets")
	equal(t, "each once, and no name of its own", p.Decisions.Of("wifi").Also, []string{"Accesspoints hangen"})

	p = p.AlsoCalled("coaching", "Accesspoints hangen")
	equal(t, "the other no longer", p.Decisions.Of("wifi").Also, []string(nil))
	equal(t, "the one", p.Decisions.Of("coaching").Also, []string{"Accesspoints hangen"})

	for n := range steps.MaxAlso {
		p = p.AlsoCalled("coaching", fmt.Sprint("Titel ", n))
	}
	also := p.Decisions.Of("coaching").Also
	equal(t, "the newest", []any{len(also), also[0], also[len(also)-1]}, []any{steps.MaxAlso, "Titel 0", "Titel 19"})

	full := task("wifi", func(c *change) { c.Also = steps.Set(append(also, "Nog een")) })
	if err := p.Check(full); err == nil || err.(steps.Refusals)[0].Reason != "too-many" {
		t.Errorf("one more: %v", err)
	}
}

// TestATitleNamesOneTask, whatever was confirmed before.
func TestATitleNamesOneTask(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := steps.NewPlan(definitions)
		for range rapid.IntRange(1, 40).Draw(t, "times") {
			p = p.AlsoCalled(rapid.SampledFrom([]string{"wifi", "coaching", "privacy"}).Draw(t, "task"), rapid.SampledFrom([]string{"A", "a", "B b", "c"}).Draw(t, "title"))
		}
		seen := map[string]bool{}
		for _, of := range p.Tasks() {
			for _, title := range of.Also {
				if key := steps.Slug(title); seen[key] {
					t.Fatalf("%s names two tasks", title)
				} else {
					seen[key] = true
				}
			}
		}
	})
}
