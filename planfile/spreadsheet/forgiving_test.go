package spreadsheet_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

// schoolPlan is smallPlan with two more members and a task that one of them carries.
func schoolPlan(t testing.TB) steps.Plan {
	t.Helper()
	plan, err := smallPlan(t).Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeMember, Member: "jan", Name: steps.Set("Jan Janssens")},
		{Kind: steps.ChangeMember, Member: "els", Name: steps.Set("Els Van den Broeck")},
		{Kind: steps.ChangeTask, Task: "helpdesk-second-line", Owner: steps.Set("jan")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// edited is a workbook that excelize changed.
func edited(t testing.TB, data []byte, change func(f *excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() { // which hinders no person who wants to
		if err := f.UnprotectSheet(sheet); err != nil {
			t.Fatal(err)
		}
	}
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// understood is what is made of a workbook: what changes, the bad cells, the doubts, and what was not read.
func understood(t testing.TB, data []byte, plan steps.Plan, said spreadsheet.Meanings) (lines []string) {
	t.Helper()
	r, err := reading(data, plan, said)
	if err != nil {
		t.Fatal(err)
	}
	lines = differences(t, r.Changes, plan)
	for _, p := range r.Bad {
		lines = append(lines, "bad "+p.Path+" "+p.Code())
	}
	for _, d := range r.Doubts {
		var choices []string
		for _, c := range d.Choices {
			choices = append(choices, c.ID)
		}
		lines = append(lines, fmt.Sprintf("%s %q in %s: %s", d.Kind, d.Said, strings.Join(d.Cells, ", "), strings.Join(choices, ", ")))
	}
	for _, u := range r.Unread {
		lines = append(lines, "unread "+strings.Join(strings.Fields(u.Sheet+" "+u.Column+" "+strings.Join(u.Cells, " ")+" "+u.Heading), " "))
	}
	return lines
}

// in is where the column with a heading stands in a row of the tasks.
func in(t testing.TB, f *excelize.File, heading string, row int) string {
	t.Helper()
	rows, err := f.GetRows("Taken")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[:6] {
		if i := slices.Index(r, heading); i >= 0 {
			at, _ := excelize.CoordinatesToCellName(i+1, row)
			return at
		}
	}
	t.Fatalf("there is no heading %s", heading)
	return ""
}

func letter(t testing.TB, f *excelize.File, heading string) string {
	return strings.TrimRight(in(t, f, heading, 1), "0123456789")
}

// TestColumnsAreKnownByTheirMarksAndTheirNames: what people do with columns leaves the rest right, and one that was not understood is named.
func TestColumnsAreKnownByTheirMarksAndTheirNames(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	data := encoded(t, plan, dutch)
	const later = "Eerstelijnshelpdesk · termijn: nu nodig → later"
	set := func(heading string, row int, value any) func(*testing.T, *excelize.File) error {
		return func(t *testing.T, f *excelize.File) error {
			return f.SetCellValue("Taken", in(t, f, heading, row), value)
		}
	}
	for name, c := range map[string]struct {
		do   []func(t *testing.T, f *excelize.File) error
		want []string
	}{
		"a column renamed":            {[]func(*testing.T, *excelize.File) error{set("Termijn", 5, "later"), set("Termijn", 4, "Wanneer doen we dit")}, []string{later}},
		"a heading emptied":           {[]func(*testing.T, *excelize.File) error{set("Termijn", 5, "later"), set("Termijn", 4, nil)}, []string{later}},
		"a heading of another column": {[]func(*testing.T, *excelize.File) error{set("Termijn", 5, "later"), set("Termijn", 4, "Geldt")}, []string{later}},
		"the other language":          {[]func(*testing.T, *excelize.File) error{set("Termijn", 5, "later"), set("Termijn", 4, "When"), set("Notitie", 4, "Note")}, []string{later}},
		"a column added": {[]func(*testing.T, *excelize.File) error{
			set("Termijn", 5, "later"),
			func(t *testing.T, f *excelize.File) error { return f.InsertCols("Taken", letter(t, f, "Termijn"), 1) },
			func(t *testing.T, f *excelize.File) error {
				at, _ := excelize.CoordinatesToCellName(4, 4)
				below, _ := excelize.CoordinatesToCellName(4, 7)
				return errorsOf(f.SetCellValue("Taken", at, "Lokaal"), f.SetCellValue("Taken", below, "A12"))
			},
		}, []string{later, "unread Taken D Lokaal"}},
		"a column without a heading": {[]func(*testing.T, *excelize.File) error{
			func(t *testing.T, f *excelize.File) error { return f.SetCellValue("Taken", "AB9", "niet vergeten") },
		}, []string{"unread Taken AB"}},
		"a column removed": {[]func(*testing.T, *excelize.File) error{
			set("Termijn", 5, "later"),
			func(t *testing.T, f *excelize.File) error { return f.RemoveCol("Taken", letter(t, f, "Geldt")) },
		}, []string{later}},
		"the titles removed": {[]func(*testing.T, *excelize.File) error{
			set("Termijn", 5, "later"),
			func(t *testing.T, f *excelize.File) error { return f.RemoveCol("Taken", letter(t, f, "Taak")) },
		}, []string{later}},
		"the ids removed": {[]func(*testing.T, *excelize.File) error{
			set("Termijn", 5, "later"),
			func(t *testing.T, f *excelize.File) error { return f.RemoveCol("Taken", letter(t, f, "Id taak")) },
		}, []string{later}},
		"the marks removed": {[]func(*testing.T, *excelize.File) error{
			set("Termijn", 5, "later"),
			func(_ *testing.T, f *excelize.File) error { return f.RemoveRow("Taken", 3) },
		}, []string{later}},
		"columns moved beside their marks": {[]func(*testing.T, *excelize.File) error{
			set("Termijn", 5, "later"),
			func(t *testing.T, f *excelize.File) error {
				return swap(f, letter(t, f, "Termijn"), letter(t, f, "Notitie"))
			},
		}, []string{later}},
		"a sheet of one's own": {[]func(*testing.T, *excelize.File) error{
			func(_ *testing.T, f *excelize.File) error {
				_, err := f.NewSheet("Kladblok")
				return errorsOf(err, f.SetCellValue("Kladblok", "A1", "denk aan de laders"))
			},
		}, []string{"unread Kladblok"}},
		"a sheet renamed": {[]func(*testing.T, *excelize.File) error{
			set("Termijn", 5, "later"),
			func(_ *testing.T, f *excelize.File) error { return f.SetSheetName("Taken", "Onze taken") },
		}, []string{later}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			changed := edited(t, data, func(f *excelize.File) error {
				for _, do := range c.do {
					if err := do(t, f); err != nil {
						return err
					}
				}
				return nil
			})
			if diff := cmp.Diff(c.want, understood(t, changed, plan, nil)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestAColumnTwiceIsRefused where nothing tells the two apart.
func TestAColumnTwiceIsRefused(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	for name, marks := range map[string]string{"a copy of the whole column": "tasks/horizon", "a heading alone": ""} {
		data := edited(t, encoded(t, plan, dutch), func(f *excelize.File) error {
			return errorsOf(f.SetCellValue("Taken", "AB3", marks), f.SetCellValue("Taken", "AB4", "Termijn"))
		})
		_, err := reading(data, plan, nil)
		if problems, _ := err.(planfile.Errors); len(problems) != 1 || problems[0].Path != "Taken!AB4" || problems[0].Code() != "workbook-column-twice" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// swap puts what people see of two columns, headings and all, in each other's place.
func swap(f *excelize.File, a, b string) error {
	for row := 4; row < 90; row++ {
		first, err := f.GetCellValue("Taken", fmt.Sprint(a, row))
		if err != nil {
			return err
		}
		second, err := f.GetCellValue("Taken", fmt.Sprint(b, row))
		if err != nil {
			return err
		}
		if err := errorsOf(f.SetCellValue("Taken", fmt.Sprint(a, row), second), f.SetCellValue("Taken", fmt.Sprint(b, row), first)); err != nil {
			return err
		}
	}
	return nil
}

func errorsOf(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestSpreadsheetsFromBeforeTheMarksAreRead: those that the program wrote when headings alone told the columns apart.
func TestSpreadsheetsFromBeforeTheMarksAreRead(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/earlier/*.xlsx")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := understood(t, data, smallPlan(t), nil); len(got) > 0 {
			t.Errorf("%s: %v", file, got)
		}
	}
}

// TestOtherProgramsChangeOnlyWhatWasEdited: openpyxl and LibreOffice each opened the workbook of schoolPlan, typed in five
// places, renamed the column with the notes, took one out, put one of its own between, and saved it.
func TestOtherProgramsChangeOnlyWhatWasEdited(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/edited/*.xlsx")
	if err != nil || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	want := []string{
		"Els Van den Broeck · uren: leeg → 6", "Eerstelijnshelpdesk · termijn: nu nodig → later",
		"Accounts en toegangsrechten beheren · uren: leeg → 2,5", "Accounts en toegangsrechten beheren · notitie: leeg → niet vergeten",
		"Koffie zetten toegevoegd: groep Beleid en visie", "unread Taken E Lokaal",
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, understood(t, data, schoolPlan(t), nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

// TestWhatIsTypedOverIsNamed: cells that are worked out are not read, and say so where they say something else.
func TestWhatIsTypedOverIsNamed(t *testing.T) {
	t.Parallel()
	with := func(hours steps.Field[steps.Decimal]) steps.Plan {
		plan, err := schoolPlan(t).Apply(steps.Entry{Changes: []steps.Change{{Kind: steps.ChangeSchool, Hours: hours}}})
		if err != nil {
			t.Fatal(err)
		}
		return plan
	}
	bare, known := with(steps.Clear[steps.Decimal]()), with(steps.Set(steps.Tenths(378)))
	for name, c := range map[string]struct {
		plan          steps.Plan
		tasks, inTeam map[string]any
		want          []string
	}{
		"the hours of the school":         {known, nil, map[string]any{"C3": 40}, []string{"unread Team C3 Uren van de school per week"}},
		"in words":                        {known, nil, map[string]any{"C3": "veertig"}, []string{"unread Team C3 Uren van de school per week"}},
		"the same":                        {known, nil, map[string]any{"C3": 37.8}, nil},
		"where they are not known":        {bare, nil, map[string]any{"C3": 40, "C11": 4}, []string{"Jan Janssens · uren: leeg → 4", "unread Team C3 Uren van de school per week"}},
		"the sum of the members":          {bare, nil, map[string]any{"C11": 4, "C12": 2, "C3": 14}, []string{"Jan Janssens · uren: leeg → 4", "Els Van den Broeck · uren: leeg → 2"}},
		"where hours go":                  {bare, map[string]any{"Telt bij 5": "uitbesteed", "Telt bij 6": "x"}, nil, []string{"unread Taken N5 N6 Telt bij"}},
		"what is planned":                 {bare, nil, map[string]any{"D9": 99, "E11": 99}, []string{"unread Team D9 Gepland", "unread Team E11 Over"}},
		"where they go by what is filled": {bare, map[string]any{"Termijn 5": "later", "Telt bij 5": string(dutch.Common.HoursClasses[steps.ClassLater])}, nil, []string{"Eerstelijnshelpdesk · termijn: nu nodig → later"}},
		"figures that follow":             {known, nil, map[string]any{"C4": 12, "C5": 3}, []string{"unread Team C4 Gepland voor taken in de school", "unread Team C5 Blijft over"}},
	} {
		others := map[[2]string]any{}
		for at, value := range c.inTeam {
			others[[2]string{"Team", at}] = value
		}
		if diff := cmp.Diff(c.want, understood(t, typedIn(t, c.plan, c.tasks, others), c.plan, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestTheSheetWithTheHoursIsNotRead, and what is typed over there is named.
func TestTheSheetWithTheHoursIsNotRead(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	data := typedIn(t, plan, nil, map[[2]string]any{{"Uren", "C4"}: 12, {"Uren", "B7"}: 3, {"Uren", "D7"}: 1})
	if diff := cmp.Diff([]string{"unread Uren C4 op school, nu nodig", "unread Uren B7 D7 Op school samen"}, understood(t, data, plan, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestWhereAnActionComesFromIsNotRead, and says so where something else was typed.
func TestWhereAnActionComesFromIsNotRead(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	data := typedIn(t, plan, nil, map[[2]string]any{{"Acties", "A5"}: "Offerte vragen", {"Acties", "F5"}: "de raad"})
	if diff := cmp.Diff([]string{"Actie Offerte vragen toegevoegd: plannen", "unread Acties F5 Komt van"}, understood(t, data, plan, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPropertiesHaveTheirFullNames: a library that many programs use (exceljs) reads no others, and opens no workbook with them.
func TestPropertiesHaveTheirFullNames(t *testing.T) {
	text := parts(t, encoded(t, schoolPlan(t), dutch))["docProps/core.xml"]
	for _, name := range []string{"<cp:coreProperties xmlns:cp=", "<cp:lastModifiedBy>", "</cp:coreProperties>"} {
		if !strings.Contains(text, name) {
			t.Errorf("the properties lack %s:\n%s", name, text)
		}
	}
}
