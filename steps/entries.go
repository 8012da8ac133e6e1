package steps

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
)

// Entries are entries in order, number 1 first, as they are kept: encoded, and decoded when they are looked at. Decoded, an
// entry of one change takes ten times the memory. They are a value: what is added to them is in the new ones only.
type Entries struct{ list []keptEntry }

// keptEntry is one of both.
type keptEntry struct {
	json  []byte
	entry *Entry
}

// has says whether the entry may hold a word of a journal: one that is encoded is not decoded for that.
func (k keptEntry) has(word []byte) bool { return k.entry != nil || bytes.Contains(k.json, word) }

// EntriesOf are entries that were not kept yet.
func EntriesOf(list []Entry) Entries {
	kept := make([]keptEntry, len(list))
	for i := range list {
		kept[i].entry = &list[i]
	}
	return Entries{kept}
}

// EncodedEntries are entries as [Entry.Encode] wrote them, which must not be changed. One that is no entry is found by
// [Entries.Replay].
func EncodedEntries(list [][]byte) Entries {
	kept := make([]keptEntry, len(list))
	for i, line := range list {
		kept[i].json = line
	}
	return Entries{kept}
}

// Len is the number of the last entry.
func (e Entries) Len() int { return len(e.list) }

// First are the first n entries.
func (e Entries) First(n int) Entries { return Entries{slices.Clip(e.list[:n])} }

// With are these entries and one more, as [Entry.Encode] wrote it. As with append, no other entry may be added to the same
// entries after that, but to those that [Entries.First] gives.
func (e Entries) With(line []byte) Entries {
	return Entries{append(e.list, keptEntry{json: line})}
}

// Entry is the entry with a number, decoded for the caller; without changes where it cannot be.
func (e Entries) Entry(number uint64) Entry {
	return e.list[number-1].decoded(newEntryDecoder)
}

// decoded is the entry for the caller, by a decoder that is asked for only where one is needed.
func (k keptEntry) decoded(decoder func() *entryDecoder) (entry Entry) {
	if k.entry != nil {
		entry = *k.entry
		entry.Changes = slices.Clone(entry.Changes)
	} else if decoder().decode(k.json, &entry) != nil {
		return Entry{}
	}
	return entry
}

// Encoded is the entry with a number as [Entry.Encode] writes it.
func (e Entries) Encoded(number uint64) ([]byte, error) { return e.list[number-1].encoded() }

func (k keptEntry) encoded() ([]byte, error) {
	if k.entry != nil {
		return k.entry.Encode()
	}
	return k.json, nil
}

// Same says whether others are the same, as they are kept.
func (e Entries) Same(others Entries) bool {
	return slices.EqualFunc(e.list, others.list, func(a, b keptEntry) bool { return a.entry == b.entry && bytes.Equal(a.json, b.json) })
}

// Alike says whether others are the same once they are encoded.
func (e Entries) Alike(others Entries) bool {
	return slices.EqualFunc(e.list, others.list, func(a, b keptEntry) bool {
		one, err := a.encoded()
		other, wrong := b.encoded()
		return err == nil && wrong == nil && bytes.Equal(one, other)
	})
}

// Beginning is the id of the first entry, by which a plan is known whatever file it stands in; empty where there is none.
func (e Entries) Beginning() string {
	for id := range e.IDs() {
		return id
	}
	return ""
}

// IDs gives the id of each entry in order. Of one that is kept encoded no more is read than that.
func (e Entries) IDs() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, kept := range e.list {
			id, read := kept.id()
			if !read {
				id = e.Entry(uint64(i + 1)).ID
			}
			if !yield(id) {
				return
			}
		}
	}
}

// id is read from where [Entry.Encode] writes it, where it is written plainly.
func (k keptEntry) id() (id string, read bool) {
	if k.entry != nil {
		return k.entry.ID, true
	}
	after, begins := bytes.CutPrefix(k.json, []byte(`{"id":"`))
	plain, _, ends := bytes.Cut(after, []byte(`"`))
	return string(plain), begins && ends && !bytes.ContainsRune(plain, '\\')
}

// Sum is a sum over the ids of the entries in order: two plans of the same sum went the same way. Erasing changes what entries say
// and no id, so the sum stays.
func (e Entries) Sum() string {
	sum := sha256.New()
	for id := range e.IDs() {
		fmt.Fprintf(sum, "%q", id)
	}
	return fmt.Sprintf("%x", sum.Sum(nil)[:16])
}

// All gives each entry with its number, decoded one after the other.
func (e Entries) All() iter.Seq2[uint64, Entry] {
	return func(yield func(uint64, Entry) bool) {
		decoder := newEntryDecoder()
		for i, kept := range e.list {
			entry := kept.decoded(func() *entryDecoder { return decoder })
			if len(entry.Changes) == 0 { // none, after which a decoder is of no use
				decoder = newEntryDecoder()
			}
			if !yield(uint64(i+1), entry) {
				return
			}
		}
	}
}

// List are all entries decoded.
func (e Entries) List() (list []Entry) {
	for _, entry := range e.All() {
		list = append(list, entry)
	}
	return list
}

// stretch is how many entries are decoded at one go: fewer are not worth a goroutine.
const stretch = 256

// each hands over the wanted ones of the entries from one place to before another in order, as long as it returns nil. They
// are decoded in stretches beside each other, which is most of the time that opening a long journal takes; what was
// handed over is the callee's until it returns.
func (e Entries) each(from, to int, wanted func(i int) bool, do func(i int, e *Entry) error) error {
	var readers []*stretchReader
	for range min(runtime.GOMAXPROCS(0), (to-from+stretch-1)/stretch) {
		readers = append(readers, &stretchReader{decoder: newEntryDecoder()})
	}
	for from < to {
		var all sync.WaitGroup
		used := 0
		for _, r := range readers {
			if from >= to {
				break
			}
			r.first, used = from, used+1
			lines := e.list[from:min(from+stretch, to)]
			from += len(lines)
			all.Go(func() { r.decode(lines, wanted) })
		}
		all.Wait()
		for _, r := range readers[:used] {
			if err := r.hand(do); err != nil {
				return err
			}
		}
	}
	return nil
}

// stretchReader decodes a stretch of entries, the next one into the memory of the one before.
type stretchReader struct {
	first   int
	entries []*Entry // nil for one that is not wanted
	own     []Entry
	decoder *entryDecoder
	fault   error // of the entry after those
}

func (r *stretchReader) decode(lines []keptEntry, wanted func(i int) bool) {
	r.entries, r.fault = r.entries[:0], nil
	r.own = slices.Grow(r.own[:0], len(lines))[:len(lines)]
	defer func() {
		if cause := recover(); cause != nil { // nobody else would catch it here
			r.fault = fmt.Errorf("decode: %v", cause)
		}
	}()
	for i, kept := range lines {
		var entry *Entry
		switch {
		case !wanted(r.first + i):
		case kept.entry != nil:
			entry = kept.entry
		default:
			entry = &r.own[i]
			clear(entry.Changes[:cap(entry.Changes)])
			*entry = Entry{Changes: entry.Changes[:0]}
			if r.fault = r.decoder.decode(kept.json, entry); r.fault != nil {
				return
			}
		}
		r.entries = append(r.entries, entry)
	}
}

// hand hands the entries over, and then tells what is wrong with the next one.
func (r *stretchReader) hand(do func(i int, e *Entry) error) error {
	for i, entry := range r.entries {
		if entry == nil {
			continue
		}
		if err := do(r.first+i, entry); err != nil {
			return err
		}
	}
	if r.fault != nil {
		return &BrokenError{uint64(r.first + len(r.entries) + 1), r.fault}
	}
	return nil
}
