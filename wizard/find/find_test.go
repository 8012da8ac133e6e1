package find

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// inTheExample is all that is found in the built-in example, kept in a file.
func inTheExample(t *testing.T, language assets.Language) (Around, []Thing) {
	t.Helper()
	journal, err := steps.Replay(assets.Definitions(), assets.Example())
	if err != nil {
		t.Fatal(err)
	}
	plan := journal.Plan()
	around := Around{Plan: plan, Tasks: plan.Tasks(), Texts: assets.Load(language), Kept: true, Plans: true, Copies: []string{"/school/plan (1).db"}}
	for _, m := range plan.Members {
		around.Erasables = append(around.Erasables, screen.Erasable{What: "member:" + m.ID, Name: m.Name})
	}
	return around, Things(around)
}

// backwards are the words of a text in the other order.
func backwards(text string) string {
	words := strings.Fields(text)
	slices.Reverse(words)
	return strings.Join(words, " ")
}

func TestEachThingIsFoundFirstByTheWordsOfItsName(t *testing.T) {
	for _, language := range assets.Languages {
		_, all := inTheExample(t, language)
		for _, thing := range all {
			for _, typed := range []string{thing.Name, strings.ToUpper(thing.Name), backwards(thing.Name)} {
				if found := Among(all, typed); len(found) == 0 || found[0].Name != thing.Name {
					t.Errorf("%s: %q finds %v before %q", language, typed, names(found), thing.Name)
				}
			}
		}
	}
}

func names(things []Thing) (names []string) {
	for _, thing := range things[:min(len(things), 3)] {
		names = append(names, thing.Name)
	}
	return names
}

func TestAStepIsFoundFirstByItsNumberAndAPersonByAFirstName(t *testing.T) {
	for language, step := range map[assets.Language]string{assets.Dutch: "stap %d", assets.English: "Step %d"} {
		around, all := inTheExample(t, language)
		for _, s := range steps.Tree {
			for _, typed := range []string{fmt.Sprintf(step, s.Number), fmt.Sprint(s.Number)} {
				if found := Among(all, typed); len(found) < 2 || found[0].Effect != screen.Show(screen.StepPlace(s.ID)) {
					t.Errorf("%s: %q finds %v", language, typed, names(found))
				}
			}
		}
		for _, m := range around.Plan.Members {
			first, _, _ := strings.Cut(m.Name, " ")
			if found := Among(all, first); found[0].Name != m.Name || found[0].Effect != screen.Show(screen.Place{Kind: screen.MemberCard, ID: m.ID}) {
				t.Errorf("%s: %q finds %v", language, first, names(found))
			}
		}
		for _, task := range around.Tasks {
			title := around.Texts.TaskTitle(task)
			if found := Among(all, title[:strings.IndexByte(title+" ", ' ')]+" "); !slices.ContainsFunc(found[:min(10, len(found))], func(f Thing) bool { return f.Name == title }) {
				t.Errorf("%s: the first word of %q finds %v", language, title, names(found))
			}
		}
	}
}
