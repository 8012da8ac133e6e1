package planfile

import (
	"errors"
	"strconv"

	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// OpenWorkbook opens a spreadsheet, whose texts are cleaned as those of a plan are. Packages spreadsheet and lists read it.
// Its errors are [Errors].
func OpenWorkbook(data []byte) (*xlsx.Book, error) {
	book, err := xlsx.Open(data, cleanCell)
	return book, AsErrors(err)
}

// cleanCell is the text of a cell as a plan may hold it; a cell of blanks is an empty one.
func cleanCell(text string) string {
	if text = steps.Clean(text); steps.Blank(text) {
		return ""
	}
	return text
}

// AsErrors gives a fault of a workbook as [Errors], and any other error as it is.
func AsErrors(err error) error {
	var fault xlsx.Fault
	if !errors.As(err, &fault) {
		return err
	}
	p := Problem{Path: fault.Sheet, code: fault.Code, value: fault.Sheet}
	if fault.Limit > 0 {
		p.limit = strconv.Itoa(fault.Limit)
	}
	return Errors{p}
}
