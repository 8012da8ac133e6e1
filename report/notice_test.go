package report_test

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/docx"
	"stappenplan/report/html"
	"stappenplan/report/markdown"
	"stappenplan/report/pdf"
	"stappenplan/report/reporttest"
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
			facts := strings.Join(s.Facts, " · ")
			if lines := strings.Split(string(markdown.Render(s)), "\n\n"); lines[2] != s.Notice {
				t.Errorf("%s: under the title of Markdown is %q", language, lines[:3])
			}
			_, below, _ := strings.Cut(string(html.Render(s)), "</h1>")
			if header, _, _ := strings.Cut(below, "</header>"); !strings.Contains(header, s.Notice) {
				t.Errorf("%s: under the title of the page is %q", language, header)
			}
			below = reporttest.NoBlanks(reporttest.AboveFoot(reporttest.ReadPDF(t, reporttest.Written(t, pdf.Render, s))[0]))
			if at := strings.Index(below, reporttest.NoBlanks(facts)); at < 0 || !strings.HasPrefix(below[at:], reporttest.NoBlanks(facts+s.Notice)) {
				t.Errorf("%s: under the title of the PDF is %.300q", language, below)
			}
			if word := reporttest.ReadWord(t, reporttest.Written(t, docx.Render, s)); !slices.Contains(word.Styled("Normal"), s.Notice) {
				t.Errorf("%s: Word does not say it", language)
			}
		}
	}
}
