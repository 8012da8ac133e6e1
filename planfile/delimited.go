package planfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"stappenplan/planfile/xlsx"
)

// separators are what can stand between the cells of a row of text. Excel takes a semicolon where a comma is in numbers.
const separators = ";\t,"

// OpenDelimited opens a text of rows with a comma, a semicolon or a tab between their cells as a workbook of one sheet of this
// name. It is UTF-8, UTF-16 or Windows-1252. The book is nil where no separator splits the first rows. Its errors are [Errors];
// with one, the book has the rows before.
func OpenDelimited(name string, data []byte) (*xlsx.Book, error) {
	separator, text := separatorOf(linesOf(data))
	if separator == 0 {
		return nil, nil
	}
	return openRows(name, text, separator)
}

// OpenLines opens a text as OpenDelimited does, with one cell a line, whatever stands in it.
func OpenLines(name string, data []byte) (*xlsx.Book, error) {
	const unitSeparator = '\x1f' // which nobody types
	text := linesOf(data)
	if text == nil {
		return nil, nil
	}
	return openRows(name, text, unitSeparator)
}

// linesOf is a text in UTF-8 with line feeds, nil where it is none.
func linesOf(data []byte) []byte {
	text, fault := textOf(data)
	if fault != nil && fault.code == "planfile-not-utf8" {
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return nil
		}
		text, fault = decoded, nil
	}
	if fault != nil {
		return nil
	}
	if !bytes.Contains(text, []byte("\n")) { // as an old Mac ends its lines
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	return text
}

func openRows(name string, text []byte, separator rune) (*xlsx.Book, error) {
	if bytes.Count(text, []byte(string(separator))) > xlsx.MaxRows*xlsx.MaxColumns { // which would take much memory to split
		book, _ := xlsx.Of(name, rows(beginning(text), separator), typedCell)
		return book, AsErrors(xlsx.Fault{Code: "workbook-too-full"})
	}
	book, err := xlsx.Of(name, rows(text, separator), typedCell)
	return book, AsErrors(err)
}

// typedCell is the text of a cell without the apostrophe that keeps a spreadsheet program from taking it for a formula.
func typedCell(text string) string {
	if rest, marked := strings.CutPrefix(text, "'"); marked && Formula(rest) {
		text = rest
	}
	return cleanCell(text)
}

// Formula says whether a spreadsheet program may take a text for a formula, also where it passes over blanks, knows the wide signs of
// other writing, or takes an apostrophe away first. In a text of rows it stands behind an apostrophe.
func Formula(text string) bool {
	unmarked := strings.TrimLeft(text, "'")
	bare := strings.TrimLeftFunc(text, func(r rune) bool { return r == '\'' || unicode.IsSpace(r) })
	return strings.HasPrefix(unmarked, "\t") || strings.HasPrefix(unmarked, "\r") || strings.IndexAny(bare, "=+-@＝＋－＠") == 0
}

// beginning is as much of a text as is looked at to find out what it is.
func beginning(text []byte) []byte {
	const enough = 64_000
	return text[:min(len(text), enough)]
}

// separatorOf is what splits most of the first rows into as many cells as others, 0 where nothing does; and the text after a
// first line for Excel that says so, such as sep=; does.
func separatorOf(text []byte) (separator rune, rest []byte) {
	if line, after, _ := bytes.Cut(text, []byte("\n")); bytes.HasPrefix(line, []byte("sep=")) {
		switch said := bytes.TrimSpace(line[len("sep="):]); {
		case len(said) == 0: // a tab
			return '\t', after
		case len(said) == 1 && strings.ContainsRune(separators, rune(said[0])):
			return rune(said[0]), after
		}
	}
	most := 0
	for _, candidate := range separators {
		alike, read := map[int]int{}, 0
		for cells, err := range rows(beginning(text), candidate) {
			if err != nil || read == xlsx.HeadRows {
				break
			}
			read++
			if len(cells) > 1 {
				alike[len(cells)]++
			}
		}
		for _, n := range alike {
			if n > most {
				separator, most = candidate, n
			}
		}
	}
	return separator, text
}

// rows splits a text into rows of cells; line ends and separators can stand in cells between quotes. An empty line is a row
// without cells.
func rows(text []byte, separator rune) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = separator, true, -1, true
		for next := 1; ; {
			cells, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, err)
				return
			}
			line, _ := r.FieldPos(0)
			for ; next < line; next++ {
				if !yield(nil, nil) {
					return
				}
			}
			next++
			for _, cell := range cells {
				next += strings.Count(cell, "\n")
			}
			if !yield(cells, nil) {
				return
			}
		}
	}
}
