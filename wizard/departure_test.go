package wizard

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/session/sessiontest"
	"stappenplan/steps"
	"stappenplan/store"
)

// inFile is a school whose plan is in a file, with the path of that file. What is rescued goes beside it.
func inFile(t *testing.T) (s *sitting, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "stappenplan.db")
	kept, err := store.Create(path)
	must(t, err)
	t.Cleanup(func() { _ = kept.Close() })
	s = (&school{store: kept, language: assets.Dutch}).sit(t, 80, 24)
	s.root.options.Files = &disk{rescued: path + ".rescued", t: t}
	return s.press("enter", "An", "enter", "De Linde", "enter", "enter").sees("Stap 1 van 8"), path
}

// ended fails unless the program ended with this code of what is not kept; empty for everything kept.
func (s *sitting) ended(code string) {
	s.t.Helper()
	var lost *session.NotKept
	errors.As(s.root.failure, &lost)
	switch {
	case !s.quit:
		s.t.Fatalf("the program goes on:\n%s", s.screen())
	case lost == nil && code != "", lost != nil && lost.Code() != code:
		s.t.Errorf("the program ends with %v, want %q", s.root.failure, code)
	}
}

func TestLeavingSaysWhatIsNotOnDisk(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(*sitting){
		"Ctrl+C": func(s *sitting) { s.press("ctrl+c").sees("Nog eens ctrl+c").press("ctrl+c") },
		"SIGINT": func(s *sitting) { s.send(signalMsg{interrupt: true}); s.send(signalMsg{interrupt: true}) },
	} {
		t.Run(name, func(t *testing.T) {
			s, path := inFile(t)
			must(t, os.Remove(path))
			s.press("@note", "een lange nacht", "enter").sees("niet bewaard ×")
			leave(s)
			s.ended("answer-nowhere")
			if said := s.root.session.Spoken().Error(s.root.failure); !strings.Contains(said, "weggehaald") {
				t.Errorf("it is not said what is wrong: %s", said)
			}
		})
	}
}

func TestAPlanThatIsGoneIsNoticedOnLeaving(t *testing.T) {
	t.Parallel()
	s, path := inFile(t)
	must(t, os.Rename(path, path+".away"))
	s.press("#", "q").sees("Niet bewaard", "weggehaald", "ctrl+s")
	if s.quit {
		t.Fatal("the program left without a word")
	}
	must(t, os.Rename(path+".away", path))
	s.press("enter").sees("bewaard ✓").press("#", "q").ended("")

	s, path = inFile(t)
	must(t, os.Remove(path))
	s.press("ctrl+c").sees("Niet bewaard", "weggehaald").press("ctrl+c").ended("plan-not-kept")

	s, path = inFile(t)
	must(t, os.Remove(path))
	s.press("#", "q").sees("Niet bewaard").press("ctrl+s").sees("Je hele plan staat nu in").press("q").ended("")
	if _, err := os.Stat(path + ".rescued"); err != nil {
		t.Error(err)
	}
}

func TestWhatIsTypedWhenTheWindowClosesIsKeptOrRescued(t *testing.T) {
	t.Parallel()
	s, path := inFile(t)
	s.press("@note", "half geschreven")
	s.send(signalMsg{})
	s.ended("")
	if got := sessiontest.NoteIn(t, path); got != "half geschreven" {
		t.Errorf("the note is %q", got)
	}

	s, path = inFile(t)
	s.press("@note", "half geschreven")
	must(t, os.Remove(path))
	s.send(signalMsg{})
	s.ended("")
	if got := sessiontest.NoteIn(t, path+".rescued"); got != "half geschreven" {
		t.Errorf("the rescued note is %q", got)
	}

	s, path = inFile(t)
	s.press("@note", "half geschreven")
	must(t, os.Remove(path))
	must(t, os.WriteFile(path+".rescued", nil, 0o600))
	s.send(signalMsg{})
	s.ended("answer-nowhere")
}

// TestKeysThatWaitedAreKeptOnLeaving: the window closes while an answer is on its way and more was typed behind it.
func TestKeysThatWaitedAreKeptOnLeaving(t *testing.T) {
	t.Parallel()
	s, path := inFile(t)
	s.press("@note", "eerste")
	save := s.begin("enter")
	s.press("!")
	s.send(signalMsg{})
	s.run(save)
	s.ended("")
	if a := s.plan().Answers[steps.Awareness]; sessiontest.NoteIn(t, path) != "eerste" || a.Evidence != "!" {
		t.Errorf("kept: %+v", a)
	}
}

func TestATrialThatEndsWithTheWindowIsSaidToBeGone(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	must(t, s.root.tryOut())
	s.send(signalMsg{})
	s.ended("")

	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	must(t, s.root.tryOut())
	must(t, s.root.session.Record(answer(steps.Vision, steps.No)))
	s.press("ctrl+c").ended("trial-not-kept")
}

// TestATrialHidesNoLoss: the file of the real plan is gone while something is tried.
func TestATrialHidesNoLoss(t *testing.T) {
	t.Parallel()
	s, path := inFile(t)
	must(t, s.root.tryOut())
	must(t, os.Remove(path))
	s.send(signalMsg{})
	s.ended("")
	if got := sessiontest.NoteIn(t, path+".rescued"); got != "" {
		t.Errorf("the rescued note is %q", got)
	}

	s, path = inFile(t)
	must(t, s.root.tryOut())
	must(t, os.Remove(path))
	s.press("ctrl+c").sees("Niet bewaard", "weggehaald").press("ctrl+c").ended("plan-not-kept")
}

func TestWhatAFieldRefusesIsNotDroppedWithoutAWord(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#8", "@next_evaluation", "31/6/2027")
	s.sees("nog niet bewaard").press("ctrl+c").sees("31/6/2027")
	if s.quit {
		t.Fatal("the program left without a word")
	}
	s.press("ctrl+c").ended("typed-not-kept")
	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#8", "@next_evaluation", "31/6/2027")
	s.send(signalMsg{})
	s.ended("typed-not-kept")
}

// TestALookThatComesLateChangesNothing: keys wait while the file is looked at.
func TestALookThatComesLateChangesNothing(t *testing.T) {
	t.Parallel()
	s, path := inFile(t)
	must(t, os.Remove(path))
	s.press("#")
	look := s.begin("q")
	s.press("#1")
	s.run(look)
	s.sees("Niet bewaard", "weggehaald")
}
