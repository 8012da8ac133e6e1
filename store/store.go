// Package store keeps the journals of plans. The one durable engine is a bbolt file; a second one lives
// in memory.
//
// The rules of this room:
//   - A file is looked at (look.go) before bbolt opens it, and every refusal leaves its bytes as they were.
//   - Saved means: Append returned nil. Then the entry is synced, in the file that stands at the path.
//   - What a reader is told about a fault has a code and values (errors.go), and its words elsewhere.
//   - A file of an older format is read as it stands. The first entry that is added to it brings it to the newest, after
//     a copy of it was put beside it (migrate.go).
//
// A file holds two buckets: "stappenplan", with the format version under "format", and "plans", with a
// bucket for each plan. There the key is the number of an entry, from 1, and the value the entry with its
// seal (chain.go). The sequence of a plan's bucket is the number of its last entry, that of "plans" the
// number of plans.
//
// That has been so in every format. The number grows when entries may hold what an older program cannot replay, so that
// such a program refuses the file whole:
//   - 1: the first.
//   - 2: entries may hold decisions.
//   - 3: entries may hold actions and voices, and members what they know and like.
//   - 4: entries may hold rows and settings of sheets.
//   - 5: entries, and rounds, may say with which edition of the catalogue they began.
//   - 6: entries may say that something was erased.
//   - 7: the entries are encrypted (encrypted.go); a file whose entries lie open is of format 6 still.
package store

import (
	"bytes"
	"fmt"
	"slices"

	"stappenplan/steps"
)

// Store keeps the journals of one or more plans. Its methods may be called at the same time.
type Store interface {
	// Plans lists the ids of the plans that have entries, sorted.
	Plans() ([]string, error)

	// Load gives the entries of a plan in order, not yet decoded; a plan that is not there has none. When one is damaged
	// it gives those before it, and an error with the code [EntryDamaged]. A file that was taken away or
	// replaced since it was opened has the code [FileRemoved] or [FileReplaced].
	Load(plan string) (steps.Entries, error)

	// Append saves entries as the numbers from last+1 on, last being the number the writer saw: all of them, or none. When
	// another writer was first the error has the code [Conflict]. After any other error the same call may be made
	// again: entries that turn out to stand there already are saved, not doubled.
	Append(plan string, last uint64, entries ...steps.Entry) error

	// Close lets go of the file. What is called after it fails.
	Close() error
}

const (
	programBucket = "stappenplan"
	formatKey     = "format"
	plansBucket   = "plans"

	keyKey = "key" // of a file that is encrypted: its key, under a passphrase

	format          = 6 // what this program writes
	encryptedFormat = 7 // what it writes where the entries are encrypted, and the newest it reads
)

// encode makes the bytes of entries, and refuses what no engine could keep.
func encode(plan string, entries ...steps.Entry) (encoded [][]byte, err error) {
	if !steps.ValidID(plan) {
		return nil, fmt.Errorf("append to plan %q: not an id", plan)
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("append to plan %s: no entries", plan)
	}
	for _, e := range entries {
		if e.ID == "" {
			return nil, fmt.Errorf("append to plan %s: an entry without an id", plan)
		}
		json, err := e.Encode()
		if err != nil {
			return nil, err
		}
		encoded = append(encoded, json)
	}
	return encoded, nil
}

// endsWith says whether a plan ends with these entries, the last of which would have this number.
func endsWith(encoded [][]byte, number uint64, kept func(number uint64) ([]byte, error)) bool {
	for _, json := range slices.Backward(encoded) {
		if own, err := kept(number); err != nil || !bytes.Equal(own, json) {
			return false
		}
		number--
	}
	return true
}
