package spreadsheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stappenplan/planfile"
	"stappenplan/steps"
)

// withActions is smallPlan with two actions.
func withActions(t testing.TB) steps.Plan {
	t.Helper()
	plan, err := smallPlan(t).Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeAction, Action: "offerte", What: steps.Set("Offerte vragen"), Subject: steps.Set("task:wifi-management"), Owner: steps.Set("member:an"),
			Due: steps.Set[steps.Date]("2026-12-01"), State: steps.Set(steps.ActionDo), Opened: steps.Set[steps.Date]("2026-11-03")},
		{Kind: steps.ChangeAction, Action: "lab", What: steps.Set("Lab opruimen"), Owner: steps.Set("Directie"), State: steps.Set(steps.ActionDone),
			Outcome: steps.Set("netjes"), Closed: steps.Set[steps.Date]("2026-11-20")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestTypedActions: what is typed on the sheet with the actions.
func TestTypedActions(t *testing.T) {
	t.Parallel()
	plan := withActions(t)
	data := encoded(t, plan, dutch)
	for name, c := range map[string]struct {
		cells map[string]string
		want  []string
	}{
		"a day as text":         {map[string]string{"Tegen 5": text("15/1/2027")}, []string{"Actie Offerte vragen · tegen: 1 december 2026 → 15 januari 2027"}},
		"a day of a program":    {map[string]string{"Tegen 5": ` s="` + styleOf(t, data, "Tegen 5") + `"><v>46402</v></c>`}, []string{"Actie Offerte vragen · tegen: 1 december 2026 → 15 januari 2027"}},
		"no day any more":       {map[string]string{"Tegen 5": nothing}, []string{"Actie Offerte vragen · tegen: 1 december 2026 → leeg"}},
		"a stage":               {map[string]string{"Stand 5": text("Nakijken")}, []string{"Actie Offerte vragen · stand: doen → nakijken"}},
		"the other language":    {map[string]string{"Stand 5": text("dropped")}, []string{"Actie Offerte vragen · stand: doen → geschrapt"}},
		"open again":            {map[string]string{"Stand 6": text("doen")}, []string{"Actie Lab opruimen · stand: gedaan → doen", "Actie Lab opruimen · afgesloten: 20 november 2026 → leeg"}},
		"someone of the team":   {map[string]string{"Wie 6": text("an peeters (an-2)")}, []string{"Actie Lab opruimen · wie: Directie → An Peeters"}},
		"someone else":          {map[string]string{"Wie 5": text("Firma Snel")}, []string{"Actie Offerte vragen · wie: An Peeters → Firma Snel"}},
		"other words":           {map[string]string{"Wat 5": text("Drie offertes vragen")}, []string{"Actie Offerte vragen · wat: Offerte vragen → Drie offertes vragen"}},
		"known without its id":  {map[string]string{"Id actie 5": nothing, "Stand 5": text("plannen")}, []string{"Actie Offerte vragen · stand: doen → plannen"}},
		"a new one":             {map[string]string{"Wat 7": text("Laders bestellen"), "Wie 7": text("An Peeters"), "Tegen 7": text("2027-02-01")}, []string{"Actie Laders bestellen toegevoegd: wie An Peeters, tegen 1 februari 2027, plannen"}},
		"where it comes from":   {map[string]string{"Komt van 5": text("iets anders")}, nil},
		"a subject that is not": {map[string]string{"Id herkomst 5": text("task:own-gone")}, nil},
	} {
		changes := decoded(t, typed(t, data, actionSheet, c.cells), plan)
		if diff := cmp.Diff(c.want, differences(t, changes, plan)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// styleOf is the number of the style of a cell.
func styleOf(t *testing.T, data []byte, at string) string {
	t.Helper()
	_, rest, _ := strings.Cut(parts(t, data)[actionSheet], `<c r="`+cell(t, data, actionSheet, at)+`" s="`)
	style, _, _ := strings.Cut(rest, `"`)
	return style
}

// TestWrongActionCells are each named.
func TestWrongActionCells(t *testing.T) {
	t.Parallel()
	plan := withActions(t)
	data := encoded(t, plan, dutch)
	for name, c := range map[string]struct {
		cells map[string]string
		want  string
	}{
		"no day":           {map[string]string{"Tegen 5": text("volgende week")}, "Acties!C5 workbook-not-date"},
		"a number for one": {map[string]string{"Tegen 5": ` t="n" s="0"><v>5</v></c>`}, "Acties!C5 workbook-not-date"},
		"no such day":      {map[string]string{"Tegen 5": text("30/2/2027")}, "Acties!C5 workbook-not-date"},
		"no stage":         {map[string]string{"Stand 5": text("bezig")}, "Acties!D5 workbook-unknown-value"},
		"nothing to do":    {map[string]string{"Wat 5": nothing}, "Acties!A5 refused-required"},
		"a row without it": {map[string]string{"Wie 7": text("Directie")}, "Acties!A7 workbook-what-missing"},
		"closed, and open": {map[string]string{"Afgesloten op 5": text("1/12/2026")}, "Acties!H5 refused-closed-while-open"},
		"the same twice":   {map[string]string{"Id actie 6": text("offerte")}, "Acties!A6 workbook-twice"},
	} {
		_, err := read(typed(t, data, actionSheet, c.cells), plan)
		problems, _ := err.(planfile.Errors)
		var got []string
		for _, p := range problems {
			got = append(got, p.Path+" "+p.Code())
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

// TestAnActionSurvivesTheSpreadsheet: written and read into the same plan it changes nothing, and into a plan without it, it
// comes back as it was.
func TestAnActionSurvivesTheSpreadsheet(t *testing.T) {
	t.Parallel()
	catalogue := &steps.Catalogue{Version: 1, Tasks: []steps.CatalogueTask{{ID: "wifi-management", Group: steps.TechnicalTasks, Core: steps.TechnicalCoreTask}}}
	base, err := steps.NewPlan(&steps.Definitions{Catalogue: catalogue}).Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")}, {Kind: steps.ChangeMember, Member: "an-2", Name: steps.Set("an peeters")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	dates := rapid.SampledFrom([]steps.Date{"2026-12-01", "1900-02-28", "0001-01-01", "1901-01-01", "9999-12-31", "2028-02-29"})
	rapid.Check(t, func(r *rapid.T) {
		var changes []steps.Change
		for i := range rapid.IntRange(1, 3).Draw(r, "actions") {
			c := steps.Change{
				Kind: steps.ChangeAction, Action: fmt.Sprint("a", i), What: steps.Set(rapid.SampledFrom([]string{"Doen", "doen ", "=1+1", "Twee\nregels", "1/12/2026", "_x0041_"}).Draw(r, "what")),
				Subject: steps.Set(rapid.SampledFrom([]string{"", "step:vision", "member:an", "task:wifi-management", "finding:no-owner"}).Draw(r, "about")),
				Owner:   steps.Set(rapid.SampledFrom([]string{"", "member:an", "member:an-2", "Directie", "An Peeters (an-2)", "5", "TRUE"}).Draw(r, "owner")),
				Due:     steps.Set(dates.Draw(r, "due")), Opened: steps.Set(dates.Draw(r, "opened")), Outcome: steps.Set(rapid.SampledFrom([]string{"", "gelukt", "+3", "a\tb"}).Draw(r, "outcome")),
				State: steps.Set(rapid.SampledFrom(steps.ActionStates).Draw(r, "state")),
			}
			if state, _ := c.State.Value(); !state.Open() {
				c.Closed = steps.Set(dates.Draw(r, "closed"))
			}
			changes = append(changes, c)
		}
		plan, err := base.Apply(steps.Entry{Changes: changes})
		if err != nil {
			r.Fatal(err)
		}
		data := encoded(t, plan, dutch)
		if changes := decoded(t, data, plan); len(changes) > 0 {
			r.Fatalf("read back it changes %+v", changes)
		}
		back, err := base.Apply(steps.Entry{Changes: decoded(t, data, base)})
		if err != nil {
			r.Fatal(err)
		}
		for i, a := range plan.Actions {
			if strings.HasPrefix(a.Owner, "An Peeters (") { // there is no telling it from a member's name
				a.Owner = "member:an-2"
			}
			if diff := cmp.Diff(a, back.Actions[i]); diff != "" {
				r.Fatalf("came back otherwise (-was +is):\n%s", diff)
			}
		}
	})
}
