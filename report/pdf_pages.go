package report

import (
	"strings"
	"unicode/utf8"
)

// pages sets a summary as pages: each part begins one, and where the document comes from ends the last.
func (w *typesetter) pages(s Summary) (pages []slab) {
	parts := []stack{w.masthead(s)}
	for i, p := range s.Parts {
		w.style = styleOf(p.ID)
		set := w.part(p)
		if i == 0 {
			set[0].gap = w.style.gap * 3
			parts[0] = append(parts[0], set...)
		} else {
			parts = append(parts, set)
		}
	}
	last := len(parts) - 1
	parts[last] = append(parts[last], layer{16, w.closing(s)})
	for _, part := range parts {
		pages = append(pages, paged(part)...)
	}
	return pages
}

func styleOf(part PartID) typeStyle {
	switch part {
	case Brief:
		return briefStyle
	case Detail:
		return detailStyle
	}
	return annexStyle
}

// paged cuts a part into pages.
func paged(part slab) (pages []slab) {
	for part != nil {
		above, below := part.cut(textHeight)
		if above == nil {
			above, below = part, nil // never: every slab fits a page
		}
		pages, part = append(pages, above), below
	}
	return pages
}

// masthead is what stands on top of the first page: what it is, of when and of whom.
func (w *typesetter) masthead(s Summary) stack {
	room := *w
	logo := newLogoSlab(s.Logo)
	room.width -= logo.width
	facts := make([]string, len(s.Facts))
	for i, fact := range s.Facts {
		facts[i] = strings.ReplaceAll(oneLine(fact), " ", "\u00a0") // a fact stays on one line where it can
	}
	head := stack{
		{0, room.ofSize(20, 25, phrase{face: boldFace, ink: InkAccent, text: oneLine(s.Title)})},
		{4, room.ofSize(9.5, 13, phrase{ink: InkMuted, text: strings.Join(facts, " · ")})},
	}
	return stack{{0, beside{head, logo, w.width - logo.picture}}, {8, rule{w.width}}}
}

// closing is what stands at the end: where the document comes from, and what its font could not show.
func (w *typesetter) closing(s Summary) slab {
	end := stack{{0, w.ofSize(7.5, 10, phrase{ink: InkMuted, text: oneLine(s.Colophon)})}}
	if w.alphabet.missing {
		end = append(end, layer{3, w.ofSize(7.5, 10, phrase{ink: InkText, text: string(w.alphabet.words.MissingNote)})})
	}
	return end
}

// foot is the line at the foot of a page: whose it is and of which day, and which page.
func (w *typesetter) foot(s Summary, n, total int) slab {
	const size = 7.5
	page := w.ofSize(size, 10, phrase{ink: InkMuted, text: w.alphabet.words.PageOf.Fill("n", n, "total", total)})
	left := w.width - page.lines[0].width
	text := w.alphabet.mend(oneLine(s.Foot))
	if s.School != "" {
		text = " · " + text
		text = w.shortened(w.alphabet.mend(oneLine(s.School)), size, left-20-w.ruler.width(regularFace, size, text)) + text
	}
	return beside{w.ofSize(size, 10, phrase{ink: InkMuted, text: text}), page, left}
}

// shortened is the beginning of a text that fits in a width.
func (w *typesetter) shortened(text string, size, width float64) string {
	if w.ruler.width(regularFace, size, text) <= width {
		return text
	}
	for text != "" && w.ruler.width(regularFace, size, text+"…") > width {
		_, last := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-last]
	}
	return text + "…"
}
