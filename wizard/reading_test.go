package wizard

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// How what is typed in a number, a day or a path is read.

// TestBlanksClearNothing: what is typed or pasted over a selected number, day or path has to show something; Delete clears.
func TestBlanksClearNothing(t *testing.T) {
	t.Parallel()
	for _, blank := range []string{" ", "\n", "\r\n", " \t\r\n ", "\u00a0", "\u200b"} {
		s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
		entries := s.root.session.Journal().Len()
		s.press("#", "s", "@hours").paste(blank).press("tab", "#8", "@next_evaluation").paste(blank).press("tab", "#7", "@division", "enter", "down", "u").paste(blank).press("enter")
		s.press("#", "ctrl+s", "@folder").paste(blank).press("tab").sees("/home/an/Documents")
		if s.root.session.Journal().Len() != entries {
			t.Errorf("%q changed something", blank)
		}
	}
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#", "s", "@hours", "space", "tab").sees("37,8").press("@hours", "space", "7", "tab")
	if got := *s.plan().School.Hours; got != steps.Whole(7) {
		t.Errorf("the hours are %v", got)
	}
	s.press("@hours").paste(" ").send(tea.PasteMsg{Content: "8"})
	s.press("tab")
	if got := *s.plan().School.Hours; got != steps.Whole(8) {
		t.Errorf("the hours are %v", got)
	}
	s.press("@hours", "4", "5", "tab", "@hours", "backspace", "tab")
	if got := *s.plan().School.Hours; got != steps.Whole(4) {
		t.Errorf("Backspace made the hours %v", got)
	}
	if s.press("@hours", "delete", "tab"); s.plan().School.Hours != nil {
		t.Error("delete does not clear")
	}
}

// TestAPointThatMayPartThousandsIsAskedAbout, and what is no number is refused.
func TestAPointThatMayPartThousandsIsAskedAbout(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	before := *s.plan().School.Hours
	s.press("#", "s", "@hours", "1.250", "enter").sees("Bedoel je 1250 of 1,25?").press("ctrl+z", "1.000", "enter").sees("Bedoel je 1000 of 1?")
	s.press("ctrl+z", "1e2", "enter").sees("Dat zijn geen uren").press("ctrl+z", "ctrl+z", "esc")
	if got := *s.plan().School.Hours; got != before {
		t.Errorf("the hours are %v", got)
	}
	s.press("s", "@hours", "1250", "enter").at(screen.Place{Kind: screen.MeansCard, ID: "0"}).press("@amount", "1.250", "enter").sees("Bedoel je 1250 of")
	s.press("ctrl+z", "1e2", "enter").sees("Dat is geen getal").press("ctrl+z", "1,25", "enter")
	if got := *s.plan().School.Means[0].Amount; got.String() != "1.25" || *s.plan().School.Hours != steps.Whole(1250) {
		t.Errorf("the amount is %v, the hours are %v", got, s.plan().School.Hours)
	}
	s.at(memberAn).press("@hours", "1.250", "enter").sees("── An Peeters").misses("Bedoel je")
}
