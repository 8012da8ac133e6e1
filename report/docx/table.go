package docx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"stappenplan/report"
)

// What the columns of a table are measured by, in twentieths of a point.
const (
	letterWidth  = 78  // a letter of usual width, in the type of a table
	cellMargins  = 110 // left and right of a text together
	widestColumn = 44  // letters: what is longer goes on a next line
	widestWord   = 26  // letters: what is longer is broken

	heightToWriteIn = 400 // of a row that is filled in by hand
)

// cell is a cell of a table: a text, or a drawing.
type cell struct {
	text    string
	number  bool
	room    bool       // is filled in by hand
	sign    report.Ink // stands before the text as a square, where it is not that of text
	drawing report.Drawing
}

// table writes a table whose head stands on every page and whose rows are never torn; one of these may be marked.
func (w *writer) table(t report.Table, marked int) {
	widths := columnWidths(t, sheetText)
	w.beginTable(widths)
	w.row(widths, titles(t.Columns), rowFormat{head: true, keep: true})
	for i, texts := range t.Rows {
		cells := make([]cell, len(texts))
		for n, text := range texts {
			cells[n] = cell{text: report.OneLine(text), number: t.Columns[n].Number, room: t.Columns[n].Room > 0}
		}
		format := rowFormat{marked: i == marked, keep: i == 0 && len(t.Rows) > 1}
		if t.ToWriteIn() {
			format.height = heightToWriteIn
		}
		w.row(widths, cells, format)
	}
	w.endTable()
}

func titles(columns []report.Column) []cell {
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = cell{text: report.OneLine(c.Title), number: c.Number}
	}
	return cells
}

func (w *writer) beginTable(widths []int) {
	w.out.open("w:tbl")
	w.out.open("w:tblPr")
	w.out.empty("w:tblStyle", "w:val", "Overview")
	w.out.empty("w:tblW", "w:w", strconv.Itoa(sum(widths)), "w:type", "dxa")
	w.out.empty("w:tblLayout", "w:type", "fixed")
	w.out.empty("w:tblLook", "w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	w.out.close("w:tblPr")
	w.out.open("w:tblGrid")
	for _, width := range widths {
		w.out.empty("w:gridCol", "w:w", strconv.Itoa(width))
	}
	w.out.close("w:tblGrid")
}

func (w *writer) endTable() {
	w.out.close("w:tbl")
	w.paragraph("TableEnd", "") // two tables in a row would become one
}

// noRow marks no row of a table.
const noRow = -1

// rowFormat is how a row of a table stands out, how high it is at least, and whether it stays with the next.
type rowFormat struct {
	head, marked, keep bool
	height             int
}

func (w *writer) row(widths []int, cells []cell, format rowFormat) {
	w.out.open("w:tr")
	w.out.open("w:trPr")
	w.out.empty("w:cantSplit")
	if format.height > 0 {
		w.out.empty("w:trHeight", "w:val", strconv.Itoa(format.height), "w:hRule", "atLeast")
	}
	if format.head {
		w.out.empty("w:tblHeader")
	}
	w.out.close("w:trPr")
	for i, c := range cells {
		w.cell(c, widths[i], format)
	}
	w.out.close("w:tr")
}

func (w *writer) cell(c cell, width int, format rowFormat) {
	w.out.open("w:tc")
	w.out.open("w:tcPr")
	w.out.empty("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	if c.room {
		w.out.open("w:tcBorders")
		w.out.empty("w:left", "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "DDE3E9")
		w.out.close("w:tcBorders")
	}
	if format.head || format.marked {
		w.out.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", "EEF2F6")
	}
	w.out.close("w:tcPr")
	style := "TableText"
	if format.head {
		style = "TableHead"
	}
	w.begin(paragraphFormat{style: style, keep: format.keep, atEnd: c.number}.of(c.text))
	w.square(c.sign)
	w.run(format.marked, c.text)
	w.drawing(c.drawing)
	w.end()
	w.out.close("w:tc")
}

// square is a square in an ink, which tells what has that ink in a drawing.
func (w *writer) square(ink report.Ink) {
	if ink == report.InkText {
		return
	}
	colour := ink.Colour()
	w.out.open("w:r")
	w.out.open("w:rPr")
	w.out.empty("w:color", "w:val", fmt.Sprintf("%02X%02X%02X", colour.R, colour.G, colour.B))
	w.out.close("w:rPr")
	w.letters("■ ")
	w.out.close("w:r")
}

// columnWidths part a width: every column has room for its longest word, then for as much of its texts as goes, and
// what is left widens the columns of words.
func columnWidths(t report.Table, width int) []int {
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
			measure(row[i])
		}
		least[i], wished[i] = least[i]*letterWidth+cellMargins, wished[i]*letterWidth+cellMargins
	}
	switch {
	case sum(least) > width:
		return widened(make([]int, len(least)), least, width) // words are broken
	case sum(wished) > width:
		return widened(least, wished, width)
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
	left, more := width-sum(widths), max(1, sum(larger)-sum(widths))
	wider := make([]int, len(widths))
	for i := range widths {
		wider[i] = widths[i] + (larger[i]-widths[i])*left/more
	}
	return wider
}

func sum(numbers []int) (total int) {
	for _, n := range numbers {
		total += n
	}
	return total
}
