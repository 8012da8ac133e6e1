package compare

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/steps"
)

// kind is what a token is.
type kind byte

const (
	wordToken   kind = 'w'
	numberToken kind = 'n'
	dateToken   kind = 'd'
)

// token is a word, a number or a date of a text. Two that are the same have the same value, however they are written.
type token struct {
	kind       kind
	value      string
	begin, end int  // in the text
	odd        bool // has signs on letters that few fonts have: a program may put the word in another place, or leave it out
}

func (t token) key() string { return string(t.kind) + t.value }

// longestNumber is how many digits a number has at most: what is longer is no figure of a plan, and may be broken at the
// end of a line.
const longestNumber = 12

// plain is a text in the letters that are compared: without what shows nothing, and each in its usual form.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) {
			return -1
		}
		if r > '9' && unicode.IsDigit(r) {
			return european(r)
		}
		return r
	}, norm.NFKC.String(text))
}

// european is a digit of another script as one of ours: each script has its ten in a row.
func european(r rune) rune {
	value := rune(0)
	for unicode.IsDigit(r - value - 1) {
		value++
	}
	return '0' + value%10
}

// tokens are those of a text that [plain] gave. Whatever is between letters and digits separates them.
func tokens(text string) (list []token) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		begin := at
		switch {
		case digit(r):
			at = numberEnd(text, at)
			if at-begin > longestNumber {
				list = append(list, token{kind: wordToken, value: text[begin:at], begin: begin, end: at})
			} else {
				list = append(list, token{kind: numberToken, value: sameNumber(text[begin:at]), begin: begin, end: at})
			}
		case letter(r):
			for at < len(text) && letter(r) {
				at += size
				r, size = utf8.DecodeRuneInString(text[at:])
			}
			bare := strings.Map(withoutMarks, text[begin:at])
			if bare != "" {
				list = append(list, token{wordToken, strings.ToLower(bare), begin, at, bare != text[begin:at]})
			}
		default:
			at += size
		}
	}
	return dates(list, text)
}

func withoutMarks(r rune) rune {
	if unicode.IsMark(r) {
		return -1
	}
	return r
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func letter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) && !digit(r)
}

// numberEnd is where a number ends, with the points and commas between its digits.
func numberEnd(text string, at int) int {
	for at < len(text) {
		c := text[at]
		inside := (c == '.' || c == ',') && at+1 < len(text) && digit(rune(text[at+1]))
		if !digit(rune(c)) && !inside {
			break
		}
		at++
	}
	return at
}

// sameNumber writes a number in one way, with a point or a comma, and with a zero or two behind it or not.
func sameNumber(text string) string {
	text = strings.ReplaceAll(text, ",", ".")
	if whole, decimals, _ := strings.Cut(text, "."); len(decimals) <= 2 {
		text = strings.TrimSuffix(whole+"."+strings.TrimRight(decimals, "0"), ".")
	}
	return text
}

var (
	betweenDigits = lazyregexp.New(`^[-/.]$`)
	betweenWords  = lazyregexp.New(`^[\s.,]{1,4}$`)
	inPoints      = lazyregexp.New(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`)
)

// dates makes one token of those that say a day together.
func dates(list []token, text string) (joined []token) {
	for i := 0; i < len(list); i++ {
		day, length := steps.Date(""), 1
		if three := list[i:min(i+3, len(list))]; len(three) == 3 {
			if day = dateOf(three, text); day != "" {
				length = 3
			}
		}
		if found := inPoints().FindStringSubmatch(list[i].value); found != nil && day == "" {
			day = dateIn(found[3], found[2], found[1])
		}
		one := list[i]
		if day != "" {
			one = token{kind: dateToken, value: string(day), begin: one.begin, end: list[i+length-1].end}
		}
		joined = append(joined, one)
		i += length - 1
	}
	return joined
}

// dateOf is the day that three tokens say: 24 november 2026, 24/11/2026 or 2026-11-24.
func dateOf(three []token, text string) steps.Date {
	a, b, c := three[0], three[1], three[2]
	first, second := text[a.end:b.begin], text[b.end:c.begin]
	switch {
	case a.kind != numberToken || c.kind != numberToken:
		return ""
	case b.kind == wordToken && len(c.value) == 4 && betweenWords().MatchString(first) && betweenWords().MatchString(second):
		return dateIn(c.value, strconv.Itoa(assets.Month(b.value)), a.value)
	case b.kind != numberToken || first != second || !betweenDigits().MatchString(first):
		return ""
	case len(a.value) == 4:
		return dateIn(a.value, b.value, c.value)
	}
	return dateIn(c.value, b.value, a.value)
}

// dayOf is the day of a month that two tokens say; empty where they say none.
func dayOf(list []token, text string) string {
	if len(list) < 2 || list[0].kind != numberToken || list[1].kind != wordToken || !betweenWords().MatchString(text[list[0].end:list[1].begin]) {
		return ""
	}
	date := string(dateIn("2000", strconv.Itoa(assets.Month(list[1].value)), list[0].value))
	return strings.TrimPrefix(date, "2000")
}

// dateIn is the day of a year and a month; empty where there is none.
func dateIn(year, month, day string) steps.Date {
	two := func(digits string) string { return strings.Repeat("0", max(0, 2-len(digits))) + digits }
	date, is := steps.ParseDate(year + "-" + two(month) + "-" + two(day))
	if !is {
		return ""
	}
	return date
}
