package screen

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// unknownHours stands where hours are not filled in, as in the arithmetic of the means.
const unknownHours = "?"

// Hours writes a sum of hours a week where there is little room: as elsewhere, but ? where nobody filled in any.
func Hours(texts *assets.Texts, sum steps.Tally) string {
	if !sum.Known() {
		return unknownHours
	}
	return texts.HoursOf(sum)
}

// HoursText sets hours that are asked beside those that there are: "9 of 10 hours".
func HoursText(texts *assets.Texts, asked, given steps.Tally) string {
	return texts.Wizard.PlannedOf.Fill("planned", Hours(texts, asked), "available", Hours(texts, given))
}

// Load draws hours that are asked beside those that there are, in so many cells for the hours of a scale: │ marks what there is, and
// what goes beyond it is drawn with another sign. Where nothing is known of what is asked, or not all of what there is,
// nothing is drawn.
func (l Look) Load(asked, given steps.Tally, scale steps.Decimal, width int) string {
	if !asked.Known() || given.Unknown > 0 {
		return strings.Repeat(" ", width)
	}
	cells := func(hours steps.Decimal) int {
		if hours <= 0 || scale <= 0 {
			return 0
		}
		return int((hours*steps.Decimal(width-1) + scale/2) / scale)
	}
	used, limit := cells(asked.Hours), cells(given.Hours)
	if asked.Hours <= given.Hours {
		return l.Bar.On(strings.Repeat("█", used)) + l.Muted.On(strings.Repeat("░", limit-used)) + l.Strong.On("│") + strings.Repeat(" ", width-1-limit)
	}
	limit = min(limit, width-2)
	over := max(1, used-limit)
	return l.Bar.On(strings.Repeat("█", limit)) + l.Strong.On("│") + l.Bad.On(strings.Repeat("▓", over)) + strings.Repeat(" ", max(0, width-1-limit-over))
}

// HoursScale is what the bars of several loads are drawn on, so that they can be compared: the most that is asked or given.
func HoursScale(tallies ...steps.Tally) (most steps.Decimal) {
	for _, t := range tallies {
		most = max(most, t.Hours)
	}
	return most
}

// OverPercent is how much of the given hours is asked, in percent, where that is more than all of them; empty elsewhere, and where not
// all that belongs to either is filled in.
func OverPercent(texts *assets.Texts, asked, given steps.Tally) string {
	if asked.Unknown > 0 || given.Unknown > 0 || given.Hours <= 0 || asked.Hours <= given.Hours {
		return ""
	}
	const all = 100
	percent := int((asked.Hours*all + given.Hours/2) / given.Hours)
	if percent == all {
		return texts.Common.MoreThan.Fill("n", texts.WholePercent(all))
	}
	return texts.WholePercent(percent)
}
