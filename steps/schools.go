package steps

import (
	"cmp"
	"slices"
)

// AskedOfGroup are the ids of the tasks that the school asks of its group: in the group variant those at the level of the
// group, else those of which working together is advisable.
func (p Plan) AskedOfGroup() []string {
	if p.Variant() == GroupVariant {
		return idsOf(p.Tasks(), func(t Task) bool { return t.InGroup })
	}
	return p.Feedback()
}

// Archived says whether the plan is kept out of sight.
func (p Plan) Archived() bool { return isTrue(p.School.Archived) }

// PooledTask is a task that schools ask of their group.
type PooledTask struct {
	Plan    int // the first of the plans that asks it
	Task    string
	Schools []int // which of the plans ask it, in their order
}

// Pooled are the tasks that plans ask of their group, those that most of them ask first. A task of the catalogue is the
// same one in all plans; an own one is the plan's.
func Pooled(plans []Plan) (tasks []PooledTask) {
	at := map[string]int{}
	for i, p := range plans {
		for _, id := range p.AskedOfGroup() {
			known, seen := at[id]
			task, _ := p.Task(id)
			if !seen || task.Proposed == nil {
				tasks = append(tasks, PooledTask{Plan: i, Task: id})
				known = len(tasks) - 1
				at[id] = known
			}
			tasks[known].Schools = append(tasks[known].Schools, i)
		}
	}
	slices.SortStableFunc(tasks, func(a, b PooledTask) int { return cmp.Compare(len(b.Schools), len(a.Schools)) })
	return tasks
}

// HoursTogether adds up the hours a week of plans: those asked at school, those there are, and those that are short. What one
// school has left is not there for another.
func HoursTogether(plans []Plan) (asked, given, short Quantity) {
	for _, p := range plans {
		c := p.Capacity()
		asked, given, short = asked.and(c.School.Quantity()), given.and(c.Given.Quantity()), short.and(c.Short())
	}
	return asked, given, short
}

// KindInPlans is a kind of finding, with the plans in which it is found, and how many of it there are in all of them.
type KindInPlans struct {
	ID    FindingID
	Plans []int
	N     int
}

// FoundIn are the kinds of findings of plans on a day, the gravest first.
func FoundIn(plans []Plan, today Date) (kinds []KindInPlans) {
	of := map[FindingID]*KindInPlans{}
	for i, p := range plans {
		for _, kind := range ByGravity(p.Findings(today)) {
			if of[kind.ID] == nil {
				of[kind.ID] = &KindInPlans{ID: kind.ID}
			}
			of[kind.ID].Plans = append(of[kind.ID].Plans, i)
			of[kind.ID].N += len(kind.Findings)
		}
	}
	for _, id := range gravest {
		if of[id] != nil {
			kinds = append(kinds, *of[id])
		}
	}
	return kinds
}
