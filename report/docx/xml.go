package docx

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// xmlText writes elements one after the other, without a space between them: in a Word document a space is text.
type xmlText struct{ bytes.Buffer }

// open begins an element; attributes are names and values by turns.
func (m *xmlText) open(name string, attributes ...string) { m.begin(name, attributes, ">") }

// empty writes an element without content.
func (m *xmlText) empty(name string, attributes ...string) { m.begin(name, attributes, "/>") }

func (m *xmlText) begin(name string, attributes []string, end string) {
	m.WriteString("<" + name)
	for i := 0; i < len(attributes); i += 2 {
		m.WriteString(" " + attributes[i] + `="`)
		m.text(attributes[i+1])
		m.WriteByte('"')
	}
	m.WriteString(end)
}

func (m *xmlText) close(name string) { m.WriteString("</" + name + ">") }

// text writes a text to the letter, but for what XML cannot hold.
func (m *xmlText) text(text string) {
	if strings.IndexFunc(text, illegal) >= 0 {
		text = strings.Map(func(r rune) rune {
			if illegal(r) {
				return -1
			}
			return r
		}, text)
	}
	_ = xml.EscapeText(m, []byte(text)) // a buffer takes everything
}

// illegal says whether a character may not stand in XML 1.0, not even escaped.
func illegal(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff || r >= 0xd800 && r <= 0xdfff
}

// stretch is a part of a text that is written in one direction.
type stretch struct {
	text      string
	fromRight bool
}

// stretches parts a text where its direction changes. Blanks, digits and points between two words that are
// written from the right belong to them.
func stretches(text string) (parts []stretch) {
	start, end, from := 0, 0, false // of the stretch at hand: where it begins, where its last letter ends
	cut := func(at int) {
		if at > start {
			parts = append(parts, stretch{text[start:at], from})
		}
		start = at
	}
	for i, r := range text {
		switch right, strong := direction(r); {
		case !strong:
			continue
		case right && !from:
			cut(i)
			from = true
		case !right && from:
			cut(end)
			from = false
		}
		end = i + len(string(r))
	}
	if from {
		cut(end)
		from = false
	}
	cut(len(text))
	return parts
}

// direction says whether a letter is written from the right, and whether it has a direction at all.
func direction(r rune) (right, strong bool) {
	if r < 0x590 {
		return false, unicode.IsLetter(r) // nothing before the Hebrew letters is written from the right
	}
	properties, _ := bidi.LookupRune(r)
	switch properties.Class() {
	case bidi.R, bidi.AL:
		return true, true
	case bidi.L:
		return false, true
	}
	return false, false
}

// fromRight says whether a text begins with a letter that is written from the right.
func fromRight(text string) bool {
	for _, r := range text {
		if right, strong := direction(r); strong {
			return right
		}
	}
	return false
}
