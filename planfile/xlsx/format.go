package xlsx

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Language is how people write numbers and days.
type Language struct {
	Point               string   // between a number and its fraction
	Months, ShortMonths []string // January first
	Day                 string   // a day where its format leaves it to the language, as d/m/yyyy
	True, False         string
}

// show is what a number looks like by its format.
type show uint8

const (
	showNumber   show = iota
	showPercent       // a hundred times the number
	showDay           // the day that it stands for
	showDuration      // its part of 24 hours
)

// format is a number format: what a spreadsheet shows of a number. The zero format shows it as it is.
type format struct {
	sections []section // for positive numbers, negative ones and zero, as far as there are
}

type section struct {
	show   show
	tokens []token
}

// token is one letter several times, such as mm; or what stands there as it is.
type token struct {
	text    string
	literal bool
	elapsed bool // not within a day: [h]
}

// maxFormat is how long a format can be, in bytes. Excel knows none longer than 255 letters.
const maxFormat = 1020

// builtIn are the formats that a workbook need not spell out. What they show of a day follows the language.
var builtIn = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
	14: languageDay, 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
	22: languageDay + " h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}

// languageDay is a day in a format as its language writes it.
const languageDay = "[day]"

// builtInFormat is the format of a number that needs no code: those of other writing are all days.
func builtInFormat(id int) format {
	code := builtIn[id]
	if id >= 27 && id <= 36 || id >= 50 && id <= 58 {
		code = languageDay
	}
	return newFormat(code)
}

// newFormat reads the code of a format.
func newFormat(code string) (f format) {
	if len(code) > maxFormat {
		return format{}
	}
	var s section
	for code != "" {
		t, length := nextToken(code)
		code = code[length:]
		switch {
		case t.text == ";" && !t.literal:
			f.sections = append(f.sections, s.complete())
			s = section{}
		case t.text != "":
			s.tokens = append(s.tokens, t)
		}
	}
	return format{append(f.sections, s.complete())}
}

// nextToken is what a code begins with, and its length; a token without a text shows nothing.
func nextToken(code string) (t token, length int) {
	first, size := utf8.DecodeRuneInString(code)
	switch first {
	case '"':
		text, _, closed := strings.Cut(code[1:], `"`)
		length = len(text) + 1
		if closed {
			length++
		}
		return token{text: text, literal: true}, length
	case '\\', '_', '*':
		_, next := utf8.DecodeRuneInString(code[1:])
		if first == '\\' {
			t = token{text: code[1 : 1+next], literal: true}
		}
		return t, 1 + next
	case '[':
		inside, _, closed := strings.Cut(code[1:], "]")
		if !closed {
			return token{}, len(code)
		}
		return bracketed(inside), len(inside) + 2
	}
	if suffix := "AM/PM"; len(code) >= len(suffix) && strings.EqualFold(code[:len(suffix)], suffix) {
		return token{text: suffix}, len(suffix)
	}
	if general := "General"; len(code) >= len(general) && strings.EqualFold(code[:len(general)], general) {
		return token{}, len(general)
	}
	letter := strings.ToLower(code[:size])
	if letter == "j" { // of a Dutch year
		letter = "y"
	}
	if !strings.Contains("ymdhs", letter) {
		return token{text: code[:size], literal: !strings.Contains("0#?.,%;/E@", code[:size])}, size
	}
	length = size
	for length < len(code) && strings.EqualFold(code[length:length+1], code[:1]) {
		length++
	}
	return token{text: strings.Repeat(letter, length)}, length
}

// bracketed is what brackets show: hours beyond a day, or a sign of money. Colours and conditions show nothing.
func bracketed(inside string) token {
	letters := strings.ToLower(inside)
	switch {
	case letters == languageDay[1:len(languageDay)-1]:
		return token{text: languageDay}
	case letters != "" && strings.Trim(letters, letters[:1]) == "" && strings.Contains("hms", letters[:1]):
		return token{text: letters, elapsed: true}
	case strings.HasPrefix(inside, "$"):
		sign, _, _ := strings.Cut(inside[1:], "-")
		return token{text: sign, literal: true}
	}
	return token{}
}

// complete finds out what a section shows, and which of its months are minutes: those beside hours or seconds.
func (s section) complete() section {
	clock := func(i int) bool { return i >= 0 && strings.ContainsAny(s.tokens[i].text[:1], "hs") }
	var letters []int
	for i, t := range s.tokens {
		if !t.literal && strings.ContainsAny(t.text[:1], "ymdhs[") {
			letters = append(letters, i)
		}
		if !t.literal && t.text == "%" {
			s.show = showPercent
		}
	}
	for at, i := range letters {
		t := &s.tokens[i]
		before, after := -1, -1
		if at > 0 {
			before = letters[at-1]
		}
		if at+1 < len(letters) {
			after = letters[at+1]
		}
		if t.text[0] == 'm' && len(t.text) <= 2 && (t.elapsed || clock(before) && s.tokens[before].text[0] == 'h' || clock(after) && s.tokens[after].text[0] == 's') {
			t.text = strings.Repeat("n", len(t.text))
		}
	}
	for _, i := range letters {
		switch s.tokens[i].text[0] {
		case 'y', 'm', 'd', '[':
			s.show = showDay
		default:
			if s.show != showDay {
				s.show = showDuration
			}
		}
	}
	return s
}

// section is the one for a number.
func (f format) section(number float64) section {
	switch n := len(f.sections); {
	case n == 0:
		return section{}
	case number < 0 && n > 1:
		return f.sections[1]
	case number == 0 && n > 2:
		return f.sections[2]
	}
	return f.sections[0]
}

// maxDays is the last number of days since the end of 1899 that still has a year of four digits.
const maxDays = 2_958_465

// moment is the moment that a number of days since the end of 1899 stands for.
func moment(number float64) time.Time {
	seconds := math.Round((number - math.Floor(number)) * 24 * 60 * 60)
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(number)).Add(time.Duration(seconds) * time.Second)
}

// text is what is shown of a number.
func (f format) text(number float64, l Language) string {
	s := f.section(number)
	switch s.show {
	case showDay, showDuration:
		if number < 0 || number > maxDays {
			return plainNumber(number, l)
		}
		return s.moment(number, l)
	}
	return s.number(number, len(f.sections) > 1, l)
}

// moment shows a day, a time or a duration.
func (s section) moment(number float64, l Language) string {
	var b strings.Builder
	at, half := moment(number), false
	for _, t := range s.tokens {
		half = half || t.text == "AM/PM"
	}
	seconds := int(math.Round(number * 24 * 60 * 60))
	for _, t := range s.tokens {
		switch {
		case t.literal:
			b.WriteString(t.text)
		case t.text == languageDay:
			day := newFormat(l.Day)
			b.WriteString(day.section(number).moment(number, l))
		default:
			b.WriteString(t.moment(at, seconds, half, l))
		}
	}
	return strings.TrimSpace(b.String())
}

// moment shows one part of a moment.
func (t token) moment(at time.Time, seconds int, half bool, l Language) string {
	value := 0
	switch t.text[0] {
	case 'y':
		if len(t.text) > 2 {
			return at.Format("2006")
		}
		return at.Format("06")
	case 'm':
		switch len(t.text) {
		case 1, 2:
			value = int(at.Month())
		case 3:
			return l.ShortMonths[at.Month()-1]
		default:
			return l.Months[at.Month()-1]
		}
	case 'd':
		if len(t.text) > 2 { // the weekday says nothing that the day does not
			return ""
		}
		value = at.Day()
	case 'h':
		value = at.Hour()
		if half {
			value = (value+11)%12 + 1
		}
		if t.elapsed {
			value = seconds / 3600
		}
	case 'n':
		value = at.Minute()
		if t.elapsed {
			value = seconds / 60
		}
	case 's':
		value = at.Second()
		if t.elapsed {
			value = seconds
		}
	case 'A':
		return at.Format("PM")
	case 'E', '0', '#', '?', '%', ';', '@':
		return ""
	default:
		return t.text
	}
	text := strconv.Itoa(value)
	for len(text) < len(t.text) {
		text = "0" + text
	}
	return text
}

// number shows a number with as many digits as the format has, what is written around it, and its sign where no section is
// for negative numbers.
func (s section) number(number float64, signed bool, l Language) string {
	if s.show == showPercent {
		number *= 100
	}
	before, after, digits, fraction, least, inFraction, odd := "", "", false, 0, 0, false, false
	for _, t := range s.tokens {
		switch {
		case t.literal && !digits:
			before += t.text
		case t.literal || t.text == "%":
			after += t.text
		case t.text == "." && digits:
			inFraction = true
		case t.text == "0" || t.text == "#" || t.text == "?":
			digits = true
			if inFraction {
				fraction++
			}
			if inFraction && t.text == "0" {
				least = fraction
			}
		case t.text == "/" || t.text == "E":
			odd = true
		}
	}
	if !digits || odd || fraction > 15 {
		return strings.TrimSpace(before + plainNumber(number, l) + after)
	}
	if signed {
		number = math.Abs(number)
	}
	text := strconv.FormatFloat(number, 'f', fraction, 64)
	if whole, rest, ok := strings.Cut(text, "."); ok {
		for len(rest) > least && rest[len(rest)-1] == '0' {
			rest = rest[:len(rest)-1]
		}
		text = strings.TrimSuffix(whole+l.Point+rest, l.Point)
		if rest == "" {
			text = whole
		}
	}
	return strings.TrimSpace(before + text + after)
}

// plainNumber is a number as a spreadsheet shows one without a format: with the digits that it can be sure of.
func plainNumber(number float64, l Language) string {
	return strings.Replace(exact(number), ".", l.Point, 1)
}

// exact is a number in 15 digits, as far as a spreadsheet keeps them, with a point.
func exact(number float64) string {
	const digits = 15
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(number, 'g', digits, 64), 64)
	if err != nil {
		rounded = number
	}
	if size := math.Abs(rounded); size != 0 && (size >= 1e15 || size < 1e-9) {
		return strconv.FormatFloat(rounded, 'G', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
