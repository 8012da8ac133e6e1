package steps_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stappenplan/steps"
)

// cells are changes that give rows of the sample sheet these cells.
func cells(table string, rows map[string]steps.Cells) (changes []change) {
	for _, id := range slices.Sorted(maps.Keys(rows)) {
		changes = append(changes, steps.RowChange("work", table, id, rows[id]))
	}
	return changes
}

func TestBudget(t *testing.T) {
	p := planOf(t, cells("budget", map[string]steps.Cells{
		"a": {"theme": "Netwerk", "amounts": []int{100, 0, 50}}, "b": {"theme": "toestellen", "amounts": []int{7}},
		"c": {"theme": " netwérk", "amounts": []int{1, 2, 3, 4}}, "d": {"theme": "draft"},
	})...)
	part := steps.SheetPart{Table: "budget", By: "theme"}
	got := p.Budget("work", part)
	if got.First != 0 || got.Years != 4 || got.Total != 167 || !slices.Equal(got.Totals, []int{108, 2, 53, 4}) {
		t.Errorf("the budget is %+v", got)
	}
	if len(got.Themes) != 2 || got.Themes[0].Theme != "Netwerk" || !slices.Equal(got.Themes[0].Amounts, []int{101, 2, 53, 4}) || got.Themes[1].Total != 7 {
		t.Errorf("the themes are %+v", got.Themes)
	}
	p = after(t, p, steps.SettingsChange("work", steps.Cells{"first_year": 2026}))
	if first := p.Budget("work", part).First; first != 2026 {
		t.Errorf("the first year is %d", first)
	}
}

// TestBudgetAddsUp: the totals of the years are those of the themes, whatever is typed.
func TestBudgetAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := map[string]steps.Cells{}
		for i := range rapid.IntRange(0, 6).Draw(t, "rows") {
			rows[fmt.Sprint("r", i)] = steps.Cells{
				"theme": rapid.SampledFrom([]string{"Wifi", "wifi ", "uren", "Vorming"}).Draw(t, "theme"), "amounts": rapid.SliceOfN(rapid.IntRange(0, 9000), 1, 6).Draw(t, "amounts"),
			}
		}
		b := planOf(t, cells("budget", rows)...).Budget("work", steps.SheetPart{Table: "budget", By: "theme"})
		years, themes := 0, 0
		for _, n := range b.Totals {
			years += n
		}
		for _, theme := range b.Themes {
			themes += theme.Total
		}
		if years != b.Total || themes != b.Total || len(b.Totals) != b.Years {
			t.Fatalf("%+v does not add up", b)
		}
	})
}

func TestPartRowsAndPlaces(t *testing.T) {
	goal := func(cells steps.Cells) steps.Cells {
		cells["owner"] = "Jan"
		return cells
	}
	p := planOf(t, cells("goals", map[string]steps.Cells{
		"a": goal(steps.Cells{"what": "a", "rank": 2, "way": "down"}), "b": goal(steps.Cells{"what": "b"}), "c": goal(steps.Cells{"what": "c", "rank": 1, "way": "up"}),
		"d": {"what": "a draft"},
	})...)
	ids := func(part steps.SheetPart) (ids []string) {
		for _, r := range p.PartRows("work", part) {
			ids = append(ids, r.ID)
		}
		return ids
	}
	if got := ids(steps.SheetPart{Table: "goals"}); !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("the rows are %v", got)
	}
	if got := ids(steps.SheetPart{Table: "goals", First: 1}); !slices.Equal(got, []string{"c"}) {
		t.Errorf("the first is %v", got)
	}
	table := sampleSheet.Table("goals")
	for id, place := range map[string]int{"a": 2, "b": 0, "c": 1} {
		if r, _ := p.Row("work", "goals", id); table.Place(r, "way") != place {
			t.Errorf("%s stands at %d, not at %d", id, table.Place(r, "way"), place)
		}
	}
}

func TestDiamond(t *testing.T) {
	joins := func(id string, role steps.MemberRole) change {
		return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(id), Role: steps.Set(role)}
	}
	p := planOf(t, append([]change{joins("lies", "director"), joins("bart", steps.TechnicalCoordinator), joins("gert", "group"), joins("an", "teacher")},
		cells("goals", map[string]steps.Cells{
			"a": {"what": "a", "owner": "member:lies", "who": []string{"member:bart", "member:an", "Een ouder"}},
			"b": {"what": "b", "owner": "member:gert", "who": []string{"member:bart", "De directeur"}},
		})...)...)
	got := p.Diamond("work", steps.SheetPart{Table: "goals"}, func(name string) steps.DiamondPlace {
		if name == "De directeur" {
			return steps.DiamondTop
		}
		return steps.DiamondBottom
	})
	want := [4][]string{{"member:lies", "De directeur"}, {"member:gert"}, {"member:bart"}, {"member:an", "Een ouder"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the diamond is another (-want +got):\n%s", diff)
	}
}

func TestTrend(t *testing.T) {
	sheet := steps.Sheet{ID: "measured", Tables: []steps.Table{{ID: "numbers", Columns: []steps.Column{
		{ID: "what", Type: steps.LineColumn, Required: true}, {ID: "from", Type: steps.NumberColumn}, {ID: "to", Type: steps.NumberColumn},
		{ID: "now", Type: steps.NumberColumn, EachRound: true},
	}}}}
	row := func(cells steps.Cells) change { return steps.RowChange("measured", "numbers", "a", cells) }
	p := steps.NewPlan(&steps.Definitions{Catalogue: catalogue, Sheets: []steps.Sheet{sheet}})
	p = after(t, p, row(steps.Cells{"what": "a", "from": steps.Whole(9), "now": steps.Whole(5)}))
	p = after(t, p, change{Kind: steps.ChangeRound, Number: steps.Set(2), Opened: steps.Set(steps.Date("2027-09-01"))}, row(steps.Cells{"to": steps.Whole(2), "now": steps.Whole(3)}))
	r, _ := p.Row("measured", "numbers", "a")
	got := p.Trend("measured", steps.SheetPart{Table: "numbers", By: "now", Columns: []string{"what", "from", "now", "to"}}, r)
	nine, two := steps.Whole(9), steps.Whole(2)
	want := steps.Trend{Baseline: &nine, Target: &two, Points: []steps.TrendPoint{{Round: 1, Value: steps.Whole(5)}, {Round: 2, Value: steps.Whole(3)}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the trend is another (-want +got):\n%s", diff)
	}
}

// TestOfFewPeopleNothingIsShown: neither of four, nor of one who answered five times.
func TestOfFewPeopleNothingIsShown(t *testing.T) {
	p := inquired(t, map[string][2]int{"a": {4, 0}})
	again := make([]change, 9)
	for i := range again {
		again[i] = steps.RowChange("asked", "answers", fmt.Sprint("more", i), steps.Cells{"code": "A0", "when": "before", "values": map[string]int{"q": 5}})
	}
	for name, plan := range map[string]steps.Plan{"four": p, "one of them often": after(t, p, again...)} {
		if q := plan.Inquiry("asked", answersPart); q.Questions[0].All.Before.Count() > 0 || q.Before != 4 {
			t.Errorf("%s: of %d people is shown %v", name, q.Before, q.Questions[0].All)
		}
	}
}

func TestMeansAreRounded(t *testing.T) {
	for _, c := range []struct {
		scores steps.Scores
		mean   string
	}{{steps.Scores{0, 0, 0}, ""}, {steps.Scores{1, 0, 1}, "2"}, {steps.Scores{2, 1, 0}, "1.3"}, {steps.Scores{1, 2, 0}, "1.7"}, {steps.Scores{13, 7, 0}, "1.4"}} {
		mean, known := c.scores.Mean()
		if known != (c.mean != "") || known && mean.String() != c.mean {
			t.Errorf("the mean of %v is %s", c.scores, mean)
		}
	}
}

// inquired are definitions with an inquiry, and a plan with this many answers of each role before and after.
func inquired(t rapid.TB, answers map[string][2]int) steps.Plan {
	sheet := steps.Sheet{ID: "asked", Tables: []steps.Table{
		{ID: "questions", Columns: []steps.Column{{ID: "text", Type: steps.LineColumn, Required: true}}},
		{ID: "answers", Private: true, Most: 5000, Columns: []steps.Column{
			{ID: "code", Type: steps.LineColumn, Required: true}, {ID: "role", Type: steps.ChoiceColumn, Choices: []string{"a", "b", "c", "d"}},
			{ID: "when", Type: steps.ChoiceColumn, Choices: []string{"before", "after"}, Required: true}, {ID: "values", Type: steps.ScoresColumn, Table: "questions", Most: 5},
		}},
	}}
	p := steps.NewPlan(&steps.Definitions{Catalogue: catalogue, Sheets: []steps.Sheet{sheet}})
	changes := []change{steps.RowChange("asked", "questions", "q", steps.Cells{"text": "Lukt het?"})}
	for _, role := range []string{"", "a", "b", "c", "d"} {
		for side, moment := range []string{"before", "after"} {
			for i := range answers[role][side] {
				cells := steps.Cells{"code": fmt.Sprint(role, i), "when": moment, "values": map[string]int{"q": 2 + side}}
				if role != "" {
					cells["role"] = role
				}
				changes = append(changes, steps.RowChange("asked", "answers", fmt.Sprint("r", role, moment, i), cells))
			}
		}
	}
	return after(t, p, changes...)
}

var answersPart = steps.SheetPart{Table: "answers", By: "when"}

func TestInquiry(t *testing.T) {
	for name, c := range map[string]struct {
		answers map[string][2]int
		groups  []string
	}{
		"nobody":                            {nil, nil},
		"one role":                          {map[string][2]int{"a": {5, 5}}, []string{"a"}},
		"two roles":                         {map[string][2]int{"a": {5, 5}, "b": {6, 7}}, []string{"a", "b"}},
		"too few before":                    {map[string][2]int{"a": {4, 9}}, nil},
		"others together":                   {map[string][2]int{"a": {5, 5}, "b": {3, 3}, "c": {2, 2}}, []string{"a", ""}},
		"too few others":                    {map[string][2]int{"a": {5, 5}, "b": {2, 3}, "c": {2, 3}}, nil},
		"one role is all others":            {map[string][2]int{"a": {5, 5}, "b": {4, 9}}, nil},
		"others of which no role was said":  {map[string][2]int{"a": {5, 5}, "": {6, 6}}, nil},
		"others on one side only":           {map[string][2]int{"a": {5, 5}, "b": {4, 0}, "c": {3, 0}}, nil},
		"only before so far":                {map[string][2]int{"a": {9, 0}, "b": {9, 0}}, nil},
		"only others after, before nothing": {map[string][2]int{"a": {5, 5}, "b": {0, 3}}, nil},
	} {
		q := inquired(t, c.answers).Inquiry("asked", answersPart)
		if !slices.Equal(q.Groups, c.groups) {
			t.Errorf("%s: by role are shown %q, not %q", name, q.Groups, c.groups)
		}
		if len(c.groups) > 0 {
			if rise, known := q.Questions[0].All.Change(); !known || rise != steps.Whole(1) {
				t.Errorf("%s: the mean rose by %s", name, rise)
			}
		}
	}
}

// TestInquiryHidesPeople: whatever was answered, each group that is shown has five answers on both sides, and all of them
// together are all answers, so that nothing can be told by what is missing.
func TestInquiryHidesPeople(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := map[string][2]int{}
		for _, role := range []string{"", "a", "b", "c", "d"} {
			answers[role] = [2]int{rapid.IntRange(0, 8).Draw(t, "before"), rapid.IntRange(0, 8).Draw(t, "after")}
		}
		q := inquired(t, answers).Inquiry("asked", answersPart)
		before, after := 0, 0
		for _, group := range q.Questions[0].Groups {
			if group.Before.Count() < 5 || group.After.Count() < 5 {
				t.Fatalf("%v is shown of %v", group, answers)
			}
			before, after = before+group.Before.Count(), after+group.After.Count()
		}
		if all := q.Questions[0].All; len(q.Questions[0].Groups) > 0 && (before != all.Before.Count() || after != all.After.Count()) {
			t.Fatalf("some of %v are left out", answers)
		}
	})
}
