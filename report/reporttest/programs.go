//go:build documents

package reporttest

import (
	"os/exec"
	"regexp"
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

// PageCount finds the number of pages in what pdfinfo says.
var PageCount = regexp.MustCompile(`Pages:\s+(\d+)`)
