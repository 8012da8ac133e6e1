package wizard

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestASecondRoundByKeys: a coordinator who did not do the round before opens the next one, says what still holds, changes what does
// not, gives each task somebody, ends an action, evaluates, and writes the paper for the board.
func TestASecondRoundByKeys(t *testing.T) {
	t.Parallel()
	school := exampleSchool(t, assets.Dutch)
	school.author = "Bart Claes"
	s := school.sit(t, 80, 40)
	s.press("#8", "@repeat", "down", "space", "down", "space", "down", "down", "space", "down", "down", "space")
	s.press("@round", "enter").sees("Ronde 3 openen", "Gedragen visie, ICT-beleidsplan,").press("@open", "enter").sees("Nu te doen: stap 2", "ronde 3")
	before, _ := s.root.session.Journal().Previous()

	s.press("#2").sees("Vorige ronde: ja (Katrien Maes").press("enter").sees("je antwoordde: ja", "Verder naar stap 3").press("enter")
	s.sees("Dat geldt nog: ja").press("@note", "ctrl+u", "Versie 2 ligt klaar", "enter", "@choice", "j").sees("Verder naar stap 5").press("#", "q")

	s = school.sit(t, 80, 40).press("#5").sees("kijk na, = bevestigt", "Vorige ronde golden").press("=").press("#7").sees("zo blijft het", "Vorige ronde, uren per week op school: gepland").press("enter")
	for range 2 {
		s.press("#").sees("zonder trekker").press("!", "@no-owner0", "enter").sees("Wie trekt deze taak?").press("@owner", "right", "right", "enter")
	}
	s.press("#").misses("zonder trekker").press("O").sees("! Te laat").press("X").sees("Gedaan:").misses("! Te laat").press("#", "q")

	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s = school.sit(t, 80, 40)
	s.root.options.Files = d
	s.press("#8", "@begin", "enter", "Vlotter dan vorig jaar", "enter", "Blijft zo", "enter")
	s.press("@present", "An Peeters, Bart Claes", "enter", "@next_evaluation", "15/5/2028", "enter", "#").sees("Alle acht stappen", "zoals vorige ronde", "gewijzigd deze ronde")
	s.press("ctrl+s").sees("● Voor het bestuur").press("@write", "enter").sees("Gemaakt:", "atheneum-klaverdam-ronde-3.pdf").press("#", "q")

	p := s.plan()
	if !s.quit || !p.Complete() || len(d.files) != 1 {
		t.Errorf("ended: %v, complete: %v, written: %v", s.quit, p.Complete(), d.files)
	}
	if a := p.Answers[steps.Vision]; a.Choice != steps.Yes || a.By != "Bart Claes" {
		t.Errorf("the vision is %+v", a)
	}
	if note := p.Answers[steps.Policy].Note; !strings.HasSuffix(note, "Versie 2 ligt klaar") {
		t.Errorf("the note on the policy is %q", note)
	}
	ended := slices.DeleteFunc(slices.Clone(p.Actions), func(a steps.Action) bool { return a.Closed != p.Round.Opened })
	if len(ended) != 1 || len(p.Actions) != len(before.Actions)+2 {
		t.Errorf("of %d actions, %d before, ended: %+v", len(p.Actions), len(before.Actions), ended)
	}
}
