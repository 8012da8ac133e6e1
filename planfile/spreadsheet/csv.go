package spreadsheet

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

// EncodeCSV writes the tasks as text with semicolons, for any program with rows and columns: the columns of the sheet with
// the tasks, and what the spreadsheet works out. It begins with a byte order mark and writes numbers as the language does,
// as Excel expects. The same plan always gives the same bytes.
func EncodeCSV(plan steps.Plan, texts *assets.Texts) []byte {
	texts = texts.For(plan.School.Level)
	columns, names, headings := askedColumns(plan), planfile.MemberNames(plan), texts.TaskColumns()
	var b strings.Builder
	b.WriteString("\ufeff")
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = string(headings[c.field].Heading)
	}
	writeRow(&b, row)
	for _, t := range plan.Tasks() {
		for i, c := range columns {
			row[i] = shown(c, t, plan, texts, names)
		}
		writeRow(&b, row)
	}
	return []byte(b.String())
}

// shown is what stands in a column of a task; names are those of the members by id.
func shown(c sheetColumn, t steps.Task, plan steps.Plan, texts *assets.Texts, names map[string]string) string {
	raw := rawTask(t, c.field)
	switch {
	case c.field == "class":
		return string(texts.Common.HoursClasses[t.HoursClass()])
	case c.kind == titleColumn:
		return texts.TaskTitle(t)
	case c.kind == memberColumn:
		return names[raw]
	case c.kind == hoursColumn && t.Hours != nil:
		return texts.Number(*t.Hours)
	}
	return c.word(texts, plan, raw)
}

// writeRow writes cells as RFC 4180 has it, but for the semicolon, which Excel takes where a comma is in numbers. A line end
// in a cell is a single character, as Excel writes it.
func writeRow(b *strings.Builder, cells []string) {
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(';')
		}
		cell = harmless(cell)
		if strings.ContainsAny(cell, ";\"\r\n\t") || strings.TrimSpace(cell) != cell {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		b.WriteString(cell)
	}
	b.WriteString("\r\n")
}

// harmless is a text with an apostrophe before what a spreadsheet would take for a formula.
func harmless(text string) string {
	if planfile.Formula(text) {
		return "'" + text
	}
	return text
}
