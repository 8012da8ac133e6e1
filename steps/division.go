package steps

import (
	"cmp"
	"slices"
)

// Favour names what a division of tasks favours.
type Favour string

// The favours.
const (
	LeastOverload   Favour = "overload"   // nobody fuller than others
	LeastDependence Favour = "dependence" // nobody who cannot be missed
	MostWishes      Favour = "wishes"     // who knows and likes a task has it
)

// Favours lists them, the usual one first.
var Favours = []Favour{LeastOverload, LeastDependence, MostWishes}

// DivisionRequest says what is to be divided, and what stands before that. The zero request divides all that is carried and has
// no owner.
type DivisionRequest struct {
	Favour  Favour
	Tasks   []string          // those to divide; nil for [Plan.Undivided]
	LeftOut map[string]bool   // those that stay as they are
	Away    string            // a member who takes nothing; with no Tasks, those that this member owns are divided
	Owners  map[string]string // who was chosen for a task, empty for nobody
	Backups map[string]string // the same of who steps in
	// StandIns are those who by agreement take over a task of the member who is away, where the task itself names nobody, and
	// AtGroup are the tasks that by agreement the group of schools then does.
	StandIns map[string]string
	AtGroup  map[string]bool
}

// Division is a proposal of who takes which task: something to talk about, and no answer before a person keeps it.
type Division struct {
	Favour Favour
	Away   string
	Rows   []Divided // the tasks to divide that have an owner in it, in catalogue order
	Left   []Undivided
	People []Bearing // all members, in the order of the plan
	Cost   DivisionCost
	// Exact says that no division costs less. Where there are too many to look at, the best is given that was found within a
	// fixed amount of work. Either way a plan has one answer, on every computer. It is said of the owners: who steps in is chosen
	// after them.
	Exact bool
	// Stranded are the tasks of others for which the member who is away would step in, with who could do so instead.
	Stranded []Divided
	// LeftOut are the tasks that stay as they are because that was asked, or because nobody was chosen for a task that somebody has.
	LeftOut []string
	// Elsewhere is how many tasks that are no row of it take estimated hours of a member.
	Elsewhere int

	request DivisionRequest
}

// Divided is a task with who takes it.
type Divided struct {
	Task      string
	Owner     string
	Backup    string // empty for nobody
	Hours     Decimal
	Estimated bool    // the hours are not the plan's
	Was       string  // the owner in the plan, where that is another
	Changes   bool    // the owner or who steps in is another than in the plan
	Room      Decimal // what the owner has left, below 0 where too much is asked; 0 where the hours are not known
	// RoomEstimated says that some of the hours that the owner then carries are not the plan's.
	RoomEstimated bool
	// Merits are why the owner takes it, the weightiest first, and BackupMerits why the other steps in.
	Merits, BackupMerits []Merit
}

// Undivided is a task that nobody takes.
type Undivided struct {
	Task      string
	Hours     Decimal
	Estimated bool
	Why       Obstacle
}

// Bearing are the hours a week that a member carries before a division and with it. Unknown hours of tasks count as estimated.
type Bearing struct {
	Member        string
	Known         bool // the hours that the member has; where not, Hours is 0, and the member gets nothing more
	Hours         Decimal
	Before, After Decimal
	// WasEstimated and Estimated say that some of the hours before, and after, are not the plan's.
	WasEstimated, Estimated bool
}

// Estimate is a number of hours a week, and whether some of them are not the plan's.
type Estimate struct {
	Hours     Decimal
	Estimated bool
}

func (e Estimate) and(o Estimate) Estimate {
	return Estimate{e.Hours + o.Hours, e.Estimated || o.Estimated}
}

// Merit is why somebody takes a task or steps in for it.
type Merit string

// The merits. What they say is so in the plan once the division is kept.
const (
	MeritChosen     Merit = "chosen"      // a person chose so
	MeritStays      Merit = "stays"       // it is so already
	MeritStoodIn    Merit = "stood-in"    // steps in for it so far
	MeritAgreed     Merit = "agreed"      // it was agreed that this member takes over
	MeritKnows      Merit = "knows"       // says to know the task
	MeritKnowsGroup Merit = "knows-group" // says to know such tasks
	MeritLikes      Merit = "likes"       // says to like the task, or such tasks
	MeritRole       Merit = "role"        // has the role that usually carries it
	MeritNear       Merit = "near"        // owns such tasks
	MeritRoom       Merit = "room"        // has hours left: [Divided.Room]
)

// MeritIDs lists them.
var MeritIDs = []Merit{
	MeritChosen, MeritStays, MeritStoodIn, MeritAgreed, MeritKnows, MeritKnowsGroup, MeritLikes, MeritRole, MeritNear, MeritRoom,
}

// Obstacle is why nobody takes a task.
type Obstacle string

// The obstacles.
const (
	NobodyThere  Obstacle = "nobody"  // there is no one to take it
	HoursUnknown Obstacle = "unknown" // of no one who is there are the hours known
	NoRoom       Obstacle = "room"    // no one has so many hours left
	NoRoomAfter  Obstacle = "after"   // no one has so many hours left once the rest of the division is kept
	LeftByChoice Obstacle = "chosen"  // a person chose so
	DoneByGroup  Obstacle = "group"   // the group of schools does it, as was agreed
)

// Obstacles lists them.
var Obstacles = []Obstacle{NobodyThere, HoursUnknown, NoRoom, NoRoomAfter, LeftByChoice, DoneByGroup}

// DivisionCost says what a division comes to. Unknown hours count as they were estimated.
type DivisionCost struct {
	Points   Decimal `json:"points"`         // by the weights of the favour
	Overload Decimal `json:"overload"`       // hours a week that members are over theirs
	Pillars  int     `json:"pillars"`        // members of whom the plan then finds [SinglePillar]
	Known    int     `json:"known"`          // tasks whose owner says to know them
	Wishes   int     `json:"wishes"`         // tasks whose owner likes them
	Wished   int     `json:"wished"`         // tasks that anyone who can take them likes
	Alone    int     `json:"without_backup"` // tasks for which nobody steps in
	Moved    int     `json:"moved"`          // tasks that get another owner
	Left     int     `json:"left"`           // tasks that nobody takes, nor the group
	Short    Decimal `json:"hours_short"`    // their hours
}

// Undivided are the carried tasks without an owner.
func (p Plan) Undivided() []string {
	return idsOf(p.Tasks(), func(t Task) bool { return t.Carried && t.Owner == "" })
}

// Divisible are all carried tasks, whoever owns them.
func (p Plan) Divisible() []string { return idsOf(p.Tasks(), func(t Task) bool { return t.Carried }) }

// Owned are the tasks that take hours of a member.
func (p Plan) Owned(member string) []string {
	return idsOf(p.Tasks(), func(t Task) bool { return t.Owner == member && t.takesHoursOf(member) })
}

// Divide proposes who takes which task.
func (p Plan) Divide(r DivisionRequest) Division {
	r.Favour = cmp.Or(r.Favour, LeastOverload)
	switch {
	case r.Tasks != nil:
	case r.Away != "":
		r.Tasks = p.Owned(r.Away)
	default:
		r.Tasks = p.Undivided()
	}
	var out []string
	r.Tasks, out = parted(r.Tasks, func(id string) bool { return !r.LeftOut[id] })
	d := newDivider(p, r)
	d.search()
	division := d.division()
	division.LeftOut = append(division.LeftOut, out...)
	return division
}

// parted are the elements of a list that are so, and those that are not.
func parted(list []string, so func(string) bool) (are, not []string) {
	for _, one := range list {
		if so(one) {
			are = append(are, one)
		} else {
			not = append(not, one)
		}
	}
	return are, not
}

// Changes are those that keep the rows that are wanted; estimated hours only where these are taken over. Who would step in but is
// away stays named where nobody else was found.
func (d Division) Changes(p Plan, wanted func(task string) bool, takeHours bool) (changes []Change) {
	for _, row := range slices.Concat(d.Rows, d.Stranded) {
		t, there := p.Task(row.Task)
		if !there || !wanted(row.Task) {
			continue
		}
		c := Change{Kind: ChangeTask, Task: row.Task}
		if row.Owner != t.Owner {
			c.Owner = Set(row.Owner)
		}
		if row.Backup != t.Backup {
			if c.Backup = Clear[string](); row.Backup != "" {
				c.Backup = Set(row.Backup)
			}
		}
		if row.Estimated && takeHours {
			c.Hours = Set(row.Hours)
		}
		if len(c.Given()) > 0 {
			changes = append(changes, c)
		}
	}
	return changes
}

// Lacking are the hours a week that nobody has: of what nobody takes, and of those who get more than they have.
func (d Division) Lacking() Estimate { return d.Short().and(d.Overloading()) }

// Overloading are the hours a week that members are over theirs because of a division.
func (d Division) Overloading() (over Estimate) {
	for _, b := range d.People {
		if more := b.After - max(b.Hours, b.Before); b.Known && b.Member != d.Away && more > 0 {
			over = over.and(Estimate{more, b.Estimated || b.WasEstimated && b.Before > b.Hours})
		}
	}
	return over
}

// Overload are the hours a week that members are over theirs, those included that they are over already.
func (d Division) Overload() Estimate {
	over := func(b Bearing) bool { return b.Known && b.After > b.Hours && b.Estimated }
	return Estimate{d.Cost.Overload, slices.ContainsFunc(d.People, over)}
}

// Short are the hours a week of the tasks that nobody takes, nor the group.
func (d Division) Short() Estimate {
	return Estimate{d.Cost.Short, slices.ContainsFunc(d.Wanting(), func(u Undivided) bool { return u.Estimated })}
}

// Estimates counts the tasks with estimated hours that a division shows: those that somebody takes, and those that nobody does.
func (d Division) Estimates() (taken, left int) {
	for _, row := range d.Rows {
		if row.Estimated {
			taken++
		}
	}
	for _, one := range d.Left {
		if one.Estimated {
			left++
		}
	}
	return taken, left
}

// Changed are the rows that change something, and those that leave all as it is.
func (d Division) Changed() (changed, same []Divided) {
	for _, row := range d.Rows {
		if row.Changes {
			changed = append(changed, row)
		} else {
			same = append(same, row)
		}
	}
	return changed, same
}

// OwnerOf is who takes a task; empty for nobody.
func (d Division) OwnerOf(task string) string {
	i := slices.IndexFunc(d.Rows, func(row Divided) bool { return row.Task == task })
	if i < 0 {
		return ""
	}
	return d.Rows[i].Owner
}

// MovedSince are the tasks of which an earlier division had another owner, in catalogue order.
func (d Division) MovedSince(earlier Division, p Plan) []string {
	return idsOf(p.Tasks(), func(t Task) bool { return d.OwnerOf(t.ID) != earlier.OwnerOf(t.ID) })
}

// Wanting are the tasks for which somebody has to be found: those that nobody takes, nor the group.
func (d Division) Wanting() (list []Undivided) {
	for _, one := range d.Left {
		if one.Why != DoneByGroup {
			list = append(list, one)
		}
	}
	return list
}

// leave adds a task that nobody takes.
func (d *Division) leave(one Undivided) {
	if d.Left = append(d.Left, one); one.Why != DoneByGroup {
		d.Cost.Left++
		d.Cost.Short += one.Hours
	}
}

// ByGroup counts the tasks that by agreement the group of schools does.
func (d Division) ByGroup() (n int) {
	for _, left := range d.Left {
		if left.Why == DoneByGroup {
			n++
		}
	}
	return n
}

// Same says whether another division gives every task to the same people.
func (d Division) Same(other Division) bool {
	return slices.EqualFunc(d.Rows, other.Rows, func(a, b Divided) bool {
		return a.Task == b.Task && a.Owner == b.Owner && a.Backup == b.Backup
	})
}

// Keeps says whether a division is what the name of a favour promises: nobody over their hours, not all tasks with one person,
// something that somebody likes or knows.
func (d Division) Keeps(favour Favour) bool {
	switch favour {
	case LeastOverload:
		return d.Cost.Overload == 0
	case LeastDependence:
		return len(d.Rows) < 2 || slices.ContainsFunc(d.Rows, func(r Divided) bool { return r.Owner != d.Rows[0].Owner })
	case MostWishes:
		return d.Cost.Wishes+d.Cost.Known > 0
	}
	return true
}

// Raised are the findings that a day has once changes are made and did not have before.
func (p Plan) Raised(changes []Change, today Date) []Finding {
	next, err := p.Apply(Entry{Changes: changes})
	if err != nil {
		return nil
	}
	return without(next.Findings(today), p.Findings(today))
}

// LeftIDs are the tasks that nobody takes.
func (d Division) LeftIDs() (ids []string) {
	for _, left := range d.Left {
		ids = append(ids, left.Task)
	}
	return ids
}

// ToGroup are the changes that bring the tasks that nobody takes to the group: done there in the group variant, else reported to
// its head; none where the school belongs to no group, and not of tasks that a person said to be the school's own. An absence brings
// nothing there: it passes, and the change would stay.
func (d Division) ToGroup(p Plan) (changes []Change) {
	if p.School.GroupKind == NoGroup || d.Away != "" {
		return nil
	}
	for _, left := range d.Wanting() {
		given := p.Decisions.Of(left.Task)
		c := Change{Kind: ChangeTask, Task: left.Task, Feedback: Set(true)}
		switch {
		case given.Level == AtSchool, isTrue(given.Local), isTrue(given.Feedback) && p.Variant() != GroupVariant:
			continue
		case p.Variant() == GroupVariant:
			c = Change{Kind: ChangeTask, Task: left.Task, Level: Set(string(AtGroup))}
		}
		changes = append(changes, c)
	}
	return changes
}

// ToBoard is the change that asks the board for what the tasks that nobody takes need, in words of the caller's. Asked says that it
// is among the decisions already.
func (d Division) ToBoard(p Plan, words string) (c Change, asked bool) {
	id := OwnTaskPrefix + "division"
	for n := 2; ; n++ {
		r, recorded := p.Resolution(id)
		if !recorded || r.Text == words {
			return Change{Kind: ChangeResolution, Decision: id, Text: Set(words)}, recorded
		}
		id = OwnTaskPrefix + "division-" + itoa(n)
	}
}

// DefaultHours is what a task is estimated at where no hours of its group are known.
const DefaultHours = one / 2

// estimates are the median hours of the tasks of each group that are kept and whose hours are known.
func estimates(tasks []Task) map[GroupID]Decimal {
	known := map[GroupID][]Decimal{}
	for i := range tasks {
		if t := &tasks[i]; t.Kept && t.Hours != nil {
			known[t.Group] = append(known[t.Group], *t.Hours)
		}
	}
	median := map[GroupID]Decimal{}
	for group, list := range known {
		slices.Sort(list)
		middle := len(list) / 2
		median[group] = list[middle]
		if len(list)%2 == 0 {
			const hundredth = one / 100
			median[group] = ((list[middle-1]+list[middle])/2 + hundredth - 1) / hundredth * hundredth
		}
	}
	return median
}

// estimated are the hours of a task, and whether they are not the plan's.
func (t *Task) estimated(median map[GroupID]Decimal) (hours Decimal, estimate bool) {
	if t.Hours != nil {
		return *t.Hours, false
	}
	if hours, some := median[t.Group]; some {
		return hours, true
	}
	return DefaultHours, true
}
