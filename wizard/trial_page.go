package wizard

import (
	"slices"
	"strings"

	"stappenplan/steps"
)

// trialPage begins a trial, or shows what it makes of the plan.
func trialPage(f frame) sheet {
	w := f.texts.Wizard
	if f.real == nil {
		return sheet{title: string(w.TrialTitle), fields: []field{
			gap(), paragraph(f, paint{}, string(w.TrialText)), gap(),
			actionField("begin", string(w.TrialBegin), tryOut{}), actionField("back", string(w.Back), back(1)),
		}}
	}
	c := steps.Compare(*f.real, f.plan, f.today)
	fields := []field{gap()}
	fields = append(fields, comparisonFields(f, c)...)
	return sheet{title: string(w.TrialTitle), fields: append(fields, gap(),
		actionField("on", string(w.TrialOn), home()),
		actionField("keep", string(w.TrialKeep), endTrial{keep: true}),
		actionField("drop", string(w.TrialDrop), endTrial{}))}
}

// comparisonFields say what moved between the plan as it is kept and as it is tried.
func comparisonFields(f frame, c steps.Comparison) (fields []field) {
	w := f.texts.Wizard
	hours := func(label string, before, after steps.Decimal) field {
		return labelledText(f, label, w.FromTo.Fill("from", f.texts.Number(before), "to", f.texts.Number(after)))
	}
	was, now := c.Capacity.Before, c.Capacity.After
	fields = append(fields, hours(string(w.TrialPlanned), was.Planned, now.Planned), hours(string(w.TrialAvailable), was.Available, now.Available))
	for _, m := range now.Members {
		i := slices.IndexFunc(was.Members, func(b steps.MemberCapacity) bool { return b.ID == m.ID })
		if i >= 0 && was.Members[i].Planned != m.Planned {
			fields = append(fields, hours(oneLine(f.texts.MemberName(f.plan, m.ID)), was.Members[i].Planned, m.Planned))
		}
	}
	var moved []string
	for _, m := range c.Moves {
		moved = append(moved, f.texts.TaskName(f.plan, m.Task)+" → "+f.texts.Value("level", string(m.To)))
	}
	if len(moved) > 0 {
		fields = append(fields, labelledText(f, string(w.TrialMoves), strings.Join(moved, "; ")))
	}
	fields = append(fields, gap())
	for _, one := range c.New {
		fields = append(fields, paragraph(f, f.look.warn, "+ "+f.texts.Finding(one, f.plan, now)))
	}
	for _, one := range c.Gone {
		fields = append(fields, paragraph(f, f.look.good, "− "+f.texts.Finding(one, *f.real, was)))
	}
	if len(c.New)+len(c.Gone) == 0 {
		return append(fields, paragraph(f, f.look.muted, string(w.TrialSame)))
	}
	fields = append(fields, paragraph(f, f.look.muted, string(w.TrialSigns)))
	return fields
}
