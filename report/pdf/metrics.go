package pdf

import (
	"fmt"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is a weight of the one font of the PDF.
type face int

const (
	regularFace face = iota
	boldFace
)

// faceFiles are the fonts as they are embedded.
var faceFiles = [...][]byte{regularFace: liberationsansregular.TTF, boldFace: liberationsansbold.TTF}

// parsedFaces reads the fonts once, when a PDF is first asked for.
var parsedFaces = sync.OnceValues(func() (faces [len(faceFiles)]*sfnt.Font, err error) {
	for i, file := range faceFiles {
		if faces[i], err = sfnt.Parse(file); err != nil {
			return faces, fmt.Errorf("reading font %d: %w", i, err)
		}
	}
	return faces, nil
})

// metrics measures letters. It is for one document at a time.
type metrics struct {
	faces    [len(faceFiles)]*sfnt.Font
	buffer   sfnt.Buffer
	advances [len(faceFiles)]map[rune]float64 // by letter, in ems; -1 where the face has none
}

func newMetrics() (*metrics, error) {
	faces, err := parsedFaces()
	if err != nil {
		return nil, err
	}
	r := &metrics{faces: faces}
	for i := range r.advances {
		r.advances[i] = map[rune]float64{}
	}
	return r, nil
}

// has says whether the font has a letter.
func (m *metrics) has(letter rune) bool {
	return m.advance(regularFace, letter) >= 0 && m.advance(boldFace, letter) >= 0
}

// width is how wide a text is, in points.
func (m *metrics) width(f face, size float64, text string) (width float64) {
	for _, letter := range text {
		width += max(0, m.advance(f, letter))
	}
	return width * size
}

func (m *metrics) advance(f face, letter rune) float64 {
	advance, known := m.advances[f][letter]
	if !known {
		advance = m.measure(f, letter)
		m.advances[f][letter] = advance
	}
	return advance
}

func (m *metrics) measure(f face, letter rune) float64 {
	typeface := m.faces[f]
	glyph, err := typeface.GlyphIndex(&m.buffer, letter)
	if err != nil || glyph == 0 {
		return -1
	}
	em := fixed.I(int(typeface.UnitsPerEm()))
	advance, err := typeface.GlyphAdvance(&m.buffer, glyph, em, font.HintingNone)
	if err != nil {
		return -1
	}
	return float64(advance) / float64(em)
}
