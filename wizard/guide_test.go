package wizard

import (
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// guide is where the guide stands, a folder for each language; its pictures are made anew by
//
//	go test ./wizard -run TestGuide -update
const guide = "../docs/guide"

// shot is a picture of a screen in the guide.
type shot struct {
	name          string
	width, height int
	place         screen.Place
	fresh         bool     // of a school that has not begun, and not of the example
	keys          []string // pressed there
}

// shots are those of the guide, of which each screen is told of in one chapter at least.
var shots = []shot{
	{name: "first", width: 100, height: 30, place: screen.Place{Kind: screen.FirstStart}, fresh: true},
	{name: "overview", width: 120, height: 34, place: screen.Place{Kind: screen.Overview}},
	{name: "question", width: 100, height: 30, place: screen.StepPlace(steps.Policy)},
	{name: "follows", width: 100, height: 30, place: screen.StepPlace(steps.Policy), fresh: true, keys: []string{"n"}},
	{name: "tasks", width: 120, height: 34, place: screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks)}, keys: []string{"down", "down"}},
	{name: "team", width: 100, height: 30, place: screen.Place{Kind: screen.Team}},
	{name: "division", width: 120, height: 34, place: screen.Place{Kind: screen.Division}},
	{name: "away", width: 120, height: 34, place: screen.Place{Kind: screen.Division, ID: screen.AwayPrefix + "bart"}},
	{name: "document", width: 100, height: 34, place: screen.Place{Kind: screen.Summary}},
	{name: "decisions", width: 100, height: 26, place: screen.Place{Kind: screen.Decisions}},
	{name: "actions", width: 100, height: 26, place: screen.Place{Kind: screen.Actions}},
	{name: "comparison", width: 100, height: 30, place: screen.Place{Kind: screen.Comparison, ID: "31-now"}},
	{name: "sheets", width: 100, height: 26, place: screen.Place{Kind: screen.Sheets}},
	{name: "sheet", width: 120, height: 30, place: screen.Place{Kind: screen.SheetTable, ID: "destination/ambitions"}},
	{name: "search", width: 100, height: 24, place: screen.Place{Kind: screen.Overview}, keys: []string{"ctrl+k", "back"}},
}

// TestGuide holds the pictures of the guide to what the screens show, and its pages to its pictures.
func TestGuide(t *testing.T) {
	t.Parallel()
	update := flag.Lookup("update").Value.String() == "true"
	var chapters []string
	for _, language := range assets.Languages {
		folder := filepath.Join(guide, string(language))
		for _, shot := range shots {
			shown := shot.take(t, language)
			path := filepath.Join(folder, "pictures", shot.name+".svg")
			if update {
				must(t, os.MkdirAll(filepath.Dir(path), 0o755))
				must(t, os.WriteFile(path, []byte(picture(t, shot.name, shown, shot.width, shot.height)), 0o644))
			}
			drawn, err := os.ReadFile(path)
			must(t, err)
			if said := description.FindSubmatch(drawn); said == nil || html.UnescapeString(string(said[1])) != plainText(shown) {
				t.Errorf("%s shows another screen than there is; make it anew with: go test ./wizard -run TestGuide -update", path)
			}
		}
		chapters = append(chapters, strings.Join(pagesOf(t, folder), " "))
	}
	if chapters[0] != chapters[1] {
		t.Errorf("the guide has other chapters in each language:\n%s\n%s", chapters[0], chapters[1])
	}
}

var (
	description = regexp.MustCompile(`(?s)<desc>(.*?)</desc>`)
	shownIn     = regexp.MustCompile(`!\[[^\]]+\]\(pictures/([a-z-]+)\.svg\)`)
)

// take is what stands on the screen, in colour.
func (s shot) take(t *testing.T, language assets.Language) string {
	t.Helper()
	kept := newSchool()
	kept.language = language
	if !s.fresh {
		kept = exampleSchool(t, language)
	}
	sitting := kept.sit(t, s.width, s.height)
	if s.place.Kind != screen.FirstStart {
		sitting.root.perform(screen.Home(), false)
		sitting.root.push(s.place)
	}
	return sitting.press(s.keys...).root.View().Content
}

// pagesOf are the names of the pages of the guide in a language, which show every picture and no other.
func pagesOf(t *testing.T, folder string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.md"))
	must(t, err)
	var shows []string
	for _, path := range files {
		names = append(names, filepath.Base(path)[:2])
		text, err := os.ReadFile(path)
		must(t, err)
		for _, found := range shownIn.FindAllSubmatch(text, -1) {
			shows = append(shows, string(found[1]))
		}
	}
	for _, name := range shows {
		if !slices.ContainsFunc(shots, func(s shot) bool { return s.name == name }) {
			t.Errorf("%s: there is no picture %s", folder, name)
		}
	}
	for _, shot := range shots {
		if !slices.Contains(shows, shot.name) {
			t.Errorf("%s: no page shows %s", folder, shot.name)
		}
	}
	return names
}
