package wizard

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// pressCounting presses keys, and counts those that are not text that goes into a field.
func (s *sitting) pressCounting(n *int, keys ...string) *sitting {
	for _, k := range keysOf(keys...) {
		if k.Text == "" || s.root.top().Letters(s.root.frame()) != screen.LettersType {
			*n++
		}
		s.send(k)
	}
	return s
}

// TestTheWholeJobIsFewKeys: eight steps, two members, every task that is needed now divided with its hours, and a PDF.
func TestTheWholeJobIsFewKeys(t *testing.T) {
	t.Parallel()
	n := 0
	s := newSchool().sit(t, 80, 24)
	s.pressCounting(&n, "enter", "An Peeters", "enter", "Atheneum Voorbeeld", "enter", "enter").sees("Stap 1 van 8")
	for range 3 {
		s.pressCounting(&n, "j", "enter")
	}
	s.sees("Stap 4 van 8").pressCounting(&n, "right", "enter", "Scholengroep Voorbeeld", "enter", "n").sees("Je werkt verder als school").pressCounting(&n, "enter").sees("Stap 5 van 8")
	for range 6 {
		s.pressCounting(&n, "A", ">")
	}
	s.sees("77 van 77 beantwoord").pressCounting(&n, "v").sees("Stap 6 van 8")
	for range steps.Groups {
		s.pressCounting(&n, "E", ">")
	}
	s.pressCounting(&n, "v").sees("betrokken personen samen")
	for _, name := range []string{"An Peeters", "Bart Claes"} {
		s.pressCounting(&n, "+", name, "enter").sees(name).pressCounting(&n, "down", "20", "enter", "esc")
	}
	s.pressCounting(&n, "V").sees("Voorstel van verdeling").pressCounting(&n, "u", "A")
	if open := len(s.plan().Undivided()); open > 5 {
		t.Errorf("%d tasks have no owner\n%s", open, s.screen())
	}
	if s.root.place().Kind == screen.Division {
		s.pressCounting(&n, "esc")
	}
	for !strings.Contains(s.screen(), "▸ ○ Kennisdeling") && n < 200 {
		s.pressCounting(&n, "down")
	}
	s.pressCounting(&n, "enter")
	for range steps.AgreementIDs {
		s.pressCounting(&n, "enter", "zo spreken we af", "enter", "enter")
	}
	s.pressCounting(&n, "v").sees("Stap 8 van 8").pressCounting(&n, "enter", "loopt goed", "enter", "blijft zo", "enter", "An Peeters", "enter", "15/5/2027", "enter")
	s.pressCounting(&n, "ctrl+s", "enter", "j")
	if p := s.sees("wordt gemaakt").plan(); !p.Complete() {
		t.Errorf("missing %v\n%s", p.Gaps(p.Current()), s.screen())
	}
	t.Logf("%d keys that are no text", n)
	if n >= 110 {
		t.Errorf("it takes %d keys", n)
	}
}

// TestADivisionIsOnlyAProposal until it is kept: as one entry, all of it, a row, or none.
func TestADivisionIsOnlyAProposal(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	before := s.root.session.Journal().Len()
	s.press("#7", "V").sees("Voorstel van verdeling", "AI-gebruik in de", "niemand heeft 1,5 u vrij", "A bewaart alles")
	s.press("tab", "w").sees("Gewichten van ‘Niet op één persoon’").press("w", "tab", "tab", "o", "o", "space", "esc")
	if s.root.session.Journal().Len() != before {
		t.Error("looking at a division changes the plan")
	}
	s.press("#7", "V", "A").sees("Verdeling bewaard voor 1 taak", "ctrl+z")
	if task, _ := s.plan().Task("ai-in-class"); task.Owner != "yusuf" || s.root.session.Journal().Len() != before+1 {
		t.Errorf("kept: %s", task.Owner)
	}
	s.sees("! Hulpsoftware").press("down", "enter").sees("bij de beslissingen voor het bestuur")
	s.press("ctrl+z", "ctrl+z")
	if task, _ := s.plan().Task("ai-in-class"); task.Owner != "" {
		t.Errorf("undone: %s", task.Owner)
	}
	s.press("o").sees("zo gekozen") // what is chosen stands, and the rest follows
	s.at(screen.Place{Kind: screen.MemberCard, ID: "bart"}).press("@away", "enter").sees("Als Bart Claes er niet is", "blijven liggen")
}

// TestWhatPeopleBringIsTickedInTheMatrix and on their page.
func TestWhatPeopleBringIsTickedInTheMatrix(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36)
	s.at(screen.Place{Kind: screen.Matrix}).press("down", "K", "W").sees("kw ")
	if m := s.plan().Members[0]; len(m.Knows) != 1 || len(m.Prefers) != 1 {
		t.Errorf("%v, %v", m.Knows, m.Prefers)
	}
	s.press("K")
	if m := s.plan().Members[0]; len(m.Knows) != 0 {
		t.Errorf("still %v", m.Knows)
	}
	s.at(screen.Place{Kind: screen.MemberCard, ID: "bart"}).press("@motivation", "Alles met servers, en technische taken", "tab").sees("Neem uit die tekst over", "Servers").press("@from-motivation", "enter")
	if m, _ := s.plan().Member("bart"); !slices.Contains(m.Prefers, "task:server-management") || !slices.Contains(m.Prefers, "group:technical") || slices.Contains(m.Prefers, "task:technical-documentation") {
		t.Errorf("Bart likes %v", m.Prefers)
	}
	s.at(screen.Place{Kind: screen.MemberCard, ID: "an"}).press("@knows", "space", "esc")
	if m, _ := s.plan().Member("an"); len(m.Knows) != 1 || m.Knows[0] != "group:technical" {
		t.Errorf("An knows %v", m.Knows)
	}
}
