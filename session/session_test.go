package session_test

import (
	"slices"
	"testing"

	"stappenplan/session"
	"stappenplan/session/sessiontest"
	"stappenplan/steps"
	"stappenplan/store"
)

var newSession, answer, must = sessiontest.New, sessiontest.Answer, sessiontest.Must

func TestWhatIsRecordedIsThereAfterARestart(t *testing.T) {
	kept := store.NewMemory()
	first := newSession(kept, "a")
	first.SetAuthor("An\x1b[31m Peeters")
	must(t, first.Record(answer(steps.Awareness, steps.Yes)))

	second := newSession(kept, "b")
	must(t, second.Reload())
	if got := second.Plan().Current(); got != steps.Vision {
		t.Errorf("after a restart the plan stands at %q", got)
	}
	if got := second.Author(); got != "An Peeters" {
		t.Errorf("after a restart the author is %q", got)
	}
}

func TestARefusedChangeIsNotKept(t *testing.T) {
	kept := store.NewMemory()
	s := newSession(kept, "a")
	if err := s.Record(answer("nowhere", steps.Yes)); err == nil {
		t.Fatal("an unknown step was recorded")
	}
	if entries, err := kept.Load("plan"); err != nil || entries.Len() != 0 {
		t.Errorf("kept %d entries, %v", entries.Len(), err)
	}
}

func TestWhoComesSecondSeesWhatTheFirstKept(t *testing.T) {
	kept := store.NewMemory()
	one, two := newSession(kept, "a"), newSession(kept, "b")
	must(t, two.Reload())
	must(t, one.Record(answer(steps.Awareness, steps.Yes)))

	err := two.Record(answer(steps.Awareness, steps.No))
	if !session.IsConflict(err) {
		t.Fatalf("the second writer was told %v", err)
	}
	if got := two.Plan().Answers[steps.Awareness].Choice; got != steps.Yes {
		t.Errorf("the second writer sees %q", got)
	}
	must(t, two.Record(answer(steps.Vision, steps.No)))
}

func TestUndoAndRedo(t *testing.T) {
	s := newSession(store.NewMemory(), "a")
	if _, err := s.Undo(); !sessiontest.HasCode(err, "nothing-to-undo") {
		t.Errorf("undo on an empty plan: %v", err)
	}
	must(t, s.Record(answer(steps.Awareness, steps.Yes)))
	must(t, s.Record(answer(steps.Vision, steps.Yes)))

	gone, err := s.Undo()
	must(t, err)
	if gone != 2 || s.Plan().Current() != steps.Vision {
		t.Errorf("undo took back entry %d, the plan stands at %s", gone, s.Plan().Current())
	}
	change, back := s.Journal().Redo()
	must(t, s.Record(change))
	if back != 2 || s.Plan().Current() != steps.Policy {
		t.Errorf("redo brought back entry %d, the plan stands at %s", back, s.Plan().Current())
	}
	if _, again := s.Journal().Redo(); again != 0 {
		t.Errorf("a second redo brings back entry %d", again)
	}
}

func TestAnEntryIsSaidWithTheNamesOfItsMoment(t *testing.T) {
	s := newSession(store.NewMemory(), "a")
	must(t, s.Record(steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")}))
	must(t, s.Record(steps.Change{Kind: steps.ChangeRemove, Member: "an"}))
	if said := s.Said(2); said != "An Peeters verwijderd" {
		t.Errorf("the second entry: %q", said)
	}
	gone, err := s.Undo()
	must(t, err)
	if said := s.Said(gone); said != "An Peeters verwijderd" {
		t.Errorf("what was taken back: %q", said)
	}
}

func TestLookingOnlyChangesNothing(t *testing.T) {
	kept := store.NewMemory()
	s := newSession(kept, "a")
	s.LookOnly = true
	if err := s.Record(answer(steps.Awareness, steps.Yes)); !sessiontest.HasCode(err, "looking-only") {
		t.Errorf("recording while looking only: %v", err)
	}
	if entries, err := kept.Load("plan"); err != nil || entries.Len() != 0 {
		t.Errorf("kept %d entries, %v", entries.Len(), err)
	}
}

func TestVerifyKnowsAnotherJournal(t *testing.T) {
	kept := store.NewMemory()
	s := newSession(kept, "a")
	must(t, s.Record(answer(steps.Awareness, steps.Yes)))
	must(t, s.Verify())
	s.Store = store.NewMemory()
	if err := s.Verify(); !sessiontest.HasCode(err, "entries-missing") {
		t.Errorf("a store without the entries: %v", err)
	}
	if s.Recorded() != 1 || slices.ContainsFunc(s.Journal().Entries().List(), func(e steps.Entry) bool { return e.ID == "" }) {
		t.Error("what was recorded is not counted")
	}
}

// TestAPlanSaysItsEdition: with which edition of the task list it was begun, and what comes after says no more.
func TestAPlanSaysItsEdition(t *testing.T) {
	s := newSession(store.NewMemory(), "a")
	must(t, s.Record(answer(steps.Awareness, steps.Yes)))
	must(t, s.Record(answer(steps.Vision, steps.Yes)))
	if list := s.Journal().Entries().List(); list[0].Edition != s.Definitions.Catalogue.Edition || list[1].Edition != 0 {
		t.Errorf("the entries say %d and %d", list[0].Edition, list[1].Edition)
	}
	if s.Plan().Round.Edition == nil {
		t.Error("the plan says none")
	}
}
