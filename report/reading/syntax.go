package reading

import (
	"bytes"
	"encoding/hex"
	"strconv"
)

// The objects of a PDF, beside numbers (float64), text (string) and whatever is not read (nil).
type (
	name       string
	word       string // an operator, or a word such as obj
	reference  int    // to an object
	array      []any
	dictionary map[name]any
)

// deepest is how deep arrays and dictionaries are read in each other.
const deepest = 40

// scanner reads the objects that stand one after the other in a PDF, or in a stream of it.
type scanner struct {
	data []byte
	at   int
}

// end is what [scanner.next] gives behind the last object; closing is a bracket that ends an array or a dictionary.
type (
	end     struct{}
	closing struct{}
)

// next reads one object.
func (s *scanner) next(depth int) any {
	s.skip()
	if s.at >= len(s.data) {
		return end{}
	}
	c := s.data[s.at]
	s.at++
	switch {
	case c == '/':
		return s.name()
	case c == '(':
		return s.literal()
	case c == '<' && s.at < len(s.data) && s.data[s.at] == '<':
		s.at++
		return s.dictionary(depth + 1)
	case c == '<':
		return s.digits()
	case c == '[':
		return s.array(depth + 1)
	case c == '>' && s.at < len(s.data) && s.data[s.at] == '>':
		s.at++
		return closing{}
	case c == ']':
		return closing{}
	case delimits(c):
		return nil
	}
	begin := s.at - 1
	for s.at < len(s.data) && !delimits(s.data[s.at]) && !blank(s.data[s.at]) {
		s.at++
	}
	text := string(s.data[begin:s.at])
	if n, err := strconv.ParseFloat(text, 64); err == nil && (c <= '9') {
		return n
	}
	return word(text)
}

// skip passes blanks and comments.
func (s *scanner) skip() {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case blank(c):
			s.at++
		case c == '%':
			for s.at < len(s.data) && s.data[s.at] != '\n' && s.data[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

func blank(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' || c == 0 }

func delimits(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (s *scanner) name() name {
	var b []byte
	for ; s.at < len(s.data) && !delimits(s.data[s.at]) && !blank(s.data[s.at]); s.at++ {
		c := s.data[s.at]
		if c == '#' && s.at+2 < len(s.data) {
			if n, err := strconv.ParseUint(string(s.data[s.at+1:s.at+3]), 16, 8); err == nil {
				c, s.at = byte(n), s.at+2
			}
		}
		b = append(b, c)
	}
	return name(b)
}

// literal reads text in brackets, which may hold brackets of its own.
func (s *scanner) literal() string {
	var b []byte
	for open := 1; s.at < len(s.data); s.at++ {
		c := s.data[s.at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				s.at++
				return string(b)
			}
		case '\\':
			b = s.escaped(b)
			continue
		}
		b = append(b, c)
	}
	s.at = len(s.data) // a backslash at the very end leads behind it
	return string(b)
}

// escaped adds what a backslash at this place stands for, and leaves the scanner at the last byte of it.
func (s *scanner) escaped(b []byte) []byte {
	s.at++
	if s.at >= len(s.data) {
		return b
	}
	c := s.data[s.at]
	if plain := bytes.IndexByte([]byte("nrtbf"), c); plain >= 0 {
		return append(b, "\n\r\t\b\f"[plain])
	}
	switch {
	case c == '\r' && s.at+1 < len(s.data) && s.data[s.at+1] == '\n':
		s.at++
		return b
	case c == '\r' || c == '\n':
		return b
	case c < '0' || c > '7':
		return append(b, c)
	}
	code := 0
	for i := 0; i < 3 && s.at < len(s.data) && s.data[s.at] >= '0' && s.data[s.at] <= '7'; i++ {
		code, s.at = code*8+int(s.data[s.at]-'0'), s.at+1
	}
	s.at--
	return append(b, byte(code))
}

// digits reads text in hexadecimal digits.
func (s *scanner) digits() string {
	var b []byte
	for ; s.at < len(s.data) && s.data[s.at] != '>'; s.at++ {
		if !blank(s.data[s.at]) {
			b = append(b, s.data[s.at])
		}
	}
	s.at = min(s.at+1, len(s.data)) // there may be no bracket that ends it
	if len(b)%2 == 1 {
		b = append(b, '0')
	}
	text := make([]byte, len(b)/2)
	if _, err := hex.Decode(text, b); err != nil {
		return ""
	}
	return string(text)
}

func (s *scanner) array(depth int) (list array) {
	for depth <= deepest {
		switch o := s.next(depth).(type) {
		case end, closing:
			return list
		case word:
			list = refer(list, o)
		default:
			list = append(list, o)
		}
	}
	return list
}

// refer makes a reference of the two numbers that stand before the word R.
func refer(list array, o word) array {
	if n := len(list) - 2; o == "R" && n >= 0 {
		if id, is := list[n].(float64); is {
			return append(list[:n], reference(id))
		}
	}
	return append(list, o)
}

func (s *scanner) dictionary(depth int) dictionary {
	list := s.array(depth)
	d := make(dictionary, len(list)/2)
	for i := 0; i+1 < len(list); i += 2 {
		if key, is := list[i].(name); is {
			d[key] = list[i+1]
		}
	}
	return d
}
