package steps

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits on texts, in code points after cleaning.
const (
	MaxName = 200
	MaxText = 100_000
	MaxID   = 60
)

// Clean makes a text harmless and leaves its letters alone: terminal escape sequences, control
// characters other than line feed and tab, characters that turn the reading direction and
// noncharacters go; CR and CRLF become a line feed; a byte that is not UTF-8 becomes U+FFFD.
// Cleaning twice is cleaning once.
func Clean(text string) string {
	if isClean(text) {
		return text
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	// Taking characters away can bring the parts of an escape sequence together, so until it settles.
	for {
		next := cleanOnce(text)
		if next == text {
			return text
		}
		text = next
	}
}

// CleanName is Clean for a text of one line: line ends and tabs become spaces, and the blanks around it go.
func CleanName(name string) string {
	return strings.TrimSpace(strings.Map(onOneLine, Clean(name)))
}

func onOneLine(r rune) rune {
	switch r {
	case '\n', '\t', '\u2028', '\u2029':
		return ' '
	}
	return r
}

// author is the clean name of who made an entry; a name that shows nothing is none.
func author(name string) string {
	if name = CleanName(name); Blank(name) {
		return ""
	}
	return name
}

// Blank says whether a text shows nothing: it is empty, or holds only white space and characters
// that have no shape of their own.
func Blank(text string) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) && !shapeless(r) {
			return false
		}
	}
	return true
}

func shapeless(r rune) bool {
	switch r {
	case '\u3164', '\u115F', '\u1160', '\uFFA0', '\u2800', '\u034F':
		return true
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r)
}

func isClean(text string) bool {
	for _, r := range text {
		if r == utf8.RuneError || (r != '\n' && r != '\t' && dropped(r)) {
			return false
		}
	}
	return true
}

// dropped says whether a single character never stays in a text.
func dropped(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\t'
	case r < 0x7F:
		return false
	case r <= 0x9F:
		return true
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r&0xFFFE == 0xFFFE || (r >= 0xFDD0 && r <= 0xFDEF)
}

func cleanOnce(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		if text[i] == 0x1B {
			i += escapeLength(text[i:])
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !dropped(r) {
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// escapeLength is the length of the escape sequence that a text begins with (ECMA-48): one that is
// not ended runs to the end of the text.
func escapeLength(text string) int {
	if len(text) == 1 {
		return 1
	}
	switch text[1] {
	case '[':
		for i := 2; i < len(text); i++ {
			if text[i] >= 0x40 && text[i] <= 0x7E {
				return i + 1
			}
			if text[i] < 0x20 || text[i] > 0x7E {
				return i
			}
		}
		return len(text)
	case ']', 'P', 'X', '^', '_':
		for i := 2; i < len(text); i++ {
			if text[i] == 0x07 {
				return i + 1
			}
			if text[i] == 0x1B {
				if i+1 < len(text) && text[i+1] == '\\' {
					return i + 2
				}
				return i
			}
		}
		return len(text)
	}
	if text[1] < 0x20 || text[1] > 0x7E {
		return 1
	}
	return 2
}

// ValidID says whether a text can be the id of a member, an own task or a plan: lower-case letters,
// digits and hyphens, beginning and ending with a letter or digit, at most 60.
func ValidID(id string) bool {
	if id == "" || len(id) > MaxID || id[0] == '-' || id[len(id)-1] == '-' {
		return false
	}
	for _, r := range id {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}

// OwnTaskPrefix begins the id of every task that is not from the catalogue.
const OwnTaskPrefix = "own-"

// NewMemberID makes an id from the first word of a name, with -2, -3 … when taken says it is in use.
func NewMemberID(name string, taken func(id string) bool) string {
	first, _, _ := strings.Cut(CleanName(name), " ")
	return newID("", first, "member", taken)
}

// NewTaskID makes the id of an own task from its title, with -2, -3 … when taken says it is in use.
func NewTaskID(title string, taken func(id string) bool) string {
	return newID(OwnTaskPrefix, CleanName(title), "task", taken)
}

func newID(prefix, text, otherwise string, taken func(string) bool) string {
	base := Slug(text)
	if base == "" {
		base = otherwise
	}
	if room := MaxID - len(prefix) - 6; len(base) > room {
		base = strings.TrimRight(base[:room], "-")
	}
	id := prefix + base
	for n := 2; taken(id); n++ {
		id = prefix + base + "-" + itoa(n)
	}
	return id
}

// Slug turns a text into lower-case letters, digits and single hyphens; it is empty where the text has none of these.
func Slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(text) {
		plain, ok := withoutAccent[r]
		if !ok && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9') {
			plain = string(r)
		}
		if plain == "" {
			gap = gap || !unicode.Is(unicode.Mn, r)
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(plain)
	}
	return b.String()
}

var withoutAccent = func() map[rune]string {
	table := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ĳ': "ij", 'ø': "o", 'ł': "l", 'đ': "d", 'þ': "th", 'ð': "d"}
	for plain, accented := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćč", "d": "ď", "e": "èéêëēėęě", "g": "ğ", "i": "ìíîïīįı", "l": "ľĺ", "n": "ñńňņ",
		"o": "òóôõöōő", "r": "řŕ", "s": "śšşș", "t": "ťțţ", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źżž",
	} {
		for _, r := range accented {
			table[r] = plain
		}
	}
	return table
}()
