package steps

import (
	"slices"
	"strings"
)

// Search narrows a journal down to the entries about a step, a task or a person: those that meet all that is given.
type Search struct {
	Step   StepID
	Task   string // its id
	Person string // a member's id, or a name: what they did, and what was done about them
}

// Any says whether the search lets everything through.
func (s Search) Any() bool { return s == Search{} }

// Find gives the numbers of the entries that a search meets, the oldest first. A withdrawal is about what it takes back or
// brings again.
func (j *Journal) Find(s Search) (numbers []uint64) {
	var who called
	if s.Person != "" {
		who = j.called(s.Person)
	}
	for i := range j.entries {
		if s.Any() {
			numbers = append(numbers, uint64(i+1))
			continue
		}
		e := &j.entries[i]
		about := e
		for n := about.withdraws(); n > 0; n = about.withdraws() {
			about = &j.entries[n-1]
		}
		if s.Person != "" && !who.did(e) && !slices.ContainsFunc(about.Changes, who.meant) {
			continue
		}
		if slices.ContainsFunc(about.Changes, func(c Change) bool {
			return (s.Step == "" || c.concerns(s.Step)) && (s.Task == "" || c.namesTask(s.Task))
		}) {
			numbers = append(numbers, uint64(i+1))
		}
	}
	return numbers
}

// concerns says whether a change is made at a step, or asks it again.
func (c *Change) concerns(id StepID) bool {
	switch c.Kind {
	case ChangeTask:
		fields := inOrder[c.Kind]
		for i := range fields {
			if _, given := fields[i].Given(c); given && (fields[i].Step == id || fields[i].Step == "" && id == Tasks) {
				return true
			}
		}
		return false
	case ChangeRemove:
		return c.Task != "" && id == Tasks || c.Member != "" && id == Team
	case ChangeRound:
		return slices.Contains(c.Repeat.value(), id)
	case ChangeAction:
		return c.Subject.value() == About(AboutStep, string(id))
	}
	return c.About() == id
}

// namesTask says whether a change is about a task, or names it.
func (c *Change) namesTask(id string) bool {
	able := Member{Knows: c.Knows.value(), Prefers: c.Prefers.value()}
	return c.Task == id || strings.HasSuffix(c.Decision, ":"+id) || subjectOf(c.Subject.value()).task == id || slices.Contains(slices.Collect(able.abilityTasks()), id)
}

// called is who a person is in a journal: the ids and the names that stand for them.
type called struct {
	ids, names map[string]bool
}

func (j *Journal) called(person string) called {
	name := func(s string) string { return strings.ToLower(CleanName(s)) }
	who := called{map[string]bool{}, map[string]bool{name(person): true}}
	for _, p := range j.People() {
		all := append(slices.Clone(p.Former), p.Name)
		if p.ID == person || slices.ContainsFunc(all, func(n string) bool { return name(n) == name(person) }) {
			who.ids[p.ID] = true
			for _, n := range all {
				who.names[name(n)] = true
			}
		}
	}
	return who
}

func (w called) did(e *Entry) bool { return w.names[strings.ToLower(e.By)] }

// meant says whether a change is about the person, or names them.
func (w called) meant(c Change) bool {
	if w.ids[c.Member] {
		return true
	}
	meant := func(value string) bool {
		return w.ids[value] || w.ids[strings.TrimPrefix(value, MemberPrefix)] || w.names[strings.ToLower(value)]
	}
	fields := inOrder[c.Kind]
	for i := range fields {
		value, _ := fields[i].Given(&c)
		switch v := value.(type) {
		case string:
			if named := fields[i].Holds == MemberValue || fields[i].Holds == WhoeverValue || fields[i].Name == "by"; named && meant(v) || fields[i].Holds == SubjectValue && w.ids[subjectOf(v).member] {
				return true
			}
		case []string:
			if fields[i].Holds == PeopleValue && slices.ContainsFunc(v, meant) {
				return true
			}
		}
	}
	return false
}

// ByOthers are the numbers of the entries by others since a person's own newest one, which is own; none where that person made
// none.
func (j *Journal) ByOthers(person string) (own uint64, numbers []uint64) {
	who := j.called(person)
	for n := j.Len(); n > 0; n-- {
		if who.did(&j.entries[n-1]) {
			slices.Reverse(numbers)
			return n, numbers
		}
		numbers = append(numbers, n)
	}
	return 0, nil
}
