package planfile

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Byte order marks: how a text file says what it is written in.
var (
	markUTF8    = []byte("\uFEFF")
	markUTF16LE = []byte{0xFF, 0xFE}
	markUTF16BE = []byte{0xFE, 0xFF}
)

// Text gives a text file as UTF-8: it may be that already, with or without a byte order mark, or UTF-16 with one. Anything
// else is refused with [Errors].
func Text(data []byte) ([]byte, error) {
	text, fault := textOf(data)
	if fault != nil {
		return nil, Errors{*fault}
	}
	return text, nil
}

func textOf(data []byte) (text []byte, fault *Problem) {
	switch {
	case bytes.HasPrefix(data, markUTF16LE):
		text, fault = fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, markUTF16BE):
		text, fault = fromUTF16(data[2:], binary.BigEndian)
	default:
		text = bytes.TrimPrefix(data, markUTF8)
	}
	switch {
	case fault != nil:
		return nil, fault
	case bytes.IndexByte(text, 0) >= 0:
		return nil, &Problem{code: "planfile-nul"}
	}
	number := 0
	for line := range bytes.Lines(text) {
		if number++; !utf8.Valid(line) {
			return nil, &Problem{code: "planfile-not-utf8", Line: number}
		}
	}
	return text, nil
}

// fromUTF16 gives what is written in two bytes a unit, and refuses half units and half characters.
func fromUTF16(data []byte, order binary.ByteOrder) ([]byte, *Problem) {
	text := make([]byte, 0, len(data)/2)
	for len(data) >= 2 {
		r, length := rune(order.Uint16(data)), 2
		if utf16.IsSurrogate(r) && len(data) >= 4 {
			r, length = utf16.DecodeRune(r, rune(order.Uint16(data[2:]))), 4
		}
		if utf16.IsSurrogate(r) || length == 4 && r == utf8.RuneError {
			break
		}
		text, data = utf8.AppendRune(text, r), data[length:]
	}
	if len(data) > 0 {
		return nil, &Problem{code: "planfile-not-utf16", Line: 1 + bytes.Count(text, []byte("\n"))}
	}
	return text, nil
}

// halfCharacter says whether a text between quotes, as it is written, has half of a pair of \u escapes: one that the
// readers of JSON silently replace.
func halfCharacter(written []byte) bool {
	for {
		i := bytes.IndexByte(written, '\\')
		if i < 0 || i+1 >= len(written) {
			return false
		}
		r, ok := unitOf(written[i:])
		if !ok {
			written = written[i+2:]
			continue
		}
		written = written[i+6:]
		if !utf16.IsSurrogate(r) {
			continue
		}
		if other, ok := unitOf(written); !ok || utf16.DecodeRune(r, other) == utf8.RuneError {
			return true
		}
		written = written[6:]
	}
}

// unitOf returns the UTF-16 unit of the escape, such as \u00e9, that a text begins with; false where it begins otherwise.
func unitOf(written []byte) (rune, bool) {
	if len(written) < 6 || written[0] != '\\' || written[1] != 'u' {
		return 0, false
	}
	unit, err := strconv.ParseUint(string(written[2:6]), 16, 16)
	return rune(unit), err == nil
}
