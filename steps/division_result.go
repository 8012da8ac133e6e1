package steps

import "cmp"

// division is what was found, with who steps in, why, and what it comes to.
func (d *divider) division() Division {
	out := Division{Favour: d.request.Favour, Away: d.request.Away, Exact: d.exact}
	backups := d.backups()
	for i := range d.tasks {
		t, m := &d.tasks[i], d.owner[i]
		if m == nobody {
			out.Left = append(out.Left, Undivided{t.ID, t.hours, t.estimate, d.obstacle(t)})
			continue
		}
		row := Divided{Task: t.ID, Owner: d.people[m].ID, Hours: t.hours, Estimated: t.estimate, Moves: t.Owner != "" && t.Owner != d.people[m].ID}
		row.Room = max(0, d.room(m))
		row.Merits = d.merits(t, m)
		if b := backups[i]; b != nobody {
			row.Backup, row.BackupMerits = d.people[b].ID, d.backupMerits(t, b)
		}
		out.Rows = append(out.Rows, row)
		out.Cost.count(&row, d.wished(t), t.named(d.people[m].Knows), t.named(d.people[m].Prefers))
	}
	for _, left := range out.Left {
		out.Cost.Left++
		out.Cost.Short += left.Hours
	}
	d.weighPeople(&out.Cost)
	if d.request.Away != "" {
		out.Stranded = idsOf(d.plan.Tasks(), func(t Task) bool { return t.InSchool && t.Backup == d.request.Away })
	}
	return out
}

// count adds a task that somebody takes.
func (c *DivisionCost) count(row *Divided, wished, known, liked bool) {
	add := func(n *int, so bool) {
		if so {
			*n++
		}
	}
	add(&c.Wished, wished)
	add(&c.Wishes, liked)
	add(&c.Known, known)
	add(&c.Alone, row.Backup == "")
	add(&c.Moved, row.Moves)
}

// weighPeople adds what the people carry, and the points of it all.
func (d *divider) weighPeople(c *DivisionCost) {
	points := int64(0)
	for i := range d.people {
		who := &d.people[i]
		over := Decimal(0)
		if who.known {
			over = max(0, who.load-who.hours)
		}
		c.Overload += over
		points += d.fullness(who, who.load) - int64(over)*graver
		if n := len(d.people); n > 2 && who.load > d.half || n == 2 && 3*who.load > 4*d.half {
			c.Pillars++
		}
	}
	for i, m := range d.owner {
		if m != nobody && d.tasks[i].pair[m] != barred {
			points += d.tasks[i].pair[m]
		}
	}
	for _, owners := range d.owners {
		points += int64(max(0, owners-mostOwners)) * d.torn
	}
	c.Points = Decimal(points)
}

// room are the hours that a member has left, below 0 where too many are asked; 0 where they are not known.
func (d *divider) room(m int) Decimal {
	if who := &d.people[m]; who.known {
		return who.hours - who.load
	}
	return 0
}

// wished says whether anyone who takes tasks likes this one.
func (d *divider) wished(t *divisible) bool {
	for i := range d.people {
		if who := &d.people[i]; (who.takes || i == t.now) && t.named(who.Prefers) {
			return true
		}
	}
	return false
}

func (d *divider) obstacle(t *divisible) Obstacle {
	if _, chosen := d.request.Owners[t.ID]; chosen {
		return LeftByChoice
	}
	why := NobodyThere
	for i := range d.people {
		switch who := &d.people[i]; {
		case who.takes:
			return NoRoom
		case who.ID != d.request.Away:
			why = HoursUnknown
		}
	}
	return why
}

// merits are why a member takes a task.
func (d *divider) merits(t *divisible, m int) (list []Merit) {
	who := &d.people[m]
	_, chosen := d.request.Owners[t.ID]
	add := merits(&list)
	add(MeritChosen, chosen)
	add(MeritStays, t.Owner == who.ID)
	add(MeritStoodIn, t.Backup == who.ID)
	d.abilities(t, who, add)
	add(MeritRoom, d.room(m) > 0)
	return list
}

// backupMerits are why a member steps in for a task.
func (d *divider) backupMerits(t *divisible, b int) (list []Merit) {
	who := &d.people[b]
	_, chosen := d.request.Backups[t.ID]
	add := merits(&list)
	add(MeritChosen, chosen)
	add(MeritStays, t.Backup == who.ID)
	d.abilities(t, who, add)
	add(MeritNear, d.near(t, who))
	add(MeritRoom, d.room(b) > 0)
	return list
}

func merits(list *[]Merit) func(Merit, bool) {
	return func(m Merit, so bool) {
		if so {
			*list = append(*list, m)
		}
	}
}

func (d *divider) abilities(t *divisible, who *bearer, add func(Merit, bool)) {
	task, group := t.Names(who.Knows)
	add(MeritKnows, task)
	add(MeritKnowsGroup, group && !task)
	add(MeritLikes, t.named(who.Prefers))
	add(MeritRole, t.SuitsRole(who.Role))
}

// near says whether somebody owns tasks of the same group in the division.
func (d *divider) near(t *divisible, who *bearer) bool {
	return t.group < tornOfGroup && who.owns[t.group] > 0
}

// backups finds who steps in for each task that has an owner: another person, who knows it or is near it and has the room. Who
// steps in already goes on doing so.
func (d *divider) backups() []int {
	found, times := make([]int, len(d.tasks)), make([]int, len(d.people))
	tasks := d.plan.Tasks()
	for i := range tasks {
		if m, there := d.places[tasks[i].Backup]; there && tasks[i].InSchool {
			times[m]++
		}
	}
	for i := range d.tasks {
		t, at := &d.tasks[i], d.backupNow(&d.tasks[i])
		_, chosen := d.request.Backups[t.ID]
		if found[i] = nobody; d.owner[i] == nobody {
			continue
		}
		switch {
		case at == d.owner[i] && !chosen:
			at = nobody
			fallthrough
		case at == nobody && !chosen:
			at = d.bestBackup(t, d.owner[i], times)
		case at == d.owner[i]:
			at = nobody
		}
		if found[i] = at; at != nobody && t.Backup != d.people[at].ID {
			times[at]++
		}
	}
	return found
}

// backupNow is who was chosen to step in, or who does so already.
func (d *divider) backupNow(t *divisible) int {
	id, chosen := d.request.Backups[t.ID]
	if !chosen {
		id = t.Backup
	}
	if m, there := d.places[id]; there && (chosen || id != d.request.Away) {
		return m
	}
	return nobody
}

// bestBackup is who is nearest to a task, then who steps in least often; the other way around where dependence is to be least.
func (d *divider) bestBackup(t *divisible, owner int, times []int) int {
	best, rank := nobody, [2]int{}
	for m := range d.people {
		who := &d.people[m]
		near := d.nearness(t, who)
		if m == owner || !who.takes || near == 0 || d.room(m) < t.hours {
			continue
		}
		this := [2]int{-near, times[m]}
		if d.request.Favour == LeastDependence {
			this = [2]int{times[m], -near}
		}
		if best == nobody || cmp.Or(cmp.Compare(this[0], rank[0]), cmp.Compare(this[1], rank[1])) < 0 {
			best, rank = m, this
		}
	}
	return best
}

// nearness says how near somebody is to a task; 0 is not at all.
func (d *divider) nearness(t *divisible, who *bearer) int {
	task, group := t.Names(who.Knows)
	switch {
	case task:
		return 4
	case group:
		return 3
	case t.SuitsRole(who.Role), t.named(who.Prefers):
		return 2
	case d.near(t, who):
		return 1
	}
	return 0
}
