package docx

import (
	"fmt"
	"strconv"

	"stappenplan/report"
	"stappenplan/report/office"
)

// heightToWriteIn is that of a row that is filled in by hand, in twentieths of a point.
const heightToWriteIn = 400

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
func (w *writer) table(t report.Table, marked int) office.Markup {
	widths := office.ColumnWidths(t, sheetText)
	rows := []office.Markup{w.row(widths, titles(t.Columns), rowFormat{head: true, keep: true})}
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
func tableOf(widths []int, rows []office.Markup) office.Markup {
	properties := office.Element("w:tblPr", nil,
		valued("w:tblStyle", "Overview"),
		office.Element("w:tblW", office.Attributes{"w:w", strconv.Itoa(office.Sum(widths)), "w:type", "dxa"}),
		office.Element("w:tblLayout", office.Attributes{"w:type", "fixed"}),
		office.Element("w:tblLook", office.Attributes{"w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0",
			"w:noHBand", "1", "w:noVBand", "1"}))
	columns := office.Each(widths, func(width int) office.Markup {
		return office.Element("w:gridCol", office.Attributes{"w:w", strconv.Itoa(width)})
	})
	return office.Element("w:tbl", nil, properties, office.Element("w:tblGrid", nil, columns), office.Join(rows)) + paragraph("TableEnd", "")
}

// noRow is the index of a marked row where there is none.
const noRow = -1

// rowFormat is how a row of a table stands out, how high it is at least, and whether it stays with the next.
type rowFormat struct {
	head, marked, keep bool
	height             int
}

func (w *writer) row(widths []int, cells []cell, format rowFormat) office.Markup {
	height := office.Element("w:trHeight", office.Attributes{"w:val", strconv.Itoa(format.height), "w:hRule", "atLeast"})
	row := []office.Markup{office.Element("w:trPr", nil,
		office.Element("w:cantSplit", nil), office.OnlyIf(format.height > 0, height), office.OnlyIf(format.head, office.Element("w:tblHeader", nil)))}
	for i, c := range cells {
		row = append(row, w.cell(c, widths[i], format))
	}
	return office.Element("w:tr", nil, row...)
}

// How a cell is set apart: one that is filled in by hand from that before it, and those of a head or a marked row.
var (
	leftBorder = office.Element("w:tcBorders", nil,
		office.Element("w:left", office.Attributes{"w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "DDE3E9"}))
	shade = office.Element("w:shd", office.Attributes{"w:val", "clear", "w:color", "auto", "w:fill", "EEF2F6"})
)

func (w *writer) cell(c cell, width int, format rowFormat) office.Markup {
	properties := office.Element("w:tcPr", nil,
		office.Element("w:tcW", office.Attributes{"w:w", strconv.Itoa(width), "w:type", "dxa"}),
		office.OnlyIf(c.room, leftBorder),
		office.OnlyIf(format.head || format.marked, shade))
	style := "TableText"
	if format.head {
		style = "TableHead"
	}
	text := paragraphFormat{style: style, keep: format.keep, atEnd: c.number}.of(c.text)
	return office.Element("w:tc", nil, properties, text.paragraph(square(c.sign), run(format.marked, c.text), w.drawing(c.drawing)))
}

// square is a square in an ink, which tells what has that ink in a drawing.
func square(ink report.Ink) office.Markup {
	if ink == report.InkText {
		return ""
	}
	colour := ink.Colour()
	properties := office.Element("w:rPr", nil, valued("w:color", fmt.Sprintf("%02X%02X%02X", colour.R, colour.G, colour.B)))
	return office.Element("w:r", nil, properties, letters("■ "))
}
