package spreadsheet_test

import (
	"bytes"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

// place is a cell of a sheet.
type place struct{ sheet, cell string }

// reckoned are the cells of a workbook with hours and counts, as steps reckons them.
func reckoned(plan steps.Plan, texts *assets.Texts) map[place]string {
	c, sheets := plan.Capacity(), texts.Workbook.Sheets
	cells := map[place]string{}
	raw := func(sum steps.Tally) string {
		if !sum.Known() {
			return string(texts.Common.Unknown)
		}
		return sum.Hours.String()
	}
	left := func(available, planned steps.Tally) string {
		if !available.Known() || !planned.Known() {
			return string(texts.Common.Unknown)
		}
		return (available.Hours - planned.Hours).String()
	}
	team := func(cell, value string) { cells[place{string(sheets.Team), cell}] = value }
	team("C3", raw(c.Given))
	team("C4", raw(c.School))
	beyond := c.Given.Beyond(c.School)
	team("C5", left(c.Given, c.School))
	if beyond.Bound == steps.Unknown {
		team("C5", string(texts.Common.Unknown))
	}
	for row, of := range map[string]steps.Quantity{"D3": c.Given.Quantity(), "D4": c.School.Quantity(), "D5": beyond} {
		team(row, map[steps.Bound]string{steps.AtLeast: "minstens", steps.AtMost: "hoogstens"}[of.Bound])
	}
	uncounted := ""
	if c.School.Unknown+c.Team.Group.Unknown > 0 {
		uncounted = string(texts.Report.Hours.Uncounted)
	}
	team("E4", uncounted)
	for i, m := range c.Members {
		row := strconv.Itoa(9 + i)
		team("D"+row, raw(m.Owned()))
		if plan.Variant() != steps.GroupVariant {
			team("E"+row, left(m.Given, m.Owned()))
			continue
		}
		team("E"+row, raw(m.Group))
		team("F"+row, left(m.Given, m.Owned()))
	}
	row := 4
	line := func(sum steps.Tally) {
		for column, value := range map[string]string{"B": strconv.Itoa(sum.Count), "C": raw(sum), "D": strconv.Itoa(sum.Unknown)} {
			cells[place{string(sheets.Hours), column + strconv.Itoa(row)}] = value
		}
		row++
	}
	for _, class := range c.Classes {
		atGroup := class.Class == steps.ClassGroupOurs || class.Class == steps.ClassGroup
		if atGroup && plan.Variant() != steps.GroupVariant {
			continue
		}
		line(class.Tally)
		switch class.Class {
		case steps.ClassSomeDay:
			line(c.School)
		case steps.ClassGroup:
			line(c.Group)
		}
	}
	line(c.All)
	return cells
}

// TestTheFormulasReckonAsStepsDoes, in arbitrary plans.
func TestTheFormulasReckonAsStepsDoes(t *testing.T) {
	t.Parallel()
	small := *assets.Catalogue()
	small.Tasks = small.Tasks[:6]
	rapid.Check(t, func(t *rapid.T) { formulasReckon(t, assetstest.HoursPlan(t, &steps.Definitions{Catalogue: &small})) })
}

func formulasReckon(t rapid.TB, plan steps.Plan) {
	t.Helper()
	data, err := spreadsheet.Encode(plan, dutch)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for at, want := range reckoned(plan, dutch) {
		got, err := f.CalcCellValue(at.sheet, at.cell, excelize.Options{RawCellValue: true})
		if err != nil || got != want {
			t.Errorf("%v is worked out as %q, want %q (%v)", at, got, want, err)
		}
	}
}
