package steps

import (
	"slices"
	"sync"
)

// Unconfirmed are the tasks of step 5 that still deserve a look: see [Plan.DecidedDoubtfully]. What was proposed for them was taken over together
// with that for others, and nobody decided about them by hand since, or confirmed them.
func (j *Journal) Unconfirmed() map[string]bool {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	unconfirmed, deciding := map[string]bool{}, sync.OnceValue(j.deciding)
	for _, t := range j.plan.Tasks() {
		if !j.plan.DecidedDoubtfully(t) {
			continue
		}
		together, found := j.together[t.ID]
		if !found {
			together = j.takenTogether(t, deciding())
			if j.together == nil {
				j.together = map[string]bool{}
			}
			j.together[t.ID] = together
		}
		if together {
			unconfirmed[t.ID] = true
		}
	}
	return unconfirmed
}

// forgetTogether forgets how those tasks were decided that an entry may decide otherwise.
func (j *Journal) forgetTogether(e *Entry) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	if e.withdraws() != 0 {
		clear(j.together)
	}
	for i := range e.Changes {
		delete(j.together, e.Changes[i].Task)
	}
}

// Tried are the changes that make of a plan what was tried on a copy of its journal, also what was only looked at and confirmed there.
func (j *Journal) Tried(on *Journal) []Change {
	changes, still := Changes(j.plan, on.plan), on.Unconfirmed()
	changed := map[string]bool{}
	for i := range changes {
		changed[changes[i].Task] = true
	}
	unconfirmed := j.Unconfirmed()
	for _, t := range j.plan.Tasks() {
		if unconfirmed[t.ID] && !still[t.ID] && !changed[t.ID] {
			changes = append(changes, t.Confirm())
		}
	}
	return changes
}

// deciding are the places of the entries that stand and may decide about tasks at step 5.
func (j *Journal) deciding() (places []int) {
	relevance, horizon := []byte(`"relevance"`), []byte(`"horizon"`)
	for i, kept := range j.entries.list {
		if j.withdrawnBy[i] == 0 && (kept.has(relevance) || kept.has(horizon)) {
			places = append(places, i)
		}
	}
	return places
}

// takenTogether says whether a task is decided as it was accepted together with others. Accepting fills in what was empty. Whoever
// decides by hand about marked tasks goes from one value to the next, and what deserves a look is not the first of them.
func (j *Journal) takenTogether(t Task, deciding []int) (together bool) {
	doubted := t.Doubted()
	for _, i := range slices.Backward(deciding) {
		if !j.entries.list[i].has([]byte(`"` + t.ID + `"`)) {
			continue
		}
		e := j.Entry(uint64(i + 1))
		for at := range e.Changes {
			c := &e.Changes[at]
			decides := c.Kind == ChangeTask && c.Task == t.ID && (c.Relevance.Given() || c.Horizon.Given())
			value, before := doubted.Given(c)
			switch {
			case !decides:
			case !together && !e.takesTogether():
				return false
			case !together:
				together = true
			case before:
				return value == nil
			}
		}
	}
	return together
}

// takesTogether says whether an entry does nothing but what accepting proposals does: say of several tasks whether, when and where they are done.
func (e *Entry) takesTogether() bool {
	for i := range e.Changes {
		if e.Changes[i].Kind != ChangeTask {
			return false
		}
		for _, given := range e.Changes[i].Given() {
			if given.Name != "relevance" && given.Name != "horizon" && given.Name != "level" {
				return false
			}
		}
	}
	return len(e.Changes) > 1
}

// Doubted is the field of a task that deserves a look in which the doubt lies.
func (t Task) Doubted() *FieldOf[Decision] {
	if t.Relevance == DoesNotApply {
		return TaskField("relevance")
	}
	return TaskField("horizon")
}

// Confirm is the change that confirms how a task is decided that deserves a look: it decides the same once more.
func (t Task) Confirm() Change {
	c, doubted := Change{Kind: ChangeTask, Task: t.ID}, t.Doubted()
	doubted.Give(&c, doubted.Value(t.Decision))
	return c
}
