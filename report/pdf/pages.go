package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stappenplan/report"
)

// pages sets a summary as pages: each part begins one, and where the document comes from ends the last. The contents, where
// there are any, stand above the first part that they list.
func (w *typesetter) pages(s report.Summary) (pages []box) {
	parts := []stack{w.first(s)}
	for _, p := range s.Parts[min(1, len(s.Parts)):] {
		w.style = styleOf(p.ID)
		parts = append(parts, w.part(p))
	}
	if n := len(s.Listed()); n > 0 {
		first := len(parts) - n
		above := len(parts[first]) - 1 // on the first page the title stands above all
		parts[first][above].gap = closingGap
		parts[first] = slices.Insert(parts[first], above, stacked{closingGap, w.contents(parts[first:])})
	}
	last := len(parts) - 1
	parts[last] = append(parts[last], stacked{closingGap, w.closing(s)})
	for _, part := range parts {
		pages = append(pages, paged(part)...)
	}
	for i, page := range pages {
		for _, h := range headingsIn(page) {
			w.pageOf[h.element()] = i + 1
		}
	}
	return pages
}

// sizes are the scales tried for the first page: the largest at which it fits is taken.
var sizes = []float64{1, 0.95, 0.9, 0.86, 0.82}

// first sets the title and the first part below it. Where that is the page for the board, it is set smaller if it then
// fits one page, or at least more of it does.
func (w *typesetter) first(s report.Summary) stack {
	if len(s.Parts) == 0 {
		return w.titleBlock(s)
	}
	if s.Parts[0].ID != report.Brief {
		return w.below(s, 1)
	}
	room := textHeight
	if len(s.Parts) == 1 {
		room -= closingGap + w.closing(s).height()
	}
	var set stack
	for _, size := range sizes {
		if set = w.below(s, size); set.height() <= room {
			break
		}
	}
	return set
}

// below sets the first part below the title, somewhat smaller than usual.
func (w *typesetter) below(s report.Summary, size float64) stack {
	w.style = styleOf(s.Parts[0].ID).scaled(size)
	part := w.part(s.Parts[0])
	part[0].gap = w.style.gap * 3
	return append(w.titleBlock(s), part...)
}

// styleOf is the style of a part.
func styleOf(part report.PartID) typeStyle {
	switch part {
	case report.Brief:
		return briefStyle
	case report.Annex:
		return annexStyle
	}
	return detailStyle
}

// paged cuts a part into pages.
func paged(part box) (pages []box) {
	for part != nil {
		above, below := cut(part, textHeight)
		if above == nil {
			above, below = part, nil // never: every box fits a page
		}
		pages, part = append(pages, above), below
	}
	return pages
}

// longTitle is how many lines a title may take before it is set smaller.
const longTitle = 2

// factSize is that of the letters of what places a document.
const factSize = 9.5

// titleBlock sets the top of the first page: title, facts, notice and logo.
func (w *typesetter) titleBlock(s report.Summary) stack {
	room := *w
	logo := newLogoBox(s.Logo, report.OneLine(s.School))
	if logo.width > 0 {
		room.width -= logo.width + logoGap
	}
	facts := make([]string, len(s.Head()))
	for i, fact := range s.Head() {
		facts[i] = report.OneLine(fact)
		if whole := strings.ReplaceAll(facts[i], " ", "\u00a0"); w.metrics.width(regularFace, factSize, whole) < room.width {
			facts[i] = whole
		}
	}
	title := phrase{face: boldFace, ink: report.InkAccent, text: report.OneLine(s.Title)}
	large := room.balanced(20, 25, title)
	if len(large.lines) > longTitle {
		large = room.balanced(13, 16, title)
	}
	head := stack{
		{0, large.as(&element{tag: tagTitle})},
		{4, room.ofSize(factSize, 13, phrase{ink: report.InkMuted, text: strings.Join(facts, " · ")})},
	}
	if s.Notice != "" {
		head = append(head, stacked{4, room.ofSize(factSize, 13, phrase{ink: report.InkText, text: report.OneLine(s.Notice)})})
	}
	return stack{{0, sideBySide{head, logo, w.width - logo.width}}, {8, rule{w.width}}}
}

// closingGap is the space above the closing.
const closingGap = 16.0

// closing sets the end of the document: where it comes from, and that its font lacks letters where it does.
func (w *typesetter) closing(s report.Summary) box {
	end := stack{{0, w.ofSize(7.5, 10, phrase{ink: report.InkMuted, text: report.OneLine(s.Colophon)})}}
	if w.alphabet.missing {
		end = append(end, stacked{3, w.ofSize(7.5, 10, phrase{ink: report.InkText, text: string(w.alphabet.words.MissingNote)})})
	}
	return end
}

// foot sets the line at the foot of page n: the school, the state of the plan, and the number of the page.
func (w *typesetter) foot(s report.Summary, n, total int) box {
	const size = 7.5
	page := w.ofSize(size, 10, phrase{ink: report.InkMuted, text: w.alphabet.words.PageOf.Fill("n", n, "total", total)})
	left := w.width - page.lines[0].width
	text := w.alphabet.substitute(report.OneLine(s.Foot))
	if s.School != "" {
		text = " · " + text
		text = w.shortened(w.alphabet.substitute(report.OneLine(s.School)), size, left-20-w.metrics.width(regularFace, size, text)) + text
	}
	return artifact{footer, sideBySide{w.ofSize(size, 10, phrase{ink: report.InkMuted, text: text}), page, left}}
}

// shortened is the beginning of a text that fits in a width.
func (w *typesetter) shortened(text string, size, width float64) string {
	if w.metrics.width(regularFace, size, text) <= width {
		return text
	}
	for text != "" && w.metrics.width(regularFace, size, text+"…") > width {
		_, last := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-last]
	}
	return text + "…"
}
