//go:build documents

package report_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
)

// TestPDFOpensInOtherPrograms lets poppler and qpdf read the documents: their properties, their texts, their fonts.
func TestPDFOpensInOtherPrograms(t *testing.T) {
	all := documents(t, assets.Dutch)
	all["on paper"] = onPaper(t, assets.Dutch)
	for name, s := range all {
		file := filepath.Join(t.TempDir(), "document.pdf")
		if err := os.WriteFile(file, pdfOf(t, s), 0o600); err != nil {
			t.Fatal(err)
		}
		ran(t, "qpdf", "--check", file)
		info := ran(t, "pdfinfo", file)
		if !strings.Contains(info, "(A4)") || !strings.Contains(info, s.Title) {
			t.Errorf("%s: pdfinfo says\n%s", name, info)
		}
		text := unbroken(ran(t, "pdftotext", file, "-"))
		for _, said := range onPages(s) {
			// A text may go on on the next page, behind the foot of this one: its beginning and its end must be there.
			want := []rune(unbroken(said))
			ends := min(40, len(want))
			if !strings.Contains(text, string(want[:ends])) || !strings.Contains(text, string(want[len(want)-ends/2:])) {
				t.Errorf("%s: %q is not on a page", name, said)
			}
		}
		for _, line := range strings.Split(strings.TrimSpace(ran(t, "pdffonts", file)), "\n")[2:] {
			// The last columns: embedded, subset, with a map to Unicode, and the two numbers of the object.
			if columns := strings.Fields(line); columns[len(columns)-5] != "yes" || columns[len(columns)-3] != "yes" {
				t.Errorf("%s: a font is not embedded: %s", name, line)
			}
		}
	}
}

// unbroken is a text without blanks and hyphens: pdftotext takes a hyphen at the end of a line for a broken word.
func unbroken(text string) string { return strings.ReplaceAll(squeezed(text), "-", "") }

// onPages are the texts that stand on the pages: pictures say their numbers, and need no titles of columns.
func onPages(s report.Summary) (texts []string) {
	for _, part := range s.Parts {
		texts = append(texts, part.Title)
		for _, section := range part.Sections {
			texts = append(texts, section.Title)
			for _, block := range section.Blocks {
				switch b := block.(type) {
				case report.Walk:
					for _, step := range b.Steps {
						texts = append(texts, step.Name, step.State)
					}
				case report.Hours:
					for _, line := range b.Lines {
						texts = append(texts, line.Asked.Text)
					}
				case report.Bars:
					texts = append(texts, b.Legend...)
				default:
					texts = append(texts, spokenBlock(block)...)
				}
			}
		}
	}
	return texts
}
