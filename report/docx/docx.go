// Package docx writes a summary as a Word document.
package docx

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"io"
	"strings"
	"time"

	"stappenplan/assets"
	"stappenplan/report"
)

// partFiles are the parts of a Word file that differ between documents only in the values of their placeholders, which
// are words in capitals.
//
//go:embed parts
var partFiles embed.FS

// languages are the languages a Word document is spelled by.
var languages = map[assets.Language]string{assets.Dutch: "nl-BE", assets.English: "en-GB"}

// Render writes a summary as a Word document to go on working in: headings, lists and tables are real ones, and
// every text can be edited. The same summary gives the same bytes.
//
// The parts are written here and not by a library: those that can be had begin with a template of 400 kB of styles
// that they read and write anew each time (25 ms for an empty page), and have no footer with page numbers, no
// repeated heads of tables, no language and no letters from the right.
func Render(s report.Summary) ([]byte, error) {
	w := &writer{}
	document := w.document(s)
	if w.failed != nil {
		return nil, fmt.Errorf("writing a Word document: %w", w.failed)
	}
	language := languages[s.Language]
	parts := []packedPart{
		{"[Content_Types].xml", part("content-types.xml")},
		{"_rels/.rels", part("package.rels")},
		{"docProps/core.xml", coreProperties(s, language)},
		{"docProps/app.xml", part("app.xml")},
		{"word/document.xml", document},
		{"word/_rels/document.xml.rels", w.relations()},
		{"word/styles.xml", part("styles.xml", "LANGUAGE", language)},
		{"word/settings.xml", part("settings.xml", "LANGUAGE", language)},
		{"word/numbering.xml", part("numbering.xml", "NUMBERS", string(w.numbers()))},
		{"word/footer.xml", footer(s)},
	}
	for _, p := range w.pictures {
		data, err := p.data()
		if err != nil {
			return nil, fmt.Errorf("writing a Word document: %w", err)
		}
		parts = append(parts, packedPart{"word/" + p.target, markup(data)})
	}
	content, err := packed(parts, s)
	if err != nil {
		return nil, fmt.Errorf("writing a Word document: %w", err)
	}
	return content, nil
}

// part returns one of [partFiles] with its placeholders replaced; placeholders and their values alternate. It panics where
// there is no such file.
func part(name string, placeholders ...string) markup {
	content, err := partFiles.ReadFile("parts/" + name)
	if err != nil {
		panic(fmt.Sprintf("part of a Word document: %v", err))
	}
	return markup(strings.NewReplacer(placeholders...).Replace(string(content)))
}

// packedPart is a file in the package that a Word document is.
type packedPart struct {
	path    string
	content markup // or the bytes of a picture
}

// packed writes the parts to a zip file in their order, each with the day of the last change as its time.
func packed(parts []packedPart, s report.Summary) ([]byte, error) {
	day := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // as far back as a zip file knows
	if known, err := time.Parse(time.DateOnly, string(s.LastChange)); err == nil && known.After(day) {
		day = known
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		method := zip.Deflate
		if strings.HasPrefix(p.path, "word/media/") { // a picture is packed already
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.path, Method: method, Modified: day})
		if err != nil {
			return nil, fmt.Errorf("add %s: %w", p.path, err)
		}
		if _, err := io.WriteString(w, string(p.content)); err != nil {
			return nil, fmt.Errorf("add %s: %w", p.path, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("close the package: %w", err)
	}
	return b.Bytes(), nil
}

const xmlHead markup = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// coreProperties are what a file manager shows of the document. The keyword brings the document back to its plan.
func coreProperties(s report.Summary, language string) markup {
	property := func(name, value string, with ...string) markup {
		return onlyIf(value != "", element(name, with, escaped(value)))
	}
	day := ""
	if s.LastChange != "" {
		day = string(s.LastChange) + "T00:00:00Z"
	}
	return xmlHead + element("cp:coreProperties", attributes{
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
	},
		property("dc:title", s.Title),
		property("dc:creator", s.School),
		property("cp:keywords", s.Mark()),
		property("dc:language", language),
		property("dcterms:created", day, "xsi:type", "dcterms:W3CDTF"),
		property("dcterms:modified", day, "xsi:type", "dcterms:W3CDTF"))
}

// footer is the foot of every page: which state of the plan this is, and the page.
func footer(s report.Summary) markup {
	state := run(false, report.OneLine(s.Foot)+"\t")
	return xmlHead + element("w:ftr", namespaces,
		paragraphFormat{style: "Footer"}.paragraph(state, pageNumber(assets.Load(s.Language).Document.PageOf)))
}

// pageNumber is the page and how many there are as fields, which Word keeps up to date.
func pageNumber(words assets.Text) (m markup) {
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
		m += run(false, sentence[:at]) + element("w:fldSimple", attributes{"w:instr", field}, run(false, "1"))
		sentence = sentence[at+len(page):]
	}
}
