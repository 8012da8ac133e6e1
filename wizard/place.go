package wizard

import (
	"stappenplan/steps"
)

// place names something to look at.
type place struct {
	kind placeKind
	id   string // of the step, task, member or agreement it is about
	at   string // the field to begin with, where that is not the first
}

type placeKind int

const (
	nowhere placeKind = iota
	firstStart
	welcome
	overview
	check    // a check, steps 1 to 4
	follows  // what follows from the answer to a check
	taskList // a table of tasks; the id is the step: tasks, expertise or team, or "matrix"
	taskCard
	newTask
	team
	stepNote
	memberCard
	newMember
	agreementCard
	evaluation
	newRound
	profile
	treeMap
	summary
	preview
	saveAs
	otherFiles
	findingList
	history
	help
	written // what was written, and where
	decisions
	decisionCard
	trying // what if
	meansList
	meansCard
	asking // a question before something is taken away
)

// stepPlace is where a step is answered.
func stepPlace(id steps.StepID) place {
	switch id {
	case steps.Tasks, steps.Expertise:
		return place{kind: taskList, id: string(id)}
	case steps.Team:
		return place{kind: team}
	case steps.Evaluation:
		return place{kind: evaluation}
	}
	return place{kind: check, id: string(id)}
}

// step is the step that a place belongs to; empty for none.
func (p place) step() steps.StepID {
	switch p.kind {
	case check, follows, taskList, stepNote, asking:
		return steps.StepID(p.id)
	case taskCard, newTask:
		return steps.Tasks
	case team, memberCard, newMember, agreementCard:
		return steps.Team
	case evaluation, newRound:
		return steps.Evaluation
	}
	return ""
}
