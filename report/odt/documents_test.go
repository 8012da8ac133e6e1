//go:build documents

package odt_test

import (
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/odt"
	"stappenplan/report/reporttest"
)

// TestOpenDocumentOpensInLibreOffice lets LibreOffice print the documents, and finds their texts on the pages.
func TestOpenDocumentOpensInLibreOffice(t *testing.T) {
	most := map[string]int{
		"not begun": 1, "stopped": 3, "alone": 12, "together": 12, "example": 18, "own tasks": 24, "blank": 8, "policy": 4, "board": 4,
		"member": 1, "members": 4, "group": 2, "minutes": 1, "successor": 4,
	}
	all := reporttest.Documents(t, assets.Dutch)
	all["board"] = reporttest.ExampleBoard(t, assets.Dutch)
	for name, pdf := range reporttest.Printed(t, "odt", odt.Render, all) {
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

// TestOpenDocumentFirstPageStandsAloneInLibreOffice on paper, whatever the school is like.
func TestOpenDocumentFirstPageStandsAloneInLibreOffice(t *testing.T) {
	boards := reporttest.Boards(t, assets.Dutch)
	for name, pdf := range reporttest.Printed(t, "odt", odt.Render, boards) {
		t.Run(name, func(t *testing.T) {
			reporttest.StandsAlone(t, boards[name], reporttest.Run(t, "pdftotext", "-l", "1", pdf, "-"))
		})
	}
}
