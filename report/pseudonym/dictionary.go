package pseudonym

import (
	"slices"
	"stappenplan/lazyregexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const mostLabels = 3 // of people with one name that are all told

// spelling is one way in which somebody is written. The dictionary keeps it by its letters.
type spelling struct {
	label   string
	isWhole bool // it has the first and the last name, or one of them and initials: "Bart Claes", "bclaes", "Bart C."
	left    bool // it is of somebody who left, or was never in the team
}

// addName adds all ways in which someone may be written.
func (p *People) addName(name, label string, left bool) {
	part := func(words []string) { p.add(spelling{label, false, left}, words) }
	both := func(words ...[]string) { p.add(spelling{label, true, left}, slices.Concat(words...)) }
	whole := foldWords(name) // with what stands in brackets
	if slices.ContainsFunc(whole, namesNobody) {
		p.notInSmall(name)
	}
	first, parts := parse(name)
	if len(whole) > 1 {
		both(whole)
	} else {
		part(whole)
	}
	part(first)
	for _, word := range first { // "Sofie" of "Anne-Sofie"
		part([]string{word})
	}
	for _, last := range parts {
		part(last)
		both(last, []string{","}, first)
		for _, start := range [][]string{first, firstLetters(first), firstLetters(first[:min(1, len(first))])} {
			both(start, last)
			both(last, start)
		}
		if identifies(first) {
			both(first, firstLetters(last[:1]))
			both(first, firstLetters(last))
		}
	}
}

// add adds a spelling, if its words tell who is meant.
func (p *People) add(s spelling, words []string) {
	key := strings.Join(words, "")
	if identifies(words) && len(key) > 1 && !slices.Contains(p.spellings[key], s) {
		p.spellings[key] = append(p.spellings[key], s)
	}
}

// notInSmall takes the words that were typed in small letters in what is hardly a name for ordinary ones: "Nog te kiezen".
func (p *People) notInSmall(name string) {
	for field := range strings.FieldsSeq(name) {
		if first, _ := utf8.DecodeRuneInString(field); unicode.IsLower(first) {
			p.small[fold(field)] = true
		}
	}
}

// inBrackets is what says something of a person, beside the name.
var inBrackets = lazyregexp.New(`\([^)]*\)?`)

// parse takes a name apart: the first name, and what is used as the last name, the whole of it first. A comma
// follows a last name.
func parse(name string) (first []string, parts [][]string) {
	before, after, turned := strings.Cut(inBrackets().ReplaceAllString(name, " "), ",")
	fields := strings.Fields(before)
	if turned && identifies(foldWords(after)) {
		fields = append([]string{strings.TrimSpace(after)}, fields...)
	}
	for len(fields) > 1 && titles[fold(fields[0])] || len(fields) > 2 && namesNobody(fold(fields[0])) {
		fields = fields[1:] // "Juf Ann", "Zorgcoördinator Lisa Maes"
	}
	if len(fields) < 2 {
		return foldWords(strings.Join(fields, "")), nil
	}
	if last := foldWords(strings.Join(fields[1:], " ")); len(last) > 0 {
		parts = append(parts, last)
		for _, word := range last { // "Maes" and "Janssens" of "Maes-Janssens", "Hondt" of "D'Hondt"
			if single := []string{word}; identifies(single) {
				parts = append(parts, single)
			}
		}
	}
	return foldWords(fields[0]), parts
}

// identifies says whether words tell who is meant: "De" and "Mevrouw" do not, "De Meester" does.
func identifies(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return !isInitial(word) && !particles[word] && !(titles[word] && len(words) == 1) && !namesNobody(word) &&
			strings.ContainsFunc(word, unicode.IsLetter)
	})
}

// isInitial says whether a word is no more than a letter. Where letters know no capitals, one can be a name.
func isInitial(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return size == len(word) && isCased(first)
}

func isCased(r rune) bool { return unicode.IsLower(r) || unicode.IsUpper(r) }

// firstLetters are the first letters of words.
func firstLetters(words []string) []string {
	list := make([]string, len(words))
	for i, word := range words {
		_, size := utf8.DecodeRuneInString(word)
		list[i] = word[:size]
	}
	return list
}

// labelOf joins the labels of those who have a spelling that fits: two people can have one name. Who left counts where
// nobody else has it, and who are many are called members.
func (p *People) labelOf(key string, fits func(spelling) bool) string {
	var labels []string
	for _, left := range []bool{false, true} {
		for _, s := range p.spellings[key] {
			if s.left == left && !slices.Contains(labels, s.label) && fits(s) {
				labels = append(labels, s.label)
			}
			if len(labels) > mostLabels {
				return string(p.words.Member)
			}
		}
		if labels != nil {
			break
		}
	}
	return strings.Join(labels, string(p.words.Or))
}
