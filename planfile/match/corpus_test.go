package match_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/match"
	"stappenplan/steps"
)

// figures are how titles of a corpus were matched.
type figures struct {
	titles, tasks int
	sureRight     int // taken as the right task, or as none
	wrong         int // taken as another task than the right one, or as one where there is none
	missed        int // a task that was taken for none
	first         int // a task that was named first
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func none(right string) bool { return right == "-" }

func (f *figures) add(found []match.Match, right string) (verdict string) {
	ids := strings.Split(right, "|")
	f.titles++
	if !none(right) {
		f.tasks++
	}
	is := len(found) > 0 && slices.Contains(ids, found[0].Task)
	if is {
		f.first++
	}
	switch {
	case len(found) == 0 && slices.Contains(ids, "-"), is && found[0].Certainty >= match.Sure:
		f.sureRight++
		return "right"
	case len(found) == 0:
		f.missed++
		return "MISSED"
	case found[0].Certainty >= match.Sure:
		f.wrong++
		return "WRONG"
	case is:
		return "asked"
	case none(right):
		return "asked, none"
	}
	return "asked, other first"
}

// corpus reads titles with what is right.
func corpus(t testing.TB, name string) (titles [][2]string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if title, right, both := strings.Cut(strings.TrimSpace(line), "\t"); both && !strings.HasPrefix(line, "#") {
			titles = append(titles, [2]string{title, right})
		}
	}
	return titles
}

func tasks(t testing.TB) *match.Tasks {
	t.Helper()
	return match.New(steps.NewPlan(assets.Catalogue()), planfile.Languages(assets.Load(assets.Dutch)))
}

// TestFigures prints how well titles are matched, of those on which the words were chosen and of those held apart.
func TestFigures(t *testing.T) {
	m := tasks(t)
	for _, name := range []string{"seen", "unseen"} {
		var f figures
		for _, title := range corpus(t, "testdata/"+name+".tsv") {
			found := m.Of(match.Title{Text: title[0]})
			verdict := f.add(found, title[1])
			if name == "seen" && verdict != "right" {
				t.Logf("%-20s %s (%s): %v", verdict, title[0], title[1], found)
			}
		}
		t.Logf("%s: %d titles, %d of them a task: %.0f %% sure and right, %.1f %% wrong, %.1f %% missed, right one first %.0f %%", name,
			f.titles, f.tasks, percent(f.sureRight, f.titles), percent(f.wrong, f.titles), percent(f.missed, f.titles), percent(f.first, f.tasks))
	}
}
