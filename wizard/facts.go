package wizard

import "stappenplan/steps"

// facts is what follows from the plan and is looked at on every screen, worked out once per entry.
type facts struct {
	path      []steps.PathStep
	current   steps.StepID // empty when the round is complete
	states    map[steps.StepID]steps.Choice
	finished  int // steps walked
	findings  []steps.Finding
	tasks     []steps.Task
	capacity  steps.Capacity
	counts    steps.TaskCounts
	previous  steps.Plan // the plan at the end of the last round
	isRepeat  bool       // there was a round before
	undoable  bool
	unwalked  map[steps.StepID]bool // filled in, but the path has not come there
	gapCounts map[steps.StepID]map[steps.GapID]int
}

func factsOf(j *steps.Journal, today steps.Date) facts {
	p := j.Plan()
	f := facts{
		path: p.Path(), tasks: p.Tasks(), findings: p.Findings(today), capacity: p.Capacity(),
		states: map[steps.StepID]steps.Choice{}, unwalked: map[steps.StepID]bool{},
		gapCounts: map[steps.StepID]map[steps.GapID]int{},
	}
	f.counts = steps.Count(f.tasks)
	f.previous, f.isRepeat = j.Previous()
	_, f.undoable = j.Undo()
	for _, s := range f.path {
		f.states[s.Step] = s.Choice
	}
	last := f.path[len(f.path)-1]
	f.finished = len(f.path) - 1
	f.current = last.Step
	if last.Step == steps.Evaluation && last.Choice == steps.Done {
		f.finished, f.current = len(f.path), ""
	}
	for _, s := range steps.Tree {
		f.unwalked[s.ID] = s.Number > len(f.path) && p.Filled(s.ID)
		f.gapCounts[s.ID] = map[steps.GapID]int{}
		for _, g := range p.Gaps(s.ID) {
			f.gapCounts[s.ID][g.ID]++
		}
	}
	return f
}

// walked says whether the path has come to a step.
func (f facts) walked(id steps.StepID) bool { _, ok := f.states[id]; return ok }

// done says whether a step asks nothing more, wherever the path stands.
func (f facts) done(id steps.StepID) bool { return len(f.gapCounts[id]) == 0 }

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
