package store_test

import (
	"encoding/binary"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"stappenplan/store"
)

// TestEveryDamageOfAPage is the table of what bbolt by itself would crash on, run for ever on, or pass over in silence. Each is
// refused before bbolt sees it, the file stays as it was, and what a salvage gives of it is what was there.
func TestEveryDamageOfAPage(t *testing.T) {
	path, entries := made(t, 300)
	content := bytesOf(t, path)
	branch, leaf, free := lastPage(t, path, "branch"), lastPage(t, path, "leaf"), lastPage(t, path, "free")
	list := lastPage(t, path, "freelist")
	put16, put32, put64 := binary.LittleEndian.PutUint16, binary.LittleEndian.PutUint32, binary.LittleEndian.PutUint64
	const kind, count, overflow, first = 8, 10, 12, 16 // where they stand in a page
	for name, c := range map[string]struct {
		do   func(b []byte)
		code string
	}{
		"a leaf of another kind":          {func(b []byte) { put16(b[leaf+kind:], 0x10) }, store.FileDamaged},
		"a leaf with another number":      {func(b []byte) { put64(b[leaf:], 7) }, store.FileDamaged},
		"a leaf of no kind":               {func(b []byte) { put16(b[leaf+kind:], 0) }, store.FileDamaged},
		"fewer entries on the last leaf":  {func(b []byte) { put16(b[leaf+count:], binary.LittleEndian.Uint16(b[leaf+count:])-1) }, store.EntryDamaged},
		"more entries on the last leaf":   {func(b []byte) { put16(b[leaf+count:], 60_000) }, store.FileDamaged},
		"a leaf that goes on too far":     {func(b []byte) { put32(b[leaf+overflow:], 1<<30) }, store.FileDamaged},
		"a value longer than the file":    {func(b []byte) { put32(b[leaf+first+12:], 1<<30) }, store.FileDamaged},
		"a shorter value":                 {func(b []byte) { put32(b[leaf+first+12:], 40) }, store.EntryDamaged},
		"a key of nothing":                {func(b []byte) { put32(b[leaf+first+8:], 0) }, store.FileDamaged},
		"an element of another kind":      {func(b []byte) { put32(b[leaf+first:], 2) }, store.FileDamaged},
		"an entry taken for a bucket":     {func(b []byte) { put32(b[leaf+first:], 1) }, store.FileDamaged},
		"a branch that leads to itself":   {func(b []byte) { put64(b[branch+first+8:], uint64(branch/pageSize)) }, store.FileDamaged},
		"a branch to a free page":         {func(b []byte) { put64(b[branch+first+8:], uint64(free/pageSize)) }, store.FileDamaged},
		"a branch to nowhere":             {func(b []byte) { put64(b[branch+first+8:], 1<<40) }, store.FileDamaged},
		"a branch to a header":            {func(b []byte) { put64(b[branch+first+8:], 1) }, store.FileDamaged},
		"two branches to one leaf":        {func(b []byte) { copy(b[branch+first+8:][:8], b[branch+first+16+8:][:8]) }, store.FileDamaged},
		"a branch without a key":          {func(b []byte) { put32(b[branch+first+16+4:], 0) }, store.FileDamaged},
		"a branch without branches":       {func(b []byte) { put16(b[branch+count:], 0) }, store.FileDamaged},
		"a free list of another kind":     {func(b []byte) { put16(b[list+kind:], 2) }, store.FileDamaged},
		"a page in use that is said free": {func(b []byte) { put64(b[list+first:], uint64(leaf/pageSize)) }, store.FileDamaged},
		"a free page far away":            {func(b []byte) { put64(b[list+first:], 1<<40) }, store.FileDamaged},
		"a free page that is a header":    {func(b []byte) { put64(b[list+first:], 0) }, store.FileDamaged},
		"a free page that is not told of": {func(b []byte) { put16(b[list+count:], 0) }, store.FileDamaged},
		"the tail zeroed":                 {func(b []byte) { clear(b[min(leaf, branch):]) }, store.FileDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			b := slices.Clone(content)
			c.do(b)
			refuses(t, written(t, b), c.code)
			for _, plan := range store.SalvageBytes(b).Plans {
				if !isPrefix(plan.Entries.List(), entries) {
					t.Errorf("a salvage gives what was not there")
				}
			}
		})
	}
}

// lastPage is where the last page of a kind begins in a file that nobody has open.
func lastPage(t *testing.T, path, kind string) (at int) {
	t.Helper()
	db, err := bolt.Open(path, 0, &bolt.Options{ReadOnly: true, PreLoadFreelist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		for id := 2; ; id++ {
			p, err := tx.Page(id)
			if err != nil || p == nil {
				return err
			}
			if p.Type == kind && p.Count > 0 || p.Type == "free" && kind == "free" {
				at = id * pageSize
			}
		}
	})
	if err != nil || at == 0 {
		t.Fatalf("no page is a %s: %v", kind, err)
	}
	return at
}

// A small plan stands within the value of a leaf. Where that is said to be shorter, bbolt reads on behind it, and leaves the end of the
// plan out at the next writing.
func TestRefusesASmallPlanThatIsSaidToBeShorter(t *testing.T) {
	path, _ := made(t, 2)
	content := bytesOf(t, path)
	for page := 2 * pageSize; page < len(content); page += pageSize {
		b := slices.Clone(content)
		if length := binary.LittleEndian.Uint32(b[page+28:]); b[page+8] == 2 && length > 300 { // a leaf with the plan in it
			binary.LittleEndian.PutUint32(b[page+28:], length-2)
			if _, err := store.OpenReadOnly(written(t, b)); err != nil { // the one that the newer header leads to
				refuses(t, written(t, b), store.FileDamaged)
				return
			}
		}
	}
	t.Error("it was taken")
}

// The kind of a header is not among what its sum is of.
func TestRefusesAHeaderOfAnotherKind(t *testing.T) {
	path, _ := made(t, 3)
	for _, header := range []int{0, pageSize} {
		b := bytesOf(t, path)
		b[header+8] |= 8
		refuses(t, written(t, b), store.FileDamaged)
	}
}
