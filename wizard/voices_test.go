package wizard

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

func voice(step steps.StepID, by string, choice steps.Choice, note string) steps.Change {
	c := steps.Change{Kind: steps.ChangeVoice, Step: step, By: steps.Set(by), Note: steps.Set(note)}
	if choice != "" {
		c.Choice = steps.Set(choice)
	}
	return c
}

// TestGoldenScreensOfVoices: who answered, and once two did, what, whether they agree, and what to do.
func TestGoldenScreensOfVoices(t *testing.T) {
	t.Parallel()
	for _, w := range goldenWindows {
		kept := newSchool()
		kept.language = w.language
		fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An Peeters", steps.Change{Kind: steps.ChangeSchool, Name: steps.Set("Basisschool De Linde")},
			voice(steps.Awareness, "An Peeters", steps.Yes, "het staat op de agenda"),
			voice(steps.Vision, "An Peeters", steps.No, "we begonnen eraan, en de werkgroep vond nog geen moment"), voice(steps.Vision, "Bart Claes", steps.Yes, "hangt in de lerarenkamer"),
			voice(steps.Policy, "An Peeters", steps.No, ""), voice(steps.Policy, "Bart Claes", steps.No, "het is van 2019"),
			voice(steps.Evaluation, "An Peeters", "", "vlot"), voice(steps.Evaluation, "Bart Claes", "", "te weinig overleg")))
		s := kept.sit(t, w.width, w.height)
		s.golden(t, w.width, map[string]screen.Place{
			"one": {Kind: screen.Voices, ID: "awareness"}, "two": {Kind: screen.Voices, ID: "vision"}, "agreed": {Kind: screen.Voices, ID: "policy"},
			"none": {Kind: screen.Voices, ID: "pooling"}, "in-words": {Kind: screen.Voices, ID: "evaluation"}, "card": screen.VoiceOf(steps.Vision, "An Peeters"),
			"who": {Kind: screen.NewVoice, ID: "vision"},
		})
	}
}

// TestAnsweringApart: two people answer at one screen, none sees what the other did, and the school's answer is one key.
func TestAnsweringApart(t *testing.T) {
	t.Parallel()
	s := newSchool().sit(t, 80, 40)
	s.root.push(screen.StepPlace(steps.Vision))
	s.sees("Eerst elk apart antwoorden, dan samen").press("@voices", "enter").sees("Nog niemand antwoordde", "Geef je antwoord").press("enter")
	s.sees("Wie antwoordt?").press("A", "n", "enter").sees("An, apart", "Ja betekent").press("n", "down").paste("werkgroep begon").press("enter", "enter")
	s.sees("An antwoordde op", "zodra er nog iemand").misses("nee", "werkgroep", "Het antwoord van de school")
	if a := s.plan().Answers[steps.Vision]; a.Choice != "" {
		t.Errorf("the school answered %+v", a)
	}
	s.press("enter").press("A", "n", "enter").sees("An, apart", "Haal dit antwoord weg").misses("●", "werkgroep").press("b").sees("● Nog te bespreken").press("n", "end", "up", "enter").sees("An antwoordde op")
	s.press("enter").press("B", "a", "r", "t", "enter").misses("werkgroep").press("j", "end", "up", "enter")
	s.sees("An ", "nee", "werkgroep begon", "Praat hierover: An zegt nee, Bart zegt ja.")

	s.root.push(screen.Place{Kind: screen.History})
	s.sees("An wijzigde het eigen", "Bart antwoordde apart").misses("werkgroep", ": nee", ": ja").press("esc").press("home").sees("▸ An").press("enter").press("j", "end", "up", "enter").sees("Jullie zijn het eens: ja.")
	s.sees("▸ Het antwoord van de school: ja").press("enter").sees("je antwoordde: ja")
	if got := s.plan().Answers[steps.Vision].Choice; got != steps.Yes {
		t.Errorf("the school answered %q", got)
	}
	s.press("esc").sees("Stap 2 van 8", "2 antwoorden")
}

// TestAnotherVoiceIsNoConflict: of what another copy of the program kept, only the same person's answer is the same field.
func TestAnotherVoiceIsNoConflict(t *testing.T) {
	t.Parallel()
	own := steps.Entry{Changes: []steps.Change{{Kind: steps.ChangeVoice, Step: steps.Vision, By: steps.Set("An"), Choice: steps.Set(steps.No)}}}
	before := steps.NewPlan(assets.Definitions())
	after, err := before.Apply(steps.NewEntry("x", assets.Example()[0].At, "", voice(steps.Vision, "Bart", steps.Yes, ""), voice(steps.Vision, "An", steps.Yes, "x")))
	must(t, err)
	theirs := assets.Load(assets.Dutch).Differences(before, after).Lines(sameFields(own, steps.Changes(before, after)))
	if len(theirs) != 1 || theirs[0] != "Stap 2 Gedragen visie: An antwoordde apart" {
		t.Errorf("%q", theirs)
	}
}

// TestAnotherThingIsNoConflict: what another copy of the program kept of another action or decision is another field.
func TestAnotherThingIsNoConflict(t *testing.T) {
	t.Parallel()
	change := func(action, decision, note string) steps.Change {
		if action != "" {
			return steps.Change{Kind: steps.ChangeAction, Action: action, What: steps.Set("Doen"), Outcome: steps.Set(note)}
		}
		return steps.Change{Kind: steps.ChangeResolution, Decision: decision, Text: steps.Set("Kopen"), Note: steps.Set(note)}
	}
	at := assets.Example()[0].At
	before, err := steps.NewPlan(assets.Definitions()).Apply(steps.NewEntry("x", at, "", change("a", "", "1"), change("b", "", "1"), change("", "own-a", "1"), change("", "own-b", "1")))
	must(t, err)
	for _, theirs := range []steps.Change{change("b", "", "2"), change("", "own-b", "2")} {
		after, err := before.Apply(steps.NewEntry("y", at, "", theirs))
		must(t, err)
		changed := steps.Changes(before, after)
		if same := sameFields(steps.Entry{Changes: []steps.Change{change("a", "", "3"), change("", "own-a", "3")}}, changed); len(same) != 0 {
			t.Errorf("another one: %+v", same)
		}
		if same := sameFields(steps.Entry{Changes: []steps.Change{theirs}}, changed); len(same) != 1 {
			t.Errorf("the same one: %+v", same)
		}
	}
}
