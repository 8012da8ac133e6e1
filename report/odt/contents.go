package odt

import (
	"strconv"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/office"
)

// listedLevels are the levels of headings that the contents can lead to.
const listedLevels = 2

// heading is a heading of a level.
func (w *writer) heading(level int, text string, onNewPage bool) office.Markup {
	n, place := strconv.Itoa(level), office.Markup("")
	if level <= listedLevels {
		w.headings++
		place = office.Element("text:bookmark", office.Attributes{"text:name", headingName(w.headings)})
	}
	format := paragraphFormat{style: "Heading_20_" + n, onNewPage: onNewPage}.of(text)
	return office.Element("text:h", office.Attributes{"text:style-name", w.styleOf(format), "text:outline-level", n},
		place, run(false, report.OneLine(text)))
}

func headingName(n int) string { return "heading" + strconv.Itoa(n) }

// contents lists the headings that follow, as links to them. It is an index that another program can make anew; no numbers of pages
// stand in it, as only who sets the pages knows them.
func (w *writer) contents(parts []report.Part, title assets.Text, onNewPage bool) office.Markup {
	const heading = "Contents_20_Heading"
	style := func(level int) string { return "Contents_20_" + strconv.Itoa(level) }
	templates := office.Element("text:index-title-template", office.Attributes{"text:style-name", heading}, office.Escape(string(title)))
	for level := 1; level <= listedLevels; level++ {
		templates += office.Element("text:table-of-content-entry-template",
			office.Attributes{"text:outline-level", strconv.Itoa(level), "text:style-name", style(level)},
			office.Element("text:index-entry-link-start", nil), office.Element("text:index-entry-text", nil), office.Element("text:index-entry-link-end", nil))
	}
	to := w.headings
	entry := func(level int, text string) office.Markup {
		to++
		return w.paragraph(paragraphFormat{style: style(level)}.of(text),
			office.Element("text:a", office.Attributes{"xlink:type", "simple", "xlink:href", "#" + headingName(to)}, run(false, report.OneLine(text))))
	}
	body := office.Element("text:index-title", office.Attributes{"text:name", "contents-title"},
		w.paragraph(paragraphFormat{style: heading, onNewPage: onNewPage}.of(string(title)), run(false, string(title))))
	for _, part := range parts {
		body += entry(1, part.Title)
		for _, section := range part.Sections {
			body += entry(2, section.Title)
		}
	}
	return office.Element("text:table-of-content", office.Attributes{"text:name", "contents", "text:protected", "false"},
		office.Element("text:table-of-content-source", office.Attributes{"text:outline-level", strconv.Itoa(listedLevels)}, templates),
		office.Element("text:index-body", nil, body))
}
