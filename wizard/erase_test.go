package wizard

import (
	"slices"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/wizard/screen"
)

// erasingSchool is the example with somebody who left and a sheet to erase, and what that would do.
func erasingSchool(t *testing.T, language assets.Language) *sitting {
	t.Helper()
	s := exampleSchool(t, language).sit(t, 80, 24)
	s.root.options.Plans = true
	s.root.options.Files = &disk{
		erasables: screen.Erasables{
			Gone:   []screen.Erasable{{What: "name:Zoë Xantippe", Name: "Zoë Xantippe", Since: "weg sinds 3 september 2023, meer dan 3 jaar"}},
			Sheets: []screen.Erasable{{What: "answers:improvement", Name: "Verbetercyclus"}},
		},
		erasing: screen.Erasing{
			Says: []string{"Dit wordt gewist: Zoë Xantippe.", "  plan plan: 9 wijzigingen (naam)"}, InAll: true,
			Alone: []screen.AloneText{{Text: "Zoë belt.", Shown: "Zoë belt."}, {Text: "Vraag het Zoë", Shown: "Vraag het Zoë"}},
		},
	}
	return s
}

// Ctrl+K lists who can be erased, who left among them; what goes is shown, each text with a part of the name is ticked or not, and it is
// asked once. Doing it is leaving for the file without it.
func TestSomebodyIsErasedFromTheScreens(t *testing.T) {
	t.Parallel()
	s := erasingSchool(t, assets.Dutch)
	s.press("ctrl+k", "voorgoed wissen", "enter").sees("Weg uit het team", "weg sinds 3 september 2023, meer dan 3 jaar", "Werkbladen met antwoorden", "Verbetercyclus")
	s.press("@name:Zoë Xantippe", "enter").sees("Dit wordt gewist: Zoë Xantippe.", "9 wijzigingen", "[ ] Zoë belt.", "[ ] Vraag het Zoë", "Dit kan niet ongedaan gemaakt worden")
	s.press("@sure", "n").sees("Weg uit het team").press("@name:Zoë Xantippe", "enter", "@alone", "down", "space", "down").sees("[x] Vraag het Zoë")
	s.press("j")
	if !s.quit || s.root.failure != nil || s.root.next == nil || s.root.next.Erase == nil || s.root.next.Erase.What != "name:Zoë Xantippe" || !slices.Equal(s.root.next.Erase.In, []string{"Vraag het Zoë"}) {
		t.Errorf("it goes to %+v, %v", s.root.next, s.root.failure)
	}
}

// A whole plan goes only once its name was typed.
func TestAWholePlanIsErasedFromTheScreens(t *testing.T) {
	t.Parallel()
	s := erasingSchool(t, assets.Dutch)
	files := s.root.options.Files.(*disk)
	files.erasables.Plan = []screen.Erasable{{What: "plan:plan", Name: "Het hele plan van Klaverdam"}}
	files.erasing = screen.Erasing{Says: []string{"Dit wordt gewist: het hele plan van Klaverdam."}, InAll: true, Confirm: "Klaverdam"}
	s.press("ctrl+k", "hele plan", "enter").sees("Dit wordt gewist: het hele plan").press("esc")
	s.press("ctrl+k", "voorgoed wissen", "enter", "@plan:plan", "enter").sees("Typ de naam om het te wissen: Klaverdam", "Dit kan niet ongedaan gemaakt worden")
	s.press("@sure", "j").sees("Dat is niet Klaverdam").press("@confirm", "Klaver", "enter", "j").sees("Dat is niet Klaverdam")
	if s.press("@confirm", "end", "dam", "esc"); s.quit {
		t.Fatal("leaving erases")
	}
	s.press("ctrl+k", "hele plan", "enter", "@confirm", "Klaverdam", "enter", "j")
	if !s.quit || s.root.next == nil || s.root.next.Erase == nil || s.root.next.Erase.What != "plan:plan" {
		t.Errorf("it goes to %+v", s.root.next)
	}
}

// On the page of somebody who is in the team it stands as the last thing; a name can be typed too.
func TestErasingBeginsWhereThePersonIs(t *testing.T) {
	t.Parallel()
	s := erasingSchool(t, assets.English)
	s.press("ctrl+k", "an peeters", "enter", "@erase", "enter").sees("Erase for good", "where it is the same person").press("@sure", "y")
	if s.root.next == nil || s.root.next.Erase.What != "member:an" || s.root.next.Erase.In != nil {
		t.Errorf("it goes to %+v", s.root.next)
	}
	s = erasingSchool(t, assets.English)
	s.press("ctrl+k", "erase for good", "enter", "@other", "enter", "Piet Janssens", "enter").sees("Erase for good", "This cannot be undone")
	if s.root.toErase.What != "name:Piet Janssens" {
		t.Errorf("%+v", s.root.toErase)
	}
}

// Where there is nothing, or only something that is ticked, nothing is asked that would do nothing.
func TestErasingNothingIsNotAsked(t *testing.T) {
	t.Parallel()
	s := erasingSchool(t, assets.Dutch)
	files := s.root.options.Files.(*disk)
	files.erasing.InAll = false
	s.run(s.root.perform(screen.ShowErasing{What: "name:Zoë"}, false))
	s.sees("[ ] Zoë belt.", "Terug").misses("ongedaan gemaakt").press("@alone", "space", "down").sees("[ ] Vraag het Zoë")
	s.press("down").sees("kan niet ongedaan")
}

// While something is tried, what was is looked at, or another window has the plan, nothing is erased.
func TestErasingIsNotForATrial(t *testing.T) {
	t.Parallel()
	s := erasingSchool(t, assets.Dutch)
	s.run(s.root.perform(screen.TryOut{}, false))
	s.run(s.root.perform(screen.ShowErasing{What: "member:an"}, false))
	s.sees("Dat kan niet terwijl je iets probeert").misses("Dit wordt gewist")
	looking := erasingSchool(t, assets.Dutch)
	looking.root.session.LookOnly = true
	looking.run(looking.root.perform(screen.ListErasable{}, false))
	looking.sees(assets.Load(assets.Dutch).Error((&session.Session{LookOnly: true}).ReadOnly())[:30]).misses("Weg uit het team")
}
