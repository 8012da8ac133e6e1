package assets

import "stappenplan/steps"

// HoursOf writes a sum of hours a week: "12", "at least 12" where more is not known, "unknown" where nothing is.
func (t *Texts) HoursOf(sum steps.Tally) string { return t.Quantity(sum.Quantity()) }

// Quantity writes a number of hours a week, with what is known of it.
func (t *Texts) Quantity(q steps.Quantity) string {
	switch q.Bound {
	case steps.Unknown:
		return string(t.Common.Unknown)
	case steps.AtLeast:
		return t.Common.AtLeast.Fill("n", t.Number(q.Hours))
	case steps.AtMost:
		return t.Common.AtMost.Fill("n", t.Number(q.Hours))
	}
	return t.Number(q.Hours)
}

// HoursLines say the hours of a plan in a few lines.
func (t *Texts) HoursLines(c steps.Capacity) []string {
	first := t.Common.HoursAtSchool.Fill("planned", t.HoursOf(c.School), "available", t.HoursOf(c.Given))
	lines := append([]string{first}, t.HoursNotes(c)...)
	if spare := t.HoursSpare(c); spare != "" {
		lines = append(lines, spare)
	}
	return lines
}

// HoursNotes say what a person must know beside the hours planned at school: how many tasks there have no hours, and what
// the team carries at the group.
func (t *Texts) HoursNotes(c steps.Capacity) (sentences []string) {
	if n := c.School.Unknown; n > 0 {
		sentences = append(sentences, t.Common.WithoutHours.For(n))
	}
	if ours := c.Team.Group; ours.Count > 0 {
		sentences = append(sentences, t.Common.OursAtGroup.For(ours.Count, "hours", t.HoursOf(ours)))
	}
	return sentences
}

// HoursSpare says how the hours that the members have differ from those of the school; empty where they do not, or where that is not known.
func (t *Texts) HoursSpare(c steps.Capacity) string {
	words, spare, text := t.Common.Spare, c.Spare(), Text("")
	switch {
	case spare.Bound == steps.Unknown || spare.Hours == 0 || len(c.Members) == 0:
		return ""
	case spare.Hours < 0:
		text, spare = words.Beyond, spare.Opposite()
	case c.FromMeans():
		text = words.LeftOfMeans
	default:
		text = words.Left
	}
	return text.Fill("school", t.HoursOf(c.Given), "members", t.HoursOf(c.Team.Given), "difference", t.Quantity(spare))
}
