package wizard

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

// TestMotivationSaysWhereItGoes looks for the privacy line at what a member would like to take up.
func TestMotivationSaysWhereItGoes(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36)
	s.root.push(screen.Place{Kind: screen.MemberCard, ID: s.plan().Members[0].ID})
	s.press("@motivation").sees("alleen in een document als", "alle gegevens van je plan")
}
