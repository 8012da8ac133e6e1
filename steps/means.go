package steps

import "math/big"

// The means calculator turns what a school's letter says into hours a week. It never counts from pupils
// to points: the number between them changes by decree, and a board would take the outcome for a right.

// Numbers a screen may propose; see [MeansDefaults].
const (
	pointsPerJob   = 63 * one // points for a full-time coordinator at the level of secondary education
	primaryLessons = 24 * one // lesson hours of a full-time job in primary education
	specialLessons = 22 * one // the same in special primary education
	FullTimeWeek   = 36 * one // clock hours
	manyJobs       = 5
)

// MeansDefaults is a line of means from this source with what can be proposed at a level of education.
// Where nothing certain can be, as for points at another diploma, a person has to type it.
func MeansDefaults(source MeansSource, level SchoolLevel) Means {
	week, pooled := FullTimeWeek, Decimal(0)
	m := Means{Source: source, Week: &week, Pooled: &pooled}
	propose := func(number Decimal) { m.PerFulltime = &number }
	switch {
	case source == Points:
		propose(pointsPerJob)
	case source == Lessons && level == "primary":
		propose(primaryLessons)
	case source == Lessons && level == "special":
		propose(specialLessons)
	}
	return m
}

// Hours are the hours a week that a line of means gives, rounded down to hundredths: what was granted
// cannot be exceeded. A week not given has 36 hours, and what is not said to be handed to the group is
// kept. A line that cannot be counted is refused with [Refusals], also where a plan would keep it so.
func (m Means) Hours() (Decimal, error) {
	var r refusals
	m.countable(&r, "")
	if err := r.err(); err != nil {
		return 0, err
	}
	hours := m.exactHours()
	hundredths := new(big.Int).Mul(hours.Num(), big.NewInt(100))
	hundredths.Quo(hundredths, hours.Denom())
	return Hundredths(hundredths.Int64()), nil
}

// countable refuses what cannot be counted: what no plan takes, and what a plan takes before it is complete.
func (m Means) countable(r *refusals, at string) {
	checkMeans(m, r, at)
	if m.Amount == nil {
		r.add("required", at+"amount", "")
	}
	switch {
	case m.Source == Clock:
	case m.PerFulltime == nil:
		r.add("required", at+"per_fulltime", "")
	case *m.PerFulltime == 0:
		r.add("zero", at+"per_fulltime", "0")
	}
}

// exactHours is amount × (1 − pooled ÷ 100) ÷ per_fulltime × week; clock hours are hours already.
func (m Means) exactHours() *big.Rat {
	hours := ratio(known(m.Amount), one)
	hours.Mul(hours, ratio(percent-known(m.Pooled), percent))
	if m.Source != Clock {
		hours.Mul(hours, ratio(m.week(), *m.PerFulltime))
	}
	return hours
}

// exactJobs is how many full-time jobs a line pays in the school.
func (m Means) exactJobs() *big.Rat {
	jobs := m.exactHours()
	if week := m.week(); week != 0 {
		return jobs.Mul(jobs, ratio(one, week))
	}
	return jobs.SetInt64(0)
}

func (m Means) week() Decimal {
	if m.Week == nil {
		return FullTimeWeek
	}
	return *m.Week
}

func ratio(of, to Decimal) *big.Rat { return big.NewRat(int64(of), int64(to)) }

// MeansTotal is the sum of the hours of lines of means, each rounded down by itself: what a screen
// proposes for the school's hours, never an answer. Lines that cannot be counted, or that give more
// than a school can have, are refused with [Refusals].
func MeansTotal(lines []Means) (total Decimal, err error) {
	var r refusals
	for i, m := range lines {
		m.countable(&r, "means["+itoa(i)+"].")
	}
	if err := r.err(); err != nil {
		return 0, err
	}
	for _, m := range lines {
		hours, err := m.Hours()
		if err != nil {
			return 0, err
		}
		// At once: many lines this large would not fit a Decimal.
		if total += hours; total > MaxSchoolHours {
			r.addLimit("out-of-range", "hours", total.String(), "0–"+MaxSchoolHours.String())
			return 0, r.err()
		}
	}
	return total, nil
}

// MeansHours are the hours a week that a line of means gives: Before − Pooled = Left.
type MeansHours struct {
	Source MeansSource // empty for lines together
	Before Decimal     // what was granted, rounded down to hundredths
	Pooled Decimal     // the part of it that is handed to the group
	Left   Decimal     // what is left for the school, as [Means.Hours] gives it
	Known  bool        // the line can be counted; of lines together, all can
}

// meansHours are the hours of each line of means, and those together where [MeansTotal] can add them up.
func (p Plan) meansHours() (lines []MeansHours, total MeansHours) {
	_, err := MeansTotal(p.School.Means)
	total.Known = err == nil && len(p.School.Means) > 0
	for _, m := range p.School.Means {
		line := m.parts()
		lines = append(lines, line)
		total.Known = total.Known && line.Before <= MaxMeansNumber // many larger ones would not fit a Decimal
		total.Before, total.Pooled, total.Left = total.Before+line.Before, total.Pooled+line.Pooled, total.Left+line.Left
		if !total.Known {
			total = MeansHours{}
		}
	}
	return lines, total
}

// parts are the hours of a line and what becomes of them. What rounding down takes off stays with the pooled part.
func (m Means) parts() MeansHours {
	left, err := m.Hours()
	if err != nil {
		return MeansHours{Source: m.Source}
	}
	whole := m
	whole.Pooled = nil
	before, _ := whole.Hours() // can be counted, as the line can
	return MeansHours{Source: m.Source, Before: before, Pooled: before - left, Left: left, Known: true}
}

// MeansWarning names something about means that is possible and yet looks like a typing error.
type MeansWarning string

// ManyJobs warns of more than five full-time jobs in one school.
const ManyJobs MeansWarning = "many-jobs"

// MeansWarnings lists the warnings about lines of means. Lines that cannot be counted are skipped.
func MeansWarnings(lines []Means) (warnings []MeansWarning) {
	jobs := new(big.Rat)
	for _, m := range lines {
		if _, err := m.Hours(); err == nil {
			jobs.Add(jobs, m.exactJobs())
		}
	}
	if jobs.Cmp(big.NewRat(manyJobs, 1)) > 0 {
		warnings = append(warnings, ManyJobs)
	}
	return warnings
}
