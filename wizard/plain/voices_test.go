package plain

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// TestPlainAnsweringApart: the same as on the screens, by one word.
func TestPlainAnsweringApart(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	said, plan := lineByLine(t, kept, assets.Dutch, "apart", "An", "n", "werkgroep begon", "Bart", "stop")
	says(t, said, "Nog niemand antwoordde.", "An antwoordde op", "zie je zodra er nog iemand geantwoord heeft")
	if strings.Contains(said, "werkgroep begon") || plan.Answers[steps.Vision].Choice != "" || len(plan.Voices[steps.Vision]) != 1 {
		t.Errorf("%+v, %+v\n%s", plan.Answers, plan.Voices, said)
	}
	said, plan = lineByLine(t, kept, assets.Dutch, "apart", "An", "", "", "stop")
	if strings.Contains(said, "werkgroep begon") || strings.Contains(said, "Nu: ") || plan.Voices[steps.Vision][0].Note != "werkgroep begon" {
		t.Errorf("%+v\n%s", plan.Voices, said)
	}
	said, plan = lineByLine(t, kept, assets.Dutch, "apart", "bart", "j", "", "AN", "ja", "", "", "", "stop")
	says(t, said, "- An: nee. werkgroep begon", "Praat hierover: An zegt nee, bart zegt ja.", "Jullie zijn het eens: ja.", "Enter neemt over waar jullie het over eens zijn: ja")
	if plan.Answers[steps.Vision].Choice != steps.Yes || plan.Answers[steps.Vision].Note != "" {
		t.Errorf("the school answered %+v\n%s", plan.Answers[steps.Vision], said)
	}
	said, plan = lineByLine(t, kept, assets.Dutch, "8", "apart", "An", "vlot", "Bart", "te weinig overleg", "", "7", "apart", "stop")
	says(t, said, "Hoe liep de samenwerking volgens jou", "Leg naast elkaar wat jullie schreven", "Apart antwoorden kan bij stap 1 tot 4 en bij stap 8.")
	if len(plan.Voices[steps.Evaluation]) != 2 || plan.Evaluation.Collaboration != "" {
		t.Errorf("%+v, %+v", plan.Voices, plan.Evaluation)
	}
}
