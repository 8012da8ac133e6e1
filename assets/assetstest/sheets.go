package assetstest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// Garden is a sheet that no file of the program defines, with every type of column.
var Garden = steps.Sheet{
	ID: "garden", Steps: []steps.StepID{steps.Vision}, Settings: []steps.Column{
		{ID: "since", Type: steps.YearColumn}, {ID: "beds", Type: steps.WholeColumn, Most: 9}, {ID: "helpers", Type: steps.MembersColumn}, {ID: "open", Type: steps.DateColumn},
	},
	Tables: []steps.Table{
		{ID: "plants", Columns: []steps.Column{
			{ID: "name", Type: steps.LineColumn, Required: true}, {ID: "story", Type: steps.LongColumn, Required: true}, {ID: "kind", Type: steps.ChoiceColumn, Choices: []string{"tree", "herb"}},
			{ID: "months", Type: steps.SetColumn, Choices: []string{"may", "june"}}, {ID: "sown", Type: steps.DateColumn}, {ID: "costs", Type: steps.AmountsColumn, Most: 3},
			{ID: "place", Type: steps.RankColumn}, {ID: "eaten", Type: steps.BoolColumn}, {ID: "height", Type: steps.NumberColumn, EachRound: true}, {ID: "who", Type: steps.MemberColumn},
			{ID: "friends", Type: steps.MembersColumn}, {ID: "beside", Type: steps.RefColumn, Table: "plants"},
			{ID: "watered_by", Type: steps.UnionColumn, Table: "plants", Choices: []string{"rain"}, Member: true, Task: true}, {ID: "liked", Type: steps.ScoresColumn, Table: "beds", Most: 5},
		}},
		{ID: "beds", Columns: []steps.Column{{ID: "title", Type: steps.LineColumn, Required: true}}},
		{ID: "rules", Fixed: []string{"no-running", "no-ball"}, Columns: []steps.Column{{ID: "agreed", Type: steps.BoolColumn}}},
	},
}

// SheetChanges draws rows of every table, and then what they say, so that any row can name any other.
func SheetChanges(r *rapid.T, s *steps.Sheet, texts *rapid.Generator[string]) (changes []steps.Change) {
	rows := map[string][]string{}
	for _, t := range s.Tables {
		rows[t.ID] = t.Fixed
		if len(t.Fixed) == 0 {
			for n := range rapid.IntRange(0, 3).Draw(r, "rows of "+t.ID) {
				rows[t.ID] = append(rows[t.ID], fmt.Sprint(t.ID, n))
				changes = append(changes, steps.RowChange(s.ID, t.ID, rows[t.ID][n], nil))
			}
		}
	}
	for _, t := range s.Tables {
		for _, id := range rows[t.ID] {
			changes = append(changes, steps.RowChange(s.ID, t.ID, id, drawCells(r, texts, t.Columns, rows)))
		}
	}
	return append(changes, steps.SettingsChange(s.ID, drawCells(r, texts, s.AllSettings(), rows)))
}

func drawCells(r *rapid.T, texts *rapid.Generator[string], columns []steps.Column, rows map[string][]string) steps.Cells {
	cells := steps.Cells{}
	for _, c := range columns {
		if named := rows[c.Table]; rapid.Bool().Draw(r, c.ID) && (c.Type != steps.RefColumn && c.Type != steps.ScoresColumn || len(named) > 0) {
			cells[c.ID] = drawCell(r, texts, c, named)
		}
	}
	return cells
}

func drawCell(r *rapid.T, texts *rapid.Generator[string], c steps.Column, named []string) any {
	whoever := append([]string{"member:an", "Directie", "Ouders: twee"}, c.Choices...)
	pick := func(from []string) string { return rapid.SampledFrom(from).Draw(r, c.ID) }
	switch c.Type {
	case steps.ChoiceColumn:
		return pick(c.Choices)
	case steps.SetColumn:
		return rapid.SliceOf(rapid.SampledFrom(c.Choices)).Draw(r, c.ID)
	case steps.DateColumn:
		return pick([]string{"2026-09-01", "2028-02-29"})
	case steps.YearColumn:
		return rapid.IntRange(1900, 9999).Draw(r, c.ID)
	case steps.WholeColumn:
		return rapid.IntRange(0, c.Most).Draw(r, c.ID)
	case steps.AmountsColumn:
		return rapid.SliceOfN(rapid.IntRange(0, 1_000_000_000), 0, c.Most).Draw(r, c.ID)
	case steps.RankColumn:
		return rapid.IntRange(1, 4).Draw(r, c.ID)
	case steps.BoolColumn:
		return rapid.Bool().Draw(r, c.ID)
	case steps.NumberColumn:
		return steps.Decimal(rapid.Int64Range(-1e12, 1e12).Draw(r, c.ID))
	case steps.MemberColumn:
		return pick(whoever)
	case steps.MembersColumn:
		return rapid.SliceOf(rapid.SampledFrom(whoever)).Draw(r, c.ID)
	case steps.RefColumn:
		return pick(named)
	case steps.UnionColumn:
		values := slices.Concat(named, c.Choices)
		if c.Member {
			values = append(values, whoever...)
		}
		if c.Task {
			values = append(values, "task:wifi-management")
		}
		return pick(append(values, ""))
	case steps.ScoresColumn:
		return rapid.MapOf(rapid.SampledFrom(named), rapid.IntRange(1, c.Most)).Draw(r, c.ID)
	}
	return texts.Draw(r, c.ID)
}
