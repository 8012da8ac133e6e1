package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"

	"stappenplan/steps"
)

// seal is the SHA-256 of the seal before, the key and the JSON of an entry. bbolt has no checksum on its
// data pages; this chain shows an entry that was altered, moved or lost.
type seal [sha256.Size]byte

// origin is the seal before the first entry of a plan: it ties the chain to the plan's id.
func origin(plan string) seal { return sha256.Sum256([]byte(plan)) }

// keyOf is the key of an entry: its number, so that bbolt keeps them in order.
func keyOf(number uint64) []byte { return binary.BigEndian.AppendUint64(nil, number) }

// numberOf is the number in a key, 0 when it is none.
func numberOf(key []byte) uint64 {
	if len(key) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key)
}

// sealed is the value kept for an entry: its seal, then its JSON.
func sealed(before seal, number uint64, json []byte) []byte {
	content := make([]byte, 0, len(before)+8+len(json))
	content = append(append(append(content, before[:]...), keyOf(number)...), json...)
	own := sha256.Sum256(content)
	return append(own[:], json...)
}

// sealOf is the seal a value begins with, and the JSON that follows; ok is false when it is too short.
func sealOf(value []byte) (s seal, json []byte, ok bool) {
	if len(value) < len(s) {
		return s, nil, false
	}
	return seal(value), value[len(s):], true
}

// readChain decodes the records of a plan: it stops at the first that is not the next entry of an
// unbroken chain, with an error that has its number. A chain that ends before its last number lacks one.
func readChain(plan string, records iter.Seq2[[]byte, []byte], last uint64) (entries []steps.Entry, err error) {
	before := origin(plan)
	for key, value := range records {
		number := uint64(len(entries)) + 1
		e, own, err := readRecord(before, number, key, value)
		if err != nil {
			return entries, damagedEntry(number, err)
		}
		before, entries = own, append(entries, e)
	}
	if n := uint64(len(entries)); n != last {
		return entries, damagedEntry(min(n, last)+1, fmt.Errorf("%d entries where the last number is %d", n, last))
	}
	return entries, nil
}

func readRecord(before seal, number uint64, key, value []byte) (e steps.Entry, own seal, err error) {
	if numberOf(key) != number {
		return e, own, fmt.Errorf("a gap before key %x", key)
	}
	if !follows(before, number, value) {
		return e, own, errors.New("the seal is broken")
	}
	own, json, _ := sealOf(value)
	e, err = steps.DecodeEntry(json)
	return e, own, err
}

// follows says whether a value is whole, and the entry with this number in its chain.
func follows(before seal, number uint64, value []byte) bool {
	own, json, ok := sealOf(value)
	return ok && seal(sealed(before, number, json)) == own
}

func damagedEntry(number uint64, cause error) *Error {
	return fault(EntryDamaged, "", cause, "entry", decimal(number), "whole", decimal(number-1))
}
