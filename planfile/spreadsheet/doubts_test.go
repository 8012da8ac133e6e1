package spreadsheet_test

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

// typedIn is our workbook of a plan with cells typed in: those of the tasks under a heading, such as "Termijn 5", or by their names, the
// others by their sheets and names.
func typedIn(t testing.TB, plan steps.Plan, tasks map[string]any, others map[[2]string]any) []byte {
	t.Helper()
	return edited(t, encoded(t, plan, dutch), func(f *excelize.File) error {
		for at, value := range tasks {
			if blank := strings.LastIndexByte(at, ' '); blank >= 0 {
				row, _ := strconv.Atoi(at[blank+1:])
				at = in(t, f, at[:blank], row)
			}
			if err := f.SetCellValue("Taken", at, value); err != nil {
				return err
			}
		}
		for at, value := range others {
			if err := f.SetCellValue(at[0], at[1], value); err != nil {
				return err
			}
		}
		return nil
	})
}

// TestWhoIsMeantIsAsked: who is named without doubt is taken, and a name that may be somebody's is asked about, once for all cells.
func TestWhoIsMeantIsAsked(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	who := func(text string) spreadsheet.Question {
		return spreadsheet.Question{Kind: spreadsheet.WhoIsMeant, Text: text}
	}
	for name, c := range map[string]struct {
		tasks  map[string]any
		others map[[2]string]any
		said   spreadsheet.Meanings
		want   []string
	}{
		"surname first": {map[string]any{"Trekker 5": "Janssens, Jan", "Springt in 5": "Van den Broeck Els"}, nil, nil,
			[]string{"Eerstelijnshelpdesk · trekker: An Peeters → Jan Janssens", "Eerstelijnshelpdesk · springt in: leeg → Els Van den Broeck"}},
		"an id": {map[string]any{"Trekker 5": "els"}, nil, nil, []string{"Eerstelijnshelpdesk · trekker: An Peeters → Els Van den Broeck"}},
		"two people": {map[string]any{"Trekker 5": "Jan Janssens en Els Van den Broeck"}, nil, nil,
			[]string{"Eerstelijnshelpdesk · trekker: An Peeters → Jan Janssens", "Eerstelijnshelpdesk · springt in: leeg → Els Van den Broeck"}},
		"two people, one of whom stands in there": {map[string]any{"Trekker 5": "Jan Janssens / Els Van den Broeck", "Springt in 5": "Els Van den Broeck"}, nil, nil,
			[]string{"Eerstelijnshelpdesk · trekker: An Peeters → Jan Janssens", "Eerstelijnshelpdesk · springt in: leeg → Els Van den Broeck"}},
		"two people and another": {map[string]any{"Trekker 5": "Jan Janssens, Els Van den Broeck", "Springt in 5": "An Peeters (an-2)"}, nil, nil,
			[]string{"Eerstelijnshelpdesk · springt in: leeg → An Peeters", "bad Taken!J5 workbook-many-people"}},
		"three people": {map[string]any{"Trekker 5": "Jan Janssens, Els Van den Broeck, An Peeters"}, nil, nil, []string{"bad Taken!J5 workbook-many-people"}},
		"a firm":       {map[string]any{"Trekker 5": "Net & Co"}, nil, nil, []string{"bad Taken!J5 workbook-unknown-member"}},
		"a typing error": {map[string]any{"Trekker 5": "Jan Jansens", "Springt in 6": "jan  jansens", "Termijn 5": "later"}, nil, nil,
			[]string{"Eerstelijnshelpdesk · termijn: nu nodig → later", "bad Taken!J5 workbook-likely-member", "bad Taken!K6 workbook-likely-member", `who "Jan Jansens" in Taken!J5, Taken!K6: jan`}},
		"that was meant": {map[string]any{"Trekker 5": "Jan Jansens", "Trekker 7": "jan jansens"}, nil, spreadsheet.Meanings{who("jan jansens"): "jan"},
			[]string{"Eerstelijnshelpdesk · trekker: An Peeters → Jan Janssens", "Netwerk beheren · trekker: leeg → Jan Janssens"}},
		"somebody else":              {map[string]any{"Trekker 5": "Jan Jansens"}, nil, spreadsheet.Meanings{who("jan jansens"): ""}, []string{"bad Taken!J5 workbook-unknown-member"}},
		"a first name that two have": {map[string]any{"Trekker 5": "An"}, nil, nil, []string{"bad Taken!J5 workbook-likely-member", `who "An" in Taken!J5: an, an-2`}},
		"a new row of the team": {nil, map[[2]string]any{{"Team", "A13"}: "Jan Jansens", {"Team", "C13"}: 3}, nil,
			[]string{"bad Team!A13 workbook-likely-member", `who "Jan Jansens" in Team!A13: jan`}},
		"which is somebody else": {map[string]any{"Trekker 5": "Jan Jansens"}, map[[2]string]any{{"Team", "A13"}: "Jan Jansens", {"Team", "C13"}: 3}, spreadsheet.Meanings{who("jan jansens"): ""},
			[]string{"Jan Jansens toegevoegd: 3 uur", "Eerstelijnshelpdesk · trekker: An Peeters → Jan Jansens"}},
		"which is a second of one": {nil, map[[2]string]any{{"Team", "A13"}: "Jan Jansens", {"Team", "C13"}: 3}, spreadsheet.Meanings{who("jan jansens"): "jan"}, []string{"bad Team!A13 workbook-twice"}},
		"one who lost the id":      {nil, map[[2]string]any{{"Team", "A11"}: "Jan Jansens", {"Team", "C11"}: 3, {"Team", "I11"}: nil}, spreadsheet.Meanings{who("jan jansens"): "jan"}, []string{"Jan Janssens · uren: leeg → 3"}},
		"surname first in a row":   {nil, map[[2]string]any{{"Team", "A11"}: "Janssens Jan", {"Team", "C11"}: 3, {"Team", "I11"}: nil}, nil, []string{"Jan Janssens · uren: leeg → 3"}},
		"who does an action":       {nil, map[[2]string]any{{"Acties", "A5"}: "Offerte vragen", {"Acties", "B5"}: "Jan Jansens"}, nil, []string{"Actie Offerte vragen toegevoegd: plannen", "bad Acties!B5 workbook-likely-member", `who "Jan Jansens" in Acties!B5: jan`}},
		"one who is new": {map[string]any{"Trekker 5": "Bart Clas"}, map[[2]string]any{{"Team", "A13"}: "Bart Claes"}, nil,
			[]string{"Bart Claes toegevoegd", "bad Taken!J5 workbook-likely-member", `who "Bart Clas" in Taken!J5: bart`}},
		"a body": {nil, map[[2]string]any{{"Acties", "A5"}: "Offerte vragen", {"Acties", "B5"}: "Directie"}, nil, []string{"Actie Offerte vragen toegevoegd: wie Directie, plannen"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, understood(t, typedIn(t, plan, c.tasks, c.others), plan, c.said)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestATermIsProposed for a word of priority and for days of this school year, and never taken without asking.
func TestATermIsProposed(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	when := func(kind spreadsheet.DoubtKind, text string) spreadsheet.Question {
		return spreadsheet.Question{Kind: kind, Text: text}
	}
	for name, c := range map[string]struct {
		tasks map[string]any
		said  spreadsheet.Meanings
		want  []string
	}{
		"a priority": {map[string]any{"Termijn 5": "Gemiddeld", "Termijn 6": "P1", "Termijn 7": 3}, nil, []string{
			"bad Taken!D5 workbook-unknown-value", "bad Taken!D6 workbook-unknown-value", "bad Taken!D7 workbook-unknown-value",
			`when "Gemiddeld" in Taken!D5: long, short, dropped`, `when "P1" in Taken!D6: short, long, dropped`, `when "3" in Taken!D7: long, short, dropped`,
		}},
		"that was meant": {map[string]any{"Termijn 5": "Gemiddeld", "Termijn 6": "P1"}, spreadsheet.Meanings{when(spreadsheet.WhichHorizon, "gemiddeld"): "long", when(spreadsheet.WhichHorizon, "p1"): "dropped"},
			[]string{"Eerstelijnshelpdesk · termijn: nu nodig → later", "Tweedelijnshelpdesk · termijn: leeg → schrappen"}},
		"that is no term": {map[string]any{"Termijn 5": "Gemiddeld"}, spreadsheet.Meanings{when(spreadsheet.WhichHorizon, "gemiddeld"): ""}, []string{"bad Taken!D5 workbook-unknown-value"}},
		"days of this school year": {map[string]any{"Termijn 6": "1/3/2027", "Termijn 7": "2026-12-24"}, nil, []string{
			"bad Taken!D6 workbook-unknown-value", "bad Taken!D7 workbook-unknown-value", `days "1/3/2027" in Taken!D6, Taken!D7: short, long, dropped`,
		}},
		"that were meant":          {map[string]any{"Termijn 6": "1/3/2027", "Termijn 7": "2026-12-24"}, spreadsheet.Meanings{when(spreadsheet.DaysThisYear, ""): "short"}, []string{"Tweedelijnshelpdesk · termijn: leeg → nu nodig", "Netwerk beheren · termijn: leeg → nu nodig"}},
		"days of another year":     {map[string]any{"Termijn 6": "1/9/2027", "Termijn 7": "31/8/2026"}, nil, []string{"bad Taken!D6 workbook-unknown-value", "bad Taken!D7 workbook-unknown-value"}},
		"a word that says nothing": {map[string]any{"Termijn 5": "blauw"}, nil, []string{"bad Taken!D5 workbook-unknown-value"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, understood(t, typedIn(t, plan, c.tasks, nil), plan, c.said)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestWhichTaskIsAsked of a row without an id whose title is nearly that of a task; else it is a new one.
func TestWhichTaskIsAsked(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	for name, c := range map[string]struct {
		tasks map[string]any
		want  []string
	}{
		"a title that says it": {map[string]any{"B7": "Netwerkbeheer", "Id taak 7": nil, "Termijn 7": "later"}, []string{"Netwerk beheren · termijn: leeg → later"}},
		"a new one":            {map[string]any{"A83": "Beleid en visie", "B83": "Koffie zetten"}, []string{"Koffie zetten toegevoegd: groep Beleid en visie"}},
		"whose task has a row": {map[string]any{"A83": "Beleid en visie", "B83": "Netwerkbeheer"}, []string{"Netwerkbeheer toegevoegd: groep Beleid en visie"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, understood(t, typedIn(t, plan, c.tasks, nil), plan, nil)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}

	row := rowOf(t, encoded(t, plan, dutch), "ICT-beveiliging dagelijks opvolgen")
	data := typedIn(t, plan, map[string]any{"B" + row: "Veiligheid", "Id taak " + row: nil, "Termijn " + row: "later"}, nil)
	question := spreadsheet.Question{Kind: spreadsheet.WhichTask, Text: "veiligheid"}
	for name, c := range map[string]struct {
		said spreadsheet.Meanings
		want []string
	}{
		"not asked": {nil, []string{"Veiligheid toegevoegd: groep Technische taken, termijn later", `task "Veiligheid" in Taken!B` + row + ": security-management"}},
		"it is": {spreadsheet.Meanings{question: "security-management"}, []string{
			"ICT-beveiliging dagelijks opvolgen · termijn: leeg → later", "ICT-beveiliging dagelijks opvolgen · in jullie lijst: Veiligheid",
		}},
		"it is not": {spreadsheet.Meanings{question: ""}, []string{"Veiligheid toegevoegd: groep Technische taken, termijn later"}},
	} {
		if diff := cmp.Diff(c.want, understood(t, data, plan, c.said)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	after := plan.AlsoCalled("security-management", "Veiligheid")
	if diff := cmp.Diff([]string{"ICT-beveiliging dagelijks opvolgen · termijn: leeg → later"}, understood(t, data, after, nil)); diff != "" {
		t.Errorf("a second time (-want +got):\n%s", diff)
	}
}

// rowOf is the row of the task with a title.
func rowOf(t testing.TB, data []byte, title string) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Taken")
	if err != nil {
		t.Fatal(err)
	}
	return strconv.Itoa(1 + slices.IndexFunc(rows, func(row []string) bool { return len(row) > 1 && row[1] == title }))
}

// TestWhatIsRightIsTaken: of cells and rows that cannot be, what they are about stays as it was.
func TestWhatIsRightIsTaken(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	data := typedIn(t, plan, map[string]any{
		"Termijn 5": "ooit", "Uren per week 5": 3, "Uren per week 6": 200, "Notitie 6": "nieuw", // cells
		"A83": "Varia", "B83": "Geen groep", "A84": "Beleid en visie", "B84": "Wel een groep", // rows
	}, map[[2]string]any{{"Team", "B9"}: "koning", {"Team", "C9"}: 9, {"Team", "A13"}: nil, {"Team", "C13"}: 2})
	want := []string{
		"An Peeters · uren: 8 → 9", "Eerstelijnshelpdesk · uren: 4,1 → 3", "Tweedelijnshelpdesk · notitie: leeg → nieuw", "Wel een groep toegevoegd: groep Beleid en visie",
		"bad Taken!D5 workbook-unknown-value", "bad Taken!L6 refused-out-of-range", "bad Taken!A83 workbook-unknown-value", "bad Team!B9 workbook-unknown-value", "bad Team!A13 workbook-name-missing",
	}
	if diff := cmp.Diff(want, understood(t, data, plan, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTwoMembersNeverGetOneName: who has a name keeps it, also where what stands in the own cell of the name cannot be.
func TestTwoMembersNeverGetOneName(t *testing.T) {
	t.Parallel()
	plan := schoolPlan(t)
	const an, second, jan, els = "A9", "A10", "A11", "A12"
	for name, c := range map[string]struct {
		cells map[string]any
		want  []string
	}{
		"a name taken from an emptied cell":   {map[string]any{jan: nil, els: "Jan Janssens", "C12": 4}, []string{"Els Van den Broeck · uren: leeg → 4", "bad Team!A11 workbook-name-missing", "bad Team!A12 workbook-twice"}},
		"a name taken from one too long":      {map[string]any{jan: strings.Repeat("x", 201), els: "Jan Janssens"}, []string{"bad Team!A11 planfile-too-long", "bad Team!A12 workbook-twice"}},
		"a name that another has":             {map[string]any{els: "jan janssens"}, []string{"bad Team!A12 workbook-twice"}},
		"a name that follows one left out":    {map[string]any{an: "Els Van den Broeck", jan: nil, els: "Jan Janssens"}, []string{"bad Team!A9 workbook-twice", "bad Team!A11 workbook-name-missing", "bad Team!A12 workbook-twice"}},
		"two who get one name":                {map[string]any{jan: "Bart Claes", els: "Bart Claes"}, []string{"Jan Janssens · naam: Jan Janssens → Bart Claes", "bad Team!A12 workbook-twice"}},
		"two who change names":                {map[string]any{jan: "Els Van den Broeck", els: "Jan Janssens"}, []string{"Jan Janssens · naam: Jan Janssens → Els Van den Broeck", "Els Van den Broeck · naam: Els Van den Broeck → Jan Janssens"}},
		"two who had one name are left alone": {map[string]any{second: "An Peeters", "C10": 4}, []string{"An Peeters · uren: leeg → 4"}},
	} {
		others := map[[2]string]any{}
		for at, value := range c.cells {
			others[[2]string{"Team", at}] = value
		}
		if diff := cmp.Diff(c.want, understood(t, typedIn(t, plan, nil, others), plan, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
