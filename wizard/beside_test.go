package wizard

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/wizard/screen"
)

// TestACopyBesideTheFileIsTold on opening, and the search merges with it: the screens end for that, with everything kept.
func TestACopyBesideTheFileIsTold(t *testing.T) {
	t.Parallel()
	school := exampleSchool(t, assets.Dutch)
	s := school.sit(t, 80, 24)
	s.root.options.Files.(*disk).beside = session.Beside{Copies: []string{"/plannen/plan-LAPTOP.db"}, Lines: []string{"Ernaast staat een kopie met 3 wijzigingen die hier niet zijn: ctrl+k, samenvoegen"}}
	s.run(s.root.lookBeside())
	s.sees("Ernaast staat een kopie met 3 wijzigingen")
	s.press("#5", "g").sees("ctrl+z maakt dit ongedaan").run(s.root.lookBeside())
	s.sees("ctrl+z maakt dit ongedaan", "Ernaast staat een kopie")
	s.press("ctrl+k", "samenvoegen met").sees("Samenvoegen met plan-LAPTOP.db").press("enter").goes(screen.Elsewhere{Merge: "/plannen/plan-LAPTOP.db"})
}
