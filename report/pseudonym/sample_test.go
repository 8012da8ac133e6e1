package pseudonym_test

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
	planOf, journalOf               = reporttest.PlanOf, reporttest.JournalOf
	answer, yes, school             = reporttest.Answer, reporttest.Yes, reporttest.School
	task, member                    = reporttest.Task, reporttest.Member
	together, exampleOf, everywhere = reporttest.Together, reporttest.Example, reporttest.Everywhere
	optionsIn, catalogue, morning   = reporttest.OptionsIn, reporttest.Catalogue, reporttest.Morning
)

// summaryWith is the Dutch Markdown of a plan with these options.
func summaryWith(plan steps.Plan, choose func(*report.Options)) string {
	options := optionsIn(assets.Dutch)
	choose(&options)
	return string(markdown.Render(report.Summarize(plan, options)))
}

func called(names report.Names) func(*report.Options) {
	return func(o *report.Options) { o.Names = names }
}
