package office

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"
	"strings"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"stappenplan/report"
)

// dotsPerPoint makes 216 dots an inch: letters stay sharp on a fine screen and on paper.
const dotsPerPoint = 3

// DrawPNG draws a drawing as a picture for formats that have no shapes of their own. The same drawing gives the same
// bytes. Letters that the font lacks become "…": the words of the document say the same as a picture.
func DrawPNG(d report.Drawing) ([]byte, error) {
	picture := newBitmap(d.Width, d.Height)
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case report.Bar:
			picture.bar(s)
		case report.Stroke:
			picture.stroke(s)
		case report.Label:
			if err := picture.label(s); err != nil {
				return nil, fmt.Errorf("write %q in a picture: %w", s.Text, err)
			}
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&b, picture.picture); err != nil {
		return nil, fmt.Errorf("encode picture: %w", err)
	}
	return b.Bytes(), nil
}

// StartDrawing draws in the background; the function that it returns waits for the picture.
func StartDrawing(d report.Drawing) func() ([]byte, error) {
	picture := sync.OnceValues(func() ([]byte, error) { return DrawPNG(d) })
	go picture()
	return picture
}

// bitmap is a picture that is drawn on.
type bitmap struct {
	picture *image.RGBA
	faces   map[lettering]font.Face
}

// lettering is the size and weight of letters.
type lettering struct {
	size float64
	bold bool
}

func newBitmap(width, height float64) *bitmap {
	size := image.Rect(0, 0, max(1, dots(width)), max(1, dots(height)))
	p := &bitmap{image.NewRGBA(size), map[lettering]font.Face{}}
	draw.Draw(p.picture, size, image.White, image.Point{}, draw.Src)
	return p
}

func dots(points float64) int { return int(math.Round(points * dotsPerPoint)) }

func paint(ink report.Ink) *image.Uniform { return image.NewUniform(ink.Colour()) }

// bar keeps to whole dots, so that its edges are sharp.
func (p *bitmap) bar(b report.Bar) {
	area := image.Rect(dots(b.X), dots(b.Y), dots(b.X+b.Width), dots(b.Y+b.Height))
	draw.Draw(p.picture, area, paint(b.Ink), image.Point{}, draw.Src)
}

// stroke reaches half its width beyond its ends, so that two that meet make a whole corner.
func (p *bitmap) stroke(line report.Stroke) {
	half := line.Width / 2
	length := math.Hypot(line.X2-line.X1, line.Y2-line.Y1)
	alongX, alongY := half, 0.0
	if length > 0 {
		alongX, alongY = (line.X2-line.X1)/length*half, (line.Y2-line.Y1)/length*half
	}
	x1, y1, x2, y2 := line.X1-alongX, line.Y1-alongY, line.X2+alongX, line.Y2+alongY
	area := image.Rect(dots(min(x1, x2)-half)-1, dots(min(y1, y2)-half)-1, dots(max(x1, x2)+half)+1, dots(max(y1, y2)+half)+1)
	area = area.Intersect(p.picture.Rect)
	if area.Empty() {
		return
	}
	edge := vector.NewRasterizer(area.Dx(), area.Dy())
	at := func(x, y float64) (float32, float32) {
		return float32(x*dotsPerPoint) - float32(area.Min.X), float32(y*dotsPerPoint) - float32(area.Min.Y)
	}
	edge.MoveTo(at(x1-alongY, y1+alongX))
	edge.LineTo(at(x2-alongY, y2+alongX))
	edge.LineTo(at(x2+alongY, y2-alongX))
	edge.LineTo(at(x1+alongY, y1-alongX))
	edge.ClosePath()
	edge.Draw(p.picture, area, paint(line.Ink), image.Point{})
}

func (p *bitmap) label(l report.Label) error {
	face, err := p.face(lettering{l.Size, l.Bold})
	if err != nil {
		return err
	}
	text := drawable(l.Text)
	pen := font.Drawer{Dst: p.picture, Src: paint(l.Ink), Face: face}
	pen.Dot = fixed.Point26_6{X: fixed.Int26_6(l.X * dotsPerPoint * 64), Y: fixed.Int26_6(l.Y * dotsPerPoint * 64)}
	switch l.Anchor {
	case report.Middle:
		pen.Dot.X -= pen.MeasureString(text) / 2
	case report.End:
		pen.Dot.X -= pen.MeasureString(text)
	}
	pen.DrawString(text)
	return nil
}

func (p *bitmap) face(l lettering) (font.Face, error) {
	if face, ok := p.faces[l]; ok {
		return face, nil
	}
	face, err := opentype.NewFace(typefaces()[l.bold], &opentype.FaceOptions{Size: l.size, DPI: 72 * dotsPerPoint})
	if err != nil {
		return nil, fmt.Errorf("make letters of %v points: %w", l.size, err)
	}
	p.faces[l] = face
	return face, nil
}

// typefaces are the two weights, by whether they are bold. It panics when the fonts in the program are broken.
var typefaces = sync.OnceValue(func() map[bool]*opentype.Font {
	fonts := map[bool]*opentype.Font{}
	for bold, source := range map[bool][]byte{false: liberationsansregular.TTF, true: liberationsansbold.TTF} {
		f, err := opentype.Parse(source)
		if err != nil {
			panic(fmt.Sprintf("font of the pictures: %v", err))
		}
		fonts[bold] = f
	}
	return fonts
})

// drawable is a text with "…" in the place of letters that cannot be drawn. Those written from the right need
// more than a font.
func drawable(text string) string {
	var b strings.Builder
	var buffer sfnt.Buffer
	missing := false
	for _, r := range report.OneLine(text) {
		lacking := !drawableLetter(r, &buffer)
		switch {
		case !lacking:
			b.WriteRune(r)
		case !missing:
			b.WriteRune('…')
		}
		missing = lacking
	}
	return b.String()
}

func drawableLetter(r rune, buffer *sfnt.Buffer) bool {
	glyph, err := typefaces()[false].GlyphIndex(buffer, r)
	return err == nil && glyph != 0 && !unicode.In(r, unicode.Hebrew, unicode.Arabic)
}
