package steps

import (
	"cmp"
	"slices"
)

// divider seeks a division. A working division is kept in owner; with each task that is given or taken back, what the
// people carry follows.
type divider struct {
	plan               Plan
	request            DivisionRequest
	weights            map[DivisionRule]int64
	full, pillar, torn int64   // of these
	half               Decimal // of all hours that members of the team have, or would have
	people             []bearer
	places             map[string]int   // of the people, by id
	owners             [tornOfGroup]int // how many people own tasks of these groups
	tasks              []divisible      // in catalogue order
	order              []int            // those that are sought a place, the hardest first
	owner              []int            // by task: one of people, or nobody
	times              []int            // by member: how many tasks the member steps in for
	best               []int
	cost               int64 // of best
	work               int   // counted in looks at a task and a member
	exact              bool
}

// How many looks at a task and a member a search takes at most.
const (
	improvingWork = 5_000_000
	provingWork   = 1_000_000
)

func newDivider(p Plan, r DivisionRequest) *divider {
	d := &divider{plan: p, request: r, weights: map[DivisionRule]int64{}, places: map[string]int{}}
	for _, rule := range DivisionRules {
		d.weights[rule] = int64(r.Favour.Weight(rule))
	}
	d.full, d.pillar, d.torn = d.weights[WeighFull], d.weights[WeighPillar], d.weights[WeighTorn]*point
	for i := range p.Members {
		m := &p.Members[i]
		d.places[m.ID] = i
		d.people = append(d.people, bearer{Member: m, known: m.Hours != nil, takes: m.Hours != nil && m.ID != r.Away, hours: known(m.Hours)})
	}
	sought := map[string]bool{}
	for _, id := range r.Tasks {
		sought[id] = true
	}
	tasks := p.Tasks()
	median := estimates(tasks)
	var all Decimal
	for i := range tasks {
		t := &tasks[i]
		if !t.InSchool && !t.OursAtGroup() {
			continue
		}
		hours, estimate := t.estimated(median)
		all += hours
		place, owned := d.places[t.Owner]
		if owned {
			d.people[place].before += hours
			d.people[place].guessed = d.people[place].guessed || estimate
		} else {
			place = nobody
		}
		one := divisible{Task: t, hours: hours, estimate: estimate, now: place, standIn: nobody, group: slices.Index(Groups, t.Group)}
		switch {
		case sought[t.ID]:
			if r.Away != "" && t.Owner == r.Away {
				one.now, one.standIn = nobody, d.standIn(t)
				one.atGroup = one.standIn == nobody && r.AtGroup[t.ID]
			}
			d.tasks = append(d.tasks, one)
		case owned:
			d.carry(&one, place, 1)
		}
	}
	d.half = all / 2
	d.owner = slices.Repeat([]int{nobody}, len(d.tasks))
	for i := range d.tasks {
		d.prepare(i)
	}
	hardest := func(a, b int) int {
		x, y := &d.tasks[a], &d.tasks[b]
		return cmp.Or(cmp.Compare(y.left, x.left), cmp.Compare(y.hours, x.hours), a-b)
	}
	slices.SortFunc(d.order, hardest)
	return d
}

// standIn is who was agreed to take a task over from the member who is away: on the task itself, else for all of them.
func (d *divider) standIn(t *Task) int {
	for _, id := range []string{t.Backup, d.request.StandIns[t.ID]} {
		if m, there := d.places[id]; there && id != d.request.Away {
			return m
		}
	}
	return nobody
}

// prepare works out what a task costs with each member, or gives it to who was chosen.
func (d *divider) prepare(i int) {
	t := &d.tasks[i]
	chosen, fixed := d.request.Owners[t.ID]
	m, there := d.places[chosen]
	if there = there && chosen != d.request.Away; fixed && there {
		t.now = m // as much as if it were so already
	}
	d.countAble(t)
	t.pair = make([]int64, len(d.people))
	for m := range d.people {
		t.pair[m] = d.pairCost(t, m)
	}
	t.left = d.leftCost(t)
	if !fixed && !t.atGroup {
		d.order = append(d.order, i)
	} else if there {
		d.put(i, m)
	} else if t.now != nobody {
		d.carry(t, t.now, 1) // it stays where it is
	}
}

// carry adds a task to what a member carries, or with -1 takes it off.
func (d *divider) carry(t *divisible, m, way int) {
	who := &d.people[m]
	if who.load += Decimal(way) * t.hours; !t.stays(m) {
		who.more += way
	}
	if t.estimate {
		who.estimates += way
	}
	g := t.group
	if g >= tornOfGroup {
		return
	}
	before := who.owns[g]
	who.owns[g] += way
	if before == 0 || who.owns[g] == 0 {
		d.owners[g] += way
	}
}

func (d *divider) put(t, m int) {
	if d.owner[t] = m; m != nobody {
		d.carry(&d.tasks[t], m, 1)
	}
}

func (d *divider) take(t int) {
	if m := d.owner[t]; m != nobody {
		d.carry(&d.tasks[t], m, -1)
	}
	d.owner[t] = nobody
}

// costOf is what a task adds with an owner or with nobody.
func (d *divider) costOf(t, m int) int64 {
	if m == nobody {
		return d.tasks[t].left
	}
	return d.added(t, m)
}

// cheapest is who adds least with a task, the first of equals; before anyone nobody.
func (d *divider) cheapest(t int) (m int, cost int64) {
	m, cost = nobody, d.tasks[t].left
	for i := range d.people {
		if c := d.added(t, i); c < cost {
			m, cost = i, c
		}
	}
	return m, cost
}

// search finds the best division: a good one first, by giving out the hardest tasks first and improving that, then by
// branch and bound whether there is a better one.
func (d *divider) search() {
	for _, t := range d.order { // what people have stands before the rest in the order
		m, cost := d.tasks[t].now, int64(0)
		if m == nobody {
			m, cost = d.cheapest(t)
		} else {
			cost = d.added(t, m)
		}
		d.put(t, m)
		d.cost += cost
	}
	d.improve()
	d.best = slices.Clone(d.owner)
	for _, t := range d.order {
		d.take(t)
	}
	d.work, d.exact = 0, true
	d.prove(0, 0)
	for _, t := range d.order {
		d.put(t, d.best[t])
	}
}

// improve moves one task, or one and another that then has to find a place, as long as that costs less.
func (d *divider) improve() {
	for better := true; better && d.work < improvingWork; {
		better = false
		for _, t := range d.order {
			better = d.move(t) || better
		}
		for _, t := range d.order {
			for _, u := range d.order {
				if d.work > improvingWork {
					return
				}
				better = d.exchange(t, u) || better
			}
		}
	}
}

func (d *divider) move(t int) bool {
	was := d.owner[t]
	d.take(t)
	cost := d.costOf(t, was)
	m, least := d.cheapest(t)
	if least >= cost {
		m, least = was, cost
	}
	d.put(t, m)
	d.cost += least - cost
	return least < cost
}

// exchange gives a task to who has another, and that to whoever adds least.
func (d *divider) exchange(t, u int) bool {
	from, to := d.owner[t], d.owner[u]
	if from == to || to == nobody || d.tasks[t].pair[to] == barred {
		return false
	}
	d.take(u)
	second := d.costOf(u, to)
	d.take(t)
	first := d.costOf(t, from)
	if given := d.added(t, to); given < first+second {
		d.put(t, to)
		if m, rest := d.cheapest(u); rest < first+second-given {
			d.put(u, m)
			d.cost += given + rest - first - second
			return true
		}
		d.take(t)
	}
	d.put(t, from)
	d.put(u, to)
	return false
}

// prove looks at every division that could cost less than the best, from a place in the order on.
func (d *divider) prove(at int, cost int64) {
	if d.work > provingWork {
		d.exact = false
		return
	}
	if at == len(d.order) {
		if cost < d.cost {
			d.cost = cost
			copy(d.best, d.owner)
		}
		return
	}
	if cost+d.least(at) >= d.cost {
		return
	}
	t := d.order[at]
	type way struct {
		m    int
		cost int64
	}
	ways := make([]way, 0, len(d.people)+1)
	for m := nobody; m < len(d.people); m++ {
		if c := d.costOf(t, m); c != barred {
			ways = append(ways, way{m, c})
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int { return cmp.Compare(a.cost, b.cost) })
	for _, w := range ways {
		if cost+w.cost >= d.cost {
			return
		}
		d.put(t, w.m)
		d.prove(at+1, cost+w.cost)
		d.take(t)
	}
}

// least is the least that the tasks from a place in the order on can add: each with who adds least now. What a member
// adds only grows as more is carried; that owners are shared within a group is left out, and what rounding may give back.
func (d *divider) least(at int) (sum int64) {
	const rounding = 2
	for _, t := range d.order[at:] {
		torn := int64(0)
		if d.tasks[t].group < tornOfGroup {
			torn = d.torn
		}
		_, cost := d.cheapest(t)
		if cost == barred {
			return d.cost // who has it is over, and got more
		}
		sum += max(0, cost-torn-rounding)
	}
	return sum
}
