package steps

import "slices"

// Capacity is the one reckoning of the hours a week of a plan: those there are, those that the tasks ask, and where the
// hours of every task go. Screens, documents, the spreadsheet and status show these numbers and add up none of their
// own. How hours are counted is this program's; the step plan says nothing of it.
type Capacity struct {
	// Available are the hours a week that there are: the school's, or where unknown the sum of the members'. They are
	// the hours of Given.
	Available Decimal `json:"available"`
	// Known says whether any of these hours was filled in; where not, Available is 0.
	Known bool `json:"known"`
	// Planned are the hours a week of the tasks at school: kept, level school, not outsourced. They are those of School.
	Planned Decimal          `json:"planned"`
	Members []MemberCapacity `json:"members"`

	// Means are the lines of means with the hours that they give, and MeansTotal adds them up: what the school's hours may
	// come from. A person says what they are.
	Means      []MeansHours `json:"-"`
	MeansTotal MeansHours   `json:"-"`
	// Given adds up the hours that there are: of the school, or of each member.
	Given Tally `json:"-"`
	// Classes count the tasks by where their hours go, all classes in the order of HoursClasses. Each task is in one.
	Classes []ClassTally `json:"-"`
	// School, Group and All add up the classes at school, those at the group, and all of them.
	School, Group, All Tally `json:"-"`
	// Team adds up the members. Its tasks at school and the Unowned ones are together those of School.
	Team MemberCapacity `json:"-"`
	// Unowned are the tasks at school that no member owns.
	Unowned Tally `json:"-"`
	// UnownedLater is how many of these need no owner yet: they are for later, wait for somebody or are left as they are.
	UnownedLater int `json:"-"`
}

// MemberCapacity is the same for one member: the hours a week that the member has, and those of the tasks that the
// member owns.
type MemberCapacity struct {
	ID        string  `json:"id"`
	Available Decimal `json:"available"`
	Known     bool    `json:"known"` // the member's hours were filled in; where not, Available is 0
	// Planned are the hours of the tasks that the member owns, kept and not outsourced, at school or at the group;
	// PlannedGroup those at the group of them.
	Planned      Decimal `json:"planned"`
	PlannedGroup Decimal `json:"planned_group"`

	Given         Tally `json:"-"` // the hours that the member has
	School, Group Tally `json:"-"` // the tasks that the member owns, at school and at the group
	Backup        int   `json:"-"` // how many tasks of others, at school or at the group, the member stands in for
}

// Owned adds up the tasks that a member owns, at school and at the group.
func (m MemberCapacity) Owned() Tally { return m.School.and(m.Group) }

// Tally counts things, tasks or people, and adds up their hours a week. Hours that nobody filled in add nothing, so with
// some Unknown the sum is the least that it can be.
type Tally struct {
	Count   int
	Hours   Decimal
	Unknown int // of how many the hours are not known
	// Undecided says that nothing is counted yet because what will be is not decided.
	Undecided bool
}

// Known says whether the sum says anything: hours are known of at least one, or there is nothing to know hours of, and never will be.
func (t Tally) Known() bool { return t.Unknown < t.Count || t.Count == 0 && !t.Undecided }

// and adds up two tallies.
func (t Tally) and(o Tally) Tally {
	return Tally{t.Count + o.Count, t.Hours + o.Hours, t.Unknown + o.Unknown, t.Count+o.Count == 0 && (t.Undecided || o.Undecided)}
}

// without takes off a part.
func (t Tally) without(o Tally) Tally {
	return Tally{Count: t.Count - o.Count, Hours: t.Hours - o.Hours, Unknown: t.Unknown - o.Unknown}
}

// tally is one thing with its hours.
func tally(hours *Decimal) Tally {
	if hours == nil {
		return Tally{Count: 1, Unknown: 1}
	}
	return Tally{Count: 1, Hours: *hours}
}

// HoursClass names where the hours of a task go.
type HoursClass string

// The classes, in the order in which they are listed.
const (
	ClassNow       HoursClass = "now"        // at school, needed now
	ClassLater     HoursClass = "later"      // at school, later
	ClassSomeDay   HoursClass = "some-day"   // at school, and when is not decided yet
	ClassGroupOurs HoursClass = "group-ours" // at the group, carried by a member of the team all the same
	ClassGroup     HoursClass = "group"      // at the group, by others
	ClassOutsource HoursClass = "outsource"  // kept, and outsourced, from whatever level
	ClassDropped   HoursClass = "dropped"    // would apply, and is dropped
	ClassNotHere   HoursClass = "not-here"   // does not apply
	ClassUndecided HoursClass = "undecided"  // whether it applies is not decided yet
)

// HoursClasses lists the classes, in order.
var HoursClasses = []HoursClass{
	ClassNow, ClassLater, ClassSomeDay, ClassGroupOurs, ClassGroup, ClassOutsource, ClassDropped, ClassNotHere, ClassUndecided,
}

// ClassTally is a class with its tasks.
type ClassTally struct {
	Class HoursClass
	Tally
}

// HoursClass returns where the hours of the task go; an owner is always a member of the team.
func (t *Task) HoursClass() HoursClass {
	switch {
	case t.Relevance == "":
		return ClassUndecided
	case t.Relevance == DoesNotApply:
		return ClassNotHere
	case !t.Kept:
		return ClassDropped
	case t.Sourcing == Outsource:
		return ClassOutsource
	case t.OursAtGroup():
		return ClassGroupOurs
	case t.InGroup:
		return ClassGroup
	case t.Horizon == Short:
		return ClassNow
	case t.Horizon == Long:
		return ClassLater
	}
	return ClassSomeDay
}

// OursAtGroup says whether a task is done at the group and yet owned by a member of the school's team, whose hours it
// then takes.
func (t *Task) OursAtGroup() bool { return t.InGroup && t.Sourcing != Outsource && t.Owner != "" }

// takesHoursOf says whether the hours of a task are hours of a member.
func (t *Task) takesHoursOf(member string) bool {
	return t.Owner == member && (t.InSchool || t.OursAtGroup())
}

// Capacity gives the hours as they were reckoned; its lists must not be changed.
func (p Plan) Capacity() Capacity {
	if p.derived == nil {
		return p.reckon()
	}
	return p.derived.capacity.get(p.reckon)
}

func (p Plan) reckon() Capacity {
	c := Capacity{Members: make([]MemberCapacity, len(p.Members)), Classes: make([]ClassTally, len(HoursClasses))}
	for i, id := range HoursClasses {
		c.Classes[i].Class = id
	}
	members := make(map[string]*MemberCapacity, len(p.Members))
	for i, m := range p.Members {
		c.Members[i], members[m.ID] = MemberCapacity{ID: m.ID, Given: tally(m.Hours)}, &c.Members[i]
	}
	tasks := p.Tasks() // once: a copy of a plan makes them anew
	for i := range tasks {
		c.count(&tasks[i], members)
	}
	c.leaveUndecided()
	for i := range c.Members {
		m := &c.Members[i]
		m.complete()
		c.Team.Given, c.Team.Backup = c.Team.Given.and(m.Given), c.Team.Backup+m.Backup
		c.Team.School, c.Team.Group = c.Team.School.and(m.School), c.Team.Group.and(m.Group)
	}
	c.Team.complete()
	c.Planned = c.School.Hours
	if c.Given = c.Team.Given; p.School.Hours != nil || len(p.Members) == 0 {
		c.Given = tally(p.School.Hours)
	}
	c.Means, c.MeansTotal = p.meansHours()
	c.Available, c.Known = c.Given.Hours, c.Given.Known()
	return c
}

// leaveUndecided marks the sums of the school and the group that are 0 only because it is open whether a task applies. Whoever owns
// nothing has 0 hours, whatever is decided later.
func (c *Capacity) leaveUndecided() {
	open := c.Classes[slices.Index(HoursClasses, ClassUndecided)].Count > 0
	c.School.Undecided = open && c.School.Count == 0
	c.Unowned.Undecided = c.School.Undecided
	c.Group.Undecided = open && c.Group.Count == 0
}

// count adds a task wherever it counts, also with its members, who are looked up by id.
func (c *Capacity) count(t *Task, members map[string]*MemberCapacity) {
	one, class := tally(t.Hours), t.HoursClass()
	of := &c.Classes[slices.Index(HoursClasses, class)]
	of.Tally = of.and(one)
	c.All = c.All.and(one)
	switch class {
	case ClassGroupOurs, ClassGroup:
		c.Group = c.Group.and(one)
	case ClassNow, ClassLater, ClassSomeDay:
		c.School = c.School.and(one)
		if t.Owner == "" {
			c.Unowned = c.Unowned.and(one)
			if !t.Carried {
				c.UnownedLater++
			}
		}
	default:
		return
	}
	switch owner := members[t.Owner]; {
	case owner == nil:
	case t.InGroup:
		owner.Group = owner.Group.and(one)
	default:
		owner.School = owner.School.and(one)
	}
	if backup := members[t.Backup]; backup != nil && t.Backup != t.Owner {
		backup.Backup++
	}
}

// Short are the hours a week that the tasks at school ask and that are not there; 0 where enough are, and at least 0 where tasks
// without hours may yet ask more than that.
func (c Capacity) Short() Quantity {
	switch beyond := c.School.Beyond(c.Given); {
	case beyond.Certain():
		return beyond
	case beyond.Bound == Unknown, beyond.Bound == AtMost && beyond.Hours > 0:
		return Quantity{Bound: Unknown}
	case beyond.Bound == AtLeast:
		return Quantity{Bound: AtLeast}
	}
	return Quantity{}
}

// Spare are the hours of the school that no member has; below 0 where the members have more. Where the school's hours are those of the
// members they are none, or unknown.
func (c Capacity) Spare() Quantity { return c.Given.Beyond(c.Team.Given) }

// FromMeans says whether the hours that there are are those that the means give.
func (c Capacity) FromMeans() bool {
	return len(c.Means) > 0 && c.MeansTotal.Known && c.Given.Known() && c.MeansTotal.Left == c.Given.Hours
}

// complete works out what follows from the tallies.
func (m *MemberCapacity) complete() {
	m.Available, m.Known = m.Given.Hours, m.Given.Known()
	m.Planned, m.PlannedGroup = m.Owned().Hours, m.Group.Hours
}

func known(d *Decimal) Decimal {
	if d == nil {
		return 0
	}
	return *d
}
