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
	Away    string            // a member who takes nothing; with no Tasks, those that this member owns are divided
	Owners  map[string]string // who was chosen for a task, empty for nobody
	Backups map[string]string // the same of who steps in
}

// Division is a proposal of who takes which task: something to talk about, and no answer before a person keeps it.
type Division struct {
	Favour Favour
	Away   string
	Rows   []Divided // the tasks to divide that have an owner in it, in catalogue order
	Left   []Undivided
	Cost   DivisionCost
	// Exact says that no division costs less. Where there are too many to look at, the best is given that was found within a
	// fixed amount of work. Either way a plan has one answer, on every computer.
	Exact bool
	// Stranded are the tasks of others for which the member who is away would step in.
	Stranded []string
}

// Divided is a task with who takes it.
type Divided struct {
	Task      string
	Owner     string
	Backup    string // empty for nobody
	Hours     Decimal
	Estimated bool // the hours are not the plan's
	Moves     bool // the plan has another owner
	Room      Decimal
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

// Merit is why somebody takes a task or steps in for it.
type Merit string

// The merits. What they say is so in the plan once the division is kept.
const (
	MeritChosen     Merit = "chosen"      // a person chose so
	MeritStays      Merit = "stays"       // it is so already
	MeritStoodIn    Merit = "stood-in"    // steps in for it so far
	MeritKnows      Merit = "knows"       // says to know the task
	MeritKnowsGroup Merit = "knows-group" // says to know such tasks
	MeritLikes      Merit = "likes"       // says to like the task, or such tasks
	MeritRole       Merit = "role"        // has the role that usually carries it
	MeritNear       Merit = "near"        // owns such tasks
	MeritRoom       Merit = "room"        // has hours left: [Divided.Room]
)

// MeritIDs lists them.
var MeritIDs = []Merit{
	MeritChosen, MeritStays, MeritStoodIn, MeritKnows, MeritKnowsGroup, MeritLikes, MeritRole, MeritNear, MeritRoom,
}

// Obstacle is why nobody takes a task.
type Obstacle string

// The obstacles.
const (
	NobodyThere  Obstacle = "nobody"  // there is no one to take it
	HoursUnknown Obstacle = "unknown" // of no one who is there are the hours known
	NoRoom       Obstacle = "room"    // no one has so many hours left
	LeftByChoice Obstacle = "chosen"  // a person chose so
)

// Obstacles lists them.
var Obstacles = []Obstacle{NobodyThere, HoursUnknown, NoRoom, LeftByChoice}

// DivisionCost says what a division comes to. Unknown hours count as they were estimated.
type DivisionCost struct {
	Points   Decimal `json:"points"`         // by the weights of the favour
	Overload Decimal `json:"overload"`       // hours a week that members are over theirs
	Pillars  int     `json:"pillars"`        // members who carry so much that the rest leans on them
	Known    int     `json:"known"`          // tasks whose owner says to know them
	Wishes   int     `json:"wishes"`         // tasks whose owner likes them
	Wished   int     `json:"wished"`         // tasks that anyone who can take them likes
	Alone    int     `json:"without_backup"` // tasks for which nobody steps in
	Moved    int     `json:"moved"`          // tasks that get another owner
	Left     int     `json:"left"`           // tasks that nobody takes
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
	d := newDivider(p, r)
	d.search()
	return d.division()
}

// Changes are those that keep the rows that are wanted; estimated hours only where these are taken over.
func (d Division) Changes(p Plan, wanted func(task string) bool, takeHours bool) (changes []Change) {
	for _, row := range d.Rows {
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

// LeftIDs are the tasks that nobody takes.
func (d Division) LeftIDs() (ids []string) {
	for _, left := range d.Left {
		ids = append(ids, left.Task)
	}
	return ids
}

// ToGroup are the changes that bring the tasks that nobody takes to the group: done there in the group variant, else reported to
// its head; none where the school belongs to no group.
func (d Division) ToGroup(p Plan) (changes []Change) {
	if p.School.GroupKind == NoGroup {
		return nil
	}
	for _, id := range d.LeftIDs() {
		c := Change{Kind: ChangeTask, Task: id, Feedback: Set(true)}
		if p.Variant() == GroupVariant {
			c = Change{Kind: ChangeTask, Task: id, Level: Set(string(AtGroup))}
		} else if isTrue(p.Decisions[id].Feedback) {
			continue
		}
		changes = append(changes, c)
	}
	return changes
}

// ToBoard is the change that asks the board for what the tasks that nobody takes need, in words of the caller's.
func (d Division) ToBoard(p Plan, words string) Change {
	id := OwnTaskPrefix + "division"
	for n := 2; ; n++ {
		r, recorded := p.Resolution(id)
		if !recorded || r.Text == words {
			return Change{Kind: ChangeResolution, Decision: id, Text: Set(words)}
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
