package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"stappenplan/report/reporttest"
)

// pdfText is a text at its place on a page; the place is that of its baseline, from the foot of the page.
type pdfText struct {
	X, Y float64
	Text string
}

var (
	pdfContents = regexp.MustCompile(`/Contents (\d+) 0 R`)
	pdfShown    = regexp.MustCompile(`BT ([-0-9.]+) ([-0-9.]+) Td \(`)
)

// readPDF reads the texts of each page, in the order in which they were written.
func readPDF(t testing.TB, file []byte) (pages [][]pdfText) {
	t.Helper()
	for _, found := range pdfContents.FindAllSubmatch(file, -1) {
		begin := bytes.Index(file, fmt.Appendf(nil, "\n%s 0 obj\n", found[1]))
		at := begin + bytes.Index(file[begin:], []byte("stream\n")) + len("stream\n")
		packed, err := zlib.NewReader(bytes.NewReader(file[at:]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(packed)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, readTexts(content))
	}
	return pages
}

func readTexts(content []byte) (texts []pdfText) {
	for {
		at := pdfShown.FindSubmatchIndex(content)
		if at == nil {
			return texts
		}
		x, _ := strconv.ParseFloat(string(content[at[2]:at[3]]), 64)
		y, _ := strconv.ParseFloat(string(content[at[4]:at[5]]), 64)
		text, length := readString(content[at[1]:])
		texts = append(texts, pdfText{x, y, text})
		content = content[at[1]+length:]
	}
}

// readString reads a string up to the bracket that closes it.
func readString(content []byte) (text string, length int) {
	var units []uint16
	var high byte
	for i, second := 0, false; ; i++ {
		c := content[i]
		switch {
		case c == ')':
			return string(utf16.Decode(units)), i
		case c == '\\':
			i++
			if c = content[i]; c == 'r' {
				c = '\r'
			}
		}
		if second {
			units = append(units, uint16(high)<<8|uint16(c))
		}
		high, second = c, !second
	}
}

// aboveFoot is the text of a page without its foot, with no blanks in it.
func aboveFoot(page []pdfText) string {
	var b strings.Builder
	for _, one := range page {
		if one.Y > footTop {
			b.WriteString(one.Text)
		}
	}
	return reporttest.NoBlanks(b.String())
}

// footTop is where the foot of a page begins.
const footTop = 35

// readAll reads the text of all pages, as [aboveFoot] does of one.
func readAll(t testing.TB, file []byte) (text string) {
	for _, page := range readPDF(t, file) {
		text += aboveFoot(page)
	}
	return text
}
