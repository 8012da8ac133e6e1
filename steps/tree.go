// Package steps is the step plan itself: what is asked, and what follows from the answers.
//
// It is a functional core. Nothing in it reads a file, a clock or the environment, and it holds no
// sentence that a person reads: words are looked up elsewhere by the ids defined here. Everything a
// plan says is derived from a journal of entries ([Replay]); nothing derived is ever stored.
//
// Where to begin: [Tree] is the decision tree, [Change] what a person can do, [Plan] what has been
// said so far with everything that follows from it, [Journal] a plan with its past and its undo.
//
// The rules come from the infographic "Naar teamgerichte ICT-coördinatie op school" of Kenniscentrum
// Digisprong; where that leaves a gap, docs/decisions says how it was filled.
package steps

// StepID names one of the eight steps.
type StepID string

// The eight steps, in their order.
const (
	Awareness  StepID = "awareness"
	Vision     StepID = "vision"
	Policy     StepID = "policy"
	Pooling    StepID = "pooling"
	Tasks      StepID = "tasks"
	Expertise  StepID = "expertise"
	Team       StepID = "team"
	Evaluation StepID = "evaluation"
)

// Choice is the answer to a step. Yes, No and Open are given by a person at the four checks;
// Done, and the Yes or No of step 6, are derived.
type Choice string

// The choices. The empty choice means that nothing was answered.
const (
	Yes  Choice = "yes"
	No   Choice = "no"
	Open Choice = "open" // asked, to be discussed: never moves on
	Done Choice = "done" // a finished step 5, 7 or 8; derived, never given
)

// AdviceRole is the person an advice is for.
type AdviceRole string

// The two people the step plan advises.
const (
	ForDirector    AdviceRole = "director"
	ForCoordinator AdviceRole = "ict-coordinator"
)

// AdviceID names an advice.
type AdviceID string

// The advice on a no at steps 1 to 3.
const (
	NextStrategicProject   AdviceID = "next-strategic-project"
	TechnicalCore          AdviceID = "technical-core"
	VisionFirst            AdviceID = "vision-first"
	PolicyFirst            AdviceID = "policy-first"
	TechnicalAndPolicyCore AdviceID = "technical-and-policy-core"
)

// Advice names the step plan's advice to one person after a no at one step.
type Advice struct {
	Step StepID     `json:"step"`
	Role AdviceRole `json:"role"`
	ID   AdviceID   `json:"id"`
}

// Step is one node of the tree.
type Step struct {
	ID     StepID
	Number int // from 1
	Phase  int // 1 a plan, 2 people and means, 3 doing and evaluating
	// Asked says that a person answers the step with yes, no or open; the state of the others follows
	// from what was filled in.
	Asked bool
	// Next is the step that follows on each choice. A choice that leads to the step itself stays there;
	// one that leads to "" ends the round.
	Next map[Choice]StepID
	// Advice is given while the answer is no, the director's first.
	Advice []Advice
}

// Tree is the decision tree of the step plan, in order. The wizard, the map, the report and the tests
// all read this table. It must not be changed.
var Tree = []Step{
	{Awareness, 1, 1, true, map[Choice]StepID{Yes: Vision, No: Awareness}, []Advice{
		{Awareness, ForDirector, NextStrategicProject}, {Awareness, ForCoordinator, TechnicalCore},
	}},
	{Vision, 2, 1, true, map[Choice]StepID{Yes: Policy, No: Vision}, []Advice{
		{Vision, ForDirector, VisionFirst}, {Vision, ForCoordinator, TechnicalCore},
	}},
	{Policy, 3, 1, true, map[Choice]StepID{Yes: Pooling, No: Policy}, []Advice{
		{Policy, ForDirector, PolicyFirst}, {Policy, ForCoordinator, TechnicalAndPolicyCore},
	}},
	{Pooling, 4, 2, true, map[Choice]StepID{Yes: Tasks, No: Tasks}, nil},
	{Tasks, 5, 2, false, map[Choice]StepID{Done: Expertise}, nil},
	{Expertise, 6, 2, false, map[Choice]StepID{Yes: Team, No: Team}, nil},
	{Team, 7, 3, false, map[Choice]StepID{Done: Evaluation}, nil},
	{Evaluation, 8, 3, false, map[Choice]StepID{Done: ""}, nil},
}

// Find returns the step with an id, and whether there is one.
func Find(id StepID) (Step, bool) {
	for _, s := range Tree {
		if s.ID == id {
			return s, true
		}
	}
	return Step{}, false
}

// After is the step that follows on a choice, empty after the last; moves is false where the choice stays at
// this step, or is none it leads on from.
func (s Step) After(choice Choice) (next StepID, moves bool) {
	next, moves = s.Next[choice]
	return next, moves && next != s.ID
}

// Number returns the place of a step in the tree, from 1, or 0 for an id that is no step.
func (id StepID) Number() int {
	s, _ := Find(id)
	return s.Number
}

// Variant is the form that step 5 takes: each school for itself, or the group together.
type Variant string

// The variants. The empty variant means that step 4 was not answered with yes or no.
const (
	SchoolVariant Variant = "school"
	GroupVariant  Variant = "group"
)
