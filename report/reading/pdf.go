package reading

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"stappenplan/lazyregexp"
)

// file is a PDF: its objects by their numbers. They are found by looking for where each begins, and not by the table at
// the end: so a file is read that was cut, or that another program added to.
type file struct {
	objects map[reference]any
	streams map[reference][]byte // as they are packed
	left    int                  // how many bytes may still be unpacked
}

// PDF reads the text of a PDF, page by page, in the order in which it was drawn. A PDF with a password is not read, nor is
// one that says nothing of which letters its shapes are.
func PDF(document []byte) (text string, err error) {
	f := &file{objects: map[reference]any{}, streams: map[reference][]byte{}, left: 2 * maxText}
	f.load(document)
	if f.encrypted(document) {
		return "", fmt.Errorf("%w: it is encrypted", ErrUnreadable)
	}
	d := &drawer{file: f, fonts: map[reference]*font{}}
	for _, page := range f.pages() {
		d.page(page)
	}
	text = d.text.String()
	if strings.TrimSpace(text) == "" || len(text) > maxText {
		return "", ErrUnreadable
	}
	return text, nil
}

var objectHead = lazyregexp.New(`(?:^|[\s>])(\d{1,9})\s+\d{1,5}\s+obj\b`)

// load finds the objects. One that stands there twice was changed: the last is the one that holds.
func (f *file) load(document []byte) {
	for at := 0; ; {
		found := objectHead().FindSubmatchIndex(document[at:])
		if found == nil {
			break
		}
		id, _ := strconv.Atoi(string(document[at+found[2] : at+found[3]]))
		s := &scanner{data: document, at: at + found[1]}
		f.objects[reference(id)] = s.object()
		at = s.at
		if found := streamHead().FindIndex(document[at:min(len(document), at+farthest)]); found != nil {
			packed := f.stream(document, at+found[1], f.objects[reference(id)])
			f.streams[reference(id)] = packed
			at += found[1] + len(packed)
		}
	}
	for _, id := range f.sorted() {
		if d, is := f.objects[id].(dictionary); is && d["Type"] == name("ObjStm") {
			f.unpackObjects(d, f.unpack(id))
		}
	}
}

// farthest is how far behind an object is looked for what belongs to it, so that no file is read again and again.
const farthest = 60

var (
	streamFoot    = lazyregexp.New(`^\s*endstream`)
	streamHead    = lazyregexp.New(`^\s*stream\r?\n?`)
	referenceOnly = lazyregexp.New(`^\s*(\d{1,9})\s+\d{1,5}\s+R\b`)
)

// object reads an object that may be a reference.
func (s *scanner) object() any {
	if found := referenceOnly().FindSubmatchIndex(s.data[s.at:min(len(s.data), s.at+farthest)]); found != nil {
		id, _ := strconv.Atoi(string(s.data[s.at+found[2] : s.at+found[3]]))
		s.at += found[1]
		return reference(id)
	}
	return s.next(0)
}

// stream is the data that begins at a place: as long as its dictionary says, or up to the word that ends it.
func (f *file) stream(document []byte, at int, head any) []byte {
	data := document[at:]
	if d, is := head.(dictionary); is {
		if length, is := d["Length"].(float64); is && length >= 0 && length <= float64(len(data)) {
			if streamFoot().Match(data[int(length):min(len(data), int(length)+farthest)]) {
				return data[:int(length)]
			}
		}
	}
	if stop := bytes.Index(data, []byte("endstream")); stop >= 0 {
		return data[:stop]
	}
	return data
}

// sorted are the numbers of the objects.
func (f *file) sorted() (ids []reference) {
	for id := range f.objects {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// unpackObjects reads the objects in a stream of them.
func (f *file) unpackObjects(d dictionary, data []byte) {
	count, _ := f.value(d["N"]).(float64)
	first, _ := f.value(d["First"]).(float64)
	s := &scanner{data: data}
	for range int(min(count, float64(len(data)))) {
		id, is := s.next(0).(float64)
		place, also := s.next(0).(float64)
		begin := int(first + place)
		if !is || !also || begin < 0 || begin > len(data) {
			return
		}
		if _, there := f.objects[reference(id)]; !there {
			one := &scanner{data: data, at: begin}
			f.objects[reference(id)] = one.object()
		}
	}
}

// encrypted says whether the file is locked.
func (f *file) encrypted(document []byte) bool {
	at := bytes.LastIndex(document, []byte("trailer"))
	if at >= 0 && bytes.Contains(document[at:], []byte("/Encrypt")) {
		return true
	}
	for _, o := range f.objects {
		if d, is := o.(dictionary); is && d["Type"] == name("XRef") && d["Encrypt"] != nil {
			return true
		}
	}
	return false
}

// value is the object that a reference leads to, or the object itself.
func (f *file) value(o any) any {
	for range deepest {
		id, is := o.(reference)
		if !is {
			return o
		}
		o = f.objects[id]
	}
	return nil
}

func (f *file) dictionary(o any) dictionary {
	d, _ := f.value(o).(dictionary)
	return d
}

// unpack gives the data of a stream; nothing where it is packed in another way than text is.
func (f *file) unpack(id reference) []byte {
	data, d := f.streams[id], f.dictionary(id)
	if f.left -= len(data); f.left < 0 {
		return nil
	}
	filters, is := f.value(d["Filter"]).(array)
	if filter := f.value(d["Filter"]); !is && filter != nil {
		filters = array{filter}
	}
	for _, filter := range filters {
		if f.value(filter) != any(name("FlateDecode")) {
			return nil
		}
		packed, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil
		}
		data, _ = io.ReadAll(io.LimitReader(packed, int64(f.left))) // as far as it is whole
		f.left -= len(data)
	}
	return data
}

// mostPages is how many pages are read, each of which may be there once.
const mostPages = 2000

// pages are the pages in their order, each with what it inherits.
func (f *file) pages() (pages []dictionary) {
	seen := map[reference]bool{}
	var walk func(o any, inherited any, depth int)
	walk = func(o any, inherited any, depth int) {
		id, is := o.(reference)
		if !is || seen[id] || depth > deepest || len(pages) >= mostPages {
			return
		}
		seen[id] = true
		d := f.dictionary(id)
		if own := d["Resources"]; own != nil {
			inherited = own
		}
		kids, inner := f.value(d["Kids"]).(array)
		if !inner && d != nil {
			pages = append(pages, dictionary{"Contents": d["Contents"], "Resources": inherited})
		}
		for _, kid := range kids {
			walk(kid, inherited, depth+1)
		}
	}
	for _, id := range f.sorted() {
		if d, is := f.objects[id].(dictionary); is && d["Type"] == name("Catalog") {
			walk(d["Pages"], nil, 0)
		}
	}
	return pages
}
