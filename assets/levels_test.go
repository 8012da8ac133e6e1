package assets

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stappenplan/steps"
)

// TestWordsOfALevel shows every sentence that a level of education says otherwise, for an editor to read: whole words
// make no good sentence by themselves.
func TestWordsOfALevel(t *testing.T) {
	for _, language := range Languages {
		usual := Load(language)
		for _, level := range slices.Sorted(maps.Keys(usual.Levels)) {
			said := otherSentences(language, level)
			for i, sentence := range said {
				if language == Dutch && formal.MatchString(sentence) || loud.MatchString(sentence) {
					t.Errorf("%s: %s", level, said[i])
				}
			}
			golden(t, filepath.Join("testdata", "levels", fmt.Sprintf("%s-%s.txt", level, language)), strings.Join(said, "\n")+"\n")
		}
	}
}

// otherSentences are the sentences of a level of education that differ, each with its place.
func otherSentences(language Language, level steps.SchoolLevel) (said []string) {
	usual, here := Load(language), Load(language).For(level)
	before, _ := textsIn(usual)
	after, _ := textsIn(here)
	for _, place := range slices.Sorted(maps.Keys(before)) {
		if after[place] != before[place] {
			said = append(said, place+": "+string(after[place]))
		}
	}
	for _, task := range Catalogue().Tasks {
		for _, words := range []steps.Words{task.Title, task.Explain} {
			if usual.In(words) != here.In(words) {
				said = append(said, task.ID+": "+here.In(words))
			}
		}
	}
	return said
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got {
		t.Errorf("%s is not what is said now (%v): go test ./assets -update", file, err)
	}
}

func TestALevelSpeaksOfItsOwn(t *testing.T) {
	nl := Load(Dutch)
	for level, want := range map[steps.SchoolLevel]string{
		"": "Hoeveel leerlingen heeft je school?", "secondary": "Hoeveel leerlingen heeft je school?",
		"adult": "Hoeveel cursisten heeft je centrum?", "arts": "Hoeveel leerlingen heeft je academie?",
	} {
		if got := nl.For(level).Plain.Ask["pupils"].Question; string(got) != want {
			t.Errorf("%q: %s", level, got)
		}
		if nl.For("arts").For(level) != nl.For(level) {
			t.Errorf("%q: one level upon another", level)
		}
	}
	own := steps.Words{"nl": "Leerlingen wegwijs maken"}
	if got := nl.For("adult").In(own); got != own["nl"] {
		t.Errorf("what a group wrote itself is said otherwise: %s", got)
	}
}

func TestWordsAreReplacedWhole(t *testing.T) {
	say := replacer([]LevelWord{{"school", "centrum"}, {"de school", "het centrum"}, {"elke school", "elke school"}, {"bv. klas", "bv. groep"}})
	for text, want := range map[string]string{
		"De school, schoolbestuur van de school": "Het centrum, schoolbestuur van het centrum",
		"{school}: School en scholen":            "{school}: Centrum en scholen",
		"van elke school, één school":            "van elke school, één centrum",
		"school- en":                             "centrum- en",
		"avondschool (school)":                   "avondschool (centrum)",
		"bv. klas":                               "bv. groep",
		"":                                       "",
	} {
		if got := say(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}

// TestATitleFitsAtEveryLevel, as on a school's screens.
func TestATitleFitsAtEveryLevel(t *testing.T) {
	for _, language := range Languages {
		for _, level := range steps.SchoolLevels {
			texts, titles := Load(language).For(level), map[string]bool{}
			for _, task := range Catalogue().Tasks {
				title := texts.In(task.Title)
				if len([]rune(title)) > 46 || titles[title] {
					t.Errorf("%s, %s: too long or twice: %s", language, level, title)
				}
				titles[title] = true
			}
		}
	}
}
