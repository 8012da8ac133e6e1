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
	sign    report.Ink // the ink of a square before the text; none where it is InkText
	drawing report.Drawing
}

// table is a table whose head is repeated on every page and whose rows are not split over two; marked is the index of a
// row that stands out, or noRow.
func (w *writer) table(t report.Table, marked int) markup {
	widths := columnWidths(t, sheetText)
	rows := []markup{w.row(widths, titles(t.Columns), rowFormat{head: true, keep: true})}
	for i, texts := range t.Rows {
		cells := make([]cell, len(texts))
		for n, text := range texts {
			cells[n] = cell{text: report.OneLine(text), number: t.Columns[n].Number, room: t.Columns[n].Room > 0}
		}
		format := rowFormat{marked: i == marked, keep: i == 0 && len(t.Rows) > 1}
		if t.ToWriteIn() {
			format.height = heightToWriteIn
		}
		rows = append(rows, w.row(widths, cells, format))
	}
	return tableOf(widths, rows)
}

func titles(columns []report.Column) []cell {
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = cell{text: report.OneLine(c.Title), number: c.Number}
	}
	return cells
}

// tableOf is a table of rows. A paragraph without text follows it, as two tables in a row would become one.
func tableOf(widths []int, rows []markup) markup {
	properties := element("w:tblPr", nil,
		valued("w:tblStyle", "Overview"),
		element("w:tblW", attributes{"w:w", strconv.Itoa(sum(widths)), "w:type", "dxa"}),
		element("w:tblLayout", attributes{"w:type", "fixed"}),
		element("w:tblLook", attributes{"w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0",
			"w:noHBand", "1", "w:noVBand", "1"}))
	columns := each(widths, func(width int) markup { return element("w:gridCol", attributes{"w:w", strconv.Itoa(width)}) })
	return element("w:tbl", nil, properties, element("w:tblGrid", nil, columns), joined(rows)) + paragraph("TableEnd", "")
}

// noRow is the index of a marked row where there is none.
const noRow = -1

// rowFormat is how a row of a table stands out, how high it is at least, and whether it stays with the next.
type rowFormat struct {
	head, marked, keep bool
	height             int
}

func (w *writer) row(widths []int, cells []cell, format rowFormat) markup {
	height := element("w:trHeight", attributes{"w:val", strconv.Itoa(format.height), "w:hRule", "atLeast"})
	row := []markup{element("w:trPr", nil,
		element("w:cantSplit", nil), onlyIf(format.height > 0, height), onlyIf(format.head, element("w:tblHeader", nil)))}
	for i, c := range cells {
		row = append(row, w.cell(c, widths[i], format))
	}
	return element("w:tr", nil, row...)
}

// How a cell is set apart: one that is filled in by hand from that before it, and those of a head or a marked row.
var (
	leftBorder = element("w:tcBorders", nil,
		element("w:left", attributes{"w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "DDE3E9"}))
	shade = element("w:shd", attributes{"w:val", "clear", "w:color", "auto", "w:fill", "EEF2F6"})
)

func (w *writer) cell(c cell, width int, format rowFormat) markup {
	properties := element("w:tcPr", nil,
		element("w:tcW", attributes{"w:w", strconv.Itoa(width), "w:type", "dxa"}),
		onlyIf(c.room, leftBorder),
		onlyIf(format.head || format.marked, shade))
	style := "TableText"
	if format.head {
		style = "TableHead"
	}
	text := paragraphFormat{style: style, keep: format.keep, atEnd: c.number}.of(c.text)
	return element("w:tc", nil, properties, text.paragraph(square(c.sign), run(format.marked, c.text), w.drawing(c.drawing)))
}

// square is a square in an ink, which tells what has that ink in a drawing.
func square(ink report.Ink) markup {
	if ink == report.InkText {
		return ""
	}
	colour := ink.Colour()
	properties := element("w:rPr", nil, valued("w:color", fmt.Sprintf("%02X%02X%02X", colour.R, colour.G, colour.B)))
	return element("w:r", nil, properties, letters("■ "))
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
