package lists

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/planfile"
	"stappenplan/steps"
)

// Changes are the changes that bring an overview into a plan, to be recorded as one entry. They say only what the overview
// says: what is not in it stays, and an empty cell takes nothing away. A note is added to the one that is there. Its errors
// are [planfile.Errors].
func (l List) Changes(plan steps.Plan) ([]steps.Change, error) {
	b := builder{plan: plan, members: planfile.MembersByName(plan), named: map[string]bool{}}
	for _, row := range l.Rows {
		if !row.LeaveOut {
			b.add(row)
		}
	}
	after, err := plan.Apply(steps.Entry{Changes: append(b.team, b.tasks...)})
	if err != nil {
		refusal := err.(steps.Refusals)[0]
		return nil, planfile.Errors{planfile.NewProblem(l.Sheet, 0, refusal.Code(), refusal.Value, refusal.Limit)}
	}
	return steps.Changes(plan, after), nil
}

// builder makes changes of rows.
type builder struct {
	plan        steps.Plan
	team, tasks []steps.Change
	members     map[string]string // ids by name, as planfile.Fold makes it
	named       map[string]bool   // ids of tasks that a row is about
}

// add makes the changes of a row. A second row about the same task becomes an own task.
func (b *builder) add(row Row) {
	c := steps.Change{Kind: steps.ChangeTask, Task: row.Task}
	if c.Task == "" || b.named[c.Task] {
		c.Task = b.ownTask(row.Title)
	}
	before, known := b.plan.Task(c.Task)
	if !known {
		c.Title, c.Group = steps.Set(row.Title), steps.Set(string(row.Group))
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

// ownTask returns the id of the own task with this title, or a new one.
func (b *builder) ownTask(title string) string {
	for _, id := range b.plan.OwnTasks {
		if planfile.Fold(b.plan.Decisions[id].Title) == planfile.Fold(title) && !b.named[id] {
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

// memberID returns the id of the member with this name: their whole name, or a first name that no other member has. It adds
// a new member where there is none, and returns nothing for no name.
func (b *builder) memberID(name string) string {
	if name == "" {
		return ""
	}
	folded := planfile.Fold(name)
	if id := cmp.Or(b.members[folded], b.memberByFirstName(folded)); id != "" {
		return id
	}
	id := steps.NewMemberID(name, func(id string) bool {
		_, taken := b.plan.Member(id)
		return taken || slices.ContainsFunc(b.team, func(c steps.Change) bool { return c.Member == id })
	})
	b.members[folded] = id
	b.team = append(b.team, steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name)})
	return id
}

// memberByFirstName returns the id of the only member with this first name, or nothing.
func (b *builder) memberByFirstName(name string) (id string) {
	for _, m := range b.plan.Members {
		if first, _, _ := strings.Cut(planfile.Fold(m.Name), " "); first == name {
			if id != "" {
				return ""
			}
			id = m.ID
		}
	}
	return id
}
