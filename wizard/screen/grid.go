package screen

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/report"
)

const between = 2 // blanks between two columns

// Grid draws a table in lines of at most width cells: its titles, and its rows. Where it is wider, its widest columns take
// more lines.
func Grid(t report.Table, width int) (titles, rows []string) {
	widths := gridWidths(t, width)
	for _, cells := range t.Rows {
		rows = append(rows, gridRow(t.Columns, cells, widths)...)
	}
	return gridRow(t.Columns, t.Titles(), widths), rows
}

// Fits says whether a table has room in so many cells without a break within a word.
func Fits(t report.Table, width int) bool {
	total := between * (len(t.Columns) - 1)
	for i, c := range t.Columns {
		longest := longestWord(c.Title)
		for _, cells := range t.Rows {
			longest = max(longest, longestWord(cells[i]))
		}
		total += longest
	}
	return total <= width
}

// longestWord is the width of the longest word of a text.
func longestWord(text string) (longest int) {
	for word := range strings.FieldsSeq(text) {
		longest = max(longest, ansi.StringWidth(word))
	}
	return longest
}

// gridRow draws the cells of a row, in as many lines as the highest of them takes.
func gridRow(columns []report.Column, cells []string, widths []int) (lines []string) {
	var wrapped [][]string
	high := 1
	for i, cell := range cells {
		wrapped = append(wrapped, Wrap(cell, widths[i]))
		high = max(high, len(wrapped[i]))
	}
	for n := range high {
		var line []string
		for i, width := range widths {
			text := ""
			if n < len(wrapped[i]) {
				text = wrapped[i][n]
			}
			if blank := strings.Repeat(" ", max(0, width-ansi.StringWidth(text))); columns[i].Number {
				text = blank + text
			} else {
				text += blank
			}
			line = append(line, text)
		}
		lines = append(lines, strings.TrimRight(strings.Join(line, strings.Repeat(" ", between)), " "))
	}
	return lines
}

// gridWidths are the widths of the columns of a table that is at most so wide. Columns of numbers give way first, so that
// their titles take more lines, then the widest, down to their longest word, and then further.
func gridWidths(t report.Table, most int) []int {
	widths, words := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	total := between * (len(widths) - 1)
	for i, c := range t.Columns {
		texts := []string{c.Title}
		for _, cells := range t.Rows {
			texts = append(texts, cells[i])
		}
		for _, text := range texts {
			widths[i] = max(widths[i], ansi.StringWidth(text))
			words[i] = max(words[i], longestWord(text))
		}
		total += widths[i]
	}
	numbers := slices.Clone(widths)
	for i, c := range t.Columns {
		if c.Number {
			numbers[i] = words[i]
		}
	}
	for _, least := range [][]int{numbers, words, make([]int, len(widths))} {
		for total > most {
			widest := -1
			for i, width := range widths {
				if width > max(1, least[i]) && (widest < 0 || width > widths[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			widths[widest]--
			total--
		}
	}
	return widths
}
