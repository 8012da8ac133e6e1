package steps

import "slices"

// PathStep is one step of the way walked, with its answer; the choice is empty where the step waits.
type PathStep struct {
	Step   StepID `json:"step"`
	Choice Choice `json:"choice"`
}

// Path is the way from step 1 to the current step; in a complete round, to the last. It must not be changed.
func (p Plan) Path() []PathStep {
	if p.derived == nil {
		return p.walk()
	}
	return p.derived.path.get(p.walk)
}

func (p Plan) walk() (path []PathStep) {
	for id := Awareness; id != ""; {
		step, _ := Find(id)
		state := p.State(id)
		path = append(path, PathStep{id, state})
		next, moves := step.After(state)
		if !moves {
			break
		}
		id = next
	}
	return path
}

// Current is the step the plan stands at; empty when the round is complete.
func (p Plan) Current() StepID {
	last := p.last()
	if last == roundsEnd {
		return ""
	}
	return last.Step
}

// Onwards is the step to go to after one: the first behind it of which something is missing, else where the plan stands; empty
// when the round is complete. What a new round does not ask again is passed by.
func (p Plan) Onwards(id StepID) StepID {
	for _, s := range Tree[id.Number():] {
		if _, missing := p.firstGap(s.ID); missing {
			return s.ID
		}
	}
	return p.Current()
}

// roundsEnd is where the path of a complete round ends.
var roundsEnd = PathStep{Evaluation, Done}

func (p Plan) last() PathStep {
	path := p.Path()
	return path[len(path)-1]
}

// Complete says whether the round has been walked to its end.
func (p Plan) Complete() bool { return p.last() == roundsEnd }

// Reached says whether the path has come to a step.
func (p Plan) Reached(id StepID) bool {
	return slices.ContainsFunc(p.Path(), func(s PathStep) bool { return s.Step == id })
}

// State is the answer to a step wherever the path stands: the choice at a check, the derived one at
// the other steps, empty where the step waits.
func (p Plan) State(id StepID) Choice {
	switch id {
	case Tasks, Team, Evaluation:
		if _, missing := p.firstGap(id); missing {
			return ""
		}
		return Done
	case Expertise:
		return p.expertiseState()
	}
	return p.Answers[id].Choice
}

// expertiseState follows from the tasks: yes when no kept task lacks expertise.
func (p Plan) expertiseState() Choice {
	if _, missing := p.firstGap(Expertise); missing {
		return ""
	}
	tasks := p.Tasks()
	for i := range tasks {
		if tasks[i].Kept && tasks[i].Expertise == No {
			return No
		}
	}
	return Yes
}

// Standing is how a step stands.
type Standing struct {
	Step   StepID
	State  StepState
	Choice Choice // as [Plan.State] gives it, wherever the path stands
}

// StepState is how far a step is. Screens and documents only put it in words and signs.
type StepState string

// The states. The first four are those of steps that the path has not come to.
const (
	StepWaits   StepState = "waits"   // nothing is filled in
	StepAhead   StepState = "ahead"   // something is
	StepKept    StepState = "kept"    // the path came there in a round before, and this one does not ask it again
	StepLater   StepState = "later"   // the path came there in a round before, and this one asks it again
	StepToDo    StepState = "to-do"   // the path has come there, and nothing is filled in
	StepBegun   StepState = "begun"   // the path has come there, and something is
	StepAgain   StepState = "again"   // nothing is missing but that a repeated step is confirmed
	StepOpen    StepState = "open"    // to be discussed
	StepStopped StepState = "stopped" // a no at which the path ends: here the work begins
	// StepDone is behind us: a yes, a finished step, or a no that leads on. Such a no at step 4 says how a school
	// works, and at step 6 what expertise it looks for; neither holds it up, so neither shows as a no that does.
	// What the answer was, words say.
	StepDone StepState = "done"
)

// Reached says that the path has come to the step.
func (s Standing) Reached() bool {
	return !slices.Contains([]StepState{StepWaits, StepAhead, StepKept, StepLater}, s.State)
}

// Standings say how the eight steps stand.
func (p Plan) Standings() []Standing {
	path := p.Path() // which takes the steps in their order
	standings := make([]Standing, len(Tree))
	for i, s := range Tree {
		if i < len(path) {
			standings[i] = Standing{s.ID, p.stepState(s, path[i].Choice), path[i].Choice}
			continue
		}
		standings[i] = Standing{s.ID, StepWaits, p.State(s.ID)}
		_, moves := s.After(standings[i].Choice)
		switch {
		case p.HeldOver(s.ID) && s.ID != Evaluation && moves:
			standings[i].State = StepKept
		case p.HeldOver(s.ID) && s.ID != Evaluation && standings[i].Choice == "":
			standings[i].State = StepLater
		case p.Filled(s.ID):
			standings[i].State = StepAhead
		}
	}
	return standings
}

// stepState is the state of a step that the path has come to.
func (p Plan) stepState(s Step, choice Choice) StepState {
	switch _, moves := s.After(choice); {
	case moves:
		return StepDone
	case choice == Open:
		return StepOpen
	case choice == No:
		return StepStopped
	}
	switch first, missing := p.firstGap(s.ID); {
	case missing && first.ID == GapConfirm:
		return StepAgain
	case p.Filled(s.ID):
		return StepBegun
	}
	return StepToDo
}

// Filled says whether anything was filled in at a step, on the path or ahead of it.
func (p Plan) Filled(id StepID) bool {
	if _, answered := p.Answers[id]; answered {
		return true
	}
	decided := func(f func(Decision) bool) bool {
		for d := range p.Decisions.Each() {
			if f(d) {
				return true
			}
		}
		return false
	}
	switch id {
	case Tasks:
		return decided(func(d Decision) bool { return d.Relevance+Relevance(d.Horizon)+Relevance(d.Level) != "" })
	case Expertise:
		return decided(func(d Decision) bool { return d.Expertise+Choice(d.Sourcing) != "" })
	case Team:
		return len(p.Members)+len(p.Agreements) > 0
	case Evaluation:
		return filled(EvaluationFields, &p.Evaluation)
	}
	return false
}

// Variant is the form of step 5, also where step 4 was answered ahead of the path.
func (p Plan) Variant() Variant {
	switch p.Answers[Pooling].Choice {
	case Yes:
		return GroupVariant
	case No:
		return SchoolVariant
	}
	return ""
}

// Advice returns the step plan's advice while the plan is at a no.
func (p Plan) Advice() []Advice {
	last := p.last()
	if last.Choice != No {
		return nil
	}
	step, _ := Find(last.Step)
	return step.Advice
}
