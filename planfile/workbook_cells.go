package planfile

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"stappenplan/steps"
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
func (b *book) elements(part string, visit func(element) bool) error {
	from, done, err := b.read(part)
	if err != nil {
		return err
	}
	defer done()
	decoder := xml.NewDecoder(from)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return wholeFault(err)
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

// readStrings reads the texts that cells share. What is formatted within a text is only letters to us;
// how it is pronounced is not part of it.
func (b *book) readStrings(part string) error {
	var text strings.Builder
	inText, spoken := false, false
	return b.elements(part, func(e element) bool {
		switch {
		case e.name == "t":
			inText = !e.end
		case e.name == "rPh":
			spoken = !e.end
		case e.name == "si" && e.end:
			b.strings = append(b.strings, cellText(text.String()))
			text.Reset()
		case inText && !spoken:
			text.Write(e.text)
		}
		return true
	})
}

// readStyles reads which styles show a day: of the number formats, those between 14 and 22 and those
// whose code has a year or a day in it.
func (b *book) readStyles(part string) error {
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
			b.dates = append(b.dates, dates[e.attribute("numFmtId")])
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

// cellText makes a text of a workbook that of a person: _x0041_ is how it writes a letter, and steps
// says what is harmless.
func cellText(text string) string {
	if strings.Contains(text, "_x") {
		text = unescaped(text)
	}
	return steps.Clean(text)
}

func unescaped(text string) string {
	const length = len("_x0041_")
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if i+length <= len(text) && text[i:i+2] == "_x" && text[i+length-1] == '_' {
			if code, err := strconv.ParseUint(text[i+2:i+length-1], 16, 16); err == nil {
				b.WriteRune(rune(code))
				i += length - 1
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// cell is one cell that holds something.
type cell struct {
	row, column int // from 1
	text        string
	kind        cellKind
}

type cellKind uint8

const (
	textCell cellKind = iota
	numberCell
	dateCell    // text is the day as 2026-09-01
	booleanCell // text is 1 or 0
	errorCell
	formulaCell // one whose result is not in the file
)

// row is one row of a sheet that holds something, its cells from left to right.
type row struct {
	number int
	cells  []cell
}

// at is the cell in a column, an empty one where there is none.
func (r row) at(column int) cell {
	for _, c := range r.cells {
		if c.column == column {
			return c
		}
	}
	return cell{row: r.number, column: column}
}

// rows reads the first rows of a sheet that hold something.
func (b *book) rows(s sheetPart, most int) ([]row, error) {
	r := rowReader{book: b, sheet: s}
	err := b.elements(s.part, func(e element) bool {
		r.element(e)
		return r.err == nil && (len(r.rows) < most || most == MaxSheetRows)
	})
	if r.err != nil {
		return nil, r.err
	}
	return r.rows, err
}

// rowReader collects the cells of a sheet.
type rowReader struct {
	book  *book
	sheet sheetPart
	rows  []row
	now   row
	err   error

	values int // cells that hold something

	cell           cell
	kind           string
	style          int
	formula        bool
	value, inline  strings.Builder
	inValue, inRun bool
	valued, spoken bool
}

func (r *rowReader) element(e element) {
	switch {
	case e.name == "row" && !e.end:
		number := r.now.number + 1
		if n, err := strconv.Atoi(e.attribute("r")); err == nil && n > 0 {
			number = n
		}
		r.now = row{number: number}
	case e.name == "row":
		r.keepRow()
	case e.name == "c" && !e.end:
		r.begin(e)
	case e.name == "c":
		r.keepCell()
	case e.name == "f":
		r.formula = true
	case e.name == "v":
		r.inValue, r.valued = !e.end, true
	case e.name == "t":
		r.inRun = !e.end
	case e.name == "rPh":
		r.spoken = !e.end
	case e.text != nil && r.inValue:
		r.value.Write(e.text)
	case e.text != nil && r.inRun && !r.spoken:
		r.inline.Write(e.text)
	}
}

// begin starts a cell; one that does not say where it is stands right of the one before.
func (r *rowReader) begin(e element) {
	column := r.cell.column + 1
	if r.cell.row != r.now.number {
		column = 1
	}
	if n := columnOf(e.attribute("r")); n > 0 {
		column = n
	}
	r.cell = cell{row: r.now.number, column: column}
	r.kind, r.formula, r.valued = e.attribute("t"), false, false
	r.style, _ = strconv.Atoi(e.attribute("s"))
	r.value.Reset()
	r.inline.Reset()
}

func (r *rowReader) keepCell() {
	r.read()
	if steps.Blank(r.cell.text) && r.cell.kind != formulaCell {
		return
	}
	if r.cell.column > MaxSheetColumns {
		r.refuse("workbook-too-many-columns", MaxSheetColumns)
	}
	if r.values++; r.values > MaxValues {
		r.err = Errors{{code: "planfile-too-many-values", limit: strconv.Itoa(MaxValues)}}
	}
	r.now.cells = append(r.now.cells, r.cell)
}

func (r *rowReader) keepRow() {
	if len(r.now.cells) == 0 {
		return
	}
	if len(r.rows) == MaxSheetRows {
		r.refuse("workbook-too-many-rows", MaxSheetRows)
	}
	r.rows = append(r.rows, r.now)
}

func (r *rowReader) refuse(code string, limit int) {
	r.err = Errors{{Path: r.sheet.name, code: code, limit: strconv.Itoa(limit)}}
}

// read makes a value of what the file has for a cell.
func (r *rowReader) read() {
	c, value := &r.cell, r.value.String()
	switch r.kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(r.book.strings) {
			c.text = r.book.strings[i]
		}
	case "inlineStr":
		c.text = cellText(r.inline.String())
	case "str":
		c.text = cellText(value)
	case "b":
		c.text, c.kind = strings.TrimSpace(value), booleanCell
	case "e":
		c.text, c.kind = value, errorCell
	case "d":
		c.text, _, _ = strings.Cut(value, "T")
		c.kind = dateCell
	default:
		c.text, c.kind = strings.TrimSpace(value), numberCell
		if r.style >= 0 && r.style < len(r.book.dates) && r.book.dates[r.style] {
			c.text, c.kind = dayOf(c.text), dateCell
		}
	}
	if r.formula && value == "" && (r.kind != "str" || !r.valued) {
		c.kind = formulaCell
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

// columnOf is the column, from 1, of a reference such as B7; 0 where it is none.
func columnOf(reference string) (column int) {
	for _, r := range reference {
		if r < 'A' || r > 'Z' || column > 1_000_000 {
			break
		}
		column = column*26 + int(r-'A') + 1
	}
	return column
}

// letters are how a column is called, as B.
func letters(column int) (name string) {
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// place is how a cell is called, as Taken!F17.
func (s sheetPart) place(c cell) string {
	name := steps.CleanName(s.name)
	if utf8.RuneCountInString(name) > 31 { // as long as such a name can be
		name = steps.Quote(name)
	}
	return name + "!" + letters(c.column) + strconv.Itoa(c.row)
}
