package pdf

import (
	"bytes"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/text/encoding/unicode"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// fontFamily is the name of the font within the file.
const fontFamily = "Liberation Sans"

// faceStyles are the faces as fpdf calls them.
var faceStyles = [...]string{regularFace: "", boldFace: "B"}

// canvas draws on the page that was added last. What goes wrong is kept by fpdf until the file is written.
type canvas struct {
	pdf     *fpdf.Fpdf
	metrics *metrics
}

// newCanvas begins a file: its fonts, its properties and its one day.
func newCanvas(s report.Summary, r *metrics) *canvas {
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	for f, file := range faceFiles {
		pdf.AddUTF8FontFromBytes(fontFamily, faceStyles[f], file)
	}
	pdf.SetTitle(property(s.Title), false)
	pdf.SetAuthor(property(s.School), false)
	pdf.SetSubject(property(strings.Join(s.Facts, " · ")), false)
	pdf.SetKeywords(property(s.Mark()), false)
	pdf.SetCreator(property("Stappenplan"), false)
	pdf.SetLang(map[assets.Language]string{assets.Dutch: "nl-BE", assets.English: "en"}[s.Language])
	day := dayOf(s.LastChange)
	pdf.SetCreationDate(day)
	pdf.SetModificationDate(day)
	return &canvas{pdf, r}
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

func (c *canvas) phrase(x, baseline, size float64, p phrase) {
	c.pdf.SetFont(fontFamily, faceStyles[p.face], size)
	c.pdf.SetTextColor(rgb(p.ink))
	c.pdf.Text(x, baseline, p.text)
}

// rgb is the colour of an ink as fpdf takes it.
func rgb(ink report.Ink) (red, green, blue int) {
	colour := ink.Colour()
	return int(colour.R), int(colour.G), int(colour.B)
}

func (c *canvas) stroke(x1, y1, x2, y2, width float64, ink report.Ink) {
	c.pdf.SetDrawColor(rgb(ink))
	c.pdf.SetLineWidth(width)
	c.pdf.Line(x1, y1, x2, y2)
}

func (c *canvas) bar(x, y, width, height float64, ink report.Ink) {
	c.pdf.SetFillColor(rgb(ink))
	c.pdf.Rect(x, y, width, height, "F")
}

func (c *canvas) logo(l report.Logo, x, y, width, height float64) {
	options := fpdf.ImageOptions{ImageType: l.Type}
	c.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(l.Data))
	c.pdf.ImageOptions("logo", x, y, width, height, false, options, 0, "")
}

// bookmark leads to a place on the page. fpdf writes it in the letters of the font at hand.
func (c *canvas) bookmark(text string, level int, y float64) {
	c.pdf.SetFont(fontFamily, "", 10)
	c.pdf.Bookmark(text, level, y)
}
