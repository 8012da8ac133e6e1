package lists_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/planfile/lists"
	"stappenplan/steps"
)

// people are those of a list, a line each.
func people(l lists.List) (lines []string) {
	for _, p := range l.People {
		lines = append(lines, strings.TrimRight(fmt.Sprintf("%s %s %s ×%d %s", p.Name, p.Member, p.Role, p.Rows, strings.Join(p.Spellings, ", ")), " "))
	}
	return lines
}

func TestPeopleAreRecognised(t *testing.T) {
	t.Parallel()
	plan := team(t, "An Maes", "Piet Janssens", "Luc Van den Broeck:director", "An Peeters")
	for name, c := range map[string]struct{ rows, want []string }{
		"by name":           {[]string{"piet janssens"}, []string{"Piet Janssens m2  ×1 piet janssens"}},
		"by first name":     {[]string{"Piet"}, []string{"Piet Janssens m2  ×1 Piet"}},
		"which of two":      {[]string{"An"}, []string{"An   ×1"}},
		"by initial":        {[]string{"P. Janssens"}, []string{"Piet Janssens m2  ×1 P. Janssens"}},
		"surname first":     {[]string{"Van den Broeck, Luc", "Janssens Piet"}, []string{"Luc Van den Broeck m3  ×1", "Piet Janssens m2  ×1 Janssens Piet"}},
		"by role":           {[]string{"Directie"}, []string{"Luc Van den Broeck m3  ×1 Directie"}},
		"a role of nobody":  {[]string{"ICT-coördinator", "ICTer"}, []string{"ICT-coördinator  ict-coordinator ×1", "ICTer  ict-coordinator ×1"}},
		"a firm":            {[]string{"firma X"}, []string{"firma X  external ×1"}},
		"nobody":            {[]string{"?", "niemand", "-"}, nil},
		"short in the list": {[]string{"Zoë", "Zoë Claes"}, []string{"Zoë Claes   ×2 Zoë"}},
		"in capitals":       {[]string{"ZOË CLAES", "Zoë Claes", "claes zoe"}, []string{"Zoë Claes   ×3 ZOË CLAES, claes zoe"}},
		"with a role":       {[]string{"Zoë Claes (icoach)"}, []string{"Zoë Claes   ×1"}},
	} {
		lines := []string{"Taak;Wie"}
		for i, row := range c.rows {
			lines = append(lines, fmt.Sprintf("werk %d;%s", i, row))
		}
		list, err := readFile(csvOf(lines...), plan, lists.Choices{})
		if diff := cmp.Diff(c.want, people(list)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

// TestPeopleAreCorrected: a person says who somebody is, or that it is nobody.
func TestPeopleAreCorrected(t *testing.T) {
	t.Parallel()
	plan := team(t, "An Maes")
	said := lists.Choices{People: map[string]string{"Ann": "An Maes", "Helpdesk": ""}}
	list, err := readFile(csvOf("Taak;Wie", "Wifi;Ann", "Printers;Helpdesk", "Website;Helpdesk en Ann"), plan, said)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"An Maes m1  ×2 Ann"}, people(list)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Wifi | wie An Maes", "Printers | notitie Helpdesk", "Website | reserve An Maes | notitie Helpdesk"}, told(list)); diff != "" {
		t.Error(diff)
	}
}

// TestNewPeople: a role comes in as one, and hours that somebody has are theirs where the list says so.
func TestNewPeople(t *testing.T) {
	t.Parallel()
	plan := team(t, "An Maes")
	list, err := readFile(csvOf("Taak;Wie;Beschikbare uren", "Wifi;An;12", "Printers;Directeur;", "Website;Bo Smet;4"), plan, lists.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	changes, err := list.Changes(plan)
	if err != nil {
		t.Fatal(err)
	}
	after, err := plan.Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"An Maes · uren: leeg → 12", "Directeur toegevoegd: directie", "Bo Smet toegevoegd: 4 uur"}
	got := strings.Join(dutch.Differences(plan, after).Lines(changes), "\n")
	for _, line := range want {
		if !strings.Contains(got, line) {
			t.Errorf("nothing of %q in:\n%s", line, got)
		}
	}
}

// TestATypingErrorIsOfferedItsMember: whoever asks sees whom a new name may mean.
func TestATypingErrorIsOfferedItsMember(t *testing.T) {
	t.Parallel()
	list, err := readFile(csvOf("Taak;Wie", "Wifi;Piet Jansens", "Printers;Zoë Claes"), team(t, "Piet Janssens"), lists.Choices{})
	if err != nil || len(list.People) != 2 || list.People[0].Likely != "Piet Janssens" || list.People[0].Member != "" || list.People[1].Likely != "" {
		t.Errorf("%v: %+v", err, list.People)
	}
}
