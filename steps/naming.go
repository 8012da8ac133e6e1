package steps

import "slices"

// WithWhoLeft is a plan with the members who are in it no more, or not yet, so that an entry that could not stand can be told by names. It is not one to go
// on with.
func (j *Journal) WithWhoLeft(p Plan) Plan {
	p = p.Copy()
	for i := range j.heads {
		if !j.heads[i].people {
			continue
		}
		for _, c := range j.Entry(uint64(i + 1)).Changes {
			name, given := c.Name.Value()
			if c.Kind != ChangeMember || !given {
				continue
			}
			if _, there := p.Member(c.Member); !there {
				p.Members = append(p.Members, Member{ID: c.Member})
			} else if _, stays := j.plan.Member(c.Member); stays {
				continue
			}
			at := slices.IndexFunc(p.Members, func(m Member) bool { return m.ID == c.Member })
			p.Members[at].Name = name
		}
	}
	return p.Frozen()
}
