package steps

import (
	"maps"
	"slices"
	"strings"
)

// Another says whether the id that a change is about meant somebody or something else after entry then than it does now: who had it was removed, and
// it was given again. Whoever came back under the same name is no other. Rows of sheets have no name of their own, and are passed over.
func (j *Journal) Another(about Change, then uint64) bool {
	about = about.bare().unremoved()
	t, is := thingOf(about)
	if !is || t.kind == ChangeRow || !j.plan.has(about) {
		return false
	}
	withdrawnBy, err := withdrawals(j.takenBack[:then])
	if err != nil {
		return false
	}
	was, wasNamed := j.madeBy(t, withdrawnBy)
	now, isNamed := j.madeBy(t, j.withdrawnBy)
	return was != 0 && now != 0 && was != now && wasNamed != isNamed
}

// madeBy is the number of the entry that made something, of those among the first that stand, and how it was called there; 0 where it is not there.
func (j *Journal) madeBy(t thing, withdrawnBy []uint64) (number uint64, name string) {
	for i, by := range withdrawnBy {
		if by != 0 || j.takenBack[i] != 0 {
			continue
		}
		e := j.Entry(uint64(i + 1))
		for _, c := range e.Changes {
			switch of, is := thingOf(c); {
			case !is || of != t:
			case c.Kind == ChangeRemove:
				number, name = 0, ""
			case number == 0 || strings.HasPrefix(e.ID, evenPrefix) && c.nameGiven() != "" && c.nameGiven() != name:
				number, name = uint64(i+1), c.nameGiven()
			}
		}
	}
	return number, name
}

// nameGiven is how a change calls what it is about; empty where it does not.
func (c *Change) nameGiven() string {
	for _, f := range []Field[string]{c.Name, c.Title, c.What, c.Text} {
		if name, given := f.Value(); given {
			return name
		}
	}
	return ""
}

// madeAgain is the number of the entry after a removal that gave the id of what it removed to another; 0 for none.
func (j *Journal) madeAgain(removal uint64) uint64 {
	removed := map[thing]bool{}
	for _, c := range j.Entry(removal).Changes {
		if t, is := thingOf(c); is {
			removed[t] = c.Kind == ChangeRemove
		}
	}
	if !slices.Contains(slices.Collect(maps.Values(removed)), true) {
		return 0
	}
	for n := removal + 1; n <= j.Len(); n++ {
		if j.withdrawnBy[n-1] != 0 {
			continue
		}
		for _, c := range j.Entry(n).Changes {
			if t, is := thingOf(c); is && removed[t] {
				return n
			}
		}
	}
	return 0
}

// renamedSince is the newest entry after another by which a merge brought this copy to the plan of one that calls somebody else by the id of
// a member; 0 for none. What an entry before it says of the id is said of who had it then.
func (j *Journal) renamedSince(n uint64) (by uint64) {
	names := map[string]string{}
	for i, h := range j.heads {
		if !h.people || j.withdrawnBy[i] != 0 || j.takenBack[i] != 0 {
			continue
		}
		e := j.Entry(uint64(i + 1))
		for k := range e.Changes {
			c := &e.Changes[k]
			name, given := c.Name.Value()
			if c.Kind != ChangeMember || !given {
				continue
			}
			if was := names[c.Member]; was != "" && was != name && uint64(i+1) > n && strings.HasPrefix(e.ID, evenPrefix) {
				by = uint64(i + 1)
			}
			names[c.Member] = name
		}
	}
	return by
}
