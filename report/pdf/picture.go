package pdf

import "stappenplan/report"

// tallestPicture is how high a picture may be: it is not split over two pages.
const tallestPicture = 400.0

// picture is a drawing at the width there is.
type picture struct {
	element    *element
	drawing    report.Drawing
	scale      float64
	substitute func(string) string
}

func (w *typesetter) picture(d report.Drawing) picture {
	scale := min(w.width/d.Width, tallestPicture/d.Height)
	return picture{&element{tag: tagFigure, alternate: d.Title}, d, scale, w.alphabet.substitute}
}

func (p picture) height() float64 { return p.drawing.Height * p.scale }

func (p picture) draw(c *canvas, x, y float64) {
	c.figure(p.element, x, y, p.drawing.Width*p.scale, p.height())
	defer c.structure.end()
	for _, shape := range p.drawing.Shapes {
		switch s := shape.(type) {
		case report.Bar:
			c.bar(x+s.X*p.scale, y+s.Y*p.scale, s.Width*p.scale, s.Height*p.scale, s.Ink)
		case report.Stroke:
			c.stroke(x+s.X1*p.scale, y+s.Y1*p.scale, x+s.X2*p.scale, y+s.Y2*p.scale, s.Width*p.scale, s.Ink)
		case report.Label:
			p.label(c, s, x, y)
		}
	}
}

func (p picture) label(c *canvas, s report.Label, x, y float64) {
	words := phrase{ink: s.Ink, text: p.substitute(report.OneLine(s.Text))}
	if s.Bold {
		words.face = boldFace
	}
	size := s.Size * p.scale
	width := c.metrics.width(words.face, size, words.text)
	left := x + s.X*p.scale - width*map[report.Anchor]float64{report.Middle: 0.5, report.End: 1}[s.Anchor]
	c.phrase(left, y+s.Y*p.scale, size, words)
}

// rule is a line from one side of the text to the other.
type rule struct{ width float64 }

func (r rule) height() float64 { return 1.2 }

func (r rule) draw(c *canvas, x, y float64) { c.stroke(x, y, x+r.width, y, 1.2, report.InkAccent) }

// sideBySide is two boxes next to each other.
type sideBySide struct {
	left, right box
	at          float64 // from the left side of the one to that of the other
}

func (b sideBySide) height() float64 { return max(b.left.height(), b.right.height()) }

func (b sideBySide) draw(c *canvas, x, y float64) {
	b.left.draw(c, x, y)
	b.right.draw(c, x+b.at, y)
}

// Room for the logo, in points.
const (
	logoWidth  = 110.0
	logoHeight = 46.0
	logoGap    = 16.0
)

// logoBox is the school's own picture, as large as its room allows.
type logoBox struct {
	report.Logo
	school      string
	width, tall float64
}

func newLogoBox(logo report.Logo, school string) logoBox {
	if len(logo.Data) == 0 {
		return logoBox{}
	}
	width, height := logo.Fit(logoWidth, logoHeight)
	return logoBox{logo, school, width, height}
}

func (l logoBox) height() float64 { return l.tall }

func (l logoBox) draw(c *canvas, x, y float64) {
	if l.width > 0 {
		c.figure(&element{tag: tagFigure, alternate: l.school}, x, y, l.width, l.tall)
		c.logo(l.Logo, x, y, l.width, l.tall)
		c.structure.end()
	}
}
