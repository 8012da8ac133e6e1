package steps_test

import "stappenplan/steps"

// sampleSheet has every type of column and every test.
var sampleSheet = steps.Sheet{
	ID: "work", Steps: []steps.StepID{steps.Policy, steps.Team},
	Settings: []steps.Column{
		{ID: "first_year", Type: steps.YearColumn, Default: steps.OpenedDefault}, {ID: "after_on", Type: steps.DateColumn},
		{ID: "leader", Type: steps.MemberColumn}, {ID: "group", Type: steps.MembersColumn}, {ID: "years", Type: steps.WholeColumn, Most: 6},
	},
	Tables: []steps.Table{
		{ID: "goals", Presets: []string{"first"}, Preset: "what", Reached: map[string][]string{"after_6": {"done"}}, Columns: []steps.Column{
			{ID: "what", Type: steps.LongColumn, Required: true}, {ID: "owner", Type: steps.MemberColumn, Required: true},
			{ID: "rank", Type: steps.RankColumn}, {ID: "now", Type: steps.BoolColumn}, {ID: "who", Type: steps.MembersColumn},
			{ID: "on", Type: steps.DateColumn, Default: steps.OpenedDefault}, {ID: "after_6", Type: steps.LineColumn}, {ID: "after_12", Type: steps.LineColumn},
			{ID: "value", Type: steps.NumberColumn, EachRound: true}, {ID: "way", Type: steps.ChoiceColumn, Choices: []string{"up", "down"}},
		}},
		{ID: "projects", Columns: []steps.Column{
			{ID: "title", Type: steps.LineColumn, Required: true}, {ID: "goal", Type: steps.RefColumn, Table: "goals", Required: true},
			{ID: "theme", Type: steps.LineColumn}, {ID: "from", Type: steps.DateColumn}, {ID: "until", Type: steps.DateColumn, After: "from"},
			{ID: "kinds", Type: steps.SetColumn, Choices: []string{"a", "b"}},
			{ID: "by", Type: steps.UnionColumn, Table: "goals", Choices: []string{"board"}, Member: true, Task: true},
			{ID: "does", Type: steps.UnionColumn, Table: "goals", Choices: []string{"board"}},
		}},
		{ID: "budget", Columns: []steps.Column{{ID: "theme", Type: steps.LineColumn, Required: true}, {ID: "amounts", Type: steps.AmountsColumn, From: "first_year", Years: "years", Required: true}}},
		{ID: "lines", Fixed: []string{"one", "two"}, Columns: []steps.Column{{ID: "state", Type: steps.ChoiceColumn, Choices: []string{"yes", "no"}}, {ID: "note", Type: steps.LongColumn}}},
		{ID: "answers", EachRound: true, Private: true, Most: 5000, Columns: []steps.Column{
			{ID: "respondent", Type: steps.LineColumn}, {ID: "moment", Type: steps.ChoiceColumn, Choices: []string{"before", "after"}, Required: true},
			{ID: "values", Type: steps.ScoresColumn, Table: "goals", Most: 5},
		}},
	},
	Findings: []steps.SheetRule{
		{ID: "no-owner-of-goal", Table: "goals", Test: steps.EmptyTest, Column: "owner"},
		{ID: "no-project", Table: "goals", When: map[string][]string{"now": {"true"}}, Test: steps.UnreferencedTest, In: "projects.goal"},
		{ID: "nobody", Table: "goals", Test: steps.EmptyTest, Column: "who"},
		{ID: "late", Table: "goals", Test: steps.CheckpointTest, Column: "on", Checkpoints: []steps.Checkpoint{{Months: 6, Column: "after_6"}, {Months: 12, Column: "after_12"}}},
		{ID: "worse", Table: "goals", Test: steps.WorseTest, Column: "value", Other: "way"},
		{ID: "alone", Table: "goals", Test: steps.CompanyTest, Column: "who", Has: []string{"ict-coordinator"}, Lacks: []string{"director"}},
		{ID: "over", Table: "projects", Test: steps.PastTest, Column: "until"},
		{ID: "waits", Table: "projects", Test: steps.WaitingTest, Column: "from", Days: 30, Other: "until"},
		{ID: "no-money", Table: "projects", Test: steps.UnfundedTest, Column: "theme", From: "from", Until: "until", In: "budget.amounts"},
		{ID: "no-value", Table: "projects", Test: steps.LacksTest, Column: "by", In: "goals.value"},
		{ID: "both", Table: "projects", Test: steps.SameTest, Column: "by", Other: "does", HintBelow: 4},
		{ID: "no-kind", Table: "projects", Test: steps.UnusedTest, Column: "kinds"},
		{ID: "said-no", Table: "lines", Rows: []string{"two"}, When: map[string][]string{"state": {"no"}}},
		{ID: "no-after", Table: "answers", Test: steps.UnrepeatedTest, Column: "moment", From: "after_on"},
	},
	Actions: []steps.SheetRule{
		{ID: "project-over", Table: "projects", Test: steps.PastTest, Column: "until", Owner: "by", Due: "until"},
		{ID: "project-begins", Table: "projects", Test: steps.DueTest, Column: "from", Days: 30, Due: "from"},
	},
}
