package lists_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/steps"
)

// TestTooManyRows: reading the largest overviews ends, and more rows than that are refused.
func TestTooManyRows(t *testing.T) {
	t.Parallel()
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
