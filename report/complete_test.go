package report_test

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// TestNothingTypedIsMissing finds everything that a person filled in back in the document.
func TestNothingTypedIsMissing(t *testing.T) {
	t.Parallel()
	j := together(t)
	for _, language := range assets.Languages {
		page := reporttest.ReadMarkdown(t, documentOf(j, language))
		has := func(what, text string) {
			t.Helper()
			for _, line := range reporttest.Lines(text) {
				if !strings.Contains(page.Text, line) {
					t.Errorf("%s: %s %q is missing", language, what, line)
				}
			}
		}
		plan, words := j.Plan(), texts[language]
		for id, a := range plan.Answers {
			has("question", words.Question(id, plan))
			for _, text := range []string{words.Value("choice", string(a.Choice)), a.Note, a.Evidence, a.By, words.Date(steps.DateOf(a.At))} {
				has("answer", text)
			}
		}
		for _, m := range plan.Members {
			for _, text := range []string{m.Name, words.Value("role", string(m.Role)), m.Mandate, words.Number(*m.Hours)} {
				has("member", text)
			}
			if strings.Contains(page.Text, m.Motivation) {
				t.Errorf("%s: the motivation of %s is told", language, m.Name)
			}
		}
		for _, r := range plan.Resolutions {
			for _, text := range []string{words.DecisionName(plan, r.ID), words.Value("outcome", string(r.Outcome)), words.Date(r.On), words.Date(r.Due), words.Whoever(plan, r.Owner), r.Note} {
				has("decision", text)
			}
		}
		for _, a := range plan.Actions {
			for _, text := range []string{a.What, words.Whoever(plan, a.Owner), words.Date(a.Due), words.Value("state", string(a.State)), a.Outcome, words.Date(a.Opened), words.Date(a.Closed), words.Subject(plan, a.About)} {
				has("action", text)
			}
		}
		for id, a := range plan.Agreements {
			has("agreement", string(words.Plan.Agreements[id].Title))
			has("agreement", a.Text)
		}
		e, school := plan.Evaluation, plan.School
		for _, text := range []string{e.Collaboration, e.Composition, "Leerlingenraad", words.Date(plan.Round.NextEvaluation), school.Name, school.Group} {
			has("evaluation or school", text)
		}
		for _, task := range plan.Tasks() {
			has("task", words.TaskTitle(task))
			has("note", task.Note)
		}
	}
}

// TestEveryTaskFieldIsShown changes one field of a task at a time and expects another document.
func TestEveryTaskFieldIsShown(t *testing.T) {
	t.Parallel()
	base := []change{{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")}, {Kind: steps.ChangeTask, Task: "network-management", Note: steps.Set("x")}}
	before := markdownOf(planOf(t, base), assets.Dutch)
	fields := map[string]func(*change){
		"title":      func(c *change) { c.Title = steps.Set("Ander netwerk") },
		"relevance":  func(c *change) { c.Relevance = steps.Set(steps.DoesNotApply) },
		"horizon":    func(c *change) { c.Horizon = steps.Set(steps.Long) },
		"level":      func(c *change) { c.Level = steps.Set("group") },
		"scale":      func(c *change) { c.Scale = steps.Set(false) },
		"specialist": func(c *change) { c.Specialist = steps.Set(false) },
		"local":      func(c *change) { c.Local = steps.Set(false) },
		"feedback":   func(c *change) { c.Feedback = steps.Set(false) },
		"expertise":  func(c *change) { c.Expertise = steps.Set(steps.Yes) },
		"strategic":  func(c *change) { c.Strategic = steps.Set(false) },
		"technical":  func(c *change) { c.Technical = steps.Set(true) },
		"sourcing":   func(c *change) { c.Sourcing = steps.Set(steps.Accept) },
		"owner":      func(c *change) { c.Owner = steps.Set("an") },
		"backup":     func(c *change) { c.Backup = steps.Set("an") },
		"hours":      func(c *change) { c.Hours = steps.Set(steps.Decimal(0)) },
		"note":       func(c *change) { c.Note = steps.Set("y") },
	}
	for name, set := range fields {
		c := change{Kind: steps.ChangeTask, Task: "network-management"}
		set(&c)
		if markdownOf(planOf(t, base, []change{c}), assets.Dutch) == before {
			t.Errorf("%s is not shown", name)
		}
	}
}
