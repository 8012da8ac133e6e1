package screen

import (
	"sync"

	"stappenplan/steps"
)

// Facts is what follows from the plan and is looked at on every screen, worked out once per entry.
type Facts struct {
	Current   steps.StepID // empty when the round is complete
	standings []steps.Standing
	Finished  int // steps walked
	Findings  []steps.Finding
	Tasks     []steps.Task
	Capacity  steps.Capacity
	Previous  steps.Plan                        // the plan at the end of the last round
	IsRepeat  bool                              // there was a round before
	Missing   map[steps.StepID][]steps.GapCount // before a step is done

	unconfirmed func() map[string]bool // worked out where it is asked for: only the table does
}

// FactsOf is what follows from a journal on a day.
func FactsOf(j *steps.Journal, today steps.Date) Facts {
	p := j.Plan()
	f := Facts{
		Current: p.Current(), standings: p.Standings(),
		Tasks: p.Tasks(), Findings: p.Findings(today), Capacity: p.Capacity(),
		Missing: map[steps.StepID][]steps.GapCount{}, unconfirmed: sync.OnceValue(j.Unconfirmed), // whose facts go when an entry comes
	}
	f.Previous, f.IsRepeat = j.Previous()
	for _, s := range f.standings {
		if s.State == steps.StepDone {
			f.Finished++
		}
		f.Missing[s.Step] = p.CountGaps(s.Step)
	}
	return f
}

// Unconfirmed are the tasks of step 5 that deserve a look.
func (f Facts) Unconfirmed() map[string]bool {
	if f.unconfirmed == nil { // of no journal
		return nil
	}
	return f.unconfirmed()
}

// Standing is how a step stands.
func (f Facts) Standing(id steps.StepID) steps.Standing { return f.standings[id.Number()-1] }

// Walked says whether the path has come to a step.
func (f Facts) Walked(id steps.StepID) bool { return f.Standing(id).Reached() }

// Done says whether a step asks nothing more, wherever the path stands.
func (f Facts) Done(id steps.StepID) bool { return len(f.Missing[id]) == 0 }

// FindingsAt counts the findings that are mended at a step: one that is answered need not be in order.
func (f Facts) FindingsAt(id steps.StepID) (n int) {
	for _, one := range f.Findings {
		if one.ID.Step() == id {
			n++
		}
	}
	return n
}

// Mark is the sign of a step's state: by itself it says what colour repeats.
func (f Facts) Mark(id steps.StepID) string {
	switch f.Standing(id).State {
	case steps.StepAhead, steps.StepKept:
		return "◇"
	case steps.StepWaits:
		return "·"
	case steps.StepOpen:
		return "?"
	case steps.StepStopped:
		return "×"
	case steps.StepDone:
		return "✓"
	}
	return "○"
}
