package pptx

import (
	"slices"

	"stappenplan/report"
)

// entry is a text for a slide: what it is about, and what there is to say of it.
type entry struct {
	lead, text     string
	bold           bool // the lead
	item, numbered bool // of a list
	ink            report.Ink
	more           bool // there is more to it than stands here
}

// paragraph is an entry as it stands on a slide: its text on the line of its lead, or below it.
type paragraph struct {
	entry
	leadSize, textSize float64
	sameLine           bool
	before             float64 // the room above it
}

// flow is what stands in a body, and how high that is.
type flow struct {
	paragraphs []paragraph
	height     float64
	shortened  bool // something of it is only in the notes
}

// look is how large letters are, and what is left out.
type look struct {
	lead, text           float64 // sizes; the text is left out where it has none
	leadLines, textLines int     // at most; 0 is any number
}

// looks are those there are, the best first: large letters and all that is to be said, then less of it, then only what it is
// about.
var looks = []look{
	{lead: 28, text: 20}, {lead: 26, text: 20}, {lead: 24, text: 18}, {lead: 22, text: 17}, {lead: 20, text: 16},
	{lead: 24, text: 18, textLines: 3}, {lead: 22, text: 17, textLines: 2}, {lead: 22, text: 17, textLines: 1},
	{lead: 28}, {lead: 26}, {lead: 24}, {lead: 22}, {lead: 20}, {lead: 18}, {lead: 18, leadLines: 2}, {lead: 18, leadLines: 1},
}

// whole says whether nothing is left out.
func (l look) whole() bool { return l.text > 0 && l.leadLines+l.textLines == 0 }

const (
	lineHeight = 1.2  // in ems
	indent     = 38.0 // of what stands in a list
)

// fit makes the most of the room: the first look that fits, or else as many entries as do, and how many more there are.
func (w *writer) fit(entries []entry, width, room float64) (f flow) {
	for _, l := range looks {
		if f = w.flowOf(entries, l, width); f.height <= room {
			return f
		}
	}
	last := looks[len(looks)-1]
	for n := len(entries) - 1; n > 0; n-- {
		f = w.flowOf(append(entries[:n:n], entry{lead: w.texts.Document.MoreInNotes.For(len(entries) - n), ink: report.InkMuted}), last, width)
		f.shortened = true
		if f.height <= room {
			break
		}
	}
	return f
}

// flowOf is entries in a look.
func (w *writer) flowOf(entries []entry, l look, width float64) (f flow) {
	for i, e := range entries {
		p := paragraph{entry: e, leadSize: l.lead, textSize: l.text}
		if l.text == 0 {
			p.text = ""
		}
		if i > 0 {
			p.before = l.lead / 2
		}
		across := p.across(width)
		if l.leadLines > 0 {
			p.lead = w.ruler.Cut(e.lead, l.lead, e.bold, across, l.leadLines)
		}
		if l.textLines > 0 {
			p.text = w.ruler.Cut(e.text, l.text, false, across, l.textLines)
		}
		f.shortened = f.shortened || p.lead != e.lead || p.text != e.text || e.more
		f.add(p, w.height(p, across))
	}
	return f
}

func (f *flow) add(p paragraph, height float64) {
	f.paragraphs = append(f.paragraphs, p)
	f.height += p.before + height
}

// across is how wide a paragraph is in a width.
func (p paragraph) across(width float64) float64 {
	if p.item {
		return width - indent
	}
	return width
}

func (w *writer) height(p paragraph, across float64) float64 {
	if p.sameLine {
		return float64(w.ruler.Lines(p.lead+" "+p.text, p.leadSize, p.bold, across)) * p.leadSize * lineHeight
	}
	height := float64(w.ruler.Lines(p.lead, p.leadSize, p.bold, across)) * p.leadSize * lineHeight
	if p.text != "" {
		height += float64(w.ruler.Lines(p.text, p.textSize, false, across)) * p.textSize * lineHeight
	}
	return height
}

// How what stands below the entries of a slide looks: in full, else a line for each.
var belowLooks = [][]look{{{lead: 18, text: 18}, {lead: 16, text: 16}}, {{lead: 16, text: 16, leadLines: 1}}}

// fitBoth makes the most of the room for entries and, below them, for a section: smaller letters where both then fit. A
// section for which there is no room stands in the notes.
func (w *writer) fitBoth(entries []entry, section report.Section, width, room float64) flow {
	for _, below := range belowLooks {
		for _, l := range looks {
			if !l.whole() {
				break
			}
			above := w.flowOf(entries, l, width)
			for _, look := range below {
				if both := w.below(above, section, look, width); both.height <= room {
					return both
				}
			}
		}
	}
	above := w.fit(entries, width, room)
	if both := w.below(above, section, belowLooks[1][0], width); both.height <= room {
		return both
	}
	above.shortened = true
	return above
}

// below adds a section to a flow.
func (w *writer) below(f flow, section report.Section, l look, width float64) flow {
	const headSize = 20.0
	f.paragraphs = slices.Clone(f.paragraphs)
	head := paragraph{entry: entry{lead: report.OneLine(section.Title), bold: true, ink: report.InkAccent}, leadSize: headSize, before: headSize}
	f.add(head, w.height(head, width))
	for _, e := range entriesOf(section.Blocks) {
		p := paragraph{entry: e, leadSize: l.lead, textSize: l.text, sameLine: true, before: l.lead / 3}
		across := p.across(width)
		if l.leadLines > 0 {
			p.lead = w.ruler.Cut(e.lead, l.lead, true, across, 1)
			p.text = w.cutAfter(p.lead, e.text, l.lead, across)
		}
		f.shortened = f.shortened || p.text != e.text || p.lead != e.lead || e.more
		f.add(p, w.height(p, across))
	}
	return f
}

// cutAfter is a text cut to what there is room for on the line of its lead.
func (w *writer) cutAfter(lead, text string, size, across float64) string {
	left := across - w.ruler.Width(lead+" ", size, true)
	if text == "" || left < 4*size {
		return ""
	}
	return w.ruler.Cut(text, size, true, left, 1)
}
