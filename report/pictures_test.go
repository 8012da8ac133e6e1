package report_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// drawings are the pictures of a summary.
func drawings(s report.Summary) (list []report.Drawing) {
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				if b, ok := block.(interface{ Drawing() report.Drawing }); ok {
					list = append(list, b.Drawing())
				}
			}
		}
	}
	return list
}

// TestPicturesStayOnTheirSheet holds for every plan, the largest too: no shape sticks out, and none is drawn
// with a length that is no number.
func TestPicturesStayOnTheirSheet(t *testing.T) {
	t.Parallel()
	for _, journal := range []*steps.Journal{journalOf(t), stopped(t), alone(t), together(t), exampleOf(t), withOwnTasks(t, 300)} {
		s := summaryOf(journal, assets.Dutch)
		for _, d := range append(drawings(s), drawings(reporttest.EveryBlock())...) {
			on := func(x, y float64) {
				t.Helper()
				if math.IsNaN(x) || math.IsNaN(y) || x < 0 || y < 0 || x > d.Width+0.01 || y > d.Height+0.01 {
					t.Errorf("%.60s: (%v, %v) is off the sheet of %v by %v", d.Title, x, y, d.Width, d.Height)
				}
			}
			for _, shape := range d.Shapes {
				switch shape := shape.(type) {
				case report.Bar:
					on(shape.X, shape.Y)
					on(shape.X+shape.Width, shape.Y+shape.Height)
				case report.Stroke:
					on(shape.X1, shape.Y1)
					on(shape.X2, shape.Y2)
				case report.Label:
					on(shape.X, shape.Y)
				}
			}
		}
	}
}

func labels(d report.Drawing) (list []string) {
	for _, shape := range d.Shapes {
		if label, ok := shape.(report.Label); ok {
			list = append(list, label.Text)
		}
	}
	return list
}

func TestPicturesAreSaidInWords(t *testing.T) {
	t.Parallel()
	want := []string{"2 Gedragen visie: nee", "De school: 30, 20", "Technisch: 4, 2"}
	for i, d := range drawings(reporttest.EveryBlock()) {
		if !strings.Contains(d.Title, want[i]) {
			t.Errorf("the title %q does not say %q", d.Title, want[i])
		}
	}
}

func TestHoursThatAreNotThereStandOut(t *testing.T) {
	t.Parallel()
	length := func(asked, available int64) float64 {
		h := report.Hours{Lines: []report.HoursLine{{
			"An", report.Amount{steps.Whole(asked), true, ""}, report.Amount{steps.Whole(available), true, ""},
		}}}
		for _, shape := range h.Drawing().Shapes {
			if bar, ok := shape.(report.Bar); ok && bar.Ink == report.InkBad {
				return bar.Width
			}
		}
		return 0
	}
	if some, more := length(12, 8), length(16, 8); some <= 0 || more <= some {
		t.Errorf("4 hours too many are drawn %v long, 8 hours %v", some, more)
	}
	if got := length(8, 8); got != 0 {
		t.Errorf("hours that suffice are drawn as too many, %v long", got)
	}
}

func TestALongNameIsCutInAPicture(t *testing.T) {
	t.Parallel()
	b := report.Bars{Legend: []string{"nu"}, Lines: []report.BarsLine{{strings.Repeat("lang ", 20), []int{1}}}}
	if got := labels(b.Drawing()); !slices.ContainsFunc(got, func(l string) bool { return strings.HasPrefix(l, "lang lang") && strings.HasSuffix(l, "…") }) {
		t.Errorf("the labels are %q", got)
	}
}
