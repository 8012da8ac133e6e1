package wizard

import (
	"slices"

	"stappenplan/steps"
)

// facts is what follows from the plan and is looked at on every screen, worked out once per entry.
type facts struct {
	path     []steps.PathStep
	current  steps.StepID // empty when the round is complete
	states   map[steps.StepID]steps.Choice
	finished int // steps walked
	entries  uint64
	findings []steps.Finding
	tasks    []steps.Task
	capacity steps.Capacity
	previous steps.Plan                        // the plan at the end of the last round
	isRepeat bool                              // there was a round before
	unwalked map[steps.StepID]bool             // filled in, but the path has not come there
	missing  map[steps.StepID][]steps.GapCount // before a step is done
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
		path: p.Path(), tasks: p.Tasks(), findings: p.Findings(today), capacity: p.Capacity(),
		states: map[steps.StepID]steps.Choice{}, unwalked: map[steps.StepID]bool{},
		missing: map[steps.StepID][]steps.GapCount{},
	}
	f.entries = j.Len()
	for _, s := range f.path {
		f.states[s.Step] = s.Choice
	}
	f.current = p.Current()
	f.finished = len(f.path)
	if f.current != "" {
		f.finished--
	}
	for _, s := range steps.Tree {
		f.unwalked[s.ID] = s.Number > len(f.path) && p.Filled(s.ID)
		f.missing[s.ID] = steps.CountGaps(p.Gaps(s.ID))
	}
	return f
}

// walked says whether the path has come to a step.
func (f facts) walked(id steps.StepID) bool { _, ok := f.states[id]; return ok }

// done says whether a step asks nothing more, wherever the path stands.
func (f facts) done(id steps.StepID) bool { return len(f.missing[id]) == 0 }

// mark is the sign of a step's state: by itself it says what colour repeats.
func (f facts) mark(id steps.StepID) string {
	switch state := f.states[id]; {
	case f.unwalked[id]:
		return "◇"
	case !f.walked(id):
		return "·"
	case state == "":
		return "○"
	case state == steps.Open:
		return "?"
	case state == steps.No && id == f.current:
		return "✗"
	}
	return "✓"
}
