package lists_test

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile/lists"
	"stappenplan/steps"
)

// TestAMatrixWithARowOfNumbers: one row of hours among the letters undoes no matrix.
func TestAMatrixWithARowOfNumbers(t *testing.T) {
	t.Parallel()
	list := holds(t, "letters", csvOf("Taak;Jan;Piet;Mieke", "Wifi;R;A;", "Printers;A;R;", "Website;I;C;R", "Smartschool;2;1;0,5"), steps.NewPlan(assets.Definitions()), lists.Choices{},
		[]string{
			"Wifi | wie Jan | notitie beslist: Piet", "Printers | wie Piet | notitie beslist: Jan",
			"Website | wie Mieke | notitie wordt ingelicht: Jan / geeft advies: Piet", "Smartschool | notitie Jan: 2 / Piet: 1 / Mieke: 0,5",
		})
	if doubts := list.Doubts(); len(doubts) > 0 {
		t.Errorf("not certain: %v", doubts)
	}
}

// TestHoursOfEachPerson: with hours below names, who has most of them carries the task and the second one steps in.
func TestHoursOfEachPerson(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	want := []string{
		"Wifi | wie Jan | reserve Piet | uren 3.5 | notitie 2: Jan / 1: Piet / 0,5: Mieke / Ook: Mieke",
		"Printers | wie Mieke | reserve Jan | uren 4 | notitie 3: Mieke / 1: Jan", "Website | wie Piet | uren 1.5",
	}
	rows := [][]any{{"Taak", "Jan", "Piet", "Mieke"}, {"Wifi", 2, 1, 0.5}, {"Printers", 1, "", 3}, {"Website", "", 1.5, ""}}
	holds(t, "a workbook", sheetOf(t, rows...), empty, lists.Choices{}, want)
	text := csvOf("Taak;Jan;Piet;Mieke", "Wifi;2;1;0,5", "Printers;1;;3", "Website;0;1,5;")
	holds(t, "a text", text, empty, lists.Choices{}, want)
	list := holds(t, "members", text, team(t, "Jan", "Piet", "Mieke"), lists.Choices{}, want)
	if doubts := list.Doubts(); len(doubts) > 0 {
		t.Errorf("not certain: %v", doubts)
	}
	holds(t, "said", csvOf("Taak;jan;piet", "Wifi;2;1", "Printers;;3"), empty, saying(t, "B=person,C=person"),
		[]string{"Wifi | wie jan | reserve piet | uren 3 | notitie 2: jan / 1: piet", "Printers | wie piet | uren 3"})
}

// TestNumbersThatAreNoHours: numbers below what is no name are no matrix.
func TestNumbersThatAreNoHours(t *testing.T) {
	t.Parallel()
	holds(t, "numbers", csvOf("Taak;aantal toestellen;aantal lokalen", "Wifi;2;1", "Printers;1;3"), steps.NewPlan(assets.Definitions()), lists.Choices{},
		[]string{"Wifi | notitie aantal toestellen: 2 / aantal lokalen: 1", "Printers | notitie aantal toestellen: 1 / aantal lokalen: 3"})
}
