package docx

import (
	"strconv"

	"stappenplan/report/office"
)

// fixedNumbers are the numberings that the styles use.
const fixedNumbers = 2

// numbers are the numberings of the lists of this document, all of which begin at 1.
func (w *writer) numbers() office.Markup {
	numberings := make([]office.Markup, w.lists)
	for n := range numberings {
		numberings[n] = office.Element("w:num", office.Attributes{"w:numId", strconv.Itoa(fixedNumbers + 1 + n)},
			valued("w:abstractNumId", "2"),
			office.Element("w:lvlOverride", office.Attributes{"w:ilvl", "0"}, valued("w:startOverride", "1")))
	}
	return office.Join(numberings)
}

// relations say where the parts are that the document names.
func (w *writer) relations() office.Markup {
	relation := func(id, kind, target string) office.Markup {
		return office.Element("Relationship", office.Attributes{"Id", id,
			"Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind, "Target", target})
	}
	fixed := office.Each([]string{"styles", "settings", "numbering", "footer"}, func(kind string) office.Markup { return relation(kind, kind, kind+".xml") })
	pictures := office.Each(w.pictures, func(p picture) office.Markup { return relation(p.name, "image", p.target) })
	return office.XMLHead + office.Element("Relationships",
		office.Attributes{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}, fixed, pictures)
}
