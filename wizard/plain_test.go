package wizard

import (
	"bufio"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// lineByLine types lines at the line-by-line mode on a kept plan, and gives what it says and the plan after it.
func lineByLine(t *testing.T, kept Journals, language assets.Language, typed ...string) (string, steps.Plan) {
	t.Helper()
	entries, err := kept.Load("plan")
	must(t, err)
	s := newSession(kept, "sitting"+string(rune('a'+len(entries)))+"-")
	s.Texts = assets.Load(language)
	var out strings.Builder
	must(t, RunPlain(s, bufio.NewReader(strings.NewReader(strings.Join(typed, "\n"))), &out))
	return out.String(), s.Plan()
}

// keptPlan is a store with a plan made of these changes.
func keptPlan(t *testing.T, changes ...steps.Change) Journals {
	t.Helper()
	kept := store.NewMemory()
	must(t, newSession(kept, "a").Record(changes...))
	return kept
}

func says(t *testing.T, said string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(said, text) {
			t.Errorf("nothing says %q in:\n%s", text, said)
		}
	}
}

func TestPlainAsksTheGroupVariant(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.Yes))
	said, plan := lineByLine(t, kept, assets.Dutch, "", "g", "n", "ja", "nee", "ja", "groep", "stop")
	says(t, said, "welke neem je beter op als groep?", "Win je geld of tijd", "gespecialiseerde kennis", "ter plaatse", "Voorstel: afwegen", "Waar ligt deze taak?")
	first := plan.Tasks()[0]
	if !*first.Scale || *first.Specialist || !*first.Local || first.Level != steps.AtGroup || !first.Decided {
		t.Errorf("the first task: %+v", first.Decision)
	}
}

func TestPlainSpeaksEnglish(t *testing.T) {
	said, plan := lineByLine(t, store.NewMemory(), assets.English, "An", "Our School", "y", "note", "back", "clear", "skip", "undo", "stop")
	says(t, said, "Welcome to the step plan", "Step 2 of 8: Shared vision", "Taken back:", "Saved.", "Go on with: stappenplan --plain")
	if plan.Answers[steps.Awareness].Note != "note" || plan.School.Name != "Our School" {
		t.Errorf("the note is %q, the school %q", plan.Answers[steps.Awareness].Note, plan.School.Name)
	}
}

func TestPlainKeepsTheLastLineWithoutAnEnd(t *testing.T) {
	said, plan := lineByLine(t, store.NewMemory(), assets.Dutch, "", "De Wilg", "ja")
	if plan.Current() != steps.Vision || strings.Count(said, "Bewaard.") != 2 {
		t.Errorf("the plan stands at %s:\n%s", plan.Current(), said)
	}
}

func TestPlainRefusesALineThatIsTooLong(t *testing.T) {
	said, plan := lineByLine(t, store.NewMemory(), assets.Dutch, "An", strings.Repeat("x", maxLine+2), "De Wilg", "stop")
	says(t, said, "Deze regel is te lang.")
	if plan.School.Name != "De Wilg" {
		t.Errorf("the school is called %.40q", plan.School.Name)
	}
}

func TestPlainLetsGoOfTheTeamAndTakesItBack(t *testing.T) {
	kept := keptPlan(t, steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")},
		steps.Change{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart")})
	said, plan := lineByLine(t, kept, assets.Dutch, "7", "", "wissen", "ongedaan", "Anna", "d", "0", "stop")
	says(t, said, "wissen haalt deze persoon uit het team", "Teruggenomen: ")
	names := []string{}
	for _, m := range plan.Members {
		names = append(names, m.Name+" "+string(m.Role))
	}
	if !slices.Equal(names, []string{"Anna director", "Bart "}) {
		t.Errorf("the team: %v", names)
	}
}

func TestPlainOffersASchoolWithoutAGroupItsAnswer(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes))
	said, plan := lineByLine(t, kept, assets.Dutch, "b", "geen groep", "stop")
	says(t, said, "Nu: nee")
	if plan.Variant() != steps.SchoolVariant || plan.School.GroupKind != steps.NoGroup || slices.Contains(plan.TaskQuestions(), steps.AskFeedback) {
		t.Errorf("variant %q, group kind %q", plan.Variant(), plan.School.GroupKind)
	}
	if strings.Contains(said, "Hoe heet je scholengroep") {
		t.Error("a school without a group is asked what it is called")
	}
}

func TestPlainStepNumbersAndNumbersAsAnswers(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	said, plan := lineByLine(t, kept, assets.Dutch, "7", "5", "stap 8", "vlot", "3", "stop")
	says(t, said, "Stap 7 van 8: ICT-team", "Stap 8 van 8: Evaluatie", "Je kijkt vooruit.", "Stap 3 van 8: ICT-beleidsplan")
	if plan.School.Hours == nil || *plan.School.Hours != steps.Whole(5) || plan.Evaluation.Collaboration != "vlot" {
		t.Errorf("hours %v, collaboration %q", plan.School.Hours, plan.Evaluation.Collaboration)
	}
}

func TestPlainExplainsEveryQuestion(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	for _, step := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		said, _ := lineByLine(t, kept, assets.Dutch, step, "?", "stop")
		says(t, said, "Stap "+step+" van 8", "stop stopt.")
	}
}
