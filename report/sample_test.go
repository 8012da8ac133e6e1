package report_test

import (
	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// Short names for what nearly every test says.
type change = steps.Change

var (
	planOf, journalOf                                 = reporttest.PlanOf, reporttest.JournalOf
	answer, yes, school, task, member, team           = reporttest.Answer, reporttest.Yes, reporttest.School, reporttest.Task, reporttest.Member, reporttest.Team
	stopped, alone, together, exampleOf, withOwnTasks = reporttest.Stopped, reporttest.Alone, reporttest.Together, reporttest.Example, reporttest.WithOwnTasks
	catalogue, texts, morning                         = reporttest.Catalogue, reporttest.Texts, reporttest.Morning
	optionsIn, chosen, summaryOf, everywhere          = reporttest.OptionsIn, reporttest.Options, reporttest.Summary, reporttest.Everywhere
)

func markdownOf(plan steps.Plan, language assets.Language) string {
	return string(markdown.Render(report.Summarize(plan, optionsIn(language))))
}

// documentOf is a journal's document, with the differences between its rounds.
func documentOf(j *steps.Journal, language assets.Language) string {
	return string(markdown.Render(summaryOf(j, language)))
}
