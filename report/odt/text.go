package odt

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/report"
	"stappenplan/report/office"
)

// paragraphFormat is how a paragraph looks: a style, and what differs from it.
type paragraphFormat struct {
	style     string
	keep      bool // stays on the page of the next
	onNewPage bool // begins a page
	fromRight bool // is written from the right
	atEnd     bool // aligned on the right
}

// of is the format for a text, which may have to be written from the right.
func (f paragraphFormat) of(text string) paragraphFormat {
	f.fromRight = office.FromRight(text)
	return f
}

// name is how the style of a format is called.
func (f paragraphFormat) name() string {
	name := f.style
	for _, part := range []struct {
		is   bool
		name string
	}{{f.keep, "-keep"}, {f.onNewPage, "-page"}, {f.fromRight, "-right"}, {f.atEnd, "-end"}} {
		if part.is {
			name += part.name
		}
	}
	return name
}

// styleOf is the style of a format, which is written where it is not one of the document's.
func (w *writer) styleOf(f paragraphFormat) string {
	if f != (paragraphFormat{style: f.style}) && !slices.Contains(w.formats, f) {
		w.formats = append(w.formats, f)
	}
	return f.name()
}

// paragraphStyles are the styles of the formats in use.
func (w *writer) paragraphStyles() office.Markup {
	return office.Each(w.formats, func(f paragraphFormat) office.Markup {
		var with office.Attributes
		if f.keep {
			with = append(with, "fo:keep-with-next", "always")
		}
		if f.onNewPage {
			with = append(with, "fo:break-before", "page")
		}
		if f.fromRight {
			with = append(with, "style:writing-mode", "rl-tb")
		}
		if f.atEnd || f.fromRight {
			with = append(with, "fo:text-align", map[bool]string{true: "end", false: "start"}[f.atEnd])
		}
		return office.Element("style:style", office.Attributes{"style:name", f.name(), "style:family", "paragraph", "style:parent-style-name", f.style},
			office.Element("style:paragraph-properties", with))
	})
}

func (w *writer) paragraph(f paragraphFormat, runs ...office.Markup) office.Markup {
	return office.Element("text:p", office.Attributes{"text:style-name", w.styleOf(f)}, runs...)
}

// styled is a text on one line in a style.
func (w *writer) styled(style, text string) office.Markup {
	return w.paragraph(paragraphFormat{style: style}.of(text), run(false, report.OneLine(text)))
}

// run is a text, bold or not.
func run(bold bool, text string) office.Markup {
	if bold && text != "" {
		return office.Element("text:span", office.Attributes{"text:style-name", "Strong"}, letters(text))
	}
	return letters(text)
}

// letters is a text with an element for every line end and tab, and for every blank that would be lost: in OpenDocument only
// one that follows something else is kept.
func letters(text string) office.Markup {
	var b strings.Builder
	start := 0
	flush := func(end int) { b.WriteString(string(office.Escape(text[start:end]))) }
	for i := 0; i < len(text); i++ {
		var element office.Markup
		switch {
		case text[i] == '\n':
			element = office.Element("text:line-break", nil)
		case text[i] == '\t':
			element = office.Element("text:tab", nil)
		case text[i] == ' ' && (i == 0 || i == len(text)-1 || strings.IndexByte(" \n\t", text[i-1]) >= 0):
			element = office.Element("text:s", nil)
		default:
			continue
		}
		flush(i)
		b.WriteString(string(element))
		start = i + 1
	}
	flush(len(text))
	return office.Markup(b.String())
}

// points are twentieths of a point as a measure.
func points(twentieths int) string {
	return strconv.FormatFloat(float64(twentieths)/20, 'f', -1, 64) + "pt"
}
