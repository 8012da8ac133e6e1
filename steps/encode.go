package steps

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// Encode writes an entry as the journal keeps it: one JSON object.
func (e Entry) Encode() ([]byte, error) {
	b, err := toJSON(e)
	if err != nil {
		return nil, fmt.Errorf("encode entry %s: %w", e.ID, err)
	}
	return b, nil
}

// toJSON leaves <, > and & as they are: a journal is no web page.
func toJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false)
	err := w.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// DecodeEntry reads what Encode wrote. A field it does not know is an error: dropping it would lose an answer.
func DecodeEntry(b []byte) (e Entry, err error) {
	if err := e.decode(b); err != nil {
		return Entry{}, err
	}
	return e, nil
}

// decode is [DecodeEntry] into an empty entry.
func (e *Entry) decode(b []byte) error { return newEntryDecoder().decode(b, e) }

// entryDecoder decodes entries one after the other, until the first that is none: that costs half of the memory of a decoder
// for each.
type entryDecoder struct {
	json  *json.Decoder
	rest  []byte // of the entry that is decoded, not read yet
	start int64  // of that entry, in all that was decoded
}

func newEntryDecoder() *entryDecoder {
	d := &entryDecoder{}
	d.json = json.NewDecoder(d)
	d.json.DisallowUnknownFields()
	return d
}

// Read gives the JSON decoder one entry.
func (d *entryDecoder) Read(b []byte) (n int, err error) {
	if len(d.rest) == 0 {
		return 0, io.EOF
	}
	n = copy(b, d.rest)
	d.rest = d.rest[n:]
	return n, nil
}

// decode decodes into an empty entry.
func (d *entryDecoder) decode(b []byte, e *Entry) error {
	d.rest = b
	e.Changes = slices.Grow(e.Changes, bytes.Count(b, []byte(`{"kind":`))) // at once: an import has a thousand, and each is large
	if err := d.json.Decode(e); err != nil {
		return fmt.Errorf("decode entry: %w", err)
	}
	if after := b[d.json.InputOffset()-d.start:]; len(bytes.TrimSpace(after)) > 0 {
		return fmt.Errorf("decode entry: more than one value")
	}
	d.start += int64(len(b))
	e.By = author(e.By)
	return nil
}
