package xlsx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stappenplan/planfile/xlsx"
)

// opened is a workbook of two sheets, of which the first is named Lijst and holds these rows.
func opened(t *testing.T, rows string) *xlsx.Book {
	t.Helper()
	return openedWith(t, map[string]string{"xl/lijst.xml": `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`})
}

// openedWith is the same workbook with some of its parts replaced.
func openedWith(t *testing.T, replaced map[string]string) *xlsx.Book {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	parts := map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook><sheets><sheet name="Lijst" id="l"/><sheet name="Leeg" id="e"/></sheets>
			<definedNames><definedName name="merk">Lijst!$A$1</definedName></definedNames></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="l" Type="x/worksheet" Target="lijst.xml"/>
			<Relationship Id="e" Type="x/worksheet" Target="/xl/leeg.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="teksten.xml"/>
			<Relationship Id="s" Type="x/styles" Target="stijlen.xml"/></Relationships>`,
		"xl/teksten.xml": `<sst><si><t>een</t></si><si><r><t>twee</t></r><r><t>_x0041_</t></r><rPh><t>gesproken</t></rPh></si></sst>`,
		"xl/stijlen.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
		"xl/leeg.xml":    `<worksheet/>`,
	}
	maps.Copy(parts, replaced)
	for name, text := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := xlsx.Open(b.Bytes(), func(text string) string { return strings.ReplaceAll(text, "verboden", "") })
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// asRead compares cells by what was read of them.
var asRead = cmpopts.IgnoreUnexported(xlsx.Cell{})

func TestCells(t *testing.T) {
	t.Parallel()
	book := opened(t, `<row r="2"><c r="B2" t="s"><v>1</v></c><c><v>4.0999999999999996</v></c><c s="1"><v>46266</v></c></row>
		<row><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>A1</f></c><c t="str"><f>A1</f><v>x</v></c></row>
		<row r="30"><c t="inlineStr"><is><t>verboden</t></is></c><c r="AA30" t="inlineStr"><is><t>een verboden woord</t></is></c></row>`)
	if len(book.Sheets) != 2 || book.Sheets[0].Name != "Lijst" || !cmp.Equal(book.Names, []string{"merk"}) {
		t.Errorf("sheets %v, names %v", book.Sheets, book.Names)
	}
	want := []xlsx.Row{
		{Number: 2, Cells: []xlsx.Cell{
			{Row: 2, Column: 2, Text: "tweeA"}, {Row: 2, Column: 3, Text: "4.1", Kind: xlsx.NumberCell}, {Row: 2, Column: 4, Text: "2026-09-01", Kind: xlsx.DayCell},
		}},
		{Number: 3, Cells: []xlsx.Cell{
			{Row: 3, Column: 1, Text: "1", Kind: xlsx.BooleanCell}, {Row: 3, Column: 2, Text: "#REF!", Kind: xlsx.ErrorCell}, {Row: 3, Column: 3, Kind: xlsx.FormulaCell, Formula: true},
			{Row: 3, Column: 4, Text: "x", Formula: true},
		}},
		{Number: 30, Cells: []xlsx.Cell{{Row: 30, Column: 27, Text: "een  woord"}}},
	}
	var head []xlsx.Row
	for range 2 { // the second time from memory
		var err error
		head, err = book.Head(book.Sheets[0])
		if diff := cmp.Diff(want[:2], head, asRead); diff != "" || err != nil {
			t.Errorf("head: %v\n%s", err, diff)
		}
	}
	below, err := book.Below(book.Sheets[0], 2)
	if diff := cmp.Diff(want[1:], below, asRead); diff != "" || err != nil {
		t.Errorf("below row 2: %v\n%s", err, diff)
	}
	if name := below[1].Cells[0].Name(); name != "AA30" {
		t.Errorf("the last cell is called %s", name)
	}
	if number, ok := head[0].Cells[1].Number(); number != "4.1" || !ok {
		t.Errorf("reads %s", number)
	}
	if empty, err := book.Below(book.Sheets[1], 0); len(empty) > 0 || err != nil {
		t.Errorf("an empty sheet holds %v, %v", empty, err)
	}
}

func TestSheetsWithTooMuch(t *testing.T) {
	t.Parallel()
	cells := func(rows, columns int) string {
		return strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", columns)+"</row>", rows)
	}
	for rows, want := range map[string]xlsx.Fault{
		cells(xlsx.MaxRows+1, 1):        {Code: "workbook-too-many-rows", Sheet: "Lijst", Limit: xlsx.MaxRows},
		cells(1, xlsx.MaxColumns+1):     {Code: "workbook-too-many-columns", Sheet: "Lijst", Limit: xlsx.MaxColumns},
		cells(xlsx.MaxCells/100+1, 100): {Code: "planfile-too-many-values", Limit: xlsx.MaxCells},
	} {
		book := opened(t, rows)
		if _, err := book.Below(book.Sheets[0], 1); err != want {
			t.Errorf("%v, want %v", fmt.Sprint(err), want)
		}
	}
}
