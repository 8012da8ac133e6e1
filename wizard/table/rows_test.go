package table

import (
	"slices"
	"testing"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

func TestTheMostHoursComeFirst(t *testing.T) {
	t.Parallel()
	hours := func(n int64) *steps.Decimal { d := steps.Whole(n); return &d }
	tasks := []*steps.Task{
		{ID: "few", Decision: &steps.Decision{Hours: hours(1)}}, {ID: "none", Decision: &steps.Decision{}},
		{ID: "many", Decision: &steps.Decision{Hours: hours(9)}}, {ID: "zero", Decision: &steps.Decision{Hours: hours(0)}},
	}
	byHours.sort(tasks, screen.Frame{})
	var order []string
	for _, t := range tasks {
		order = append(order, t.ID)
	}
	if want := []string{"many", "few", "zero", "none"}; !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
}
