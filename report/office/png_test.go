package office

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"stappenplan/report"
)

func pictureOf(t *testing.T, shapes ...report.Shape) image.Image {
	t.Helper()
	content, err := DrawPNG(report.Drawing{Width: 100, Height: 40, Shapes: shapes})
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// inked is the smallest rectangle around all that is not white, in points.
func inked(picture image.Image) image.Rectangle {
	var found image.Rectangle
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if r, g, b, _ := picture.At(x, y).RGBA(); r+g+b < 3*0xf000 {
				found = found.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return image.Rect(found.Min.X/3, found.Min.Y/3, (found.Max.X+2)/3, (found.Max.Y+2)/3)
}

func TestPictureHasTheSizeOfItsDrawing(t *testing.T) {
	t.Parallel()
	if got := pictureOf(t).Bounds(); got != image.Rect(0, 0, 300, 120) {
		t.Errorf("%v", got)
	}
}

func TestShapesStandInTheirPlace(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		shape report.Shape
		want  image.Rectangle
	}{
		"bar":    {report.Bar{X: 10, Y: 5, Width: 30, Height: 8, Ink: report.InkAccent}, image.Rect(10, 5, 40, 13)},
		"stroke": {report.Stroke{X1: 20, Y1: 20, X2: 60, Y2: 20, Width: 2, Ink: report.InkBad}, image.Rect(19, 19, 61, 21)},
		"dot":    {report.Stroke{X1: 20, Y1: 20, X2: 20, Y2: 20, Width: 2, Ink: report.InkBad}, image.Rect(19, 19, 21, 21)},
		"beyond": {report.Bar{X: 90, Y: 30, Width: 30, Height: 30, Ink: report.InkText}, image.Rect(90, 30, 100, 40)},
		"out":    {report.Stroke{X1: 200, Y1: 200, X2: 300, Y2: 200, Width: 2}, image.Rectangle{}},
		"start":  {report.Label{X: 50, Y: 30, Size: 10, Text: "HH"}, image.Rect(50, 23, 64, 30)},
		"middle": {report.Label{X: 50, Y: 30, Size: 10, Anchor: report.Middle, Text: "HH"}, image.Rect(43, 23, 57, 30)},
		"end":    {report.Label{X: 50, Y: 30, Size: 10, Anchor: report.End, Bold: true, Text: "HH"}, image.Rect(36, 23, 50, 30)},
	} {
		if got := inked(pictureOf(t, c.shape)); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestInksAreTold(t *testing.T) {
	t.Parallel()
	seen := map[color.Color]report.Ink{}
	for ink := report.InkText; ink <= report.InkPale; ink++ {
		got := pictureOf(t, report.Bar{Width: 10, Height: 10, Ink: ink}).At(5, 5)
		if other, twice := seen[got]; twice {
			t.Errorf("inks %d and %d look the same", ink, other)
		}
		seen[got] = ink
	}
}

// TestLettersThatCannotBeDrawn leave a sign, and no box.
func TestLettersThatCannotBeDrawn(t *testing.T) {
	t.Parallel()
	label := func(text string) image.Image {
		return pictureOf(t, report.Label{Y: 30, Size: 10, Text: text})
	}
	want := label("An …!")
	for _, text := range []string{"An 😀!", "An שלום!", "An 漢字!"} {
		if got := label(text); !bytes.Equal(dotsOf(got), dotsOf(want)) {
			t.Errorf("%q is drawn in another way", text)
		}
	}
}

func dotsOf(picture image.Image) []byte {
	dots := image.NewRGBA(picture.Bounds())
	for y := range dots.Rect.Dy() {
		for x := range dots.Rect.Dx() {
			dots.Set(x, y, picture.At(x, y))
		}
	}
	return dots.Pix
}
