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
	var list []office.Relation
	for _, kind := range []string{"styles", "settings", "numbering", "header", "footer"} {
		list = append(list, office.Relation{ID: kind, Kind: office.OfficeRelation + kind, Target: kind + ".xml"})
	}
	for _, p := range w.pictures {
		list = append(list, office.Relation{ID: p.name, Kind: office.OfficeRelation + "image", Target: p.target})
	}
	return office.Relations(list)
}
