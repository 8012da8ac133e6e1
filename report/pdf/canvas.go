package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/text/encoding/unicode"

	"stappenplan/report"
	"stappenplan/steps"
)

// fontFamily is the name of the font within the file.
const fontFamily = "Liberation Sans"

// faceStyles are the faces as fpdf calls them.
var faceStyles = [...]string{regularFace: "", boldFace: "B"}

// canvas draws on the page that was added last. What goes wrong is kept by fpdf until the file is written.
type canvas struct {
	pdf       *fpdf.Fpdf
	metrics   *metrics
	structure *structure
}

// newCanvas begins a file: its fonts, its properties and its one day.
func newCanvas(s report.Summary, r *metrics) (*canvas, error) {
	language := s.Language.Spelling()
	switch {
	case strings.TrimSpace(s.Title) == "":
		return nil, errors.New("the document has no title")
	case language == "":
		return nil, fmt.Errorf("the document is in no language: %q", s.Language)
	}
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	for f, file := range faceFiles {
		pdf.AddUTF8FontFromBytes(fontFamily, faceStyles[f], file)
	}
	pdf.SetTitle(property(s.Title), false)
	pdf.SetAuthor(property(s.School), false)
	pdf.SetSubject(property(subject(s)), false)
	pdf.SetKeywords(property(s.Mark()), false)
	pdf.SetCreator(property(creator), false)
	pdf.SetLang(language)
	day := dayOf(s.LastChange)
	pdf.SetCreationDate(day)
	pdf.SetModificationDate(day)
	pdf.SetXmpMetadata(metadata(s, language, day))
	return &canvas{pdf, r, newStructure(pdf.RawWriteStr)}, nil
}

// creator is the program, as a file names it among its properties.
const creator = "Stappenplan"

// subject is what a document is about, as a file says it among its properties.
func subject(s report.Summary) string { return strings.Join(s.Facts, " · ") }

// page draws a page.
func (c *canvas) page(draw func()) {
	c.pdf.AddPage()
	c.structure.beginPage()
	draw()
	c.structure.endContent()
}

// dayOf is the beginning of a day, and always the same moment where there is none: a file must have one.
func dayOf(d steps.Date) time.Time {
	day, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Unix(0, 0).UTC()
	}
	return day
}

// property writes a text as a PDF keeps it among its properties; fpdf does not know all letters there.
func property(text string) string {
	if text == "" {
		return ""
	}
	encoded, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text) // which can hold every text
	return encoded
}

// line draws a line of text from a place on its baseline.
func (c *canvas) line(x, baseline, size float64, l textLine) {
	for _, p := range l.pieces {
		c.phrase(x+p.x, baseline, size, p.phrase)
	}
}

// phrase draws a text that belongs to the element at hand.
func (c *canvas) phrase(x, baseline, size float64, p phrase) {
	for _, letter := range p.text {
		if c.metrics.advance(p.face, letter) < 0 {
			c.pdf.SetErrorf("the font has no letter %q", letter)
		}
	}
	c.structure.mark(c.structure.current())
	c.pdf.SetFont(fontFamily, faceStyles[p.face], size)
	c.pdf.SetTextColor(rgb(p.ink))
	c.pdf.Text(x, baseline, p.text)
}

// rgb is the colour of an ink as fpdf takes it.
func rgb(ink report.Ink) (red, green, blue int) {
	colour := ink.Colour()
	return int(colour.R), int(colour.G), int(colour.B)
}

// markShape lets what is drawn next belong to the figure at hand; elsewhere a shape is decoration.
func (c *canvas) markShape() {
	if e := c.structure.current(); e.tag == tagFigure || e.tag == tagArtifact {
		c.structure.mark(e)
		return
	}
	c.structure.mark(decoration)
}

// figure begins a figure at its place; one without words is decoration.
func (c *canvas) figure(e *element, x, y, width, height float64) {
	if strings.TrimSpace(e.alternate) == "" {
		e = decoration
	} else {
		e.attributes = fmt.Sprintf("<</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>", x, pageHeight-y-height, x+width, pageHeight-y)
	}
	c.structure.begin(e)
}

func (c *canvas) stroke(x1, y1, x2, y2, width float64, ink report.Ink) {
	c.markShape()
	c.pdf.SetDrawColor(rgb(ink))
	c.pdf.SetLineWidth(width)
	c.pdf.Line(x1, y1, x2, y2)
}

func (c *canvas) bar(x, y, width, height float64, ink report.Ink) {
	c.markShape()
	c.pdf.SetFillColor(rgb(ink))
	c.pdf.Rect(x, y, width, height, "F")
}

func (c *canvas) logo(l report.Logo, x, y, width, height float64) {
	c.markShape()
	options := fpdf.ImageOptions{ImageType: l.Type}
	c.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(l.Data))
	c.pdf.ImageOptions("logo", x, y, width, height, false, options, 0, "")
}

// bookmark leads to a place on the page. fpdf writes it in the letters of the font at hand.
func (c *canvas) bookmark(text string, level int, y float64) {
	c.pdf.SetFont(fontFamily, "", 10)
	c.pdf.Bookmark(text, level, y)
}
