package command

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// checked remembers the first error of writing, so that a full disk is not taken for success.
type checked struct {
	to  io.Writer
	err error
}

// Write writes as long as that goes well.
func (c *checked) Write(b []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.to.Write(b)
	if err != nil {
		c.err = unwritten{err}
	}
	return n, c.err
}

// unwritten is an error of writing what the program says.
type unwritten struct{ error }

// Unwrap gives the error of the system.
func (u unwritten) Unwrap() error { return u.error }

// interruptible is a reader whose Read ends with the cause of the context's end once that is done, also while
// it waits for someone to type.
type interruptible struct {
	from    io.Reader
	context context.Context
	reads   chan read
}

type read struct {
	bytes []byte
	err   error
}

// Read reads, or gives up when the context is done.
func (r *interruptible) Read(b []byte) (int, error) {
	if err := context.Cause(r.context); err != nil {
		return 0, err
	}
	if r.reads == nil {
		r.reads = make(chan read, 1)
	}
	go func() {
		own := make([]byte, len(b)) // the caller's may be in use again when this read ends
		n, err := r.from.Read(own)
		r.reads <- read{own[:n], err}
	}()
	select {
	case <-r.context.Done():
		return 0, context.Cause(r.context)
	case done := <-r.reads:
		if errors.Is(done.err, io.EOF) && r.context.Err() != nil {
			return 0, context.Cause(r.context)
		}
		return copy(b, done.bytes), done.err
	}
}

// confirm asks a yes or no at the terminal. The end of input is a no.
func (p *program) confirm(question string) (bool, error) {
	yes, err := p.answer(question)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return yes, err
}

// decide is confirm where a no does something too: the end of input is no answer then, and ends the call.
func (p *program) decide(question string) (bool, error) {
	yes, err := p.answer(question)
	if errors.Is(err, io.EOF) {
		p.tell(p.out, "")
		err = stopped{statusRefused}
	}
	return yes, err
}

// answer asks a yes or no; the end of input is an error.
func (p *program) answer(question string) (bool, error) {
	words := p.texts.Commands.Ask
	for {
		p.prompt(question + " " + string(words.Choice))
		line, err := p.in.ReadString('\n')
		answer := strings.ToLower(steps.CleanName(line))
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			return false, err
		case slices.Contains(words.Yes, assets.Text(answer)):
			return true, nil
		case slices.Contains(words.No, assets.Text(answer)):
			return false, nil
		case err != nil:
			return false, err
		}
		p.tell(p.out, string(words.Again))
	}
}

// prompt writes a question, behind which a person types.
func (p *program) prompt(question string) {
	_, _ = io.WriteString(p.out, p.inLines(p.out, question)+" ")
}
