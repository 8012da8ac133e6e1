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
	tasks := []*steps.Task{{ID: "few"}, {ID: "none"}, {ID: "many"}, {ID: "zero"}}
	tasks[0].Hours, tasks[2].Hours, tasks[3].Hours = hours(1), hours(9), hours(0)
	byHours.sort(tasks, screen.Frame{})
	var order []string
	for _, t := range tasks {
		order = append(order, t.ID)
	}
	if want := []string{"many", "few", "zero", "none"}; !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
}
