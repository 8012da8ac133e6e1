package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"

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
	own, json := sealOver(before, number, json)
	return append(own[:], json...)
}

// sealOver is the seal of an entry, and a copy of its JSON.
func sealOver(before seal, number uint64, json []byte) (seal, []byte) {
	content := slices.Concat(before[:], keyOf(number), json)
	return sha256.Sum256(content), content[len(content)-len(json):]
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
func readChain(plan string, records iter.Seq2[[]byte, []byte], last uint64) ([]steps.Entry, error) {
	chain, broken := sealedChain(plan, records, last)
	entries, err := decodeAll(chain)
	return entries, cmp.Or(err, broken)
}

// sealedChain gives the JSON of the entries whose seals are whole, copied: the records may be cut underneath.
func sealedChain(plan string, records iter.Seq2[[]byte, []byte], last uint64) (chain [][]byte, err error) {
	before := origin(plan)
	for key, value := range records {
		number := uint64(len(chain)) + 1
		own, json, err := nextInChain(before, number, key, value)
		if err != nil {
			return chain, damagedEntry(number, err)
		}
		before, chain = own, append(chain, json)
	}
	if n := uint64(len(chain)); n != last {
		return chain, damagedEntry(min(n, last)+1, fmt.Errorf("%d entries where the last number is %d", n, last))
	}
	return chain, nil
}

// nextInChain gives the seal and the JSON of a record, if that is whole and the entry with this number.
func nextInChain(before seal, number uint64, key, value []byte) (own seal, json []byte, err error) {
	if numberOf(key) != number {
		return own, nil, fmt.Errorf("a gap before key %x", key)
	}
	said, json, long := sealOf(value)
	own, json = sealOver(before, number, json)
	if !long || own != said {
		return own, nil, errors.New("the seal is broken")
	}
	return own, json, nil
}

// stretch is how many entries are decoded at one go: fewer are not worth a goroutine.
const stretch = 512

// decodeAll decodes entries, stretches of a long journal beside each other, which is most of the time that opening it
// takes. Where one is no entry it gives those before it.
func decodeAll(chain [][]byte) ([]steps.Entry, error) {
	entries := make([]steps.Entry, len(chain))
	faults := make([]error, len(chain))
	var all sync.WaitGroup
	for start := 0; start < len(chain); start += stretch {
		all.Go(func() {
			i := start
			defer func() {
				if cause := recover(); cause != nil { // nobody else would catch it here
					faults[i] = fmt.Errorf("decode: %v", cause)
				}
			}()
			for ; i < min(start+stretch, len(chain)); i++ {
				entries[i], faults[i] = steps.DecodeEntry(chain[i])
			}
		})
	}
	all.Wait()
	if i := slices.IndexFunc(faults, func(err error) bool { return err != nil }); i >= 0 {
		return entries[:i], damagedEntry(uint64(i)+1, faults[i])
	}
	return entries, nil
}

func damagedEntry(number uint64, cause error) *Error {
	return fault(EntryDamaged, "", cause, "entry", decimal(number), "whole", decimal(number-1))
}
