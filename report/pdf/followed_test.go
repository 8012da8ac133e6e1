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
