package report

// tallestPicture is how high a picture may be: it is never torn.
const tallestPicture = 400.0

// picture is a drawing at the width there is.
type picture struct {
	drawing Drawing
	scale   float64
	mend    func(string) string
}

func (w *typesetter) picture(d Drawing) picture {
	scale := min(w.width/d.Width, tallestPicture/d.Height)
	return picture{d, scale, w.alphabet.mend}
}

func (p picture) height() float64 { return p.drawing.Height * p.scale }

func (p picture) cut(room float64) (above, below slab) { return untorn(p, room) }

func (p picture) paint(c *sheet, x, y float64) {
	for _, shape := range p.drawing.Shapes {
		switch s := shape.(type) {
		case Bar:
			c.bar(x+s.X*p.scale, y+s.Y*p.scale, s.Width*p.scale, s.Height*p.scale, s.Ink)
		case Stroke:
			c.stroke(x+s.X1*p.scale, y+s.Y1*p.scale, x+s.X2*p.scale, y+s.Y2*p.scale, s.Width*p.scale, s.Ink)
		case Label:
			p.label(c, s, x, y)
		}
	}
}

func (p picture) label(c *sheet, s Label, x, y float64) {
	words := phrase{ink: s.Ink, text: p.mend(oneLine(s.Text))}
	if s.Bold {
		words.face = boldFace
	}
	size := s.Size * p.scale
	width := c.ruler.width(words.face, size, words.text)
	left := x + s.X*p.scale - width*map[Anchor]float64{Middle: 0.5, End: 1}[s.Anchor]
	c.phrase(left, y+s.Y*p.scale, size, words)
}

// shows says whether a text stands in a drawing, to the letter.
func shows(d Drawing, text string) bool {
	for _, shape := range d.Shapes {
		if l, ok := shape.(Label); ok && l.Text == text {
			return true
		}
	}
	return false
}

// rule is a line from one side of the text to the other.
type rule struct{ width float64 }

func (r rule) height() float64 { return 1.2 }

func (r rule) cut(room float64) (above, below slab) { return untorn(r, room) }

func (r rule) paint(c *sheet, x, y float64) { c.stroke(x, y, x+r.width, y, 1.2, InkAccent) }

// beside is two slabs next to each other.
type beside struct {
	left, right slab
	at          float64 // from the left side of the one to that of the other
}

func (b beside) height() float64 { return max(b.left.height(), b.right.height()) }

func (b beside) cut(room float64) (above, below slab) { return untorn(b, room) }

func (b beside) paint(c *sheet, x, y float64) {
	b.left.paint(c, x, y)
	b.right.paint(c, x+b.at, y)
}

// Room for the logo, in points.
const (
	logoWidth  = 110.0
	logoHeight = 46.0
	logoGap    = 16.0
)

// logoSlab is the school's own picture, as large as its room allows.
type logoSlab struct {
	logo    Logo
	picture float64 // its width
	width   float64 // with the gap before it
}

func newLogoSlab(logo Logo) logoSlab {
	if len(logo.Data) == 0 {
		return logoSlab{}
	}
	scale := min(logoWidth/float64(logo.Width), logoHeight/float64(logo.Height))
	width := float64(logo.Width) * scale
	return logoSlab{logo, width, width + logoGap}
}

func (l logoSlab) height() float64 {
	if l.picture == 0 {
		return 0
	}
	return l.picture * float64(l.logo.Height) / float64(l.logo.Width)
}

func (l logoSlab) cut(room float64) (above, below slab) { return untorn(l, room) }

func (l logoSlab) paint(c *sheet, x, y float64) {
	if l.picture > 0 {
		c.logo(l.logo, x, y, l.picture, l.height())
	}
}
