package docx

import (
	"strconv"
	"strings"

	"stappenplan/report"
	"stappenplan/report/office"
)

// paragraphFormat is how a paragraph of a Word document looks.
type paragraphFormat struct {
	style     string
	keep      bool // stays on the page of the next
	onNewPage bool // begins a page
	number    int  // the numbering of its list; 0 is that of the style
	fromRight bool // is written from the right
}

// of is the format for a text, which may have to be written from the right.
func (f paragraphFormat) of(text string) paragraphFormat {
	f.fromRight = office.FromRight(text)
	return f
}

// paragraph is a paragraph of runs, its properties in the order that Word insists on.
func (f paragraphFormat) paragraph(runs ...office.Markup) office.Markup {
	properties := office.Element("w:pPr", nil,
		valued("w:pStyle", f.style),
		office.OnlyIf(f.keep, office.Element("w:keepNext", nil)),
		office.OnlyIf(f.onNewPage, office.Element("w:pageBreakBefore", nil)),
		office.OnlyIf(f.number > 0, office.Element("w:numPr", nil, valued("w:ilvl", "0"), valued("w:numId", strconv.Itoa(f.number)))),
		office.OnlyIf(f.fromRight, office.Element("w:bidi", nil)))
	return office.Element("w:p", nil, properties, office.Join(runs))
}

// styled is a text in a paragraph of its own.
func styled(format paragraphFormat, text string) office.Markup {
	return format.of(text).paragraph(run(false, text))
}

// paragraph is a paragraph of one line in a style.
func paragraph(style, text string) office.Markup {
	return styled(paragraphFormat{style: style}, report.OneLine(text))
}

// run is a text, bold or not, with its line ends and tabs.
func run(bold bool, text string) office.Markup {
	return office.Each(office.Stretches(text), func(part office.Stretch) office.Markup {
		properties := office.Element("w:rPr", nil, office.OnlyIf(bold, valued("w:rStyle", "Strong")), office.OnlyIf(part.FromRight, office.Element("w:rtl", nil)))
		return office.Element("w:r", nil, office.OnlyIf(bold || part.FromRight, properties), lines(part.Text))
	})
}

// breaks are the elements for a line end and a tab.
var breaks = map[byte]office.Markup{'\n': office.Element("w:br", nil), '\t': office.Element("w:tab", nil)}

// lines is a text with an element for every line end and tab.
func lines(text string) office.Markup {
	var parts []office.Markup
	for {
		at := strings.IndexAny(text, "\n\t")
		if at < 0 {
			return office.Join(append(parts, letters(text)))
		}
		parts = append(parts, letters(text[:at]), breaks[text[at]])
		text = text[at+1:]
	}
}

func letters(text string) office.Markup {
	return office.OnlyIf(text != "", office.Element("w:t", office.Attributes{"xml:space", "preserve"}, office.Escape(text)))
}

// valued is an element that has nothing but a value.
func valued(name, value string) office.Markup {
	return office.Element(name, office.Attributes{"w:val", value})
}
