package report_test

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// itemsIn are the items of the lists in a section, by what they begin with.
func itemsIn(s report.Summary, id report.SectionID) map[string]string {
	items := map[string]string{}
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				if list, isList := block.(report.List); isList && section.ID == id {
					for _, item := range list.Items {
						items[item.Lead] = item.Text
					}
				}
			}
		}
	}
	return items
}

// TestAFindingStandsTwiceOnlyWhereItWasCutShort has some findings of one kind, about tasks and about members.
func TestAFindingStandsTwiceOnlyWhereItWasCutShort(t *testing.T) {
	t.Parallel()
	for n, twice := range map[int]bool{4: false, 5: false, 6: true} {
		changes := []change{answer(steps.Pooling, steps.No, "", "")}
		for _, task := range catalogue.Tasks {
			changes = append(changes, change{Kind: steps.ChangeTask, Task: task.ID, Relevance: steps.Set(steps.DoesNotApply)})
		}
		for i := range n {
			id := fmt.Sprint("lid-", i)
			heavy := func(c *change) { c.Owner, c.Hours = steps.Set(id), steps.Set(steps.Whole(9)) }
			changes = append(changes, member(id, fmt.Sprint("Collega ", i), "teacher", 1, "alles"),
				reporttest.OwnTask("own-zwaar-"+id, fmt.Sprint("Zware taak ", i), steps.TechnicalTasks, heavy),
				reporttest.OwnTask("own-taak-"+id, fmt.Sprint("Losse taak ", i), steps.TechnicalTasks, func(c *change) { c.Hours = steps.Set(steps.Whole(1)) }))
		}
		s := summaryOf(journalOf(t, yes(steps.Awareness, steps.Vision, steps.Policy), changes), assets.Dutch)
		first, more := itemsIn(s, report.SectionGravest), itemsIn(s, report.SectionFindings)
		title := func(id steps.FindingID) string { return texts[assets.Dutch].Plan.Findings[id].Title.For(n) + "." }
		tasks, members := title(steps.NoOwner), title(steps.Overload)
		if first[tasks] == "" || first[members] == "" {
			t.Fatalf("the first page says %q", first)
		}
		for lead, text := range first {
			if text == more[lead] {
				t.Errorf("%d: %q stands there twice", n, text)
			}
		}
		if _, again := more[members]; again != twice {
			t.Errorf("%d: %q is told in detail: %v", n, members, again)
		}
		whole := first[tasks]
		if _, again := more[tasks]; again != twice {
			t.Errorf("%d: %q is told in detail: %v", n, tasks, again)
		} else if again {
			whole = more[tasks]
		}
		for i := range n {
			if title := fmt.Sprint("Losse taak ", i); !strings.Contains(whole, title) {
				t.Errorf("%d: %q is nowhere in %q", n, title, whole)
			}
		}
	}
}
