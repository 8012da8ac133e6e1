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

// Problem is one thing that is wrong with a file. It holds no sentence: Code and Values are worded elsewhere.
type Problem struct {
	Path string // the field, as in tasks[3].horizon; empty when it is the file as a whole
	Line int    // from 1, or 0 when not known

	code, value, limit string
	order              int // where in the file it stands
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

// Errors are the problems of a file in the order in which they stand in it; there is at least one. When
// there are more than twenty, twenty are listed and a last one, with code "planfile-more", counts the rest.
type Errors []Problem

// Error is for programmers.
func (es Errors) Error() string {
	texts := make([]string, len(es))
	for i, p := range es {
		texts[i] = p.Error()
	}
	return strings.Join(texts, "; ")
}

// Code is that of the first problem.
func (es Errors) Code() string { return es[0].Code() }

// Values are those of the first problem.
func (es Errors) Values() map[string]string { return es[0].Values() }

// Problems collects what is wrong with a file: one problem for each value is enough.
type Problems struct {
	list     Errors
	reported map[Problem]bool // by path and order, which tell the values of a key apart that is given twice
}

// Add keeps a problem, unless there is one at the same value.
func (ps *Problems) Add(p Problem) {
	at := Problem{Path: p.Path, order: p.order}
	if ps.reported[at] {
		return
	}
	if ps.reported == nil {
		ps.reported = map[Problem]bool{}
	}
	ps.reported[at] = true
	ps.list = append(ps.list, p)
}

// Found says whether there is any problem.
func (ps *Problems) Found() bool { return len(ps.list) > 0 }

// Err gives the problems as [Errors], or nil.
func (ps *Problems) Err() error {
	if !ps.Found() {
		return nil
	}
	slices.SortStableFunc(ps.list, func(a, b Problem) int { return cmp.Compare(a.order, b.order) })
	if rest := len(ps.list) - maxListed; rest > 0 {
		return append(ps.list[:maxListed:maxListed], Problem{code: "planfile-more", value: strconv.Itoa(rest)})
	}
	return ps.list
}
