package pseudonym

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands around a name in a text: titles, accounts, numbers, signs.

const (
	sentenceEndMarks = ".?!\n"
	apostrophes      = "'’"
	quotes           = "'‘’"
	mostTitles       = 3 // "mevr. prof. dr."
)

// whose is a label before what is theirs: "leraars laptop", "leraar 2's laptop".
func whose(label string) string {
	last, _ := utf8.DecodeLastRuneInString(label)
	if !unicode.IsLetter(last) || strings.ContainsRune("sxz", last) {
		return label + "'s"
	}
	return label + "s"
}

// afterLabel returns what comes after a label, and how much of the text after the name that replaces: an s where the name
// had only an apostrophe, and no second point after initials.
func afterLabel(label, name, before, after string) (ending string, replaced int) {
	sign, size := utf8.DecodeRuneInString(after)
	switch {
	case sign == '.' && strings.HasSuffix(label, "."):
		return "", size
	case strings.ContainsRune(apostrophes, sign) && strings.ContainsRune("sxzSXZ", rune(name[len(name)-1])):
		opened, _ := utf8.DecodeLastRuneInString(before)
		if !strings.ContainsRune(quotes, opened) && wordLength(after[size:]) == 0 {
			return string(sign) + "s", size
		}
	}
	return "", 0
}

// afterName is how much more goes with a name that ends with a word: the point of an initial within a sentence, or the
// bracket that closes it.
func afterName(text string, w word, bracket bool) int {
	after := text[w.to:]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(strings.TrimPrefix(after, "."), unicode.IsSpace))
	isInitial := strings.HasPrefix(after, ".") && utf8.RuneCountInString(text[w.from:w.to]) == 1
	if bracket && strings.HasPrefix(after, ")") ||
		isInitial && (unicode.IsLower(next) || len(after) > 1 && strings.IndexByte(",;:)", after[1]) >= 0) {
		return 1
	}
	return 0
}

// isPartOfWord says whether a word that comes after this is the end of another: "Sint-Jan".
func isPartOfWord(before string) bool {
	word, hyphen := strings.CutSuffix(before, "-")
	last, _ := utf8.DecodeLastRuneInString(word)
	return hyphen && ofWord(last)
}

// isMonth says whether a word is the name of a month beside a number: "12 Jan. 2027".
func isMonth(text string, w word) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:w.from], " \u00a0"))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[w.to:], ". \u00a0"))
	return months[w.key] && (unicode.IsDigit(last) || unicode.IsDigit(next))
}

// accountLength is the length of the account, or the domain, that a text begins with.
func accountLength(text string) int {
	return len(text) - len(strings.TrimLeftFunc(text, func(r rune) bool { return ofWord(r) || strings.ContainsRune(inAccount, r) }))
}

// mailLength is the length of what a text has before the sign of an e-mail address; 0 where it begins with none.
func mailLength(text string) int {
	n := accountLength(text[:min(len(text), longestAccount)])
	if !strings.HasPrefix(text[n:], "@") {
		return 0
	}
	return n
}

// countTitles counts the words that are titles before a name: "mevr. de heer".
func countTitles(text string, words []word) (count int) {
	for range mostTitles {
		n := 0
		switch {
		case count < len(words) && titles[words[count].key]:
			n = 1
		case count+1 < len(words) && titles[words[count].key+words[count+1].key] && strings.TrimSpace(text[words[count].to:words[count+1].from]) == "":
			n = 2
		}
		if n == 0 || count+n == len(words) {
			return count
		}
		gap := text[words[count+n-1].to:words[count+n].from]
		if strings.TrimSpace(strings.TrimPrefix(gap, ".")) != "" {
			return count
		}
		count += n
	}
	return count
}

// beginsSentence says whether a sentence begins after this. A letter with a point, as in "K." and "o.a.", ends none.
func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " \t")
	if before == "" {
		return true
	}
	sentence := strings.TrimSuffix(before, ".")
	last, size := utf8.DecodeLastRuneInString(sentence)
	previous, _ := utf8.DecodeLastRuneInString(sentence[:len(sentence)-size])
	if sentence != before && unicode.IsLetter(last) && !ofWord(previous) {
		return false
	}
	return strings.ContainsRune(sentenceEndMarks, rune(before[len(before)-1]))
}
