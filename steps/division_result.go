package steps

import (
	"cmp"
	"slices"
)

// division is what was found, with who steps in, why, and what it comes to.
func (d *divider) division() Division {
	out := Division{Favour: d.request.Favour, Away: d.request.Away, Exact: d.exact, request: d.request}
	backups := d.backups()
	for i := range d.tasks {
		t, m := &d.tasks[i], d.owner[i]
		if m == nobody && t.now != nobody {
			out.LeftOut = append(out.LeftOut, t.ID) // nobody was chosen, and nothing is taken from who has it
			continue
		}
		if m == nobody {
			out.leave(Undivided{t.ID, t.hours, t.estimate, d.obstacle(t)})
			continue
		}
		row := Divided{Task: t.ID, Owner: d.people[m].ID, Hours: t.hours, Estimated: t.estimate, Room: d.room(m), RoomEstimated: d.people[m].estimates > 0}
		if t.Owner != row.Owner {
			row.Was = t.Owner
		}
		row.Merits = d.merits(t, m)
		if b := backups[i]; b != nobody {
			row.Backup, row.BackupMerits = d.people[b].ID, d.backupMerits(t, b)
		}
		row.Changes = row.Owner != t.Owner || row.Backup != t.Backup
		out.Rows = append(out.Rows, row)
		out.Cost.count(&row, d.wished(t), t.named(d.people[m].Knows), t.named(d.people[m].Prefers))
	}
	d.weighPeople(&out.Cost)
	out.Cost.Pillars = d.pillars()
	for i := range d.people {
		who := &d.people[i]
		out.People = append(out.People, Bearing{who.ID, who.known, who.hours, who.before, who.load, who.guessed, who.estimates > 0})
		out.Elsewhere += who.estimates
	}
	taken, _ := out.Estimates()
	out.Elsewhere -= taken
	if d.request.Away != "" {
		d.strand(&out)
	}
	return out
}

// strand finds who could step in for the tasks of others for which the member who is away would.
func (d *divider) strand(out *Division) {
	tasks, median := d.plan.Tasks(), estimates(d.plan.Tasks())
	for i := range tasks {
		task := &tasks[i]
		if !task.InSchool || task.Backup != d.request.Away || task.Owner == d.request.Away {
			continue
		}
		if d.request.LeftOut[task.ID] {
			out.LeftOut = append(out.LeftOut, task.ID)
			continue
		}
		t := divisible{Task: task, standIn: nobody, group: slices.Index(Groups, task.Group)}
		t.hours, t.estimate = task.estimated(median)
		row := Divided{Task: task.ID, Owner: task.Owner, Backup: task.Backup, Hours: t.hours, Estimated: t.estimate, Merits: []Merit{MeritStays}}
		owner, owned := d.places[task.Owner]
		if !owned {
			owner = nobody
		} else {
			row.Room, row.RoomEstimated = d.room(owner), d.people[owner].estimates > 0
		}
		b, chosen := d.backupNow(&t)
		if !chosen {
			b = d.bestBackup(&t, owner)
		}
		if row.Changes = b != nobody && b != owner; row.Changes {
			d.times[b]++
			row.Backup, row.BackupMerits = d.people[b].ID, d.backupMerits(&t, b)
		}
		out.Stranded = append(out.Stranded, row)
	}
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
	add(&c.Moved, row.Was != "")
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
	}
	for i, m := range d.owner {
		switch t := &d.tasks[i]; {
		case m == nobody && t.standIn != nobody:
			points += d.weights[WeighStandIn] * point
		case m != nobody && t.pair[m] != barred:
			points += t.pair[m]
		}
	}
	for _, owners := range d.owners {
		points += int64(max(0, owners-mostOwners)) * d.torn
	}
	c.Points = Decimal(points)
}

// pillars counts those of whom the plan finds that the school leans on them, once the division is kept: as everywhere by
// hours that are known, of tasks at school.
func (d *divider) pillars() (n int) {
	owners := map[string]string{}
	for i, m := range d.owner {
		if m != nobody {
			owners[d.tasks[i].ID] = d.people[m].ID
		}
	}
	own, all, tasks := map[string]Decimal{}, Decimal(0), d.plan.Tasks()
	for i := range tasks {
		if t := &tasks[i]; t.InSchool {
			hours := known(t.Hours)
			all += hours
			own[cmp.Or(owners[t.ID], t.Owner)] += hours
		}
	}
	for i := range d.people {
		if isPillar(len(d.people), own[d.people[i].ID], all) {
			n++
		}
	}
	return n
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
		if who := &d.people[i]; (who.takes || t.stays(i)) && t.named(who.Prefers) {
			return true
		}
	}
	return false
}

func (d *divider) obstacle(t *divisible) Obstacle {
	if _, chosen := d.request.Owners[t.ID]; chosen {
		return LeftByChoice
	}
	if t.atGroup {
		return DoneByGroup
	}
	why := NobodyThere
	for i := range d.people {
		switch who := &d.people[i]; {
		case who.takes && who.hours-who.before >= t.hours:
			return NoRoomAfter
		case who.takes:
			why = NoRoom
		case who.ID != d.request.Away && why == NobodyThere:
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
	add(MeritAgreed, t.standIn == m && t.Backup != who.ID)
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
	add(MeritRoom, who.takes && d.room(b) > 0) // who is away has none, whoever takes over what they own
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
	found, tasks := make([]int, len(d.tasks)), d.plan.Tasks()
	d.times = make([]int, len(d.people))
	for i := range tasks {
		if m, there := d.places[tasks[i].Backup]; there && tasks[i].InSchool {
			d.times[m]++
		}
	}
	for i := range d.tasks {
		t := &d.tasks[i]
		at, chosen := d.backupNow(t)
		if found[i] = nobody; d.owner[i] == nobody {
			continue
		}
		switch {
		case at == d.owner[i] && !chosen:
			at = nobody
			fallthrough
		case at == nobody && !chosen:
			at = d.bestBackup(t, d.owner[i])
		case at == d.owner[i]:
			at = nobody
		}
		if found[i] = at; at != nobody && t.Backup != d.people[at].ID {
			d.times[at]++
		}
	}
	return found
}

// backupNow is who was chosen to step in, or who does so already.
func (d *divider) backupNow(t *divisible) (m int, chosen bool) {
	id, chosen := d.request.Backups[t.ID]
	if !chosen {
		id = t.Backup
	}
	if m, there := d.places[id]; there && (chosen || id != d.request.Away) {
		return m, chosen
	}
	return nobody, chosen
}

// bestBackup is who is nearest to a task, then who steps in least often; the other way around where dependence is to be least.
func (d *divider) bestBackup(t *divisible, owner int) int {
	best, rank := nobody, [2]int{}
	for m := range d.people {
		who := &d.people[m]
		near := d.nearness(t, who)
		if m == owner || !who.takes || near == 0 || d.room(m) < t.hours {
			continue
		}
		this := [2]int{-near, d.times[m]}
		if d.request.Favour == LeastDependence {
			this = [2]int{d.times[m], -near}
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
