package command

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestAnswersInSeveralFilesAreOneEntry: what people sent back is added together, and undone together.
func TestAnswersInSeveralFilesAreOneEntry(t *testing.T) {
	c := newComputer(t)
	folder := t.TempDir()
	whole, plan := filepath.Join(folder, "plan.xlsx"), filepath.Join(folder, "plan.json")
	empty := filepath.Join(folder, "survey.xlsx")
	c.calls(t, statusDone, "", "export", "--example", "--output", plan)
	c.calls(t, statusDone, "", "import", plan)
	c.calls(t, statusDone, "", "export", "--output", whole)
	c.calls(t, statusDone, "", "export", "--for", "survey", "--output", empty)
	files := []string{filledIn(t, whole, "4"), filledIn(t, empty, "2"), filledIn(t, empty, "5")}
	c.calls(t, statusDone, "", append([]string{"import", "--dry-run"}, files...)...)
	c.says(t, "Antwoorden: 3 regels", "Er is niets gewijzigd")
	c.calls(t, statusDone, "", append([]string{"import", "--yes"}, files...)...)
	c.says(t, "Ingelezen")
	c.calls(t, statusDone, "", "export", "--format", "json")
	if n := strings.Count(c.said, `"moment": "before"`); n != 12+len(files) {
		t.Errorf("%d people answered", n)
	}
	c.calls(t, statusDone, "", "undo", "--yes")
	c.calls(t, statusDone, "", "import", plan)
	c.says(t, "niets nieuws")
	c.calls(t, statusDone, "", "import", "--dry-run", files[1])
	c.says(t, "Antwoorden: 1 regel\n")
	c.calls(t, statusRefused, "", "import", "--yes", files[0], plan)
	if !strings.Contains(c.wrong, "plan.json: Hier staan geen antwoorden in.") {
		t.Error(c.wrong)
	}
}

// TestASpreadsheetIsForAnInquiryOnly: no other purpose has one, and one without questions neither.
func TestASpreadsheetIsForAnInquiryOnly(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusRefused, "", "export", "--for", "survey", "--output", filepath.Join(t.TempDir(), "s.xlsx"))
	if !strings.Contains(c.wrong, "nog geen vragen") {
		t.Error(c.wrong)
	}
	for _, purpose := range []string{"services", "group"} {
		c.calls(t, statusUsage, "", "export", "--example", "--for", purpose, "--format", "xlsx", "--output", filepath.Join(t.TempDir(), "s.xlsx"))
		if !strings.Contains(c.wrong, "--for "+purpose) {
			t.Error(c.wrong)
		}
	}
}

// filledIn is a workbook with the answers of one person more.
func filledIn(t *testing.T, path, score string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) < 3 || len(rows[2]) == 0 || rows[2][0] != "learning/answers/respondent" {
			continue
		}
		for at, value := range map[string]string{"C": "vooraf", "D": score, "E": score} {
			if err := book.SetCellStr(sheet, fmt.Sprint(at, len(rows)+1), value); err != nil {
				t.Fatal(err)
			}
		}
	}
	filled := filepath.Join(t.TempDir(), "antwoord"+score+".xlsx")
	if err := book.SaveAs(filled); err != nil {
		t.Fatal(err)
	}
	return filled
}
