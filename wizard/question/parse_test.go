package question

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

func TestDatesAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]string{"15/5/2027": "2027-05-15", "15 mei 2027": "2027-05-15", "1 sept 27": "2027-09-01", "15/5/27": "2027-05-15", "2027-05-15": "2027-05-15", "1.9.2027": "2027-09-01", "31-12-2026": "2026-12-31",
		"15 mrt 2027": "2027-03-15", "15 sept. 2026": "2026-09-15", "15 okt 2026": "2026-10-15", "15 maart 2027": "2027-03-15", "Mar 15 2027": "2027-03-15", "15 Mar 2027": "2027-03-15", "October 15, 2026": "2026-10-15", "15-MAY-27": "2027-05-15", "2027 mrt 15": "2027-03-15"} {
		got, _ := parseDate(typed)
		if day, set := got.Value(); !set || day != want {
			t.Errorf("%s: %q", typed, day)
		}
	}
	for _, typed := range []string{"morgen", "31/2/2027", "15/5", "15 x 2027", "mrt 2027", "5/15/2027", "mrt 31 feb", "15 ma 2027", "mei mei 2027"} {
		if _, ok := parseDate(typed); ok {
			t.Errorf("%s is taken for a date", typed)
		}
	}
}

// TestADayWithoutAYear is the next such day, or the last where it tells of what was.
func TestADayWithoutAYear(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string][2]string{
		"15 januari": {"2027-01-15", "2026-01-15"}, "15/1": {"2027-01-15", "2026-01-15"}, "jan. 15": {"2027-01-15", "2026-01-15"}, "30-11": {"2026-11-30", "2025-11-30"},
		"29/11": {"2026-11-29", "2026-11-29"}, "28.11": {"2027-11-28", "2026-11-28"}, "1 dec 2027": {"2027-12-01", "2027-12-01"},
		"30/2": {}, "15/13": {}, "mei 2027": {}, "15": {},
	} {
		for i, behind := range []bool{false, true} {
			got, _ := parseDate(withYear(typed, "2026-11-29", behind))
			if day, _ := got.Value(); day != want[i] {
				t.Errorf("%s, behind %v: %q", typed, behind, day)
			}
		}
	}
}

// TestANumberThatCanBeReadTwoWays is one whose sign may part thousands, in the language and within the limit.
func TestANumberThatCanBeReadTwoWays(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string][2]bool{ // in Dutch and in English
		"1.250": {true, true}, "1,250": {false, true}, "10.000": {true, true}, "10.001": {}, "0.250": {}, "1.25": {}, "1.2500": {}, "1250": {}, ".250": {}, "-1.250": {}, "": {}, "veel": {},
	} {
		for i, language := range []assets.Language{assets.Dutch, assets.English} {
			if got := (asker{texts: assets.Load(language)}).twoWays(typed, steps.Whole(10_000)) != nil; got != want[i] {
				t.Errorf("%s: %q is asked about: %v", language, typed, got)
			}
		}
	}
}

// TestBlanksPartOnlyThousands: a number with any other blank in it is not read, for nobody knows what was meant.
func TestBlanksPartOnlyThousands(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"12 500": "12500", "12\u00a0500": "12500", "12\u202f500": "12500", " 1 234 567,5 ": "", "1 234 567.5": "1234567.5", "−5": "-5", " 12 ": "12",
		"12 5": "", "1 2 3": "", "3 - 1": "", "12 5000": "", "12 50 000": "", "": "",
	} {
		got, err := parseDecimal(typed)
		if want == "" && err == nil || want != "" && (err != nil || got.String() != want) {
			t.Errorf("%q is read as %v, %v", typed, got, err)
		}
	}
	for typed, want := range map[string]string{"4 u 30": "4.5", "4 ½": "4.5", "4u 30": "4.5", "4 : 30": "4.5", "1 000": "1000", "4 5": "", "12 5": ""} {
		hours, _, ok := parseHours(typed, steps.Whole(5000))
		if got, _ := hours.Value(); ok != (want != "") || ok && got.String() != want {
			t.Errorf("%q are %v hours, %v", typed, got, ok)
		}
	}
	for typed, want := range map[string]any{"€ 1 250": 1250, "1 250 euro": 1250, "1.250": 1250, "12 5": nil} {
		if got, err := (cellAsker{}).whole(typed); got != want || (err != nil) != (want == nil) {
			t.Errorf("%q is the amount %v, %v", typed, got, err)
		}
	}
}
