package odt

import (
	"fmt"
	"strconv"

	"stappenplan/report"
	"stappenplan/report/office"
)

// picture is a picture in the file.
type picture struct {
	path, kind string
	data       func() ([]byte, error)
}

// A logo has room in this, in points.
const (
	widestLogo  = 170.0
	tallestLogo = 50.0
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
	return w.paragraph(paragraphFormat{style: "Picture"}, w.drawing(d))
}

// logo is the school's own picture, at the head of the first page.
func (w *writer) logo(s report.Summary) office.Markup {
	if len(s.Logo.Data) == 0 || s.Logo.Width <= 0 || s.Logo.Height <= 0 {
		return ""
	}
	width, height := s.Logo.Fit(widestLogo, tallestLogo)
	data := func() ([]byte, error) { return s.Logo.Data, nil }
	return w.paragraph(paragraphFormat{style: "Picture"}, w.picture(data, s.Logo.Type, s.School, width, height))
}

// picture is a picture in a paragraph; the title is for who cannot see it.
func (w *writer) picture(data func() ([]byte, error), kind, title string, width, height float64) office.Markup {
	name := "picture" + strconv.Itoa(len(w.pictures)+1)
	p := picture{"Pictures/" + name + "." + kind, kind, data}
	w.pictures = append(w.pictures, p)
	measure := func(points float64) string { return fmt.Sprintf("%.2fpt", points) }
	return office.Element("draw:frame", office.Attributes{
		"draw:style-name", "Frame", "draw:name", name, "text:anchor-type", "as-char", "svg:width", measure(width), "svg:height", measure(height),
	}, office.Element("draw:image", office.Attributes{"xlink:href", p.path, "xlink:type", "simple", "xlink:show", "embed", "xlink:actuate", "onLoad"}),
		office.Element("svg:desc", nil, office.Escape(report.OneLine(title))))
}
