package wizard

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// What an ICT coordinator looks for on the screens.

// TestTheFirstKeyAfterPageDownActs: what was scrolled away comes back, and the key does what it always does.
func TestTheFirstKeyAfterPageDownActs(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#3", "pgdown").misses("● Ja").press("down").sees("▸ Notitie")
	s.press("#3", "@choice", "pgdown", "pgdown").misses("● Ja").press("n").sees("je antwoordde: nee")
	if got := s.plan().Answers[steps.Policy].Choice; got != steps.No {
		t.Errorf("the answer is %q", got)
	}
	s.press("#2", "pgdown", "pgdown").misses("● Ja").press("right").sees("● Nee", "enter bewaren", "esc laat zo staan")
}

// TestTheEmptyOptionStandsLast, whether something was chosen or not, and is one key from the first.
func TestTheEmptyOptionStandsLast(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#", "s", "@school_level").sees("○ Ander onderwijs   ● Leeg").press("right").sees("● Basisonderwijs", "○ Ander onderwijs   ○ Leeg")
	s.press("enter", "@school_level").sees("○ Ander onderwijs   ○ Leeg").press("left", "enter")
	if level := s.plan().School.Level; level != "" {
		t.Errorf("the level is %q", level)
	}
	s.press("#4").misses("Leeg").press("right", "enter").press("@group_kind").sees("○ Geen groep   ○ Leeg")
}

// TestSheetsSayWhatTheyCount, also where there is little room.
func TestSheetsSayWhatTheyCount(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "G").sees("bij stap 1, 2 · ! 3 aandachtspunten", "bij stap 2, 3 · 11 regels")
	for line := range strings.Lines(s.screen()) {
		if _, count, counts := strings.Cut(line, " ! "); counts && !strings.Contains(count, "aandachtspunt") {
			t.Errorf("it does not say what it counts: %s", line)
		}
	}
}

// TestWhatIsCutIsReadAtTheCursor of the list of actions.
func TestWhatIsCutIsReadAtTheCursor(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "O").sees("▸ ! Op één blad zetten wat we…", "    … doen als het netwerk uitvalt")
	s.press("down").misses("doen als het netwerk").sees("▸   Bij de begeleidingsdienst…", "    … vragen wie helpt")
}

// TestSignsInATableAreExplained, as many as it has.
func TestSignsInATableAreExplained(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5").sees("○ open  (…) voorstel").press("tab").sees("○ open  · hoeft niet  (…) voorstel")
	s.press("tab").sees("○ open  · hoeft niet").misses("(…) voorstel")
}

// TestTheOverviewNamesTheDecisionAsked, such as the one that follows from a no.
func TestTheOverviewNamesTheDecisionAsked(t *testing.T) {
	t.Parallel()
	begun(t).press("#1", "j", "#2", "j", "#3", "n", "#").sees("1 gevraagd  Eerst: Een ICT-beleidsp")
}
