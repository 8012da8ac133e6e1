package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// file is a PDF that is written anew, with objects of ours beside those of fpdf.
type file struct {
	out    bytes.Buffer
	places []place // of the objects, by their numbers
	packed bytes.Buffer
	packer *zlib.Writer // one for all streams: a new one takes most of a megabyte
}

// place is where an object is: at an offset, or the nth in an object that holds several.
type place struct{ offset, holder, nth int }

// object is an object as fpdf wrote it: with its number before it and "endobj" behind it.
type object struct {
	number  int
	offset  int
	content []byte
}

// errUnknownLayout says that a file is not laid out as fpdf did when this was written.
var errUnknownLayout = errors.New("fpdf lays out its files in another way than is known here")

// readObjects reads the objects of a file by fpdf, in the order in which it wrote them.
func readObjects(whole []byte) (list []object, err error) {
	const row = len("0000000000 00000 n \n")
	_, tail, found := bytes.Cut(whole[max(0, bytes.LastIndex(whole, []byte("startxref"))):], []byte("startxref\n"))
	table, _ := strconv.Atoi(string(bytes.TrimSuffix(bytes.TrimSpace(tail), []byte("\n%%EOF"))))
	if !found || table <= 0 || table >= len(whole) {
		return nil, errUnknownLayout
	}
	var n int
	if _, err := fmt.Sscanf(string(whole[table:min(table+30, len(whole))]), "xref\n0 %d\n", &n); err != nil {
		return nil, errUnknownLayout
	}
	rows := whole[table+len("xref\n0 \n")+len(strconv.Itoa(n)):]
	if len(rows) < n*row {
		return nil, errUnknownLayout
	}
	for i := 1; i < n; i++ {
		offset, err := strconv.Atoi(string(rows[i*row : i*row+10]))
		if err != nil {
			return nil, errUnknownLayout
		}
		list = append(list, object{number: i, offset: offset})
	}
	slices.SortFunc(list, func(a, b object) int { return a.offset - b.offset })
	for i := range list {
		end := table
		if i+1 < len(list) {
			end = list[i+1].offset
		}
		list[i].content = whole[list[i].offset:end]
		if !bytes.HasPrefix(list[i].content, fmt.Appendf(nil, "%d 0 obj\n", list[i].number)) {
			return nil, errUnknownLayout
		}
	}
	return list, nil
}

// insertAfter inserts a text after the first occurrence of another, which must be there.
func (o *object) insertAfter(known, text string) error {
	before, after, found := bytes.Cut(o.content, []byte(known))
	if !found {
		return errUnknownLayout
	}
	o.content = slices.Concat(before, []byte(known), []byte(text), after)
	return nil
}

// newFile begins a file with at least so many objects.
func newFile(objects int) *file {
	f := &file{places: make([]place, objects+1)}
	f.packer, _ = zlib.NewWriterLevel(&f.packed, zlib.BestSpeed) // a fault only where there is no such level
	f.out.WriteString("%PDF-1.7\n%\xb5\xb6\xb5\xb6\n")
	return f
}

// add adds an object of fpdf.
func (f *file) add(o object) {
	f.places[o.number] = place{offset: f.out.Len()}
	f.out.Write(o.content)
}

// heldTogether is how many objects are held by one: who reads one of them reads them all.
const heldTogether = 100

// addHeld adds objects that are numbered on from the first, compressed together, and returns the number that is free next. The
// objects that hold them follow.
func (f *file) addHeld(first int, contents [][]byte) (next int, err error) {
	next = first + len(contents)
	for ; len(contents) > 0; next++ {
		n := min(heldTogether, len(contents))
		var head, body bytes.Buffer
		for i, content := range contents[:n] {
			f.put(first, place{holder: next, nth: i})
			fmt.Fprintf(&head, "%d %d ", first, body.Len())
			body.Write(content)
			body.WriteByte('\n')
			first++
		}
		contents = contents[n:]
		about := fmt.Sprintf("/Type /ObjStm /N %d /First %d", n, head.Len())
		if err := f.addStream(next, about, append(head.Bytes(), body.Bytes()...)); err != nil {
			return 0, err
		}
	}
	return next, nil
}

// put notes where an object is.
func (f *file) put(number int, at place) {
	for number >= len(f.places) {
		f.places = append(f.places, place{})
	}
	f.places[number] = at
}

// addStream adds a compressed stream.
func (f *file) addStream(number int, about string, content []byte) error {
	f.put(number, place{offset: f.out.Len()})
	f.packed.Reset()
	f.packer.Reset(&f.packed)
	if _, err := f.packer.Write(content); err != nil {
		return err
	}
	if err := f.packer.Close(); err != nil {
		return err
	}
	fmt.Fprintf(&f.out, "%d 0 obj\n<<%s /Filter /FlateDecode /Length %d>>\nstream\n", number, about, f.packed.Len())
	f.out.Write(f.packed.Bytes())
	f.out.WriteString("\nendstream\nendobj\n")
	return nil
}

// end writes the list of all objects under a number, and returns the file.
func (f *file) end(number, catalogue, info int) ([]byte, error) {
	const free, atOffset, held = 0, 1, 2
	at := f.out.Len()
	f.put(number, place{offset: at})
	table := []byte{free, 0, 0, 0, 0, 0xff, 0xff}
	for _, p := range f.places[1:] {
		if p.holder > 0 {
			table = append(binary.BigEndian.AppendUint32(append(table, held), uint32(p.holder)), 0, byte(p.nth))
			continue
		}
		table = append(binary.BigEndian.AppendUint32(append(table, atOffset), uint32(p.offset)), 0, 0)
	}
	about := fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R", len(f.places), catalogue, info)
	if err := f.addStream(number, about, table); err != nil {
		return nil, err
	}
	fmt.Fprintf(&f.out, "startxref\n%d\n%%%%EOF\n", at)
	return f.out.Bytes(), nil
}
