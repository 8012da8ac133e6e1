package wizard

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// told are the actions of a plan that came after a number of others, each in one line.
func (s *sitting) told(after int) (lines []string) {
	for _, a := range s.plan().Actions[after:] {
		lines = append(lines, strings.Join([]string{a.What, a.About, a.Owner, string(a.Due), string(a.State), string(a.Closed), a.Outcome}, "|"))
	}
	return lines
}

// TestAnActionIsMadeByOneKey where advice, a decision, a finding, a task, a member and a step stand; once more opens it.
func TestAnActionIsMadeByOneKey(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		keys []string
		want string
	}{
		"finding":                   {[]string{"#", "!", "@no-owner0", "M"}, "Een trekker kiezen voor ‘Hulpsoftware en leersteun’|finding:no-owner:assistive-technology|member:bart|2026-12-24|plan||"},
		"member":                    {[]string{"#", "7", "@member:an", "M"}, "Bespreken met An Peeters|member:an||2026-12-24|plan||"},
		"step":                      {[]string{"#", "@tasks", "M"}, "Opvolgen: stap 5, Takenoverzicht|step:tasks|member:bart|2026-12-24|plan||"},
		"task":                      {[]string{"#", "6", "/", "incident", "enter", "M"}, "Uitbesteden: Cyberincidenten aanpakken|task:incident-response|member:bart|2026-12-24|plan||"},
		"decision":                  {[]string{"ctrl+k", "Beslissingen", "enter", "@release-hours", "enter", "@make decision:release-hours", "enter"}, "De beslissing ‘Extra uren voor ICT: 10 uur’ uitvoeren|decision:release-hours|member:katrien|2026-12-24|plan||"},
		"advice":                    {[]string{"#", "3", "n", "@make advice:policy-first", "enter"}, "Open Pictos samen met de ICT-coördinator, kies een sjabloon en leg drie werkmomenten vast.|advice:policy-first|member:katrien|2026-12-24|plan||"},
		"on the card of a decision": {[]string{"ctrl+k", "Beslissingen", "enter", "@release-hours", "enter", "M"}, "De beslissing ‘Extra uren voor ICT: 10 uur’ uitvoeren|decision:release-hours|member:katrien|2026-12-24|plan||"},
		"in the list of decisions":  {[]string{"ctrl+k", "Beslissingen", "enter", "@release-hours", "M"}, "De beslissing ‘Extra uren voor ICT: 10 uur’ uitvoeren|decision:release-hours|member:katrien|2026-12-24|plan||"},
		"on the card of a member":   {[]string{"#", "7", "@member:an", "enter", "M"}, "Bespreken met An Peeters|member:an||2026-12-24|plan||"},
		"at the advice":             {[]string{"#", "3", "n", "M"}, "Open Pictos samen met de ICT-coördinator, kies een sjabloon en leg drie werkmomenten vast.|advice:policy-first|member:katrien|2026-12-24|plan||"},
		"proposal":                  {[]string{"#", "O", "@propose finding:no-backup", "enter"}, "Iemand kiezen die inspringt voor elke belangrijke taak|finding:no-backup|member:bart|2026-12-24|plan||"},
	} {
		t.Run(name, func(t *testing.T) {
			s := exampleSchool(t, assets.Dutch).sit(t, 100, 40)
			before := len(s.plan().Actions)
			s.press(c.keys...)
			if got := s.told(before); len(got) != 1 || got[0] != c.want {
				t.Fatalf("made %q, want %q\n%s", got, c.want, s.screen())
			}
			s.sees("Actie gemaakt", "Hoe ver staat het?").press("esc")
			if name != "proposal" { // which is none any more
				s.press(c.keys[len(c.keys)-1]).misses("Actie gemaakt").sees("Hoe ver staat het?")
			}
			if s.press("ctrl+z"); len(s.plan().Actions) != before {
				t.Errorf("undone there is still %q", s.told(before))
			}
		})
	}
}

// TestAnActionFromItsBeginningToItsEnd: noted, given to somebody, done, looked up by person, opened again and taken away.
func TestAnActionFromItsBeginningToItsEnd(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	before := len(s.plan().Actions)
	s.press("#", "O").sees("── Acties · volgens datum", "! Te laat", "! Op één blad", "Nog te doen", "Gedaan of geschrapt")
	s.press("+").sees("── Nieuwe actie").press("Laders bestellen", "enter").sees("── Laders bestellen")
	s.press("@action_owner", "bart", "enter", "@due", "1/3/2027", "enter", "@state", "right", "enter", "esc")
	s.sees("Laders bestellen", "1 mrt 2027").press("z").sees("per persoon", "Bart Claes").press("z").sees("per stand", " Doen").press("z").sees("volgens datum")
	s.press("@laders-bestellen", "X").sees("Gedaan: Laders bestellen. Ctrl+z zet ze weer open.")
	if got := s.told(before); len(got) != 1 || got[0] != "Laders bestellen||member:bart|2027-03-01|done|2026-11-24|" {
		t.Errorf("noted %q", got)
	}
	s.press("@laders-bestellen", "enter").press("@action_outcome", "twintig stuks", "enter", "@closed", "20/11/2026", "enter", "@state", "left", "left", "enter")
	if got := s.told(before); got[0] != "Laders bestellen||member:bart|2027-03-01|check||twintig stuks" {
		t.Errorf("open again it is %q", got)
	}
	s.press("@remove", "enter").sees("Deze actie weghalen").press("right", "enter").sees("── Acties")
	if got := s.told(before); len(got) != 0 {
		t.Errorf("taken away there is still %q", got)
	}
	s.press("ctrl+z").sees("Laders bestellen")
}

// TestALongOwnerIsReadWhole: what the actions stand under is not cut for the names of the columns.
func TestALongOwnerIsReadWhole(t *testing.T) {
	t.Parallel()
	owner := "de werkgroep van leerkrachten en ouders die de toestellen voor het eerste leerjaar kiest"
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "O", "+").press("Toestellen kiezen", "enter")
	s.press("@action_owner", owner, "enter", "@due", "1/9/2026", "enter", "esc", "z")
	s.sees("de werkgroep van leerkrachten", "leerjaar kiest", "Tegen ")
}

// TestTheOverviewTellsTheActions: how many, how many are overdue, and the next ones.
func TestTheOverviewTellsTheActions(t *testing.T) {
	t.Parallel()
	school := exampleSchool(t, assets.English)
	school.sit(t, 80, 24).press("#").sees("! 4 actions open, 1 overdue", "First: Op één blad zetten").misses("11 Dec 2026")
	school.sit(t, 120, 36).press("#").sees("! 4 actions open, 1 overdue", "23\u00a0Oct\u00a02026", "11\u00a0Dec\u00a02026", "7\u00a0Mar\u00a02027").misses("Sept\u00a02027")
}

// TestANewRoundMakesTheCheckpoints that the next evaluation is followed by.
func TestANewRoundMakesTheCheckpoints(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	before := len(s.plan().Actions)
	s.press("ctrl+k", "nieuwe ronde", "enter", "@open", "enter")
	want := []string{
		"Nakijken na zes maanden: loopt wat we in ronde 3 afspraken?|step:evaluation|member:bart|2027-05-24|plan||",
		"Nakijken na een jaar: wat leverde ronde 3 op, en wat sturen we bij?|step:evaluation|member:bart|2027-11-24|plan||",
	}
	if got := s.told(before); strings.Join(got, "\n") != strings.Join(want, "\n") || s.plan().Round.Number != 3 {
		t.Errorf("round %d made %q", s.plan().Round.Number, got)
	}
	if last, _ := s.plan().Action("after-6-3"); last.State != steps.ActionPlan {
		t.Errorf("there is no after-6-3")
	}
}
