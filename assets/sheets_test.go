package assets

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"stappenplan/steps"
)

// TestSheetsHaveTheirWords: every id has words in both languages, and no word is without an id.
func TestSheetsHaveTheirWords(t *testing.T) {
	for _, language := range Languages {
		words := Load(language).Sheets
		same(t, string(language), words, idsOf(Sheets(), func(s steps.Sheet) string { return s.ID }))
		columnsHaveWords(t, string(language)+" common", Load(language).SheetCommon.Settings, (&steps.Sheet{}).AllSettings())
		for _, s := range Sheets() {
			at, w := string(language)+" "+s.ID, words[s.ID]
			same(t, at+" tables", w.Tables, idsOf(s.Tables, func(x steps.Table) string { return x.ID }))
			same(t, at+" findings", w.Findings, idsOf(s.Findings, ruleID))
			same(t, at+" actions", w.Actions, idsOf(s.Actions, ruleID))
			same(t, at+" dates", w.Dates, idsOf(s.Dates, func(x steps.SheetDate) string { return x.ID }))
			same(t, at+" report", w.Report, idsOf(s.Report, func(x steps.SheetPart) string { return x.ID }))
			same(t, at+" pages", w.Pages, idsOf(s.Pages, func(x steps.SheetPage) string { return x.ID }))
			columnsHaveWords(t, at, w.Settings, s.Settings)
			if (w.Decision != "") != (s.Decision != nil) {
				t.Errorf("%s: the words of its decision are %q", at, w.Decision)
			}
			for _, table := range s.Tables {
				columnsHaveWords(t, at+" "+table.ID, w.Tables[table.ID].Columns, table.Columns)
				same(t, at+" "+table.ID, w.Tables[table.ID].Fixed, table.Fixed)
				same(t, at+" "+table.ID, w.Tables[table.ID].Presets, table.Presets)
			}
		}
	}
}

func columnsHaveWords(t *testing.T, at string, words map[string]ColumnWords, columns []steps.Column) {
	t.Helper()
	same(t, at, words, idsOf(columns, func(c steps.Column) string { return c.ID }))
	for _, c := range columns {
		w := words[c.ID]
		same(t, at+" "+c.ID, w.Choices, c.Choices)
		for text, most := range map[Text]int{w.Label: 40, w.Heading(): 14, w.Help: 160} {
			if utf8.RuneCountInString(string(text)) > most {
				t.Errorf("%s %s: more than %d letters: %s", at, c.ID, most, text)
			}
		}
	}
}

func idsOf[T any](list []T, id func(T) string) (ids []string) {
	for _, v := range list {
		ids = append(ids, id(v))
	}
	return ids
}

func ruleID(r steps.SheetRule) string { return r.ID }

// TestSheetsAreDefined: ids are well formed and there once, steps exist, a row shows what it is in its first column, and what
// is offered and what is referred to is there.
func TestSheetsAreDefined(t *testing.T) {
	unique := func(at string, ids []string) {
		t.Helper()
		for i, id := range ids {
			if id == "" || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" || slices.Contains(ids[:i], id) {
				t.Errorf("%s: %q is no id of its own", at, id)
			}
		}
	}
	for _, s := range Sheets() {
		for _, step := range s.Steps {
			if step.Number() == 0 {
				t.Errorf("%s: there is no step %s", s.ID, step)
			}
		}
		if len(s.Steps) == 0 || s.Minutes <= 0 {
			t.Errorf("%s: beside %v, %d minutes", s.ID, s.Steps, s.Minutes)
		}
		unique(s.ID, idsOf(s.Tables, func(x steps.Table) string { return x.ID }))
		unique(s.ID, idsOf(slices.Concat(s.Findings, s.Actions), ruleID))
		unique(s.ID, idsOf(s.AllSettings(), func(c steps.Column) string { return c.ID }))
		for _, table := range s.Tables {
			at := s.ID + "." + table.ID
			unique(at, idsOf(table.Columns, func(c steps.Column) string { return c.ID }))
			unique(at, slices.Concat(table.Fixed, table.Presets))
			first := table.Columns[0]
			if len(table.Fixed) == 0 && (!first.Required || first.Type != steps.LineColumn && first.Type != steps.LongColumn) {
				t.Errorf("%s: %s does not show what a row is", at, first.ID)
			}
			if filled := table.Column(table.Preset); (len(table.Presets) > 0) != (filled != nil) {
				t.Errorf("%s: what is offered fills %q", at, table.Preset)
			}
			columnsExist(t, at, &table, append(slices.Collect(maps.Keys(table.Reached)), table.Shown...)...)
			for _, language := range Languages {
				if w := Load(language).Sheets[s.ID].Tables[table.ID]; (len(table.Reached) > 0) != (w.Reached.For(1) != "" && w.Lost.For(2) != "") {
					t.Errorf("%s, in %s: how many reached it is said as %q", at, language, w.Reached.For(1))
				}
			}
			for _, id := range table.Presets {
				if err := steps.NewPlan(Definitions()).Check(steps.RowChange(s.ID, table.ID, id, nil)); err != nil {
					t.Errorf("%s: a row cannot be %s: %v", at, id, err)
				}
			}
			for _, c := range table.Columns {
				unique(at+"."+c.ID, c.Choices)
				columnsExist(t, at, &table, c.After)
				for _, id := range []string{c.From, c.Years} {
					if id != "" && !slices.ContainsFunc(s.Settings, func(of steps.Column) bool { return of.ID == id }) {
						t.Errorf("%s.%s: there is no setting %q", at, c.ID, id)
					}
				}
				if c.Table != "" && s.Table(c.Table) == nil || c.Unit != "" && table.Column(c.Unit) == nil {
					t.Errorf("%s.%s names %q and %q", at, c.ID, c.Table, c.Unit)
				}
			}
		}
		for _, p := range s.Report {
			table := s.Table(p.Table)
			if table == nil {
				t.Errorf("%s: the part %s is of %q", s.ID, p.ID, p.Table)
				continue
			}
			columnsExist(t, s.ID+" "+p.ID, table, append([]string{p.By}, p.Columns...)...)
			if p.Other != "" {
				sheetColumn(t, &s, p.ID, p.Other)
			}
		}
		if s.Decision != nil && sheetColumn(t, &s, s.Decision.ID, s.Decision.Total).Type != steps.AmountsColumn {
			t.Errorf("%s: the total of %s is no amount", s.ID, s.Decision.ID)
		}
	}
}

// columnOf finds TABLE.COLUMN.
func sheetColumn(t *testing.T, s *steps.Sheet, at, path string) steps.Column {
	t.Helper()
	of, id, _ := strings.Cut(path, ".")
	if table := s.Table(of); table != nil && table.Column(id) != nil {
		return *table.Column(id)
	}
	t.Errorf("%s: %s: there is no column %q", s.ID, at, path)
	return steps.Column{}
}

func columnsExist(t *testing.T, at string, table *steps.Table, ids ...string) {
	t.Helper()
	for _, id := range ids {
		if id != "" && table.Column(id) == nil {
			t.Errorf("%s: %s has no column %q", at, table.ID, id)
		}
	}
}

// testTypes are the types of the column that a test looks at; none for any.
var testTypes = map[steps.SheetTest][]steps.ColumnType{
	"": nil, steps.EmptyTest: nil,
	steps.PastTest: {steps.DateColumn}, steps.DueTest: {steps.DateColumn}, steps.WaitingTest: {steps.DateColumn}, steps.CheckpointTest: {steps.DateColumn},
	steps.UnreferencedTest: nil,
	steps.LacksTest:        {steps.RefColumn, steps.UnionColumn}, steps.SameTest: {steps.RefColumn, steps.UnionColumn},
	steps.UnusedTest:  {steps.ChoiceColumn, steps.SetColumn},
	steps.CompanyTest: {steps.MembersColumn}, steps.WorseTest: {steps.NumberColumn},
	steps.UnfundedTest: {steps.LineColumn}, steps.UnrepeatedTest: {steps.ChoiceColumn},
}

// TestSheetRulesLookAtWhatIsThere, each at columns of the right type, and say only what their row has.
func TestSheetRulesLookAtWhatIsThere(t *testing.T) {
	for _, s := range Sheets() {
		for _, r := range slices.Concat(s.Findings, s.Actions) {
			at, table := s.ID+" "+r.ID, s.Table(r.Table)
			types, known := testTypes[r.Test]
			if table == nil || !known {
				t.Errorf("%s: table %q, test %q", at, r.Table, r.Test)
				continue
			}
			columnsExist(t, at, table, r.Column, r.Other, r.Owner, r.Due, r.Until)
			if c := table.Column(r.Column); len(types) > 0 && (c == nil || !slices.Contains(types, c.Type)) {
				t.Errorf("%s: %s cannot look at %q", at, r.Test, r.Column)
			}
			for _, when := range []map[string][]string{r.When, r.Any} {
				for id, words := range when {
					columnsExist(t, at, table, id)
					for _, word := range words {
						if c := table.Column(id); c != nil && word != "" && c.Type != steps.BoolColumn && !slices.Contains(c.Choices, word) {
							t.Errorf("%s: %s never says %q", at, id, word)
						}
					}
				}
			}
			for _, c := range r.Checkpoints {
				columnsExist(t, at, table, c.Column)
			}
			if r.In != "" {
				sheetColumn(t, &s, r.ID, r.In)
			}
			for _, id := range r.Rows {
				if !slices.Contains(table.Fixed, id) {
					t.Errorf("%s: there is no fixed row %s", at, id)
				}
			}
			for _, language := range Languages {
				w := Load(language).Sheets[s.ID]
				rule := w.Findings[r.ID]
				for _, text := range []Text{rule.Text, rule.Advice, w.Actions[r.ID]} {
					saysOnly(t, string(language)+" "+at, text, table, "{n}", "{years}", "{word}", "{row}", "{other}")
				}
			}
		}
		for _, d := range s.Dates {
			columnsExist(t, s.ID+" "+d.ID, s.Table(d.Table), append([]string{d.Column, d.Until}, slices.Collect(maps.Keys(d.When))...)...)
			for _, language := range Languages {
				saysOnly(t, s.ID+" "+d.ID, Load(language).Sheets[s.ID].Dates[d.ID], s.Table(d.Table))
			}
		}
	}
}

// saysOnly says which placeholder of a text is no column of the table and not among the others.
func saysOnly(t *testing.T, at string, text Text, table *steps.Table, others ...string) {
	t.Helper()
	for _, name := range placeholders("", text) {
		if !slices.Contains(others, name) && table.Column(strings.Trim(name, "{}")) == nil {
			t.Errorf("%s: %s is no column of %s: %s", at, name, table.ID, text)
		}
	}
}
