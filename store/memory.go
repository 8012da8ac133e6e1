package store

import (
	"bytes"
	"maps"
	"slices"
	"sync"

	"stappenplan/steps"
)

// memory is the engine that keeps nothing: for the example school, and for tests.
type memory struct {
	mutex  sync.Mutex
	plans  map[string][][]byte
	closed bool
}

// NewMemory gives an empty store that is gone when the program ends.
func NewMemory() Store { return &memory{plans: map[string][][]byte{}} }

// Plans lists the plans.
func (m *memory) Plans() ([]string, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.closed {
		return nil, errClosed
	}
	return slices.Sorted(maps.Keys(m.plans)), nil
}

// Load decodes the entries of a plan, so that a caller gets a copy.
func (m *memory) Load(plan string) (entries []steps.Entry, err error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.closed {
		return nil, errClosed
	}
	for i, json := range m.plans[plan] {
		e, err := steps.DecodeEntry(json)
		if err != nil {
			return entries, damagedEntry(uint64(i+1), err)
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// Append adds an entry.
func (m *memory) Append(plan string, last uint64, e steps.Entry) error {
	json, err := encode(plan, e)
	if err != nil {
		return err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	kept := m.plans[plan]
	found := uint64(len(kept))
	switch {
	case m.closed:
		return errClosed
	case found == last+1 && bytes.Equal(kept[last], json):
		return nil
	case found != last:
		return conflict("", last, found)
	}
	m.plans[plan] = append(kept, json)
	return nil
}

// Close ends the store.
func (m *memory) Close() error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.closed = true
	return nil
}
