package assets

import (
	"testing"

	"stappenplan/steps"
)

// TestDivisionsHaveWords for every reason, obstacle, rule and favour there is, in every language.
func TestDivisionsHaveWords(t *testing.T) {
	t.Parallel()
	for _, language := range Languages {
		words := Load(language).Division
		for _, merit := range steps.MeritIDs {
			if words.Merits[merit] == "" {
				t.Errorf("%s: no words for %s", language, merit)
			}
		}
		for _, obstacle := range steps.Obstacles {
			if words.Obstacles[obstacle] == "" {
				t.Errorf("%s: no words for %s", language, obstacle)
			}
		}
		for _, rule := range steps.DivisionRules {
			if words.Rules[rule] == "" {
				t.Errorf("%s: no words for %s", language, rule)
			}
		}
		for _, favour := range steps.Favours {
			if words.Favours[favour] == "" {
				t.Errorf("%s: no words for %s", language, favour)
			}
		}
	}
}
