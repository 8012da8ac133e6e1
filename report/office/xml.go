package office

import (
	"encoding/xml"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// Markup is finished XML. There is no space between its elements: in a Word document a space is text.
type Markup string

// Attributes are those of an element: names and values by turns.
type Attributes []string

// Element is an element with its content; one that takes none is closed at once.
func Element(name string, with Attributes, content ...Markup) Markup {
	start := "<" + name
	for attribute := range slices.Chunk(with, 2) {
		start += " " + attribute[0] + `="` + string(Escape(attribute[1])) + `"`
	}
	if len(content) == 0 {
		return Markup(start + "/>")
	}
	return Markup(start+">") + Join(content) + Markup("</"+name+">")
}

// OnlyIf is markup where there is a reason for it.
func OnlyIf(reason bool, m Markup) Markup {
	if reason {
		return m
	}
	return ""
}

// Each is the markup of some items, one after the other.
func Each[T any](items []T, write func(T) Markup) Markup {
	parts := make([]Markup, len(items))
	for i, item := range items {
		parts[i] = write(item)
	}
	return Join(parts)
}

// Join is the markup of some parts, one after the other.
func Join(parts []Markup) Markup {
	if len(parts) == 1 {
		return parts[0]
	}
	var b strings.Builder
	for _, part := range parts {
		b.WriteString(string(part))
	}
	return Markup(b.String())
}

// Escape is a text to the letter, but for what XML cannot hold.
func Escape(text string) Markup {
	special := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" .:/", r)
	}
	if !strings.ContainsFunc(text, special) {
		return Markup(text) // nothing in it can need an escape: so most texts are
	}
	text = strings.Map(func(r rune) rune {
		if illegal(r) {
			return -1
		}
		return r
	}, text)
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes everything
	return Markup(b.String())
}

// illegal says whether XML 1.0 cannot hold a character, not even escaped.
func illegal(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff || r >= 0xd800 && r <= 0xdfff
}

// Stretch is a part of a text that is written in one direction.
type Stretch struct {
	Text      string
	FromRight bool
}

// Stretches parts a text where its direction changes. Blanks, digits and points between two words that are
// written from the right belong to them.
func Stretches(text string) (parts []Stretch) {
	start, end, from := 0, 0, false // of the stretch at hand: where it begins, where its last letter ends
	cut := func(at int) {
		if at > start {
			parts = append(parts, Stretch{text[start:at], from})
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

// FromRight says whether a text begins with a letter that is written from the right.
func FromRight(text string) bool {
	for _, r := range text {
		if right, strong := direction(r); strong {
			return right
		}
	}
	return false
}
