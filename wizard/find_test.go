package wizard

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// Ctrl+K finds what any command of the program does, by the words that people have for it in either language and by its own name: the
// screen that does it, or the page that says how the command is typed.
func TestEveryCommandIsFound(t *testing.T) {
	t.Parallel()
	for _, language := range []assets.Language{assets.Dutch, assets.English} {
		texts := assets.Load(language)
		w := texts.Wizard
		does := map[string]assets.Text{
			"status": w.Keys.Overview, "overview": w.Plans.Title, "plans": w.Plans.Title, "actions": w.Actions.Title, "export": w.Write.Title, "import": texts.Importing.Title,
			"divide": texts.Division.Title, "undo": w.Keys.Undo, "redo": w.Keys.Redo, "history": w.Keys.History, "merge": texts.Merge.Title, "backup": texts.Backups.Make,
			"restore": texts.Backups.Title, "erase": texts.Erase.Title, "help": w.Keys.Help,
		}
		for _, what := range []string{"encrypt", "decrypt", "change"} {
			does[what] = texts.Encryption.Titles[what]
		}
		s, file := exampleSchool(t, language).sit(t, 80, 24), &disk{}
		s.root.options.Plans, s.root.options.Files = true, file
		for _, name := range append(slices.Sorted(maps.Keys(texts.Commands.Calls)), "change") {
			if name == "stappenplan" { // the screens themselves
				continue
			}
			found := does[name]
			if found == "" {
				found = texts.Commands.Calls[name].Short
			}
			if len(w.FindWords[name]) == 0 {
				t.Errorf("nothing is said to find %s by", name)
			}
			file.encrypted = name == "decrypt" || name == "change"
			for _, word := range append([]assets.Text{assets.Text(name)}, w.FindWords[name]...) {
				s.press("ctrl+k").paste(string(word))
				if !strings.Contains(s.screen(), assets.Capital(string(found))[:min(len(found), 30)]) {
					t.Errorf("%s, %q finds\n%s", name, word, s.screen())
				}
				s.press("esc")
			}
		}
	}
}

// Of encryption only what applies to the file is found, by the words for the rest too.
func TestOnlyTheEncryptionThatAppliesIsFound(t *testing.T) {
	t.Parallel()
	encrypt, change, decrypt := "Versleutelen met een wachtwoord", "Wachtwoord wijzigen", "Versleuteling weghalen"
	s := sealingSchool(t, false)
	for _, typed := range []string{"versleutelen", "wachtwoord wijzigen", "ontcijferen", "wachtwoord"} {
		s.press("ctrl+k", typed).sees("▸ "+encrypt).misses(change, decrypt).press("esc")
	}
	s = sealingSchool(t, true)
	for typed, first := range map[string]string{"versleutelen": change, "wachtwoord wijzigen": change, "ontcijferen": decrypt, "wachtwoord": change} {
		s.press("ctrl+k", typed).sees("▸ " + first).misses(encrypt).press("esc")
	}
}

// What has no screen is told with the command that does it, on this plan.
func TestWhatOnlyACommandDoesIsTold(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans, s.root.options.Files = true, &disk{}
	s.press("ctrl+k", "controleren", "enter").sees("Kijkt na of het bestand in orde is", "Wijzigt niets.", "open een terminal", `stappenplan --file "/home/an/plan.db" check`)
	s.press("enter", "ctrl+k", "redden", "enter").sees("salvage NIEUWBESTAND")
}

// Another copy can be merged from the screens also where it stands elsewhere.
func TestACopyElsewhereIsMergedFromTheScreens(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans = true
	s.root.options.Files = &disk{files: map[string]screen.File{"/stick/plan.db": {}}}
	s.press("ctrl+k", "samenvoegen", "enter").sees("Het bestand van een andere kopie").press("/stick/geen.db", "enter").sees("geen.db")
	if s.quit {
		t.Fatal("it goes to a file that is not there")
	}
	s.press(slices.Repeat([]string{"backspace"}, len("geen.db"))...).press("plan.db", "enter")
	if !s.quit || s.root.next == nil || s.root.next.Merge != "/stick/plan.db" {
		t.Errorf("it goes to %+v\n%s", s.root.next, s.screen())
	}
}

// What Delete removes is found first by the words that people have for it, with its key, wherever it removes something.
func TestRemovingIsFoundWhereItIsDone(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		s := exampleSchool(t, language).sit(t, 80, 24)
		s.recorded(steps.Change{Kind: steps.ChangeTask, Task: "own-robots", Title: steps.Set("Robots"), Group: steps.Set(string(steps.TechnicalTasks))},
			question.MeansChange([]steps.Means{steps.MeansDefaults(steps.Clock, "secondary")}))
		w := s.root.session.Spoken().Wizard
		for row, where := range map[string]struct {
			place       screen.Place
			named, asks string
		}{
			"member:bart":                            {screen.StepPlace(steps.Team), "Bart Claes", string(w.RemoveYes)},
			"action:" + s.plan().OpenActions()[0].ID: {screen.Place{Kind: screen.Actions}, "", string(w.Actions.RemoveYes)},
			"means:0":                                {screen.Place{Kind: screen.MeansList}, "", "ctrl+z"},
			"":                                       {screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks), At: "relevance:own-robots"}, "Robots", string(w.RemoveYes)},
		} {
			for _, word := range []string{"verwijder", "weghalen", "remove", "delete"} {
				s.at(where.place)
				if row != "" {
					s.press("@" + row)
				}
				s.press("ctrl+k").paste(word)
				_, found, _ := strings.Cut(s.screen(), "\n ▸ ")
				_, found, _ = strings.Cut(found, "\n ▸ ") // the first is what is typed
				found, _, _ = strings.Cut(found, "\n")
				if !strings.Contains(found, where.named) || !strings.Contains(found, screen.RemoveKey) {
					t.Errorf("%s, %v: %q finds first %q\n%s", language, where.place, word, found, s.screen())
				}
			}
			s.press("enter").sees(where.asks)
		}
	}
}

// On the screen of a member, an own task or an action the row that removes it is found, with the key that does so too.
func TestRemovingIsFoundOnACard(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.at(screen.StepPlace(steps.Team)).press("@member:bart", "enter", "ctrl+k", "verwijder").sees("▸ Verwijder dit teamlid", "del").press("enter").sees("Bart Claes uit het team verwijderen?", "Nee, laat het zo")
	s.press("right", "enter").sees("Stap 7 van 8", "ctrl+z")
	if _, there := s.plan().Member("bart"); there {
		t.Error("he stayed")
	}
}

// TestDeleteRemovesWhatACardIsAbout, where no text is typed: as F1 says there, and only there.
func TestDeleteRemovesWhatACardIsAbout(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	card := screen.Place{Kind: screen.MemberCard, ID: "bart"}
	for _, field := range []string{"@role", "@knows", "@done"} {
		s.at(card).press(field).click("F1").sees("del         verwijderen").press("esc", "delete").sees("Bart Claes uit het team verwijderen?").press("esc")
	}
	s.at(card).press("@hours").click("F1").misses("del         ").press("esc", "delete", "esc")
	if m, there := s.plan().Member("bart"); !there || m.Hours != nil {
		t.Errorf("%v: %v", there, m.Hours)
	}
	s.at(screen.Place{Kind: screen.TaskCard, ID: "wifi-management"}).press("delete").misses("verwijderen?") // the catalogue's
	s.at(screen.Place{Kind: screen.ActionCard, ID: s.plan().OpenActions()[0].ID}).press("delete").sees("Deze actie weghalen")
}

// What else the keys of a screen do is found too, and done by Enter; what is found already has its key.
func TestKeysOfTheScreenAreFound(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks)}).press("down", "ctrl+k", "sorteren").sees("▸ Sorteren", "hier       z").press("enter").sees("op naam")
	s.press("down", "down", "down", "ctrl+k", "wisselen").sees("spatie").press("enter").sees("ctrl+z maakt dit ongedaan")
	s.at(screen.StepPlace(steps.Team)).press("ctrl+k", "voeg iemand toe").sees("▸ + Voeg iemand toe", "opdracht   +")
	s.at(screen.Place{Kind: screen.Overview}).press("ctrl+k", "spatie").sees("Niets gevonden")
	s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks)}).press("down", "ctrl+k", "cialis").misses("hier") // what changes something is found by how its words begin
	s.press("esc", "ctrl+k", "eigen taak").sees("▸ Eigen taak  ", "hier       +", "1 van").misses("Eigen taak                                     opdracht")
	s.press("esc", "tab", "ctrl+k", "expertise").sees("stap 6", "hier       e").misses("stap 6     6")
}

// TestAKeyIsShownWhereItWorks only: beside what is found on the overview, not on another screen where the key does nothing.
func TestAKeyIsShownWhereItWorks(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.at(screen.Place{Kind: screen.Overview}).press("ctrl+k", "wat als?").sees("opdracht   T").press("esc", "ctrl+k", "expertise").sees("stap 6     6")
	s.at(screen.StepPlace(steps.Team)).press("ctrl+k", "wat als?").sees("opdracht").misses("opdracht   T").press("esc", "ctrl+k", "verdeling").sees("opdracht   V")
}

// TestAShortWordBeginsAWord: it is not looked for in the middle of names; a longer one is, last.
func TestAShortWordBeginsAWord(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.recorded(steps.Change{Kind: steps.ChangeMember, Member: "desmet", Name: steps.Set("Jo De Smet")})
	s.press("ctrl+k", "met").misses("De Smet").press("esc", "ctrl+k", "met verlof").sees("▸ Wat als Bart Claes er niet is?").misses("De Smet")
	s.press("esc", "ctrl+k", "helpdesk").sees("Eerstelijnshelpdesk")
}

// TestAMemberIsRemovedFromAnywhere: what removes each is found, goes to the member and asks, and comes back where one was.
func TestAMemberIsRemovedFromAnywhere(t *testing.T) {
	t.Parallel()
	for _, place := range []screen.Place{{Kind: screen.Overview}, screen.StepPlace(steps.Team), screen.StepPlace(steps.Tasks), {Kind: screen.MemberCard, ID: "bart"}} {
		s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
		for _, typed := range []string{"verwijderen bart", "lid weg bart", "teamlid verwijderen claes"} {
			s.at(place).press("ctrl+k", typed).sees("▸ Verwijder").press("enter").sees("Bart Claes uit het team verwijderen?").press("esc")
			if _, there := s.plan().Member("bart"); !there {
				t.Fatal("he left without being asked about")
			}
		}
		s.at(place).press("ctrl+k", "verwijderen bart", "enter", "right", "enter")
		if _, there := s.plan().Member("bart"); there {
			t.Errorf("from %v he stayed\n%s", place, s.screen())
		}
		if here := s.root.place(); place.Kind != screen.MemberCard && here != place {
			t.Errorf("from %v it went to %v", place, here)
		}
	}
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).at(screen.StepPlace(steps.Team)).press("@member:bart", "ctrl+k", "verwijderen bart")
	if n := strings.Count(s.screen(), "Verwijderen · Bart Claes"); n != 1 {
		t.Errorf("it is found %d times\n%s", n, s.screen())
	}
}
