package steps

import (
	"cmp"
	"time"
)

// Moment is a state of the plan in time: after an entry, or before all of them.
type Moment struct {
	Entry uint64     `json:"entry"` // 0: the beginning
	Round int        `json:"round"`
	At    *time.Time `json:"at"` // of that entry; nil at the beginning
}

// Moment is that after entry n, with the plan as it stood then.
func (j *Journal) Moment(n uint64) (Moment, Plan, error) {
	p, err := j.At(n)
	m := Moment{Entry: n, Round: p.Round.Number}
	if n > 0 {
		m.At = &j.heads[n-1].At
	}
	return m, p, err
}

// BeforeRound is the number of the last entry before a round was opened; that of the round in which the plan began is 0. Known
// says whether there was such a round.
func (j *Journal) BeforeRound(number int) (entry uint64, known bool) {
	rounds := j.Rounds()
	for i, round := range rounds {
		if round == number && (i == 0 || rounds[i-1] != number) {
			return uint64(i), true
		}
	}
	return 0, number == 1
}

// BeforeDay is the number of the last entry before a day began somewhere.
func (j *Journal) BeforeDay(day Date, in *time.Location) uint64 {
	return j.before(func(of Date) bool { return of >= day }, in)
}

// AfterDay is the number of the last entry before a day ended somewhere.
func (j *Journal) AfterDay(day Date, in *time.Location) uint64 {
	return j.before(func(of Date) bool { return of > day }, in)
}

// before is the number of the last entry before the first one of such a day.
func (j *Journal) before(such func(Date) bool, in *time.Location) uint64 {
	for i := range j.heads {
		if such(DateOf(j.heads[i].At.In(in))) {
			return uint64(i)
		}
	}
	return j.Len()
}

// RoundEnds are the numbers of the last entries of the rounds before the present one, the first round's first; 0 for a round
// that has none.
func (j *Journal) RoundEnds() (ends []uint64) {
	ends = make([]uint64, j.plan.Round.Number-1)
	rounds := j.Rounds()
	for i := 1; i < len(rounds); i++ {
		if before := rounds[i-1]; before < rounds[i] && before <= len(ends) {
			ends[before-1] = uint64(i)
		}
	}
	return ends
}

// DayEnds are the numbers of the last entries of the days somewhere, the newest first.
func (j *Journal) DayEnds(in *time.Location) (ends []uint64) {
	day := Date("")
	for n := j.Len(); n > 0; n-- {
		if of := DateOf(j.heads[n-1].At.In(in)); of != day {
			day, ends = of, append(ends, n)
		}
	}
	return ends
}

// RoundLine sums up how a round ended; the present one, how it stands.
type RoundLine struct {
	Moment
	Opened       Date  // where that was not written down, the day of its first entry
	Asked, There Tally // hours a week: of the tasks at school, and those that there are
	Unowned      int   // carried tasks without an owner
	Findings     int   // on the day given
}

// RoundLines are those of all rounds, the first one first.
func (j *Journal) RoundLines(today Date) (lines []RoundLine, err error) {
	rounds, first := j.Rounds(), 0
	for i := range rounds {
		if rounds[i] != rounds[first] {
			first = i
		}
		if i+1 < len(rounds) && rounds[i+1] == rounds[i] {
			continue
		}
		m, p, err := j.Moment(uint64(i + 1))
		if err != nil {
			return nil, err
		}
		c := p.Capacity()
		opened := cmp.Or(p.Round.Opened, DateOf(j.heads[first].At))
		lines = append(lines, RoundLine{m, opened, c.School, c.Given, len(p.Undivided()), len(p.Findings(today))})
	}
	return lines, nil
}
