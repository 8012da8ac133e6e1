// Package lazyregexp makes regular expressions that are compiled when they are first used: compiled all at every start, those of the
// readers of files and documents took a tenth of the time until the first screen.
package lazyregexp

import (
	"regexp"
	"sync"
)

// New gives the compiled expression, the same at every call. The call panics where the expression is none.
func New(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
