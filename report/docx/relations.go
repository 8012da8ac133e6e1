package docx

import "strconv"

// fixedNumbers are the numberings that the styles use.
const fixedNumbers = 2

// numbers are the numberings of the lists of this document, all of which begin at 1.
func (w *writer) numbers() markup {
	numberings := make([]markup, w.lists)
	for n := range numberings {
		numberings[n] = element("w:num", attributes{"w:numId", strconv.Itoa(fixedNumbers + 1 + n)},
			valued("w:abstractNumId", "2"),
			element("w:lvlOverride", attributes{"w:ilvl", "0"}, valued("w:startOverride", "1")))
	}
	return joined(numberings)
}

// relations say where the parts are that the document names.
func (w *writer) relations() markup {
	relation := func(id, kind, target string) markup {
		return element("Relationship", attributes{"Id", id,
			"Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind, "Target", target})
	}
	fixed := each([]string{"styles", "settings", "numbering", "footer"}, func(kind string) markup { return relation(kind, kind, kind+".xml") })
	pictures := each(w.pictures, func(p picture) markup { return relation(p.name, "image", p.target) })
	return xmlHead + element("Relationships",
		attributes{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}, fixed, pictures)
}
