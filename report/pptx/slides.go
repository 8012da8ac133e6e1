package pptx

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/office"
	"stappenplan/steps"
)

// A slide, in points.
const (
	slideWidth, slideHeight = 960.0, 540.0

	left, width  = 48.0, 864.0 // of what stands on it
	kickerTop    = 24.0        // the line above the title
	kickerSize   = 14.0
	titleSize    = 34.0
	factsTop     = 98.0
	factsSize    = 16.0
	bodyTop      = 134.0
	bodyEnd      = 484.0
	figureGap    = 20.0
	widestLogo   = 170.0
	tallestLogo  = 64.0
	figureHeight = 250.0 // of what there is room for, to begin with
)

// slide is what stands on one.
type slide struct {
	section report.SectionID
	title   string
	kicker  string // above the title: of whom
	facts   string // below the title
	body    flow
	figure  report.Figure // is drawn below the body; nil where there is none
	date    steps.Date    // is shown as on a calendar, beside the body
	logo    bool
	notes   []string // paragraphs
}

// writer writes the slides of a summary.
type writer struct {
	summary report.Summary
	texts   *assets.Texts
	ruler   *office.Ruler
}

func newWriter(s report.Summary) *writer {
	return &writer{s, assets.Load(s.Language), &office.Ruler{}}
}

func (w *writer) hasLogo() bool {
	logo := w.summary.Logo
	return len(logo.Data) > 0 && logo.Width > 0 && logo.Height > 0
}

// slides are those of the sections of the first page, or of the first part of a document without one.
func (w *writer) slides() (list []slide) {
	part := report.Part{Title: w.summary.Title}
	for i, p := range w.summary.Parts {
		if i == 0 || p.ID == report.Brief {
			part = p
		}
	}
	var outcomes, sheets report.Section
	for _, section := range part.Sections {
		switch section.ID {
		case report.SectionOutcomes:
			outcomes = section
		case report.SectionSheets:
			sheets = section
		}
	}
	hasDecisions := slices.ContainsFunc(part.Sections, func(s report.Section) bool { return s.ID == report.SectionDecisions })
	for _, section := range part.Sections {
		switch {
		case section.ID == report.SectionSheets: // a line or two, which stand on the slide behind it
		case section.ID == report.SectionDecisions:
			list = append(list, w.slideOf(section, outcomes, len(list) == 0))
		case section.ID == report.SectionNext:
			list = append(list, w.slideOf(section, sheets, len(list) == 0))
		case section.ID != report.SectionOutcomes || !hasDecisions:
			list = append(list, w.slideOf(section, report.Section{}, len(list) == 0))
		}
	}
	if len(list) == 0 {
		list = append(list, w.slideOf(report.Section{Title: part.Title}, report.Section{}, true))
	}
	return list
}

// slideOf is the slide of a section; more comes below it where there is room. The first one says what the slides are about.
func (w *writer) slideOf(section, more report.Section, first bool) slide {
	sl := slide{section: section.ID, title: report.OneLine(section.Title), logo: first && w.hasLogo()}
	shortened := false
	cut := func(text string, size, width float64, bold bool) string {
		short := w.ruler.Cut(report.OneLine(text), size, bold, width, 1)
		shortened = shortened || short != report.OneLine(text)
		return short
	}
	var entries []entry
	if first {
		sl.facts = cut(strings.Join(w.summary.Facts, " · "), factsSize, width, false)
		if w.summary.Notice != "" {
			entries = append(entries, entry{lead: w.summary.Notice, ink: report.InkWarn})
		}
	}
	sl.kicker = cut(w.summary.Title, kickerSize, w.headWidth(sl), false)
	entries = append(entries, entriesOf(section.Blocks)...)
	if section.ID == report.SectionNext && len(w.summary.Days) > 0 {
		sl.date = w.summary.Days[0].Date
	}
	room := bodyEnd - bodyTop
	if sl.figure = figureOf(section.Blocks); sl.figure != nil {
		room -= figureGap + figureHeight
	}
	across := width
	if sl.date != "" {
		across -= cardWidth + figureGap*2
	}
	if len(more.Blocks) > 0 {
		sl.body = w.fitBoth(entries, more, across, room)
	} else {
		sl.body = w.fit(entries, across, room)
	}
	if shortened || sl.body.shortened || hasWalk(section.Blocks) {
		sl.notes = append(w.notesOf(section, shortened), w.notesOf(more, false)...)
	}
	return sl
}

// headWidth is how wide what stands beside the logo can be.
func (w *writer) headWidth(sl slide) float64 {
	if !sl.logo {
		return width
	}
	wide, _ := w.summary.Logo.Fit(widestLogo, tallestLogo)
	return width - wide - figureGap
}

// figureOf is what can be drawn in a section.
func figureOf(blocks []report.Block) report.Figure {
	for _, block := range blocks {
		if figure, is := block.(report.Figure); is {
			return figure
		}
	}
	return nil
}

func hasWalk(blocks []report.Block) bool {
	return slices.ContainsFunc(blocks, func(b report.Block) bool { _, is := b.(report.Walk); return is })
}

// entriesOf are the texts of blocks that stand on a slide.
func entriesOf(blocks []report.Block) (entries []entry) {
	for _, block := range blocks {
		switch b := block.(type) {
		case report.Paragraph:
			entries = append(entries, entry{lead: string(b)})
		case report.List:
			for _, item := range b.Items {
				e := entry{lead: item.Lead, text: item.Text, bold: true, item: true, numbered: b.Numbered, more: len(item.Said) > 0}
				if e.lead == "" {
					e.lead, e.text, e.bold = item.Text, "", false
				}
				if e.lead == "" && len(item.Said) > 0 {
					e.lead, e.more = item.Said[0].Before()+" "+item.Said[0].Text, len(item.Said) > 1
				}
				entries = append(entries, e)
			}
		}
	}
	for i := range entries {
		entries[i].lead, entries[i].text = report.OneLine(entries[i].lead), report.OneLine(entries[i].text)
	}
	return entries
}

// notesOf are the paragraphs that say a section in full; with the head of the slide where that was cut too.
func (w *writer) notesOf(section report.Section, head bool) (notes []string) {
	if section.Title == "" {
		return nil
	}
	if head {
		notes = append(notes, w.summary.Title, strings.Join(w.summary.Facts, " · "))
	}
	notes = append(notes, section.Title)
	for _, block := range section.Blocks {
		switch b := block.(type) {
		case report.Paragraph:
			notes = append(notes, string(b))
		case report.List:
			for i, item := range b.Items {
				line := strings.TrimSpace(item.Lead + " " + item.Text)
				if b.Numbered {
					line = strconv.Itoa(i+1) + ". " + line
				}
				notes = append(notes, line)
				for _, said := range item.Said {
					notes = append(notes, said.Before()+" "+said.Text)
				}
			}
		case report.Walk:
			for _, step := range b.Steps {
				notes = append(notes, strconv.Itoa(step.Number)+". "+step.Name+": "+step.State)
			}
		case report.Figure:
			for _, row := range b.Table().Rows {
				notes = append(notes, strings.Join(row, " · "))
			}
		}
	}
	return slices.DeleteFunc(notes, steps.Blank)
}
