package report_test

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// TestContentsOfADocument counts what stands in a document, which is less than the plan holds.
func TestContentsOfADocument(t *testing.T) {
	t.Parallel()
	full, example := together(t), exampleOf(t)
	for _, one := range []struct {
		what    string
		journal *steps.Journal
		choose  func(*report.Options)
		want    string
	}{
		{"everything", full, func(o *report.Options) { o.Motivation = true }, "78 taken, 3 teamleden en 23 eigen teksten"},
		{"without motivation", full, func(*report.Options) {}, "78 taken, 3 teamleden en 20 eigen teksten"},
		{"for a board", full, func(o *report.Options) { o.Sections = []string{"brief", "detail"} }, "78 taken, 3 teamleden en 9 eigen teksten"},
		{"one page", full, func(o *report.Options) { o.Sections = []string{"brief"} }, "0 taken, 3 teamleden en 1 eigen tekst"},
		{"where it stands", full, func(o *report.Options) { o.Sections = []string{"standing"} }, "0 taken, 0 teamleden en 0 eigen teksten"},
		{"roles", example, func(o *report.Options) { o.Names, o.Sections = report.NamesAsRoles, []string{"team"} }, "0 taken, 4 teamleden en 3 eigen teksten"},
		{"nothing filled in", journalOf(t), func(*report.Options) {}, "0 taken, 0 teamleden en 0 eigen teksten"},
	} {
		options := chosen(one.journal, assets.Dutch, one.choose)
		if got := report.ContentsOf(report.Summarize(one.journal.Plan(), options), one.journal.Plan(), texts[assets.Dutch]); got != one.want {
			t.Errorf("%s: got %q, want %q", one.what, got, one.want)
		}
	}
	english := chosen(full, assets.English, func(*report.Options) {})
	if got := report.ContentsOf(report.Summarize(full.Plan(), english), full.Plan(), texts[assets.Dutch]); got != "78 taken, 3 teamleden en 20 eigen teksten" {
		t.Errorf("of a document in English: got %q", got)
	}
}

func TestDaysOfACalendar(t *testing.T) {
	t.Parallel()
	for want, j := range map[string]*steps.Journal{"5 dagen": together(t), "0 dagen": journalOf(t)} {
		if got := report.DaysOf(summaryOf(j, assets.English), texts[assets.Dutch]); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := report.DaysOf(summaryOf(together(t), assets.Dutch), texts[assets.English]); got != "5 days" {
		t.Errorf("got %q", got)
	}
}
