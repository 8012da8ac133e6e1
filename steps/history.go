package steps

import (
	"cmp"
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
	all := func(int) bool { return true }
	if s.Any() {
		for i := range j.heads {
			numbers = append(numbers, uint64(i+1))
		}
		return numbers
	}
	_ = j.entries.each(0, len(j.heads), all, func(i int, e *Entry) error { // each was decoded before
		about, number := e, uint64(i+1)
		for n := about.withdraws(); n > 0; n = about.withdraws() {
			taken := j.Entry(n)
			about, number = &taken, n
		}
		if s.Person != "" && !who.did(e.By) && !slices.ContainsFunc(about.Changes, func(c Change) bool { return who.meant(c, number) }) {
			return nil
		}
		if slices.ContainsFunc(about.Changes, func(c Change) bool {
			return (s.Step == "" || c.concerns(s.Step) || j.beside(c, s.Step)) && (s.Task == "" || c.namesTask(s.Task))
		}) {
			numbers = append(numbers, uint64(i+1))
		}
		return nil
	})
	return numbers
}

// beside says whether a change is on a sheet that stands beside a step.
func (j *Journal) beside(c Change, id StepID) bool {
	sheet := j.definitions.Sheet(c.Sheet)
	return c.Sheet != "" && sheet != nil && slices.Contains(sheet.Steps, id)
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
	return c.about() == id
}

// namesTask says whether a change is about a task, or names it.
func (c *Change) namesTask(id string) bool {
	able := Member{Knows: c.Knows.value(), Prefers: c.Prefers.value()}
	return c.Task == id || strings.HasSuffix(c.Decision, ":"+id) || subjectOf(c.Subject.value()).task == id || slices.Contains(slices.Collect(able.abilityTasks()), id)
}

// called is who a person is in a journal: what the ids stand for between two entries, and the names.
type called struct {
	stays []stay
	names map[string]bool
}

func folded(name string) string { return strings.ToLower(CleanName(name)) }

// called finds a person by the id or by a name. An id that was given anew after a removal is that of the last who has it; who
// shares a name with somebody, of now or before, is the same person.
func (j *Journal) called(person string) called { return calledAmong(j.People(), person) }

func calledAmong(people []Person, person string) called {
	who := called{names: map[string]bool{folded(person): true}}
	for _, p := range slices.Backward(people) {
		if p.ID == person {
			who.is(p)
			break
		}
	}
	for more := true; more; {
		more = false
		for _, p := range people {
			if !slices.Contains(who.stays, p.stay()) && slices.ContainsFunc(p.names(), func(n string) bool { return who.names[folded(n)] }) {
				who.is(p)
				more = true
			}
		}
	}
	return who
}

func (w *called) is(p Person) {
	w.stays = append(w.stays, p.stay())
	for _, n := range p.names() {
		w.names[folded(n)] = true
	}
}

func (w called) did(by string) bool { return w.names[strings.ToLower(by)] }

// has says whether an id stood for the person in an entry.
func (w called) has(id string, entry uint64) bool {
	return slices.ContainsFunc(w.stays, func(s stay) bool { return s.id == id && s.from <= entry && entry <= s.to })
}

// meant says whether a change of an entry is about the person, or names them.
func (w called) meant(c Change, entry uint64) bool {
	if w.has(c.Member, entry) {
		return true
	}
	meant := func(value string) bool {
		return w.has(strings.TrimPrefix(value, MemberPrefix), entry) || w.names[strings.ToLower(value)]
	}
	if c.givesCells() {
		return slices.ContainsFunc(c.givenCells(), func(g Given) bool {
			is := func(text string) bool {
				return strings.HasPrefix(text, MemberPrefix) && meant(text) || w.names[strings.ToLower(text)]
			}
			text, _ := g.Value.(string)
			texts, _ := g.Value.([]string)
			return is(text) || slices.ContainsFunc(texts, is)
		})
	}
	fields := inOrder[c.Kind]
	for i := range fields {
		value, _ := fields[i].Given(&c)
		switch v := value.(type) {
		case string:
			if named := fields[i].Holds == MemberValue || fields[i].Holds == WhoeverValue || fields[i].Name == "by"; named && meant(v) || fields[i].Holds == SubjectValue && w.has(subjectOf(v).member, entry) {
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

// Involved is somebody who did something or was ever in the team.
type Involved struct {
	Search string // what finds them, as [Search].Person
	Name   string // as last known
}

// Involved are all of them, each once: those of the team in the order in which they came, then others.
func (j *Journal) Involved() (list []Involved) {
	people, seen, names := j.People(), []stay{}, map[string]bool{"": true}
	for i, p := range people {
		if slices.Contains(seen, p.stay()) {
			continue
		}
		search := cmp.Or(p.Name, p.ID)
		if !slices.ContainsFunc(people[i+1:], func(other Person) bool { return other.ID == p.ID }) {
			search = p.ID
		}
		who := calledAmong(people, search)
		seen = append(seen, who.stays...)
		for n := range who.names {
			names[n] = true
		}
		list = append(list, Involved{search, cmp.Or(p.Name, p.ID)})
	}
	for i := range j.heads {
		if by := j.heads[i].By; !names[folded(by)] {
			names[folded(by)] = true
			list = append(list, Involved{by, by})
		}
	}
	return list
}

// Called is the name by which a person is last known who is found by an id or a name; what was given where nobody is.
func (j *Journal) Called(person string) string {
	who := j.called(person)
	for _, p := range slices.Backward(j.People()) {
		if slices.Contains(who.stays, p.stay()) && p.Name != "" {
			return p.Name
		}
	}
	return person
}

// ByOthers are the numbers of the entries by others since a person's own newest one, which is own; none where that person made
// none.
func (j *Journal) ByOthers(person string) (own uint64, numbers []uint64) {
	if last := j.Len(); last > 0 && strings.ToLower(j.heads[last-1].By) == folded(person) { // by the name that is used now: nobody else need be known
		return last, nil
	}
	who := j.called(person)
	for n := j.Len(); n > 0; n-- {
		if who.did(j.heads[n-1].By) {
			slices.Reverse(numbers)
			return n, numbers
		}
		numbers = append(numbers, n)
	}
	return 0, nil
}
