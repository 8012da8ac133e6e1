package question

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/steps"
)

// How what people type is read.

// parseHours reads hours as people type them: with a comma or a point, as 4u30 or as 4½; an empty text takes them away. Minutes
// that are no whole hundredths of an hour are not read; then nearest is the quarter that was meant, else empty.
func parseHours(text string, most steps.Decimal) (hours steps.Field[steps.Decimal], nearest string, ok bool) {
	text = strings.NewReplacer(",", ".", " ½", ".5", "½", ".5", " ¼", ".25", "¼", ".25", " ¾", ".75", "¾", ".75", "u", ":", "h", ":").Replace(strings.ToLower(ungrouped(text)))
	text = strings.NewReplacer(" : ", ":", " :", ":", ": ", ":").Replace(text)
	if text == "" {
		return steps.Clear[steps.Decimal](), "", true
	}
	if strings.HasPrefix(text, ".") {
		text = "0" + text
	}
	whole, typed, clock := strings.Cut(text, ":")
	v, err := parseDecimal(whole)
	if clock && typed != "" {
		minutes, bad := strconv.Atoi(typed)
		if bad != nil || err != nil || minutes < 0 || minutes > 59 || v%steps.Whole(1) != 0 {
			return hours, "", false
		}
		quarters := (minutes + 7) / 15
		if minutes*100%60 != 0 {
			return hours, (v + steps.Hundredths(int64(quarters*25))).String(), false
		}
		v += steps.Hundredths(int64(minutes * 100 / 60))
	}
	return steps.Set(v), "", err == nil && v >= 0 && v <= most && v%steps.Hundredths(1) == 0
}

// ungrouped is a number as [assets.Texts.Number] writes it without the blanks that part its thousands, and with a hyphen as its sign. Any
// other blank stays: 12 5 is no number.
func ungrouped(typed string) string {
	plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ", "−", "-").Replace(strings.TrimSpace(typed))
	return thousands().ReplaceAllString(plain, "$1")
}

// thousands are the three digits after a blank.
var thousands = lazyregexp.New(` (\d{3})\b`)

// parseDecimal reads a number as people type one: in digits.
func parseDecimal(text string) (steps.Decimal, error) {
	text = ungrouped(text)
	if strings.Trim(text, "-.0123456789") != "" {
		return 0, steps.ErrNotNumber
	}
	return steps.ParseDecimal(text)
}

// twoWays refuses a number whose sign may part thousands as well as decimals, where the limit allows both: 1.250 is 1250 or
// 1,25. A comma is clear in a language that writes its decimals so.
func (a asker) twoWays(typed string, most steps.Decimal) error {
	text := ungrouped(typed)
	if a.texts.Language != assets.Dutch {
		text = strings.Replace(text, ",", ".", 1)
	}
	whole, rest, _ := strings.Cut(text, ".")
	joined, err := parseDecimal(whole + rest)
	if err != nil || whole == "" || len(whole) > 3 || len(rest) != 3 || joined < 0 || joined > most {
		return nil
	}
	decimals, err := parseDecimal(text)
	if err != nil {
		return nil
	}
	return assets.NewFault("two-ways", "thousands", a.texts.Number(joined), "decimals", a.texts.Number(decimals))
}

// typedDate is a day as it is typed.
func typedDate(d steps.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return t.Format("2/1/2006")
}

// parseDate reads a day as people type it: 15/5/2027, 15-5-27, 15.5.2027, 15 mei 2027, 15 mrt 2027, Mar 15, 2027
// or 2027-05-15. A month is named in any language: who has chosen one may still think in another.
func parseDate(text string) (steps.Field[string], bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return steps.Clear[string](), true
	}
	parts := partsOfDate(text)
	for _, layout := range []string{"2/1/2006", "2006/1/2", "2/1/06"} {
		if t, err := time.Parse(layout, strings.Join(parts, "/")); err == nil {
			return steps.Set(string(steps.DateOf(t))), true
		}
	}
	return steps.Field[string]{}, false
}

// behind are the fields that tell of a day that was.
var behind = map[string]bool{"on": true, "closed": true}

// withYear gives a day that was typed without a year the one of the next such day, or of the last where it lies behind; today is
// either. What is no such day stays as it is.
func withYear(text string, today steps.Date, behind bool) string {
	parts := partsOfDate(text)
	now, err := time.Parse(time.DateOnly, string(today))
	if len(parts) != 2 || err != nil {
		return text
	}
	day, month, year := number(parts[0]), number(parts[1]), now.Year()
	if day < 1 || day > 31 || month < 1 || month > 12 {
		return text
	}
	passed := month < int(now.Month()) || month == int(now.Month()) && day < now.Day()
	switch {
	case passed && !behind:
		year++
	case behind && !passed && !(month == int(now.Month()) && day == now.Day()):
		year--
	}
	return strings.Join([]string{parts[0], parts[1], strconv.Itoa(year)}, "/")
}

// partsOfDate are the day, month and year that were typed, as far as they are there, in the order they were typed; a
// month by its name is its number.
func partsOfDate(text string) []string {
	parts := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune("-/., ", r) })
	for i, part := range parts {
		if month := assets.Month(part); month != 0 {
			parts[i] = strconv.Itoa(month)
			if i == 0 && len(parts) > 1 {
				parts[0], parts[1] = parts[1], parts[0] // the day comes first, as in what follows
			}
			break
		}
	}
	return parts
}

// missingDay says whether a day was typed that its month does not have, and how many days that has.
func missingDay(text string) (month, days int, missing bool) {
	parts := partsOfDate(text)
	if len(parts) != 3 {
		return 0, 0, false
	}
	if len(parts[0]) == 4 { // the year comes first
		slices.Reverse(parts)
	}
	day, month, year := number(parts[0]), number(parts[1]), number(parts[2])
	if month < 1 || month > 12 || day < 29 || day > 31 || year < 1 {
		return 0, 0, false
	}
	if year < 100 {
		year += 2000
	}
	days = time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return month, days, day > days
}

// number is a whole number that was typed; 0 for none.
func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

// parseSteps reads numbers of steps 1 to 7 with blanks or commas between them.
func parseSteps(line string) (list []steps.StepID, ok bool) {
	for _, word := range strings.Fields(strings.ReplaceAll(line, ",", " ")) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n >= len(steps.Tree) {
			return nil, false
		}
		list = append(list, steps.Tree[n-1].ID)
	}
	return list, len(list) > 0
}
