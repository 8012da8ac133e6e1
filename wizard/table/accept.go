package table

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// How a table takes over what is proposed, and confirms what deserves a look.

// accept takes over what is proposed for tasks, as one entry. Where none of them asks anything, it confirms how those are decided that
// deserve a look.
func (s *Table) accept(f screen.Frame, tasks []*steps.Task) screen.Effect {
	if s.sheet >= division {
		return s.divideAny(f, tasks)
	}
	if confirmed := s.confirmed(f, tasks); len(confirmed) > 0 {
		return s.recorded(confirmed, "", f.Texts.Wizard.LookedAt, "")
	}
	changes := s.proposals(f, tasks)
	decided := 0 // that only lacked where they are done
	for _, c := range changes {
		if t, _ := f.Plan.Task(c.Task); !s.asks(&t) {
			decided++
		}
	}
	more := ""
	if len(changes) > 1 && decided > 0 {
		more = f.Texts.Wizard.OnlyWhere.For(decided)
	}
	return s.recorded(changes, s.nothingToAccept(f, tasks), f.Texts.Wizard.Accepted, more+question.Doubts(changes, f.Plan, f.Texts))
}

// proposals are what is proposed for tasks, also for those of which all that the step asks is decided.
func (s *Table) proposals(f screen.Frame, tasks []*steps.Task) (changes []steps.Change) {
	for _, t := range tasks {
		if c, open := f.Plan.Proposal(*t, s.sheet.step()); open {
			changes = append(changes, c)
		}
	}
	return changes
}

// nothingToAccept says why there is nothing to accept for tasks, and what there is to do.
func (s *Table) nothingToAccept(f screen.Frame, tasks []*steps.Task) assets.Text {
	toWeigh := func(t *steps.Task) bool { return t.Asks(steps.Tasks) && t.Suggestion == steps.ToWeigh }
	switch n := s.deserveLook(f, tasks); {
	case s.sheet == expertise && slices.ContainsFunc(tasks, s.asks):
		return f.Texts.Wizard.JudgeFirst
	case slices.ContainsFunc(tasks, toWeigh):
		return f.Texts.Wizard.WeighFirst
	case n > 0:
		return assets.Text(f.Texts.Wizard.SectionToLookAt.For(n))
	}
	if s.narrowed() {
		return f.Texts.Wizard.NothingShownProposed
	}
	return f.Texts.Wizard.NothingProposed
}

// confirmed are the changes that confirm how tasks are decided that deserve a look; none while one of them still asks something. Several
// at once are confirmed only where they were brought together to be looked at: or who presses twice confirms what was never seen.
func (s *Table) confirmed(f screen.Frame, tasks []*steps.Task) (changes []steps.Change) {
	together := s.choice.filter == doubtful || len(s.marked) > 0
	if len(tasks) > 1 && !together || slices.ContainsFunc(tasks, s.asks) {
		return nil
	}
	for _, t := range tasks {
		if s.deservesLook(t, &f) {
			changes = append(changes, t.Confirm())
		}
	}
	return changes
}

// deserveLook is how many of these tasks deserve a look.
func (s *Table) deserveLook(f screen.Frame, tasks []*steps.Task) (n int) {
	for _, t := range tasks {
		if s.deservesLook(t, &f) {
			n++
		}
	}
	return n
}

// accepts is what accepting does with tasks, one of two: take over what is proposed, or confirm what deserves a look; empty for nothing.
func (s *Table) accepts(f screen.Frame, tasks []*steps.Task, proposal, confirm assets.Text) assets.Text {
	proposed := func(t *steps.Task) bool {
		_, open := f.Plan.Proposal(*t, s.sheet.step())
		return open || s.sheet >= division && s.asks(t)
	}
	switch {
	case len(s.confirmed(f, tasks)) > 0:
		return confirm
	case slices.ContainsFunc(tasks, proposed):
		return proposal
	}
	return ""
}
