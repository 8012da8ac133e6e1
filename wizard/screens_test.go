package wizard

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// exampleSchool is a school whose plan is the built-in example.
func exampleSchool(t testing.TB, language assets.Language) *school {
	t.Helper()
	s := newSchool()
	s.language = language
	fill(t, s.store, assets.Example()...)
	return s
}

func fill(t testing.TB, kept session.Journals, entries ...steps.Entry) {
	t.Helper()
	for i, e := range entries {
		must(t, kept.Append("plan", uint64(i), e))
	}
}

// everyPlace names each place with a name for its golden screen.
func everyPlace(p steps.Plan) map[string]screen.Place {
	task, member := p.Tasks()[2].ID, p.Members[0].ID
	places := map[string]screen.Place{
		"first-start": {Kind: screen.FirstStart}, "welcome": {Kind: screen.Welcome}, "overview": {Kind: screen.Overview}, "task": {Kind: screen.TaskCard, ID: task},
		"new-task": {Kind: screen.NewTask, ID: "technical"}, "team": {Kind: screen.Team}, "member": {Kind: screen.MemberCard, ID: member}, "new-member": {Kind: screen.NewMember},
		"evaluation": {Kind: screen.Evaluation}, "new-round": {Kind: screen.NewRound}, "profile": {Kind: screen.Profile},
		"summary": {Kind: screen.Summary}, "save-as": {Kind: screen.SaveAs}, "other-files": {Kind: screen.OtherFiles}, "decisions": {Kind: screen.Decisions}, "findings": {Kind: screen.FindingList}, "history": {Kind: screen.History},
		"agreement": {Kind: screen.AgreementCard, ID: "backup"}, "actions": {Kind: screen.Actions}, "actions-owner": {Kind: screen.Actions, ID: "owner"},
		"action": {Kind: screen.ActionCard, ID: "noodblad-netwerk"},
	}
	for _, s := range steps.Tree {
		places[fmt.Sprintf("step-%d", s.Number)] = screen.StepPlace(s.ID)
		if s.Asked {
			places[fmt.Sprintf("step-%d-follows", s.Number)] = screen.Place{Kind: screen.Follows, ID: string(s.ID)}
		}
	}
	for _, sheet := range p.Definitions().Sheets {
		places["sheet-"+sheet.ID] = screen.Place{Kind: screen.SheetCard, ID: sheet.ID}
	}
	places["sheets"], places["sheet-settings"] = screen.Place{Kind: screen.Sheets}, screen.Place{Kind: screen.SheetSettings, ID: "destination"}
	places["sheet-table"], places["sheet-fixed"] = screen.Place{Kind: screen.SheetTable, ID: "destination/ambitions"}, screen.Place{Kind: screen.SheetTable, ID: "learning/design"}
	places["history-of-a-step"], places["history-filter"] = screen.Place{Kind: screen.History, ID: "step:vision"}, screen.Place{Kind: screen.HistoryFilter}
	places["entry"], places["moments"] = screen.Place{Kind: screen.EntryCard, ID: "51"}, screen.Place{Kind: screen.MomentList}
	places["comparison"], places["comparison-same"] = screen.Place{Kind: screen.Comparison, ID: "31-now"}, screen.Place{Kind: screen.Comparison, ID: "60-60"}
	places["import"] = screen.Place{Kind: screen.ImportFile}
	places["division"] = screen.Place{Kind: screen.TaskList, ID: string(steps.Team)}
	places["proposal"], places["proposal-away"] = screen.Place{Kind: screen.Division}, screen.Place{Kind: screen.Division, ID: screen.AwayPrefix + member}
	places["matrix"], places["trial"], places["means"] = screen.Place{Kind: screen.Matrix}, screen.Place{Kind: screen.Trial}, screen.Place{Kind: screen.MeansList}
	return places
}

// goldenWindows are where screens are kept: in the smallest usual window, and in a large one.
var goldenWindows = []struct {
	width, height int
	language      assets.Language
}{{80, 24, assets.Dutch}, {120, 36, assets.English}}

// golden compares places with the screens that are kept.
func (s *sitting) golden(t *testing.T, width int, places map[string]screen.Place) {
	t.Helper()
	for name, p := range places {
		t.Run(fmt.Sprintf("%s-%d-%s", name, width, s.school.language), func(t *testing.T) {
			s.root.perform(screen.Home(), false)
			s.root.push(p)
			golden.RequireEqual(t, []byte(s.screen()+"\n"))
		})
	}
}

func TestGoldenScreensOfTheExample(t *testing.T) {
	t.Parallel()
	for _, w := range goldenWindows {
		s := exampleSchool(t, w.language).sit(t, w.width, w.height)
		s.golden(t, w.width, everyPlace(s.plan()))
	}
}

// TestGoldenScreensOfASchoolAlone has what the example has not: a no at step 3, and the school variant.
func TestGoldenScreensOfASchoolAlone(t *testing.T) {
	t.Parallel()
	for _, w := range goldenWindows {
		kept := newSchool()
		kept.language = w.language
		fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An Peeters",
			steps.Change{Kind: steps.ChangeSchool, Name: steps.Set("Basisschool De Linde")},
			answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.No), answer(steps.Pooling, steps.No)))
		kept.sit(t, w.width, w.height).golden(t, w.width, map[string]screen.Place{
			"overview": {Kind: screen.Overview}, "policy": {Kind: screen.Check, ID: "policy"}, "policy-follows": {Kind: screen.Follows, ID: "policy"},
			"pooling-follows": {Kind: screen.Follows, ID: "pooling"}, "tasks": {Kind: screen.TaskList, ID: "tasks"}, "team": {Kind: screen.Team},
			"task": {Kind: screen.TaskCard, ID: "network-management"}, "expertise": {Kind: screen.TaskList, ID: "expertise"}, "matrix": {Kind: screen.Matrix},
		})
	}
}

type window struct{ width, height int }

// windows are the sizes at which every screen has to hold.
var windows = []window{{80, 24}, {34, 8}, {120, 36}, {64, 20}, {40, 10}}

// TestFrameHolds looks at every screen with texts that try to break out of it, each text at one size of the window. At
// all sizes is a long test.
func TestFrameHolds(t *testing.T) {
	t.Parallel()
	texts := hostileTexts(t)
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		t.Run(name, func(t *testing.T) { holdsIn(t, texts[name], windows[i%len(windows)]) })
	}
}

// holdsIn looks at every screen in windows of some sizes.
func holdsIn(t *testing.T, text string, sizes ...window) {
	t.Helper()
	s := hostileSchool(t, text).sit(t, 80, 24)
	for _, size := range sizes {
		s.send(tea.WindowSizeMsg{Width: size.width, Height: size.height})
		for where, p := range everyPlace(s.plan()) {
			s.root.perform(screen.Home(), false)
			s.root.push(p)
			holds(t, s, where, size.width, size.height)
		}
	}
}

// holds fails unless what is drawn stays in the window and holds no sign that drives a terminal.
func holds(t *testing.T, s *sitting, where string, width, height int) {
	t.Helper()
	v := s.root.View()
	rows := strings.Split(v.Content, "\n")
	if len(rows) > height {
		t.Errorf("%s at %d×%d: %d rows", where, width, height, len(rows))
	}
	for i, row := range rows {
		if w := ansi.StringWidth(row); w > width {
			t.Errorf("%s at %d×%d: row %d is %d wide: %q", where, width, height, i, w, ansi.Strip(row))
		}
		if plain := ansi.Strip(row); steps.Clean(plain) != plain {
			t.Errorf("%s at %d×%d: row %d holds what drives a terminal: %q", where, width, height, i, plain)
		}
	}
	if v.Cursor != nil && (v.Cursor.X >= width || v.Cursor.Y >= height || v.Cursor.X < 0 || v.Cursor.Y < 0) {
		t.Errorf("%s at %d×%d: the cursor is at %d,%d", where, width, height, v.Cursor.X, v.Cursor.Y)
	}
}

// hostileSchool has a text in every field that takes one.
func hostileSchool(t *testing.T, text string) *school {
	t.Helper()
	name := text
	if steps.Blank(steps.CleanName(name)) || len([]rune(steps.CleanName(name))) > steps.MaxName {
		name = "An"
	}
	given := steps.Set(text)
	changes := []steps.Change{
		{Kind: steps.ChangeSchool, Name: steps.Set(name), Group: steps.Set(name), GroupKind: steps.Set(steps.SchoolGroup)},
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set(name), Motivation: given, Mandate: given, Hours: steps.Set(steps.Whole(1))},
		{Kind: steps.ChangeTask, Task: "own-x", Title: steps.Set(name), Group: steps.Set("technical"), Relevance: steps.Set(steps.Applies),
			Horizon: steps.Set(steps.Short), Note: given, Owner: steps.Set("an"), Hours: steps.Set(steps.Whole(9))},
		{Kind: steps.ChangeTask, Task: assets.Catalogue().Tasks[2].ID, Title: steps.Set(name), Note: given, Relevance: steps.Set(steps.Applies)},
		{Kind: steps.ChangeEvaluation, Collaboration: given, Composition: given, Present: steps.Set([]string{name})},
	}
	for _, id := range steps.AgreementIDs {
		changes = append(changes, steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Text: given})
	}
	for _, s := range steps.Tree {
		c := steps.Change{Kind: steps.ChangeAnswer, Step: s.ID, Note: given, Evidence: given, By: steps.Set(name)}
		if s.Asked {
			c.Choice = steps.Set(steps.Yes)
		}
		changes = append(changes, c)
	}
	s := &school{store: store.NewMemory(), language: assets.Dutch}
	e := steps.NewEntry("a", assets.Example()[0].At, name, changes...)
	fill(t, s.store, e)
	return s
}

// hostileTexts are texts that try to drive the terminal, and a few that are only large.
func hostileTexts(t *testing.T) map[string]string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "steps", "testdata", "texts.json"))
	must(t, err)
	var cases []struct{ ID, Text string }
	must(t, json.Unmarshal(source, &cases))
	texts := map[string]string{
		"large": strings.Repeat("Werkgroep ICT. ", 6000), "one-word": strings.Repeat("x", 100_000),
		"lines": strings.Repeat("a\n", 2000), "wide": strings.Repeat("資訊團隊", 40), "emoji": "👨‍👩‍👧‍👦 gezin 👩🏽‍🏫 🇧🇪🇧",
		"combining": "\u0301begin" + strings.Repeat("e\u0301\u0321\u0489", 30), "right-to-left": "مدرسة 24 ساعة",
	}
	for _, c := range cases {
		texts[c.ID] = c.Text
	}
	return texts
}

// TestScreensSpeakAsTheSchoolDoes, and change with the answer that says what kind of school it is.
func TestScreensSpeakAsTheSchoolDoes(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#", "s").sees("Gegevens van je school", "aantal leerlingen")
	s.run(s.root.perform(screen.Record{Changes: []steps.Change{{Kind: steps.ChangeSchool, Level: steps.Set("adult")}}}, false))
	s.sees("Gegevens van je centrum", "aantal cursisten").press("#", "5").sees("Welke ICT-taken gelden voor je centrum")
	s.press("#", "ctrl+k", "cursistenadm", "enter").sees("── Cursistenadministratie koppelen")
}

// TestEverySignIsKnown: what screens draw beside letters is in the list that is looked up in fonts, and has a place in ASCII.
func TestEverySignIsKnown(t *testing.T) {
	t.Parallel()
	kept, err := filepath.Glob(filepath.Join("testdata", "*", "*.golden"))
	must(t, err)
	for _, path := range kept {
		drawn, err := os.ReadFile(path)
		must(t, err)
		for _, r := range screen.InASCII(string(drawn)) {
			if r > 0x7F && !unicode.IsLetter(r) && !strings.ContainsRune("€½", r) {
				t.Errorf("%s draws %c (%U)", path, r, r)
			}
		}
	}
	if len(kept) < 100 {
		t.Errorf("only %d screens", len(kept))
	}
}

// TestATerminalWithoutUnicodeGetsASCII, with the same words in the same places.
func TestATerminalWithoutUnicodeGetsASCII(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.English).sit(t, 80, 24)
	s.root.options.ASCII = true
	s.press("#").sees("> ", "* 1 Awareness", "-----").misses("▸").misses("─").misses("✓")
}
