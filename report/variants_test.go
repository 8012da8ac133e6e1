package report_test

import (
	"slices"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/steps"
)

// TestChoicesAreTheSectionsThereAre looks which sections documents have that have much in them.
func TestChoicesAreTheSectionsThereAre(t *testing.T) {
	t.Parallel()
	choices := map[string][]string{"summary": report.SectionChoices()[4:], "policy": report.PolicySectionChoices()[1:]} // without the parts
	there := map[string][]string{}
	for _, j := range []*steps.Journal{stopped(t), alone(t), together(t), exampleOf(t)} {
		options := chosen(j, assets.Dutch, func(*report.Options) {})
		for what, s := range map[string]report.Summary{"summary": report.Summarize(j.Plan(), options), "policy": report.PolicyPlan(j.Plan(), options)} {
			for _, part := range s.Parts {
				for _, section := range part.Sections {
					there[what] = append(there[what], string(section.ID))
				}
			}
		}
	}
	for what, ids := range there {
		slices.Sort(ids)
		slices.Sort(choices[what])
		if diff := cmp.Diff(slices.Compact(ids), choices[what]); diff != "" {
			t.Errorf("%s: what there is and what can be chosen (-is +can):\n%s", what, diff)
		}
	}
}

// TestVariants keeps the documents that differ from the usual one under eyes.
func TestVariants(t *testing.T) {
	t.Parallel()
	example := exampleOf(t)
	summary := func(choose func(*report.Options)) report.Summary {
		return report.Summarize(example.Plan(), chosen(example, assets.Dutch, choose))
	}
	policy := func(j *steps.Journal, language assets.Language) report.Summary {
		return report.PolicyPlan(j.Plan(), chosen(j, language, called(report.NamesAsRoles)))
	}
	documents := map[string]report.Summary{
		"roles":             summary(called(report.NamesAsRoles)),
		"initials":          summary(called(report.NamesAsInitials)),
		"board":             summary(func(o *report.Options) { o.Sections = []string{"brief", "detail"} }),
		"sections":          summary(func(o *report.Options) { o.Sections = []string{"decisions", "team", "answers"} }),
		"blank-nl":          report.Blank(texts[assets.Dutch], catalogue),
		"blank-en":          report.Blank(texts[assets.English], catalogue),
		"policy-nl":         policy(example, assets.Dutch),
		"policy-en":         policy(together(t), assets.English),
		"policy-not-begun":  policy(journalOf(t), assets.Dutch),
		"policy-stopped":    policy(stopped(t), assets.Dutch),
		"policy-300-of-own": policy(withOwnTasks(t, 300), assets.Dutch),
	}
	for name, s := range documents {
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, markdown.Render(s)) })
	}
}
