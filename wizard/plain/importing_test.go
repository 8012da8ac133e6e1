package plain

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/plain/plaintest"
)

// takingOver is a talk in which files can be read.
func takingOver(t *testing.T, files map[string]string, exchange ...string) (string, steps.Plan) {
	t.Helper()
	s := newSession(keptPlan(t, answer(steps.Awareness, steps.Yes)), "talking-")
	var out bytes.Buffer
	person := plaintest.New(&out, exchange)
	_, err := Run(s, bufio.NewReader(person), &out, Options{ReadFile: func(path string) ([]byte, error) {
		if text, there := files[path]; there {
			return []byte(text), nil
		}
		return nil, assets.NewFault("read-file", "file", path, "cause", "missing")
	}})
	must(t, err)
	if len(person.Left()) > 0 {
		t.Fatalf("never asked: %q\n%s", person.Left(), out.String())
	}
	return out.String(), s.Plan()
}

const someList = "Taak;Wie;Deadline\nWifi beheren;Jo;1/12/2026\nVeiligheid;Jo;\nMoestuin;Jo;\n"

// TestAListIsTakenOverLineByLine with the same questions as anywhere.
func TestAListIsTakenOverLineByLine(t *testing.T) {
	t.Parallel()
	said, plan := takingOver(t, map[string]string{"taken.csv": someList},
		"Stap 2", "lijst overnemen", "Welk bestand?", "taken.csv", "Kloppen de kolommen?", "", "Die taak de termijn ‘nu nodig’ geven?", "j",
		"Kloppen ze?", "t", "rij 2: Wifi beheren", "", "Rij 3: Veiligheid", "o", "Kloppen de mensen?", "", "Inlezen?", "j", "Overgenomen.", "")
	says(t, said, "Jo toegevoegd")
	if d := plan.Decisions.Of("wifi-management"); d.Owner == "" || d.Horizon != steps.Short || len(plan.OwnTasks) != 1 {
		t.Errorf("wifi is %+v, own tasks %v\n%s", d, plan.OwnTasks, said)
	}
}

// TestATaskIsThatOfOneRowLineByLine: who loses it is said and asked, and a row that was chosen keeps it.
func TestATaskIsThatOfOneRowLineByLine(t *testing.T) {
	t.Parallel()
	said, plan := takingOver(t, map[string]string{"taken.csv": "Taak;Wie\nWifi beheren;Jo\nVeiligheid;Jo\n"},
		"Stap 2", "lijst overnemen", "Welk bestand?", "taken.csv", "Kloppen de kolommen?", "", "Kloppen ze?", "j",
		"Rij 3: Veiligheid", "wifi beheren", "nu bij rij 2, die dan een eigen taak wordt", "1", "Rij 2 wordt nu een eigen taak: rij 3 is Wifi beheren.", "1",
		"Rij 3 (‘Veiligheid’) is al ‘Wifi beheren’", "e", "Kloppen de mensen?", "", "Inlezen?", "j", "Overgenomen.", "")
	if len(plan.OwnTasks) != 1 || plan.Decisions.Of(plan.OwnTasks[0]).Title != "Wifi beheren" || plan.Decisions.Of("wifi-management").Owner == "" {
		t.Errorf("own tasks %v\n%s", plan.OwnTasks, said)
	}
}

// TestPeopleKeepTheirNumbers while it is said who they are.
func TestPeopleKeepTheirNumbers(t *testing.T) {
	t.Parallel()
	_, plan := takingOver(t, map[string]string{"taken.csv": "Taak;Wie\nWifi beheren;Kat\nPrinters;Helpdesk\nNetwerkbeheer;Jo\nBack-ups maken;Bo\n"},
		"Stap 2", "lijst overnemen", "Welk bestand?", "taken.csv", "Kloppen de kolommen?", "", "Kloppen ze?", "j", "Rij 5", "", "  4  Bo (1)", "2=-", "  2  Helpdesk, niemand, enkel in de notitie", "1=Bo", "  1  Kat (2) = Bo", "4=Bo Claes 3=Jo Maes", "  1  Kat (2) = Bo Claes", "2=An Peeters", "  2  Helpdesk (1) = An Peeters", "",
		"Inlezen?", "j", "Overgenomen.", "")
	var names []string
	for _, m := range plan.Members {
		names = append(names, m.Name)
	}
	slices.Sort(names)
	if !slices.Equal(names, []string{"An Peeters", "Bo Claes", "Jo Maes"}) {
		t.Errorf("the team is %q", names)
	}
	if also := plan.Decisions.Of("network-management").Also; !slices.Contains(also, "Netwerkbeheer") {
		t.Errorf("what went by is not remembered: %q", also)
	}
}

// TestAnImportIsLeftLineByLine by going back, stopping, or saying no: nothing is kept, and the question stands there again.
func TestAnImportIsLeftLineByLine(t *testing.T) {
	t.Parallel()
	for _, leaves := range [][]string{
		{"Welk bestand?", "<"}, {"Welk bestand?", ""}, {"Welk bestand?", "elders.csv"}, {"Welk bestand?", "taken.csv", "Kloppen de kolommen?", "<"},
		{"Welk bestand?", "taken.csv", "Kloppen de kolommen?", "stop"}, {"Welk bestand?", "taken.csv", "Kloppen de kolommen?", "annuleer"},
		{"Welk bestand?", "taken.csv", "Kloppen de kolommen?", "", "‘nu nodig’ geven", "j", "Kloppen ze?", "j", "Rij 3", "o", "Kloppen de mensen?", "", "Inlezen?", "annuleer"},
	} {
		said, plan := takingOver(t, map[string]string{"taken.csv": someList}, slices.Concat([]string{"Stap 2", "lijst overnemen"}, leaves)...)
		if len(plan.Members) > 0 || len(leaves) == 4 && leaves[3] == "stop" && strings.Count(said, "Stap 2") > 1 {
			t.Errorf("%q:\n%s", leaves, said)
		}
	}
}

// TestOneGoesBackAQuestionInAnImport and answers it otherwise; what was answered before stays, and is not said again.
func TestOneGoesBackAQuestionInAnImport(t *testing.T) {
	t.Parallel()
	said, plan := takingOver(t, map[string]string{"taken.csv": someList},
		"Stap 2", "lijst overnemen", "Welk bestand?", "taken.csv", "Kloppen de kolommen?", "", "Die taak de termijn ‘nu nodig’ geven?", "j",
		"Kloppen ze?", "j", "Rij 3: Veiligheid", "e", "Kloppen de mensen?", "<", "Rij 3: Veiligheid", "o", "Kloppen de mensen?", "", "Inlezen?", "<", "Kloppen de mensen?", "", "Inlezen?", "j", "Overgenomen.", "")
	if d := plan.Decisions.Of("wifi-management"); d.Horizon != steps.Short || len(plan.OwnTasks) != 1 || strings.Count(said, "Kloppen ze?") != 1 {
		t.Errorf("wifi is %+v, own tasks %v\n%s", d, plan.OwnTasks, said)
	}
}

// TestAColumnOfTitlesIsTakenOverLineByLine: without a heading each line is a row, and where it is not plain which column holds the tasks that is asked.
func TestAColumnOfTitlesIsTakenOverLineByLine(t *testing.T) {
	t.Parallel()
	said, plan := takingOver(t, map[string]string{"taken.txt": "Wifi beheren\nPrinters\nMoestuin onderhouden\n"},
		"Stap 2", "lijst overnemen", "Welk bestand?", "taken.txt", "Kloppen de kolommen?", "", "Kloppen ze?", "", "Inlezen?", "j", "Overgenomen.", "")
	if len(plan.OwnTasks) != 1 || plan.Decisions.Of(plan.OwnTasks[0]).Title != "Moestuin onderhouden" {
		t.Errorf("own tasks %v\n%s", plan.OwnTasks, said)
	}
	said, plan = takingOver(t, map[string]string{"taken.csv": "Wifi beheren;goed\nPrinters;kan beter\nMoestuin onderhouden;kan beter\n"},
		"Stap 2", "lijst overnemen", "Welk bestand?", "taken.csv", "Er is geen kolom met taken herkend.\nIn welke kolom staan ze?", "", "In welke kolom staan ze?", "A=taak", "Kloppen de kolommen?", "",
		"Inlezen?", "j", "Overgenomen.", "")
	if len(plan.OwnTasks) != 1 || plan.Decisions.Of(plan.OwnTasks[0]).Title != "Moestuin onderhouden" {
		t.Errorf("own tasks %v\n%s", plan.OwnTasks, said)
	}
}

// TestAYesSaysThatTheColumnsAreRight, and the example of what they are otherwise names only columns that are there.
func TestAYesSaysThatTheColumnsAreRight(t *testing.T) {
	t.Parallel()
	for file, example := range map[string]string{"Taak\nWifi beheren\n": "zoals: A=taak\n", "Taak;Wie\nWifi beheren;Jo\n": "zoals: A=taak B=wie\n", "Taak;Wie;Deadline;Nota\nWifi beheren;Jo;;\n": "zoals: A=taak B=wie C=-\n"} {
		takingOver(t, map[string]string{"taken.csv": file}, "Stap 2", "lijst overnemen", "Welk bestand?", "taken.csv", example, "x", "Zoals: "+strings.TrimPrefix(example, "zoals: "), "J", "Kloppen ze?", "annuleer")
	}
}
