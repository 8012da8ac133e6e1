package wizard

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/steps"
)

// meansPage is the calculator from points, lesson hours and clock hours to hours a week: the lines with their
// arithmetic, and the total as a proposal for the school's hours.
func meansPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{paragraph(f, f.look.muted, string(w.MeansText)), gap()}
	for i, m := range f.plan.School.Means {
		fields = append(fields, meansRow(f, i, m))
	}
	fields = append(fields, actionField("add", string(w.AddMeans), show(place{kind: meansCard})), gap())
	if total, err := f.plan.MeansTotal(); err == nil && len(f.plan.School.Means) > 0 {
		fields = append(fields, labelledText(f, string(w.MeansTotal), f.texts.Common.Hours.Fill("n", f.texts.Number(total))))
		for range steps.MeansWarnings(f.plan.School.Means) {
			fields = append(fields, paragraph(f, f.look.warn, "! "+string(w.MeansMany)))
		}
		if f.plan.School.Hours == nil || *f.plan.School.Hours != total {
			fields = append(fields, actionField("accept", w.MeansAccept.Fill("n", f.texts.Number(total)), record{
				changes: []steps.Change{{Kind: steps.ChangeSchool, Hours: steps.Set(total)}}, then: back(1),
			}))
		}
	}
	return sheet{title: string(w.MeansTitle), labels: 16, fields: append(fields,
		hoursField("hours", string(w.SchoolHours), f.plan.School.Hours, f, steps.MaxSchoolHours, func(v steps.Field[steps.Decimal]) steps.Change {
			return steps.Change{Kind: steps.ChangeSchool, Hours: v}
		}),
		actionField("done", string(w.Ready), back(1)))}
}

// meansRow shows a line with its arithmetic.
func meansRow(f frame, i int, m steps.Means) field {
	fd := actionField("means:"+strconv.Itoa(i), sumOf(f, m), show(place{kind: meansCard, id: strconv.Itoa(i)}))
	fd.remove = record{changes: []steps.Change{meansChange(slices.Delete(slices.Clone(f.plan.School.Means), i, i+1))}}
	return fd
}

// sumOf writes out how a line becomes hours, or what it still lacks.
func sumOf(f frame, m steps.Means) string {
	w := f.texts.Wizard
	number := func(d *steps.Decimal) string {
		if d == nil {
			return "?"
		}
		return f.texts.Number(*d)
	}
	parts := []string{number(m.Amount) + " " + f.texts.Value("source", string(m.Source))}
	if m.Pooled != nil && *m.Pooled > 0 {
		parts = append(parts, w.MeansPooled.Fill("n", number(m.Pooled)))
	}
	if m.Source != steps.Clock {
		week := m.Week
		if week == nil {
			usual := steps.FullTimeWeek
			week = &usual
		}
		parts = append(parts, "÷ "+number(m.PerFulltime)+" × "+number(week))
	}
	hours, err := m.Hours()
	if err != nil {
		return strings.Join(parts, " ") + " = ?"
	}
	return strings.Join(parts, " ") + " = " + f.texts.Common.Hours.Fill("n", f.texts.Number(hours))
}

func meansChange(lines []steps.Means) steps.Change {
	return steps.Change{Kind: steps.ChangeSchool, Means: steps.Set(lines)}
}

// meansCardPage is one line of means; a new one begins with its source.
func meansCardPage(id string) func(frame) sheet {
	return func(f frame) sheet {
		w, lines := f.texts.Wizard, f.plan.School.Means
		at, err := strconv.Atoi(id)
		if err != nil {
			fields := []field{paragraph(f, f.look.muted, string(w.MeansNew)), gap()}
			for _, source := range steps.MeansSources {
				line := steps.MeansDefaults(source, f.plan.School.Level)
				fields = append(fields, actionField(string(source), capital(f.texts.Value("source", string(source))), record{
					changes: []steps.Change{meansChange(append(slices.Clone(lines), line))},
					then:    replace(place{kind: meansCard, id: strconv.Itoa(len(lines))}),
				}))
			}
			return sheet{title: string(w.MeansTitle), fields: fields}
		}
		if at >= len(lines) {
			return sheet{}
		}
		return sheet{title: capital(f.texts.Value("source", string(lines[at].Source))), labels: 18, fields: append(meansFields(f, at),
			gap(), paragraph(f, f.look.strong, sumOf(f, lines[at])), gap(), actionField("done", string(w.Ready), back(1)))}
	}
}

// meansFields are the numbers of a line.
func meansFields(f frame, at int) (fields []field) {
	w := f.texts.Wizard
	number := func(id string, of func(*steps.Means) **steps.Decimal, most steps.Decimal) {
		lines := slices.Clone(f.plan.School.Means)
		value := *of(&lines[at])
		fd := field{id: id, kind: oneText, label: f.texts.Field(id), hint: string(w.MeansHints[id]), help: []string{string(w.MeansHelp[id])}, replaced: true}
		if value != nil {
			fd.value = f.texts.Number(*value)
		}
		fd.save = func(v string) (effect, string) {
			*of(&lines[at]) = nil
			if v = strings.ReplaceAll(strings.TrimSpace(v), ",", "."); v != "" {
				n, err := steps.ParseDecimal(v)
				if err != nil || n < 0 || n > most {
					return nil, w.BadNumber.Fill("most", f.texts.Number(most))
				}
				*of(&lines[at]) = &n
			}
			return record{changes: []steps.Change{meansChange(lines)}, typed: true}, ""
		}
		fields = append(fields, fd)
	}
	number("amount", func(m *steps.Means) **steps.Decimal { return &m.Amount }, steps.MaxMeansNumber)
	if f.plan.School.Means[at].Source != steps.Clock {
		number("per_fulltime", func(m *steps.Means) **steps.Decimal { return &m.PerFulltime }, steps.MaxMeansNumber)
		number("week", func(m *steps.Means) **steps.Decimal { return &m.Week }, steps.MaxMeansNumber)
	}
	if f.plan.School.GroupKind != steps.NoGroup {
		number("pooled", func(m *steps.Means) **steps.Decimal { return &m.Pooled }, steps.Whole(100))
	}
	return fields
}
