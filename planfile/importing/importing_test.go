package importing_test

import (
	"slices"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
)

var dutch = assets.Load(assets.Dutch)

// team is an entry that makes one.
var team = steps.Entry{Changes: []steps.Change{
	{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")}, {Kind: steps.ChangeMember, Member: "katrien", Name: steps.Set("Katrien Maes")},
	{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Owner: steps.Set("an")},
}}

// school is a plan with a team.
func school(t testing.TB) steps.Plan {
	t.Helper()
	plan, err := steps.NewPlan(assets.Definitions()).Apply(team)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func must(t *testing.T, i importing.Import, err error) importing.Import {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// list is a list as text before a person who sees what is proposed.
func list(t *testing.T, text string) importing.Import {
	t.Helper()
	i, err := importing.Begin("taken.csv", []byte(text), importing.Ground{Plan: school(t), Texts: dutch, Today: "2026-11-24"})
	return must(t, i, err)
}

// decide says what the row at a place becomes.
func decide(t *testing.T, i importing.Import, at int, becomes importing.Becomes) importing.Import {
	t.Helper()
	decided, err := i.Decide(i.List.Rows[at], becomes)
	return must(t, decided, err)
}

// becomes are the tasks that rows become, + for an own one and - for nothing.
func becomes(i importing.Import) (all []string) {
	for _, b := range i.Outcome() {
		switch {
		case b.LeftOut:
			all = append(all, "-")
		case b.Task == "":
			all = append(all, "+")
		default:
			all = append(all, b.Task)
		}
	}
	return all
}

// TestWhatRowsBecome: what a person said, what is sure, what is proposed to somebody who sees it, and no task twice.
func TestWhatRowsBecome(t *testing.T) {
	t.Parallel()
	i := list(t, "Taak;Wie\nWifi beheren;An\nVeiligheid;\nCybersecurity;\nMoestuin;\n")
	rows := i.List.Rows
	want := func(name string, i importing.Import, want ...string) {
		t.Helper()
		if got := becomes(i); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	first := rows[1].Matches[0].Task
	want("proposed", i, "wifi-management", first, "+", "+")
	want("decided", decide(t, decide(t, i, 1, importing.Becomes{Task: "e-safety"}), 3, importing.Becomes{LeftOut: true}), "wifi-management", "e-safety", rows[2].Matches[0].Task, "-")
	want("chosen before found", decide(t, i, 3, importing.Becomes{Task: "wifi-management"}), "+", first, "+", "wifi-management")
	want("chosen before proposed", decide(t, i, 2, importing.Becomes{Task: first}), "wifi-management", "+", first, "+")
	want("left out first", decide(t, i, 1, importing.Becomes{LeftOut: true}), "wifi-management", "-", rows[2].Matches[0].Task, "+")
	want("the import it was decided of", i, "wifi-management", first, "+", "+")

	file, err := importing.Open("taken.csv", []byte("Taak\nVeiligheid\n"), nil, dutch, lists.Choices{Columns: map[string]lists.Meaning{"A": {Field: lists.Title}}})
	if err == nil {
		alone, readErr := file.Read(i.Ground, lists.Choices{})
		want("nobody sees it", must(t, alone, readErr), "+")
	}
}

// TestDoubtsAreNamedOnce, from where one is on and round.
func TestDoubtsAreNamedOnce(t *testing.T) {
	t.Parallel()
	i := list(t, "Taak;Wie\nVeiligheid;\nWifi beheren;An\nCybersecurity;\n")
	for _, step := range []struct {
		from, want int
		is         bool
	}{{1, 2, true}, {3, 0, true}, {0, 0, false}} {
		at, is := i.NextDoubt(step.from, false)
		if at != step.want || is != step.is {
			t.Errorf("from %d the next is %d, %v", step.from, at, is)
		}
		i = decide(t, i, at, importing.Becomes{})
	}
}

// TestWhoeverLosesATaskIsADoubt that is said at once, and what a person chose is not lost to another choice.
func TestWhoeverLosesATaskIsADoubt(t *testing.T) {
	t.Parallel()
	i := list(t, "Taak;Wie\nMoestuin;\nWifi beheren;An\nWifi beheren;\n")
	if !slices.Equal(i.Doubtful(), []int{2}) || !slices.Equal(i.Own(), []int{0}) {
		t.Errorf("doubtful are %v, own %v", i.Doubtful(), i.Own())
	}
	if said := i.Rival(i.Outcome(), 2); said != "eigen taak: rij 3 is al Wifi beheren" {
		t.Errorf("of the second row it is said: %q", said)
	}
	if at, is := i.NextDoubt(0, false); is {
		t.Errorf("row %d is asked for, and can only be an own task", at)
	}
	if at, is := i.NextDoubt(0, true); at != 2 || !is {
		t.Errorf("the doubt is %d, %v", at, is)
	}
	chosen := decide(t, i, 0, importing.Becomes{Task: "wifi-management"})
	if said := chosen.Displaced(i); len(said) != 1 || said[0] != "Rij 3 wordt nu een eigen taak: rij 2 is Wifi beheren." {
		t.Errorf("said is %q", said)
	}
	if at, is := chosen.NextDoubt(0, false); at != 1 || !is || !slices.Equal(chosen.Doubtful(), []int{1, 2}) || len(chosen.Sure()) > 0 {
		t.Errorf("the next doubt is %d, of %v; sure are %v", at, chosen.Doubtful(), chosen.Sure())
	}
	if again, err := chosen.Decide(chosen.List.Rows[1], importing.Becomes{Task: "wifi-management"}); err == nil || !slices.Equal(becomes(again), becomes(chosen)) {
		t.Errorf("a choice took the task of another: %q, %v", becomes(again), err)
	}
	freed := decide(t, decide(t, chosen, 0, importing.Becomes{}), 1, importing.Becomes{Task: "wifi-management"})
	if got := becomes(freed); !slices.Equal(got, []string{"+", "wifi-management", "+"}) {
		t.Errorf("freed, the rows become %q", got)
	}
}

// TestAPersonIsSaidAsOftenAsNeeded: every later word is about whom the former made of the name.
func TestAPersonIsSaidAsOftenAsNeeded(t *testing.T) {
	t.Parallel()
	i := list(t, "Taak;Wie\nWifi beheren;Kat\nPrinters;Helpdesk\n")
	for _, step := range []struct{ name, who string }{{"Kat", "Kat Maas"}, {"Kat Maas", "Katrien Maes"}, {"Helpdesk", ""}, {"Helpdesk", "An Peeters"}} {
		next, err := i.IsWho(step.name, step.who)
		i = must(t, next, err)
		if at := slices.Index(i.Nobodies(), step.name); (at >= 0) != (step.who == "") {
			t.Errorf("%s is %s: nobody is %q", step.name, step.who, i.Nobodies())
		}
	}
	var names []string
	for _, p := range i.List.People {
		names = append(names, p.Name)
	}
	slices.Sort(names)
	if !slices.Equal(names, []string{"An Peeters", "Katrien Maes"}) {
		t.Errorf("the people are %q", names)
	}
}

// TestOwnWordsAreRemembered of rows that were recognised for sure too, where a person went through them, but not the task's own title.
func TestOwnWordsAreRemembered(t *testing.T) {
	t.Parallel()
	const text = "Taak;Wie\nWifibeheer op school;An\nNetwerk beheren;An\n"
	f, err := importing.Open("taken.csv", []byte(text), nil, dutch, lists.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	alone, err := f.Read(list(t, text).Ground, lists.Choices{})
	alone = must(t, alone, err)
	if len(alone.Sure()) != 2 {
		t.Fatalf("sure are %v: %+v", alone.Sure(), alone.List.Rows)
	}
	for name, c := range map[string]struct {
		i    importing.Import
		want []string
	}{"on screens": {list(t, text), []string{"Wifibeheer op school"}}, "talked through": {alone.Seen(), []string{"Wifibeheer op school"}}, "nobody": {alone, nil}} {
		changes, err := c.i.Changes()
		if err != nil {
			t.Fatal(err)
		}
		after, err := c.i.Plan.Apply(steps.Entry{Changes: changes})
		if err != nil {
			t.Fatal(err)
		}
		wifi, network := after.Decisions.Of("wifi-management").Also, after.Decisions.Of("network-management").Also
		if !slices.Equal(wifi, c.want) || len(network) > 0 {
			t.Errorf("%s: remembered are %q and %q", name, wifi, network)
		}
	}
}

// TestAnOwnTaskOfAListApplies, as one that is added by hand does, unless the list says otherwise; of one that is there the list changes nothing
// it does not name.
func TestAnOwnTaskOfAListApplies(t *testing.T) {
	t.Parallel()
	i := list(t, "Taak;Wie;Uren;Van toepassing?\nMoestuin;An;2,5;\nSerre;An;1;nee\n")
	changes, err := i.Changes()
	if err != nil {
		t.Fatal(err)
	}
	after, err := i.Plan.Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	if got := after.Capacity().Planned; got != steps.Hundredths(250) {
		t.Errorf("planned are %v hours: %v", got, changes)
	}
	if r := after.Decisions.Of("own-serre").Relevance; r != steps.DoesNotApply {
		t.Errorf("what does not apply is %q", r)
	}
}

// TestDecisionsOutliveOtherChoices of what the columns are.
func TestDecisionsOutliveOtherChoices(t *testing.T) {
	t.Parallel()
	i := list(t, "Taak;Wie;Wat\nVeiligheid;An;x\n")
	i = decide(t, i, 0, importing.Becomes{Task: "e-safety"})
	next, err := i.Choosing(func(c *lists.Choices) { c.Columns["B"] = lists.Meaning{Field: lists.Note} })
	if i = must(t, next, err); !slices.Equal(becomes(i), []string{"e-safety"}) || len(i.List.People) > 0 {
		t.Errorf("it becomes %q of %v", becomes(i), i.List.People)
	}
	if _, err := i.Choosing(func(c *lists.Choices) { c.Columns["Z"] = lists.Meaning{Field: lists.Note} }); err == nil {
		t.Error("a column that is not there was taken")
	}
}

// TestAFileIsWhatItHolds whatever its name is.
func TestAFileIsWhatItHolds(t *testing.T) {
	t.Parallel()
	plan := school(t)
	book, err := spreadsheet.Encode(plan, dutch)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		data []byte
		want importing.Kind
	}{{planfile.Encode(plan), importing.PlanFile}, {planfile.EncodeYAML(plan), importing.PlanFile}, {book, importing.OurWorkbook}, {[]byte("Taak\tWie\nWifi\tAn\n"), importing.OtherList}} {
		i, err := importing.Begin("file", c.data, importing.Ground{Plan: plan, Texts: dutch, Today: "2026-11-24"})
		if i = must(t, i, err); i.Kind != c.want {
			t.Errorf("it is of kind %d, not %d", i.Kind, c.want)
		}
		changes, err := i.Changes()
		if err != nil || c.want != importing.OtherList && len(changes) > 0 {
			t.Errorf("kind %d changes %v, %v", c.want, changes, err)
		}
	}
}
