package question

import (
	"testing"

	"stappenplan/steps"
)

func TestDatesAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]string{"15/5/2027": "2027-05-15", "15 mei 2027": "2027-05-15", "1 sept 27": "2027-09-01", "15/5/27": "2027-05-15", "2027-05-15": "2027-05-15", "1.9.2027": "2027-09-01", "31-12-2026": "2026-12-31",
		"15 mrt 2027": "2027-03-15", "15 sept. 2026": "2026-09-15", "15 okt 2026": "2026-10-15", "15 maart 2027": "2027-03-15", "Mar 15 2027": "2027-03-15", "15 Mar 2027": "2027-03-15", "October 15, 2026": "2026-10-15", "15-MAY-27": "2027-05-15", "2027 mrt 15": "2027-03-15"} {
		if got, ok := parseDate(typed); !ok || got != steps.Set(want) {
			t.Errorf("%s: %v", typed, got)
		}
	}
	for _, typed := range []string{"morgen", "31/2/2027", "15/5", "15 x 2027", "mrt 2027", "5/15/2027", "mrt 31 feb", "15 ma 2027", "mei mei 2027"} {
		if _, ok := parseDate(typed); ok {
			t.Errorf("%s is taken for a date", typed)
		}
	}
}
