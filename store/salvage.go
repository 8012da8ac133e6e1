package store

import (
	"cmp"
	"maps"
	"os"
	"slices"
	"strings"

	"stappenplan/steps"
)

// Salvaged holds the readable part of a damaged file.
type Salvaged struct {
	Plans   []SalvagedPlan // by id, those of which nothing is whole among them
	Missing int            // how many plans more the file counts
	Older   bool           // a header is damaged, so that what was kept last may be missing

	lock lock
}

// SalvagedPlan is the readable part of a plan.
type SalvagedPlan struct {
	ID      string
	Entries steps.Entries // the unbroken chain from number 1 on
	Last    uint64        // the number of the last entry that was kept, as far as that can be told
}

// Damaged says whether an error is one of which [Salvage] may bring out what is whole.
func Damaged(err error) bool {
	return slices.ContainsFunc([]string{EntryDamaged, FileDamaged, FileCut, FileForeign}, func(code string) bool { return HasCode(err, code) })
}

// Salvage reads what is whole of a damaged file: the entries up to the first whose seal is broken, or that no readable
// page holds. It changes nothing and takes no lock. What is not to be read at all is an error, as of [OpenReadOnly]; a
// file of another program, or with nothing whole, has no plans with entries.
func Salvage(path string) (Salvaged, error) {
	f, b, err := openWhole(path, os.O_RDONLY)
	if err != nil {
		return Salvaged{}, err
	}
	f.Close()
	return salvage(b), nil
}

// salvage reads under both headers. A journal only grows, so of what they lead to the longer chain is the later one;
// under the newer header it may be shorter, where a page of it is damaged.
func salvage(b []byte) Salvaged {
	heads := wholeHeaders(b)
	var locked lock
	found, counted := map[string]SalvagedPlan{}, uint64(0)
	for _, head := range heads {
		root := readUnder(b, head)
		own, plans := root.buckets[programBucket], root.buckets[plansBucket]
		if own != nil && HasCode(checkFormat(own), FileNewer) { // before, it was perhaps of this version
			return Salvaged{}
		}
		if plans == nil {
			continue
		}
		if own != nil && locked.wrapped == nil {
			locked.wrapped = own.key()
		}
		counted = max(counted, plausible(plans.sequence, b))
		for id, kept := range plans.buckets {
			if !steps.ValidID(id) { // that of a plan whose name is damaged
				continue
			}
			entries, _ := readChain(id, kept.all, kept.sequence)
			plan := found[id]
			if entries.Len() > plan.Entries.Len() {
				plan.Entries = entries
			}
			plan.ID, plan.Last = id, max(plan.Last, plausible(kept.sequence, b), uint64(plan.Entries.Len()))
			found[id] = plan
		}
	}
	return Salvaged{
		Plans:   slices.SortedFunc(maps.Values(found), func(a, b SalvagedPlan) int { return strings.Compare(a.ID, b.ID) }),
		Missing: max(0, int(counted)-len(found)),
		Older:   len(heads) < 2,
		lock:    locked,
	}
}

// plausible is a number that a file says of what it holds, or 0 where that would not fit in it.
func plausible(n uint64, b []byte) uint64 {
	if n > uint64(len(b)/element) {
		return 0
	}
	return n
}

// wholeHeaders are the headers whose sum holds, the newest first. The size of a page is that which a header itself says:
// the first may be damaged.
func wholeHeaders(b []byte) (heads []header) {
	read := func(id uint64, size int) {
		_ = damageIn(func() {
			head := readHeader(b[int(id)*size:], id)
			if (id == 0 || head.pageSize == size) && head.pages >= 4 && head.pages <= maxSize/smallestPage {
				heads = append(heads, head)
			}
		})
	}
	read(0, 0)
	for size := smallestPage; size <= largestPage; size *= 2 {
		read(1, size)
	}
	slices.SortStableFunc(heads, func(a, b header) int { return cmp.Compare(b.transaction, a.transaction) })
	return heads
}

// readUnder reads what a header leads to, and passes over what is damaged.
func readUnder(b []byte, head header) *bucket {
	im := imageOf(b, head.pageSize, head)
	im.tolerant = true
	return im.bucket(head.root, nil, 0)
}
