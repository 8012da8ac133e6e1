//go:build documents

package pdf_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/reporttest"
)

// TestPDFOpensInOtherPrograms lets poppler and qpdf read the documents: their properties, their texts, their fonts.
func TestPDFOpensInOtherPrograms(t *testing.T) {
	all := reporttest.Documents(t, assets.Dutch)
	all["on paper"] = reporttest.ExampleBoard(t, assets.Dutch)
	all["long words"] = reporttest.Summary(reporttest.Everywhere(t, strings.Repeat("W", 300)), assets.Dutch)
	for name, s := range all {
		file := filepath.Join(t.TempDir(), "document.pdf")
		if err := os.WriteFile(file, pdfOf(t, s), 0o600); err != nil {
			t.Fatal(err)
		}
		reporttest.Run(t, "qpdf", "--check", file)
		info := reporttest.Run(t, "pdfinfo", file)
		if !strings.Contains(info, "(A4)") || !regexp.MustCompile(`Tagged: +yes`).MatchString(info) || !strings.Contains(info, s.Title) {
			t.Errorf("%s: pdfinfo says\n%s", name, info)
		}
		if pages, _ := strconv.Atoi(reporttest.PageCount.FindStringSubmatch(info)[1]); name == "on paper" && pages > 4 {
			t.Errorf("%s takes %d pages", name, pages)
		}
		withinMargins(t, name, reporttest.Run(t, "pdftotext", "-bbox", file, "-"))
		text := unbroken(reporttest.Run(t, "pdftotext", file, "-"))
		for _, said := range onPages(s) {
			// A text may go on on the next page, behind the foot of this one: its beginning and its end must be there.
			want := []rune(unbroken(said))
			ends := min(40, len(want))
			if !strings.Contains(text, string(want[:ends])) || !strings.Contains(text, string(want[len(want)-ends/2:])) {
				t.Errorf("%s: %q is not on a page", name, said)
			}
		}
		for _, line := range strings.Split(strings.TrimSpace(reporttest.Run(t, "pdffonts", file)), "\n")[2:] {
			// The last columns: embedded, subset, with a map to Unicode, and the two numbers of the object.
			if columns := strings.Fields(line); columns[len(columns)-5] != "yes" || columns[len(columns)-3] != "yes" {
				t.Errorf("%s: a font is not embedded: %s", name, line)
			}
		}
	}
}

// unbroken is a text without blanks and hyphens: pdftotext takes a hyphen at the end of a line for a broken word.
func unbroken(text string) string { return strings.ReplaceAll(reporttest.NoBlanks(text), "-", "") }

var wordBox = regexp.MustCompile(`<word xMin="([0-9.]+)" yMin="[0-9.]+" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)<`)

// withinMargins finds no word beside the text of a page, from the boxes that pdftotext puts around words.
func withinMargins(t *testing.T, name, boxes string) {
	t.Helper()
	for _, found := range wordBox.FindAllStringSubmatch(boxes, -1) {
		left, _ := strconv.ParseFloat(found[1], 64)
		right, _ := strconv.ParseFloat(found[2], 64)
		bottom, _ := strconv.ParseFloat(found[3], 64)
		if left < 50 || right > 545.5 || bottom > 825 {
			t.Errorf("%s: %.40q reaches from %v to %v, and down to %v", name, found[4], left, right, bottom)
		}
	}
}

// TestPDFFirstPageStandsAloneInOtherPrograms, whatever the school is like.
func TestPDFFirstPageStandsAloneInOtherPrograms(t *testing.T) {
	for name, s := range reporttest.Boards(t, assets.Dutch) {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "document.pdf")
			if err := os.WriteFile(file, pdfOf(t, s), 0o600); err != nil {
				t.Fatal(err)
			}
			reporttest.StandsAlone(t, s, reporttest.Run(t, "pdftotext", "-l", "1", file, "-"))
		})
	}
}
