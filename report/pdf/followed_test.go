package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
)

// TestASentenceStaysWithItsTable, wherever the page ends.
func TestASentenceStaysWithItsTable(t *testing.T) {
	t.Parallel()
	const sentence = "Geschrapt: 1 taak."
	for rows := 50; rows < 75; rows++ {
		table := report.Table{Columns: []report.Column{{Title: "Taak"}, {Title: "Uren", Number: true}}}
		for i := range rows {
			table.Rows = append(table.Rows, []string{fmt.Sprint("Taak ", i), "1"})
		}
		s := report.Summary{Language: assets.Dutch, Title: "Plan", Parts: []report.Part{{ID: report.Detail, Title: "Deel", Sections: []report.Section{
			{ID: report.SectionTasks, Title: "Taken", Blocks: []report.Block{table, report.Paragraph(sentence)}}}}}}
		for n, page := range readPDF(t, pdfOf(t, s)) {
			text := aboveFoot(page)
			last := fmt.Sprint("Taak", rows-1)
			if strings.Contains(text, "Geschrapt:1taak.") && !strings.Contains(text, last) {
				t.Errorf("%d rows: the sentence stands alone on page %d", rows, n+1)
			}
		}
	}
}

// TestASentenceStaysWithTheFigureBelowIt, and so does the heading above both.
func TestASentenceStaysWithTheFigureBelowIt(t *testing.T) {
	t.Parallel()
	bars := report.Bars{Legend: []string{"nu", "later"}, Lines: []report.BarsLine{{Label: "Technisch", Counts: []int{4, 2}}, {Label: "Beleid", Counts: []int{1, 1}}}}
	for rows := 25; rows < 50; rows++ {
		table := report.Table{Columns: []report.Column{{Title: "Taak"}, {Title: "Uren", Number: true}}}
		for i := range rows {
			table.Rows = append(table.Rows, []string{fmt.Sprint("Taak ", i), "1"})
		}
		s := report.Summary{Language: assets.Dutch, Title: "Plan", Parts: []report.Part{{ID: report.Detail, Title: "Deel", Sections: []report.Section{
			{ID: report.SectionTeam, Title: "Team", Blocks: []report.Block{table}},
			{ID: report.SectionTasks, Title: "Overzicht", Blocks: []report.Block{report.Paragraph("Beslist: 8 taken."), bars, table}}}}}}
		for n, page := range readPDF(t, pdfOf(t, s)) {
			if text := aboveFoot(page); strings.Contains(text, "Beslist:8taken.") && !strings.Contains(text, "Technisch") {
				t.Errorf("%d rows: the sentence stands without its figure at the foot of page %d", rows, n+1)
			}
		}
	}
}
