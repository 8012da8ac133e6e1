//go:build documents

package html_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/html"
	"stappenplan/report/reporttest"
)

// TestAPageForABoardPrintsInFourPagesInABrowser of the example school, and says on the first what is decided.
func TestAPageForABoardPrintsInFourPagesInABrowser(t *testing.T) {
	for _, language := range assets.Languages {
		s := reporttest.ExampleBoard(t, language)
		folder := t.TempDir()
		file, printed := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
		if err := os.WriteFile(file, html.Render(s), 0o600); err != nil {
			t.Fatal(err)
		}
		reporttest.Run(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
			"--user-data-dir="+filepath.Join(folder, "profile"), "--print-to-pdf="+printed, file)
		if pages, _ := strconv.Atoi(reporttest.PageCount.FindStringSubmatch(reporttest.Run(t, "pdfinfo", printed))[1]); pages > 4 {
			t.Errorf("%s: it takes %d pages", language, pages)
		}
		reporttest.StandsAlone(t, s, reporttest.Run(t, "pdftotext", "-l", "1", "-layout", printed, "-"))
	}
}
