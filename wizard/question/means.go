package question

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// means are the numbers of each line of means.
func (a asker) means() (list []Question) {
	for at := range a.plan.School.Means {
		list = append(list, MeansLine(at, a.plan, a.texts)...)
	}
	return list
}

// MeansLine are the numbers of one line of means.
func MeansLine(at int, plan steps.Plan, texts *assets.Texts) (list []Question) {
	a := asker{plan, texts}
	line := a.plan.School.Means[at]
	ask := func(field string, value *steps.Decimal, most steps.Decimal, set func(*steps.Means, *steps.Decimal)) {
		q := Question{ID: MeansID(at, field), Field: field, Label: a.texts.Field(field), Hint: string(a.texts.Wizard.MeansHints[field]), Text: a.texts.Value("source", string(line.Source)) + ": " + a.texts.Field(field), Help: []string{string(cmp.Or(a.texts.Wizard.MeansHelp[field+"-"+string(line.Source)], a.texts.Wizard.MeansHelp[field]))}}
		q.Notes = []string{MeansSum(line, a.texts)}
		q = a.number(q, value, most, func(n *steps.Decimal) steps.Change {
			lines := slices.Clone(a.plan.School.Means)
			set(&lines[at], n)
			return MeansChange(lines)
		})
		read := q.read
		q.read = func(typed string) ([]steps.Change, error) { return read(a.beforeUnit(typed, field, line.Source)) }
		list = append(list, q)
	}
	ask("amount", line.Amount, steps.MaxMeansNumber, func(m *steps.Means, n *steps.Decimal) { m.Amount = n })
	if line.Source != steps.Clock {
		ask("per_fulltime", line.PerFulltime, steps.MaxMeansNumber, func(m *steps.Means, n *steps.Decimal) { m.PerFulltime = n })
		ask("week", line.Week, steps.MaxMeansNumber, func(m *steps.Means, n *steps.Decimal) { m.Week = n })
	}
	if a.plan.School.GroupKind != steps.NoGroup {
		ask("pooled", line.Pooled, steps.Whole(100), func(m *steps.Means, n *steps.Decimal) { m.Pooled = n })
	}
	return list
}

// beforeUnit is the number that is typed of a line of means, before the unit that it is in.
func (a asker) beforeUnit(typed, field string, source steps.MeansSource) string {
	switch {
	case field == "pooled":
		return assets.BeforeUnit(typed, "%")
	case field == "week" || source == steps.Clock:
		return assets.BeforeHours(typed)
	case source == steps.Points:
		return assets.BeforeUnit(typed, a.texts.Value("source", string(source)))
	}
	units := []string{}
	for _, word := range a.texts.Workbook.List.Units[string(source)] {
		units = append(units, string(word))
	}
	return assets.BeforeHours(assets.BeforeUnit(typed, units...))
}

// MeansLack says which numbers of which lines of means are needed before all can be counted.
func MeansLack(lines []steps.Means, texts *assets.Texts) (lack []string) {
	for _, line := range lines {
		_, err := line.Hours()
		var refusals steps.Refusals
		errors.As(err, &refusals)
		for _, r := range refusals {
			lack = append(lack, texts.Value("source", string(line.Source))+": "+texts.Field(r.Field))
		}
	}
	return lack
}

// MeansID is the id of the question about a number of a line of means.
func MeansID(at int, field string) string { return "means:" + strconv.Itoa(at) + ":" + field }

// MeansChange keeps these lines of means.
func MeansChange(lines []steps.Means) steps.Change {
	return steps.Change{Kind: steps.ChangeSchool, Means: steps.Set(lines)}
}

// MeansSum writes out how a line of means becomes hours, or what it still lacks.
func MeansSum(m steps.Means, texts *assets.Texts) string {
	number := func(d *steps.Decimal) string {
		if d == nil {
			return "?"
		}
		return texts.Number(*d)
	}
	parts := []string{number(m.Amount) + " " + texts.Value("source", string(m.Source))}
	if m.Pooled != nil && *m.Pooled > 0 {
		parts = append(parts, texts.Wizard.MeansPooled.Fill("n", texts.Percent(*m.Pooled)))
	}
	if m.Source != steps.Clock {
		week := m.Week
		if week == nil {
			usual := steps.FullTimeWeek
			week = &usual
		}
		parts = append(parts, "÷ "+number(m.PerFulltime)+" × "+number(week))
	}
	sum := strings.Join(parts, " ") + " = "
	hours, err := m.Hours()
	if err != nil {
		return sum + "?"
	}
	return sum + texts.Common.Hours.Fill("n", texts.Number(hours))
}

// NewMeans asks what the school has beside the lines there are, and adds a line with what can be proposed.
func NewMeans(plan steps.Plan, texts *assets.Texts) Question {
	a := asker{plan, texts}
	q := a.worded("means", "source", a.ask("means"))
	q.Kind = Choice
	for _, source := range steps.MeansSources {
		q.Options = append(q.Options, Option{string(source), texts.Value("source", string(source))})
	}
	q.read = func(typed string) ([]steps.Change, error) {
		return []steps.Change{MeansChange(append(slices.Clone(plan.School.Means), steps.MeansDefaults(steps.MeansSource(typed), plan.School.Level)))}, nil
	}
	return q
}
