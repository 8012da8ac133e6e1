package report_test

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// differencesOf are the lines of what changed since the previous round of a journal, as another program shows them.
func differencesOf(t *testing.T, j *steps.Journal) string {
	t.Helper()
	s := report.Summarize(j.Plan(), chosen(j, assets.Dutch, func(o *report.Options) { o.Sections = []string{"differences", "small-differences"} }))
	return reporttest.ReadMarkdown(t, string(markdown.Render(s))).Text
}

// TestDifferencesOfTasksThatAreCalledAlike has titles in which the sign stands that a document puts between facts.
func TestDifferencesOfTasksThatAreCalledAlike(t *testing.T) {
	t.Parallel()
	later := func(id, note string) change {
		return change{Kind: steps.ChangeTask, Task: id, Horizon: steps.Set(steps.Long), Note: steps.Set(note)}
	}
	j := journalOf(t,
		[]change{
			reporttest.OwnTask("own-wifi", "Wifi · Gebouw B", steps.TechnicalTasks, nil),
			reporttest.OwnTask("own-robot", "Robotlab", steps.TechnicalTasks, nil), reporttest.OwnTask("own-robot-2", "Robotlab", steps.TechnicalTasks, nil),
		},
		[]change{{Kind: steps.ChangeRound, Number: steps.Set(2)}},
		[]change{later("own-wifi", "a · b"), later("own-robot", ""), later("own-robot-2", "")},
	)
	got := differencesOf(t, j)
	for want, times := range map[string]int{
		"Wifi · Gebouw B\ntermijn: nu nodig → later · notitie: leeg → a · b\n": 1,
		"Robotlab\ntermijn: nu nodig → later\n":                                2,
	} {
		if n := strings.Count(got, want); n != times {
			t.Errorf("%q is said %d times:\n%s", want, n, got)
		}
	}
}

// TestDifferencesWithAnotherCatalogueNameItsTasks puts a catalogue in place between two rounds.
func TestDifferencesWithAnotherCatalogueNameItsTasks(t *testing.T) {
	t.Parallel()
	own := *catalogue
	own.Tasks = append(slices.Clone(catalogue.Tasks), steps.CatalogueTask{ID: "printers", Group: steps.TechnicalTasks, Core: steps.NoCore, Title: steps.Words{"nl": "Alles wat drukt"}})
	j := journalOf(t,
		yes(steps.Awareness),
		[]change{{Kind: steps.ChangeRound, Number: steps.Set(2)}},
		[]change{{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(own)}, task("printers", nil)},
	)
	if got := differencesOf(t, j); !strings.Contains(got, "Alles wat drukt toegevoegd") || strings.Contains(got, "rinters") {
		t.Errorf("the task is not named by its title:\n%s", got)
	}
}

// TestThePaperShowsHowTheRoundsEnded, each on a row, where there are more than two: two are told in sentences.
func TestThePaperShowsHowTheRoundsEnded(t *testing.T) {
	t.Parallel()
	round := func(number int) []change { return []change{{Kind: steps.ChangeRound, Number: steps.Set(number)}} }
	hours := func(hours int64) []change {
		return []change{{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(hours))}}
	}
	two := [][]change{hours(10), round(2), hours(12)}
	if got := differencesOf(t, journalOf(t, two...)); strings.Contains(got, "Over alle rondes") || !strings.Contains(got, "Er is 12 uur per week beschikbaar, voordien 10.") {
		t.Errorf("two rounds:\n%s", got)
	}
	got := differencesOf(t, journalOf(t, append(two, round(3), hours(9))...))
	if !strings.Contains(got, "Over alle rondes") || !strings.Contains(got, "3 (nu)") || !strings.Contains(got, "Minder goed. Er is 9 uur per week beschikbaar, voordien 12.") {
		t.Errorf("three rounds:\n%s", got)
	}
}
