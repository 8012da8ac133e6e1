package office

import (
	"math"
	"strings"
	"testing"
)

func TestRulerMeasuresAsArialDoes(t *testing.T) {
	t.Parallel()
	var r Ruler
	for _, c := range []struct {
		text string
		bold bool
		want float64 // in ems
	}{{"", false, 0}, {"H", false, 0.722}, {"HH", false, 1.444}, {"i", false, 0.222}, {"i", true, 0.278}, {" ", false, 0.278}, {"家", false, 1}} {
		if got := r.Width(c.text, 10, c.bold); math.Abs(got-10*c.want) > 0.02 {
			t.Errorf("%q is %v points wide, want %v", c.text, got, 10*c.want)
		}
	}
}

func TestRulerBreaksLines(t *testing.T) {
	t.Parallel()
	var r Ruler
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 100, 1}, {"een", 100, 1}, {"een twee", 24, 2}, {"een twee", 100, 1}, {"een\u00a0twee", 25, 2}, {strings.Repeat("H", 10), 36.2, 2}, {"x " + strings.Repeat("H", 10), 36.2, 3},
	} {
		if got := r.Lines(c.text, 10, false, c.width); got != c.want {
			t.Errorf("%q takes %d lines in %v, want %d", c.text, got, c.width, c.want)
		}
	}
}

func TestRulerCutsToFit(t *testing.T) {
	t.Parallel()
	var r Ruler
	text := "Een studiedag voor het hele team, in de lente van volgend jaar"
	for _, lines := range []int{1, 2} {
		for width := 60.0; width < 400; width += 7 {
			got := r.Cut(text, 12, true, width, lines)
			if r.Lines(got, 12, true, width) > lines {
				t.Errorf("%q does not fit on %d lines of %v", got, lines, width)
			}
			if kept, cut := strings.CutSuffix(got, "…"); cut && (!strings.HasPrefix(text, kept) || strings.HasSuffix(kept, " ") || strings.HasSuffix(kept, ",")) || !cut && got != text {
				t.Errorf("%q became %q", text, got)
			}
		}
	}
}
