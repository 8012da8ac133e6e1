//go:build documents

package docx_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/docx"
	"stappenplan/report/reporttest"
)

// TestWordOpensInLibreOffice lets LibreOffice print the documents, and finds their texts on the pages. What a board gets of
// the example school is short: the page that stands alone is one page, and with what is behind it there are four.
func TestWordOpensInLibreOffice(t *testing.T) {
	most := map[string]int{
		"not begun": 1, "stopped": 3, "alone": 12, "together": 12, "example": 18, "own tasks": 24, "blank": 8, "policy": 4, "member": 2, "members": 6, "group": 2, "minutes": 1, "successor": 4,
	}
	all := reporttest.Documents(t, assets.Dutch)
	for pages, parts := range map[int][]string{1: {string(report.Brief)}, 4: {string(report.Brief), string(report.Detail)}} {
		for _, names := range report.NamesChoices {
			name := fmt.Sprint("board ", pages, " ", names)
			most[name] = pages
			all[name] = reporttest.Board(reporttest.Example(t), assets.Dutch, func(o *report.Options) { o.Sections, o.Names = parts, names })
		}
	}
	for name, pdf := range reporttest.Printed(t, "docx", docx.Render, all) {
		pages := reporttest.Pages(t, pdf)
		if pages > most[name] {
			t.Errorf("%s takes %d pages", name, pages)
		}
		text := reporttest.NoBlanks(reporttest.Run(t, "pdftotext", "-layout", pdf, "-"))
		for _, part := range all[name].Parts {
			for _, section := range part.Sections {
				if !strings.Contains(text, reporttest.NoBlanks(section.Title)) {
					t.Errorf("%s: %q is not on a page", name, section.Title)
				}
			}
		}
		if last := reporttest.NoBlanks("pagina " + strconv.Itoa(pages) + " van " + strconv.Itoa(pages)); !strings.Contains(text, last) {
			t.Errorf("%s: no page is numbered %q", name, last)
		}
	}
}

// TestWordFirstPageStandsAloneInLibreOffice on paper, whatever the school is like.
func TestWordFirstPageStandsAloneInLibreOffice(t *testing.T) {
	boards := reporttest.Boards(t, assets.Dutch)
	for name, pdf := range reporttest.Printed(t, "docx", docx.Render, boards) {
		t.Run(name, func(t *testing.T) {
			reporttest.StandsAlone(t, boards[name], reporttest.Run(t, "pdftotext", "-l", "1", pdf, "-"))
		})
	}
}
