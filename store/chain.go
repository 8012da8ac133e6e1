package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
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
	own := sealOver(sha256.New(), before, number, json)
	return append(own[:], json...)
}

// sealOver is the seal of an entry, worked out with a sum that serves a whole chain.
func sealOver(sum hash.Hash, before seal, number uint64, json []byte) (own seal) {
	sum.Reset()
	sum.Write(before[:])
	sum.Write(keyOf(number))
	sum.Write(json)
	sum.Sum(own[:0])
	return own
}

// sealOf is the seal a value begins with, and the JSON that follows; ok is false when it is too short.
func sealOf(value []byte) (s seal, json []byte, ok bool) {
	if len(value) < len(s) {
		return s, nil, false
	}
	return seal(value), value[len(s):], true
}

// readChain gives the entries of a plan: it stops at the first that is not the next entry of an unbroken chain, with an
// error that has its number. A chain that ends before its last number lacks one.
func readChain(plan string, records iter.Seq2[[]byte, []byte], last uint64) (steps.Entries, error) {
	var chain [][]byte
	before, sum := origin(plan), sha256.New()
	for key, value := range records {
		number := uint64(len(chain)) + 1
		own, json, err := nextInChain(sum, before, number, key, value)
		if err != nil {
			return steps.EncodedEntries(chain), damagedEntry(number, err)
		}
		before, chain = own, append(chain, json)
	}
	entries := steps.EncodedEntries(chain)
	if n := uint64(len(chain)); n != last {
		return entries, damagedEntry(min(n, last)+1, fmt.Errorf("%d entries where the last number is %d", n, last))
	}
	return entries, nil
}

// nextInChain gives the seal and the JSON of a record, if that is whole and the entry with this number.
func nextInChain(sum hash.Hash, before seal, number uint64, key, value []byte) (own seal, json []byte, err error) {
	if numberOf(key) != number {
		return own, nil, fmt.Errorf("a gap before key %x", key)
	}
	said, json, long := sealOf(value)
	own = sealOver(sum, before, number, json)
	if !long || own != said {
		return own, nil, errors.New("the seal is broken")
	}
	return own, json, nil
}

func damagedEntry(number uint64, cause error) *Error {
	return fault(EntryDamaged, "", cause, "entry", decimal(number), "whole", decimal(number-1))
}
