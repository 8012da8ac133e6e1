package docx

import "strconv"

// fixedNumbers are the numberings that the styles use.
const fixedNumbers = 2

// numbers are the numberings of the lists of this document, all of which begin at 1.
func (w *writer) numbers() string {
	var m xmlText
	for n := range w.lists {
		m.open("w:num", "w:numId", strconv.Itoa(fixedNumbers+1+n))
		m.empty("w:abstractNumId", "w:val", "2")
		m.open("w:lvlOverride", "w:ilvl", "0")
		m.empty("w:startOverride", "w:val", "1")
		m.close("w:lvlOverride")
		m.close("w:num")
	}
	return m.String()
}

// relations say where the parts are that the document names.
func (w *writer) relations() string {
	var m xmlText
	m.WriteString(xmlHead)
	m.open("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
	relate := func(id, kind, target string) {
		m.empty("Relationship", "Id", id,
			"Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"+kind, "Target", target)
	}
	for _, kind := range []string{"styles", "settings", "numbering", "footer"} {
		relate(kind, kind, kind+".xml")
	}
	for _, p := range w.pictures {
		relate(p.name, "image", p.target)
	}
	m.close("Relationships")
	return m.String()
}
