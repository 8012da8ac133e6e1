package lists

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"stappenplan/planfile"
	"stappenplan/steps"
)

// Person is somebody whom a list names, however often and in how many spellings.
type Person struct {
	Name      string
	Member    string           // id of the member who it is; empty for a new one
	Role      steps.MemberRole // where the list names a role
	Spellings []string         // other than Name
	Rows      int              // that name them
	Joins     bool             // the team: some row has them for its owner or for who steps in
	Hours     *steps.Decimal   // a week that they have, where the list says so
	Likely    string           // a member whom a new name may mean, with a typing error

	leftOut bool // is nobody
}

// people tells the people of all rows apart, and puts their names in the rows: the first is the owner, the second steps in,
// and the others go with the note.
func (r *reader) people(rows []Row) []Person {
	c := &crowd{reader: r, byKey: map[string]*Person{}, counts: map[string]map[string]int{}}
	for _, row := range rows {
		for _, name := range row.named() {
			c.meet(name)
		}
	}
	c.unite()
	for i := range rows {
		c.place(&rows[i])
	}
	var people []Person
	members := planfile.NewPeople(r.plan)
	const most = 200 // of whom it is looked whom they may be
	for _, p := range c.order {
		if p.Rows > 0 {
			if p.Member == "" && p.Role == "" && len(people) < most {
				if likely := members.Likely(p.Name); len(likely) > 0 {
					p.Likely = members.Name(likely[0])
				}
			}
			people = append(people, *p)
		}
	}
	return people
}

// named are all names in a row.
func (t Row) named() []string {
	names := slices.Concat(t.owners, t.backups)
	for _, o := range t.others {
		names = append(names, o.name)
	}
	return names
}

// crowd are people by their names.
type crowd struct {
	*reader
	order  []*Person
	byKey  map[string]*Person
	counts map[string]map[string]int // of each spelling, by key
	listed register
}

// meet counts a spelling of a name.
func (c *crowd) meet(name string) {
	key := keyOf(name)
	if c.counts[key] == nil {
		c.counts[key] = map[string]int{}
		p := &Person{}
		c.byKey[key], c.order = p, append(c.order, p)
	}
	c.counts[key][name]++
}

// unite finds out who is who: members, roles, and those of whom only the first name is written.
func (c *crowd) unite() {
	for key, p := range c.byKey {
		p.Name = likeliest(c.counts[key])
		c.listed.add(p.Name)
	}
	for _, p := range c.order {
		key := keyOf(p.Name)
		c.resolve(p)
		if who, said := c.choices.People[p.Name]; said {
			if p.leftOut = who == ""; !p.leftOut {
				p.Name = who
				c.resolve(p)
			}
		}
		if first := c.byKey[keyOf(p.Name)]; first != nil && first != p && !p.leftOut {
			c.byKey[key] = first
		} else {
			c.byKey[keyOf(p.Name)] = p
		}
	}
	for key, counts := range c.counts {
		p := c.byKey[key]
		for spelling := range counts {
			if spelling != p.Name && !slices.Contains(p.Spellings, spelling) {
				p.Spellings = append(p.Spellings, spelling)
			}
		}
		slices.Sort(p.Spellings)
	}
}

// resolve finds out who somebody with a name is.
func (c *crowd) resolve(p *Person) {
	p.Role = c.roleOf(p.Name)
	if m := c.member(p); m != nil {
		p.Name, p.Member, p.Role = m.Name, m.ID, ""
	} else if longer := c.listed.lengthen(p.Name); longer != "" && p.Role == "" {
		p.Name = longer
	}
}

// member is who somebody is in the plan: by name, or as the only one with the role.
func (c *crowd) member(p *Person) (found *steps.Member) {
	if m := c.memberOf(p.Name); m != nil || p.Role == "" {
		return m
	}
	for i, m := range c.plan.Members {
		switch {
		case m.Role != p.Role:
		case found != nil:
			return nil
		default:
			found = &c.plan.Members[i]
		}
	}
	return found
}

// likeliest is the spelling that occurs most, of those with a capital and small letters where there is one.
func likeliest(counts map[string]int) string {
	var spellings []string
	for spelling := range counts {
		spellings = append(spellings, spelling)
	}
	mixed := func(s string) int {
		if strings.ContainsFunc(s, unicode.IsUpper) && strings.ContainsFunc(s, unicode.IsLower) {
			return 1
		}
		return 0
	}
	return slices.MaxFunc(spellings, func(a, b string) int {
		return cmp.Or(cmp.Compare(mixed(a), mixed(b)), cmp.Compare(counts[a], counts[b]), cmp.Compare(b, a))
	})
}

// place puts the people of a row where they belong.
func (c *crowd) place(t *Row) {
	seen := map[*Person]bool{}
	meant := func(name string) *Person {
		p := c.byKey[keyOf(name)]
		if !p.leftOut && !seen[p] {
			seen[p] = true
			p.Rows++
		}
		return p
	}
	rest := t.backups
	if len(t.owners) > 0 {
		rest = slices.Concat(t.backups, t.owners[1:])
		if p := meant(t.owners[0]); !p.leftOut {
			t.Owner, p.Joins = p.Name, true
			p.Hours = cmp.Or(t.available, p.Hours)
		} else {
			t.addNote(t.owners[0])
		}
	}
	var also []string
	for _, name := range rest {
		switch p := meant(name); {
		case p.leftOut:
			also = append(also, name)
		case p.Name == t.Owner:
		case t.Backup == "" || t.Backup == p.Name:
			t.Backup, p.Joins = p.Name, true
		default:
			also = append(also, p.Name)
		}
	}
	for _, o := range t.others {
		t.addNote(o.text + ": " + meant(o.name).Name)
	}
	var others []string
	for _, name := range also {
		if !slices.Contains(others, name) {
			others = append(others, name)
		}
	}
	if len(others) > 0 {
		t.addNote(c.words.also.Fill("names", strings.Join(others, ", ")))
	}
}
