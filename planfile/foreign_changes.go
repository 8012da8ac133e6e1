package planfile

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/steps"
)

// match says which task each row is. No two rows are the same task: the likelier one is, and the other
// might be.
func (r *foreignReader) match(f *Foreign) {
	m := newMatcher(r.plan, r.languages)
	order := make([]int, len(f.Rows))
	for i := range f.Rows {
		order[i], f.Rows[i].Matches = i, m.matches(f.Rows[i].Title)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(f.Rows[b].best(), f.Rows[a].best()) })
	taken := map[string]bool{}
	for _, i := range order {
		row := &f.Rows[i]
		row.Matches = slices.DeleteFunc(row.Matches, func(m Match) bool { return taken[m.Task] })
		if row.Certainty = row.best(); row.Certainty >= Sure {
			row.Task = row.Matches[0].Task
			taken[row.Task] = true
		}
		row.Matches = row.Matches[:min(len(row.Matches), 4)]
	}
}

// best is the certainty of the likeliest match.
func (r ForeignRow) best() int {
	if len(r.Matches) == 0 {
		return 0
	}
	return r.Matches[0].Certainty
}

// Changes are the changes that bring an overview into a plan, to be recorded as one entry. They say only
// what the overview says: what is not in it stays, and an empty cell takes nothing away. A note is added
// to the one that stands. Its errors are [Errors].
func (f Foreign) Changes(plan steps.Plan) ([]steps.Change, error) {
	b := foreignBuilder{plan: plan, members: map[string]string{}, tasks: map[string]bool{}}
	for id, label := range labels(plan) {
		b.members[fold(label)] = id
	}
	for _, row := range f.Rows {
		if !row.LeaveOut {
			b.add(row)
		}
	}
	entry := steps.Entry{Changes: append(b.team, b.made...)}
	after, err := plan.Apply(entry)
	if err != nil {
		refusal := err.(steps.Refusals)[0]
		return nil, Errors{{Path: f.Sheet, code: refusal.Code(), value: refusal.Value, limit: refusal.Limit}}
	}
	return steps.Changes(plan, after), nil
}

// foreignBuilder makes changes of rows.
type foreignBuilder struct {
	plan       steps.Plan
	team, made []steps.Change
	members    map[string]string // ids by name
	tasks      map[string]bool   // that a row is about
}

func (b *foreignBuilder) add(row ForeignRow) {
	c := steps.Change{Kind: steps.ChangeTask, Task: row.Task}
	if c.Task == "" || b.tasks[c.Task] {
		c.Task = b.own(row.Title)
	}
	stands, known := b.plan.Task(c.Task)
	if !known {
		c.Title, c.Group = steps.Set(row.Title), steps.Set(string(row.Group))
	}
	b.tasks[c.Task] = true
	set(&c.Relevance, row.Relevance)
	set(&c.Horizon, row.Horizon)
	set(&c.Owner, b.member(row.Owner))
	set(&c.Backup, b.member(row.Backup))
	if hours, err := steps.ParseDecimal(row.Hours); err == nil {
		c.Hours = steps.Set(hours)
	}
	if row.Note != "" && !strings.Contains(stands.Note, row.Note) {
		c.Note = steps.Set(strings.TrimLeft(stands.Note+"\n"+row.Note, "\n"))
	}
	b.made = append(b.made, c)
}

// own is the id of an own task: the one that is called so already, or a new one.
func (b *foreignBuilder) own(title string) string {
	for _, id := range b.plan.OwnTasks {
		if fold(b.plan.Decisions[id].Title) == fold(title) && !b.tasks[id] {
			return id
		}
	}
	return steps.NewTaskID(title, func(id string) bool { return b.plan.KnowsTask(id) || b.tasks[id] })
}

// set gives a field only what was said.
func set[T ~string](f *steps.Field[T], value T) {
	if value != "" {
		*f = steps.Set(value)
	}
}

// member is the id of who is called so: by the whole name, by a first name that only one has, or new.
func (b *foreignBuilder) member(name string) string {
	if name == "" {
		return ""
	}
	folded := fold(name)
	if id := cmp.Or(b.members[folded], b.firstName(folded)); id != "" {
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

func (b *foreignBuilder) firstName(name string) (id string) {
	for _, m := range b.plan.Members {
		if first, _, _ := strings.Cut(fold(m.Name), " "); first == name {
			if id != "" {
				return ""
			}
			id = m.ID
		}
	}
	return id
}
