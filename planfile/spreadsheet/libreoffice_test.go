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
	"stappenplan/steps"
)

// saved is a workbook as LibreOffice opens and saves it.
func saved(t *testing.T, data []byte, as string) []byte {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "plan.xlsx"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "out")
	office := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(folder, "profile")),
		"--headless", "--convert-to", as, "--outdir", out, filepath.Join(folder, "plan.xlsx"))
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
	row := strconv.Itoa(4 + len(plan.Tasks())) // the first empty one
	data = typed(t, data, tasksSheet, map[string]string{
		"Termijn 5": text("later"), "Uren per week 4": number("3"), "Notitie 4": nothing, "A" + row: text("Beleid en visie"), "B" + row: text("Koffie zetten"),
	})
	want := []string{
		"Eerstelijnshelpdesk · uren: 4,1 → 3", "Eerstelijnshelpdesk · notitie: bel eerst → –",
		"Tweedelijnshelpdesk · termijn: – → later", "Koffie zetten toegevoegd: groep Beleid en visie",
	}
	if diff := cmp.Diff(want, differences(t, decoded(t, saved(t, data, "xlsx"), plan), plan)); diff != "" {
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
	for name, plan := range map[string]steps.Plan{"example": example(t), "small": smallPlan(t), "empty": steps.NewPlan(assets.Catalogue()), "without hours": withoutHours(t)} {
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
	plan, err := steps.NewPlan(assets.Catalogue()).Apply(steps.Entry{Changes: []steps.Change{
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
