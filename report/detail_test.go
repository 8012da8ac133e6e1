package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
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

// TestATaskThatIsOutsourcedStandsNowhereAsTheSchools: where a table of tasks says who owns them, it says which take no hours of the
// school, also in a plan of a school on its own.
func TestATaskThatIsOutsourcedStandsNowhereAsTheSchools(t *testing.T) {
	t.Parallel()
	outsourced := reporttest.Task("network-management", func(c *change) {
		c.Owner, c.Expertise, c.Sourcing = steps.Set("an"), steps.Set(steps.No), steps.Set(steps.Outsource)
	})
	for _, pooling := range []steps.Choice{steps.Yes, steps.No} {
		j := journalOf(t, yes(steps.Awareness, steps.Vision, steps.Policy), []change{answer(steps.Pooling, pooling, "", "")}, reporttest.Team(), reporttest.Decided(), []change{outsourced})
		owned, says := 0, map[string]int{}
		for _, table := range tablesOf(summaryOf(j, assets.Dutch), report.SectionTasks) {
			if table.Columns[1].Title != "Waar" {
				t.Fatalf("pooling %s: no table says where its tasks are done: %v", pooling, table.Columns)
			}
			for _, row := range table.Rows {
				says[row[1]]++
				if row[2] == "An Peeters" && row[1] != "uitbesteed" {
					owned++
				}
			}
		}
		if says["uitbesteed"] != 1 {
			t.Errorf("pooling %s: the tables say %v", pooling, says)
		}
		for _, m := range j.Plan().Capacity().Members {
			if m.ID == "an" && m.School.Count+m.Group.Count < owned {
				t.Errorf("pooling %s: An owns %d tasks, and the tables have %d", pooling, m.Owned().Count, owned)
			}
		}
	}
}

// TestWhatStepEightLacksIsAskedWithOneMark: a question has no full stop behind its own mark.
func TestWhatStepEightLacksIsAskedWithOneMark(t *testing.T) {
	t.Parallel()
	said := assets.Load(assets.Dutch)
	lines := said.GapLines(planOf(t).Gaps(steps.Evaluation))
	if !slices.ContainsFunc(lines, func(line string) bool { return strings.HasSuffix(line, "?") }) {
		t.Fatalf("step 8 lacks %q", lines)
	}
	agreed := []change{}
	for _, id := range steps.AgreementIDs {
		agreed = append(agreed, change{Kind: steps.ChangeAgreement, Agreement: id, Needed: steps.Set(false)})
	}
	none := []change{}
	for _, task := range catalogue.Tasks {
		none = append(none, change{Kind: steps.ChangeTask, Task: task.ID, Relevance: steps.Set(steps.DoesNotApply)})
	}
	j := journalOf(t, yes(steps.Awareness, steps.Vision, steps.Policy), []change{answer(steps.Pooling, steps.No, "", "")}, reporttest.Team(), agreed, none)
	if text := documentOf(j, assets.Dutch); strings.Contains(text, "?.") || !strings.Contains(text, "hoe loopt de samenwerking? ") {
		t.Errorf("step 8 lacks: %s", text[:min(2000, len(text))])
	}
}

// TestNothingStandsAboveNothing: in no plan, however little of it is decided, is there a heading or a line of a picture that nothing
// follows. What nothing is decided of is named once.
func TestNothingStandsAboveNothing(t *testing.T) {
	t.Parallel()
	definitions := &steps.Definitions{Catalogue: catalogue}
	rapid.Check(t, func(t *rapid.T) {
		s := report.Summarize(assetstest.HoursPlan(t, definitions), optionsIn(assets.Dutch))
		for _, part := range s.Parts {
			for _, section := range part.Sections {
				for i, block := range section.Blocks {
					bars, isBars := block.(report.Bars)
					for _, line := range bars.Lines {
						if isBars && slices.Max(line.Counts) == 0 {
							t.Errorf("%s: %s has a bar of nothing", section.Title, line.Label)
						}
					}
					if _, isHeading := block.(report.Heading); !isHeading {
						continue
					}
					if i+1 == len(section.Blocks) {
						t.Errorf("%s: %s is the last that stands there", section.Title, block)
					} else if next, another := section.Blocks[i+1].(report.Heading); another {
						t.Errorf("%s: %s stands bare above %s", section.Title, block, next)
					}
				}
			}
		}
	})
	one := planOf(t, []change{task("wifi-management", nil)})
	for language, line := range map[assets.Language]string{
		assets.Dutch:   "Nog niets beslist van: Pedagogisch-didactische taken; Beleid en visie; Administratieve taken.",
		assets.English: "Nothing decided yet of: Pedagogical and didactic tasks; Policy and vision; Administrative tasks.",
	} {
		says(t, markdownOf(one, language), []string{line}, []string{"|        0 |     0 |         0 |"})
	}
}
