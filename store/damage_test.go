package store_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// damages are the ways a file goes wrong: each changes a copy at a place that chance gives.
var damages = []struct {
	name string
	do   func(b []byte, r *rand.Rand) []byte
}{
	{"a bit flips", func(b []byte, r *rand.Rand) []byte {
		b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		return b
	}},
	{"a bit flips in the head of a page", func(b []byte, r *rand.Rand) []byte {
		b[r.IntN(len(b)/pageSize)*pageSize+r.IntN(80)] ^= 1 << r.IntN(8)
		return b
	}},
	{"a number changes in the head of a page", func(b []byte, r *rand.Rand) []byte {
		at := r.IntN(len(b)/pageSize)*pageSize + 2*r.IntN(40)
		binary.LittleEndian.PutUint16(b[at:], uint16(r.IntN(len(b)/pageSize)))
		return b
	}},
	{"a pointer goes wild", func(b []byte, r *rand.Rand) []byte {
		at := r.IntN(len(b)/pageSize)*pageSize + 8*r.IntN(20)
		binary.LittleEndian.PutUint64(b[at:], r.Uint64()>>r.IntN(64))
		return b
	}},
	{"a page is zeroed", func(b []byte, r *rand.Rand) []byte {
		at := r.IntN(len(b)/pageSize) * pageSize
		clear(b[at : at+pageSize])
		return b
	}},
	{"a page is that of another place", func(b []byte, r *rand.Rand) []byte {
		from, to := r.IntN(len(b)/pageSize)*pageSize, r.IntN(len(b)/pageSize)*pageSize
		copy(b[to:to+pageSize], b[from:])
		return b
	}},
	{"the tail is zeroed", func(b []byte, r *rand.Rand) []byte {
		clear(b[r.IntN(len(b)):])
		return b
	}},
	{"the file is cut", func(b []byte, r *rand.Rand) []byte { return b[:r.IntN(len(b))] }},
}

// cases is how many of the cases that chance gives a test takes.
func cases(all int) int {
	if storetest.Long {
		return all
	}
	return all / 4
}

// sample makes a file with everything a file can have: branches, leaves that overflow, a plan small
// enough to live inside a leaf, and a free list.
func sample(t testing.TB) (content []byte, plans map[string][]steps.Entry) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.db")
	s := must(store.Create(path))(t)
	plans = map[string][]steps.Entry{"plan": storetest.Fill(t, s, "plan", 60), "klein": storetest.Fill(t, s, "klein", 2)}
	long := storetest.Entry(61, strings.Repeat("een lang verslag ", 600))
	if err := s.Append("plan", 60, long); err != nil {
		t.Fatal(err)
	}
	plans["plan"] = append(plans["plan"], long)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return bytesOf(t, path), plans
}

// Whatever happens to a file: it is refused, or it names the first bad entry, or everything is there. It
// never crashes, hangs or gives fewer answers without a word; and what is taken can be written to.
func TestRandomDamage(t *testing.T) {
	content, plans := sample(t)
	r := rand.New(rand.NewPCG(2026, 9))
	path := filepath.Join(t.TempDir(), "damaged.db")
	outcomes := map[string]int{}
	for _, damage := range damages {
		for i := range cases(100) {
			b := damage.do(slices.Clone(content), r)
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			outcome, err := outcomeOf(path, plans)
			if err != nil {
				t.Errorf("%s, case %d: %v", damage.name, i, err)
			}
			outcomes[outcome]++
		}
	}
	t.Log(outcomes)
	for _, outcome := range []string{"refused", "named", "whole"} {
		if outcomes[outcome] == 0 {
			t.Errorf("no damage ended in %q: %v", outcome, outcomes)
		}
	}
}

// outcomeOf opens a damaged file in every way, and says how that ended; an error is what must never be.
func outcomeOf(path string, plans map[string][]steps.Entry) (string, error) {
	_, readErr := store.OpenReadOnly(path)
	s, err := store.Open(path)
	if (readErr == nil) != (err == nil) {
		return "", fmt.Errorf("reading says %v, writing %v", readErr, err)
	}
	if err != nil {
		if _, ok := err.(*store.Error); !ok {
			return "", err
		}
		if store.HasCode(err, store.EntryDamaged) {
			return "named", nil
		}
		return "refused", nil
	}
	defer s.Close()
	for plan, want := range plans {
		got, err := s.Load(plan)
		after := s.Append(plan, uint64(len(want)), storetest.Entry(1000, "nieuw"))
		if err != nil || !storetest.Same(got.List(), want) || after != nil {
			return "", fmt.Errorf("plan %s: %d entries of %d, %v; append: %v", plan, got.Len(), len(want), err, after)
		}
	}
	return "whole", holdsAll(path, s, plans)
}

// holdsAll says whether everything and the entry after it stand in the file, and the file is sound.
func holdsAll(path string, s store.Store, plans map[string][]steps.Entry) error {
	s.Close()
	checked, err := store.Check(path)
	if err != nil {
		return err
	}
	for plan, want := range plans {
		got, err := checked.Load(plan)
		if err != nil || got.Len() != len(want)+1 || !storetest.Same(got.First(len(want)).List(), want) {
			return fmt.Errorf("after an append plan %s has %d entries, %v", plan, got.Len(), err)
		}
	}
	return nil
}
