package wizard

import (
	"slices"

	"stappenplan/steps"
)

// facts is what follows from the plan and is looked at on every screen, worked out once per entry.
type facts struct {
	current   steps.StepID // empty when the round is complete
	standings []steps.Standing
	finished  int // steps walked
	entries   uint64
	findings  []steps.Finding
	tasks     []steps.Task
	capacity  steps.Capacity
	previous  steps.Plan                        // the plan at the end of the last round
	isRepeat  bool                              // there was a round before
	missing   map[steps.StepID][]steps.GapCount // before a step is done
}

// factsAfter are the facts of a journal after one more entry: the previous round, which only some entries can
// change, is taken over.
func factsAfter(old facts, j *steps.Journal, today steps.Date) facts {
	f := factsOf(j, today)
	if n := j.Len(); n == 0 || old.entries+1 != n || touchesRounds(j.Entries()[n-1]) {
		f.previous, f.isRepeat = j.Previous()
	} else {
		f.previous, f.isRepeat = old.previous, old.isRepeat
	}
	return f
}

// touchesRounds says whether an entry may change which plan the last round ended with.
func touchesRounds(e steps.Entry) bool {
	return slices.ContainsFunc(e.Changes, func(c steps.Change) bool {
		return c.Kind == steps.ChangeWithdraw || c.Kind == steps.ChangeRound
	})
}

// factsOf are the facts but for the previous round.
func factsOf(j *steps.Journal, today steps.Date) facts {
	p := j.Plan()
	f := facts{
		current: p.Current(), standings: p.Standings(), entries: j.Len(),
		tasks: p.Tasks(), findings: p.Findings(today), capacity: p.Capacity(),
		missing: map[steps.StepID][]steps.GapCount{},
	}
	for _, s := range f.standings {
		if s.State == steps.StepDone {
			f.finished++
		}
		f.missing[s.Step] = steps.CountGaps(p.Gaps(s.Step))
	}
	return f
}

// standing is how a step stands.
func (f facts) standing(id steps.StepID) steps.Standing { return f.standings[id.Number()-1] }

// walked says whether the path has come to a step.
func (f facts) walked(id steps.StepID) bool { return f.standing(id).Reached() }

// done says whether a step asks nothing more, wherever the path stands.
func (f facts) done(id steps.StepID) bool { return len(f.missing[id]) == 0 }

// mark is the sign of a step's state: by itself it says what colour repeats.
func (f facts) mark(id steps.StepID) string {
	switch f.standing(id).State {
	case steps.StepAhead:
		return "◇"
	case steps.StepWaits:
		return "·"
	case steps.StepOpen:
		return "?"
	case steps.StepStopped:
		return "✗"
	case steps.StepDone:
		return "✓"
	}
	return "○"
}
