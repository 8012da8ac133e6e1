package office

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"regexp"

	"stappenplan/lazyregexp"
	"stappenplan/report"
)

// XMLHead begins every part of XML.
const XMLHead Markup = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// AddProperties adds what a package of Office Open XML says of itself: which part is the document, and what a file manager
// shows of it.
func (p *Package) AddProperties(s report.Summary, document string) {
	const relations, office = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/", OfficeRelation
	p.Add("_rels/.rels", Relations([]Relation{
		{"document", office + "officeDocument", document},
		{"core", relations + "core-properties", "docProps/core.xml"},
		{"app", office + "extended-properties", "docProps/app.xml"},
	}))
	p.Add("docProps/core.xml", coreProperties(s))
	p.Add("docProps/app.xml", XMLHead+Element("Properties", Attributes{
		"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
	}, Element("Application", nil, "Stappenplan")))
}

// OfficeRelation begins the kinds of most relations.
const OfficeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// Relation says where a part is that another one names by an id.
type Relation struct{ ID, Kind, Target string }

// Relations are those of a part.
func Relations(list []Relation) Markup {
	return XMLHead + Element("Relationships", Attributes{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"},
		Each(list, func(r Relation) Markup {
			return Element("Relationship", Attributes{"Id", r.ID, "Type", r.Kind, "Target", r.Target})
		}))
}

// coreProperties are what a file manager shows of the document. The keyword brings the document back to its plan.
func coreProperties(s report.Summary) Markup {
	property := func(name, value string, with ...string) Markup {
		return OnlyIf(value != "", Element(name, with, Escape(value)))
	}
	day := ""
	if s.LastChange != "" {
		day = string(s.LastChange) + "T00:00:00Z"
	}
	return XMLHead + Element("cp:coreProperties", Attributes{
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
	},
		property("dc:title", s.Title),
		property("dc:creator", s.School),
		property("cp:keywords", s.Mark()),
		property("dc:language", s.Language.Spelling()),
		property("dcterms:created", day, "xsi:type", "dcterms:W3CDTF"),
		property("dcterms:modified", day, "xsi:type", "dcterms:W3CDTF"))
}

// maxProperties is how large the properties of a document may be.
const maxProperties = 1 << 20

// keywords are where the properties of a document are, and the mark in them.
var keywords = map[string]func() *regexp.Regexp{
	"docProps/core.xml": lazyregexp.New(`<cp:keywords[^>]*>` + report.MarkPattern + `</cp:keywords>`),
	"meta.xml":          lazyregexp.New(`<meta:keyword[^>]*>` + report.MarkPattern + `</meta:keyword>`),
}

// Fingerprint finds the fingerprint of the plan that a document was made of, and says whether the document is a package
// with this part.
func Fingerprint(document []byte, part string) (fingerprint string, is bool) {
	if !bytes.HasPrefix(document, []byte("PK")) {
		return "", false
	}
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return "", false
	}
	if _, err := fs.Stat(archive, part); err != nil {
		return "", false
	}
	for path, place := range keywords {
		if found := report.FindMark(read(archive, path), place()); found != "" {
			fingerprint = found
		}
	}
	return fingerprint, true
}

// read reads the properties of a document; nothing where it has none there.
func read(archive *zip.Reader, path string) []byte {
	file, err := archive.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxProperties))
	if err != nil {
		return nil
	}
	return text
}
