package wizard

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// What a field refused: where it stays, and when it goes.

// refusedHours is the example with "veel" in the hours of a member, which that field refuses.
func refusedHours(t *testing.T) *sitting {
	t.Helper()
	return exampleSchool(t, assets.Dutch).sit(t, 80, 24).at(memberAn).press("@hours", "veel", "esc").sees("1 veld niet bewaard")
}

var memberAn = screen.Place{Kind: screen.MemberCard, ID: "an"}

// recorded keeps changes as one entry.
func (s *sitting) recorded(changes ...steps.Change) *sitting {
	s.run(s.root.perform(screen.Record{Changes: changes}, false))
	return s
}

// TestATrialTakesDraftsAlong and gives them back: it is a copy of all that there is.
func TestATrialTakesDraftsAlong(t *testing.T) {
	t.Parallel()
	s := refusedHours(t).press("#", "T", "enter")
	s.press("ctrl+c").sees("Niet bewaard: ‘veel’ (buiten de proef)").press("ctrl+c").ended("typed-not-kept")
	s = refusedHours(t).press("#", "T", "enter")
	s.send(signalMsg{})
	s.ended("typed-not-kept")

	s = refusedHours(t).press("#", "T", "enter")
	s.within(memberAn).sees("veel").press("@hours", "ctrl+z", "5", "enter", "esc", "ctrl+c").sees("‘veel’ (buiten de proef)").press("ctrl+c").ended("typed-not-kept")
	s = refusedHours(t).press("#", "T", "enter")
	s.within(memberAn).press("@hours", "ctrl+z", "5", "enter", "#", "T", "@drop", "enter").sees("1 veld niet bewaard")
}

// TestAKeptTrialKeepsItsDrafts, those of before too, also of a field that got a value before it refused another.
func TestAKeptTrialKeepsItsDrafts(t *testing.T) {
	t.Parallel()
	s := refusedHours(t).press("#", "T", "enter", "#4", "@choice", "b", "#", "T", "end", "up", "enter").sees("1 veld niet bewaard", "is bewaard")
	s.at(memberAn).sees("veel")

	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "T", "enter")
	s.within(memberAn).press("@hours", "5", "enter", "@hours", "weinig", "esc", "T", "end", "up", "enter").sees("1 veld niet bewaard")
	s.at(memberAn).sees("weinig").press("@hours", "end", "ctrl+z", "esc").misses("niet bewaard")
	if m, _ := s.plan().Member("an"); *m.Hours != steps.Whole(5) {
		t.Errorf("the hours are %v", m.Hours)
	}
}

// TestADraftGoesWithItsField: when what it is about goes by an undo, and when the field gets a value elsewhere, whatever
// the field is of. An undo that only brings another value leaves it.
func TestADraftGoesWithItsField(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#7", "+", "Zoe", "enter", "@hours", "veel", "esc").sees("1 veld niet bewaard").press("ctrl+z").misses("veld niet bewaard")

	s = refusedHours(t).at(memberAn)
	s.press("@hours", "ctrl+z", "7", "enter", "@hours", "veel", "esc").press("ctrl+z").sees("Ongedaan gemaakt", "1 veld niet bewaard")

	for name, draft := range map[string]struct {
		place       screen.Place
		field       string
		other, same steps.Change
	}{
		"school": {screen.Place{Kind: screen.Profile}, "hours", steps.Change{Kind: steps.ChangeSchool, Pupils: steps.Set(12)}, steps.Change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(3))}},
		"evaluation": {screen.Place{Kind: screen.Evaluation}, "next_evaluation", steps.Change{Kind: steps.ChangeEvaluation, Composition: steps.Set("x")},
			steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(steps.Date("2028-01-02"))}},
		"after a check": {screen.Place{Kind: screen.Follows, ID: "policy"}, "next_evaluation", steps.Change{Kind: steps.ChangeEvaluation, Composition: steps.Set("x")},
			steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Set(steps.Date("2028-01-02"))}},
	} {
		s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
		if name == "after a check" {
			s.recorded(answer(steps.Policy, steps.No))
		}
		s.at(draft.place).press("@"+draft.field, "veel", "esc").sees("1 veld niet bewaard").recorded(draft.other).sees("1 veld niet bewaard").recorded(draft.same)
		s.misses("veld niet bewaard")
	}
}

// TestADraftOfADecisionGoesWithIt.
func TestADraftOfADecisionGoesWithIt(t *testing.T) {
	t.Parallel()
	s := onDisk(t, &disk{}).press("ctrl+s", "@decisions", "enter", "@add", "Robots", "enter", "@own-robots", "enter", "@decision_text", "home")
	for range len("Robots") {
		s.press("delete")
	}
	s.press("esc").sees("1 veld niet bewaard", "── Beslissingen van het bestuur").recorded(steps.Change{Kind: steps.ChangeRemove, Decision: "own-robots"})
	s.misses("veld niet bewaard")
}

// TestADraftInACellGoesWithItsRow.
func TestADraftInACellGoesWithItsRow(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Team, "helpdesk-second-line").press("u", "veel", "esc").sees("!veel", "1 veld niet bewaard")
	s.recorded(steps.Change{Kind: steps.ChangeTask, Task: "helpdesk-second-line", Note: steps.Set("x")}).sees("1 veld niet bewaard")
	s.recorded(steps.Change{Kind: steps.ChangeTask, Task: "helpdesk-second-line", Hours: steps.Set(steps.Whole(11))}).misses("veld niet bewaard")
	s.press("u", "veel", "esc").sees("!veel").recorded(steps.Change{Kind: steps.ChangeTask, Task: "helpdesk-second-line", Relevance: steps.Set(steps.DoesNotApply)})
	s.misses("veld niet bewaard")
}

// within opens a place above the overview, also of a trial.
func (s *sitting) within(p screen.Place) *sitting {
	s.root.perform(screen.Home(), false)
	s.root.push(p)
	return s
}

// TestADraftIsOfItsFieldWhateverLedThere: a finding leads to a field of a card, which shows the same from the team.
func TestADraftIsOfItsFieldWhateverLedThere(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.at(screen.Place{Kind: screen.MemberCard, ID: "an", At: "hours"}).press("veel", "esc").at(memberAn).sees("▸ Uren", "veel")
}

// TestWhatIsNotKeptIsFound by ctrl+k, which goes to its field, and named with its field and step on leaving.
func TestWhatIsNotKeptIsFound(t *testing.T) {
	t.Parallel()
	s := refusedHours(t).press("#", "q").sees("Niet bewaard: ‘veel’ bij An Peeters · Uren per week (stap 7).")
	s.press("ctrl+k").sees("▸ ‘veel’ bij An Peeters · Uren per week (stap 7)").press("enter").sees("An Peeters", "▸ Uren", "veel", "! Niet bewaard. Dat zijn geen uren")

	s = inTable(t, steps.Team, "helpdesk-second-line").press("u", "lang", "esc").press("#", "ctrl+k", "1 veld niet bewaard").sees("▸ ‘lang’ bij Tweedelijnshelpdesk · Uren (stap 7)")
	s.press("enter").sees("── Taakverdeling", "▸ ✓ Tweedelijnshelpdesk", "!lang").press("u", "ctrl+z", "esc").misses("niet bewaard")
}

// TestAPathIsNoPartOfThePlan: what is mistyped of one is not counted among what is not kept, and stops nobody from leaving.
func TestAPathIsNoPartOfThePlan(t *testing.T) {
	t.Parallel()
	s := onDisk(t, &disk{}).at(screen.Place{Kind: screen.ImportFile}).press("/nergens/lijst.xlsx", "enter").sees("! ").misses("niet bewaard")
	s.press("esc", "ctrl+c").misses("Niet bewaard").ended("")
}
