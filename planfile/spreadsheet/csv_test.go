package spreadsheet_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

// readCSV reads rows as another program does.
func readCSV(t testing.TB, data []byte) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(data), "\ufeff")
	if !marked {
		t.Fatalf("no byte order mark: %.20q", text)
	}
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = ';'
	rows, err := reader.ReadAll() // which refuses rows of different lengths
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestCSVSaysWhatTheSheetSays compares the text with the sheet of the tasks, cell by cell, in every plan and language.
func TestCSVSaysWhatTheSheetSays(t *testing.T) {
	t.Parallel()
	plans := corpus(t)
	plans["example"] = example(t)
	for name, plan := range plans {
		for _, texts := range []*assets.Texts{dutch, english} {
			book, err := excelize.OpenReader(bytes.NewReader(encoded(t, plan, texts)))
			if err != nil {
				t.Fatal(err)
			}
			sheet, err := book.GetRows(string(texts.Workbook.Sheets.Tasks))
			if err != nil {
				t.Fatal(err)
			}
			headings, rows := sheet[3], readCSV(t, spreadsheet.EncodeCSV(plan, texts))
			if len(rows) != 1+len(plan.Tasks()) || !slices.Equal(rows[0], headings) {
				t.Fatalf("%s: %d rows under %q, want %d under %q", name, len(rows), rows[0], 1+len(plan.Tasks()), headings)
			}
			for i, row := range rows[1:] {
				for k, got := range row {
					want := ""
					if cells := sheet[4+i]; k < len(cells) {
						want = cells[k]
					}
					if texts.Language == assets.Dutch && k == slices.Index(headings, string(dutch.TaskColumns()["hours"].Heading)) {
						want = strings.ReplaceAll(want, ".", ",")
					}
					if got != want && got != "'"+want && headings[k] != string(texts.TaskColumns()["class"].Heading) {
						t.Errorf("%s: %s of row %d is %q, want %q", name, headings[k], i, got, want)
					}
				}
			}
		}
	}
}

func TestCSVAsExcelWantsIt(t *testing.T) {
	t.Parallel()
	plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.NewEntry("x", someDay, "",
		steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")},
		steps.Change{
			Kind: steps.ChangeTask, Task: "own-robots", Title: steps.Set("Robots"), Group: steps.Set("policy"), Relevance: steps.Set(steps.Applies),
			Horizon: steps.Set(steps.Short), Owner: steps.Set("an"), Hours: steps.Set(steps.Tenths(45)), Note: steps.Set("eerst; dan \"ander\"\nen, tot slot"),
		}))
	if err != nil {
		t.Fatal(err)
	}
	text := string(spreadsheet.EncodeCSV(plan, dutch))
	if !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\r\n") != 1+len(plan.Tasks()) {
		t.Errorf("%d ends of rows for %d tasks", strings.Count(text, "\r\n"), len(plan.Tasks()))
	}
	want := "Beleid en visie;Robots;geldt;nu nodig;;;;;An Peeters;;4,5;\"eerst; dan \"\"ander\"\"\nen, tot slot\";op school, nu nodig;own-robots\r\n"
	if last := text[strings.LastIndex(text[:len(text)-2], "\r\n")+2:]; last != want {
		t.Errorf("the last row is %q, want %q", last, want)
	}
	if !strings.Contains(string(spreadsheet.EncodeCSV(plan, english)), ";4.5;") {
		t.Error("English has a decimal point")
	}
}

// TestCSVHostileTexts writes hostile texts in every field: each is one cell to the letter, and none of them a formula.
func TestCSVHostileTexts(t *testing.T) {
	t.Parallel()
	for hostile := range hostileCells {
		name := hostile[:min(len(hostile), 150)]
		plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.NewEntry("x", someDay, "",
			steps.Change{Kind: steps.ChangeMember, Member: "m", Name: steps.Set("a" + name)},
			steps.Change{Kind: steps.ChangeTask, Task: "own-x", Title: steps.Set("x" + name), Group: steps.Set("policy"), Owner: steps.Set("m"), Note: steps.Set(hostile)}))
		if err != nil {
			t.Fatal(err)
		}
		rows := readCSV(t, spreadsheet.EncodeCSV(plan, dutch))
		last := rows[len(rows)-1]
		for _, cell := range last {
			if strings.HasPrefix(cell, "\t") || strings.IndexAny(strings.TrimSpace(cell), "=+-@＝＋－＠") == 0 {
				t.Errorf("a cell begins a formula: %q", cell)
			}
		}
		note := last[slices.Index(rows[0], string(dutch.TaskColumns()["note"].Heading))]
		if want := cmp.Or(hostileCells[hostile], steps.Clean(hostile)); note != want && note != "'"+want && !steps.Blank(want) {
			t.Errorf("%q became %q", want, note)
		}
	}
}
