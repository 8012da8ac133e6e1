package match_test

import (
	"os"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/match"
	"stappenplan/planfile/match/matchtest"
	"stappenplan/steps"
)

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
	return match.New(steps.NewPlan(assets.Definitions()), planfile.Languages(assets.Load(assets.Dutch)))
}

// TestFigures prints how well titles are matched, and holds those that were kept apart against the bar.
func TestFigures(t *testing.T) {
	t.Parallel()
	m := tasks(t)
	for _, name := range []string{"seen", "unseen"} {
		var f matchtest.Figures
		for _, title := range corpus(t, "testdata/"+name+".tsv") {
			found := m.Of(match.Title{Text: title[0]})
			if verdict := f.Add(found, title[1]); verdict != matchtest.Right && name == "seen" {
				t.Logf("%s: %s is %s: %v", verdict, title[0], title[1], found)
			}
		}
		t.Logf("%s: %s", name, f)
		if !f.Passes() {
			t.Errorf("%s: that is below the bar", name)
		}
	}
}

// BenchmarkTitles makes the tasks ready and matches as many titles as a list can have.
func BenchmarkTitles(b *testing.B) {
	titles := append(corpus(b, "testdata/seen.tsv"), corpus(b, "testdata/unseen.tsv")...)
	for b.Loop() {
		m := tasks(b)
		for i := range 1500 {
			m.Of(match.Title{Text: titles[i%len(titles)][0] + strings.Repeat(" x", i%7)})
		}
	}
}

func TestTitlesAreAsked(t *testing.T) {
	t.Parallel()
	m := tasks(t)
	for _, title := range []string{"Wifi-enquête bij ouders", "Wisa", "Cybersecurity", "Laptop van de buurman", "Smartschool en boekhouding"} {
		if found := m.Of(match.Title{Text: title}); len(found) > 0 && found[0].Certainty >= match.Sure {
			t.Errorf("%s is taken without asking: %v", title, found)
		}
	}
	for title, task := range map[string]string{"Wifi in de turnzaal meten": "wifi-management", "Intune voor de ouderraad": "device-management"} {
		if found := m.Of(match.Title{Text: title}); len(found) == 0 || found[0].Task != task || found[0].Certainty >= match.Likely {
			t.Errorf("%s is named by a task and by what is none, and not asked: %v", title, found)
		}
	}
	for _, title := range []string{"", "...", "日本語", strings.Repeat("a", 5000), "de het een", "Koffie zetten"} {
		if found := m.Of(match.Title{Text: title}); len(found) > 0 {
			t.Errorf("%.20q is %v", title, found)
		}
	}
}

// TestOneWordOfSeveral: where one name of a task stands in a title that says something else as well, that is neither taken nor proposed,
// also where the name is written as two words.
func TestOneWordOfSeveral(t *testing.T) {
	t.Parallel()
	m := tasks(t)
	for title, task := range map[string]string{
		"Micro:bit-club op woensdag": "stem-labs", "Robotwedstrijd": "stem-labs", "Access points in de nieuwe turnzaal": "wifi-management",
	} {
		if found := m.Of(match.Title{Text: title, Explanation: "naschools"}); len(found) == 0 || found[0].Task != task || found[0].Certainty >= match.Likely {
			t.Errorf("%s: %v", title, found)
		}
	}
	for title, task := range map[string]string{"Micro:bit's": "stem-labs", "Website up-to-date houden": "website", "Access points controleren": "wifi-management"} {
		if found := m.Of(match.Title{Text: title}); len(found) == 0 || found[0].Task != task || found[0].Certainty < match.Sure {
			t.Errorf("%s: %v", title, found)
		}
	}
}

// TestWhatStandsBeside: an explanation tells two tasks apart.
func TestWhatStandsBeside(t *testing.T) {
	t.Parallel()
	m := tasks(t)
	for beside, want := range map[string]string{"kapot scherm, garantie": "repair-warranty", "laadkast en opladers": "shared-devices"} {
		if found := m.Of(match.Title{Text: "Laptops nakijken leerlingen", Explanation: beside}); len(found) < 2 || found[0].Task != want && found[1].Task != want {
			t.Errorf("%s: %v", beside, found)
		}
	}
}

// TestWhatWasConfirmedCountsFirst, before what the words say and before the names of other tasks.
func TestWhatWasConfirmedCountsFirst(t *testing.T) {
	t.Parallel()
	plan := steps.NewPlan(assets.Definitions()).AlsoCalled("stem-labs", "Wifi beheren").AlsoCalled("printing", "Koffie zetten")
	m := match.New(plan, planfile.Languages(assets.Load(assets.Dutch)))
	for title, want := range map[string]string{"wifi  BEHEREN": "stem-labs", "Koffie zetten": "printing", "Netwerk beheren": "network-management"} {
		if found := m.Of(match.Title{Text: title}); len(found) == 0 || found[0].Task != want || found[0].Certainty != 100 {
			t.Errorf("%s: %v, want %s", title, found, want)
		}
	}
}

// TestSmallWordsOfAnOwnTaskSayNothing, in no language: who else also does something for teachers does not give training.
func TestSmallWordsOfAnOwnTaskSayNothing(t *testing.T) {
	t.Parallel()
	plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.Entry{Changes: []steps.Change{{
		Kind: steps.ChangeTask, Task: "own-training", Title: steps.Set("Nascholing voor leraren over digitale didactiek"), Group: steps.Set(string(steps.Groups[0])),
	}}})
	if err != nil {
		t.Fatal(err)
	}
	m := match.New(plan, planfile.Languages(assets.Load(assets.Dutch)))
	for title, task := range map[string]string{"Helpdesk voor leraren": "helpdesk-first-line", "Website voor leraren": "website", "Wifi voor leraren": "wifi-management", "Nascholing voor leraren": "own-training"} {
		if found := m.Of(match.Title{Text: title}); len(found) == 0 || found[0].Task != task {
			t.Errorf("%s: %v", title, found)
		}
	}
}
