package planfile

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
)

// fields reads all other columns that the sheet has.
func (r *bookReader) fields(c *cellChange, columns []sheetColumn, stands func(field string) string) {
	for _, column := range columns {
		at, has := c.table.at(c.row, column.field)
		if !has || column.Name == "" || column.kind == titleColumn || column.kind == groupColumn {
			continue
		}
		if raw, ok := r.raw(c.table, column, at, stands(column.field)); ok {
			column.set(&c.Change, raw)
		}
	}
}

// raw is the raw value in a cell, empty for an empty cell; what cannot be is reported.
func (r *bookReader) raw(t *table, column sheetColumn, c cell, stands string) (raw string, ok bool) {
	switch {
	case c.kind == formulaCell:
		r.report(t, c, "workbook-formula", "", "")
		return "", false
	case c.kind == errorCell:
		r.report(t, c, "workbook-error", c.text, "")
		return "", false
	case steps.Blank(c.text):
		return "", true
	}
	code, limit := "workbook-unknown-value", ""
	switch column.kind {
	case choiceColumn, truthColumn:
		raw, ok = r.choice(column, c)
		limit = strings.Join(column.choices(r.texts, r.plan), ", ")
	case memberColumn:
		raw = r.members[fold(steps.CleanName(c.text))]
		code, ok, limit = "workbook-unknown-member", raw != "", string(r.texts.Workbook.Sheets.Team)
	case hoursColumn:
		code = "workbook-not-number"
		raw, ok = hoursIn(c)
	default:
		if stands != "" && c.text == fitting(stands) {
			return stands, true // as much of it as a cell can hold
		}
		return c.text, true
	}
	if !ok {
		r.report(t, c, code, c.text, limit)
	}
	return raw, ok
}

// choice is the raw value of a word of a closed list, in any language or as the plan file has it.
func (r *bookReader) choice(column sheetColumn, c cell) (string, bool) {
	if c.kind == booleanCell && column.kind == truthColumn {
		return map[string]string{"1": "true", "0": "false"}[c.text], true
	}
	if len(c.text) > 4*steps.MaxName {
		return "", false
	}
	text := fold(c.text)
	for _, t := range r.languages {
		for _, raw := range column.values {
			if text == fold(column.word(t, r.plan, raw)) || column.kind == groupColumn && text == fold(t.Value("group", raw)) {
				return raw, true
			}
		}
	}
	return text, slices.Contains(column.values, text)
}

// hoursIn reads a number of hours; what a spreadsheet's arithmetic adds far behind the point is no part of it.
func hoursIn(c cell) (string, bool) {
	if c.kind == booleanCell || c.kind == dateCell || len(c.text) > 40 {
		return "", false
	}
	text := strings.ReplaceAll(strings.TrimSpace(c.text), ",", ".")
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(n) || math.Abs(n) > 1e6 {
		return "", false
	}
	return strconv.FormatFloat(math.Round(n*1000)/1000, 'f', -1, 64), true
}
