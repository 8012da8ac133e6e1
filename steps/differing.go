package steps

import (
	"maps"
	"slices"
)

// differs is what two copies leave different although neither did anything about it after it knew of the other.
type differs struct {
	first   int               // the place of the first conflict that it makes
	theirs  Plan              // what the other side comes to, with the ids of ours
	changes []differingChange // that make the plan theirs, in an order in which they can be made
}

// differingChange is one of them; it is made where theirs is chosen in a conflict.
type differingChange struct {
	Change
	conflict int
}

// compareCopies finds what brings ours to the plan of theirs where that is to be followed, and what is to be asked where both hold the same,
// or took back by a merge what stands on the other side.
func (m *merging) compareCopies() error {
	m.differs.first = len(m.Conflicts)
	switch {
	case m.standing == behind:
		m.Kept = nil // it stands there
		m.follow = m.after.applicable(Changes(m.after, m.after.recognise(m.theirs.plan, m.names)))
	case m.standing == alike:
		m.noteDiffering(m.after.recognise(m.theirs.plan, m.names))
	case m.bothTookBack:
		other := newMerging(m.theirs, m.ours)
		if err := other.addTheirs(); err != nil {
			return err
		}
		names := maps.Clone(m.names)
		for of, id := range other.names {
			from := of
			if from.id != id {
				of.id = id
				names[of] = from.id
			}
		}
		m.noteDiffering(m.after.recognise(other.after, names))
	}
	return nil
}

// recognise is another plan with the ids of this one. Names say how the other one's things are called here; where here is something that all
// the same is said of, and that the other plan has not, it is that.
func (p Plan) recognise(other Plan, names renaming) Plan {
	named := names.apart(other).plan(other)
	empty := NewPlan(p.definitions)
	said := func(of Plan, about Change) []Given {
		given := empty.towards(of, about).Given()
		return slices.DeleteFunc(given, Given.Empties)
	}
	var here, there []Change // what only one of the two has
	for _, c := range Changes(p, named) {
		switch about := c.unremoved().onlyGiving(nothing); {
		case !named.has(about):
			here = append(here, about)
		case !p.has(about) && !slices.ContainsFunc(there, about.SameSubject):
			there = append(there, about)
		}
	}
	known := map[thing]thing{}
	for _, about := range there {
		t, is := thingOf(about)
		i := slices.IndexFunc(here, func(own Change) bool {
			of, _ := thingOf(own)
			alike := of.kind == t.kind && of.sheet == t.sheet && of.table == t.table
			return is && alike && slices.EqualFunc(said(p, own), said(named, about), func(a, b Given) bool { return a.Name == b.Name && a.Same(b) })
		})
		if i >= 0 {
			known[t], _ = thingOf(here[i])
			here = slices.Delete(here, i, i+1)
		}
	}
	if len(known) == 0 {
		return named
	}
	again := renaming{}
	for t, own := range known {
		again[t] = own.id
	}
	return again.plan(named)
}

// noteDiffering makes conflicts of what another plan has otherwise, but for who said it and when. What is a conflict already stays that.
func (m *merging) noteDiffering(theirs Plan) {
	m.differs.theirs = theirs
	asked := func(about Change, field string) (place int) {
		return slices.IndexFunc(m.Conflicts, func(c Conflict) bool {
			return c.Field == field && c.About.SameSubject(about) && c.About.Voiced() == about.Voiced()
		})
	}
	note := func(c Change, conflict Conflict) {
		place := asked(conflict.About, conflict.Field)
		if place < 0 {
			place, m.Conflicts = len(m.Conflicts), append(m.Conflicts, conflict)
		}
		if place >= m.differs.first {
			m.differs.changes = append(m.differs.changes, differingChange{c, place})
		}
	}
	for _, c := range Changes(m.after, theirs) {
		about := c.unremoved().onlyGiving(nothing)
		if !m.after.has(about) || !theirs.has(about) {
			note(c, Conflict{About: about, Ours: theirs.towards(m.after, about), Theirs: c})
			continue
		}
		for _, g := range c.Given() {
			if c.goesAlong(g.Name) {
				continue
			}
			only := func(c Change, in Plan) Change {
				return c.onlyGiving(func(name string) bool { return name == g.Name }).signedAs(in, g.Name)
			}
			one := only(c, theirs)
			note(one, Conflict{about, g.Name, only(theirs.towards(m.after, about), m.after), one})
		}
	}
}

// chooseOfDiffering are the changes that the choices come to where the copies differ: what is theirs, as far as it can be made of what else
// was chosen, and what stays, as far as that can be said again.
func (m *Merge) chooseOfDiffering(now Plan, sides []Side) (changes []Change) {
	var chosen []Change
	for _, c := range m.differs.changes {
		switch {
		case sides[c.conflict] != Ours:
			chosen = append(chosen, c.Change)
		case m.Conflicts[c.conflict].Field != "":
			chosen = append(chosen, m.Conflicts[c.conflict].Ours)
		}
	}
	changes = now.applicable(chosen)
	if len(changes) == 0 && m.standing == alike && len(m.Conflicts) > 0 { // that all stays has to be known on the other side too
		name := Clear[string]()
		if now.School.Name != "" {
			name = Set(now.School.Name)
		}
		changes = []Change{{Kind: ChangeSchool, Name: name}}
	}
	return changes
}

// applicable are those of some changes that can be made one after the other, in an order in which they can.
func (p Plan) applicable(changes []Change) (made []Change) {
	for len(changes) > 0 {
		var later []Change
		for _, c := range changes {
			next, refused := p.Apply(Entry{Changes: []Change{c}})
			if refused != nil {
				later = append(later, c)
				continue
			}
			p, made = next, append(made, c)
		}
		if len(later) == len(changes) {
			break
		}
		changes = later
	}
	return made
}
