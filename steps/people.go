package steps

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Person is someone who is or once was in the team.
type Person struct {
	Member          // as last known
	Former []string // other names before, the oldest first, and those that a merge kept without effect
	// came is the entry in which the person comes, left that in which they leave, and until the last one before another has the id.
	came, left, until uint64
	stood             bool // something that was said of the person was not taken back
}

// stay is what an id stands for from one entry to another. Who left is still meant by it until another comes: an entry that a merge
// kept without effect may name them.
type stay struct {
	id       string
	from, to uint64
}

func (p Person) stay() stay { return stay{p.ID, p.came, p.until} }

func (p Person) names() []string {
	return slices.DeleteFunc(append(slices.Clone(p.Former), p.Name), func(name string) bool { return name == "" })
}

func (p Person) hasName(name string) bool {
	return slices.ContainsFunc(p.names(), func(own string) bool { return folded(own) == folded(name) })
}

// People are all who were ever in the team, also those whose coming was taken back, in the order in which they
// came. Who comes after somebody was removed is another person, even where the id is the same. What a merge kept without effect is
// about who had the id before, as is what was taken back and would make nobody.
func (j *Journal) People() (people []Person) {
	now := map[string]int{} // the place of whom an id stands for
	type hearing struct {
		of   int
		name string
	}
	var heard []hearing // names of who has another id in what a merge kept
	kept := j.keptByMerges()
	for i, h := range j.heads {
		if !h.people {
			continue
		}
		for _, c := range j.Entry(uint64(i + 1)).Changes {
			switch c.Kind {
			case ChangeMember:
				n, known := now[c.Member]
				withdrawn, before := j.withdrawnBy[i] != 0, -1
				switch {
				case kept[i] && known && !people[n].stood: // who was there on the other laptop
					before = lastOf(people[:n], c.Member)
				case !known && (kept[i] || withdrawn && !c.Name.set()):
					before = meantBefore(people, c.Member)
				}
				if before >= 0 {
					if name := CleanName(c.Name.value()); people[before].ID == c.Member || !withdrawn {
						people[before].hear(name)
					} else {
						heard = append(heard, hearing{before, name})
					}
					if withdrawn {
						continue
					}
				}
				if !known {
					if before := lastOf(people, c.Member); before >= 0 {
						people[before].until = max(people[before].left, uint64(i))
					}
					n = len(people)
					people = append(people, Person{Member: Member{ID: c.Member}, came: uint64(i + 1), left: math.MaxUint64, until: math.MaxUint64})
					now[c.Member] = n
				}
				people[n].apply(c)
				people[n].stood = people[n].stood || j.withdrawnBy[i] == 0
			case ChangeRemove:
				if n, known := now[c.Member]; known && j.withdrawnBy[i] == 0 {
					people[n].left = uint64(i + 1)
					delete(now, c.Member)
				}
			}
		}
	}
	for i, p := range people { // the coming of nobody may be the other name of who had the id, taken back on another laptop
		before := meantBefore(people[:i], p.ID)
		if p.stood || before < 0 || people[before].ID != p.ID && lastOf(people[:i], people[before].ID) == before {
			continue
		}
		for _, name := range p.names() {
			heard = append(heard, hearing{before, name})
		}
	}
	for _, h := range heard {
		if !slices.ContainsFunc(people, func(other Person) bool { return other.stood && other.hasName(h.name) }) {
			people[h.of].hear(h.name)
		}
	}
	return people
}

// keptByMerges says of each entry whether a merge took it back: it had no effect then, even where that was undone since.
func (j *Journal) keptByMerges() []bool {
	kept, i := make([]bool, len(j.heads)), 0
	for id := range j.entries.IDs() {
		if n := j.takenBack[i]; n != 0 && MadeByMerges(id) {
			kept[n-1] = true
		}
		i++
	}
	return kept
}

// lastOf is the place of the last one who came by an id; -1 for none.
func lastOf(people []Person, id string) int {
	for i, p := range slices.Backward(people) {
		if p.ID == id {
			return i
		}
	}
	return -1
}

// meantBefore is the place of whom an id meant that nobody has; -1 for none. A merge gives whom it meant on the other laptop another
// id, where somebody else came by it on this one.
func meantBefore(people []Person, id string) int {
	if last := lastOf(people, id); last >= 0 {
		return last
	}
	at := strings.LastIndexByte(id, '-')
	if at < 0 {
		return -1
	}
	if n, err := strconv.Atoi(id[at+1:]); err != nil || n < 2 {
		return -1
	}
	found, last := -1, -1
	for i, p := range people {
		if p.ID[:min(len(p.ID), MaxID-len(id[at:]))] == id[:at] {
			found, last = last, i
		}
	}
	if found < 0 {
		return last
	}
	return found
}

// idsOfMerges are the ids in what was taken back that were nobody's: a merge gave them, each to whom it is of.
func (j *Journal) idsOfMerges(people []Person) map[string]stay {
	ids := map[string]stay{}
	for i, by := range j.withdrawnBy {
		if by == 0 {
			continue
		}
		line, err := j.entries.Encoded(uint64(i + 1))
		if err != nil {
			continue
		}
		then := slices.DeleteFunc(slices.Clone(people), func(p Person) bool { return p.came > uint64(i+1) })
		for word := range strings.SplitSeq(string(line), `"`) {
			id := word[strings.LastIndexByte(word, ':')+1:]
			if _, known := ids[id]; known || lastOf(then, id) >= 0 {
				continue
			}
			if n := meantBefore(then, id); n >= 0 {
				ids[id] = then[n].stay()
			}
		}
	}
	return ids
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
		back := func(other Person) bool {
			return other.stood && other.left == math.MaxUint64 && folded(other.Name) == folded(p.Name)
		}
		if p.left != math.MaxUint64 && !WasErased(p.ID) && !slices.ContainsFunc(people, back) {
			left = append(left, Departed{p, j.Head(p.left).At})
		}
	}
	return left
}

// hear notes another name.
func (p *Person) hear(name string) {
	if name != "" && !p.hasName(name) {
		p.Former = append(p.Former, name)
	}
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
