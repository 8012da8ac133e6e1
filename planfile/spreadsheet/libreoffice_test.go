//go:build libreoffice

package spreadsheet_test

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

// saved is a workbook as LibreOffice opens and saves it.
func saved(t *testing.T, data []byte, as string) []byte {
	t.Helper()
	return savedFrom(t, "plan.xlsx", data, as)
}

// savedFrom is a file of this name as LibreOffice opens and saves it; what says how it reads the file comes before the rest.
func savedFrom(t *testing.T, name string, data []byte, as string, how ...string) []byte {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "out")
	args := append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(folder, "profile")), "--headless"}, how...)
	office := exec.Command("soffice", append(args, "--convert-to", as, "--outdir", out, filepath.Join(folder, name))...)
	if said, err := office.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	again, err := os.ReadFile(filepath.Join(out, "plan."+as))
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// TestLibreOfficeSavesTheSame: what it only opened and saved changes nothing; what was typed there, just that.
func TestLibreOfficeSavesTheSame(t *testing.T) {
	t.Parallel()
	plan := smallPlan(t)
	data := saved(t, encoded(t, plan, dutch), "xlsx")
	if changes := decoded(t, data, plan); len(changes) > 0 {
		t.Errorf("%v", differences(t, changes, plan))
	}
	row := strconv.Itoa(5 + len(plan.Tasks())) // the first empty one
	data = typed(t, data, tasksSheet, map[string]string{
		"Termijn 6": text("later"), "Uren per week 5": number("3"), "Notitie 5": nothing, "A" + row: text("Beleid en visie"), "B" + row: text("Koffie zetten"),
	})
	want := []string{
		"Eerstelijnshelpdesk · uren: 4,1 → 3", "Eerstelijnshelpdesk · notitie: bel eerst → leeg",
		"Tweedelijnshelpdesk · termijn: leeg → later", "Koffie zetten toegevoegd: groep Beleid en visie",
	}
	if diff := cmp.Diff(want, differences(t, decoded(t, saved(t, data, "xlsx"), plan), plan)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLibreOfficeKeepsTheTablesOfSheets: opened and saved they say the same, and what was typed there, just that.
func TestLibreOfficeKeepsTheTablesOfSheets(t *testing.T) {
	t.Parallel()
	plan := small(t)
	data := saved(t, encoded(t, plan, dutch), "xlsx")
	if changes := decoded(t, data, plan); len(changes) > 0 {
		t.Errorf("%v", differences(t, changes, plan))
	}
	if changes := decoded(t, saved(t, encoded(t, example(t), english), "xlsx"), example(t)); len(changes) > 0 {
		t.Errorf("the example: %v", differences(t, changes, example(t)))
	}
	data = typed(t, data, sheetWith(t, data, budget), map[string]string{"2026 5": number("500"), "Thema 6": text("netwerk"), "2026 6": number("0")})
	data = typed(t, data, sheetWith(t, data, projects), map[string]string{"Van 5": text("15/10/2026"), "Voor welke ambitie 5": text("Leestijd")})
	var got []string
	for _, change := range decoded(t, saved(t, data, "xlsx"), plan) {
		got = append(got, change.Row+" "+string(change.Cells))
	}
	want := []string{`schrijf {"from":"2026-10-15"}`, `toestellen {"amounts":[500,0,22000]}`, `netwerk {"amounts":[0],"theme":"netwerk"}`, `schrijf {"ambition":"lezen"}`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLibreOfficeKeepsHostileTexts(t *testing.T) {
	t.Parallel()
	hostiles := slices.DeleteFunc(slices.Sorted(maps.Keys(hostileCells)), func(text string) bool {
		// LibreOffice takes letters for these on the way in, which no other way of writing them prevents.
		return text == "_x0041_x0042_" || text == "_x005F_x0041_ _x005F_"
	})
	plan := largePlan(t, len(hostiles))
	var entry steps.Entry
	for i, id := range plan.OwnTasks {
		entry.Changes = append(entry.Changes, steps.Change{Kind: steps.ChangeTask, Task: id, Note: steps.Set(hostiles[i])})
	}
	plan, err := plan.Apply(entry)
	if err != nil {
		t.Fatal(err)
	}
	if changes := decoded(t, saved(t, encoded(t, plan, dutch), "xlsx"), plan); len(changes) > 0 {
		t.Errorf("%v", differences(t, changes, plan))
	}
}

// TestLibreOfficeAddsUpAsWeDo: the formulas give the hours that steps gives.
func TestLibreOfficeAddsUpAsWeDo(t *testing.T) {
	t.Parallel()
	for name, plan := range map[string]steps.Plan{"example": example(t), "small": smallPlan(t), "empty": steps.NewPlan(assets.Definitions()), "without hours": withoutHours(t)} {
		f, err := excelize.OpenReader(bytes.NewReader(saved(t, encoded(t, plan, english), "xlsx")))
		if err != nil {
			t.Fatal(err)
		}
		for at, want := range reckoned(plan, english) {
			if got, err := f.GetCellValue(at.sheet, at.cell, excelize.Options{RawCellValue: true}); got != want {
				t.Errorf("%s: %v holds %s, want %s (%v)", name, at, got, want, err)
			}
		}
		f.Close()
	}
}

// TestLibreOfficeTakesNoTextForAFormula opens the tasks as text with semicolons, with all that might be more than text.
func TestLibreOfficeTakesNoTextForAFormula(t *testing.T) {
	t.Parallel()
	hostiles := slices.Sorted(maps.Keys(hostileCells))
	plan := largePlan(t, len(hostiles))
	var entry steps.Entry
	for i, id := range plan.OwnTasks {
		entry.Changes = append(entry.Changes, steps.Change{Kind: steps.ChangeTask, Task: id, Note: steps.Set(hostiles[i])})
	}
	plan, err := plan.Apply(entry)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(savedFrom(t, "plan.csv", spreadsheet.EncodeCSV(plan, dutch), "xlsx", "--infilter=CSV:59,34,76")))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil || len(rows) != 1+len(plan.Tasks()) || len(rows[0]) != len(rows[1]) {
		t.Fatalf("%d rows of %d tasks, %v", len(rows), len(plan.Tasks()), err)
	}
	for i, row := range rows {
		for k := range row {
			at, _ := excelize.CoordinatesToCellName(1+k, 1+i)
			if formula, err := f.GetCellFormula(f.GetSheetName(0), at); formula != "" || err != nil {
				t.Errorf("%s is the formula %q, %v", at, formula, err)
			}
		}
	}
}

func TestLibreOfficesOwnFormIsRefusedInWords(t *testing.T) {
	t.Parallel()
	_, err := read(saved(t, encoded(t, smallPlan(t), dutch), "ods"), smallPlan(t))
	if problems, ok := err.(planfile.Errors); !ok || problems.Code() != "workbook-open-document" {
		t.Errorf("%v", err)
	}
}

// withoutHours is a plan with tasks and members, and no hours at all.
func withoutHours(t testing.TB) steps.Plan {
	t.Helper()
	plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)},
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")},
		{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Owner: steps.Set("an")},
		{Kind: steps.ChangeTask, Task: "network-management", Relevance: steps.Set(steps.Applies), Level: steps.Set("group"), Owner: steps.Set("an")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestWhatASpreadsheetWorksOutIsNotTypedOver: after somebody filled cells in, also in words of their own.
func TestWhatASpreadsheetWorksOutIsNotTypedOver(t *testing.T) {
	t.Parallel()
	plan := example(t)
	data := typedIn(t, plan, map[string]any{"Termijn 5": "later", "Trekker 6": "Peeters An", "Uren per week 7": "3u45", "Geldt 8": nil, "Uren per week 9": 12, "Uren per week 10": 1.333}, map[[2]string]any{{"Team", "C9"}: "3,5 u", {"Team", "C10"}: 3})
	r, err := reading(saved(t, data, "xlsx"), plan, nil)
	if err != nil || len(r.Unread) > 0 || len(r.Changes) == 0 {
		t.Errorf("%d changes, unread %+v, %v", len(r.Changes), r.Unread, err)
	}
}
