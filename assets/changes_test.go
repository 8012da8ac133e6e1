package assets

import (
	"slices"
	"strings"
	"testing"
	"time"

	"stappenplan/steps"
)

// sentence is a change with the words for it.
type sentence struct {
	change steps.Change
	nl, en string
}

func sentences() []sentence {
	task := func(c steps.Change) steps.Change { c.Kind, c.Task = steps.ChangeTask, "wifi-management"; return c }
	answer := func(c steps.Change) steps.Change { c.Kind, c.Step = steps.ChangeAnswer, steps.Vision; return c }
	return []sentence{
		{task(steps.Change{Horizon: steps.Set(steps.Short), Owner: steps.Set("an")}),
			"Wifi beheren: termijn nu nodig, trekker An Peeters", "Wifi management: term needed now, owner An Peeters"},
		{task(steps.Change{Note: steps.Set("x"), Hours: steps.Set(steps.Tenths(25)), Scale: steps.Set(true)}),
			"Wifi beheren: 2,5 uur, schaalvoordeel ja, notitie gewijzigd", "Wifi management: 2.5 hours, economy of scale yes, note changed"},
		{task(steps.Change{Relevance: steps.Set(steps.DoesNotApply), Backup: steps.Clear[string](), Note: steps.Clear[string]()}),
			"Wifi beheren: notitie gewist, geldt niet, springt in gewist", "Wifi management: note cleared, does not apply, steps in cleared"},
		{steps.Change{Kind: steps.ChangeTask, Task: "own-robotlab", Title: steps.Set("Robotlab"), Group: steps.Set("technical")},
			"Robotlab toegevoegd: groep Technische taken", "Robotlab added: group Technical tasks"},
		{answer(steps.Change{Choice: steps.Set(steps.No), Note: steps.Set("x"), By: steps.Set("An"), At: steps.Set(time.Now())}),
			"Stap 2 Gedragen visie: nee, notitie gewijzigd", "Step 2 Shared vision: no, note changed"},
		{steps.Change{Kind: steps.ChangeMember, Member: "leen", Name: steps.Set("Leen Smets"), Hours: steps.Set(steps.Whole(12))},
			"Leen Smets toegevoegd: 12 uur", "Leen Smets added: 12 hours"},
		{steps.Change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Whole(1))}, "An Peeters: 1 uur", "An Peeters: 1 hour"},
		{steps.Change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Tenths(11))}, "An Peeters: 1,1 uur", "An Peeters: 1.1 hours"},
		{steps.Change{Kind: steps.ChangeSchool, Pupils: steps.Set(1)}, "School: 1 leerling", "School: 1 pupil"},
		{steps.Change{Kind: steps.ChangeSchool, Pupils: steps.Set(0), Hours: steps.Set(steps.Whole(0))}, "School: 0 leerlingen, 0 uur", "School: 0 pupils, 0 hours"},
		{steps.Change{Kind: steps.ChangeMember, Member: "an", Mandate: steps.Set("x")}, "An Peeters: mandaat gewijzigd", "An Peeters: mandate changed"},
		{steps.Change{Kind: steps.ChangeAgreement, Agreement: "backup", Needed: steps.Set(false)},
			"Afspraak Wie springt in: niet nodig", "Agreement Who steps in: not needed"},
		{steps.Change{Kind: steps.ChangeSchool, Name: steps.Set("Klaver"), Level: steps.Set("primary"), Group: steps.Set("Noord")},
			"School: naam Klaver, onderwijsniveau basisonderwijs, naam van de groep Noord", "School: name Klaver, level of education primary education, name of the group Noord"},
		{steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(steps.Date("2027-05-26")), Present: steps.Set([]string{"an", "Ouderraad"})},
			"Evaluatie: met An Peeters, Ouderraad, volgende evaluatie 26 mei 2027", "Evaluation: with An Peeters, Ouderraad, next evaluation 26 May 2027"},
		{steps.Change{Kind: steps.ChangeRemove, Member: "an"}, "An Peeters verwijderd", "An Peeters removed"},
		{steps.Change{Kind: steps.ChangeRound, Number: steps.Set(3), Repeat: steps.Set([]steps.StepID{steps.Tasks, steps.Team})},
			"Ronde 3 geopend; opnieuw: Takenoverzicht, ICT-team", "Round 3 opened; again: Task overview, ICT team"},
		{steps.Change{Kind: steps.ChangeRound, Number: steps.Set(2), Opened: steps.Set(steps.Date("2026-09-01"))},
			"Ronde 2: geopend op 1 september 2026", "Round 2: opened on 1 September 2026"},
		{steps.Change{Kind: steps.ChangeConfirm, Step: steps.Team}, "Stap 7 ICT-team bevestigd", "Step 7 ICT team confirmed"},
		{steps.Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(*Catalogue())}, "Eigen takenlijst met 77 taken", "A task list of your own, with 77 tasks"},
		{steps.Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Clear[steps.Catalogue]()}, "De ingebouwde takenlijst geldt weer", "The built-in task list applies again"},
		{steps.Change{Kind: steps.ChangeWithdraw, Entry: 41}, "Regel 41 ongedaan gemaakt", "Entry 41 undone"},
		{steps.Change{Kind: steps.ChangeErased, Member: "erased-1", Erased: steps.Set(steps.ErasedRecord{Mark: "[gewist]"})}, "Gegevens gewist: [gewist] 1", "Data erased: [gewist] 1"},
		{steps.Change{Kind: steps.ChangeErased, Sheet: "improvement"}, "Verbetercyclus: gewist", "Improvement cycle: erased"},
	}
}

func TestChangesAreSaidInWords(t *testing.T) {
	p := exampleJournal(t).Plan()
	nl, en := Load(Dutch), Load(English)
	for _, s := range sentences() {
		if got := nl.Change(s.change, p); got != s.nl {
			t.Errorf("got %q, want %q", got, s.nl)
		}
		if got := en.Change(s.change, p); got != s.en {
			t.Errorf("got %q, want %q", got, s.en)
		}
	}
}

func TestEntriesAreSaidInOneLine(t *testing.T) {
	p := exampleJournal(t).Plan()
	x := Load(Dutch)
	tasks := func(n int, change func(i int, c *steps.Change)) (changes []steps.Change) {
		for i, task := range Catalogue().Tasks[:n] {
			c := steps.Change{Kind: steps.ChangeTask, Task: task.ID}
			change(i, &c)
			changes = append(changes, c)
		}
		return changes
	}
	add := steps.Change{Kind: steps.ChangeMember, Member: "leen", Name: steps.Set("Leen Smets")}
	owns := steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Owner: steps.Set("leen")}
	differently := steps.Change{Kind: steps.ChangeTask, Task: "website", Owner: steps.Set("an"), Backup: steps.Set("bart"), Note: steps.Set("x"), Scale: steps.Set(true)}
	ownTask := func(id string) steps.Change {
		return steps.Change{Kind: steps.ChangeTask, Task: id, Title: steps.Set("Moestuin"), Relevance: steps.Set(steps.Applies)}
	}
	decided := tasks(28, func(i int, c *steps.Change) { c.Horizon = steps.Set(steps.Horizons[i%2]) })
	for want, changes := range map[string][]steps.Change{
		"–": nil,
		"Leen Smets toegevoegd; Wifi beheren: trekker Leen Smets": {add, owns},
		"28 taken beslist":                               decided,
		"5 taken: termijn later":                         tasks(5, func(_ int, c *steps.Change) { c.Horizon = steps.Set(steps.Long) }),
		"5 taken: uren":                                  tasks(5, func(i int, c *steps.Change) { c.Hours = steps.Set(steps.Whole(int64(i))) }),
		"29 taken gewijzigd, 2 toegevoegd":               append(decided[:28:28], differently, ownTask("own-a"), ownTask("own-b")),
		"28 taken beslist, 1 toegevoegd":                 append(decided[:28:28], ownTask("own-a")),
		"5 taken gewijzigd, 1 toegevoegd":                append(tasks(5, func(i int, c *steps.Change) { c.Hours = steps.Set(steps.Whole(int64(i))) }), ownTask("own-a")),
		"3 taken toegevoegd, 1 teamlid":                  {ownTask("own-a"), ownTask("own-b"), ownTask("own-c"), add},
		"1 teamlid, 29 taken gewijzigd, Ronde 3 geopend": append(append([]steps.Change{add}, append(decided, differently)...), steps.Change{Kind: steps.ChangeRound, Number: steps.Set(3)}),
	} {
		if got := x.Entry(steps.Entry{Changes: changes}, p); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestHistoryUsesTheNamesOfTheMoment(t *testing.T) {
	j := exampleJournal(t)
	err := j.Apply(steps.NewEntry("gone", time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), "Katrien Maes",
		steps.Change{Kind: steps.ChangeRemove, Member: "yusuf"}))
	if err != nil {
		t.Fatal(err)
	}
	lines := Load(Dutch).History(j)
	if uint64(len(lines)) != j.Len() {
		t.Fatalf("%d lines for %d entries", len(lines), j.Len())
	}
	for n, want := range map[int]string{
		5: "Stap 3 ICT-beleidsplan: nee, notitie en bewijs gewijzigd; Actie Pictos openen met de werkgroep, en vier werkmomenten vastle… toegevoegd: wie Directie, tegen 14 november 2025, advies van het stappenplan, doen", 9: "27 taken beslist",
		53: "Wifi beheren: termijn schrappen", 54: "Regel 53 ongedaan gemaakt", 55: "Yusuf Demir toegevoegd: 7 uur, leraar",
		74: "Yusuf Demir verwijderd",
	} {
		if lines[n-1] != want {
			t.Errorf("entry %d: got %q, want %q", n, lines[n-1], want)
		}
	}
	for _, line := range lines {
		if strings.ContainsAny(line, "{}\n") {
			t.Errorf("not filled in: %s", line)
		}
	}
}

func TestDifferencesGoFromTo(t *testing.T) {
	p := exampleJournal(t).Plan()
	long := strings.Repeat("heel ", 30) + "lang"
	changes := []steps.Change{
		{Kind: steps.ChangeTask, Task: "assistive-technology", Note: steps.Set(long), Horizon: steps.Set(steps.Long), Relevance: steps.Set(steps.Applies)},
		{Kind: steps.ChangeMember, Member: "leen", Name: steps.Set("Leen Smets"), Hours: steps.Set(steps.Whole(12))},
		{Kind: steps.ChangeTask, Task: "wifi-management", Owner: steps.Set("leen"), Level: steps.Clear[string]()},
		{Kind: steps.ChangeAnswer, Step: steps.Policy, Choice: steps.Set(steps.No), By: steps.Set("Leen"), At: steps.Clear[time.Time]()},
		{Kind: steps.ChangeAnswer, Step: steps.Vision, By: steps.Set("Leen"), At: steps.Clear[time.Time]()},
		{Kind: steps.ChangeAgreement, Agreement: "backup", Text: steps.Set(p.Agreements["backup"].Text + " Ook in de vakantie.")},
		{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Clear[steps.Date](), Repeat: steps.Set([]steps.StepID{steps.Tasks})},
		{Kind: steps.ChangeRemove, Member: "yusuf"},
	}
	want := []string{
		"Hulpsoftware en leersteun · termijn: nu nodig → later",
		"Hulpsoftware en leersteun · notitie: Acht leerlingen meer met voorleessoftware dan vorig jaar. → " + long[:59] + "…",
		"Leen Smets toegevoegd: 12 uur",
		"Wifi beheren · waar: school → leeg",
		"Wifi beheren · trekker: Bart Claes → Leen Smets",
		"Stap 3 ICT-beleidsplan · antwoord: ja → nee",
		"Stap 2 Gedragen visie · door: Katrien Maes → Leen",
		"Stap 2 Gedragen visie · beantwoord op: 16 september 2025 → leeg",
		"Afspraak Wie springt in · tekst: …kan. → …kan. Ook in de vakantie.",
		"Evaluatie · opnieuw: leeg → Takenoverzicht",
		"Evaluatie · volgende evaluatie: 26 mei 2027 → leeg",
		"Yusuf Demir verwijderd",
	}
	after, err := p.Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	if got := Load(Dutch).Differences(p, after).Lines(changes); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := Load(English).Differences(p, after).Lines(changes[2:3]); !slices.Contains(got, "Wifi management · where: school → empty") {
		t.Errorf("got %q", got)
	}
}

func TestNothingDiffersFromItself(t *testing.T) {
	p := exampleJournal(t).Plan()
	if got := Load(Dutch).Differences(p, p).Lines(steps.Changes(steps.NewPlan(p.Definitions()), p)); got != nil {
		t.Errorf("got %q", got)
	}
}

// BenchmarkHistory words the example's history.
func BenchmarkHistory(b *testing.B) {
	j, err := steps.Replay(Definitions(), Example())
	if err != nil {
		b.Fatal(err)
	}
	x := Load(Dutch)
	for b.Loop() {
		x.History(j)
	}
}
