package match

import (
	"bytes"
	"slices"
	"strings"

	"stappenplan/planfile"
	"stappenplan/steps"
)

const (
	maxTitle = 4 * steps.MaxName // bytes of a title that are looked at
	maxWords = 24                // words of a title, or of an explanation, that are looked at
)

// wordsOf are the words of a text in small letters without accents.
func wordsOf(text string) []string {
	if len(text) > maxTitle {
		text = strings.ToValidUTF8(text[:maxTitle], "")
	}
	slug := steps.Slug(text)
	if slug == "" {
		return nil
	}
	words := slices.DeleteFunc(strings.SplitN(slug, "-", maxWords+1), isRest)
	return words[:min(len(words), maxWords)]
}

// isRest says whether a word is what an apostrophe leaves: foto's, 't.
func isRest(word string) bool { return word == "s" || word == "t" || word == "n" }

// stem returns what the forms of a word have in common, in Dutch and in English: herstelling, herstellingen and herstellen
// are herstel. It is no word; it is only compared with other stems.
func stem(word string) string {
	if len(word) <= 3 {
		return word
	}
	for _, e := range endings {
		if root, ends := strings.CutSuffix(word, e.ending); ends && len(root) >= e.least {
			word = root + e.instead
			break
		}
	}
	return plainSpelling(word)
}

// endings are tried in this order; the first one that a word has is replaced, where enough letters remain.
var endings = []struct {
	ending, instead string
	least           int
}{
	{"aties", "er", 3}, {"atie", "er", 3}, {"ations", "er", 3}, {"ation", "er", 3}, {"eringen", "er", 3}, {"ering", "er", 3},
	{"eerders", "er", 3}, {"eerder", "er", 3},
	{"ingen", "", 3}, {"ing", "", 4}, {"heden", "heid", 3},
	{"etjes", "", 3}, {"etje", "", 3}, {"pjes", "p", 3}, {"pje", "p", 3}, {"tjes", "", 3}, {"tje", "", 3}, {"jes", "", 3}, {"je", "", 4},
	{"ies", "ie", 3}, {"ie", "ie", 2}, {"y", "ie", 3},
	{"eren", "er", 3}, {"ens", "", 3}, {"en", "", 3}, {"es", "", 3}, {"s", "", 3}, {"e", "", 3},
}

// plainSpelling takes away what an open or a closed syllable changes in Dutch: taak and taken, kar and karren, schijf and
// schijven, cursus and cursussen.
func plainSpelling(word string) string {
	var b []byte
	for i := range len(word) {
		c := word[i]
		if i > 0 && c == word[i-1] && c >= 'a' {
			continue
		}
		b = append(b, c)
	}
	switch last := len(b) - 1; b[last] {
	case 'v':
		b[last] = 'f'
	case 'z':
		b[last] = 's'
	}
	if len(b) > 3 {
		b = bytes.TrimSuffix(b, []byte("s"))
	}
	return string(b)
}

// part is a stem that a word of a title holds, and how sure that is, between 0 and 1.
type part struct {
	stem  string
	known bool
	sure  float64
}

const (
	misspelt = 0.85 // how sure a word is that is known but for a typing error
	maxCache = 20_000
)

// parts are what a word of a title holds: itself, the two of a compound, or the known word that it is a misspelling of.
func (v *vocabulary) parts(word string) []part {
	parts, done := v.cache[word]
	if !done {
		if len(v.cache) >= maxCache {
			clear(v.cache)
		}
		parts = v.findParts(word)
		v.cache[word] = parts
	}
	return parts
}

func (v *vocabulary) findParts(word string) []part {
	whole := stem(word)
	if v.knows(whole) {
		return []part{{whole, true, 1}}
	}
	if compound := v.split(word, true); compound != nil {
		return compound
	}
	if known := v.misspelt(whole); known != "" {
		return []part{{known, true, misspelt}}
	}
	if compound := v.split(word, false); compound != nil {
		return compound
	}
	return []part{{whole, false, 1}}
}

// split takes a compound apart where its two halves are known words, or, unless both have to be, one of them: laptopkar,
// licentiebeheer. The most even halves are the likeliest.
func (v *vocabulary) split(word string, both bool) (halves []part) {
	best := 0
	for i := 3; i <= len(word)-2; i++ {
		first, second := word[:i], word[i:]
		shortest := min(len(first), len(second))
		a, b := v.half(first), v.half(second)
		switch {
		case !a.known && !b.known, both && !(a.known && b.known), shortest <= best:
		case !both && (a.known && len(first) < 5 || b.known && len(second) < 5 || shortest < 3):
		case shortest < 3 && len(word) < 7:
		default:
			best, halves = shortest, []part{a, b}
		}
	}
	return halves
}

// half is a half of a compound; an s may stand between the two.
func (v *vocabulary) half(word string) part {
	p := part{stem: stem(word), sure: 1}
	p.known = v.knows(p.stem)
	return p
}

// misspelt returns the known stem that differs least from one that is not known, in a letter, or in two of a long word.
func (v *vocabulary) misspelt(word string) (nearest string) {
	if len(word) < 6 {
		return ""
	}
	least := 2
	if len(word) >= 9 {
		least = 3
	}
	for length := len(word) - 2; length <= len(word)+2; length++ {
		for _, known := range v.byShape[shape{word[0], length}] {
			if d := planfile.Distance(word, known, least); d < least {
				nearest, least = known, d
			}
		}
	}
	return nearest
}

// shape is by what stems are found that may be misspelt: the first letter and the length.
type shape struct {
	first  byte
	length int
}
