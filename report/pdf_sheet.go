package report

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"stappenplan/assets"
	"stappenplan/steps"
)

// fontFamily is the name of the font within the file.
const fontFamily = "Liberation Sans"

// faceStyles are the faces as fpdf calls them.
var faceStyles = [...]string{regularFace: "", boldFace: "B"}

// inkColours are the colours of the inks, in red, green and blue. Those of text have a contrast of more than
// 4.5:1 on white.
var inkColours = map[Ink][3]int{
	InkText:   {0x22, 0x2b, 0x33},
	InkMuted:  {0x5a, 0x66, 0x70},
	InkAccent: {0x1b, 0x4f, 0x80},
	InkGood:   {0x1e, 0x70, 0x45},
	InkWarn:   {0x95, 0x57, 0x00},
	InkBad:    {0xb0, 0x2a, 0x30},
	InkPale:   {0xdd, 0xe3, 0xe9},
}

// sheet draws on the page that was added last. What goes wrong is kept by fpdf until the file is written.
type sheet struct {
	pdf   *fpdf.Fpdf
	ruler *ruler
}

// newSheet begins a file: its fonts, its properties and its one day.
func newSheet(s Summary, r *ruler) *sheet {
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
	return &sheet{pdf, r}
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
	b := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return string(b)
}

// line draws a line of text from a place on its baseline.
func (c *sheet) line(x, baseline, size float64, l textLine) {
	for _, p := range l.pieces {
		c.phrase(x+p.x, baseline, size, p.phrase)
	}
}

func (c *sheet) phrase(x, baseline, size float64, p phrase) {
	colour := inkColours[p.ink]
	c.pdf.SetFont(fontFamily, faceStyles[p.face], size)
	c.pdf.SetTextColor(colour[0], colour[1], colour[2])
	c.pdf.Text(x, baseline, p.text)
}

func (c *sheet) stroke(s Stroke) {
	colour := inkColours[s.Ink]
	c.pdf.SetDrawColor(colour[0], colour[1], colour[2])
	c.pdf.SetLineWidth(s.Width)
	c.pdf.Line(s.X1, s.Y1, s.X2, s.Y2)
}

func (c *sheet) bar(b Bar) {
	colour := inkColours[b.Ink]
	c.pdf.SetFillColor(colour[0], colour[1], colour[2])
	c.pdf.Rect(b.X, b.Y, b.Width, b.Height, "F")
}

func (c *sheet) logo(l Logo, x, y, width, height float64) {
	options := fpdf.ImageOptions{ImageType: l.Type}
	c.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(l.Data))
	c.pdf.ImageOptions("logo", x, y, width, height, false, options, 0, "")
}

// bookmark leads to a place on the page. fpdf writes it in the letters of the font at hand.
func (c *sheet) bookmark(text string, level int, y float64) {
	c.pdf.SetFont(fontFamily, "", 10)
	c.pdf.Bookmark(text, level, y)
}
