package planfile

import (
	"strconv"
	"strings"
)

// kind says what a node is.
type kind uint8

const (
	nullNode kind = iota
	textNode
	numberNode
	booleanNode
	listNode
	objectNode
)

// node is one value of a file, in either format.
type node struct {
	kind  kind
	text  string   // of a text, number or boolean: a number as it is written
	keys  []string // of an object, beside items
	items []*node  // of an object or list
	line  int
	order int // the how-manieth value of the file it is
	// fault is the code of what makes a value unusable whatever is asked (an alias, a tag).
	fault string
}

// shown is how a refused value is quoted.
func (n *node) shown() string {
	switch n.kind {
	case nullNode:
		return "null"
	case listNode:
		return "[…]"
	case objectNode:
		return "{…}"
	}
	return n.text
}

// find is the node that a field such as means[0].amount of an object names, or nil; around is the
// nearest node around it.
func (n *node) find(field string) (found, around *node) {
	found, around = n, n
	for step := range strings.FieldsFuncSeq(field, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
		if found = found.child(step); found == nil {
			return nil, around
		}
		around = found
	}
	return found, around
}

func (n *node) child(step string) *node {
	if place, err := strconv.Atoi(step); err == nil && n.kind == listNode && place < len(n.items) {
		return n.items[place]
	}
	for i, key := range n.keys {
		if key == step {
			return n.items[i]
		}
	}
	return nil
}

// counter numbers the values of a file and keeps it from having too many or too deep ones.
type counter int

func (c *counter) add(k kind, depth, line int) (*node, *Problem) {
	if depth > MaxDepth && (k == listNode || k == objectNode) {
		return nil, &Problem{code: "planfile-too-deep", limit: strconv.Itoa(MaxDepth), Line: line}
	}
	if *c++; *c > MaxValues {
		return nil, &Problem{code: "planfile-too-many-values", limit: strconv.Itoa(MaxValues), Line: line}
	}
	return &node{kind: k, line: line, order: int(*c)}, nil
}

// within adds the place of a value to a problem found inside it.
func (p *Problem) within(step string) *Problem {
	if p.Path != "" && p.Path[0] != '[' {
		step += "."
	}
	p.Path = step + p.Path
	return p
}

func join(at, key string) string {
	if at == "" {
		return key
	}
	return at + "." + key
}

func index(i int) string { return "[" + strconv.Itoa(i) + "]" }
