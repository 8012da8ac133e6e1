package question

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// teamWith is a plan with members, their names by id in turn, and with those who took part.
func teamWith(t *testing.T, present []string, idsAndNames ...string) steps.Plan {
	t.Helper()
	plan := steps.NewPlan(assets.Definitions())
	var changes []steps.Change
	for i := 0; i < len(idsAndNames); i += 2 {
		changes = append(changes, steps.Change{Kind: steps.ChangeMember, Member: idsAndNames[i], Name: steps.Set(idsAndNames[i+1])})
	}
	changes = append(changes, steps.Change{Kind: steps.ChangeEvaluation, Present: steps.Set(present)})
	plan, err := plan.Apply(steps.Entry{Changes: changes})
	must(t, err)
	return plan
}

func TestWhoWasPresentIsReadAsItIsTyped(t *testing.T) {
	plan := teamWith(t, nil, "an", "An Peeters", "bart", "Claes, Bart", "jan", "Jan Maes", "jan-2", "Jan Wouters", "mia", "Mia", "mia-2", "Mia")
	for line, want := range map[string]string{
		"An Peeters, Leerlingenraad":          "an|Leerlingenraad",
		"an peeters ,, claes, bart , Ouders,": "an|bart|Ouders",
		"an, BART, jan-2":                     "an|bart|jan-2",
		"Jan":                                 "jan",
		"Claes, Barten":                       "Claes|Barten",
		"Peeters":                             "Peeters",
		"Mia, Mia":                            "mia|mia-2",
		"An Peeters, An, an":                  "an",
		" , ":                                 "",
	} {
		if got := strings.Join(parsePresent(plan, line), "|"); got != want {
			t.Errorf("%q: got %s, want %s", line, got, want)
		}
	}
}

func TestWhoWasPresentIsReadBackAsItIsShown(t *testing.T) {
	team := []string{"an", "An", "bart", "Claes, Bart", "mia", "Mia", "mia-2", "Mia", "both", "An, Mia"}
	for _, present := range [][]string{
		{"an", "Leerlingenraad", "bart"}, {"mia-2", "mia"}, {"mia-2"}, {"An"}, {"an", "mia", "both"}, {"De Smet, ouderraad", "an"}, {"Bart"}, {},
	} {
		plan := teamWith(t, present, team...)
		shown := presentLine(plan)
		if got := parsePresent(plan, shown); !slices.Equal(got, present) {
			t.Errorf("%q is read back as %q, want %q", shown, got, present)
		}
		if len(present) == 0 {
			continue
		}
		if got := parsePresent(plan, shown+", Iemand Anders"); got[len(got)-1] != "Iemand Anders" || len(got) != len(present)+1 && present[len(present)-1] != "both" {
			t.Errorf("with one more, %q is read as %q", shown, got)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestHoursAreReadAsPeopleTypeThem: with a comma, on the clock, in quarters; minutes that come out even at no hundredth are
// answered with the nearest quarter.
func TestHoursAreReadAsPeopleTypeThem(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"4": "4", "4,5": "4.5", "0,25": "0.25", "0.75": "0.75", "4u30": "4.5", "4 u 15": "4.25", "4h45": "4.75", "4:06": "4.1", "4u": "4",
		"½": "0.5", "4½": "4.5", "1 ¼": "1.25", "2¾": "2.75", "168": "168",
	} {
		hours, _, ok := parseHours(typed, steps.MaxTaskHours)
		if value, set := hours.Value(); !ok || !set || value.String() != want {
			t.Errorf("%q is read as %s, %v, want %s", typed, value, ok, want)
		}
	}
	for typed, quarter := range map[string]string{
		"4u20": "4.25", "4u50": "4.75", "0u55": "1", "4u10": "4.25", "4u01": "4", "4u60": "", "4,555": "", "169": "", "-1": "", "veel": "", "4,5u30": "", "½½": "",
	} {
		if _, nearest, ok := parseHours(typed, steps.MaxTaskHours); ok || nearest != quarter {
			t.Errorf("%q is read: %v, the nearest quarter is %q, want %q", typed, ok, nearest, quarter)
		}
	}
}
