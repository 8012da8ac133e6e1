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
	WeighStandIn DivisionRule = "stand-in" // of a member who is away: another than who steps in gets it
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
	WeighStandIn: {5, 5, 5},
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
	now      int // who owns it, among the people; nobody
	group    int // its place in Groups
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
	more  int              // how many of the tasks to divide the member gets that are not the member's already
	owns  [tornOfGroup]int // how many tasks of these groups
}

// pairCost is what it costs to give a task to a member, whoever has the others.
func (d *divider) pairCost(t *divisible, m int) (cost int64) {
	who := &d.people[m]
	if !who.takes && m != t.now {
		return barred
	}
	add := func(rule DivisionRule, so bool) {
		if so {
			cost += d.weights[rule] * point
		}
	}
	task, group := t.Names(who.Knows)
	if add(WeighKnows, !task && !group); group && !task {
		cost += d.weights[WeighKnows] * point / 4
	}
	add(WeighLikes, !t.named(who.Prefers))
	add(WeighRole, !t.SuitsRole(who.Role))
	add(WeighStays, t.now != nobody && t.now != m)
	add(WeighStandIn, d.request.Away != "" && t.Owner == d.request.Away && t.Backup != "" && t.Backup != who.ID)
	add(WeighAlone, !d.missable(t, m))
	return cost
}

// missable says whether another who takes tasks knows the task, or has the role that usually carries it.
func (d *divider) missable(t *divisible, m int) bool {
	for i := range d.people {
		if other := &d.people[i]; i != m && other.takes && (t.named(other.Knows) || t.SuitsRole(other.Role)) {
			return true
		}
	}
	return false
}

// leftCost is what it costs that nobody takes a task: its hours, double where it is core technical or strategic. Nothing is
// taken from who owns it.
func (t *divisible) leftCost() int64 {
	if t.now != nobody {
		return barred
	}
	cost := max(int64(t.hours), 1) * graver
	if t.Core == TechnicalCoreTask || t.IsStrategic {
		cost *= 2
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
// have, and gets nothing more.
func (d *divider) added(t, m int) int64 {
	task, who := &d.tasks[t], &d.people[m]
	cost, after := task.pair[m], who.load+task.hours
	if d.work++; cost == barred || who.known && after > who.hours && (m != task.now || who.more > 0) {
		return barred
	}
	cost += d.fullness(who, after) - d.fullness(who, who.load)
	if g := task.group; g < tornOfGroup && who.owns[g] == 0 && d.owners[g] >= mostOwners {
		cost += d.torn
	}
	return cost
}
