package spreadsheet_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

var dutch, english = assets.Load(assets.Dutch), assets.Load(assets.English)

// example is the plan of the built-in example school, on the real catalogue.
func example(t testing.TB) steps.Plan {
	t.Helper()
	journal, err := steps.Replay(assets.Definitions(), assets.Example())
	if err != nil {
		t.Fatal(err)
	}
	return journal.Plan()
}

func encoded(t testing.TB, plan steps.Plan, texts *assets.Texts) []byte {
	t.Helper()
	data, err := spreadsheet.Encode(plan, texts)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// today is a day in the school year of the tests.
const today steps.Date = "2026-11-20"

// reading is what is understood of a workbook, with what a person said of its doubts.
func reading(data []byte, plan steps.Plan, said spreadsheet.Meanings) (spreadsheet.Reading, error) {
	book, err := planfile.OpenWorkbook(data)
	if err != nil {
		return spreadsheet.Reading{}, err
	}
	return spreadsheet.Decode(book, plan, dutch, today, said)
}

// read gives the changes of a workbook of which every cell has to be right.
func read(data []byte, plan steps.Plan) ([]steps.Change, error) {
	r, err := reading(data, plan, nil)
	if err == nil && r.Bad != nil {
		err = r.Bad
	}
	return r.Changes, err
}

func decoded(t testing.TB, data []byte, plan steps.Plan) []steps.Change {
	t.Helper()
	changes, err := read(data, plan)
	if err != nil {
		t.Fatalf("decode: %v", err)
	}
	return changes
}

// differences say what changes make of a plan.
func differences(t testing.TB, changes []steps.Change, plan steps.Plan) []string {
	t.Helper()
	after, err := plan.Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatalf("the changes are refused: %v", err)
	}
	return dutch.Differences(plan, after).Lines(changes)
}

// corpus are the plans of the test data of planfile by name, on a catalogue small enough for all of them.
func corpus(t testing.TB) map[string]steps.Plan {
	t.Helper()
	builtIn := &steps.Catalogue{Version: 1, Tasks: []steps.CatalogueTask{
		{ID: "helpdesk-first-line", Group: steps.TechnicalTasks, Core: steps.TechnicalCoreTask},
		{ID: "network-management", Group: steps.TechnicalTasks, Core: steps.TechnicalCoreTask},
		{ID: "wifi-management", Group: steps.TechnicalTasks, Core: steps.TechnicalCoreTask},
		{ID: "ict-policy-plan", Group: steps.PolicyTasks, Core: steps.PolicyCoreTask, Strategic: true},
	}}
	paths, err := filepath.Glob("../testdata/plans/*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("corpus: %d files, %v", len(paths), err)
	}
	plans := map[string]steps.Plan{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := planfile.Decode(data, &steps.Definitions{Catalogue: builtIn}, nil)
		if err != nil {
			t.Fatal(err)
		}
		plans[filepath.Base(path)] = file.Plan
	}
	return plans
}

// TestRoundTrip: what was only looked at changes nothing.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	plans := corpus(t)
	plans["example"], plans["empty"] = example(t), steps.NewPlan(assets.Definitions())
	for name, plan := range plans {
		for _, texts := range []*assets.Texts{dutch, english} {
			data := encoded(t, plan, texts)
			if texts == dutch && !bytes.Equal(data, encoded(t, plan, texts)) {
				t.Errorf("%s: a second export differs", name)
			}
			if changes := decoded(t, data, plan); len(changes) > 0 {
				t.Errorf("%s, %s: reads back with %d changes: %+v", name, texts.Language, len(changes), changes)
			}
		}
	}
}

var someDay = time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)

// largePlan has this many own tasks beside those of the catalogue.
func largePlan(t testing.TB, own int) steps.Plan {
	t.Helper()
	var entry steps.Entry
	for i := range own {
		entry.Changes = append(entry.Changes, steps.Change{
			Kind: steps.ChangeTask, Task: fmt.Sprintf("own-task-%d", i), Title: steps.Set(fmt.Sprintf("Eigen taak nummer %d", i)),
			Group: steps.Set("pedagogical"), Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short),
			Hours: steps.Set(steps.Tenths(5)), Note: steps.Set("Iets om niet te vergeten, op een lange dag."),
		})
	}
	plan, err := steps.NewPlan(assets.Definitions()).Apply(entry)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func TestAThousandOwnTasks(t *testing.T) {
	t.Parallel()
	plan := largePlan(t, steps.MaxOwnTasks)
	data := encoded(t, plan, dutch)
	if changes := decoded(t, data, plan); len(changes) > 0 {
		t.Errorf("reads back with %d changes", len(changes))
	}
	if changes := decoded(t, data, steps.NewPlan(assets.Definitions())); len(changes) != steps.MaxOwnTasks {
		t.Errorf("an empty plan takes %d of them", len(changes))
	}
	one := map[string]string{"A1082": text("Technische taken"), "B1082": text("Nog een")}
	if _, err := read(typed(t, data, tasksSheet, one), plan); err == nil || err.(planfile.Errors)[0].Path != "Taken!B1082" {
		t.Errorf("one more: %v", err)
	}
}

func BenchmarkEncode(b *testing.B) {
	for _, own := range []int{0, 423} {
		plan := largePlan(b, own)
		b.Run(fmt.Sprint(77+own), func(b *testing.B) {
			for b.Loop() {
				encoded(b, plan, dutch)
			}
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, own := range []int{0, 423} {
		plan := largePlan(b, own)
		data := encoded(b, plan, dutch)
		b.Run(fmt.Sprint(77+own), func(b *testing.B) {
			for b.Loop() {
				decoded(b, data, plan)
			}
		})
	}
}
