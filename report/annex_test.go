package report_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// sectionOf is a section of a summary.
func sectionOf(t *testing.T, s report.Summary, id report.SectionID) report.Section {
	t.Helper()
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			if section.ID == id {
				return section
			}
		}
	}
	t.Fatalf("there is no section %s", id)
	return report.Section{}
}

// TestTheAnnexHasATableForEachGroupOfTasks, of which no column is empty.
func TestTheAnnexHasATableForEachGroupOfTasks(t *testing.T) {
	t.Parallel()
	s := summaryOf(reporttest.Example(t), assets.Dutch)
	var groups []string
	for _, block := range sectionOf(t, s, report.SectionTaskAnswers).Blocks {
		switch b := block.(type) {
		case report.Heading:
			groups = append(groups, string(b))
		case report.Table:
			for i, column := range b.Columns {
				if !slices.ContainsFunc(b.Rows, func(row []string) bool { return row[i] != "" }) {
					t.Errorf("%s: nothing stands under %q", groups[len(groups)-1], column.Title)
				}
			}
		}
	}
	if want := []string{"Technische taken", "Pedagogisch-didactische taken", "Beleid en visie", "Administratieve taken"}; !slices.Equal(groups, want) {
		t.Errorf("the groups are %q", groups)
	}
}

// TestTasksThatDoNotApplyTakeOneLine in the annex, all of a group together, as many as the overview counts; one of which more was said
// has a row too.
func TestTasksThatDoNotApplyTakeOneLine(t *testing.T) {
	t.Parallel()
	notHere := func(title string, with func(*change)) change {
		return reporttest.OwnTask("own-"+strings.ToLower(title), title, steps.TechnicalTasks, func(c *change) {
			c.Relevance, c.Horizon, c.Expertise = steps.Set(steps.DoesNotApply), steps.Clear[steps.Horizon](), steps.Clear[steps.Choice]()
			with(c)
		})
	}
	j := journalOf(t, []change{
		notHere("Beeldband", func(*change) {}), notHere("Telex", func(c *change) { c.Note = steps.Set("lang weg") }),
		notHere("Fax", func(c *change) { c.Hours = steps.Set(steps.Whole(1)) }),
	})
	s := summaryOf(j, assets.Dutch)
	section := sectionOf(t, s, report.SectionTaskAnswers)
	if counted := sectionOf(t, s, report.SectionTasks).Blocks[3]; counted != report.Paragraph("Geldt niet: 3 taken. Nog te beslissen: 27 taken.") {
		t.Errorf("the overview says %q", counted)
	}
	table, list := section.Blocks[1].(report.Table), section.Blocks[2].(report.List)
	if len(table.Rows) != 1 || !slices.Equal(table.Rows[0], []string{"Fax", "geldt niet", "1"}) {
		t.Errorf("the table has the rows %q", table.Rows)
	}
	if len(list.Items) != 2 || list.Items[0].Lead != "Geldt niet: 3 taken." || list.Items[0].Text != "Beeldband; Telex; Fax." || list.Items[1].Lead != "Telex." {
		t.Errorf("the list has the items %+v", list.Items)
	}
}

// TestThousandsAreParted from ten thousand on, in the head and in the annex.
func TestThousandsAreParted(t *testing.T) {
	t.Parallel()
	for pupils, want := range map[int]string{830: "830", 1250: "1250", 12850: "12\u00a0850", 1000000: "1\u00a0000\u00a0000"} {
		school := reporttest.School(steps.NoGroup)
		school.Pupils = steps.Set(pupils)
		s := summaryOf(journalOf(t, []change{school}), assets.Dutch)
		list := sectionOf(t, s, report.SectionSchool).Blocks[0].(report.List)
		if in := func(i report.Item) bool { return i.Text == "Leerlingen: "+want }; !slices.Contains(s.Facts, want+" leerlingen") || !slices.ContainsFunc(list.Items, in) {
			t.Errorf("%d is not written %q: %q %v", pupils, want, s.Facts, list.Items)
		}
	}
}

// TestNarrowedColumnsBreakAlike gives way in proportion, down to the widest words.
func TestNarrowedColumnsBreakAlike(t *testing.T) {
	t.Parallel()
	// A column of very long texts counts for half of the room, and the last has no word that breaks.
	got := report.Narrowed([]float64{900, 100, 100}, []float64{20, 20, 100}, 400)
	if sum := got[0] + got[1] + got[2]; sum > 400.01 || sum < 399 || got[2] < 99.9 || got[0]/got[1] < 1.99 || got[0]/got[1] > 2.01 {
		t.Errorf("the columns are %v", got)
	}
	if got := report.Narrowed([]float64{300, 300}, []float64{250, 250}, 100); got[0]+got[1] > 100.01 {
		t.Errorf("columns whose words are too wide are %v", got)
	}
}

// TestEveryNumberIsWrittenAlike: pupils, hours in sentences and tables, means and money part their thousands from five digits on, and no
// number has a hyphen for a minus.
func TestEveryNumberIsWrittenAlike(t *testing.T) {
	t.Parallel()
	school, amount := reporttest.School(steps.SchoolGroup), steps.Whole(60000)
	school.Pupils, school.Hours = steps.Set(12850), steps.Set(steps.Whole(10000))
	full, week := steps.Whole(63), steps.Whole(36)
	school.Means = steps.Set([]steps.Means{{Source: steps.Points, Amount: &amount, PerFulltime: &full, Week: &week}, {Source: steps.Clock, Amount: &amount}})
	budget := func(theme string, amounts ...int) change {
		return change{Kind: steps.ChangeRow, Sheet: "destination", Table: "budget", Row: theme, Cells: []byte(fmt.Sprintf(`{"theme": %q, "kind": "investment", "amounts": [%d, %d]}`, theme, amounts[0], amounts[1]))}
	}
	indicator := change{Kind: steps.ChangeRow, Sheet: "chain", Table: "indicators", Row: "koers", Cells: []byte(`{"what": "koers", "why": "daarom", "baseline": -12850.25, "value": -0.25, "target": 20000}`)}
	j := journalOf(t, []change{school, budget("netwerk", 1999, 11760), budget("software", 8, 123456), indicator}, yes(steps.Awareness, steps.Vision, steps.Policy, steps.Pooling), reporttest.Team(), reporttest.Decided())
	wrong := regexp.MustCompile(`(^|[^\pL\d])\d{5,}([^\pL\d-]|$)|(^|\s)-\d|(^|[^\d\x{a0}])\d\x{a0}\d{3}\b`)
	seen := map[string]bool{}
	for _, language := range assets.Languages {
		text := documentOf(j, language)
		for _, found := range wrong.FindAllString(text, -1) {
			t.Errorf("%s: %q", language, found)
		}
		for _, number := range []string{"12\u00a0850", "10\u00a0000", "1999", "11\u00a0760", "137\u00a0223", "20\u00a0000", "−12\u00a0850"} {
			seen[number] = seen[number] || strings.Contains(text, number)
		}
	}
	for number, there := range seen {
		if !there {
			t.Errorf("%s stands nowhere", number)
		}
	}
}
