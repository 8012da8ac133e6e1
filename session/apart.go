package session

import (
	"fmt"

	"stappenplan/steps"
)

// discard keeps entries: not at all.
type discard struct{}

func (discard) Load(string) (steps.Entries, error) { return steps.Entries{}, nil }

func (discard) Append(string, uint64, ...steps.Entry) error { return nil }

// Trial is a session on the plan as it stands of which nothing is kept: what is recorded in it is only tried.
func (s *Session) Trial() (*Session, error) {
	copied, err := s.Journal().Until(s.Journal().Len())
	if err != nil {
		return nil, fmt.Errorf("begin a trial: %w", err)
	}
	trial := *s
	trial.Store, trial.LookOnly = discard{}, false
	trial.Use(copied)
	return &trial, nil
}

// AsAfter is a session on the plan as it was after an entry, which refuses every change.
func (s *Session) AsAfter(entry uint64) (*Session, error) {
	then, err := s.Journal().Until(entry)
	if err != nil {
		return nil, fmt.Errorf("look back at entry %d: %w", entry, err)
	}
	past := *s
	past.Store, past.Past = discard{}, true
	past.Use(then)
	return &past, nil
}
