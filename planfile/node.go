package planfile

import (
	"slices"
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
	order int // its number among the values of the file
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

// find returns the node at a path below an object, such as means[0].amount. Where the file does not have it, found is nil and
// nearest is the last node on the path to it.
func (n *node) find(path string) (found, nearest *node) {
	for nearest = n; path != ""; path = strings.TrimLeft(path, ".[]") {
		if found = nearest.child(path); found != nil { // a key with such a sign in it
			return found, found
		}
		end := strings.IndexAny(path, ".[]")
		if end < 0 {
			return nil, nearest
		}
		if found = nearest.child(path[:end]); found == nil {
			return nil, nearest
		}
		nearest, path = found, path[end:]
	}
	return nearest, nearest
}

// child returns the value of a key of an object, or of an index of a list, or nil.
func (n *node) child(key string) *node {
	if i, err := strconv.Atoi(key); err == nil && n.kind == listNode && i < len(n.items) {
		return n.items[i]
	}
	if i := slices.Index(n.keys, key); i >= 0 {
		return n.items[i]
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
