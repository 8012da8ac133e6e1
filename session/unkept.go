package session

import (
	"errors"

	"stappenplan/steps"
)

// Rescue writes the whole journal of a plan to a new file, where the one in use cannot be written any more: at a path, or
// where people keep what they write when that is empty. It gives what keeps that file, and its full path.
type Rescue func(path, plan string, entries steps.Entries) (Journals, string, error)

// NotKept is the error with which the questions end while something a person did is not on disk.
type NotKept struct {
	code, what, why string
	cause           error
}

// Error is for programmers.
func (n *NotKept) Error() string { return n.code + ": " + n.cause.Error() }

// Unwrap gives the fault of the store behind it.
func (n *NotKept) Unwrap() error { return n.cause }

// Code names the sentence that says what is not on disk, and why.
func (n *NotKept) Code() string { return n.code }

// Values fills that sentence.
func (n *NotKept) Values() map[string]string {
	return map[string]string{"what": n.what, "why": n.why}
}

// NotKept says that an entry is not on disk; without changes in it, that the file of the plan is not there.
func (s *Session) NotKept(entry steps.Entry, cause error) *NotKept {
	n := &NotKept{code: "plan-not-kept", why: s.Spoken().Error(cause), cause: cause}
	switch {
	case len(entry.Changes) == 0:
		return n
	case isGone(cause):
		n.code = "answer-nowhere"
	default:
		n.code = "answer-not-kept"
	}
	n.what = s.Spoken().Entry(entry, s.Plan())
	return n
}

// TypedNotKept says that a text is gone which its field refused.
func TypedNotKept(text string) *NotKept {
	return &NotKept{code: "typed-not-kept", what: text, cause: errors.New("refused")}
}

// TrialNotKept says that what was tried is gone.
func TrialNotKept() *NotKept {
	return &NotKept{code: "trial-not-kept", cause: errors.New("tried only")}
}
