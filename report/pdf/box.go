package pdf

import "stappenplan/report"

// box is a piece of a page. Lengths are in points.
type box interface {
	height() float64
	// draw draws the box with its top left corner at a place.
	draw(c *canvas, x, y float64)
}

// breakable is a box that can be split over two pages.
type breakable interface {
	box
	// cut splits the box in what fits in a height, and the rest; nil where there is none.
	cut(room float64) (above, below box)
}

// cut splits a box in what fits in a height, and the rest; all of one that is not breakable fits, or nothing.
func cut(b box, room float64) (above, below box) {
	if b, ok := b.(breakable); ok {
		return b.cut(room)
	}
	if b.height() <= room {
		return b, nil
	}
	return nil, b
}

// unbreakable is a box that is not split over two pages, whatever it holds.
type unbreakable struct{ box }

// highestUnbreakable is how high a box may be for a page to end before it rather than within it.
const highestUnbreakable = 125.0

func unbreakableIfShort(b box) box {
	if b.height() > highestUnbreakable {
		return b
	}
	return unbreakable{b}
}

// leastLines is how many lines of a text, or rows of a table, a page has at least of one that is split.
const leastLines = 2

// keepTogether returns how many of n lines go on a page where fit of them fit: 0 where it or the next page would get fewer
// than leastLines.
func keepTogether(fit, n int) int {
	switch {
	case fit >= n:
		return n
	case n-fit < leastLines:
		fit = n - leastLines
	}
	if fit < leastLines {
		return 0
	}
	return fit
}

// paragraph is a paragraph, perhaps with a mark before its first line.
type paragraph struct {
	elements []*element // its own, within those before it
	lines    []textLine
	size     float64 // of the letters
	lead     float64 // from line to line
	indent   float64
	mark     []textLine // hangs before the first line
	label    *element   // of the mark
}

// as is the paragraph as these elements, each in the one before it.
func (p paragraph) as(elements ...*element) paragraph {
	p.elements = elements
	return p
}

func (p paragraph) height() float64 { return float64(len(p.lines)) * p.lead }

func (p paragraph) cut(room float64) (above, below box) {
	n := keepTogether(int(room/p.lead), len(p.lines))
	switch n {
	case 0:
		return nil, p
	case len(p.lines):
		return p, nil
	}
	upper, lower := p, p
	upper.lines, lower.lines, lower.mark = p.lines[:n], p.lines[n:], nil
	return upper, lower
}

// baseline is that of the first line of a paragraph at a height.
func (p paragraph) baseline(y float64) float64 { return y + p.lead/2 + p.size*0.36 }

func (p paragraph) draw(c *canvas, x, y float64) {
	baseline := p.baseline(y)
	if len(p.mark) > 0 {
		c.structure.begin(p.label)
		for _, m := range p.mark {
			c.line(x, baseline, p.size, m)
		}
		c.structure.end()
	}
	for _, e := range p.elements {
		c.structure.begin(e)
	}
	for i, l := range p.lines {
		c.line(x+p.indent, baseline+float64(i)*p.lead, p.size, l)
	}
	for range p.elements {
		c.structure.end()
	}
}

// writingLead is the distance between lines to write on.
const writingLead = 19.0

// writingLines is lines to write on; the first begins after a label.
type writingLines struct {
	label paragraph
	lines int
	width float64
}

func (w writingLines) height() float64 { return writingLead * float64(w.lines) }

func (w writingLines) draw(c *canvas, x, y float64) {
	w.label.draw(c, x, y+writingLead-w.label.lead)
	left := w.label.lines[0].width + 4
	for range w.lines {
		y += writingLead
		c.stroke(x+left, y-1.5, x+w.width, y-1.5, 0.5, report.InkMuted)
		left = 0
	}
}

// stack is boxes below each other, each with a gap above it that falls away at the top of a page.
type stack []stacked

type stacked struct {
	gap float64
	box box
}

func (s stack) height() (height float64) {
	for i, l := range s {
		if i > 0 {
			height += l.gap
		}
		height += l.box.height()
	}
	return height
}

func (s stack) cut(room float64) (above, below box) {
	for i, l := range s {
		if i > 0 {
			room -= l.gap
		}
		upper, lower := cut(l.box, room)
		switch {
		case lower == nil:
			room -= l.box.height()
		case upper != nil:
			return append(s[:i:i], stacked{l.gap, upper}), append(stack{{l.gap, lower}}, s[i+1:]...)
		case i > 0:
			return s[:i:i], s[i:]
		default:
			return nil, s
		}
	}
	return s, nil
}

func (s stack) draw(c *canvas, x, y float64) {
	for i, l := range s {
		if i > 0 {
			y += l.gap
		}
		l.box.draw(c, x, y)
		y += l.box.height()
	}
}

// headed is a heading that stays with what follows it.
type headed struct {
	head box
	gap  float64
	body box
}

func (h headed) height() float64 { return h.head.height() + h.gap + h.body.height() }

func (h headed) cut(room float64) (above, below box) {
	upper, lower := cut(h.body, room-h.head.height()-h.gap)
	if upper == nil {
		return nil, h
	}
	return headed{h.head, h.gap, upper}, lower
}

func (h headed) draw(c *canvas, x, y float64) {
	h.head.draw(c, x, y)
	h.body.draw(c, x, y+h.head.height()+h.gap)
}

// followed is a box with one below it that stays with its end.
type followed struct {
	body box
	gap  float64
	end  box
}

func (f followed) height() float64 { return f.body.height() + f.gap + f.end.height() }

func (f followed) cut(room float64) (above, below box) {
	if f.height() <= room {
		return f, nil
	}
	upper, lower := cut(f.body, min(room, f.body.height()-1)) // so that something of it is left for the next page
	if upper == nil || lower == nil {
		return nil, f
	}
	return upper, followed{lower, f.gap, f.end}
}

func (f followed) draw(c *canvas, x, y float64) {
	f.body.draw(c, x, y)
	f.end.draw(c, x, y+f.body.height()+f.gap)
}

// twoColumns is boxes in two columns, read downwards.
type twoColumns struct {
	items []box
	width float64 // from the left of one column to that of the next
	gap   float64 // between items
}

// halves are the items of both columns, as high as each other as can be.
func (t twoColumns) halves() (left, right stack) {
	total, half := t.pile(t.items).height(), 0.0
	for i, item := range t.items {
		half += item.height() + t.gap
		if half >= total/2 {
			return t.pile(t.items[:i+1]), t.pile(t.items[i+1:])
		}
	}
	return t.pile(t.items), nil
}

func (t twoColumns) pile(items []box) (p stack) {
	for _, item := range items {
		p = append(p, stacked{t.gap, item})
	}
	return p
}

func (t twoColumns) height() float64 {
	left, right := t.halves()
	return max(left.height(), right.height())
}

func (t twoColumns) cut(room float64) (above, below box) {
	if t.height() <= room {
		return t, nil
	}
	n := t.fitting(room)
	upper, lower := t, t
	for upper.items = t.items[:n]; n >= 2*leastLines && upper.height() > room; n-- {
		upper.items = t.items[:n-1]
	}
	if n < 2*leastLines {
		return nil, t
	}
	lower.items = t.items[n:]
	return upper, lower
}

// fitting is how many items two columns of a height hold at most, and one less than all.
func (t twoColumns) fitting(room float64) (n int) {
	for range 2 {
		for left := room; n < len(t.items)-1 && t.items[n].height() <= left; n++ {
			left -= t.items[n].height() + t.gap
		}
	}
	return n
}

func (t twoColumns) draw(c *canvas, x, y float64) {
	left, right := t.halves()
	left.draw(c, x, y)
	right.draw(c, x+t.width, y)
}
