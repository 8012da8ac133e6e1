package report_test

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
)

// A document of a plan that is not whole says so under its title; any other says nothing of it.
func TestDocumentsSayThatAPlanIsNotWhole(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		for _, subject := range []report.Subject{report.AboutPlan, report.ForPolicy} {
			of := func(wholeTo uint64) report.Summary {
				j := exampleOf(t)
				return report.Document(j.Plan(), chosen(j, language, func(o *report.Options) { o.Subject, o.WholeTo = subject, wholeTo }))
			}
			if notice := of(0).Notice; notice != "" {
				t.Errorf("of a whole plan is said %q", notice)
			}
			s := of(41)
			if !strings.Contains(s.Notice, "41") || !strings.Contains(s.Notice, "2026") {
				t.Fatalf("%s: the notice is %q", language, s.Notice)
			}
			if lines := strings.Split(string(markdown.Render(s)), "\n\n"); lines[2] != s.Notice {
				t.Errorf("%s: under the title is %q", language, lines[:3])
			}
		}
	}
}
