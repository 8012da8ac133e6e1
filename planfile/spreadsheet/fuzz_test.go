package spreadsheet_test

import (
	"errors"
	"maps"
	"slices"
	"testing"
	"time"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
	"stappenplan/steps/stepstest"
)

// FuzzWorkbook changes the parts of our workbook at will: reading never panics, what it gives can be applied, and the plan that comes
// of it is written so that it reads back the same. What is not ours any more may be taken for a list of others.
func FuzzWorkbook(f *testing.F) {
	plan := corpus(f)["full.yaml"]
	files := parts(f, encoded(f, plan, dutch))
	names := slices.Sorted(maps.Keys(files))
	for i, name := range names {
		f.Add(uint(i), files[name])
	}
	f.Fuzz(func(t *testing.T, part uint, content string) {
		changed := maps.Clone(files)
		changed[names[part%uint(len(names))]] = content
		data := zipped(t, changed)
		stepstest.Bounded(t, len(data)+len(content), func() {
			changes, err := read(data, plan)
			if err == nil && len(changes) > 0 {
				after, err := plan.Apply(steps.Entry{Changes: changes})
				if err != nil {
					t.Fatal(err)
				}
				if again := decoded(t, encoded(t, after, dutch), after); len(again) > 0 {
					t.Errorf("written anew it reads back with %+v", again)
				}
			}
			if book, open := planfile.OpenWorkbook(data); open == nil && errors.Is(err, spreadsheet.ErrNotOurs) {
				if list, err := lists.Read(book, plan, dutch, today, lists.Choices{}); err == nil {
					_, _ = list.Changes(plan)
				}
			}
		})
	})
}

// FuzzArchive feeds anything as the file of a workbook.
func FuzzArchive(f *testing.F) {
	plan := steps.NewPlan(assets.Definitions())
	f.Add(encoded(f, plan, dutch))
	f.Add(zipped(f, map[string]string{"foto.jpg": "x"}))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		stepstest.Bounded(t, len(data), func() {
			if changes, err := read(data, plan); err == nil && len(changes) > 0 {
				if _, err := plan.Apply(steps.Entry{Changes: changes}); err != nil {
					t.Error(err)
				}
			}
		})
	})
}

// FuzzCSV writes any texts as rows for a spreadsheet program, and reads them as such.
func FuzzCSV(f *testing.F) {
	for _, text := range []string{"Robotlab", "=1+1", "'=1+1", " =1", "a;b", "a\nb", "\"", "\t=x", "＝x", "'", "''", "\u00a0=1", "-", "sep=;"} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, title, note string) {
		plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.NewEntry("a", time.Time{}, "", steps.Change{
			Kind: steps.ChangeTask, Task: "own-a", Title: steps.Set(title), Group: steps.Set("policy"), Note: steps.Set(note),
		}))
		if err != nil {
			return
		}
		task, _ := plan.Task("own-a")
		stepstest.Bounded(t, len(title)+len(note), func() {
			book, err := planfile.OpenDelimited("taken", spreadsheet.EncodeCSV(plan, dutch))
			if err != nil || book == nil {
				t.Fatalf("what was written is not read: %v", err)
			}
			rows, err := book.Below(book.Sheets[0], 0)
			if err != nil {
				t.Fatal(err)
			}
			found := map[string]bool{}
			for _, cell := range rows[len(rows)-1].Cells {
				found[cell.Text] = true
			}
			for _, text := range []string{task.Title, task.Note} {
				if !steps.Blank(text) && !found[text] {
					t.Errorf("%q is not among %v", text, found)
				}
			}
		})
	})
}
