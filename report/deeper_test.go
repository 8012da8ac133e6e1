package report_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// sheetSection is a section of a summary by its id; without blocks where it has none.
func sheetSection(s report.Summary, id string) (found report.Section) {
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			if string(section.ID) == id {
				found = section
			}
		}
	}
	return found
}

// withSheets are a plan and more changes, of which none may be refused.
func withSheets(t *testing.T, changes ...change) steps.Plan {
	t.Helper()
	plan, err := exampleOf(t).Plan().Apply(steps.NewEntry("more", reporttest.Morning, "An", changes...))
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestEverySheetHasItsAnnex: each part of each sheet stands under its heading, a picture with its table.
func TestEverySheetHasItsAnnex(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		j := exampleOf(t)
		s := reporttest.Summary(j, language)
		for _, sheet := range assets.Sheets() {
			words, section := assets.Load(language).Sheets[sheet.ID], sheetSection(s, sheet.ID)
			if section.Title != string(words.Title) {
				t.Errorf("%s: %s stands under %q", language, sheet.ID, section.Title)
			}
			for _, part := range sheet.Report {
				at := slices.IndexFunc(section.Blocks, func(b report.Block) bool { return b == report.Block(report.Heading(words.Report[part.ID])) })
				if at < 0 {
					t.Errorf("%s: %s has no part %s", language, sheet.ID, part.ID)
					continue
				}
				of := section.Blocks[at+1:]
				if end := slices.IndexFunc(of, func(b report.Block) bool { _, is := b.(report.Heading); return is }); end >= 0 {
					of = of[:end]
				}
				drawn := slices.ContainsFunc(of, func(b report.Block) bool {
					c, is := b.(report.Chart)
					return is && len(c.Table().Rows) > 0 && len(c.Drawing().Shapes) > 0
				})
				if drawn != (part.Picture != "") {
					t.Errorf("%s: %s of %s is drawn: %v", language, part.ID, sheet.ID, drawn)
				}
			}
		}
	}
}

// TestDraftsStandInNoDocument: a row that lacks what it cannot do without is told by no part of any sheet.
func TestDraftsStandInNoDocument(t *testing.T) {
	t.Parallel()
	var drafts []change
	for _, sheet := range assets.Sheets() {
		for _, table := range sheet.Tables {
			required := slices.IndexFunc(table.Columns, func(c steps.Column) bool { return c.Required })
			if len(table.Fixed) > 0 || required < 0 {
				continue
			}
			for _, c := range table.Columns {
				if !c.Required && c.Type == steps.LineColumn {
					drafts = append(drafts, steps.RowChange(sheet.ID, table.ID, "half", steps.Cells{c.ID: "onaf werkje"}))
					break
				}
			}
		}
	}
	if got := markdownOf(withSheets(t, drafts...), assets.Dutch); len(drafts) < 3 || strings.Contains(got, "onaf werkje") {
		t.Errorf("of %d drafts one is told", len(drafts))
	}
}

// TestSheetsNameNobodyByRole: a member who is named in any text of any sheet is called by the role.
func TestSheetsNameNobodyByRole(t *testing.T) {
	t.Parallel()
	changes := []change{member("dirk", "Dirk Vandesande", "teacher", 2, "")}
	for _, sheet := range assets.Sheets() {
		for _, table := range sheet.Tables {
			cells := steps.Cells{}
			for _, c := range table.Columns {
				switch c.Type {
				case steps.LineColumn, steps.LongColumn:
					cells[c.ID] = "Dirk Vandesande helpt"
				case steps.MemberColumn:
					cells[c.ID] = "Wim Vandendries"
				case steps.MembersColumn:
					cells[c.ID] = []string{"Dirk Vandesande", "Wim Vandendries", "member:dirk"}
				case steps.UnionColumn:
					if c.Member {
						cells[c.ID] = "Dirk Vandesande"
					}
				case steps.RefColumn:
					cells[c.ID] = "named"
				case steps.ChoiceColumn:
					cells[c.ID] = c.Choices[0]
				case steps.SetColumn:
					cells[c.ID] = c.Choices[:1]
				case steps.DateColumn:
					cells[c.ID] = "2027-03-01"
				case steps.AmountsColumn:
					cells[c.ID] = []int{1}
				}
			}
			id := "named"
			if len(table.Fixed) > 0 {
				id = table.Fixed[0]
			}
			changes = append(changes, steps.RowChange(sheet.ID, table.ID, id, cells))
		}
	}
	plan := withSheets(t, changes...)
	for _, subject := range append([]report.Subject{report.AboutPlan, report.ForPolicy, report.ForSuccessor}, report.SheetPages(assets.Sheets())...) {
		for _, names := range []report.Names{report.NamesAsRoles, report.NamesAsInitials} {
			options := optionsIn(assets.Dutch)
			options.Names, options.Subject = names, subject
			got := string(markdown.Render(report.Document(plan, options)))
			for _, leaked := range []string{"Dirk", "Vandesande", "Wim", "Vandendries"} {
				if strings.Contains(got, leaked) {
					t.Errorf("%s %s: %s is named", subject, names, leaked)
				}
			}
		}
	}
}

// TestBoardReadsOfASheetWhereItMay: the first page has a line of a sheet only where that is ticked.
func TestBoardReadsOfASheetWhereItMay(t *testing.T) {
	t.Parallel()
	for _, sheet := range assets.Sheets() {
		for _, ticked := range []bool{true, false} {
			plan := withSheets(t, steps.SettingsChange(sheet.ID, steps.Cells{"board": ticked}))
			section := sheetSection(report.Summarize(plan, optionsIn(assets.Dutch)), string(report.SectionSheets))
			title := string(assets.Load(assets.Dutch).Sheets[sheet.ID].Title)
			told := len(section.Blocks) > 0 && strings.Contains(strings.Join(report.TextsOf(section.Blocks[0]), "\n"), title)
			if told != ticked {
				t.Errorf("%s ticked %v: the first page tells of it: %v", sheet.ID, ticked, told)
			}
		}
	}
}

// TestDaysOfSheets: they are in the calendar where that is ticked, each by an id of its own.
func TestDaysOfSheets(t *testing.T) {
	t.Parallel()
	for _, sheet := range assets.Sheets() {
		for _, ticked := range []bool{true, false} {
			plan := withSheets(t, steps.SettingsChange(sheet.ID, steps.Cells{"calendar": ticked}))
			ids := map[report.DayID]bool{}
			for _, d := range report.Summarize(plan, optionsIn(assets.Dutch)).Days {
				if of := strings.HasPrefix(string(d.ID), "sheet-"+sheet.ID); of && (ids[d.ID] || d.Date == "" || d.Title == "" || strings.Contains(d.Title, "{")) {
					t.Errorf("%s: %+v", sheet.ID, d)
				} else if of {
					ids[d.ID] = true
				}
			}
			if (len(ids) > 0) != (ticked && len(sheet.Dates) > 0) {
				t.Errorf("%s ticked %v: %d days", sheet.ID, ticked, len(ids))
			}
		}
	}
}

// TestPagesOfSheets: each page has what its table says, and one that is always Dutch is.
func TestPagesOfSheets(t *testing.T) {
	t.Parallel()
	plan := exampleOf(t).Plan()
	for _, sheet := range assets.Sheets() {
		for _, page := range sheet.Pages {
			options := optionsIn(assets.English)
			options.Subject = report.Subject(page.ID)
			s := report.Document(plan, options)
			if page.Language != "" && string(s.Language) != page.Language {
				t.Errorf("%s is in %s", page.ID, s.Language)
			}
			rows := 0
			for _, b := range sheetSection(s, page.Table).Blocks {
				if table, is := b.(report.Table); is {
					rows = len(table.Rows)
				}
			}
			if want := len(plan.CompleteRows(sheet.ID, page.Table)); rows != want {
				t.Errorf("%s has %d rows of %d", page.ID, rows, want)
			}
		}
	}
}

// TestWhoDoesATaskIsSaid where a service is done as one: the staff room asks a person, not a task.
func TestWhoDoesATaskIsSaid(t *testing.T) {
	t.Parallel()
	options := optionsIn(assets.Dutch)
	options.Subject = report.Subject("services")
	table := sheetSection(report.Document(exampleOf(t).Plan(), options), "services").Blocks[1].(report.Table)
	for _, row := range table.Rows {
		if row[0] == "Account maken of herstellen" && row[2] != "Bart Claes" {
			t.Errorf("accounts are made by %q", row[2])
		}
	}
}

// TestAnswersAreOnlySummed: no part of a document tells what one respondent answered.
func TestAnswersAreOnlySummed(t *testing.T) {
	t.Parallel()
	plan := withSheets(t, steps.RowChange("learning", "answers", "extra", steps.Cells{"respondent": "geheime code", "moment": "after", "role": "pupil"}))
	previous, _ := exampleOf(t).Previous()
	options := optionsIn(assets.Dutch)
	options.Previous = &previous
	if got := string(markdown.Render(report.Summarize(plan, options))); strings.Contains(got, "geheime code") || strings.Contains(got, "Antwoorden toegevoegd") {
		t.Error("an answer is told")
	}
}

// TestBoardDecidesAboutASheet: the decision is asked where it is ticked, with its total; once approved it is asked again
// only when there is more money to decide about.
func TestBoardDecidesAboutASheet(t *testing.T) {
	t.Parallel()
	for _, sheet := range assets.Sheets() {
		if sheet.Decision == nil {
			continue
		}
		table, column, _ := strings.Cut(sheet.Decision.Total, ".")
		tick := func(yes bool) change {
			return steps.SettingsChange(sheet.ID, steps.Cells{sheet.Decision.Setting: yes})
		}
		approved := change{Kind: steps.ChangeResolution, Decision: sheet.Decision.ID, Outcome: steps.Set("approved"), On: steps.Set(steps.Date("2026-11-20")), Ground: steps.Set("92700")}
		rows := exampleOf(t).Plan().CompleteRows(sheet.ID, table)
		more := steps.RowChange(sheet.ID, table, rows[0].ID, steps.Cells{column: []int{999_999}})
		for name, c := range map[string]struct {
			changes []change
			asked   bool
		}{
			"ticked": {nil, true}, "not ticked": {[]change{tick(false)}, false}, "approved": {[]change{approved}, false}, "approved and grown": {[]change{approved, more}, true},
		} {
			undecided := change{Kind: steps.ChangeResolution, Decision: sheet.Decision.ID, Outcome: steps.Clear[string]()}
			plan := withSheets(t, append([]change{tick(true), undecided}, c.changes...)...)
			lines := report.AskedDecisions(plan, optionsIn(assets.Dutch))
			at := slices.IndexFunc(lines, func(d report.AskedDecision) bool { return string(d.Kind) == sheet.Decision.ID })
			if (at >= 0) != c.asked {
				t.Errorf("%s, %s: asked is %v", sheet.ID, name, at >= 0)
			}
			if name == "ticked" && at >= 0 && !strings.Contains(lines[at].Line, "92\u00a0700 euro over 4 jaar") {
				t.Errorf("%s asks %q", sheet.ID, lines[at].Line)
			}
		}
	}
}

// TestASixthSheetIsAFile: a sheet that no code knows is in the document with its finding and its part.
func TestASixthSheetIsAFile(t *testing.T) {
	t.Parallel()
	sixth := steps.Sheet{
		ID: "garden", Steps: []steps.StepID{steps.Policy}, Minutes: 5,
		Tables: []steps.Table{{ID: "plants", Columns: []steps.Column{
			{ID: "plant", Type: steps.LineColumn, Required: true}, {ID: "state", Type: steps.ChoiceColumn, Choices: []string{"seed", "flower"}}, {ID: "water", Type: steps.LineColumn},
		}}},
		Findings: []steps.SheetRule{{ID: "dry", Table: "plants", Test: steps.EmptyTest, Column: "water"}},
		Report:   []steps.SheetPart{{ID: "bed", Picture: steps.PhasesPicture, Table: "plants", By: "state"}},
	}
	definitions := *assets.Definitions()
	definitions.Sheets = append(slices.Clone(definitions.Sheets), sixth)
	words := *assets.Load(assets.Dutch)
	words.Sheets = maps.Clone(words.Sheets)
	words.Sheets["garden"] = assets.SheetWords{
		Title: "De tuin", Report: map[string]assets.Text{"bed": "Het perk"},
		Tables: map[string]assets.TableWords{"plants": {Title: "Planten", Columns: map[string]assets.ColumnWords{
			"plant": {Label: "Plant"}, "state": {Label: "Stand", Choices: map[string]assets.Text{"seed": "zaad", "flower": "bloem"}}, "water": {Label: "Water"},
		}}},
		Findings: map[string]assets.RuleWords{"dry": {Text: "{plant} staat droog.", Advice: "Geef water."}},
	}
	plan, err := steps.NewPlan(&definitions).Apply(steps.NewEntry("e", reporttest.Morning, "An", steps.RowChange("garden", "plants", "roos", steps.Cells{"plant": "Roos", "state": "flower"})))
	if err != nil {
		t.Fatal(err)
	}
	options := optionsIn(assets.Dutch)
	options.Texts = &words
	got := string(markdown.Render(report.Summarize(plan, options)))
	for _, want := range []string{"### De tuin", "#### Het perk", "| Roos  | bloem |", "**Roos staat droog.** Geef water."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told:\n%s", want, got)
		}
	}
}
