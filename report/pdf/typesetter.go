package pdf

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
)

// typesetter sets the blocks of a summary as boxes.
type typesetter struct {
	metrics  *metrics
	alphabet *alphabet
	style    typeStyle
	width    float64
	pageOf   map[*element]int     // the number of the page that each heading is on, once these are cut
	wanted   map[string][]float64 // how wide the columns of a section's tables would be, by their titles
}

// typeStyle is how large the letters of a part are, and the distances between its lines and blocks, in points.
type typeStyle struct {
	size, lead       float64 // of the text
	small, smallLead float64 // of tables and long lists
	section          float64 // of the headings of sections
	gap              float64 // between blocks
}

// scaled is the style with everything somewhat smaller.
func (s typeStyle) scaled(by float64) typeStyle {
	return typeStyle{s.size * by, s.lead * by, s.small * by, s.smallLead * by, s.section * by, s.gap * by}
}

// The styles: the first page is read, the rest is looked up.
var (
	briefStyle  = typeStyle{size: 9.6, lead: 13.4, small: 9.2, smallLead: 12.2, section: 12, gap: 5}
	detailStyle = typeStyle{size: 8.6, lead: 11.4, small: 8.1, smallLead: 10, section: 10.8, gap: 4}
	annexStyle  = typeStyle{size: 8.2, lead: 10.6, small: 7.8, smallLead: 9.8, section: 10.4, gap: 3}
)

func newTypesetter(texts *assets.Texts, width float64) (*typesetter, error) {
	metrics, err := newMetrics()
	if err != nil {
		return nil, err
	}
	return &typesetter{metrics: metrics, alphabet: newAlphabet(metrics, texts), width: width, pageOf: map[*element]int{}}, nil
}

// part sets a part of the document.
func (w *typesetter) part(p report.Part) stack {
	set := stack{{0, w.heading(p.Title, tagPart, 15, 0)}}
	for i, s := range p.Sections {
		gap := w.style.gap * 2.4
		if i == 0 {
			gap = w.style.gap
		}
		w.measureTables(s.Blocks)
		section := unbreakableIfShort(w.under(w.heading(s.Title, tagHeading, w.style.section, 1), w.blocks(s.Blocks)))
		if slices.ContainsFunc(s.Blocks, is[report.Room]) {
			section = unbreakable{section} // the lines to write on stay with the question
		}
		set = append(set, stacked{gap, group{&element{tag: tagSection}, section}})
	}
	return stack{{0, group{&element{tag: tagSection}, set}}}
}

// under puts boxes under a heading.
func (w *typesetter) under(head box, body stack) box {
	if len(body) == 0 {
		return head
	}
	return headed{head, w.style.gap * 0.6, body}
}

// blocks sets blocks below each other; a heading among them stays with what follows it, a sentence with the figure below it, and the
// sentence below a table with its last rows.
func (w *typesetter) blocks(blocks []report.Block) (p stack) {
	for i := 0; i < len(blocks); i++ {
		heading, ok := blocks[i].(report.Heading)
		if !ok {
			set := w.block(blocks[i])
			if is[report.Table](blocks[i]) && i+1 < len(blocks) && is[report.Paragraph](blocks[i+1]) {
				i++
				set = followed{set, w.style.gap, w.block(blocks[i])}
			} else if is[report.Paragraph](blocks[i]) && i+1 < len(blocks) && is[report.Figure](blocks[i+1]) {
				i++
				set = headed{set, w.style.gap, w.block(blocks[i])}
			}
			p = append(p, stacked{w.style.gap, set})
			continue
		}
		below := blocks[i+1:]
		if end := slices.IndexFunc(below, is[report.Heading]); end >= 0 {
			below = below[:end]
		}
		p = append(p, stacked{w.style.gap * 1.8, w.under(w.heading(string(heading), tagBelow, w.style.size, noBookmark), w.blocks(below))})
		i += len(below)
	}
	return p
}

// is says whether a block is of a type.
func is[T report.Block](b report.Block) bool {
	_, ok := b.(T)
	return ok
}

// block sets one block.
func (w *typesetter) block(block report.Block) box {
	switch b := block.(type) {
	case report.Paragraph:
		return w.paragraph(phrase{text: report.OneLine(string(b))})
	case report.List:
		return unbreakableIfShort(w.list(b))
	case report.Table:
		return w.table(b)
	case report.Said:
		return w.paragraph(w.said(b)...)
	case report.Room:
		return w.room(b)
	case report.Walk:
		return w.picture(b.Drawing())
	case report.Chart:
		return stack{{0, w.picture(b.Drawing())}, {w.style.gap, w.table(b.Table())}}
	case report.Figure:
		return w.figure(b)
	}
	return stack{}
}

// mostBars is how many lines are drawn as bars on a page that has to hold more.
const mostBars = 8

// figure draws a figure, or tells it in a table where it has many lines or where the picture cuts a name.
func (w *typesetter) figure(f report.Figure) box {
	if table := f.Table(); len(table.Rows) > mostBars || !report.NamedInFull(f) {
		return w.table(table)
	}
	return w.picture(f.Drawing())
}

// paragraph sets phrases as a paragraph.
func (w *typesetter) paragraph(phrases ...phrase) paragraph {
	return w.ofSize(w.style.size, w.style.lead, phrases...)
}

// ofSize sets phrases as a paragraph of its own size.
func (w *typesetter) ofSize(size, lead float64, phrases ...phrase) paragraph {
	return paragraph{lines: w.broken(phrases, size, w.width), size: size, lead: lead}.as(&element{tag: tagParagraph})
}

// balanced sets phrases in as few lines as they take, and these as even as it goes: no word is left alone on the last.
func (w *typesetter) balanced(size, lead float64, phrases ...phrase) paragraph {
	set := w.ofSize(size, lead, phrases...)
	for narrow := *w; narrow.width > size; {
		narrow.width -= size / 2
		next := narrow.ofSize(size, lead, phrases...)
		if len(next.lines) > len(set.lines) {
			break
		}
		set = next
	}
	return set
}

// room sets lines to write on; the first goes on after its label.
func (w *typesetter) room(r report.Room) box {
	return writingLines{w.paragraph(phrase{text: report.OneLine(r.Label) + ":"}), r.Lines, w.width}
}

// broken writes phrases in the letters that there are, and breaks them into lines.
func (w *typesetter) broken(phrases []phrase, size, width float64) []textLine {
	for i := range phrases {
		phrases[i].text = w.alphabet.substitute(phrases[i].text)
	}
	return w.metrics.lines(phrases, size, width)
}

// said sets what someone wrote after its label: on the same line, or below it where it has several.
func (w *typesetter) said(s report.Said) []phrase {
	between := " "
	if strings.Contains(s.Text, "\n") {
		between = "\n"
	}
	return []phrase{{face: boldFace, text: report.OneLine(s.Before()) + between}, {text: s.Text}}
}

// noBookmark is the level of a heading that is no place to go to.
const noBookmark = -1

// heading is a heading, and the bookmark that leads to it.
type heading struct {
	text     paragraph
	bookmark string
	level    int
}

func (w *typesetter) heading(words string, as tag, size float64, level int) heading {
	phrases := []phrase{{face: boldFace, ink: report.InkAccent, text: report.OneLine(words)}}
	if level == noBookmark {
		phrases[0].ink = report.InkText
	}
	return heading{w.ofSize(size, size*1.25, phrases...).as(&element{tag: as}), phrases[0].text, level}
}

// element is that of the heading in the structure.
func (h heading) element() *element { return h.text.elements[0] }

func (h heading) height() float64 { return h.text.height() }

func (h heading) draw(c *canvas, x, y float64) {
	if h.level != noBookmark {
		c.bookmark(h.bookmark, h.level, y)
		c.structure.places[h.element()] = destination{c.structure.page(), y}
	}
	h.text.draw(c, x, y)
}
