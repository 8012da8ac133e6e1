package steps_test

import (
	"strings"
	"testing"

	"stappenplan/steps"
)

func removed(table, id string) change {
	return change{Kind: steps.ChangeRemove, Sheet: sampleSheet.ID, Table: table, Row: id}
}

// inOrder are the ids of the goals that have a rank, the first one first.
func inOrder(p steps.Plan) (ids string) {
	for i, r := range steps.Ranked(p.Rows(sampleSheet.ID, "goals"), "rank") {
		if n, ranked := r.Cells.Whole("rank"); ranked {
			if n != i+1 {
				ids += "?"
			}
			ids += r.ID + " "
		}
	}
	return strings.TrimSpace(ids)
}

// TestRanksMove: a row that gets a place pushes the others on, and one that leaves closes the gap.
func TestRanksMove(t *testing.T) {
	rank := func(id string, place any) change { return row("goals", id, steps.Cells{"rank": place}) }
	p := planOf(t, rank("a", 1), rank("b", 2), rank("c", 3), rank("d", nil))
	for _, c := range []struct {
		change change
		want   string
	}{
		{rank("c", 1), "c a b"}, {rank("a", 3), "b c a"}, {rank("a", 2), "b a c"}, {rank("d", 2), "a d b c"}, {rank("d", 99), "a b c d"},
		{rank("b", nil), "a c"}, {removed("goals", "a"), "b c"}, {row("goals", "a", steps.Cells{"what": "Anders"}), "a b c"},
	} {
		equal(t, c.want, inOrder(after(t, p, c.change)), c.want)
	}
}

// TestRemovingARowClearsWhatNamesIt: a required cell makes its row a draft; scores, actions and other tables follow.
func TestRemovingARowClearsWhatNamesIt(t *testing.T) {
	p := planOf(t, goal("g1", nil), goal("g2", nil), project("p1", steps.Cells{"by": "g1"}), project("p2", steps.Cells{"goal": "g2", "does": "g1"}),
		row("answers", "a1", steps.Cells{"moment": "before", "values": map[string]int{"g1": 3, "g2": 4}}), row("answers", "a2", steps.Cells{"moment": "before", "values": map[string]int{"g1": 3}}),
		change{Kind: steps.ChangeAction, Action: "doe", What: steps.Set("Doen"), Subject: steps.Set("sheet:work/goals/g1")})
	equal(t, "named before", p.References("work", "goals")["g1"], []string{"work/projects/p1", "work/projects/p2", "work/answers/a1", "work/answers/a2"})
	before := snapshot(p)
	p = after(t, p, removed("goals", "g1"))
	projects := p.Rows("work", "projects")
	equal(t, "the first project", projects[0].Cells, steps.Cells{"title": "Project p1"})
	equal(t, "the second project", projects[1].Cells, steps.Cells{"title": "Project p2", "goal": "g2"})
	equal(t, "drafts", len(p.CompleteRows("work", "projects")), 1)
	equal(t, "scores", p.Rows("work", "answers")[0].Cells.Scores("values"), map[string]int{"g2": 4})
	equal(t, "scores of nothing else", p.Rows("work", "answers")[1].Cells.Scores("values"), nil)
	equal(t, "the action", p.Actions[0].About, "")
	if snapshot(p) == before || len(p.References("work", "goals")["g1"]) > 0 {
		t.Error("something names it still")
	}
}

// TestARoundAsksAnew what is marked so: the values stay known by round, the answers go, the rest stays.
func TestARoundAsksAnew(t *testing.T) {
	p := planOf(t, goal("g1", steps.Cells{"value": steps.Whole(3)}), goal("g2", nil), row("answers", "a1", steps.Cells{"moment": "before"}), setting(steps.Cells{"years": 4}))
	p = after(t, p, newRound(2))
	p = after(t, p, row("goals", "g1", steps.Cells{"value": steps.Whole(5)}), newRound(3))
	g1, _ := p.Row("work", "goals", "g1")
	equal(t, "the goal", g1.Cells, steps.Cells{"what": "Doel g1", "owner": "Directie"})
	equal(t, "what rounds left", g1.Past, []steps.PastCells{{Round: 1, Cells: steps.Cells{"value": steps.Whole(3)}}, {Round: 2, Cells: steps.Cells{"value": steps.Whole(5)}}})
	g2, _ := p.Row("work", "goals", "g2")
	equal(t, "what they left of nothing", g2.Past, nil)
	equal(t, "answers", len(p.Rows("work", "answers")), 0)
	equal(t, "settings", p.Sheets["work"].Settings, steps.Cells{"years": 4})
}

// TestWhoLeavesKeepsTheName in rows and settings, once.
func TestWhoLeavesKeepsTheName(t *testing.T) {
	p := planOf(t, member("an", 4), goal("g1", steps.Cells{"owner": "member:an", "who": []string{"member:an", "Ouders", "Naam an"}}),
		project("p1", steps.Cells{"by": "member:an"}), setting(steps.Cells{"leader": "member:an", "group": []string{"member:an"}}))
	p = after(t, p, change{Kind: steps.ChangeRemove, Member: "an"})
	g1, _ := p.Row("work", "goals", "g1")
	equal(t, "the owner", g1.Cells.Text("owner"), "Naam an")
	equal(t, "who", g1.Cells.Texts("who"), []string{"Naam an", "Ouders"})
	equal(t, "a union", p.Rows("work", "projects")[0].Cells.Text("by"), "Naam an")
	equal(t, "settings", p.Sheets["work"].Settings, steps.Cells{"leader": "Naam an", "group": []string{"Naam an"}})
}

// TestANameStaysAName where a cell, an owner or a list of who was there would read it as something else.
func TestANameStaysAName(t *testing.T) {
	for name, want := range map[string]string{"board": "Board", "g1": "G1", "1": "1.", "task:wifi": "wifi", "member:member:an": "an", "teacher": "Teacher", "cas": "cas", "An": "An"} {
		p := planOf(t, goal("g1", nil), goal("1", nil), change{Kind: steps.ChangeMember, Member: "x", Name: steps.Set(name)}, project("p1", steps.Cells{"by": "member:x"}))
		p = after(t, p, change{Kind: steps.ChangeRemove, Member: "x"})
		equal(t, name, p.Rows("work", "projects")[0].Cells.Text("by"), want)
	}
	p := planOf(t, member("bart", 4), change{Kind: steps.ChangeMember, Member: "x", Name: steps.Set("bart")}, change{Kind: steps.ChangeMember, Member: "y", Name: steps.Set("teacher")},
		goal("g1", steps.Cells{"owner": "member:y", "who": []string{"member:y", "teacher"}}),
		change{Kind: steps.ChangeAction, Action: "doe", What: steps.Set("Doen"), Owner: steps.Set("member:y")},
		change{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"x", "bart"})})
	p = after(t, p, change{Kind: steps.ChangeRemove, Member: "x"}, change{Kind: steps.ChangeRemove, Member: "y"})
	g1, _ := p.Row("work", "goals", "g1")
	equal(t, "a member who was called as a role", g1.Cells.Text("owner"), "Teacher")
	equal(t, "among others", g1.Cells.Texts("who"), []string{"Teacher", "teacher"})
	equal(t, "the owner of an action", p.Actions[0].Owner, "Teacher")
	equal(t, "who was there", p.Evaluation.Present, []string{"Bart", "bart"})
	told := planOf(t, goal("g1", nil), project("p1", steps.Cells{"by": "Iemand"})).RetoldSheets(func(string) string { return "g1" })
	equal(t, "a name that is told otherwise", told.Rows("work", "projects")[0].Cells.Text("by"), "G1")
}

// TestATaskThatLeavesIsNamedNoMore.
func TestATaskThatLeavesIsNamedNoMore(t *testing.T) {
	p := planOf(t, ownTask("own-lab"), goal("g1", nil), project("p1", steps.Cells{"by": "task:own-lab"}), project("p2", steps.Cells{"by": "task:wifi"}))
	p = after(t, p, change{Kind: steps.ChangeRemove, Task: "own-lab"})
	projects := p.Rows("work", "projects")
	equal(t, "the own task", projects[0].Cells.Text("by"), "")
	equal(t, "another", projects[1].Cells.Text("by"), "task:wifi")
}

// TestADayThatLiesBeforeTheOneItFollows is found, and taken all the same.
func TestADayThatLiesBeforeTheOneItFollows(t *testing.T) {
	for days, want := range map[[2]string]int{{"2026-09-01", "2026-08-31"}: 1, {"2026-09-01", "2026-09-01"}: 0, {"2026-09-01", ""}: 0, {"", "2026-08-31"}: 0} {
		p := planOf(t, goal("g1", nil), project("p1", steps.Cells{"from": days[0], "until": days[1]}))
		equal(t, days[0]+" "+days[1], len(sampleSheet.Table("projects").Reversed(p.Rows("work", "projects")[0])), want)
	}
}

// TestAListShowsWhatItsDefinitionNames first, and the name not again.
func TestAListShowsWhatItsDefinitionNames(t *testing.T) {
	table := *sampleSheet.Table("projects")
	table.Shown = []string{"until", "goal"}
	var ids string
	for _, c := range table.Listed() {
		ids += c.ID + " "
	}
	equal(t, "columns", ids, "until goal theme from kinds by does ")
	equal(t, "of fixed lines", len(sampleSheet.Table("lines").Listed()), 2)
}

// TestWhatNoSheetKnows has nothing in it, and breaks nothing.
func TestWhatNoSheetKnows(t *testing.T) {
	p := planOf(t, goal("g1", nil))
	for _, sheet := range []string{"work", "play"} {
		equal(t, sheet, len(p.Rows(sheet, "aims"))+len(p.CompleteRows(sheet, "aims"))+len(p.References(sheet, "aims")), 0)
		equal(t, sheet+" id", p.NewRowID(sheet, "aims", "Board"), "board")
		equal(t, sheet+" setting", p.Setting(sheet, "mood"), nil)
	}
	equal(t, "rows", p.CountRows("play")+len(p.SheetFindings("play", "2026-11-24"))+len(p.SheetProposals("play", "2026-11-24"))+len(p.SheetDays("play")), 0)
}

// TestFixedLinesAreAlwaysThere, and are kept only where something is said of them.
func TestFixedLinesAreAlwaysThere(t *testing.T) {
	p := planOf(t, row("lines", "two", steps.Cells{"state": "yes"}), row("lines", "one", steps.Cells{"state": "no"}))
	equal(t, "in their own order", p.Rows("work", "lines")[0].Cells, steps.Cells{"state": "no"})
	p = after(t, p, row("lines", "one", steps.Cells{"state": nil}), row("lines", "two", steps.Cells{"state": nil}))
	equal(t, "lines", len(p.Rows("work", "lines")), 2)
	equal(t, "kept", p.Sheets, nil)
	equal(t, "begun", p.Begun(), false)
	back, none := p.PutBack(row("lines", "one", steps.Cells{"state": "no"}), planOf(t, row("lines", "one", steps.Cells{"state": "no", "note": "x"})))
	equal(t, "put back", [2]any{string(back.Cells), none}, [2]any{`{"state":"no"}`, false})
}

// TestARowGetsAnIDOfItsWords, never one that a choice beside its table has.
func TestARowGetsAnIDOfItsWords(t *testing.T) {
	p := planOf(t, goal("g1", nil), project("p1", steps.Cells{"by": "ouderraad"}))
	for text, want := range map[string]string{
		"Élke  leerling\nkrijgt": "elke-leerling", "g1": "g1-2", "Board": "board-2", "…": "row", "Director": "director-2", "Ouderraad": "ouderraad-2",
	} {
		equal(t, text, p.NewRowID("work", "goals", text), want)
		equal(t, text+" is taken", p.Check(goal(p.NewRowID("work", "goals", text), nil)), nil)
	}
	equal(t, "where no cell names the rows", p.NewRowID("work", "projects", "Board"), "board")
}

// TestWhatARowCannotSay is refused by its column.
func TestWhatARowCannotSay(t *testing.T) {
	p := planOf(t, goal("g1", nil))
	long := strings.Repeat("x", 201)
	for _, c := range []struct {
		change change
		want   string
	}{
		{steps.RowChange("play", "goals", "x", nil), "sheet unknown-sheet"}, {row("aims", "x", nil), "table unknown-table"}, {row("goals", "X", nil), "row bad-id"},
		{row("lines", "three", nil), "row unknown-value"}, {row("goals", "board", nil), "row reserved-id"}, {row("goals", "teacher", nil), "row reserved-id"}, {goal("x", steps.Cells{"colour": "red"}), "colour not-here"}, {goal("x", steps.Cells{"now": "yes"}), "now wrong-type"},
		{goal("x", steps.Cells{"rank": 0}), "rank out-of-range"}, {goal("x", steps.Cells{"on": "2026-02-30"}), "on no-date"}, {goal("x", steps.Cells{"way": "left"}), "way unknown-value"},
		{goal("x", steps.Cells{"owner": "member:cas"}), "owner unknown-member"}, {goal("x", steps.Cells{"who": []string{"An", "member:cas"}}), "who[1] unknown-member"},
		{goal("x", steps.Cells{"value": steps.Whole(1_000_000_001)}), "value out-of-range"}, {goal("x", steps.Cells{"after_6": long}), "after_6 too-long"},
		{project("x", steps.Cells{"goal": "g2"}), "goal unknown-row"}, {project("x", steps.Cells{"by": "task:vm"}), "by unknown-task"}, {project("x", steps.Cells{"by": "member:cas"}), "by unknown-member"},
		{project("x", steps.Cells{"does": "Directie"}), "does unknown-row"}, {project("x", steps.Cells{"kinds": []string{"a", "c"}}), "kinds[1] unknown-value"},
		{row("budget", "x", steps.Cells{"amounts": []int{1, 2, 3, 4, 5, 6, 7}}), "amounts too-many"}, {row("budget", "x", steps.Cells{"amounts": []int{0, -1}}), "amounts[1] out-of-range"},
		{row("answers", "x", steps.Cells{"values": map[string]int{"g1": 6}}), "values.g1 out-of-range"}, {row("answers", "x", steps.Cells{"values": map[string]int{"g2": 1}}), "values.g2 unknown-row"},
		{setting(steps.Cells{"first_year": 26}), "first_year out-of-range"}, {setting(steps.Cells{"years": 7}), "years out-of-range"}, {setting(steps.Cells{"colour": "red"}), "colour not-here"},
		{removed("goals", "g2"), "row unknown-row"},
	} {
		err := p.Check(c.change)
		if err == nil {
			t.Errorf("taken: %s", c.want)
			continue
		}
		first := err.(steps.Refusals)[0]
		equal(t, c.want, first.Field+" "+first.Reason, c.want)
	}
}

// TestWhatALaterEditionWroteIsPassedOver in a journal, and not lost from it.
func TestWhatALaterEditionWroteIsPassedOver(t *testing.T) {
	j, err := steps.Replay(definitions, []steps.Entry{entry(goal("g1", steps.Cells{"mood": "glad"}), steps.RowChange("play", "goals", "x", nil), row("aims", "x", nil), steps.SettingsChange("play", steps.Cells{"x": 1}))})
	if err != nil {
		t.Fatal(err)
	}
	g1, _ := j.Plan().Row("work", "goals", "g1")
	equal(t, "the row", g1.Cells, steps.Cells{"what": "Doel g1", "owner": "Directie"})
	equal(t, "the sheets", len(j.Plan().Sheets), 1)
}
