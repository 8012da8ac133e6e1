package wizard

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

func TestAPasteThatIsTooLongIsRefusedAndThatStaysSaid(t *testing.T) {
	t.Parallel()
	s := newSchool().sit(t, 80, 24).press("enter", "An", "enter").paste(strings.Repeat("Atheneum ", 60)).sees("te lang", "200")
	for _, msg := range []tea.Msg{tea.BlurMsg{}, tea.FocusMsg{}, tea.WindowSizeMsg{Width: 80, Height: 24}, tea.KeyReleaseMsg{Code: 'a', Text: "a"}} {
		s.send(msg)
		s.sees("te lang")
	}
	s.press("De Linde").misses("te lang").press("enter")
	if got := s.plan().School.Name; got != "De Linde" {
		t.Errorf("the name is %q", got)
	}
	s.press("enter", "@note").paste(strings.Repeat("x", 150_000)).sees("te lang", "100000").press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "" {
		t.Errorf("%d letters of a paste that was refused are there", len(got))
	}
}

func TestATextOfMoreLinesThanAFieldHoldsIsRefusedWhole(t *testing.T) {
	t.Parallel()
	s := begun(t).press("@note", "regels:").paste(strings.Repeat("a\n", 10_000)).sees("te veel regels").press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "regels:" {
		t.Errorf("the note has %d letters", len(got))
	}
	s = begun(t)
	long := strings.Repeat("a\n", 10_000) + "z"
	must(t, s.root.session.Record(steps.Change{Kind: steps.ChangeAnswer, Step: steps.Awareness, Note: steps.Set(long)}))
	s.press("@note", "b").sees("te veel regels").press("esc")
	if got := s.plan().Answers[steps.Awareness].Note; got != long {
		t.Errorf("the note has %d letters of %d", len(got), len(long))
	}
}

func TestWideLettersCountAsOneEach(t *testing.T) {
	t.Parallel()
	note := strings.Repeat("資", steps.MaxText)
	s := begun(t).press("@note").paste(note).misses("te lang").press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != note {
		t.Errorf("the note has %d letters", len([]rune(got)))
	}
}

func TestAfterAPasteTheCursorIsSeen(t *testing.T) {
	t.Parallel()
	s := begun(t).press("@note").paste(strings.Repeat("regel\n", 40) + "slot").sees("slot")
	if c := s.root.View().Cursor; c == nil || c.Y >= 22 {
		t.Errorf("the cursor is at %v", c)
	}
}

func TestKeysFasterThanAHandAreOnePasteIntoTheOpenField(t *testing.T) {
	t.Parallel()
	s := begun(t).press("@note").burst("eerste regel\ntweede, met ruimte").press("enter")
	if got := s.plan().Answers[steps.Awareness]; got.Note != "eerste regel\ntweede, met ruimte" || got.Evidence != "" || got.Choice != "" {
		t.Errorf("%+v", got)
	}
	s.press("#", "s", "@school", "end").burst("\nin Gent").press("enter")
	if got := s.plan().School.Name; got != "De Linde in Gent" {
		t.Errorf("the name is %q", got)
	}
}

// TestKeysFasterThanAHandBeginAFieldThatTypesAtOnce: two lines answer one question and not the next.
func TestKeysFasterThanAHandBeginAFieldThatTypesAtOnce(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#8", "enter").burst("regel een\nregel twee\n\nregel vier\n").press("esc")
	if got := s.plan().Evaluation; got.Collaboration != "regel een\nregel twee\n\nregel vier\n" || got.Composition != "" || got.Present != nil {
		t.Errorf("%+v", got)
	}
}

func TestKeysFasterThanAHandAreNoCommands(t *testing.T) {
	t.Parallel()
	for name, way := range map[string][]string{
		"overview": {"#"}, "a check": {"#1"}, "task overview": {"#5"}, "division": {"#7", "@division", "enter"},
		"team": {"#7"}, "document": {"ctrl+s"}, "a question before removing": {"#7", "@member:bart", "delete"},
	} {
		t.Run(name, func(t *testing.T) {
			s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press(way...)
			entries, before := s.root.session.Journal().Len(), s.root.place()
			s.burst("quick aau\nu8\n").sees("lijkt geplakt")
			if s.quit || s.root.session.Journal().Len() != entries || s.root.place() != before {
				t.Errorf("it did something:\n%s", s.screen())
			}
			s.send(tea.FocusMsg{})
			s.sees("lijkt geplakt").press("f1").misses("lijkt geplakt")
		})
	}
}

func TestAMarkedPasteWhereNoTextGoesIsSaidToo(t *testing.T) {
	t.Parallel()
	s := begun(t).paste("q\r\nu").sees("lijkt geplakt").press("#").misses("lijkt geplakt").paste("1").sees("lijkt geplakt", "── Overzicht")
	s.press("#5").paste("ja").sees("lijkt geplakt")
}

func TestKeysOfAHandAreKeys(t *testing.T) {
	t.Parallel()
	hand := handPace + time.Millisecond
	s := begun(t).press("#5", "home", "down").pressEvery(hand, "g", "t", "down", "g", "down").misses("lijkt geplakt")
	s.burst("g", "t", "down") // few keys at once are no paste
	for i, want := range []steps.Decision{{Relevance: steps.Applies, Horizon: steps.Short}, {Relevance: steps.Applies}, {Relevance: steps.Applies, Horizon: steps.Short}} {
		if got := *s.plan().Tasks()[i].Decision; !reflect.DeepEqual(got, want) {
			t.Errorf("task %d: %+v", i, got)
		}
	}
	s.pressEvery(33*time.Millisecond, "g", "g", "g", "g", "g", "g").misses("lijkt geplakt") // a key held down
	s = begun(t).press("@note").pressEvery(hand, "snel getypt", "enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "snel getypt" {
		t.Errorf("the note is %q", got)
	}
}

// TestAPasteThatComesKeyByKey is known as one from its fourth key on.
func TestAPasteThatComesKeyByKey(t *testing.T) {
	t.Parallel()
	s := begun(t).press("@note").pressEvery(time.Millisecond, "regel een\nregel twee\n").press("esc")
	if got := s.plan().Answers[steps.Awareness]; got.Note != "regel een\nregel twee\n" || got.Choice != "" {
		t.Errorf("%+v", got)
	}
}

func TestKeysThatAreNoLettersEndAPaste(t *testing.T) {
	t.Parallel()
	s := begun(t).press("@note").burst("geplakt", "backspace", "backspace", "n", "left", "x", "esc")
	if got := s.plan().Answers[steps.Awareness].Note; got != "geplaxn" {
		t.Errorf("the note is %q", got)
	}
}

// TestTheRestOfAPasteBelongsToIt, also where the terminal sends it in parts, and behind a tab.
func TestTheRestOfAPasteBelongsToIt(t *testing.T) {
	t.Parallel()
	s := begun(t).press("@note").burst("een lange tekst in twee del")
	s.pressEvery(time.Microsecond, "en\nu").press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "een lange tekst in twee delen\nu" {
		t.Errorf("the note is %q", got)
	}
	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#")
	entries := s.root.session.Journal().Len()
	s.burst("Naam\tu\tau\n").sees("lijkt geplakt", "── Overzicht")
	if s.root.session.Journal().Len() != entries {
		t.Error("the rest of a paste did something")
	}
	s.burst("Naam", "down", "5").sees("Stap 5 van 8")
}

// TestAnEndMarkInAPasteOpensNoDoor: what stands behind it comes as keys.
func TestAnEndMarkInAPasteOpensNoDoor(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#")
	entries := s.root.session.Journal().Len()
	s.school.pace = time.Microsecond
	s.paste("tekst").press("u", "q").sees("lijkt geplakt")
	if s.school.pace = 0; s.quit || s.root.session.Journal().Len() != entries {
		t.Error("the rest of a paste did something")
	}
}

// TestAPasteInPartsIsTakenWholeOrNotAtAll: what came of it before it was too long, goes.
func TestAPasteInPartsIsTakenWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	s := newSchool().sit(t, 80, 24).press("enter", "An", "enter", "De Linde")
	s.burst(strings.Repeat("x", 150)).pressEvery(time.Microsecond, strings.Repeat("y", 100)).sees("te lang").press(" 2", "enter")
	if got := s.plan().School.Name; got != "De Linde 2" {
		t.Errorf("the name is %q", got)
	}
	s.press("enter", "@note", "kort").paste(strings.Repeat("x", steps.MaxText-8)).pressEvery(time.Microsecond, "en nog", "ctrl+j", "iets").sees("te lang").press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "kort" {
		t.Errorf("the note has %d letters", len(got))
	}
}

func TestAPasteThatHadToWaitStaysOne(t *testing.T) {
	t.Parallel()
	s := begun(t).press("@note", "eerst")
	save := s.begin("enter")
	s.burst("nog\neen lijn\n")
	s.run(save)
	if got := s.press("esc").plan().Answers[steps.Awareness]; got.Note != "eerst" || got.Choice != "" || got.Evidence != "nog\neen lijn\n" {
		t.Errorf("%+v", got)
	}
	s.press("#8", "enter", "eerst")
	save = s.begin("enter")
	s.burst("nog\neen lijn")
	s.run(save)
	if got := s.press("esc").plan().Evaluation; got.Collaboration != "eerst" || got.Composition != "nog\neen lijn" {
		t.Errorf("%+v", got)
	}
}

func TestWhatEndsTheProgramComesAfterTheKeysThatWait(t *testing.T) {
	t.Parallel()
	for name, last := range map[string]tea.Msg{"closed window": signalMsg{}, "ctrl+c": namedKeys["ctrl+c"]} {
		t.Run(name, func(t *testing.T) {
			s := begun(t).press("@note")
			s.school.pace = time.Microsecond
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
	t.Parallel()
	path := filepath.Join(t.TempDir(), "stappenplan.db")
	kept, err := store.Create(path)
	must(t, err)
	t.Cleanup(func() { _ = kept.Close() })
	s := (&school{store: kept, language: assets.Dutch}).sit(t, 80, 24).press("enter", "An", "enter", "De Linde", "enter", "enter")
	must(t, os.Remove(path))
	s.press("@note", "een lange nacht", "enter").sees("niet bewaard ×").burst("geplakt\n").sees("een lange nacht", "lijkt geplakt")
}

func TestLookingOnlySaysSoWhereTextWouldGo(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.session.LookOnly = true
	s.press("#8", "x").sees("alleen lezen").paste("geplakt").sees("alleen lezen").burst("geplakt").sees("alleen lezen")
	if s.quit {
		t.Errorf("the program ended: %v", s.root.failure)
	}
}

func TestHoursOrASearchThatAreTooLongAreRefusedAloud(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5", "/").paste(strings.Repeat("x", 201)).sees("te lang").press("esc")
	s.press("#7", "@division", "enter", "down", "u").burst(strings.Repeat("1", 201)).sees("te lang")
}
