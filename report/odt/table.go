package odt

import (
	"fmt"
	"slices"
	"strconv"

	"stappenplan/report"
	"stappenplan/report/office"
)

// table is a table whose head is repeated on every page and whose rows are not split over two.
func (w *writer) table(g office.Grid) office.Markup {
	w.tables++
	columns := office.Each(g.Widths, func(width int) office.Markup {
		if !slices.Contains(w.widths, width) {
			w.widths = append(w.widths, width)
		}
		return office.Element("table:table-column", office.Attributes{"table:style-name", columnStyle(width)})
	})
	head := office.Element("table:table-header-rows", nil, w.row(g.Head, "Row", "CellHead", "TableHead", true))
	rows := make([]office.Markup, len(g.Rows))
	for i, cells := range g.Rows {
		row := "Row"
		if g.ToWriteIn {
			row = "RowToWriteIn"
		}
		rows[i] = w.row(cells, row, "Cell", "TableText", i == 0 && len(g.Rows) > 1)
	}
	return office.Element("table:table", office.Attributes{"table:name", "table" + strconv.Itoa(w.tables), "table:style-name", "Overview"},
		columns, head, office.Join(rows))
}

// row is a row of cells; keep holds it on the page of the next.
func (w *writer) row(cells []office.Cell, row, cell, text string, keep bool) office.Markup {
	return office.Element("table:table-row", office.Attributes{"table:style-name", row}, office.Each(cells, func(c office.Cell) office.Markup {
		style := cell
		if c.Room && style == "Cell" {
			style = "CellRoom"
		}
		format := paragraphFormat{style: text, keep: keep, atEnd: c.Number}.of(c.Text)
		return office.Element("table:table-cell", office.Attributes{"table:style-name", style, "office:value-type", "string"},
			w.paragraph(format, square(c.Sign), run(false, c.Text), w.drawing(c.Drawing)))
	}))
}

func columnStyle(width int) string { return "Column" + strconv.Itoa(width) }

// columnStyles are those of the columns in use.
func (w *writer) columnStyles() office.Markup {
	return office.Each(w.widths, func(width int) office.Markup {
		return office.Element("style:style", office.Attributes{"style:name", columnStyle(width), "style:family", "table-column"},
			office.Element("style:table-column-properties", office.Attributes{"style:column-width", points(width)}))
	})
}

func squareStyle(ink report.Ink) string { return "Square" + strconv.Itoa(int(ink)) }

// square is a square in an ink, which tells what has that ink in a drawing.
func square(ink report.Ink) office.Markup {
	if ink == report.InkText {
		return ""
	}
	return office.Element("text:span", office.Attributes{"text:style-name", squareStyle(ink)}, letters("■ "))
}

func squareStyles() office.Markup {
	return office.Each(append(slices.Clone(report.HoursInks[:]), report.InkBad), func(ink report.Ink) office.Markup {
		colour := ink.Colour()
		return office.Element("style:style", office.Attributes{"style:name", squareStyle(ink), "style:family", "text"},
			office.Element("style:text-properties", office.Attributes{"fo:color", fmt.Sprintf("#%02x%02x%02x", colour.R, colour.G, colour.B)}))
	})
}
