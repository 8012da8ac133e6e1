package steps

import (
	"slices"
	"strings"
)

// MaxAlso is how many other names a task can have.
const MaxAlso = 20

// AlsoCalled is the plan in which a task is known by a title too, as somebody confirmed. Another task that was known by it
// no longer is; of more titles than [MaxAlso] the oldest goes. A title that is no name, or that is the task's own, changes nothing.
func (p Plan) AlsoCalled(task, title string) Plan {
	oneBlank := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	title = oneBlank(CleanName(title))
	same := func(name string) bool { return strings.EqualFold(oneBlank(name), title) }
	called := Change{Kind: ChangeTask, Task: task}
	if d := p.Decisions.Of(task); same(d.Title) || slices.ContainsFunc(d.Also, same) {
		return p
	}
	also := append(slices.Clone(p.Decisions.Of(task).Also), title)
	called.Also = Set(also[max(0, len(also)-MaxAlso):])
	entry := Entry{Changes: []Change{called}}
	for _, t := range p.Tasks() {
		if t.ID != task && slices.ContainsFunc(t.Also, same) {
			rest := slices.DeleteFunc(slices.Clone(t.Also), same)
			entry.Changes = append(entry.Changes, Change{Kind: ChangeTask, Task: t.ID, Also: Set(rest)})
		}
	}
	after, err := p.Apply(entry)
	if err != nil { // no task of the plan, or no name
		return p
	}
	return after
}
