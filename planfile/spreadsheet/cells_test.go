package spreadsheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

// formatted is our workbook of a plan, with a number and its format in the cell under a heading of row 4.
func formatted(t *testing.T, plan steps.Plan, heading string, value any, builtIn int, code string) []byte {
	t.Helper()
	data := encoded(t, plan, dutch)
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	style := excelize.Style{NumFmt: builtIn}
	if code != "" {
		style = excelize.Style{CustomNumFmt: &code}
	}
	id, err := book.NewStyle(&style)
	if err != nil {
		t.Fatal(err)
	}
	at, sheet := cell(t, data, tasksSheet, heading+" 5"), book.GetSheetName(0)
	if err := book.SetCellValue(sheet, at, value); err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellStyle(sheet, at, at, id); err != nil {
		t.Fatal(err)
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCellsAreReadAsTheyAreShown: what a person sees in a cell is what is read, whatever the file has for it.
func TestCellsAreReadAsTheyAreShown(t *testing.T) {
	t.Parallel()
	plan := smallPlan(t)
	for name, c := range map[string]struct {
		heading string
		value   any
		builtIn int
		code    string
		want    string // of hours or note; with a ? what the message quotes
	}{
		"letters behind a backslash":  {"Uren per week", 2, 0, `0\ \d\a\g`, "2"},
		"letters in quotes":           {"Uren per week", 2, 0, `0" dagen"`, "2"},
		"a letter that is left blank": {"Uren per week", 2, 0, `0_d`, "2"},
		"the month in words":          {"Notitie", 46266, 0, "mmmm", "september"},
		"the month short":             {"Notitie", 46266, 0, "d mmm yyyy", "1 sept 2026"},
		"a day of the language":       {"Notitie", 46266, 14, "", "1/9/2026"},
		"the time of a moment":        {"Notitie", 46266.604166, 20, "", "14:30"},
		"dust of arithmetic":          {"Notitie", 0.30000000000000004, 0, "", "0,3"},
		"a decimal":                   {"Notitie", 1234.5, 0, "", "1234,5"},
		"an exponent":                 {"Notitie", 1e-3, 0, "", "0,001"},
		"two decimals":                {"Notitie", 1.5, 2, "", "1,50"},
		"a share in a note":           {"Notitie", 0.5, 9, "", "50%"},
		"truth":                       {"Notitie", true, 0, "", "WAAR"},
		"money":                       {"Notitie", 12.5, 0, `[$€-813]\ 0.00`, "€ 12,50"},
		"below nothing":               {"Notitie", -2, 0, `0;\-0" tekort"`, "-2 tekort"},
		"half an hour and one":        {"Uren per week", 0.0625, 20, "", "1.5"},
		"more hours than a day":       {"Uren per week", 1.5, 46, "", "36"},
		"a day of hours":              {"Uren per week", 1, 0, "[h]:mm", "24"},
		"minutes that go on":          {"Uren per week", 0.0625, 0, "[mm]", "1.5"},
		"typed as a time":             {"Uren per week", "1u30", 0, "", "1.5"},
		"typed with a unit":           {"Uren per week", "2 uur", 0, "", "2"},
		"typed with a colon":          {"Uren per week", "1:30", 0, "", "1.5"},
		"typed as a half":             {"Uren per week", "1½", 0, "", "1.5"},
		"typed in Dutch":              {"Uren per week", "0,75", 0, "", "0.75"},
		"a share of hours":            {"Uren per week", 0.5, 9, "", "?50%"},
		"a day of hours unread":       {"Uren per week", 46266, 14, "", "?1/9/2026"},
	} {
		changes, err := read(formatted(t, plan, c.heading, c.value, c.builtIn, c.code), plan)
		if quoted, wrong := strings.CutPrefix(c.want, "?"); wrong {
			if err == nil || !strings.Contains(dutch.Error(err.(planfile.Errors)[0]), quoted) || !strings.Contains(dutch.Error(err.(planfile.Errors)[0]), "Taken!") {
				t.Errorf("%s: %v, want one that quotes %s", name, err, quoted)
			}
			continue
		}
		if err != nil || len(changes) != 1 {
			t.Errorf("%s: %d changes, %v", name, len(changes), err)
			continue
		}
		hours, _ := changes[0].Hours.Value()
		note, _ := changes[0].Note.Value()
		if got := note + strings.Trim(hours.String(), "0"); c.heading == "Notitie" && note != c.want || c.heading != "Notitie" && hours.String() != c.want {
			t.Errorf("%s: read as %s, want %s", name, got, c.want)
		}
	}
}

// TestCellsOfAnotherLanguage: what a cell keeps of a person is kept by another language too.
func TestCellsOfAnotherLanguage(t *testing.T) {
	t.Parallel()
	plan := smallPlan(t)
	book, err := planfile.OpenWorkbook(formatted(t, plan, "Notitie", 1234.5, 0, ""))
	if err != nil {
		t.Fatal(err)
	}
	read, err := spreadsheet.Decode(book, plan, assets.Load(assets.English), today, nil)
	if note, _ := read.Changes[0].Note.Value(); err != nil || note != "1234.5" {
		t.Errorf("read as %q, %v", note, err)
	}
}
