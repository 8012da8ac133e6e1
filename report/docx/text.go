package docx

import (
	"strconv"
	"strings"

	"stappenplan/report"
)

// paragraphFormat is how a paragraph of a Word document looks.
type paragraphFormat struct {
	style     string
	keep      bool // stays on the page of the next
	onNewPage bool // begins a page
	number    int  // the numbering of its list; 0 is that of the style
	fromRight bool // is written from the right
	atEnd     bool // aligned on the right
}

// of is the format for a text, which may have to be written from the right.
func (f paragraphFormat) of(text string) paragraphFormat {
	f.fromRight = fromRight(text)
	return f
}

// paragraph is a paragraph of runs, its properties in the order that Word insists on.
func (f paragraphFormat) paragraph(runs ...markup) markup {
	properties := element("w:pPr", nil,
		valued("w:pStyle", f.style),
		onlyIf(f.keep, element("w:keepNext", nil)),
		onlyIf(f.onNewPage, element("w:pageBreakBefore", nil)),
		onlyIf(f.number > 0, element("w:numPr", nil, valued("w:ilvl", "0"), valued("w:numId", strconv.Itoa(f.number)))),
		onlyIf(f.fromRight, element("w:bidi", nil)),
		onlyIf(f.atEnd, valued("w:jc", "right")))
	return element("w:p", nil, properties, joined(runs))
}

// styled is a text in a paragraph of its own.
func styled(format paragraphFormat, text string) markup {
	return format.of(text).paragraph(run(false, text))
}

// paragraph is a paragraph of one line in a style.
func paragraph(style, text string) markup {
	return styled(paragraphFormat{style: style}, report.OneLine(text))
}

// run is a text, bold or not, with its line ends and tabs.
func run(bold bool, text string) markup {
	return each(stretches(text), func(part stretch) markup {
		properties := element("w:rPr", nil, onlyIf(bold, valued("w:rStyle", "Strong")), onlyIf(part.fromRight, element("w:rtl", nil)))
		return element("w:r", nil, onlyIf(bold || part.fromRight, properties), lines(part.text))
	})
}

// breaks are the elements for a line end and a tab.
var breaks = map[byte]markup{'\n': element("w:br", nil), '\t': element("w:tab", nil)}

// lines is a text with an element for every line end and tab.
func lines(text string) markup {
	var parts []markup
	for {
		at := strings.IndexAny(text, "\n\t")
		if at < 0 {
			return joined(append(parts, letters(text)))
		}
		parts = append(parts, letters(text[:at]), breaks[text[at]])
		text = text[at+1:]
	}
}

func letters(text string) markup {
	return onlyIf(text != "", element("w:t", attributes{"xml:space", "preserve"}, escaped(text)))
}
