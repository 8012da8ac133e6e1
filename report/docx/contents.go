package docx

import (
	"fmt"
	"strconv"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/office"
)

// heading is a heading that the contents can lead to.
func (w *writer) heading(format paragraphFormat, text string) office.Markup {
	w.headings++
	text = report.OneLine(text)
	return format.of(text).paragraph(bookmark(w.headings, headingName(w.headings), run(false, text)))
}

func headingName(n int) string { return fmt.Sprintf("_Toc%06d", n) }

// bookmark is a place in the document that has a name.
func bookmark(n int, name string, what office.Markup) office.Markup {
	id := strconv.Itoa(n)
	return office.Element("w:bookmarkStart", office.Attributes{"w:id", id, "w:name", name}) + what + office.Element("w:bookmarkEnd", office.Attributes{"w:id", id})
}

// contents lists the headings that follow, as links to them. It is a field that Word can make anew; no numbers of pages stand in
// it, as only who sets the pages knows them.
func (w *writer) contents(parts []report.Part, title assets.Text, onNewPage bool) office.Markup {
	state := func(kind string) office.Markup {
		return office.Element("w:r", nil, office.Element("w:fldChar", office.Attributes{"w:fldCharType", kind}))
	}
	instruction := office.Element("w:r", nil, office.Element("w:instrText", office.Attributes{"xml:space", "preserve"}, ` TOC \o &quot;1-2&quot; \h \z \n `))
	before, to := state("begin")+instruction+state("separate"), w.headings
	made := []office.Markup{styled(paragraphFormat{style: "TOCHeading", onNewPage: onNewPage}, string(title))}
	add := func(style, text string, last bool) {
		to++
		text = report.OneLine(text)
		link := office.Element("w:hyperlink", office.Attributes{"w:anchor", headingName(to), "w:history", "1"}, run(false, text))
		made = append(made, paragraphFormat{style: style}.of(text).paragraph(before, link, office.OnlyIf(last, state("end"))))
		before = ""
	}
	for i, part := range parts {
		add("TOC1", part.Title, false)
		for n, section := range part.Sections {
			add("TOC2", section.Title, i == len(parts)-1 && n == len(part.Sections)-1)
		}
	}
	return office.Join(made)
}
