package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Shortest words that count for a name, in letters: one letter is none, and a short one does not take an s.
const (
	shortestName     = 2
	shortestOfWhom   = 4
	sentenceEndMarks = ".?!\n"
)

// listen learns how members may be written: in full, by first name, by last name.
func (p *people) listen(members []steps.Member) {
	labels := map[string][]string{}
	known := map[string]call{}
	for _, m := range members {
		for _, c := range p.callsOf(m.Name) {
			key := strings.Join(c.words, " ")
			known[key] = c
			if label := p.labels[m.ID]; !slices.Contains(labels[key], label) {
				labels[key] = append(labels[key], label)
			}
		}
	}
	p.calls = map[rune][]call{}
	for key, c := range known {
		c.label = strings.Join(labels[key], string(p.words.Or)) // two people of one name
		first := firstLetter(key)
		p.calls[first] = append(p.calls[first], c)
	}
	for _, calls := range p.calls {
		slices.SortFunc(calls, func(a, b call) int {
			long, other := strings.Join(a.words, " "), strings.Join(b.words, " ")
			return cmp.Or(cmp.Compare(len(other), len(long)), cmp.Compare(long, other))
		})
	}
}

// callsOf are the ways in which a name may be written. A part of a name is written as it is or in capitals: in
// small letters it would often be an ordinary word.
func (p *people) callsOf(name string) (calls []call) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return nil
	}
	if len(words) > 1 {
		last := slices.Concat(words[1:], words[:1])
		calls = append(calls, call{words: words, folded: true}, call{words: last, folded: true})
	}
	for _, part := range [][]string{words[:1], words[1:], words[len(words)-1:], words} {
		if len(part) == 0 || !p.tells(part) {
			continue
		}
		calls = append(calls, call{words: part}, call{words: strings.Fields(strings.ToUpper(strings.Join(part, " ")))})
		if last := part[len(part)-1]; utf8.RuneCountInString(last) >= shortestOfWhom {
			calls = append(calls, call{words: append(slices.Clone(part[:len(part)-1]), last+"s")})
		}
	}
	return calls
}

// tells says whether a part of a name tells who it is: "De" and "Mevrouw" do not.
func (p *people) tells(part []string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, strings.Join(part, ""))
	if utf8.RuneCountInString(letters) < shortestName {
		return false
	}
	return len(part) > 1 || !slices.ContainsFunc(p.words.Never, func(never assets.Text) bool {
		return strings.EqualFold(strings.TrimSuffix(part[0], "."), string(never))
	})
}

// in is a text in which everyone is called as the reader may know them.
func (p *people) in(text string) string {
	if len(p.calls) == 0 || text == "" {
		return text
	}
	var b strings.Builder
	inWord := false
	for i := 0; i < len(text); {
		if !inWord {
			if label, n := p.at(text[i:]); n > 0 {
				if begins(text[:i]) {
					label = capital(label)
				}
				b.WriteString(label)
				i += n
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		inWord = ofWord(r)
		b.WriteString(text[i : i+n])
		i += n
	}
	return b.String()
}

// at is who a text begins with, and how long that is; length 0 for nobody.
func (p *people) at(text string) (label string, length int) {
	for _, c := range p.calls[firstLetter(text)] {
		if n := c.length(text); n > 0 {
			if next, _ := utf8.DecodeRuneInString(text[n:]); n == len(text) || !ofWord(next) {
				return c.label, n
			}
		}
	}
	return "", 0
}

// length is how much of a text is this call, 0 where it does not begin with it. Between two words any blanks will do.
func (c call) length(text string) int {
	rest := text
	for i, word := range c.words {
		if i > 0 {
			next := strings.TrimLeftFunc(rest, unicode.IsSpace)
			if len(next) == len(rest) {
				return 0
			}
			rest = next
		}
		if len(rest) < len(word) || rest[:len(word)] != word && !(c.folded && strings.EqualFold(rest[:len(word)], word)) {
			return 0
		}
		rest = rest[len(word):]
	}
	return len(text) - len(rest)
}

// begins says whether a sentence begins after this.
func begins(before string) bool {
	before = strings.TrimRight(before, " \t")
	return before == "" || strings.ContainsRune(sentenceEndMarks, rune(before[len(before)-1]))
}

func firstLetter(text string) rune {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.ToLower(first)
}

// ofWord says whether a character belongs to a word.
func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
