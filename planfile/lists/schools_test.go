package lists_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile/match/matchtest"
	"stappenplan/steps"
)

// school reads a list as a school wrote it. The first cell of each row is what the row is.
func school(t *testing.T, name string) (answers []string, rows [][]any) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(string(text)))
	r.Comma, r.FieldsPerRecord = ';', -1
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		var row []any
		for _, cell := range line[1:] {
			row = append(row, cell)
		}
		answers, rows = append(answers, line[0]), append(rows, row)
	}
	return answers, rows
}

// TestFiguresOfWholeLists prints how well the rows of whole lists are matched, where no two are the same task.
func TestFiguresOfWholeLists(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/schools/*.csv")
	if err != nil || len(files) != 12 {
		t.Fatalf("%d lists, %v", len(files), err)
	}
	var all matchtest.Figures
	for _, file := range files {
		answers, rows := school(t, file)
		seen := map[int]bool{}
		list, err := read(sheetOf(t, rows...), steps.NewPlan(assets.Definitions()))
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		for _, row := range list.Rows {
			seen[row.Number] = true
			answer := answers[row.Number-1]
			if answer == "" {
				t.Errorf("%s: row %d is no task: %s", file, row.Number, row.Title)
				continue
			}
			if verdict := all.Add(row.Matches, answer); verdict != matchtest.Right {
				t.Logf("%s: %s: %s is %s: %v", filepath.Base(file), verdict, row.Title, answer, row.Matches)
			}
		}
		for i, answer := range answers {
			if answer != "" && !seen[i+1] {
				t.Errorf("%s: row %d is not read", file, i+1)
			}
		}
	}
	t.Logf("whole lists: %s", all)
	if !all.Passes() {
		t.Error("that is below the bar")
	}
}
