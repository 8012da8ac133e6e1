package steps

import (
	"cmp"
	"slices"
)

// Candidate is what a task costs with a member, all other tasks as they are in a division: why the member takes it, or another
// does.
type Candidate struct {
	Member string
	Points Decimal // of all rules together
	Rules  []RulePoints
	Cannot Obstacle // why the member cannot take it; empty for who can
}

// RulePoints are the points that a rule costs.
type RulePoints struct {
	Rule   DivisionRule
	Points Decimal
}

// Candidates weighs everyone for a task of the division: who takes it first, then the others, the cheapest before the dearer,
// those who cannot take it last.
func (d Division) Candidates(p Plan, task string) (list []Candidate) {
	w := newDivider(p, d.request)
	at := slices.IndexFunc(w.tasks, func(t divisible) bool { return t.ID == task })
	if at < 0 {
		return nil
	}
	for _, i := range w.order {
		if m, there := w.places[d.OwnerOf(w.tasks[i].ID)]; there {
			w.put(i, m)
		}
	}
	owner := w.owner[at]
	w.take(at)
	for m := range w.people {
		if w.people[m].ID != d.Away {
			list = append(list, w.candidate(at, m, m == owner))
		}
	}
	rank := func(c Candidate) int {
		switch {
		case owner != nobody && c.Member == w.people[owner].ID:
			return 0
		case c.Cannot == "":
			return 1
		}
		return 2
	}
	slices.SortStableFunc(list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Points, b.Points))
	})
	return list
}

// candidate weighs a member for a task that nobody has.
func (d *divider) candidate(at, m int, has bool) Candidate {
	t, who := &d.tasks[at], &d.people[m]
	c := Candidate{Member: who.ID}
	switch {
	case has:
	case !who.takes && !t.stays(m):
		c.Cannot = HoursUnknown
		return c
	case d.added(at, m) == barred:
		c.Cannot = NoRoom
		return c
	}
	add := func(rule DivisionRule, points int64) {
		if points > 0 {
			c.Rules = append(c.Rules, RulePoints{rule, Decimal(points)})
			c.Points += Decimal(points)
		}
	}
	d.broken(t, m, add)
	after := who.load + t.hours
	beyond := func(load Decimal) int64 { return int64(max(0, load-d.half)) * d.pillar }
	over := func(load Decimal) int64 {
		if !who.known {
			return 0
		}
		return int64(max(0, load-who.hours)) * graver
	}
	pillar := beyond(after) - beyond(who.load)
	add(WeighFull, d.fullness(who, after)-d.fullness(who, who.load)-pillar-over(after)+over(who.load))
	add(WeighPillar, pillar)
	if g := t.group; g < tornOfGroup && who.owns[g] == 0 && d.owners[g] >= mostOwners {
		add(WeighTorn, d.torn)
	}
	slices.SortStableFunc(c.Rules, func(a, b RulePoints) int { return cmp.Compare(b.Points, a.Points) })
	return c
}
