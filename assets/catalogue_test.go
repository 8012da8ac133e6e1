package assets

import (
	"slices"
	"testing"
	"unicode/utf8"

	"stappenplan/steps"
)

func TestCatalogueIsWhole(t *testing.T) {
	c := Catalogue()
	asOwn := steps.Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(*c)}
	if err := steps.NewPlan(Definitions()).Check(asOwn); err != nil {
		t.Fatalf("a school could not use it as its own: %v", err)
	}
	if len(c.Groups) != len(steps.Groups) {
		t.Errorf("%d groups", len(c.Groups))
	}
	for i, g := range c.Groups {
		if g.ID != string(steps.Groups[i]) {
			t.Errorf("group %d is %s", i+1, g.ID)
		}
		inBothLanguages(t, g.ID, g.Title, 40)
	}
	var profiles []string
	for _, p := range c.Profiles {
		profiles = append(profiles, p.ID)
		inBothLanguages(t, p.ID, p.Title, 40)
	}
	used := map[string]bool{}
	for _, task := range c.Tasks {
		inBothLanguages(t, task.ID, task.Title, 46)
		inBothLanguages(t, task.ID, task.Explain, 260)
		if !slices.Contains(profiles, task.Profile) || !slices.Contains(steps.SuggestedLevels, task.SuggestedLevel) {
			t.Errorf("%s: profile %q, level %q", task.ID, task.Profile, task.SuggestedLevel)
		}
		if c.Sources[task.Source] == "" {
			t.Errorf("%s: source %q is not listed", task.ID, task.Source)
		}
		used[task.Source] = true
	}
	for source := range c.Sources {
		if !used[source] {
			t.Errorf("no task has the source %s", source)
		}
	}
}

// inBothLanguages says where a text is missing, too long for its place, or not calm.
func inBothLanguages(t *testing.T, id string, words steps.Words, longest int) {
	t.Helper()
	for _, language := range Languages {
		text := words[string(language)]
		if n := utf8.RuneCountInString(text); n == 0 || n > longest {
			t.Errorf("%s, %s: %d letters of at most %d: %s", id, language, n, longest, text)
		}
		if steps.CleanName(text) != text || loud.MatchString(text) || language == Dutch && formal.MatchString(text) {
			t.Errorf("%s, %s: %q", id, language, text)
		}
	}
}

func TestTaskTitlesAreDistinct(t *testing.T) {
	for _, language := range Languages {
		seen := map[string]string{}
		for _, task := range Catalogue().Tasks {
			title := task.Title[string(language)]
			if seen[title] != "" {
				t.Errorf("%s and %s are both called %s", seen[title], task.ID, title)
			}
			seen[title] = task.ID
		}
	}
}

// The documentation and the screens count on these numbers.
func TestCatalogueCounts(t *testing.T) {
	n := map[steps.Core]int{}
	for _, task := range Catalogue().Tasks {
		n[task.Core]++
		if task.Core == steps.PolicyCoreTask && task.Group != steps.PolicyTasks ||
			task.Core == steps.TechnicalCoreTask && task.Group != steps.TechnicalTasks {
			t.Errorf("%s is a %s core task in the group %s", task.ID, task.Core, task.Group)
		}
	}
	if core := n[steps.TechnicalCoreTask] + n[steps.PolicyCoreTask]; core != 28 || n[steps.NoCore] != 49 {
		t.Errorf("%d core tasks and %d others", core, n[steps.NoCore])
	}
}
