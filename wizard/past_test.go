package wizard

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/session/sessiontest"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestThePlanAsItWas is looked at everywhere and changes nowhere; Esc on its overview leads back to the plan of now.
func TestThePlanAsItWas(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	now, entries := s.plan(), s.root.session.Journal().Len()
	s.press("#", "h").sees("Wat er gebeurde", "12 november 2026 · ronde 2", "▸ 73")
	for range 36 {
		s.press("down")
	}
	s.sees("▸ 37").press("enter").sees("Regel 37 · 24 juni 2026", "Bekijk het plan zoals het toen was").press("@look", "enter")
	s.sees("zoals op 24 juni 2026 om 09:20", "══", "Zo stond het plan op 24 juni 2026", "Terug naar het plan van nu").misses("bewaard ✓")
	if got := s.plan().Round.Number; got != 1 {
		t.Errorf("the plan as it was stands in round %d", got)
	}
	s.press("1", "@choice", "n").sees("Dit is het plan zoals het was")
	s.press("ctrl+z").sees("Dit is het plan zoals het was")
	s.press("esc").sees("Overzicht", "zoals op 24 juni").press("T").sees("Wat als").press("@begin", "enter").sees("Dit is het plan zoals het was")
	s.press("esc", "esc").sees("Dit is weer het plan van nu", "Regel 37", "bewaard ✓")
	if diff := len(steps.Changes(now, s.plan())); diff > 0 || s.root.session.Journal().Len() != entries {
		t.Errorf("looking at what was changed %d things", diff)
	}
}

// TestAnEntryThatDidNotFitIsShown, without what rests on the plan beside it; it says which entry did not fit.
func TestAnEntryThatDidNotFitIsShown(t *testing.T) {
	t.Parallel()
	school := newSchool()
	fill(t, school.store, sessiontest.NotFitting()...)
	s := school.sit(t, 80, 24)
	for id, want := range map[string]string{"3": "Wifi beheren", "4": "notitie gewijzigd", "5": "ongedaan"} {
		s.at(screen.Place{Kind: screen.EntryCard, ID: id}).sees("Regel "+id, want, "kan niet getoond worden, omdat regel 3").misses("Zet terug").press("enter").sees("Regel " + id).press("esc").misses("Regel " + id)
	}
}

// TestLeavingFromThePlanAsItWas needs no answer about it, and loses nothing.
func TestLeavingFromThePlanAsItWas(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.at(screen.Place{Kind: screen.EntryCard, ID: "12"}).press("@look", "enter").sees("zoals op 5 februari 2026 om 12:55").press("q")
	if !s.quit || s.root.failure != nil {
		t.Errorf("left: %v, %v", s.quit, s.root.failure)
	}
}

// TestOneEarlierAnswerIsPutBack as a new entry, and the rest stays as it is.
func TestOneEarlierAnswerIsPutBack(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.press("right", "enter", "esc", "esc").press("#2").press("@choice", "j").press("#1").press("@choice", "n")
	before := s.plan()
	if before.State(steps.Awareness) != steps.No || before.State(steps.Vision) != steps.Yes {
		t.Fatalf("the answers are %v", before.Answers)
	}
	s.press("#", "h").sees("Stap 1 Bewustzijn: nee").press("enter").sees("vóór deze wijziging stond (nu → toen", "Zet terug: Stap 1 Bewustzijn · antwoord: nee → ja").press("esc")
	s.press("down", "down", "enter").sees("ná deze wijziging stond (nu → toen", "Zet terug: Stap 1 Bewustzijn · antwoord: nee → ja")
	s.press("@after0", "enter").sees("Teruggezet: Stap 1 Bewustzijn · antwoord: nee → ja · ctrl+z")
	entries := s.root.session.Journal().Len()
	s.press("enter").sees("Vergelijken") // once more puts nothing back
	if n := s.root.session.Journal().Len(); n != entries {
		t.Fatalf("Enter once more made %d entries", n-entries)
	}
	after := s.plan()
	if after.State(steps.Awareness) != steps.Yes || after.State(steps.Vision) != steps.Yes {
		t.Errorf("the answers are %v", after.Answers)
	}
	if by := after.Answers[steps.Awareness].By; by != "An" {
		t.Errorf("put back by %q", by)
	}
	s.press("ctrl+z")
	if got := s.plan().State(steps.Awareness); got != steps.No {
		t.Errorf("undone, the answer is %q", got)
	}
}

// TestAnyTwoMomentsAreCompared: the last round first, then others that a person chooses.
func TestAnyTwoMomentsAreCompared(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#", "C").sees("Vergelijken", "24 juni 2026 om 09:20 · ronde 1", "▲ Beter", "▼ Minder goed", "voordien minstens 10,5")
	s.press("pgdown", "pgdown").sees("Veld per veld").press("end").sees("Over alle rondes", "2 (nu)")
	s.press("enter").sees("Vergelijken vanaf", "Einde van ronde 1").press("@round0", "enter").sees("Vergelijken vanaf het begin", "Nu")
	s.press("@round37", "enter").sees("het begin, nog niets ingevuld", "24 juni 2026").misses("Nu    24 juni")
	s.press("enter", "@entry", "enter").sees("Wat er gebeurde").press("down", "enter").sees("Vergelijken vanaf 10 november 2026 om 15:10")
	s.press("@now", "enter").sees("10 november 2026 om 15:10 · ronde 2", "Nu    12 november 2026")
	s.press("esc").sees("Overzicht")
	s.press("h", "C").sees("Er is niets gewijzigd").press("esc").press("down", "C").sees("10 november 2026 om 15:10 · ronde 2")
}

// TestHistoryOfAStepATaskAndAPerson, also of a task and a member from their own screens.
func TestHistoryOfAStepATaskAndAPerson(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#", "h", "f").sees("Toon alleen", "Een stap").press("@step:vision", "enter").sees("Wat er gebeurde · Gedragen visie").misses("Takenoverzicht")
	s.press("f", "@person:bart", "enter").sees("Wat er gebeurde · Bart Claes", "Bart Claes")
	s.press("f", "@all", "enter").sees("── Wat er gebeurde ──").press("esc").sees("Overzicht")
	s.at(screen.Place{Kind: screen.TaskCard, ID: "network-management"}).press("@history", "enter").sees("Wat er gebeurde · Netwerk beheren").press("esc").sees("Netwerk beheren")
	s.at(screen.Place{Kind: screen.MemberCard, ID: "an"}).press("@history", "enter").sees("Wat er gebeurde · An Peeters")
}

// TestOnOpeningAPersonIsToldWhatOthersDid since their own newest answer, and what is due, in two lines that the first key takes away.
func TestOnOpeningAPersonIsToldWhatOthersDid(t *testing.T) {
	t.Parallel()
	kept := exampleSchool(t, assets.Dutch)
	kept.sit(t, 80, 24).misses("sinds je laatste") // by who did the last thing
	kept.author = "An Peeters"
	kept.sit(t, 80, 24).sees("1 wijziging door Katrien Maes sinds je laatste, op 10 november 2026.").press("down").misses("sinds je laatste")
	kept.author = "Iemand Anders"
	kept.sit(t, 80, 24).misses("sinds je laatste")
}

// TestOnOpeningTheEvaluationIsDue from its day on.
func TestOnOpeningTheEvaluationIsDue(t *testing.T) {
	t.Parallel()
	s := begun(t)
	next := func(day steps.Date) {
		s.run(s.root.perform(screen.Record{Changes: []steps.Change{{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(day)}}}, false))
	}
	next(s.root.session.Today())
	s.school.sit(t, 80, 24).sees("De evaluatie is aan de beurt")
	next("2099-01-01")
	s.school.sit(t, 80, 24).misses("De evaluatie is aan de beurt")
}

// TestWhatIsDoneAgainIsCalledSo in the history, and not taken for another undoing.
func TestWhatIsDoneAgainIsCalledSo(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36).press("#5", "home", "down", "g", "ctrl+z", "ctrl+y", "#", "h")
	s.sees("Regel 74 opnieuw gedaan", "Regel 74 ongedaan gemaakt").misses("Regel 75 ongedaan gemaakt").press("enter").sees("Regel 74 opnieuw gedaan")
}
