package wizard

import (
	"slices"
	"testing"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestEightStepsByKeys walks through all eight steps by keys alone, in a small terminal, and stops and starts
// the program after each of them.
func TestEightStepsByKeys(t *testing.T) {
	t.Parallel()
	school := newSchool()
	school.sit(t, 80, 24).sees("Welkom", "/home/an/stappenplan.db").press("enter").
		press("An Peeters", "enter", "Atheneum Voorbeeld", "enter", "enter").sees("Stap 1 van 8").
		press("right", "enter").sees("Verder naar stap 2").press("#", "q")

	s := school.sit(t, 80, 24).sees("Stap 2 van 8")
	s.press("@note", "werkgroep gestart", "enter", "esc")
	school.sit(t, 80, 24).sees("werkgroep gestart").press("right", "right", "right", "enter").sees("Nog te bespreken")

	s = school.sit(t, 80, 24).sees("Stap 2 van 8", "● Nog te bespreken")
	s.press("left", "left", "enter").sees("Verder naar stap 3").press("enter").sees("ICT-beleidsplan?")
	s.press("right", "right", "enter").sees("Nee is geen slecht punt", "Pictos").press("ctrl+c")
	if !s.quit {
		t.Fatal("Ctrl+C did not end the program")
	}

	s = school.sit(t, 80, 24).sees("× 3 ICT-beleidsplan")
	s.press("left", "enter").sees("Verder naar stap 4").press("enter").sees("Stap 4 van 8")
	s.press("up", "up", "enter").sees("Van middelen naar uren").press("esc", "down")
	s.press("right", "enter", "Scholengroep Voorbeeld", "enter").sees("▸ ○ Ja (j)")
	s.press("right", "right", "enter").sees("Je werkt verder als school").press("#", "q")

	s = school.sit(t, 80, 24).sees("Stap 5 van 8", "Eerstelijnshelpdesk")
	s.press("A").sees("Voorstellen overgenomen voor 14 taken", "1 verdient", "Servers en opslag beheren (later).").press(">", "A").sees("verdienen een blik", "en nog 6")
	for range steps.Groups {
		s.press(">", "A")
	}
	s.sees("77 van 77 beantwoord").press("#", "q")

	s = school.sit(t, 80, 24).sees("Stap 6 van 8")
	for range steps.Groups {
		s.press("E", ">")
	}
	s.press("home", "down", "e", "p").sees("uitbesteden").press("#", "q")

	s = school.sit(t, 80, 24).sees("betrokken personen samen", "Nog niemand")
	for _, name := range []string{"An Peeters", "Bart Claes"} {
		s.press("+", name, "enter").sees(name)
		s.press("down", "12,5", "enter", "esc")
	}
	s.press("@division", "enter").sees("Wie trekt welke taak")
	for range len(s.root.facts.Tasks) + len(steps.Groups) {
		s.press("o", "r", "u", "1", "down")
	}
	s.press("esc")
	for range steps.AgreementIDs {
		next := slices.IndexFunc(steps.AgreementIDs, func(id steps.AgreementID) bool { return s.plan().Agreements[id].Text == "" })
		s.root.push(screen.Place{Kind: screen.AgreementCard, ID: string(steps.AgreementIDs[next])})
		s.press("@text", "zo spreken we af", "esc")
	}
	s.press("#", "q")

	s = school.sit(t, 80, 24).sees("Stap 8 van 8")
	s.press("enter", "loopt goed", "enter", "blijft zo", "enter")
	s.press("An Peeters, leerlingenraad", "enter", "15/5/2027", "enter", "#", "q")

	s = school.sit(t, 80, 24)
	if p := s.plan(); !p.Complete() {
		t.Fatalf("the plan is not complete: at %s, missing %v\n%s", p.Current(), p.Gaps(p.Current()), s.screen())
	}
	s.sees("Alle acht stappen", "15 mei 2027")
	if got := s.plan().Evaluation.Present; !slices.Equal(got, []string{"an", "leerlingenraad"}) {
		t.Errorf("present: %v", got)
	}
}
