package store

import (
	"maps"
	"slices"
	"sync"

	"stappenplan/steps"
)

// memory is the engine that keeps nothing: for the example school, and for tests.
type memory struct {
	mutex  sync.Mutex
	plans  map[string]steps.Entries
	closed bool
}

// NewMemory gives an empty store that is gone when the program ends.
func NewMemory() Store { return NewMemoryOf(map[string]steps.Entries{}) }

// NewMemoryOf gives such a store with these plans in it, of which it becomes the owner.
func NewMemoryOf(plans map[string]steps.Entries) Store { return &memory{plans: plans} }

// Plans lists the plans.
func (m *memory) Plans() ([]string, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.closed {
		return nil, errClosed
	}
	return slices.Sorted(maps.Keys(m.plans)), nil
}

// Load gives the entries.
func (m *memory) Load(plan string) (steps.Entries, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.closed {
		return steps.Entries{}, errClosed
	}
	kept := m.plans[plan]
	return kept.First(kept.Len()), nil // nothing is added to what somebody else has
}

// Append adds entries as they come back from an engine that keeps them.
func (m *memory) Append(plan string, last uint64, entries ...steps.Entry) error {
	encoded, err := encode(plan, entries...)
	if err != nil {
		return err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	kept := m.plans[plan]
	found := uint64(kept.Len())
	switch {
	case m.closed:
		return errClosed
	case found == last+uint64(len(encoded)) && endsWith(encoded, found, kept.Encoded):
		return nil
	case found != last:
		return conflict("", last, found)
	}
	for _, json := range encoded {
		kept = kept.With(json)
	}
	m.plans[plan] = kept
	return nil
}

// Close ends the store.
func (m *memory) Close() error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.closed = true
	return nil
}
