package wizard

import (
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// begun is a school that gave its name and stands before the first check.
func begun(t *testing.T) *sitting {
	t.Helper()
	return newSchool().sit(t, 80, 24).press("enter", "An", "enter", "De Linde", "enter", "enter").sees("Stap 1 van 8")
}

func TestEnterAloneAnswersNothing(t *testing.T) {
	t.Parallel()
	s := begun(t)
	before := s.root.session.Journal().Len()
	s.press("enter", "enter").sees("Kies eerst met")
	if s.root.session.Journal().Len() != before {
		t.Error("Enter alone gave an answer")
	}
}

func TestSavedIsSaidOnlyAfterItIsOnDisk(t *testing.T) {
	t.Parallel()
	s := begun(t).press("right")
	before := s.root.session.Journal().Len()
	save := s.begin("enter")
	if strings.Contains(s.screen(), "bewaard ✓") {
		t.Errorf("saved is said before the answer is kept:\n%s", s.screen())
	}
	s.run(save)
	s.sees("bewaard ✓", "Verder naar stap 2")
	if now := s.root.session.Journal().Len(); now != before+1 {
		t.Errorf("%d entries were kept", now-before)
	}
}

func TestTwoQuickEntersAnswerOnce(t *testing.T) {
	t.Parallel()
	s := begun(t).press("right")
	before := s.root.session.Journal().Len()
	save := s.begin("enter")
	s.press("enter", "enter") // before the answer was kept: they may go on, but answer nothing
	s.run(save)
	if now := s.root.session.Journal().Len(); now != before+1 {
		t.Errorf("%d entries were kept", now-before)
	}
	s.sees("Stap 2 van 8")
}

func TestAFastTypistLosesNoKeyInATable(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#5")
	save := s.begin("g")
	s.press("down", "g", "t", "down", "g")
	s.run(save)
	for i, want := range []steps.Decision{{Relevance: steps.Applies}, {Relevance: steps.Applies, Horizon: steps.Short}, {Relevance: steps.Applies}} {
		if got := *s.plan().Tasks()[i].Decision; !reflect.DeepEqual(got, want) {
			t.Errorf("task %d: %+v", i, got)
		}
	}
}

func TestTypedTextIsKeptThoughTheKeyHadToWait(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.press("@note", "eerste regel")
	save := s.begin("enter")
	s.press("!", "enter")
	s.run(save)
	if got := s.plan().Answers[steps.Awareness]; got.Note != "eerste regel" || got.Evidence != "!" {
		t.Errorf("note %q, evidence %q", got.Note, got.Evidence)
	}
}

func TestEscNeverDiscards(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.press("@note", "half geschreven", "esc")
	if got := s.plan().Answers[steps.Awareness].Note; got != "half geschreven" {
		t.Errorf("after esc the note is %q", got)
	}
	s.press("#", "s", "right", "right", "esc")
	if got := s.plan().School.Level; got != "secondary" {
		t.Errorf("after esc the level is %q", got)
	}
}

func TestWhatCannotBeSavedStaysOnTheScreen(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "stappenplan.db")
	kept, err := store.Create(path)
	must(t, err)
	t.Cleanup(func() { _ = kept.Close() })
	school := &school{store: kept, language: assets.Dutch}
	s := school.sit(t, 80, 24).press("enter", "An", "enter", "De Linde", "enter", "enter")
	must(t, os.Remove(path))
	s.press("@note", "een lange nacht", "enter").sees("niet bewaard ×", "een lange nacht", "enter opnieuw", "ctrl+s nieuw bestand")
	s.press("enter").sees("niet bewaard ×", "een lange nacht")
	if got := s.plan().Answers[steps.Awareness].Note; got != "" {
		t.Errorf("what was not saved counts: %q", got)
	}
	s.send(tea.KeyPressMsg{Code: 'x', Mod: tea.ModCtrl})
	s.sees("▸ Bewijs")
}

func TestUndoSaysWhatItTookBackAndRedoBringsItAgain(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.press("right", "right", "enter", "ctrl+z").sees("Ongedaan gemaakt", "nee")
	if got := s.plan().State(steps.Awareness); got != "" {
		t.Errorf("after undo the answer is %q", got)
	}
	s.press("ctrl+y").sees("Opnieuw gedaan")
	if got := s.plan().State(steps.Awareness); got != steps.No {
		t.Errorf("after redo the answer is %q", got)
	}
	s.press("ctrl+z", "ctrl+z", "ctrl+z").sees("niets om ongedaan te maken")
}

func TestGoingBackAndJumping(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.press("right", "enter", "enter").sees("Stap 2 van 8").press("#1").sees("Stap 1 van 8", "● Ja")
	s.press("right", "enter").sees("je antwoordde: nee").press("esc", "esc").sees("── Overzicht").press("esc").sees("hoogste niveau")
	s.press("#8").sees("Stap 8 van 8").press("#").sees("Overzicht", "◀")
	s.press("?").sees("Op dit scherm", "Overal").press("esc").sees("Nu te doen")
}

func TestPastingPressesNoKeys(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.send(tea.PasteMsg{Content: "q\r\nu"})
	if s.quit || s.plan().Answers[steps.Awareness].Choice != "" {
		t.Error("a paste on a choice did something")
	}
	s.press("@note")
	s.send(tea.PasteMsg{Content: "plak\x1b[31m\rtwee"})
	s.press("enter")
	if got := s.plan().Answers[steps.Awareness].Note; got != "plak\ntwee" {
		t.Errorf("the note is %q", got)
	}
	s.press("#1", "@note")
	s.send(tea.PasteMsg{Content: strings.Repeat("Werkgroep ICT. ", 70_000)})
	s.sees("te lang", "100000")
}

func TestHoursAsPeopleTypeThem(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#", "s", "@hours", "34,2", "enter")
	if got := s.plan().School.Hours; got == nil || got.String() != "34.2" {
		t.Errorf("hours: %v", got)
	}
	s.press("@hours", "veel", "enter").sees("Dat zijn geen uren").press("esc", "esc", "esc")
}

func TestASchoolWithoutAGroupIsAskedNothingOfIt(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#4")
	s.press("right", "right", "right", "enter").sees("Geen groep (telt als nee)").press("enter").sees("Je werkt verder als school")
	if p := s.plan(); p.School.GroupKind != steps.NoGroup || p.State(steps.Pooling) != steps.No {
		t.Errorf("group %q, answer %q", p.School.GroupKind, p.State(steps.Pooling))
	}
}

func TestANewRoundAsksTheChosenStepsAgain(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 36).press("#8")
	s.press("@repeat", "down", "space").sees("[x] Gedragen visie")
	s.press("@round", "enter").sees("Ronde 3 openen", "Gedragen visie").press("@open", "enter").sees("Overzicht", "ronde 3")
	if p := s.plan(); p.Round.Number != 3 || p.Current() != steps.Vision || p.Round.Opened != "2026-11-24" {
		t.Errorf("round %+v, at %s", p.Round, p.Current())
	}
	s.press("#2").sees("Vorige ronde: ja", "Dat geldt nog: ja")
}

func TestTheLastRoundStandsBesideWhatIsAskedAndHoldsByOneKey(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 100, 40).press("#8").press("@repeat", "down", "space", "@round", "enter", "@open", "enter", "#2", "enter")
	s.sees("je antwoordde: ja")
	if a := s.plan().Answers[steps.Vision]; a.Choice != steps.Yes {
		t.Errorf("one key kept %q", a.Choice)
	}
	s.press("@overview", "enter").sees("Gedragen visie  ja · zoals vorige ronde")
	s.press("#2").misses("Dat geldt nog").press("@choice", "n", "@overview", "enter").sees("gewijzigd deze ronde")
}

func TestThoseWhoTookPartBeforeTakePartAgainByOneKey(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 100, 60).press("#8").sees("Vorige ronde: Leraren krijgen", "Dezelfde deelnemers: Katrien Maes").press("@same-people", "enter")
	if p, before := s.plan(), s.root.session.Journal(); len(p.Evaluation.Present) == 0 {
		was, _ := before.Previous()
		t.Errorf("%q take part, before %q", p.Evaluation.Present, was.Evaluation.Present)
	}
	s.misses("Dezelfde deelnemers")
}

func TestTheWindowMayBeTooSmallForAWhile(t *testing.T) {
	t.Parallel()
	s := begun(t)
	before := s.screen()
	s.send(tea.WindowSizeMsg{Width: 20, Height: 5})
	s.sees("Maak dit venster")
	for _, size := range []tea.WindowSizeMsg{{Width: 1, Height: 1}, {}, {Width: 1, Height: 500}, {Width: 500, Height: 1}} {
		s.send(size)
		s.screen() // it is drawn, whatever of it fits
		s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		if s.screen() != before {
			t.Errorf("after %v the screen is not what it was", size)
		}
	}
}

func TestTakingAwayAsksFirst(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#7", "@member:bart", "delete").sees("Bart Claes uit het team verwijderen?", "zonder trekker")
	s.press("enter")
	if len(s.plan().Members) != 4 {
		t.Fatal("the member went though the answer was no")
	}
	s.press("delete", "right", "enter")
	if len(s.plan().Members) != 3 {
		t.Fatal("the member did not go")
	}
	s.sees("Leden").press("ctrl+z")
	if m := s.plan().Members; len(m) != 4 || m[0].Name != "Bart Claes" {
		t.Errorf("after undo the team is %v", m)
	}
}

// TestEscSaysThatATextWasKept: a letter meant as a key does not go into the plan unseen.
func TestEscSaysThatATextWasKept(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	before := s.plan().Evaluation.Collaboration
	s.press("#8").press("enter", "s").sees("esc bewaren, terug").press("esc").sees("Bewaard. Ctrl+Z maakt dit ongedaan.")
	if s.press("ctrl+z").plan().Evaluation.Collaboration != before {
		t.Error("the letter stayed")
	}
	s.press("enter", "esc").misses("Bewaard. Ctrl+Z")
}

// TestEveryStepTakesANote in its form, or from its list with one key.
func TestEveryStepTakesANote(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	for _, step := range steps.Tree {
		note := "nog na te kijken bij " + string(step.ID)
		s.press("#" + strconv.Itoa(step.Number))
		if s.root.top().Letters(s.root.frame()) == screen.LettersCommand {
			s.press(screen.NoteKey)
		}
		s.press("@note", "end", note, "enter")
		if got := s.plan().Answers[step.ID].Note; !strings.HasSuffix(got, note) {
			t.Errorf("step %d: the note is %q\n%s", step.Number, got, s.screen())
		}
	}
}

func TestLeavingKeepsWhatIsBeingTyped(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]tea.Msg{
		"ctrl+c": namedKeys["ctrl+c"], "closed window": signalMsg{}, "interrupt": signalMsg{interrupt: true},
	} {
		t.Run(name, func(t *testing.T) {
			s := begun(t).press("@note", "half geschreven")
			s.send(leave)
			if got := s.plan().Answers[steps.Awareness].Note; got != "half geschreven" || !s.quit {
				t.Errorf("the note is %q, ended %v", got, s.quit)
			}
		})
	}
	s := begun(t).press("#", "s", "right", "right", "#")
	if got := s.plan().School.Level; got != "secondary" {
		t.Errorf("the level is %q", got)
	}
}

func TestCtrlCWaitsForTheAnswerThatIsBeingKept(t *testing.T) {
	t.Parallel()
	s := begun(t).press("right")
	save := s.begin("enter")
	if _, cmd := s.root.Update(namedKeys["ctrl+c"]); cmd != nil {
		t.Error("Ctrl+C did not wait")
	}
	s.run(save)
	if s.plan().State(steps.Awareness) != steps.Yes || !s.quit || s.root.failure != ErrInterrupted {
		t.Errorf("answer %q, ended %v with %v", s.plan().State(steps.Awareness), s.quit, s.root.failure)
	}
}

func TestAnotherWriterWasFirst(t *testing.T) {
	t.Parallel()
	school := newSchool()
	s := school.sit(t, 80, 24).press("enter", "An", "enter", "De Linde", "enter", "enter")
	other := steps.NewEntry("other", assets.Example()[0].At, "Bart", answer(steps.Awareness, steps.No))
	must(t, school.store.Append("plan", s.root.session.Journal().Len(), other))
	s.press("@note", "van An", "enter").sees("Niet bewaard", "van An").press("enter").sees("bewaard ✓")
	if a := s.plan().Answers[steps.Awareness]; a.Note != "van An" || a.Choice != steps.No {
		t.Errorf("both answers should stand: %+v", a)
	}
}

func TestAWriterThatTookTheMemberAwayIsTold(t *testing.T) {
	t.Parallel()
	kept := exampleSchool(t, assets.Dutch)
	s := kept.sit(t, 80, 24)
	n := s.root.session.Journal().Len()
	gone := steps.Change{Kind: steps.ChangeRemove, Task: "own-pupil-helpdesk"}
	if !s.plan().KnowsTask(gone.Task) {
		gone.Task = s.plan().OwnTasks[0]
	}
	must(t, kept.store.Append("plan", n, steps.NewEntry("other", assets.Example()[0].At, "Bart", gone)))
	s.root.push(screen.Place{Kind: screen.TaskCard, ID: gone.Task})
	s.press("@note", "enter", "iets", "enter")
	s.sees("Niet bewaard")
	if !s.root.unsaved.refused {
		t.Error("it can be tried again, though the plan refuses it")
	}
	s.press("enter").sees("Niet bewaard")
}

func TestLookingOnlyTypesNothing(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.session.LookOnly = true
	before := s.root.session.Journal().Len()
	s.press("#1", "n").sees("alleen lezen").press("esc", "right", "enter")
	if s.root.session.Journal().Len() != before {
		t.Error("looking only recorded something")
	}
}

// TestQStopsOnTheOverviewOnly, as the help says.
func TestQStopsOnTheOverviewOnly(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	for _, below := range []string{"1", "5", "!"} {
		if s.press("#", below, "q"); s.quit {
			t.Fatalf("q stopped below %s", below)
		}
	}
	if s.press("#", "q"); !s.quit {
		t.Errorf("q did not stop on the overview:\n%s", s.screen())
	}
}

// TestTheExampleNeverSaysSaved: nothing of it is kept.
func TestTheExampleNeverSaysSaved(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.session.Place = ""
	s.press("#1").sees("voorbeeld: niets bewaard").press("n").misses("bewaard ✓").press("esc", "@note", "even proberen", "esc").sees("alleen om te proberen").misses("bewaard ✓")
}

// TestACrashIsSaidWithItsLine and not with what was typed.
func TestACrashIsSaidWithItsLine(t *testing.T) {
	t.Parallel()
	var none []int
	for what, cmd := range map[string]func() tea.Msg{
		"string at root_test.go:": func() tea.Msg { panic("An Peeters of De Linde") },
		"runtime error: index out of range [3] with length 0 at root_test.go:": func() tea.Msg { return none[len("abc")] },
	} {
		said := guarded(cmd)()
		if crash, ok := said.(panicMsg); !ok || !strings.HasPrefix(crash.cause, what) || strings.Contains(crash.cause, "(") {
			t.Errorf("%+v", said)
		}
	}
}
