package spreadsheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile/xlsx"
)

// Sheet is a table to read, not to fill in and bring back.
type Sheet struct {
	Name     string // of the sheet
	Headings []string
	Number   []bool // by column: its cells are numbers, as the language writes them
	Rows     [][]string
}

// EncodeSheets writes tables as a workbook (.xlsx), each on a sheet of its own below its title. The same tables always give
// the same bytes.
func EncodeSheets(title string, sheets []Sheet, texts *assets.Texts) ([]byte, error) {
	w := writer{File: excelize.NewFile(), texts: texts, words: texts.Workbook}
	defer w.Close()
	for i, s := range sheets {
		name := sheetName(s.Name)
		if i == 0 {
			w.check(w.SetSheetName("Sheet1", name))
		} else {
			_, err := w.NewSheet(name)
			w.check(err)
		}
	}
	w.makeStyles()
	for _, s := range sheets {
		w.toRead(title, s)
	}
	w.properties(title)
	w.SetActiveSheet(0)
	return w.bytes()
}

// sheetName is a name that a sheet can have.
func sheetName(name string) string {
	const most = 31
	if letters := []rune(name); len(letters) > most {
		return strings.TrimSpace(string(letters[:most]))
	}
	return name
}

// toRead writes one table.
func (w *writer) toRead(title string, s Sheet) {
	const headings, widest, narrowest = 3, 60.0, 9.0
	w.banner(assets.Text(sheetName(s.Name)), title, assets.Text(s.Name))
	for k, heading := range s.Headings {
		w.text(k+1, headings, heading, w.styles.heading)
		longest := narrowest
		for i, row := range s.Rows {
			at := headings + 1 + i
			if s.Number[k] && w.readNumber(k+1, at, row[k]) {
				continue
			}
			w.text(k+1, at, row[k], w.styles.plain)
			longest = max(longest, float64(len([]rune(row[k])))+2)
		}
		name := xlsx.ColumnName(k + 1)
		w.check(w.SetColWidth(w.sheet, name, name, min(longest, widest)))
	}
	w.check(w.SetRowHeight(w.sheet, headings, 32))
	for i, row := range s.Rows {
		high := []int{1}
		for _, cell := range row {
			high = append(high, lines(cell, widest))
		}
		w.height(headings+1+i, high...)
	}
	size, wide, broad, long, fit := 9, "landscape", 1, 0, true // 9 is A4
	w.check(w.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &wide, FitToWidth: &broad, FitToHeight: &long}))
	w.check(w.SetSheetProps(w.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.check(w.SetPanes(w.sheet, &excelize.Panes{
		Freeze: true, XSplit: 1, YSplit: headings, TopLeftCell: xlsx.CellName(2, headings+1), ActivePane: "bottomRight",
	}))
}

// readNumber writes a number that the language spelled, and says whether it was one.
func (w *writer) readNumber(column, row int, spelled string) bool {
	raw := strings.ReplaceAll(spelled, ",", ".")
	if raw == "" || strings.Trim(raw, "0123456789.") != "" {
		return false
	}
	w.number(column, row, raw, w.styles.reckoned)
	return true
}

// EncodeSheetCSV writes a table as text with semicolons, as [EncodeCSV] does.
func EncodeSheetCSV(s Sheet) []byte {
	var b strings.Builder
	b.WriteString("\ufeff")
	writeRow(&b, s.Headings)
	for _, row := range s.Rows {
		writeRow(&b, row)
	}
	return []byte(b.String())
}
