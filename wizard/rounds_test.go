package wizard

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// again is the next round of the example school, in which steps are asked again.
func again(t *testing.T, repeat ...steps.StepID) *sitting {
	t.Helper()
	s := exampleAfter(t, steps.Change{Kind: steps.ChangeEvaluation, Repeat: steps.Set(repeat)}).sit(t, 80, 24)
	return s.press("#8", "@round", "enter", "@open", "enter")
}

// exampleAfter is the example school after more changes, each in an entry of its own.
func exampleAfter(t *testing.T, changes ...steps.Change) *school {
	t.Helper()
	s := newSchool()
	s.language = assets.Dutch
	entries := assets.Example()
	last := entries[len(entries)-1]
	for i, c := range changes {
		entries = append(entries, steps.NewEntry(fmt.Sprintf("more-%d", i), last.At, last.By, c))
	}
	fill(t, s.store, entries...)
	return s
}

// TestWhatTheLastRoundFoundStaysInSight while a new round asks an earlier step again.
func TestWhatTheLastRoundFoundStaysInSight(t *testing.T) {
	t.Parallel()
	s := again(t, steps.Vision, steps.Tasks)
	s.press("down").sees("Het plan vraagt 39 uur per week", "ja, staat nog", "2 taken zonder trekker (van vorige ronde, nog niet opnieuw bekeken)", "deze ronde nog na te kijken")
	s.misses("al ingevuld voor later").press("!").sees("2 taken zonder trekker (van vorige ronde, nog niet")
	s.press("esc", "C").misses("zonder trekker")
}

// TestARoundGoesFromOneStepThatItAsksToTheNext, and past all others.
func TestARoundGoesFromOneStepThatItAsksToTheNext(t *testing.T) {
	t.Parallel()
	s := again(t, steps.Vision, steps.Tasks)
	s.press("@next", "enter").sees("Dat geldt nog: ja").press("enter").sees("Verder naar stap 5")
	s.misses("Verder naar stap 3").press("enter").sees("Takenoverzicht").press("=", "v").sees("Stap 7 van 8")
}

// TestHowAStepEndedLastRoundIsReadWhole over the table of tasks, in the smallest window.
func TestHowAStepEndedLastRoundIsReadWhole(t *testing.T) {
	t.Parallel()
	s := again(t, steps.Tasks, steps.Expertise)
	s.press("5").sees("= bevestigt", "later.").misses("later…").press("=", "esc", "6").sees("= bevestigt", "expertise aanwezig voor", " taken.")
}

// TestADayWithoutAYearIsShownInFull where it was typed.
func TestADayWithoutAYearIsShownInFull(t *testing.T) {
	t.Parallel()
	s := exampleAfter(t).sit(t, 80, 24)
	s.press("#8", "@next_evaluation", "15/1", "enter")
	next := s.plan().Round.NextEvaluation
	if next[4:] != "-01-15" || next <= s.root.session.Today() {
		t.Errorf("the next evaluation: %s", next)
	}
	s.sees(s.root.session.Spoken().Date(next))
}

// TestANewRoundOffersToCloseTheOldCheckpoints, and closes none by itself.
func TestANewRoundOffersToCloseTheOldCheckpoints(t *testing.T) {
	t.Parallel()
	s := exampleAfter(t).sit(t, 80, 24).press("#8", "@round", "enter")
	s.sees("Open ronde 3 en sluit de 2 oude nakijkacties", "Nakijken na zes maanden")
	if states := s.press("@open-closing", "enter").checkpoints(); states != "after-6-2 dropped, after-12-2 dropped, after-6-3 plan, after-12-3 plan" {
		t.Error(states)
	}
	s.press("ctrl+z", "#8", "@round", "enter", "@open", "enter")
	if states := s.checkpoints(); states != "after-6-2 plan, after-12-2 plan, after-6-3 plan, after-12-3 plan" {
		t.Error(states)
	}
}

// checkpoints are the actions that look back on a round, with how far they are.
func (s *sitting) checkpoints() string {
	var states []string
	for _, a := range s.plan().Actions {
		if strings.HasPrefix(a.ID, "after-") {
			states = append(states, a.ID+" "+string(a.State))
		}
	}
	return strings.Join(states, ", ")
}

// TestAConfirmedTeamSaysWhatStillWaits where the button was.
func TestAConfirmedTeamSaysWhatStillWaits(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#7").sees("▸ Bevestig: zo blijft het").press("enter")
	s.misses("zo blijft het").sees("✓ 5 Takenoverzicht   ! Nog 2 taken zonder trekker")
}

// TestADayThatIsLeftBehindIsTold: who opens a round before the day of the next evaluation is told that it does not go along; one that
// has come says nothing.
func TestADayThatIsLeftBehindIsTold(t *testing.T) {
	t.Parallel()
	for day, told := range map[steps.Date]bool{"2027-05-15": true, "2026-11-24": false, "": false} {
		change := steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Clear[steps.Date]()}
		if day != "" {
			change.NextEvaluation = steps.Set(day)
		}
		s := exampleAfter(t, change).sit(t, 80, 24).press("#8", "@round", "enter")
		if said := strings.Contains(s.screen(), "niet mee naar ronde 3"); said != told {
			t.Errorf("of %q is told: %t\n%s", day, said, s.screen())
		}
	}
}
