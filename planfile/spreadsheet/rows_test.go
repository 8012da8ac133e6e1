package spreadsheet

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

// TestEveryHeadingIsReadBack has each column that is written known by its heading, also one of a field that
// workbook.yaml does not name.
func TestEveryHeadingIsReadBack(t *testing.T) {
	t.Parallel()
	texts := *assets.Load(assets.Dutch)
	own := texts.Workbook.Columns
	texts.Workbook.Columns = map[string]assets.SheetColumnTexts{"class": own["class"], "id": own["id"]}
	plan := steps.NewPlan(assets.Definitions())
	data, err := Encode(plan, &texts)
	if err != nil {
		t.Fatal(err)
	}
	book, err := planfile.OpenWorkbook(data)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(plan, AnswersOf(plan), &texts)
	r.languages = []*assets.Texts{&texts}
	tasks, _, _, err := r.tables(book)
	if err != nil || tasks == nil {
		t.Fatal("no table of tasks: ", err)
	}
	for i, c := range askedColumns(plan) {
		if tasks.columns[c.field] != i+1 {
			t.Errorf("%s is read from column %d, and written in %d", c.field, tasks.columns[c.field], i+1)
		}
	}
}

// TestOneColumnIsTheTitle has no other name taken for that of the task or the member.
func TestOneColumnIsTheTitle(t *testing.T) {
	t.Parallel()
	for _, f := range steps.TaskFields {
		f.Name += "_too"
		if columnKindOf(f.PlanField) == titleColumn {
			t.Errorf("%s is a title", f.Name)
		}
	}
}
