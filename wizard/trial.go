package wizard

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"stappenplan/session"
	"stappenplan/steps"
)

// What if: the same screens on a copy of the plan that keeps nothing, until the person keeps what was tried as
// one entry or drops it.

// trial is the real work while something is tried.
type trial struct{ real *session.Session }

// discard keeps the entries of a trial: not at all.
type discard struct{}

func (discard) Load(string) ([]steps.Entry, error)       { return nil, nil }
func (discard) Append(string, uint64, steps.Entry) error { return nil }

// tryOut begins a trial on the plan as it stands.
func (r *root) tryOut() error {
	copied, err := steps.Replay(r.session.Catalogue, slices.Clone(r.session.Journal().Entries()))
	if err != nil {
		return fmt.Errorf("begin a trial: %w", err)
	}
	session := *r.session
	session.Store, session.LookOnly = discard{}, false
	session.Use(copied)
	r.trial, r.session = &trial{r.session}, &session
	return nil
}

// endTrial goes back to the real plan; what was tried is recorded as one entry, or dropped.
func (r *root) endTrial(keep bool) tea.Cmd {
	tried := r.session.Plan()
	r.session, r.trial = r.trial.real, nil
	r.chosen.Decisions, r.decided = nil, nil // worded for what was tried
	r.refresh()
	r.perform(home(), false)
	changes := steps.Changes(r.session.Plan(), tried)
	if !keep || len(changes) == 0 {
		r.notice = string(r.session.Texts.Wizard.TrialDropped)
		return nil
	}
	return r.perform(record{changes: changes, then: say{string(r.session.Texts.Wizard.TrialKept)}}, false)
}

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
