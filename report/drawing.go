package report

import (
	"image/color"
	"slices"
)

// Drawing is a picture for those who would rather look than read: shapes on a sheet, in points from the top
// left. It says nothing that the document does not also say in words. Each format draws the same shapes in its
// own way.
type Drawing struct {
	Width, Height float64
	Title         string // what the picture shows, for who cannot see it
	Shapes        []Shape
}

// Shape is a [Bar], a [Stroke] or a [Label].
type Shape interface{ shape() }

// Bar is a filled rectangle.
type Bar struct {
	X, Y, Width, Height float64
	Ink                 Ink
}

// Stroke is a straight line.
type Stroke struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Ink            Ink
}

// Label is a line of text; X and Y are the place of its baseline, at the start, the middle or the end.
type Label struct {
	X, Y   float64
	Size   float64 // height of the letters, in points
	Bold   bool
	Anchor Anchor
	Ink    Ink
	Text   string
}

// Anchor says which point of the baseline of a label is at its X and Y.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Ink is a colour by what it means.
type Ink int

// The inks.
const (
	InkText Ink = iota
	InkMuted
	InkAccent
	InkGood
	InkWarn
	InkBad
	InkSoft // a second kind beside InkAccent: lighter, so that it differs without colour too
	InkPale // what is empty, behind the rest
)

// inkColours are the colours of the inks on white: those of text have a contrast of more than 4.5:1.
var inkColours = [...]color.RGBA{
	InkText:   {0x22, 0x2b, 0x33, 0xff},
	InkMuted:  {0x5a, 0x66, 0x70, 0xff},
	InkAccent: {0x1b, 0x4f, 0x80, 0xff},
	InkGood:   {0x1e, 0x70, 0x45, 0xff},
	InkWarn:   {0x95, 0x57, 0x00, 0xff},
	InkBad:    {0xb0, 0x2a, 0x30, 0xff},
	InkSoft:   {0x8a, 0x97, 0xa4, 0xff},
	InkPale:   {0xdd, 0xe3, 0xe9, 0xff},
}

// Colour is the colour of an ink in a format that has no dark pages.
func (i Ink) Colour() color.RGBA { return inkColours[i] }

func (Bar) shape()    {}
func (Stroke) shape() {}
func (Label) shape()  {}

// NamedInFull says whether the drawing of a figure cuts no name short, so that it can stand in the place of the table.
func NamedInFull(f Figure) bool {
	labels := map[string]bool{}
	for _, shape := range f.Drawing().Shapes {
		if l, is := shape.(Label); is {
			labels[l.Text] = true
		}
	}
	return !slices.ContainsFunc(f.Table().Rows, func(row []string) bool { return !labels[row[0]] })
}
