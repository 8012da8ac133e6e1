//go:build documents

package reporttest

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stappenplan/report"
)

// Run runs a program, and returns what it wrote; the test fails with it.
func Run(t *testing.T, program string, arguments ...string) string {
	t.Helper()
	out, err := exec.Command(program, arguments...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// StandsAlone fails where the text of a first page does not say what is asked to decide; but for a crowd that needs more than a page,
// it says all of the first part.
func StandsAlone(t *testing.T, s report.Summary, first string) {
	t.Helper()
	first = NoBlanks(first)
	for _, section := range s.Parts[0].Sections {
		said := []string{section.Title}
		if list, is := section.Blocks[0].(report.List); is && section.ID == report.SectionDecisions {
			for _, item := range list.Items {
				said = append(said, item.Lead)
			}
		} else if len(s.School) > 100 {
			continue
		}
		for _, text := range said {
			if !strings.Contains(first, NoBlanks(text)) {
				t.Errorf("%q is not on the first page", text)
			}
		}
	}
	if len(s.Parts) > 1 && strings.Contains(first, NoBlanks(s.Parts[1].Title)) {
		t.Errorf("the first page says %q", s.Parts[1].Title)
	}
}

// Printed are the PDFs that LibreOffice prints of summaries in a format, by name: in one start, which is most of the time.
func Printed(t *testing.T, ending string, render func(report.Summary) ([]byte, error), summaries map[string]report.Summary) map[string]string {
	t.Helper()
	folder, paths := t.TempDir(), map[string]string{}
	var files []string
	for name, s := range summaries {
		file := filepath.Join(folder, strconv.Itoa(len(files))+"."+ending)
		if err := os.WriteFile(file, Written(t, render, s), 0o600); err != nil {
			t.Fatal(err)
		}
		paths[name] = filepath.Join(folder, strconv.Itoa(len(files))+".pdf")
		files = append(files, file)
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(folder, "profile"))
	Run(t, "soffice", append([]string{profile, "--headless", "--convert-to", "pdf", "--outdir", folder}, files...)...)
	return paths
}

// Pages is the number of pages of a PDF.
func Pages(t *testing.T, pdf string) int {
	t.Helper()
	pages, err := strconv.Atoi(PageCount.FindStringSubmatch(Run(t, "pdfinfo", pdf))[1])
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// PageCount finds the number of pages in what pdfinfo says.
var PageCount = regexp.MustCompile(`Pages:\s+(\d+)`)
