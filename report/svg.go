package report

import (
	"html"
	"html/template"
	"strconv"
	"strings"
)

// svg renders a drawing as a picture that stands in a page of HTML: its text is text, and its inks are classes
// for which the page's style has the colours.
func (d Drawing) svg() template.HTML {
	s := &svg{}
	s.write(`<svg viewBox="0 0 `, measure(d.Width), ` `, measure(d.Height), `" role="img"><title>`,
		html.EscapeString(d.Title), `</title>`)
	for _, one := range d.Shapes {
		s.shape(one)
	}
	s.write(`</svg>`)
	return template.HTML(s.out.String())
}

type svg struct{ out strings.Builder }

func (s *svg) write(parts ...string) {
	for _, part := range parts {
		s.out.WriteString(part)
	}
}

func (s *svg) shape(one Shape) {
	switch one := one.(type) {
	case Bar:
		s.write(`<rect class="`, inkClasses[one.Ink], `"`)
		s.places("x", one.X, "y", one.Y, "width", one.Width, "height", one.Height)
		s.write(`/>`)
	case Stroke:
		s.write(`<line class="`, inkClasses[one.Ink], `"`)
		s.places("x1", one.X1, "y1", one.Y1, "x2", one.X2, "y2", one.Y2, "stroke-width", one.Width)
		s.write(`/>`)
	case Label:
		s.label(one)
	}
}

func (s *svg) label(l Label) {
	s.write(`<text class="`, inkClasses[l.Ink], `"`)
	s.places("x", l.X, "y", l.Y, "font-size", l.Size)
	if l.Anchor != Start {
		s.write(` text-anchor="`, anchorNames[l.Anchor], `"`)
	}
	if l.Bold {
		s.write(` font-weight="bold"`)
	}
	s.write(`>`, html.EscapeString(l.Text), `</text>`)
}

// places writes names and numbers as attributes.
func (s *svg) places(pairs ...any) {
	for i := 0; i < len(pairs); i += 2 {
		s.write(` `, pairs[i].(string), `="`, measure(pairs[i+1].(float64)), `"`)
	}
}

var (
	inkClasses = map[Ink]string{
		InkText: "text", InkMuted: "muted", InkAccent: "accent", InkGood: "good", InkWarn: "warn", InkBad: "bad", InkPale: "pale",
	}
	anchorNames = map[Anchor]string{Middle: "middle", End: "end"}
)

// measure writes a length to a tenth of a point, which nobody sees.
func measure(length float64) string {
	text := strconv.FormatFloat(length, 'f', 1, 64)
	return strings.TrimSuffix(text, ".0")
}
