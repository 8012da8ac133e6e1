package xlsx

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// element is the beginning of an XML element, or a text in it.
type element struct {
	name       string // without its namespace; empty for a text
	attributes []xml.Attr
	text       []byte
	end        bool
}

func (e element) attribute(name string) string {
	for _, a := range e.attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// elements goes through a part until visit has seen enough.
func (b *Book) elements(part string, visit func(element) bool) error {
	file := b.parts[part]
	if file == nil {
		return Fault{Code: "workbook-broken"}
	}
	content, err := file.Open()
	if err != nil {
		return Fault{Code: "workbook-broken"}
	}
	defer content.Close()
	decoder := xml.NewDecoder(&limited{book: b, from: content})
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return faultOf(err)
		}
		more := true
		switch t := token.(type) {
		case xml.StartElement:
			more = visit(element{name: t.Name.Local, attributes: t.Attr})
		case xml.EndElement:
			more = visit(element{name: t.Name.Local, end: true})
		case xml.CharData:
			more = visit(element{text: t})
		}
		if !more {
			return nil
		}
	}
}

// readStrings reads the texts that cells share. Of what is formatted within a text only the letters count; how it is
// pronounced is not part of it.
func (b *Book) readStrings(part string) error {
	var text strings.Builder
	inText, inSound := false, false
	return b.elements(part, func(e element) bool {
		switch {
		case e.name == "t":
			inText = !e.end
		case e.name == "rPh":
			inSound = !e.end
		case e.name == "si" && e.end:
			b.strings = append(b.strings, b.text(text.String()))
			text.Reset()
		case inText && !inSound:
			text.Write(e.text)
		}
		return true
	})
}

// readStyles reads which styles show a day: of the number formats, those between 14 and 22 and those
// whose code has a year or a day in it.
func (b *Book) readStyles(part string) error {
	dates, inCells := map[string]bool{}, false
	for id := 14; id <= 22; id++ {
		dates[strconv.Itoa(id)] = true
	}
	return b.elements(part, func(e element) bool {
		switch {
		case e.name == "cellXfs":
			inCells = !e.end
		case e.end:
		case e.name == "numFmt":
			dates[e.attribute("numFmtId")] = showsDay(e.attribute("formatCode"))
		case e.name == "xf" && inCells:
			b.days = append(b.days, dates[e.attribute("numFmtId")])
		}
		return true
	})
}

// showsDay looks at a number format, without what stands in quotes or brackets in it.
func showsDay(format string) bool {
	var closing rune
	for _, r := range strings.ToLower(format) {
		switch {
		case closing != 0:
			if r == closing {
				closing = 0
			}
		case r == '"':
			closing = '"'
		case r == '[':
			closing = ']'
		case r == 'y' || r == 'd' || r == 'j':
			return true
		}
	}
	return false
}

// text is what a text in the file says.
func (b *Book) text(written string) string {
	if strings.Contains(written, "_x") {
		written = unescaped(written)
	}
	return b.clean(written)
}

// HeadRows is how many rows at the top of a sheet Head reads.
const HeadRows = 20

// Head gives those of the first rows of a sheet that hold something.
func (b *Book) Head(s Sheet) ([]Row, error) {
	head, known := b.heads[s.part]
	if known {
		return head, nil
	}
	head, err := b.rows(s, HeadRows)
	if err != nil {
		return nil, err
	}
	b.heads[s.part] = slices.DeleteFunc(head, func(r Row) bool { return r.Number > HeadRows })
	return b.heads[s.part], nil
}

// Below gives the rows of a sheet that hold something and stand below the one of this number.
func (b *Book) Below(s Sheet, number int) ([]Row, error) {
	all, err := b.rows(s, 0)
	return slices.DeleteFunc(all, func(r Row) bool { return r.Number <= number }), err
}

// rows reads so many first rows of a sheet that hold something, or all of them where most is 0.
func (b *Book) rows(s Sheet, most int) ([]Row, error) {
	r := rowReader{book: b, sheet: s}
	err := b.elements(s.part, func(e element) bool {
		r.element(e)
		return r.err == nil && (len(r.rows) < most || most == 0)
	})
	if r.err != nil {
		return nil, r.err
	}
	return r.rows, err
}

// rowReader collects the cells of a sheet.
type rowReader struct {
	book  *Book
	sheet Sheet
	rows  []Row
	row   Row // that is being read
	err   error

	filled int // cells that hold something

	cell              Cell
	kind              string
	style             int
	formula           bool
	value, inline     strings.Builder
	inValue, inText   bool
	hasValue, inSound bool
}

func (r *rowReader) element(e element) {
	switch {
	case e.name == "row" && !e.end:
		number, err := strconv.Atoi(e.attribute("r"))
		if err != nil || number < 1 {
			number = r.row.Number + 1
		}
		r.row = Row{Number: number}
	case e.name == "row":
		r.keepRow()
	case e.name == "c" && !e.end:
		r.begin(e)
	case e.name == "c":
		r.keepCell()
	case e.name == "f":
		r.formula = true
	case e.name == "v":
		r.inValue, r.hasValue = !e.end, true
	case e.name == "t":
		r.inText = !e.end
	case e.name == "rPh":
		r.inSound = !e.end
	case e.text != nil && r.inValue:
		r.value.Write(e.text)
	case e.text != nil && r.inText && !r.inSound:
		r.inline.Write(e.text)
	}
}

// begin starts a cell; one that does not say where it is stands right of the one before.
func (r *rowReader) begin(e element) {
	next := 1
	if r.cell.Row == r.row.Number {
		next = r.cell.Column + 1
	}
	r.cell = Cell{Row: r.row.Number, Column: cmp.Or(columnOf(e.attribute("r")), next)}
	r.kind, r.formula, r.hasValue = e.attribute("t"), false, false
	r.style, _ = strconv.Atoi(e.attribute("s"))
	r.value.Reset()
	r.inline.Reset()
}

func (r *rowReader) keepCell() {
	r.read()
	if r.cell.Kind != FormulaCell && r.book.clean(r.cell.Text) == "" {
		return
	}
	if r.cell.Column > MaxColumns {
		r.err = Fault{"workbook-too-many-columns", r.sheet.Name, MaxColumns}
	}
	if r.filled++; r.filled > MaxCells {
		r.err = Fault{Code: "planfile-too-many-values", Limit: MaxCells}
	}
	r.row.Cells = append(r.row.Cells, r.cell)
}

func (r *rowReader) keepRow() {
	if len(r.row.Cells) == 0 {
		return
	}
	if len(r.rows) == MaxRows {
		r.err = Fault{"workbook-too-many-rows", r.sheet.Name, MaxRows}
	}
	r.rows = append(r.rows, r.row)
}

// read makes a value of what the file has for a cell.
func (r *rowReader) read() {
	c, value := &r.cell, r.value.String()
	switch r.kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(r.book.strings) {
			c.Text = r.book.strings[i]
		}
	case "inlineStr":
		c.Text = r.book.text(r.inline.String())
	case "str":
		c.Text = r.book.text(value)
	case "b":
		c.Text, c.Kind = strings.TrimSpace(value), BooleanCell
	case "e":
		c.Text, c.Kind = value, ErrorCell
	case "d":
		c.Text, _, _ = strings.Cut(value, "T")
		c.Kind = DayCell
	default:
		c.Text, c.Kind = strings.TrimSpace(value), NumberCell
		if r.style >= 0 && r.style < len(r.book.days) && r.book.days[r.style] {
			c.Text, c.Kind = dayOf(c.Text), DayCell
		}
	}
	if r.formula && value == "" && (r.kind != "str" || !r.hasValue) {
		c.Kind = FormulaCell
	}
}

// dayOf is the day that a number of days since the end of 1899 stands for.
func dayOf(number string) string {
	days, err := strconv.ParseFloat(number, 64)
	if err != nil || days < 1 || days > 3_000_000 {
		return number
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days)).Format(time.DateOnly)
}
