package lists

import (
	"slices"
	"strings"

	"stappenplan/planfile"
	"stappenplan/planfile/match"
	"stappenplan/steps"
)

// Changes are the changes that bring an overview into a plan, to be recorded as one entry. They say only what the overview
// says: what is not in it stays, and an empty cell takes nothing away. A note is added to the one that is there. Its errors
// are [planfile.Errors].
func (l List) Changes(plan steps.Plan) ([]steps.Change, error) {
	b := builder{plan: plan, people: map[string]Person{}, members: map[string]string{}, named: map[string]bool{}}
	for _, p := range l.People {
		b.people[p.Name] = p
		if p.Member != "" {
			b.members[p.Name] = p.Member
		}
	}
	for _, row := range l.Rows {
		if !row.LeaveOut {
			b.add(row)
		}
	}
	for _, p := range l.People {
		b.hours(p)
	}
	after, err := plan.Apply(steps.Entry{Changes: append(b.team, b.tasks...)})
	if err != nil {
		refusal := err.(steps.Refusals)[0]
		return nil, planfile.Errors{planfile.NewProblem(l.Tables[0].Sheet, 0, refusal.Code(), refusal.Value, refusal.Limit)}
	}
	for _, row := range l.Rows {
		if l.confirmed(row) {
			after = after.AlsoCalled(row.Task, row.Title)
		}
	}
	return steps.Changes(plan, after), nil
}

// builder makes changes of rows.
type builder struct {
	plan        steps.Plan
	team, tasks []steps.Change
	people      map[string]Person
	members     map[string]string // ids by the name of the person
	named       map[string]bool   // ids of tasks that a row is about
}

// add makes the changes of a row. A second row about the same task becomes an own task. A new own task applies, unless the list says otherwise: the
// school has it.
func (b *builder) add(row Row) {
	c := steps.Change{Kind: steps.ChangeTask, Task: row.Task}
	if c.Task == "" || b.named[c.Task] {
		c.Task = b.ownTask(row.Title)
	}
	before, known := b.plan.Task(c.Task)
	if !known {
		c.Title, c.Group, c.Relevance = steps.Set(row.Title), steps.Set(string(row.OwnGroup())), steps.Set(steps.Applies)
	}
	b.named[c.Task] = true
	set(&c.Relevance, row.Relevance)
	set(&c.Horizon, row.Horizon)
	set(&c.Owner, b.memberID(row.Owner))
	set(&c.Backup, b.memberID(row.Backup))
	if row.Hours != nil {
		c.Hours = steps.Set(*row.Hours)
	}
	if row.Note != "" && !strings.Contains(before.Note, row.Note) {
		c.Note = steps.Set(strings.TrimLeft(before.Note+"\n"+row.Note, "\n"))
	}
	b.tasks = append(b.tasks, c)
}

// confirmed says whether somebody said that a row is a task which is not known by its title yet.
func (l List) confirmed(r Row) bool {
	said := !r.Sure() || l.Seen && r.Certainty < match.Named
	return said && r.Task != "" && !r.LeaveOut
}

// ownTask returns the id of the own task with this title, or a new one.
func (b *builder) ownTask(title string) string {
	for _, id := range b.plan.OwnTasks {
		if planfile.Fold(b.plan.Decisions.Of(id).Title) == planfile.Fold(title) && !b.named[id] {
			return id
		}
	}
	return steps.NewTaskID(title, func(id string) bool { return b.plan.KnowsTask(id) || b.named[id] })
}

// set sets a field to a value; an empty one leaves the field as it is.
func set[T ~string](f *steps.Field[T], value T) {
	if value != "" {
		*f = steps.Set(value)
	}
}

// memberID returns the id of the member with this name, and adds a new one where there is none; it returns nothing for no name.
func (b *builder) memberID(name string) string {
	if name == "" {
		return ""
	}
	if id := b.members[name]; id != "" {
		return id
	}
	id := steps.NewMemberID(name, func(id string) bool {
		_, taken := b.plan.Member(id)
		return taken || slices.ContainsFunc(b.team, func(c steps.Change) bool { return c.Member == id })
	})
	b.members[name] = id
	c := steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name)}
	set(&c.Role, b.people[name].Role)
	b.team = append(b.team, c)
	return id
}

// hours gives people the hours that they have.
func (b *builder) hours(p Person) {
	if p.Hours != nil && b.members[p.Name] != "" {
		b.team = append(b.team, steps.Change{Kind: steps.ChangeMember, Member: b.members[p.Name], Hours: steps.Set(*p.Hours)})
	}
}
