package pptx

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"stappenplan/report"
	"stappenplan/report/office"
)

// parts is a measure in points as slides have it, in parts of a point.
func parts(points float64) string { return strconv.Itoa(int(math.Round(points * 12700))) }

// hundredths is a size of letters as slides have it.
func hundredths(points float64) string { return strconv.Itoa(int(math.Round(points * 100))) }

// box is a place on a slide, in points.
type box struct{ x, y, width, height float64 }

func (b box) frame(name string) office.Markup {
	return office.Element(name, nil,
		office.Element("a:off", office.Attributes{"x", parts(b.x), "y", parts(b.y)}),
		office.Element("a:ext", office.Attributes{"cx", parts(b.width), "cy", parts(b.height)}))
}

// fill is a colour.
func fill(ink report.Ink) office.Markup {
	colour := ink.Colour()
	return office.Element("a:solidFill", nil,
		office.Element("a:srgbClr", office.Attributes{"val", fmt.Sprintf("%02X%02X%02X", colour.R, colour.G, colour.B)}))
}

// letters are how a text looks.
type letters struct {
	size float64
	bold bool
	ink  report.Ink
}

// run is a text on a line, in the language of the document.
func (w *writer) run(text string, l letters) office.Markup {
	if text == "" {
		return ""
	}
	with := office.Attributes{"lang", w.summary.Language.Spelling(), "sz", hundredths(l.size), "b", "0"}
	if l.bold {
		with[len(with)-1] = "1"
	}
	return office.Element("a:r", nil, office.Element("a:rPr", with, fill(l.ink)), office.Element("a:t", nil, office.Escape(text)))
}

// line is a paragraph of runs, with what is said of it.
func line(text string, with office.Attributes, properties office.Markup, runs ...office.Markup) office.Markup {
	if office.FromRight(text) {
		with = append(slices.Clip(with), "rtl", "1")
		if !slices.Contains(with, "algn") {
			with = append(with, "algn", "r")
		}
	}
	return office.Element("a:p", nil, append([]office.Markup{office.Element("a:pPr", with, properties)}, runs...)...)
}

// paragraph is one of a body. An item of a list has its lead and its text in one paragraph, so that it is one item to who
// hears it read.
func (w *writer) paragraph(p paragraph) office.Markup {
	lead := w.run(p.lead, letters{p.leadSize, p.bold, p.ink})
	text := office.Markup("")
	switch {
	case p.text == "":
	case p.sameLine:
		text = w.run(" "+p.text, letters{p.leadSize, false, report.InkText})
	default:
		text = office.Element("a:br", nil) + w.run(p.text, letters{p.textSize, false, report.InkMuted})
	}
	with := office.Attributes{"marL", "0", "indent", "0"}
	if p.item {
		with = office.Attributes{"marL", parts(indent), "indent", parts(-indent)}
	}
	properties := office.Element("a:spcBef", nil, office.Element("a:spcPts", office.Attributes{"val", hundredths(p.before)}))
	return line(p.lead, with, properties+bullet(p.entry), lead, text)
}

// bullet is the mark of an item.
func bullet(e entry) office.Markup {
	colour := office.Element("a:buClr", nil, office.Element("a:schemeClr", office.Attributes{"val", "accent1"}))
	face := office.Element("a:buFont", office.Attributes{"typeface", "Arial"})
	switch {
	case e.item && e.numbered:
		return colour + face + office.Element("a:buAutoNum", office.Attributes{"type", "arabicPeriod"})
	case e.item:
		return colour + face + office.Element("a:buChar", office.Attributes{"char", "•"})
	}
	return office.Element("a:buNone", nil)
}

// plain is a text in a paragraph of its own, aligned as asked.
func (w *writer) plain(text string, l letters, align string) office.Markup {
	var with office.Attributes
	if align != "" {
		with = office.Attributes{"algn", align}
	}
	return line(text, with, "", w.run(text, l))
}

// shape is one of a slide.
func shape(id int, name string, kind, properties, text office.Markup) office.Markup {
	return office.Element("p:sp", nil,
		office.Element("p:nvSpPr", nil, office.Element("p:cNvPr", office.Attributes{"id", strconv.Itoa(id), "name", name}), kind), properties, text)
}

// textBody is the text of a shape, aligned with its box as is said.
func textBody(with office.Attributes, texts []office.Markup) office.Markup {
	return office.Element("p:txBody", nil, office.Element("a:bodyPr", with), office.Element("a:lstStyle", nil), office.Join(texts))
}

// placeholder is a shape that stands where the layout has it, unless it has a place of its own.
func placeholder(id int, name, kind string, place box, body office.Attributes, texts ...office.Markup) office.Markup {
	with := map[string]office.Attributes{
		"title": {"type", "title"}, "body": {"type", "body", "idx", "1"}, "ftr": {"type", "ftr", "sz", "quarter", "idx", "3"},
		"sldNum": {"type", "sldNum", "sz", "quarter", "idx", "4"}, "notes": {"type", "body", "sz", "quarter", "idx", "3"},
	}[kind]
	properties := office.Element("p:spPr", nil)
	if place.width > 0 {
		properties = office.Element("p:spPr", nil, place.frame("a:xfrm"))
	}
	return shape(id, name, office.Element("p:cNvSpPr", nil, office.Element("a:spLocks", office.Attributes{"noGrp", "1"}))+
		office.Element("p:nvPr", nil, office.Element("p:ph", with)), properties, textBody(body, texts))
}

// textBox is a text at a place.
func textBox(id int, name string, place box, anchor string, texts ...office.Markup) office.Markup {
	body := office.Element("a:bodyPr", office.Attributes{"wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", anchor}, office.Element("a:noAutofit", nil))
	return shape(id, name, office.Element("p:cNvSpPr", office.Attributes{"txBox", "1"})+office.Element("p:nvPr", nil),
		office.Element("p:spPr", nil, place.frame("a:xfrm"), rectangle, office.Element("a:noFill", nil)),
		office.Element("p:txBody", nil, body, office.Element("a:lstStyle", nil), office.Join(texts)))
}

var rectangle = office.Element("a:prstGeom", office.Attributes{"prst", "rect"}, office.Element("a:avLst", nil))

// slide is the slide of this number.
func (w *writer) slide(sl slide, number int) office.Markup {
	language := w.summary.Language.Spelling()
	headWidth := w.headWidth(sl)
	size := titleSize
	for size > 20 && w.ruler.Lines(sl.title, size, true, headWidth) > 1 {
		size -= 2
	}
	across := width
	if sl.date != "" {
		across -= cardWidth + 2*figureGap
	}
	body := make([]office.Markup, len(sl.body.paragraphs))
	for i, p := range sl.body.paragraphs {
		body[i] = w.paragraph(p)
	}
	page := office.Element("a:p", nil, office.Element("a:fld", office.Attributes{"id", "{5D3A0F57-6D8C-4B7E-9C1B-2A61C7C3D901}", "type", "slidenum"},
		office.Element("a:rPr", office.Attributes{"lang", language}), office.Element("a:t", nil, office.Markup(strconv.Itoa(number)))))
	var anchor office.Attributes
	bodyBox := box{left, bodyTop, across, bodyEnd - bodyTop}
	if sl.date != "" {
		bodyBox.x += cardWidth + 2*figureGap
		bodyBox.y, anchor = cardTop, office.Attributes{"anchor", "ctr"}
		bodyBox.height = max(cardHeight, sl.body.height+2)
	}
	if sl.figure != nil {
		bodyBox.height = sl.body.height + 2
	}
	shapes := []office.Markup{
		placeholder(2, "title", "title", box{left, 46, headWidth, 49}, nil, line(sl.title, nil, "", w.titleRun(sl.title, size))),
		textBox(3, "kicker", box{left, kickerTop, headWidth, kickerSize * lineHeight}, "ctr", w.plain(sl.kicker, letters{kickerSize, false, report.InkMuted}, "")),
	}
	if sl.facts != "" {
		shapes = append(shapes, textBox(4, "facts", box{left, factsTop, width, factsSize * lineHeight}, "ctr", w.plain(sl.facts, letters{factsSize, false, report.InkMuted}, "")))
	}
	if len(body) > 0 {
		shapes = append(shapes, placeholder(5, "body", "body", bodyBox, anchor, body...))
	}
	shapes = append(shapes, w.figure(sl), w.card(sl), w.logo(sl),
		placeholder(6, "foot", "ftr", box{}, nil, line("", nil, "", office.Element("a:r", nil,
			office.Element("a:rPr", office.Attributes{"lang", language}), office.Element("a:t", nil, office.Escape(report.OneLine(w.summary.Foot)))))),
		placeholder(7, "number", "sldNum", box{}, nil, page))
	return office.XMLHead + office.Element("p:sld", namespaces, tree(shapes),
		office.Element("p:clrMapOvr", nil, office.Element("a:masterClrMapping", nil)))
}

// titleRun is the title, in the letters of the layout unless it is too long for those.
func (w *writer) titleRun(title string, size float64) office.Markup {
	return office.Element("a:r", nil,
		office.Element("a:rPr", office.Attributes{"lang", w.summary.Language.Spelling(), "sz", hundredths(size)}), office.Element("a:t", nil, office.Escape(title)))
}

// tree are the shapes of a slide.
func tree(shapes []office.Markup) office.Markup {
	none := box{}
	group := office.Element("p:nvGrpSpPr", nil, office.Element("p:cNvPr", office.Attributes{"id", "1", "name", ""}),
		office.Element("p:cNvGrpSpPr", nil), office.Element("p:nvPr", nil)) +
		office.Element("p:grpSpPr", nil, none.group(none))
	return office.Element("p:cSld", nil, office.Element("p:spTree", nil, append([]office.Markup{group}, shapes...)...))
}

// notes are what stands below a slide for who speaks.
func (w *writer) notes(sl slide) office.Markup {
	var texts []office.Markup
	for _, note := range sl.notes {
		for text := range strings.SplitSeq(note, "\n") {
			texts = append(texts, line(text, nil, "", office.Element("a:r", nil,
				office.Element("a:rPr", office.Attributes{"lang", w.summary.Language.Spelling()}), office.Element("a:t", nil, office.Escape(text)))))
		}
	}
	picture := office.Element("p:sp", nil, office.Element("p:nvSpPr", nil, office.Element("p:cNvPr", office.Attributes{"id", "2", "name", "slide"}),
		office.Element("p:cNvSpPr", nil, office.Element("a:spLocks", office.Attributes{"noGrp", "1", "noRot", "1", "noChangeAspect", "1"})),
		office.Element("p:nvPr", nil, office.Element("p:ph", office.Attributes{"type", "sldImg"}))), office.Element("p:spPr", nil))
	return office.XMLHead + office.Element("p:notes", namespaces, tree([]office.Markup{picture, placeholder(3, "notes", "notes", box{}, nil, texts...)}),
		office.Element("p:clrMapOvr", nil, office.Element("a:masterClrMapping", nil)))
}
