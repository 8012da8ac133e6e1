package spreadsheet_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"stappenplan/planfile/spreadsheet"
)

// sheetToRead has what a spreadsheet could take for something else.
var sheetToRead = spreadsheet.Sheet{
	Name: "Waar de scholen allemaal staan in deze groep", Headings: []string{"School", "Uren"}, Number: []bool{false, true},
	Rows: [][]string{{"=HYPERLINK(\"x\")", "37,8"}, {"De Linde", "–"}, {"0123", "0"}},
}

func TestASheetToReadHasNumbersAndHarmlessTexts(t *testing.T) {
	t.Parallel()
	data, err := spreadsheet.EncodeSheets("Scholen", []spreadsheet.Sheet{sheetToRead, {Name: "Leeg", Headings: []string{"A"}, Number: []bool{false}}}, dutch)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := spreadsheet.EncodeSheets("Scholen", []spreadsheet.Sheet{sheetToRead, {Name: "Leeg", Headings: []string{"A"}, Number: []bool{false}}}, dutch)
	if !bytes.Equal(data, again) {
		t.Error("the same tables give other bytes")
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheet := book.GetSheetList()[0]
	for cell, want := range map[string]struct {
		text string
		kind excelize.CellType
	}{
		"A3": {"School", excelize.CellTypeSharedString}, "A4": {"=HYPERLINK(\"x\")", excelize.CellTypeSharedString},
		"B4": {"37.8", excelize.CellTypeUnset}, "B5": {"–", excelize.CellTypeSharedString}, "A6": {"0123", excelize.CellTypeSharedString}, "B6": {"0", excelize.CellTypeUnset},
	} {
		text, _ := book.GetCellValue(sheet, cell)
		kind, _ := book.GetCellType(sheet, cell)
		formula, _ := book.GetCellFormula(sheet, cell)
		if text != want.text || kind != want.kind || formula != "" {
			t.Errorf("%s: %q (%v), formula %q", cell, text, kind, formula)
		}
	}
}

func TestASheetToReadAsText(t *testing.T) {
	t.Parallel()
	rows := readCSV(t, spreadsheet.EncodeSheetCSV(sheetToRead))
	if len(rows) != 4 || rows[1][0] != "'=HYPERLINK(\"x\")" || rows[1][1] != "37,8" {
		t.Errorf("%q", rows)
	}
}
