package steps

import (
	"slices"
	"sync"
)

// Task is a task with what was decided about it and everything that follows from that.
type Task struct {
	ID      string
	Own     bool
	Offered bool // a later edition of the catalogue added it and nothing is said of it: see [Plan.Offered]
	Group   GroupID
	Core    Core
	// Proposed is the catalogue's view, nil for an own task: what a screen may propose, never an answer.
	Proposed *CatalogueTask
	// Decision is the plan's, and undecided where that says nothing of the task; it must not be changed.
	*Decision
	// IsStrategic and IsTechnical are the plan's, else the catalogue's, else false.
	IsStrategic, IsTechnical bool
	// Suggestion is the level that follows from the questions of the group variant: a level, ToWeigh
	// where reasons point both ways, AtSchool outside that variant.
	Suggestion Level
	// Level is where the task is done: in the group variant the one set, else the suggestion, else school.
	// (Decision.Level is the one set.)
	Level Level
	// Kept: it applies and is not dropped. Decided: step 5 has nothing more to ask of it. InGroup: kept, at the
	// level of the group. InSchool: kept, at school level, not outsourced. Carried: in school, short term, and not waiting for someone to be
	// recruited or a gap that is accepted.
	Kept, Decided, InGroup, InSchool, Carried bool
	// Advice is the sourcing advice of step 6: for a kept task whose expertise is missing.
	Advice Sourcing
}

// derived is what follows from a plan that changes no more, each worked out when it is first asked for.
type derived struct {
	tasks    lazy[[]Task]
	path     lazy[[]PathStep]
	capacity lazy[Capacity]
}

// lazy is a value that is worked out the first time.
type lazy[T any] struct {
	mutex sync.Mutex
	known bool
	value T
}

func (l *lazy[T]) get(work func() T) T {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if !l.known {
		l.value, l.known = work(), true
	}
	return l.value
}

// isKnown says whether it was asked for before.
func (l *lazy[T]) isKnown() bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.known
}

// Tasks are all tasks in catalogue order but those that are only [Plan.Offered], own tasks last in the order they were added;
// they must not be changed.
func (p Plan) Tasks() []Task {
	if p.derived == nil {
		return p.deriveTasks()
	}
	return p.derived.tasks.get(p.deriveTasks)
}

func (p Plan) deriveTasks() []Task {
	tasks := make([]Task, 0, len(p.Catalogue.Tasks)+len(p.OwnTasks))
	for i := range p.Catalogue.Tasks {
		if c := &p.Catalogue.Tasks[i]; !p.offers(c) {
			tasks = append(tasks, Task{ID: c.ID, Proposed: c})
		}
	}
	for _, id := range p.OwnTasks {
		tasks = append(tasks, Task{ID: id, Own: true})
	}
	group := p.Variant() == GroupVariant
	for i := range tasks {
		tasks[i].derive(p.Decisions.of(tasks[i].ID), group)
	}
	return tasks
}

// redecided gives the tasks of the plan that comes after changes. It is false where nobody asked for those of this one, and where the
// changes do more than decide otherwise about tasks that are listed and stay so: then the list is made when it is asked for.
func (p Plan) redecided(next *Plan, changes []Change) ([]Task, bool) {
	others := func(c Change) bool { return c.Kind != ChangeTask }
	if p.derived == nil || !p.derived.tasks.isKnown() || p.Edition() != next.Edition() || slices.ContainsFunc(changes, others) {
		return nil, false
	}
	tasks := slices.Clone(p.Tasks())
	for i := range changes {
		t, _ := next.Task(changes[i].Task)
		at := slices.IndexFunc(tasks, func(listed Task) bool { return listed.ID == t.ID })
		if at < 0 || t.Offered {
			return nil, false
		}
		tasks[at] = t
	}
	return tasks, true
}

// Task is one task, and whether there is such a task.
func (p Plan) Task(id string) (Task, bool) {
	if !p.KnowsTask(id) {
		return Task{Decision: &undecided}, false
	}
	t := Task{ID: id, Own: isOwn(id)}
	if place, ok := p.places[id]; ok {
		t.Proposed = &p.Catalogue.Tasks[place]
		t.Offered = p.offers(t.Proposed)
	}
	t.derive(p.Decisions.of(id), p.Variant() == GroupVariant)
	return t, true
}

// derive works out from a decision what follows for the task.
func (t *Task) derive(d *Decision, group bool) {
	t.Decision, t.Group, t.Core = d, d.Group, NoCore
	if c := t.Proposed; c != nil {
		t.Group, t.Core, t.IsStrategic, t.IsTechnical = c.Group, c.Core, c.Strategic, c.Technical
	}
	if d.Strategic != nil {
		t.IsStrategic = *d.Strategic
	}
	if d.Technical != nil {
		t.IsTechnical = *d.Technical
	}
	t.Kept = (d.Relevance == Applies || d.Relevance == AppliesAdapted) && d.Horizon != Dropped
	t.Suggestion, t.Level = AtSchool, AtSchool
	if group {
		t.Suggestion = suggestedLevel(isTrue(d.Local), isTrue(d.Scale) || isTrue(d.Specialist))
		t.Level = t.Suggestion
		if t.Level == ToWeigh {
			t.Level = AtSchool
		}
		if d.Level != "" {
			t.Level = d.Level
		}
	}
	t.Decided = d.Relevance == DoesNotApply || d.Relevance != "" && d.Horizon != "" &&
		(!t.Kept || t.Suggestion != ToWeigh || d.Level != "")
	t.InGroup = t.Kept && t.Level == AtGroup
	t.InSchool = t.Kept && t.Level == AtSchool && d.Sourcing != Outsource
	t.Carried = t.InSchool && d.Horizon == Short && d.Sourcing != Recruit && d.Sourcing != Accept
	if t.Kept && d.Expertise == No {
		t.Advice = sourcingAdvice(t.IsStrategic, t.IsTechnical)
	}
}

// lacksHours says that somebody has to do the task now and nobody said how long it takes.
func (t Task) lacksHours() bool { return t.Carried && t.Hours == nil }

// Lists says whether a step lists the task: step 5 all, step 6 those that are kept, step 7 the school's own and those that
// a member of the team carries at the group.
func (t *Task) Lists(id StepID) bool {
	return id == Tasks || id == Expertise && t.Kept || id == Team && (t.InSchool || t.OursAtGroup())
}

// Concerns says whether a step is about the task: step 6 judges what is done at school, and solves what is missing at either
// level; only tasks that are carried need an owner.
func (t *Task) Concerns(id StepID) bool {
	return id == Tasks && !t.Offered || id == Expertise && (t.judged() || t.Advice != "") || id == Team && t.Carried
}

// judged says whether step 6 asks whether the expertise for the task is there.
func (t *Task) judged() bool { return t.Kept && t.Level == AtSchool }

// Asks says whether a step still asks something of the task before the step is done.
func (t *Task) Asks(id StepID) bool {
	missing := id == Tasks && !t.Decided || id == Expertise && t.Expertise == "" || id == Team && t.Owner == ""
	return missing && t.Concerns(id)
}

// Unsolved says whether the expertise is missing and nothing was decided about it, which does not hold up step 6.
func (t *Task) Unsolved() bool { return t.Advice != "" && t.Sourcing == "" }

// fromWithin says whether missing expertise is first looked for among the people who are there: nobody recruits for a
// pedagogical or policy task before that.
func (t *Task) fromWithin() bool { return t.Group == PedagogicalTasks || t.Group == PolicyTasks }

// TrainsFirst says whether the advice to recruit comes after training somebody and asking a colleague.
func (t *Task) TrainsFirst() bool { return t.Advice == Recruit && t.fromWithin() }

// proposedSourcing is the advice, or to train somebody where that comes first.
func (t *Task) proposedSourcing() Sourcing {
	if t.TrainsFirst() {
		return Train
	}
	return t.Advice
}

// Takes says whether the step of a field asks it as the task stands: the horizon once it is decided that the task applies.
func (t *Task) Takes(f *FieldOf[Decision]) bool {
	switch {
	case f.Name == "relevance":
		return true
	case f.Name == "horizon":
		return t.Relevance == Applies || t.Relevance == AppliesAdapted
	case f.Name == "expertise":
		return t.judged()
	case f.Step == Expertise:
		return t.Advice != ""
	}
	return t.Kept && t.Concerns(f.Step)
}

func isTrue(b *bool) bool { return b != nil && *b }

// suggestedLevel weighs what a school best takes on itself against what is better done together.
func suggestedLevel(local, together bool) Level {
	switch {
	case local && together:
		return ToWeigh
	case together:
		return AtGroup
	}
	return AtSchool
}

// sourcingAdvice is the advice of step 6 for a task whose expertise is missing.
func sourcingAdvice(strategic, technical bool) Sourcing {
	switch {
	case strategic && technical:
		return Weigh
	case strategic:
		return Recruit
	}
	return Outsource
}

// TaskFieldsAt are the fields that a step asks of tasks in the plan's variant, in the order in which it asks. A school
// that belongs to no group is not asked what to tell the group.
func (p Plan) TaskFieldsAt(step StepID) (fields []*FieldOf[Decision]) {
	variant := p.Variant()
	for i := range TaskFields {
		f := &TaskFields[i]
		if f.Step == step && (f.Variant == "" || f.Variant == variant) && (f.Name != "feedback" || p.School.GroupKind != NoGroup) {
			fields = append(fields, f)
		}
	}
	follows := func(f *FieldOf[Decision]) int { // the level, from the other answers
		if f.Name == "level" {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(fields, func(a, b *FieldOf[Decision]) int { return follows(a) - follows(b) })
	return fields
}

// Presumed returns whether the task is strategic or technical: the answer, or the catalogue's view where there is none.
// For any other field it returns nil.
func (t Task) Presumed(field string) any {
	switch field {
	case "strategic":
		return t.IsStrategic
	case "technical":
		return t.IsTechnical
	}
	return nil
}

// TaskCounts says how far the tailoring is. Short, Long, School and Group count kept tasks, Dropped those that would
// apply.
type TaskCounts struct {
	Total   int `json:"total"`
	Decided int `json:"decided"`
	Short   int `json:"short"`
	Long    int `json:"long"`
	Dropped int `json:"dropped"`
	School  int `json:"school"`
	Group   int `json:"group"`
	NotHere int `json:"-"` // do not apply: what is decided beside the others
}

// Count counts tasks.
func Count(tasks []Task) (n TaskCounts) {
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	n.Total = len(tasks)
	for _, t := range tasks {
		count(&n.Decided, t.Decided)
		count(&n.Short, t.Kept && t.Horizon == Short)
		count(&n.Long, t.Kept && t.Horizon == Long)
		count(&n.Dropped, t.Relevance != DoesNotApply && t.Relevance != "" && t.Horizon == Dropped)
		count(&n.NotHere, t.Relevance == DoesNotApply)
		count(&n.School, t.Kept && t.Level == AtSchool)
		count(&n.Group, t.Kept && t.Level == AtGroup)
	}
	return n
}

// CountByGroup counts the tasks of each group.
func CountByGroup(tasks []Task) map[GroupID]TaskCounts {
	of := map[GroupID][]Task{}
	for _, t := range tasks {
		of[t.Group] = append(of[t.Group], t)
	}
	counts := map[GroupID]TaskCounts{}
	for group, tasks := range of {
		counts[group] = Count(tasks)
	}
	return counts
}

// SourcingAdvice is the advice for a task whose expertise is missing, and what was decided.
type SourcingAdvice struct {
	Task     string   `json:"task"`
	Advice   Sourcing `json:"advice"`
	Decision Sourcing `json:"decision,omitempty"`
}

// Sourcing lists the kept tasks whose expertise is missing, at either level.
func (p Plan) Sourcing() (list []SourcingAdvice) {
	for _, t := range p.Tasks() {
		if t.Advice != "" {
			list = append(list, SourcingAdvice{t.ID, t.Advice, t.Decision.Sourcing})
		}
	}
	return list
}

// Feedback lists the kept tasks to report to the head of the group: where collaboration is advisable.
// There is nothing to report in the group variant, and nobody to report to where the school belongs to no group.
func (p Plan) Feedback() (ids []string) {
	if p.Variant() == GroupVariant || p.School.GroupKind == NoGroup {
		return nil
	}
	for _, t := range p.Tasks() {
		if t.Kept && isTrue(t.Decision.Feedback) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}
