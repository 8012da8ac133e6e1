// Package docx writes a summary as a Word document.
package docx

import (
	"cmp"
	"embed"
	"fmt"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/office"
)

// partFiles are the parts of a Word file that differ between documents only in the values of their placeholders, which
// are words in capitals.
//
//go:embed parts
var partFiles embed.FS

// Render writes a summary as a Word document to go on working in: headings, lists and tables are real ones, and
// every text can be edited. The same summary gives the same bytes.
func Render(s report.Summary) ([]byte, error) {
	w := &writer{}
	document := w.document(s)
	if w.failed != nil {
		return nil, fmt.Errorf("writing a Word document: %w", w.failed)
	}
	language := s.Language.Spelling()
	var file office.Package
	file.Add("[Content_Types].xml", part("content-types.xml"))
	file.AddProperties(s, "word/document.xml")
	file.Add("word/document.xml", document)
	file.Add("word/_rels/document.xml.rels", w.relations())
	file.Add("word/styles.xml", part("styles.xml", "LANGUAGE", language, "SQUARES", string(squareStyles())))
	file.Add("word/settings.xml", part("settings.xml", "LANGUAGE", language))
	file.Add("word/numbering.xml", part("numbering.xml", "NUMBERS", string(w.numbers())))
	file.Add("word/footer.xml", footer(s))
	file.Add("word/header.xml", header(s))
	for _, p := range w.pictures {
		file.AddWhenReady("word/"+p.target, p.data)
	}
	content, err := file.Packed(s)
	if err != nil {
		return nil, fmt.Errorf("writing a Word document: %w", err)
	}
	return content, nil
}

// Fingerprint finds the fingerprint of the plan that a Word document was made of, and says whether the document is one.
func Fingerprint(document []byte) (fingerprint string, isWord bool) {
	return office.Fingerprint(document, "word/document.xml")
}

// part returns one of [partFiles] with its placeholders replaced.
func part(name string, placeholders ...string) office.Markup {
	return office.Fill(partFiles, name, placeholders...)
}

// header is the head of every page: the school, or what the document is called where that has no name yet.
func header(s report.Summary) office.Markup {
	return office.XMLHead + office.Element("w:hdr", namespaces, paragraph("Header", cmp.Or(s.School, s.Title)))
}

// footer is the foot of every page: which state of the plan this is, and the page.
func footer(s report.Summary) office.Markup {
	state := run(false, report.OneLine(s.Foot)+"\t")
	return office.XMLHead + office.Element("w:ftr", namespaces,
		paragraphFormat{style: "Footer"}.paragraph(state, pageNumber(assets.Load(s.Language).Document.PageOf)))
}

// pageNumber is the page and how many there are as fields, which Word keeps up to date.
func pageNumber(words assets.Text) (m office.Markup) {
	const page, pages = "\uE000", "\uE001" // placeholders in the sentence for the fields
	sentence := words.Fill("n", page, "total", pages)
	for {
		at := strings.IndexAny(sentence, page+pages)
		if at < 0 {
			return m + run(false, sentence)
		}
		field := "PAGE"
		if strings.HasPrefix(sentence[at:], pages) {
			field = "NUMPAGES"
		}
		m += run(false, sentence[:at]) + office.Element("w:fldSimple", office.Attributes{"w:instr", field}, run(false, "1"))
		sentence = sentence[at+len(page):]
	}
}
