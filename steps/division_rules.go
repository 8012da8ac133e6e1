package steps

import "math"

// DivisionRule names a rule by which divisions are weighed.
type DivisionRule string

// The rules. Above all of them: nobody gets a task that takes more hours than are left; then that as few hours as can be
// stay with nobody, those of core technical and strategic tasks counting double.
const (
	WeighKnows   DivisionRule = "knows"    // the owner does not know the task; a quarter where only such tasks are known
	WeighLikes   DivisionRule = "likes"    // the owner does not like it
	WeighRole    DivisionRule = "role"     // another role usually carries it
	WeighStays   DivisionRule = "stays"    // another than the present owner gets it
	WeighStandIn DivisionRule = "stand-in" // of a member who is away: another than who was agreed to step in gets it, or nobody
	WeighAlone   DivisionRule = "alone"    // nobody else knows it, or has the role that usually carries it
	WeighTorn    DivisionRule = "torn"     // each owner beyond two in technical, pedagogical or policy work
	WeighFull    DivisionRule = "full"     // each hour, by how full the owner is: n × hours² ÷ those there are
	WeighPillar  DivisionRule = "pillar"   // each hour of one member beyond half of all hours
)

// DivisionRules lists them.
var DivisionRules = []DivisionRule{
	WeighFull, WeighPillar, WeighAlone, WeighKnows, WeighLikes, WeighRole, WeighStays, WeighStandIn, WeighTorn,
}

// weights are the points of each rule in each of [Favours].
var weights = map[DivisionRule][3]int64{
	WeighFull:    {5, 3, 2},
	WeighPillar:  {2, 8, 2},
	WeighAlone:   {1, 6, 1},
	WeighKnows:   {5, 5, 10},
	WeighLikes:   {2, 2, 8},
	WeighRole:    {3, 3, 3},
	WeighStays:   {12, 12, 12},
	WeighStandIn: {1000, 1000, 1000}, // agreed, so before all other points
	WeighTorn:    {2, 1, 2},
}

// Weight is how many points a rule costs in a division that favours something.
func (f Favour) Weight(rule DivisionRule) int {
	for i, one := range Favours {
		if one == f {
			return int(weights[rule][i])
		}
	}
	return 0
}

const (
	barred = math.MaxInt64 // a task and a member who cannot go together

	point = int64(one) // costs are thousandths of points, as hours are thousandths
	// A thousandth of an hour that stays with nobody, or is beyond what its owner has, outweighs all points together.
	graver      = 100_000_000
	mostOwners  = 2 // of work that is not torn
	tornOfGroup = 3 // technical, pedagogical and policy work come first in Groups
)

// divisible is a task to divide.
type divisible struct {
	*Task
	hours    Decimal
	estimate bool
	now      int  // who owns it, among the people; nobody
	standIn  int  // who was agreed to take it over from a member who is away; nobody
	atGroup  bool // the group was agreed to do it then
	able     int  // how many who take tasks know it, or have the role that usually carries it
	group    int  // its place in Groups
	pair     []int64
	left     int64 // what it costs that nobody takes it
}

const nobody = -1

// bearer is a member in a division that is being made.
type bearer struct {
	*Member
	takes bool // tasks that are not the member's already
	known bool
	hours Decimal
	load  Decimal          // of what the member owns
	more  int              // how many of the tasks to divide the member gets that do not stay there
	owns  [tornOfGroup]int // how many tasks of these groups

	before    Decimal // of what the member owns in the plan
	estimates int     // how many of the tasks that make up load have no hours in the plan
	guessed   bool    // some of those that make up before have none
}

// stays says whether a task is a member's already, or by agreement: then it may take more hours than are left.
func (t *divisible) stays(m int) bool { return m == t.now || m == t.standIn }

// pairCost is what it costs to give a task to a member, whoever has the others.
func (d *divider) pairCost(t *divisible, m int) (cost int64) {
	if !d.people[m].takes && !t.stays(m) {
		return barred
	}
	d.broken(t, m, func(_ DivisionRule, points int64) { cost += points })
	return cost
}

// broken tells which rules a task and a member break, whoever has the others, and what each costs.
func (d *divider) broken(t *divisible, m int, tell func(rule DivisionRule, points int64)) {
	who := &d.people[m]
	add := func(rule DivisionRule, so bool) {
		if so {
			tell(rule, d.weights[rule]*point)
		}
	}
	task, group := t.Names(who.Knows)
	suits := t.SuitsRole(who.Role)
	if add(WeighKnows, !task && !group); group && !task {
		tell(WeighKnows, d.weights[WeighKnows]*point/4)
	}
	add(WeighLikes, !t.named(who.Prefers))
	add(WeighRole, !suits)
	add(WeighStays, t.now != nobody && t.now != m)
	add(WeighStandIn, t.standIn != nobody && t.standIn != m)
	others := t.able
	if who.takes && (task || group || suits) {
		others--
	}
	add(WeighAlone, others == 0)
}

// countAble counts who takes tasks and knows a task, or has the role that usually carries it.
func (d *divider) countAble(t *divisible) {
	for i := range d.people {
		if who := &d.people[i]; who.takes && (t.named(who.Knows) || t.SuitsRole(who.Role)) {
			t.able++
		}
	}
}

// leftCost is what it costs that nobody takes a task: its hours, double where it is core technical or strategic. Nothing is
// taken from who owns it.
func (d *divider) leftCost(t *divisible) int64 {
	if t.now != nobody {
		return barred
	}
	cost := max(int64(t.hours), 1) * graver
	if t.Core == TechnicalCoreTask || t.IsStrategic {
		cost *= 2
	}
	if t.standIn != nobody {
		cost += d.weights[WeighStandIn] * point
	}
	return cost
}

// fullness is what it costs that a member has so many hours of tasks: more for each hour, so that what one more task
// adds never becomes less.
func (d *divider) fullness(who *bearer, load Decimal) (cost int64) {
	hours, full := int64(load), d.full
	switch has := int64(who.hours); {
	case !who.known:
	case hours <= has && has > 0:
		cost = full * hours * hours / has
	default:
		cost = full*(2*hours-has) + (hours-has)*graver
	}
	return cost + d.pillar*int64(max(0, load-d.half))
}

// added is what a task adds to the cost of a division when a member gets it too. Who is over their hours keeps what they
// have and takes over what was agreed, and gets nothing more.
func (d *divider) added(t, m int) int64 {
	task, who := &d.tasks[t], &d.people[m]
	cost, after := task.pair[m], who.load+task.hours
	if d.work++; cost == barred || who.known && after > who.hours && (!task.stays(m) || who.more > 0) {
		return barred
	}
	cost += d.fullness(who, after) - d.fullness(who, who.load)
	if g := task.group; g < tornOfGroup && who.owns[g] == 0 && d.owners[g] >= mostOwners {
		cost += d.torn
	}
	return cost
}
