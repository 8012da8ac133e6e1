package lists_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// TestTooManyRows: reading the largest overviews ends, and more rows than that are refused.
func TestTooManyRows(t *testing.T) {
	plan := steps.NewPlan(assets.Catalogue())
	r := rand.New(rand.NewPCG(1, 2))
	rows := [][]any{{"Taak", "Wie"}}
	for range lists.MaxRows {
		rows = append(rows, []any{"toestellen beheren " + fmt.Sprintf("%0200x", r.Uint64()), "An"})
	}
	f := listOf(t, plan, rows...)
	if _, err := f.Changes(plan); err == nil || err.(planfile.Errors).Code() != "refused-too-many" {
		t.Errorf("more own tasks than there can be: %v", err)
	}
	rows = append(rows, []any{"een te veel", "An"})
	if _, err := read(sheetOf(t, rows...), plan); err == nil || err.(planfile.Errors).Code() != "workbook-too-many-rows" {
		t.Errorf("too many rows: %v", err)
	}
}

func TestAWorkbookWithTooManyCellsIsRefused(t *testing.T) {
	row := make([]any, 100)
	for i := range row {
		row[i] = "x"
	}
	rows := [][]any{{"Taak", "Trekker"}}
	for range xlsx.MaxCells/len(row) + 1 {
		rows = append(rows, row)
	}
	_, err := read(sheetOf(t, rows...), steps.NewPlan(assets.Catalogue()))
	if problems, _ := err.(planfile.Errors); len(problems) != 1 || problems[0].Code() != "planfile-too-many-values" {
		t.Errorf("got %v", err)
	}
}
