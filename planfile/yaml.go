package planfile

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"stappenplan/lazyregexp"
)

// writeYAML writes an object or a list in block style, every line after the indent.
func writeYAML(b *bytes.Buffer, n *node, indent string) {
	for i, item := range n.items {
		if i > 0 || b.Len() > 0 && bytes.HasSuffix(b.Bytes(), []byte("\n")) {
			b.WriteString(indent)
		}
		if n.kind == listNode {
			b.WriteString("- ")
			writeYAMLItem(b, item, indent+"  ")
			continue
		}
		b.WriteString(yamlText(n.keys[i]) + ":")
		if item.items == nil {
			b.WriteByte(' ')
		} else {
			b.WriteByte('\n')
		}
		writeYAMLItem(b, item, indent+"  ")
	}
}

func writeYAMLItem(b *bytes.Buffer, n *node, indent string) {
	switch {
	case n.items != nil:
		writeYAML(b, n, indent)
	case n.kind == textNode:
		b.WriteString(yamlText(n.text) + "\n")
	default:
		b.WriteString(n.text + "\n")
	}
}

// yamlText writes plainly only what every reader of YAML takes for a text, whatever its version.
func yamlText(text string) string {
	if plainWord().MatchString(text) && !notPlain().MatchString(text) {
		return text
	}
	return strings.ReplaceAll(quoted(text), "\uFEFF", `\uFEFF`)
}

var (
	plainWord = lazyregexp.New(`^[a-z][a-z0-9_-]*$`)
	notPlain  = lazyregexp.New(`^(true|false|null|yes|no|on|off|y|n)$`)
)

// readYAML makes nodes of YAML. The library is go.yaml.in/yaml and not goccy/go-yaml, because a file
// comes from anyone: on 200 kB of "- - - " or "[[[[" goccy took over 10 GB, and 30,000 keys in one
// mapping cost it 0.6 s, growing by the square. go.yaml.in/yaml stays linear; what is left to guard is
// the number of values (looked at before, in bytes) and their depth.
func readYAML(data []byte) (*node, *Problem) {
	if tooManyMarks(data) {
		return nil, &Problem{code: "planfile-too-many-values", limit: strconv.Itoa(MaxValues)}
	}
	depth := &depthGuard{}
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(depth))
	var document yaml.Node
	if err == nil {
		err = loader.Load(&document)
	}
	if depth.passed {
		return nil, &Problem{code: "planfile-too-deep", limit: strconv.Itoa(MaxDepth)}
	}
	if err == io.EOF || err == nil && len(document.Content) == 0 {
		return nil, &Problem{code: "planfile-blank"}
	}
	if err != nil {
		return nil, wrongAt(lineOf(err, data), data)
	}
	if err := loader.Load(new(yaml.Node)); err != io.EOF {
		return nil, &Problem{code: "planfile-trailing"}
	}
	return new(yamlReader).value(document.Content[0], 1)
}

// wrongAt is what the parser stumbled over on a line. It knows no pairs of escapes, as JSON has them, nor half of one.
func wrongAt(line int, data []byte) *Problem {
	at := 0
	for text := range bytes.Lines(data) {
		if at++; at == line && surrogate().Match(text) {
			return &Problem{code: "planfile-escape", Line: line}
		}
	}
	return &Problem{code: "planfile-syntax", Line: line}
}

var surrogate = lazyregexp.New(`\\(u|U0000)[dD][89a-fA-F]`)

func lineOf(err error, data []byte) int {
	var at *yaml.LoadError
	switch {
	case !errors.As(err, &at):
		return 0
	case at.Mark.Line == 0: // a character that is not allowed is known by its place only
		return 1 + bytes.Count(data[:min(at.Mark.Index, len(data))], []byte("\n"))
	}
	return at.Mark.Line
}

// depthGuard stops the parser long before the depth costs anything. It counts otherwise than the
// contract does, so it is wider; yamlReader counts exactly.
type depthGuard struct{ passed bool }

var errTooDeep = errors.New("too deep")

// CheckDepth is asked by the parser at each level.
func (g *depthGuard) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > 4*MaxDepth {
		g.passed = true
		return errTooDeep
	}
	return nil
}

// CheckAlias is asked where an alias is followed, which never happens here.
func (g *depthGuard) CheckAlias(int, int) error { return nil }

// tooManyMarks says whether there are more than so many bytes that can begin a value: then the parser
// would need more memory than a plan is worth. A file of long texts has far fewer.
func tooManyMarks(data []byte) bool {
	const values, properties = 5 * MaxValues, MaxValues / 5
	v, p := 0, 0
	before := byte('\n')
	for i, c := range data {
		switch c {
		case '\n', ',', '[', '{':
			v++
		case '-', ':', '?':
			if i+1 < len(data) && data[i+1] <= ' ' {
				v++
			}
		case '\'', '"': // one behind a backslash begins no text
			if before != '\\' {
				v++
			}
		case '#': // the library keeps comments
			if before <= ' ' {
				v += 3
			}
		case '!', '&', '*':
			if before <= ' ' || before == '[' || before == '{' || before == ',' {
				p++
			}
		}
		before = c
	}
	return v > values || p > properties
}

// yamlReader turns the nodes of the library into ours.
type yamlReader struct{ counter }

func (r *yamlReader) value(y *yaml.Node, depth int) (*node, *Problem) {
	n, fault := r.add(kindOf(y), depth, y.Line)
	if fault != nil {
		return nil, fault
	}
	n.fault = faultOf(y)
	switch {
	case n.fault != "":
	case n.kind == objectNode, n.kind == listNode:
		return r.items(n, y, depth)
	default:
		n.text = y.Value
	}
	return n, nil
}

// items reads the items of a list, or the keys and items of an object by turns.
func (r *yamlReader) items(n *node, y *yaml.Node, depth int) (*node, *Problem) {
	step := map[kind]int{listNode: 1, objectNode: 2}[n.kind]
	for part := range slices.Chunk(y.Content, step) {
		key, place := part[0], index(len(n.items))
		if n.kind == objectNode {
			n.keys, place = append(n.keys, key.Value), quote(key.Value)
		}
		item, fault := r.value(part[step-1], depth+1)
		if fault != nil {
			return nil, fault.within(place)
		}
		item.fault = cmp.Or(faultOf(key), item.fault)
		n.items = append(n.items, item)
	}
	return n, nil
}

// faultOf is the code of what cannot be used whatever is asked: an alias, or a tag, be it only the exclamation mark.
func faultOf(y *yaml.Node) string {
	switch {
	case y.Kind == yaml.AliasNode || y.Anchor != "":
		return "planfile-alias"
	case y.Style&yaml.TaggedStyle != 0 || y.Tag == "!":
		return "planfile-tag"
	}
	return ""
}

// kindOf reads a plain scalar by the core schema of YAML 1.2, but only true and false are booleans.
func kindOf(y *yaml.Node) kind {
	switch {
	case y.Kind == yaml.MappingNode:
		return objectNode
	case y.Kind == yaml.SequenceNode:
		return listNode
	case y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return textNode
	case yamlNull().MatchString(y.Value):
		return nullNode
	case y.Value == "true" || y.Value == "false":
		return booleanNode
	case yamlDecimal().MatchString(y.Value), yamlNotDecimal().MatchString(y.Value):
		return numberNode
	}
	return textNode
}

var (
	yamlNull = lazyregexp.New(`^(|~|null|Null|NULL)$`)
	// Two and not one: in neither are there ever two ways to go on, so a number of a million digits is soon read.
	yamlDecimal    = lazyregexp.New(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
	yamlNotDecimal = lazyregexp.New(`^(0(o[0-7]+|x[0-9a-fA-F]+)|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$`)
)
