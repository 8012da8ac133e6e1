package page

import (
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// trialPage begins a trial, or shows what it makes of the plan.
func trialPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	if f.Real == nil {
		return sheet{Title: string(w.TrialTitle), Fields: []field{
			gap(), paragraph(f, screen.Paint{}, string(w.TrialText)), gap(),
			actionField("begin", string(w.TrialBegin), screen.TryOut{}), actionField("back", string(w.Back), screen.Back(1)),
		}}
	}
	c := steps.Compare(*f.Real, f.Plan, f.Today)
	fields := []field{gap()}
	fields = append(fields, comparisonFields(f, c)...)
	return sheet{Title: string(w.TrialTitle), Fields: append(fields, gap(),
		actionField("on", string(w.TrialOn), screen.Home()),
		actionField("keep", string(w.TrialKeep), screen.EndTrial{Keep: true}),
		actionField("drop", string(w.TrialDrop), screen.EndTrial{}))}
}

// comparisonFields say what moved between the plan as it is kept and as it is tried.
func comparisonFields(f screen.Frame, c steps.Comparison) (fields []field) {
	w := f.Texts.Wizard
	hours := func(label string, before, after steps.Tally) field {
		return labelledText(f, label, w.FromTo.Fill("from", f.Texts.HoursOf(before), "to", f.Texts.HoursOf(after)))
	}
	was, now := c.Capacity.Before, c.Capacity.After
	fields = append(fields, hours(string(w.TrialPlanned), was.School, now.School), hours(string(w.TrialAvailable), was.Given, now.Given))
	for _, m := range now.Members {
		i := slices.IndexFunc(was.Members, func(b steps.MemberCapacity) bool { return b.ID == m.ID })
		if i >= 0 && was.Members[i].Planned != m.Planned {
			fields = append(fields, hours(screen.OneLine(f.Texts.MemberName(f.Plan, m.ID)), was.Members[i].Owned(), m.Owned()))
		}
	}
	var moved []string
	for _, m := range c.Moves {
		moved = append(moved, f.Texts.TaskName(f.Plan, m.Task)+" → "+f.Texts.Value("level", string(m.To)))
	}
	if len(moved) > 0 {
		fields = append(fields, labelledText(f, string(w.TrialMoves), strings.Join(moved, "; ")))
	}
	fields = append(fields, gap())
	for _, one := range c.New {
		fields = append(fields, paragraph(f, f.Look.Warn, "+ "+f.Texts.Finding(one, f.Plan, now)))
	}
	for _, one := range c.Gone {
		fields = append(fields, paragraph(f, f.Look.Good, "− "+f.Texts.Finding(one, *f.Real, was)))
	}
	if len(c.New)+len(c.Gone) == 0 {
		return append(fields, paragraph(f, f.Look.Muted, string(w.TrialSame)))
	}
	fields = append(fields, paragraph(f, f.Look.Muted, string(w.TrialSigns)))
	return fields
}
