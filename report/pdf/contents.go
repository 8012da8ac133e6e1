package pdf

import (
	"fmt"
	"strconv"

	"stappenplan/report"
)

// entry is a line of the contents: it leads to a heading.
type entry struct {
	link   *element
	words  string // of the heading
	text   paragraph
	target *element
	pages  map[*element]int // the number of the page that each heading is on, once these are cut
	end    float64          // where the number of the page ends
}

func (e entry) height() float64 { return e.text.height() }

func (e entry) draw(c *canvas, x, y float64) {
	c.structure.begin(e.link)
	e.text.draw(c, x, y)
	number := phrase{ink: report.InkMuted, text: strconv.Itoa(e.pages[e.target])}
	c.phrase(x+e.end-c.metrics.width(number.face, e.text.size, number.text), e.text.baseline(y), e.text.size, number)
	c.link(&link{of: e.link, target: e.target, words: e.words}, x, y, e.end, e.height())
	c.structure.end()
}

// roomForNumber is what a line of the contents leaves free for the number of a page.
const roomForNumber = 24.0

// contents lists the headings of some parts in two columns, the first part in one, and the others in the other.
func (w *typesetter) contents(parts []stack) box {
	narrow := *w
	narrow.width, narrow.style = (w.width-2*columnGap)/2, detailStyle
	var columns [2]stack
	for i, part := range parts {
		column := &columns[min(i, 1)]
		*column = append(*column, stacked{w.style.gap, narrow.listed(headingsIn(part))})
	}
	list := group{&element{tag: tagContents}, sideBySide{columns[0], columns[1], narrow.width + 2*columnGap}}
	title := narrow.heading(string(w.alphabet.words.Contents), tagPart, 12, noBookmark)
	return group{&element{tag: tagSection}, headed{title, w.style.gap, list}}
}

// listed is the heading of a part with those of its sections below it.
func (w *typesetter) listed(headings []heading) box {
	lines := func(h heading, face face, indent float64) entry {
		inner := *w
		inner.width -= indent + roomForNumber
		text := inner.paragraph(phrase{face: face, ink: report.InkAccent, text: h.bookmark}).as()
		text.indent = indent
		return entry{&element{tag: tagLink}, h.bookmark, text, h.element(), w.pageOf, w.width}
	}
	item := func(boxes ...stacked) box { return group{&element{tag: tagContentsItem}, stack(boxes)} }
	reference := func(e entry) stacked { return stacked{0, group{&element{tag: tagReference}, e}} }
	var sections stack
	for _, h := range headings[1:] {
		sections = append(sections, stacked{0.5, item(reference(lines(h, regularFace, numberIndent)))})
	}
	return item(reference(lines(headings[0], boldFace, 0)), stacked{1, group{&element{tag: tagContents}, sections}})
}

// headingsIn are the headings in a box that are places to go to.
func headingsIn(b box) (list []heading) {
	switch b := b.(type) {
	case stack:
		for _, in := range b {
			list = append(list, headingsIn(in.box)...)
		}
	case group:
		return headingsIn(b.box)
	case unbreakable:
		return headingsIn(b.box)
	case headed:
		return append(headingsIn(b.head), headingsIn(b.body)...)
	case heading:
		if b.level != noBookmark {
			return []heading{b}
		}
	}
	return list
}

// link is a place on a page that leads to a heading.
type link struct {
	of, target *element
	words      string // where it leads
	page       int
	rectangle  string
}

// destination is where on which page a heading is.
type destination struct {
	page int
	y    float64
}

// link puts a link at a place on the page.
func (c *canvas) link(l *link, x, y, width, height float64) {
	l.page, l.rectangle = c.structure.page(), fmt.Sprintf("[%.2f %.2f %.2f %.2f]", x, pageHeight-y-height, x+width, pageHeight-y)
	c.structure.links = append(c.structure.links, l)
	l.of.kids = append(l.of.kids, kid{content: content{page: l.page}, link: l})
}

// object writes a link as what reacts on a page; it is one of the structure by its key in the tree of parents.
func (l *link) object(key int, pages []int, at destination) []byte {
	b := fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect %s /Dest [%d 0 R /XYZ null %.2f null] /StructParent %d /Contents (",
		l.rectangle, pages[at.page], pageHeight-at.y, key)
	return append(append(b, textEscaper.Replace(property(l.words))...), ")>>"...)
}
