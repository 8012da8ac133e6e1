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
	// members, catalogue, decided (of tasks) and recorded (of decisions) hold the ids that the file gives, also where they are
	// refused, so that what refers to them is not refused as well.
	members, catalogue, decided, recorded map[string]bool
	rows                                  map[string]bool // of sheets, by their paths
	definitions                           *steps.Definitions
}

// placed is a change with the node that makes it.
type placed struct {
	steps.Change
	node *node
	at   string // the path of the node
	// later is above 0 for what names other rows of a sheet, and higher for a lower place in their ranking.
	later int
}

// reader reads the value of one field.
type reader func(n *node, at string)

// add keeps the change that an object makes; what is no object makes none.
func (w *walker) add(c steps.Change, n *node, at string) {
	if n.kind == objectNode && n.fault == "" {
		w.changes = append(w.changes, placed{Change: c, node: n, at: at})
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

// parser reads a value. What is none is reported, and gives false.
type parser[V any] func(n *node, at string) (value V, ok bool)

// into is a reader that keeps what a parser reads.
func into[V any](to *V, read parser[V]) reader {
	return func(n *node, at string) {
		if v, ok := read(n, at); ok {
			*to = v
		}
	}
}

// text reads a text, which may be empty.
func (w *walker) text(n *node, at string) (string, bool) { return n.text, w.is(textNode, n, at) }

// filledText reads a fixed value, an id or a date, which cannot be empty.
func (w *walker) filledText(n *node, at string) (string, bool) {
	text, ok := w.text(n, at)
	if ok && text == "" {
		w.report("planfile-empty", n, at)
	}
	return text, ok && text != ""
}

// filled is a reader of such a value.
func filled[T ~string](w *walker, to *T) reader {
	return into(to, func(n *node, at string) (T, bool) {
		text, ok := w.filledText(n, at)
		return T(text), ok
	})
}

// filledList is a parser of a list of such values. One that cannot be read keeps its place, so that what is said of the
// others names the right one.
func filledList[T ~string](w *walker) parser[[]T] {
	return func(n *node, at string) (values []T, ok bool) {
		w.list(n, at, func(item *node, at string) {
			var value T
			filled(w, &value)(item, at)
			values = append(values, value)
		})
		return values, true
	}
}

func (w *walker) boolean(n *node, at string) (bool, bool) {
	return n.text == "true", w.is(booleanNode, n, at)
}

// moment reads a day and time.
func (w *walker) moment(n *node, at string) (t time.Time, ok bool) {
	text, ok := w.filledText(n, at)
	if !ok {
		return t, false
	}
	if t, ok = steps.ParseTime(text); !ok {
		w.report("planfile-no-time", n, at)
	}
	return t, ok
}

// decimal is a parser of a number with at most this many digits after the point.
func (w *walker) decimal(digits int) parser[steps.Decimal] {
	return func(n *node, at string) (steps.Decimal, bool) {
		v, err := w.number(n, at)
		if errors.Is(err, steps.ErrTooFine) {
			w.problem(Problem{Path: at, Line: n.line, code: "refused-too-fine", value: n.text, limit: strconv.Itoa(digits), order: n.order})
		}
		return v, err == nil
	}
}

// whole reads a whole number.
func (w *walker) whole(n *node, at string) (int, bool) {
	v, err := w.number(n, at)
	if errors.Is(err, steps.ErrTooFine) || err == nil && v%steps.Whole(1) != 0 {
		w.report("planfile-not-whole", n, at)
		return 0, false
	}
	return int(v / steps.Whole(1)), err == nil
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
const beyond = steps.Decimal(1_000_000_000_000_000)
