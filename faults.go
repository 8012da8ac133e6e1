package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"stappenplan/assets"
	"stappenplan/steps"
)

// fault is an error that a user sees: its words are looked up by its code.
type fault struct {
	code   string
	values map[string]string
}

// Error is for programmers.
func (f fault) Error() string { return f.code }

// Code names the sentence that says what is wrong.
func (f fault) Code() string { return f.code }

// Values fills that sentence.
func (f fault) Values() map[string]string { return f.values }

// refuse makes a fault: names and values by turns.
func refuse(code string, namesAndValues ...string) fault {
	f := fault{code, map[string]string{}}
	for i := 0; i < len(namesAndValues); i += 2 {
		f.values[namesAndValues[i]] = namesAndValues[i+1]
	}
	return f
}

// wrongUsage is a fault in how the program was called.
type wrongUsage struct{ fault }

// usage makes a wrongUsage. What was typed is quoted short.
func usage(code string, namesAndValues ...string) error {
	f := refuse(code, namesAndValues...)
	for name, value := range f.values {
		if name == "value" || name == "word" || name == "command" || name == "flag" {
			f.values[name] = steps.Quote(value)
		}
	}
	return wrongUsage{f}
}

// cause is why the system refused, in the user's language where that is one of the usual reasons.
func (p *program) cause(err error) string {
	words := p.texts.Commands.Causes
	for _, usual := range []struct {
		reason error
		words  assets.Text
	}{
		{fs.ErrNotExist, words.Missing},
		{fs.ErrPermission, words.Forbidden},
		{syscall.EISDIR, words.Folder},
		{syscall.ENOTDIR, words.NoFolder},
		{syscall.ENOSPC, words.Full},
	} {
		if errors.Is(err, usual.reason) {
			return string(usual.words)
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return strings.TrimSuffix(err.Error(), ".")
}
