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
	choices := map[string][]string{"summary": report.SectionChoices()[5:], "policy": report.PolicySectionChoices()[1:]} // without the parts
	there := map[string][]string{}
	for _, j := range []*steps.Journal{stopped(t), alone(t), together(t), exampleOf(t)} {
		options := chosen(j, assets.Dutch, func(*report.Options) {})
		for what, s := range map[string]report.Summary{"summary": report.Summarize(j.Plan(), options), "policy": report.PolicyPlan(j.Plan(), options)} {
			for _, part := range s.Parts {
				for _, section := range part.Sections {
					if j.Plan().Definitions().Sheet(string(section.ID)) != nil { // chosen with all others
						continue
					}
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
	about := func(j *steps.Journal, subject report.Subject, language assets.Language, choose func(*report.Options)) report.Summary {
		return report.Document(j.Plan(), chosen(j, language, func(o *report.Options) {
			o.Names, o.Notes, o.Subject = report.NamesAsRoles, false, subject
			choose(o)
		}))
	}
	nothing := func(*report.Options) {}
	documents := map[string]report.Summary{
		"roles":             summary(called(report.NamesAsRoles)),
		"initials":          summary(called(report.NamesAsInitials)),
		"board":             summary(func(o *report.Options) { o.Sections = []string{"brief", "detail"} }),
		"sections":          summary(func(o *report.Options) { o.Sections = []string{"decisions", "team", "answers"} }),
		"blank-nl":          report.Blank(texts[assets.Dutch], assets.Definitions()),
		"blank-en":          report.Blank(texts[assets.English], assets.Definitions()),
		"policy-nl":         policy(example, assets.Dutch),
		"policy-en":         policy(together(t), assets.English),
		"policy-not-begun":  policy(journalOf(t), assets.Dutch),
		"policy-stopped":    policy(stopped(t), assets.Dutch),
		"policy-300-of-own": policy(withOwnTasks(t, 300), assets.Dutch),
		"no-notes":          summary(func(o *report.Options) { o.Names, o.Notes = report.NamesAsRoles, false }),
		"member-nl":         about(example, report.ForMember, assets.Dutch, func(o *report.Options) { o.Member = "bart" }),
		"member-notes":      about(together(t), report.ForMember, assets.Dutch, func(o *report.Options) { o.Member, o.Notes = "bart", true }),
		"members-en":        about(together(t), report.ForMembers, assets.English, called(report.NamesInFull)),
		"members-none":      about(journalOf(t), report.ForMembers, assets.Dutch, nothing),
		"group-within":      about(example, report.ForGroup, assets.Dutch, nothing),
		"group-community":   about(alone(t), report.ForGroup, assets.English, called(report.NamesInFull)),
		"group-none":        about(withOwnTasks(t, 1), report.ForGroup, assets.Dutch, nothing),
		"group-not-begun":   about(journalOf(t), report.ForGroup, assets.Dutch, nothing),
		"successor-nl":      about(together(t), report.ForSuccessor, assets.Dutch, nothing),
		"successor-full-en": about(together(t), report.ForSuccessor, assets.English, func(o *report.Options) { o.Names, o.Notes, o.Place = report.NamesInFull, true, "/home/an/plan.db" }),
		"minutes-nl":        about(together(t), report.ForMinutes, assets.Dutch, nothing),
		"minutes-notes":     about(together(t), report.ForMinutes, assets.English, func(o *report.Options) { o.Notes = true }),
		"minutes-none":      about(journalOf(t), report.ForMinutes, assets.Dutch, nothing),
	}
	for name, s := range documents {
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, markdown.Render(s)) })
	}
}
