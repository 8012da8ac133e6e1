// Package odt writes a summary as a text of OpenDocument, for LibreOffice and others.
package odt

import (
	"cmp"
	"embed"
	"fmt"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/office"
)

// partFiles are the parts that differ between documents only in the values of their placeholders.
//
//go:embed parts
var partFiles embed.FS

const mediaType = "application/vnd.oasis.opendocument.text"

// Render writes a summary as a text to go on working in: headings, lists and tables are real ones, and every text can be
// edited. The same summary gives the same bytes.
func Render(s report.Summary) ([]byte, error) {
	w := &writer{}
	content := w.content(s)
	if w.failed != nil {
		return nil, fmt.Errorf("writing an OpenDocument text: %w", w.failed)
	}
	var file office.Package
	file.Add("mimetype", mediaType)
	file.Add("content.xml", content)
	file.Add("styles.xml", styles(s))
	file.Add("settings.xml", office.Fill(partFiles, "settings.xml")) // of the room between paragraphs the larger counts, as in Word
	file.Add("meta.xml", properties(s))
	for _, p := range w.pictures {
		file.AddWhenReady(p.path, p.data)
	}
	file.Add("META-INF/manifest.xml", w.manifest())
	packed, err := file.Packed(s)
	if err != nil {
		return nil, fmt.Errorf("writing an OpenDocument text: %w", err)
	}
	return packed, nil
}

// Fingerprint finds the fingerprint of the plan that a text was made of, and says whether the document is one.
func Fingerprint(document []byte) (fingerprint string, isText bool) {
	return office.Fingerprint(document, "content.xml")
}

// styles are how the text looks, and the head and the foot of every page: the school, or the title where that has no name yet; which
// state of the plan this is, and the page.
func styles(s report.Summary) office.Markup {
	language, country, _ := strings.Cut(s.Language.Spelling(), "-")
	w := &writer{}
	head := w.styled("Header", cmp.Or(s.School, s.Title))
	foot := paragraphFormat{style: "Footer"}.of(s.Foot)
	text := w.paragraph(foot, run(false, report.OneLine(s.Foot)+"\t"), pageNumber(assets.Load(s.Language).Document.PageOf))
	return office.Fill(partFiles, "styles.xml",
		"LANGUAGE", language, "COUNTRY", country, "PAGESTYLES", string(w.paragraphStyles()), "HEADTEXT", string(head), "FOOTTEXT", string(text))
}

// pageNumber is the page and how many there are as fields, which are kept up to date.
func pageNumber(words assets.Text) (m office.Markup) {
	const page, pages = "\uE000", "\uE001" // placeholders in the sentence for the fields
	fields := map[string]office.Markup{
		page:  office.Element("text:page-number", office.Attributes{"text:select-page", "current"}, "1"),
		pages: office.Element("text:page-count", nil, "1"),
	}
	sentence := words.Fill("n", page, "total", pages)
	for {
		at := strings.IndexAny(sentence, page+pages)
		if at < 0 {
			return m + run(false, sentence)
		}
		m += run(false, sentence[:at]) + fields[sentence[at:at+len(page)]]
		sentence = sentence[at+len(page):]
	}
}

// properties are what a file manager shows of the document. The keyword brings it back to its plan.
func properties(s report.Summary) office.Markup {
	property := func(name, value string) office.Markup {
		return office.OnlyIf(value != "", office.Element(name, nil, office.Escape(value)))
	}
	day := ""
	if s.LastChange != "" {
		day = string(s.LastChange) + "T00:00:00"
	}
	return office.XMLHead + office.Element("office:document-meta", office.Attributes{
		"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "office:version", "1.3",
	}, office.Element("office:meta", nil,
		property("meta:generator", "Stappenplan"),
		property("dc:title", s.Title),
		property("meta:keyword", s.Mark()),
		property("meta:initial-creator", s.School),
		property("dc:creator", s.School),
		property("meta:creation-date", day),
		property("dc:date", day),
		property("dc:language", s.Language.Spelling())))
}

// manifest says which parts there are.
func (w *writer) manifest() office.Markup {
	entry := func(path, kind string) office.Markup {
		return office.Element("manifest:file-entry", office.Attributes{"manifest:full-path", path, "manifest:media-type", kind})
	}
	return office.XMLHead + office.Element("manifest:manifest", office.Attributes{
		"xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version", "1.3",
	}, entry("/", mediaType), entry("content.xml", "text/xml"), entry("styles.xml", "text/xml"), entry("settings.xml", "text/xml"), entry("meta.xml", "text/xml"),
		office.Each(w.pictures, func(p picture) office.Markup { return entry(p.path, "image/"+p.kind) }))
}
