package screen

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// unknownHours stands where hours are not filled in, as in the arithmetic of the means.
const unknownHours = "?"

// Hours writes a sum of hours a week where there is little room: a number, or ? where nobody filled in any.
func Hours(texts *assets.Texts, sum steps.Tally) string {
	if !sum.Known() {
		return unknownHours
	}
	return texts.Number(sum.Hours)
}

// HoursText sets hours that are asked beside those that there are: "9 of 10 hours".
func HoursText(texts *assets.Texts, asked, given steps.Tally) string {
	return texts.Wizard.PlannedOf.Fill("planned", Hours(texts, asked), "available", Hours(texts, given))
}

// HoursBar draws the same as a bar; where one of the two is not known there is none.
func HoursBar(asked, given steps.Tally, width int) string {
	if !asked.Known() || !given.Known() {
		return strings.Repeat(" ", width)
	}
	return Bar(asked.Hours, given.Hours, width)
}
