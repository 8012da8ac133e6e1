package lists_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/steps"
)

var dutch = assets.Load(assets.Dutch)

// sheetOf is a workbook with one sheet of texts.
func sheetOf(t testing.TB, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// agreed is what a person agrees to who takes words of priority for terms.
var agreed = lists.Choices{Priorities: true}

func read(data []byte, plan steps.Plan) (lists.List, error) { return readFile(data, plan, agreed) }

func listOf(t testing.TB, plan steps.Plan, rows ...[]any) lists.List {
	t.Helper()
	f, err := read(sheetOf(t, rows...), plan)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestTitlesAreMatched holds titles as schools write them against the list.
func TestTitlesAreMatched(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	for title, want := range map[string]string{
		"Netwerk beheren": "network-management", "Netwerkbeheer": "network-management", "Beheer van het netwerk": "network-management",
		"WIFI": "wifi-management", "Laptops beheren": "device-management", "Beheer Smartschool": "lms-administration",
		"Coachen van leerkrachten": "teacher-coaching", "GDPR": "data-protection-policy", "mediawijsheid": "media-literacy",
		"Printers": "printing", "ICT-beleidsplan opstellen": "ict-policy-plan", "Sociale media": "communication-channels",
		"Network management": "network-management", "Netwerk beheeren": "network-management", "Software installeren": "software-deployment",
		"Robotlab beheren": "stem-labs", "Virusscanner beheren": "security-management", "Koffie zetten": "", "Projectweek organiseren": "", "Wisa": "", "Cybersecurity": "",
	} {
		row := listOf(t, empty, []any{"Taak", "Wie"}, []any{title, "An"}).Rows[0]
		if row.Task != want {
			t.Errorf("%s is taken for %q (%d %%, %v), want %q", title, row.Task, row.Certainty, row.Matches, want)
		}
	}
}

// TestWordsAreUnderstood shows what becomes of what people write.
func TestWordsAreUnderstood(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	row := func(when, applies any) lists.Row {
		return listOf(t, empty, []any{"Taak", "Termijn", "Van toepassing?"}, []any{"Wifi", when, applies}).Rows[0]
	}
	for when, want := range map[string]steps.Horizon{
		"nu": steps.Short, "Korte termijn": steps.Short, "DRINGEND": steps.Short, "hoog": steps.Short, "urgent": steps.Short,
		"later": steps.Long, "lange termijn": steps.Long, "laag": steps.Long, "niet dringend": steps.Long, "low": steps.Long,
		"schrappen": steps.Dropped, "niet": steps.Dropped, "vervalt": steps.Dropped,
		"gemiddeld": "", "kort of lang": "", "tegen 1 mei": "", "3": "",
	} {
		if got := row(when, ""); got.Horizon != want || (want == "") != strings.Contains(got.Note, when) {
			t.Errorf("%q: %q, note %q", when, got.Horizon, got.Note)
		}
	}
	for applies, want := range map[any]steps.Relevance{
		"ja": steps.Applies, "X": steps.Applies, "✓": steps.Applies, true: steps.Applies, 1: steps.Applies,
		"deels": steps.AppliesAdapted, "Gedeeltelijk": steps.AppliesAdapted,
		"nee": steps.DoesNotApply, "n.v.t.": steps.DoesNotApply, false: steps.DoesNotApply, "n/a": steps.DoesNotApply,
		"misschien": "",
	} {
		if got := row("", applies); got.Relevance != want || (want == "") != strings.Contains(got.Note, fmt.Sprint(applies)) {
			t.Errorf("%v: %q, note %q", applies, got.Relevance, got.Note)
		}
	}
}

// schoolsOwn is an overview as a school keeps it: a title above it, sections, own headings.
var schoolsOwn = [][]any{
	{"ICT-taken schooljaar 2024-2025"},
	{},
	{"Omschrijving taak", "Uitvoerder(s)", "Prioriteit", "Uren/week", "Opmerkingen", "Lokaal"},
	{"TECHNISCH"},
	{"Netwerkbeheer", "An Peeters", "hoog", 4.5, "kabels nakijken", "A1"},
	{"Moestuin beheren", "Bart en Chris", "tegen Pasen", "", "", ""},
	{"Pedagogisch-didactische taken"},
	{"Coachen van leerkrachten", "bart", "niet dringend", "veel", "", ""},
	{"Koffie zetten", "?", "schrappen", "", "", ""},
}

func TestASchoolsOwnOverview(t *testing.T) {
	t.Parallel()
	plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")},
		{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart Claes")},
		{Kind: steps.ChangeTask, Task: "network-management", Note: steps.Set("oud")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	f := listOf(t, plan, schoolsOwn...)
	if table := f.Tables[0]; len(f.Tables) != 1 || table.Sheet != "Sheet1" || table.Headings != 3 {
		t.Errorf("read %+v", f.Tables)
	}
	var columns []string
	for _, c := range f.Tables[0].Columns {
		columns = append(columns, c.Letter+" "+string(c.Field))
	}
	if diff := cmp.Diff([]string{"A title", "B owner", "C priority", "D hours", "E note", "F note"}, columns); diff != "" {
		t.Errorf("columns: %s", diff)
	}
	changes, err := f.Changes(plan)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Chris toegevoegd",
		"Netwerk beheren · uren: leeg → 4,5", "Netwerk beheren · termijn: leeg → nu nodig", "Netwerk beheren · trekker: leeg → An Peeters",
		"Netwerk beheren · notitie: oud → oud kabels nakijken Lokaal: A1",
		"Leraren coachen in ICT-gebruik · termijn: leeg → later", "Leraren coachen in ICT-gebruik · trekker: leeg → Bart Claes",
		"Leraren coachen in ICT-gebruik · notitie: leeg → Uren/week: veel",
		"Moestuin beheren toegevoegd: groep Technische taken, geldt, trekker Bart Claes, Chris springt in",
		"Koffie zetten toegevoegd: groep Pedagogisch-didactische taken, geldt, termijn schrappen",
	}
	after, err := plan.Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, dutch.Differences(plan, after).Lines(changes)); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	again, err := listOf(t, after, schoolsOwn...).Changes(after)
	if err != nil || len(again) > 0 {
		t.Errorf("a second time: %d changes, %v", len(again), err)
	}
}

// TestOneTaskForOneRow: two rows are never taken for the same task.
func TestOneTaskForOneRow(t *testing.T) {
	t.Parallel()
	f := listOf(t, steps.NewPlan(assets.Definitions()), []any{"Taak", "Wie"}, []any{"Beheer netwerk", ""}, []any{"Netwerk beheren", ""})
	if f.Rows[0].Task != "" || f.Rows[1].Task != "network-management" {
		t.Errorf("taken for %q and %q", f.Rows[0].Task, f.Rows[1].Task)
	}
}

func TestNoOverview(t *testing.T) {
	t.Parallel()
	for name, rows := range map[string][][]any{
		"nothing":      {{}},
		"only words":   {{"Beste collega's", "hierbij"}, {"de lijst"}},
		"no tasks":     {{"Taak", "Wie"}},
		"other things": {{"Artikel", "Prijs"}, {"Muis", 5}},
	} {
		_, err := read(sheetOf(t, rows...), steps.NewPlan(assets.Definitions()))
		if err == nil || err.(planfile.Errors).Code() != "workbook-no-overview" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	rows := [][]any{{"Taak", "Wie", "Termijn"}}
	for i := range 200 {
		rows = append(rows, []any{fmt.Sprintf("Toestellen van lokaal %d nakijken en beheren", i), "An", "later"})
	}
	data, plan := sheetOf(b, rows...), steps.NewPlan(assets.Definitions())
	for b.Loop() {
		if _, err := read(data, plan); err != nil {
			b.Fatal(err)
		}
	}
}

// TestAConfirmedTitleIsKept: what somebody said of a doubtful title is not asked again, in the same list or another.
func TestAConfirmedTitleIsKept(t *testing.T) {
	t.Parallel()
	plan := steps.NewPlan(assets.Definitions())
	rows := [][]any{{"Taak", "Wie"}, {"Veiligheid", "An"}, {"Koffie zetten", "An"}, {"Netwerk beheren", "An"}}
	f := listOf(t, plan, rows...)
	if !f.Rows[0].Unsure() {
		t.Fatalf("it is not doubtful: %+v", f.Rows[0])
	}
	f.Rows[0].Task = f.Rows[0].Matches[1].Task
	changes, err := f.Changes(plan)
	if err != nil {
		t.Fatal(err)
	}
	after, err := plan.Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	kept := map[string][]string{}
	for _, task := range after.Tasks() {
		if task.Also != nil {
			kept[task.ID] = task.Also
		}
	}
	if diff := cmp.Diff(map[string][]string{f.Rows[0].Task: {"Veiligheid"}}, kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if again := listOf(t, after, rows...).Rows[0]; again.Task != f.Rows[0].Task || !again.Sure() {
		t.Errorf("a second time: %+v", again)
	}
}
