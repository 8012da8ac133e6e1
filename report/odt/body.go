package odt

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/office"
)

// sheetText is how wide the text is, in twentieths of a point.
const sheetText = 9866

// namespaces are those of the elements of a text.
var namespaces = office.Attributes{
	"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
	"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
	"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
	"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
	"xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
	"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
	"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
	"xmlns:xlink", "http://www.w3.org/1999/xlink",
	"office:version", "1.3",
}

// writer makes the text, and remembers what must be said of it before it begins and in other parts of the file.
type writer struct {
	pictures []picture
	formats  []paragraphFormat // those in use that are no style of their own
	widths   []int             // of columns
	tables   int
	headings int   // those so far
	failed   error // what went wrong
}

// content is the text itself. What goes wrong is kept until the end.
func (w *writer) content(s report.Summary) office.Markup {
	body := []office.Markup{w.logo(s), w.styled("Title", s.Title), w.styled("Subtitle", strings.Join(s.Head(), " · "))}
	if s.Notice != "" {
		body = append(body, w.styled("Standard", s.Notice))
	}
	listed := len(s.Parts) - len(s.Listed()) // where the contents stand, if there are any
	for i, part := range s.Parts {
		if i == listed {
			body = append(body, w.contents(s.Listed(), assets.Load(s.Language).Document.Contents, i > 0))
		}
		body = append(body, w.heading(1, part.Title, i > 0 && i != listed))
		for _, section := range part.Sections {
			body = append(body, w.heading(2, section.Title, false), office.Each(section.Blocks, w.block))
		}
	}
	body = append(body, w.styled("Colophon", s.Colophon))
	automatic := office.Element("office:automatic-styles", nil,
		office.Fill(partFiles, "automatic.xml", "WIDTH", strconv.Itoa(sheetText/20)), w.paragraphStyles(), w.columnStyles(), squareStyles())
	return office.XMLHead + office.Element("office:document-content", namespaces, automatic,
		office.Element("office:body", nil, office.Element("office:text", nil, body...)))
}

func (w *writer) block(block report.Block) office.Markup {
	switch b := block.(type) {
	case report.Paragraph:
		return w.styled("Standard", string(b))
	case report.Heading:
		return w.heading(3, string(b), false)
	case report.List:
		return w.list(b)
	case report.Table:
		return w.table(office.GridOf(b, sheetText))
	case report.Said:
		return w.said("Standard", b)
	case report.Room:
		return w.room(b)
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
func (w *writer) room(r report.Room) office.Markup {
	lines := make([]office.Markup, r.Lines)
	for i := range lines {
		text := "\t"
		if i == 0 {
			text = report.OneLine(r.Label) + ": \t"
		}
		lines[i] = w.paragraph(paragraphFormat{style: "Room", keep: i < r.Lines-1}.of(text), run(false, text))
	}
	return office.Join(lines)
}

// list is the items of a list; a numbered one begins at 1.
func (w *writer) list(l report.List) office.Markup {
	style := "Bullets"
	if l.Numbered {
		style = "Numbers"
	}
	return office.Element("text:list", office.Attributes{"text:style-name", style},
		office.Each(l.Items, func(it report.Item) office.Markup { return office.Element("text:list-item", nil, w.item(it)) }))
}

// item is what an item is about and what there is to say of it, then what people wrote.
func (w *writer) item(it report.Item) (m office.Markup) {
	lead, text := report.OneLine(it.Lead), report.OneLine(it.Text)
	if lead != "" && text != "" {
		text = " " + text
	}
	if lead+text != "" || len(it.Said) == 0 {
		format := paragraphFormat{style: "ListItem", keep: len(it.Said) > 0}.of(lead + text)
		m = w.paragraph(format, run(true, lead), run(false, text))
	}
	for _, s := range it.Said {
		m += w.said("ListItem", s)
	}
	return m
}

// said is what someone wrote: one line after its label, and several in a quotation below it.
func (w *writer) said(style string, s report.Said) office.Markup {
	label := report.OneLine(s.Before())
	format := paragraphFormat{style: style}.of(label)
	if !strings.Contains(s.Text, "\n") {
		return w.paragraph(format, run(true, label), run(false, " "+s.Text))
	}
	format.keep = true
	return w.paragraph(format, run(true, label)) + w.paragraph(paragraphFormat{style: "Quote"}.of(s.Text), run(false, s.Text))
}
