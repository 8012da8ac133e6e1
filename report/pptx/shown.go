package pptx

import "stappenplan/report"

// Shown is what the slides of a summary say, in the order in which they say it: a section a slide, with texts as they were cut
// and the labels of pictures as they were drawn, and the notes behind it. It has no logo, and nothing that no slide shows.
func Shown(s report.Summary) report.Summary {
	w := newWriter(s)
	part := report.Part{ID: report.Brief}
	for _, sl := range w.slides() {
		part.Sections = append(part.Sections, w.shown(sl))
	}
	return report.Summary{Language: s.Language, Parts: []report.Part{part}, Fingerprint: s.Fingerprint}
}

// shown is what a slide says.
func (w *writer) shown(sl slide) report.Section {
	section := report.Section{ID: sl.section, Title: sl.title}
	say := func(text string) {
		if text != "" {
			section.Blocks = append(section.Blocks, report.Paragraph(text))
		}
	}
	say(sl.kicker)
	say(sl.facts)
	for _, p := range sl.body.paragraphs {
		if !p.item {
			say(p.lead)
			say(p.text)
			continue
		}
		item := report.Item{Lead: p.lead, Text: p.text}
		if last := len(section.Blocks) - 1; last >= 0 {
			if list, is := section.Blocks[last].(report.List); is && list.Numbered == p.numbered {
				list.Items = append(list.Items, item)
				section.Blocks[last] = list
				continue
			}
		}
		section.Blocks = append(section.Blocks, report.List{Numbered: p.numbered, Items: []report.Item{item}})
	}
	if sl.figure != nil {
		for _, shape := range w.drawing(sl.figure, w.roomBelow(sl)).Shapes {
			if label, is := shape.(report.Label); is {
				say(label.Text)
			}
		}
	}
	if day, month, is := w.onCard(sl); is {
		say(month)
		say(day)
	}
	for _, note := range sl.notes {
		say(note)
	}
	return section
}
