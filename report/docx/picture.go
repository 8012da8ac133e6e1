package docx

import (
	"fmt"
	"strconv"

	"stappenplan/report"
	"stappenplan/report/office"
)

// picture is a picture in a Word document.
type picture struct {
	name   string
	target string // where it is, from the document
	data   func() ([]byte, error)
}

// A Word document measures pictures in parts of a point.
const (
	partsPerPoint = 12700
	widestLogo    = 170.0 // a logo has room in this, in points
	tallestLogo   = 50.0
)

// drawing is a drawing as a picture; nothing where there is none.
func (w *writer) drawing(d report.Drawing) office.Markup {
	if d.Width == 0 {
		return ""
	}
	return w.picture(office.StartDrawing(d), "png", d.Title, d.Width, d.Height)
}

// pictureParagraph is a drawing in a paragraph of its own.
func (w *writer) pictureParagraph(d report.Drawing) office.Markup {
	return paragraphFormat{style: "Picture", keep: true}.paragraph(w.drawing(d))
}

// logo is the school's own picture, at the head of the first page.
func (w *writer) logo(s report.Summary) office.Markup {
	if len(s.Logo.Data) == 0 || s.Logo.Width <= 0 || s.Logo.Height <= 0 {
		return ""
	}
	width, height := s.Logo.Fit(widestLogo, tallestLogo)
	data := func() ([]byte, error) { return s.Logo.Data, nil }
	return paragraphFormat{style: "Picture"}.paragraph(w.picture(data, s.Logo.Type, s.School, width, height))
}

// picture is a picture in a paragraph; the title is for who cannot see it.
func (w *writer) picture(data func() ([]byte, error), kind, title string, width, height float64) office.Markup {
	number := strconv.Itoa(len(w.pictures) + 1)
	p := picture{"picture" + number, "media/picture" + number + "." + kind, data}
	w.pictures = append(w.pictures, p)
	return part("picture.xml", "NAME", p.name, "NUMBER", number, "TITLE", string(office.Escape(report.OneLine(title))),
		"WIDTH", fmt.Sprintf("%.0f", width*partsPerPoint), "HEIGHT", fmt.Sprintf("%.0f", height*partsPerPoint))
}
