package pseudonym

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stappenplan/steps"
)

const (
	longestAccount = 65
	lettersInAWord = 5 // on average
)

// word is a word of a text, from one index to another, and its letters.
type word struct {
	from, to int
	key      string
	account  int  // the index at which the account ends that it is in, the part of an e-mail address before the sign; or 0
	shared   bool // that account has another name too
}

// split finds the words of a text, but for those in the domain of an e-mail address: it names no colleague.
func split(text string) (list []word) {
	list = make([]word, 0, len(text)/lettersInAWord)
	account, shared := 0, false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		last, _ := utf8.DecodeLastRuneInString(text[:i])
		switch n := wordLength(text[i:]); {
		case n > 0:
			if i >= account {
				account, shared = 0, false
				if length := strings.IndexByte(text[i:min(len(text), i+longestAccount)], '@'); length > 0 && accountLength(text[i:i+length]) == length {
					names := slices.DeleteFunc(foldWords(text[i:i+length]), func(word string) bool { return !identifies([]string{word}) })
					account, shared = i+length, len(names) > 1
				}
			}
			if key := fold(text[i : i+n]); key != "" {
				list = append(list, word{i, i + n, key, account, shared})
			}
			i += n
		case r == '@' && isOfWord(last):
			i += size + accountLength(text[i+size:])
		default:
			i += size
		}
	}
	return list
}

// accountLength is the length of the account, or the domain, that a text begins with.
func accountLength(text string) int {
	return len(text) - len(strings.TrimLeftFunc(text, func(r rune) bool { return isOfWord(r) || strings.ContainsRune("._-+", r) }))
}

// wordLength is the length of the word that a text begins with. Where a script leaves no gaps between words, every sign is
// one.
func wordLength(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	if hasNoGaps(first) && isOfWord(first) {
		return size + len(text[size:]) - len(strings.TrimLeftFunc(text[size:], unicode.IsMark))
	}
	return len(text) - len(strings.TrimLeftFunc(text, func(r rune) bool { return isOfWord(r) && !hasNoGaps(r) }))
}

// isOfWord says whether a character belongs to a word. Letters that only modify another, as the apostrophe ʼ, do not.
func isOfWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)) && !unicode.Is(unicode.Lm, r)
}

func hasNoGaps(r rune) bool {
	return r > '\u0e00' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}

// foldWords are the letters of the words of a text.
func foldWords(text string) (list []string) {
	for _, w := range split(strings.ReplaceAll(text, "@", " ")) {
		list = append(list, w.key)
	}
	return list
}

// fold is a text in small letters without signs, gaps, accents, and the number around it, however these were typed.
func fold(text string) string {
	if isASCII := strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf || !isOfWord(r) }) < 0; isASCII {
		text = strings.ToLower(text)
		return cmp.Or(strings.Trim(text, "0123456789"), text)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		switch {
		case !isOfWord(r) || unicode.IsMark(r):
		case r < utf8.RuneSelf:
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteString(cmp.Or(steps.Slug(string(r)), string(unicode.ToLower(unicode.ToUpper(r))))) // ς and σ are one letter
		}
	}
	return cmp.Or(strings.Trim(b.String(), "0123456789"), b.String())
}
