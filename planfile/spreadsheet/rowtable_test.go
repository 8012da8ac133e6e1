package spreadsheet_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// withGarden are the built-in sheets and one that no file of the program defines, beside one task.
var withGarden = &steps.Definitions{
	Catalogue: &steps.Catalogue{Version: 1, Tasks: []steps.CatalogueTask{{ID: "wifi-management", Title: steps.Words{"nl": "Wifi beheren"}, Group: steps.TechnicalTasks, Core: steps.TechnicalCoreTask}}},
	Sheets:    append(slices.Clone(assets.Sheets()), assetstest.Garden),
}

// cellTexts are what people write in cells, and what they do not.
var cellTexts = rapid.OneOf(rapid.StringN(0, 60, -1), rapid.StringOfN(rapid.RuneFrom([]rune(" \n\t;:-#?'\"=01eE.+yn😀é_x")), 0, 40, -1))

// TestTablesOfSheetsRoundTrip: whatever stands on a deepening sheet changes nothing where it was only looked at.
func TestTablesOfSheetsRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		sheet := &withGarden.Sheets[rapid.IntRange(0, len(withGarden.Sheets)-1).Draw(r, "sheet")]
		plan := steps.NewPlan(withGarden)
		for _, c := range append([]steps.Change{{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")}}, assetstest.SheetChanges(r, sheet, cellTexts)...) {
			next, err := plan.Apply(steps.Entry{Changes: []steps.Change{c}})
			if err != nil {
				r.Fatalf("%s: %v", c.Cells, err)
			}
			plan = next
		}
		if changes := decoded(t, encoded(t, plan, english), plan); len(changes) > 0 {
			r.Fatalf("%s reads back with %d changes, as %s of %s/%s/%s", sheet.ID, len(changes), changes[0].Cells, changes[0].Sheet, changes[0].Table, changes[0].Row)
		}
	})
}

// TestAnotherPlanTakesTheTables of a workbook whole: what they name, in any order, and their ranks.
func TestAnotherPlanTakesTheTables(t *testing.T) {
	t.Parallel()
	plan := example(t)
	for _, texts := range []*assets.Texts{dutch, english} {
		other := plan.Copy()
		for id, content := range other.Sheets {
			content.Tables, content.Settings = nil, nil
			other.Sheets[id] = content
		}
		after, err := other.Apply(steps.Entry{Changes: decoded(t, encoded(t, plan, texts), other)})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(planfile.EncodeYAML(plan)), string(planfile.EncodeYAML(after))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", texts.Language, diff)
		}
	}
}

// small is a plan with some rows of the sheets.
func small(t *testing.T) steps.Plan {
	t.Helper()
	plan, err := smallPlan(t).Apply(steps.Entry{Changes: []steps.Change{
		steps.SettingsChange("destination", steps.Cells{"first_year": 2026}),
		steps.RowChange("destination", "ambitions", "feedback", steps.Cells{"what": "Feedback binnen de week", "how": "Leerplatform", "scope": "school", "this_year": true, "involved": []string{"member:an", "teacher"}}),
		steps.RowChange("destination", "ambitions", "veilig", steps.Cells{"what": "Veilig mailen", "how": "Vorming"}),
		steps.RowChange("destination", "ambitions", "lezen", steps.Cells{"what": "Leestijd", "how": "E-readers"}),
		steps.RowChange("destination", "ambitions", "feedback", steps.Cells{"rank": 1}),
		steps.RowChange("destination", "ambitions", "veilig", steps.Cells{"rank": 2}),
		steps.RowChange("destination", "ambitions", "lezen", steps.Cells{"rank": 3}),
		steps.RowChange("destination", "projects", "schrijf", steps.Cells{"title": "Schrijffeedback", "ambition": "feedback", "owner": "member:an", "phase": "preparing", "from": "2026-09-01"}),
		steps.RowChange("destination", "budget", "toestellen", steps.Cells{"theme": "toestellen", "amounts": []int{18000, 0, 22000}}),
		steps.RowChange("consultation", "meetings", "ict", steps.Cells{"name": "ICT-overleg", "levels": []string{"tactical"}, "participants": []string{"member:an"}}),
		steps.RowChange("consultation", "services", "wifi", steps.Cells{"service": "Wifi", "by_whom": "task:helpdesk-first-line"}),
		steps.RowChange("consultation", "pledge", "strengths", steps.Cells{"agreed": true}),
		steps.RowChange("chain", "indicators", "uitval", steps.Cells{"what": "Uitval", "why": "Lessen vallen weg", "value": steps.Tenths(25)}),
		steps.RowChange("learning", "questions", "q1", steps.Cells{"statement": "Ik gebruik het elke week"}),
		steps.RowChange("learning", "questions", "q2", steps.Cells{"statement": "Ik weet waar hulp is"}),
		steps.RowChange("learning", "answers", "r1", steps.Cells{"respondent": "1", "moment": "before", "values": map[string]int{"q1": 4}}),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// sheetWith is the sheet of a workbook with a table, given as SHEET/TABLE.
func sheetWith(t *testing.T, data []byte, table string) string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range book.GetSheetList() {
		if mark, err := book.GetCellValue(name, "A3"); err == nil && strings.HasPrefix(mark, table+"/") {
			return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		}
	}
	t.Fatalf("%s has no sheet", table)
	return ""
}

const (
	ambitions  = "destination/ambitions"
	projects   = "destination/projects"
	budget     = "destination/budget"
	meetings   = "consultation/meetings"
	services   = "consultation/services"
	pledge     = "consultation/pledge"
	settings   = "destination/settings"
	indicators = "chain/indicators"
	answers    = "learning/answers"
)

// TestTypedCellsOfTables shows what becomes of what is typed in the table of a deepening sheet.
func TestTypedCellsOfTables(t *testing.T) {
	t.Parallel()
	plan := small(t)
	data := encoded(t, plan, dutch)
	for name, c := range map[string]struct {
		sheet string
		cells map[string]string
		want  string // the changes, as the row and the cells that it gives
	}{
		"a choice":                 {ambitions, map[string]string{"Voor wie 5": text("Alle scholen van de groep")}, `feedback {"scope":"group"}`},
		"the other language":       {projects, map[string]string{"Fase 5": text("carrying out")}, `schrijf {"phase":"carrying-out"}`},
		"yes or no":                {ambitions, map[string]string{"Dit schooljaar 5": text("nee")}, `feedback {"this_year":false}`},
		"an emptied cell":          {ambitions, map[string]string{"Voor wie 5": nothing, "Wie dacht mee 5": nothing}, `feedback {"involved":null,"scope":null}`},
		"a text":                   {ambitions, map[string]string{"Hoe helpt ICT? 6": text("Vorming en oefening")}, `veilig {"how":"Vorming en oefening"}`},
		"a member, a role, a name": {ambitions, map[string]string{"Wie dacht mee 6": text("an peeters; Directie ;Ouderraad")}, `veilig {"involved":["member:an","director","Ouderraad"]}`},
		"a new row":                {ambitions, map[string]string{"Wat willen we? 8": text("Robots"), "Hoe helpt ICT? 8": text("Kits")}, `robots {"how":"Kits","what":"Robots"}`},
		"a day":                    {projects, map[string]string{"Van 5": text("15/10/2026")}, `schrijf {"from":"2026-10-15"}`},
		"a reference":              {projects, map[string]string{"Voor welke ambitie 5": text("veilig mailen")}, `schrijf {"ambition":"veilig"}`},
		"an owner by role":         {projects, map[string]string{"Trekker 5": text("directie")}, `schrijf {"owner":"director"}`},
		"an amount":                {budget, map[string]string{"2027 5": number("500"), "2029 5": text("€ 1.250")}, `toestellen {"amounts":[18000,500,22000,1250]}`},
		"fewer amounts":            {budget, map[string]string{"2028 5": nothing}, `toestellen {"amounts":[18000,0]}`},
		"several choices":          {meetings, map[string]string{"Gaat over 5": text("operationeel; strategisch")}, `ict {"levels":["operational","strategic"]}`},
		"its own row":              {meetings, map[string]string{"Legt verantwoording af aan 5": text("ICT-overleg")}, `ict {"accountable_to":"ict"}`},
		"a word beside rows":       {meetings, map[string]string{"Legt verantwoording af aan 5": text("Schoolbestuur")}, `ict {"accountable_to":"board"}`},
		"a task":                   {services, map[string]string{"Wie doet het 5": text("Draadloos net")}, `wifi {"by_whom":"task:wifi-management"}`},
		"a fixed line":             {pledge, map[string]string{"Daar staan we achter 6": text("ja")}, `whole-school {"agreed":true}`},
		"a fixed line, unsaid":     {pledge, map[string]string{"Daar staan we achter 5": nothing}, `strengths `},
		"a setting":                {settings, map[string]string{"Hoeveel jaren 5": number("4"), "Op het eerste blad voor het bestuur 5": text("ja")}, ` {"board":true,"budget_years":4}`},
		"a setting, unsaid":        {settings, map[string]string{"Eerste jaar van de begroting 5": nothing}, ` {"first_year":null}`},
		"a number":                 {indicators, map[string]string{"Waarde in deze ronde 5": text("-2,125")}, `uitval {"value":-2.125}`},
		"moved up":                 {ambitions, map[string]string{"Prioriteit 7": number("1")}, `lezen {"rank":1}`},
		"moved down":               {ambitions, map[string]string{"Prioriteit 5": number("3")}, `veilig {"rank":1}, lezen {"rank":2}`},
		"numbered anew":            {ambitions, map[string]string{"Prioriteit 5": number("3"), "Prioriteit 7": number("1")}, `lezen {"rank":1}, veilig {"rank":2}`},
		"no longer ranked":         {ambitions, map[string]string{"Prioriteit 5": nothing}, `feedback {"rank":null}`},
		"a score":                  {answers, map[string]string{"Ik weet waar hulp is 5": number("5"), "Ik gebruik het elke week 5": nothing}, `r1 {"values":{"q2":5}}`},
		"someone's answers":        {answers, map[string]string{"Moment 6": text("vooraf"), "Ik weet waar hulp is 6": number("2")}, `2 {"moment":"before","respondent":"2"}, 2 {"values":{"q2":2}}`},
	} {
		var got []string
		for _, change := range decoded(t, typed(t, data, sheetWith(t, data, c.sheet), c.cells), plan) {
			got = append(got, change.Row+" "+string(change.Cells))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestANewRowCanBeNamed by a row of another table in the same workbook, and a renamed one by both its names.
func TestANewRowCanBeNamed(t *testing.T) {
	t.Parallel()
	plan := small(t)
	data := encoded(t, plan, dutch)
	data = typed(t, data, sheetWith(t, data, ambitions), map[string]string{"Wat willen we? 5": text("Feedback meteen"), "Wat willen we? 8": text("Robots")})
	data = typed(t, data, sheetWith(t, data, projects), map[string]string{"Project 6": text("Robotkoffers"), "Voor welke ambitie 6": text("robots"), "Project 7": text("Nog een"), "Voor welke ambitie 7": text("Feedback binnen de week")})
	after, err := plan.Apply(steps.Entry{Changes: decoded(t, data, plan)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range after.Rows("destination", "projects") {
		got = append(got, r.Cells.Text("title")+": "+r.Cells.Text("ambition"))
	}
	if diff := cmp.Diff([]string{"Schrijffeedback: feedback", "Robotkoffers: robots", "Nog een: feedback"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestWrongCellsOfTables: every wrong cell is named, as on the other sheets.
func TestWrongCellsOfTables(t *testing.T) {
	t.Parallel()
	plan := small(t)
	data := encoded(t, plan, dutch)
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ sheet, at, content, code string }{
		"a choice":           {ambitions, "Voor wie 5", text("iedereen"), "workbook-unknown-value"},
		"yes or no":          {ambitions, "Dit schooljaar 5", text("soms"), "workbook-unknown-value"},
		"a day":              {projects, "Van 5", text("morgen"), "workbook-not-date"},
		"a reference":        {projects, "Voor welke ambitie 5", text("Iets anders"), "workbook-not-named"},
		"an amount in words": {budget, "2026 5", text("veel"), "workbook-not-count"},
		"a broken amount":    {budget, "2026 5", number("0.5"), "workbook-not-count"},
		"an amount below":    {budget, "2026 5", number("-5"), "refused-out-of-range"},
		"a missing amount":   {budget, "2026 5", nothing, "workbook-amount-missing"},
		"several choices":    {meetings, "Gaat over 5", text("tactisch; taktisch"), "workbook-not-named"},
		"a union":            {meetings, "Legt verantwoording af aan 5", text("de buren"), "workbook-not-named"},
		"a score too high":   {answers, "Ik weet waar hulp is 5", number("6"), "refused-out-of-range"},
		"a place below":      {ambitions, "Prioriteit 5", number("0"), "refused-out-of-range"},
		"a long line":        {projects, "Project 5", text(strings.Repeat("x", 201)), "planfile-too-long"},
		"a formula":          {projects, "Thema 5", `><f>A1</f></c>`, "workbook-formula"},
		"too many years":     {settings, "Hoeveel jaren 5", number("7"), "refused-out-of-range"},
		"an id twice":        {ambitions, "Id regel 6", text("feedback"), "workbook-row-twice"},
		"no id":              {ambitions, "Id regel 6", text("Wat?"), "workbook-unknown-row"},
	} {
		sheet := sheetWith(t, data, c.sheet)
		at := cell(t, data, sheet, c.at)
		_, err := read(typed(t, data, sheet, map[string]string{at: c.content}), plan)
		problems, ok := err.(planfile.Errors)
		if !ok || len(problems) != 1 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		where := book.GetSheetName(sheetNumber(sheet)) + "!" + at
		if problems[0].Path != where || problems[0].Code() != c.code {
			t.Errorf("%s: %s, %s", name, problems[0].Path, problems[0].Code())
		}
		if said := dutch.Error(problems[0]); !strings.HasPrefix(said, where+": ") || strings.Contains(said, "{") {
			t.Errorf("%s is said as %q", name, said)
		}
	}
	if _, err := read(typed(t, data, sheetWith(t, data, pledge), map[string]string{"Id regel 6": nothing, "Daar staan we achter 6": text("ja")}), plan); err == nil || err.(planfile.Errors).Code() != "workbook-fixed-line" {
		t.Errorf("a line beside the fixed ones: %v", err)
	}
}

// TestAnswersOfSeveralAreAdded: each workbook holds someone's, of whom nothing else is read.
func TestAnswersOfSeveralAreAdded(t *testing.T) {
	t.Parallel()
	plan := small(t)
	data := encoded(t, plan, dutch)
	for _, score := range []string{"2", "5"} {
		filled := typed(t, data, sheetWith(t, data, answers), map[string]string{"Moment 6": text("vooraf"), "Ik weet waar hulp is 6": number(score), "Ik gebruik het elke week 5": number("1")})
		filled = typed(t, filled, sheetWith(t, data, budget), map[string]string{"2026 5": number("1")})
		book, err := planfile.OpenWorkbook(filled)
		if err != nil {
			t.Fatal(err)
		}
		read, err := spreadsheet.Answers(book, plan, spreadsheet.AnswersOf(plan), dutch)
		if err != nil {
			t.Fatal(err)
		}
		if plan, err = plan.Apply(steps.Entry{Changes: read.Changes}); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, r := range plan.Rows("learning", "answers") {
		got = append(got, fmt.Sprint(r.ID, " ", r.Cells.Text("respondent"), " ", r.Cells.Scores("values")))
	}
	if diff := cmp.Diff([]string{"r1 1 map[q1:4]", "2 2 map[q2:2]", "3 3 map[q2:5]"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if amounts := plan.Rows("destination", "budget")[0].Cells.Amounts("amounts"); amounts[0] != 18000 {
		t.Errorf("the budget became %v", amounts)
	}
	book, err := planfile.OpenWorkbook(encoded(t, smallPlan(t), dutch))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := spreadsheet.Answers(book, plan, spreadsheet.AnswersOf(plan), dutch); err == nil || err.(planfile.Errors).Code() != "workbook-no-answers" {
		t.Errorf("without answers: %v", err)
	}
}

// TestAnEmptyAnswerWorkbookIsFilledInAndRead, also where it stands alone.
func TestAnEmptyAnswerWorkbookIsFilledInAndRead(t *testing.T) {
	t.Parallel()
	plan := small(t)
	for _, texts := range []*assets.Texts{dutch, english} {
		data, err := spreadsheet.EncodeAnswers(plan, "survey", texts)
		if err != nil {
			t.Fatal(err)
		}
		if changes := decoded(t, data, plan); len(changes) > 0 {
			t.Errorf("nobody answered, and it says %v", differences(t, changes, plan))
		}
		moment := texts.ColumnWords("learning", "answers", "moment")
		changes := decoded(t, typed(t, data, sheetWith(t, data, answers), map[string]string{string(moment.Label) + " 5": text(string(moment.Choices["after"])), "Ik weet waar hulp is 5": number("3")}), plan)
		var got []string
		for _, change := range changes {
			got = append(got, change.Row+" "+string(change.Cells))
		}
		if diff := cmp.Diff([]string{`2 {"moment":"after","respondent":"2"}`, `2 {"values":{"q2":3}}`}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", texts.Language, diff)
		}
	}
	if rows := len(plan.Rows("learning", "answers")); rows != 1 {
		t.Errorf("the plan has %d", rows)
	}
}

// TestFiveThousandAnswers go out and come back.
func TestFiveThousandAnswers(t *testing.T) {
	t.Parallel()
	var entry steps.Entry
	add := func(table, id string, cells steps.Cells) {
		entry.Changes = append(entry.Changes, steps.RowChange("learning", table, id, cells))
	}
	scores := map[string]int{}
	for n := range 20 {
		id := fmt.Sprint("q", n)
		scores[id] = n%5 + 1
		add("questions", id, steps.Cells{"statement": fmt.Sprint("Uitspraak ", n)})
	}
	for n := range 5000 {
		add("answers", fmt.Sprint("a", n), steps.Cells{"respondent": fmt.Sprint(n), "moment": "before", "values": scores})
	}
	plan, err := steps.NewPlan(withGarden).Apply(entry)
	if err != nil {
		t.Fatal(err)
	}
	if changes := decoded(t, encoded(t, plan, dutch), plan); len(changes) > 0 {
		t.Errorf("reads back with %d changes", len(changes))
	}
}

// TestAnswersAreAddedOnce: a workbook that is read again adds nothing, with codes and without; who gave the same answers in the same
// import is someone else, and so is a row more than there was.
func TestAnswersAreAddedOnce(t *testing.T) {
	t.Parallel()
	plan := small(t)
	data := encoded(t, plan, dutch)
	sheet := sheetWith(t, data, answers)
	with := func(cells map[string]string) *xlsx.Book {
		book, err := planfile.OpenWorkbook(typed(t, data, sheet, cells))
		if err != nil {
			t.Fatal(err)
		}
		return book
	}
	one := map[string]string{"Moment 6": text("vooraf"), "Ik weet waar hulp is 6": number("2"), "Moment 7": text("vooraf"), "Ik weet waar hulp is 7": number("2"),
		"Code 8": text("K"), "Moment 8": text("vooraf"), "Ik weet waar hulp is 8": number("2")}
	more := maps.Clone(one)
	more["Moment 9"], more["Ik weet waar hulp is 9"] = text("achteraf"), number("2")
	for i, c := range []struct {
		book        *xlsx.Book
		there, rows int
	}{{with(one), 0, 4}, {with(one), 3, 4}, {with(more), 3, 5}, {with(map[string]string{"Code 6": text("L"), "Moment 6": text("vooraf"), "Ik weet waar hulp is 6": number("2")}), 0, 6}} {
		read, err := spreadsheet.Answers(c.book, plan, spreadsheet.AnswersOf(plan), dutch)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := spreadsheet.Decode(c.book, plan, dutch, today, nil)
		if err != nil || whole.There != read.There {
			t.Errorf("%d: read as a whole %d rows are there: %v", i, whole.There, err)
		}
		if plan, err = plan.Apply(steps.Entry{Changes: read.Changes}); err != nil {
			t.Fatal(err)
		}
		if got := len(plan.Rows("learning", "answers")); read.There != c.there || got != c.rows {
			t.Errorf("%d: %d were there, and %d are; wanted %d and %d", i, read.There, got, c.there, c.rows)
		}
	}
	known, after := spreadsheet.AnswersOf(small(t)), small(t)
	for range 2 {
		read, err := spreadsheet.Answers(with(one), after, known, dutch)
		if err != nil || read.There != 0 {
			t.Fatalf("of files together %d rows are there: %v", read.There, err)
		}
		if after, err = after.Apply(steps.Entry{Changes: read.Changes}); err != nil {
			t.Fatal(err)
		}
	}
}

// TestABadCellLeavesTheOthersOfItsRow: of the amounts of years and of scores, only the one that cannot be stays as it is in the plan.
func TestABadCellLeavesTheOthersOfItsRow(t *testing.T) {
	t.Parallel()
	plan := small(t)
	data := encoded(t, plan, dutch)
	for name, c := range map[string]struct {
		sheet string
		cells map[string]string
		want  string // the changes, and then the bad cells
		bad   []string
	}{
		"an amount in words":        {budget, map[string]string{"2026 5": number("18500"), "2027 5": text("veel")}, `toestellen {"amounts":[18500,0,22000]}`, []string{"workbook-not-count"}},
		"an amount below":           {budget, map[string]string{"2026 5": number("18500"), "2027 5": number("-5")}, `toestellen {"amounts":[18500,0,22000]}`, []string{"refused-out-of-range"}},
		"an amount that is missing": {budget, map[string]string{"2026 5": number("18500"), "2027 5": nothing}, `toestellen {"amounts":[18500,0,22000]}`, []string{"workbook-amount-missing"}},
		"a new row": {
			budget, map[string]string{"Thema 6": text("Netwerk"), "2026 6": number("100"), "2027 6": text("veel"), "2028 6": number("300")},
			`netwerk {"amounts":[100],"theme":"Netwerk"}`, []string{"workbook-not-count", "workbook-amount-after-gap"},
		},
		"a score too high": {
			answers, map[string]string{"Ik gebruik het elke week 5": number("7"), "Ik weet waar hulp is 5": number("1")}, `r1 {"values":{"q1":4,"q2":1}}`, []string{"refused-out-of-range"},
		},
		"a score in words": {
			answers, map[string]string{"Ik gebruik het elke week 5": text("vaak"), "Ik weet waar hulp is 5": number("1")}, `r1 {"values":{"q1":4,"q2":1}}`, []string{"workbook-not-count"},
		},
		"someone's answers": {
			answers, map[string]string{"Moment 6": text("vooraf"), "Ik gebruik het elke week 6": number("7"), "Ik weet waar hulp is 6": number("1")},
			`2 {"moment":"before","respondent":"2"}, 2 {"values":{"q2":1}}`, []string{"refused-out-of-range"},
		},
	} {
		r, err := reading(typed(t, data, sheetWith(t, data, c.sheet), c.cells), plan, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got, bad []string
		for _, change := range r.Changes {
			got = append(got, change.Row+" "+string(change.Cells))
		}
		for _, p := range r.Bad {
			bad = append(bad, p.Code())
		}
		if diff := cmp.Diff(append([]string{c.want}, c.bad...), append([]string{strings.Join(got, ", ")}, bad...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
