package pseudonym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stappenplan/steps"
)

// How many letters a way of writing somebody must have.
const (
	shortestName   = 2 // to count at all
	shortestOfWhom = 4 // to take an s: "barts"
	// shortestOfWhomWithCapital is the same where it is a name by its capital: "Jans".
	shortestOfWhomWithCapital = 3
	shortestInSmall           = 4 // to be known in small letters
	shortestOtherly           = 6 // to be known with other gaps than the name has: "Desmet", "De Smet"
	shortestAsLogin           = 8 // the same in any letters: "bartclaes"
)

// call is one way in which somebody is written. Its letters, without gaps, signs and accents, are the key it is kept by.
type spelling struct {
	label string
	words int        // how many there are
	how   letterCase // in which letters
	short bool       // a part of it is a letter or two
	back  bool       // the last name comes first, perhaps with a comma after it
	first bool       // it is the first name alone
	gone  bool       // is there no more: somebody who is comes first
}

// hand says in which letters a call is written.
type letterCase int

const (
	anyCase     letterCase = iota
	capitalized            // in small letters it would often be an ordinary word
)

// name is a name in its parts, each in words of letters.
type parsedName struct {
	first, last []string
	halves      [][]string // parts of the last name that are used alone
	hand        letterCase // of the first name
}

// listen learns how someone may be written: in full, by first name, by last name, by initials.
func (p *People) addSpellings(written, label string, gone bool) {
	c := spelling{label: label, gone: gone}
	n, whole := parse(written), words(written) // this with all that stands in brackets
	p.addSpelling(whole, c, caseOfFull(whole))
	full := slices.Concat(n.first, n.last)
	p.addSpelling(full, c, caseOfFull(full))
	alone := c
	alone.first = true
	p.addSpelling(n.first, alone, n.hand)
	p.addSpelling(n.last, c, capitalized)
	for _, half := range n.halves {
		p.addSpelling(half, c, capitalized)
	}
	p.addShortSpellings(n, c)
	c.back = true
	p.addSpelling(slices.Concat(n.last, n.first), c, caseOfFull(full))
}

// listenShort learns the calls in which a part of the name is a letter or two: "W. Peeters", "Bart C.".
func (p *People) addShortSpellings(n parsedName, c spelling) {
	c.short = true
	back := c
	back.back = true
	for _, last := range n.lasts() {
		p.addSpelling(slices.Concat(letters(n.first[:1]), last), c, capitalized)
		p.addSpelling(slices.Concat(letters(n.first), last), c, capitalized)
		p.addSpelling(slices.Concat(last, letters(n.first[:1])), back, capitalized)
	}
	if last := letters(n.last); len(last) > 0 && identifies(n.first) {
		p.addSpelling(slices.Concat(n.first, last[:1]), c, capitalized)
		p.addSpelling(slices.Concat(n.first, last), c, capitalized)
	}
}

// lasts are the last name and its parts, as far as these tell who is meant.
func (n parsedName) lasts() [][]string {
	if len(n.first) == 0 {
		return nil
	}
	return slices.DeleteFunc(append([][]string{n.last}, n.halves...), func(words []string) bool { return !identifies(words) })
}

// call keeps a way of writing, if it tells who is meant.
func (p *People) addSpelling(words []string, c spelling, how letterCase) {
	joined := strings.Join(words, "")
	if !identifies(words) || len(joined) < shortestName {
		return
	}
	if p.calls == nil {
		p.calls, p.starts = map[string][]spelling{}, map[[shortestName]byte]bool{}
		for address := range addresses() {
			p.starts[[shortestName]byte([]byte(address))] = true
		}
	}
	c.words, c.how = len(words), how
	if slices.Contains(p.calls[joined], c) {
		return
	}
	p.calls[joined] = append(p.calls[joined], c)
	p.starts[[shortestName]byte([]byte(joined))] = true
	p.most = max(p.most, c.words)
}

// fullHand is how a whole name is written: a single word is no more than a first name.
func caseOfFull(words []string) letterCase {
	if len(words) > 1 {
		return anyCase
	}
	return capitalized
}

// tells says whether words tell who is meant: "De" and "Mevrouw" do not.
func identifies(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return utf8.RuneCountInString(word) >= shortestName && !particles()[word] && !addresses()[word] && !namesNobody(word) &&
			strings.ContainsFunc(word, unicode.IsLetter)
	})
}

// parse takes a name apart. What stands in brackets says something of the person; a comma follows a last name.
func parse(written string) (n parsedName) {
	written = unbracketed(written)
	before, after, turned := strings.Cut(written, ",")
	parts := strings.Fields(before)
	if turned && identifies(words(after)) {
		parts = append([]string{strings.TrimSpace(after)}, parts...)
	}
	for len(parts) > 1 && addresses()[key(parts[0])] || len(parts) > 2 && namesNobody(key(parts[0])) {
		parts = parts[1:] // "Juf Ann", "Zorgcoördinator Lisa Maes"
	}
	if len(parts) == 0 {
		return n
	}
	first, rest := parts[0], parts[1:]
	n.first, n.last = words(first), words(strings.Join(rest, " "))
	if n.hand = capitalized; knownInSmall(first, rest) {
		n.hand = anyCase
	}
	for i, word := range rest {
		halves := strings.Split(word, "-")
		if i == len(rest)-1 || len(halves) > 1 {
			for _, half := range halves {
				n.halves = append(n.halves, words(half))
			}
		} else if joined := key(word); utf8.RuneCountInString(joined) >= shortestInSmall && !namesakes()[joined] {
			n.halves = append(n.halves, words(word)) // "Willem" in "Jan Willem De Boer"
		}
	}
	return n
}

// unbracketed is a name without what stands in brackets.
func unbracketed(written string) string {
	before, rest, opened := strings.Cut(written, "(")
	_, after, _ := strings.Cut(rest, ")")
	if !opened || len(words(before+after)) == 0 {
		return written
	}
	return before + " " + after
}

// knownInSmall says whether a first name can be told from ordinary words in small letters. Where the rest is no last
// name, as in "Nieuwe collega", the first word is hardly a first name.
func knownInSmall(first string, rest []string) bool {
	joined := key(first)
	if utf8.RuneCountInString(joined) < shortestInSmall || namesakes()[joined] || strings.ContainsFunc(first, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-'
	}) {
		return false
	}
	initial, _ := utf8.DecodeRuneInString(first)
	return unicode.IsLower(initial) || len(rest) == 0 || slices.ContainsFunc(rest, func(word string) bool {
		initial, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(initial)
	})
}

// letters are the first letters of words.
func letters(words []string) []string {
	list := make([]string, len(words))
	for i, word := range words {
		_, size := utf8.DecodeRuneInString(word)
		list[i] = word[:size]
	}
	return list
}

// words are the words of a text, each as [key] writes it.
func words(text string) (list []string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !ofWord(r) }) {
		if joined := key(word); joined != "" {
			list = append(list, joined)
		}
	}
	return list
}

// key is a text in small letters without signs, gaps and accents, however these were typed.
func key(text string) string { return string(appendKey(nil, text)) }

func appendKey(to []byte, text string) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				to = append(to, c)
			}
			i++
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		letter := text[i : i+size]
		i += size
		if parts := norm.NFD.PropertiesString(letter).Decomposition(); parts != nil {
			letter = string(parts)
		}
		for _, r := range letter {
			switch plain := steps.Slug(string(r)); {
			case plain != "":
				to = append(to, plain...)
			case ofWord(r) && !unicode.IsMark(r):
				to = utf8.AppendRune(to, unicode.ToLower(r))
			}
		}
	}
	return to
}

// ofWord says whether a character belongs to a word.
func ofWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}
