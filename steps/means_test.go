package steps_test

import (
	"errors"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// line is a line of means; a number is written as in a plan file, the empty text is none.
func line(source steps.MeansSource, amount, perFulltime, week, pooled string) steps.Means {
	return steps.Means{
		Source: source, Amount: number(amount), PerFulltime: number(perFulltime), Week: number(week), Pooled: number(pooled),
	}
}

func number(text string) *steps.Decimal {
	if text == "" {
		return nil
	}
	d, err := steps.ParseDecimal(text)
	if err != nil {
		panic(err)
	}
	return &d
}

// TestMeansHours has the worked examples, and where the rounding turns.
func TestMeansHours(t *testing.T) {
	for _, c := range []struct {
		name  string
		means steps.Means
		want  string
	}{
		{"24 points at HSO", line(steps.Points, "24", "63", "36", "0"), "13.71"},
		{"35 points are 20 hours", line(steps.Points, "35", "63", "36", "0"), "20"},
		{"25 points for a typed 82", line(steps.Points, "25", "82", "36", "0"), "10.97"},
		{"60 points, all at HSO", line(steps.Points, "60", "63", "36", "0"), "34.28"},
		{"nothing said of week and group", line(steps.Points, "60", "63", "", ""), "34.28"},
		{"six lessons of 24", line(steps.Lessons, "6", "24", "36", "0"), "9"},
		{"six lessons of 22", line(steps.Lessons, "6", "22", "36", "0"), "9.81"},
		{"clock hours", line(steps.Clock, "7.259", "", "", ""), "7.25"},
		{"clock hours need no job", line(steps.Clock, "7", "0", "38", ""), "7"},
		{"a tenth to the group", line(steps.Points, "60", "63", "36", "10"), "30.85"},
		{"all to the group", line(steps.Points, "60", "63", "36", "100"), "0"},
		{"half to the group", line(steps.Clock, "7", "", "", "50"), "3.5"},
		{"no points at all", line(steps.Points, "0", "63", "36", "0"), "0"},
		{"a third job", line(steps.Points, "21", "63", "0.3", "0"), "0.1"},
		{"just below a hundredth", line(steps.Points, "20.999", "63", "0.03", "0"), "0"},
		{"the largest there are", line(steps.Points, "100000", "0.001", "100000", "0"), "10000000000000"},
	} {
		got, err := c.means.Hours()
		if err != nil || got.String() != c.want {
			t.Errorf("%s: %s, %v, want %s", c.name, got, err, c.want)
		}
	}
}

// TestMeansTotal adds what was rounded, and does not round the sum.
func TestMeansTotal(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []steps.Means
		want  string
	}{
		{"no lines", nil, "0"},
		{"two jobs", []steps.Means{line(steps.Points, "35", "63", "36", "0"), line(steps.Points, "25", "82", "36", "0")}, "30.97"},
		{"twice less than a hundredth", []steps.Means{line(steps.Clock, "0.006", "", "", ""), line(steps.Clock, "0.006", "", "", "")}, "0"},
		{"as much as a school can have", []steps.Means{line(steps.Clock, "9999.9", "", "", ""), line(steps.Clock, "0.1", "", "", "")}, "10000"},
	} {
		p := planOf(t, school(func(s *change) { s.Means = steps.Set(c.lines) }))
		got, err := steps.MeansTotal(p.School.Means)
		if err != nil || got.String() != c.want {
			t.Errorf("%s: %s, %v, want %s", c.name, got, err, c.want)
		}
		equal(t, "the plan's own hours", p.School.Hours, nil)
	}
}

// TestMeansRefused: what a plan may keep unfinished cannot be counted.
func TestMeansRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		means  steps.Means
		refuse steps.Refusal
		kept   bool // the plan takes it
	}{
		{"no amount", line(steps.Points, "", "63", "", ""), steps.Refusal{Reason: "required", Field: "means[0].amount"}, true},
		{"no job", line(steps.Lessons, "4", "", "", ""), steps.Refusal{Reason: "required", Field: "means[0].per_fulltime"}, true},
		{"a job of nothing", line(steps.Points, "4", "0", "", ""), steps.Refusal{Reason: "zero", Field: "means[0].per_fulltime", Value: "0"}, true},
		{"less than nothing", line(steps.Clock, "-1", "", "", ""), steps.Refusal{Reason: "out-of-range", Field: "means[0].amount", Value: "-1", Limit: "0–100000"}, false},
		{"more than all", line(steps.Clock, "1", "", "", "100.001"), steps.Refusal{Reason: "out-of-range", Field: "means[0].pooled", Value: "100.001", Limit: "0–100"}, false},
		{"no source", line("stars", "1", "1", "", ""), steps.Refusal{Reason: "unknown-value", Field: "means[0].source", Value: "stars", Limit: "points, lessons, hours"}, false},
		{"too many hours", line(steps.Clock, "10000.1", "", "", ""), steps.Refusal{Reason: "out-of-range", Field: "hours", Value: "10000.1", Limit: "0–10000"}, true},
	} {
		lines := []steps.Means{c.means}
		_, err := steps.MeansTotal(lines)
		var refusals steps.Refusals
		if !errors.As(err, &refusals) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		equal(t, c.name, refusals, steps.Refusals{c.refuse})
		err = steps.NewPlan(definitions).Check(school(func(s *change) { s.Means = steps.Set(lines) }))
		equal(t, c.name+": kept", err == nil, c.kept)
	}
}

// TestMeansTotalNeverOverflows: a thousand of the largest lines.
func TestMeansTotalNeverOverflows(t *testing.T) {
	var lines []steps.Means
	for range steps.MaxOwnTasks {
		lines = append(lines, line(steps.Points, "100000", "0.001", "100000", "0"))
	}
	if total, err := steps.MeansTotal(lines); err == nil {
		t.Errorf("counted as %s", total)
	}
}

func TestMeansDefaults(t *testing.T) {
	for _, c := range []struct {
		source steps.MeansSource
		level  steps.SchoolLevel
		want   string
	}{
		{steps.Points, "primary", "63"}, {steps.Points, "secondary", "63"}, {steps.Points, "", "63"},
		{steps.Lessons, "primary", "24"}, {steps.Lessons, "special", "22"}, {steps.Lessons, "secondary", ""}, {steps.Lessons, "", ""},
		{steps.Clock, "primary", ""},
	} {
		want := line(c.source, "", c.want, "36", "0")
		equal(t, string(c.source)+" in "+string(c.level), steps.MeansDefaults(c.source, c.level), want)
	}
}

func TestMeansWarnings(t *testing.T) {
	many := []steps.MeansWarning{steps.ManyJobs}
	for _, c := range []struct {
		name  string
		lines []steps.Means
		want  []steps.MeansWarning
	}{
		{"none", nil, nil},
		{"five jobs", []steps.Means{line(steps.Points, "315", "63", "36", "0")}, nil},
		{"a little more", []steps.Means{line(steps.Points, "315.001", "63", "36", "0")}, many},
		{"the rest is the group's", []steps.Means{line(steps.Points, "630", "63", "36", "50")}, nil},
		{"together", []steps.Means{line(steps.Points, "300", "63", "", ""), line(steps.Clock, "36", "", "", "")}, many},
		{"what cannot be counted", []steps.Means{line(steps.Points, "630", "0", "", ""), line(steps.Clock, "9", "", "0", "")}, nil},
	} {
		equal(t, c.name, steps.MeansWarnings(c.lines), c.want)
	}
}

// means draws a line that can be counted.
func means() *rapid.Generator[steps.Means] {
	return rapid.Custom(func(t *rapid.T) steps.Means {
		upTo := func(name string, least, most int64) *steps.Decimal {
			d := steps.Decimal(rapid.Int64Range(least, most).Draw(t, name))
			return &d
		}
		return steps.Means{
			Source: rapid.SampledFrom(steps.MeansSources).Draw(t, "source"), Amount: upTo("amount", 0, 1_000_000),
			PerFulltime: upTo("per fulltime", 1, 200_000), Week: upTo("week", 0, 40_000), Pooled: upTo("pooled", 0, 100_000),
		}
	})
}

// TestMeansRoundDown: never above the exact hours, less than a tenth below, in whole tenths.
func TestMeansRoundDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := means().Draw(t, "means")
		hours, err := m.Hours()
		if err != nil {
			t.Fatal(err)
		}
		thousandths := func(d *steps.Decimal) *big.Rat { return big.NewRat(int64(*d), 1000) }
		exact := new(big.Rat).Sub(big.NewRat(100, 1), thousandths(m.Pooled))
		exact.Mul(exact, thousandths(m.Amount)).Quo(exact, big.NewRat(100, 1))
		if m.Source != steps.Clock {
			exact.Quo(exact, thousandths(m.PerFulltime)).Mul(exact, thousandths(m.Week))
		}
		below := new(big.Rat).Sub(exact, thousandths(&hours))
		if below.Sign() < 0 || below.Cmp(big.NewRat(1, 100)) >= 0 || hours%steps.Hundredths(1) != 0 {
			t.Fatalf("%s hours, exactly %s", hours, exact)
		}
	})
}

// TestMeansGrowWithWhatIsGiven: more points or a longer week never give fewer hours, more for the group
// or a dearer job never more.
func TestMeansGrowWithWhatIsGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		less := means().Draw(t, "means")
		more := less
		field := rapid.SampledFrom([]**steps.Decimal{&more.Amount, &more.Week, &more.Pooled, &more.PerFulltime}).Draw(t, "field")
		change := steps.Decimal(rapid.Int64Range(0, 100_000).Draw(t, "change"))
		if field == &more.Amount || field == &more.Week {
			change += **field
		} else {
			change = max(**field-change, min(**field, 1)) // a share of 0 stays 0
		}
		*field = &change
		fewer, err := less.Hours()
		hours, errMore := more.Hours()
		if err != nil || errMore != nil || hours < fewer {
			t.Fatalf("%s, %v; then %s, %v", fewer, err, hours, errMore)
		}
	})
}
