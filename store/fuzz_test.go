package store_test

import (
	"encoding/binary"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"stappenplan/steps/stepstest"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// FuzzLook feeds the bytes of files that are whole, damaged or something else. What passes the look bbolt reads as the look did, and
// goes on with: nothing crashes it, and it finds nothing wrong.
func FuzzLook(f *testing.F) {
	content, plans := sample(f)
	f.Add(content)
	r := rand.New(rand.NewPCG(3, 4))
	for _, damage := range damages {
		f.Add(damage.do(slices.Clone(content), r))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "f.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		stepstest.Bounded(t, len(b), func() {
			if _, err := outcomeOf(path, plans); err != nil {
				t.Error(err)
			}
		})
	})
}

// FuzzLookBehindTheHeaders changes a whole file at places that are given, eight bytes at a time, and seals its headers anew: so the
// look has to see by the rest of it what is wrong. An older state that is whole may be shown then, and nothing that was not there.
func FuzzLookBehindTheHeaders(f *testing.F) {
	content, plans := sample(f)
	f.Add([]byte{})
	r := rand.New(rand.NewPCG(5, 6))
	for range 40 {
		var changes []byte
		for range 1 + r.IntN(3) {
			at := r.IntN(len(content)/pageSize)*pageSize + 8*r.IntN(12)
			changes = binary.LittleEndian.AppendUint32(changes, uint32(at))
			changes = binary.LittleEndian.AppendUint64(changes, r.Uint64()>>r.IntN(64))
		}
		f.Add(changes)
	}
	f.Fuzz(func(t *testing.T, changes []byte) {
		b := slices.Clone(content)
		for ; len(changes) >= 12; changes = changes[12:] {
			copy(b[int(binary.LittleEndian.Uint32(changes))%len(b):], changes[4:12])
		}
		for _, header := range [][]byte{b[16:80], b[pageSize+16 : pageSize+80]} {
			sum := fnv.New64a()
			sum.Write(header[:56])
			binary.LittleEndian.PutUint64(header[56:], sum.Sum64())
		}
		path := filepath.Join(t.TempDir(), "f.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		stepstest.Bounded(t, len(b), func() {
			s, err := store.Open(path)
			if err != nil {
				return
			}
			defer s.Close()
			for plan, all := range plans {
				got, err := s.Load(plan)
				if err != nil || !isPrefix(got.List(), all) {
					t.Fatalf("plan %s gives what was not there: %d entries, %v", plan, got.Len(), err)
				}
				if err := s.Append(plan, uint64(got.Len()), storetest.Entry(1000, "nieuw")); err != nil {
					t.Fatal(err)
				}
			}
			s.Close()
			if _, err := store.Check(path); err != nil {
				t.Fatal(err)
			}
			consistent(t, path)
		})
	})
}
