package store

import (
	"sync"

	"stappenplan/steps"
)

// OpenOrBegin opens a file; where nothing stands it gives a store that makes the file together with its first entry, so
// that a first entry that cannot be kept leaves no file behind.
func OpenOrBegin(path string) (Store, error) {
	s, err := Open(path)
	if HasCode(err, FileMissing) {
		return &beginning{path: path, kept: NewMemory()}, nil
	}
	return s, err
}

// beginning is a store whose file is not there yet.
type beginning struct {
	mutex sync.Mutex
	path  string
	kept  Store // in memory, where there is nothing, until the file is made
	begun bool
}

// now returns the store in use.
func (b *beginning) now() Store {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.kept
}

// Plans lists the plans: none until there is a file.
func (b *beginning) Plans() ([]string, error) { return b.now().Plans() }

// Load gives the entries of a plan: none until there is a file.
func (b *beginning) Load(plan string) (steps.Entries, error) { return b.now().Load(plan) }

// Append makes the file with the first entries in it. Where another copy made it meanwhile, that is the file.
func (b *beginning) Append(plan string, last uint64, entries ...steps.Entry) error {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if !b.begun && last == 0 {
		if err := b.begin(plan, entries); err != nil {
			return err
		}
	}
	return b.kept.Append(plan, last, entries...) // which finds the first ones there already
}

func (b *beginning) begin(plan string, entries []steps.Entry) error {
	if err := b.kept.Append(plan, 0, entries...); err != nil { // closed, or nothing that can be kept
		return err
	}
	file, err := CreateWith(b.path, map[string]steps.Entries{plan: steps.EntriesOf(entries)})
	if HasCode(err, FileExists) {
		file, err = Open(b.path)
	}
	if err != nil {
		b.kept = NewMemory()
		return err
	}
	b.kept, b.begun = file, true
	return nil
}

// Close lets go of the file, if it was made.
func (b *beginning) Close() error { return b.now().Close() }
