package spreadsheet

import (
	"slices"
	"strings"

	"stappenplan/assets"
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

// holds says whether a cell is empty, and whether there is a value in it; what went wrong in it is reported.
func (r *reader) holds(t *table, c xlsx.Cell) (empty, ok bool) {
	switch c.Kind {
	case xlsx.FormulaCell:
		r.report(t, c, "workbook-formula", "", "")
		return false, false
	case xlsx.ErrorCell:
		r.report(t, c, "workbook-error", c.Text, "")
		return false, false
	}
	return c.Text == "", true
}

// raw is the raw value in a cell, empty for an empty cell; what cannot be is reported.
func (r *reader) raw(t *table, column sheetColumn, c xlsx.Cell, current string) (raw string, ok bool) {
	if empty, ok := r.holds(t, c); empty || !ok {
		return "", ok
	}
	shown := c.Shown(r.shown)
	code, limit := "workbook-unknown-value", ""
	switch column.kind {
	case choiceColumn, truthColumn:
		if raw, ok = r.choice(column, c); !ok && column.field == "horizon" {
			raw, ok = r.proposed(t, c)
		}
		limit = strings.Join(column.choices(r.texts, r.plan), ", ")
	case memberColumn:
		return r.oneOfTheTeam(t, column, c)
	case abilityColumn:
		values, wrong := r.abilities.Read(c.Text)
		raw, ok = strings.Join(values, rawSeparator), wrong == ""
		code, limit = "workbook-unknown-ability", string(r.texts.Workbook.Sheets.Tasks)
		if current != "" && c.Text == cutToCell(r.abilities.Write(strings.Split(current, rawSeparator), r.texts, r.plan)) {
			return current, true
		}
	case hoursColumn:
		code = "workbook-not-number"
		raw, ok = planfile.CellHours(c)
	case whoeverColumn:
		if c.Text == whoever(current, planfile.MemberNames(r.plan)) {
			return current, true
		}
		switch id, ok := r.whoever(t, c); {
		case !ok:
			return "", false
		case id != "":
			return steps.MemberPrefix + id, true
		}
		return shown, true
	case dayColumn:
		code = "workbook-not-date"
		var day steps.Date
		day, ok = planfile.CellDay(c)
		raw = string(day)
	default:
		if current != "" && c.Text == cutToCell(current) {
			return current, true // as much of it as a cell can hold
		}
		return shown, true
	}
	if !ok {
		r.report(t, c, code, shown, limit)
	}
	return raw, ok
}

// oneOfTheTeam is the id of the member in a cell. In that of who owns a task a second can stand, who is read later.
func (r *reader) oneOfTheTeam(t *table, column sheetColumn, c xlsx.Cell) (id string, ok bool) {
	most := 1
	if column.field == "owner" {
		most = 2
	}
	people := r.peopleIn(c)
	if len(people) > most {
		r.report(t, c, "workbook-many-people", c.Text, "")
		return "", false
	}
	return r.member(t, people[0])
}

// proposed is the term that a person says a word of priority, or a day in the present school year, stands for.
func (r *reader) proposed(t *table, c xlsx.Cell) (horizon string, ok bool) {
	kind, likely := DaysThisYear, steps.Short
	if day, is := planfile.CellDay(c); !is || day.SchoolYear() != r.today.SchoolYear() {
		kind, likely = WhichHorizon, r.priority(c)
	}
	if likely == "" {
		return "", false
	}
	choices := []Choice{r.term(likely)}
	for _, other := range steps.Horizons {
		if other != likely {
			choices = append(choices, r.term(other))
		}
	}
	horizon, _ = r.settled(kind, t, c, choices, string(likely))
	return horizon, horizon != ""
}

func (r *reader) term(horizon steps.Horizon) Choice {
	return Choice{string(horizon), r.texts.Value("horizon", string(horizon))}
}

// priority is the term that a word of priority stands for, or nothing.
func (r *reader) priority(c xlsx.Cell) steps.Horizon {
	word := steps.Slug(c.Text)
	for _, t := range r.languages {
		for _, horizon := range steps.Horizons {
			same := func(other assets.Text) bool { return word != "" && steps.Slug(string(other)) == word }
			if slices.ContainsFunc(t.Workbook.Priorities[horizon], same) {
				return horizon
			}
		}
	}
	return ""
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
			if column.wordOf == nil {
				for _, earlier := range t.Workbook.Earlier.Values[column.field][raw] {
					words = append(words, string(earlier))
				}
			}
			if slices.ContainsFunc(words, func(word string) bool { return planfile.Fold(word) == text }) {
				return raw, true
			}
		}
	}
	return text, slices.Contains(column.values, text)
}
