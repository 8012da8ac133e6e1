package steps

// Capacity sets the hours there are beside the hours the plan asks, a week.
type Capacity struct {
	// Available are the school's hours, or where unknown the sum of the members'.
	Available Decimal `json:"available"`
	// Known says whether any of these hours was filled in.
	Known bool `json:"-"`
	// Planned are the hours of the tasks in the school.
	Planned Decimal          `json:"planned"`
	Members []MemberCapacity `json:"members"`
	// Unestimated counts the carried tasks whose hours nobody said, so that more is asked than is planned.
	Unestimated int `json:"-"`
}

// MemberCapacity is the same for one member: the hours the member has, and those of the tasks the member owns.
type MemberCapacity struct {
	ID        string  `json:"id"`
	Available Decimal `json:"available"`
	Planned   Decimal `json:"planned"`
}

// Capacity adds up the hours. Hours not known count as none.
func (p Plan) Capacity() Capacity {
	c := Capacity{Members: make([]MemberCapacity, len(p.Members))}
	for i, m := range p.Members {
		c.Members[i] = MemberCapacity{ID: m.ID, Available: known(m.Hours)}
		c.Available += c.Members[i].Available
		c.Known = c.Known || m.Hours != nil
	}
	if p.School.Hours != nil {
		c.Available, c.Known = *p.School.Hours, true
	}
	for _, t := range p.Tasks() {
		if !t.InSchool {
			continue
		}
		c.Planned += known(t.Hours)
		if t.lacksHours() {
			c.Unestimated++
		}
		for i := range c.Members {
			if c.Members[i].ID == t.Owner {
				c.Members[i].Planned += known(t.Hours)
			}
		}
	}
	return c
}

func known(d *Decimal) Decimal {
	if d == nil {
		return 0
	}
	return *d
}
