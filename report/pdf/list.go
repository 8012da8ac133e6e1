package pdf

import (
	"strconv"

	"stappenplan/report"
)

// The measures of a list.
const (
	numberIndent = 15.0
	bulletIndent = 9.0
	columnGap    = 16.0
	manyItems    = 8 // a list of at least so many short items is set in two columns
)

// list sets a list: many short items in two columns, in smaller type.
func (w *typesetter) list(l report.List) box {
	whole := &element{tag: tagList, attributes: bulleted}
	if l.Numbered {
		whole.attributes = numbered
	}
	if l.Numbered || len(l.Items) < manyItems || !short(l.Items) {
		p := make(stack, len(l.Items))
		for i, it := range l.Items {
			p[i] = stacked{w.style.gap * 0.55, w.item(it, marker(l, i))}
		}
		return group{whole, p}
	}
	narrow := *w
	narrow.width = (w.width - columnGap) / 2
	narrow.style.size, narrow.style.lead = w.style.small, w.style.smallLead
	set := twoColumns{width: narrow.width + columnGap, gap: w.style.gap * 0.3}
	for i, it := range l.Items {
		set.items = append(set.items, narrow.item(it, marker(l, i)))
	}
	return group{whole, set}
}

// short says whether items are nothing but a text.
func short(items []report.Item) bool {
	for _, it := range items {
		if it.Lead != "" || len(it.Said) > 0 {
			return false
		}
	}
	return true
}

// marker returns the number or the bullet of item i.
func marker(l report.List, i int) phrase {
	if l.Numbered {
		return phrase{face: boldFace, ink: report.InkAccent, text: strconv.Itoa(i+1) + "."}
	}
	return phrase{ink: report.InkMuted, text: "•"}
}

// item sets an item: what it is about and what there is to say of it, then what people wrote.
func (w *typesetter) item(it report.Item, mark phrase) box {
	indent := bulletIndent
	if mark.face == boldFace {
		indent = numberIndent
	}
	inner := *w
	inner.width -= indent
	body := &element{tag: tagBody}
	var p []paragraph
	add := func(phrases ...phrase) {
		t := inner.paragraph(phrases...)
		t.indent = indent
		if len(p) == 0 {
			t.mark, t.label = w.broken([]phrase{mark}, w.style.size, w.width), &element{tag: tagLabel}
		}
		p = append(p, t.as(append([]*element{body}, t.elements...)...))
	}
	switch lead, rest := report.OneLine(it.Lead), report.OneLine(it.Text); {
	case lead != "" && rest != "":
		add(phrase{face: boldFace, text: lead + " "}, phrase{text: rest})
	case lead+rest != "" || len(it.Said) == 0:
		add(phrase{face: boldFace, text: lead}, phrase{text: rest})
	}
	for _, s := range it.Said {
		add(w.said(s)...)
	}
	whole := &element{tag: tagItem}
	if len(p) == 1 {
		return group{whole, p[0].as(body)}
	}
	var below stack
	for _, t := range p {
		below = append(below, stacked{0, t})
	}
	return group{whole, below}
}
