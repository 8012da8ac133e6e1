// Package sessiontest makes sessions for tests, and looks at what they kept.
package sessiontest

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
)

// New makes a session on a store, with ids a1, a2 … (the letter tells writers apart) and a clock that stands.
func New(kept session.Journals, letter string) *session.Session {
	n := 0
	return &session.Session{
		Texts:       assets.Load(assets.Dutch),
		Definitions: assets.Definitions(),
		Store:       kept,
		PlanID:      "plan",
		Clock:       func() time.Time { return time.Date(2026, 9, 1, 8, 30, 0, 0, time.UTC) },
		NewID:       func() string { n++; return letter + strconv.Itoa(n) },
	}
}

// Answer makes the change that answers a step.
func Answer(step steps.StepID, choice steps.Choice) steps.Change {
	return steps.Change{Kind: steps.ChangeAnswer, Step: step, Choice: steps.Set(choice)}
}

// NotFitting are the entries of a plan with one, the third, that a merge brought and that could not stand; the fifth takes it back.
func NotFitting() (entries []steps.Entry) {
	for n, c := range []steps.Change{
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")},
		{Kind: steps.ChangeRemove, Member: "an"},
		{Kind: steps.ChangeTask, Task: "wifi-management", Owner: steps.Set("an")},
		{Kind: steps.ChangeAnswer, Step: steps.Vision, Note: steps.Set("Van daar")},
		{Kind: steps.ChangeWithdraw, Entry: 3},
	} {
		at := time.Date(2026, 9, 1, 8, n, 0, 0, time.UTC)
		entries = append(entries, steps.NewEntry("merged-"+strconv.Itoa(n+1), at, "An", c))
	}
	return entries
}

// Must ends a test that cannot go on.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// HasCode says whether an error is, or wraps, one that a person is told of by this code.
func HasCode(err error, code string) bool {
	fault, is := errors.AsType[interface {
		error
		Code() string
	}](err)
	return is && fault.Code() == code
}

// NoteIn gives the note at step 1 of the plan in a file.
func NoteIn(t testing.TB, path string) string {
	t.Helper()
	kept, err := store.OpenReadOnly(path)
	Must(t, err)
	defer kept.Close()
	entries, err := kept.Load("plan")
	Must(t, err)
	journal, err := entries.Replay(assets.Definitions())
	Must(t, err)
	return journal.Plan().Answers[steps.Awareness].Note
}
