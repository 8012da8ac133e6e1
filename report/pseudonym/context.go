package pseudonym

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands around a name in a text: titles, addresses of mail, numbers, signs.

const (
	sentenceEndMarks = ".?!\n"
	apostrophes      = "'’"
	inLogin          = "._-" // stand in the name of an account
	longestLogin     = 64
	mostAddresses    = 3 // "mevr. prof. dr."
)

// inAddress says whether a name stands in an e-mail address, or after the sign of one.
func inAddress(text string, from, to int) bool {
	return strings.HasSuffix(text[:from], "@") || strings.HasPrefix(text[to:], "@")
}

// whose is a label before what is theirs: "leraars laptop", "leraar 2's laptop".
func whose(label string) string {
	last, _ := utf8.DecodeLastRuneInString(label)
	if !unicode.IsLetter(last) || strings.ContainsRune("sxz", last) {
		return label + "'s"
	}
	return label + "s"
}

// afterLabel is what a label needs after it in the place of so much of the text that follows: an s where the name that
// was had only an apostrophe, and no second point after initials.
func afterLabel(label, name, before, after string) (ending string, length int) {
	sign, size := utf8.DecodeRuneInString(after)
	switch {
	case sign == '.' && strings.HasSuffix(label, "."):
		return "", size
	case strings.ContainsRune(apostrophes, sign) && strings.ContainsRune("sxzSXZ", rune(name[len(name)-1])):
		opened, _ := utf8.DecodeLastRuneInString(before)
		if !strings.ContainsRune("'‘’", opened) && wordLength(after[size:]) == 0 {
			return string(sign) + "s", size
		}
	}
	return "", 0
}

// tied says whether a word that comes after this is the end of another: "Sint-Jan".
func tied(before string) bool {
	letter, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(before, "-"))
	return strings.HasSuffix(before, "-") && ofWord(letter)
}

// isMonth says whether a name of a month stands beside a number: "12 Jan. 2027".
func isMonth(text string, i int) bool {
	end := i + wordLength(text[i:])
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:i], " \u00a0"))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[end:], ". \u00a0"))
	return months()[key(text[i:end])] && (unicode.IsDigit(last) || unicode.IsDigit(next))
}

// domainLength is how much of a text after the sign of an e-mail address belongs to that: it names no colleague.
func domainLength(text string) int {
	if n := strings.IndexFunc(text, func(r rune) bool { return !ofWord(r) && !strings.ContainsRune(inLogin, r) }); n >= 0 {
		return n
	}
	return len(text)
}

// mailLength is how much of a text stands before the sign of an e-mail address; 0 where it begins with none.
func mailLength(text string) int {
	for i, r := range text {
		switch {
		case r == '@':
			return i
		case i > longestLogin, !ofWord(r) && !strings.ContainsRune(inLogin, r):
			return 0
		}
	}
	return 0
}

// addressLength is how much of a text is a title of address, or several, with the blanks before the name.
func addressLength(text string) (length int) {
	for range mostAddresses {
		rest := text[length:]
		n := oneAddress(rest)
		if n == 0 {
			return length
		}
		if strings.HasPrefix(rest[n:], ".") {
			n++
		}
		gap := gapLength(rest[n:])
		if gap == 0 && rest[n-1] != '.' {
			return length
		}
		length += n + gap
	}
	return length
}

// oneAddress is how much of a text is one title of address: "mevr", "de heer".
func oneAddress(text string) int {
	first := wordLength(text)
	if holds(addresses(), text[:first], "") {
		return first
	}
	next := first + gapLength(text[first:])
	second := next + wordLength(text[next:])
	if next > first && holds(addresses(), text[:first], text[next:second]) {
		return second
	}
	return 0
}

// afterCall is how much more goes with a name that ends with a word: the point of an initial within a sentence, or
// the bracket that closes it.
func afterCall(word, after string, opened bool) int {
	next := strings.TrimLeftFunc(strings.TrimPrefix(after, "."), unicode.IsSpace)
	follows, _ := utf8.DecodeRuneInString(next)
	switch {
	case opened && strings.HasPrefix(after, ")"):
		return 1
	case strings.HasPrefix(after, ".") && utf8.RuneCountInString(word) == 1 &&
		(unicode.IsLower(follows) || len(after) > 1 && strings.IndexByte(",;:)", after[1]) >= 0):
		return 1
	}
	return 0
}

// wordLength is the length of the word that a text begins with.
func wordLength(text string) int {
	if n := strings.IndexFunc(text, func(r rune) bool { return !ofWord(r) }); n >= 0 {
		return n
	}
	return len(text)
}

// gapLength is the length of the blanks that a text begins with.
func gapLength(text string) int {
	return len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
}

// begins says whether a sentence begins after this. A letter with a point, as in "K." and "o.a.", ends none.
func begins(before string) bool {
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
