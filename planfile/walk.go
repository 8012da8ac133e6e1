package planfile

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"stappenplan/steps"
)

// walker goes once through a file, says what is wrong with its shape and collects the changes it makes.
type walker struct {
	changes  []placed
	problems Problems

	roundLine int // of the number of the round; 0 where that is not given
	// members and catalogue hold the ids that the file gives, also where they are refused, so that what
	// refers to them is not refused as well.
	members, catalogue map[string]bool
}

// placed is a change with the node that makes it.
type placed struct {
	steps.Change
	node *node
	at   string // the path of the node
}

// reader reads the value of one field.
type reader func(n *node, at string)

// add keeps the change that an object makes; what is no object makes none.
func (w *walker) add(c steps.Change, n *node, at string) {
	if n.kind == objectNode && n.fault == "" {
		w.changes = append(w.changes, placed{c, n, at})
	}
}

// report tells of a problem at a node.
func (w *walker) report(code string, n *node, at string) {
	w.problem(Problem{Path: at, Line: n.line, code: code, value: n.shown(), order: n.order})
}

func (w *walker) problem(p Problem) { w.problems.Add(p) }

// is says whether a node can be read as this kind, and reports where it cannot.
func (w *walker) is(k kind, n *node, at string) bool {
	switch {
	case n.fault != "":
		w.report(n.fault, n, at)
	case n.kind == nullNode:
		w.report("planfile-null", n, at)
	case n.kind != k:
		w.report(notA[k], n, at)
	default:
		return true
	}
	return false
}

var notA = map[kind]string{
	textNode: "planfile-not-text", numberNode: "planfile-not-number", booleanNode: "planfile-not-boolean",
	listNode: "planfile-not-list", objectNode: "planfile-not-object",
}

// object reads the fields of an object, each with its reader.
func (w *walker) object(n *node, at string, fields map[string]reader) {
	w.eachField(n, at, func(key string, item *node, path string) {
		if read, known := fields[key]; known {
			read(item, path)
		} else {
			w.report("planfile-unknown-field", item, path)
		}
	})
}

// eachField visits the fields of an object; a key given twice, if only in another case, is reported.
func (w *walker) eachField(n *node, at string, visit func(key string, item *node, path string)) {
	if !w.is(objectNode, n, at) {
		return
	}
	seen := map[string]bool{}
	for i, key := range n.keys {
		path, folded := join(at, quote(key)), strings.ToLower(strings.ToUpper(key))
		if seen[folded] {
			w.report("planfile-key-twice", n.items[i], path)
			continue
		}
		seen[folded] = true
		visit(key, n.items[i], path)
	}
}

// list reads each item of a list.
func (w *walker) list(n *node, at string, read reader) {
	if !w.is(listNode, n, at) {
		return
	}
	for i, item := range n.items {
		read(item, at+index(i))
	}
}

// text is a reader of a text, which may be empty.
func (w *walker) text(f *steps.Field[string]) reader {
	return func(n *node, at string) {
		if w.is(textNode, n, at) {
			*f = steps.Set(n.text)
		}
	}
}

// filled is a reader of a fixed value, an id or a date, which cannot be empty.
func filled[T ~string](w *walker, to *T) reader {
	return func(n *node, at string) {
		switch {
		case !w.is(textNode, n, at):
		case n.text == "":
			w.report("planfile-empty", n, at)
		default:
			*to = T(n.text)
		}
	}
}

// fixed is filled for a field of a change.
func fixed[T ~string](w *walker, f *steps.Field[T]) reader {
	return func(n *node, at string) {
		var v T
		if filled(w, &v)(n, at); v != "" {
			*f = steps.Set(v)
		}
	}
}

// fixedList is a reader of a list of fixed values. One that cannot be read keeps its place, so that
// what is said of the others names the right one.
func fixedList[T ~string](w *walker, f *steps.Field[[]T]) reader {
	return func(n *node, at string) {
		var values []T
		w.list(n, at, func(item *node, at string) {
			values = append(values, "")
			filled(w, &values[len(values)-1])(item, at)
		})
		*f = steps.Set(values)
	}
}

func (w *walker) boolean(f *steps.Field[bool]) reader {
	return func(n *node, at string) {
		if w.is(booleanNode, n, at) {
			*f = steps.Set(n.text == "true")
		}
	}
}

// moment is a reader of a day and time.
func (w *walker) moment(f *steps.Field[time.Time]) reader {
	return func(n *node, at string) {
		var v string
		if filled(w, &v)(n, at); v == "" {
			return
		}
		if t, ok := steps.ParseTime(v); ok {
			*f = steps.Set(t)
		} else {
			w.report("planfile-no-time", n, at)
		}
	}
}

// decimal is a reader of a number with at most this many digits after the point.
func (w *walker) decimal(f *steps.Field[steps.Decimal], digits int) reader {
	return func(n *node, at string) {
		switch v, err := w.number(n, at); {
		case errors.Is(err, steps.ErrTooFine):
			w.problem(Problem{Path: at, Line: n.line, code: "refused-too-fine", value: n.text, limit: strconv.Itoa(digits), order: n.order})
		case err == nil:
			*f = steps.Set(v)
		}
	}
}

// whole is a reader of a whole number.
func (w *walker) whole(f *steps.Field[int]) reader {
	return func(n *node, at string) {
		switch v, err := w.number(n, at); {
		case errors.Is(err, steps.ErrTooFine), err == nil && v%steps.Whole(1) != 0:
			w.report("planfile-not-whole", n, at)
		case err == nil:
			*f = steps.Set(int(v / steps.Whole(1)))
		}
	}
}

// number reads a number, and reports what is none. One with too many digits after the point is for the caller to report.
func (w *walker) number(n *node, at string) (steps.Decimal, error) {
	if !w.is(numberNode, n, at) {
		return 0, steps.ErrNotNumber
	}
	v, err := steps.ParseDecimal(n.text)
	switch {
	case errors.Is(err, steps.ErrTooLarge):
		return beyond, nil
	case err != nil && !errors.Is(err, steps.ErrTooFine):
		w.report("planfile-not-number", n, at)
	}
	return v, err
}

// beyond is read for a number that a Decimal cannot hold: larger than any limit, so that it is refused as too large.
const beyond = steps.Decimal(1_000_000_000_000)
