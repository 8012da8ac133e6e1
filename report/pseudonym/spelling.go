package pseudonym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stappenplan/steps"
)

// How many letters a spelling must have.
const (
	shortestName            = 2 // to count at all
	shortestWithS           = 4 // to take an s: "barts"
	shortestWithSAndCapital = 3 // the same where it is a name by its capital: "Jans"
	shortestInSmall         = 4 // to be known in small letters
	shortestOtherGaps       = 6 // to be known with other gaps than the name has: "Desmet", "De Smet"
	shortestAccount         = 8 // the same in any letters: "bartclaes"
)

// spelling is one way in which somebody is written. It is kept by its key.
type spelling struct {
	label     string
	words     int  // how many there are
	inSmall   bool // it is known in small letters; else these are often an ordinary word
	short     bool // a part of it is a letter or two
	lastFirst bool // the last name comes first, perhaps with a comma after it
	firstName bool // it is the first name alone
	left      bool // of somebody who left, or was never in the team
}

// addSpellings adds how someone may be written: in full, by first name, by last name, by initials.
func (p *People) addSpellings(name, label string, left bool) {
	add := func(s spelling, parts ...[]string) {
		s.label, s.left = label, left
		p.addSpelling(slices.Concat(parts...), s)
	}
	whole := words(name) // with all that stands in brackets
	first, last, parts, inSmall := parse(name)
	inFull := len(first)+len(last) > 1
	add(spelling{inSmall: len(whole) > 1}, whole)
	add(spelling{inSmall: inFull}, first, last)
	add(spelling{inSmall: inFull, lastFirst: true}, last, first)
	add(spelling{inSmall: inSmall, firstName: true}, first)
	for _, part := range append(parts, last) {
		add(spelling{}, part)
		if len(first) > 0 && identifies(part) { // "W. Peeters", "Peeters W."
			add(spelling{short: true}, letters(first[:1]), part)
			add(spelling{short: true}, letters(first), part)
			add(spelling{short: true, lastFirst: true}, part, letters(first[:1]))
		}
	}
	if len(last) > 0 && identifies(first) { // "Bart C."
		add(spelling{short: true}, first, letters(last[:1]))
		add(spelling{short: true}, first, letters(last))
	}
}

// addSpelling adds a spelling, if it tells who is meant.
func (p *People) addSpelling(words []string, s spelling) {
	s.words = len(words)
	key := strings.Join(words, "")
	if identifies(words) && len(key) >= shortestName && !slices.Contains(p.spellings[key], s) {
		p.spellings[key] = append(p.spellings[key], s)
		p.longest = max(p.longest, s.words)
	}
}

// identifies says whether words tell who is meant: "De" and "Mevrouw" do not.
func identifies(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return utf8.RuneCountInString(word) >= shortestName && !particles[word] && !titles[word] && !namesNobody(word) &&
			strings.ContainsFunc(word, unicode.IsLetter)
	})
}

// parse takes a name apart: the first name, the last name, and the parts of the last name that are used alone, each in the
// keys of its words; and whether the first name is known in small letters. What stands in brackets says something of the
// person; a comma follows a last name.
func parse(name string) (first, last []string, parts [][]string, inSmall bool) {
	before, after, turned := strings.Cut(withoutBrackets(name), ",")
	fields := strings.Fields(before)
	if turned && identifies(words(after)) {
		fields = append([]string{strings.TrimSpace(after)}, fields...)
	}
	for len(fields) > 1 && titles[key(fields[0])] || len(fields) > 2 && namesNobody(key(fields[0])) {
		fields = fields[1:] // "Juf Ann", "Zorgcoördinator Lisa Maes"
	}
	if len(fields) == 0 {
		return nil, nil, nil, false
	}
	rest := fields[1:]
	for i, field := range rest {
		halves := strings.Split(field, "-")
		if whole := key(field); i < len(rest)-1 && len(halves) == 1 && (utf8.RuneCountInString(whole) < shortestInSmall || namesakes[whole]) {
			continue // of the words before the last one only a name is used alone: "Willem" in "Jan Willem De Boer"
		}
		for _, half := range halves {
			parts = append(parts, words(half))
		}
	}
	return words(fields[0]), words(strings.Join(rest, " ")), parts, isKnownInSmall(fields[0], rest)
}

// withoutBrackets is a name without what stands in brackets.
func withoutBrackets(name string) string {
	before, rest, opened := strings.Cut(name, "(")
	_, after, _ := strings.Cut(rest, ")")
	if !opened || len(words(before+after)) == 0 {
		return name
	}
	return before + " " + after
}

// isKnownInSmall says whether a first name can be told from ordinary words in small letters. Where the rest is no last
// name, as in "Nieuwe collega", the first word is hardly a first name.
func isKnownInSmall(first string, rest []string) bool {
	key := key(first)
	if utf8.RuneCountInString(key) < shortestInSmall || namesakes[key] || strings.ContainsFunc(first, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-'
	}) {
		return false
	}
	begins := func(is func(rune) bool) func(string) bool {
		return func(word string) bool { return strings.IndexFunc(word, is) == 0 }
	}
	return begins(unicode.IsLower)(first) || len(rest) == 0 || slices.ContainsFunc(rest, begins(unicode.IsUpper))
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

// words are the keys of the words of a text.
func words(text string) (list []string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !ofWord(r) }) {
		if key := key(word); key != "" {
			list = append(list, key)
		}
	}
	return list
}

// key is a text in small letters without signs, gaps and accents, however these were typed.
func key(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		plain := ""
		if r >= utf8.RuneSelf {
			plain = steps.Slug(string(r))
		}
		switch {
		case plain != "":
			b.WriteString(plain)
		case ofWord(r) && !unicode.IsMark(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// ofWord says whether a character belongs to a word.
func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// wordLength is the length of the word that a text begins with.
func wordLength(text string) int { return len(text) - len(strings.TrimLeftFunc(text, ofWord)) }
