package pdf_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
	"stappenplan/report"
	"stappenplan/report/reporttest"
)

// TestThePagesHaveTheHoursOfThePlan: every row of the tables with hours, in arbitrary plans.
func TestThePagesHaveTheHoursOfThePlan(t *testing.T) {
	t.Parallel()
	sections := []report.SectionID{report.SectionReckoning, report.SectionTeam}
	rapid.Check(t, func(r *rapid.T) {
		options := reporttest.OptionsIn(assets.Dutch)
		options.Sections = []string{string(sections[0]), string(sections[1])}
		s := report.Summarize(assetstest.HoursPlan(r, assets.Definitions()), options)
		text := readAll(t, pdfOf(t, s))
		for _, part := range s.Parts {
			for _, section := range part.Sections {
				for _, block := range section.Blocks {
					table, is := block.(report.Table)
					if !is || !slices.Contains(sections, section.ID) {
						continue
					}
					for _, row := range table.Rows {
						if !strings.Contains(text, reporttest.NoBlanks(strings.Join(row, ""))) {
							r.Errorf("no page has %v", row)
						}
					}
				}
			}
		}
	})
}
