package spreadsheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// layout tells the rows and columns of a sheet that is filled in: headings, a row for each task or member, and empty rows
// below these for new ones.
type layout struct {
	sheet    string
	mark     string // before the fields in the hidden row; empty where the sheet writes that row itself
	columns  []sheetColumn
	headings int // the number of their row
	filled   int // rows
	empty    int // rows
}

func newTaskLayout(plan steps.Plan, words assets.WorkbookTexts) layout {
	return layout{sheet: string(words.Sheets.Tasks), mark: tasksMark, columns: askedColumns(plan), headings: 4, filled: len(plan.Tasks()), empty: 40}
}

func newTeamLayout(plan steps.Plan, words assets.WorkbookTexts) layout {
	return layout{sheet: string(words.Sheets.Team), mark: teamMark, columns: shownOfTeam(plan), headings: 8, filled: len(plan.Members), empty: 15}
}

// first is the first row below the headings.
func (l layout) first() int { return l.headings + 1 }

// last is the last row that can be filled in.
func (l layout) last() int { return l.headings + l.filled + l.empty }

// column is the number of the column of a field, or 0.
func (l layout) column(field string) int {
	return 1 + slices.IndexFunc(l.columns, func(c sheetColumn) bool { return c.field == field })
}

// rangeOf is how the cells of a field are called in a formula.
func (l layout) rangeOf(field string) string {
	return absoluteRange(l.sheet, l.column(field), l.first(), l.last())
}

// absoluteRange is how a range of one column is called in a formula.
func absoluteRange(sheet string, column, first, last int) string {
	return fmt.Sprintf("%s!$%s$%d:$%[2]s$%[4]d", quoted(sheet), xlsx.ColumnName(column), first, last)
}

// quoted is a sheet's name as a formula has it.
func quoted(sheet string) string {
	plain := func(r rune) bool { return unicode.IsLetter(r) }
	if strings.TrimLeftFunc(sheet, plain) == "" {
		return sheet
	}
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
}

// complete makes the sheet that was written ready to be filled in: what each column takes, which first columns stay in
// sight beside the headings, what is locked, and its pages without the columns that are hidden, which are the last.
func (w *writer) complete(l layout, inSight int) {
	for k, c := range l.columns {
		w.restrict(c, xlsx.CellName(k+1, l.first())+":"+xlsx.CellName(k+1, l.last()))
	}
	w.check(w.SetPanes(w.sheet, &excelize.Panes{
		Freeze: true, XSplit: inSight, YSplit: l.headings, TopLeftCell: xlsx.CellName(inSight+1, l.first()), ActivePane: "bottomRight",
	}))
	w.check(w.ProtectSheet(w.sheet, &excelize.SheetProtectionOptions{ // by accident only: there is no password
		AutoFilter: true, Sort: true, FormatCells: true, FormatColumns: true, FormatRows: true, InsertRows: true,
		SelectLockedCells: true, SelectUnlockedCells: true, EditObjects: true, EditScenarios: true,
	}))
	shown := slices.IndexFunc(l.columns, sheetColumn.hidden)
	w.setPages(shown, l.headings, l.headings+l.filled)
}
