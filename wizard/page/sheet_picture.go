package page

import (
	"stappenplan/report"
	"stappenplan/wizard/screen"
)

// sheetPicture shows a sheet as a document has it: its pictures with their tables, and what it says in words.
func sheetPicture(id string) func(screen.Frame) (string, []string, []command) {
	return func(f screen.Frame) (title string, lines []string, commands []command) {
		options := report.Options{Texts: f.Texts, Today: f.Today, Names: report.NamesInFull}
		for _, block := range report.SheetBlocks(f.Plan, options, id) {
			lines = append(append(lines, blockLines(f, block)...), "")
		}
		if lines == nil {
			lines = []string{f.Look.Muted.On(string(f.Texts.SheetCommon.Empty))}
		}
		return string(f.Texts.Sheets[id].Title) + " · " + string(f.Texts.SheetCommon.Picture), lines, nil
	}
}
