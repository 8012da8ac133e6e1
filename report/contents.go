package report

import (
	"stappenplan/assets"
	"stappenplan/steps"
)

// Contents counts in one line what a plan brings into a file: "70 taken, 4 teamleden en 31 notities".
func Contents(plan steps.Plan, texts *assets.Texts) string {
	words := texts.Report.Contents
	a := author{texts: texts, words: texts.Report}
	return a.listed([]string{
		words.Tasks.For(len(plan.Decisions)), words.Members.For(len(plan.Members)), words.Notes.For(notes(plan)),
	})
}

// notes counts what people wrote in their own words.
func notes(plan steps.Plan) (n int) {
	count := func(texts ...string) {
		for _, text := range texts {
			if !steps.Blank(text) {
				n++
			}
		}
	}
	for _, a := range plan.Answers {
		count(a.Note, a.Evidence)
	}
	for _, d := range plan.Decisions {
		count(d.Note)
	}
	for _, a := range plan.Agreements {
		count(a.Text)
	}
	for _, m := range plan.Members {
		count(m.Mandate, m.Motivation)
	}
	count(plan.Evaluation.Collaboration, plan.Evaluation.Composition)
	return n
}
