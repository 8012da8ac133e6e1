package office

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stappenplan/report"
)

// CellMargins are those left and right of a text in a cell together, in twentieths of a point.
const CellMargins = 110

// What the columns of a table are measured by.
const (
	letterWidth  = 78 // a letter of usual width, in the type of a table, in twentieths of a point
	widestColumn = 44 // letters: what is longer goes on a next line
	widestWord   = 26 // letters: what is longer is broken
)

// ColumnWidths part a width, in twentieths of a point: every column has room for its longest word, those with more text for more of
// it, and what is left widens the columns of words.
func ColumnWidths(t report.Table, width int) []int {
	least, wished := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for i, c := range t.Columns {
		measure := func(text string) {
			wished[i] = max(wished[i], min(widestColumn, utf8.RuneCountInString(text)))
			for word := range strings.FieldsFuncSeq(text, report.Breakable) {
				least[i] = max(least[i], min(widestWord, utf8.RuneCountInString(word)))
			}
		}
		measure(c.Title + strings.Repeat("M", 1+len(c.Title)/8)) // the head is bold, and so wider
		measure(strings.Repeat("n", c.Room))
		for _, row := range t.Rows {
			text := row[i]
			if c.Number {
				text += strings.Repeat("0", (utf8.RuneCountInString(text)+3)/4) // digits are wider than most letters
			}
			measure(text)
		}
		least[i], wished[i] = least[i]*letterWidth+CellMargins, wished[i]*letterWidth+CellMargins
	}
	switch {
	case Sum(least) > width:
		return widened(make([]int, len(least)), least, width) // words are broken
	case Sum(wished) > width:
		return inWhole(report.Narrowed(inParts(wished), inParts(least), float64(width)))
	}
	words := slices.Clone(wished)
	for i, c := range t.Columns {
		if !c.Number {
			words[i] *= 2
		}
	}
	return widened(wished, words, width)
}

// widened adds to widths what there is left, in proportion to what the larger ones have more.
func widened(widths, larger []int, width int) []int {
	left, more := width-Sum(widths), max(1, Sum(larger)-Sum(widths))
	wider := make([]int, len(widths))
	for i := range widths {
		wider[i] = widths[i] + (larger[i]-widths[i])*left/more
	}
	return wider
}

func inParts(widths []int) []float64 {
	parts := make([]float64, len(widths))
	for i, width := range widths {
		parts[i] = float64(width)
	}
	return parts
}

func inWhole(widths []float64) []int {
	whole := make([]int, len(widths))
	for i, width := range widths {
		whole[i] = int(width)
	}
	return whole
}

// Sum is that of numbers.
func Sum(numbers []int) (total int) {
	for _, n := range numbers {
		total += n
	}
	return total
}
