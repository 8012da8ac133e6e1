package steps

import (
	"iter"
	"slices"
	"strings"
)

// What members say that they know and like: single tasks, or all of a group.
const (
	TaskPrefix  = "task:"
	GroupPrefix = "group:"
)

// abilities is a list of tasks and groups of tasks. An empty list is none.
func abilities[O any](name string, field func(*Change) *Field[[]string], part func(*O) *[]string) FieldOf[O] {
	f := list(name, AbilityValue, field, part, MaxAbilities, func(string, *refusals, string) {})
	usual, empty := f.check, f.clean
	f.check = func(p *Plan, c *Change, r *refusals) {
		usual(p, c, r)
		values, _ := field(c).Value()
		for i, v := range values {
			p.checkAbility(v, r, name+"["+itoa(i)+"]")
		}
	}
	f.clean = func(c *Change) {
		if values, ok := field(c).Value(); ok {
			*field(c) = Set(unique(values))
		}
		empty(c)
	}
	return f
}

// checkAbility refuses what is no task of the plan and no group.
func (p *Plan) checkAbility(v string, r *refusals, at string) {
	task, isTask := strings.CutPrefix(v, TaskPrefix)
	group, isGroup := strings.CutPrefix(v, GroupPrefix)
	switch {
	case isTask && !p.KnowsTask(task):
		r.add("unknown-task", at, task)
	case isGroup:
		oneOf(r, at, GroupID(group), Groups)
	case !isTask:
		r.addLimit("unknown-value", at, v, TaskPrefix+"…, "+GroupPrefix+"…")
	}
}

// forget takes a task out of what the member knows and likes; the lists of others that share them stay as they are.
func (m *Member) forget(task string) {
	for _, list := range []*[]string{&m.Knows, &m.Prefers} {
		if slices.Contains(*list, TaskPrefix+task) {
			*list = without(*list, []string{TaskPrefix + task})
		}
	}
}

// abilityTasks are the tasks that the member knows or likes by name.
func (m Member) abilityTasks() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, list := range [][]string{m.Knows, m.Prefers} {
			for _, v := range list {
				if id, isTask := strings.CutPrefix(v, TaskPrefix); isTask && !yield(id) {
					return
				}
			}
		}
	}
}

// Names says whether a list of what a member knows or likes names the task, or the group that it belongs to.
func (t *Task) Names(list []string) (task, group bool) {
	for _, v := range list {
		id, isTask := strings.CutPrefix(v, TaskPrefix)
		of, isGroup := strings.CutPrefix(v, GroupPrefix)
		task = task || isTask && id == t.ID
		group = group || isGroup && of == string(t.Group)
	}
	return task, group
}

// named says whether a list names the task in either way.
func (t *Task) named(list []string) bool {
	task, group := t.Names(list)
	return task || group
}

// SuitsRole says whether the catalogue knows the member's role as the one that usually carries the task. An own task, of which
// it knows nothing, suits who coordinates such work.
func (t *Task) SuitsRole(role MemberRole) bool {
	switch {
	case t.Proposed != nil && t.Proposed.Profile != "":
		return t.Proposed.Profile == string(role) || role == ICTCoordinator && MemberRole(t.Proposed.Profile).coordinates()
	case t.Group == TechnicalTasks:
		return role == TechnicalCoordinator || role == ICTCoordinator
	case t.Group == PedagogicalTasks:
		return role == PedagogicalCoordinator || role == ICTCoordinator
	}
	return t.Group == AdministrativeTasks && role == "administration" || t.Group == PolicyTasks && role == "director"
}

// Toggled is a list of what a member knows or likes with one more, or without it where it was there.
func Toggled(list []string, one string) []string {
	if slices.Contains(list, one) {
		return without(list, []string{one})
	}
	return append(slices.Clone(list), one)
}
