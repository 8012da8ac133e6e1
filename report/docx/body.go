package docx

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/office"
)

// The sheet, in twentieths of a point: A4, and its text between the margins.
const (
	sheetWidth  = 11906
	sheetHeight = 16838
	sheetMargin = 1020
	sheetText   = sheetWidth - 2*sheetMargin
)

// namespaces are those of the elements of a document.
var namespaces = office.Attributes{
	"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
	"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
	"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

// writer makes the text of a Word document, and remembers what other parts of the file must say.
type writer struct {
	pictures   []picture
	lists      int   // numbered ones so far: each counts from 1
	headings   int   // those so far that the contents can lead to
	belowTable bool  // what is written next stands below a table
	failed     error // what went wrong
}

// document is the document itself. What goes wrong is kept until the end.
func (w *writer) document(s report.Summary) office.Markup {
	body := []office.Markup{w.logo(s), paragraph("Title", s.Title), paragraph("Subtitle", strings.Join(s.Head(), " · "))}
	if s.Notice != "" {
		body = append(body, paragraph("Normal", s.Notice))
	}
	listed := len(s.Parts) - len(s.Listed()) // where the contents stand, if there are any
	for i, part := range s.Parts {
		if i == listed {
			body = append(body, w.contents(s.Listed(), assets.Load(s.Language).Document.Contents, i > 0))
		}
		body = append(body, w.heading(paragraphFormat{style: "Heading1", onNewPage: i > 0 && i != listed}, part.Title))
		for _, section := range part.Sections {
			body = append(body, w.heading(paragraphFormat{style: "Heading2"}, section.Title), w.blocks(section.Blocks))
		}
	}
	body = append(body, paragraph("Colophon", s.Colophon), pageLayout())
	return office.XMLHead + office.Element("w:document", namespaces, office.Element("w:body", nil, body...))
}

// blocks are the blocks of a section. A list has room above it where it follows a table, which has none below it.
func (w *writer) blocks(blocks []report.Block) office.Markup {
	made, below := make([]office.Markup, len(blocks)), false
	for i, block := range blocks {
		w.belowTable = below
		made[i] = w.block(block)
		_, below = block.(report.Table)
	}
	return office.Join(made)
}

func (w *writer) block(block report.Block) office.Markup {
	switch b := block.(type) {
	case report.Paragraph:
		return paragraph("Normal", string(b))
	case report.Heading:
		return paragraph("Heading3", string(b))
	case report.List:
		return w.list(b)
	case report.Table:
		return w.table(office.GridOf(b, sheetText))
	case report.Said:
		return said(paragraphFormat{style: "Normal"}, b)
	case report.Room:
		return room(b)
	case report.Chart:
		return w.pictureParagraph(b.Drawing()) + w.table(office.GridOf(b.Table(), sheetText))
	case report.Walk:
		return w.pictureParagraph(b.Drawing())
	case report.Hours:
		return w.table(office.HoursGrid(b, sheetText))
	case report.Bars:
		return w.pictureParagraph(b.Drawing()) // it shows the numbers, and the tables that follow name what they count
	}
	w.failed = errors.Join(w.failed, fmt.Errorf("no way to write a %T", block))
	return ""
}

// room is lines to write on: tabs that draw a line to the end of theirs.
func room(r report.Room) office.Markup {
	lines := make([]office.Markup, r.Lines)
	for i := range lines {
		text := "\t"
		if i == 0 {
			text = report.OneLine(r.Label) + ": \t"
		}
		lines[i] = styled(paragraphFormat{style: "Room", keep: i < r.Lines-1}, text)
	}
	return office.Join(lines)
}

// list is the items of a list; a numbered one begins at 1.
func (w *writer) list(l report.List) office.Markup {
	format := paragraphFormat{style: "ListBullet"}
	if l.Numbered {
		w.lists++
		format = paragraphFormat{style: "ListNumber", number: fixedNumbers + w.lists}
	}
	items := make([]office.Markup, len(l.Items))
	for i, it := range l.Items {
		first := format
		if i == 0 && w.belowTable {
			first.style += "First"
		}
		items[i] = item(it, first)
	}
	return office.Join(items)
}

// item is what an item is about and what there is to say of it, then what people wrote. The first of these has the
// mark of the list.
func item(it report.Item, format paragraphFormat) (m office.Markup) {
	lead, text := report.OneLine(it.Lead), report.OneLine(it.Text)
	if lead != "" && text != "" {
		text = " " + text
	}
	if lead+text != "" || len(it.Said) == 0 {
		first := format.of(lead + text)
		first.keep = len(it.Said) > 0
		m = first.paragraph(run(true, lead), run(false, text))
	}
	for _, s := range it.Said {
		if m != "" {
			format = paragraphFormat{style: "ListContinue"}
		}
		m += said(format, s)
	}
	return m
}

// said is what someone wrote: one line after its label, and several in a quotation below it.
func said(format paragraphFormat, s report.Said) office.Markup {
	label := report.OneLine(s.Before())
	format = format.of(label)
	if !strings.Contains(s.Text, "\n") {
		return format.paragraph(run(true, label), run(false, " "+s.Text))
	}
	format.keep = true
	return format.paragraph(run(true, label)) + styled(paragraphFormat{style: "Quote"}, s.Text)
}

// pageLayout is how large the pages are, and which header and footer they have.
func pageLayout() office.Markup {
	margin := strconv.Itoa(sheetMargin)
	return office.Element("w:sectPr", nil,
		office.Element("w:headerReference", office.Attributes{"w:type", "default", "r:id", "header"}),
		office.Element("w:footerReference", office.Attributes{"w:type", "default", "r:id", "footer"}),
		office.Element("w:pgSz", office.Attributes{"w:w", strconv.Itoa(sheetWidth), "w:h", strconv.Itoa(sheetHeight)}),
		office.Element("w:pgMar", office.Attributes{"w:top", "880", "w:right", margin, "w:bottom", "880", "w:left", margin,
			"w:header", "567", "w:footer", "510", "w:gutter", "0"}))
}
