package pdf

import (
	"bytes"
	"fmt"
)

// countBookmarks gives each bookmark the number of those right below it, as one that is closed has it. fpdf writes 0 for all, which
// the standard does not allow.
func countBookmarks(list []object) error {
	const count = "\n/Count 0>>\nendobj\n"
	below := map[string]int{}
	for _, o := range list {
		if o.isBookmark() {
			below[o.parent()]++
		}
	}
	for i := range list {
		o := &list[i]
		if !o.isBookmark() {
			continue
		}
		rest, found := bytes.CutSuffix(o.content, []byte(count))
		if !found || o.parent() == "" {
			return errUnknownLayout
		}
		o.content = bytes.Clone(rest)
		if n := below[fmt.Sprintf("%d 0 R", o.number)]; n > 0 {
			o.content = fmt.Appendf(o.content, "\n/Count %d", -n)
		}
		o.content = append(o.content, ">>\nendobj\n"...)
	}
	return nil
}

func (o *object) isBookmark() bool { return bytes.Contains(o.head(), []byte(" 0 obj\n<</Title ")) }

// parent is what an object names as the one above it. A title before it is in UTF-16, and looks like no name.
func (o *object) parent() string {
	_, after, _ := bytes.Cut(o.content, []byte("\n/Parent "))
	line, _, _ := bytes.Cut(after, []byte("\n"))
	return string(line)
}
