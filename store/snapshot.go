package store

import (
	"maps"
	"os"
	"slices"

	"stappenplan/steps"
)

// snapshot is the engine for reading only: the plans in a copy in memory that passed the look. It needs no
// lock, so it works while another copy of the program writes; it cannot be cut underneath; and it leaves
// no copy of what people said on a disk.
type snapshot struct {
	path  string
	plans map[string]*bucket
	lock  lock
}

// OpenReadOnly reads a file as it stands at this moment, also one that is open elsewhere or may not be
// written. Append is refused with the code [ReadOnly].
func OpenReadOnly(path string) (Store, error) {
	s, _, err := readSnapshot(path)
	if err != nil {
		return nil, err
	}
	return s, nil
}

func readSnapshot(path string) (*snapshot, []byte, error) {
	f, b, root, err := openSound(path, os.O_RDONLY)
	if err != nil {
		return nil, nil, err
	}
	f.Close()
	return snapshotOf(path, root), b, nil
}

func snapshotOf(path string, root *bucket) *snapshot {
	return &snapshot{path, root.buckets[plansBucket].buckets, lock{wrapped: root.buckets[programBucket].key()}}
}

// Plans lists the plans in the copy.
func (s *snapshot) Plans() ([]string, error) {
	if s.plans == nil {
		return nil, errClosed
	}
	return slices.Sorted(maps.Keys(s.plans)), nil
}

// Load gives the entries of a plan. Its chain was checked when the copy was made, which nothing can change since.
func (s *snapshot) Load(plan string) (steps.Entries, error) {
	if s.plans == nil {
		return steps.Entries{}, errClosed
	}
	return s.lock.opened(s.path, plan, s.plans[plan].entries())
}

// entries are those of a plan whose chain was checked; none where there is no such plan.
func (b *bucket) entries() steps.Entries {
	if b == nil {
		return steps.Entries{}
	}
	return b.chain
}

// Append is always refused.
func (s *snapshot) Append(string, uint64, ...steps.Entry) error { return fault(ReadOnly, s.path, nil) }

// Close forgets the copy.
func (s *snapshot) Close() error {
	s.plans = nil
	return nil
}
