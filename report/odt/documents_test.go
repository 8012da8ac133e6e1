//go:build documents

package odt_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/odt"
	"stappenplan/report/reporttest"
)

// converted are documents as LibreOffice saves them, by name.
func converted(t *testing.T, documents map[string]report.Summary, to string) map[string]string {
	t.Helper()
	folder := t.TempDir()
	var files []string
	for name, s := range documents {
		file := filepath.Join(folder, name+".odt")
		if err := os.WriteFile(file, reporttest.Written(t, odt.Render, s), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	again := filepath.Join(folder, "again")
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	reporttest.Run(t, "soffice", append([]string{profile, "--headless", "--convert-to", to, "--outdir", again}, files...)...)
	paths := map[string]string{}
	for name := range documents {
		paths[name] = filepath.Join(again, name+"."+to)
	}
	return paths
}

// TestOpenDocumentOpensInLibreOffice lets LibreOffice print the documents, and finds their texts on the pages.
func TestOpenDocumentOpensInLibreOffice(t *testing.T) {
	most := map[string]int{
		"not begun": 1, "stopped": 3, "alone": 12, "together": 12, "example": 12, "own tasks": 24, "blank": 8, "policy": 4, "board": 4,
		"member": 1, "members": 4, "group": 2, "minutes": 1,
	}
	all := reporttest.Documents(t, assets.Dutch)
	all["board"] = reporttest.ExampleBoard(t, assets.Dutch)
	for name, pdf := range converted(t, all, "pdf") {
		pages, _ := strconv.Atoi(reporttest.PageCount.FindStringSubmatch(reporttest.Run(t, "pdfinfo", pdf))[1])
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

// TestTheMarkOfOpenDocumentSurvivesLibreOffice saves a text again, and finds the plan it was made of.
func TestTheMarkOfOpenDocumentSurvivesLibreOffice(t *testing.T) {
	s := reporttest.ExampleBoard(t, assets.Dutch)
	again, err := os.ReadFile(converted(t, map[string]report.Summary{"text": s}, "odt")["text"])
	if err != nil {
		t.Fatal(err)
	}
	if got, is := odt.Fingerprint(again); got != s.Fingerprint || !is {
		t.Errorf("the fingerprint found back is %q", got)
	}
}

// TestTheFirstPageStandsAloneOnPaper, whatever the school is like.
func TestTheFirstPageStandsAloneOnPaper(t *testing.T) {
	folder, boards := t.TempDir(), reporttest.Boards(t, assets.Dutch)
	var files []string
	for name, s := range boards {
		content, err := odt.Render(s)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(folder, name+".odt")
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
