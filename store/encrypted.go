package store

import (
	"bytes"
	"crypto/sha256"
	"errors"

	"stappenplan/steps"
	"stappenplan/store/passphrase"
)

// The entries of a file may be encrypted, one by one: then what follows a seal is not the JSON of an entry but what the key of the file made of
// it. The key stands in the file under a passphrase. So all that is done with a file without understanding its entries needs no
// passphrase: the look, the chain, a backup, keeping and putting back.

// Unlocker gives the key that stands wrapped in a file.
type Unlocker func(wrapped []byte) (*passphrase.Key, error)

// OpenKey opens the key that stands in the file at a path. A passphrase that is another has the code [PassphraseWrong].
func OpenKey(path string, wrapped []byte, phrase string) (*passphrase.Key, error) {
	key, err := passphrase.OpenKey(wrapped, phrase)
	switch {
	case errors.Is(err, passphrase.ErrWrong):
		return nil, fault(PassphraseWrong, path, err)
	case err != nil:
		return nil, fault(FileDamaged, path, err)
	}
	return key, nil
}

// Locked is the error of a file whose passphrase nobody gave.
func Locked(path string) error { return fault(FileEncrypted, path, nil) }

// Unlock makes that the entries of a store can be read and added to, and gives the key; nil where they lie open. Until then they have the code
// [FileEncrypted].
func Unlock(s Store, with Unlocker) (*passphrase.Key, error) {
	switch s := s.(type) {
	case *Protected:
		return Unlock(s.Store, with)
	case *beginning:
		return Unlock(s.now(), with)
	case *snapshot:
		return s.lock.unlock(with)
	case *boltStore:
		s.mutex.Lock()
		defer s.mutex.Unlock()
		return s.lock.unlock(with)
	}
	return nil, nil
}

// summed is a key as it stands in a file: after its SHA-256, so that damage to it is seen without a passphrase.
func summed(wrapped []byte) []byte {
	sum := sha256.Sum256(wrapped)
	return append(sum[:], wrapped...)
}

// key is the key that stands wrapped in a file, copied; nil where there is none, or a damaged one.
func (b *bucket) key() []byte {
	kept := b.says(keyKey)
	if len(kept) < sha256.Size || !bytes.Equal(kept, summed(kept[sha256.Size:])) {
		return nil
	}
	return bytes.Clone(kept[sha256.Size:])
}

// lock is what it takes to read the entries of a file.
type lock struct {
	wrapped []byte // nil where they lie open
	key     *passphrase.Key
}

func (l *lock) unlock(with Unlocker) (*passphrase.Key, error) {
	if l.wrapped == nil || l.key != nil {
		return l.key, nil
	}
	if with == nil {
		return nil, Locked("")
	}
	key, err := with(l.wrapped)
	if err == nil {
		l.key = key
	}
	return key, err
}

// closed is an error where the entries cannot be read.
func (l *lock) closed(path string) error {
	if l.wrapped != nil && l.key == nil {
		return Locked(path)
	}
	return nil
}

// opened are the entries of a plan, decrypted. Those before the first that cannot be are given with the error.
func (l *lock) opened(path, plan string, kept steps.Entries) (steps.Entries, error) {
	if err := l.closed(path); err != nil {
		return steps.Entries{}, err
	}
	if l.key == nil {
		return kept, nil
	}
	lines := make([][]byte, 0, kept.Len())
	for n := uint64(1); n <= uint64(kept.Len()); n++ {
		sealed, err := kept.Encoded(n)
		var text []byte
		if err == nil {
			text, err = l.key.Open(plan, n, sealed)
		}
		if err != nil {
			return steps.EncodedEntries(lines), at(path, damagedEntry(n, err))
		}
		lines = append(lines, text)
	}
	return steps.EncodedEntries(lines), nil
}

// sealedWith are lines as a key encrypts them; without a key they stay.
func sealedWith(key *passphrase.Key, plan string, last uint64, lines [][]byte) [][]byte {
	if key == nil {
		return lines
	}
	sealed := make([][]byte, len(lines))
	for i, line := range lines {
		sealed[i] = key.Seal(plan, last+uint64(i)+1, line)
	}
	return sealed
}

// Encrypted says whether the entries of a sound copy are encrypted.
func (c *Copy) Encrypted() bool { return c.Wrapped() != nil }

// Wrapped is the key of a sound copy as it stands in it, under its passphrase; nil where the entries lie open.
func (c *Copy) Wrapped() []byte { return c.root.buckets[programBucket].key() }

// SealedBy says whether a key, which may be under another passphrase by now, encrypted the entries of a sound copy.
func (c *Copy) SealedBy(key *passphrase.Key) bool {
	if key == nil || !c.Encrypted() {
		return false
	}
	for id, entries := range c.chains() {
		sealed, err := entries.Encoded(1)
		if err == nil {
			_, err = key.Open(id, 1, sealed)
		}
		return err == nil
	}
	return bytes.Equal(c.Wrapped(), key.Wrapped())
}

// opened are the plans of a sound copy, decrypted, and the key; nil where they lie open. The key learns what they were, so that what stays of
// them is kept as it was, in each copy of a file.
func (c *Copy) opened(with Unlocker) (Plans, *passphrase.Key, error) {
	own := lock{wrapped: c.Wrapped()}
	key, err := own.unlock(with)
	if err != nil {
		return nil, nil, at(c.path, err)
	}
	plans := c.chains()
	if key == nil {
		return plans, nil, nil
	}
	for id, kept := range plans {
		if plans[id], err = own.opened(c.path, id, kept); err != nil {
			return nil, nil, err
		}
		for n := uint64(1); n <= uint64(kept.Len()); n++ {
			text, _ := plans[id].Encoded(n)
			sealed, _ := kept.Encoded(n)
			key.Learn(id, n, text, sealed)
		}
	}
	return plans, key, nil
}

// Wrapped is the key of the file as it stands there; nil where the entries lie open.
func (s *Salvaged) Wrapped() []byte { return s.lock.wrapped }

// Unlock decrypts what was salvaged, and gives the key; nil where the entries lay open.
func (s *Salvaged) Unlock(with Unlocker) (*passphrase.Key, error) {
	key, err := s.lock.unlock(with)
	for i, plan := range s.Plans {
		if err == nil {
			s.Plans[i].Entries, _ = s.lock.opened("", plan.ID, plan.Entries) // those before the first that is damaged
		}
	}
	return key, err
}
