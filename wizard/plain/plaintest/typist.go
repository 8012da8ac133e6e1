// Package plaintest is someone at the questions line by line, for tests.
package plaintest

import (
	"bytes"
	"io"
	"strings"
)

// passedOver is how many questions in a row are passed over before the person is taken to be lost.
const passedOver = 1000

// Typist types what a talk has for the question that is asked, passes over any other with Enter, and ends the input
// after the last.
type Typist struct {
	said *bytes.Buffer
	talk []string
	seen int
	idle int
}

// New is a typist who hears what is written to said. The talk is a part of what is said, and what is typed then, by turns.
func New(said *bytes.Buffer, talk []string) *Typist { return &Typist{said: said, talk: talk} }

// Left is the part of the talk that was never come to.
func (t *Typist) Left() []string { return t.talk }

// Read gives the next line.
func (t *Typist) Read(b []byte) (int, error) {
	news := t.said.String()[t.seen:]
	t.seen = t.said.Len()
	switch {
	case len(t.talk) == 0 || t.idle > passedOver:
		return 0, io.EOF
	case !strings.Contains(news, t.talk[0]):
		t.idle++
		return copy(b, "\n"), nil
	}
	line := t.talk[1]
	t.talk, t.idle = t.talk[2:], 0
	return copy(b, line+"\n"), nil
}
