package plain

import (
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// typed is what fills a column of each type.
func typed(c steps.Column) []string {
	switch c.Type {
	case steps.ChoiceColumn, steps.SetColumn:
		words := assets.Load(assets.Dutch)
		for _, s := range assets.Definitions().Sheets {
			for _, t := range s.Tables {
				if label, is := words.ColumnWords(s.ID, t.ID, c.ID).Choices[c.Choices[0]]; is {
					return []string{string(label)}
				}
			}
		}
	case steps.RefColumn:
		return []string{"Eerste regel"}
	case steps.BoolColumn:
		return []string{"ja"}
	case steps.DateColumn:
		return []string{"1/3/2027"}
	case steps.RankColumn, steps.WholeColumn:
		return []string{"1"}
	case steps.NumberColumn:
		return []string{"3,5"}
	case steps.AmountsColumn:
		return []string{"18 000", "0", "", "", "", ""}
	case steps.UnionColumn:
		if c.Table != "" {
			return []string{"schoolbestuur"}
		}
	case steps.ScoresColumn:
		return []string{"5"}
	}
	return []string{"iemand"}
}

// TestEverySheetIsFilledInLineByLine: each table of each sheet gets a row with all its columns, and tells of it.
func TestEverySheetIsFilledInLineByLine(t *testing.T) {
	for i, sheet := range assets.Definitions().Sheets {
		kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
		for k, table := range sheet.Tables {
			talk := []string{"verdieping", strconv.Itoa(i + 1), strconv.Itoa(k + 1)}
			row := "eerste-regel"
			if len(table.Fixed) > 0 {
				row = table.Fixed[0]
				talk = append(talk, "1")
			} else {
				talk = append(talk, "Eerste regel")
			}
			for _, c := range table.Columns {
				if c.ID != table.Name() || len(table.Fixed) > 0 {
					talk = append(talk, typed(c)...)
				}
			}
			said, plan := lineByLine(t, kept, assets.Dutch, append(talk, "", "", "", "stop")...)
			r, _ := plan.Row(sheet.ID, table.ID, row)
			for _, c := range table.Columns {
				if _, filled := r.Cells[c.ID]; !filled && (c.Type != steps.UnionColumn || c.Member || len(c.Choices) > 0) {
					t.Errorf("%s/%s: %s is not filled in %v\n%s", sheet.ID, table.ID, c.ID, r.Cells, said)
				}
			}
			says(t, said, string(assets.Load(assets.Dutch).Sheets[sheet.ID].Purpose))
		}
	}
}

// TestPlainRemovesARow after it named what points at it, and takes a row that is offered.
func TestPlainRemovesARow(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	said, plan := lineByLine(t, kept, assets.Dutch, "verdieping", "1", "3", "1", "", "", "", "", "", "", "", "", "stop")
	says(t, said, "Om uit te kiezen:", "Uren storing per maand, ontwerp, nog in te vullen: ")
	if len(plan.Rows("chain", "indicators")) != 1 {
		t.Fatalf("%v", plan.Rows("chain", "indicators"))
	}
	said, plan = lineByLine(t, kept, assets.Dutch, "verdieping", "1", "3", "1", "wissen", "j", "stop")
	if says(t, said, "verwijderen?"); len(plan.Sheets) != 0 {
		t.Errorf("left %v\n%s", plan.Sheets, said)
	}
}

// TestPlainRemovesAllAnswersTogether with one word.
func TestPlainRemovesAllAnswersTogether(t *testing.T) {
	rows := []steps.Change{answer(steps.Awareness, steps.Yes)}
	for n := range 3 {
		rows = append(rows, steps.RowChange("learning", "answers", "r"+strconv.Itoa(n), steps.Cells{"respondent": strconv.Itoa(n), "moment": "before"}))
	}
	said, plan := lineByLine(t, keptPlan(t, rows...), assets.Dutch, "verdieping", "3", "4", "wissen", "j", "stop")
	if !strings.Contains(said, "Alle 3 antwoorden verwijderen?") || len(plan.Sheets) != 0 {
		t.Errorf("left %v\n%s", plan.Sheets, said)
	}
}
