package steps_test

import (
	"testing"

	"stappenplan/steps"
)

// row gives cells of a row of the sample sheet.
func row(table, id string, cells steps.Cells) change {
	return steps.RowChange(sampleSheet.ID, table, id, cells)
}

func setting(cells steps.Cells) change { return steps.SettingsChange(sampleSheet.ID, cells) }

func opened(on steps.Date) change {
	return change{Kind: steps.ChangeRound, Number: steps.Set(1), Opened: steps.Set(on)}
}

// goal is a row that counts, with more cells.
func goal(id string, more steps.Cells) change {
	cells := steps.Cells{"what": "Doel " + id, "owner": "Directie"}
	for column, value := range more {
		cells[column] = value
	}
	return row("goals", id, cells)
}

func project(id string, more steps.Cells) change {
	cells := steps.Cells{"title": "Project " + id, "goal": "g1"}
	for column, value := range more {
		cells[column] = value
	}
	return row("projects", id, cells)
}

func roled(id string, role steps.MemberRole) change {
	return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(id), Role: steps.Set(role)}
}

// nextValue opens the second round in which a goal has another value.
func nextValue(value any) []change {
	return []change{newRound(2), row("goals", "g1", steps.Cells{"value": value})}
}

func list(changes ...change) []change { return changes }

// TestWhatARuleFinds has each test on both sides of what it asks: the rows in which the rule is true.
func TestWhatARuleFinds(t *testing.T) {
	g1 := goal("g1", nil)
	for _, c := range []struct {
		name, rule string
		changes    []change
		want       []string // rows; of a table "", of a word the word
	}{
		{"a draft that lacks only the column", "no-owner-of-goal", list(row("goals", "g1", steps.Cells{"what": "Doel"})), []string{"g1"}},
		{"a draft that lacks more", "no-owner-of-goal", list(row("goals", "g1", nil)), nil},
		{"a draft that lacks something else", "no-owner-of-goal", list(row("goals", "g1", steps.Cells{"owner": "Directie"})), nil},
		{"a complete row", "no-owner-of-goal", list(g1), nil},

		{"an empty cell", "nobody", list(g1, goal("g2", steps.Cells{"who": []string{"Ouders"}})), []string{"g1"}},
		{"an empty cell of a draft", "nobody", list(row("goals", "g1", steps.Cells{"what": "Doel"})), nil},

		{"nothing refers to it", "no-project", list(goal("g1", steps.Cells{"now": true}), goal("g2", steps.Cells{"now": true}), project("p1", nil)), []string{"g2"}},
		{"nothing refers to what is not for now", "no-project", list(goal("g1", steps.Cells{"now": false}), goal("g2", nil)), nil},
		{"only a draft refers to it", "no-project", list(goal("g1", steps.Cells{"now": true}), row("projects", "p1", steps.Cells{"goal": "g1"})), []string{"g1"}},

		{"a day before today", "over", list(g1, project("p1", steps.Cells{"until": "2026-11-23"}), project("p2", steps.Cells{"until": "2026-11-24"}), project("p3", nil)), []string{"p1"}},

		{"days have gone by", "waits", list(g1, project("p1", steps.Cells{"from": "2026-10-24"}), project("p2", steps.Cells{"from": "2026-10-25"})), []string{"p1"}},
		{"days have gone by and it was told", "waits", list(g1, project("p1", steps.Cells{"from": "2026-10-24", "until": "2026-11-01"})), nil},

		{"six months have gone by", "late", list(goal("g1", steps.Cells{"on": "2026-05-24"}), goal("g2", steps.Cells{"on": "2026-05-25"})), []string{"g1"}},
		{"six months have gone by since the round was opened", "late", list(opened("2026-05-01"), g1), []string{"g1"}},
		{"nobody knows since when", "late", list(g1), nil},
		{"it was looked at", "late", list(goal("g1", steps.Cells{"on": "2026-05-24", "after_6": "goed"})), nil},
		{"a year has gone by", "late", list(goal("g1", steps.Cells{"on": "2025-11-24", "after_6": "goed"})), []string{"g1"}},

		{"a coordinator by role, without a director", "alone", list(roled("an", steps.ICTCoordinator), goal("g1", steps.Cells{"who": []string{"member:an", "Ouders"}})), []string{"g1"}},
		{"a coordinator by word", "alone", list(goal("g1", steps.Cells{"who": []string{"ict-coordinator"}})), []string{"g1"}},
		{"a coordinator and a director", "alone", list(roled("kat", "director"), goal("g1", steps.Cells{"who": []string{"ict-coordinator", "member:kat"}})), nil},
		{"no coordinator", "alone", list(goal("g1", steps.Cells{"who": []string{"Ouders"}})), nil},

		{"less where more is better", "worse", append(list(goal("g1", steps.Cells{"way": "up", "value": steps.Whole(5)})), nextValue(steps.Whole(4))...), []string{"g1"}},
		{"more where more is better", "worse", append(list(goal("g1", steps.Cells{"way": "up", "value": steps.Whole(5)})), nextValue(steps.Whole(6))...), nil},
		{"more where less is better", "worse", append(list(goal("g1", steps.Cells{"way": "down", "value": steps.Whole(5)})), nextValue(steps.Whole(6))...), []string{"g1"}},
		{"more where nobody said what is better", "worse", append(list(goal("g1", steps.Cells{"value": steps.Whole(5)})), nextValue(steps.Whole(6))...), nil},
		{"the same", "worse", append(list(goal("g1", steps.Cells{"way": "up", "value": steps.Whole(5)})), nextValue(steps.Whole(5))...), nil},
		{"not measured yet", "worse", append(list(goal("g1", steps.Cells{"way": "up", "value": steps.Whole(5)})), nextValue(nil)...), nil},
		{"not measured in the round before", "worse", append(list(goal("g1", steps.Cells{"way": "up", "value": steps.Whole(5)}), newRound(2)),
			newRound(3), row("goals", "g1", steps.Cells{"value": steps.Whole(1)})), nil},

		{"a year without an amount", "no-money", list(g1, setting(steps.Cells{"first_year": 2026}), row("budget", "b", steps.Cells{"theme": "NETWERK ", "amounts": []int{0}}),
			project("p1", steps.Cells{"theme": "netwerk", "from": "2026-09-01", "until": "2027-06-30"}), project("p2", steps.Cells{"theme": "Netwerk", "from": "2026-09-01", "until": "2026-12-31"})), []string{"p1"}},
		{"the years from that of the round", "no-money", list(g1, opened("2026-09-01"), row("budget", "b", steps.Cells{"theme": "netwerk", "amounts": []int{5, 5}}),
			project("p1", steps.Cells{"theme": "netwerk", "until": "2027-06-30"}), project("p2", steps.Cells{"theme": "netwerk", "from": "2028-06-30"})), []string{"p2"}},
		{"a project without days or without a theme", "no-money", list(g1, setting(steps.Cells{"first_year": 2026}), project("p1", steps.Cells{"theme": "netwerk"}), project("p2", steps.Cells{"from": "2026-09-01"})), nil},

		{"it names a row that lacks something", "no-value", list(g1, goal("g2", steps.Cells{"value": steps.Whole(0)}), project("p1", steps.Cells{"by": "g1"}), project("p2", steps.Cells{"by": "g2"}), project("p3", steps.Cells{"by": "board"})), []string{"p1"}},
		{"it names a draft", "no-value", list(row("goals", "g1", steps.Cells{"what": "Doel"}), project("p1", steps.Cells{"by": "g1"})), nil},
		{"both name the same draft", "both", list(row("goals", "g1", steps.Cells{"what": "Doel"}), project("p1", steps.Cells{"by": "g1", "does": "g1"})), nil},
		{"both name the same row", "both", list(g1, project("p1", steps.Cells{"by": "g1", "does": "g1"}), project("p2", steps.Cells{"by": "board", "does": "board"}), project("p3", steps.Cells{"by": "g1"})), []string{"p1"}},

		{"a word that no row says", "no-kind", list(g1, project("p1", steps.Cells{"kinds": []string{"b"}})), []string{"a"}},
		{"no row at all", "no-kind", list(g1), nil},

		{"a fixed line that says so", "said-no", list(row("lines", "one", steps.Cells{"state": "no"}), row("lines", "two", steps.Cells{"state": "no"})), []string{"two"}},
		{"a fixed line that says otherwise", "said-no", list(row("lines", "two", steps.Cells{"state": "yes"})), nil},

		{"not asked again", "no-after", list(setting(steps.Cells{"after_on": "2026-11-23"}), row("answers", "a1", steps.Cells{"moment": "before"})), []string{""}},
		{"not to be asked again yet", "no-after", list(setting(steps.Cells{"after_on": "2026-11-24"}), row("answers", "a1", steps.Cells{"moment": "before"})), nil},
		{"asked again", "no-after", list(setting(steps.Cells{"after_on": "2026-11-23"}), row("answers", "a1", steps.Cells{"moment": "before"}), row("answers", "a2", steps.Cells{"moment": "after"})), nil},
	} {
		t.Run(c.rule+": "+c.name, func(t *testing.T) {
			p := planOf(t, c.changes...)
			var rows []string
			for _, f := range p.SheetFindings(sampleSheet.ID, "2026-11-24") {
				if f.ID != c.rule {
					continue
				}
				rows = append(rows, f.Row)
				about := change{Kind: steps.ChangeAction, Action: "doe", What: steps.Set("Iets doen"), Subject: steps.Set(f.About())}
				if err := p.Check(about); err != nil {
					t.Errorf("no action can be about %s: %v", f.About(), err)
				}
			}
			equal(t, "found", rows, c.want)
		})
	}
}

// TestACheckpointSaysHowLongAGoalHasBeenGoing in whole months up to today, whatever the checkpoint was planned for.
func TestACheckpointSaysHowLongAGoalHasBeenGoing(t *testing.T) {
	p := planOf(t, goal("g1", steps.Cells{"on": "2026-03-09"}))
	for today, want := range map[steps.Date]int{"2026-09-09": 6, "2026-11-08": 7, "2026-11-12": 8, "2028-03-09": 24} {
		for _, f := range p.SheetFindings(sampleSheet.ID, today) {
			if f.ID == "late" && f.Months != want {
				t.Errorf("on %s it says %d months, not %d", today, f.Months, want)
			}
		}
	}
}

// TestWhatAFindingSays besides the row.
func TestWhatAFindingSays(t *testing.T) {
	p := planOf(t, goal("g1", steps.Cells{"on": "2025-11-01"}), setting(steps.Cells{"first_year": 2027}),
		project("p1", steps.Cells{"by": "g1", "does": "g1", "theme": "wifi", "from": "2026-09-01", "until": "2027-06-30"}),
		row("budget", "wifi", steps.Cells{"theme": "wifi", "amounts": []int{5}}))
	said := map[string]steps.SheetFinding{}
	for _, f := range p.SheetFindings(sampleSheet.ID, "2026-11-24") {
		said[f.ID] = f
	}
	equal(t, "months that have gone by", said["late"].Months, 12)
	equal(t, "years", said["no-money"].Years, []int{2026})
	equal(t, "the row that lacks something", said["no-value"].Other, "g1")
	equal(t, "the row that both name", said["both"].Other, "g1")
	equal(t, "a hint in a small team", said["both"].Hint, true)
	equal(t, "a hint that never is one", said["late"].Hint, false)
	p = after(t, p, member("a", 1), member("b", 1), member("c", 1), member("d", 1))
	for _, f := range p.SheetFindings(sampleSheet.ID, "2026-11-24") {
		equal(t, "a hint in a team of four", f.Hint, false)
	}
}

// TestWhatASheetProposes: with who and when of the row, until an action about the row is open.
func TestWhatASheetProposes(t *testing.T) {
	const today = "2026-11-24"
	p := planOf(t, roled("an", steps.ICTCoordinator), goal("g1", nil), project("p1", steps.Cells{"until": "2026-11-01", "by": "member:an"}), project("p2", nil))
	proposals := p.SheetProposals(sampleSheet.ID, today)
	if len(proposals) != 1 || proposals[0].Owner != "member:an" || proposals[0].Due <= today || proposals[0].About() != "sheet:work/projects/p1:project-over" {
		t.Fatalf("proposed: %+v", proposals)
	}
	if found, ok := p.SheetProposal("sheet:work/projects/p1", today); !ok || found.ID != "project-over" {
		t.Errorf("by what it is about: %+v, %v", found, ok)
	}
	if found, ok := p.SheetProposal("sheet:work/projects/p1:project-over", today); !ok || found.ID != "project-over" {
		t.Errorf("by its rule: %+v, %v", found, ok)
	}
	if _, ok := p.SheetProposal("sheet:work/projects/p2", today); ok {
		t.Error("something is proposed about a row in which nothing is wrong")
	}
	taken := after(t, p, change{Kind: steps.ChangeAction, Action: "doe", What: steps.Set("Afronden"), Subject: steps.Set(proposals[0].About())})
	equal(t, "proposed again", len(taken.SheetProposals(sampleSheet.ID, today)), 0)
	gone := after(t, taken, change{Kind: steps.ChangeRemove, Sheet: sampleSheet.ID, Table: "projects", Row: "p1"})
	equal(t, "what the action is about", gone.Actions[0].About, "")
}

// TestTwoProposalsAboutOneRow are two: one that is taken leaves the other, and an action that somebody made of the row takes both.
func TestTwoProposalsAboutOneRow(t *testing.T) {
	const today = "2026-11-24"
	p := planOf(t, goal("g1", nil), project("p1", steps.Cells{"from": "2026-12-20", "until": "2026-11-01"}))
	proposed := func(p steps.Plan) (ids []string) {
		for _, one := range p.SheetProposals(sampleSheet.ID, today) {
			ids = append(ids, one.ID)
		}
		return ids
	}
	about := func(about string) change {
		return change{Kind: steps.ChangeAction, Action: "doe", What: steps.Set("Doen"), Subject: steps.Set(about)}
	}
	equal(t, "both", proposed(p), []string{"project-over", "project-begins"})
	equal(t, "one is taken", proposed(after(t, p, about("sheet:work/projects/p1:project-begins"))), []string{"project-over"})
	equal(t, "the row is", proposed(after(t, p, about("sheet:work/projects/p1"))), nil)
	equal(t, "who does it is its own", p.ProposeAction("sheet:work/projects/p1:project-begins", today).Due, steps.Date("2026-12-20"))
	taken := after(t, p, about("sheet:work/projects/p1:project-begins"))
	if a, there := taken.OpenActionAbout("sheet:work/projects/p1"); !there || a.ID != "doe" {
		t.Errorf("the action of the row is not found: %+v", a)
	}
	if _, there := taken.OpenActionAbout("sheet:work/projects/p1:project-over"); there {
		t.Error("the action of the other proposal is taken for that of this one")
	}
	for _, wrong := range []string{"sheet:work/projects/p1:over", "sheet:work/goals/g1:project-over", "sheet:work/projects/p2:project-over"} {
		if p.Check(about(wrong)) == nil {
			t.Errorf("an action is about %s", wrong)
		}
	}
}

// TestWhatIsDueIsProposed: a day that is past or near, and no later one.
func TestWhatIsDueIsProposed(t *testing.T) {
	for day, want := range map[string]int{"2026-12-25": 0, "2026-12-24": 1, "2026-11-24": 1, "2026-10-01": 1} {
		p := planOf(t, goal("g1", nil), project("p1", steps.Cells{"from": day}))
		equal(t, day, len(p.SheetProposals(sampleSheet.ID, "2026-11-24")), want)
	}
}
