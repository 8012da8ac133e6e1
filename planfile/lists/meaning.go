package lists

import (
	"slices"
	"strings"

	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// maxMeaning is how long a text can be, in bytes, of which a meaning is looked for.
const maxMeaning = 100

// groupOf returns the group that a text names, empty where it names none or several.
func (r *reader) groupOf(text string) (found steps.GroupID) {
	if len(text) > steps.MaxName {
		return ""
	}
	said := plain(text)
	for _, group := range steps.Groups {
		_, named := r.words.groups[group].placeWithin(said)
		if named && found != "" {
			return ""
		}
		if named {
			found = group
		}
	}
	return found
}

// horizonOf returns when a task is needed, empty where that is not clear or two things are said, or where it is a priority.
func (r *reader) horizonOf(c xlsx.Cell) steps.Horizon {
	if r.words.priorities[steps.Short].within(c.Text) || r.words.priorities[steps.Long].within(c.Text) {
		return ""
	}
	return r.timeIn(c, r.words.horizons)
}

// priorityOf returns the term that a priority may stand for, empty where that is not clear. On a scale the first number is the
// most pressing.
func (r *reader) priorityOf(c xlsx.Cell, scale int) steps.Horizon {
	const shortest = 3
	if score := scoreOf(c); score > 0 && scale > 0 {
		switch {
		case score == 1:
			return steps.Short
		case 2*score > max(scale, shortest)+1:
			return steps.Long
		}
		return ""
	}
	if r.words.middle.within(c.Text) {
		return ""
	}
	return r.timeIn(c, r.words.priorities)
}

// scoreOf is the number of a priority, as 1 or P1; 0 where a cell holds none.
func scoreOf(c xlsx.Cell) int {
	if c.Kind == xlsx.TextCell {
		c.Text = strings.TrimLeft(c.Text, "pP ")
	}
	if number, ok := c.Number(); ok && len(number) == 1 && number >= "1" && number <= "5" {
		return int(number[0] - '0')
	}
	return 0
}

// scaleOf is the highest priority of a column, 0 where another number stands in it.
func scaleOf(cells []xlsx.Cell) (highest int) {
	for _, c := range cells {
		score := scoreOf(c)
		if _, number := c.Number(); number && score == 0 {
			return 0
		}
		highest = max(highest, score)
	}
	return highest
}

func (r *reader) timeIn(c xlsx.Cell, times map[steps.Horizon]words) steps.Horizon {
	if c.Kind != xlsx.TextCell || len(c.Text) > maxMeaning {
		return ""
	}
	negated := r.words.not.within(c.Text)
	short, long, dropped := times[steps.Short].within(c.Text), times[steps.Long].within(c.Text), times[steps.Dropped].within(c.Text)
	switch {
	case short && long:
		return ""
	case short && negated:
		return steps.Long // not urgent
	case dropped && !short && !long:
		return steps.Dropped
	case negated || dropped:
		return ""
	case short:
		return steps.Short
	case long:
		return steps.Long
	}
	return ""
}

// relevanceOf returns whether a task applies, empty where that is not clear. Under a heading that says the opposite, so does
// a cell.
func (r *reader) relevanceOf(c xlsx.Cell, negated bool) (relevance steps.Relevance) {
	switch {
	case c.Kind == xlsx.BooleanCell:
		relevance = map[string]steps.Relevance{"1": steps.Applies, "0": steps.DoesNotApply}[c.Text]
	case len(c.Text) <= maxMeaning:
		for _, one := range steps.Relevances {
			if relevance == "" && r.words.relevances[one].are(c.Text) {
				relevance = one
			}
		}
	}
	if negated {
		return map[steps.Relevance]steps.Relevance{
			steps.Applies: steps.DoesNotApply, steps.DoesNotApply: steps.Applies,
		}[relevance]
	}
	return relevance
}

// Unit is what hours are counted in, where it is not hours a week.
type Unit string

// The units.
const (
	PerYear  Unit = "year"
	PerMonth Unit = "month"
	Minutes  Unit = "minutes" // a week
	Lessons  Unit = "lessons" // of fifty minutes, a week
)

// Units are those that hours can be turned from.
var Units = []Unit{PerYear, PerMonth, Minutes, Lessons}

// What a unit is turned into hours a week by: a school year has forty weeks and ten months.
var perUnit = map[Unit]struct{ times, by steps.Decimal }{PerYear: {1, 40}, PerMonth: {1, 4}, Minutes: {1, 60}, Lessons: {50, 60}}

// unitOf is the unit that a heading names, empty for hours a week.
func (r *reader) unitOf(heading string) Unit {
	for _, unit := range Units {
		if r.words.units[unit].within(heading) {
			return unit
		}
	}
	return ""
}

// hoursOf returns the hours a week in a cell of a unit, nil where they cannot be those of a task.
func hoursOf(c xlsx.Cell, unit Unit) *steps.Decimal {
	number, _ := planfile.CellHours(c)
	value, err := steps.ParseDecimal(number)
	if err != nil || value < 0 {
		return nil
	}
	if turn, other := perUnit[unit]; other {
		hundredth := steps.Hundredths(1)
		value = (value*turn.times/turn.by + hundredth/2) / hundredth * hundredth
	}
	if value > steps.MaxTaskHours || value%steps.Hundredths(1) != 0 {
		return nil
	}
	return &value
}

// number is a number as the reader's language writes it.
func (r *reader) number(d steps.Decimal) string { return r.languages[0].Number(d) }

// isTotal says whether a row adds up others: it begins with such a word, and holds nothing but numbers beside it.
func (r *reader) isTotal(title string, row xlsx.Row) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(plain(title)), " ")
	if !r.words.totals.are(first) && !r.words.totals.are(title) {
		return false
	}
	return !slices.ContainsFunc(row.Cells, func(c xlsx.Cell) bool {
		_, isNumber := planfile.CellHours(c) // which can be more than those of a task
		return c.Kind == xlsx.TextCell && c.Text != title && !isNumber && !c.Hidden
	})
}
