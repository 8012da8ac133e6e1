package report_test

import (
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// exampleOf is the built-in example school.
func exampleOf(t testing.TB) *steps.Journal {
	t.Helper()
	j, err := steps.Replay(catalogue, assets.Example())
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// chosen are the options of a document with the differences between a journal's rounds.
func chosen(j *steps.Journal, language assets.Language, choose func(*report.Options)) report.Options {
	options := optionsIn(language)
	if previous, ok := j.Previous(); ok {
		options.Previous = &previous
	}
	choose(&options)
	return options
}

// TestVariants keeps the documents that differ from the usual one under eyes.
func TestVariants(t *testing.T) {
	called := func(names report.Names) func(*report.Options) {
		return func(o *report.Options) { o.Names = names }
	}
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
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, report.Markdown(s)) })
	}
}
