package steps_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// chance draws what arbitrary schools are made of.
type chance interface{ IntN(n int) int }

func newChance(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(14, seed)) }

// drawn is chance as rapid draws it, so that it can make a failing school smaller.
type drawn struct{ t *rapid.T }

func (d drawn) IntN(n int) int { return rapid.IntRange(0, n-1).Draw(d.t, "n") }

// arbitrarySchool is a school with so many tasks and people, most of it filled in.
func arbitrarySchool(t rapid.TB, c chance, tasks, people int) steps.Plan {
	t.Helper()
	changes := []change{answer(steps.Pooling, steps.No)}
	ids := []string{}
	list := bigCatalogue(tasks)
	for i := range people {
		m := change{Kind: steps.ChangeMember, Member: fmt.Sprintf("m%d", i), Name: steps.Set("Naam"), Role: steps.Set(steps.MemberRoles[c.IntN(5)])}
		if c.IntN(8) > 0 {
			m.Hours = steps.Set(steps.Hundredths(25 * int64(c.IntN(4+8*tasks/max(1, people)))))
		}
		for _, field := range []*steps.Field[[]string]{&m.Knows, &m.Prefers} {
			var values []string
			for range c.IntN(3) {
				values = append(values, "task:"+list.Tasks[c.IntN(tasks)].ID)
			}
			if c.IntN(3) == 0 {
				values = append(values, "group:"+string(steps.Groups[c.IntN(4)]))
			}
			if values != nil {
				*field = steps.Set(values)
			}
		}
		changes, ids = append(changes, m), append(ids, m.Member)
	}
	for i := range list.Tasks {
		d := kept(list.Tasks[i].ID, steps.Short)
		if c.IntN(4) > 0 {
			d.Hours = steps.Set(steps.Hundredths(25 * int64(c.IntN(16))))
		}
		if people > 0 && c.IntN(4) == 0 {
			d.Owner = steps.Set(ids[c.IntN(people)])
		}
		if people > 0 && c.IntN(4) == 0 {
			d.Backup = steps.Set(ids[c.IntN(people)])
		}
		changes = append(changes, d)
	}
	return after(t, steps.NewPlan(&steps.Definitions{Catalogue: list}), changes...)
}

// request divides what is open or everything, or what somebody does who is away.
func request(p steps.Plan, c chance) steps.DivisionRequest {
	r := steps.DivisionRequest{Favour: steps.Favours[c.IntN(3)]}
	switch c.IntN(3) {
	case 0:
		r.Tasks = p.Divisible()
	case 1:
		if len(p.Members) > 0 {
			r.Away = p.Members[c.IntN(len(p.Members))].ID
			r.StandIns = map[string]string{p.Catalogue.Tasks[c.IntN(len(p.Catalogue.Tasks))].ID: p.Members[c.IntN(len(p.Members))].ID}
		}
	}
	return r
}

// price is what a division costs: first the hours that stay with nobody, double where they weigh, and those over what people
// have, then points.
type price struct{ grave, points int64 }

func (a price) less(b price) bool {
	return a.grave < b.grave || a.grave == b.grave && a.points < b.points
}

func priceOf(p steps.Plan, d steps.Division) price {
	sum := price{int64(d.Cost.Overload), int64(d.Cost.Points)}
	for _, left := range d.Left {
		t, _ := p.Task(left.Task)
		sum.grave += weighty(t) * max(1, int64(left.Hours))
	}
	return sum
}

func weighty(t steps.Task) int64 {
	if t.Core == steps.TechnicalCoreTask || t.IsStrategic {
		return 2
	}
	return 1
}

// bruteForce looks at every division there is, and weighs each by itself as the rules say it.
type bruteForce struct {
	plan    steps.Plan
	r       steps.DivisionRequest
	tasks   []steps.Task // to divide
	hours   []int64
	base    []int64 // what people carry beside
	owning  [][3]int
	pairs   [][]int64
	half    int64
	owner   []int
	cheap   price
	found   []int
	visited int
}

func (b *bruteForce) weight(rule steps.DivisionRule) int64 {
	return 1000 * int64(b.r.Favour.Weight(rule))
}

func newBruteForce(p steps.Plan, r steps.DivisionRequest, d steps.Division) *bruteForce {
	b := &bruteForce{plan: p, r: r, base: make([]int64, len(p.Members)), owning: make([][3]int, len(p.Members)), cheap: price{1 << 60, 0}}
	estimated := map[string]int64{}
	for _, row := range d.Rows {
		estimated[row.Task] = int64(row.Hours)
	}
	for _, left := range d.Left {
		estimated[left.Task] = int64(left.Hours)
	}
	all := int64(0)
	for _, t := range p.Tasks() {
		hours, sought := estimated[t.ID]
		if t.Hours != nil {
			hours = int64(*t.Hours)
		} else if !sought {
			hours = estimateOf(p, t)
		}
		all += hours
		m := slices.IndexFunc(p.Members, func(m steps.Member) bool { return m.ID == t.Owner })
		switch {
		case sought:
			b.tasks, b.hours = append(b.tasks, t), append(b.hours, hours)
		case m >= 0:
			b.base[m] += hours
			if g := slices.Index(steps.Groups, t.Group); g < 3 {
				b.owning[m][g]++
			}
		}
	}
	b.half, b.owner, b.pairs = all/2, make([]int, len(b.tasks)), make([][]int64, len(b.tasks))
	for i := range b.tasks {
		for m := range p.Members {
			b.pairs[i] = append(b.pairs[i], b.pair(&b.tasks[i], m))
		}
	}
	return b
}

// estimateOf is the median of the known hours of the group, else half an hour.
func estimateOf(p steps.Plan, t steps.Task) int64 {
	var known []int64
	for _, other := range p.Tasks() {
		if other.Kept && other.Group == t.Group && other.Hours != nil {
			known = append(known, int64(*other.Hours))
		}
	}
	slices.Sort(known)
	n := len(known)
	switch {
	case n == 0:
		return 500
	case n%2 == 1:
		return known[n/2]
	}
	return ((known[n/2-1]+known[n/2])/2 + 9) / 10 * 10
}

func (b *bruteForce) look(at int) {
	if at == len(b.tasks) {
		b.visited++
		if now, possible := b.price(); possible && now.less(b.cheap) {
			b.cheap, b.found = now, slices.Clone(b.owner)
		}
		return
	}
	for m := -1; m < len(b.plan.Members); m++ {
		b.owner[at] = m
		b.look(at + 1)
	}
}

func (b *bruteForce) price() (sum price, possible bool) {
	var load [4]int64
	var owning [4][3]int
	copy(load[:], b.base)
	copy(owning[:], b.owning)
	for i := range b.tasks {
		t, m := &b.tasks[i], b.owner[i]
		present := b.present(t)
		if m < 0 {
			if present != "" {
				return sum, false
			}
			sum.grave += weighty(*t) * max(1, b.hours[i])
			if b.standIn(t) != "" {
				sum.points += b.weight(steps.WeighStandIn)
			}
			continue
		}
		who := &b.plan.Members[m]
		if load[m] += b.hours[i]; who.ID != present && who.ID != b.standIn(t) && (who.Hours == nil || who.ID == b.r.Away) {
			return sum, false
		}
		if g := slices.Index(steps.Groups, t.Group); g < 3 {
			owning[m][g]++
		}
		sum.points += b.pairs[i][m]
	}
	for i := range b.tasks {
		if m := b.owner[i]; m >= 0 && b.plan.Members[m].Hours != nil && load[m] > int64(*b.plan.Members[m].Hours) &&
			b.tasks[i].Owner != b.plan.Members[m].ID && b.standIn(&b.tasks[i]) != b.plan.Members[m].ID {
			return sum, false // somebody who gets more is over
		}
	}
	for m := range b.plan.Members {
		if who := &b.plan.Members[m]; who.Hours != nil {
			has := int64(*who.Hours)
			full := b.weight(steps.WeighFull) / 1000
			if load[m] <= has && has > 0 {
				sum.points += full * load[m] * load[m] / has
			} else {
				sum.points += full * (2*load[m] - has)
				sum.grave += load[m] - has
			}
		}
		sum.points += b.weight(steps.WeighPillar) / 1000 * max(0, load[m]-b.half)
	}
	for g := range 3 {
		owners := 0
		for m := range b.owning {
			if owning[m][g] > 0 {
				owners++
			}
		}
		sum.points += b.weight(steps.WeighTorn) * int64(max(0, owners-2))
	}
	return sum, true
}

// present is who has a task and can keep it.
func (b *bruteForce) present(t *steps.Task) string {
	if t.Owner == b.r.Away {
		return ""
	}
	return t.Owner
}

// standIn is who was agreed to take a task over.
func (b *bruteForce) standIn(t *steps.Task) string {
	if b.r.Away == "" || t.Owner != b.r.Away {
		return ""
	}
	for _, id := range []string{t.Backup, b.r.StandIns[t.ID]} {
		if id != "" && id != b.r.Away {
			return id
		}
	}
	return ""
}

func (b *bruteForce) pair(t *steps.Task, m int) (points int64) {
	who, present := b.plan.Members[m], b.present(t)
	knows := func(m steps.Member) bool {
		return slices.Contains(m.Knows, "task:"+t.ID) || slices.Contains(m.Knows, "group:"+string(t.Group))
	}
	add := func(rule steps.DivisionRule, so bool, part int64) {
		if so {
			points += b.weight(rule) / part
		}
	}
	add(steps.WeighKnows, !knows(who), 1)
	add(steps.WeighKnows, knows(who) && !slices.Contains(who.Knows, "task:"+t.ID), 4)
	add(steps.WeighLikes, !slices.Contains(who.Prefers, "task:"+t.ID) && !slices.Contains(who.Prefers, "group:"+string(t.Group)), 1)
	add(steps.WeighRole, !t.SuitsRole(who.Role), 1)
	add(steps.WeighStays, present != "" && present != who.ID, 1)
	add(steps.WeighStandIn, b.standIn(t) != "" && b.standIn(t) != who.ID, 1)
	add(steps.WeighAlone, !slices.ContainsFunc(b.plan.Members, func(other steps.Member) bool {
		return other.ID != who.ID && other.ID != b.r.Away && other.Hours != nil && (knows(other) || t.SuitsRole(other.Role))
	}), 1)
	return points
}

// TestDivisionIsTheBest of all there are, of a thousand small schools.
func TestDivisionIsTheBest(t *testing.T) {
	t.Parallel()
	c := newChance(1)
	looked := 0
	for n := range 1000 {
		p := arbitrarySchool(t, c, 1+c.IntN(8), c.IntN(5))
		r := request(p, c)
		d := p.Divide(r)
		b := newBruteForce(p, r, d)
		b.look(0)
		looked += b.visited
		if got := priceOf(p, d); !d.Exact || got != b.cheap {
			t.Fatalf("school %d costs %v (exact: %v) and can cost %v with %v: %+v", n, got, d.Exact, b.cheap, b.found, d)
		}
	}
	t.Logf("of %d divisions", looked)
}

// team is three people with hours of whom An knows the wifi and Bart likes coaching.
func team() []change {
	an, bart, cas := member("an", 4), member("bart", 4), member("cas", 0)
	an.Role, bart.Role, cas.Role = steps.Set(steps.TechnicalCoordinator), steps.Set(steps.PedagogicalCoordinator), steps.Set(steps.MemberRole("director"))
	an.Knows, bart.Prefers = steps.Set([]string{"task:wifi", "group:policy"}), steps.Set([]string{"group:pedagogical"})
	return []change{an, bart, cas}
}

func taking(id string, h int64) change {
	return task(id, func(c *change) {
		c.Relevance, c.Horizon, c.Hours = steps.Set(steps.Applies), steps.Set(steps.Short), steps.Set(steps.Whole(h))
	})
}

// TestWhoGetsWhat says of small teams who takes which task, who steps in, and what nobody takes.
func TestWhoGetsWhat(t *testing.T) {
	for _, c := range []struct {
		name string
		has  []change
		r    steps.DivisionRequest
		rows []string // task: owner, backup; why
		left []string
	}{
		{"who knows and likes it", []change{taking("wifi", 1), taking("coaching", 1)}, steps.DivisionRequest{Favour: steps.MostWishes},
			[]string{"wifi: an, ; [knows role room]", "coaching: bart, ; [likes role room]"}, nil},
		{"unknown hours are estimated", []change{taking("wifi", 1), kept("coaching", steps.Short)}, steps.DivisionRequest{},
			[]string{"wifi: an, ; [knows role room]", "coaching: bart, ; [likes role room] 0.5"}, nil},
		{"nobody over their hours, the core task first", []change{taking("wifi", 4), taking("coaching", 5)}, steps.DivisionRequest{},
			[]string{"wifi: an, ; [knows role]"}, []string{"coaching: room"}},
		{"who has it keeps it", []change{taking("wifi", 1), task("wifi", func(c *change) { c.Owner = steps.Set("bart") })}, steps.DivisionRequest{Tasks: []string{"wifi"}},
			[]string{"wifi: bart, an; [stays room]"}, nil},
		{"but not over hours", []change{taking("wifi", 2), taking("coaching", 3), task("wifi", func(c *change) { c.Owner = steps.Set("bart") }), task("coaching", func(c *change) { c.Owner = steps.Set("bart") })},
			steps.DivisionRequest{Tasks: []string{"wifi", "coaching"}},
			[]string{"wifi: an, ; [knows role room] moves", "coaching: bart, ; [stays likes role room]"}, nil},
		{"what was chosen stands", []change{taking("wifi", 1), taking("coaching", 1)},
			steps.DivisionRequest{Owners: map[string]string{"wifi": "bart", "coaching": ""}, Backups: map[string]string{"wifi": "an"}},
			[]string{"wifi: bart, an; [chosen room]"}, []string{"coaching: chosen"}},
		{"who steps in takes over", []change{taking("wifi", 1), owned("wifi", "an", "bart", 10)}, steps.DivisionRequest{Away: "an"},
			[]string{"wifi: bart, ; [stood-in room] moves"}, nil},
		{"and over their hours only where nobody else has room", []change{taking("wifi", 3), taking("coaching", 3), owned("wifi", "an", "bart", 30), owned("coaching", "an", "bart", 30)}, steps.DivisionRequest{Away: "an"},
			[]string{"wifi: bart, ; [stood-in] moves", "coaching: bart, ; [stood-in likes role] moves"}, nil},
		{"but not where somebody has room", []change{taking("wifi", 3), taking("coaching", 3), owned("wifi", "an", "bart", 30), owned("coaching", "an", "bart", 30), {Kind: steps.ChangeMember, Member: "cas", Hours: steps.Set(steps.Whole(3))}}, steps.DivisionRequest{Away: "an"},
			[]string{"wifi: cas, bart; [] moves", "coaching: bart, ; [stood-in likes role room] moves"}, nil},
		{"the group does it, as agreed", []change{taking("wifi", 1), taking("coaching", 1), ownedBy("wifi", "an"), owned("coaching", "an", "bart", 10)},
			steps.DivisionRequest{Away: "an", AtGroup: map[string]bool{"wifi": true, "coaching": true}}, []string{"coaching: bart, ; [stood-in likes role room] moves"}, []string{"wifi: group"}},
		{"nobody is left", []change{taking("privacy", 1), owned("privacy", "bart", "an", 10), {Kind: steps.ChangeRemove, Member: "an"}, {Kind: steps.ChangeRemove, Member: "cas"}},
			steps.DivisionRequest{Away: "bart"}, nil, []string{"privacy: nobody"}},
		{"hours of nobody are known", []change{taking("wifi", 1), {Kind: steps.ChangeRemove, Member: "an"}, {Kind: steps.ChangeRemove, Member: "bart"}, {Kind: steps.ChangeMember, Member: "cas", Hours: steps.Clear[steps.Decimal]()}},
			steps.DivisionRequest{}, nil, []string{"wifi: unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := planOf(t, append(team(), c.has...)...).Divide(c.r)
			var rows, left []string
			for _, row := range d.Rows {
				text := fmt.Sprintf("%s: %s, %s; %v", row.Task, row.Owner, row.Backup, row.Merits)
				if row.Estimated {
					text += " " + row.Hours.String()
				}
				if row.Was != "" {
					text += " moves"
				}
				rows = append(rows, text)
			}
			for _, one := range d.Left {
				left = append(left, one.Task+": "+string(one.Why))
			}
			equal(t, "who takes what", rows, c.rows)
			equal(t, "what nobody takes", left, c.left)
		})
	}
}

// TestWhoIsAwayHasNoRoom to step in, also where they were chosen and what they own goes to others for the time.
func TestWhoIsAwayHasNoRoom(t *testing.T) {
	p := planOf(t, append(team(), taking("wifi", 1), taking("coaching", 1), owned("wifi", "bart", "an", 10), owned("coaching", "an", "bart", 10))...)
	d := p.Divide(steps.DivisionRequest{Away: "an", Backups: map[string]string{"wifi": "an"}})
	if len(d.Stranded) != 1 || d.Stranded[0].Backup != "an" || slices.Contains(d.Stranded[0].BackupMerits, steps.MeritRoom) {
		t.Errorf("%+v", d.Stranded)
	}
}

// TestWhatNobodyTakesGoesOn to the group or to the board.
func TestWhatNobodyTakesGoesOn(t *testing.T) {
	p := planOf(t, append(team(), taking("coaching", 5))...)
	d := p.Divide(steps.DivisionRequest{})
	alone := after(t, p, d.ToGroup(p)...)
	equal(t, "reported to the group", alone.Feedback(), []string{"coaching"})
	together := after(t, p, answer(steps.Pooling, steps.Yes))
	equal(t, "left in the group variant", together.Divide(steps.DivisionRequest{}).LeftIDs(), []string{"coaching"})
	together = after(t, together, d.ToGroup(together)...)
	equal(t, "left once the group does it", together.Divide(steps.DivisionRequest{}).LeftIDs(), nil)
	away := after(t, p, owned("coaching", "an", "bart", 50))
	equal(t, "brought to the group for an absence", away.Divide(steps.DivisionRequest{Away: "an", Owners: map[string]string{"coaching": ""}}).ToGroup(away), nil)
	none := after(t, p, school(func(c *change) { c.GroupKind = steps.Set(steps.NoGroup) }))
	equal(t, "of no group", d.ToGroup(none), nil)
	asked := p
	for i, words := range []string{"Uren voor Coaching", "Uren voor Coaching", "Uren voor Wifi"} {
		c, already := d.ToBoard(asked, words)
		equal(t, "asked already", already, i == 1)
		asked = after(t, asked, c)
	}
	equal(t, "decisions", len(asked.BoardDecisions(today)), len(p.BoardDecisions(today))+2)
}

// TestAbilitiesNameWhatIsThere and go with what they name.
func TestAbilitiesNameWhatIsThere(t *testing.T) {
	p := planOf(t, member("an", 4), ownTask("own-lab"))
	knows := func(values ...string) change {
		return change{Kind: steps.ChangeMember, Member: "an", Knows: steps.Set(values), Prefers: steps.Set(values)}
	}
	for _, wrong := range []string{"task:zoo", "group:zoo", "wifi", "", "Task:wifi"} {
		if err := p.Check(knows("task:wifi", wrong)); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
	p = after(t, p, knows("task:own-lab", "group:policy", "task:own-lab", "task:wifi"))
	equal(t, "kept once", p.Members[0].Knows, []string{"task:own-lab", "group:policy", "task:wifi"})
	if err := p.Check(change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(steps.Catalogue{Version: 1, Tasks: otherCatalogue.Tasks[:1]})}); err == nil {
		t.Error("a catalogue without a task that somebody knows is taken")
	}
	other := after(t, p, change{Kind: steps.ChangeRemove, Task: "own-lab"})
	equal(t, "without the own task", other.Members[0].Prefers, []string{"group:policy", "task:wifi"})
	equal(t, "before", p.Members[0].Prefers, []string{"task:own-lab", "group:policy", "task:wifi"})
}

// TestWhyNobodyTakesATask: nobody had the hours, or nobody has them once the rest of the division is kept.
func TestWhyNobodyTakesATask(t *testing.T) {
	for hours, want := range map[int64]steps.Obstacle{3: steps.NoRoomAfter, 9: steps.NoRoom} {
		p := planOf(t, append(team(), taking("wifi", 4), taking("coaching", 4), taking("privacy", hours))...)
		d := p.Divide(steps.DivisionRequest{})
		if len(d.Left) != 1 || d.Left[0].Why != want {
			t.Errorf("%d hours: %+v", hours, d.Left)
		}
	}
}
