package docx

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"stappenplan/report"
)

// The sheet, in twentieths of a point: A4, and its text between the margins.
const (
	sheetWidth  = 11906
	sheetHeight = 16838
	sheetMargin = 1020
	sheetText   = sheetWidth - 2*sheetMargin
)

// namespaces are those of the elements of a document.
var namespaces = []string{
	"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
	"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
	"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

// writer writes the text of a Word document, and remembers what other parts of the file must say.
type writer struct {
	out      xmlText
	pictures []picture
	lists    int   // numbered ones so far: each counts from 1
	failed   error // what went wrong
}

// document writes the document itself. What goes wrong is kept until the end.
func (w *writer) document(s report.Summary) {
	w.out.WriteString(xmlHead)
	w.out.open("w:document", namespaces...)
	w.out.open("w:body")
	w.logo(s)
	w.paragraph("Title", s.Title)
	w.paragraph("Subtitle", strings.Join(s.Facts, " · "))
	if s.Notice != "" {
		w.paragraph("Normal", s.Notice)
	}
	for i, part := range s.Parts {
		w.styled(paragraphFormat{style: "Heading1", anew: i > 0}, report.OneLine(part.Title))
		for _, section := range part.Sections {
			w.paragraph("Heading2", section.Title)
			for _, block := range section.Blocks {
				w.block(block)
			}
		}
	}
	w.paragraph("Colophon", s.Colophon)
	w.sheet()
	w.out.close("w:body")
	w.out.close("w:document")
}

func (w *writer) block(block report.Block) {
	switch b := block.(type) {
	case report.Paragraph:
		w.paragraph("Normal", string(b))
	case report.Heading:
		w.paragraph("Heading3", string(b))
	case report.List:
		w.list(b)
	case report.Table:
		w.table(b, noRow)
	case report.Said:
		w.said(paragraphFormat{style: "Normal"}, b)
	case report.Room:
		w.room(b)
	case report.Walk:
		w.shown(b.Drawing())
		w.table(b.Table(), here(b))
	case report.Hours:
		w.hours(b)
	case report.Bars:
		w.shown(b.Drawing()) // the numbers stand in it, and what they count in the tables that follow
	default:
		w.failed = errors.Join(w.failed, fmt.Errorf("no way to write a %T", block))
	}
}

// room writes lines to write on: tabs that draw a line to the end of theirs.
func (w *writer) room(r report.Room) {
	for i := range r.Lines {
		text := "\t"
		if i == 0 {
			text = report.OneLine(r.Label) + ": \t"
		}
		w.begin(paragraphFormat{style: "Room", keep: i < r.Lines-1}.of(text))
		w.run(false, text)
		w.end()
	}
}

// here is the row of the step where the school stands.
func here(w report.Walk) int {
	for i, s := range w.Steps {
		if s.Here {
			return i
		}
	}
	return noRow
}

// paragraph writes a paragraph of one line in a style.
func (w *writer) paragraph(style, text string) {
	w.styled(paragraphFormat{style: style}, report.OneLine(text))
}

func (w *writer) styled(format paragraphFormat, text string) {
	w.begin(format.of(text))
	w.run(false, text)
	w.end()
}

// list writes the items of a list; a numbered one begins at 1.
func (w *writer) list(l report.List) {
	format := paragraphFormat{style: "ListBullet"}
	if l.Numbered {
		w.lists++
		format = paragraphFormat{style: "ListNumber", number: fixedNumbers + w.lists}
	}
	for _, it := range l.Items {
		w.item(it, format)
	}
}

// item writes an item: what it is about and what there is to say of it, then what people wrote. The first of
// these has the mark of the list.
func (w *writer) item(it report.Item, format paragraphFormat) {
	lead, text := report.OneLine(it.Lead), report.OneLine(it.Text)
	if lead != "" && text != "" {
		text = " " + text
	}
	if lead+text != "" || len(it.Said) == 0 {
		first := format.of(lead + text)
		first.keep = len(it.Said) > 0
		w.begin(first)
		w.run(true, lead)
		w.run(false, text)
		w.end()
	}
	for i, s := range it.Said {
		if i > 0 || lead+text != "" {
			format = paragraphFormat{style: "ListContinue"}
		}
		w.said(format, s)
	}
}

// said writes what someone wrote: one line after its label, and several in a quotation below it.
func (w *writer) said(format paragraphFormat, s report.Said) {
	label := report.OneLine(s.Before())
	several := strings.Contains(s.Text, "\n")
	format = format.of(label)
	format.keep = several
	w.begin(format)
	w.run(true, label)
	if !several {
		w.run(false, " "+s.Text)
	}
	w.end()
	if several {
		w.styled(paragraphFormat{style: "Quote"}, s.Text)
	}
}

// sheet says how large the pages are, and what stands at their foot.
func (w *writer) sheet() {
	margin := strconv.Itoa(sheetMargin)
	w.out.open("w:sectPr")
	w.out.empty("w:footerReference", "w:type", "default", "r:id", "footer")
	w.out.empty("w:pgSz", "w:w", strconv.Itoa(sheetWidth), "w:h", strconv.Itoa(sheetHeight))
	w.out.empty("w:pgMar", "w:top", "880", "w:right", margin, "w:bottom", "880", "w:left", margin,
		"w:header", "567", "w:footer", "510", "w:gutter", "0")
	w.out.close("w:sectPr")
}
