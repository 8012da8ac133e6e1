package docx

import (
	"fmt"
	"slices"
	"strconv"

	"stappenplan/report"
	"stappenplan/report/office"
)

// heightToWriteIn is that of a row that is filled in by hand, in twentieths of a point.
const heightToWriteIn = 400

// table is a table whose head is repeated on every page and whose rows are not split over two.
func (w *writer) table(g office.Grid) office.Markup {
	style := "Overview"
	if g.ToWriteIn {
		style = "OverviewToWriteIn"
	}
	rows := []office.Markup{w.row(g.Widths, g.Head, rowFormat{head: true, keep: true})}
	for i, cells := range g.Rows {
		format := rowFormat{keep: i == 0 && len(g.Rows) > 1}
		if g.ToWriteIn {
			format.height = heightToWriteIn
		}
		rows = append(rows, w.row(g.Widths, cells, format))
	}
	properties := office.Element("w:tblPr", nil,
		valued("w:tblStyle", style),
		office.Element("w:tblW", office.Attributes{"w:w", strconv.Itoa(office.Sum(g.Widths)), "w:type", "dxa"}),
		office.Element("w:tblLayout", office.Attributes{"w:type", "fixed"}),
		office.Element("w:tblLook", office.Attributes{"w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0",
			"w:noHBand", "1", "w:noVBand", "1"}))
	columns := office.Each(g.Widths, func(width int) office.Markup {
		return office.Element("w:gridCol", office.Attributes{"w:w", strconv.Itoa(width)})
	})
	return office.Element("w:tbl", nil, properties, office.Element("w:tblGrid", nil, columns), office.Join(rows))
}

// rowFormat is how a row of a table stands out, how high it is at least, and whether it stays with the next.
type rowFormat struct {
	head, keep bool
	height     int
}

func (w *writer) row(widths []int, cells []office.Cell, format rowFormat) office.Markup {
	height := office.Element("w:trHeight", office.Attributes{"w:val", strconv.Itoa(format.height), "w:hRule", "atLeast"})
	row := []office.Markup{office.Element("w:trPr", nil,
		office.Element("w:cantSplit", nil), office.OnlyIf(format.height > 0, height), office.OnlyIf(format.head, office.Element("w:tblHeader", nil)))}
	for i, c := range cells {
		row = append(row, w.cell(c, widths[i], format))
	}
	return office.Element("w:tr", nil, row...)
}

func (w *writer) cell(c office.Cell, width int, format rowFormat) office.Markup {
	properties := office.Element("w:tcPr", nil,
		office.Element("w:tcW", office.Attributes{"w:w", strconv.Itoa(width), "w:type", "dxa"}))
	style := "TableText"
	if format.head {
		style = "TableHead"
	}
	if c.Number {
		style += "Number"
	}
	text := paragraphFormat{style: style, keep: format.keep}.of(c.Text)
	return office.Element("w:tc", nil, properties, text.paragraph(square(c.Sign), run(false, c.Text), w.drawing(c.Drawing)))
}

// square is a square in an ink, which tells what has that ink in a drawing.
func square(ink report.Ink) office.Markup {
	if ink == report.InkText {
		return ""
	}
	return office.Element("w:r", nil, office.Element("w:rPr", nil, valued("w:rStyle", squareStyle(ink))), letters("■ "))
}

func squareStyle(ink report.Ink) string { return "Square" + strconv.Itoa(int(ink)) }

// squareStyles are those of the squares.
func squareStyles() office.Markup {
	return office.Each(append(slices.Clone(report.HoursInks[:]), report.InkBad), func(ink report.Ink) office.Markup {
		colour, name := ink.Colour(), squareStyle(ink)
		return office.Element("w:style", office.Attributes{"w:type", "character", "w:customStyle", "1", "w:styleId", name},
			valued("w:name", name), office.Element("w:rPr", nil, valued("w:color", fmt.Sprintf("%02X%02X%02X", colour.R, colour.G, colour.B))))
	})
}
