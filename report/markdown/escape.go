package markdown

import "strings"

// escape writes a line of text so that Markdown shows it to the letter: as no heading, list,
// table, link, HTML or emphasis. What cannot be taken for any of these is left as it is.
func escape(line string) string {
	if line == "" || strings.IndexFunc(line, special) < 0 && !blank(line[0]) && !blank(line[len(line)-1]) {
		return line
	}
	var b strings.Builder
	b.Grow(len(line) + 8)
	for i := range len(line) {
		c := line[i]
		switch {
		case blank(c) && (i == 0 || i == len(line)-1):
			b.WriteString(map[byte]string{' ': "&#32;", '\t': "&#9;"}[c]) // Markdown drops blanks at the ends
			continue
		case markup(line, i):
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}

func blank(c byte) bool { return c == ' ' || c == '\t' }

// special says whether a character can be markup somewhere.
func special(r rune) bool { return strings.ContainsRune("\\`*_[<~|&@:.)#+-=>", r) }

// markup says whether the character at i would be taken for markup.
func markup(line string, i int) bool {
	switch c := line[i]; c {
	case '\\', '`', '*', '_', '[', '<', '~', '|':
		return true
	case '&':
		return i+1 < len(line) && (line[i+1] == '#' || letter(line[i+1]))
	case '@':
		return i > 0 && i+1 < len(line) // between other characters it makes an e-mail address
	case ':':
		return i == 0 || strings.HasPrefix(line[i:], "://")
	case '.':
		return marksList(line, i) || i >= 3 && strings.EqualFold(line[i-3:i], "www")
	case ')':
		return marksList(line, i)
	case '#':
		return i == 0 || i == len(line)-1 // a heading, or the end of one
	case '+', '-', '=', '>':
		return i == 0
	}
	return false
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// marksList says whether the point or bracket at i begins a list: there is only a number before it, of at most nine
// digits, and a blank or nothing after it.
func marksList(line string, i int) bool {
	number, rest := line[:i], line[i+1:]
	return number != "" && len(number) < 10 && strings.Trim(number, "0123456789") == "" && (rest == "" || blank(rest[0]))
}
