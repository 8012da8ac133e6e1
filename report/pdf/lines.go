package pdf

import (
	"strings"
	"unicode"

	"stappenplan/report"
)

// phrase is text in one face and ink.
type phrase struct {
	face face
	ink  report.Ink
	text string
}

// textLine is one line of text: its phrases from left to right, each at its place.
type textLine struct {
	pieces []piece
	width  float64
}

// piece is a phrase at its place on a line.
type piece struct {
	phrase
	x float64
}

// breaker breaks phrases into lines of a width, at blanks and after hyphens; a word that is wider than a line is
// broken where the line ends.
type breaker struct {
	metrics *metrics
	size    float64
	width   float64
	lines   []textLine
	blank   float64 // how far the last blanks of the line reach beyond its width
}

// tolerance is how much wider than its line a word may be, for sums of widths are not exact.
const tolerance = 0.01

// lines are the lines that phrases take; a line feed ends one. There is always at least one.
func (m *metrics) lines(phrases []phrase, size, width float64) []textLine {
	b := &breaker{metrics: m, size: size, width: width, lines: make([]textLine, 1)}
	for _, phrase := range phrases {
		for i, row := range strings.Split(phrase.text, "\n") {
			if i > 0 {
				b.feed()
			}
			for row != "" {
				end := wordEnd(row)
				b.word(phrase, row[:end])
				row = row[end:]
			}
		}
	}
	return b.lines
}

// wordEnd is where a word with the blanks behind it ends.
func wordEnd(text string) int {
	blanks, hyphen := false, false
	var before rune
	for i, letter := range text {
		blank := report.Breakable(letter)
		if blanks && !blank || hyphen && unicode.IsLetter(letter) {
			return i
		}
		blanks, hyphen = blank, letter == '-' && unicode.IsLetter(before)
		before = letter
	}
	return len(text)
}

func (b *breaker) feed() {
	b.lines, b.blank = append(b.lines, textLine{}), 0
}

// word puts a word on the line, or on a new one where it does not fit.
func (b *breaker) word(of phrase, text string) {
	seen := strings.TrimRightFunc(text, report.Breakable)
	width := b.metrics.width(of.face, b.size, seen)
	if last := b.last(); last.width > 0 && last.width+b.blank+width > b.width+tolerance {
		b.feed()
	}
	for width > b.width+tolerance {
		end, taken := b.fitting(of.face, seen)
		b.add(phrase{of.face, of.ink, seen[:end]}, taken, 0)
		b.feed()
		seen, text, width = seen[end:], text[end:], width-taken
	}
	b.add(phrase{of.face, of.ink, text}, width, b.metrics.width(of.face, b.size, text[len(seen):]))
}

// fitting is how much of a word fits on a line, and how wide that is: at least one letter, with the marks upon it.
func (b *breaker) fitting(f face, word string) (end int, width float64) {
	for i, letter := range word {
		next := width + b.metrics.width(f, b.size, string(letter))
		if i > 0 && next > b.width+tolerance && !unicode.Is(unicode.Mn, letter) {
			return i, width
		}
		width = next
	}
	return len(word), width
}

func (b *breaker) last() *textLine { return &b.lines[len(b.lines)-1] }

// add puts text at the end of the line, and lets it go on in the piece before it where that looks the same.
func (b *breaker) add(of phrase, width, blank float64) {
	last := b.last()
	x := last.width + b.blank
	if n := len(last.pieces); n > 0 && last.pieces[n-1].face == of.face && last.pieces[n-1].ink == of.ink {
		last.pieces[n-1].text += of.text
	} else if of.text != "" {
		last.pieces = append(last.pieces, piece{of, x})
	}
	last.width, b.blank = x+width, blank
}
