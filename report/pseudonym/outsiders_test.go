package pseudonym_test

import (
	"strings"
	"testing"

	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/steps"
)

// TestWhoeverCarriesOutIsNoNameByRole: neither a person from outside who does an action, nor one who carries out a decision. A
// body keeps its name.
func TestWhoeverCarriesOutIsNoNameByRole(t *testing.T) {
	t.Parallel()
	plan := planOf(t, []change{
		{Kind: steps.ChangeAction, Action: "offerte", What: steps.Set("Offerte vragen"), Owner: steps.Set("Marleen Vos")},
		{Kind: steps.ChangeAction, Action: "visie", What: steps.Set("Visie herlezen"), Owner: steps.Set("Raad van bestuur")},
		{Kind: steps.ChangeResolution, Decision: "own-robots", Text: steps.Set("Robots kopen"), Outcome: steps.Set("approved"), Owner: steps.Set("Dirk Van Loo")},
	})
	for _, names := range []report.Names{report.NamesAsRoles, report.NamesAsInitials} {
		got := string(markdown.Render(report.Summarize(plan, chosenNames(names))))
		for _, leaked := range []string{"Marleen", "Vos", "Dirk", "Loo"} {
			if strings.Contains(got, leaked) {
				t.Errorf("as %s: %q leaks", names, leaked)
			}
		}
		if !strings.Contains(got, "Raad van bestuur") {
			t.Errorf("as %s: a body is not named", names)
		}
	}
}
