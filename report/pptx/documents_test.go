//go:build documents

package pptx_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/pptx"
	"stappenplan/report/reporttest"
)

// word is a word on a page, with where it ends, in points.
var word = regexp.MustCompile(`<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>`)

// TestSlidesOpenInLibreOffice lets LibreOffice print slides of every kind of plan: each is a page, its title is on it, and
// nothing runs over its edges or into its foot.
func TestSlidesOpenInLibreOffice(t *testing.T) {
	boards := reporttest.Boards(t, assets.Dutch)
	for name, pdf := range reporttest.Printed(t, "pptx", pptx.Render, boards) {
		s := boards[name]
		pages := strings.Split(reporttest.Run(t, "pdftotext", "-bbox", pdf, "-"), "<page ")[1:]
		slides := slidesOf(t, s)
		if len(pages) != len(slides) {
			t.Errorf("%s: %d pages of %d slides", name, len(pages), len(slides))
			continue
		}
		for i, page := range pages {
			if !strings.HasPrefix(page, `width="960.0`) {
				t.Errorf("%s: a page is not 16:9: %.60s", name, page)
			}
			text := ""
			for _, w := range word.FindAllStringSubmatch(page, -1) {
				text += w[4]
				from, _ := strconv.ParseFloat(w[1], 64)
				to, _ := strconv.ParseFloat(w[2], 64)
				end, _ := strconv.ParseFloat(w[3], 64)
				if foot := end > 495 && end < 530; from < 40 || to > 920 || end > 490 && !foot {
					t.Errorf("%s, slide %d: %q stands at %v to %v, %v", name, i+1, w[4], from, to, end)
				}
			}
			if title := reporttest.WithoutElements(slides[i].title, ""); !strings.Contains(reporttest.WithoutElements(text, ""), reporttest.NoBlanks(title)) {
				t.Errorf("%s, slide %d: %q is not on it: %s", name, i+1, title, text)
			}
		}
	}
}
