package steps

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Decimal is an exact number in thousandths, at least 0 when it comes from a plan. Hours are Decimals
// with at most [HoursDigits] digits after the point, so sums of hours are exact.
type Decimal int64

const one Decimal = 1000

// Whole is n as a Decimal.
func Whole(n int64) Decimal { return Decimal(n) * one }

// Tenths is n tenths as a Decimal.
func Tenths(n int64) Decimal { return Decimal(n) * one / 10 }

// Hundredths is n hundredths as a Decimal.
func Hundredths(n int64) Decimal { return Decimal(n) * one / 100 }

// Errors of ParseDecimal.
var (
	ErrNotNumber = errors.New("not a number")
	ErrTooFine   = errors.New("more than three digits after the point")
	ErrTooLarge  = errors.New("number too large")
)

// beyondAnyText is an exponent that no digits make up for; larger ones would overflow.
const beyondAnyText = 1 << 30

// ParseDecimal reads a JSON number by its value (4, 4.0 and 4e0 are the same) without rounding: what
// has more than three digits after the point, or is beyond a million millions, is an error.
func ParseDecimal(text string) (Decimal, error) {
	mantissa, exponent, hasExponent := strings.Cut(strings.ToLower(text), "e")
	shift := 0
	if hasExponent {
		n, err := strconv.Atoi(exponent)
		if err != nil && !errors.Is(err, strconv.ErrRange) {
			return 0, ErrNotNumber
		}
		shift = max(-beyondAnyText, min(n, beyondAnyText))
	}
	digits, negative := strings.CutPrefix(mantissa, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	leadingZero := len(whole) > 1 && whole[0] == '0'
	if whole == "" || leadingZero || (point && fraction == "") || strings.Trim(whole+fraction, "0123456789") != "" {
		return 0, ErrNotNumber
	}
	value, err := thousandths(whole+fraction, shift-len(fraction)+3)
	if negative {
		value = -value
	}
	return value, err
}

// thousandths is digits × 10^power.
func thousandths(digits string, power int) (Decimal, error) {
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return 0, nil
	}
	for power < 0 {
		if !strings.HasSuffix(digits, "0") {
			return 0, ErrTooFine
		}
		digits, power = digits[:len(digits)-1], power+1
	}
	if len(digits)+power > 15 {
		return 0, ErrTooLarge
	}
	n, err := strconv.ParseInt(digits+strings.Repeat("0", power), 10, 64)
	if err != nil {
		return 0, ErrTooLarge
	}
	return Decimal(n), nil
}

// String writes the number with a point and no zeros at the end, as in JSON.
func (d Decimal) String() string {
	sign := ""
	if d < 0 {
		sign, d = "-", -d
	}
	text := strconv.FormatInt(int64(d/one), 10)
	if rest := d % one; rest != 0 {
		text += "." + strings.TrimRight(strconv.FormatInt(int64(one+rest), 10)[1:], "0")
	}
	return sign + text
}

// MarshalJSON writes a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a JSON number as ParseDecimal does.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	v, err := ParseDecimal(string(b))
	*d = v
	return err
}

// Date is a day of the calendar written as 2026-09-01; the empty Date is none. Dates compare as texts.
type Date string

// ParseDate reads a day and says whether there is such a day.
func ParseDate(text string) (Date, bool) {
	_, err := time.Parse(time.DateOnly, text)
	return Date(text), err == nil && len(text) == len(time.DateOnly)
}

// SchoolYear is the year in which the school year of a day began, on the first of September; 0 where there is no day.
func (d Date) SchoolYear() int {
	const september = 9
	day, err := time.Parse(time.DateOnly, string(d))
	switch {
	case err != nil:
		return 0
	case day.Month() < september:
		return day.Year() - 1
	}
	return day.Year()
}

// ParseTime reads a moment in RFC 3339 with an offset or Z, and says whether there is such a moment.
func ParseTime(text string) (time.Time, bool) {
	t, err := time.ParseInLocation(time.RFC3339, text, time.UTC)
	if err != nil || !strictTime(text) {
		return time.Time{}, false
	}
	return t, true
}

// strictTime refuses what package time lets pass in a moment: an hour of one digit, a decimal comma,
// an offset of a day or with sixty minutes.
func strictTime(text string) bool {
	const hour, second = len("2006-01-02T15"), len("2006-01-02T15:04:05")
	if len(text) <= second || text[hour] != ':' || text[second] == ',' {
		return false
	}
	offset := text[len(text)-len("07:00"):]
	return strings.HasSuffix(text, "Z") || offset[:2] < "24" && offset[3:] < "60"
}

// DateOf is the day of a moment in the place the moment carries.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Field is a value that a change may carry: not given (the zero Field, what stands stays), set, or
// cleared (null in JSON). It takes the place of a pointer: a change has some fifty fields, of which nearly all are not
// given, and a plan of years has tens of thousands of changes in memory.
type Field[T any] struct {
	_    [0]func() // two that hold the same are not the same pointer: no == is to compile
	held *held[T]
}

// held is what a field that is given holds. It is never changed.
type held[T any] struct {
	value   T
	cleared bool
}

// Set is a field that is given this value.
func Set[T any](v T) Field[T] { return Field[T]{held: &held[T]{value: v}} }

// Clear is a field whose value is taken away.
func Clear[T any]() Field[T] { return Field[T]{held: &held[T]{cleared: true}} }

// Given says whether the change says anything of the field.
func (f Field[T]) Given() bool { return f.held != nil }

// set says whether the field is given a value.
func (f Field[T]) set() bool { return f.held != nil && !f.held.cleared }

// Value returns the value that the field is set to; ok is false when it is cleared or not given.
func (f Field[T]) Value() (v T, ok bool) {
	if !f.set() {
		return v, false
	}
	return f.held.value, true
}

// value is that of [Field.Value], nothing where the field is not set.
func (f Field[T]) value() T {
	v, _ := f.Value()
	return v
}

// given returns the value, nil where it is cleared, and whether it is given.
func (f *Field[T]) given() (any, bool) {
	if !f.set() {
		return nil, f.Given()
	}
	return f.held.value, true
}

func (f *Field[T]) forget() { *f = Field[T]{} }

// IsZero leaves fields that are not given out of the JSON.
func (f Field[T]) IsZero() bool { return !f.Given() }

// MarshalJSON writes the value, or null for a cleared field.
func (f Field[T]) MarshalJSON() ([]byte, error) {
	if !f.set() {
		return []byte("null"), nil
	}
	return toJSON(f.held.value)
}

// UnmarshalJSON reads a value, cleaning text, or null.
func (f *Field[T]) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*f = Clear[T]()
		return nil
	}
	read := &held[T]{}
	f.held = read
	if v := reflect.ValueOf(&read.value).Elem(); v.Kind() == reflect.String && plainString(b) {
		v.SetString(string(b[1 : len(b)-1]))
		return nil
	}
	if err := json.Unmarshal(b, &read.value); err != nil {
		return err
	}
	if s, ok := any(&read.value).(*string); ok {
		*s = Clean(*s)
	}
	return nil
}

// plainString spares most texts of a long journal a second decoding: a quoted ASCII text without an escape.
func plainString(b []byte) bool {
	if len(b) < 2 || b[0] != '"' || bytes.IndexByte(b, '\\') >= 0 {
		return false
	}
	for _, c := range b {
		if c < 0x20 || c >= 0x7F {
			return false
		}
	}
	return true
}

func itoa(n int) string { return strconv.Itoa(n) }

func runes(s string) int { return utf8.RuneCountInString(s) }
