package office

import (
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"stappenplan/report"
)

// Ruler measures texts in Liberation Sans, whose letters are as wide as those of Arial. It is for one document at a time.
type Ruler struct {
	buffer   sfnt.Buffer
	advances [2]map[rune]float64 // of letters, in ems: of the regular ones, of the bold ones
}

// Width is how wide a text is, in points. A letter that the font lacks is taken to be as wide as it is high.
func (r *Ruler) Width(text string, size float64, bold bool) (width float64) {
	for _, letter := range text {
		width += r.advance(letter, bold)
	}
	return width * size
}

func (r *Ruler) advance(letter rune, bold bool) float64 {
	weight := 0
	if bold {
		weight = 1
	}
	if r.advances[weight] == nil {
		r.advances[weight] = map[rune]float64{}
	}
	if known, ok := r.advances[weight][letter]; ok {
		return known
	}
	const em = 1000
	face, width := typefaces()[bold], 1.0
	if glyph, err := face.GlyphIndex(&r.buffer, letter); err == nil && glyph != 0 {
		if advance, err := face.GlyphAdvance(&r.buffer, glyph, fixed.I(em), font.HintingNone); err == nil {
			width = float64(advance) / 64 / em
		}
	}
	r.advances[weight][letter] = width
	return width
}

// Lines is how many lines a text takes in a width; a word that is wider than that is broken.
func (r *Ruler) Lines(text string, size float64, bold bool, width float64) int {
	lines, at, blank := 1, 0.0, r.Width(" ", size, bold)
	for word := range strings.FieldsFuncSeq(text, report.Breakable) {
		wide := r.Width(word, size, bold)
		if at > 0 && at+blank+wide > width {
			lines, at = lines+1, 0
		}
		if at > 0 {
			at += blank
		}
		for at += wide; at > width; at -= width {
			lines++
		}
	}
	return lines
}

// Cut is a text cut to a number of lines, with "…" in the place of what goes; it is cut between words where that goes.
func (r *Ruler) Cut(text string, size float64, bold bool, width float64, lines int) string {
	if r.Lines(text, size, bold, width) <= lines {
		return text
	}
	letters := []rune(text)
	fits := func(n int) bool {
		return r.Lines(strings.TrimRight(string(letters[:n]), " ,;:·")+"…", size, bold, width) <= lines
	}
	low, high := 0, len(letters) // so many fit, and so many do not
	for high-low > 1 {
		if middle := (low + high) / 2; fits(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	kept := string(letters[:low])
	if at := strings.LastIndexFunc(kept, report.Breakable); at > len(kept)*3/4 {
		kept = kept[:at]
	}
	return strings.TrimRight(kept, " ,;:·") + "…"
}
