package planfile

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"
)

// writeJSON writes a node with two spaces for each level.
func writeJSON(b *bytes.Buffer, n *node, indent string) {
	switch n.kind {
	case objectNode:
		writeItems(b, n, indent, "{", "}")
	case listNode:
		writeItems(b, n, indent, "[", "]")
	case textNode:
		b.WriteString(quoted(n.text))
	default:
		b.WriteString(n.text)
	}
}

func writeItems(b *bytes.Buffer, n *node, indent, opening, closing string) {
	b.WriteString(opening)
	for i, item := range n.items {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n" + indent + "  ")
		if n.kind == objectNode {
			b.WriteString(quoted(n.keys[i]) + ": ")
		}
		writeJSON(b, item, indent+"  ")
	}
	b.WriteString("\n" + indent + closing)
}

// quoted writes a text between quotes as JSON does; YAML reads the same.
func quoted(text string) string {
	var b strings.Builder
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false)
	_ = w.Encode(text) // a text into memory: nothing can go wrong
	return strings.TrimSuffix(b.String(), "\n")
}

// jsonReader makes nodes of JSON. The standard decoder would take the last of two equal keys and round
// numbers; its tokens do neither.
type jsonReader struct {
	tokens  *json.Decoder
	data    []byte
	line    int // of the token read last
	counted int // up to where lines were counted
	counter
}

func readJSON(data []byte) (*node, *Problem) {
	r := &jsonReader{tokens: json.NewDecoder(bytes.NewReader(data)), data: data, line: 1}
	r.tokens.UseNumber()
	root, fault := r.value(1)
	if fault != nil {
		return nil, fault
	}
	if _, err := r.tokens.Token(); err != io.EOF {
		return nil, r.fault("planfile-trailing")
	}
	return root, nil
}

func (r *jsonReader) value(depth int) (*node, *Problem) {
	from := r.tokens.InputOffset()
	token, err := r.tokens.Token()
	if err != nil {
		return nil, r.fault("planfile-syntax")
	}
	r.count(int(r.tokens.InputOffset()))
	switch v := token.(type) {
	case json.Delim:
		return r.items(map[json.Delim]kind{'{': objectNode, '[': listNode}[v], depth)
	case string:
		n, fault := r.scalar(textNode, v)
		if fault == nil && r.hasHalfCharacter(from) {
			n.fault = "planfile-half-character"
		}
		return n, fault
	case json.Number:
		return r.scalar(numberNode, string(v))
	case bool:
		return r.scalar(booleanNode, strconv.FormatBool(v))
	}
	return r.scalar(nullNode, "")
}

func (r *jsonReader) scalar(k kind, text string) (*node, *Problem) {
	n, fault := r.add(k, 0, r.line)
	if fault == nil {
		n.text = text
	}
	return n, fault
}

// items reads the items of a list or an object, up to its end.
func (r *jsonReader) items(k kind, depth int) (*node, *Problem) {
	n, fault := r.add(k, depth, r.line)
	if fault != nil {
		return nil, fault
	}
	for r.tokens.More() {
		place, half := index(len(n.items)), false
		if k == objectNode {
			from := r.tokens.InputOffset()
			token, err := r.tokens.Token()
			key, ok := token.(string)
			if err != nil || !ok {
				return nil, r.fault("planfile-syntax")
			}
			n.keys = append(n.keys, key)
			place, half = quote(key), r.hasHalfCharacter(from)
		}
		item, fault := r.value(depth + 1)
		if fault != nil {
			return nil, fault.within(place)
		}
		if half {
			item.fault = "planfile-half-character"
		}
		n.items = append(n.items, item)
	}
	if _, err := r.tokens.Token(); err != nil {
		return nil, r.fault("planfile-syntax")
	}
	return n, nil
}

// hasHalfCharacter says whether the token read last, which began after an offset, holds half a character.
func (r *jsonReader) hasHalfCharacter(from int64) bool {
	return halfCharacter(r.data[from:r.tokens.InputOffset()])
}

// count brings the line up to an offset.
func (r *jsonReader) count(offset int) {
	if offset > r.counted {
		r.line += bytes.Count(r.data[r.counted:offset], []byte("\n"))
		r.counted = offset
	}
}

// fault is a problem at the line where what could not be read begins.
func (r *jsonReader) fault(code string) *Problem {
	rest := bytes.TrimLeft(r.data[r.tokens.InputOffset():], " \t\r\n,:")
	r.count(len(r.data) - len(rest))
	return &Problem{code: code, Line: r.line}
}
