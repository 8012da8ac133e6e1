package wizard

import (
	"reflect"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestWhereNothingIsKeptNothingMoves: where the plan is only looked at, its fields say so and hold nobody; what is no part of it works.
func TestWhereNothingIsKeptNothingMoves(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.session.LookOnly = true
	s.press("#1", "@choice", "n").sees("Je kijkt alleen", "● Ja").press("right", "tab", "@choice", "right", "esc").sees("── Overzicht")
	s.press("#1", "@choice", "n", "ctrl+k", "wifi").sees("── Zoeken", "▸ Wifi beheren").press("esc", "esc").sees("── Overzicht")
	s.press("#8", "@repeat", "space").sees("Je kijkt alleen").misses("[x] Bewustzijn").press("esc").sees("── Overzicht")
	s.press("s", "@means", "enter", "@add", "enter", "enter").sees("Je kijkt alleen", "── Van middelen naar uren").press("esc", "esc")
	s.press("ctrl+s", "@folder", "/home/an/elders", "enter").sees("/home/an/elders").press("@names", "right", "enter").sees("● Initialen")
}

// TestAQuestionGoesWithThePlanThatItWasAskedOf: by another way, by an undo, and where another writer was first.
func TestAQuestionGoesWithThePlanThatItWasAskedOf(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#7", "@member:an", "delete").sees("An Peeters uit het team").press("ctrl+k", "an peeters", "enter", "@remove", "enter", "j")
	s.sees("Leden").misses("uit het team verwijderen?")

	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#7", "+", "Zoe", "enter", "esc", "@member:zoe", "delete").sees("Zoe uit het team").press("ctrl+z").sees("Ongedaan gemaakt", "Leden").misses("Zoe uit het team")

	kept := exampleSchool(t, assets.Dutch)
	s = kept.sit(t, 80, 24)
	gone := steps.Change{Kind: steps.ChangeRemove, Member: "an"}
	must(t, kept.store.Append("plan", s.root.session.Journal().Len(), steps.NewEntry("other", assets.Example()[0].At, "Bart", gone)))
	s.press("#7", "@member:an", "delete", "j").sees("Niet bewaard")
	s.send(namedKeys["ctrl+x"])
	s.misses("uit het team verwijderen?")
}

// TestAQuestionThatStillHoldsStays while one looks elsewhere.
func TestAQuestionThatStillHoldsStays(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#7", "@member:an", "delete", "ctrl+k", "wifi", "enter", "esc").sees("An Peeters uit het team")
	if s.root.place().Kind != screen.Asking {
		t.Error("the question is gone")
	}
}

// TestWhatWasHandedOverIsNotTypedAgain: what was kept on leaving, and was taken back from elsewhere, is not in its field.
func TestWhatWasHandedOverIsNotTypedAgain(t *testing.T) {
	t.Parallel()
	for _, field := range []struct{ id, typed string }{{"@hours", "7"}, {"@mandate", "x"}, {"@role", "right"}} {
		s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).at(memberAn)
		before, _ := s.plan().Member("an")
		entries := s.root.session.Journal().Len()
		s.press(field.id, field.typed, "ctrl+k", "ongedaan", "enter").sees("── An Peeters", "bewaard ✓", "Ongedaan gemaakt").press("esc")
		if now, _ := s.plan().Member("an"); !reflect.DeepEqual(now, before) || s.root.session.Journal().Len() != entries+2 {
			t.Errorf("%s: %+v in %d entries", field.id, now, s.root.session.Journal().Len()-entries)
		}
	}
}

// TestAnotherWriterOfTheSameFieldIsSeen before Enter puts one's own in its place; of another field nothing is said.
func TestAnotherWriterOfTheSameFieldIsSeen(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		other steps.Change
		said  string
	}{
		{steps.Change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Whole(4))}, "uren: 9 → 4"},
		{steps.Change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Clear[steps.Decimal]()}, "uren: 9 → "},
		{steps.Change{Kind: steps.ChangeMember, Member: "an", Mandate: steps.Set("alles")}, ""},
		{steps.Change{Kind: steps.ChangeMember, Member: "bart", Hours: steps.Set(steps.Whole(4))}, ""},
	} {
		kept := exampleSchool(t, assets.Dutch)
		s := kept.sit(t, 80, 24)
		must(t, kept.store.Append("plan", s.root.session.Journal().Len(), steps.NewEntry("other", assets.Example()[0].At, "Bart", test.other)))
		s.at(memberAn).press("@hours", "7", "enter").sees("Niet bewaard", "7 uur")
		if test.said != "" {
			s.sees("Een ander schreef hier intussen", "An Peeters", test.said)
		} else {
			s.misses("Een ander schreef hier")
		}
		if m, _ := s.plan().Member("an"); m.Hours != nil && *m.Hours == steps.Whole(7) {
			t.Error("it is kept unseen")
		}
		s.press("enter").sees("bewaard ✓")
		if m, _ := s.plan().Member("an"); *m.Hours != steps.Whole(7) {
			t.Errorf("the hours are %v", m.Hours)
		}
	}
}
