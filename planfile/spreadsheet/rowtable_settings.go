package spreadsheet

import (
	"stappenplan/assets"
	"stappenplan/steps"
)

// What a deepening sheet is set to stands in the workbook as one more of its tables, of one line.

// settingsID is the id of that table and of its line; no table of a sheet has it, since a plan file has the settings beside these.
const settingsID = "settings"

func settingsTable(of *steps.Sheet) *steps.Table {
	return &steps.Table{ID: settingsID, Columns: of.AllSettings(), Fixed: []string{settingsID}}
}

// rowsIn are the rows of a table, or the line with the settings.
func rowsIn(plan steps.Plan, sheet, table string) []steps.Row {
	if table == settingsID {
		return []steps.Row{{ID: settingsID, Cells: plan.Sheets[sheet].Settings}}
	}
	return plan.Rows(sheet, table)
}

// rowIn is a row of a table, or the line with the settings, and whether it is there.
func rowIn(plan steps.Plan, sheet, table, id string) (steps.Row, bool) {
	if table == settingsID {
		return rowsIn(plan, sheet, table)[0], true
	}
	return plan.Row(sheet, table, id)
}

// giving is the change that gives a row cells, or a sheet settings.
func giving(sheet, table, row string, cells steps.Cells) steps.Change {
	if table == settingsID {
		return steps.SettingsChange(sheet, cells)
	}
	return steps.RowChange(sheet, table, row, cells)
}

// columnWords are the words of a column of a table, or of a setting.
func columnWords(texts *assets.Texts, sheet, table, column string) assets.ColumnWords {
	if table == settingsID {
		table = ""
	}
	return texts.ColumnWords(sheet, table, column)
}

// tableTitle is how a table is called.
func tableTitle(texts *assets.Texts, sheet, table string) string {
	if table == settingsID {
		return string(texts.SheetCommon.Heading)
	}
	return string(texts.Sheets[sheet].Tables[table].Title)
}

// lineName is what a fixed line is about.
func lineName(texts *assets.Texts, plan steps.Plan, sheet, table, row string) string {
	if table == settingsID {
		return string(texts.Sheets[sheet].Title)
	}
	return texts.RowName(plan, sheet, table, row)
}
