package xlsx_test

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/planfile/xlsx"
)

// below reads all rows of the first sheet.
func below(t *testing.T, book *xlsx.Book) []xlsx.Row {
	t.Helper()
	rows, err := book.Below(book.Sheets[0], 0)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestDaysFrom1904: a workbook of an older Mac counts its days from another one. A duration is no day.
func TestDaysFrom1904(t *testing.T) {
	t.Parallel()
	sheet := `<worksheet><sheetData><row><c s="1"><v>44804</v></c><c s="1"><v>0</v></c><c s="2"><v>1.5</v></c></row></sheetData></worksheet>`
	styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>
		<cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`
	for from, want := range map[string]string{
		"1": "2026-09-01 1904-01-01 36:00", "true": "2026-09-01 1904-01-01 36:00",
		"0": "2022-08-31 0 36:00", // the day before the first is none
	} {
		book := openedWith(t, map[string]string{"xl/lijst.xml": sheet, "xl/stijlen.xml": styles, "xl/workbook.xml": `<workbook><workbookPr date1904="` + from + `"/>
			<sheets><sheet name="Lijst" id="l"/></sheets></workbook>`})
		var got []string
		for _, c := range below(t, book)[0].Cells {
			got = append(got, c.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("counted from 1904 is %s: %v, want %s", from, got, want)
		}
	}
}

// TestStruckOut: what is struck out is no text of a cell, but it is known that it was.
func TestStruckOut(t *testing.T) {
	t.Parallel()
	styles := `<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>
		<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`
	for name, c := range map[string]struct{ cell, text, whole string }{
		"a part":       {`<c t="inlineStr"><is><r><rPr><strike/></rPr><t>An </t></r><r><t>Bart</t></r></is></c>`, "Bart", "An Bart"},
		"not":          {`<c t="inlineStr"><is><r><rPr><strike val="false"/></rPr><t>An</t></r></is></c>`, "An", ""},
		"by its style": {`<c s="1" t="inlineStr"><is><t>An</t></is></c>`, "", "An"},
		"a number":     {`<c s="1"><v>4</v></c>`, "", "4"},
		"style undone": {`<c s="2"><v>4</v></c>`, "4", ""},
		"no such font": {`<c s="99"><v>4</v></c>`, "4", ""},
	} {
		book := openedWith(t, map[string]string{"xl/lijst.xml": `<worksheet><sheetData><row>` + c.cell + `</row></sheetData></worksheet>`, "xl/stijlen.xml": styles})
		got := below(t, book)[0].Cells[0]
		if strings.TrimSpace(got.Text) != c.text || got.Whole != c.whole {
			t.Errorf("%s: reads %q, whole %q", name, got.Text, got.Whole)
		}
	}
}

// TestMergedCells: what stands in merged cells stands in each of their rows, unless another text does.
func TestMergedCells(t *testing.T) {
	t.Parallel()
	text := func(at, text string) string {
		return `<c r="` + at + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
	}
	book := openedWith(t, map[string]string{"xl/lijst.xml": `<worksheet><sheetData>
		<row r="1">` + text("A1", "An") + text("B1", "een") + `</row><row r="2">` + text("B2", "twee") + `</row>
		<row r="3">` + text("A3", "Bart") + text("B3", "drie") + `</row><row r="4">` + text("B4", "vier") + `</row></sheetData>
		<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="$A$2:$A$9"/><mergeCell ref="nonsense"/><mergeCell ref="C1:C4"/><mergeCell ref="B4:B3"/></mergeCells></worksheet>`})
	var got []string
	for _, row := range below(t, book) {
		got = append(got, row.At(1).Text+" "+row.At(2).Text)
	}
	if want := "[An een An twee Bart drie An vier]"; fmt.Sprint(got) != want {
		t.Errorf("reads %v, want %s", got, want)
	}
}

// TestHiddenRowsAndColumns: what nobody sees is read, and known not to be seen.
func TestHiddenRowsAndColumns(t *testing.T) {
	t.Parallel()
	book := openedWith(t, map[string]string{"xl/lijst.xml": `<worksheet><cols><col min="2" max="16384" hidden="1"/></cols><sheetData>
		<row><c><v>1</v></c><c><v>2</v></c></row><row hidden="1"><c><v>3</v></c></row></sheetData></worksheet>`})
	rows := below(t, book)
	if rows[0].Hidden || rows[0].Cells[0].Hidden || !rows[0].Cells[1].Hidden || !rows[1].Hidden {
		t.Errorf("reads %+v", rows)
	}
}

// TestHostileSheets: however much is said of cells in a few letters, reading ends.
func TestHostileSheets(t *testing.T) {
	t.Parallel()
	full := "<sheetData>" + strings.Repeat("<row><c><v>1</v></c></row>", xlsx.MaxRows) + "</sheetData>"
	wide := "<sheetData><row>" + strings.Repeat("<c><v>1</v></c>", xlsx.MaxColumns) + "</row>" + strings.Repeat("<row><c><v>1</v></c></row>", xlsx.MaxRows-1) + "</sheetData>"
	for name, c := range map[string]struct{ sheet, styles, want string }{
		"many merged cells":     {full + "<mergeCells>" + strings.Repeat(`<mergeCell ref="A1:A1048576"/>`, 50_000) + "</mergeCells>", "", "workbook-too-full"},
		"merged cells full":     {wide + "<mergeCells>" + merges(150) + "</mergeCells>", "", "planfile-too-many-values"},
		"hidden columns":        {strings.Repeat(`<cols><col min="-1" max="999999999" hidden="1"/></cols>`, 50_000) + full, "", ""},
		"a long format":         {full, strings.Repeat(`y"`, 500_000), ""},
		"a format of sections":  {full, strings.Repeat(`;`, 1000), ""},
		"a format left open":    {full, `"\`, ""},
		"a format of fractions": {full, "0." + strings.Repeat("0", 1000), ""},
	} {
		styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="` + strings.ReplaceAll(c.styles, `"`, "&quot;") + `"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`
		book := openedWith(t, map[string]string{"xl/lijst.xml": "<worksheet>" + c.sheet + "</worksheet>", "xl/stijlen.xml": styles})
		rows, err := book.Below(book.Sheets[0], 0)
		if err == nil && (c.want != "" || len(rows) != xlsx.MaxRows || rows[0].Cells[0].Shown(xlsx.Language{Point: ","}) == "") {
			t.Errorf("%s: read %d rows", name, len(rows))
		}
		if fault, ok := err.(xlsx.Fault); err != nil && (!ok || fault.Code != c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// merges are the first cells of so many columns, each merged down to the last row.
func merges(columns int) string {
	var b strings.Builder
	for column := range columns {
		fmt.Fprintf(&b, `<mergeCell ref="%s:%s"/>`, xlsx.CellName(column+1, 1), xlsx.CellName(column+1, 99999))
	}
	return b.String()
}
