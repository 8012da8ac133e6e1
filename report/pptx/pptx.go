// Package pptx writes the first page of a summary as slides, to show at the meeting that decides.
package pptx

import (
	"embed"
	"fmt"
	"strconv"

	"stappenplan/report"
	"stappenplan/report/office"
)

// partFiles are the parts that differ between documents only in their language.
//
//go:embed parts
var partFiles embed.FS

// Render writes slides: one for each section of the first page, with what became of decisions on that of the decisions. The
// letters are as large as there is room for; what has to be left out stands in the notes in full. The same summary
// gives the same bytes.
func Render(s report.Summary) ([]byte, error) {
	w := newWriter(s)
	slides := w.slides()
	language := s.Language.Spelling()
	part := func(name string) office.Markup { return office.Fill(partFiles, name, "LANGUAGE", language) }
	var file office.Package
	file.Add("[Content_Types].xml", contentTypes(slides))
	file.AddProperties(s, "ppt/presentation.xml")
	file.Add("ppt/presentation.xml", presentation(slides))
	file.Add("ppt/_rels/presentation.xml.rels", office.Relations(presentationRelations(slides)))
	file.Add("ppt/slideMasters/slideMaster1.xml", part("master.xml"))
	file.Add("ppt/slideMasters/_rels/slideMaster1.xml.rels", office.Relations([]office.Relation{
		relation("layout", "slideLayout", "../slideLayouts/slideLayout1.xml"), relation("theme", "theme", "../theme/theme1.xml"),
	}))
	file.Add("ppt/slideLayouts/slideLayout1.xml", part("layout.xml"))
	file.Add("ppt/slideLayouts/_rels/slideLayout1.xml.rels", office.Relations([]office.Relation{
		relation("master", "slideMaster", "../slideMasters/slideMaster1.xml"),
	}))
	file.Add("ppt/notesMasters/notesMaster1.xml", part("notes-master.xml"))
	file.Add("ppt/notesMasters/_rels/notesMaster1.xml.rels", office.Relations([]office.Relation{relation("theme", "theme", "../theme/theme2.xml")}))
	file.Add("ppt/theme/theme1.xml", part("theme.xml"))
	file.Add("ppt/theme/theme2.xml", part("theme.xml"))
	for i, sl := range slides {
		w.addSlide(&file, i+1, sl)
	}
	if w.hasLogo() {
		file.AddWhenReady(logoPath(s), func() ([]byte, error) { return s.Logo.Data, nil })
	}
	content, err := file.Packed(s)
	if err != nil {
		return nil, fmt.Errorf("writing slides: %w", err)
	}
	return content, nil
}

// Fingerprint finds the fingerprint of the plan that slides were made of, and says whether the document is slides.
func Fingerprint(document []byte) (fingerprint string, isSlides bool) {
	return office.Fingerprint(document, "ppt/presentation.xml")
}

func relation(id, kind, target string) office.Relation {
	return office.Relation{ID: id, Kind: office.OfficeRelation + kind, Target: target}
}

func logoPath(s report.Summary) string { return "ppt/media/logo." + s.Logo.Type }

// addSlide adds a slide with its notes, where it has any.
func (w *writer) addSlide(file *office.Package, number int, sl slide) {
	n := strconv.Itoa(number)
	relations := []office.Relation{relation("layout", "slideLayout", "../slideLayouts/slideLayout1.xml")}
	if sl.logo {
		relations = append(relations, relation("logo", "image", "../media/logo."+w.summary.Logo.Type))
	}
	if len(sl.notes) > 0 {
		relations = append(relations, relation("notes", "notesSlide", "../notesSlides/notesSlide"+n+".xml"))
		file.Add("ppt/notesSlides/notesSlide"+n+".xml", w.notes(sl))
		file.Add("ppt/notesSlides/_rels/notesSlide"+n+".xml.rels", office.Relations([]office.Relation{
			relation("master", "notesMaster", "../notesMasters/notesMaster1.xml"), relation("slide", "slide", "../slides/slide"+n+".xml"),
		}))
	}
	file.Add("ppt/slides/slide"+n+".xml", w.slide(sl, number))
	file.Add("ppt/slides/_rels/slide"+n+".xml.rels", office.Relations(relations))
}

// contentTypes say of what kind each part is.
func contentTypes(slides []slide) office.Markup {
	const presentation = "application/vnd.openxmlformats-officedocument.presentationml."
	kind := func(extension, kind string) office.Markup {
		return office.Element("Default", office.Attributes{"Extension", extension, "ContentType", kind})
	}
	part := func(path, kind string) office.Markup {
		return office.Element("Override", office.Attributes{"PartName", path, "ContentType", kind})
	}
	types := []office.Markup{
		kind("rels", "application/vnd.openxmlformats-package.relationships+xml"), kind("xml", "application/xml"), kind("png", "image/png"), kind("jpeg", "image/jpeg"),
		part("/ppt/presentation.xml", presentation+"presentation.main+xml"),
		part("/ppt/slideMasters/slideMaster1.xml", presentation+"slideMaster+xml"),
		part("/ppt/slideLayouts/slideLayout1.xml", presentation+"slideLayout+xml"),
		part("/ppt/notesMasters/notesMaster1.xml", presentation+"notesMaster+xml"),
		part("/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
		part("/ppt/theme/theme2.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
		part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
		part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
	}
	for i, sl := range slides {
		n := strconv.Itoa(i + 1)
		types = append(types, part("/ppt/slides/slide"+n+".xml", presentation+"slide+xml"))
		if len(sl.notes) > 0 {
			types = append(types, part("/ppt/notesSlides/notesSlide"+n+".xml", presentation+"notesSlide+xml"))
		}
	}
	return office.XMLHead + office.Element("Types", office.Attributes{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}, types...)
}

// namespaces are those of the elements of a presentation.
var namespaces = office.Attributes{
	"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
	"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main",
}

// presentation is which slides there are, and how large they are.
func presentation(slides []slide) office.Markup {
	ids := make([]office.Markup, len(slides))
	for i := range slides {
		ids[i] = office.Element("p:sldId", office.Attributes{"id", strconv.Itoa(256 + i), "r:id", "slide" + strconv.Itoa(i+1)})
	}
	return office.XMLHead + office.Element("p:presentation", namespaces,
		office.Element("p:sldMasterIdLst", nil, office.Element("p:sldMasterId", office.Attributes{"id", "2147483648", "r:id", "master"})),
		office.Element("p:notesMasterIdLst", nil, office.Element("p:notesMasterId", office.Attributes{"r:id", "notes"})),
		office.Element("p:sldIdLst", nil, ids...),
		office.Element("p:sldSz", office.Attributes{"cx", parts(slideWidth), "cy", parts(slideHeight)}),
		office.Element("p:notesSz", office.Attributes{"cx", "6858000", "cy", "9144000"}))
}

func presentationRelations(slides []slide) []office.Relation {
	list := []office.Relation{
		relation("master", "slideMaster", "slideMasters/slideMaster1.xml"), relation("notes", "notesMaster", "notesMasters/notesMaster1.xml"),
		relation("theme", "theme", "theme/theme1.xml"),
	}
	for i := range slides {
		n := strconv.Itoa(i + 1)
		list = append(list, relation("slide"+n, "slide", "slides/slide"+n+".xml"))
	}
	return list
}
