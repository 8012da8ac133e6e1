package steps

import (
	"math"
	"slices"
	"time"
)

// Person is someone who is or once was in the team.
type Person struct {
	Member          // as last known
	Former []string // other names before, the oldest first
	// came and left are the entries between which the id stands for this person, these included.
	came, left uint64
}

// stay is what an id stands for from one entry to another.
type stay struct {
	id       string
	from, to uint64
}

func (p Person) stay() stay { return stay{p.ID, p.came, p.left} }

func (p Person) names() []string {
	return slices.DeleteFunc(append(slices.Clone(p.Former), p.Name), func(name string) bool { return name == "" })
}

// People are all who were ever in the team, also those whose coming was taken back, in the order in which they
// came. Who comes after somebody was removed is another person, even where the id is the same.
func (j *Journal) People() (people []Person) {
	now := map[string]int{} // the place of whom an id stands for
	for i, h := range j.heads {
		if !h.people {
			continue
		}
		for _, c := range j.Entry(uint64(i + 1)).Changes {
			switch c.Kind {
			case ChangeMember:
				n, known := now[c.Member]
				if !known {
					n = len(people)
					people = append(people, Person{Member: Member{ID: c.Member}, came: uint64(i + 1), left: math.MaxUint64})
					now[c.Member] = n
				}
				people[n].apply(c)
			case ChangeRemove:
				if n, known := now[c.Member]; known && j.withdrawnBy[i] == 0 {
					people[n].left = uint64(i + 1)
					delete(now, c.Member)
				}
			}
		}
	}
	return people
}

// Departed is somebody who left the team, and when.
type Departed struct {
	Person
	At time.Time
}

// Departed are those who left the team and did not come back, the first one first; nobody who was erased.
func (j *Journal) Departed() (left []Departed) {
	people := j.People()
	for _, p := range people {
		back := func(other Person) bool { return other.left == math.MaxUint64 && folded(other.Name) == folded(p.Name) }
		if p.left != math.MaxUint64 && !WasErased(p.ID) && !slices.ContainsFunc(people, back) {
			left = append(left, Departed{p, j.Head(p.left).At})
		}
	}
	return left
}

// apply makes a change, and keeps the name that was.
func (p *Person) apply(c Change) {
	c.clean()
	before := p.Name
	putAll(MemberFields, &c, &p.Member)
	if before != "" && before != p.Name {
		p.Former = append(p.Former, before)
	}
}
