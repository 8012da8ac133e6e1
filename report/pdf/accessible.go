package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// makeAccessible makes a file by fpdf keep to PDF/UA-1: it gets the structure of the document, and what says to readers that it
// has one. fpdf has no place for either, so its objects are taken over one by one, and only those that have to say more are
// changed.
func makeAccessible(whole []byte, s *structure) ([]byte, error) {
	list, err := readObjects(whole)
	if err != nil {
		return nil, err
	}
	s.root.prune()
	if err := s.check(); err != nil {
		return nil, err
	}
	if err := countBookmarks(list); err != nil {
		return nil, err
	}
	first := len(list) + 1
	f := newFile(len(list))
	pages := pagesIn(list)
	if len(pages) != len(s.pages) {
		return nil, errUnknownLayout
	}
	held, links := s.objects(first, pages)
	for _, o := range list {
		switch {
		case o.isPage():
			page := slices.Index(pages, o.number)
			err = o.insertAfter("<</Type /Page\n", fmt.Sprintf("/StructParents %d\n/Tabs /S\n", page)+s.linksOn(page, links))
		case bytes.Contains(o.head(), []byte("\n/Type /Catalog\n")):
			err = o.insertAfter("/Type /Catalog\n", fmt.Sprintf(
				"/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n/StructTreeRoot %d 0 R\n", first))
		case bytes.Contains(o.content, []byte("/CMapName /Adobe-Identity-UCS def")):
			if err := f.addStream(o.number, "", toUnicode()); err != nil {
				return nil, err
			}
			continue
		}
		if err != nil {
			return nil, err
		}
		f.add(o)
	}
	next, err := f.addHeld(first, held)
	if err != nil {
		return nil, err
	}
	return f.end(next, len(list), len(list)-1)
}

// head is the beginning of an object, where its type is.
func (o *object) head() []byte { return o.content[:min(40, len(o.content))] }

// isPage says whether an object is a page.
func (o *object) isPage() bool { return bytes.Contains(o.head(), []byte("<</Type /Page\n")) }

// pagesIn are the numbers of the objects that are pages.
func pagesIn(list []object) (pages []int) {
	for _, o := range list {
		if o.isPage() {
			pages = append(pages, o.number)
		}
	}
	return pages
}

// linksOn says which links are on a page, of which the first is an object with this number.
func (s *structure) linksOn(page, first int) string {
	var on []string
	for i, l := range s.links {
		if l.page == page {
			on = append(on, fmt.Sprintf("%d 0 R", first+i))
		}
	}
	if len(on) == 0 {
		return ""
	}
	return "/Annots [" + strings.Join(on, " ") + "]\n"
}

// objects writes the structure as objects that are numbered on from the first: its root, which elements are on which page, the
// elements, each before those in it, and from a number on the links.
func (s *structure) objects(first int, pages []int) (list [][]byte, links int) {
	list = [][]byte{nil, nil}
	numbers := map[*element]int{}
	var number func(e *element)
	number = func(e *element) {
		numbers[e] = first + len(list)
		list = append(list, nil)
		for _, k := range e.kids {
			if k.element != nil {
				number(k.element)
			}
		}
	}
	number(s.root)
	links = first + len(list)
	linkNumbers := map[*link]int{}
	for i, l := range s.links {
		linkNumbers[l] = links + i
		list = append(list, l.object(len(pages)+i, pages, s.places[l.target]))
	}
	for e, n := range numbers {
		above := first
		if e.parent != nil {
			above = numbers[e.parent]
		}
		list[n-first] = e.object(above, numbers, linkNumbers, pages)
	}
	list[0] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>", numbers[s.root], first+1, len(pages)+len(s.links))
	parents := []byte("<</Nums [")
	for page, elements := range s.pages {
		parents = fmt.Appendf(parents, "%d [", page)
		for _, e := range elements {
			parents = append(strconv.AppendInt(parents, int64(numbers[e]), 10), " 0 R "...)
		}
		parents = append(parents, "] "...)
	}
	for i, l := range s.links {
		parents = fmt.Appendf(parents, "%d %d 0 R ", len(pages)+i, numbers[l.of])
	}
	list[1] = append(parents, "]>>"...)
	return list, links
}

// object writes an element that is in another.
func (e *element) object(above int, numbers map[*element]int, links map[*link]int, pages []int) []byte {
	b := fmt.Appendf(nil, "<</S /%s /P %d 0 R", e.tag, above)
	if e.attributes != "" {
		b = append(append(b, " /A "...), e.attributes...)
	}
	if e.alternate != "" {
		b = append(append(b, " /Alt ("...), textEscaper.Replace(property(e.alternate))...)
		b = append(b, ')')
	}
	page := -1
	for _, k := range e.kids {
		if k.element == nil {
			page = k.content.page
			b = fmt.Appendf(b, " /Pg %d 0 R", pages[page])
			break
		}
	}
	b = append(b, " /K ["...)
	for i, k := range e.kids {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case k.element != nil:
			b = append(strconv.AppendInt(b, int64(numbers[k.element]), 10), " 0 R"...)
		case k.link != nil:
			b = fmt.Appendf(b, "<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", pages[k.content.page], links[k.link])
		case k.content.page == page:
			b = strconv.AppendInt(b, int64(k.content.number), 10)
		default:
			b = fmt.Appendf(b, "<</Type /MCR /Pg %d 0 R /MCID %d>>", pages[k.content.page], k.content.number)
		}
	}
	return append(b, "]>>"...)
}

// textEscaper writes the letters that mean something else in a text of a PDF.
var textEscaper = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`)

// toUnicode says which letter each code of a font is: the same number. That of fpdf says so in one range, where a range may not
// go beyond the last byte of a code; and it gives a letter to the codes that can have none.
var toUnicode = sync.OnceValue(func() []byte {
	var ranges []string
	for high := range 0x100 {
		from, to := 0, 0xff
		switch high {
		case 0:
			from = 1
		case 0xfe: // which ends in the mark of a byte order
			to = 0xfe
		case 0xff:
			to = 0xfd
		}
		ranges = append(ranges, fmt.Sprintf("<%02x%02x> <%02[1]x%02[3]x> <%02[1]x%02[2]x>\n", high, from, to))
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const mostRanges = 100
	for len(ranges) > 0 {
		n := min(mostRanges, len(ranges))
		fmt.Fprintf(&b, "%d beginbfrange\n%sendbfrange\n", n, strings.Join(ranges[:n], ""))
		ranges = ranges[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
})
