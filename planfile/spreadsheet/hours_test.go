package spreadsheet_test

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
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
	quantity := func(q steps.Quantity) string {
		switch number := q.Hours.String(); q.Bound {
		case steps.Unknown:
			return string(texts.Common.Unknown)
		case steps.AtLeast:
			return texts.Common.AtLeast.Fill("n", number)
		case steps.AtMost:
			return texts.Common.AtMost.Fill("n", number)
		default:
			return number
		}
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
	if spare := c.Spare(); plan.School.Hours != nil {
		words, said := texts.Workbook.Team.Spare, ""
		if spare.Hours < 0 {
			words, spare = texts.Workbook.Team.Beyond, spare.Opposite()
		}
		if spare.Hours != 0 && spare.Bound != steps.Unknown && len(plan.Members) > 0 {
			said = words.Fill("n", quantity(spare))
		}
		team("E3", said)
	}
	for i, m := range c.Members {
		row := strconv.Itoa(9 + i)
		team("D"+row, quantity(m.Owned().Quantity()))
		if plan.Variant() != steps.GroupVariant {
			team("E"+row, quantity(m.Given.Beyond(m.Owned())))
			continue
		}
		team("E"+row, quantity(m.Group.Quantity()))
		team("F"+row, quantity(m.Given.Beyond(m.Owned())))
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

// floats are numbers within a text: excelize writes there all digits of a float, where office programs write fifteen.
var floats = regexp.MustCompile(`-?\d+\.\d{3,}(e-?\d+)?`)

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
		got = floats.ReplaceAllStringFunc(got, func(digits string) string {
			number, _ := strconv.ParseFloat(digits, 64)
			return strconv.FormatFloat(math.Round(number*100)/100, 'f', -1, 64)
		})
		if err != nil || got != want {
			t.Errorf("%v is worked out as %q, want %q (%v)", at, got, want, err)
		}
	}
}

// TestASumThatIsNotAllIsWhatAFormulaMakes: a program that keeps only what formulas came to has nothing typed over.
func TestASumThatIsNotAllIsWhatAFormulaMakes(t *testing.T) {
	t.Parallel()
	plan, err := schoolPlan(t).Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeMember, Member: "jan", Hours: steps.Set(steps.Whole(8))},
		{Kind: steps.ChangeTask, Task: "helpdesk-second-line", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Owner: steps.Set("jan")},
		{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Owner: steps.Set("jan"), Hours: steps.Set(steps.Tenths(25))},
	}})
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]string{}
	edited(t, encoded(t, plan, dutch), func(f *excelize.File) error {
		found, err := f.SearchSheet("Team", "Jan Janssens")
		if err != nil || len(found) != 1 {
			t.Fatal(found, err)
		}
		for _, heading := range []string{"Gepland", "Over"} {
			column, err := f.SearchSheet("Team", heading)
			if err != nil || len(column) != 1 {
				t.Fatal(column, err)
			}
			of[heading] = column[0][:1] + found[0][1:]
		}
		return nil
	})
	for name, c := range map[string]struct {
		planned, left any
		want          []string
	}{
		"as worked out":         {"minstens 2,5", "hoogstens 5,5", nil},
		"with a decimal point":  {"minstens 2.5", "hoogstens 5.5", nil},
		"in the other language": {"at least 2.5", "at most 5.5", nil},
		"typed over":            {"minstens 3", "hoogstens 5", []string{"unread Team " + of["Gepland"] + " Gepland"}},
	} {
		data := typedIn(t, plan, nil, map[[2]string]any{{"Team", of["Gepland"]}: c.planned, {"Team", of["Over"]}: c.left})
		if diff := cmp.Diff(c.want, understood(t, data, plan, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
