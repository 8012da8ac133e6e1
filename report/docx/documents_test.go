//go:build documents

package docx_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/docx"
	"stappenplan/report/html"
	"stappenplan/report/pdf"
	"stappenplan/report/reporttest"
)

// TestWordOpensInLibreOffice lets LibreOffice print the documents, and finds their texts on the pages.
func TestWordOpensInLibreOffice(t *testing.T) {
	most := map[string]int{
		"not begun": 1, "stopped": 3, "alone": 12, "together": 12, "example": 12, "own tasks": 24, "blank": 8, "policy": 4, "member": 2, "members": 6, "group": 2, "minutes": 1,
	}
	folder := t.TempDir()
	all := reporttest.Documents(t, assets.Dutch)
	var files []string
	for name, s := range all {
		content, err := docx.Render(s)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(folder, name+".docx")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	reporttest.Run(t, "soffice", append([]string{profile, "--headless", "--convert-to", "pdf", "--outdir", folder}, files...)...)
	for name, s := range all {
		pdf := filepath.Join(folder, name+".pdf")
		pages, _ := strconv.Atoi(reporttest.PageCount.FindStringSubmatch(reporttest.Run(t, "pdfinfo", pdf))[1])
		if pages > most[name] {
			t.Errorf("%s takes %d pages", name, pages)
		}
		text := reporttest.NoBlanks(reporttest.Run(t, "pdftotext", "-layout", pdf, "-"))
		for _, part := range s.Parts {
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

// TestWordForABoardIsShort prints what a board gets of the example school: the page that stands alone is one page,
// and with what is behind it there are four.
func TestWordForABoardIsShort(t *testing.T) {
	j := reporttest.Example(t)
	for most, parts := range map[int][]string{1: {string(report.Brief)}, 4: {string(report.Brief), string(report.Detail)}} {
		for _, names := range report.NamesChoices {
			s := report.Summarize(j.Plan(), reporttest.Options(j, assets.Dutch, func(o *report.Options) { o.Sections, o.Names, o.Notes = parts, names, false }))
			content, err := docx.Render(s)
			if err != nil {
				t.Fatal(err)
			}
			if got := printed(t, content); got > most {
				t.Errorf("%v with %s takes %d pages", parts, names, got)
			}
		}
	}
}

// TestTheMarkSurvivesLibreOffice saves documents again, and finds the plan they were made of.
func TestTheMarkSurvivesLibreOffice(t *testing.T) {
	s := reporttest.Summary(reporttest.Example(t), assets.Dutch)
	word, err := docx.Render(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, saved := range []struct {
		content  []byte
		from, to string
		read     func([]byte) (string, bool)
	}{
		{word, "docx", "docx", docx.Fingerprint}, {word, "docx", "pdf", pdf.Fingerprint}, {html.Render(s), "html", "html", html.Fingerprint},
	} {
		again := savedAgain(t, saved.content, saved.from, saved.to)
		if got, found := saved.read(again); got != s.Fingerprint || !found {
			t.Errorf("from %s to %s: the fingerprint found back is %q", saved.from, saved.to, got)
		}
	}
}

// savedAgain is a document as LibreOffice saves it.
func savedAgain(t *testing.T, content []byte, from, to string) []byte {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "document."+from)
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(folder, "profile"))
	reporttest.Run(t, "soffice", profile, "--headless", "--convert-to", to, "--outdir", filepath.Join(folder, "again"), file)
	again, err := os.ReadFile(filepath.Join(folder, "again", "document."+to))
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// printed is how many pages LibreOffice makes of a document.
func printed(t *testing.T, content []byte) int {
	t.Helper()
	file := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(file, savedAgain(t, content, "docx", "pdf"), 0o600); err != nil {
		t.Fatal(err)
	}
	pages, _ := strconv.Atoi(reporttest.PageCount.FindStringSubmatch(reporttest.Run(t, "pdfinfo", file))[1])
	return pages
}

// TestTheFirstPageStandsAloneOnPaper, whatever the school is like.
func TestTheFirstPageStandsAloneOnPaper(t *testing.T) {
	folder, boards := t.TempDir(), reporttest.Boards(t, assets.Dutch)
	var files []string
	for name, s := range boards {
		content, err := docx.Render(s)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(folder, name+".docx")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	reporttest.Run(t, "soffice", append([]string{profile, "--headless", "--convert-to", "pdf", "--outdir", folder}, files...)...)
	for name, s := range boards {
		t.Run(name, func(t *testing.T) {
			reporttest.StandsAlone(t, s, reporttest.Run(t, "pdftotext", "-l", "1", filepath.Join(folder, name+".pdf"), "-"))
		})
	}
}
