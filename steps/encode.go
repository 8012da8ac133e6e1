package steps

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
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
	r := json.NewDecoder(bytes.NewReader(b))
	r.DisallowUnknownFields()
	if err := r.Decode(&e); err != nil {
		return Entry{}, fmt.Errorf("decode entry: %w", err)
	}
	if _, err := r.Token(); err != io.EOF {
		return Entry{}, fmt.Errorf("decode entry: more than one value")
	}
	e.By = author(e.By)
	return e, nil
}
