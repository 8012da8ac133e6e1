package lists

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// TestTitlesOfSchoolsFindTheirTask: what directors wrote in lists of their own.
func TestTitlesOfSchoolsFindTheirTask(t *testing.T) {
	t.Parallel()
	m := newMatcher(steps.NewPlan(assets.Catalogue()), []*assets.Texts{assets.Load(assets.Dutch), assets.Load(assets.English)})
	for title, want := range map[string]string{
		"3D-printer": "stem-labs", "3D-printers": "stem-labs", "wifi": "wifi-management", "wifi in orde houden": "wifi-management",
	} {
		if found := m.matches(title); len(found) == 0 || found[0].Task != want {
			t.Errorf("%q: %v, want %s first", title, found, want)
		}
	}
	// A title in which a word comes twice is no surer for it.
	if found := m.matches("GDPR-register"); len(found) > 0 && found[0].Certainty >= Sure {
		t.Errorf("GDPR-register is taken for sure: %v", found)
	}
}
