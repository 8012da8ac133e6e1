package command

import (
	"strings"
	"testing"
)

// TestSeveralPeopleOnALine: one line says who several are, and what of a line says nothing is told.
func TestSeveralPeopleOnALine(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	list := written(t, "taken.csv", "Taak;Wie\nWifi beheren;Kat\nPrinters;Helpdesk\n")
	c.calls(t, statusDone, "\nj\n1=Kat Maes 9=Jo\n1=Katrien Maes 2=-\n\nj\n", "import", list)
	c.says(t, "‘9=Jo’ gaat niet. Typ een nummer", "Katrien Maes toegevoegd", "notitie: leeg → Helpdesk")
	if strings.Contains(c.said, "Helpdesk toegevoegd") || strings.Contains(c.said, "2=- toegevoegd") || strings.Contains(c.said, "Kat Maes toegevoegd") {
		t.Errorf("somebody else became a member:\n%s", c.said)
	}
}
