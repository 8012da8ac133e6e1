package wizard

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// knownPlan is the example's plan under another name.
func knownPlan(t testing.TB, id, name string, more ...steps.Change) screen.KnownPlan {
	t.Helper()
	journal, err := steps.Replay(assets.Definitions(), assets.Example())
	must(t, err)
	plan, err := journal.Plan().Apply(steps.NewEntry("a", assets.Example()[0].At, "", append([]steps.Change{{Kind: steps.ChangeSchool, Name: steps.Set(name)}}, more...)...))
	must(t, err)
	return screen.KnownPlan{ID: id, Plan: plan}
}

// threeSchools are those of a director, with an old plan, a file that is gone and one that is damaged.
func threeSchools(t testing.TB) screen.Known {
	t.Helper()
	return screen.Known{File: "/home/an/scholen.db", Plan: "linde", Files: []screen.KnownFile{
		{Path: "/home/an/scholen.db", Plans: []screen.KnownPlan{
			knownPlan(t, "plan", "Atheneum Klaverdam"), knownPlan(t, "linde", "Basisschool De Linde", steps.Change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.NoGroup)}),
			knownPlan(t, "oud", "Middenschool", steps.Change{Kind: steps.ChangeSchool, Archived: steps.Set(true)}),
		}},
		{Path: "/media/stick/stappenplan.db", Gone: true},
		{Path: "/home/an/kapot.db", Problem: "/home/an/kapot.db is beschadigd."},
	}}
}

// choosing is a person before the list of plans.
func choosing(t testing.TB, known screen.Known, language assets.Language, width, height int) *sitting {
	t.Helper()
	kept := &school{store: store.NewMemory(), language: language}
	work := &session.Session{
		Texts: assets.Load(language), Definitions: assets.Definitions(), Store: kept.store, PlanID: "plan", Clock: kept.clock,
		NewID: func() string { return fmt.Sprintf("entry-%d", kept.seconds) },
	}
	s := &sitting{t: t, school: kept, root: newRoot(work, Options{
		Files: &disk{known: known, files: map[string]screen.File{"/home/an/ander.db": {}}}, Plans: true, Choose: true,
	})}
	s.run(s.root.Init())
	must(t, s.root.failure)
	s.send(tea.WindowSizeMsg{Width: width, Height: height})
	return s
}

// goes fails unless the person left for there.
func (s *sitting) goes(want screen.Elsewhere) {
	s.t.Helper()
	if !s.quit || s.root.next == nil || *s.root.next != want {
		s.t.Errorf("left: %v, for %+v, want %+v:\n%s", s.quit, s.root.next, want, s.screen())
	}
}

func TestAPlanIsChosen(t *testing.T) {
	t.Parallel()
	choose := func(keys ...string) *sitting {
		return choosing(t, threeSchools(t), assets.Dutch, 80, 24).press(keys...)
	}
	choose().sees("▸ Basisschool De Linde", "ronde 2 · 7 ICT-team", "Staat daar niet meer", "is beschadigd", "1 gearchiveerd plan")
	choose("enter").goes(screen.Elsewhere{File: "/home/an/scholen.db", Plan: "linde"})
	choose("up", "enter").goes(screen.Elsewhere{File: "/home/an/scholen.db", Plan: "plan"})
	choose("@archived", "enter").sees("Middenschool").press("enter").goes(screen.Elsewhere{File: "/home/an/scholen.db", Plan: "oud"})
	choose("@new-0", "enter", "Sint-Jan", "enter").goes(screen.Elsewhere{File: "/home/an/scholen.db", School: "Sint-Jan"})
	choose("@try-2", "enter").goes(screen.Elsewhere{File: "/home/an/kapot.db"})
	choose("@other", "enter", "/home/an/ander.db", "enter").goes(screen.Elsewhere{File: "/home/an/ander.db"})
	if s := choose("@other", "enter", "/home/an/tikfout.db", "enter").sees("Kijk de naam na"); s.quit {
		t.Error("a file that is not there was opened")
	}
	for _, keys := range [][]string{{"@other", "enter", "/home/an/ander.db"}, {"@new-0", "enter", "Sint-Jan"}} {
		if s := choose(append(keys, "esc")...); s.quit {
			t.Errorf("%v and Esc went to %+v", keys, s.root.next)
		}
		if s := choose(append(keys, "ctrl+c")...); s.root.next != nil {
			t.Errorf("%v and Ctrl+C went to %+v", keys, s.root.next)
		}
	}
	if s := choose("esc").sees("Kies een plan en druk op enter"); s.quit {
		t.Error("Esc left the program")
	}
	if s := choose("q"); !s.quit || s.root.next != nil || s.root.failure != nil {
		t.Errorf("q: left %v, for %v, %v", s.quit, s.root.next, s.root.failure)
	}
}

func TestTheSchoolsSideBySide(t *testing.T) {
	t.Parallel()
	s := choosing(t, threeSchools(t), assets.Dutch, 80, 70).press("@schools", "enter")
	s.sees("Scholen naast elkaar", "Atheneum", "Basisschool", "Samen", "kapot.db is").press("esc").sees("▸ De scholen naast elkaar")
	if strings.Contains(s.screen(), "Middenschool") {
		t.Error("an archived plan is shown")
	}
}

func TestNothingIsThereToUndoBeforeAPlanIsChosen(t *testing.T) {
	t.Parallel()
	s := choosing(t, threeSchools(t), assets.Dutch, 80, 24)
	for _, key := range pressable() {
		if key != "q" && key != "?" {
			s.press(key)
		}
	}
	s.press("ctrl+z").sees("niets om ongedaan te maken").press("ctrl+y", "ctrl+s", "ctrl+k", "delete", "F1", "esc")
	if s.quit || s.root.session.Journal().Len() > 0 {
		t.Error("a key changed or left something")
	}
	s.sees("▸ Basisschool De Linde")
}

func TestFromAPlanToTheOthers(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "P").sees("P doet hier niets")
	if s.quit {
		t.Error("the example was left for the plans")
	}
	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans = true
	s.press("#", "esc").sees("P toont al je plannen").press("P").goes(screen.Elsewhere{})

	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans, s.root.options.Several = true, true
	s.press("#").sees("P plannen").press("ctrl+k", "mijn plannen", "enter").goes(screen.Elsewhere{})
}

func TestWhatIsTypedIsKeptBeforeLeavingForAnotherPlan(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans = true
	s.press("#1", "@note", "half geschreven", "ctrl+k", "mijn plannen", "enter").goes(screen.Elsewhere{})
	if got := s.plan().Answers[steps.Awareness].Note; !strings.Contains(got, "half geschreven") {
		t.Errorf("the note is %q", got)
	}
}

func TestGoldenScreensOfSeveralPlans(t *testing.T) {
	t.Parallel()
	for _, w := range goldenWindows {
		s := choosing(t, threeSchools(t), w.language, w.width, w.height)
		for name, p := range map[string]screen.Place{
			"plans": {Kind: screen.Plans}, "archived": {Kind: screen.ArchivedPlans}, "schools": {Kind: screen.Schools},
			"new": {Kind: screen.NewPlan, ID: "/home/an/scholen.db"}, "other": {Kind: screen.OtherPlan},
		} {
			t.Run(fmt.Sprintf("%s-%d-%s", name, w.width, w.language), func(t *testing.T) {
				s.root.lower(1)
				s.root.push(p)
				golden.RequireEqual(t, []byte(s.screen()+"\n"))
			})
		}
	}
}

// TestTheListOfPlansHolds has names that try to break out of it, and many files.
func TestTheListOfPlansHolds(t *testing.T) {
	t.Parallel()
	texts := hostileTexts(t)
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		text := steps.CleanName(texts[name])
		if letters := []rune(text); len(letters) > steps.MaxName {
			text = string(letters[:steps.MaxName])
		}
		known := threeSchools(t)
		known.Files[0].Plans = append(known.Files[0].Plans, knownPlan(t, "x", text))
		for n := range 10 {
			known.Files = append(known.Files, screen.KnownFile{Path: fmt.Sprintf("/home/%d/%s", n, texts[name]), Plans: known.Files[0].Plans})
		}
		size := windows[i%len(windows)]
		s := choosing(t, known, assets.Dutch, size.width, size.height)
		for _, p := range []screen.Place{{Kind: screen.Plans}, {Kind: screen.ArchivedPlans}, {Kind: screen.Schools}, {Kind: screen.NewPlan, ID: known.Files[4].Path}} {
			s.root.lower(1)
			s.root.push(p)
			holds(t, s, name, size.width, size.height)
		}
	}
}
