package report_test

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// TestContentsOfADocument counts what stands in a document, which is less than the plan holds.
func TestContentsOfADocument(t *testing.T) {
	full, example := together(t), exampleOf(t)
	for _, one := range []struct {
		what    string
		journal *steps.Journal
		choose  func(*report.Options)
		want    string
	}{
		{"everything", full, func(o *report.Options) { o.Motivation = true }, "69 taken, 3 teamleden en 19 notities"},
		{"without motivation", full, func(*report.Options) {}, "69 taken, 3 teamleden en 16 notities"},
		{"for a board", full, func(o *report.Options) { o.Sections = []string{"brief", "detail"} }, "69 taken, 3 teamleden en 8 notities"},
		{"one page", full, func(o *report.Options) { o.Sections = []string{"brief"} }, "5 taken, 3 teamleden en 0 notities"},
		{"where it stands", full, func(o *report.Options) { o.Sections = []string{"standing"} }, "0 taken, 0 teamleden en 0 notities"},
		{"a member in a sentence", full, func(o *report.Options) { o.Sections = []string{"decisions"} }, "1 taak, 2 teamleden en 0 notities"},
		{"roles", example, func(o *report.Options) { o.Names, o.Sections = report.NamesAsRoles, []string{"team"} }, "0 taken, 4 teamleden en 3 notities"},
		{"nothing filled in", journalOf(t), func(*report.Options) {}, "0 taken, 0 teamleden en 0 notities"},
	} {
		options := chosen(one.journal, assets.Dutch, one.choose)
		if got := report.ContentsOf(report.Summarize(one.journal.Plan(), options), one.journal.Plan(), options, texts[assets.Dutch]); got != one.want {
			t.Errorf("%s: got %q, want %q", one.what, got, one.want)
		}
	}
	english := chosen(full, assets.English, func(*report.Options) {})
	if got := report.ContentsOf(report.Summarize(full.Plan(), english), full.Plan(), english, texts[assets.Dutch]); got != "69 taken, 3 teamleden en 16 notities" {
		t.Errorf("of a document in English: got %q", got)
	}
}

// TestContentsOfAlikeTitles has a title within another, within a word, and twice.
func TestContentsOfAlikeTitles(t *testing.T) {
	decided := func(id, title string) change { return ownTask(id, title, steps.TechnicalTasks, nil) }
	notYet := func(id, title string) change { // counted in the overview, not named
		return change{Kind: steps.ChangeTask, Task: id, Title: steps.Set(title), Group: steps.Set("technical")}
	}
	plan := planOf(t, []change{
		decided("own-a", "Wifi in het netwerk"), notYet("own-b", "Wifi"), notYet("own-c", "Net"),
		decided("own-d", "Lab"), decided("own-e", "Lab"),
	})
	options := optionsIn(assets.Dutch)
	options.Sections = []string{"tasks"}
	if got, want := report.ContentsOf(report.Summarize(plan, options), plan, options, texts[assets.Dutch]), "3 taken, 0 teamleden en 0 notities"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDaysOfACalendar(t *testing.T) {
	for want, j := range map[string]*steps.Journal{"1 dag": together(t), "0 dagen": journalOf(t)} {
		if got := report.DaysOf(summaryOf(j, assets.English), texts[assets.Dutch]); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := report.DaysOf(summaryOf(together(t), assets.Dutch), texts[assets.English]); got != "1 day" {
		t.Errorf("got %q", got)
	}
}
