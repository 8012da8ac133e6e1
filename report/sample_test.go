package report_test

import (
	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

type change = steps.Change

// Short names for what nearly every test says.
var (
	planOf, journalOf                       = reporttest.PlanOf, reporttest.JournalOf
	answer, yes, school                     = reporttest.Answer, reporttest.Yes, reporttest.School
	task, member, team                      = reporttest.Task, reporttest.Member, reporttest.Team
	stopped, alone, together, withOwnTasks  = reporttest.Stopped, reporttest.Alone, reporttest.Together, reporttest.WithOwnTasks
	exampleOf, optionsIn, chosen, summaryOf = reporttest.Example, reporttest.OptionsIn, reporttest.Options, reporttest.Summary
	catalogue, texts                        = reporttest.Catalogue, reporttest.Texts
)

func markdownOf(plan steps.Plan, language assets.Language) string {
	return string(markdown.Render(report.Summarize(plan, optionsIn(language))))
}

// documentOf is a journal's document, with the differences between its rounds.
func documentOf(j *steps.Journal, language assets.Language) string {
	return string(markdown.Render(summaryOf(j, language)))
}

// summaryWith is the Dutch Markdown of a plan with these options.
func summaryWith(plan steps.Plan, choose func(*report.Options)) string {
	options := optionsIn(assets.Dutch)
	choose(&options)
	return string(markdown.Render(report.Summarize(plan, options)))
}

func called(names report.Names) func(*report.Options) {
	return func(o *report.Options) { o.Names = names }
}
