package wizard

import "stappenplan/steps"

// facts is what follows from the plan and is looked at on every screen, worked out once per entry.
type facts struct {
	current   steps.StepID // empty when the round is complete
	standings []steps.Standing
	finished  int // steps walked
	findings  []steps.Finding
	tasks     []steps.Task
	capacity  steps.Capacity
	previous  steps.Plan                        // the plan at the end of the last round
	isRepeat  bool                              // there was a round before
	missing   map[steps.StepID][]steps.GapCount // before a step is done
}

// factsOf is what follows from a journal on a day.
func factsOf(j *steps.Journal, today steps.Date) facts {
	p := j.Plan()
	f := facts{
		current: p.Current(), standings: p.Standings(),
		tasks: p.Tasks(), findings: p.Findings(today), capacity: p.Capacity(),
		missing: map[steps.StepID][]steps.GapCount{},
	}
	f.previous, f.isRepeat = j.Previous()
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
