package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"runtime"
	"slices"

	"stappenplan/steps"
	"stappenplan/store/passphrase"
)

// A bbolt file is a row of pages. The first two are headers, of which the one with the higher transaction
// number counts. It points to the free list and to the root of the tree: a page of branches or leaves,
// where a leaf is a record or a bucket with a tree of its own, small ones inside the leaf itself.
const (
	branchKind   = 0x01
	leafKind     = 0x02
	headerKind   = 0x04
	freelistKind = 0x10

	pageHeader = 16 // id 8, kind 2, count 2, overflow 4
	element    = 16 // branch: position 4, key 4, page 8; leaf: kind 4, position 4, key 4, value 4
	bucketHead = 16 // root page 8 (0: inside the leaf), sequence 8

	boltMagic   = 0xED0CDAED
	boltVersion = 2

	smallestPage = 1 << 10
	largestPage  = 64 << 10
	usualPage    = 4 << 10

	minSize  = 16 << 10
	maxSize  = 256 << 20
	maxDepth = 32 // branches and buckets within each other; this program needs less than ten
)

// bucket holds the contents of a bucket. Keys and values point into the bytes of the file.
type bucket struct {
	sequence uint64
	records  []record
	buckets  map[string]*bucket
	chain    steps.Entries // of a plan that was checked, instead of its records
}

type record struct{ key, value []byte }

// all gives the records in order.
func (b *bucket) all(yield func(key, value []byte) bool) {
	for _, r := range b.records {
		if !yield(r.key, r.value) {
			return
		}
	}
}

// look proves a copy in memory of a bbolt file sound, and gives its root bucket: both headers whole, every
// page of its kind, used exactly once or free, and all keys in order. bbolt itself, given a file that is
// not, may crash beyond recovery, run for ever, show an older state or destroy answers.
func look(b []byte) (root *bucket, err error) {
	err = damageIn(func() {
		im, head := newImage(b)
		im.claimFree(head.freelist)
		read := im.bucket(head.root, nil, 0)
		for id, used := range im.used {
			require(used, "page %d is lost", id)
		}
		root = read
	})
	return root, err
}

// damageIn is the damage at which reading stopped. A number that points outside the file ends in a slice
// out of bounds: that is damage too, and much shorter than testing each number before it is used.
func damageIn(read func()) (damage error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Error:
			damage = r
		case runtime.Error:
			damage = fault(FileDamaged, "", errors.New(r.Error()))
		default:
			panic(r)
		}
	}()
	read()
	return nil
}

// require stops the look unless what must hold holds.
func require(holds bool, otherwise string, values ...any) {
	if !holds {
		panic(fault(FileDamaged, "", fmt.Errorf(otherwise, values...)))
	}
}

func number16(b []byte) int    { return int(binary.LittleEndian.Uint16(b)) }
func number32(b []byte) int    { return int(binary.LittleEndian.Uint32(b)) }
func number64(b []byte) uint64 { return binary.LittleEndian.Uint64(b) }

// header holds the fields of a header page.
type header struct {
	pageSize                     int
	root                         []byte // the head of the root bucket
	freelist, pages, transaction uint64
}

// isBolt says whether bytes begin with a header page, whole or not.
func isBolt(b []byte) bool {
	return len(b) >= pageHeader+4 && binary.LittleEndian.Uint32(b[pageHeader:]) == boltMagic
}

// hasHeader says whether a file that begins with these bytes is a bbolt file, be it a damaged one: whether a header stands
// at one of its two places. The second depends on the size of a page.
func hasHeader(b []byte) bool {
	for size := smallestPage; size <= largestPage && size < len(b); size *= 2 {
		if isBolt(b[size:]) {
			return true
		}
	}
	return isBolt(b)
}

// pageSizeOf is the size of a page as the first header tells, or the usual one.
func pageSizeOf(b []byte) int {
	if size := number32(b[pageHeader+8:]); size >= smallestPage && size <= largestPage && size&(size-1) == 0 {
		return size
	}
	return usualPage
}

// readHeader reads one of the two header pages.
func readHeader(p page, id uint64) header {
	content := p[pageHeader:]
	sum := fnv.New64a()
	sum.Write(content[:56])
	whole := isBolt(p) && number64(content[56:]) == sum.Sum64()
	if whole && number32(content[4:]) > boltVersion { // not where a bit of the number flipped
		panic(fault(FileNewer, "", nil))
	}
	require(whole && number32(content[4:]) == boltVersion && p.id() == id && p.kind() == headerKind, "header %d", id)
	return header{number32(content[8:]), content[16:32], number64(content[32:]), number64(content[40:]), number64(content[48:])}
}

// image is a file in memory, with the pages that were met.
type image struct {
	bytes    []byte
	pageSize int
	used     []bool
	met      int  // bytes of elements and their keys, so far
	tolerant bool // what is damaged is passed over, for a salvage
}

// newImage reads the headers: both, because bbolt does with one and would then leave out the newest answer.
func newImage(b []byte) (*image, header) {
	if passphrase.IsEncrypted(b) {
		panic(fault(FileUnderPassphrase, "", nil))
	}
	if !hasHeader(b) {
		panic(fault(FileForeign, "", nil, "size", decimal(len(b))))
	}
	if len(b) < minSize {
		panic(fault(FileCut, "", nil, "size", decimal(len(b)), "expected", decimal(minSize)))
	}
	size := pageSizeOf(b)
	head, second := readHeader(b[:size], 0), readHeader(b[size:][:size], 1)
	require(head.pageSize == size && second.pageSize == size, "pages of %d and %d bytes", head.pageSize, second.pageSize) // either is written on from
	if second.transaction > head.transaction {
		head = second
	}
	require(head.pages >= 4 && head.pages <= maxSize/smallestPage, "%d pages", head.pages)
	if expected := int(head.pages) * size; expected > len(b) {
		panic(fault(FileCut, "", nil, "size", decimal(len(b)), "expected", decimal(expected)))
	}
	return imageOf(b, size, head), head
}

func imageOf(b []byte, pageSize int, head header) *image {
	im := &image{bytes: b, pageSize: pageSize, used: make([]bool, head.pages)}
	im.used[0], im.used[1] = true, true
	return im
}

// part reads a part of the tree. The look ends at the first damage; a salvage goes on with the next part.
func (im *image) part(read func()) {
	if im.tolerant {
		_ = damageIn(read)
		return
	}
	read()
}

// meet counts the bytes of elements or of a key: of these a file holds no more than fit in it.
func (im *image) meet(n int) {
	im.met += n
	require(im.met <= len(im.bytes), "more elements than fit in the file")
}

// claim marks a page as used, once.
func (im *image) claim(id uint64) {
	require(!im.used[id], "page %d is used twice", id)
	im.used[id] = true
}

// take gives a page with what it overflows into, of one of the given kinds.
func (im *image) take(id uint64, kinds ...int) page {
	p := page(im.bytes[int(id)*im.pageSize:])
	whole := false
	for _, kind := range kinds {
		whole = whole || p.kind() == kind
	}
	require(whole && p.id() == id, "page %d is something else", id)
	if im.tolerant { // a wild length would take the pages of others
		im.claim(id)
		return p
	}
	length := p.overflow() + 1
	for i := range length {
		im.claim(id + uint64(i))
	}
	return slices.Clip(p[:length*im.pageSize]) // what lies behind is not its own
}

// claimFree marks the pages of the free list.
func (im *image) claimFree(id uint64) {
	p := im.take(id, freelistKind)
	count, at := p.count(), pageHeader
	if count == 0xFFFF { // more than fits in the count: then the first number is it
		count, at = int(number64(p[at:])), at+8
	}
	for range count {
		im.claim(number64(p[at:]))
		at += 8
	}
}

// bucket reads a bucket: its head, and for a small one the page that follows inside the leaf.
func (im *image) bucket(head []byte, inside page, depth int) *bucket {
	b := &bucket{sequence: number64(head[8:]), buckets: map[string]*bucket{}}
	im.part(func() {
		if root := number64(head); root != 0 {
			im.tree(im.take(root, branchKind, leafKind), span{}, b, depth)
			return
		}
		require(len(inside) >= pageHeader && inside.kind() == leafKind, "a small bucket without leaves")
		im.leaves(inside, span{}, b, depth)
	})
	return b
}

func (im *image) tree(p page, within span, into *bucket, depth int) {
	require(depth <= maxDepth, "more than %d deep", maxDepth)
	if p.kind() == leafKind {
		im.leaves(p, within, into, depth)
		return
	}
	require(p.count() > 0, "page %d has no branches", p.id())
	for i := range p.count() {
		im.meet(element)
		im.part(func() {
			child := im.take(p.branchPage(i), branchKind, leafKind)
			im.tree(child, im.branch(p, i, &within), into, depth+1)
		})
	}
}

// branch is where the keys below a branch may lie. A salvage does not ask: the seals of the entries say more.
func (im *image) branch(p page, i int, within *span) span {
	if im.tolerant {
		return span{}
	}
	key, below := p.branchKey(i), within.below
	if i+1 < p.count() {
		below = p.branchKey(i + 1)
	}
	require(within.holds(key), "branch %d of page %d is out of order", i, p.id())
	within.after = key
	return span{from: key, below: below}
}

func (im *image) leaves(p page, within span, into *bucket, depth int) {
	require(depth <= maxDepth, "more than %d deep", maxDepth)
	for i := range p.count() {
		im.meet(element)
		im.part(func() {
			kind, key, value := p.leaf(i)
			if !im.tolerant { // bbolt reads on behind a value, and leaves that out at the next writing
				value = slices.Clip(value)
			}
			im.meet(len(key))
			require((im.tolerant || within.holds(key)) && kind <= 1, "leaf %d of page %d is out of order", i, p.id())
			within.after = key
			if kind == 1 {
				into.buckets[string(key)] = im.bucket(value[:bucketHead], value[bucketHead:], depth+1)
				return
			}
			into.records = append(into.records, record{key, value})
		})
	}
}

// span is where a key may lie: from and after what came before, below what comes next (nil: no end).
type span struct{ from, after, below []byte }

func (s span) holds(key []byte) bool {
	return bytes.Compare(key, s.from) >= 0 && bytes.Compare(key, s.after) > 0 &&
		(s.below == nil || bytes.Compare(key, s.below) < 0)
}

// page is a page with all it overflows into, or the inside of a small bucket.
type page []byte

func (p page) id() uint64    { return number64(p) }
func (p page) kind() int     { return number16(p[8:]) }
func (p page) count() int    { return number16(p[10:]) }
func (p page) overflow() int { return number32(p[12:]) }

// element is the part of the page from an element on: its positions are counted from there.
func (p page) element(i int) []byte { return p[pageHeader+element*i:] }

func (p page) branchKey(i int) []byte {
	e := p.element(i)
	return e[number32(e):][:number32(e[4:])]
}

func (p page) branchPage(i int) uint64 { return number64(p.element(i)[8:]) }

func (p page) leaf(i int) (kind int, key, value []byte) {
	e := p.element(i)
	content := e[number32(e[4:]):]
	length := number32(e[8:])
	return number32(e), content[:length], content[length:][:number32(e[12:])]
}
