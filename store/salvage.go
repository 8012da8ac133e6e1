package store

import (
	"cmp"
	"crypto/sha256"
	"maps"
	"os"
	"slices"

	"stappenplan/steps"
)

// Salvaged holds the readable part of a damaged file.
type Salvaged struct {
	Plans   []SalvagedPlan // by id, those of which nothing is whole among them
	Missing int            // how many plans more the file counts
	Erased  Erased         // what was erased whole from it
	Older   bool           // the newest state cannot be read, so that what was kept last may be missing

	lock lock
}

// SalvagedPlan is the readable part of a plan.
type SalvagedPlan struct {
	ID      string
	Entries steps.Entries // the unbroken chain from number 1 on
	Last    uint64        // the number of the last entry that was kept, as far as that can be told
	Later   int           // how many entries behind that chain stand there as they were written; what came before them does not
	Filled  []uint64      // which entries of the chain came from copies of the file
}

// Damaged says whether an error is one of which [Salvage] may bring out what is whole.
func Damaged(err error) bool {
	return slices.ContainsFunc([]string{EntryDamaged, FileDamaged, FileCut, FileForeign}, func(code string) bool { return HasCode(err, code) })
}

// Salvage reads what is whole of a damaged file: of each plan the entries up to the first whose seal is broken, or that no page
// holds. The ids are those that a plan is likely to have where no page tells. It changes nothing and takes no lock. What is not to be
// read at all is an error, as of [OpenReadOnly]; a file of another program, or with nothing whole, has no plans with entries.
func Salvage(path string, ids ...string) (Salvaged, error) { return SalvageWith(path, nil, ids...) }

// SalvageWith is [Salvage] of a file of which there are sound copies too. What is damaged may stand in one of them: the seals prove that what the file
// itself holds behind it follows on. What the copies hold behind the last entry of the file is not among it.
func SalvageWith(path string, copies []*Copy, ids ...string) (Salvaged, error) {
	f, b, err := openWhole(path, os.O_RDONLY)
	if err != nil {
		return Salvaged{}, err
	}
	f.Close()
	return salvage(b, copies, ids...), nil
}

// salvage reads under both headers, and then every page, whatever leads to it: what a damaged page led to may be whole.
func salvage(b []byte, copies []*Copy, ids ...string) Salvaged {
	heads := wholeHeaders(b)
	loose := readLoose(b, heads, ids)
	found := Salvaged{Older: len(heads) < 2}
	plans, counted := map[string]*keptPlan{}, uint64(0)
	for id, last := range loose.last {
		plans[id] = &keptPlan{values: values{}, loose: plausible(last, b)}
	}
	var owns []*bucket // what the file says of itself, the newest first
	for i, head := range heads {
		root := readUnder(b, head)
		if own := root.buckets[programBucket]; own != nil {
			owns = append(owns, own)
		}
		all := root.buckets[plansBucket]
		if all == nil {
			found.Older = found.Older || i == 0
			continue
		}
		counted = max(counted, plausible(all.sequence, b))
		for id, kept := range all.buckets {
			if !steps.ValidID(id) { // that of a plan whose name is damaged
				continue
			}
			if plans[id] == nil {
				plans[id] = &keptPlan{values: values{}}
			}
			plans[id].add(kept, plausible(kept.sequence, b), i == 0)
		}
	}
	for _, own := range append(owns, loose.own...) {
		if HasCode(checkFormat(own), FileNewer) { // before, it was perhaps of this version
			return Salvaged{}
		}
		if found.lock.wrapped == nil {
			found.lock.wrapped = own.key()
		}
		found.Erased = append(found.Erased, own.erased()...)
	}
	for _, id := range slices.Sorted(maps.Keys(plans)) {
		plan := plans[id]
		entries, filled := chainAmong(id, plan.values, loose.values, valuesOf(copies, id), 3*len(b)) // what a file holds is met so many times at most
		n := uint64(entries.Len())
		if n == 0 && !plan.led {
			continue
		}
		found.Older = found.Older || plan.newest == 0 || plan.newest < n
		last := max(plan.lastNumber(), n)
		found.Plans = append(found.Plans, SalvagedPlan{id, entries, last, plan.standing(n+1, last, 3*len(b)), filled})
	}
	found.Missing = max(0, int(counted)-len(found.Plans))
	return found
}

// keptPlan is what is found of a plan, before its chain is followed.
type keptPlan struct {
	values values // those that a header leads to
	led    bool   // a header leads to it

	// The number of its last entry, as its bucket tells: under the newest header, under either, and on any page; 0 where none tells.
	newest, last, loose uint64
}

// add adds what a header leads to.
func (p *keptPlan) add(kept *bucket, last uint64, newest bool) {
	p.led, p.last = true, max(p.last, last)
	if newest {
		p.newest = last
	}
	for key, value := range kept.all {
		p.values.add(key, value)
	}
}

// lastNumber is the number of the last entry, as far as it is told.
func (p *keptPlan) lastNumber() uint64 {
	if p.newest > 0 {
		return p.last
	}
	return max(p.last, p.loose)
}

// values are what stands under the number of an entry, the newest first as far as that is known.
type values map[uint64][][]byte

func (v values) add(key, value []byte) {
	if n := numberOf(key); n != 0 {
		v[n] = append(v[n], value)
	}
}

// valuesOf are the entries of a plan in each of some sound copies, as they are kept.
func valuesOf(copies []*Copy, plan string) [][][]byte {
	all := make([][][]byte, len(copies))
	for i, c := range copies {
		before, entries := origin(plan), c.Plans()[plan]
		for n := uint64(1); n <= uint64(entries.Len()); n++ {
			line, _ := entries.Encoded(n)
			value := sealed(before, n, line)
			before = seal(value)
			all[i] = append(all[i], value)
		}
	}
	return all
}

// chainAmong gives the unbroken chain of a plan among the values that a header led to, and loose ones; and which of it copies fill in. A copy
// fills a hole where it leads back to an entry of the file: it may have gone on otherwise. It sums no more bytes of the file than so many: values
// that lie within each other would keep it busy for ever.
func chainAmong(plan string, led, loose values, copies [][][]byte, most int) (entries steps.Entries, filled []uint64) {
	var chain [][]byte
	before, sum := origin(plan), sha256.New()
	number := func() uint64 { return uint64(len(chain)) + 1 }
	follows := func(value []byte) bool {
		own, json, err := nextInChain(sum, before, number(), keyOf(number()), value)
		if err == nil {
			before, chain = own, append(chain, json)
		}
		return err == nil
	}
	inFile := func() bool {
		ours := func(value []byte) bool {
			most -= len(value)
			return most >= 0 && follows(value)
		}
		return slices.ContainsFunc(led[number()], ours) || slices.ContainsFunc(loose[number()], ours)
	}
	fills := func(copied [][]byte) bool {
		whole, last := len(chain), before
		for len(chain) < len(copied) && follows(copied[len(chain)]) {
			if last := number(); inFile() {
				for n := uint64(whole) + 1; n < last; n++ {
					filled = append(filled, n)
				}
				return true
			}
		}
		chain, before = chain[:whole], last
		return false
	}
	for inFile() || slices.ContainsFunc(copies, fills) {
		continue
	}
	return steps.EncodedEntries(chain), filled
}

// standing counts the entries from one number to another, among those that a header leads to, that follow on the seal of the one before, whatever
// became of the rest of that: each is as it was written. It sums no more bytes than so many.
func (p *keptPlan) standing(from, to uint64, most int) (n int) {
	sum := sha256.New()
	follows := func(number uint64, before, value []byte) bool {
		sealed, _, long := sealOf(before)
		if most -= len(value); !long || most < 0 {
			return false
		}
		_, _, err := nextInChain(sum, sealed, number, keyOf(number), value)
		return err == nil
	}
	for number := max(from, 2); number <= to; number++ {
		if slices.ContainsFunc(p.values[number-1], func(before []byte) bool {
			return slices.ContainsFunc(p.values[number], func(value []byte) bool { return follows(number, before, value) })
		}) {
			n++
		}
	}
	return n
}

// looseParts are what stands on the pages of a file, whatever leads to them: of any plan, in any state.
type looseParts struct {
	values values
	own    []*bucket         // what the file says of itself
	last   map[string]uint64 // the last number of a plan, or of what has a name like one

	pageSize int
	within   int // how many bytes of small buckets may still be read: those that lie within each other would have no end
}

// readLoose reads every page. The ids are plans whose name need not stand on one.
func readLoose(b []byte, heads []header, ids []string) looseParts {
	l := looseParts{values: values{}, last: map[string]uint64{}, pageSize: usualPage, within: len(b)}
	for _, id := range ids {
		l.last[id] = 0
	}
	if len(heads) > 0 {
		l.pageSize = heads[0].pageSize
	}
	for at := 0; at < len(b); at += l.pageSize {
		_ = damageIn(func() { l.leaf(b[at:], l.pageSize, l.add) })
	}
	return l
}

// leaf reads a page as one of leaves, the elements of which fit in a size, and passes over what is damaged.
func (l *looseParts) leaf(p page, size int, add func(kind int, key, value []byte)) {
	for i := range min(p.count(), size/element) {
		_ = damageIn(func() { add(p.leaf(i)) })
	}
}

// add adds an element of a page: an entry, or a bucket, of which a small one has its records with it.
func (l *looseParts) add(kind int, key, value []byte) {
	if kind != 1 {
		l.values.add(key, value)
		return
	}
	if id := string(key); steps.ValidID(id) {
		l.last[id] = max(l.last[id], number64(value[8:]))
	}
	inside := page(value[bucketHead:])
	require(len(inside) <= min(l.pageSize, l.within), "more small buckets than fit in the file")
	l.within -= len(inside)
	own := &bucket{}
	l.leaf(inside, len(inside), func(_ int, key, value []byte) {
		own.records = append(own.records, record{key, value})
		l.values.add(key, value)
	})
	if string(key) == programBucket && own.says(formatKey) != nil {
		l.own = append(l.own, own)
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
