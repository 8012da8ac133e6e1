package wizard

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// atOnce is the time between the keys of a paste, hand that between the keys of somebody quick.
const (
	atOnce = time.Microsecond
	hand   = handPace + time.Millisecond
)

func TestAPasteThatIsTooLongIsRefusedAndThatStaysSaid(t *testing.T) {
	s := newSchool().sit(t, 80, 24).press("enter", "An", "enter").paste(strings.Repeat("Atheneum ", 60)).sees("te lang", "200")
	for _, msg := range []tea.Msg{tea.BlurMsg{}, tea.FocusMsg{}, tea.WindowSizeMsg{Width: 80, Height: 24}, tea.KeyReleaseMsg{Code: 'a', Text: "a"}} {
		s.send(msg)
		s.sees("te lang")
	}
	s.press("De Linde").misses("te lang").press("enter")
	if got := s.plan().School.Name; got != "De Linde" {
		t.Errorf("the name is %q", got)
	}
	s.press("enter", "n").paste(strings.Repeat("x", 150_000)).sees("te lang", "100000").press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "" {
		t.Errorf("%d letters of a paste that was refused are there", len(got))
	}
}

func TestATextOfMoreLinesThanAFieldHoldsIsRefusedWhole(t *testing.T) {
	s := begun(t).press("n", "regels:").paste(strings.Repeat("a\n", mostLines)).sees("te veel regels").press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "regels:" {
		t.Errorf("the note has %d letters", len(got))
	}
	s = begun(t)
	long := strings.Repeat("a\n", mostLines) + "z"
	must(t, s.root.session.Record(steps.Change{Kind: steps.ChangeAnswer, Step: steps.Awareness, Note: steps.Set(long)}))
	s.press("n").sees("te veel regels").press("b", "esc")
	if got := s.plan().Answers[steps.Awareness].Note; got != long {
		t.Errorf("the note has %d letters of %d", len(got), len(long))
	}
}

func TestWideLettersCountAsOneEach(t *testing.T) {
	note := strings.Repeat("資", steps.MaxText)
	s := begun(t).press("n").paste(note).misses("te lang").press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != note {
		t.Errorf("the note has %d letters", len([]rune(got)))
	}
}

func TestAfterAPasteTheCursorIsSeen(t *testing.T) {
	s := begun(t).press("n").paste(strings.Repeat("regel\n", 40) + "slot").sees("slot")
	if c := s.root.View().Cursor; c == nil || c.Y >= 22 {
		t.Errorf("the cursor is at %v", c)
	}
}

func TestKeysFasterThanAHandAreOnePasteIntoTheOpenField(t *testing.T) {
	s := begun(t).press("n").burst(atOnce, "eerste regel\ntweede, met ruimte").press("enter")
	if got := s.plan().Answers[steps.Awareness]; got.Note != "eerste regel\ntweede, met ruimte" || got.Evidence != "" || got.Choice != "" {
		t.Errorf("%+v", got)
	}
	s.press("o", "p", "home", "down", "enter", "end").burst(atOnce, "\nin Gent").press("enter")
	if got := s.plan().School.Name; got != "De Linde in Gent" {
		t.Errorf("the name is %q", got)
	}
}

// TestKeysFasterThanAHandBeginAFieldThatTypesAtOnce: two lines answer one question and not the next.
func TestKeysFasterThanAHandBeginAFieldThatTypesAtOnce(t *testing.T) {
	s := begun(t).press("8").sees("a–z typen begint meteen").burst(atOnce, "regel een\nregel twee\n\nregel vier\n").press("esc")
	if got := s.plan().Evaluation; got.Collaboration != "regel een\nregel twee\n\nregel vier\n" || got.Composition != "" || got.Present != nil {
		t.Errorf("%+v", got)
	}
}

func TestKeysFasterThanAHandAreNoCommands(t *testing.T) {
	for name, way := range map[string][]string{
		"overview": {"o"}, "a check": {"o", "1"}, "task overview": {"o", "5"}, "division": {"o", "7", "t"}, "map": {"o", "k"},
		"team": {"o", "7"}, "document": {"o", "s", "w"}, "a field after esc": {"o", "8", "enter", "esc"}, "a question before removing": {"o", "7", "up", "up", "up", "up", "delete"},
	} {
		t.Run(name, func(t *testing.T) {
			s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press(way...)
			entries, before := s.root.session.Journal().Len(), s.root.place()
			s.burst(atOnce, "quick aau\nu8\n").sees("lijkt geplakt")
			if s.quit || s.root.session.Journal().Len() != entries || s.root.place() != before {
				t.Errorf("it did something:\n%s", s.screen())
			}
			s.send(tea.FocusMsg{})
			s.sees("lijkt geplakt").press("f1").misses("lijkt geplakt")
		})
	}
}

func TestAMarkedPasteWhereNoTextGoesIsSaidToo(t *testing.T) {
	s := begun(t).paste("q\r\nu").sees("lijkt geplakt").press("o").misses("lijkt geplakt").paste("1").sees("lijkt geplakt", "── Overzicht")
	s.press("o", "5").paste("ja").sees("lijkt geplakt")
}

func TestKeysOfAHandAreKeys(t *testing.T) {
	s := begun(t).press("5", "home")
	s.burst(33*time.Millisecond, "down", "g", "g", "g", "g", "g") // a key held down
	s.misses("lijkt geplakt")
	s = begun(t).press("5", "home", "down").burst(hand, "g", "t", "down", "g", "down").misses("lijkt geplakt")
	s.burst(atOnce, "g", "t", "down") // three keys at once are no paste
	if got := s.plan().Tasks()[0].Decision; got != (steps.Decision{Relevance: steps.Applies, Horizon: steps.Short}) {
		t.Errorf("the first task: %+v", got)
	}
	if got := s.plan().Tasks()[2].Decision; got.Relevance != steps.Applies || got.Horizon != steps.Short {
		t.Errorf("the third task: %+v", got)
	}
	s = begun(t).press("n").burst(hand, "snel getypt", "enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "snel getypt" {
		t.Errorf("the note is %q", got)
	}
}

func TestKeysThatAreNoLettersEndAPaste(t *testing.T) {
	s := begun(t).press("n").burst(atOnce, "geplakt", "backspace", "backspace", "n", "left", "x", "esc")
	if got := s.plan().Answers[steps.Awareness].Note; got != "geplaxn" {
		t.Errorf("the note is %q", got)
	}
}

// TestTheRestOfAPasteBelongsToIt, also where the terminal sends it in parts, and behind a tab.
func TestTheRestOfAPasteBelongsToIt(t *testing.T) {
	s := begun(t).press("n").burst(atOnce, "een lange tekst in twee del").burst(atOnce)
	s.school.pace = atOnce
	s.press("en", "enter", "u")
	s.school.pace = 0
	s.press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "een lange tekst in twee delen\nu" {
		t.Errorf("the note is %q", got)
	}
	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("o")
	entries := s.root.session.Journal().Len()
	s.burst(atOnce, "Naam\tu\tau\n").sees("lijkt geplakt", "── Overzicht")
	if s.root.session.Journal().Len() != entries {
		t.Error("the rest of a paste did something")
	}
	s.burst(atOnce, "Naam", "down", "5").sees("Stap 5 van 8")
}

// TestAnEndMarkInAPasteOpensNoDoor: what stands behind it comes as keys.
func TestAnEndMarkInAPasteOpensNoDoor(t *testing.T) {
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("o")
	entries := s.root.session.Journal().Len()
	s.school.pace = atOnce
	s.paste("tekst").press("u", "q").sees("lijkt geplakt")
	if s.school.pace = 0; s.quit || s.root.session.Journal().Len() != entries {
		t.Error("the rest of a paste did something")
	}
}

func TestTheRestOfAPasteThatIsTooLongIsRefusedToo(t *testing.T) {
	s := newSchool().sit(t, 80, 24).press("enter", "An", "enter").burst(atOnce, strings.Repeat("x", 201))
	s.school.pace = atOnce
	for range 20 {
		s.press("y")
	}
	s.school.pace = 0
	s.sees("te lang").press("De Linde", "enter")
	if got := s.plan().School.Name; got != "De Linde" {
		t.Errorf("the name is %q", got)
	}
}

func TestAPasteThatHadToWaitStaysOne(t *testing.T) {
	s := begun(t).press("n", "eerst")
	save := s.begin("enter")
	s.burst(atOnce, "nog\neen lijn\n")
	s.run(save)
	if got := s.sees("lijkt geplakt").plan().Answers[steps.Awareness]; got.Note != "eerst" || got.Choice != "" || got.Evidence != "" {
		t.Errorf("%+v", got)
	}
	s.press("8", "eerst")
	save = s.begin("enter")
	s.burst(atOnce, "nog\neen lijn")
	s.run(save)
	if got := s.press("esc").plan().Evaluation; got.Collaboration != "eerst" || got.Composition != "nog\neen lijn" {
		t.Errorf("%+v", got)
	}
}

func TestWhatEndsTheProgramComesAfterTheKeysThatWait(t *testing.T) {
	for name, last := range map[string]tea.Msg{"closed window": signalMsg{}, "ctrl+c": namedKeys["ctrl+c"]} {
		t.Run(name, func(t *testing.T) {
			s := begun(t).press("n")
			s.school.pace = atOnce
			for _, k := range keysOf("alles is er") {
				s.root.Update(k)
			}
			s.send(last)
			if got := s.plan().Answers[steps.Awareness].Note; got != "alles is er" || !s.quit {
				t.Errorf("the note is %q, ended %v", got, s.quit)
			}
		})
	}
}

func TestAPasteWhileSomethingIsNotKeptIsSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stappenplan.db")
	kept, err := store.Create(path)
	must(t, err)
	t.Cleanup(func() { _ = kept.Close() })
	s := (&school{store: kept, language: assets.Dutch}).sit(t, 80, 24).press("enter", "An", "enter", "De Linde", "enter", "enter")
	must(t, os.Remove(path))
	s.press("n", "een lange nacht", "enter").sees("niet bewaard ✗").burst(atOnce, "geplakt\n").sees("een lange nacht", "lijkt geplakt")
}

func TestLookingOnlySaysSoWhereTextWouldGo(t *testing.T) {
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.session.LookOnly = true
	s.press("o", "8", "x").sees("alleen lezen").paste("geplakt").sees("alleen lezen").burst(atOnce, "geplakt").sees("alleen lezen")
	if s.quit {
		t.Errorf("the program ended: %v", s.root.failure)
	}
}

func TestHoursOrASearchThatAreTooLongAreRefusedAloud(t *testing.T) {
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("o", "5", "/").paste(strings.Repeat("x", 201)).sees("te lang").press("esc")
	s.press("o", "7", "t", "down", "3").burst(atOnce, strings.Repeat("1", 201)).sees("te lang")
}
