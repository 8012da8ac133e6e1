package question

import (
	"time"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Moment is a moment of a plan that can be compared with another.
type Moment struct {
	Entry uint64 // after which it is
	Label string
}

// Moments are those that are worth choosing: the beginning, then the ends of the rounds before the present one; and the ends of
// days somewhere, the newest first.
func Moments(journal *steps.Journal, texts *assets.Texts, in *time.Location) (rounds, days []Moment) {
	moment := func(n uint64) string { return texts.DayAndTime(journal.Head(n).At.In(in)) }
	rounds = []Moment{{0, texts.MomentOf(steps.Moment{}, in)}}
	for i, n := range journal.RoundEnds() {
		if n > 0 {
			rounds = append(rounds, Moment{n, texts.Past.RoundEnd.Fill("n", i+1, "moment", moment(n))})
		}
	}
	for _, n := range journal.DayEnds(in) {
		days = append(days, Moment{n, moment(n)})
	}
	return rounds, days
}

// PastDay reads a day that was, as people type it: without a year it is the last such day.
func PastDay(line string, today steps.Date) (steps.Date, bool) {
	day, ok := parseDate(withYear(line, today, true))
	typed, given := day.Value()
	return steps.Date(typed), ok && given
}
