package wizard

import (
	"strings"
	"testing"

	"stappenplan/assets"
)

// TestTheTitleOfTheRowWithTheCursorIsWhole in the smallest usual window, and that of no row ends within a word; a click on what stands below
// it finds the row that is seen there.
func TestTheTitleOfTheRowWithTheCursorIsWhole(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5", "home").click("Cloudomgeving").sees("▸ ✓ Cloudomgeving beheren", "    Google)").misses("laptop…")
	s.click("  Google)").sees("── Cloudomgeving beheren").press("esc").click("Accounts en").sees("▸ ✓ Accounts en")
	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#7", "V").sees("▸ + AI-gebruik in de klas", "     begeleiden ")
	s.click("Hulpsoftware").sees("▸ ! Hulpsoftware en").click("AI-gebruik").sees("▸ + AI-gebruik").click("begeleiden").sees("── AI-gebruik in de klas begeleiden", "▸ Trekker")
}

// TestAfterANoTheWayBackIsShown to who was further, and the way ahead to who was not.
func TestAfterANoTheWayBackIsShown(t *testing.T) {
	t.Parallel()
	exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#2", "@choice", "n").sees("▸ Terug naar waar je was, stap 7: ICT-team").press("enter").sees("Stap 7 van 8")
	begun(t).press("#1", "n").sees("▸ Kijk alvast verder naar stap 2")
}

// TestBracketsAreForProposals alone: what follows from answers stands without them, on the list and on the page of a task alike.
func TestBracketsAreForProposals(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5", "home").misses("(school)", "(groep)").press("down", "enter").sees("Vanzelf: ")
	s.press("#6").misses("(groep)")
	s = begun(t).press("#5").sees("(geldt)", "(nu nodig)")
	title := strings.Fields(strings.SplitN(s.screen(), "▸ ○ ", 2)[1])[0]
	s.press("enter").sees("(geldt)", "Tussen haakjes").press("esc", "a").sees("✓ " + title)
}

// TestColumnsGrowWithWhatIsDecided: what is decided stands whole in a column that was as narrow as what stood in it.
func TestColumnsGrowWithWhatIsDecided(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#4", "@choice", "j", "#5").sees("Geldt Term.", "▸ ○ Eerstelijnshelpdesk").press("g").sees(" ja ").press("g").sees("Geldt  Term.", " anders ")
	s.press("ctrl+z").sees("Geldt  Term.", " ja ")
}
