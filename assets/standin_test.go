package assets

import (
	"maps"
	"testing"

	"stappenplan/steps"
)

// TestStandInsAreReadFromTheAgreement where it says plainly who takes over what, and else not.
func TestStandInsAreReadFromTheAgreement(t *testing.T) {
	t.Parallel()
	plan := func(text string) steps.Plan {
		changes := []steps.Change{{Kind: steps.ChangeAgreement, Agreement: "backup", Text: steps.Set(text)}}
		for id, name := range map[string]string{"an": "An Peeters", "bart": "Bart Claes", "yusuf": "Yusuf Demir"} {
			changes = append(changes, steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name)})
		}
		for _, id := range []string{"helpdesk-first-line", "helpdesk-second-line", "account-management", "wifi-management", "network-management"} {
			changes = append(changes, steps.Change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short),
				Expertise: steps.Set(steps.Yes), Owner: steps.Set("bart")})
		}
		plan, err := steps.NewPlan(Definitions()).Apply(steps.Entry{ID: "a", Changes: changes})
		if err != nil {
			t.Fatal(err)
		}
		return plan
	}
	accounts, wifi := map[string]string{"account-management": "an"}, map[string]string{"wifi-management": "yusuf"}
	both := map[string]string{"account-management": "an", "helpdesk-first-line": "yusuf", "helpdesk-second-line": "yusuf"}
	all := map[string]string{"account-management": "an", "helpdesk-first-line": "an", "helpdesk-second-line": "an", "wifi-management": "an", "network-management": "an"}
	for text, want := range map[string]map[string]string{
		"Is Bart langer dan een halve dag weg, dan neemt An de accounts over en Yusuf de helpdesk. Voor het netwerk bellen we de groep.": both,
		"Als Bart ziek is: An doet de accounts. Yusuf de helpdesk.":                                                                      both,
		"Is Bart er niet, dan springt An in.":                                                                                            all,
		"Is Bart weg, dan neemt An alles over":                                                                                           all,
		"Is Bart afwezig, dan belt An de firma.":                                                                                         {},
		"Is An weg, dan neemt Bart de helpdesk over.":                                                                                    {},
		"Is Bart weg, dan neemt An de accounts niet over.":                                                                               {},
		"Is Bart weg, dan doet Yusuf de wifi; voor de rest zien we.":                                                                     wifi,
		"Bart toont An de accounts.":                                                                                                     {},
		"Is bart weg dan An: accounts":                                                                                                   accounts,
		"If Bart is away, An takes over the accounts.":                                                                                   accounts,
		"": {},
	} {
		if found, _ := StandIns(plan(text), "bart"); !maps.Equal(found, want) {
			t.Errorf("%q: %v, want %v", text, found, want)
		}
	}
	network := map[string]bool{"network-management": true}
	for text, want := range map[string]map[string]bool{
		"Is Bart weg, dan neemt An de accounts over. Voor het netwerk bellen we de groep.": network,
		"De scholengemeenschap doet dan het netwerk":                                       network,
		"Het netwerk doet de groep niet.":                                                  {},
		"Voor het netwerk belt An de groep.":                                               {},
		"We bellen de groep.":                                                              {},
	} {
		if _, found := StandIns(plan(text), "bart"); !maps.Equal(trues(found), want) {
			t.Errorf("%q: of the group %v, want %v", text, found, want)
		}
	}
}

func trues(m map[string]bool) map[string]bool {
	maps.DeleteFunc(m, func(_ string, so bool) bool { return !so })
	return m
}
