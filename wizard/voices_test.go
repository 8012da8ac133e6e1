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
