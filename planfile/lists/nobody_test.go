package lists_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/planfile/lists"
	"stappenplan/steps"
)

// TestWordsThatAreNobody: words for everyone and for nobody, and telephone numbers, are no people, and go with the note.
func TestWordsThatAreNobody(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	for said, want := range map[string]string{
		"idem": "Wifi | notitie Wie: idem", "Iedereen": "Wifi | notitie Wie: Iedereen", "allen": "Wifi | notitie Wie: allen",
		"ICT-team": "Wifi | notitie Wie: ICT-team", "het team": "Wifi | notitie Wie: het team", "VACATURE": "Wifi | notitie Wie: VACATURE",
		"(vacature)": "Wifi | notitie Wie: (vacature)", "everyone": "Wifi | notitie Wie: everyone", "ditto": "Wifi | notitie Wie: ditto",
		"0471 12 34 56": "Wifi | notitie Wie: 0471 12 34 56", "+32 471 12 34 56": "Wifi | notitie Wie: +32 471 12 34 56",
		"tel. 0471/12.34.56": "Wifi | notitie Wie: tel. 0471/12.34.56", "12": "Wifi | notitie Wie: 12",
		"Piet (0471/12 34 56)": "Wifi | wie Piet | notitie Wie: Piet (0471/12 34 56)",
		"Piet, gsm 0471123456": "Wifi | wie Piet | notitie Wie: Piet, gsm 0471123456",
		"An en iedereen":       "Wifi | wie An | notitie Wie: An en iedereen", "@Mia": "Wifi | wie Mia", "@Mia @Jo": "Wifi | wie Mia | reserve Jo",
		"-": "Wifi", "?": "Wifi", "nvt": "Wifi", "Jo (20%)": "Wifi | wie Jo | notitie Wie: Jo (20%)",
	} {
		holds(t, said, csvOf("Taak;Wie", `Wifi;"`+said+`"`), empty, lists.Choices{}, []string{want})
	}
	holds(t, "a matrix", csvOf("Taak;Iedereen;Piet Maes", "Wifi;R;A", "Printers;I;R"), empty, lists.Choices{},
		[]string{"Wifi | wie Piet Maes | notitie Iedereen: R", "Printers | wie Piet Maes | notitie Iedereen: I"})
}

// TestAMemberWhoIsCalledSo: a member whose name is such a word is that member.
func TestAMemberWhoIsCalledSo(t *testing.T) {
	t.Parallel()
	list, err := readFile(csvOf("Taak;Wie", "Wifi;Allen"), team(t, "Allen"), lists.Choices{})
	if diff := cmp.Diff([]string{"Wifi | wie Allen"}, told(list)); diff != "" || err != nil {
		t.Error(err, diff)
	}
}
