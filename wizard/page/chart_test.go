package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestPicturesOfSheetsFitTheScreen at any usual width, say in words what they draw, and are no Braille.
func TestPicturesOfSheetsFitTheScreen(t *testing.T) {
	journal, err := steps.Replay(assets.Definitions(), assets.Example())
	if err != nil {
		t.Fatal(err)
	}
	plan := journal.Plan()
	for _, language := range assets.Languages {
		texts := assets.Load(language)
		for _, s := range plan.Definitions().Sheets {
			drawn := 0
			for _, block := range report.SheetBlocks(plan, report.Options{Texts: texts, Today: "2026-11-24", Names: report.NamesInFull}, s.ID) {
				chart, is := block.(report.Chart)
				if !is {
					continue
				}
				drawn++
				for width := 30; width <= 140; width += 10 {
					f := screen.Frame{Width: width, Plan: plan, Texts: texts, Look: screen.NewLook(true, colorprofile.TrueColor)}
					for _, line := range blockLines(f, chart) {
						if ansi.StringWidth(line) > max(width, 52) {
							t.Errorf("%s at %d: %d cells in %q", s.ID, width, ansi.StringWidth(line), ansi.Strip(line))
						}
						if strings.ContainsFunc(line, func(r rune) bool { return r >= 0x2800 && r <= 0x28ff }) {
							t.Errorf("%s: Braille in %q", s.ID, line)
						}
					}
				}
			}
			if want := pictures(s); drawn != want {
				t.Errorf("%s: %d pictures, want %d", s.ID, drawn, want)
			}
		}
	}
}

// pictures is how many pictures a sheet has in its definition.
func pictures(s steps.Sheet) (n int) {
	for _, part := range s.Report {
		if part.Picture != "" {
			n++
		}
	}
	return n
}
