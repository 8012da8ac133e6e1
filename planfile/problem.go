package planfile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
)

// maxListed is how many problems of a file are told; the rest is counted.
const maxListed = 20

const moreProblems = "planfile-more" // counts the rest

// Problem is one thing that is wrong with a file. It holds no sentence: Code and Values are worded elsewhere.
type Problem struct {
	Path string // the field, as in tasks[3].horizon; empty when it is the file as a whole
	Line int    // from 1, or 0 when not known

	code, value, limit string
	order              int // its place among all values of the file
}

// NewProblem is what is wrong at a field. The problems of a file are told in the order of their places in it.
func NewProblem(field string, place int, code, value, limit string) Problem {
	return Problem{Path: field, code: code, value: value, limit: limit, order: place}
}

// Refusal is what package steps says of the value at a field.
func Refusal(field string, place int, r steps.Refusal, value string) Problem {
	if r.Reason == "too-long" {
		return NewProblem(field, place, "planfile-too-long", value, r.Limit)
	}
	return NewProblem(field, place, r.Code(), r.Value, r.Limit)
}

// Error is for programmers.
func (p Problem) Error() string {
	return strings.TrimSuffix(p.Path+": "+p.code+" "+quote(p.value), " ")
}

// Code names the sentence that says what is wrong.
func (p Problem) Code() string { return p.code }

// Values fills that sentence: field, value, limit and line.
func (p Problem) Values() map[string]string {
	line := ""
	if p.Line > 0 {
		line = strconv.Itoa(p.Line)
	}
	return map[string]string{"field": p.Path, "value": quote(p.value), "limit": p.limit, "line": line}
}

// quote is steps.Quote, which need not look at all of a very long text.
func quote(value string) string {
	const enough = 1000
	if len(value) > enough {
		value = strings.ToValidUTF8(value[:enough], "")
	}
	return steps.Quote(value)
}

// Errors are the problems of a file, ordered by their places in it; there is at least one. When
// there are more than twenty, twenty are listed and a last one, with code "planfile-more", counts the rest.
type Errors []Problem

// Error is for programmers.
func (e Errors) Error() string {
	texts := make([]string, len(e))
	for i, p := range e {
		texts[i] = p.Error()
	}
	return strings.Join(texts, "; ")
}

// Code is that of the first problem.
func (e Errors) Code() string { return e[0].Code() }

// Values are those of the first problem.
func (e Errors) Values() map[string]string { return e[0].Values() }

// Count is how many problems there are, with those that are only counted.
func (e Errors) Count() int {
	last := e[len(e)-1]
	if last.code != moreProblems {
		return len(e)
	}
	more, _ := strconv.Atoi(last.value)
	return len(e) - 1 + more
}

// Problems collects what is wrong with a file: one problem for each value is enough.
type Problems struct {
	list     Errors
	reported map[Problem]bool // by path and order, which tell the values of a key apart that is given twice
}

// Add keeps a problem, unless there is one at the same value.
func (p *Problems) Add(problem Problem) {
	at := Problem{Path: problem.Path, order: problem.order}
	if p.reported[at] {
		return
	}
	if p.reported == nil {
		p.reported = map[Problem]bool{}
	}
	p.reported[at] = true
	p.list = append(p.list, problem)
}

// Found says whether there is any problem.
func (p *Problems) Found() bool { return len(p.list) > 0 }

// Err gives the problems as [Errors], or nil.
func (p *Problems) Err() error {
	if !p.Found() {
		return nil
	}
	slices.SortStableFunc(p.list, func(a, b Problem) int { return cmp.Compare(a.order, b.order) })
	if rest := len(p.list) - maxListed; rest > 0 {
		return append(p.list[:maxListed:maxListed], Problem{code: moreProblems, value: strconv.Itoa(rest)})
	}
	return p.list
}
