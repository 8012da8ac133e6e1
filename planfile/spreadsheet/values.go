package spreadsheet

import (
	"slices"
	"strings"

	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// fields reads all other columns that the sheet has; current gives the raw value that a field has in the plan.
func (r *reader) fields(c *cellChange, columns []sheetColumn, current func(field string) string) {
	for _, column := range columns {
		if column.kind == abilityColumn && r.abilities == nil { // read once all tasks are known
			continue
		}
		if c.table.columns[column.field] == 0 || column.Name == "" || column.kind == titleColumn || column.kind == groupColumn {
			continue
		}
		if raw, ok := r.raw(c.table, column, c.table.at(c.row, column.field), current(column.field)); ok {
			column.set(&c.Change, raw)
		}
	}
}

// raw is the raw value in a cell, empty for an empty cell; what cannot be is reported.
func (r *reader) raw(t *table, column sheetColumn, c xlsx.Cell, current string) (raw string, ok bool) {
	switch {
	case c.Kind == xlsx.FormulaCell:
		r.report(t, c, "workbook-formula", "", "")
		return "", false
	case c.Kind == xlsx.ErrorCell:
		r.report(t, c, "workbook-error", c.Text, "")
		return "", false
	case c.Text == "":
		return "", true
	}
	code, limit := "workbook-unknown-value", ""
	switch column.kind {
	case choiceColumn, truthColumn:
		raw, ok = r.choice(column, c)
		limit = strings.Join(column.choices(r.texts, r.plan), ", ")
	case memberColumn:
		raw = r.members[planfile.Fold(steps.CleanName(c.Text))]
		code, ok, limit = "workbook-unknown-member", raw != "", string(r.texts.Workbook.Sheets.Team)
	case abilityColumn:
		values, wrong := r.abilities.Read(c.Text)
		raw, ok = strings.Join(values, rawSeparator), wrong == ""
		code, limit = "workbook-unknown-ability", string(r.texts.Workbook.Sheets.Tasks)
		if current != "" && c.Text == cutToCell(r.abilities.Write(strings.Split(current, rawSeparator), r.texts, r.plan)) {
			return current, true
		}
	case hoursColumn:
		code = "workbook-not-number"
		raw, ok = c.Number()
	case whoeverColumn:
		switch id := r.members[planfile.Fold(steps.CleanName(c.Text))]; {
		case c.Text == whoever(current, planfile.MemberNames(r.plan)):
			return current, true
		case id != "":
			return steps.MemberPrefix + id, true
		}
		return c.Text, true
	case dayColumn:
		code = "workbook-not-date"
		raw, ok = dayIn(c)
	default:
		if current != "" && c.Text == cutToCell(current) {
			return current, true // as much of it as a cell can hold
		}
		return c.Text, true
	}
	if !ok {
		r.report(t, c, code, c.Text, limit)
	}
	return raw, ok
}

// choice is the raw value of a word of a closed list, in any language or as the plan file has it.
func (r *reader) choice(column sheetColumn, c xlsx.Cell) (string, bool) {
	if c.Kind == xlsx.BooleanCell && column.kind == truthColumn {
		return map[string]string{"1": "true", "0": "false"}[c.Text], true
	}
	if len(c.Text) > 4*steps.MaxName {
		return "", false
	}
	text := planfile.Fold(c.Text)
	for _, t := range r.languages {
		for _, raw := range column.values {
			words := []string{column.word(t, r.plan, raw)}
			if column.kind == groupColumn {
				words = append(words, t.Value("group", raw))
			}
			for _, earlier := range t.Workbook.Earlier.Values[column.field][raw] {
				words = append(words, string(earlier))
			}
			if slices.ContainsFunc(words, func(word string) bool { return planfile.Fold(word) == text }) {
				return raw, true
			}
		}
	}
	return text, slices.Contains(column.values, text)
}
