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
	plans  map[string][]steps.Entry // as an engine that keeps them gives them back
	closed bool
}

// NewMemory gives an empty store that is gone when the program ends.
func NewMemory() Store { return NewMemoryOf(map[string][]steps.Entry{}) }

// NewMemoryOf gives such a store with these plans in it, of which it becomes the owner.
func NewMemoryOf(plans map[string][]steps.Entry) Store { return &memory{plans: plans} }

// Plans lists the plans.
func (m *memory) Plans() ([]string, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.closed {
		return nil, errClosed
	}
	return slices.Sorted(maps.Keys(m.plans)), nil
}

// Load gives a copy of the entries with their changes.
func (m *memory) Load(plan string) ([]steps.Entry, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.closed {
		return nil, errClosed
	}
	entries := slices.Clone(m.plans[plan])
	for i := range entries {
		entries[i].Changes = slices.Clone(entries[i].Changes)
	}
	return entries, nil
}

// Append adds an entry as it comes back from an engine that keeps it.
func (m *memory) Append(plan string, last uint64, e steps.Entry) error {
	json, err := encode(plan, e)
	if err != nil {
		return err
	}
	if e, err = steps.DecodeEntry(json); err != nil {
		return err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	kept := m.plans[plan]
	found := uint64(len(kept))
	switch {
	case m.closed:
		return errClosed
	case found == last+1 && sameEntry(kept[last], json):
		return nil
	case found != last:
		return conflict("", last, found)
	}
	m.plans[plan] = append(kept, e)
	return nil
}

func sameEntry(e steps.Entry, json []byte) bool {
	own, err := e.Encode()
	return err == nil && bytes.Equal(own, json)
}

// Close ends the store.
func (m *memory) Close() error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.closed = true
	return nil
}
