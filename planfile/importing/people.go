package importing

import (
	"slices"

	"stappenplan/planfile/lists"
)

// IsWho says who somebody of a list is, by the name that the list is read with now: somebody of that name, or nobody where it is empty.
func (i Import) IsWho(name, who string) (Import, error) {
	return i.Choosing(func(c *lists.Choices) {
		before := false
		for said, meant := range c.People {
			if meant == name || said == name && meant == "" {
				c.People[said], before = who, true
			}
		}
		if !before {
			c.People[name] = who
		}
	})
}

// Called is by which name somebody of a list is read now, who was read by a name before: nothing where it is nobody. Whoever is said to
// be somebody of the list is called as that one is.
func (i Import) Called(name string) string {
	for range len(i.Choices.People) {
		if who, said := i.Choices.People[name]; said {
			name = who
		}
	}
	return name
}

// Nobodies are the names that were said to be nobody's.
func (i Import) Nobodies() (names []string) {
	for name, who := range i.Choices.People {
		if who == "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// PeopleAsk says whether somebody in a list is not simply a member: then a person looks at them.
func (i Import) PeopleAsk() bool {
	return len(i.Nobodies()) > 0 || slices.ContainsFunc(i.List.People, func(p lists.Person) bool { return p.Member == "" || len(p.Spellings) > 0 })
}
